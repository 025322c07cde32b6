"""What leaves: the release check is asked, and what it lets out is written as one content with one manifest.

The content travels salted under its hash; our log carries only the manifest. The salts and the commitments to the
originals stay home, in the same transaction as the manifest. Every service that lets something out does it here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, insert

from comity.exchange import (
    Held,
    Item,
    Refusal,
    Released,
    ReleaseRules,
    commitment,
    due_ms,
    release,
    release_rules,
    released_from_ms,
)
from comity.ground import InvalidInput, canonical
from comity.ledger import SALT_BYTES, release_entry
from comity.node.app import Holding, Node
from comity.node.contents import check_record, content_of
from comity.node.kinds import DOMAINS, KINDS
from comity.node.logbook import Also
from comity.node.record import at_work, records
from comity.node.stops import check_release
from comity.node.store import RELEASE_AUDIT, RELEASE_PART
from comity.rescue import CASE_RECORD

COMMITMENT_SALT_BYTES = 32

Decision = Released | Held | Refusal


@dataclass(frozen=True)
class Thing:
    """A record that an office wants to release: its kind, its name at home, the instant of what it tells."""

    kind: str
    subject: str
    event_ms: int
    record: Mapping[str, Any]


@dataclass(frozen=True)
class Passed:
    """A thing that the release check lets out, with its answer."""

    thing: Thing
    decision: Released


@dataclass(frozen=True)
class Leaving:
    """A content about to leave: its name, its manifest, and what is kept at home about it."""

    blob: str
    manifest: bytes
    audit: Also


def case_thing(record: Mapping[str, Any]) -> Thing:
    """Return a case record as a thing to release."""
    return Thing(CASE_RECORD.name, str(record["case_id"]), int(record["opened_ms"]), record)


def decide(node: Node, holding: Holding, thing: Thing, *, purpose: str) -> Decision:
    """Ask the release check about a thing now; what its rule sends by cadence is held until its batch leaves."""
    rules = rules_now(node, holding)
    item = Item(thing.kind, DOMAINS[thing.kind], node.party, thing.event_ms, dict(thing.record))
    now_ms = node.clock()
    decision = release(item, rules, to=holding.partner_id, purpose=purpose, now_ms=now_ms)
    if isinstance(decision, Released):
        leaves_ms = batch_ms(thing, decision)
        return Held(leaves_ms, decision.rule) if leaves_ms > now_ms else decision
    return decision


def rules_now(node: Node, holding: Holding) -> ReleaseRules:
    """Return the rules of the agreement in force with what is at work now; `Refused` while releases are stopped."""
    check_release(node, holding)
    found = records(node, holding).agreed
    version = holding.version
    return release_rules(
        version.agreement,
        agreement_hash=version.hash,
        at_work=at_work(found, holding),
        kinds=KINDS.values(),
    )


def batch_ms(thing: Thing, decision: Released | Held) -> int:
    """Return when the batch of a thing leaves: at the end of its rule's period after the delay, or at once."""
    return due_ms(released_from_ms(thing.event_ms, decision.rule), decision.rule)


def leaving(node: Node, holding: Holding, passed: Sequence[Passed], *, purpose: str, office: str) -> Leaving:
    """Write the content that carries these things, all under one rule, and return what the log must say of it.

    The content is durable before the log names it; one that no manifest names was announced to nobody.
    """
    first = passed[0].decision
    data = content_of(
        first,
        [each.decision.record for each in passed],
        item=passed[0].thing.kind,
        purpose=purpose,
        salt=node.random(SALT_BYTES),
    )
    _check_size(holding, data, passed)
    name = sha256(data).hexdigest()
    salts = [node.random(COMMITMENT_SALT_BYTES) for _ in passed]
    committed = [commitment(each.thing.record, salt) for each, salt in zip(passed, salts, strict=True)]
    now_ms = node.clock()
    manifest = release_entry(
        agreement=first.agreement_hash,
        rule=first.rule.id,
        item=passed[0].thing.kind,
        blob=f"sha256:{name}",
        bytes=len(data),
        count=len(passed),
        commitments=committed,
        keep_until_ms=first.keep_until_ms,
        office=office,
        at_ms=now_ms,
        salt=node.random(SALT_BYTES),
    )
    agreement_id = holding.agreement.id
    node.disk.put(node.layout.blob(agreement_id, name), data)

    def audit(connection: Connection, position: int) -> None:
        place = {"agreement_id": agreement_id, "position": position}
        connection.execute(
            insert(RELEASE_AUDIT).values(
                **place,
                case_id=passed[0].thing.subject,
                item=passed[0].thing.kind,
                rule_id=first.rule.id,
                clause=first.clause,
                to_party=holding.partner_id,
                purpose=purpose,
                released_ms=now_ms,
                salt=salts[0],
                commitment=committed[0],
                blob_sha256=name,
            )
        )
        parts = [
            {**place, "place": at, "subject": passed[at].thing.subject, "salt": salts[at], "commitment": committed[at]}
            for at in range(1, len(passed))
        ]
        if parts:
            connection.execute(insert(RELEASE_PART), parts)

    return Leaving(f"sha256:{name}", manifest, audit)


def _check_size(holding: Holding, data: bytes, passed: Sequence[Passed]) -> None:
    for each in passed:
        check_record(canonical(dict(each.decision.record)))
    if len(data) > holding.agreement.limits.blob_bytes:
        raise InvalidInput(
            "node.release_too_large",
            "The case is too large to be released in one piece.",
            why="it has {found} bytes, and the agreement allows {limit}",
            remedy="release it with fewer or simpler areas",
            found=len(data),
            limit=holding.agreement.limits.blob_bytes,
        )
