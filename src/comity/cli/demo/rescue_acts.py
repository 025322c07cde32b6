"""What two centres sign about one search: a unit that one lends the other, and who co-ordinates (SMC)."""

from collections.abc import Mapping
from typing import Any

from comity.cli.demo.story import AGREE_LIMIT_S, WATCH, Stage, until
from comity.ground import M_PER_FOOT, M_S_PER_KNOT, MS_PER_HOUR, parse_instant

FREE_MS = 6 * MS_PER_HOUR
"""How long the offer stands, by the clock of today: the search is of 2008, the signatures are of now."""


def lend(stage: Stage, ids: Mapping[str, str], unit: Mapping[str, Any]) -> Mapping[str, Any]:
    """Let the partner offer a unit and the first party accept it; return it as a case file names it."""
    algeria, partner = stage.actors["DZ"].client, stage.actors["US"].client
    offer = {"kind": "offer", "unit": _lent(unit, partner.get("/api/v1/node")["now_ms"]), "office": WATCH["US"]}
    made = partner.post(f"/api/v1/cases/{ids['US']}/resources", offer)[-1]
    stage.narrator.say(
        "demo-search-offered",
        party="US",
        platform=stage.narrator.words.say(f"platform-{unit['platform']}"),
        clause=made["clause"],
        index=_entries(stage, "US", made["series"])["US"],
    )
    _sign(stage, "DZ", made["series"], made["hash"])

    def lent() -> Mapping[str, Any] | None:
        known = algeria.get(f"/api/v1/cases/{ids['DZ']}/resources")
        found: Mapping[str, Any] | None = next((each["unit"] for each in known if each["hash"] == made["hash"]), None)
        return found

    until(lambda: lent() is not None, AGREE_LIMIT_S)
    found = lent() or {}
    index = _entries(stage, "DZ", made["series"])["DZ"]
    stage.narrator.say("demo-search-accepted", party="DZ", index=index, case=ids["DZ"], unit=found["id"])
    return found


def hand_over(stage: Stage, ids: Mapping[str, str]) -> None:
    """Let both centres sign that the partner's co-ordinates from now on, and check that both nodes say so."""
    proposed = stage.actors["DZ"].client.post(f"/api/v1/cases/{ids['DZ']}/custody", {"to": "US", "office": WATCH["DZ"]})
    pending = proposed["pending"]
    _sign(stage, "US", proposed["series"], pending["hash"])

    def holders() -> set[str]:
        return {stage.actors[party].client.get(f"/api/v1/cases/{ids[party]}/custody")["holder"] for party in ids}

    until(lambda: holders() == {"US"}, AGREE_LIMIT_S)
    entries = _entries(stage, "DZ", proposed["series"])
    stage.narrator.say(
        "demo-search-handed-over",
        giver=stage.narrator.party("DZ"),
        taker=stage.narrator.party("US"),
        incident=proposed["incident"],
        clause=pending["clause"],
        dz=entries["DZ"],
        us=entries["US"],
    )


def _sign(stage: Stage, party: str, series: str, choice: str) -> None:
    """Sign what the other tabled, and let both nodes look until each has a receipt."""
    stage.look()
    body = {"series": series, "choice": choice, "office": WATCH[party]}
    stage.actors[party].client.post(stage.path("votes"), body)
    stage.look()
    stage.look()


def _entries(stage: Stage, party: str, series: str) -> dict[str, int]:
    """Return by party the entry of its log that holds its signature, as a node shows it."""
    shown = stage.actors[party].client.get(stage.path(f"series/{series}"))
    return {each["party"]: each["position"] for each in shown["versions"][-1]["signatures"]}


def _lent(unit: Mapping[str, Any], now_ms: int) -> dict[str, Any]:
    """Return a `[[unit]]` of a case file as what can be lent: by what it can do, without its name."""
    height = {"altitude_m": round(unit["altitude_ft"] * M_PER_FOOT)} if "altitude_ft" in unit else {}
    return {
        "platform": unit["platform"],
        "speed_m_s": unit["speed_kt"] * M_S_PER_KNOT,
        "endurance_s": unit["endurance_s"],
        "base_lat_deg": unit["base"]["lat"],
        "base_lon_deg": unit["base"]["lon"],
        "from_ms": parse_instant(unit["on_scene"]),
        "until_ms": now_ms + FREE_MS,
        **height,
    }
