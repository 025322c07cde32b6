"""The detectors: what each looks for, by which rule, in up to three steps (a bucket of vessels, a day, the whole).

`DETECTORS` is the only place where a detector is named: one module and one line make a new one. Each step takes and
gives Arrow tables, knows nothing of files, threads or machines, and depends on the set of positions alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from comity.maritime.asked import Asked, Parts
from comity.maritime.bucket import Bucket
from comity.maritime.detectors.density import DensityRule, densities, density
from comity.maritime.detectors.disabling import DisablingRule, disablings, receptions
from comity.maritime.detectors.gap import GapRule, gaps
from comity.maritime.detectors.loitering import LoiteringRule, loitering_runs, loitering_stretches, loiterings
from comity.maritime.detectors.meeting import MeetingRule, meeting_runs, meeting_ticks, meetings


@dataclass(frozen=True)
class Detector:
    """One detector.

    Parameters
    ----------
    kinds
        The kinds of its events.
    rule
        The thresholds that it reads from a rule set, under its own name.
    of_vessels, of_day, of_all
        Its steps. The first takes a bucket of whole vessels; the second the part named `daily`, the ticks of one
        day of all vessels; the third the parts of all buckets and days.
    after
        Detectors whose parts it reads: they run where it runs.
    """

    kinds: tuple[str, ...]
    rule: Any
    of_vessels: Callable[[Bucket, Any, Asked], Parts] | None = None
    of_day: Callable[[pa.Table, Any, Asked], Parts] | None = None
    daily: str = ""
    of_all: Callable[[Parts, Any, Asked], Parts] | None = None
    after: tuple[str, ...] = ()


DETECTORS: Mapping[str, Detector] = {
    "gap": Detector(("gap",), GapRule, of_vessels=gaps),
    "disabling": Detector(("disabling",), DisablingRule, receptions, of_all=disablings, after=("gap",)),
    "loitering": Detector(
        ("loitering", "loitering_in_company"),
        LoiteringRule,
        loitering_stretches,
        loitering_runs,
        "loitering_ticks",
        loiterings,
    ),
    "encounter": Detector(
        ("encounter",),
        MeetingRule,
        meeting_ticks("encounter"),
        meeting_runs("encounter"),
        "encounter_ticks",
        meetings("encounter"),
    ),
    "rendezvous": Detector(
        ("rendezvous",),
        MeetingRule,
        meeting_ticks("rendezvous"),
        meeting_runs("rendezvous"),
        "rendezvous_ticks",
        meetings("rendezvous"),
    ),
    "density": Detector((), DensityRule, of_vessels=densities, of_all=density),
}
"""Every detector by its name; a rule set uses those whose names it holds."""

EVENT_KINDS: tuple[str, ...] = tuple(kind for detector in DETECTORS.values() for kind in detector.kinds)
"""Every kind of event."""
