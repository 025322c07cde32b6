"""A crash between any two steps of an append: nothing is lost, nothing is doubled, and the log verifies afterwards.

The steps are the operating system's (fsync, rename) and the database's commit, counted in the production code itself.
"""

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from comity.files import folder_reader, unfinished_files
from comity.ground import InvalidInput, Untrusted
from comity.ledger import LogKeys, Text, Vote, beat_entry, check_leftovers, fetch_head, parse_entry, verify_log
from comity.node.app import Node, opened
from comity.node.services import acts
from tests.two_nodes.two import START_MS, make_folder

AGREEMENT_ID = "dz-us-mou-2025"
STEPS = ("fsync", "replace", "rename")


class Crash(BaseException):
    """The process is gone."""


class Countdown:
    """Lets so many steps pass and then crashes, before or after the step itself."""

    def __init__(self, left: int, *, after: bool) -> None:
        self.left, self.after, self.taken = left, after, 0

    def around(self, step: Callable[..., Any]) -> Callable[..., Any]:
        def stepped(*args: Any, **options: Any) -> Any:
            self.taken += 1
            crash = self.taken > self.left
            if crash and not self.after:
                raise Crash
            result = step(*args, **options)
            if crash:
                raise Crash
            return result

        return stepped


@contextmanager
def counted(countdown: Countdown, node: Node, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        for name in STEPS:
            patch.setattr(os, name, countdown.around(getattr(os, name)))
        hook = countdown.around(lambda connection: None)
        event.listen(node.store._writer, "commit", hook)
        try:
            yield
        finally:
            event.remove(node.store._writer, "commit", hook)


def open_dz(folder: Path) -> Any:
    return opened(folder, clock=lambda: START_MS, settings=None)


def sign(node: Node) -> None:
    acts.table(node, AGREEMENT_ID, "agreement", None, office="ministry", sign=True)


def check_log(node: Node) -> list[type]:
    """Verify the published files with the ledger's own verifier; return what the entries are."""
    holding = node.holding(AGREEMENT_ID)
    read = folder_reader(holding.own.folder)
    head = fetch_head(read, LogKeys(holding.own.origin, holding.keys.log_signers()[-1].verifier))
    assert head.checkpoint.size == holding.own.size
    found: list[bytes] = []
    verify_log(read, head, visit=lambda batch: found.extend(batch.entries))
    check_leftovers(read, head.checkpoint.size, unfinished_files(holding.own.folder))
    assert found == list(holding.own.entries())
    return [type(parse_entry(entry)) for entry in found]


def steps_of_one_act(folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    countdown = Countdown(10_000, after=False)
    with open_dz(folder) as node, counted(countdown, node, monkeypatch):
        sign(node)
    return countdown.taken


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_crash_at_any_step_loses_and_doubles_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: bool
) -> None:
    fresh = make_folder(tmp_path / "fresh", "DZ", host="dz.example")
    with open_dz(fresh):
        pass  # the first, empty head is published
    shutil.copytree(fresh, tmp_path / "counted")
    steps = steps_of_one_act(tmp_path / "counted", monkeypatch)
    assert steps >= 8  # two files and their folders, the commit, the head and its folder
    outcomes = set()
    for step in range(steps):
        folder = tmp_path / f"step-{step}"
        shutil.copytree(fresh, folder)
        with pytest.raises(Crash), open_dz(folder) as node, counted(Countdown(step, after=after), node, monkeypatch):
            sign(node)
        with open_dz(folder) as node:
            kept = check_log(node)
            assert kept in ([], [Text, Vote])  # all of the batch, or nothing
            outcomes.add(len(kept))
            sign(node)
            assert check_log(node) == [Text, Vote]
    assert outcomes == {0, 2}


def test_a_database_older_than_what_was_published_is_not_served(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "DZ", "DZ", host="dz.example")
    with open_dz(folder):
        pass
    shutil.copy(folder / "node.db", tmp_path / "old.db")
    with open_dz(folder) as node:
        sign(node)
    for path in folder.glob("node.db*"):
        path.unlink()
    shutil.copy(tmp_path / "old.db", folder / "node.db")
    with pytest.raises(Untrusted) as caught, open_dz(folder):
        pass
    assert caught.value.code == "node.published_ahead"


def test_damaged_or_missing_files_are_rebuilt_from_the_database(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "DZ", "DZ", host="dz.example")
    with open_dz(folder) as node:
        sign(node)
        log = node.holding(AGREEMENT_ID).own.folder
    (log / "checkpoint").unlink()
    (log / "tile" / "0" / "000.p" / "2").write_bytes(b"noise")
    shutil.rmtree(log / "tile" / "entries")
    with open_dz(folder) as node:
        assert check_log(node) == [Text, Vote]


def test_a_crash_while_a_folder_is_made_leaves_nothing_half_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    countdown = Countdown(10_000, after=False)
    with monkeypatch.context() as patch:
        for name in STEPS:
            patch.setattr(os, name, countdown.around(getattr(os, name)))
        make_folder(tmp_path / "counted", "DZ", host="dz.example")
    for step in range(0, countdown.taken, 5):
        folder = tmp_path / f"step-{step}"
        halted = Countdown(step, after=False)
        with monkeypatch.context() as patch:
            for name in STEPS:
                patch.setattr(os, name, halted.around(getattr(os, name)))
            with pytest.raises(Crash):
                make_folder(folder, "DZ", host="dz.example")
        assert not folder.exists() or (folder / "node.db").exists()
        if not folder.exists():
            make_folder(folder, "DZ", host="dz.example")
        with open_dz(folder) as node:
            assert check_log(node) == []


def test_a_folder_that_holds_something_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "DZ").mkdir()
    (tmp_path / "DZ" / "letter.txt").write_text("mine")
    with pytest.raises(InvalidInput) as caught:
        make_folder(tmp_path / "DZ", "DZ", host="dz.example")
    assert caught.value.code == "node.folder_taken"
    assert [path.name for path in tmp_path.iterdir()] == ["DZ"]


@pytest.mark.parametrize("step", range(1, 8))
def test_after_a_failed_fsync_nothing_is_written_any_more_and_a_restart_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    folder = make_folder(tmp_path / "DZ", "DZ", host="dz.example")
    calls = 0
    real = os.fsync

    def failing(descriptor: int) -> None:
        nonlocal calls
        calls += 1
        if calls == step:
            raise OSError(5, "Input/output error")
        real(descriptor)

    with open_dz(folder) as node:
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", failing)
            with pytest.raises(Untrusted) as caught:
                sign(node)
        assert calls == step  # never tried again
        assert caught.value.code == "node.disk_not_durable"
        assert node.failure is caught.value
        with pytest.raises(Untrusted):
            sign(node)
        assert calls == step
    with open_dz(folder) as node:
        assert node.failure is None
        sign(node)
        assert check_log(node) == [Text, Vote]


def test_a_full_disk_before_the_commit_refuses_and_the_node_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_folder(tmp_path / "DZ", "DZ", host="dz.example")

    def full(descriptor: int, data: object) -> int:
        raise OSError(28, "No space left on device")

    with open_dz(folder) as node:
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", full)
            with pytest.raises(InvalidInput) as caught:
                sign(node)
        assert caught.value.code == "node.disk_full"
        assert node.failure is None
        sign(node)
        assert check_log(node) == [Text, Vote]


@pytest.mark.parametrize(
    "end", [InvalidInput("node.test", "x", why="y", remedy="z"), Crash()], ids=["refused", "killed"]
)
def test_what_an_unkept_append_wrote_is_not_left_to_contradict_the_next(tmp_path: Path, end: BaseException) -> None:
    folder = make_folder(tmp_path / "DZ", "DZ", host="dz.example")

    def write(node: Node, count: int, *, salt: int, also: Any = None) -> None:
        holding = node.holding(AGREEMENT_ID)
        entries = [beat_entry(office="desk", at_ms=START_MS, salt=bytes([salt, each] * 8)) for each in range(count)]
        holding.own.write(entries, sign=holding.sign_head, now_ms=START_MS, also=also)

    def stop(connection: object, position: int) -> None:
        raise end

    with pytest.raises(type(end)), open_dz(folder) as node:
        write(node, 3, salt=1, also=stop)
    with open_dz(folder) as node:
        write(node, 1, salt=2)
        with contextlib.suppress(InvalidInput):
            write(node, 4, salt=3, also=stop if isinstance(end, InvalidInput) else None)
        write(node, 9, salt=4)
        check_log(node)
