"""A search on paper: the search action plan before it, the debriefing after it, in the reader's language.

In go documents: a plan (`plan.json`), what an update says and what was searched (`searched.json`), and the features of
`containment.geojson`. Units on paper: nautical miles, knots, feet, degrees and minutes, date-time groups in UTC.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from comity.files.agreements import EXAMPLE_MARKS
from comity.files.boxes import degrees_minutes
from comity.files.charts.leg_table import course_text, place_text
from comity.files.charts.plan_legs import legs_of_unit
from comity.files.paper.letters import shown
from comity.files.plan_words import miles, percent, plan_sentences
from comity.files.words import Words
from comity.ground import M_PER_FOOT, M_PER_NM, M_S_PER_KNOT, InvalidInput, date_time_group, parse_instant, utc_of
from comity.rescue import leeway_class

_NAMES = ("case", "unit", "units", "file", "searched_before")
"""Keys of a document whose texts somebody typed."""

_NONE = "–"
Features = Sequence[Mapping[str, Any]]


def brief_pdf(document: Mapping[str, Any], containment: Features, words: Words) -> bytes:
    """Return the search action plan of a plan document: map, areas, timetable, legs, and how good it is."""
    plan = _named(document, words)
    parts = [_areas(plan, words), _units(plan, words), _apart(plan, words)]
    parts += [_legs(entry, words) for entry in plan["units"]]
    return _set(
        {
            "title": words.say("files-brief-title", case=plan["case"]),
            "lead": [],
            "facts": _facts(plan, words),
            "alt": words.say("files-brief-alt"),
            "caption": words.say("files-brief-caption", time=_instant(containment)),
            "date": _day(min(parse_instant(each["leaves"]) for each in plan["units"])),
            "parts": parts,
        },
        document["units"],
        containment,
        words,
        example=document["example"],
    )


def debrief_pdf(update: Mapping[str, Any], searched: Mapping[str, Any], containment: Features, words: Words) -> bytes:
    """Return the debriefing after a search that found nothing: what was searched, POS so far, where to look, what next.

    Parameters
    ----------
    update
        What `comity rescue update` says (`comity/update/1`).
    searched
        The account of all searches (`searched.json`).
    containment
        Features of `containment.geojson` after the last search.
    """
    told, account = _named(update, words), _named(searched, words)
    flown = [unit for search in searched["searches"] for unit in search["units"]]
    ahead = told["plan"]
    lines = [words.say("cli-update-no-plan")] if ahead is None else plan_sentences(ahead, words)
    parts = [_flown(account, words), _now(told, words), _part(words.say("files-debrief-next"), lines=lines)]
    lead = words.say(
        "cli-update-done",
        case=told["case"],
        pos=percent(told["pos"]),
        so_far=percent(told["pos_so_far"]),
    )
    return _set(
        {
            "title": words.say("files-debrief-title", case=told["case"]),
            "lead": [lead],
            "facts": [],
            "alt": words.say("files-debrief-alt"),
            "caption": words.say("files-debrief-caption", time=_instant(containment)),
            "date": _day(max(parse_instant(each["ends"]) for each in account["searches"])),
            "parts": parts,
        },
        flown,
        containment,
        words,
        example=update["example"],
    )


def _set(
    data: Mapping[str, Any], units: Sequence[Mapping[str, Any]], containment: Features, words: Words, *, example: bool
) -> bytes:
    from comity.files.charts.plan_picture import plan_picture  # the drawing and the typesetter, only for a paper
    from comity.files.paper.typesetting import ARCHIVAL, typeset

    return typeset(
        "search.typ",
        {
            "language": words.language,
            "mark": EXAMPLE_MARKS[words.language] if example else "",
            "page_of": words.say("files-audit-page-of"),
            "warning": words.say("files-map-not-for-navigation"),
            "picture": plan_picture(units, containment, words),
            **data,
        },
        ARCHIVAL,
    )


def _instant(containment: Features) -> str:
    """Return the instant of the areas on the map."""
    return date_time_group(parse_instant(containment[0]["properties"]["time"])) if containment else _NONE


def _named(value: Any, words: Words, *, typed: bool = False) -> Any:
    """Return a document whose names show what they hide."""
    if isinstance(value, Mapping):
        return {key: _named(each, words, typed=key in _NAMES) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_named(each, words, typed=typed) for each in value]
    return shown(value, words.language) if typed and isinstance(value, str) else value


def _facts(plan: Mapping[str, Any], words: Words) -> list[list[str]]:
    begins = min(parse_instant(each["begins"]) for each in plan["units"])
    ends = max(parse_instant(each["ends"]) for each in plan["units"])
    facts = [
        ("files-brief-pos", percent(plan["pos"])),
        ("files-brief-bound", percent(plan["pos_bound"])),
        ("files-brief-manual", percent(plan["manual_pos"])),
        ("files-brief-object", ", ".join(_objects(plan["units"][0], words))),
        ("files-brief-period", f"{date_time_group(begins)} – {date_time_group(ends)}"),
    ]
    if plan["conditions"] is not None:
        met = plan["conditions"]
        said = words.say(
            "files-brief-met",
            visibility=f"{met['visibility_m'] / M_PER_NM:.1f}",
            wind=f"{met['wind_m_s'] / M_S_PER_KNOT:.0f}",
            sea=f"{met['sea_m']:.1f}",
        )
        facts.append(("files-brief-conditions", said))
    if plan["searched_before"]:
        facts += [
            ("files-brief-before", ", ".join(plan["searched_before"])),
            ("files-brief-found-before", percent(plan["pos_so_far_with_plan"])),
        ]
    return [[words.say(name), value] for name, value in facts]


def _objects(entry: Mapping[str, Any], words: Words) -> list[str]:
    return [_object(str(each["object"]), words) for each in entry["sweep_width"]["objects"]]


def _object(key: str, words: Words) -> str:
    """Return what an object is called; its key where it has no class of the table."""
    try:
        return words.say(f"leeway-{leeway_class(key).number}")
    except (InvalidInput, KeyError):
        return shown(key, words.language)


def _part(
    title: str, heads: Sequence[str] = (), rows: Sequence[Sequence[str]] = (), *, lines: Sequence[str] = ()
) -> dict[str, Any]:
    return {"title": title, "heads": list(heads), "rows": [list(row) for row in rows], "lines": list(lines)}


def _heads(words: Words, message: str) -> list[str]:
    return words.say(message).split("|")


def _areas(plan: Mapping[str, Any], words: Words) -> dict[str, Any]:
    rows = [
        (
            _sortie(entry),
            f"{entry['pattern']} · {words.say('pattern-' + entry['pattern'])}",
            _place(entry["area"]),
            f"{miles(entry['area']['length_m'])} × {miles(entry['area']['width_m'])}",
            course_text(entry["area"]["bearing_deg"]),
            miles(entry["track_spacing_m"]),
            " / ".join(miles(each["sweep_width_m"]) for each in entry["sweep_width"]["objects"]),
            " / ".join(f"{each:.2f}" for each in entry["coverage"]),
            percent(entry["poc"]),
            percent(entry["pod"]),
            percent(entry["pos"]),
        )
        for entry in plan["units"]
    ]
    lines = [
        words.say("cli-plan-drifting", unit=entry["unit"])
        for entry in plan["units"]
        if any(entry["area"]["drift_m_s"].values())
    ]
    return _part(words.say("files-brief-areas"), _heads(words, "files-brief-areas-head"), rows, lines=lines)


def _units(plan: Mapping[str, Any], words: Words) -> dict[str, Any]:
    rows = [
        (
            _sortie(entry),
            words.say(f"platform-{entry['platform']}"),
            _NONE if entry["altitude_m"] is None else f"{entry['altitude_m'] / M_PER_FOOT:.0f}",
            f"{entry['speed_m_s'] / M_S_PER_KNOT:.0f}",
            *(_group(entry[name]) for name in ("leaves", "begins", "ends", "returns")),
            _place(entry["commence_search_point"]),
        )
        for entry in plan["units"]
    ]
    return _part(words.say("files-brief-units"), _heads(words, "files-brief-units-head"), rows)


def _apart(plan: Mapping[str, Any], words: Words) -> dict[str, Any]:
    lines = [
        words.say(
            "cli-plan-above", one=pair["units"][0], other=pair["units"][1], feet=f"{pair['apart_m'] / M_PER_FOOT:.0f}"
        )
        for pair in plan["above_one_another"]
    ]
    lines = list(dict.fromkeys(lines)) or [
        words.say("files-brief-nobody-meets")
    ]  # two sorties of a unit meet one twice
    if plan["ashore"] > 0:
        lines.append(words.say("cli-plan-ashore", share=percent(plan["ashore"])))
    return _part(words.say("files-brief-apart"), lines=lines)


def _legs(entry: Mapping[str, Any], words: Words) -> dict[str, Any]:
    rows = [
        (
            str(leg.number),
            words.say(f"files-plan-part-{leg.part}"),
            place_text(leg.begin),
            place_text(leg.end),
            course_text(leg.course_deg),
            miles(leg.length_m),
            f"{leg.speed_m_s / M_S_PER_KNOT:.0f}",
            date_time_group(leg.begin.time_ms),
            date_time_group(leg.end.time_ms),
        )
        for leg in legs_of_unit(entry)
    ]
    return _part(words.say("files-brief-legs", unit=_sortie(entry)), _heads(words, "files-brief-legs-head"), rows)


def _flown(account: Mapping[str, Any], words: Words) -> dict[str, Any]:
    rows = []
    for search in account["searches"]:
        for unit in search["units"]:
            legs = [leg for leg in legs_of_unit({"sortie": "", "pattern": "", **unit}) if leg.part == "search"]
            rows.append(
                (
                    search["file"],
                    unit["unit"],
                    date_time_group(legs[0].begin.time_ms),
                    date_time_group(legs[-1].end.time_ms),
                    miles(float(np.sum([leg.length_m for leg in legs]))),
                    percent(search["pos"]),
                )
            )
    return _part(words.say("files-debrief-flown"), _heads(words, "files-debrief-flown-head"), rows)


def _now(update: Mapping[str, Any], words: Words) -> dict[str, Any]:
    rows = [(f"{area['level'] * 100:g} %", f"{area['area_km2']:.0f}") for area in update["containment"]]
    return _part(words.say("files-debrief-now"), _heads(words, "files-debrief-now-head"), rows)


def _day(instant_ms: int) -> list[int]:
    """Return the day of a search in UTC: the paper is of that day, whenever it is printed."""
    day = utc_of(instant_ms)
    return [day.year, day.month, day.day]


def _sortie(entry: Mapping[str, Any]) -> str:
    return f"{entry['unit']} · {entry['sortie']}"


def _place(place: Mapping[str, float]) -> str:
    return f"{degrees_minutes(place['lat_deg'], 'NS', 2)} {degrees_minutes(place['lon_deg'], 'EW', 3)}"


def _group(text: str) -> str:
    return date_time_group(parse_instant(text))
