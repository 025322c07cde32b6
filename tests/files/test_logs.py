"""Log folders: what is written survives and reads back; nothing but a log's own plain files is ever opened."""

import os
from pathlib import Path

import pytest

from comity.files import folder_reader, publish_checkpoint, read_log_file, write_log_files
from comity.ground import InvalidInput
from comity.ledger import EMPTY_TREE, append, fetch_head, verify_log
from tests.ledger.logs_in_memory import KEYS, log_of, numbered


def test_a_written_log_verifies_from_its_folder(tmp_path):
    log = log_of(numbered(600))
    head = log.files.pop("checkpoint")
    write_log_files(tmp_path / "deep" / "log", log.files)
    publish_checkpoint(tmp_path / "deep" / "log", head)
    read = folder_reader(tmp_path / "deep" / "log")
    assert verify_log(read, fetch_head(read, KEYS)).tree == log.tree
    assert not [each for each in tmp_path.rglob("*") if each.name.startswith(".")]


def test_the_head_is_never_among_the_files_and_names_come_from_numbers_only(tmp_path):
    for path in ("checkpoint", "../evil", "/etc/evil", "tile/0/000/../001", "tile/0/1", "keys"):
        with pytest.raises(InvalidInput) as refused:
            write_log_files(tmp_path, {path: b"x"})
        assert refused.value.code == "files.not_a_log_file"
    assert not list(tmp_path.iterdir())
    with pytest.raises(InvalidInput):
        read_log_file(tmp_path, "../keys", 10)


def test_reading_stops_one_byte_after_what_can_be_right(tmp_path):
    (tmp_path / "checkpoint").write_bytes(bytes(1000))
    assert read_log_file(tmp_path, "checkpoint", 10) == bytes(11)
    assert read_log_file(tmp_path, "checkpoint", 1000) == bytes(1000)


def test_links_pipes_and_folders_are_no_files_of_a_log(tmp_path):
    secret = tmp_path / "secret"
    secret.write_bytes(b"national")
    log = tmp_path / "log"
    (log / "tile" / "0" / "003").mkdir(parents=True)
    (log / "checkpoint").symlink_to(secret)
    (log / "tile" / "0" / "000").symlink_to(secret)
    (log / "tile" / "entries").symlink_to(tmp_path)
    (tmp_path / "001").write_bytes(b"national")
    os.mkfifo(log / "tile" / "0" / "002")
    for path in ("checkpoint", "tile/0/000", "tile/entries/001", "tile/0/002", "tile/0/003", "tile/0/004"):
        assert read_log_file(log, path, 100) is None
    assert read_log_file(tmp_path / "nowhere", "checkpoint", 100) is None


def test_a_link_in_the_place_of_a_file_is_replaced_and_not_followed(tmp_path):
    secret = tmp_path / "secret"
    secret.write_bytes(b"national")
    (tmp_path / "checkpoint").symlink_to(secret)
    (tmp_path / ".checkpoint.new").symlink_to(secret)
    with pytest.raises(OSError, match="symbolic"):
        publish_checkpoint(tmp_path, b"head")
    assert secret.read_bytes() == b"national"
    publish_checkpoint(tmp_path, b"head")  # what lay in the way was removed
    assert (tmp_path / "checkpoint").read_bytes() == b"head"
    assert secret.read_bytes() == b"national"


def test_every_file_and_every_changed_folder_is_flushed_before_the_answer(tmp_path, monkeypatch):
    order: list[str] = []
    genuine_fsync, genuine_rename = os.fsync, os.rename

    def fsync(descriptor: int) -> None:
        order.append(f"flush {Path(os.readlink(f'/proc/self/fd/{descriptor}')).relative_to(tmp_path)}")
        genuine_fsync(descriptor)

    def rename(old: Path, new: Path) -> None:
        order.append(f"rename {new.relative_to(tmp_path)}")
        genuine_rename(old, new)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "rename", rename)
    write_log_files(tmp_path / "log", append(EMPTY_TREE, [b"one"])[1])
    assert order[:4] == [
        "flush log/tile/0/000.p/.1.new",
        "rename log/tile/0/000.p/1",
        "flush log/tile/entries/000.p/.1.new",
        "rename log/tile/entries/000.p/1",
    ]
    folders = {".", "log", "log/tile", "log/tile/0", "log/tile/0/000.p", "log/tile/entries", "log/tile/entries/000.p"}
    assert set(order[4:]) == {f"flush {each}" for each in folders}
    order.clear()
    publish_checkpoint(tmp_path / "log", b"head")
    assert order == ["flush log/.checkpoint.new", "rename log/checkpoint", "flush log"]


def test_a_full_disk_leaves_the_file_before_as_it_was_and_nothing_beside_it(tmp_path, monkeypatch):
    publish_checkpoint(tmp_path, b"before")

    def no_space(descriptor: int, data: memoryview) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", no_space)
    with pytest.raises(OSError, match="No space"):
        publish_checkpoint(tmp_path, b"after")
    assert [each.name for each in tmp_path.iterdir()] == ["checkpoint"]
    assert (tmp_path / "checkpoint").read_bytes() == b"before"
