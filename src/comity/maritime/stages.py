"""The stages of a detection run: vessels, then days, then the whole. A driver partitions and schedules; this decides.

A driver gives `of_vessels` the positions of whole vessels, any number of them at a time; `of_day` the daily parts of
one UTC day of all vessels; and `of_all` everything that came of both. The keys are the same whatever runs them (one
process, threads, Spark), so the results are the same to the last bit.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from comity.ground import InvalidInput
from comity.maritime.asked import DENSITY_PART, EVENTS_PART, Asked, Parts
from comity.maritime.bucket import Tracker, bucket_and_tracked
from comity.maritime.detectors import DETECTORS, EVENT_KINDS, Detector
from comity.maritime.detectors.density import DENSITY
from comity.maritime.detectors.ticks import TICKS_PER_DAY
from comity.maritime.event_rows import joined
from comity.maritime.identity_tracks import track_numbers

POSITION_COLUMNS = ("mmsi", "t_ms", "lat_deg", "lon_deg", "sog_m_s", "cog_deg", "heading_deg", "msg_type")
"""The columns of positions that detectors read; `station` too where satellites are named."""


@dataclass(frozen=True)
class Run:
    """A detection run: what is asked, and by which detectors.

    Parameters
    ----------
    detectors
        Names, in the order of the registry; those that others need are among them.
    kinds
        The kinds of events that are wanted.
    tracker
        What numbers the tracks of a bucket.
    """

    asked: Asked
    detectors: tuple[str, ...]
    kinds: frozenset[str]
    tracker: Tracker = track_numbers

    def of_vessels(self, positions: pa.Table) -> Parts:
        """Return the parts of some whole vessels."""
        asked = self.asked
        bucket, tracked = bucket_and_tracked(positions, self.tracker, asked.satellite_stations, asked.until_ms)
        if not len(bucket.mmsi):
            return {}
        chosen = [(self._rule(name), detector) for name, detector in self._chosen()]
        found = [each.of_vessels(bucket, rule, asked) for rule, each in chosen if each.of_vessels is not None]
        checks = {each.of_tracked: rule for rule, each in chosen if each.of_tracked is not None}
        rows = tracked() if checks else pa.table({})
        return gathered([*found, *(check(rows, rule, asked) for check, rule in checks.items())])

    def of_day(self, part: str, ticks: pa.Table) -> Parts:
        """Return the parts of one day: of the detectors whose daily part this is."""
        return gathered(
            detector.of_day(ticks, self._rule(name), self.asked)
            for name, detector in self._chosen()
            if detector.of_day is not None and detector.daily == part
        )

    def of_all(self, parts: Parts) -> tuple[pa.Table, pa.Table]:
        """Return the events, in the order of their starts, and the density."""
        ends = [
            detector.of_all(parts, self._rule(name), self.asked)
            for name, detector in self._chosen()
            if detector.of_all is not None
        ]
        found = [each[EVENTS_PART] for each in (parts, *ends) if EVENTS_PART in each]
        events = joined(found)
        wanted = np.isin(events.column("kind").to_numpy(zero_copy_only=False).astype(str), sorted(self.kinds))
        density = [each[DENSITY_PART] for each in ends if DENSITY_PART in each]
        return events.filter(pa.array(wanted)), density[0] if density else DENSITY.empty_table()

    @property
    def daily_parts(self) -> tuple[str, ...]:
        """Return the names of the parts that are wanted by day."""
        return tuple(detector.daily for _, detector in self._chosen() if detector.daily)

    def _chosen(self) -> Iterator[tuple[str, Detector]]:
        return ((name, DETECTORS[name]) for name in self.detectors)

    def _rule(self, name: str) -> object:
        return self.asked.rules.rule(name, DETECTORS[name].rule)


def run_of(asked: Asked, *, kinds: Collection[str] = (), tracker: Tracker = track_numbers) -> Run:
    """Return the run that finds some kinds of events, or all that the rule set knows where none is named.

    Raises
    ------
    InvalidInput
        `maritime.no_kind` for a kind that no detector of the rule set finds.
    """
    known = {kind: name for name, each in DETECTORS.items() if name in asked.rules.values for kind in each.kinds}
    for kind in kinds:
        if kind not in known:
            raise InvalidInput(
                "maritime.no_kind",
                "No event of the kind {kind} can be found with the rule set {rules}.",
                why="it finds {known}",
                remedy="name other kinds, or another rule set",
                kind=kind,
                rules=asked.rules.name,
                known=", ".join(sorted(known)),
            )
    wanted = {known[kind] for kind in kinds} if kinds else set(asked.rules.values) & set(DETECTORS)
    wanted |= {other for name in wanted for other in DETECTORS[name].after if other in asked.rules.values}
    detectors = tuple(name for name in DETECTORS if name in wanted)
    return Run(asked, detectors, frozenset(kinds or EVENT_KINDS), tracker)


def find_events(positions: pa.Table, run: Run) -> tuple[pa.Table, pa.Table]:
    """Return the events and the density of positions that fit into memory, in any order."""
    parts = run.of_vessels(positions)
    return run.of_all(gathered([parts, *(run.of_day(name, ticks) for name, ticks in days_of(parts, run))]))


def days_of(parts: Parts, run: Run) -> Iterator[tuple[str, pa.Table]]:
    """Yield the daily parts, each day by itself, in order."""
    for name in run.daily_parts:
        ticks = parts.get(name)
        if ticks is None or not ticks.num_rows:
            continue
        day = ticks.column("tick").to_numpy() // TICKS_PER_DAY
        order = np.argsort(day, kind="stable")
        ticks, day = ticks.take(pa.array(order)), day[order]
        begins = np.flatnonzero(np.concatenate([[True], day[1:] != day[:-1]]))
        for begin, end in zip(begins, [*begins[1:], len(day)], strict=True):
            yield name, ticks.slice(begin, end - begin)


def gathered(found: Iterable[Parts]) -> Parts:
    """Return parts of one name as one table each."""
    tables: dict[str, list[pa.Table]] = {}
    for parts in found:
        for name, table in parts.items():
            tables.setdefault(name, []).append(table)
    return {name: pa.concat_tables(each) for name, each in tables.items()}
