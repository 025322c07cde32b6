"""`comity demo`: the story in each language, and what it refuses."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


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


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    done = comity("--once", "--dir", "mine", folder=tmp_path)
    assert done.returncode == 1
    assert "[cli.not_a_demo_folder]" in done.stderr
    assert (tmp_path / "mine" / "letter.txt").read_text() == "dear"


def test_a_scene_that_is_not_told_yet_is_wrong_usage(tmp_path):
    done = comity("--scene", "3", folder=tmp_path)
    assert done.returncode == 2
    assert "1, 2, 4, 12" in done.stderr


def test_the_list_names_every_line_of_the_article(tmp_path):
    done = comity("--list", folder=tmp_path)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 1 + 18
