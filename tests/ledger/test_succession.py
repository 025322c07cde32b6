"""One key of a log follows another: whatever the order of heads, receipts, losses and restores, a reader can go on.

A model of an owner and a reader that speak by signed heads and receipts alone, drawn by hypothesis. The rule itself is
that of the reference (threat table: both keys sign one overlap checkpoint; the old key after that is refused).
"""

from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.ground import ComityError, Untrusted
from comity.ledger import (
    EMPTY_TREE,
    MIRROR_KEY,
    Checkpoint,
    Copied,
    Head,
    LogKeys,
    Signer,
    append,
    cosign,
    cosigned_again,
    is_bridge,
    keys_after,
    next_head,
    open_any,
    reached,
    read_head,
    read_past_head,
    sign_note,
    that_sign,
)
from tests.ledger.logs_in_memory import MIRROR, ORIGIN

SIGNERS = [Signer(ORIGIN, bytes([number]) * 32) for number in range(1, 5)]
CHAIN = [each.verifier for each in SIGNERS]
MIRRORS = [Signer("us.example/mirror", bytes([number]) * 32, MIRROR_KEY) for number in range(11, 14)]


class Owner:
    """Signs by the rule: it knows the keys that both agreed, and the newest receipt that reached it."""

    def __init__(self) -> None:
        self.tree, self.agreed = EMPTY_TREE, 1
        self.receipt: bytes | None = None
        self.receipts: list[bytes] = []
        self.roots = {0: EMPTY_TREE.root()}
        self.write()

    def write(self) -> None:
        self.tree, _ = append(self.tree, [b"%d" % self.tree.size])
        self.roots[self.tree.size] = self.tree.root()
        signers = that_sign(SIGNERS[: self.agreed], reached(self.receipt, CHAIN[: self.agreed]))
        self.head = sign_note(Checkpoint(ORIGIN, self.tree.size, self.tree.root()).text(), *signers)

    def agree(self) -> None:
        """Agree the next key; a further one is drawn only once the last is followed."""
        if self.agreed < len(CHAIN) and reached(self.receipt, CHAIN) == self.agreed - 1:
            self.agreed += 1
            self.write()

    def take(self, receipt: bytes | None) -> None:
        if receipt is not None and (self.receipt is None or size_of(receipt) > size_of(self.receipt)):
            self.receipt = receipt
            self.receipts.append(receipt)

    def bridge(self, key_id: str) -> bytes | None:
        for old, new in pairwise(CHAIN):
            if old.key_id.hex() == key_id:
                return next((each for each in self.receipts if is_bridge(each, old, new)), None)
        return None


class Reader:
    """Takes heads by the rule: it knows its last head, and the keys of the annexes in what it has read."""

    def __init__(self, owner: Owner) -> None:
        self.owner, self.known = owner, 1
        self.head: bytes | None = None
        self.saved: list[tuple[bytes | None, int]] = [(None, 1)]

    @property
    def size(self) -> int:
        return 0 if self.head is None else size_of(self.head)

    def look(self, offered: bytes) -> Head:
        copied = Copied(ORIGIN, self.size, self.head, self.owner.roots.get)
        head, keys = next_head(lambda _path, _limit: offered, self.owner.bridge, copied, CHAIN[: self.known])
        if head.checkpoint.size > self.size:
            self.head = cosign(head.note, (keys.log, *keys.later), [MIRROR], at_ms=0)
        return head


def size_of(note: bytes) -> int:
    return int(note.split(b"\n")[1])


def settle(owner: Owner, reader: Reader) -> None:
    """Everybody has all that was said: within a few looks the reader stands at the newest head.

    One that took a head by both keys before it knew the newer (put back in that very moment) vouches for the newer with
    the next head: a receipt of one size is never given twice.
    """
    for _ in range(3 * len(CHAIN)):
        with suppress(Untrusted):  # it learns the newest keys from what it has read by now
            reader.look(owner.head)
        reader.known = owner.agreed
        owner.take(reader.head)
    assert reader.size == owner.tree.size, "no head is acceptable any more"
    owner.write()
    reader.look(owner.head)
    assert reached(reader.head, CHAIN) == owner.agreed - 1


@given(steps=st.lists(st.sampled_from(["agree", "write", "look", "learn", "answer", "save", "restore"]), max_size=60))
def test_whatever_the_order_the_reader_can_go_on_and_no_old_key_counts_again(steps):
    owner = Owner()
    reader = Reader(owner)
    told = 1
    for step in steps:
        if step == "agree" and reader.known == owner.agreed:
            owner.agree()  # in the owner's record only once the reader has signed it too, so the reader knows it
            reader.known = told = owner.agreed
        elif step == "write":
            owner.write()
        elif step == "look":
            try:
                reader.look(owner.head)
            except Untrusted:
                assert reader.known < owner.agreed, "only a reader that was put back may have to learn first"
        elif step == "learn":
            reader.known = told
        elif step == "answer":
            owner.take(reader.head)
        elif step == "save":
            reader.saved.append((reader.head, reader.known))
        elif step == "restore":
            reader.head, reader.known = reader.saved[-1]
        refuse_the_past(owner, reader)
    settle(owner, reader)


def refuse_the_past(owner: Owner, reader: Reader) -> None:
    """A head of the next size by keys that were given up before the last head that was taken."""
    place = reached(reader.head, CHAIN[: reader.known])
    past, later = SIGNERS[:place], SIGNERS[place + 1 : reader.known]
    text = Checkpoint(ORIGIN, owner.tree.size + 1, bytes(32)).text()
    for signers in (past, later):
        if signers:
            keys = keys_after(ORIGIN, CHAIN[: reader.known], reader.head)
            with pytest.raises(Untrusted) as caught:
                read_head(sign_note(text, *signers), keys)
            assert caught.value.code == "ledger.no_known_signature"


def test_a_new_key_alone_is_refused_before_the_old_one_has_vouched_for_it():
    old = sign_note(Checkpoint(ORIGIN, 1, bytes(32)).text(), SIGNERS[0])
    keys = keys_after(ORIGIN, CHAIN[:2], old)
    new = Checkpoint(ORIGIN, 2, bytes(32)).text()
    with pytest.raises(Untrusted, match="No known key"):
        read_head(sign_note(new, SIGNERS[1]), keys)
    assert read_head(sign_note(new, *SIGNERS[:2]), keys).signed_by == tuple(CHAIN[:2])


def test_a_bad_signature_of_the_coming_key_condemns_the_head():
    keys = LogKeys(ORIGIN, CHAIN[0], later=(CHAIN[1],))
    good = sign_note(Checkpoint(ORIGIN, 2, bytes(32)).text(), *SIGNERS[:2])
    other = sign_note(Checkpoint(ORIGIN, 3, bytes(32)).text(), *SIGNERS[:2])
    mixed = b"\n".join([*good.split(b"\n")[:5], other.split(b"\n")[5], b""])
    with pytest.raises(Untrusted) as caught:
        read_head(mixed, keys)
    assert caught.value.code == "ledger.bad_signature"


def test_a_head_that_was_seen_before_is_read_by_the_key_of_its_time():
    keys = LogKeys(ORIGIN, CHAIN[1], earlier=(CHAIN[0],))
    old = sign_note(Checkpoint(ORIGIN, 1, bytes(32)).text(), SIGNERS[0])
    assert read_past_head(old, keys).signed_by == (CHAIN[0],)
    with pytest.raises(ComityError):
        read_head(old, keys)


def test_a_bridge_that_is_not_of_this_log_vouches_for_nothing():
    """The bridge lies within what the reader holds, but signs another root: a fork under the old key."""
    roots = {1: bytes([1]) * 32, 2: bytes([2]) * 32}
    last = sign_note(Checkpoint(ORIGIN, 2, roots[2]).text(), SIGNERS[0])
    copied = Copied(ORIGIN, 2, last, roots.get)
    newest = sign_note(Checkpoint(ORIGIN, 3, bytes(32)).text(), SIGNERS[1])
    for root, is_good in ((roots[1], True), (roots[2], False)):
        bridge = sign_note(Checkpoint(ORIGIN, 1, root).text(), *SIGNERS[:2])
        ask = lambda: next_head(lambda _path, _limit: newest, lambda _id: bridge, copied, CHAIN[:2])  # noqa: B023, E731
        if is_good:
            assert ask()[1].log == CHAIN[1]
        else:
            with pytest.raises(Untrusted, match="No known key"):
                ask()


def test_a_bridge_that_one_key_alone_signed_vouches_for_nothing():
    root = bytes([1]) * 32
    copied = Copied(ORIGIN, 1, sign_note(Checkpoint(ORIGIN, 1, root).text(), SIGNERS[0]), {1: root}.get)
    newest = sign_note(Checkpoint(ORIGIN, 3, bytes(32)).text(), SIGNERS[1])
    alone = sign_note(Checkpoint(ORIGIN, 1, root).text(), SIGNERS[0])
    with pytest.raises(Untrusted, match="No known key"):
        next_head(lambda _path, _limit: newest, lambda _id: alone, copied, CHAIN[:2])


def test_a_receipt_from_before_a_new_key_becomes_one_by_both_with_its_own_date():
    head = sign_note(Checkpoint(ORIGIN, 1, bytes(32)).text(), SIGNERS[0])
    given_before = cosign(head, CHAIN[:1], MIRRORS[:1], at_ms=5_000)
    known = [each.verifier for each in MIRRORS]
    again = cosigned_again(given_before, known, MIRRORS[:2])
    assert again.startswith(given_before)
    dates = {each.verifier: each.at_ms for each in open_any(again, known).signatures}
    assert dates == {known[0]: 5_000, known[1]: 5_000}
    assert cosigned_again(again, known, MIRRORS[:2]) == again


def test_a_head_that_no_mirror_has_signed_is_left_as_it_is():
    head = sign_note(Checkpoint(ORIGIN, 1, bytes(32)).text(), SIGNERS[0])
    assert cosigned_again(head, [each.verifier for each in MIRRORS], MIRRORS[:1]) == head
