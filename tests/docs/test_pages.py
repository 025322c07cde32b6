"""The pages are tests: what a tutorial or a how-to shows is run, and prints what it says."""

import importlib.util
import re
from pathlib import Path

import pytest

from tests.docs.runner import is_near, run_page, steps_of
from tests.shared_data import SHARED

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs").rglob("*.md"))
LARGEST_PICTURE_BYTES = 200_000
LINK = re.compile(r"\]\((?!https?://|#|mailto:)([^)#]+)")


@pytest.mark.parametrize("page", [page for page in PAGES if steps_of(page)], ids=lambda page: page.stem)
def test_a_page_does_what_it_shows(page, tmp_path):
    if "../shared/" in page.read_text("utf-8") and not SHARED.is_dir():
        pytest.skip("the shared data (../shared/data) are not on this machine")
    assert run_page(page, tmp_path / "checkout", ROOT) > 0


def test_a_page_that_shows_figures_is_held_to_its_words_and_nearly_to_its_figures():
    shown = ["EXAMPLE-boat: CS over 27.8 miles from 38°34.4′N, POS 25.9 %.", "50% in 900 km²"]
    assert is_near(shown, ["EXAMPLE-boat: PS over 27.1 miles from 38°33.9′N, POS 26.3 %.", "50% in 911 km²"])
    assert not is_near(shown, ["EXAMPLE-boat: CS over 27.8 miles from 38°34.4′N, POS 27.9 %.", "50% in 900 km²"])
    assert not is_near(shown, ["EXAMPLE-boat: CS over 27.8 miles from 38°34.4′N, POS 25.9 %.", "50% in 990 km²"])
    assert not is_near(shown, ["EXAMPLE-boat: CS along 27.8 miles from 38°34.4′N, POS 25.9 %.", "50% in 900 km²"])
    assert not is_near(shown, shown[:1])


def test_every_picture_is_shown_on_a_page_small_and_the_gallery_shows_all_that_it_draws():
    pages = "".join(page.read_text("utf-8") for page in [*PAGES, ROOT / "README.md"])
    for picture in sorted((ROOT / "docs" / "pictures").iterdir()):
        assert f"pictures/{picture.name})" in pages, f"no page shows {picture.name}"
        assert picture.stat().st_size <= LARGEST_PICTURE_BYTES, picture.name
    drawn = loaded(ROOT / "tools" / "draw_gallery.py").DRAWN
    gallery = (ROOT / "docs" / "gallery.md").read_text("utf-8")
    assert [name for name in drawn if f"](pictures/{name})" not in gallery] == []


@pytest.mark.parametrize(
    "page", sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]), ids=lambda page: page.name
)
def test_every_link_between_pages_leads_somewhere(page):
    for target in LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def loaded(script):
    spec = importlib.util.spec_from_file_location(script.stem, script)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_written_references_are_up_to_date():
    for page, write in loaded(ROOT / "tools" / "write_reference.py").PAGES.items():
        stands = (ROOT / "docs" / "reference" / page).read_text("utf-8")
        assert stands == write(), f"docs/reference/{page} is out of date: run python tools/write_reference.py"


def test_every_decision_says_context_options_choice_and_price():
    for page in sorted((ROOT / "docs" / "decisions").glob("*.md")):
        headings = [line[3:].strip().lower() for line in page.read_text("utf-8").splitlines() if line.startswith("## ")]
        assert headings[:4] == ["context", "options", "choice", "price"], f"{page.name} has {headings}"
