"""A backup of a node in one file, made while the node is served, and the way back.

The file is a plain tar archive (POSIX pax), 0600: first the database, copied in one consistent state; then settings,
keys, agreements, contents, cases; last `backup.json` (`comity/backup/1`), which names every file with its length and
SHA-256. Tiles and bundles are not in it: they follow from the database. Files that are written once under the hash of
their bytes need no snapshot; the database is read first, so everything that it names was on the disk before.

A restored node knows that it is one: it publishes, signs and sends nothing until its partner has said how much of our
log it holds, and until it took back what it lacks (`recovery`).
"""

import errno
import hashlib
import io
import os
import re
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import orjson

from comity.ground import InvalidInput
from comity.node.clock import Clock, now_ms
from comity.node.disk import Disk, refusal_of
from comity.node.keys import read_keys
from comity.node.layout import Layout
from comity.node.lock import owned
from comity.node.recovery import mark_restored
from comity.node.settings import read_settings
from comity.node.store import Store, migrate

SCHEMA = "comity/backup/1"
MANIFEST = "backup.json"
DATABASE = "node.db"
MOST_MANIFEST_BYTES = 1 << 26
CHUNK_BYTES = 1 << 20
TRIES = 5

NAMES = re.compile(
    r"node\.db|node\.toml|backup\.json|keys/[a-z]+(?:\.next)?\.(?:seed|pem)"
    r"|agreements/[a-z0-9-]{1,64}/(?:agreement|card|log\.keys|mirror\.keys)\.json"
    r"|agreements/[a-z0-9-]{1,64}/(?:texts/[a-z]{2}\.md|blobs/[0-9a-f]{64})"
    r"|cases/[A-Za-z0-9][A-Za-z0-9._-]{0,127}/[A-Za-z0-9_][A-Za-z0-9._-]{0,127}"
)
"""What a backup may hold; nothing else is ever written to a disk from one."""


@dataclass(frozen=True)
class Backup:
    """What a backup holds."""

    party: str
    made_ms: int
    agreements: tuple[str, ...]
    files: int
    bytes: int
    with_keys: bool


def back_up(
    folder: Path, file: Path, *, with_keys: bool = True, clock: Clock = now_ms, disk: Disk | None = None
) -> Backup:
    """Write a backup of a node folder, served or not, into a file that does not exist yet."""
    disk, layout = disk or Disk(), Layout(folder.resolve())
    settings = read_settings(layout.folder)
    _refuse_existing(file)
    target = file.resolve()
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as aside:
            database = Path(aside) / DATABASE
            _copy_database(layout.database, database)
            partial = Path(aside) / "backup.tar"
            descriptor = os.open(partial, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
            with os.fdopen(descriptor, "wb") as stream:
                made = _write_archive(stream, layout, database, settings.party, clock(), with_keys=with_keys)
                stream.flush()
                disk.sync(stream.fileno(), target)
            _take_place(partial, target)
            disk.sync_folder(target.parent)
    except FileExistsError:
        _refuse_existing(file)
        raise
    except OSError as error:
        raise refusal_of(error, file) from error
    return made


def restore(
    file: Path,
    folder: Path,
    *,
    keys: Path | None = None,
    clock: Clock = now_ms,
    disk: Disk | None = None,
) -> Backup:
    """Make a node folder from a backup: whole and checked, or not at all; it must not exist yet.

    Parameters
    ----------
    keys
        The folder of keys, for a backup that was made without them, or before they were replaced.
    """
    disk, target = disk or Disk(), folder.resolve()
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise InvalidInput(
            "node.folder_taken",
            "The folder {folder} is not empty.",
            why="a node starts in a folder of its own, so that nothing is overwritten",
            remedy="name a folder that does not exist yet",
            folder=folder.name,
        )
    partial = target.with_name(f".{target.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        disk.folder(partial, mode=0o700)
        made = _read_archive(file, partial, disk)
        _add_keys(partial, keys, disk)
        _prepare(partial, made, now_ms=clock(), disk=disk)
        os.replace(partial, target)
        disk.sync_folder(target.parent)
    except OSError as error:
        raise refusal_of(error, folder) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return made


def _take_place(partial: Path, target: Path) -> None:
    """Give a file its name, never over one that somebody made meanwhile where the disk can tell."""
    try:
        os.link(partial, target)
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP):  # FAT and exFAT know no second name
            raise
        _refuse_existing(target)
        os.rename(partial, target)


def _copy_database(source: Path, target: Path) -> None:
    """Copy a database in one consistent state, beside whoever writes it (SQLite online backup)."""
    reading, writing = sqlite3.connect(f"file:{source}?mode=ro", uri=True, timeout=30), sqlite3.connect(target)
    try:
        reading.backup(writing)
        writing.execute("PRAGMA journal_mode = DELETE")
    finally:
        writing.close()
        reading.close()


def _write_archive(
    stream: IO[bytes], layout: Layout, database: Path, party: str, made_ms: int, *, with_keys: bool
) -> Backup:
    files: dict[str, dict[str, Any]] = {}
    with tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as archive:
        with database.open("rb") as copied:
            files[DATABASE] = _add(archive, DATABASE, copied)
        for name, source in _files(layout, with_keys=with_keys):
            files[name] = _add(archive, name, source)
        document = {
            "schema": SCHEMA,
            "party": party,
            "made_ms": made_ms,
            "agreements": layout.agreement_ids(),
            "with_keys": with_keys,
            "files": files,
        }
        _add(archive, MANIFEST, io.BytesIO(orjson.dumps(document)))
    return _described(document)


def _files(layout: Layout, *, with_keys: bool) -> Iterator[tuple[str, IO[bytes]]]:
    """Yield each file to keep, open, by its name; what was erased since the list was read is left out."""
    parts = ["node.toml", "agreements", *(["keys"] if with_keys else [])]
    for part in parts:
        start = layout.folder / part
        for path in [start] if start.is_file() else sorted(start.rglob("*")):
            with suppress(FileNotFoundError), ExitStack() as stack:
                yield from _opened([path], layout, stack)
    for case in sorted((layout.folder / "cases").glob("*/")):
        with ExitStack() as stack:
            yield from _whole(case, layout, stack)


def _whole(case: Path, layout: Layout, stack: ExitStack) -> list[tuple[str, IO[bytes]]]:
    """Open all results of a case at once: they are replaced as a folder, and a backup never holds half of each."""
    for _ in range(TRIES):
        with suppress(FileNotFoundError), ExitStack() as opening:
            before = case.stat().st_ino
            found = _opened(sorted(case.iterdir()), layout, opening)
            if case.stat().st_ino == before:
                stack.push(opening.pop_all())
                return found
    return []


def _opened(paths: list[Path], layout: Layout, stack: ExitStack) -> list[tuple[str, IO[bytes]]]:
    names = [(path.relative_to(layout.folder).as_posix(), path) for path in paths]
    wanted = [(name, path) for name, path in names if NAMES.fullmatch(name) and not path.is_symlink()]
    return [(name, stack.enter_context(path.open("rb"))) for name, path in wanted if path.is_file()]


def _add(archive: tarfile.TarFile, name: str, source: IO[bytes]) -> dict[str, Any]:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = source.seek(0, os.SEEK_END), 0o600
    source.seek(0)
    hashing = _Hashing(source)
    archive.addfile(entry, hashing)
    return {"bytes": entry.size, "sha256": hashing.digest.hexdigest()}


class _Hashing(io.RawIOBase):
    """Passes bytes on and hashes them."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        data = self._source.read(size)
        self.digest.update(data)
        return data


def _read_archive(file: Path, partial: Path, disk: Disk) -> Backup:
    found: dict[str, dict[str, Any]] = {}
    document: Any = None
    try:
        with tarfile.open(file, mode="r|") as archive:
            for entry in archive:
                if document is not None or not entry.isreg() or not NAMES.fullmatch(entry.name) or entry.name in found:
                    raise _damaged(f"{entry.name[:100]!r}")
                source = archive.extractfile(entry)
                assert source is not None, "a plain file has a content"
                if entry.name == MANIFEST:
                    document = orjson.loads(source.read(MOST_MANIFEST_BYTES))
                else:
                    found[entry.name] = _keep(source, partial / entry.name, disk)
    except (tarfile.TarError, orjson.JSONDecodeError, EOFError) as error:
        raise _damaged(type(error).__name__) from error
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise _damaged(MANIFEST)
    stated = document.get("files")
    if stated != found or DATABASE not in found:
        names = {*found, *(stated if isinstance(stated, dict) else ())}
        wrong = [name for name in sorted(names) if not isinstance(stated, dict) or stated.get(name) != found.get(name)]
        raise _damaged(wrong[0] if wrong else DATABASE)
    return _described(document)


def _keep(source: IO[bytes], path: Path, disk: Disk) -> dict[str, Any]:
    disk.folder(path.parent, mode=0o700)
    digest, size = hashlib.sha256(), 0
    mode = 0o600 if path.parent.name == "keys" else 0o644
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
    with os.fdopen(descriptor, "wb") as target:
        while data := source.read(CHUNK_BYTES):
            digest.update(data)
            size += len(data)
            target.write(data)
        target.flush()
        disk.sync(target.fileno(), path)
    return {"bytes": size, "sha256": digest.hexdigest()}


def _add_keys(partial: Path, keys: Path | None, disk: Disk) -> None:
    where = partial / "keys"
    if keys is not None:
        disk.folder(where, mode=0o700)
        for path in where.glob("*.seed"):
            path.unlink()  # the copy of the keys is whole: an old seed of the backup has no place beside it
        for path in sorted(keys.iterdir()):
            if NAMES.fullmatch(f"keys/{path.name}"):
                disk.put(where / path.name, path.read_bytes(), mode=0o600)
    if not where.is_dir():
        raise InvalidInput(
            "node.backup_without_keys",
            "The backup holds no keys.",
            why="it was made with --without-keys, and a node without its keys can sign nothing",
            remedy="name the folder where you keep the copy of the keys: --keys FOLDER",
        )
    where.chmod(0o700)
    read_keys(partial)


def _prepare(partial: Path, made: Backup, *, now_ms: int, disk: Disk) -> None:
    """Bring the database to this version and mark the node as restored; the folder is durable when this returns."""
    layout = Layout(partial)
    for agreement_id in made.agreements:
        for part in ("log", "mirror", "blobs"):
            disk.folder(layout.agreement(agreement_id) / part)
    disk.folder(partial / "cases")
    with owned(partial):
        store = Store(layout.database)
        try:
            migrate(store, now_ms=now_ms)
            with store.writing() as connection:
                mark_restored(connection, made.agreements, now_ms=now_ms, copied_ms=made.made_ms)
        finally:
            store.close()
    for where in sorted({each.parent for each in partial.rglob("*")} | {partial}):
        disk.sync_folder(where)


def _described(document: dict[str, Any]) -> Backup:
    files = document["files"]
    return Backup(
        party=document["party"],
        made_ms=document["made_ms"],
        agreements=tuple(document["agreements"]),
        files=len(files),
        bytes=sum(each["bytes"] for each in files.values()),
        with_keys=document["with_keys"],
    )


def _refuse_existing(file: Path) -> None:
    if file.exists() or file.is_symlink():
        raise InvalidInput(
            "node.backup_exists",
            "There is a file {name} already.",
            why="a backup never replaces another, which may be the only good one",
            remedy="name a new file",
            name=file.name,
        )


def _damaged(reason: str) -> InvalidInput:
    return InvalidInput(
        "node.backup_damaged",
        "The file is not a whole backup of a node.",
        why="reading it as {schema} fails at {reason}",
        remedy="use another backup; nothing was restored",
        schema=SCHEMA,
        reason=reason,
    )
