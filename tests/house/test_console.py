"""Rules of the console: no registry in the lock, no side of the screen named, fonts and map from the node alone."""

import csv
import re

import pytest

from tests.house.sources import ROOT

CONSOLE = ROOT / "console"
SIDES = re.compile(
    r"(?<![\w-])(?:margin|padding|border)-(?:left|right)\b|text-align:\s*(?:left|right)\b|float:\s*(?:left|right)\b"
)
SOURCES = sorted([*(CONSOLE / "src").rglob("*.svelte"), *(CONSOLE / "src").rglob("*.css")])


def test_the_lock_names_no_registry():
    lock = (CONSOLE / "package-lock.json").read_text("utf-8")
    assert '"resolved"' not in lock
    assert "://registry" not in lock


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_a_style_names_no_side_of_the_screen(path):
    found = SIDES.search(path.read_text("utf-8"))
    assert not found, f"{path.name} says {found and found.group()}: use inline-start and inline-end"


def test_every_place_has_its_name_in_three_languages_and_stands_on_the_earth():
    with (CONSOLE / "basemap" / "gazetteer.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        assert all(row[name].strip() == row[name] != "" for name in ("name_en", "name_fr", "name_ar")), row
        assert re.search(r"[\u0600-\u06ff]", row["name_ar"]), row
        if row["kind"] != "country":
            assert -90 < float(row["lat_deg"]) < 90, row
            assert -180 < float(row["lon_deg"]) < 180, row
    named = [(row["kind"], row["iso"], row["name_en"]) for row in rows]
    assert len(named) == len(set(named))


def test_no_font_and_no_map_comes_from_another_host():
    for path in [*(CONSOLE / "fonts").iterdir(), *(CONSOLE / "basemap").glob("*.ts")]:
        assert "http" not in path.read_text("utf-8"), path.name
