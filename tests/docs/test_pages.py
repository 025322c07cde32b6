"""The pages are tests: what a tutorial or a how-to shows is run, and prints what it says."""

import importlib.util
import re
from pathlib import Path

import pytest

from tests.docs.runner import run_page, steps_of

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs").rglob("*.md"))
LINK = re.compile(r"\]\((?!https?://|#|mailto:)([^)#]+)")


@pytest.mark.parametrize("page", [page for page in PAGES if steps_of(page)], ids=lambda page: page.stem)
def test_a_page_does_what_it_shows(page, tmp_path):
    assert run_page(page, tmp_path, ROOT) > 0


@pytest.mark.parametrize(
    "page", sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]), ids=lambda page: page.name
)
def test_every_link_between_pages_leads_somewhere(page):
    for target in LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_written_references_are_up_to_date():
    spec = importlib.util.spec_from_file_location("write_reference", ROOT / "tools" / "write_reference.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for page, write in module.PAGES.items():
        stands = (ROOT / "docs" / "reference" / page).read_text("utf-8")
        assert stands == write(), f"docs/reference/{page} is out of date: run python tools/write_reference.py"


def test_every_decision_says_context_options_choice_and_price():
    for page in sorted((ROOT / "docs" / "decisions").glob("*.md")):
        headings = [line[3:].strip().lower() for line in page.read_text("utf-8").splitlines() if line.startswith("## ")]
        assert headings[:4] == ["context", "options", "choice", "price"], f"{page.name} has {headings}"
