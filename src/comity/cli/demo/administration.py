"""Scene 10: every office and key of one party changes; all signed acts still verify, and nothing is orphaned."""

from typing import Any

import orjson

from comity.cli.demo.question import ask
from comity.cli.demo.story import AGREE_LIMIT_S, OFFICES, Stage, log_keys, until, verified
from comity.cli.hand_over import write
from comity.ledger import read_keys, read_past_head
from comity.node.client import NodeClient

SUCCESSOR = "EXAMPLE: next co-chair of the working group, Department of Defense"
ROLES = ["drafter", "approver", "auditor", "operator"]
HAND_OVER = "us-hand-over.md"


def administration(stage: Stage) -> None:
    """Scene 10: an office leaves with a question open, its successor replaces the keys, and both records stand."""
    narrator, partner = stage.narrator, stage.actors["US"].client
    left = ask(stage)
    until(lambda: _is_held_by_both(stage, left["hash"]), AGREE_LIMIT_S)
    before = [actor.client.get(stage.path("series")) for actor in stage.actors.values()]
    for office in (OFFICES["US"], SUCCESSOR):
        partner.post("/api/v1/offices", {"office": office, "roles": ROLES})
    partner.post("/api/v1/offices/successions", {"office": SUCCESSOR, "succeeds": OFFICES["US"]})
    partner.post("/api/v1/offices/revocations", {"office": OFFICES["US"]})
    narrator.say("demo-offices-changed", party="US", old=OFFICES["US"], new=SUCCESSOR)
    found = partner.get("/api/v1/hand-over")
    owners = {each["subject"]: each["owner"] for one in found for each in one["open"]}
    if owners.get(left["request"]) != SUCCESSOR or any(one["without_owner"] for one in found):
        raise AssertionError("something that was begun has no office that answers for it")
    narrator.say("demo-owned", id=left["request"], new=SUCCESSOR, open=len(owners))
    if [actor.client.get(stage.path("series")) for actor in stage.actors.values()] != before:
        raise AssertionError("what was agreed changed with an office")
    _replace_keys(stage)
    for party, actor in stage.actors.items():
        log = actor.folder / "agreements" / stage.agreement / "log"
        narrator.say(
            "demo-still-verifies", party=party, size=verified(log, log_keys(stage, actor)).head.checkpoint.size
        )
    write(found, stage.folder / HAND_OVER, narrator.words)
    narrator.say("demo-hand-over", party="US", file=HAND_OVER)


def _replace_keys(stage: Stage) -> None:
    """Draw new keys, have both parties sign them, wait until the other has followed, and erase the old ones."""
    narrator, partner = stage.narrator, stage.actors["US"].client
    folder = stage.actors["US"].folder / "agreements" / stage.agreement
    receipted = (folder / "receipt").read_bytes()
    (drawn,) = partner.post("/api/v1/keys/drawings", {})["drawn"]
    narrator.say("demo-keys-drawn", party="US", fingerprint=drawn["fingerprint"])
    tabled = partner.post(stage.path("texts"), {"series": "keys", "document": None, "sign": True, "office": SUCCESSOR})
    annex = tabled["tabled"][-1]["hash"]
    until(lambda: _awaits(stage, annex), AGREE_LIMIT_S)
    stage.actors["DZ"].client.post(stage.path("votes"), {"series": "keys", "choice": annex, "office": OFFICES["DZ"]})
    narrator.say("demo-keys-agreed", hash=annex)
    until(lambda: _stage_of(partner) == "passed", AGREE_LIMIT_S)
    size = partner.get(f"/api/v1/agreements/{stage.agreement}")["our_log"]["receipted"]
    narrator.say("demo-keys-followed", party="DZ", size=size)
    partner.post("/api/v1/keys/retirements", {})
    head = read_past_head(receipted, read_keys(orjson.loads((folder / "log.keys.json").read_bytes())))
    if not head.receipts_ms:
        raise AssertionError("a receipt of before the new keys counts no more")
    narrator.say("demo-keys-retired", party="US", size=head.checkpoint.size)


def _awaits(stage: Stage, annex: str) -> bool:
    found = stage.actors["DZ"].client.get(stage.path("series"))
    return any(each["name"] == "keys" and annex in [text["hash"] for text in each["tabled"]] for each in found)


def _stage_of(client: NodeClient) -> Any:
    (found,) = client.get("/api/v1/keys")["agreements"]
    return found["stage"]


def _is_held_by_both(stage: Stage, request: str) -> bool:
    found = stage.actors["US"].client.get(stage.path("requests"))["requests"]
    return any(each["hash"] == request and each["received"] for each in found)
