"""A plan for Google Earth and every globe like it: KML with the containment areas, the search areas and the legs.

Units: degrees; instants in UTC. Source: OGC 07-147r2 (KML 2.2): elements in its order, colours as alpha, blue, green,
red; longitude before latitude. Words in the reader's language.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from comity.files.agreements import EXAMPLE_MARKS
from comity.files.charts.markup import add, root, xml_bytes
from comity.files.charts.plan_legs import Point, east_west_deg, legs_of_unit, points_of, way_name
from comity.files.plan_words import miles, percent
from comity.files.words import Words

NAMESPACE = "http://www.opengis.net/kml/2.2"
_DECIMALS = 6
_STYLES = {  # the colours of the drift map: line, its width, and what fills it
    "containment": ("ff22125a", "2", "181466f0"),
    "area": ("ff5b3512", "3", "205b3512"),
    "search": ("ff5b3512", "2", None),
    "transit": ("805b3512", "1", None),
}


def plan_kml(document: Mapping[str, Any], containment: Sequence[Mapping[str, Any]], words: Words) -> bytes:
    """Return a plan document (`plan.json`) on a globe, with the features of `containment.geojson` below it."""
    kml = root("kml", NAMESPACE)
    held = add(kml, "Document")
    add(held, "name", words.say("files-plan-title", case=document["case"]))
    add(held, "open", "1")
    if document["example"]:
        add(held, "description", EXAMPLE_MARKS[words.language])
    for name, (line, width, fill) in _STYLES.items():
        _style(held, name, line, width, fill)
    where = add(held, "Folder")
    add(where, "name", words.say("files-map-containment"))
    for feature in containment:
        _containment(where, feature, words)
    for entry in document["units"]:
        _sortie(held, entry, words)
    return xml_bytes(kml)


def _style(held: Any, name: str, line: str, width: str, fill: str | None) -> None:
    style = add(held, "Style", id=name)
    drawn = add(style, "LineStyle")
    add(drawn, "color", line)
    add(drawn, "width", width)
    inside = add(style, "PolyStyle")
    add(inside, "color", fill or "00ffffff")
    add(inside, "fill", "1" if fill else "0")


def _containment(folder: Any, feature: Mapping[str, Any], words: Words) -> None:
    found = feature["properties"]
    level, area = f"{found['level'] * 100:g} %", f"{found['area_km2']:.0f}"
    mark = _placemark(folder, words.say("files-map-level", level=level, area=area), "")
    add(add(mark, "TimeStamp"), "when", found["time"])
    _styled(mark, "containment")
    many = add(mark, "MultiGeometry")
    for rings in feature["geometry"]["coordinates"]:
        _polygon(many, rings)


def _sortie(held: Any, entry: Mapping[str, Any], words: Words) -> None:
    folder = add(held, "Folder")
    add(folder, "name", way_name(entry))
    area = _placemark(folder, words.say("files-plan-area-of", unit=entry["unit"]), _about(entry, words))
    _span(area, entry["begins"], entry["ends"])
    _styled(area, "area")
    corners = entry["area"]["corners"]
    _polygon(area, [[*corners, corners[0]]])
    points = points_of(entry)
    start = next(each for each in points if each.label == "CSP")
    spot = _placemark(folder, f"{entry['unit']} CSP", words.say("files-plan-csp"))
    add(add(spot, "TimeStamp"), "when", start.time)
    add(add(spot, "Point"), "coordinates", _coordinates([(start.lon_deg, start.lat_deg)]))
    for part, legs in groupby(legs_of_unit(entry), key=lambda leg: leg.part):
        run = list(legs)
        _way(folder, entry, part, [run[0].begin, *(leg.end for leg in run)], words)


def _way(folder: Any, entry: Mapping[str, Any], part: str, points: Sequence[Point], words: Words) -> None:
    mark = _placemark(folder, f"{entry['unit']}: {words.say(f'files-plan-part-{part}')}", "")
    _span(mark, points[0].time, points[-1].time)
    _styled(mark, "search" if part == "search" else "transit")
    line = add(mark, "LineString")
    add(line, "tessellate", "1")
    add(line, "coordinates", _coordinates([(each.lon_deg, each.lat_deg) for each in points]))


def _about(entry: Mapping[str, Any], words: Words) -> str:
    return words.say(
        "files-plan-about-area",
        pattern=words.say(f"pattern-{entry['pattern']}"),
        spacing=miles(entry["track_spacing_m"]),
        pod=percent(entry["pod"]),
        pos=percent(entry["pos"]),
    )


def _placemark(folder: Any, name: str, description: str) -> Any:
    mark = add(folder, "Placemark")
    add(mark, "name", name)
    if description:
        add(mark, "description", description)
    return mark


def _span(mark: Any, begin: str, end: str) -> None:
    span = add(mark, "TimeSpan")
    add(span, "begin", begin)
    add(span, "end", end)


def _styled(mark: Any, style: str) -> None:
    add(mark, "styleUrl", f"#{style}")


def _polygon(parent: Any, rings: Sequence[Sequence[Sequence[float]]]) -> None:
    polygon = add(parent, "Polygon")
    add(polygon, "tessellate", "1")
    for number, ring in enumerate(rings):
        edge = add(add(polygon, "innerBoundaryIs" if number else "outerBoundaryIs"), "LinearRing")
        add(edge, "coordinates", _coordinates([(lon_deg, lat_deg) for lon_deg, lat_deg in ring]))


def _coordinates(places: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{east_west_deg(lon):.{_DECIMALS}f},{lat:.{_DECIMALS}f}" for lon, lat in places)
