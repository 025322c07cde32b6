"""`comity ledger` as a user runs it: exit codes, sentences in three languages, JSON, evidence and proofs in files."""

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from comity.cli import main
from comity.files import publish_checkpoint, write_log_files
from comity.ledger import (
    Checkpoint,
    Signer,
    beat_entry,
    cosign,
    document_hash,
    sign_note,
    text_entry,
    vote_entry,
)
from tests.ledger.logs_in_memory import LOG, MIRROR, log_of, numbered
from tests.shared_data import SHARED, needs_shared

GOOD = SHARED / "ledger" / "log_good"


@dataclass
class Done:
    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def comity(monkeypatch, capsys) -> Callable[..., Done]:
    def run(*words: object, language: str = "en", command: str = "verify") -> Done:
        monkeypatch.setenv("LC_ALL", f"{language}.UTF-8")
        monkeypatch.setattr(sys, "argv", ["comity", "ledger", command, *map(str, words)])
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
    [("en", "Entry 300 of the record was altered."), ("fr", "L’inscription 300"), ("ar", "القيد \u2068300\u2069")],
)
def test_an_altered_entry_is_named_on_stderr_with_exit_1(comity, copy, language, said):
    path = copy / "tile" / "entries" / "001"
    path.write_bytes(path.read_bytes().replace(b'"i":300', b'"i":301'))
    done = comity(copy, "--keys", copy / "keys.json", language=language)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert "[ledger.entry_altered]" in done.stderr


@pytest.mark.parametrize(("language", "said"), [("en", "The file"), ("fr", "Le fichier"), ("ar", "ملف")])
def test_a_machine_reads_a_refusal_as_json_from_each_command(comity, tmp_path, language, said):
    log = written(tmp_path / "log", OFFER)
    (log / "tile" / "0" / "000.p" / "2").unlink()
    for command, words in (
        ("verify", (log, "--keys", keys_of(log))),
        ("prove", (log, 0, "--out", tmp_path / "act.tlog-proof")),
        ("fold", (log, log)),
    ):
        done = comity(*words, "--json", command=command, language=language)
        refusal = json.loads(done.stdout)
        assert (done.returncode, list(refusal)) == (1, ["schema", "code", "what", "why", "remedy"])
        assert (refusal["schema"], refusal["code"]) == ("comity/refusal/1", "ledger.missing_file")
        assert said in refusal["what"]
        assert "[ledger.missing_file]" in done.stderr  # a person reads it as before


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


HEADER: dict[str, Any] = {"office": "a desk", "at_ms": 1_780_000_000_000, "salt": bytes(16)}
DOCUMENT = {"title": "Décision 1"}
SLOT: dict[str, Any] = {"series": "decision/1", "parent": "root", "round": 0}
OFFER = [text_entry(**SLOT, document=DOCUMENT, **HEADER), vote_entry(**SLOT, choice=document_hash(DOCUMENT), **HEADER)]


def written(folder: Path, entries: list[bytes], *, signer: Signer = LOG) -> Path:
    """Write a log and, beside it, its file of keys, as a node does."""
    log = log_of(entries)
    tree = log.tree
    files = {path: data for path, data in log.files.items() if path != "checkpoint"}
    write_log_files(folder, files)
    note = sign_note(Checkpoint(signer.name, tree.size, tree.root()).text(), signer)
    publish_checkpoint(folder, cosign(note, [signer.verifier], [MIRROR], at_ms=1_780_000_000_000))
    keys = {"log": signer.verifier.vkey, "mirror": MIRROR.verifier.vkey}
    folder.with_name(f"{folder.name}.keys.json").write_text(json.dumps(keys), "utf-8")
    return folder


def keys_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.keys.json")


def test_a_record_that_went_back_or_contradicts_itself_is_caught_and_both_heads_are_kept(comity, tmp_path):
    seen = written(tmp_path / "seen", numbered(300)) / "checkpoint"
    other = [b"another past", *numbered(400)[1:]]
    for name, entries, code in (("back", numbered(299), "ledger.rollback"), ("fork", other, "ledger.fork")):
        log, evidence = written(tmp_path / name, entries), tmp_path / f"evidence-{name}"
        done = comity(log, "--keys", keys_of(log), "--known", seen, "--evidence", evidence)
        assert (done.returncode, done.stdout, f"[{code}]" in done.stderr) == (1, "", True)
        kept = {each.read_bytes() for each in evidence.iterdir()}
        assert kept == {seen.read_bytes(), (log / "checkpoint").read_bytes()}
        assert comity(log, "--keys", keys_of(log)).returncode == 0  # by itself it looks genuine: that is the danger
    grew = written(tmp_path / "grew", numbered(900))
    done = comity(grew, "--keys", keys_of(grew), "--known", seen, "--evidence", tmp_path / "none")
    assert (done.returncode, "It only grew since the head of 300 entries" in done.stdout) == (0, True)
    assert not (tmp_path / "none").exists()


def test_a_head_that_nobody_signed_is_no_evidence(comity, tmp_path):
    log = written(tmp_path / "log", numbered(3))
    forged = tmp_path / "forged"
    forged.write_bytes((log / "checkpoint").read_bytes().replace(b"\n3\n", b"\n4\n"))
    done = comity(log, "--keys", keys_of(log), "--known", forged, "--evidence", tmp_path / "none")
    assert (done.returncode, "[ledger.bad_signature]" in done.stderr) == (1, True)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Entry 1 is genuine"), ("fr", "L’inscription 1 est authentique"), ("ar", "القيد \u20681\u2069 صحيح")],
)
def test_a_proof_is_written_and_checked_offline_with_the_keys_alone(comity, tmp_path, language, said):
    log = written(tmp_path / "log", OFFER)
    out = tmp_path / "act.tlog-proof"
    made = comity(log, 1, "--out", out, command="prove", language=language)
    assert (made.returncode, made.stderr) == (0, "")
    shutil.rmtree(log)
    done = comity(out, "--keys", keys_of(log), language=language)
    assert (done.returncode, done.stderr) == (0, "")
    assert said in done.stdout
    assert "us.example/mirror" in done.stdout
    assert "a desk" in done.stdout
    facts = json.loads(comity(out, "--keys", keys_of(log), "--json").stdout)
    assert (facts["index"], facts["kind"], facts["entry"]["choice"]) == (1, "vote", document_hash(DOCUMENT))


def test_an_altered_proof_is_refused_and_an_entry_beyond_the_record_has_none(comity, tmp_path):
    log = written(tmp_path / "log", OFFER)
    out = tmp_path / "act.tlog-proof"
    comity(log, 0, "--out", out, command="prove")
    out.write_bytes(out.read_bytes().replace(b"index 0", b"index 1"))
    assert "[ledger.bad_proof]" in comity(out, "--keys", keys_of(log)).stderr
    refused = comity(log, 2, "--out", out, command="prove")
    assert (refused.returncode, "[ledger.no_such_entry]" in refused.stderr) == (1, True)


def test_a_proof_may_be_made_by_an_older_head_of_the_same_record_only(comity, tmp_path):
    log, out = written(tmp_path / "log", numbered(500)), tmp_path / "act.tlog-proof"
    older = written(tmp_path / "older", numbered(300)) / "checkpoint"
    assert comity(log, 7, "--out", out, "--head", older, command="prove").returncode == 0
    assert json.loads(comity(out, "--keys", keys_of(log), "--json").stdout)["size"] == 300
    strange = written(tmp_path / "strange", numbered(300, "strange")) / "checkpoint"
    refused = comity(log, 7, "--out", out, "--head", strange, command="prove")
    assert "[ledger.fork]" in refused.stderr


def test_after_a_change_of_keys_the_old_head_and_the_old_proof_still_count_and_an_old_key_signs_no_new_head(
    comity, tmp_path
):
    """The owner's file of keys names the key in use and, under `earlier`, the one that it gave up."""
    new = Signer(LOG.name, bytes([7]) * 32)
    old = written(tmp_path / "old", numbered(300))
    log = written(tmp_path / "log", numbered(600), signer=new)
    proof = tmp_path / "f.tlog-proof"
    assert comity(old, 7, "--out", proof, command="prove").returncode == 0
    keys = {"log": new.verifier.vkey, "earlier": [LOG.verifier.vkey], "mirror": MIRROR.verifier.vkey}
    keys_of(log).write_text(json.dumps(keys), "utf-8")
    done = comity(log, "--keys", keys_of(log), "--known", old / "checkpoint", "--evidence", tmp_path / "none")
    assert (done.returncode, "It only grew since the head of 300 entries" in done.stdout) == (0, True), done.stderr
    done = comity(proof, "--keys", keys_of(log))
    assert (done.returncode, "given up since" in done.stdout) == (0, True), done.stderr
    assert json.loads(comity(proof, "--keys", keys_of(log), "--json").stdout)["by_earlier_key"] is True
    assert comity(log, 7, "--out", tmp_path / "g", "--head", old / "checkpoint", command="prove").returncode == 0
    back = comity(old, "--keys", keys_of(log))
    assert (back.returncode, "[ledger.no_known_signature]" in back.stderr) == (1, True)
    assert comity(log, "--keys", keys_of(old)).returncode == 1, "whoever knows only the old key cannot tell whose it is"


def test_what_both_agreed_follows_from_their_two_records(comity, tmp_path):
    ours = written(tmp_path / "dz" / "log", OFFER)
    partner = Signer("us.example/dz-us-mou-2025", bytes([5]) * 32)
    silent = written(tmp_path / "us" / "silent", [beat_entry(**HEADER)], signer=partner)
    waiting = comity(ours, silent, command="fold")
    assert waiting.returncode == 0
    assert "decision/1: nothing is agreed by both yet." in waiting.stdout
    assert f"{document_hash(DOCUMENT)} awaits a signature in us.example/dz-us-mou-2025" in waiting.stdout
    signed = written(tmp_path / "us" / "log", [OFFER[1]], signer=partner)
    facts = json.loads(comity(ours, signed, "--json", command="fold").stdout)
    (series,) = facts["series"]
    assert series["in_force"] == [document_hash(DOCUMENT)]
    assert [each["outcome"] for each in series["versions"]] == ["force", "open"]
    assert "agreed by both" in comity(ours, signed, command="fold").stdout


def test_a_record_without_keys_proves_nothing(comity, tmp_path):
    log = written(tmp_path / "log", OFFER)
    keys_of(log).unlink()
    assert comity(log, log, command="fold").returncode == 2
    assert comity(log, 0, "--out", tmp_path / "p", command="prove").returncode == 2
    assert comity(log, log, "--keys", log / "checkpoint", command="fold").returncode == 2
