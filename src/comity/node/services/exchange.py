"""Exchange: what may leave under which clause, what left, and what arrived.

What leaves travels as a salted content under its hash; our log carries only the manifest. The salt and the commitment
to the original stay home in the audit, in the same transaction as the manifest.
"""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from sqlalchemy import Connection, insert, select

from comity.exchange import Held, Item, Refusal, Released, commitment, refused, release, release_rules
from comity.ground import InvalidInput, Refused, Untrusted
from comity.ledger import SALT_BYTES, Entry, Release, parse_entry, release_entry
from comity.node.app import Holding, Node
from comity.node.contents import content_of, read_content
from comity.node.partners import check_may_append, receipt_of
from comity.node.peers import ask_once
from comity.node.record import at_work, records
from comity.node.store import ARRIVAL, RELEASE_AUDIT
from comity.rescue import CASE_RECORD, KINDS

DOMAIN = "rescue"
COMMITMENT_SALT_BYTES = 32


@dataclass(frozen=True)
class Answer:
    """What the release check said of a case, and what was done."""

    decision: Released | Held | Refusal
    before: dict[str, Any]
    position: int | None
    blob: str | None


@dataclass(frozen=True)
class Moved:
    """One thing that left or arrived, by its manifest."""

    direction: Literal["in", "out"]
    position: int
    manifest: Release
    subject: str
    state: Literal["stored", "sent", "received", "on_its_way"]


def preview(node: Node, agreement_id: str, record: dict[str, Any], *, purpose: str) -> Answer:
    """Say what would leave, and in which form; nothing leaves."""
    holding = node.holding(agreement_id)
    return Answer(_decide(node, holding, record, purpose), record, None, None)


def send(node: Node, agreement_id: str, record: dict[str, Any], *, purpose: str, office: str) -> Answer:
    """Release a case record to the partner, or raise `Refused` naming the article; what is held stays home."""
    holding = node.holding(agreement_id)
    ask_once(node, agreement_id)
    with node.turn:
        decision = _decide(node, holding, record, purpose)
        if isinstance(decision, Refusal):
            raise refused(decision)
        if isinstance(decision, Held):
            return Answer(decision, record, None, None)
        if decision.rule.approve == "two-officers":
            raise Refused(
                "node.two_officers_needed",
                "Nothing was sent: two officers must approve what leaves under Article {article}.",
                why="the rule {rule} asks for two approvals, and this version of Comity takes one",
                remedy="use a rule that one office may apply, or wait for the version that takes two approvals",
                rule=decision.rule.id,
                article=decision.clause,
            )
        check_may_append(node, agreement_id)
        blob = _content(node, holding, decision, purpose)
        name = sha256(blob).hexdigest()
        salt = node.random(COMMITMENT_SALT_BYTES)
        committed = commitment(record, salt)
        manifest = release_entry(
            agreement=decision.agreement_hash,
            rule=decision.rule.id,
            item=CASE_RECORD.name,
            blob=f"sha256:{name}",
            bytes=len(blob),
            count=1,
            commitments=[committed],
            keep_until_ms=decision.keep_until_ms,
            office=office,
            at_ms=node.clock(),
            salt=node.random(SALT_BYTES),
        )
        node.disk.put(node.layout.blob(agreement_id, name), blob)

        def audit(connection: Connection, position: int) -> None:
            connection.execute(
                insert(RELEASE_AUDIT).values(
                    agreement_id=agreement_id,
                    position=position,
                    case_id=str(record["case_id"]),
                    item=CASE_RECORD.name,
                    rule_id=decision.rule.id,
                    clause=decision.clause,
                    to_party=holding.partner_id,
                    purpose=purpose,
                    released_ms=node.clock(),
                    salt=salt,
                    commitment=committed,
                    blob_sha256=name,
                )
            )

        position = holding.own.write([manifest], sign=holding.sign_head, now_ms=node.clock(), also=audit)
    return Answer(decision, record, position, f"sha256:{name}")


def manifest_at(node: Node, agreement_id: str, position: int) -> Release:
    """Return the manifest at a position of our copy of the partner's log."""
    (entry,) = node.holding(agreement_id).copy.entries(position, position + 1)
    manifest = parse_entry(entry)
    assert isinstance(manifest, Release), "a job names the position of a manifest"
    return manifest


def file_arrival(node: Node, agreement_id: str, position: int, blob: bytes) -> None:
    """Keep a content that arrived and agrees with its manifest; the second time changes nothing."""
    holding, manifest = node.holding(agreement_id), manifest_at(node, agreement_id, position)
    document = read_content(blob)
    stated = (document["agreement"], document["rule"], document["item"], len(document["records"]))
    if stated != (manifest.agreement, manifest.rule, manifest.item, manifest.count) or (
        holding.in_force.known(manifest.agreement) is None  # what was sent under an earlier version stays valid
    ):
        raise Untrusted(
            "node.content_contradicts",
            "What arrived contradicts its announcement.",
            why="the content at {position} names another agreement, rule or kind than the partner's record",
            remedy="keep both as evidence and ask the partner's operator",
            position=position,
        )
    name = manifest.blob.removeprefix("sha256:")
    node.disk.put(node.layout.blob(agreement_id, name), blob)
    with node.store.writing() as connection:
        if connection.execute(select(ARRIVAL).filter_by(agreement_id=agreement_id, position=position)).first():
            return
        connection.execute(
            insert(ARRIVAL).values(
                agreement_id=agreement_id,
                position=position,
                arrived_ms=node.clock(),
                item=manifest.item,
                subject=str(document["records"][0].get("case_id", "?"))[:128],
                blob_sha256=name,
            )
        )


def moved(node: Node, agreement_id: str) -> list[Moved]:
    """List what left and what arrived, oldest first in each direction."""
    holding = node.holding(agreement_id)
    receipt = receipt_of(node, agreement_id)
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
        Moved("out", position, entry, subjects.get(position, "?"), "stored" if position < receipted else "sent")
        for position, entry in _manifests(holding.own.said())
    ]
    inward = [
        Moved("in", position, entry, arrived.get(position, "?"), "received" if position in arrived else "on_its_way")
        for position, entry in _manifests(holding.copy.said())
    ]
    return out + inward


def _manifests(said: list[Entry | None]) -> list[tuple[int, Release]]:
    return [(position, entry) for position, entry in enumerate(said) if isinstance(entry, Release)]


def _decide(node: Node, holding: Holding, record: dict[str, Any], purpose: str) -> Released | Held | Refusal:
    found = records(node, holding).agreed
    version = holding.version
    rules = release_rules(
        version.agreement,
        agreement_hash=version.hash,
        at_work=at_work(found, holding),
        kinds=KINDS.values(),
    )
    item = Item(
        kind=CASE_RECORD.name,
        domain=DOMAIN,
        from_party=node.party,
        event_ms=int(record["opened_ms"]),
        record=record,
    )
    return release(item, rules, to=holding.partner_id, purpose=purpose, now_ms=node.clock())


def _content(node: Node, holding: Holding, decision: Released, purpose: str) -> bytes:
    data = content_of(decision, item=CASE_RECORD.name, purpose=purpose, salt=node.random(SALT_BYTES))
    if len(data) > holding.agreement.limits.blob_bytes:
        raise InvalidInput(
            "node.content_too_large",
            "The case is too large to be released in one piece.",
            why="it has {found} bytes, and the agreement allows {limit}",
            remedy="release it with fewer or simpler areas",
            found=len(data),
            limit=holding.agreement.limits.blob_bytes,
        )
    return data
