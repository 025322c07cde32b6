"""The same exchange without a line: what the partner lacks, as plain files on a disk or for `rsync`, and the way in.

On the disk lies `<agreement>/<party>/{log,mirror,blobs}`: the partner port's own files under their own names, so that
one disk may go back and forth. What comes in is proved by the very code that reads the partner's port. The head is
written last: a disk that was taken out too early holds no head, and nothing of it is believed. What it says may be
older than our last signature: it answers what a node asks before it writes only where it proves that it is not
(`node.disk_answers`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from comity.files.logs import earlier_file, read_log_file
from comity.ground import ComityError, InvalidInput
from comity.ledger import CHECKPOINT_PATH, MAX_BUNDLE_BYTES, MAX_NOTE_BYTES, TILE_WIDTH, LogPath, Release
from comity.node import outbox
from comity.node.app import Holding, Node
from comity.node.contents import of_hash, pieces_of
from comity.node.disk_answers import Answered, answer, answered, ask
from comity.node.erasures import erased_ms, refetch
from comity.node.fetching import BRIDGE, check_content_size
from comity.node.logbook import Logbook
from comity.node.partners import receipt_of, required_card, state_of
from comity.node.peers import look
from comity.node.recovery import REFETCH
from comity.node.rotation import bridges, size_of
from comity.node.services import exchange

FILES_AT_ONCE = 64
PREFIX = "sha256:"


@dataclass(frozen=True)
class Carried:
    """What went onto a disk or came from one: entries of the record and contents."""

    entries: int
    contents: int


class DiskReader:
    """Reads what one party left on a disk under one agreement, with the same bounds as its port.

    Parameters
    ----------
    said
        What the party answered on this disk: its receipt is then these bytes, whatever the disk gives by now.
    """

    def __init__(self, folder: Path, node: Node, agreement_id: str, said: Answered | None = None) -> None:
        self._folder, self._node, self._agreement_id, self._said = folder, node, agreement_id, said

    def log_file(self, path: str, limit: int) -> bytes | None:
        """Return a file of the party's log."""
        return read_log_file(self._folder / "log", path, limit) if (self._folder / "log").is_dir() else None

    def mirror_file(self, path: str, limit: int) -> bytes | None:
        """Return a file of the party's copy of our log."""
        return read_log_file(self._folder / "mirror", path, limit) if (self._folder / "mirror").is_dir() else None

    def receipt(self) -> bytes | None:
        """Return the head of the party's copy of our log, or `None`."""
        return self.mirror_file(CHECKPOINT_PATH, MAX_NOTE_BYTES) if self._said is None else self._said.mirror

    def bridge(self, key_id: str) -> bytes | None:
        """Return a head that the party signed with the key of this hash and with the one after it, or `None`."""
        path = self._folder / "log" / BRIDGE / key_id
        if not path.is_file() or path.is_symlink():
            return None
        with path.open("rb") as file:
            return file.read(MAX_NOTE_BYTES + 1)

    def blob(self, name: str, size: int) -> Iterator[bytes]:
        """Return the pieces of a content of exactly this hash and size."""
        check_content_size(self._node, self._agreement_id, size)
        path = self._folder / "blobs" / name
        if not path.is_file() or path.is_symlink() or not path.stat().st_size:
            raise InvalidInput(
                "node.content_not_on_disk",
                "A content that the record announces is not on the disk.",
                why="blobs/{name} is missing",
                remedy="ask the partner to export once more, with --whole",
                name=name,
            )
        return of_hash(pieces_of(path, size + 1), name, size)


def export(node: Node, agreement_id: str, disk: Path, *, whole: bool = False) -> Carried:
    """Write onto a disk what the partner lacks of our log, and our receipt of its own.

    Parameters
    ----------
    whole
        Everything from the beginning, and our whole copy of the partner's log: for a partner that was put back to an
        older state, or that lost a disk.
    """
    holding = node.holding(agreement_id)
    target = disk / agreement_id / holding.card.party
    ask(node, target)
    if agreement_id in node.unasked and not (holding.own.folder / CHECKPOINT_PATH).is_file():
        return Carried(0, 0)  # restored: nothing is shown before the partner has said what it holds, but it is asked
    receipt = receipt_of(node, agreement_id)
    since = 0 if whole or receipt is None else receipt.size
    with node.turn:
        size, head, mirror_size, mirror = holding.own.size, holding.own.head(), holding.copy.size, holding.copy.head()
    mirror = None if mirror is None else holding.copy.dress(mirror)
    for part, paths, book in (
        ("mirror", log_paths(0, mirror_size) if whole else iter(()), holding.copy),
        ("log", log_paths(since, size), holding.own),
    ):
        _copy_files(node, paths, book, target / part)
    contents = _copy_contents(node, holding, since, target)
    _copy_bridges(node, holding, size, target / "log")
    for part, note in (("mirror", mirror), ("log", head)):
        if note is not None:
            node.disk.folder(target / part)
            node.disk.publish(target / part, note)
    answer(node, holding, disk / agreement_id / holding.partner_id, target, mirror)
    return Carried(size - since, contents)


def take_in(node: Node, agreement_id: str, disk: Path) -> Carried:
    """Read what the partner left on a disk, exactly as from its port; raise what stands against it."""
    holding = node.holding(agreement_id)
    required_card(node, agreement_id)
    folder = disk / agreement_id / holding.partner_id
    if not (folder / "log" / CHECKPOINT_PATH).is_file():
        raise InvalidInput(
            "node.nothing_on_disk",
            "The disk holds nothing of {party} under {agreement}.",
            why="there is no published head in {folder}",
            remedy="name the folder that the partner's export wrote, whole",
            party=holding.partner_id,
            agreement=agreement_id,
            folder=f"{agreement_id}/{holding.partner_id}/log",
        )
    before, reader = holding.copy.size, DiskReader(folder, node, agreement_id)
    look(node, agreement_id, reader, is_answer=False)
    said = answered(node, holding, folder) if agreement_id in node.unasked else None
    if said is not None:
        look(node, agreement_id, DiskReader(folder, node, agreement_id, said))
    for direction in ("in", "out"):
        state = state_of(node, agreement_id, direction)
        if state is not None and state.state != "following" and state.reason is not None:
            raise state.reason
    return Carried(holding.copy.size - before, _take_contents(node, agreement_id, reader))


def log_paths(since: int, size: int) -> Iterator[LogPath]:
    """Yield the tiles and bundles that a log of `size` entries has beyond its first `since`.

    >>> [str(path) for path in log_paths(0, 300)]
    ['tile/entries/000', 'tile/0/000', 'tile/entries/001.p/44', 'tile/0/001.p/44', 'tile/1/000.p/1']
    """
    level = 0
    while size >> 8 * level:
        width = (size >> 8 * level) % TILE_WIDTH
        first, last = since >> 8 * (level + 1), size >> 8 * (level + 1)
        for index in range(first, last + (width > 0)):
            here = width if index == last else TILE_WIDTH
            if level == 0:
                yield LogPath(None, index, here)
            yield LogPath(level, index, here)
        level += 1


def _copy_files(node: Node, paths: Iterator[LogPath], book: Logbook, target: Path) -> None:
    batch: dict[str, bytes] = {}
    for path in paths:
        data = read_log_file(book.folder, str(path), MAX_BUNDLE_BYTES)
        if data is None:  # the log has grown meanwhile, and a finished file has taken the place of this one
            data = earlier_file(book.folder, path, book.size)
        assert data is not None, "a published log has every file that its size implies"
        batch[str(path)] = data
        if len(batch) == FILES_AT_ONCE:
            node.disk.log_files(target, batch)
            batch = {}
    if batch:
        node.disk.log_files(target, batch)


def _copy_bridges(node: Node, holding: Holding, size: int, target: Path) -> None:
    """Write the heads by which one key of ours followed another, each with the unfinished files of its own size."""
    for key_id, bridge in bridges(node, holding).items():
        unfinished = [path for path in log_paths(0, size_of(bridge)) if path.width < TILE_WIDTH]
        found = [(str(path), earlier_file(holding.own.folder, path, size)) for path in unfinished]
        node.disk.log_files(target, {path: data for path, data in found if data is not None})
        node.disk.folder(target / BRIDGE)
        node.disk.put(target / BRIDGE / key_id, bridge)


def _copy_contents(node: Node, holding: Holding, since: int, target: Path) -> int:
    agreement_id, count = holding.agreement.id, 0
    for position, entry in enumerate(holding.own.said()[since:], start=since):
        if not isinstance(entry, Release) or erased_ms(node, agreement_id, "own", position) is not None:
            continue
        name = entry.blob.removeprefix(PREFIX)
        path = node.layout.blob(agreement_id, name)
        if path.is_file():
            node.disk.folder(target / "blobs")
            node.disk.take(target / "blobs" / name, pieces_of(path))
            count += 1
    return count


def _take_contents(node: Node, agreement_id: str, reader: DiskReader) -> int:
    """File every announced content that waits and lies on the disk; the others go on waiting.

    What the node fetches over its line at this moment is left to it.
    """
    count = 0
    for kind in ("receive", REFETCH):
        for job in outbox.waiting_on(node, kind, f"{agreement_id}/"):
            position = int(job.subject.rpartition("/")[2])
            if not outbox.take(node, job):
                continue
            try:
                if kind == REFETCH:
                    refetch(node, agreement_id, position, reader.blob)
                else:
                    manifest = exchange.manifest_at(node, agreement_id, position)
                    pieces = reader.blob(manifest.blob.removeprefix(PREFIX), manifest.bytes)
                    exchange.file_arrival(node, agreement_id, position, pieces)
            except ComityError as error:
                outbox.fail(node, job, error, again=True)
            else:
                outbox.finish(node, job)
                count += 1
    return count
