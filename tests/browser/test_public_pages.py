"""The public pages in a real browser: no violation of WCAG 2.2 AA, no other host asked, no script, nothing cut off."""

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from comity.files.public_pages import public_pages, write_public_pages
from tests.browser.desk import RULES, axe
from tests.files.public_records import a_year

PAGES = (
    "index",
    "groups",
    "meeting-wg-sky-1",
    "decision-d-exercise",
    "initiative-sky-watch",
    "initiative-radars",
    "investor-data-centre-south",
    "progress",
    "figures",
    "calendar",
    "withheld",
    "about",
)
"""One of each kind of page."""
COLOURED = ("index", "initiative-sky-watch", "progress")
"""Pages that hold every colour."""
WHOLE = {("ar", "dark"), ("en", "light"), ("fr", "dark")}
"""Looks in which every page is read; in the others those that hold every colour, but all with COMITY_LOOKS=all."""
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}


class Quiet(SimpleHTTPRequestHandler):
    """A plain web server that keeps no journal."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a plain web server serves the pages."""
    folder: Path = tmp_path_factory.mktemp("public") / "www"
    desks = a_year()
    files = public_pages(desks.book(), desks.framework.agreement, now_ms=desks.now_ms)
    write_public_pages(folder, files)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def violations(page: Page) -> list[str]:
    page.evaluate(axe())
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options)", options)
    return [f"{each['id']}: {node['target']}" for each in found["violations"] for node in each["nodes"]]


@pytest.mark.parametrize(("language", "mode"), product(("ar", "en", "fr"), ("light", "dark")))
def test_a_public_page_has_no_violation_and_asks_nobody_else(browser: Browser, place: str, language: str, mode: Any):
    asked: list[str] = []
    said: list[str] = []
    context = browser.new_context(viewport=DESK, color_scheme=mode)  # type: ignore[arg-type]
    try:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        found = {}
        all_of_them = (language, mode) in WHOLE or os.environ.get("COMITY_LOOKS") == "all"
        for name in ("../index", *(PAGES if all_of_them else COLOURED)):
            page.goto(f"{place}/{language}/{name}.html")
            if broken := violations(page):
                found[name] = broken
        assert not found
        assert not [each for each in asked if not each.startswith(place)]
        assert not [each for each in asked if each.endswith((".js", ".json"))]
        assert [each for each in asked if each.endswith(".woff2")], "the letters come from beside the pages"
        assert not said, "neither an error nor what the policy forbids"
        assert page.evaluate("document.cookie") == ""
    finally:
        context.close()


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_nothing_is_cut_off_on_a_phone_and_everything_is_read_without_script(
    browser: Browser, place: str, language: str
):
    context = browser.new_context(viewport=PHONE, java_script_enabled=True)  # type: ignore[arg-type]
    try:
        page = context.new_page()
        for name in PAGES:
            page.goto(f"{place}/{language}/{name}.html")
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{name} is {wide} px too wide"
            start = page.evaluate("getComputedStyle(document.documentElement).direction")
            assert start == ("rtl" if language == "ar" else "ltr")
    finally:
        context.close()
    plain = browser.new_context(java_script_enabled=False)
    try:
        page = plain.new_page()
        page.goto(f"{place}/{language}/index.html")
        page.locator("nav.pages a").nth(3).click()
        page.locator("main h3 a").first.click()
        assert page.locator("h1").inner_text()
        page.locator("nav.languages a").first.click()
        assert page.url.startswith(f"{place}/ar/decision-")
    finally:
        plain.close()


def test_on_paper_the_mark_stays_and_what_leads_elsewhere_goes(browser: Browser, place: str):
    context = browser.new_context(viewport=DESK)  # type: ignore[arg-type]
    try:
        page = context.new_page()
        page.goto(f"{place}/en/progress.html")
        page.emulate_media(media="print")
        assert page.locator(".example").is_visible()
        assert not page.locator("nav.pages").is_visible()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    finally:
        context.close()
