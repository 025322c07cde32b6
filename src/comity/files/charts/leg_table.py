"""The leg table of a plan: for a spreadsheet as columns, for a crew in words.

Units in the columns as their names say; in words nautical miles, knots, degrees and minutes, date-time groups in UTC.
"""

from collections.abc import Mapping
from typing import Any

from comity.files.boxes import degrees_minutes
from comity.files.cells import csv_bytes
from comity.files.charts.plan_legs import Leg, Point, legs_of_unit, way_name
from comity.files.words import Words
from comity.ground import M_PER_NM, M_S_PER_KNOT, date_time_group

COLUMNS = (
    "example",
    "case",
    "unit",
    "sortie",
    "pattern",
    "leg",
    "part",
    "from",
    "from_lat_deg",
    "from_lon_deg",
    "to",
    "to_lat_deg",
    "to_lon_deg",
    "course_deg",
    "distance_nm",
    "speed_kt",
    "begins",
    "ends",
)
"""Columns of the table as CSV."""


def plan_csv(document: Mapping[str, Any]) -> bytes:
    """Return the legs of a plan document (`plan.json`) as CSV, one line each, in the order of the plan."""
    rows = [
        {
            "example": document["example"],
            "case": document["case"],
            "unit": entry["unit"],
            "sortie": entry["sortie"],
            "pattern": entry["pattern"],
            "leg": leg.number,
            "part": leg.part,
            "from": leg.begin.label,
            "from_lat_deg": leg.begin.lat_deg,
            "from_lon_deg": leg.begin.lon_deg,
            "to": leg.end.label,
            "to_lat_deg": leg.end.lat_deg,
            "to_lon_deg": leg.end.lon_deg,
            "course_deg": round(leg.course_deg, 1) % 360,
            "distance_nm": round(leg.length_m / M_PER_NM, 3),
            "speed_kt": round(leg.speed_m_s / M_S_PER_KNOT, 1),
            "begins": leg.begin.time,
            "ends": leg.end.time,
        }
        for entry in document["units"]
        for leg in legs_of_unit(entry)
    ]
    return csv_bytes(rows, COLUMNS)


def legs_in_words(document: Mapping[str, Any], words: Words) -> bytes:
    """Return the legs as lines of text: what is read out over the radio, unit by unit."""
    lines = [words.say("files-plan-legs-of", case=document["case"])]
    if document["example"]:
        lines.insert(0, words.say("files-map-example"))
    for entry in document["units"]:
        lines += ["", way_name(entry)]
        lines += [leg_sentence(leg, words) for leg in legs_of_unit(entry)]
    return ("\n".join(lines) + "\n").encode("utf-8")


def leg_sentence(leg: Leg, words: Words) -> str:
    """Return one leg as a crew is told it."""
    return words.say(
        "files-plan-leg",
        number=str(leg.number),
        part=words.say(f"files-plan-part-{leg.part}"),
        course=f"{course_text(leg.course_deg)}",
        distance=f"{leg.length_m / M_PER_NM:.2f}",
        place=place_text(leg.end),
        time=date_time_group(leg.end.time_ms),
    )


def course_text(course_deg: float) -> str:
    """Return a course in whole degrees with three digits.

    >>> course_text(359.7), course_text(7.2)
    ('000°', '007°')
    """
    return f"{round(course_deg) % 360:03d}°"


def place_text(point: Point) -> str:
    """Return a position in degrees and minutes."""
    return f"{degrees_minutes(point.lat_deg, 'NS', 2)} {degrees_minutes(point.lon_deg, 'EW', 3)}"
