"""A walk through everything that the store does to its disk, ended at any step: by SIGKILL, by a cut of power, full.

`python -m tests.files.position_store_walk FOLDER` ends a process of its own at every step in turn and looks at what the
next one finds; it prints the number of steps. The processes are forked from one that runs no thread.
"""

import contextlib
import errno
import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from comity.files import PositionStore, StoredPositions
from comity.files.position_store_disk import StoreDisk
from comity.ground import ComityError, parse_instant
from comity.maritime import POSITIONS, STATICS

NOON_MS = parse_instant("2026-03-01T12:00:00Z")
HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
NOW_MS = NOON_MS + 2 * DAY_MS
KEPT_FROM = "2026-03-02"

Fix = tuple[int, int, float, int]
"""Ship, instant, latitude, instant of reception."""

BATCHES: list[list[Fix]] = [
    [(1, NOON_MS, 36.0, NOON_MS + 9), (2, NOON_MS + DAY_MS, 37.0, NOON_MS + DAY_MS)],
    [(1, NOON_MS + 1, 36.1, NOON_MS + 1), (1, NOON_MS + DAY_MS, 36.5, NOON_MS + DAY_MS)],
    [(1, NOON_MS, 35.0, NOON_MS + 2), (3, NOON_MS + DAY_MS, 38.0, NOON_MS + DAY_MS)],  # the first fix, heard earlier
    [(2, NOON_MS + DAY_MS, 40.0, NOON_MS + DAY_MS + 5), (4, NOON_MS + 2 * DAY_MS, 39.0, NOON_MS + 2 * DAY_MS)],
    [(2, NOON_MS + DAY_MS + 7, 37.2, NOON_MS + DAY_MS + 7)],
    [(5, NOON_MS + DAY_MS + 8, 37.3, NOON_MS + DAY_MS + 8)],
]
RETAINED = len(BATCHES)
"""What the walk says when retention has returned."""


@contextlib.contextmanager
def in_memory() -> Iterator[Path]:
    """Lend a folder in memory where there is one: what ends a process does not care what the disk is."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as name:
        yield Path(name)


def positions(fixes: list[Fix]) -> pa.Table:
    """Return fixes as a table of positions."""
    mmsi, t_ms, lat_deg, received_ms = zip(*fixes, strict=True)
    columns: dict[str, Any] = {"mmsi": mmsi, "t_ms": t_ms, "lat_deg": lat_deg, "received_ms": received_ms}
    for each in POSITIONS:
        if each.name not in columns:
            other: Any = np.nan if pa.types.is_floating(each.type) else 0
            other = "a" if each.name == "station" else bool(other) if pa.types.is_boolean(each.type) else other
            columns[each.name] = [other] * len(fixes)
    return pa.table({each.name: pa.array(columns[each.name], each.type) for each in POSITIONS}, schema=POSITIONS)


def statics(fixes: list[Fix]) -> pa.Table:
    """Return what the ships of fixes say of themselves."""
    rows = [
        {each.name: "" if pa.types.is_string(each.type) else 0 for each in STATICS}
        | {"mmsi": mmsi, "t_ms": t_ms, "shipname": f"EXAMPLE {mmsi}", "station": "a"}
        for mmsi, t_ms, _, _ in fixes
    ]
    return pa.Table.from_pylist(rows, schema=STATICS)


def walk(folder: Path, disk: StoreDisk, acknowledged: Callable[[int], None]) -> None:
    """Append, seal, import, compact and remove by rule; say each batch that the store acknowledged."""

    def append(number: int) -> None:
        store.append(positions(BATCHES[number]), statics(BATCHES[number]))
        acknowledged(number)

    with PositionStore(folder, disk=disk) as store:
        append(0)
        append(1)
        store.seal(NOW_MS)
        append(2)
        store.seal(NOW_MS)
        with store.importing(NOW_MS) as change:
            change.add("positions", positions(BATCHES[3]))
            change.add("statics", statics(BATCHES[3]))
        acknowledged(3)
        append(4)
        store.seal(NOW_MS)
        store.compact(NOW_MS + 2 * HOUR_MS)
        append(5)
        store.retain(2, NOW_MS)
        acknowledged(RETAINED)


def content(folder: Path) -> list[tuple[int, int, float]]:
    """Return ship, instant and latitude of every position that readers see."""
    store = StoredPositions(folder)
    tables = [store.read_day(day) for day in store.days()]
    return [
        (row["mmsi"], row["t_ms"], row["lat_deg"]) for table in tables for row in table.to_pylist()
    ]  # fmt: skip


def whole(numbers: list[int]) -> dict[tuple[int, int], float]:
    """Return what some batches tell in one pass: of one ship and instant the row received first."""
    rows = sorted((fix for number in numbers for fix in BATCHES[number]), key=lambda fix: fix[3], reverse=True)
    return {(mmsi, t_ms): lat_deg for mmsi, t_ms, lat_deg, _ in rows}


def faults_of(folder: Path, told: list[int]) -> list[str]:
    """Say what is wrong in a folder whose writer ended: something lost, there twice, or that does not go on."""
    return [*_lost_or_doubled(folder, told), *_not_going_on(folder)]


def _lost_or_doubled(folder: Path, told: list[int]) -> Iterator[str]:
    batches = [each for each in told if each < RETAINED]
    in_flight = [*batches, min(len(batches), RETAINED - 1)]
    PositionStore(folder).close()  # what opening mends stays mended
    with PositionStore(folder) as store:
        kept_from_ms = parse_instant(f"{store.manifest.kept_from or '1970-01-01'}T00:00:00Z")
        found = content(folder)
        keys = [(mmsi, t_ms) for mmsi, t_ms, _ in found]
        if len(set(keys)) != len(keys):
            yield "a ship's instant is there twice"
        if not {key for key in whole(batches) if key[1] >= kept_from_ms} <= set(keys):
            yield "acknowledged, and lost"
        if not set(keys) <= {key for key in whole(in_flight) if key[1] >= kept_from_ms}:
            yield "never handed in, or removed"
        if not {((mmsi, t_ms), lat) for mmsi, t_ms, lat in found} <= {
            *whole(in_flight).items(),
            *whole(batches).items(),
        }:
            yield "a place that nobody handed in"
        if RETAINED in told and kept_from_ms == 0:
            yield "retention was acknowledged, and forgotten"
        store.seal(NOW_MS)
        if content(folder) != found:
            yield "sealing changed the content"


def _not_going_on(folder: Path) -> Iterator[str]:
    walk(folder, StoreDisk(), lambda _: None)
    expected = {key: lat for key, lat in whole(list(range(RETAINED))).items() if key[1] >= NOON_MS + HOUR_MS * 12}
    if {(mmsi, t_ms): lat for mmsi, t_ms, lat in content(folder)} != expected:
        yield "the walk did not end as always"
    manifest = StoredPositions(folder).content()[0]
    listed, retired = ({each.path for each in some} for some in (manifest.files, manifest.retired))
    there = {each.relative_to(folder).as_posix() for each in folder.glob("*/day=*/*")}
    if not listed <= there <= listed | retired:
        yield "files that are no content were left"


@dataclass(frozen=True)
class Counting(StoreDisk):
    """A disk that counts its steps, and asks before each what is to happen."""

    steps: list[str] = field(default_factory=list)
    before: Callable[[int, str], bool] = lambda _number, _name: False

    def _step(self, name: str) -> bool:
        self.steps.append(name)
        return self.before(len(self.steps) - 1, name)

    def append(self, descriptor: int, data: bytes) -> None:
        if self._step("append"):
            super().append(descriptor, data[: len(data) // 2])
            self.end()
        super().append(descriptor, data)

    def sync(self, descriptor: int, path: Path) -> None:
        if self._step("sync"):
            self.end()
        super().sync(descriptor, path)

    def create(self, path: Path) -> int:
        if self._step("create"):
            self.end()
        return super().create(path)

    def truncate(self, descriptor: int, path: Path, size: int) -> None:
        if self._step("truncate"):
            self.end()
        super().truncate(descriptor, path, size)

    def replace(self, path: Path, target: Path) -> None:
        if self._step("replace"):
            self.end()
        super().replace(path, target)

    def remove(self, path: Path) -> None:
        if self._step("remove"):
            self.end()
        super().remove(path)

    def end(self) -> None:
        """End as the disk's kind ends."""
        os.kill(os.getpid(), signal.SIGKILL)


def steps_of_a_walk(folder: Path) -> list[str]:
    """Return the steps of a walk that nothing ends."""
    disk = Counting()
    walk(folder, disk, lambda _: None)
    return disk.steps


@dataclass(frozen=True)
class Full(Counting):
    """A disk without room at one step."""

    def end(self) -> None:
        """Refuse as a full disk does."""
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


class PowerCut(BaseException):
    """The power went."""


@dataclass
class Inode:
    """What of a file is on the disk for good."""

    durable: bytes = b""


@dataclass(frozen=True)
class Powerless(Counting):
    """A disk that keeps only what it was asked to keep: content by fsync, names by fsync of their folder."""

    now: dict[Path, Inode] = field(default_factory=dict)
    kept: dict[Path, dict[str, Inode]] = field(default_factory=dict)

    def end(self) -> None:
        """Lose the power."""
        raise PowerCut

    def sync(self, descriptor: int, path: Path) -> None:
        super().sync(descriptor, path)
        if path.is_dir():
            self.kept[path] = {each.name: inode for each, inode in self.now.items() if each.parent == path}
        else:
            self.now[path].durable = path.read_bytes()

    def create(self, path: Path) -> int:
        descriptor = super().create(path)
        self.now.setdefault(path, Inode())
        return descriptor

    def folder(self, path: Path) -> None:
        super().folder(path)
        self.kept.setdefault(path, {})

    def replace(self, path: Path, target: Path) -> None:
        super().replace(path, target)
        self.now[target] = self.now.pop(path)

    def remove(self, path: Path) -> None:
        super().remove(path)
        self.now.pop(path, None)

    def what_is_left(self, folder: Path, into: Path) -> None:
        """Write what the power left of a folder into another."""
        into.mkdir()
        for parent, names in self.kept.items():
            if parent == folder or folder in parent.parents:
                (into / parent.relative_to(folder)).mkdir(parents=True, exist_ok=True)
                for name, inode in names.items():
                    (into / parent.relative_to(folder) / name).write_bytes(inode.durable)


def cut_power(folder: Path, number: int) -> tuple[Path, list[int]]:
    """Walk in a folder until the power goes at a step; return what is left, and what was acknowledged."""
    told: list[int] = []
    disk = Powerless(before=lambda at, _: at == number)
    with pytest.raises(PowerCut):
        walk(folder / "store", disk, told.append)
    disk.what_is_left(folder / "store", folder / "left")
    return folder / "left", told


def fill_up(folder: Path, number: int) -> list[int]:
    """Walk in a folder until the disk is full at a step; return what was acknowledged."""
    told: list[int] = []
    with contextlib.suppress(ComityError, OSError):
        walk(folder, Full(before=lambda at, _: at == number), told.append)
    return told


def _killed(folder: Path, number: int) -> Iterator[str]:
    """End a process at a step, and look at the folder in another; yield what is wrong."""
    acknowledged = folder.with_suffix(".acknowledged")
    child = os.fork()
    if child == 0:
        descriptor = os.open(acknowledged, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        walk(folder, Counting(before=lambda at, _: at == number), lambda each: _say(descriptor, each))
        os._exit(3)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        yield f"step {number} was never reached"
    told = [int(line) for line in acknowledged.read_text().split()] if acknowledged.exists() else []
    child = os.fork()
    if child == 0:
        try:
            faults = faults_of(folder, told)
            print(f"step {number}, acknowledged {told}: {faults}" if faults else "", file=sys.stderr)  # noqa: T201
            os._exit(1 if faults else 0)
        except BaseException as error:  # noqa: BLE001 (a process of a test tells its parent)
            print(f"step {number}, acknowledged {told}: {type(error).__name__}: {error}", file=sys.stderr)  # noqa: T201
            os._exit(1)
    _, status = os.waitpid(child, 0)
    if status:
        yield f"step {number}"


def _say(descriptor: int, number: int) -> None:
    os.write(descriptor, f"{number}\n".encode())


def main() -> None:
    """Kill at every step, or at every so-manieth from one on."""
    folder, every, first = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, json.dumps(len(steps_of_a_walk(folder / "whole"))).encode())
        os._exit(0)
    os.waitpid(child, 0)
    steps = int(os.read(reading, 64))
    wrong = []
    for number in range(first, steps, every):
        wrong += list(_killed(folder / f"store-{number}", number))
        shutil.rmtree(folder / f"store-{number}")
    print(json.dumps({"steps": steps, "wrong": wrong}))  # noqa: T201


if __name__ == "__main__":
    main()
