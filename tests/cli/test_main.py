"""What every command owes the officer who typed it: sentences and exit 1, never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from comity.cli import main

MEMORANDUM = Path(__file__).resolve().parents[2] / "examples" / "algeria-usa-2025" / "memorandum.toml"


@pytest.mark.parametrize(
    ("language", "said"), [("en", "The system refuses"), ("fr", "Le système refuse"), ("ar", "يرفض النظام")]
)
def test_what_the_system_refuses_is_said_in_sentences(monkeypatch, capsys, tmp_path, language, said):
    nowhere = tmp_path / "nowhere" / "agreement.json"
    monkeypatch.setenv("LC_ALL", f"{language}.UTF-8")
    monkeypatch.setattr(sys, "argv", ["comity", "agreement", "hash", str(MEMORANDUM), "--out", str(nowhere)])
    with pytest.raises(SystemExit) as left:
        main()
    message = capsys.readouterr().err
    assert left.value.code == 1
    assert said in message
    assert "nowhere" in message
    assert message.endswith("[cli.system_refused]\n")


def test_a_reader_that_closes_the_pipe_early_sees_no_traceback():
    command = [sys.executable, "-m", "comity", "agreement", "check", str(MEMORANDUM)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_name_that_opens_a_sentence_stays_as_it_is(monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setattr(sys, "argv", ["comity", "serve", str(tmp_path / "nowhere")])
    with pytest.raises(SystemExit):
        main()
    assert capsys.readouterr().err.startswith("nowhere is not a node folder.")


def test_a_terminal_without_arabic_letters_still_gets_an_answer():
    command = [sys.executable, "-m", "comity", "agreement", "check", str(MEMORANDUM)]
    environment = {**os.environ, "LC_ALL": "ar_DZ.UTF-8", "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert done.stderr == b""
    assert b"sha256:" in done.stdout
