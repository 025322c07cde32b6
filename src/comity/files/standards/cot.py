"""A plan for TAK: Cursor on Target events of the units, the object, the areas and the ways, as one data package.

Units: degrees, metres; instants in UTC. Sources: CoT event 2.0 (MITRE MP 090284), atoms `a-…` with the affiliations of
MIL-STD-2525; TAK data package, manifest version 2; TAK's drawings `u-d-f` and routes `b-m-r` as its clients write them.
Comity knows friends, neutrals and what is unknown. It has no word for an enemy, so it can write none.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal

from comity.files.charts.markup import add, root, xml_bytes, zip_bytes
from comity.files.charts.plan_legs import east_west_deg, example_marks, points_of, way_name
from comity.ground import instant_text, parse_instant

Affiliation = Literal["friend", "neutral", "unknown"]
AFFILIATIONS: Mapping[str, str] = MappingProxyType({"friend": "f", "neutral": "n", "unknown": "u"})
"""All that can be said of whose something is."""

_DIMENSIONS: Mapping[str, str] = MappingProxyType(
    {"helicopter": "A-C-H", "fixed_wing": "A-C-F", "boat": "S-X", "object": "S"}
)
"""Civil rotary wing, civil fixed wing, not military at sea, anything at sea (MIL-STD-2525 by way of CoT's types)."""

_AREA, _ROUTE, _WAYPOINT = "u-d-f", "b-m-r", "b-m-p-w"
_UNKNOWN = "9999999.0"  # CoT: an error or a height that nobody knows
_STROKE, _FILL = "-15583909", "538064219"  # signed ARGB of the drift map's blue
_DECIMALS = 7


def atom_type(affiliation: Affiliation, kind: str) -> str:
    """Return the type of a thing on the map, by whose it is and what it is.

    >>> atom_type("friend", "boat"), atom_type("unknown", "object")
    ('a-f-S-X', 'a-u-S')
    """
    return f"a-{AFFILIATIONS[affiliation]}-{_DIMENSIONS[kind]}"


def plan_tak(document: Mapping[str, Any], containment: Sequence[Mapping[str, Any]] = ()) -> bytes:
    """Return a plan document (`plan.json`) as a TAK data package: a ZIP file with its manifest and an event each.

    Parameters
    ----------
    containment
        Features of `containment.geojson`: the object is marked in the middle of the narrowest area, where there is one.
    """
    case = str(document["case"])
    events = [event for entry in document["units"] for event in _sortie(entry, document)]
    events += _object(containment, document)
    files = {f"{number:02d}/event.cot": xml_bytes(event) for number, event in enumerate(events, start=1)}
    manifest = root("MissionPackageManifest", version="2")
    settings = add(manifest, "Configuration")
    add(settings, "Parameter", name="uid", value=f"comity.{case}")
    add(settings, "Parameter", name="name", value=" ".join(filter(None, (case, example_marks(document)))))
    held = add(manifest, "Contents")
    for name, event in zip(files, events, strict=True):
        content = add(held, "Content", ignore="false", zipEntry=name)
        add(content, "Parameter", name="uid", value=event.get("uid"))
    return zip_bytes({"MANIFEST/manifest.xml": xml_bytes(manifest), **files})


def _sortie(entry: Mapping[str, Any], document: Mapping[str, Any]) -> list[Any]:
    """Return the unit where it leaves from, its area and its way."""
    points = points_of(entry)
    uid, name = f"comity.{document['case']}.{way_name(entry)}", way_name(entry)
    lasts = entry["leaves"], entry["returns"]
    base = points[0].lon_deg, points[0].lat_deg
    unit = _event(f"{uid}.unit", atom_type("friend", entry["platform"]), lasts, base, str(entry["unit"]), document)
    area = entry["area"]
    shape = _event(
        f"{uid}.area", _AREA, (entry["begins"], entry["ends"]), (area["lon_deg"], area["lat_deg"]), name, document
    )
    corners = area["corners"]
    for lon_deg, lat_deg in (*corners, corners[0]):
        add(shape.find("detail"), "link", point=_place(lon_deg, lat_deg))
    _drawn(shape, fill=_FILL)
    way = _event(f"{uid}.way", _ROUTE, lasts, base, name, document)
    for number, point in enumerate(points, start=1):
        add(
            way.find("detail"),
            "link",
            uid=f"{uid}.way.{number}",
            type=_WAYPOINT,
            callsign=point.label,
            point=_place(point.lon_deg, point.lat_deg),
            relation="c",
        )
    add(way.find("detail"), "link_attr", prefix="CP", order="Ascending Check Points", color=_STROKE)
    _drawn(way, fill=None)
    return [unit, shape, way]


def _object(containment: Sequence[Mapping[str, Any]], document: Mapping[str, Any]) -> list[Any]:
    """Return the object that is looked for, of which nobody knows more, in the middle of the narrowest area."""
    if not containment or not document["units"]:
        return []
    narrowest = min(containment, key=lambda each: float(each["properties"]["level"]))
    largest = max((rings[0] for rings in narrowest["geometry"]["coordinates"]), key=len, default=None)
    if largest is None:
        return []
    corners = largest[:-1]
    middle = tuple(sum(corner[axis] for corner in corners) / len(corners) for axis in (0, 1))
    ends = max((entry["ends"] for entry in document["units"]), key=parse_instant)
    at = narrowest["properties"]["time"]
    lasts = (at, max(at, ends, key=parse_instant))
    uid = f"comity.{document['case']}.object"
    return [_event(uid, atom_type("unknown", "object"), lasts, (middle[0], middle[1]), document["case"], document)]


def _event(
    uid: str,
    kind: str,
    lasts: tuple[str, str],
    place: tuple[float, float],
    name: str,
    document: Mapping[str, Any],
) -> Any:
    begins, ends = (_instant(each) for each in lasts)
    event = root("event", version="2.0", uid=uid, type=kind, how="h-e", time=begins, start=begins, stale=ends)
    lon_deg, lat_deg = place
    add(
        event,
        "point",
        lat=f"{lat_deg:.{_DECIMALS}f}",
        lon=f"{east_west_deg(lon_deg):.{_DECIMALS}f}",
        hae=_UNKNOWN,
        ce=_UNKNOWN,
        le=_UNKNOWN,
    )
    detail = add(event, "detail")
    add(detail, "contact", callsign=name)
    add(detail, "remarks", example_marks(document) or None)
    add(detail, "archive")
    return event


def _drawn(event: Any, *, fill: str | None) -> None:
    detail = event.find("detail")
    add(detail, "strokeColor", value=_STROKE)
    add(detail, "strokeWeight", value="3.0")
    if fill is not None:
        add(detail, "fillColor", value=fill)
    add(detail, "labels_on", value="true")


def _place(lon_deg: float, lat_deg: float) -> str:
    return f"{lat_deg:.{_DECIMALS}f},{east_west_deg(lon_deg):.{_DECIMALS}f}"


def _instant(text: str) -> str:
    """Return an instant with its milliseconds, as every client of TAK reads it."""
    whole = instant_text(parse_instant(text))
    return whole if "." in whole else f"{whole[:-1]}.000Z"
