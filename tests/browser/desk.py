"""A desk of an officer: a browser context, signed in, in one language and one mode, which asks only its own node."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request

from comity.cli.demo.stage import Actor, one_time_link
from comity.files.words import words

ROOT = Path(__file__).resolve().parents[2]
SCREENS = ROOT / "build" / "screens"
AXE = ROOT / "console" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OFFICE = "EXAMPLE: rescue co-ordination centre"
KNOWN_LOCALLY = ("data", "blob", "about", "chrome")


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

    def go(self, address: str) -> None:
        """Open a page of the console and wait until the node has answered."""
        self.page.goto(f"{self.actor.house}/#/{address}")
        self.page.locator("main h1, aside h1, h1").first.wait_for()
        self.page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")

    def screen(self, name: str) -> None:
        """Keep a picture of the screen to be looked at."""
        SCREENS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SCREENS / f"{name}-{self.actor.party}-{self.language}-{self.mode}.png")

    def violations(self) -> list[str]:
        """Return what axe-core finds against WCAG 2.2 A and AA."""
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


@contextmanager
def desk(browser: Browser, actor: Actor, language: str = "en", mode: str = "day") -> Iterator[Desk]:
    """Sit down: a fresh cookie jar, in by a one-time link, nothing asked of another host."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale=language, service_workers="block")
    context.add_init_script(
        f"localStorage.setItem('comity-language', '{language}'); localStorage.setItem('comity-mode', '{mode}');"
    )
    page = context.new_page()
    seated = Desk(page, actor, language, mode)
    own = urlsplit(actor.house).netloc

    def asked(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in KNOWN_LOCALLY and address.netloc != own:
            seated.foreign.append(request.url)

    page.on("request", asked)
    page.on("pageerror", lambda error: seated.faults.append(str(error)))
    try:
        page.goto(one_time_link(actor, OFFICE))
        page.wait_for_url("**/#/incidents**")
        yield seated
    finally:
        context.close()
