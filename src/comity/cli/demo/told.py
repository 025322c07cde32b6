"""What the scenes of cooperation read from the nodes, and how they say it: records, who signed where, money, days."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from comity.cli.demo.first_year import PARTIES
from comity.cli.demo.story import Stage, said
from comity.cooperation import written
from comity.ground import MS_PER_S, ComityError

Told = Mapping[str, Any]


def record(stage: Stage, agreement: str, key: str, party: str = "DZ") -> Told:
    """Return a record as a node shows it."""
    found: Told = stage.actors[party].client.get(stage.path(f"cooperation/records/{key}", agreement))
    return found


def lines(stage: Stage, agreement: str, party: str, asked: str = "") -> list[Told]:
    """Return the records in lines, as a node lists them."""
    found: list[Told] = stage.actors[party].client.get(stage.path(f"cooperation/records{asked}", agreement))
    return found


def words(stage: Stage, text: Mapping[str, str]) -> str:
    """Return a text of three languages in the reader's."""
    return text[stage.narrator.words.language]


def tell_step(stage: Stage, shown: Told, move: str) -> None:
    """Say who made a move of a record, and where each signature stands."""
    act = next(each for each in reversed(shown["history"]) if each["move"] == move)
    places = {each["party"]: each["position"] for each in act["positions"]}
    name = words(stage, act["move_name"])
    if act["series"] is None:
        stage.narrator.say("demo-step-one", move=name, party=act["by"], index=places[act["by"]])
        return
    stage.narrator.say(
        "demo-step-both", move=name, party=act["by"], **{party.lower(): places[party] for party in PARTIES}
    )


def refused(stage: Stage, agreement: str, key: str, move: str, *, party: str, office: str) -> str:
    """Try a move that must not count; return what the node answers, in the reader's language."""
    body = {"move": move, "fields": {}, "office": office, "sign": True}
    try:
        stage.actors[party].client.post(stage.path(f"cooperation/records/{key}/acts", agreement), body)
    except ComityError as error:
        return said(error)
    raise AssertionError(f"{move} of {key} counted")


def is_same_on_both(stage: Stage, agreement: str, key: str) -> bool:
    """Tell whether both nodes show one record alike: its last act, its state, its sums."""
    here, there = (record(stage, agreement, key, party) for party in PARTIES)
    return all(here[each] == there[each] for each in ("head", "state", "account", "unit_costs"))


def money(value: Mapping[str, Any]) -> str:
    """Return an amount in the neutral form of signed texts."""
    return written.plain(written.amount(value["amount_minor"], value["currency"]))


def number(value: int) -> str:
    """Return a whole number in the neutral form."""
    return written.plain(written.number(value))


def day(instant_ms: int) -> str:
    """Return the day of an instant."""
    return written.plain(written.day(datetime.fromtimestamp(instant_ms / MS_PER_S, UTC).date()))


def day_of(text: str) -> str:
    """Return a day that stands in a record as text."""
    return written.plain(written.day(date.fromisoformat(text)))
