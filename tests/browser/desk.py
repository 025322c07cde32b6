"""A desk of an officer: a browser context, signed in, in one language and one mode.

Whoever rises from it has asked only their own node, met no fault of a page, opened no dialog of the browser and broken
no line of the content-security policy: that is asserted for every test.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Dialog, Locator, Page, Request

from comity.cli.demo.stage import Actor, one_time_link
from comity.files.words import words

ROOT = Path(__file__).resolve().parents[2]
SCREENS = ROOT / "build" / "screens"
PICTURES = os.environ.get("COMITY_SCREENS") == "yes"
"""Some two hundred pictures to be looked at, and no test reads one: they take a minute or more of a run."""
AXE = ROOT / "console" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OFFICE = "EXAMPLE: rescue co-ordination centre"
KNOWN_LOCALLY = ("data", "blob", "about", "chrome")
QUIET_MS = 30_000
MOST_TABS = 90
BROKEN_POLICY = "Content Security Policy"

RING = """element => {
  const style = getComputedStyle(element)
  const box = element.getBoundingClientRect()
  const hidden = style.clipPath !== 'none' || box.width < 2
  return {
    name: element.outerHTML.slice(0, 160),
    ringed: element.matches(':focus-visible') && (parseFloat(style.outlineWidth) >= 2 || style.outlineStyle === 'auto'),
    inside: hidden || (box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth),
  }
}"""
"""Whether the element that has the focus shows it, and is in sight."""


RESTS = """loading => {
  const lines = [...document.querySelectorAll('main p, main li, main td, main dd')]
  const maps = [...document.querySelectorAll('.map[data-idle]')]
  return lines.every((line) => line.innerText !== loading) && maps.every((map) => map.dataset.idle === 'true')
}"""
"""Whether the page says nowhere that something is loading, and its maps are drawn."""


@dataclass
class Desk:
    """One page of one officer, and what it asked for."""

    page: Page
    actor: Actor
    language: str
    mode: str
    foreign: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def say(self, message: str, **values: Any) -> str:
        """Return a message of the console as this desk reads it, without the marks of isolation."""
        return words(self.language).say(f"console-{message}", **values).replace("\u2068", "").replace("\u2069", "")

    def written(self, message: str, **values: Any) -> str:
        """Return a message as it stands in the page, each value between its marks of isolation."""
        return words(self.language).say(f"console-{message}", **values)

    def go(self, address: str) -> None:
        """Open a page of the console and wait until the node has answered."""
        self.page.goto(f"{self.actor.house}/#/{address}")
        self.page.locator("main h1, aside h1, h1").first.wait_for()
        self.page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")

    def is_in(self) -> None:
        """Wait until the office is signed in and its first page stands."""
        self.page.get_by_role("button", name=self.say("leave"), exact=True).wait_for()

    def dress(self, language: str, mode: str) -> None:
        """Change language and display mode, as a reload of the page finds them."""
        self.language, self.mode = language, mode
        self.page.evaluate(
            "kept => Object.entries(kept).forEach(([name, value]) => localStorage.setItem(`comity-${name}`, value))",
            {"language": language, "mode": mode},
        )
        self.page.reload()
        self.page.locator("nav, form").first.wait_for()

    def quiet(self) -> None:
        """Wait until nothing in sight is still on its way and every map has drawn all that it has."""
        self.page.wait_for_function(RESTS, arg=self.written("loading"), timeout=QUIET_MS)

    def fill_three(self, within: Locator, legend: str, texts: Mapping[str, str]) -> None:
        """Type a text in its three languages into the fields of one name."""
        fields = within.get_by_role("group", name=legend, exact=True)
        for language, text in texts.items():
            fields.locator(f"[lang={language}]").fill(text)

    def screen(self, name: str) -> None:
        """Wait until the screen has come to rest; keep a picture of it where pictures are wanted."""
        self.quiet()
        if not PICTURES:
            return
        SCREENS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(
            path=SCREENS / f"{name}-{self.actor.party}-{self.language}-{self.mode}.png", caret="initial"
        )

    def tab_to(self, target: Locator, *, back: bool = False) -> int:
        """Press Tab until an element has the focus; every stop on the way shows where it is. Return how many."""
        target.wait_for()
        for presses in range(MOST_TABS):
            if target.evaluate("element => element === document.activeElement"):
                return presses
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
            stop = self.page.evaluate(f"({RING})(document.activeElement)")
            assert stop["ringed"] or stop["name"].startswith("<body"), stop["name"]
            assert stop["inside"], stop["name"]
        raise AssertionError(f"{MOST_TABS} presses of Tab did not reach {target}")

    def violations(self) -> list[str]:
        """Return what axe-core finds against WCAG 2.2 A and AA in a page that has come to rest."""
        self.quiet()
        if not self.page.evaluate("'axe' in window"):  # it stays while only the address after # changes
            self.page.evaluate(axe())
        options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
        found: Mapping[str, Any] = self.page.evaluate("options => axe.run(document, options)", options)
        return [
            f"{each['id']}: {node['target']} {node['failureSummary']}"
            for each in found["violations"]
            for node in each["nodes"]
        ]


@cache
def axe() -> str:
    return AXE.read_text("utf-8")


def furnished(browser: Browser, language: str = "en", mode: str = "day") -> BrowserContext:
    """Return a fresh cookie jar whose pages begin in this language and mode."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale=language, service_workers="block")
    context.add_init_script(
        "for (const [name, value] of "
        f"[['comity-language', '{language}'], ['comity-mode', '{mode}']])"
        " if (localStorage.getItem(name) === null) localStorage.setItem(name, value)"
    )
    return context


def watched(page: Page, actor: Actor, language: str = "en", mode: str = "day") -> Desk:
    """Return the desk of a page; what it asks of others and what fails in it is kept from now on."""
    seated = Desk(page, actor, language, mode)
    own = urlsplit(actor.house).netloc

    def asked(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in KNOWN_LOCALLY and address.netloc != own:
            seated.foreign.append(request.url)

    def said(text: str) -> None:
        if BROKEN_POLICY in text:
            seated.faults.append(text)

    def dismissed(dialog: Dialog) -> None:
        seated.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("request", asked)
    page.on("pageerror", lambda error: seated.faults.append(str(error)))
    page.on("console", lambda message: said(message.text))
    page.on("dialog", dismissed)
    return seated


@contextmanager
def desk(
    browser: Browser, actor: Actor, language: str = "en", mode: str = "day", *, office: str = OFFICE
) -> Iterator[Desk]:
    """Sit down: a fresh cookie jar, in by a one-time link, nothing asked of another host."""
    context = furnished(browser, language, mode)
    seated = watched(context.new_page(), actor, language, mode)
    try:
        seated.page.goto(one_time_link(actor, office))
        seated.is_in()
        yield seated
        assert not seated.foreign
        assert not seated.faults
    finally:
        context.close()
