"""The settings of a node on its screens: a map of its own, positions as an officer wants them, the truth about ages."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import orjson
import pytest
from playwright.sync_api import Page

from comity.cli.demo import command, stage
from comity.cli.demo.stage import Actor
from comity.console import built_pages
from comity.files.shipped import shipped
from tests.browser.desk import desk
from tests.node.maps import archive

SHIPPED, OWN = "/basemap.pmtiles", "/map/node.pmtiles"
SETTINGS = """
[map]
tiles = "coast.pmtiles"
[desk]
lat = 36.75
lon = 3.06
positions = "dms"
"""


@pytest.fixture(scope="module")
def actors(browser, tmp_path_factory) -> Iterator[dict[str, Actor]]:
    """Two nodes; that of Algeria has a map of its own, a desk and another form of positions."""
    folder = tmp_path_factory.mktemp("settings")
    memorandum = orjson.loads((shipped("examples") / command.AGREEMENT / "memorandum.json").read_bytes())
    ports = stage.ports_from(0)
    stage.set_up(folder, memorandum, ports, "en")
    pages = built_pages()
    assert pages
    (folder / "dz" / "coast.pmtiles").write_bytes((pages / "basemap.pmtiles").read_bytes())
    with (folder / "dz" / "node.toml").open("a") as settings:
        settings.write(SETTINGS)
    with stage.served(folder, ports, "en", forcing=folder) as served:
        yield served


def maps_asked(page: Page) -> set[str]:
    """Count from now on which maps the page asks for."""
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).path))
    return asked


def draw(seated) -> set[str]:
    """Open a page with a map and wait until it is drawn; return the maps that it read."""
    asked = maps_asked(seated.page)
    seated.go("new")
    seated.page.locator(".map[data-idle=true]").wait_for()
    return asked & {SHIPPED, OWN}


def test_a_page_reads_the_map_of_its_node_and_not_the_one_that_ships(browser, actors):
    with desk(browser, actors["DZ"], "fr") as officer:
        assert draw(officer) == {OWN}
        assert officer.say("map-borders-of", party="DZ") in words_of(officer.page)
        officer.screen("own-map")
    with desk(browser, actors["US"]) as officer:
        assert draw(officer) == {SHIPPED}
        assert officer.say("map-borders-of", party="US") in words_of(officer.page)


def words_of(page: Page) -> str:
    return page.locator(".map .notice").inner_text().replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize(("language", "mode"), [("en", "day"), ("fr", "dusk"), ("ar", "night")])
def test_a_map_that_breaks_is_named_and_the_shipped_one_stands_in(browser, actors, language, mode):
    coast: Path = actors["DZ"].folder / "coast.pmtiles"
    whole = coast.read_bytes()
    coast.write_bytes(archive(["land"]))
    try:
        with desk(browser, actors["DZ"], language, mode) as officer:
            assert draw(officer) == {SHIPPED}
            officer.go("node")
            problem = officer.page.locator("[role=alert]", has_text="coast.pmtiles")
            problem.wait_for()
            assert officer.page.get_by_text(officer.say("map-stand-in")).is_visible()
            officer.screen("broken-map")
            assert not officer.violations()
    finally:
        coast.write_bytes(whole)


def test_positions_stand_in_the_node_s_form_until_the_officer_chooses_and_the_choice_stays(browser, actors):
    with desk(browser, actors["DZ"], "ar", "dusk") as officer:
        officer.go("node")
        officer.page.get_by_text("36°45′00.0″N 003°03′36.0″E").wait_for()
        officer.page.get_by_role("button", name=officer.say("form-decimal")).click()
        officer.page.get_by_text("36.75000 3.06000").wait_for()
        officer.page.reload()
        officer.page.get_by_text("36.75000 3.06000").wait_for()
        officer.page.get_by_role("button", name=officer.say("form-dm"), exact=True).click()
        officer.page.get_by_text("36°45.00′N 003°03.60′E").wait_for()
        assert officer.page.get_by_text("36.75000 3.06000").count() == 0
        officer.screen("node-choices")


@pytest.mark.parametrize(
    ("instant", "mode"),
    [
        ("2026-11-22T12:00:00Z", "day"),
        ("2026-11-22T16:34:00Z", "day"),
        ("2026-11-22T16:36:00Z", "dusk"),
        ("2026-11-22T17:04:00Z", "night"),
    ],
)
def test_the_screen_follows_the_sun_over_the_desk_of_the_settings(browser, actors, instant, mode):
    # Sunset 16:34:37 and end of civil twilight 17:02:36 over Algiers by NREL's algorithm: console/tests/sun.test.ts.
    with desk(browser, actors["DZ"], "en", "sun") as officer:
        officer.page.clock.set_fixed_time(instant)
        officer.page.reload()
        officer.page.locator(f"html[data-mode={mode}]").wait_for(state="attached")
        assert officer.say(f"mode-{mode}") in officer.page.locator("header.strip").inner_text()


@pytest.mark.parametrize(("language", "mode"), [("en", "day"), ("fr", "dusk"), ("ar", "night")])
def test_the_truth_strip_says_every_age_and_turns_amber_past_a_minute(browser, actors, language, mode):
    with desk(browser, actors["DZ"], language, mode) as officer:
        old_s = {"value": 59}

        def aged(route):
            health = actors["DZ"].client.get("/api/v1/health")
            for feed in health["feeds"]:
                feed["heard_ms"] = health["now_ms"] - 1000 * old_s["value"]
                feed["state"] = "following"
            route.fulfill(json=health)

        strip = officer.page.locator("header.strip")
        strip.get_by_text(officer.say("record-verified")).wait_for()
        assert len(strip.locator(".feed .dot").all()) == 2
        shown = strip.inner_text()
        assert "Z" in strip.locator(".clock").inner_text()
        assert strip.locator(".local").inner_text()
        assert officer.say(f"mode-{mode}") in shown
        assert not strip.evaluate("strip => strip.classList.contains('amber')")
        old_s["value"] = 61
        officer.page.route("**/api/v1/health", aged)  # the node's own answer, only older
        officer.page.locator("header.strip.amber .feed.late").first.wait_for()
        assert len(strip.locator(".feed.late").all()) == 2
        caution = officer.page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--caution')")
        line = strip.evaluate("strip => getComputedStyle(strip).borderBlockEndColor")
        assert [int(caution.strip()[i : i + 2], 16) for i in (1, 3, 5)] == [int(n) for n in line[4:-1].split(",")]
        officer.screen("late")
