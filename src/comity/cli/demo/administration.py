"""Scene 10: every office and key of one party changes; all signed acts still verify, and nothing is orphaned."""

import orjson

from comity.cli.demo.question import ask
from comity.cli.demo.story import AGREE_LIMIT_S, OFFICES, Stage, log_keys, until, verified
from comity.cli.demo.titles import NEXT, give_titles
from comity.cli.hand_over import write
from comity.ledger import read_keys, read_past_head
from comity.node.client import NodeClient

SUCCESSOR = "EXAMPLE: next co-chair of the working group, Department of Defense"
ROLES = ["drafter", "approver", "auditor", "operator"]
MARK = "EXAMPLE: "
HAND_OVER = "us-hand-over.md"


def administration(stage: Stage) -> None:
    """Scene 10: an office leaves with a question open, its successor replaces the keys, and both records stand."""
    narrator, partner = stage.narrator, stage.actors["US"].client
    left = ask(stage)
    stage.look()
    until(lambda: _is_held_by_both(stage, left["hash"]), AGREE_LIMIT_S)
    before = [actor.client.get(stage.path("series")) for actor in stage.actors.values()]
    _change_offices(stage)
    found = partner.get("/api/v1/hand-over")
    owners = {each["subject"]: each["owner"] for one in found for each in one["open"]}
    if owners.get(left["request"]) != SUCCESSOR or any(one["without_owner"] for one in found):
        raise AssertionError("something that was begun has no office that answers for it")
    narrator.say("demo-owned", id=left["request"], new=stage.office(SUCCESSOR), open=len(owners))
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


def _change_offices(stage: Stage) -> None:
    """End every office that signed for the second party, and let another follow each."""
    narrator, partner = stage.narrator, stage.actors["US"].client
    followers = {OFFICES["US"]: SUCCESSOR}
    if stage.year is not None:
        followers |= {each: each.replace(MARK, f"{MARK}next ", 1) for each in stage.year.offices("US")}
        stage.year.followers |= followers
    for old, new in followers.items():
        for office in (old, new):
            partner.post("/api/v1/offices", {"office": office, "roles": ROLES})
        partner.post("/api/v1/offices/successions", {"office": new, "succeeds": old})
        partner.post("/api/v1/offices/revocations", {"office": old})
    give_titles(stage, NEXT, {"US": SUCCESSOR})
    narrator.say("demo-offices-changed", party="US", old=stage.office(OFFICES["US"]), new=stage.office(SUCCESSOR))
    if len(followers) > 1:
        narrator.say("demo-offices-all", party="US", count=len(followers))


def _replace_keys(stage: Stage) -> None:
    """Draw new keys, have both parties sign them, wait until the other has followed, and erase the old ones."""
    narrator, partner = stage.narrator, stage.actors["US"].client
    folder = stage.actors["US"].folder / "agreements" / stage.agreement
    receipted = (folder / "receipt").read_bytes()
    drawn = {each["agreement"]: each for each in partner.post("/api/v1/keys/drawings", {})["drawn"]}
    narrator.say("demo-keys-drawn", party="US", fingerprint=drawn[stage.agreement]["fingerprint"])
    annexes = {each: _agree_keys(stage, each) for each in drawn}
    narrator.say("demo-keys-agreed", hash=annexes[stage.agreement])
    for each in drawn:
        stage.look(each)
    until(lambda: _stages_of(partner) == {"passed"}, AGREE_LIMIT_S)
    size = partner.get(f"/api/v1/agreements/{stage.agreement}")["our_log"]["receipted"]
    narrator.say("demo-keys-followed", party="DZ", size=size)
    partner.post("/api/v1/keys/retirements", {})
    head = read_past_head(receipted, read_keys(orjson.loads((folder / "log.keys.json").read_bytes())))
    if not head.receipts_ms:
        raise AssertionError("a receipt of before the new keys counts no more")
    narrator.say("demo-keys-retired", party="US", size=head.checkpoint.size)


def _agree_keys(stage: Stage, agreement: str) -> str:
    """Have both parties sign the annex of the new keys under one agreement; return its hash."""
    body = {"series": "keys", "document": None, "sign": True, "office": SUCCESSOR}
    tabled = stage.actors["US"].client.post(stage.path("texts", agreement), body)
    annex = str(tabled["tabled"][-1]["hash"])
    stage.look(agreement)
    until(lambda: _awaits(stage, agreement, annex), AGREE_LIMIT_S)
    signed = {"series": "keys", "choice": annex, "office": OFFICES["DZ"]}
    stage.actors["DZ"].client.post(stage.path("votes", agreement), signed)
    stage.look(agreement)
    return annex


def _awaits(stage: Stage, agreement: str, annex: str) -> bool:
    found = stage.actors["DZ"].client.get(stage.path("series", agreement))
    return any(each["name"] == "keys" and annex in [text["hash"] for text in each["tabled"]] for each in found)


def _stages_of(client: NodeClient) -> set[str]:
    return {each["stage"] for each in client.get("/api/v1/keys")["agreements"]}


def _is_held_by_both(stage: Stage, request: str) -> bool:
    found = stage.actors["US"].client.get(stage.path("requests"))["requests"]
    return any(each["hash"] == request and each["received"] for each in found)
