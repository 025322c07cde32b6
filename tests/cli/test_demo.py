"""`comity demo`: the story in each language, and what it refuses."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from comity.cli.demo.stage import MARK, are_free, clear, ports_from
from comity.ground import InvalidInput
from comity.node.lock import is_owned, owned


def comity(*arguments: str, language: str = "C", folder: Path) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "COMITY_"))}
    return subprocess.run(
        [sys.executable, "-m", "comity", "demo", *arguments],
        cwd=folder,
        env=kept | {"LANG": language},
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr_FR.UTF-8", ["EXEMPLE", "une seule signature n’engage personne", "article 4.3", "convenu par les deux"]),
        ("ar_DZ.UTF-8", ["مثال", "فتوقيع واحد لا يُلزم أحدًا", "4.3", "متفق عليه من الطرفين"]),
    ],
)
def test_the_story_is_told_in_the_readers_language(language, said, tmp_path):
    done = comity("--once", "--scene", "2", "--dir", "story", language=language, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    for words in said:
        assert words.lower() in done.stdout.lower(), done.stdout


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("C", ["US-20", "leaves exact and at once", "Stays home", "Both accounts"]),
        ("ar_DZ.UTF-8", ["US-20", "متطابق"]),
    ],
)
def test_a_question_is_asked_seen_answered_and_counted_by_both(language, said, tmp_path):
    done = comity("--once", "--scene", "3", "--dir", "story", language=language, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    for words in said:
        assert words.lower() in done.stdout.lower(), done.stdout


def test_an_office_leaves_its_successor_answers_for_what_it_left_open_and_replaces_the_keys(tmp_path):
    done = comity("--once", "--scene", "10", "--dir", "story", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "still verifies" in done.stdout
    for words in ("new keys are drawn", "signed the annex of keys", "has read a head", "the old keys are erased"):
        assert words in done.stdout
    page = (tmp_path / "story" / "us-hand-over.md").read_text("utf-8")
    assert "US-20" in page
    assert "next co-chair" in page


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    done = comity("--once", "--dir", "mine", folder=tmp_path)
    assert done.returncode == 1
    assert "[cli.not_a_demo_folder]" in done.stderr
    assert (tmp_path / "mine" / "letter.txt").read_text() == "dear"


def test_a_scene_that_is_not_told_yet_is_wrong_usage(tmp_path):
    done = comity("--scene", "5", folder=tmp_path)
    assert done.returncode == 2
    assert "1, 2, 3, 4, 10, 12" in done.stderr


def test_the_list_names_every_line_of_the_article(tmp_path):
    done = comity("--list", folder=tmp_path)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 1 + 18 + 1 + 12


def test_a_folder_that_cannot_be_written_is_said_in_sentences(tmp_path):
    (tmp_path / "file").touch()
    done = comity("--once", "--dir", "file", folder=tmp_path)
    assert done.returncode == 1
    assert "[cli.demo_folder_unusable]" in done.stderr


def test_what_the_demonstration_did_not_make_survives_it(tmp_path):
    story = tmp_path / "story"
    story.mkdir()
    (story / MARK).touch()
    (story / "thesis.txt").write_text("mine")
    clear(story)
    assert (story / "thesis.txt").read_text() == "mine"


def test_a_demonstration_that_is_served_keeps_its_files(tmp_path):
    story = tmp_path / "story"
    (story / "dz").mkdir(parents=True)
    (story / MARK).touch()
    with owned(story / "dz"), pytest.raises(InvalidInput) as caught:
        clear(story)
    assert caught.value.code == "cli.demo_is_served"
    assert (story / "dz").is_dir()


def test_taken_ports_are_seen():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert not are_free({"DZ": (port, port)})
    assert are_free(ports_from(0))


@pytest.mark.parametrize("ending", [signal.SIGHUP, signal.SIGTERM])
def test_a_closed_terminal_leaves_no_node_behind(ending, tmp_path):
    command = [sys.executable, "-m", "comity", "demo", "--dir", "story", "--port", "0", "--scene", "2"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as story:
        assert story.stdout
        next(line for line in story.stdout if "Ctrl-C" in line)
        assert all(is_owned(tmp_path / "story" / party) for party in ("dz", "us"))
        story.send_signal(ending)
    assert not any(is_owned(tmp_path / "story" / party) for party in ("dz", "us"))
