"""What we know of the partner: its pinned card, the state of each direction, its receipts, and evidence against it.

Direction `in` is our copy of the partner's log, `out` the partner's receipt of ours. A state is `following`, `silent`
(no usable answer, or none that proves anything; tried again) or `frozen` (two signed heads contradict each other; both
are kept, and only an officer resumes).
"""

from dataclasses import dataclass, replace
from typing import Literal

import orjson
from sqlalchemy import func, insert, select

from comity.agreement import KeyPair
from comity.ground import ComityError, InvalidInput
from comity.ledger import KEYS_SCHEMA, keys_after, reached
from comity.node.app import Holding, Node
from comity.node.cards import Card, check_partner, read_card
from comity.node.keys_in_force import Generation, declared, generation_of
from comity.node.reasons import kept, remembered
from comity.node.store import DIRECTION_STATE, EVIDENCE, LOG_RECEIPT, PARTNER_CARD

Direction = Literal["in", "out"]
State = Literal["following", "silent", "frozen"]


BEHIND = ("node.partner_holds_more", "node.receipt_of_another_record")
"""Why a node must not write: the partner knows more of our log than we do, or another log that we signed."""


@dataclass(frozen=True)
class DirectionState:
    """How one direction stands, since when, and why."""

    state: State
    since_ms: int
    reason: ComityError | None


@dataclass(frozen=True)
class Receipt:
    """The partner's word that it durably holds our log up to `size`."""

    size: int
    root: bytes
    checkpoint: bytes
    stored_ms: int


def enrol(node: Node, data: bytes, *, url: str | None = None) -> tuple[Card, Card]:
    """Pin the partner's card; return ours and theirs, whose fingerprints the officers compare by voice.

    Parameters
    ----------
    url
        Where we reach the partner, when it is not the address on the card.
    """
    card = read_card(data)
    holding = node.holding(card.agreement)
    check_partner(card, holding.agreement, holding.card)
    url = read_card(orjson.dumps({**card.document, "url": url})).url if url else card.url
    pinned = partner_card(node, card.agreement)
    if pinned is not None and not _is_agreed(holding, pinned, card):
        raise InvalidInput(
            "node.card_changed",
            "The card of {party} is not the one that was enrolled.",
            why="the fingerprint was {pinned}, and now it is {offered}",
            remedy="call the partner; new keys need an annex that both parties sign",
            party=card.party,
            pinned=pinned.fingerprint,
            offered=card.fingerprint,
        )
    with node.store.writing() as connection:
        pinned_ms = node.clock()
        latest = connection.execute(
            select(PARTNER_CARD.c.pinned_ms).filter_by(agreement_id=card.agreement).order_by(PARTNER_CARD.c.pinned_ms)
        ).scalars()
        pinned_ms = max([pinned_ms, *(each + 1 for each in latest)])
        connection.execute(
            insert(PARTNER_CARD).values(
                agreement_id=card.agreement, pinned_ms=pinned_ms, url=url, card=orjson.dumps(card.document)
            )
        )
    write_log_keys(node, holding, card)
    return holding.card, card


def _is_agreed(holding: Holding, pinned: Card, card: Card) -> bool:
    """Return whether a card has the keys that are pinned, or those of the newest annex that both signed."""
    agreed = holding.keys.partner[reached(holding.copy.head(), [each.log for each in holding.keys.partner]) :]
    pairs = [each.pair for each in agreed] or [KeyPair(pinned.log_key, pinned.mirror_key)]
    return KeyPair(card.log_key, card.mirror_key) in pairs


def partner_keys(node: Node, holding: Holding, card: Card) -> tuple[Generation, ...]:
    """Return the partner's keys, the newest last: those of the annexes, or of its card before the first one.

    While this node may lack signatures of its own (rule R7), also those that the partner gave itself in its own record.
    """
    chain = holding.keys.partner or (generation_of(KeyPair(card.log_key, card.mirror_key)),)
    if holding.first_card.agreement not in node.unasked:
        return chain
    more = declared(holding.copy.said(), holding.partner_id)
    return (*chain, *(each for each in dict.fromkeys(more) if each not in chain))


def write_log_keys(node: Node, holding: Holding, card: Card) -> None:
    """Make the files of keys, with which anybody checks either log, agree with the keys in use now."""
    own, theirs = holding.keys.own, partner_keys(node, holding, card)
    for which, book, chain, mirrors in (("own", holding.own, own, theirs), ("partner", holding.copy, theirs, own)):
        logs = [each.log for each in chain]
        keys = keys_after(book.origin, logs, book.head())
        document = {
            "schema": KEYS_SCHEMA,
            "origin": book.origin,
            "log": keys.log.vkey,
            "earlier": [each.vkey for each in keys.earlier],
            "mirrors": [each.mirror.vkey for each in mirrors],
        }
        path = node.layout.log_keys(holding.first_card.agreement, which)
        data = orjson.dumps(document, option=orjson.OPT_INDENT_2)
        if not path.is_file() or path.read_bytes() != data:
            node.disk.put(path, data)


def partner_card(node: Node, agreement_id: str) -> Card | None:
    """Return the partner's pinned card, with the address where we reach it and the keys agreed last, or `None`."""
    query = (
        select(PARTNER_CARD.c.card, PARTNER_CARD.c.url)
        .filter_by(agreement_id=agreement_id)
        .order_by(PARTNER_CARD.c.pinned_ms.desc())
        .limit(1)
    )
    with node.store.reading() as connection:
        row = connection.execute(query).one_or_none()
    if row is None:
        return None
    card = replace(read_card(row.card), url=row.url)
    chain = node.holding(agreement_id).keys.partner
    newest = chain[-1].pair if chain else None
    return replace(card, log_key=newest.log_key, mirror_key=newest.mirror_key) if newest else card


def required_card(node: Node, agreement_id: str) -> Card:
    """Return the partner's pinned card, or raise `InvalidInput`."""
    card = partner_card(node, agreement_id)
    if card is None:
        raise InvalidInput(
            "node.partner_not_enrolled",
            "The partner under {agreement} is not enrolled yet.",
            why="without its card this node knows neither its address nor its keys",
            remedy="exchange the files card.json by hand and run `comity enrol`",
            agreement=agreement_id,
        )
    return card


def state_of(node: Node, agreement_id: str, direction: Direction) -> DirectionState | None:
    """Return how a direction stands, or `None` before the first try."""
    query = (
        select(DIRECTION_STATE)
        .filter_by(agreement_id=agreement_id, direction=direction)
        .order_by(DIRECTION_STATE.c.change.desc())
        .limit(1)
    )
    with node.store.reading() as connection:
        row = connection.execute(query).one_or_none()
    if row is None:
        return None
    return DirectionState(row.state, row.since_ms, None if row.reason is None else remembered(row.reason))


def set_state(
    node: Node, agreement_id: str, direction: Direction, state: State, *, error: ComityError | None = None
) -> None:
    """Keep how a direction stands now; the same state for the same reason is one row, with its first instant."""
    known = state_of(node, agreement_id, direction)
    if known is not None and known.state == state:
        before = known.reason.code if known.reason else None
        if before == (error.code if error else None):
            return
    with node.store.writing() as connection:
        connection.execute(
            insert(DIRECTION_STATE).values(
                agreement_id=agreement_id,
                direction=direction,
                state=state,
                since_ms=node.clock(),
                reason=None if error is None else kept(error),
            )
        )


def keep_evidence(
    node: Node,
    agreement_id: str,
    direction: Direction,
    error: ComityError,
    *,
    pinned: bytes | None,
    offered: bytes | None,
) -> None:
    """Keep what contradicts the record, once: the head that we trusted and the one that was offered, also as files."""
    same = select(EVIDENCE.c.evidence_id).filter_by(agreement_id=agreement_id, direction=direction, offered=offered)
    with node.store.writing() as connection:
        if offered is not None and connection.execute(same.filter_by(pinned=pinned)).first() is not None:
            return
        notes = [each for each in (pinned, offered) if each is not None]
        node.disk.keep_heads(node.layout.evidence(agreement_id), notes)
        connection.execute(
            insert(EVIDENCE).values(
                agreement_id=agreement_id,
                direction=direction,
                found_ms=node.clock(),
                reason=kept(error),
                pinned=pinned,
                offered=offered,
            )
        )


def receipt_of(node: Node, agreement_id: str) -> Receipt | None:
    """Return the greatest receipt that the partner ever gave of our log, or `None`."""
    query = select(LOG_RECEIPT).filter_by(agreement_id=agreement_id).order_by(LOG_RECEIPT.c.size.desc()).limit(1)
    with node.store.reading() as connection:
        row = connection.execute(query).one_or_none()
    return None if row is None else Receipt(row.size, row.root, row.checkpoint, row.stored_ms)


def receipted_by(node: Node, agreement_id: str, instant_ms: int) -> int:
    """Return how many entries of our log the partner had given receipt of, as far as we knew at an instant."""
    rows = LOG_RECEIPT.c
    query = select(func.max(rows.size)).where(rows.agreement_id == agreement_id, rows.seen_ms <= instant_ms)
    with node.store.reading() as connection:
        return connection.execute(query).scalar_one_or_none() or 0


def keep_receipt(node: Node, agreement_id: str, receipt: Receipt) -> None:
    """Keep a receipt greater than every one before it, also as a file; a lower or equal one changes nothing."""
    known = receipt_of(node, agreement_id)
    if known is not None and known.size >= receipt.size:
        publish_receipt(node, agreement_id, known)
        return
    with node.store.writing() as connection:
        connection.execute(
            insert(LOG_RECEIPT).values(
                agreement_id=agreement_id,
                size=receipt.size,
                root=receipt.root,
                checkpoint=receipt.checkpoint,
                stored_ms=receipt.stored_ms,
                seen_ms=node.clock(),
            )
        )
    publish_receipt(node, agreement_id, receipt)


def publish_receipt(node: Node, agreement_id: str, receipt: Receipt) -> None:
    """Make the file of the partner's receipt agree with the database."""
    path = node.layout.receipt(agreement_id)
    if not path.is_file() or path.read_bytes() != receipt.checkpoint:
        node.disk.put(path, receipt.checkpoint)


def check_may_append(node: Node, agreement_id: str) -> None:
    """Raise why nothing may be appended to our log now: whoever writes on an older state contradicts itself (R7)."""
    outward = state_of(node, agreement_id, "out")
    if outward is not None and outward.reason and outward.reason.code in BEHIND:
        raise outward.reason
    if agreement_id in node.unasked:
        if outward is not None and outward.reason and outward.reason.code == "node.seed_missing":
            raise outward.reason
        raise InvalidInput(
            "node.partner_not_asked",
            "Nothing is signed before the partner has answered once since this node started.",
            why="this folder may be an older copy, and only the partner knows whether we signed more than it holds",
            remedy="wait until the partner answers; where it never will, an officer may decide to go on without it",
        )
