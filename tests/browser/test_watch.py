"""The watch map: its list and marks, 10,000 ships that move, a thin line, a line that is lost and regained."""

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest
from matplotlib import image
from playwright.sync_api import Page, WebSocket

from comity.api.picture_frames import CELL, DENSITY, HEADER, UPDATE
from comity.cli.demo import stage
from comity.cli.demo.stage import Actor
from tests.browser.desk import desk
from tests.browser.moving_node import SHIPS
from tests.two_nodes.two import make_folder

CASE = "bejaia-2008-08-06"
LOOKS = (("en", "day"), ("fr", "dusk"), ("ar", "night"))
THIN_BYTES_PER_S = 20_000
NEAR = "watch?map=37.6000,5.0000,9.00"
LIMIT_MS = 30_000
LOOK_MS = 50


@dataclass
class Line:
    """What passed over the live socket of a page."""

    said: list[dict[str, Any]] = field(default_factory=list)
    frames: list[tuple[float, bytes]] = field(default_factory=list)

    def listen(self, page: Page) -> "Line":
        """Note everything from now on, of every socket that the page opens."""
        page.on("websocket", self._socket)
        return self

    def _socket(self, socket: WebSocket) -> None:
        socket.on("framesent", lambda data: self.said.append(json.loads(data)))
        socket.on("framereceived", self._heard)

    def _heard(self, data: str | bytes) -> None:
        self.frames.append((time.monotonic(), data.encode() if isinstance(data, str) else data))

    def rows(self, kind: np.dtype[Any], number: int) -> list[np.ndarray]:
        """Return the rows of every frame of one kind."""
        read = [data for _, data in self.frames if data[:1] != b"{"]
        return [np.frombuffer(data[16:], kind) for data in read if np.frombuffer(data[:16], HEADER)["kind"] == number]


@dataclass
class Moving:
    """A served node whose ships move."""

    actor: Actor
    process: subprocess.Popen[bytes]
    command: list[str]

    def again(self) -> None:
        """Serve the same folder at the same ports once more."""
        self.process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        stage._wait_until_ready(self.actor, self.process)


@pytest.fixture(scope="module")
def moving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Moving]:
    folder = tmp_path_factory.mktemp("moving") / "dz"
    make_folder(folder, "DZ", host="unused.example")
    house, partner = stage.ports_from(0)["DZ"]
    serve = ["serve", str(folder), "--port", str(house), "--partner-port", str(partner)]
    command = [sys.executable, "-m", "tests.browser.moving_node", *serve]
    actor = stage._actor("DZ", folder, house, "en")
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    stage._wait_until_ready(actor, process)
    node = Moving(actor, process, command)
    yield node
    node.process.terminate()
    node.process.wait(20)
    actor.client.close()


def picture(page: Page, where: str = ".sea") -> np.ndarray:
    """Return the middle of the map as it is on the screen, shape (rows, columns, 3), 0 to 255."""
    box = page.locator(where).bounding_box()
    assert box
    clip = {"x": box["x"] + 80, "y": box["y"] + 80, "width": box["width"] - 160, "height": box["height"] - 160}
    read = image.imread(io.BytesIO(page.screenshot(clip=clip)), format="png")  # type: ignore[arg-type]
    return np.asarray(np.rint(read[..., :3] * 255), dtype=int)


def like(seen: np.ndarray, colour: tuple[int, int, int], within: int = 12) -> int:
    return int((np.abs(seen - np.array(colour)).max(axis=-1) <= within).sum())


def counted(page: Page, least: int) -> None:
    """Wait until the page says that it shows at least so many points."""
    page.wait_for_function(
        "least => Number(document.querySelector('[data-points]')?.dataset.points ?? 0) >= least",
        arg=least,
        timeout=LIMIT_MS,
    )


def until(page: Page, is_so: Callable[[], bool]) -> None:
    """Wait until something is so on the screen or on the line of a page, which hears its events meanwhile."""
    until_s = time.monotonic() + LIMIT_MS / 1000
    while not is_so():
        assert time.monotonic() < until_s, "waited in vain"
        page.wait_for_timeout(LOOK_MS)


FLOWN = """view => {
  const map = document.querySelector('.map[data-idle=true]')
  return map && map.dataset.view !== view
}"""
"""Whether the map stands elsewhere than it did, and has drawn all that it shows there."""


@pytest.mark.parametrize(("language", "mode"), LOOKS)
def test_the_watch_map_is_the_first_page_and_has_no_violation(browser, told, language, mode):
    with desk(browser, told["DZ"], language, mode) as officer:
        page = officer.page
        page.keyboard.press("9")
        page.wait_for_url("**/#/ledger**")
        page.keyboard.press("1")
        page.wait_for_url("**/#/watch**")
        page.locator(f"[data-case='{CASE}']").wait_for()
        page.locator(".map[data-ready=true]").wait_for()
        counted(page, 100)
        officer.screen("watch")
        all_of_them = page.locator(".map").get_attribute("data-view")
        page.locator(f"[data-case='{CASE}']").click()
        page.wait_for_function("() => location.hash.includes('case=')")
        page.wait_for_function(FLOWN, arg=all_of_them, timeout=LIMIT_MS)
        officer.screen("watch-chosen")
        assert not officer.violations()


def test_the_partner_s_case_stands_on_the_partner_s_watch(browser, told):
    with desk(browser, told["US"], "en", "dusk") as officer:
        officer.go("watch")
        card = officer.page.locator(f"li:has([data-case='{CASE}'])")
        card.wait_for()
        assert officer.say("badge-partner") in card.inner_text()
        officer.page.locator(".map[data-ready=true]").wait_for()
        until(officer.page, lambda: like(picture(officer.page), (0xC7, 0xA0, 0xEE)) > 40)
        officer.screen("watch-partner")
        assert not officer.violations()


def test_the_keyboard_alone_chooses_opens_and_goes_back_to_all(browser, told):
    with desk(browser, told["DZ"]) as officer:
        page = officer.page
        officer.go("watch")
        first = page.locator("[data-case]").first
        first.focus()
        page.keyboard.press("Home")
        page.wait_for_function("() => location.hash.includes('case=')")
        chosen = first.get_attribute("data-case")
        assert page.locator("[aria-pressed=true][data-case]").get_attribute("data-case") == chosen
        page.keyboard.press("End")
        last = page.locator("[data-case]").last.get_attribute("data-case")
        page.wait_for_function("last => location.hash.includes('case=' + last)", arg=last)
        page.keyboard.press("Escape")
        page.wait_for_function("() => !location.hash.includes('case=')")
        page.keyboard.press("Home")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/#/incidents/{chosen}**")


def test_ten_thousand_ships_are_drawn_and_move_and_a_moved_map_sends_its_box(browser, moving):
    with desk(browser, moving.actor) as officer:
        page, line = officer.page, Line().listen(officer.page)
        officer.go("incidents")
        officer.go(NEAR)
        counted(page, 5_000)
        page.wait_for_timeout(1500)
        before = picture(page)
        assert like(before, (0, 94, 163), 40) > 3_000
        # 40 m/s is a pixel in three seconds.
        until(page, lambda: bool((np.abs(picture(page) - before).max(axis=-1) > 30).sum() > 2_000))
        told = np.concatenate(line.rows(UPDATE, 1))
        assert np.unique(told["id"]).size > 5_000
        officer.screen("watch-ships")
        said = len(line.said)
        page.locator("canvas.maplibregl-canvas").focus()
        page.keyboard.press("ArrowRight")
        until(page, lambda: len(line.said) > said and line.said[-1]["bbox"][0] > line.said[said - 1]["bbox"][0])
        assert line.said[-1]["speed"] == 1
        assert "map=" in page.url


def test_far_out_the_density_of_all_is_drawn_instead(browser, moving):
    with desk(browser, moving.actor, "fr", "dusk") as officer:
        page, line = officer.page, Line().listen(officer.page)
        officer.go("incidents")
        officer.go("watch?map=37.6000,5.0000,5.20")
        counted(page, SHIPS)
        page.wait_for_timeout(1500)
        cells = line.rows(CELL, DENSITY)[-1]
        assert cells["points"].sum() == SHIPS
        assert set(cells["width"].tolist()) == {250_000}
        assert not line.rows(UPDATE, 1)
        officer.screen("watch-density")
        assert not officer.violations()


def test_a_thin_line_carries_less_than_twenty_kilobytes_a_second(browser, moving):
    with desk(browser, moving.actor, "ar", "night") as officer:
        page, line = officer.page, Line().listen(officer.page)
        officer.go("incidents")
        officer.go(NEAR)
        counted(page, 5_000)
        page.get_by_role("checkbox", name=officer.say("picture-thin")).check()
        page.wait_for_timeout(2_000)
        begun_s = time.monotonic()
        page.wait_for_timeout(6_000)
        heard = [(at_s, len(data)) for at_s, data in line.frames if at_s >= begun_s]
        assert line.said[-1]["bytes_per_s"] <= THIN_BYTES_PER_S
        assert 0 < sum(size for _, size in heard) / 6 <= THIN_BYTES_PER_S
        officer.screen("watch-thin")
        said = len(line.said)
        page.reload()
        page.locator("[data-points]").wait_for()
        assert page.get_by_role("checkbox", name=officer.say("picture-thin")).is_checked()
        until(page, lambda: len(line.said) > said)
        assert line.said[-1]["bytes_per_s"] <= THIN_BYTES_PER_S


def test_a_lost_line_keeps_the_picture_with_its_age_and_comes_back_by_itself(browser, moving):
    with desk(browser, moving.actor) as officer:
        page = officer.page
        officer.go(NEAR)
        counted(page, 5_000)
        until(page, lambda: like(picture(page), (0, 94, 163), 40) > 3_000)
        os.kill(moving.process.pid, signal.SIGKILL)
        moving.process.wait()
        moving.actor.client.close()
        pill = page.locator(".pill.caution")
        pill.wait_for(timeout=LIMIT_MS)
        assert re.search(r"\d\d:\d\d:\d\dZ", pill.inner_text())
        assert like(picture(page), (0, 94, 163), 40) > 3_000
        officer.screen("watch-lost")
        assert not officer.violations()
        moving.again()
        pill.wait_for(state="detached", timeout=LIMIT_MS)
        counted(page, 5_000)
