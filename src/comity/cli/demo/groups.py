"""Scene 2: the two ministries talk, three groups are set up, a decision bears one signature and then two, work goes on.

Then both nodes live the first year of the example, so that later scenes, and the console, tell of it.
"""

from itertools import islice
from typing import Any

from comity.cli.demo.first_year import PARTIES, Deed
from comity.cli.demo.story import Stage, decision
from comity.cli.demo.told import day, day_of, lines, record, tell_step, words
from comity.cli.demo.year import AGREEMENTS

MEMORANDUM = AGREEMENTS[0]
TALKS = "meeting/wg-sea-rescue-1"
EARLIER = "earlier_instrument"
SHOWN_STEPS = 4
LATER = ("scholarship-template", "study-places")
"""Records of the new kind of initiative, which scene 11 plays."""


def talks(stage: Stage) -> None:
    """Scene 2: talks agreed, three groups set up, a decision of one and of both, the year lived, next steps."""
    year = stage.year
    if year is None:
        decision(stage)
        return
    first_ms = min(deed.at_ms for deed in year.deeds if deed.document is not None)
    year.play(lambda deed: deed.at_ms < first_ms)
    _tell_earlier(stage)
    _tell_talks(stage)
    for line in lines(stage, MEMORANDUM, "DZ", "?kind=group"):
        shown = record(stage, MEMORANDUM, line["key"])
        stage.narrator.say("demo-group-set-up", title=words(stage, shown["title"]), party=shown["proposer"])
        tell_step(stage, shown, "establish")
    decision(stage)
    year.take_as_done(stage.decision)
    played = year.play(lambda deed: not is_later(deed))
    _tell_year(stage, acts=played.acts, signatures=played.signatures, looks=played.looks, seconds=played.seconds)
    _tell_next_steps(stage)


def is_later(deed: Deed) -> bool:
    """Tell whether an act belongs to the new kind of initiative."""
    return deed.template is not None or deed.record in LATER


def _tell_earlier(stage: Stage) -> None:
    """Say what stood before the memorandum, each in its place: what replaces what, and where both signed that."""
    shown = [record(stage, MEMORANDUM, line["key"]) for line in lines(stage, MEMORANDUM, "DZ", "?kind=document")]
    earlier = sorted(
        (each for each in shown if each["document"]["document_kind"] == EARLIER),
        key=lambda each: str(each["document"]["on"]),
    )
    titles = {each["document"]["id"]: words(stage, each["title"]) for each in earlier}
    for each in earlier:
        document, replaced = each["document"], titles.get(each["document"].get("supersedes", ""), "")
        stage.narrator.say(
            "demo-earlier",
            title=words(stage, each["title"]),
            day=day_of(document["on"]),
            replaced=replaced,
            replaces="yes" if replaced else "no",
        )
        tell_step(stage, each, "sign")


def _tell_talks(stage: Stage) -> None:
    shown = record(stage, MEMORANDUM, TALKS)
    document = shown["document"]
    stage.narrator.say(
        "demo-talks-proposed",
        party=shown["proposer"],
        title=words(stage, shown["title"]),
        day=day(document["starts_ms"]),
        place=words(stage, document["place"]),
    )
    for move in ("agree", "sign_minutes"):
        tell_step(stage, shown, move)
    stage.narrator.say("demo-minutes-say", minutes=words(stage, document["minutes"]))


def _tell_year(stage: Stage, *, acts: int, signatures: int, looks: int, seconds: float) -> None:
    """Say what the year took, once both nodes show the same records and nothing in their logs is without effect."""
    shown = [_standing(stage, party) for party in PARTIES]
    if shown[0] != shown[1]:
        raise AssertionError("the nodes show different records")
    for agreement in AGREEMENTS:
        if stage.actors["DZ"].client.get(stage.path("cooperation/not-counted", agreement)):
            raise AssertionError("an act of the year does not count")
    stage.narrator.say(
        "demo-year-lived",
        acts=acts,
        signatures=signatures,
        looks=looks,
        seconds=f"{seconds:.1f}",
        records=len(shown[0]),
        waiting=sum(waits for *_, waits in shown[0]),
    )


def _standing(stage: Stage, party: str) -> list[tuple[Any, ...]]:
    """Return what a node shows of each record: its name, state, since when, and whether a text waits."""
    return [
        (each["key"], each["state"], each["since_ms"], each["waiting"] is not None)
        for agreement in AGREEMENTS
        for each in lines(stage, agreement, party)
    ]


def _tell_next_steps(stage: Stage) -> None:
    found = sorted(lines(stage, MEMORANDUM, "DZ", "?kind=action&open=true"), key=lambda each: int(each["due_ms"]))
    for each in islice(found, SHOWN_STEPS):
        stage.narrator.say(
            "demo-next-step-late" if each["is_late"] else "demo-next-step",
            title=words(stage, each["title"]),
            office=stage.office(each["owner_office"]),
            due=day(each["due_ms"]),
            state=words(stage, each["state_name"]),
        )
