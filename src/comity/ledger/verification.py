"""Verification of a whole log, or of what is new in it, through a reader that the caller supplies.

From the signed root downwards: the right edge must give the root, each finished tile the hash that stands for it one
level up, each entry its hash in the tile. So every file is proved before it is used, memory stays at a few files
however long the log, and what is wrong is named: the file and the entry. Every length is bounded before parsing.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from comity.ground import Untrusted
from comity.ledger.heads import Head, LogKeys, read_head
from comity.ledger.note import MAX_NOTE_BYTES
from comity.ledger.proofs import Hashes
from comity.ledger.tiles import (
    EMPTY_TREE,
    FULL_TILE_BYTES,
    HASH_BYTES,
    MAX_BUNDLE_BYTES,
    MAX_ENTRY_BYTES,
    TILE_WIDTH,
    LogPath,
    Tree,
    decode_bundle,
    edge,
    encode_bundle,
    leaf_hash,
    perfect_root,
)

Reader = Callable[[str, int], bytes | None]
"""Gives a file of a log by its path, or None when there is none. The second argument is the greatest length that can
be right: a reader stops there and may return one byte more to show that the file is longer."""

CHECKPOINT_PATH = "checkpoint"

_TILES_AT_HAND = 32
"""A proof reads few tiles, and each of them several times: twice the levels that a log can have, 256 KiB."""


@dataclass(frozen=True)
class Batch:
    """Entries that the signed root proves: the first one's index, and their bytes in order."""

    first: int
    entries: tuple[bytes, ...]


@dataclass(frozen=True)
class VerifiedLog:
    """A log whose every file was checked; `tree` is what must be kept to append to a copy of it."""

    head: Head
    tree: Tree
    new_entries: int


def fetch_head(read: Reader, keys: LogKeys) -> Head:
    """Read and open a log's `checkpoint`."""
    data = _bounded(read, CHECKPOINT_PATH, MAX_NOTE_BYTES)
    if data is None:
        raise _missing(CHECKPOINT_PATH)
    return read_head(data, keys)


def verify_log(
    read: Reader,
    head: Head,
    *,
    since: Tree = EMPTY_TREE,
    visit: Callable[[Batch], None] | None = None,
) -> VerifiedLog:
    """Verify a log, or what is new in it, against its signed head.

    Parameters
    ----------
    read
        Gives the log's files; see `Reader`.
    head
        What `fetch_head` opened. Keep its `note`: with a fork or a rollback it is half of the evidence.
    since
        The tree of a copy that was verified before: only what is new is read, and the log must begin with it.
    visit
        Receives the new entries in order, each batch already proved by the signed root.

    Raises
    ------
    Untrusted
        Names the file, and the entry where there is one; `ledger.fork` and `ledger.rollback` for a log that
        contradicts `since`, before anything is visited.
    """
    walk = _Walk(read, head.checkpoint.origin, head.checkpoint.size, since)
    edges = walk.proved_edges(head.checkpoint.root_hash)
    last: Batch | None = None
    for level in sorted(edges, reverse=True):
        for last in walk.below(walk.edge_path(level, edges), edges[level]):
            if visit:
                visit(last)
            last = last if (last.first + len(last.entries)) % TILE_WIDTH else None  # noqa: PLW2901 (let go of what is done)
    bundle = walk.bundle_tail(last)
    return VerifiedLog(head, Tree(walk.size, _tails(edges), bundle), walk.size - since.size)


def read_tree(read: Reader, head: Head) -> Tree:
    """Return the tree of a log from its right edge alone, proved by the head: for a node that starts on its own log."""
    walk = _Walk(read, head.checkpoint.origin, head.checkpoint.size, EMPTY_TREE)
    edges = walk.proved_edges(head.checkpoint.root_hash)
    if not walk.size % TILE_WIDTH:
        return Tree(walk.size, _tails(edges))
    last = walk.batch(walk.edge_path(0, edges), edges[0])
    return Tree(walk.size, _tails(edges), encode_bundle(last.entries))


def hashes_of(read: Reader, size: int) -> Hashes:
    """Return the tiles of a log of `size` entries, each from the widest file that such a log has; nothing is proved."""
    walk = _Walk(read, "", size, EMPTY_TREE)

    @lru_cache(maxsize=_TILES_AT_HAND)
    def widest(level: int, index: int) -> bytes:
        return walk.tile(LogPath(level, index, min(TILE_WIDTH, (size >> 8 * level) - TILE_WIDTH * index)))

    def hashes(path: LogPath) -> bytes:
        assert path.level is not None
        return widest(path.level, path.index)[: path.width * HASH_BYTES]

    return hashes


def entry_at(read: Reader, index: int, size: int) -> bytes:
    """Return an entry of a log of `size` entries; nothing is proved."""
    number = index // TILE_WIDTH
    bundle = LogPath(None, number, min(TILE_WIDTH, size - TILE_WIDTH * number))
    return _Walk(read, "", size, EMPTY_TREE).entries(bundle)[index % TILE_WIDTH]


@dataclass(frozen=True)
class _Walk:
    """One verification, from the signed root downwards, past everything that was known before."""

    read: Reader
    origin: str
    size: int
    since: Tree

    def edge_path(self, level: int, edges: Mapping[int, bytes]) -> LogPath:
        return LogPath(level, self.size >> 8 * (level + 1), len(edges[level]) // HASH_BYTES)

    def proved_edges(self, root_hash: bytes) -> dict[int, bytes]:
        """Return the right edge of every level, proved by the root and in accord with what was known before."""
        if self.size < self.since.size:
            raise rollback(self.origin, known=self.since.size, found=self.size)
        if self.size == self.since.size > 0:
            if root_hash != self.since.root():
                raise fork(self.origin, known=self.since.size)
            return {level: tail for level, tail in enumerate(self.since.tails) if tail}
        edges = {
            level: self.tile(LogPath(level, self.size >> 8 * (level + 1), width)) for level, width in edge(self.size)
        }
        if Tree(self.size, _tails(edges)).root() != root_hash:
            self._name_wrong_edge(edges)
            raise Untrusted(
                "ledger.wrong_root",
                "The head of the record does not fit its entries.",
                why="its {size} entries give another hash than the one that was signed",
                remedy="keep the head as evidence and ask the record's owner for the record again",
                size=self.size,
            )
        for level in edges:
            self._check_known(self.edge_path(level, edges), edges[level])
        return edges

    def below(self, path: LogPath, hashes: bytes) -> Iterator[Batch]:
        """Yield the new entries under a tile that is proved."""
        assert path.level is not None
        first = path.index * TILE_WIDTH
        if path.level == 0:
            if first + path.width > self.since.size:
                yield self.batch(path, hashes)
            return
        for number in range(path.width):
            if (first + number + 1) << 8 * path.level <= self.since.size:
                continue
            child = LogPath(path.level - 1, first + number)
            tile = self.tile(child)
            if perfect_root(tile) != hashes[number * HASH_BYTES : (number + 1) * HASH_BYTES]:
                raise _wrong_tile(child)
            self._check_known(child, tile)
            yield from self.below(child, tile)

    def bundle_tail(self, last: Batch | None) -> bytes:
        """Return the unfinished bundle of the new size."""
        width = self.size % TILE_WIDTH
        if last is None or not width:
            return self.since.bundle if width else b""
        return (self.since.bundle if last.first > self.size - width else b"") + encode_bundle(last.entries)

    def _check_known(self, path: LogPath, tile: bytes) -> None:
        assert path.level is not None
        tails = self.since.tails
        is_known = path.level < len(tails) and path.index == self.since.size >> 8 * (path.level + 1)
        if is_known and not tile.startswith(tails[path.level]):
            raise fork(self.origin, known=self.since.size)

    def batch(self, tile: LogPath, hashes: bytes) -> Batch:
        """Return the new entries of a bundle, each proved by its hash in the tile."""
        path = LogPath(None, tile.index, tile.width)
        entries = self.entries(path)
        leaves = b"".join([leaf_hash(entry) for entry in entries])
        if leaves != hashes:
            number = _first_difference(leaves, hashes)
            raise Untrusted(
                "ledger.entry_altered",
                "Entry {entry} of the record was altered.",
                why="in the file {path} it does not give the hash that was signed for it",
                remedy="keep the file as evidence and ask the record's owner for it again",
                entry=path.index * TILE_WIDTH + number,
                path=str(path),
            )
        start = max(self.since.size - path.index * TILE_WIDTH, 0)
        return Batch(path.index * TILE_WIDTH + start, tuple(entries[start:]))

    def _name_wrong_edge(self, edges: Mapping[int, bytes]) -> None:
        """Raise `Untrusted` for the edge tile that does not follow from what lies below it, if there is one."""
        for level in edges:
            path = self.edge_path(level, edges)
            if level == 0:
                below = [leaf_hash(entry) for entry in self.entries(LogPath(None, path.index, path.width))]
            else:
                first = path.index * TILE_WIDTH
                children = (LogPath(level - 1, first + number) for number in range(path.width))
                below = [perfect_root(self.tile(child)) for child in children]
            if b"".join(below) != edges[level]:
                raise _wrong_tile(path)

    def tile(self, path: LogPath) -> bytes:
        full = LogPath(path.level, path.index)
        data = self._file(path, path.width * HASH_BYTES)
        found, expected = path, path.width * HASH_BYTES
        if data is None and path != full:  # tlog-tiles: an unfinished tile may have been removed for the finished one
            found, expected = full, FULL_TILE_BYTES
            data = self._file(full, expected)
        if data is None:
            raise _missing(path)
        if len(data) != expected:
            raise Untrusted(
                "ledger.wrong_length",
                "The file {path} of the record has a wrong length.",
                why="it has {found} bytes instead of {expected}",
                remedy="ask the record's owner for this file again",
                path=str(found),
                found=len(data),
                expected=expected,
            )
        return data[: path.width * HASH_BYTES]

    def entries(self, path: LogPath) -> list[bytes]:
        data = self._file(path, path.width * (2 + MAX_ENTRY_BYTES))
        found = path
        if data is None and path.width != TILE_WIDTH:
            found = LogPath(None, path.index)
            data = self._file(found, MAX_BUNDLE_BYTES)
        if data is None:
            raise _missing(path)
        return decode_bundle(data, found)[: path.width]

    def _file(self, path: LogPath, limit: int) -> bytes | None:
        return _bounded(self.read, str(path), limit)


def fork(origin: str, *, known: int) -> Untrusted:
    """Return the verdict on a log whose first `known` entries are not those that were seen before."""
    return Untrusted(
        "ledger.fork",
        "The record {origin} contradicts itself.",
        why="its first {known} entries are not those that were seen and verified before",
        remedy="keep both signed heads as evidence; what both parties agreed before stays in force",
        origin=origin,
        known=known,
    )


def rollback(origin: str, *, known: int, found: int) -> Untrusted:
    """Return the verdict on a log that has fewer entries than were seen before."""
    return Untrusted(
        "ledger.rollback",
        "The record {origin} went back in time.",
        why="it now has {found} entries, and {known} were seen before",
        remedy="keep both signed heads as evidence, and ask its owner why entries are missing",
        origin=origin,
        found=found,
        known=known,
    )


def _tails(edges: Mapping[int, bytes]) -> tuple[bytes, ...]:
    return tuple(edges.get(level, b"") for level in range(max(edges, default=-1) + 1))


def _first_difference(left: bytes, right: bytes) -> int:
    return next(at for at in range(0, len(left), HASH_BYTES) if left[at : at + 32] != right[at : at + 32]) // 32


def _bounded(read: Reader, path: str, limit: int) -> bytes | None:
    data = read(path, limit)
    if data is not None and len(data) > limit:
        raise Untrusted(
            "ledger.file_too_large",
            "The file {path} of the record is too large.",
            why="it has more than the {limit} bytes that it can have",
            remedy="ask the record's owner what was published, and trust nothing of it until then",
            path=path,
            limit=limit,
        )
    return data


def _missing(path: LogPath | str) -> Untrusted:
    return Untrusted(
        "ledger.missing_file",
        "The file {path} of the record is missing.",
        why="the signed head says that it exists",
        remedy="ask the record's owner for it, or copy the folder again in full",
        path=str(path),
    )


def _wrong_tile(path: LogPath) -> Untrusted:
    return Untrusted(
        "ledger.tile_altered",
        "The file {path} of the record was altered.",
        why="its hashes do not fit those above and below it",
        remedy="keep the file as evidence and ask the record's owner for it again",
        path=str(path),
    )
