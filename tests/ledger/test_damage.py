"""The damage matrix: each file of a record, each kind of damage; the library's verdict, and the command's."""

import json
import sys

import pytest

from comity.cli import main
from comity.ground import Untrusted
from comity.ledger import append, check_history, fetch_head, read_head, verify_log
from comity.ledger.tiles import EMPTY_TREE
from tests.ledger.damage import GENUINE, SIZE, histories, rows
from tests.ledger.logs_in_memory import KEYS, LOG, MemoryLog, numbered

ROWS = dict(rows())
HISTORIES = histories()


def verdict(log: MemoryLog) -> str | None:
    try:
        log.verified()
    except Untrusted as refused:
        return refused.code
    return None


@pytest.mark.parametrize("name", ROWS)
def test_the_damage_gets_its_verdict(name):
    do, codes = ROWS[name]
    log = MemoryLog(dict(GENUINE))
    assert verdict(log) is None
    do(log.files)
    assert log.files != GENUINE
    assert verdict(log) in codes


@pytest.mark.parametrize("name", HISTORIES)
def test_a_log_that_is_genuine_by_itself_is_judged_by_what_was_seen_before(name):
    log, code = HISTORIES[name]
    assert verdict(log) is None
    head, known = fetch_head(log.read, KEYS), read_head(GENUINE["checkpoint"], KEYS)
    seen = append(EMPTY_TREE, numbered(SIZE))[0]
    for compare in (lambda: check_history(log.read, head, known), lambda: verify_log(log.read, head, since=seen)):
        if code is None:
            compare()
            continue
        with pytest.raises(Untrusted) as refused:
            compare()
        assert refused.value.code == code


@pytest.fixture
def judged(tmp_path, monkeypatch, capsys):
    """Give what `comity ledger verify --json` says of a record: its exit code, and the code of its verdict."""
    keys, known = tmp_path / "keys.json", tmp_path / "known"
    keys.write_text(json.dumps({"log": LOG.verifier.vkey}))
    known.write_bytes(GENUINE["checkpoint"])

    def judge(log: MemoryLog, *words: str) -> tuple[int, str | None]:
        for path, data in log.files.items():
            file = tmp_path / "log" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        words = ("verify", str(tmp_path / "log"), "--keys", str(keys), "--evidence", str(tmp_path / "kept"), *words)
        monkeypatch.setenv("LC_ALL", "C")
        monkeypatch.setattr(sys, "argv", ["comity", "ledger", *words, "--json"])
        with pytest.raises(SystemExit) as left:
            main()
        return int(left.value.code or 0), json.loads(capsys.readouterr().out).get("code")

    return judge


@pytest.mark.parametrize("name", ROWS)
def test_the_command_gives_the_same_verdict_on_the_damage(name, judged):
    do, codes = ROWS[name]
    log = MemoryLog(dict(GENUINE))
    do(log.files)
    code, found = judged(log)
    assert (code, found in codes) == (1, True), found


@pytest.mark.parametrize("name", HISTORIES)
def test_the_command_gives_the_same_verdict_on_a_history(name, judged, tmp_path):
    log, code = HISTORIES[name]
    assert judged(log, "--known", str(tmp_path / "known")) == (1 if code else 0, code)
    assert (tmp_path / "kept").is_dir() == bool(code)
