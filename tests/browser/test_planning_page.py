"""The page of an incident as a tool, in a real browser: a plan, a plan B by hand, and what a search taught."""

import pytest

from tests.browser.desk import desk
from tests.browser.test_every_page import CASE

LIMIT_MS = 60_000
NAME = "planned-by-hand"
TABS = ("plan", "units", "searches", "work", "files")
THREE = (("en", "day"), ("fr", "dusk"), ("ar", "night"))


def opened(actor):
    """Open a case with the example's scenario, its two aircraft, and few hypotheses, and let it drift."""
    document = actor.client.get(f"/api/v1/cases/{CASE}")["document"]
    kept = {key: value for key, value in document.items() if key != "plan"}
    run = {**document["run"], "particles": 2_000}
    units = [each for each in document["unit"] if each["platform"] != "boat"][:2] or document["unit"][:2]
    actor.client.post(
        "/api/v1/cases",
        {"document": {**kept, "case": {**document["case"], "id": NAME}, "run": run, "unit": units}},
    )


def test_a_case_is_planned_changed_by_keyboard_searched_in_vain_and_learns(browser, told):
    opened(told["DZ"])
    with desk(browser, told["DZ"]) as officer:
        page, say = officer.page, officer.say
        officer.go(f"incidents/{NAME}")
        page.keyboard.press("Escape")
        run = page.get_by_role("button", name=say("drift-run")).first
        run.focus()
        page.keyboard.press("Enter")
        change = page.get_by_role("button", name=say("areas-change"))
        ask = page.get_by_role("button", name=say("plan-ask"))
        change.or_(ask).first.wait_for(timeout=LIMIT_MS)
        if not change.is_visible() and ask.is_enabled():
            ask.focus()
            page.keyboard.press("Enter")
        change.wait_for(timeout=LIMIT_MS)
        change.focus()
        page.keyboard.press("Enter")
        area = page.locator("path[data-area]").first
        area.focus()
        before = area.get_attribute("aria-label")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("]")
        page.keyboard.press("+")
        page.locator(".trial[data-took]").wait_for(timeout=LIMIT_MS)
        assert area.get_attribute("aria-label") != before
        keep = page.get_by_role("button", name=say("plan-b-keep"))
        keep.focus()
        page.keyboard.press("Enter")
        page.get_by_role("button", name=say("plan-b"), exact=True).wait_for(timeout=LIMIT_MS)
        page.get_by_role("tab", name=say("incident-plan")).focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        tell = page.get_by_role("button", name=say("flown-tell"))
        tell.focus()
        page.keyboard.press("Enter")
        page.get_by_text(say("search-withdraw"), exact=True).wait_for(timeout=LIMIT_MS)
        page.get_by_text(say("show-change"), exact=True).wait_for(timeout=LIMIT_MS)
        officer.screen("planned")


@pytest.mark.parametrize(("language", "mode"), THREE)
def test_every_part_of_the_tool_is_readable_by_everybody(browser, told, language, mode):
    with desk(browser, told["DZ"], language, mode) as officer:
        found = {}
        for tab in TABS:
            officer.go(f"incidents/{CASE}?tab={tab}")
            officer.page.locator(f"#part-{tab}").wait_for(timeout=LIMIT_MS)
            if violations := officer.violations():
                found[tab] = violations
        assert not found


def test_a_finger_drags_an_area_and_the_chance_is_counted_anew(browser, told):
    with desk(browser, told["DZ"], "ar", "night") as officer:
        page = officer.page
        officer.go(f"incidents/{CASE}")
        page.get_by_role("button", name=officer.say("areas-change")).click()
        area = page.locator("path[data-area]").first
        area.focus()
        box = area.bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 30, y + 20, steps=6)
        page.mouse.up()
        page.locator(".trial[data-took]").wait_for(timeout=LIMIT_MS)
        moved = area.bounding_box()
        assert moved
        assert moved["x"] == pytest.approx(box["x"] + 30, abs=3)
        assert moved["y"] == pytest.approx(box["y"] + 20, abs=3)
