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
from comity.maritime.detectors.doubt import DoubtRule, doubts_of_fleet, doubts_of_vessels, fleet_rows
from comity.maritime.detectors.gap import GapRule, gaps
from comity.maritime.detectors.loitering import LoiteringRule, loitering_runs, loitering_stretches, loiterings
from comity.maritime.detectors.meeting import MeetingRule, meeting_runs, meeting_ticks, meetings
from comity.maritime.detectors.port_visit import PortVisitRule, VoyageRule, port_visits, voyages
from comity.maritime.detectors.speed_range import SpeedRangeRule, speed_ranges
from comity.maritime.detectors.zone import ZoneRule, zone_events


@dataclass(frozen=True)
class Detector:
    """One detector.

    Parameters
    ----------
    kinds
        The kinds of its events.
    rule
        The thresholds that it reads from a rule set, under its own name.
    of_vessels, of_tracked, of_day, of_all
        Its steps. The first takes a bucket of whole vessels, or, for the second, the same rows as a table with those
        that are on no track; the third takes the part named `daily`, the ticks of one day of all vessels; the last
        the parts of all buckets and days.
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
    of_tracked: Callable[[pa.Table, Any, Asked], Parts] | None = None


def _of_one_ship(check: str, kind: str) -> Detector:
    return Detector((kind,), DoubtRule, of_tracked=doubts_of_vessels(check))


def _of_the_fleet(check: str, *kinds: str) -> Detector:
    return Detector(kinds, DoubtRule, of_all=doubts_of_fleet(check), of_tracked=fleet_rows)


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
    "port_visit": Detector(("port_visit",), PortVisitRule, port_visits),
    "voyage": Detector(("voyage",), VoyageRule, of_all=voyages, after=("port_visit",)),
    "zone": Detector(("zone_entry", "zone_exit", "zone_stay"), ZoneRule, zone_events),
    "speed_range": Detector(("speed_range",), SpeedRangeRule, speed_ranges),
    "clash": _of_one_ship("clash", "identity_clash"),
    "identity": _of_the_fleet("identity", "identity_change"),
    "jump": _of_one_ship("jump", "jump"),
    "circle": _of_one_ship("circle", "circle"),
    "on_land": _of_one_ship("land", "on_land"),
    "out_of_range": _of_one_ship("range", "out_of_range"),
    "too_clean": _of_one_ship("too_clean", "too_clean"),
    "coherence": _of_the_fleet("coherence", "coherence"),
    "unseen": _of_the_fleet("unseen", "detection_without_ais", "ais_without_detection"),
    "density": Detector((), DensityRule, of_vessels=densities, of_all=density),
}
"""Every detector by its name; a rule set uses those whose names it holds."""

EVENT_KINDS: tuple[str, ...] = tuple(kind for detector in DETECTORS.values() for kind in detector.kinds)
"""Every kind of event."""
