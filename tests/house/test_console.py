"""Rules of the console: no registry in the lock, no side of the screen named, fonts and map from the node alone."""

import csv
import re

import pytest

from tests.house.sources import ROOT

CONSOLE = ROOT / "console"
SIDES = re.compile(
    r"(?<![\w@-])(?:[\w-]+-)?(?:left|right)(?:-[\w-]+)?\s*:|(?:text-align(?:-last)?|float|clear)\s*:\s*(?:left|right)\b"
    r"|(?:background-position|object-position|transform-origin)\s*:[^;]*\b(?:left|right)\b"
)
"""A property that has a side in its name, or one whose value is a side."""
FOUR = re.compile(r"(?<![\w-])(?:margin|padding|inset|border-(?:width|color|style))\s*:\s*([^;}]+)")
"""Shorthands that name the sides by their place: the second value is the right, the fourth the left."""
STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.S)
SOURCES = sorted([*(CONSOLE / "src").rglob("*.svelte"), *(CONSOLE / "src").rglob("*.css")])


def test_the_lock_names_no_registry():
    lock = (CONSOLE / "package-lock.json").read_text("utf-8")
    assert '"resolved"' not in lock
    assert "://registry" not in lock


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_a_style_names_no_side_of_the_screen(path):
    assert sides_in(path.name, path.read_text("utf-8")) == [], "use inline-start and inline-end"


def sides_in(name, text):
    styles = text if name.endswith(".css") else "\n".join(STYLE.findall(text))
    found = [each.group() for each in SIDES.finditer(styles)]
    for each in FOUR.finditer(styles):
        values = re.findall(r"[^\s(]+(?:\([^)]*\))?", each[1])
        if len(values) == 4 and values[1] != values[3]:
            found.append(each.group())
    return found


@pytest.mark.parametrize(
    "line",
    [
        "a { margin-left: 1px }", "a { left: 0 }", "a{right:0}", "a { border-top-left-radius: 2px }",
        "a { text-align: right }", "a { float: left }", "a { padding: 0 2px 0 4px }", "a { inset: 0 0 0 auto }",
        "a { scroll-margin-right: 3px }", "a { background-position: left 3px top }",
    ],
)  # fmt: skip
def test_a_side_is_found_however_it_is_written(line):
    assert sides_in("x.css", line)
    assert sides_in("X.svelte", f"<p>left: right:</p><style>{line}</style>")


@pytest.mark.parametrize(
    "line",
    [
        "a { margin: 0 2px 0 2px }", "a { inset-inline-start: 0 }", "a { padding: 1px 2px 3px }",
        "@page { @bottom-right { content: none } }",
    ],
)  # fmt: skip
def test_what_names_no_side_is_left_alone(line):
    assert sides_in("x.css", line) == []


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
    written = [path for path in (CONSOLE / "fonts").iterdir() if path.is_file()]
    for path in [*written, *(CONSOLE / "basemap").glob("*.ts")]:
        assert "http" not in path.read_text("utf-8"), path.name


BARE = re.compile(r"wait_for_function\(\s*f?\"(?!(?:\w+|\([^)]*\)) =>)")


def test_what_a_browser_test_waits_for_is_a_function():
    # A bare expression is evaluated in the page by `eval`, which the content-security policy refuses the second time.
    for path in sorted((ROOT / "tests" / "browser").glob("*.py")):
        assert not BARE.search(path.read_text("utf-8")), path.name
