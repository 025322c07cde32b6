"""Scene 10, as far as it is told: the offices of one party change, all signed acts still verify, nothing is orphaned.

The change of keys joins it once keys are replaced by an annex that both sign.
"""

from comity.cli.demo.question import ask
from comity.cli.demo.story import AGREE_LIMIT_S, OFFICES, Stage, log_keys, until, verified
from comity.cli.hand_over import write

SUCCESSOR = "EXAMPLE: next co-chair of the working group, Department of Defense"
ROLES = ["drafter", "approver", "auditor", "operator"]
HAND_OVER = "us-hand-over.md"


def administration(stage: Stage) -> None:
    """Scene 10: an office leaves with a question open; its successor answers for it, and both records stand."""
    narrator, partner = stage.narrator, stage.actors["US"].client
    narrator.say("demo-offices-alone")
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
    for party, actor in stage.actors.items():
        log = actor.folder / "agreements" / stage.agreement / "log"
        narrator.say(
            "demo-still-verifies", party=party, size=verified(log, log_keys(stage, actor)).head.checkpoint.size
        )
    write(found, stage.folder / HAND_OVER, narrator.words)
    narrator.say("demo-hand-over", party="US", file=HAND_OVER)


def _is_held_by_both(stage: Stage, request: str) -> bool:
    found = stage.actors["US"].client.get(stage.path("requests"))["requests"]
    return any(each["hash"] == request and each["received"] for each in found)
