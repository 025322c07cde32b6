"""A log in memory, written by our own writer: files by path, and a reader that counts what is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from comity.ledger import (
    CHECKPOINT_PATH,
    EMPTY_TREE,
    MIRROR_KEY,
    Batch,
    Checkpoint,
    LogKeys,
    Signer,
    Tree,
    VerifiedLog,
    append,
    fetch_head,
    sign_note,
    verify_log,
)

ORIGIN = "dz.example/dz-us-mou-2025"
LOG = Signer(ORIGIN, bytes(range(32)))
MIRROR = Signer("us.example/mirror", bytes(range(1, 33)), MIRROR_KEY)
KEYS = LogKeys(ORIGIN, LOG.verifier, (MIRROR.verifier,))


def numbered(count: int, word: str = "entry") -> list[bytes]:
    return [b"%s %d" % (word.encode(), number) for number in range(count)]


@dataclass
class MemoryLog:
    files: dict[str, bytes] = field(default_factory=dict)
    tree: Tree = EMPTY_TREE
    asked: list[str] = field(default_factory=list)

    def write(self, entries: Sequence[bytes]) -> None:
        self.tree, files = append(self.tree, entries)
        self.files |= files
        self.sign(self.tree.root())

    def sign(self, root_hash: bytes) -> None:
        self.files[CHECKPOINT_PATH] = sign_note(Checkpoint(ORIGIN, self.tree.size, root_hash).text(), LOG)

    def read(self, path: str, limit: int) -> bytes | None:
        self.asked.append(path)
        data = self.files.get(path)
        return None if data is None else data[: limit + 1]

    def verified(self, since: Tree = EMPTY_TREE) -> tuple[VerifiedLog, list[bytes]]:
        """Verify it as a partner would; return what was proved and the new entries."""
        batches: list[Batch] = []
        found = verify_log(self.read, fetch_head(self.read, KEYS), since=since, visit=batches.append)
        return found, [entry for batch in batches for entry in batch.entries]


def log_of(entries: Sequence[bytes]) -> MemoryLog:
    log = MemoryLog()
    log.write(entries)
    return log
