"""The partner's search plans for the incident of a case: read, checked, and laid beside ours.

Of each plan of a case the newest that stands counts. A column that the rule did not let through is missing, and what
has another form than it should makes the whole plan unreadable: it is told, and never half shown.
Units: micro-degrees and milliseconds since 1970 in records, per mille; here degrees, metres, numbers from 0 to 1.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import shapely
from shapely.affinity import translate

from comity.ground import LAST_MS, UDEG_PER_DEG, InvalidInput, parse_instant
from comity.node.app import Node
from comity.node.incidents import cases_under
from comity.node.plan_records import LETTERS
from comity.node.received import Received, at_place, order_of, read_each, received
from comity.rescue import PLAN_RECORD, run_on

MOST_SORTIES = 200
MOST_POINTS = 20_000
MOST_CORNERS = 100
"""Corners of one area; ours have five. A ring has to be simple as well: to mend one costs more than its square."""
MOST_AREA_POINTS = 2_000
"""Corners of all areas of a plan together."""
MOST_PLANS = 16
"""Plans of one case that are shown, the newest: a partner names its plans as it likes."""
_TEXT = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029]{1,64}")
_PERMILLE = 1000
_MM_PER_M = 1000
_KEPT = 64
_LEAST_CORNERS = 4
_TURN_DEG = 360.0


@dataclass(frozen=True)
class PartnerSortie:
    """One sortie of a partner's plan; what its record does not say is `None`."""

    unit: str
    sortie: int | None
    platform: str | None
    pattern: str | None
    altitude_m: int | None
    speed_m_s: float | None
    track_spacing_m: int | None
    pod: float | None
    pos: float | None
    begins_ms: int | None
    ends_ms: int | None
    area_ms: int | None
    corners: tuple[tuple[float, float], ...]
    legs_ms: tuple[int, ...]
    legs: tuple[tuple[float, float], ...]
    is_searching: tuple[bool, ...]


@dataclass(frozen=True)
class PlanRead:
    """A plan as its record says it."""

    plan: str
    pos: float | None
    pos_bound: float | None
    sorties: tuple[PartnerSortie, ...]


@dataclass(frozen=True)
class PartnerPlan:
    """A plan of the partner's that stands, or why it cannot be shown."""

    found: Received
    read: PlanRead | None
    problem: InvalidInput | None


@dataclass(frozen=True)
class Near:
    """A sortie of ours and one of theirs whose areas meet while both search."""

    ours: str
    our_sortie: int
    theirs: str
    their_sortie: int | None
    from_ms: int
    until_ms: int
    apart_m: float | None


def partner_plans(node: Node, case_id: str) -> list[PartnerPlan]:
    """Return the partner's plans for the incident of a case, the newest of each of its plans, oldest first."""
    return _newest(_of_incident(node, case_id))[-MOST_PLANS:]


def plans_of_cases(node: Node) -> dict[tuple[str, str], list[PartnerPlan]]:
    """Return the partner's plans of all cases by agreement and the case that they name, oldest first.

    What arrived is read once for all of them: a list of cases never asks for the plans of each.
    """
    found: dict[tuple[str, str], list[PartnerPlan]] = {}
    for each in _newest(each for each in received(node, PLAN_RECORD.name) if _is_here(each)):
        found.setdefault((each.found.agreement_id, each.found.case_id), []).append(each)
    return {case: some[-MOST_PLANS:] for case, some in found.items()}


def _newest(arrived: Iterable[Received]) -> list[PartnerPlan]:
    """Return the newest of each plan of each case, in the order in which those came."""
    newest: dict[tuple[str, str, str], PartnerPlan] = {}
    for each in arrived:
        read = at_place(_plans_in(each.path), each.place) or _unreadable("plan")
        plan = read.plan if isinstance(read, PlanRead) else "?"
        shown = PartnerPlan(each, read, None) if isinstance(read, PlanRead) else PartnerPlan(each, None, read)
        key = each.agreement_id, each.case_id, plan
        newest.pop(key, None)
        newest[key] = shown
    return list(newest.values())


def _is_here(each: Received) -> bool:
    return each.state == "stands" and each.path.is_file()


@dataclass(frozen=True)
class LegPoint:
    """A point of the way of one sortie of a partner's plan, and whether the leg that begins there searches."""

    plan: Received
    sortie: int
    number: int
    at_ms: int
    lon_deg: float
    lat_deg: float
    is_searching: bool

    @property
    def key(self) -> str:
        """Its name: the ways, read in parts, go on after it."""
        return f"{self.plan.key}.{self.sortie}.{self.number}"


def leg_points(node: Node, case_id: str, *, after: str | None = None) -> Iterator[LegPoint]:
    """Yield the ways of the partner's plans for the incident of a case, point by point; `after` is the key of one.

    Sorties are numbered from 0 in the order of their plan.
    """
    last = None if after is None else _order_of(after)
    for each in partner_plans(node, case_id):
        if last is not None and each.found.order < last[0]:
            continue
        for sortie, way in enumerate(each.read.sorties if each.read is not None else ()):
            flags = (*way.is_searching, False)
            for number, (at_ms, (lon, lat)) in enumerate(zip(way.legs_ms, way.legs, strict=True)):
                if last is None or (each.found.order, sortie, number) > last:
                    yield LegPoint(each.found, sortie, number, at_ms, lon, lat, flags[number])


def _order_of(key: str) -> tuple[tuple[int, str, int, int], int, int]:
    plan, _, rest = key.rpartition(".")
    plan, _, sortie = plan.rpartition(".")
    if not all(each.isascii() and each.isdecimal() for each in (sortie, rest)):
        plan, sortie, rest = key, "0", "0"  # what is told is the key as it came
    return order_of(plan), int(sortie), int(rest)


def near(ours: Mapping[str, Any], theirs: PlanRead) -> list[Near]:
    """Return where a plan of ours (`comity/plan/1`) and one of theirs share water at one time."""
    found = []
    for entry in ours["units"]:
        area = _polygon(entry["area"]["corners"])
        begins_ms, ends_ms = map(parse_instant, (entry["begins"], entry["ends"]))
        for each in theirs.sorties:
            if each.begins_ms is None or each.ends_ms is None or len(each.corners) < _LEAST_CORNERS:
                continue
            from_ms, until_ms = max(begins_ms, each.begins_ms), min(ends_ms, each.ends_ms)
            if from_ms < until_ms and _meet(area, _polygon(each.corners)):
                apart_m = _apart_m(entry["platform"], entry["altitude_m"], each)
                found.append(Near(entry["unit"], entry["sortie"], each.unit, each.sortie, from_ms, until_ms, apart_m))
    return found


def _apart_m(platform: str, altitude_m: float | None, each: PartnerSortie) -> float | None:
    """Return how far apart two units are in height; a boat is at sea level, whatever the height of its eyes."""
    own = 0.0 if platform == "boat" else altitude_m
    other = 0.0 if each.platform == "boat" else each.altitude_m
    return None if own is None or other is None else abs(own - other)


def _polygon(corners: Sequence[Sequence[float]]) -> shapely.Geometry:
    """Return an area; its longitudes run on past 180 where it crosses the antimeridian."""
    ((*ring,),) = run_on((tuple((float(lon), float(lat)) for lon, lat in corners),))
    return shapely.Polygon(ring)


def _meet(one: shapely.Geometry, other: shapely.Geometry) -> bool:
    """Return whether two areas share water, whichever side of the antimeridian each is told from."""
    turns = round((shapely.bounds(one)[0] - shapely.bounds(other)[0]) / _TURN_DEG)
    return bool(shapely.intersects(one, translate(other, turns * _TURN_DEG)))


def _of_incident(node: Node, case_id: str) -> Iterator[Received]:
    arrived = received(node, PLAN_RECORD.name)
    if not arrived:
        return
    under = cases_under(node)
    for each in arrived:
        cases = under[each.agreement_id]
        names = {cases.name_of(cases.them, each.case_id)} if each.case_id in cases.theirs else set()
        mine = cases.name_of(cases.us, case_id) if case_id in cases.ours else None
        if mine is None and case_id in cases.theirs:
            mine = cases.name_of(cases.them, case_id)
        same_name = each.case_id == case_id and each.case_id not in cases.theirs
        same_name &= case_id not in cases.ours or case_id in cases.sent  # else it is another case that is called so
        if _is_here(each) and (mine in names or same_name):
            yield each


@lru_cache(maxsize=_KEPT)
def _plans_in(path: Path) -> tuple[PlanRead | InvalidInput, ...]:
    """Return each plan of a content, or why it cannot be shown; a content never changes under its name."""
    return read_each(path, _read_or_told)


def _read_or_told(record: Mapping[str, Any]) -> PlanRead | InvalidInput:
    try:
        return read_plan(record)
    except InvalidInput as error:
        return error


def read_plan(record: Mapping[str, Any]) -> PlanRead:
    """Return a record `rescue.plan` in degrees and shares, or raise `node.partner_plan_unreadable`."""
    plan = _text(record.get("plan"), "plan")
    if plan not in LETTERS:  # each name would be one more plan to show
        raise _unreadable("plan")
    units = record.get("unit")
    if not isinstance(units, list) or len(units) > MOST_SORTIES:
        raise _unreadable("unit")
    columns = {each.name: record.get(each.name) for each in PLAN_RECORD.columns}
    for name in _BY_SORTIE:
        column = columns[name]
        if column is not None and not (isinstance(column, list) and len(column) == len(units)):
            raise _unreadable(name)
    legs: list[Any] = columns["legs"] or []
    areas: list[Any] = columns["area"] or []
    for name, points, most in (("legs", legs, MOST_POINTS), ("area", areas, MOST_AREA_POINTS)):
        if sum(len(each) for each in points if isinstance(each, list)) > most:
            raise _unreadable(name)
    sorties = tuple(_sortie({name: _at(columns[name], k) for name in _BY_SORTIE}) for k in range(len(units)))
    return PlanRead(plan, _share(record, "pos_permille"), _share(record, "pos_bound_permille"), sorties)


_BY_SORTIE = (
    "unit",
    "sortie",
    "platform",
    "altitude_m",
    "speed_mm_s",
    "pattern",
    "track_spacing_m",
    "pod_permille",
    "unit_pos_permille",
    "begins_ms",
    "ends_ms",
    "area_ms",
    "area",
    "legs_ms",
    "legs",
    "is_searching",
)


def _sortie(each: Mapping[str, Any]) -> PartnerSortie:
    speed_mm_s = _whole(each, "speed_mm_s", 0, 1_000_000)
    times = [] if each["legs_ms"] is None else each["legs_ms"]
    points = _places(each["legs"], "legs")
    flags = [] if each["is_searching"] is None else each["is_searching"]
    if not isinstance(times, list) or not all(type(at) is int and 0 <= at <= LAST_MS for at in times):
        raise _unreadable("legs_ms")
    if any(later < earlier for earlier, later in pairwise(times)):
        raise _unreadable("legs_ms")
    if not isinstance(flags, list) or not all(type(flag) is bool for flag in flags):
        raise _unreadable("is_searching")
    if times and (len(times) != len(points) or len(flags) != len(times) - 1):
        raise _unreadable("legs")
    begins_ms, ends_ms = (_whole(each, name, 0, LAST_MS) for name in ("begins_ms", "ends_ms"))
    if begins_ms is not None and ends_ms is not None and ends_ms < begins_ms:
        raise _unreadable("ends_ms")
    return PartnerSortie(
        unit=_text(each["unit"], "unit"),
        sortie=_whole(each, "sortie", 1, 1000),
        platform=None if each["platform"] is None else _text(each["platform"], "platform"),
        pattern=None if each["pattern"] is None else _text(each["pattern"], "pattern"),
        altitude_m=_whole(each, "altitude_m", 0, 100_000),
        speed_m_s=None if speed_mm_s is None else speed_mm_s / _MM_PER_M,
        track_spacing_m=_whole(each, "track_spacing_m", 0, 1_000_000),
        pod=_share(each, "pod_permille"),
        pos=_share(each, "unit_pos_permille"),
        begins_ms=begins_ms,
        ends_ms=ends_ms,
        area_ms=_whole(each, "area_ms", 0, LAST_MS),
        corners=_area(each["area"]),
        legs_ms=tuple(times),
        legs=points if times else (),
        is_searching=tuple(flags) if times else (),
    )


def _at(column: Any, k: int) -> Any:
    return None if column is None else column[k]


def _text(value: Any, name: str) -> str:
    if not isinstance(value, str) or not _TEXT.fullmatch(value):
        raise _unreadable(name)
    return value


def _whole(each: Mapping[str, Any], name: str, least: int, most: int) -> int | None:
    value = each.get(name)
    if value is None:
        return None
    if type(value) is not int or not least <= value <= most:
        raise _unreadable(name)
    return value


def _share(each: Mapping[str, Any], name: str) -> float | None:
    value = _whole(each, name, 0, _PERMILLE)
    return None if value is None else value / _PERMILLE


def _places(value: Any, name: str) -> tuple[tuple[float, float], ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or len(value) > MOST_POINTS:
        raise _unreadable(name)
    for each in value:
        if type(each) is not list or len(each) != 2 or not all(type(part) is int for part in each):
            raise _unreadable(name)
        if abs(each[0]) > 180 * UDEG_PER_DEG or abs(each[1]) > 90 * UDEG_PER_DEG:
            raise _unreadable(name)
    return tuple((lon / UDEG_PER_DEG, lat / UDEG_PER_DEG) for lon, lat in value)


def _area(value: Any) -> tuple[tuple[float, float], ...]:
    """Return the corners of an area: few, and of a ring that does not cross itself."""
    if isinstance(value, list) and len(value) > MOST_CORNERS:
        raise _unreadable("area")
    corners = _places(value, "area")
    if len(corners) >= _LEAST_CORNERS and not shapely.is_valid(_polygon(corners)):
        raise _unreadable("area")
    return corners


def _unreadable(column: str) -> InvalidInput:
    return InvalidInput(
        "node.partner_plan_unreadable",
        "The partner's plan cannot be shown.",
        why="its column {column} is missing, has another form, or contradicts another",
        remedy="ask the partner to release the plan again, and agree by voice who searches where meanwhile",
        column=column,
    )
