"""Scene 3, its second half: a question asked by one party, answered through the release check, counted by both."""

from collections.abc import Mapping
from typing import Any

from comity.cli.demo.ships import ships
from comity.cli.demo.story import AGREE_LIMIT_S, DRILL, OFFICES, RESCUE, Stage, until
from comity.ground import MS_PER_HOUR, date_time_group, parse_instant

CLAUSE, ITEM, AREA = "4.3", "rescue.case", "south-west-mediterranean"
DUE_MS = 6 * MS_PER_HOUR
AROUND_MS = 24 * MS_PER_HOUR


def question(stage: Stage) -> None:
    """Scene 3: ships through the release check; then the second party asks, the first answers, both accounts agree."""
    narrator = stage.narrator
    ships(stage)
    algeria = stage.actors["DZ"].client
    sent = ask(stage)
    narrator.say(
        "demo-asked",
        at_ms=sent["sent_ms"],
        party="US",
        id=sent["request"],
        article=CLAUSE,
        item=sent["item_title"],
        area=_area(stage),
    )
    stage.look()
    until(lambda: _on_today(stage, sent["hash"]) is not None, AGREE_LIMIT_S)
    due = _on_today(stage, sent["hash"]) or {}
    narrator.say("demo-asked-today", party="DZ", id=due["request"], due=date_time_group(due["due_ms"]))
    answer = {"request": sent["hash"], "cases": [DRILL], "office": OFFICES["DZ"]}
    (part,) = algeria.post(stage.path("requests/answers"), answer | {"preview": True})["parts"]
    leaves, stays = sorted(part["after"]), sorted(set(part["before"]) - set(part["after"]))
    narrator.say("demo-checked", rule=part["rule"], leaves=", ".join(leaves), stays=", ".join(stays))
    answered = algeria.post(stage.path("requests/answers"), answer)
    stage.look()
    until(lambda: _state(stage, "US", sent["hash"]) == _state(stage, "DZ", sent["hash"]) == "answered", AGREE_LIMIT_S)
    narrator.say("demo-answered", party="DZ", id=sent["request"], index=answered["position"])
    _tell_account(stage)
    algeria.post(f"/api/v1/cases/{DRILL}/standing", {"stage": "conclusion", "smc": "ours"})
    narrator.say("demo-drill-ended", party="DZ", case=DRILL)


def ask(stage: Stage) -> Mapping[str, Any]:
    """Let the second party ask the first what it knows of cases in these days; return the request as it was sent."""
    partner = stage.actors["US"].client
    drafted = partner.post(stage.path("requests/drafts"), _asks(stage, partner.get("/api/v1/node")["now_ms"]))
    sent: Mapping[str, Any] = partner.post(
        stage.path("requests"), {"request": drafted["request"], "office": OFFICES["US"]}
    )
    return sent


def _asks(stage: Stage, now_ms: int) -> dict[str, Any]:
    lost_ms = parse_instant(stage.case["scenario"][0]["time"])
    return {
        "clause": CLAUSE,
        "item": ITEM,
        "about": {"area": AREA},
        "from_ms": lost_ms - AROUND_MS,
        "to_ms": lost_ms + AROUND_MS,
        "purpose": RESCUE,
        "due_ms": now_ms + DUE_MS,
        "office": OFFICES["US"],
    }


def _area(stage: Stage) -> str:
    area = next(each for each in stage.memorandum["areas"] if each["id"] == AREA)
    return str(area["title"][stage.narrator.words.language])


def _on_today(stage: Stage, request: str) -> Mapping[str, Any] | None:
    today = stage.actors["DZ"].client.get("/api/v1/today")["requests"]
    return next((each for each in today if each["hash"] == request), None)


def _state(stage: Stage, party: str, request: str) -> str | None:
    found = stage.actors[party].client.get(stage.path("requests"))["requests"]
    return next((str(each["state"]) for each in found if each["hash"] == request), None)


def _tell_account(stage: Stage) -> None:
    """Wait until both nodes count the same, and say what they count under the article."""

    def lines(party: str) -> Any:
        return stage.actors[party].client.get(stage.path("account"))["lines"]

    until(lambda: lines("DZ") == lines("US"), AGREE_LIMIT_S)
    by_party = {each["party"]: each for line in lines("DZ") if line["clause"] == CLAUSE for each in line["parties"]}
    stage.narrator.say(
        "demo-account",
        article=CLAUSE,
        asker=stage.narrator.party("US"),
        asked=by_party["US"]["asked"],
        giver=stage.narrator.party("DZ"),
        answered=by_party["DZ"]["answered"],
        bytes=str(by_party["DZ"]["bytes"]),
    )
