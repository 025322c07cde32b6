"""A plan in sentences, in the reader's language: what it finds, what no plan exceeds, and each sortie in one line.

Units for officers: nautical miles, degrees and decimal minutes, per cent; instants as date-time groups in UTC.
"""

from collections.abc import Mapping
from typing import Any

from comity.files.boxes import degrees_minutes
from comity.files.words import Words
from comity.ground import M_PER_FOOT, M_PER_NM, date_time_group, parse_instant

_NEAR = 0.9
"""Of the bound: less than it is said, with what would help. Of 200 random cases no plan is."""


def plan_sentences(document: Mapping[str, Any], words: Words) -> list[str]:
    """Return the sentences of a plan document (`plan.json`)."""
    lines = [words.say("cli-drift-example")] if document["example"] else []
    lines.append(
        words.say(
            "cli-plan-done",
            case=document["case"],
            pos=percent(document["pos"]),
            bound=percent(document["pos_bound"]),
            manual=percent(document["manual_pos"]),
        )
    )
    if document["pos"] < _NEAR * document["pos_bound"]:
        lines.append(words.say("cli-plan-far", share=percent(document["pos"] / document["pos_bound"])))
    if document["survival"] is not None:
        lines.append(
            words.say(
                "cli-plan-survival",
                alive=percent(document["survival"]["alive"]),
                source=document["survival"]["source"],
            )
        )
    for each in document["units"]:
        lines += _sortie(each, words)
    above = [
        words.say(
            "cli-plan-above",
            one=pair["units"][0],
            other=pair["units"][1],
            feet=f"{pair['apart_m'] / M_PER_FOOT:.0f}",
        )
        for pair in document["above_one_another"]
    ]
    lines += list(dict.fromkeys(above))  # two sorties of a unit meet another unit twice
    if document["ashore"] > 0:
        lines.append(words.say("cli-plan-ashore", share=percent(document["ashore"])))
    return lines


def _sortie(each: Mapping[str, Any], words: Words) -> list[str]:
    area, start = each["area"], each["commence_search_point"]
    said = words.say(
        "cli-plan-sortie",
        unit=each["unit"],
        pattern=each["pattern"],
        length=miles(area["length_m"]),
        width=miles(area["width_m"]),
        bearing=f"{area['bearing_deg']:03.0f}°",
        spacing=miles(each["track_spacing_m"]),
        place=f"{degrees_minutes(start['lat_deg'], 'NS', 2)} {degrees_minutes(start['lon_deg'], 'EW', 3)}",
        begins=date_time_group(parse_instant(each["begins"])),
        ends=date_time_group(parse_instant(each["ends"])),
        pod=percent(each["pod"]),
        pos=percent(each["pos"]),
    )
    drift = area["drift_m_s"]
    if drift["east"] == drift["north"] == 0.0:
        return [said]
    return [said, words.say("cli-plan-drifting", unit=each["unit"])]


def percent(share: float) -> str:
    """Return a probability in per cent with one decimal.

    >>> percent(0.62345)
    '62.3 %'
    """
    return f"{share * 100:.1f} %"


def miles(length_m: float) -> str:
    """Return a length in nautical miles with two decimals."""
    return f"{length_m / M_PER_NM:.2f}"
