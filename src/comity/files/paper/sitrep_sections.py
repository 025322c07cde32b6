"""What a node knows of a case, as the sections of a SITREP: each a few lines in one language, none invented.

In go facts: the case document, what the drift and the searches found, the plan that units fly, the log. A section of
which nothing is known says so. Units in the lines: nautical miles, knots, feet, degrees and minutes, date-time groups.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.files.boxes import degrees_minutes
from comity.files.charts.leg_table import course_text
from comity.files.plan_words import miles, percent
from comity.files.words import Words
from comity.ground import M_PER_FOOT, M_S_PER_KNOT, InvalidInput, date_time_group, parse_instant
from comity.rescue import leeway_class

MOST_LINES = 12
"""Of one list in a section: a report is read over a telephone, and what was said before is not repeated."""


@dataclass(frozen=True)
class CaseFacts:
    """What is known of a case, in no language.

    Parameters
    ----------
    document
        The case document as it stands.
    summary, plan, learnt
        `summary.json` of the drift, the plan that units fly (`comity/plan/1`), what was learnt (`comity/update/1`).
    party
        Who co-ordinates, by language.
    stage, ended_ms
        One of the five stages of the IAMSAR Manual, and when the last one began.
    log
        What was done, oldest first: instant and sentence, by language.
    lent
        What was offered or asked of the partner, by language.
    on_scene
        The unit that co-ordinates on scene (OSC), and since when.
    """

    document: Mapping[str, Any]
    summary: Mapping[str, Any] | None
    plan: Mapping[str, Any] | None
    learnt: Mapping[str, Any] | None
    party: Mapping[str, str]
    stage: str
    opened_ms: int
    now_ms: int
    ended_ms: int | None
    log: Mapping[str, Sequence[tuple[int, str]]]
    lent: Mapping[str, Sequence[str]]
    on_scene: tuple[str, int] | None = None


def sections(facts: CaseFacts, words: Words) -> dict[str, str]:
    """Return each section of the full form, by its letter."""
    return {letter: "\n".join(write(facts, words)) for letter, write in SECTIONS.items()}


def _identity(facts: CaseFacts, words: Words) -> list[str]:
    title = facts.document["case"].get("title")
    return [*([title] if title else []), *_objects(facts, words)[:1]]


def _objects(facts: CaseFacts, words: Words) -> list[str]:
    return [object_name(each.get("leeway"), words) for each in facts.document.get("object", [])]


def object_name(leeway: Any, words: Words) -> str:
    """Return what a class of drifting objects is called; what has none, by what it is."""
    try:
        return words.say(f"leeway-{leeway_class(leeway).number}")
    except (InvalidInput, KeyError, TypeError):
        return words.say("sitrep-object-of-wind")


def _position(facts: CaseFacts, words: Words) -> list[str]:
    lines = []
    for each in facts.document.get("scenario", []):
        if each.get("kind") == "last_known_position":
            error = miles(each.get("position_error_m", 0.0))
            at = date_time_group(parse_instant(each["time"]))
            lines.append(words.say("sitrep-last-known", place=place_text(each), at=at, error=error))
    if facts.summary is not None:
        last = date_time_group(parse_instant(facts.summary["last"]))
        lines.append(words.say("sitrep-centre", place=place_text(facts.summary["centre"], "_deg"), at=last))
    return lines[:MOST_LINES] or [words.say("sitrep-not-known")]


def place_text(place: Mapping[str, Any], unit: str = "") -> str:
    """Return a position in degrees and minutes."""
    lat, lon = place[f"lat{unit}"], place[f"lon{unit}"]
    return f"{degrees_minutes(lat, 'NS', 2)} {degrees_minutes(lon, 'EW', 3)}"


def _situation(facts: CaseFacts, words: Words) -> list[str]:
    case = facts.document["case"]
    opened = case.get("opened")
    opened_ms = facts.opened_ms if opened is None else parse_instant(str(opened))
    nature = [words.say("console-nature", nature=str(case["nature"]))] if case.get("nature") else []
    stage = words.say("sitrep-stage", stage=words.say(f"console-stage-{facts.stage}"))
    return [*nature, words.say("sitrep-alerted", at=date_time_group(opened_ms)), stage]


def _persons(facts: CaseFacts, words: Words) -> list[str]:
    count = facts.document["case"].get("persons_on_board")
    return [words.say("sitrep-not-known") if count is None else str(count)]


def _assistance(facts: CaseFacts, words: Words) -> list[str]:
    return list(facts.lent[words.language])[:MOST_LINES] or [words.say("sitrep-none")]


def _centre(facts: CaseFacts, words: Words) -> list[str]:
    return [words.say("sitrep-centre-of", party=facts.party[words.language])]


def _description(facts: CaseFacts, words: Words) -> list[str]:
    return _objects(facts, words)[:MOST_LINES] or [words.say("sitrep-not-known")]


def _weather(facts: CaseFacts, words: Words) -> list[str]:
    lines = []
    met = facts.document.get("conditions") or {}
    for name in ("visibility_nm", "wind_kt", "sea_m", "water_c"):
        if met.get(name) is not None:
            lines.append(words.say(f"sitrep-{name.replace('_', '-')}", value=f"{met[name]:g}"))
    seen = [_observation(each, words) for each in facts.document.get("observation") or []]
    return [*lines, *seen][:MOST_LINES] or [words.say("sitrep-not-known")]


def _observation(each: Mapping[str, Any], words: Words) -> str:
    at, where = date_time_group(parse_instant(str(each["time"]))), place_text(each)
    if "from_deg" in each:
        said = words.say("sitrep-wind-seen", course=course_text(each["from_deg"]), speed=f"{each['speed_kt']:g}")
    elif "set_deg" in each:
        said = words.say("sitrep-current-seen", course=course_text(each["set_deg"]), speed=f"{each['drift_kt']:g}")
    else:
        said = words.say("sitrep-flow-seen", east=f"{each['east_m_s']:g}", north=f"{each['north_m_s']:g}")
    return words.say("sitrep-seen", what=said, place=where, at=at)


def _actions(facts: CaseFacts, words: Words) -> list[str]:
    lines = [
        words.say("sitrep-done", at=date_time_group(at_ms), what=said) for at_ms, said in facts.log[words.language]
    ]
    return lines[:MOST_LINES] or [words.say("sitrep-none")]


def _areas(facts: CaseFacts, words: Words) -> list[str]:
    if facts.plan is None:
        return [words.say("sitrep-no-plan")]
    lines = [_area(entry, words) for entry in facts.plan["units"]][:MOST_LINES]
    found = words.say("sitrep-pos", pos=percent(facts.plan["pos"]), bound=percent(facts.plan["pos_bound"]))
    return [*lines, found]


def _area(entry: Mapping[str, Any], words: Words) -> str:
    area = entry["area"]
    return words.say(
        "sitrep-area",
        unit=f"{entry['unit']} {entry['sortie']}",
        pattern=entry["pattern"],
        length=miles(area["length_m"]),
        width=miles(area["width_m"]),
        course=course_text(area["bearing_deg"]),
        place=place_text(area, "_deg"),
        spacing=miles(entry["track_spacing_m"]),
        begins=date_time_group(parse_instant(entry["begins"])),
        ends=date_time_group(parse_instant(entry["ends"])),
        pod=percent(entry["pod"]),
    )


def _instructions(facts: CaseFacts, words: Words) -> list[str]:
    lines = [osc_text(facts, words)]
    if facts.plan is None:
        return lines
    for entry in facts.plan["units"][:MOST_LINES]:
        height = entry["altitude_m"]
        lines.append(
            words.say(
                "sitrep-unit" if height is None else "sitrep-aircraft",
                unit=f"{entry['unit']} {entry['sortie']}",
                platform=words.say(f"platform-{entry['platform']}"),
                speed=f"{entry['speed_m_s'] / M_S_PER_KNOT:.0f}",
                height="" if height is None else f"{height / M_PER_FOOT:.0f}",
                place=place_text(entry["commence_search_point"], "_deg"),
                at=date_time_group(parse_instant(entry["begins"])),
            )
        )
    return lines


def osc_text(facts: CaseFacts, words: Words) -> str:
    """Return who co-ordinates on scene."""
    if facts.on_scene is None:
        return words.say("sitrep-no-osc")
    unit, since_ms = facts.on_scene
    return words.say("sitrep-osc", unit=unit, at=date_time_group(since_ms))


def _plans(facts: CaseFacts, words: Words) -> list[str]:
    units = [] if facts.plan is None else facts.plan["units"]
    ahead = [entry for entry in units if parse_instant(entry["begins"]) > facts.now_ms]
    lines = [
        words.say(
            "sitrep-ahead",
            unit=f"{entry['unit']} {entry['sortie']}",
            begins=date_time_group(parse_instant(entry["begins"])),
            ends=date_time_group(parse_instant(entry["ends"])),
        )
        for entry in ahead
    ]
    return lines[:MOST_LINES] or [words.say("sitrep-no-sortie")]


def _additional(facts: CaseFacts, words: Words) -> list[str]:
    lines = []
    if facts.learnt is not None and facts.learnt["searches"]:
        for each in facts.learnt["searches"]:
            units = ", ".join(each["units"])
            lines.append(words.say("sitrep-searched", name=each["file"], units=units, pos=percent(each["pos"] or 0.0)))
        lines = [*lines[-MOST_LINES:], words.say("sitrep-so-far", pos=percent(facts.learnt["pos_so_far"]))]
    if facts.ended_ms is not None:
        lines.append(words.say("sitrep-ended", at=date_time_group(facts.ended_ms)))
    return lines or [words.say("sitrep-none")]


SECTIONS: Mapping[str, Callable[[CaseFacts, Words], list[str]]] = {
    "A": _identity,
    "B": _position,
    "C": _situation,
    "D": _persons,
    "E": _assistance,
    "F": _centre,
    "G": _description,
    "H": _weather,
    "J": _actions,
    "K": _areas,
    "L": _instructions,
    "M": _plans,
    "N": _additional,
}
"""What writes each section."""
