"""An office stands on a page by its title in the reader's language, given in a form by keys on a narrow screen."""

import pytest
from playwright.sync_api import ViewportSize

from tests.browser.desk import desk
from tests.two_nodes.cooperating import OFFICES

OFFICE = OFFICES["DZ"]
TITLES = {"ar": "مثال: مكتب الجزائر", "en": "EXAMPLE: the Algiers desk", "fr": "EXEMPLE : le bureau d’Alger"}
PHONE: ViewportSize = {"width": 320, "height": 800}


@pytest.fixture(scope="module")
def titled(browser, equipped):
    """The node of Algeria, whose officer gave the office its titles without a mouse."""
    with desk(browser, equipped["DZ"], office=OFFICE) as officer:
        page, say = officer.page, officer.say
        page.set_viewport_size(PHONE)
        officer.go("node")
        opener = page.locator(f"button[data-office={OFFICE}]")
        opener.focus()
        page.keyboard.press("Enter")
        page.get_by_role("group", name=say("office-title-three")).wait_for()
        officer.screen("office-titles")
        assert not officer.violations()
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        for title in TITLES.values():  # the form begins at its first field: Arabic, English, French
            page.keyboard.insert_text(title)
            page.keyboard.press("Tab")
        assert page.locator(":focus").inner_text() == say("office-title-write")
        page.keyboard.press("Enter")
        page.get_by_role("status").filter(has_text=OFFICE).wait_for()
        assert opener.evaluate("button => button === document.activeElement"), "the keys stand where they were"
        assert opener.inner_text() == say("office-title-change")
    return equipped["DZ"]


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_head_of_every_page_and_the_record_name_the_office_in_the_reader_s_language(browser, titled, language):
    with desk(browser, titled, language, office=OFFICE) as officer:
        officer.go("ledger/own")
        officer.page.locator("main td", has_text=TITLES[language]).first.wait_for()
        assert officer.page.locator(".strip .office").inner_text() == TITLES[language]
        assert OFFICE not in officer.page.locator("body").inner_text()
