"""A plan as charts and paper take it: every format by the name of its file, from the plan in numbers and its map.

A new format is one writer in `PLAN_CHARTS`. What carries words carries those of one language; the same plan, areas and
language give the same bytes.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import orjson

from comity.files.charts.gpx_routes import plan_gpx
from comity.files.charts.kml import plan_kml
from comity.files.charts.leg_table import legs_in_words, plan_csv
from comity.files.charts.rtz import plan_rtz
from comity.files.standards.cot import plan_tak
from comity.files.words import Words

DEBRIEF = "debrief.pdf"

Features = Sequence[Mapping[str, Any]]
"""The features of `containment.geojson`."""

Writer = Callable[[Mapping[str, Any], Features, Words], bytes]


def plan_charts(document: Mapping[str, Any], containment_geojson: bytes, words: Words) -> dict[str, bytes]:
    """Return the files of a plan document (`plan.json`) by name."""
    areas = features(containment_geojson)
    return {name: write(document, areas, words) for name, write in PLAN_CHARTS.items()}


def debrief(update: Mapping[str, Any], searched_json: bytes, containment_geojson: bytes, words: Words) -> bytes:
    """Return `debrief.pdf` of what `comity rescue update` says (`comity/update/1`)."""
    from comity.files.paper.searches import debrief_pdf

    areas = features(containment_geojson)
    return debrief_pdf(update, orjson.loads(searched_json), areas, words)


def features(geojson: bytes) -> Features:
    """Return the features of a collection."""
    found: list[dict[str, Any]] = orjson.loads(geojson)["features"]
    return found


def _brief(document: Mapping[str, Any], areas: Features, words: Words) -> bytes:
    from comity.files.paper.searches import brief_pdf  # the typesetter and the drawing: nobody loads them for a route

    return brief_pdf(document, areas, words)


PLAN_CHARTS: Mapping[str, Writer] = {
    "legs.gpx": lambda document, _areas, _words: plan_gpx(document),
    "legs-rtz.zip": lambda document, _areas, _words: plan_rtz(document),
    "plan.kml": plan_kml,
    "plan-tak.zip": lambda document, areas, _words: plan_tak(document, areas),
    "legs.csv": lambda document, _areas, _words: plan_csv(document),
    "legs.txt": lambda document, _areas, words: legs_in_words(document, words),
    "brief.pdf": _brief,
}
"""The files of a plan for charts and paper, and what writes each."""
