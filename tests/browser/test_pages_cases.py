"""The pages of a case in a real browser: the partner's replays by the hour, a stage is an act, a draft survives."""

from tests.browser.desk import desk
from tests.browser.test_every_page import CASE


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
