"""Tiles: the static files of a log, the paths they lie at, and the tree that grows by appending entries.

A tile holds up to 256 hashes of one level (level 0: entries; level 1: roots of 256 entries; …); a bundle holds up to
256 entries, each after its length as two bytes. Full files never change. Sources: C2SP tlog-tiles v0.1.0, RFC 6962.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from comity.ground import InvalidInput, Untrusted

TILE_WIDTH = 256
HASH_BYTES = 32
FULL_TILE_BYTES = TILE_WIDTH * HASH_BYTES
MAX_ENTRY_BYTES = 65_535
MAX_BUNDLE_BYTES = TILE_WIDTH * (2 + MAX_ENTRY_BYTES)
MAX_LEVEL = 63
EMPTY_ROOT = sha256(b"").digest()

_PATH = re.compile(
    r"tile/(?P<level>entries|0|[1-9][0-9]?)/(?P<index>(?:x[0-9]{3}/){0,6}[0-9]{3})(?:\.p/(?P<width>[1-9][0-9]{0,2}))?"
)


@dataclass(frozen=True)
class LogPath:
    """What a path of a log's files names: a tile, or a bundle of entries where `level` is None."""

    level: int | None
    index: int
    width: int = TILE_WIDTH

    def __str__(self) -> str:
        groups = [f"{self.index % 1000:03d}"]
        rest = self.index // 1000
        while rest:
            groups.insert(0, f"x{rest % 1000:03d}")
            rest //= 1000
        level = "entries" if self.level is None else str(self.level)
        partial = "" if self.width == TILE_WIDTH else f".p/{self.width}"
        return f"tile/{level}/{'/'.join(groups)}{partial}"


def tile_path(level: int, index: int, width: int = TILE_WIDTH) -> str:
    """Return the path of a tile.

    >>> tile_path(0, 1_234_067), tile_path(1, 0, 2)
    ('tile/0/x001/x234/067', 'tile/1/000.p/2')
    """
    return str(LogPath(level, index, width))


def entries_path(index: int, width: int = TILE_WIDTH) -> str:
    """Return the path of a bundle of entries.

    >>> entries_path(2, 88)
    'tile/entries/002.p/88'
    """
    return str(LogPath(None, index, width))


def parse_path(path: str) -> LogPath | None:
    """Return what a requested path names, or None; the answer's own `str` is the only path ever to be opened.

    >>> parse_path("tile/entries/x001/234.p/7")
    LogPath(level=None, index=1234, width=7)
    >>> parse_path("tile/0/../../keys") is None
    True
    """
    match = _PATH.fullmatch(path)
    if match is None:
        return None
    level = None if match["level"] == "entries" else int(match["level"])
    index = int(match["index"].replace("x", "").replace("/", ""))
    found = LogPath(level, index, int(match["width"] or TILE_WIDTH))
    canonical = str(found) == path and (level or 0) <= MAX_LEVEL
    return found if canonical else None


def leaf_hash(entry: bytes) -> bytes:
    """Return the hash of an entry (RFC 6962: a zero byte first)."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of two subtrees (RFC 6962: a one byte first)."""
    return sha256(b"\x01" + left + right).digest()


def perfect_root(hashes: bytes) -> bytes:
    """Return the root over 2^k hashes that stand one after the other."""
    while len(hashes) > HASH_BYTES:
        hashes = b"".join(
            [sha256(b"\x01" + hashes[at : at + 64]).digest() for at in range(0, len(hashes), 2 * HASH_BYTES)]
        )
    return hashes


def encode_bundle(entries: Iterable[bytes]) -> bytes:
    """Return entries as a bundle: each after its length as two bytes."""
    parts: list[bytes] = []
    for entry in entries:
        if len(entry) > MAX_ENTRY_BYTES:
            raise InvalidInput(
                "ledger.entry_too_large",
                "The entry is too large for the record.",
                why="it has {found} bytes; an entry has at most {limit}",
                remedy="put its content into a separate file that the entry names by its hash",
                found=len(entry),
                limit=MAX_ENTRY_BYTES,
            )
        parts += (len(entry).to_bytes(2, "big"), entry)
    return b"".join(parts)


def decode_bundle(data: bytes, path: LogPath) -> list[bytes]:
    """Return the entries of a bundle, exactly as many as its path says; `Untrusted` names the entry that is wrong."""
    entries: list[bytes] = []
    at = 0
    for number in range(path.width):
        end = at + 2 + int.from_bytes(data[at : at + 2], "big")
        if end > len(data):
            raise Untrusted(
                "ledger.entries_cut_off",
                "The file {path} of the record is cut off.",
                why="it ends within entry {entry}",
                remedy="ask the record's owner for this file again",
                path=str(path),
                entry=path.index * TILE_WIDTH + number,
            )
        entries.append(data[at + 2 : end])
        at = end
    if at != len(data):
        raise Untrusted(
            "ledger.entries_overrun",
            "The file {path} of the record is too long.",
            why="{extra} bytes follow its last entry",
            remedy="ask the record's owner for this file again",
            path=str(path),
            extra=len(data) - at,
        )
    return entries


@dataclass(frozen=True)
class Tree:
    """What must be kept to append to a log: its size and the right edge of every level.

    `tails[level]` holds the hashes of that level's unfinished tile one after the other; `bundle` holds the
    entries of the unfinished bundle, encoded.
    """

    size: int = 0
    tails: tuple[bytes, ...] = ()
    bundle: bytes = b""

    def root(self) -> bytes:
        """Return the root hash over all entries."""
        root = b""
        for tail in self.tails:  # from the right: each perfect subtree stands left of all that came before
            end, width = len(tail), len(tail) // HASH_BYTES
            while width:
                span = width & -width
                peak = perfect_root(tail[end - span * HASH_BYTES : end])
                root = node_hash(peak, root) if root else peak
                end -= span * HASH_BYTES
                width -= span
        return root or EMPTY_ROOT

    def edge_files(self) -> dict[str, bytes]:
        """Return the unfinished tiles and the unfinished bundle of this size, by path."""
        files: dict[str, bytes] = {}
        for level, width in edge(self.size):
            files[tile_path(level, self.size >> 8 * (level + 1), width)] = self.tails[level]
        if self.bundle:
            files[entries_path(self.size // TILE_WIDTH, self.size % TILE_WIDTH)] = self.bundle
        return files


EMPTY_TREE = Tree()


def edge(size: int) -> list[tuple[int, int]]:
    """Return the level and the width of each unfinished tile of a log of this size, from the lowest level.

    >>> edge(600)
    [(0, 88), (1, 2)]
    """
    widths = [(level, size >> 8 * level & 0xFF) for level in range((size.bit_length() + 7) // 8)]
    return [(level, width) for level, width in widths if width]


def append(tree: Tree, entries: Sequence[bytes]) -> tuple[Tree, dict[str, bytes]]:
    """Return the tree after appending entries, and the files to write: path to bytes, finished and unfinished ones.

    An unfinished tile of an upper level that stays as it was is not written again: each file costs two flushes.
    """
    files: dict[str, bytes] = {}
    grown = grow(tree, entries, files.__setitem__)
    there = tree.edge_files()
    files.update({path: data for path, data in grown.edge_files().items() if path not in there})
    return grown, files


def grow(tree: Tree, entries: Sequence[bytes], write: Callable[[str, bytes], None]) -> Tree:
    """Return the tree after appending entries; `write` receives each finished file, and none of the unfinished."""
    tails = [bytes(tail) for tail in tree.tails] or [b""]
    bundle, size, at = tree.bundle, tree.size, 0
    while at < len(entries):
        batch = entries[at : at + TILE_WIDTH - size % TILE_WIDTH]
        bundle += encode_bundle(batch)
        tails[0] += b"".join([sha256(b"\x00" + entry).digest() for entry in batch])
        at, size = at + len(batch), size + len(batch)
        if size % TILE_WIDTH == 0:
            write(entries_path(size // TILE_WIDTH - 1), bundle)
            bundle = b""
            _carry(tails, size, write)
    return Tree(size, tuple(tails) if size else (), bundle)


def _carry(tails: list[bytes], size: int, write: Callable[[str, bytes], None]) -> None:
    level = 0
    while len(tails[level]) == FULL_TILE_BYTES:
        write(tile_path(level, (size >> 8 * (level + 1)) - 1), tails[level])
        if level + 1 == len(tails):
            tails.append(b"")
        tails[level + 1] += perfect_root(tails[level])
        tails[level] = b""
        level += 1
