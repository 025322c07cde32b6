"""Exchange: what may leave under which clause, what left, and what arrived."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import insert, select

from comity.exchange import Held, Refusal, Released, refused
from comity.ground import InvalidInput, Untrusted
from comity.ledger import Release, document_hash, parse_entry
from comity.node.app import Node
from comity.node.batches import wait
from comity.node.both_logs import both_logs
from comity.node.contents import Told, read_content
from comity.node.fates import STANDS, Fate, fates
from comity.node.incidents import answered
from comity.node.kinds import subject_of
from comity.node.partners import check_may_append, receipt_of
from comity.node.peers import ask_once
from comity.node.release_approvals import approve
from comity.node.releasing import Decision, Passed, Thing, decide, leaving
from comity.node.store import ARRIVAL, ARRIVAL_ANSWER, ARRIVAL_PART, RELEASE_AUDIT


@dataclass(frozen=True)
class Answer:
    """What the release check said of a case, and what was done."""

    decision: Decision
    before: dict[str, Any]
    position: int | None
    blob: str | None

    @property
    def shown(self) -> str:
        """The hash of what an officer was shown: the record, the answer and its rule, and the form that would leave."""
        decision = self.decision
        rule = decision.rule_id if isinstance(decision, Refusal) else decision.rule.id
        after = decision.record if isinstance(decision, Released) else None
        return document_hash({"before": self.before, "kind": type(decision).__name__, "rule": rule, "after": after})


@dataclass(frozen=True)
class Moved:
    """One thing that left or arrived, by its manifest."""

    direction: Literal["in", "out"]
    position: int
    manifest: Release
    subject: str
    state: Literal["stored", "sent", "received", "on_its_way"]
    fate: Fate = STANDS


def preview(node: Node, agreement_id: str, thing: Thing, *, purpose: str) -> Answer:
    """Say what would leave, and in which form; nothing leaves."""
    holding = node.holding(agreement_id)
    return Answer(decide(node, holding, thing, purpose=purpose), dict(thing.record), None, None)


def send(
    node: Node, agreement_id: str, thing: Thing, *, purpose: str, office: str, expects: str | None = None
) -> Answer:
    """Release a case, a plan or a search to the partner, or raise `Refused` naming the article; what is held waits.

    Parameters
    ----------
    expects
        What the preview was (`Answer.shown`): nothing leaves in a form that nobody saw.
    """
    holding, record = node.holding(agreement_id), dict(thing.record)
    ask_once(node, agreement_id)
    with node.turn:
        decision = decide(node, holding, thing, purpose=purpose)
        if isinstance(decision, Refusal):
            raise refused(decision)
        if expects not in (None, Answer(decision, record, None, None).shown):
            raise InvalidInput(
                "node.preview_outdated",
                "Nothing was sent: what would leave is no longer what was shown.",
                why="the case, its drift or the rule has changed since",
                remedy="look at the preview again, then send",
            )
        approve(node, holding, thing, decision.rule, purpose=purpose, office=office)
        if isinstance(decision, Held):
            wait(node, agreement_id, thing, purpose=purpose, office=office)
            return Answer(decision, record, None, None)
        check_may_append(node, agreement_id)
        out = leaving(node, holding, [Passed(thing, decision)], purpose=purpose, office=office)
        position = holding.own.write([out.manifest], sign=holding.sign_head, now_ms=node.clock(), also=out.audit)
    return Answer(decision, record, position, out.blob)


def manifest_at(node: Node, agreement_id: str, position: int) -> Release:
    """Return the manifest at a position of our copy of the partner's log."""
    (entry,) = node.holding(agreement_id).copy.entries(position, position + 1)
    manifest = parse_entry(entry)
    assert isinstance(manifest, Release), "a job names the position of a manifest"
    return manifest


def file_arrival(node: Node, agreement_id: str, position: int, pieces: Iterable[bytes]) -> None:
    """Keep a content that arrives and agrees with its manifest; the second time changes nothing."""
    holding, manifest = node.holding(agreement_id), manifest_at(node, agreement_id, position)
    name = manifest.blob.removeprefix("sha256:")
    subjects: list[str] = []
    answers: list[str | None] = []

    def keep(record: dict[str, Any]) -> None:
        subjects.append(subject_of(manifest.item, record)[:128])
        answers.append(answered(record))

    def check(path: Path) -> None:
        with path.open("rb") as file:
            told = read_content(file, keep)
        if told != Told(manifest.agreement, manifest.rule, manifest.item, manifest.count) or (
            holding.in_force.known(manifest.agreement) is None  # what was sent under an earlier version stays valid
        ):
            raise Untrusted(
                "node.content_contradicts",
                "What arrived contradicts its announcement.",
                why="the content at {position} names another agreement, rule or kind than the partner's record",
                remedy="keep both as evidence and ask the partner's operator",
                position=position,
            )

    node.disk.take(node.layout.blob(agreement_id, name), pieces, check=check)
    with node.store.writing() as connection:
        if connection.execute(select(ARRIVAL).filter_by(agreement_id=agreement_id, position=position)).first():
            return
        connection.execute(
            insert(ARRIVAL).values(
                agreement_id=agreement_id,
                position=position,
                arrived_ms=node.clock(),
                item=manifest.item,
                subject=subjects[0],
                blob_sha256=name,
            )
        )
        parts = [
            {"agreement_id": agreement_id, "position": position, "place": place, "subject": subjects[place]}
            for place in range(1, len(subjects))
        ]
        if parts:
            connection.execute(insert(ARRIVAL_PART), parts)
        said = [
            {"agreement_id": agreement_id, "position": position, "place": place, "answers": answer}
            for place, answer in enumerate(answers)
            if answer is not None
        ]
        if said:
            connection.execute(insert(ARRIVAL_ANSWER), said)


def moved(node: Node, agreement_id: str) -> list[Moved]:
    """List what left and what arrived, oldest first in each direction."""
    holding = node.holding(agreement_id)
    logs, receipt = both_logs(holding), receipt_of(node, agreement_id)
    ours, theirs = fates(logs.own), fates(logs.theirs)
    receipted = receipt.size if receipt else 0
    with node.store.reading() as connection:
        subjects = {
            row.position: row.case_id
            for row in connection.execute(select(RELEASE_AUDIT).filter_by(agreement_id=agreement_id))
        }
        arrived = {
            row.position: row.subject
            for row in connection.execute(select(ARRIVAL).filter_by(agreement_id=agreement_id))
        }
    out = [
        Moved(
            "out",
            each.position,
            each.manifest,
            subjects.get(each.position, "?"),
            "stored" if each.position < receipted else "sent",
            ours[each.manifest.blob],
        )
        for each in logs.own.left
    ]
    inward = [
        Moved(
            "in",
            each.position,
            each.manifest,
            arrived.get(each.position, "?"),
            "received" if each.position in arrived else "on_its_way",
            theirs[each.manifest.blob],
        )
        for each in logs.theirs.left
    ]
    return out + inward
