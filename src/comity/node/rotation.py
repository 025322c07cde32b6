"""What follows from a new annex of keys: a head by both keys at once, receipts by both, and later by the new key alone.

Everything is derived again at each look from the record, the newest receipt and the seeds, so a node that was stopped
at any line goes on where it was.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from sqlalchemy import select

from comity.ground import ComityError
from comity.ledger import SALT_BYTES, Verifier, beat_entry, is_bridge, parse_checkpoint, reached, signer_ids
from comity.node.app import Holding, Node
from comity.node.partners import check_may_append, partner_card, partner_keys, write_log_keys
from comity.node.renewal import write_card
from comity.node.store import LOG_RECEIPT

NODE = "node"
"""The office of an entry that no office wrote."""


def settle(node: Node, holding: Holding) -> None:
    """Bring out what the keys in force ask for; where nothing is to do, nothing is written."""
    card = partner_card(node, holding.first_card.agreement)
    if card is None:
        return
    with node.turn:
        holding.copy.publish()  # our receipts first: who reads the new key under our head then expects them by it
        _sign_by_all(node, holding)
        write_log_keys(node, holding, card)
        write_card(node, holding.card)


def _sign_by_all(node: Node, holding: Holding) -> None:
    """Write a beat where our newest head does not bear our newest key, so that the partner need not wait for one."""
    logs = [each.log for each in holding.keys.own]
    if reached(holding.own.head(), logs) == len(logs) - 1:
        return
    try:
        check_may_append(node, holding.first_card.agreement)
        holding.keys.log_signers()
    except ComityError:
        return  # told where an office wants to sign; the next look tries again
    beat = beat_entry(office=NODE, at_ms=node.clock(), salt=node.random(SALT_BYTES))
    holding.own.write([beat], sign=holding.sign_head, now_ms=node.clock())


def size_of(bridge: bytes) -> int:
    """Return how many entries such a head covers."""
    return parse_checkpoint(bridge.partition(b"\n\n")[0] + b"\n").size


def bridges(node: Node, holding: Holding) -> dict[str, bytes]:
    """Return the heads that two of our keys signed together and that the partner gave receipt of, by the older's hash.

    Whoever knows only the older key, a partner that was put back, follows the newer one by such a head.
    """
    logs = [each.log for each in holding.keys.own]
    known = holding.keys.bridges
    for old, new in pairwise(logs[: holding.keys.receipted + 1]):
        if old.key_id.hex() not in known:
            query = select(LOG_RECEIPT.c.checkpoint).filter_by(agreement_id=holding.first_card.agreement)
            with node.store.reading() as connection:
                heads = connection.execute(query.order_by(LOG_RECEIPT.c.size)).scalars()
                known[old.key_id.hex()] = _first_by_both(heads, old, new)
    return {key_id: head for key_id, head in known.items() if head is not None}


@dataclass(frozen=True)
class Change:
    """A key of a log that followed another, and the head that both signed."""

    old: Verifier
    new: Verifier
    head: bytes


def changes(node: Node, holding: Holding, log: Literal["own", "partner"]) -> list[Change]:
    """Return how the keys of a log followed one another, the oldest first, as far as this node holds such heads.

    Whoever remembers an older key, an officer's browser, follows the newer ones by them (`ledger.succession`).
    """
    card = partner_card(node, holding.first_card.agreement)
    if log == "own":
        logs, known, head = [each.log for each in holding.keys.own], bridges(node, holding), holding.own.head()
    elif card is not None:
        logs = [each.log for each in partner_keys(node, holding, card)]
        known, head = _partner_bridges(holding, logs), None
    else:
        return []
    found = list[Change]()
    for old, new in pairwise(logs):
        by_both = known.get(old.key_id.hex())
        if by_both is None and head is not None and is_bridge(head, old, new):
            by_both = head  # the partner has not followed yet
        if by_both is not None:
            found.append(Change(old, new, by_both))
    return found


def _partner_bridges(holding: Holding, logs: Sequence[Verifier]) -> dict[str, bytes]:
    """Return the heads by which we followed the partner's keys, each looked for once: they bear our receipt."""
    known = holding.keys.partner_bridges
    for old, new in pairwise(logs[: reached(holding.copy.head(), logs) + 1]):
        if old.key_id.hex() not in known:
            known[old.key_id.hex()] = _first_by_both(holding.copy.heads(), old, new)
    return {key_id: head for key_id, head in known.items() if head is not None}


def _first_by_both(heads: Iterable[bytes], old: Verifier, new: Verifier) -> bytes | None:
    both = {old.key_id, new.key_id}
    named = (each for each in heads if both <= {key_id for _, key_id in signer_ids(each)})  # reading costs less than
    return next((each for each in named if is_bridge(each, old, new)), None)  # verifying, and a log has many heads
