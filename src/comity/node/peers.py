"""The pull cycle: read the partner's log, prove it, keep it, and only then give our receipt; read its receipt of ours.

Direction `in`: head → the pinned key's signature → it begins with our copy → each new entry → our copy, durable → our
receipt published. Direction `out`: the partner's receipt → both signatures, and a head that we signed ourselves →
kept, never lowered. What is no usable answer is tried again; a failed proof freezes its direction with both heads as
evidence.
"""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from comity.ground import MS_PER_S, InvalidInput, Untrusted
from comity.ledger import (
    UNKNOWN_SIGNATURE,
    Checkpoint,
    Copied,
    Head,
    LogKeys,
    Verifier,
    cosign,
    keys_after,
    next_head,
    open_any,
    parse_entry,
    reached,
    read_past_head,
    signer_ids,
)
from comity.node.app import Holding, Node
from comity.node.cards import Card
from comity.node.evidence import keep_file
from comity.node.fetching import Source, reading
from comity.node.intake import releases, take_new, wait_for
from comity.node.keys_in_force import seed_missing
from comity.node.partners import (
    Direction,
    Receipt,
    keep_evidence,
    keep_receipt,
    partner_keys,
    receipt_of,
    required_card,
    set_state,
    state_of,
)
from comity.node.record import records
from comity.node.recovery import adopt, another_record, asked, holds_more, synchronised
from comity.node.rotation import settle

FUTURE_MS = 300 * MS_PER_S
"""Entries that claim to be further in our future than this wait (reference of the ledger, threat table)."""

CONTRADICTIONS = frozenset({"ledger.fork", "node.receipt_of_another_record"})
"""Failures that two signed heads prove (rule R8): they freeze their direction. Whatever else fails, an altered file, a
strange signature, an older head, could come from anybody on the line: it is refused, kept, told and tried again."""

EVIDENT = frozenset(
    {
        "ledger.rollback",
        "ledger.entry_altered",
        "ledger.tile_altered",
        "ledger.wrong_root",
        "ledger.bad_signature",
        "node.partner_holds_more",
    }
)
"""Failures of which both heads are kept although they freeze nothing."""


def pull(node: Node, agreement_id: str) -> bool:
    """Do one cycle in both directions; return whether both were answered. Never raises for what the partner does."""
    card = required_card(node, agreement_id)
    with reading(node, card) as reader:
        return look(node, agreement_id, reader)


def look(node: Node, agreement_id: str, reader: Source, *, is_answer: bool = True) -> bool:
    """Do one cycle in both directions with what the partner publishes, whichever way it came.

    Parameters
    ----------
    is_answer
        Whether it was said since this node started; what may be older tells nothing of what we signed last (rule R7).
    """
    holding, card = node.holding(agreement_id), required_card(node, agreement_id)
    with holding.pulling:
        inward = _follow(node, holding, "in", lambda: _pull_log(node, holding, card, reader))
        outward = _follow(node, holding, "out", lambda: _pull_receipt(node, holding, card, reader))
        if outward and is_answer:
            asked(node, holding)
        if outward and is_answer and (inward or _is_frozen(node, agreement_id, "in")):
            synchronised(node, holding)
    records(node, holding)  # what came may have put an amendment or new keys in force
    settle(node, holding)
    return inward and outward


def ask_once(node: Node, agreement_id: str) -> None:
    """Pull now when the partner was not heard since this start, so that an officer need not wait for the next turn."""
    if agreement_id in node.unasked:
        pull(node, agreement_id)


def resume(node: Node, agreement_id: str, direction: Direction) -> None:
    """Let a frozen direction be tried again, on an officer's word; the evidence stays."""
    state = state_of(node, agreement_id, direction)
    if state is None or state.state != "frozen":
        raise InvalidInput(
            "node.not_frozen",
            "This direction is not stopped.",
            why="only a direction that was stopped by a failed proof can be resumed",
            remedy="look at the state of the partner; the node tries again by itself",
        )
    set_state(node, agreement_id, direction, "silent", error=state.reason)


class Contradiction(Exception):  # noqa: N818 (it is evidence, not an error of ours)
    """A failed proof with the head that was offered, and the file that does not fit it."""

    def __init__(
        self, error: Untrusted, offered: bytes | None, altered: bytes | None = None, *, given_up: bool = False
    ) -> None:
        super().__init__(error.code)
        self.error, self.offered, self.altered = error, offered, altered
        self.is_evident = given_up or error.code in CONTRADICTIONS | EVIDENT


def _follow(node: Node, holding: Holding, direction: Direction, step: Callable[[], None]) -> bool:
    agreement_id = holding.agreement.id
    if _is_frozen(node, agreement_id, direction):
        return False
    try:
        step()
    except Contradiction as found:
        book = holding.copy if direction == "in" else holding.own
        is_contradiction = found.error.code in CONTRADICTIONS
        if found.is_evident:
            name = keep_file(node, agreement_id, found.altered)
            found.error.values.update({"kept": name} if name else {})
            keep_evidence(node, agreement_id, direction, found.error, pinned=book.head(), offered=found.offered)
        set_state(node, agreement_id, direction, "frozen" if is_contradiction else "silent", error=found.error)
        return False
    except InvalidInput as error:
        set_state(node, agreement_id, direction, "silent", error=error)
        return False
    set_state(node, agreement_id, direction, "following")
    node.heard[agreement_id, direction] = node.clock()
    return True


def _is_frozen(node: Node, agreement_id: str, direction: Direction) -> bool:
    known = state_of(node, agreement_id, direction)
    return known is not None and known.state == "frozen"


def _pull_log(node: Node, holding: Holding, card: Card, reader: Source) -> None:
    offered: bytes | None = None
    last: bytes | None = None

    def remembering(path: str, limit: int) -> bytes | None:
        nonlocal offered, last
        last = data = reader.log_file(path, limit)
        offered = data if offered is None else offered
        return data

    chain = [each.log for each in partner_keys(node, holding, card)]
    try:
        head, keys = next_head(remembering, reader.bridge, _copied(holding), chain)
        taken = take_new(holding.copy, head, remembering, check=_from_no_future(node))
    except Untrusted as error:
        altered = last if "path" in error.values else None
        given_up = offered is not None and _is_given_up(holding, chain, offered, error)
        raise Contradiction(error, offered, altered, given_up=given_up) from error
    if taken or holding.copy.laid_by.size > holding.copy.size or holding.copy.head() is None:
        with node.turn:
            _mirror(node, holding, keys, head, taken)


def _copied(holding: Holding) -> Copied:
    copy = holding.copy
    return Copied(copy.origin, copy.size, copy.head(), copy.root_of)


def _is_given_up(holding: Holding, chain: Sequence[Verifier], head: bytes, error: Untrusted) -> bool:
    """Return whether a refused head names a key that was given up: its owner, or a thief, goes on using it."""
    if error.code != UNKNOWN_SIGNATURE:
        return False
    earlier = keys_after(holding.copy.origin, chain, holding.copy.head()).earlier
    return not {each.key_id for each in earlier}.isdisjoint(key_id for _, key_id in signer_ids(head))


def _from_no_future(node: Node) -> Callable[[bytes], None]:
    """Return the check that an entry is not from our future."""
    latest_ms = node.clock() + FUTURE_MS

    def check(entry: bytes) -> None:
        said = parse_entry(entry)
        if said is not None and said.at_ms > latest_ms:
            raise InvalidInput(
                "node.entry_from_the_future",
                "An entry of the partner claims to be from our future.",
                why="its time is more than {limit_s} seconds ahead of this node's clock",
                remedy="compare both clocks; the node tries again by itself",
                limit_s=FUTURE_MS // MS_PER_S,
            )

    return check


def _mirror(node: Node, holding: Holding, keys: LogKeys, head: Head, entries: Sequence[bytes]) -> None:
    is_asking = holding.agreement.id in node.unasked

    def sign(checkpoint: Checkpoint) -> bytes:
        assert checkpoint == head.checkpoint, "a receipt is for exactly what was verified"
        return cosign(
            head.note, (keys.log, *keys.later), holding.keys.mirror_signers(is_asking=is_asking), at_ms=node.clock()
        )

    announced = releases(holding.copy, entries)

    def also(connection: Connection, _first: int) -> None:
        wait_for(connection, "receive", holding.agreement.id, announced, now_ms=node.clock())

    holding.copy.write(entries, sign=sign, now_ms=node.clock(), also=also, after_laid_by=True)


def _pull_receipt(node: Node, holding: Holding, card: Card, reader: Source) -> None:
    data = reader.receipt()
    if data is None:
        return
    chain = partner_keys(node, holding, card)
    mirrors = [each.mirror for each in chain]
    try:
        head = _read_receipt(node, holding, data, mirrors)
        must = mirrors[reached(holding.copy.head(), [each.log for each in chain]) :]
        stored_ms = _stored_ms(node, holding, head, must)
        if head.checkpoint.size > holding.own.size:
            adopt(node, holding, head, reader.mirror_file)
        _check_ours(holding, head)
    except Untrusted as error:
        raise Contradiction(error, data) from error
    checkpoint = head.checkpoint
    receipt = Receipt(checkpoint.size, checkpoint.root_hash, data, stored_ms)
    keep_receipt(node, holding.agreement.id, receipt)


def _read_receipt(node: Node, holding: Holding, data: bytes, mirrors: Sequence[Verifier]) -> Head:
    """Return the partner's receipt as a head of ours, signed by a key of ours, whichever it was at that time.

    A name of ours beside a hash that we do not know proves nothing, and anybody may write it: only while we ask (rule
    R7), when this folder may be an older copy, is it a reason to look for the newest keys. Nothing is signed then.
    """
    ours = holding.keys.known_logs
    own, here = holding.own.origin, {each.key_id for each in ours}
    named = [key_id for name, key_id in signer_ids(data) if name == own]
    if named and not here.intersection(named) and holding.agreement.id in node.unasked:
        raise seed_missing("log")
    signed = [each for each in ours if each.key_id in named]
    return read_past_head(data, LogKeys(own, signed[-1] if signed else ours[-1], tuple(mirrors), tuple(signed)))


def _stored_ms(node: Node, holding: Holding, head: Head, must: Sequence[Verifier]) -> int:
    """Return when the partner stored what it gives receipt of; without its signature there is no receipt.

    A key that the partner gave up counts only for what we know already: that receipt stands.
    """
    known = receipt_of(node, holding.first_card.agreement)
    by_now = open_any(head.note, must).signatures
    dates_ms = [each.at_ms for each in by_now if each.at_ms is not None]
    if not dates_ms and known is not None and head.checkpoint.size <= known.size:
        dates_ms = list(head.receipts_ms.values())
    if dates_ms:
        return max(dates_ms)
    if head.checkpoint.size > holding.own.size:
        raise holds_more(holding, head)
    raise InvalidInput(
        "node.receipt_unsigned",
        "The partner's receipt does not bear its signature.",
        why="the key {name} has not signed it",
        remedy="ask the partner's operator; until then what we sign stays without receipt",
        name=must[0].name,
    )


def _check_ours(holding: Holding, head: Head) -> None:
    if holding.own.root_of(head.checkpoint.size) != head.checkpoint.root_hash:
        raise another_record(head)
