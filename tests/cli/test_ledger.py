"""`comity ledger verify` as a user runs it: exit codes, sentences in three languages, JSON."""

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from comity.cli import main
from tests.shared_data import SHARED, needs_shared

GOOD = SHARED / "ledger" / "log_good"


@dataclass
class Done:
    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def comity(monkeypatch, capsys) -> Callable[..., Done]:
    def run(*words: object, language: str = "en") -> Done:
        monkeypatch.setenv("LC_ALL", f"{language}.UTF-8")
        monkeypatch.setattr(sys, "argv", ["comity", "ledger", "verify", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return Done(int(left.value.code or 0), said.out, said.err)

    return run


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "log"))


@needs_shared
@pytest.mark.parametrize(
    ("language", "said"), [("en", "is genuine: all 600"), ("fr", "est authentique"), ("ar", "صحيح")]
)
def test_the_shared_log_is_genuine_in_three_languages(comity, language, said):
    done = comity(GOOD, "--keys", GOOD / "keys.json", language=language)
    assert (done.returncode, done.stderr) == (0, "")
    assert said in done.stdout
    assert "mesa.example/us/mirror-pq" in done.stdout


@needs_shared
def test_a_machine_reads_json(comity):
    done = comity(GOOD, "--keys", GOOD / "keys.json", "--json")
    facts = json.loads(done.stdout)
    assert (facts["origin"], facts["size"], facts["unread_entries"]) == ("mesa.example/dz/releases", 600, 600)
    assert facts["receipts"]["mesa.example/us/mirror"] == "2026-05-28T20:53:20Z"


@needs_shared
@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Entry 300 of the record was altered."), ("fr", "L'inscription 300"), ("ar", "القيد \u2068300\u2069")],
)
def test_an_altered_entry_is_named_on_stderr_with_exit_1(comity, copy, language, said):
    path = copy / "tile" / "entries" / "001"
    path.write_bytes(path.read_bytes().replace(b'"i":300', b'"i":301'))
    done = comity(copy, "--keys", copy / "keys.json", language=language)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert "[ledger.entry_altered]" in done.stderr


@needs_shared
def test_an_altered_signature_a_missing_file_and_bad_keys_are_refused(comity, copy):
    head = copy / "checkpoint"
    genuine = head.read_text("utf-8")
    head.write_text(genuine.replace(" GSWXlpyC", " GSWXlpyD", 1), "utf-8")
    assert "[ledger.bad_signature" in comity(copy, "--keys", GOOD / "keys.json").stderr
    head.write_text(genuine, "utf-8")
    (copy / "tile" / "0" / "000").unlink()
    assert "[ledger.missing_file]" in comity(copy, "--keys", GOOD / "keys.json").stderr
    (copy / "keys.json").write_text('{"log": 7', "utf-8")
    refused = comity(GOOD, "--keys", copy / "keys.json")
    assert (refused.returncode, "[ledger.bad_keys]" in refused.stderr) == (1, True)


def test_wrong_usage_exits_2(comity, tmp_path):
    assert comity().returncode == 2
    assert comity(tmp_path).returncode == 2
    assert comity(tmp_path, "--keys", tmp_path / "none.json").returncode == 2
    assert comity(tmp_path / "none", "--keys", tmp_path / "none.json").returncode == 2
    assert comity("--help").returncode == 0


@needs_shared
def test_a_file_left_from_an_earlier_size_must_still_agree(comity, copy):
    left = copy / "tile" / "entries" / "000.p" / "255"
    left.write_bytes(left.read_bytes()[:-1] + b"?")
    done = comity(copy, "--keys", copy / "keys.json")
    assert (done.returncode, done.stdout) == (1, "")
    assert "tile/entries/000.p/255" in done.stderr
    assert "ledger.leftover_altered" in done.stderr
    left.unlink()
    assert comity(copy, "--keys", copy / "keys.json").returncode == 0
