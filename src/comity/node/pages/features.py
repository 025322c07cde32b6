"""Cases, areas and legs as features of a map: what `/ogc` serves, ours and what the partner released to us.

Units: degrees on WGS 84, longitude first; instants milliseconds since 1970. Nothing that the desk typed goes in, but
names of cases and units. A feature's name stays the same as long as what it shows is there.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import orjson

from comity.files.charts.plan_legs import Leg, legs_of_unit
from comity.files.geojson import on_globe
from comity.ground import instant_text, parse_instant
from comity.node.app import Node
from comity.node.case_plans import drawn_plan
from comity.node.partner_plans import PartnerSortie, plans_of_cases
from comity.node.services import cases, clouds

_UDEG = 1_000_000

LEAST_CORNERS = 3
"""Of a search area."""


@dataclass(frozen=True)
class Feature:
    """One thing on the map, at an instant or over a period; no geometry where nobody knows where it is."""

    name: str
    geometry: dict[str, Any] | None
    from_ms: int | None
    until_ms: int | None
    properties: dict[str, Any]


def cases_on_map(node: Node) -> Iterator[Feature]:
    """Yield each case where it was last known, or at the centre of its drift."""
    for name, view in _named(cases.cases(node)):
        place = _released_place(view.document) if view.badge == "partner" else _own_place(node, view)
        lon_lat, at_ms, how = place or (None, None, None)
        geometry = None if lon_lat is None else on_globe({"type": "Point", "coordinates": lon_lat})
        properties = {
            **_about(view),
            "opened": instant_text(view.opened_ms),
            "stage": view.standing.stage,
            "smc": view.standing.smc,
            "position": how,
        }
        yield Feature(name, geometry, at_ms, at_ms, properties)


def areas_on_map(node: Node) -> Iterator[Feature]:
    """Yield where each case's object may be at the end of its drift, and the areas that its plans search."""
    plans = _Plans(node)
    for name, view in _named(cases.with_last_areas(node)):
        for each in orjson.loads(_containment(node, view))["features"]:
            found = each["properties"]
            level, at_ms = round(found["level"] * 100), parse_instant(found["time"])
            properties = {**_about(view), "kind": "containment", "level": found["level"]}
            yield Feature(f"{name}.within.{level}", on_globe(each["geometry"]), at_ms, at_ms, properties)
        for plan, document in plans.of(view):
            for entry in document["units"]:
                corners = entry["area"]["corners"]
                geometry = on_globe({"type": "Polygon", "coordinates": [[*corners, corners[0]]]})
                begins, ends = parse_instant(entry["begins"]), parse_instant(entry["ends"])
                yield Feature(
                    f"{name}.{plan}.{_sortie(entry)}",
                    geometry,
                    begins,
                    ends,
                    {**_about(view), "kind": "search", **_of_plan(plan, entry)},
                )


def legs_on_map(node: Node) -> Iterator[Feature]:
    """Yield the way of each sortie of the plans: out, search, between two searches, home."""
    plans = _Plans(node)
    for name, view in _named(cases.cases(node)):
        for plan, document in plans.of(view):
            for entry in document["units"]:
                for number, (part, run) in enumerate(groupby(legs_of_unit(entry), key=lambda leg: leg.part), start=1):
                    legs = list(run)
                    yield Feature(
                        f"{name}.{plan}.{_sortie(entry)}.{number}",
                        on_globe({"type": "LineString", "coordinates": _way(legs)}),
                        legs[0].begin.time_ms,
                        legs[-1].end.time_ms,
                        {**_about(view), "part": part, **_of_plan(plan, entry)},
                    )


def _named(views: Iterable[cases.CaseView]) -> Iterator[tuple[str, cases.CaseView]]:
    """Yield the cases with names of their own: several agreements may use one name."""
    taken: dict[str, int] = {}
    for view in views:
        bare = f"{'partner' if view.badge == 'partner' else 'ours'}.{view.case_id}"
        place = taken.get(bare, 0)
        taken[bare] = place + 1
        yield bare if place == 0 else f"{bare}.{place + 1}", view


def _about(view: cases.CaseView) -> dict[str, Any]:
    return {"case": view.case_id, "badge": view.badge}


def _sortie(entry: Mapping[str, Any]) -> str:
    return f"{entry['unit']}.{entry['sortie']}"


def _of_plan(plan: str, entry: Mapping[str, Any]) -> dict[str, Any]:
    kept = ("unit", "sortie", "platform", "pattern", "track_spacing_m", "pod", "pos")
    return {"plan": plan, **{key: entry[key] for key in kept}}


def _way(legs: list[Leg]) -> list[list[float]]:
    return [[point.lon_deg, point.lat_deg] for point in (legs[0].begin, *(leg.end for leg in legs))]


def _own_place(node: Node, view: cases.CaseView) -> tuple[list[float], int, str] | None:
    for each in view.document.get("scenario", []):
        if each.get("kind") == "last_known_position":
            return [float(each["lon"]), float(each["lat"])], parse_instant(each["time"]), "last_known"
    with suppress(FileNotFoundError):
        summary = orjson.loads((node.layout.case(view.case_id) / "summary.json").read_bytes())
        centre = summary["centre"]
        return [centre["lon_deg"], centre["lat_deg"]], parse_instant(summary["last"]), "centre_of_drift"
    return None


def _released_place(record: Mapping[str, Any]) -> tuple[list[float], int | None, str] | None:
    """Return what a partner's record says of it, without what was written in another form than its kind describes."""
    place, at_ms = record.get("lkp"), record.get("lkp_ms")
    if not isinstance(place, list) or [type(each) for each in place] != [int, int]:
        return None
    lon, lat = place
    if abs(lon) > 180 * _UDEG or abs(lat) > 90 * _UDEG:
        return None
    is_instant = type(at_ms) is int and 0 < at_ms < clouds.LAST_MS
    return [lon / _UDEG, lat / _UDEG], at_ms if is_instant else None, "last_known"


def _containment(node: Node, view: cases.CaseView) -> bytes:
    """Return the areas at the end of a case's drift, as GeoJSON; none before it, and none where they are gone."""
    if view.badge == "partner":
        return clouds.received_areas(view.case_id, view.document)
    with suppress(FileNotFoundError):
        return (node.layout.case(view.case_id) / "containment.geojson").read_bytes()
    return b'{"features":[]}'


class _Plans:
    """The plans of all cases; what the partner sent is read once for all of them."""

    def __init__(self, node: Node) -> None:
        self._node = node
        self._theirs = plans_of_cases(node)

    def of(self, view: cases.CaseView) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the plans of a case: a, which the node made, and b, which an office drew; theirs as they name them."""
        if view.agreement_id is not None:
            for each in self._theirs.get((view.agreement_id, view.case_id), ()):
                if each.read is not None:
                    yield each.read.plan, {"units": list(filter(None, map(_entry, each.read.sorties)))}
            return
        with suppress(FileNotFoundError):
            yield "a", orjson.loads((self._node.layout.case(view.case_id) / "plan.json").read_bytes())
        drawn = drawn_plan(self._node, view.case_id)
        if drawn is not None:
            yield "b", drawn


def _entry(each: PartnerSortie) -> dict[str, Any] | None:
    """Return a sortie of the partner's as a plan of ours has it; `None` where its record leaves out where or when."""
    is_whole = len(each.legs) == len(each.legs_ms) == len(each.is_searching) + 1 and any(each.is_searching)
    if not is_whole or each.begins_ms is None or each.ends_ms is None or len(each.corners) < LEAST_CORNERS:
        return None
    kept = ("unit", "sortie", "platform", "pattern", "track_spacing_m", "pod", "pos")
    return {
        **{name: getattr(each, name) for name in kept},
        "begins": instant_text(each.begins_ms),
        "ends": instant_text(each.ends_ms),
        "area": {"corners": [list(corner) for corner in each.corners]},
        "legs": {
            "time": [instant_text(at_ms) for at_ms in each.legs_ms],
            "lon_deg": [lon for lon, _ in each.legs],
            "lat_deg": [lat for _, lat in each.legs],
            "is_searching": list(each.is_searching),
        },
    }
