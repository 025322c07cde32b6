"""Lock, disk, keys and settings: the parts of a node folder, each on its own."""

import errno
import os
from pathlib import Path

import pytest

from comity.ground import InvalidInput, Untrusted
from comity.node.disk import Disk
from comity.node.keys import make_keys, read_keys
from comity.node.lock import is_owned, owned
from comity.node.settings import about, read_settings, setting_names, settings_text, variable_of


def write_settings(folder: Path, more: str = "") -> Path:
    text = settings_text(party="DZ", language="fr", house_port=1, partner_port=2)
    (folder / "node.toml").write_text(text + more)
    return folder


def test_settings_fill_in_their_defaults(tmp_path: Path) -> None:
    settings = read_settings(write_settings(tmp_path), environment={})
    assert (settings.party, settings.language, settings.house_port) == ("DZ", "fr", 1)
    assert settings.pull_every_s == about("pull.every_s")["default"]


def test_a_variable_overrides_every_setting_but_whose_folder_it_is(tmp_path: Path) -> None:
    environment = {"COMITY_HOUSE_PORT": "9000", "COMITY_PULL_EVERY_S": "0.5", "COMITY_PARTY": "US"}
    settings = read_settings(write_settings(tmp_path), environment=environment)
    assert (settings.house_port, settings.pull_every_s, settings.party) == (9000, 0.5, "DZ")
    assert [name for name in setting_names() if variable_of(name) is None] == ["schema", "party"]


@pytest.mark.parametrize(
    ("more", "environment", "named"),
    [
        ("[pull]\nevery_s = 0\n", {}, "pull.every_s"),
        ("[pul]\nevery_s = 1\n", {}, "node.toml"),
        ("[pull\n", {}, "node.toml"),
        ("", {"COMITY_HOUSE_PORT": "many"}, "COMITY_HOUSE_PORT"),
        ("", {"COMITY_HOUSE_PORT": "70000"}, "house.port"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, more: str, environment: dict[str, str], named: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_settings(write_settings(tmp_path, more), environment=environment)
    assert (caught.value.code, caught.value.values["name"]) == ("node.bad_setting", named)


def test_a_folder_without_settings_is_not_a_node(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_settings(tmp_path)
    assert caught.value.code == "node.not_a_node"


def test_keys_are_closed_to_others_and_refused_when_they_are_not(tmp_path: Path) -> None:
    made = make_keys(tmp_path, random=os.urandom, disk=Disk())
    assert made.log_seed != made.mirror_seed
    assert read_keys(tmp_path) == made
    assert made.log_seed.hex() not in repr(made)
    (tmp_path / "keys" / "log.seed").chmod(0o640)
    with pytest.raises(Untrusted) as caught:
        read_keys(tmp_path)
    assert caught.value.values == {"name": "keys/log.seed", "mode": "0640"}


@pytest.mark.parametrize("content", ["", "abc", "zz" * 32, "00" * 31])
def test_a_damaged_key_is_refused(tmp_path: Path, content: str) -> None:
    make_keys(tmp_path, random=os.urandom, disk=Disk())
    (tmp_path / "keys" / "mirror.seed").write_text(content)
    with pytest.raises(InvalidInput) as caught:
        read_keys(tmp_path)
    assert caught.value.code == "node.bad_key"


def test_a_folder_has_one_owner_at_a_time(tmp_path: Path) -> None:
    assert not is_owned(tmp_path)
    with owned(tmp_path):
        assert is_owned(tmp_path)
        with pytest.raises(InvalidInput) as caught, owned(tmp_path):
            pass
        assert caught.value.values["process"] == str(os.getpid())
    assert not is_owned(tmp_path)


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "note"
    Disk().put(path, b"first")

    def full(descriptor: int, data: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(InvalidInput) as caught:
        Disk().put(path, b"second")
    assert caught.value.code == "node.disk_full"
    assert [each.name for each in tmp_path.iterdir()] == ["note"]
    assert path.read_bytes() == b"first"


def test_a_disk_that_does_not_keep_what_it_took_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(descriptor: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(Untrusted) as caught:
        Disk().put(tmp_path / "note", b"data")
    assert caught.value.code == "node.disk_not_durable"
