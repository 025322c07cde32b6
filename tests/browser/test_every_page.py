"""Every page, in three languages and three modes: no violation of WCAG 2.2 AA (by axe-core), no other host asked."""

import os
from itertools import product

import pytest

from tests.browser.desk import desk

CASE = "bejaia-2008-08-06"
PAGES = (
    "watch",
    "incidents",
    f"incidents/{CASE}",
    "new",
    "exchange",
    "signatures",
    "agreement",
    "overview",
    "ledger",
    "ledger/own/0",
    "node",
)
THREE = (("en", "day"), ("fr", "dusk"), ("ar", "night"))
"""Three pairs that hold every language and every mode."""
LOOKS = (
    tuple(product(("en", "fr", "ar"), ("day", "dusk", "night"))) if os.environ.get("COMITY_LOOKS") == "all" else THREE
)
"""With COMITY_LOOKS=all (`make soak`) every language in every mode."""


@pytest.mark.parametrize(("language", "mode"), LOOKS)
def test_a_page_has_no_violation_and_asks_no_other_host(browser, told, language, mode):
    with desk(browser, told["DZ"], language, mode) as officer:
        found = {}
        for page in PAGES:
            officer.go(page)
            officer.screen(page.replace("/", "-"))
            if violations := officer.violations():
                found[page] = violations
        assert not found


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("fr", "ltr"), ("ar", "rtl")])
def test_the_page_reads_in_the_direction_of_its_language(browser, told, language, direction):
    with desk(browser, told["DZ"], language) as officer:
        assert officer.page.evaluate("getComputedStyle(document.documentElement).direction") == direction
        rail = officer.page.locator("nav").first.bounding_box()
        assert rail
        assert (rail["x"] > 700) == (direction == "rtl")


def test_the_partner_s_case_is_shown_on_the_partner_s_screen(browser, told):
    with desk(browser, told["US"], "fr", "night") as officer:
        officer.go(f"incidents/{CASE}")
        officer.page.locator("canvas.maplibregl-canvas").wait_for()
        officer.screen("partner-incident")
        assert not officer.violations()
