"""The story: what each office does, and the proof of it. Every act goes through the nodes as an officer's would.

The scenes follow one another: a later one needs what an earlier one signed. `comity demo --scene N` plays those before
it without a word.
"""

import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from comity.agreement import agreement_hash, read_agreement
from comity.cli.demo.narrator import Narrator
from comity.cli.demo.stage import Actor
from comity.cli.demo.titles import FIRST, give_titles
from comity.cli.demo.year import AGREEMENTS, Year
from comity.files import folder_reader
from comity.ground import ComityError, InvalidInput, Refused, Untrusted
from comity.ledger import LogKeys, VerifiedLog, Verifier, entries_path, fetch_head, verify_log

OFFICES = {
    "DZ": "EXAMPLE: co-chair of the working group, Ministry of National Defence",
    "US": "EXAMPLE: co-chair of the working group, Department of Defense",
}
WATCH = {"DZ": "EXAMPLE: rescue co-ordination centre, Algiers", "US": "EXAMPLE: rescue co-ordination centre, Norfolk"}
"""The offices that work on a search, and that the links of the demonstration sign in."""

RESCUE = "search_and_rescue"
AGREE_LIMIT_S = 30.0
LOOK_EVERY_S = 0.1
DRILL = "drill-2008-08-06"


@dataclass
class Stage:
    """What the scenes share: both actors, the texts of the example, and what earlier scenes left."""

    folder: Path
    actors: Mapping[str, Actor]
    memorandum: Mapping[str, Any]
    decision: Mapping[str, Any]
    case: Mapping[str, Any]
    narrator: Narrator
    example: Path | None = None
    """The folder of the example, whose first year is lived; without it the memorandum stands alone."""
    titles: dict[str, Mapping[str, str]] = field(default_factory=dict)
    """What the offices are called in three languages, by their names in acts."""

    @cached_property
    def year(self) -> Year | None:
        """The first year of the example, while it is lived."""
        return Year(self.actors, self.example) if self.example else None

    @property
    def agreement(self) -> str:
        """The id of the agreement, as the nodes' addresses name it."""
        return str(self.memorandum["id"])

    def path(self, rest: str, agreement: str | None = None) -> str:
        """Return an address below the memorandum, or below another agreement."""
        return f"/api/v1/agreements/{agreement or self.agreement}/{rest}"

    def office(self, name: str) -> str:
        """Return what an office is called in the reader's language."""
        title = self.titles.get(name)
        return name if title is None else title[self.narrator.words.language]

    def look(self, agreement: str | None = None) -> None:
        """Let both nodes look at one another now: what one wrote, the other has then read and given receipt of."""
        for party in ("US", "DZ", "US"):
            self.actors[party].client.post(self.path("pull", agreement))


def memorandum(stage: Stage) -> None:
    """Scene 1: the same memorandum on both nodes, signed by one, then agreed by both."""
    narrator = stage.narrator
    agreement = read_agreement(stage.memorandum)
    for party, actor in stage.actors.items():
        held = actor.client.get(f"/api/v1/agreements/{stage.agreement}")["hash"]
        narrator.say("demo-memorandum-read", party=party, hash=held)
        if held != agreement_hash(stage.memorandum):
            raise AssertionError(f"{party} holds {held}")
    narrator.say("demo-memorandum-same", clauses=len(agreement.clauses), rules=len(agreement.rules))
    if areas := [each["title"][narrator.words.language] for each in stage.memorandum["areas"]]:
        narrator.say("demo-memorandum-areas", areas=" \u00b7 ".join(areas))
    subject = narrator.words.say("demo-subject-memorandum")
    _sign_by_both(stage, "agreement", subject)
    _sign_by_both(stage, "keys", narrator.words.say("demo-subject-keys"))
    if stage.example is not None:
        _agree_beside(stage)
        stage.narrator.say("demo-titles-given", count=give_titles(stage, FIRST, OFFICES))


def _agree_beside(stage: Stage) -> None:
    """Sign the agreement on other fields and its annex of keys, which stand beside the memorandum."""
    algeria, partner = stage.actors["DZ"].client, stage.actors["US"].client
    other = AGREEMENTS[1]
    for series in ("agreement", "keys"):
        body = {"series": series, "document": None, "sign": True, "office": OFFICES["DZ"]}
        tabled = algeria.post(stage.path("texts", other), body)["tabled"][-1]["hash"]
        partner.post(stage.path("pull", other))
        partner.post(stage.path("votes", other), {"series": series, "choice": tabled, "office": OFFICES["US"]})
    stage.look(other)
    stage.look(other)
    held = algeria.get(f"/api/v1/agreements/{other}")
    stage.narrator.say("demo-beside", title=held["title"], hash=held["hash"])


def decision(stage: Stage) -> None:
    """Scene 2: a decision of working group 1, signed by one; a release refused; then signed by both."""
    narrator, words = stage.narrator, stage.narrator.words
    groups = {group["id"]: group["title"] for group in stage.memorandum["groups"]}
    narrator.say(
        "demo-decision-tabled",
        group=groups[stage.decision["group"]][words.language],
        title=stage.decision["title"][words.language],
    )
    subject = words.say("demo-subject-decision", id=stage.decision["id"])
    series = f"decision/{stage.decision['id']}"
    sign(stage, "DZ", series, subject, stage.decision)
    drill = {"document": _drill(stage.case, words.say("demo-drill-title")), "office": WATCH["DZ"]}
    stage.actors["DZ"].client.post("/api/v1/cases", drill)
    try:
        _release(stage, DRILL)
    except Refused as error:
        narrator.say("demo-release-refused", party="DZ", reason=said(error))
    else:
        raise AssertionError("a case left before its article was at work")
    sign(stage, "US", series, subject)


def tampering(stage: Stage) -> None:
    """Scene 12: one byte of a copied log altered, and the copy refused; the log itself still verifies."""
    narrator, actor = stage.narrator, stage.actors["DZ"]
    keys = log_keys(stage, actor)
    log = actor.folder / "agreements" / stage.agreement / "log"
    copy = stage.folder / "altered-log"
    shutil.copytree(log, copy)
    bundle = copy / entries_path(0, verified(log, keys).head.checkpoint.size)
    data = bytearray(bundle.read_bytes())
    offset = len(data) // 2
    before, after = data[offset], data[offset] ^ 1
    data[offset] = after
    bundle.write_bytes(data)
    narrator.say(
        "demo-altered",
        party="DZ",
        offset=str(offset),
        file=bundle.relative_to(copy).as_posix(),
        before=f"{before:02x}",
        after=f"{after:02x}",
    )
    try:
        verified(copy, keys)
    except Untrusted as error:
        narrator.say("demo-caught", reason=narrator.words.told(error, "what", "why"))
    else:
        raise AssertionError("the altered log was accepted")
    whole = verified(log, keys)
    narrator.say(
        "demo-untouched", size=whole.head.checkpoint.size, hash="sha256:" + whole.head.checkpoint.root_hash.hex()
    )


def _sign_by_both(stage: Stage, series: str, subject: str) -> None:
    sign(stage, "DZ", series, subject, None)
    sign(stage, "US", series, subject)


def sign(stage: Stage, party: str, series: str, subject: str, document: Mapping[str, Any] | None = None) -> None:
    """Sign a text: the first party tables it, the second signs what it received; then wait until both nodes agree."""
    actor = stage.actors[party]
    if party == "DZ":
        body = {"series": series, "document": document, "sign": True, "office": OFFICES[party]}
        state = actor.client.post(stage.path("texts"), body)
        _say_signed(stage, "demo-signed-pending", party, subject, state)
        return
    stage.look()
    until(lambda: _tabled(actor, stage, series) is not None, AGREE_LIMIT_S)
    body = {"series": series, "choice": _tabled(actor, stage, series), "office": OFFICES[party]}
    state = actor.client.post(stage.path("votes"), body)
    stage.look()
    stage.look()
    until(lambda: all(_is_agreed(each, stage, series) for each in stage.actors.values()), AGREE_LIMIT_S)
    _say_signed(stage, "demo-signed-agreed", party, subject, state)


def _say_signed(stage: Stage, message: str, party: str, subject: str, state: Mapping[str, Any]) -> None:
    own = next(each for each in state["versions"][-1]["signatures"] if each["party"] == party)
    stage.narrator.say(
        message, at_ms=own["at_ms"], party=party, subject=subject, index=own["position"], hash=own["choice"]
    )


def _tabled(actor: Actor, stage: Stage, series: str) -> str | None:
    for state in actor.client.get(stage.path("series")):
        if state["name"] == series and state["standing"] == "awaiting_us":
            return str(state["tabled"][-1]["hash"])
    return None


def _is_agreed(actor: Actor, stage: Stage, series: str) -> bool:
    states = actor.client.get(stage.path("series"))
    return any(state["name"] == series and state["standing"] == "agreed" for state in states)


def _release(stage: Stage, case_id: str) -> Mapping[str, Any]:
    body = {"case": case_id, "purpose": RESCUE, "office": WATCH["DZ"]}
    answer: Mapping[str, Any] = stage.actors["DZ"].client.post(stage.path("releases"), body)
    return answer


def _drill(case: Mapping[str, Any], title: str) -> dict[str, Any]:
    return {**case, "case": {**case["case"], "id": DRILL, "title": title, "source_class": "exercise"}}


def said(error: ComityError) -> str:
    """Return what and why as the node said them, in the language that the client asked for."""
    why = error.sentence("why")
    return f"{error.sentence('what')} {why[:1].upper()}{why[1:]}."


def verified(log: Path, keys: LogKeys) -> VerifiedLog:
    """Return a log folder that verifies under these keys, or raise `Untrusted`."""
    read = folder_reader(log)
    return verify_log(read, fetch_head(read, keys))


def log_keys(stage: Stage, actor: Actor) -> LogKeys:
    """Return the name and key of a party's log, from its own card."""
    card = actor.client.get(f"/api/v1/agreements/{stage.agreement}")["our_card"]
    log = Verifier.from_vkey(card["log_key"])
    return LogKeys(log.name, log)


def until(is_so: Callable[[], bool], limit_s: float) -> None:
    """Wait until something is so, or raise `InvalidInput` after the limit."""
    until_s = time.monotonic() + limit_s
    while not is_so():
        if time.monotonic() > until_s:
            raise InvalidInput(
                "cli.demo_stuck",
                "The demonstration waited {seconds} s in vain.",
                why="a node did not do its part in that time",
                remedy="look into dz.log and us.log in the demonstration's folder, then run it again",
                seconds=f"{limit_s:.0f}",
            )
        time.sleep(LOOK_EVERY_S)
