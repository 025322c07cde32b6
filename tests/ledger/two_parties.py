"""Two parties in memory that keep the rules above the fold (R6 to R8), and those that break one of them, by name.

Everything that is signed, verified, cosigned and folded is production code; what stands here is only which of it a
party keeps, shows and loses. A message is what a party publishes at one moment: its log, and its copy of the partner's
with the receipt. Messages may be lost, doubled and late; only one made after a restart answers the question of R7.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from comity.ground import Untrusted
from comity.ledger import (
    CHECKPOINT_PATH,
    EMPTY_TREE,
    MIRROR_KEY,
    Batch,
    Checkpoint,
    LogKeys,
    Party,
    Record,
    Signer,
    Tree,
    append,
    cosign,
    fetch_head,
    fold,
    parse_entry,
    read_head,
    sign_note,
    verify_log,
)

FORKED = ("ledger.fork", "ledger.rollback")


@dataclass(frozen=True)
class Log:
    """A log as it is served: its entries, its tree, its files with the signed head."""

    entries: tuple[bytes, ...] = ()
    tree: Tree = EMPTY_TREE
    files: dict[str, bytes] = field(default_factory=dict)

    def grown(self, entries: Sequence[bytes]) -> "Log":
        tree, files = append(self.tree, entries)
        return Log((*self.entries, *entries), tree, self.files | files)

    def headed(self, note: bytes) -> "Log":
        return replace(self, files=self.files | {CHECKPOINT_PATH: note})

    def read(self, path: str, limit: int) -> bytes | None:
        data = self.files.get(path)
        return None if data is None else data[: limit + 1]


@dataclass(frozen=True)
class Kept:
    """What stands on a party's disk, and so in its backups; `receipted` is how much of its log the partner holds."""

    own: Log = Log()
    copy: Log = Log()
    receipted: int = 0


@dataclass(frozen=True)
class Message:
    made: int
    own: Log
    copy: Log


class Honest:
    """A party that keeps every rule."""

    def __init__(self, place: Party) -> None:
        self.place = place
        self.kept = Kept()
        self.started = 0
        self.is_asked = True
        self.is_frozen = False
        self.is_stopped = False

    def meet(self, partner: "Honest") -> None:
        self.signer = Signer(f"party{self.place}.example/mou", bytes([self.place + 1]) * 32)
        self.mirror = Signer(f"party{self.place}.example/mirror", bytes([self.place + 11]) * 32, MIRROR_KEY)
        self.partner = partner

    @property
    def keys(self) -> LogKeys:
        return LogKeys(self.signer.name, self.signer.verifier, (self.partner.mirror.verifier,))

    def head_of(self, log: Log) -> bytes:
        checkpoint = Checkpoint(self.signer.name, log.tree.size, log.tree.root())
        return sign_note(checkpoint.text(), self.signer)

    def may_write(self) -> bool:
        return self.is_asked and not self.is_stopped  # R7

    def write(self, entries: Sequence[bytes]) -> None:
        own = self.kept.own.grown(entries)
        self.kept = replace(self.kept, own=own.headed(self.head_of(own)))

    def published(self, now: int) -> Message:
        return Message(now, self.kept.own, self.kept.copy)

    def pull(self, message: Message) -> None:
        """Follow the partner's log and read its receipt of ours, as one look does."""
        if not self.is_frozen and message.own.files:
            self.follow(message.own)
        if message.copy.files:
            self.read_receipt(message.copy)
        if message.made > self.started:
            self.is_asked = True  # R7: the partner has said, since our start, how much of our log it holds

    def known(self) -> Tree:
        return self.kept.copy.tree

    def follow(self, theirs: Log) -> None:
        try:
            head = fetch_head(theirs.read, self.partner.keys)
            found = taken(theirs, head, self.known())
        except Untrusted as error:
            is_only_late = self.kept.copy.entries[: theirs.tree.size] == theirs.entries
            self.is_frozen = error.code in FORKED and not is_only_late  # R8
            return
        copy = (self.kept.copy if self.known() is self.kept.copy.tree else Log()).grown(found)
        receipt = cosign(head.note, [self.partner.signer.verifier], [self.mirror], at_ms=0)
        self.kept = replace(self.kept, copy=copy.headed(receipt))

    def read_receipt(self, copy: Log) -> None:
        head = read_head(copy.files[CHECKPOINT_PATH], self.keys)
        assert head.receipts_ms, "a receipt bears the mirror's signature"
        size, own = head.checkpoint.size, self.kept.own
        if size > own.tree.size:  # R7: adopt what we lack, by the usual proof
            try:
                own = own.grown(taken(copy, head, own.tree))
            except Untrusted:
                self.is_stopped = True
                return
            self.kept = replace(self.kept, own=own.headed(self.head_of(own)))
        elif append(EMPTY_TREE, own.entries[:size])[0].root() != head.checkpoint.root_hash:
            self.is_stopped = True  # the partner holds another log of ours, published before a disaster
            return
        self.receive(size)

    def receive(self, size: int) -> None:
        self.kept = replace(self.kept, receipted=max(self.kept.receipted, size))  # R6: never lowered

    def restart(self, kept: Kept, now: int) -> None:
        self.kept, self.started, self.is_asked = kept, now, False
        self.is_frozen = self.is_stopped = False

    def counted(self) -> tuple[bytes, ...]:
        return self.kept.own.entries[: self.kept.receipted]  # R6

    def reports(self) -> bool:
        return self.is_asked

    def record(self) -> Record:
        return self.folded(self.counted())

    def view(self) -> Record:
        """Return the record as it would be with our own acts that nobody has receipted yet."""
        return self.folded(self.kept.own.entries)

    def folded(self, own: Sequence[bytes]) -> Record:
        ours, theirs = [*map(parse_entry, own)], [*map(parse_entry, self.kept.copy.entries)]
        return fold(ours, theirs) if self.place == 0 else fold(theirs, ours)


def taken(log: Log, head, since: Tree) -> list[bytes]:
    batches: list[Batch] = []
    verify_log(log.read, head, since=since, visit=batches.append)
    return [entry for batch in batches for entry in batch.entries]


class CountsItsOwnLogAtOnce(Honest):
    def counted(self) -> tuple[bytes, ...]:
        return self.kept.own.entries


class DoesNotAskAfterARestore(Honest):
    def may_write(self) -> bool:
        return True


class LowersReceipts(Honest):
    def receive(self, size: int) -> None:
        self.kept = replace(self.kept, receipted=size)


class SkipsTheCheckWhenItRecovers(Honest):
    def known(self) -> Tree:
        return self.kept.copy.tree if self.is_asked else EMPTY_TREE


class ReportsBeforeItIsInStep(Honest):
    def reports(self) -> bool:
        return True


class TakesAnOldAnswer(Honest):
    def pull(self, message: Message) -> None:
        super().pull(replace(message, made=self.started + 1))


MUTANTS = {
    "5 no receipts: the own log counts at once": CountsItsOwnLogAtOnce,
    "6 a restored node does not ask the partner": DoesNotAskAfterARestore,
    "7 receipts are assigned instead of kept": LowersReceipts,
    "8 recovery skips the consistency check": SkipsTheCheckWhenItRecovers,
    "9 reports before it is in step again": ReportsBeforeItIsInStep,
    "11 an answer older than the question is taken": TakesAnOldAnswer,
}
"""The broken variants of `reference/ledger.md` §3.3 above the fold; 1 to 4 are in `test_fold_mutants`, 10 below."""
