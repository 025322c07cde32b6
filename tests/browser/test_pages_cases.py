"""The pages of a case in a real browser: the partner's replays by the hour, a stage is an act, a draft survives."""

import pytest

from comity.cli.demo.story import DRILL, RESCUE
from tests.browser.desk import desk
from tests.browser.test_every_page import CASE
from tests.browser.test_watch import like, picture

LIMIT_MS = 30_000
REPEAT_MS = 8_000  # console/src/sound.ts
BEJAIA_LAT_DEG = 36.75
COS_OF_LAT = 0.79  # at 38° N a degree of latitude is so much longer on the screen than one of the equator, upside down
SWATCHES = """() => [...document.querySelectorAll('.swatch')].map((each) => getComputedStyle(each).color)"""


def test_the_partner_s_case_replays_hour_by_hour_from_what_was_released(browser, told):
    with desk(browser, told["US"]) as officer:
        asked = []
        officer.page.on("request", lambda request: asked.append(request.url))
        officer.go(f"incidents/{CASE}")
        slider = officer.page.locator("input[type=range]").first
        slider.wait_for()
        officer.page.keyboard.press(",")
        officer.page.get_by_text(officer.say("areas"), exact=True).wait_for()
        hours = {url.rpartition("hour=")[2] for url in asked if "containment.geojson" in url}
        assert len(hours) > 1
        assert not officer.faults


def test_what_was_written_in_a_new_case_survives_a_reload(browser, told):
    with desk(browser, told["DZ"], "fr") as officer:
        officer.go("new")
        place = officer.page.locator("input.place").first
        place.fill("38°16.8′N 005°33.0′E")
        officer.page.reload()
        place.wait_for()
        assert place.input_value() == "38°16.8′N 005°33.0′E"


def test_an_alert_and_an_own_draft_stand_beside_each_other_in_this_tab_and_in_another(browser, told):
    with desk(browser, told["US"]) as officer:
        page = officer.page
        officer.go("new")
        page.get_by_label(officer.say("field-title")).fill("EXAMPLE: half a form")
        officer.go(f"incidents/{CASE}")
        page.get_by_role("link", name=officer.say("reply-open")).click()
        place = page.locator("input.place").first
        page.wait_for_function("() => document.querySelector('input.place')?.value.startsWith('38°16.80′N')")
        assert page.get_by_label(officer.say("field-title")).input_value() == ""
        page.get_by_label(officer.say("field-title")).fill("EXAMPLE: an answer")
        other = page.context.new_page()
        other.goto(f"{told['US'].house}/#/new?from={CASE}")
        other.wait_for_function("() => document.querySelector('input.place')?.value.startsWith('38°16.80′N')")
        assert other.get_by_label(officer.say("field-title")).input_value() == "EXAMPLE: an answer"
        other.close()
        officer.go("new")
        page.get_by_text(officer.say("draft-kept")).wait_for()
        assert page.get_by_label(officer.say("field-title")).input_value() == "EXAMPLE: half a form"
        assert place.input_value() == ""


def test_an_alert_that_nobody_sent_begins_an_empty_form_and_says_so(browser, told):
    with desk(browser, told["US"], "fr") as officer:
        officer.page.goto(f"{told['US'].house}/#/new?from=no-such-alert")
        officer.page.get_by_text(officer.say("draft-no-alert")).wait_for()
        assert officer.page.locator("input.place").first.input_value() == ""


@pytest.mark.parametrize(("language", "mode"), [("en", "day"), ("fr", "dusk"), ("ar", "night")])
def test_an_exercise_is_marked_on_the_watch_on_the_board_and_on_its_page(browser, told, language, mode):
    with desk(browser, told["DZ"], language, mode) as officer:
        page, mark = officer.page, officer.say("badge-drill")
        for address, holder in (
            ("watch", f"li:has([data-case='{DRILL}'])"),
            ("incidents", f"li:has(a[href$='{DRILL}'])"),
        ):
            officer.go(address)
            page.locator(holder).get_by_text(mark, exact=True).wait_for()
            assert page.locator(holder.replace(DRILL, CASE)).get_by_text(mark, exact=True).count() == 0
        officer.go(f"incidents/{DRILL}")
        page.locator("aside header").get_by_text(mark, exact=True).wait_for()
        officer.screen("drill")


def test_the_map_s_own_buttons_speak_the_language_that_was_chosen_and_change_their_side(browser, told):
    with desk(browser, told["DZ"]) as officer:
        page = officer.page
        officer.go("watch")
        page.get_by_role("button", name=officer.say("map-zoom-in")).wait_for()
        page.locator("header.strip select").select_option("ar")
        officer.language = "ar"
        button = page.get_by_role("button", name=officer.say("map-zoom-in"))
        button.wait_for()
        assert page.locator(".maplibregl-ctrl-zoom-in").count() == 1
        assert page.locator(".maplibregl-ctrl-scale").count() == 1
        sea, box = page.locator(".sea").bounding_box(), button.bounding_box()
        assert sea
        assert box
        assert box["x"] < sea["x"] + sea["width"] / 2, "the buttons stand where reading ends"
        assert page.locator("canvas.maplibregl-canvas").get_attribute("aria-label") == officer.say("watch-map")
        page.locator("header.strip select").select_option("en")
        officer.language = "en"
        page.get_by_role("button", name=officer.say("map-zoom-in")).wait_for()
        box = page.get_by_role("button", name=officer.say("map-zoom-in")).bounding_box()
        assert box
        assert box["x"] > sea["x"] + sea["width"] / 2


def plain(place):
    return place.inner_text().replace("\u2068", "").replace("\u2069", "")


def test_the_watch_of_the_partner_says_whose_areas_are_drawn_and_for_which_hour(browser, told):
    with desk(browser, told["US"]) as officer:
        officer.go("watch")
        card = officer.page.locator(f"li:has([data-case='{CASE}'])")
        card.get_by_text("Z AUG 08").wait_for()
        assert officer.say("watch-areas-partner", partner="DZ") in plain(card)
        assert officer.page.get_by_text(officer.say("picture-none")).count() == 0


def test_the_first_view_of_the_watch_has_the_coast_in_it(browser, told):
    with desk(browser, told["DZ"]) as officer:
        officer.go("incidents")
        officer.page.set_viewport_size({"width": 1366, "height": 768})
        officer.go("watch")
        officer.page.locator(".map[data-idle=true][data-view]").wait_for()
        officer.quiet()
        sea = officer.page.locator(".map")
        lat, _, zoom = map(float, str(sea.get_attribute("data-view")).split(","))
        box = sea.bounding_box()
        assert box
        half_deg = box["height"] / 2 / (512 * 2**zoom / 360) * COS_OF_LAT
        assert lat - half_deg < BEJAIA_LAT_DEG < lat + half_deg
        officer.screen("watch-first")


def test_who_leaves_while_the_node_is_lost_is_out_on_this_screen_and_stays_out(browser, told):
    with desk(browser, told["DZ"]) as officer:
        page = officer.page
        officer.go("incidents")
        page.context.set_offline(True)
        page.get_by_role("button", name=officer.say("leave")).click()
        page.get_by_text(officer.say("enter-left")).wait_for()
        assert page.get_by_role("button", name=officer.say("enter-passkey")).is_visible()
        officer.screen("left-alone")
        page.context.set_offline(False)
        page.get_by_text(officer.say("enter-left")).wait_for(state="detached", timeout=30_000)
        page.reload()
        page.get_by_role("button", name=officer.say("enter-passkey")).wait_for()
        assert page.context.cookies() == [], "the node has ended the session"


TONES = """
  window.tones = []
  const start = OscillatorNode.prototype.start
  OscillatorNode.prototype.start = function (...given) {
    window.tones.push(performance.now())
    return start.apply(this, given)
  }
"""
SOUNDED_AGAIN = """([least, most]) => window.tones.some((at, place, all) => {
  const gap = at - all[place - 1]
  return gap >= least && gap <= most
})"""
"""Whether a tone came again after the time of repetition; another alarm that comes meanwhile sounds at once."""


def alerted(told, name):
    """Let one party open a case and send it to the other, whose node then has an alarm that nobody has answered."""
    ours = told["DZ"].client
    document = ours.get(f"/api/v1/cases/{DRILL}")["document"]
    ours.post("/api/v1/cases", {"document": {**document, "case": {**document["case"], "id": name}}})
    agreement = ours.get("/api/v1/agreements")[0]["id"]
    ours.post(f"/api/v1/agreements/{agreement}/releases", {"case": name, "purpose": RESCUE})


def test_a_distress_sounds_again_until_an_office_has_acknowledged_it(browser, told):
    with desk(browser, told["US"]) as officer:
        page = officer.page
        page.context.add_init_script(TONES)
        officer.go("incidents")
        page.reload()
        officer.is_in()
        alerted(told, "heard-until-answered")
        page.locator(".alarm.distress").wait_for(timeout=LIMIT_MS)
        page.wait_for_function(SOUNDED_AGAIN, arg=[0.7 * REPEAT_MS, 1.5 * REPEAT_MS], timeout=LIMIT_MS)
        while page.locator(".alarm.distress").count():
            before = page.locator(".alarm").inner_text()
            page.keyboard.press("a")
            page.wait_for_function("first => document.querySelector('.alarm')?.innerText !== first", arg=before)
        sounded = page.evaluate("window.tones.length")
        page.wait_for_timeout(1.2 * REPEAT_MS)
        assert page.evaluate("window.tones.length") == sounded


@pytest.mark.parametrize("mode", ["day", "dusk", "night"])
def test_an_area_has_the_same_colour_on_the_map_and_beside_its_row(browser, told, mode):
    with desk(browser, told["DZ"], "en", mode) as officer:
        officer.go(f"incidents/{CASE}")
        officer.page.locator(".swatch").nth(3).wait_for()
        officer.quiet()
        colours = officer.page.evaluate(SWATCHES)
        assert len(set(colours)) == 4
        seen = picture(officer.page, ".map")
        for colour in colours[:1]:
            red, green, blue = (int(part) for part in colour[4:-1].split(","))
            assert like(seen, (red, green, blue), 24) > 20, "the map draws the inner area in another colour"
