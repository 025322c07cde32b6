"""The demo is the article: every line of the brief has a scene, is context, or says that it is not told yet."""

import re

import pytest

from comity.cli.demo.scenes import PLAYED, ROWS, SCENES
from comity.files.words import words
from tests.house.sources import LANGUAGES, ROOT
from tests.shared_data import SHARED, needs_shared


def rows_of(page: str) -> list[list[str]]:
    lines = [line for line in page.splitlines() if line.startswith("|") and not line.startswith("| ---")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_the_page_and_the_list_are_one_table():
    page = rows_of((ROOT / "docs" / "reference" / "article.md").read_text("utf-8"))
    said = words("en")
    listed = [
        [
            row.name,
            said.say(f"demo-row-{row.name}"),
            ", ".join(map(str, row.scenes)) or "–",
            said.say(f"demo-state-{row.state}"),
        ]
        for row in ROWS
    ]
    titles = [[str(scene), said.say(f"demo-scene-{scene}")] for scene in SCENES]
    assert page == [["line", "point", "scenes", "state"], *listed, ["scene", "title"], *titles]


def test_a_line_has_scenes_or_is_context():
    for row in ROWS:
        assert bool(row.scenes) == (row.state != "context"), row.name
        assert set(row.scenes) <= set(SCENES), row.name
        if row.state == "told":
            assert set(row.scenes) & set(PLAYED), f"{row.name} is told by no scene that is played"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_and_scene_has_its_words(language):
    said = words(language)
    for key in [f"demo-row-{row.name}" for row in ROWS] + [f"demo-scene-{scene}" for scene in SCENES]:
        assert said.say(key)


@needs_shared
def test_no_line_of_the_brief_is_left_out():
    design = (SHARED.parent / "DESIGN.md").read_text("utf-8")
    table = re.search(r"\| the article \|.*?\n\n", design, re.DOTALL)
    assert table
    assert len(rows_of(table.group())) - 1 == len(ROWS)
