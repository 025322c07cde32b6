"""One clock for every layer: fixed, stepped, played, and back to the present; a reload stands at the same hour."""

from tests.browser.desk import desk

CASE = "bejaia-2008-08-06"
AT = "section.conductor .at"
AMBER = """edge => {
  const probe = Object.assign(document.createElement('i'), { className: 'caution' })
  document.body.append(probe)
  return getComputedStyle(probe).color === getComputedStyle(edge).borderTopColor
}"""
DRAWN = """ms => [...document.querySelectorAll('.map')].every((map) =>
  map.dataset.cloudMs === String(ms) && map.dataset.areasMs === String(ms))"""
"""Whether the picture that was drawn last has its cloud and its areas of one instant."""


def at(officer):
    return officer.page.locator(AT).inner_text()


def until_other(officer, before):
    officer.page.wait_for_function(f"before => document.querySelector('{AT}').innerText !== before", arg=before)
    return at(officer)


def test_a_case_of_the_past_is_stepped_played_and_left(browser, told):
    with desk(browser, told["DZ"]) as officer:
        page = officer.page
        officer.go(f"incidents/{CASE}")
        word = page.locator("section.conductor .word", has_text=officer.say("replay"))
        word.wait_for()
        edge = page.locator(".edge")
        assert edge.evaluate("edge => getComputedStyle(edge).borderTopWidth") == "4px"
        assert edge.evaluate(AMBER), "the frame is not in the colour of caution"
        last = at(officer)
        page.keyboard.press(",")
        earlier = until_other(officer, last)
        page.keyboard.press(".")
        assert until_other(officer, earlier) == last
        officer.screen("replay")
        page.get_by_role("combobox", name=officer.say("speed")).select_option("3600")
        page.get_by_role("button", name=officer.say("play")).click()
        first = until_other(officer, last)
        until_other(officer, first)
        page.get_by_role("button", name=officer.say("pause")).click()
        page.keyboard.press("l")
        word.wait_for(state="detached")
        assert page.locator(".edge").count() == 0
        assert page.locator("section.conductor .live").get_attribute("aria-pressed") == "true"


def test_a_reload_stands_at_the_same_hour(browser, told):
    with desk(browser, told["DZ"], "ar", "night") as officer:
        page = officer.page
        officer.go(f"incidents/{CASE}")
        page.locator("section.conductor .word", has_text=officer.say("replay")).wait_for()
        for _ in range(3):
            before = at(officer)
            page.keyboard.press(",")
            until_other(officer, before)
        fixed = at(officer)
        page.wait_for_function("() => location.hash.includes('t=')")
        page.reload()
        page.wait_for_function(f"fixed => document.querySelector('{AT}')?.innerText === fixed", arg=fixed)
        assert at(officer) == fixed
        assert page.locator(".edge").count() == 1, "the frame still says that this is a replay"
        officer.screen("replay-reloaded")


def test_every_layer_of_the_map_is_of_the_hour_that_the_clock_says(browser, told):
    with desk(browser, told["DZ"]) as officer:
        page, client = officer.page, told["DZ"].client
        officer.go(f"incidents/{CASE}")
        page.locator("section.conductor .word", has_text=officer.say("replay")).wait_for()
        hours = client.get(f"/api/v1/cases/{CASE}/timeline")["hours"]
        for hour in reversed(hours[-4:-1]):
            before = at(officer)
            page.keyboard.press(",")
            until_other(officer, before)
            page.wait_for_function(DRAWN, arg=hour["at_ms"])
            west, north = hour["centre"]
            written = page.locator("aside dl").inner_text()
            assert minutes(north, "N", 2) in written
            assert minutes(west, "E", 3) in written


def minutes(degrees: float, letter: str, width: int) -> str:
    hundredths = round(abs(degrees) * 6000)
    return f"{hundredths // 6000:0{width}d}°{hundredths % 6000 / 100:05.2f}′{letter}"
