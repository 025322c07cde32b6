"""A backup is one consistent state of a node; what comes back is whole and checked, or nothing comes back."""

import os
import stat
import tarfile
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from comity.cli.main import app
from comity.ground import InvalidInput
from comity.ledger import beat_entry
from comity.node.app import Node, opened
from comity.node.backup import back_up, restore
from tests.two_nodes.two import START_MS, make_folder

AGREEMENT_ID = "dz-us-mou-2025"


def clock() -> int:
    return START_MS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "DZ", "DZ", host="dz.example")


def write(node: Node, count: int) -> None:
    holding = node.holding(AGREEMENT_ID)
    size = holding.own.size
    entries = [
        beat_entry(office="desk", at_ms=START_MS, salt=(size + each).to_bytes(16, "big")) for each in range(count)
    ]
    holding.own.write(entries, sign=holding.sign_head, now_ms=START_MS)


def entries(folder: Path) -> list[bytes]:
    with opened(folder, clock=clock) as node:
        return list(node.holding(AGREEMENT_ID).own.entries())


def test_a_backup_of_a_served_node_is_the_state_of_one_moment(folder: Path, tmp_path: Path) -> None:
    with opened(folder, clock=clock) as node:
        write(node, 300)
        made = back_up(folder, tmp_path / "a.backup", clock=clock)
        write(node, 1)
    assert (made.party, made.agreements, made.with_keys) == ("DZ", (AGREEMENT_ID,), True)
    restore(tmp_path / "a.backup", tmp_path / "again", clock=clock)
    assert entries(tmp_path / "again") == entries(folder)[:300]


def test_a_backup_and_the_restored_keys_are_closed_to_others(folder: Path, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        back_up(folder, tmp_path / "a.backup", clock=clock)
        restore(tmp_path / "a.backup", tmp_path / "again", clock=clock)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.backup").stat().st_mode) == 0o600
    for path in (tmp_path / "again" / "keys").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "again" / "keys").stat().st_mode) == 0o700


def test_a_backup_without_keys_needs_them_back(folder: Path, tmp_path: Path) -> None:
    back_up(folder, tmp_path / "a.backup", with_keys=False, clock=clock)
    with tarfile.open(tmp_path / "a.backup") as archive:
        assert not [name for name in archive.getnames() if name.startswith("keys")]
    with pytest.raises(InvalidInput) as caught:
        restore(tmp_path / "a.backup", tmp_path / "again", clock=clock)
    assert caught.value.code == "node.backup_without_keys"
    assert not (tmp_path / "again").exists()
    restore(tmp_path / "a.backup", tmp_path / "again", keys=folder / "keys", clock=clock)
    assert entries(tmp_path / "again") == []


def test_neither_a_backup_nor_a_folder_is_ever_replaced(folder: Path, tmp_path: Path) -> None:
    back_up(folder, tmp_path / "a.backup", clock=clock)
    with pytest.raises(InvalidInput) as caught:
        back_up(folder, tmp_path / "a.backup", clock=clock)
    assert caught.value.code == "node.backup_exists"
    with pytest.raises(InvalidInput) as caught:
        restore(tmp_path / "a.backup", folder, clock=clock)
    assert caught.value.code == "node.folder_taken"


@pytest.mark.parametrize("at", [0.1, 0.5, 0.9])
@pytest.mark.parametrize("how", ["flipped", "cut"])
def test_a_damaged_backup_gives_nothing(folder: Path, tmp_path: Path, at: float, how: str) -> None:
    back_up(folder, tmp_path / "a.backup", clock=clock)
    data = bytearray((tmp_path / "a.backup").read_bytes())
    if how == "cut":
        data = data[: int(len(data) * at)]
    else:
        database = data.index(b"SQLite format 3")
        data[database + 4096 * int(10 * at) + 17] ^= 1
    (tmp_path / "b.backup").write_bytes(data)
    with pytest.raises(InvalidInput) as caught:
        restore(tmp_path / "b.backup", tmp_path / "again", clock=clock)
    assert caught.value.code == "node.backup_damaged"
    assert {path.name for path in tmp_path.iterdir()} == {"DZ", "a.backup", "b.backup"}


@pytest.mark.parametrize("name", ["../evil", "/evil", "keys/../../evil", "agreements/a/log/checkpoint"])
def test_a_backup_that_names_another_place_is_refused(folder: Path, tmp_path: Path, name: str) -> None:
    with tarfile.open(tmp_path / "b.backup", "w") as archive:
        archive.addfile(tarfile.TarInfo(name))
    with pytest.raises(InvalidInput) as caught:
        restore(tmp_path / "b.backup", tmp_path / "again", clock=clock)
    assert caught.value.code == "node.backup_damaged"
    assert not (tmp_path / "evil").exists()


def test_a_backup_of_a_newer_comity_is_refused(folder: Path, tmp_path: Path) -> None:
    with opened(folder, clock=clock) as node, node.store.writing() as connection:
        connection.execute(text("INSERT INTO migration VALUES (9999, 'later', 1)"))
    back_up(folder, tmp_path / "a.backup", clock=clock)
    with pytest.raises(InvalidInput) as caught:
        restore(tmp_path / "a.backup", tmp_path / "again", clock=clock)
    assert caught.value.code == "node.database_newer"
    assert not (tmp_path / "again").exists()


def test_an_operator_backs_up_and_restores_by_two_commands(folder: Path, tmp_path: Path) -> None:
    run = CliRunner()
    made = run.invoke(app, ["backup", str(folder), str(tmp_path / "a.backup")])
    assert made.exit_code == 0, made.output
    back = run.invoke(app, ["restore", str(tmp_path / "a.backup"), str(tmp_path / "again")])
    assert back.exit_code == 0, back.output
    assert entries(tmp_path / "again") == []
