"""Corrections and recalls: what this node released wrongly is put right in the record, and both sides follow.

A correction releases the thing again under the same rule and names what it stands for; a recall withdraws. Both are
messages in our log: a partner that was away reads them in order and ends where everybody else is. A recalled content is
erased by both nodes; its manifest stays. Units: milliseconds since 1970.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import insert, select

from comity.exchange import Held, Refusal, read_correction, refused
from comity.ground import InvalidInput, instant_text
from comity.ledger import SALT_BYTES, Release, message_entry, parse_entry
from comity.node.app import Holding, Node
from comity.node.both_logs import both_logs
from comity.node.erasures import WHICH
from comity.node.fates import fates
from comity.node.partners import check_may_append
from comity.node.peers import ask_once
from comity.node.release_approvals import approve
from comity.node.releasing import Passed, Thing, decide, leaving
from comity.node.store import ERASURE, RELEASE_AUDIT, RELEASE_PART

PREFIX = "sha256:"
Why = Literal["wrong", "outdated", "released_in_error", "duplicate", "no_longer_allowed"]


@dataclass(frozen=True)
class Sent:
    """One thing that left: where its manifest stands, its place in the content, its name at home, its purpose."""

    position: int
    place: int
    subject: str
    purpose: str
    manifest: Release


def sent(node: Node, agreement_id: str, position: int, place: int = 0) -> Sent:
    """Return what left under a manifest of ours, or raise `InvalidInput`."""
    holding = node.holding(agreement_id)
    entries = list(holding.own.entries(position, position + 1)) if position < holding.own.size else []
    manifest = parse_entry(entries[0]) if entries else None
    if not isinstance(manifest, Release) or not 0 <= place < manifest.count:
        raise InvalidInput(
            "node.nothing_left_there",
            "Nothing left under the entry {position}.",
            why="our record holds no release there, or its content has no part {place}",
            remedy="take the number from the list of what left",
            position=position,
            place=place,
        )
    named = {"agreement_id": agreement_id, "position": position}
    with node.store.reading() as connection:
        audit = connection.execute(select(RELEASE_AUDIT).filter_by(**named)).one_or_none()
        part = connection.execute(select(RELEASE_PART).filter_by(**named, place=place)).one_or_none()
    subject = part.subject if part else audit.case_id if audit else "?"
    return Sent(position, place, subject, audit.purpose if audit else "?", manifest)


def correct(node: Node, agreement_id: str, wrong: Sent, thing: Thing, *, why: Why, office: str) -> int:
    """Release a thing again in the stead of what left, under the same rule; return the new manifest's position."""
    holding = node.holding(agreement_id)
    ask_once(node, agreement_id)
    with node.turn:
        _check_stands(holding, wrong)
        decision = decide(node, holding, thing, purpose=wrong.purpose)
        if isinstance(decision, Refusal):
            raise refused(decision)
        approve(node, holding, thing, decision.rule, purpose=wrong.purpose, office=office)
        if isinstance(decision, Held) or decision.rule.id != wrong.manifest.rule:
            raise InvalidInput(
                "node.not_the_same_rule",
                "This cannot correct what left under {rule}.",
                why="a correction leaves under the same rule as what it corrects, and now",
                remedy="recall what left, then release it anew",
                rule=wrong.manifest.rule,
            )
        out = leaving(node, holding, [Passed(thing, decision)], purpose=wrong.purpose, office=office)
        of = {"content": wrong.manifest.blob, "place": wrong.place}
        by = {"content": out.blob, "place": 0}
        message = _message(node, holding, {"schema": "comity/correction/1", "of": of, "by": by, "why": why}, office)
        check_may_append(node, agreement_id)
        return holding.own.write([out.manifest, message], sign=holding.sign_head, now_ms=node.clock(), also=out.audit)


def recall(node: Node, agreement_id: str, position: int, *, place: int | None, why: Why, office: str) -> int:
    """Withdraw what left under a manifest of ours, one part of it or all; return the recall's position."""
    holding, wrong = node.holding(agreement_id), sent(node, agreement_id, position, place or 0)
    ask_once(node, agreement_id)
    with node.turn:
        _check_stands(holding, wrong)
        of = {"content": wrong.manifest.blob} | ({} if place is None else {"place": place})
        message = _message(node, holding, {"schema": "comity/recall/1", "of": of, "why": why}, office)
        check_may_append(node, agreement_id)
        return holding.own.write([message], sign=holding.sign_head, now_ms=node.clock())


def is_recalled(node: Node, agreement_id: str, position: int) -> bool:
    """Return whether the partner recalled what a manifest of its log announced."""
    holding = node.holding(agreement_id)
    (data,) = holding.copy.entries(position, position + 1)
    manifest = parse_entry(data)
    return isinstance(manifest, Release) and fates(both_logs(holding).theirs)[manifest.blob].state == "recalled"


def erase_recalled(node: Node) -> int:
    """Erase every content that was recalled whole, ours and the partner's; return how many manifests that ended."""
    return sum(_erase(node, holding, which) for holding in node.holdings.values() for which in WHICH)


def _erase(node: Node, holding: Holding, which: Literal["own", "partner"]) -> int:
    logs = both_logs(holding)
    log = logs.own if which == "own" else logs.theirs
    if not any(said.document.get("schema") == "comity/recall/1" for said in log.documents):
        return 0
    found, agreement_id = fates(log), holding.agreement.id
    with node.store.reading() as connection:
        query = select(ERASURE.c.position).filter_by(agreement_id=agreement_id, log=which)
        done = set(connection.execute(query).scalars())
    due = [each for each in log.left if found[each.manifest.blob].state == "recalled" and each.position not in done]
    for each in due:
        name = each.manifest.blob.removeprefix(PREFIX)
        node.disk.erase(node.layout.blob(agreement_id, name))
        row = {"agreement_id": agreement_id, "log": which, "position": each.position, "blob_sha256": name}
        with node.store.writing() as connection:
            connection.execute(insert(ERASURE).values(**row, erased_ms=node.clock()))
    return len(due)


def _check_stands(holding: Holding, wrong: Sent) -> None:
    fate = fates(both_logs(holding).own)[wrong.manifest.blob]
    if fate.state in ("recalled", "corrected"):
        raise InvalidInput(
            "node.stands_no_more",
            "What left under the entry {position} does not stand any more.",
            why="it was corrected or recalled at {since}",
            remedy="correct or recall what stands in its stead",
            position=wrong.position,
            since=instant_text(fate.since_ms or 0),
        )


def _message(node: Node, holding: Holding, document: Mapping[str, Any], office: str) -> bytes:
    whole = {**document, "example": holding.agreement.example}
    read_correction(whole)
    return message_entry(document=whole, office=office, at_ms=node.clock(), salt=node.random(SALT_BYTES))
