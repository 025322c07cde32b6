"""The story on two screens: a drift is run and sent, the partner sees it; a reload or a lost node keeps the view."""

import re

from comity.cli.demo.story import DRILL
from tests.browser.desk import desk

ARRIVAL_LIMIT_MS = 20_000
"""Ten times what the way of a released case takes on a quiet machine; the test is that no page is loaded anew."""
DRIFT_LIMIT_MS = 90_000


def test_what_one_officer_sends_stands_on_the_partner_s_open_screen_by_itself(browser, told):
    with desk(browser, told["DZ"]) as ours, desk(browser, told["US"], "fr", "dusk") as theirs:
        theirs.go("incidents")
        assert theirs.page.locator(f"a[href='#/incidents/{DRILL}']").count() == 0
        ours.go(f"incidents/{DRILL}")
        ours.page.get_by_role("button", name=ours.say("drift-run")).click()
        send = ours.page.get_by_role("button", name=re.compile(r"^Send to "))
        send.wait_for(timeout=DRIFT_LIMIT_MS)
        send.click()
        sheet = ours.page.get_by_role("dialog")
        sheet.get_by_role("status").wait_for()
        ours.screen("send-preview")
        assert not ours.violations()
        sheet.locator("button.main").click()
        theirs.page.locator(f"a[href*='{DRILL}']").first.wait_for(timeout=ARRIVAL_LIMIT_MS)
        theirs.screen("arrived")
        ours.screen("sent")
        assert not ours.faults
        assert not theirs.faults


SHOWN = """() => ({
  address: location.hash,
  heading: document.querySelector('aside h1').innerText,
  clock: document.querySelector('section.conductor .at').innerText,
  ...document.querySelector('.map').dataset,
})"""
"""The whole view: page, object, hour of the clock, centre and zoom of the map, instants of what it has drawn."""

DRAWN = """() => {
  const map = document.querySelector('.map[data-idle=true]')
  return map?.dataset.cloudMs && map.dataset.areasMs === map.dataset.cloudMs
}"""


def test_a_reload_shows_the_same_view(browser, told):
    with desk(browser, told["DZ"]) as officer:
        page = officer.page
        officer.go("incidents/bejaia-2008-08-06")
        page.locator("section.conductor .word", has_text=officer.say("replay")).wait_for()
        page.wait_for_function(DRAWN, timeout=30_000)
        first = page.evaluate(SHOWN)
        page.keyboard.press(",")
        page.locator("canvas.maplibregl-canvas").focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("view => document.querySelector('.map').dataset.view !== view", arg=first["view"])
        page.keyboard.press("+")
        page.wait_for_function(
            "zoom => /map=[^&]*,([0-9.]+)/.exec(decodeURIComponent(location.hash))?.[1] > zoom + 0.9",
            arg=float(first["view"].rpartition(",")[2]),
        )
        page.wait_for_function(DRAWN, timeout=30_000)
        before = page.evaluate(SHOWN)
        assert all(before[name] != first[name] for name in ("address", "clock", "view", "areasMs", "cloudMs"))
        page.reload()
        page.wait_for_function(DRAWN, timeout=30_000)
        page.wait_for_function("ms => document.querySelector('.map').dataset.areasMs === ms", arg=before["areasMs"])
        assert page.evaluate(SHOWN) == before


def test_a_lost_node_leaves_the_picture_and_says_so(browser, told):
    with desk(browser, told["DZ"]) as officer:
        officer.go("incidents/bejaia-2008-08-06")
        title = officer.page.locator("h1").first.inner_text()
        officer.page.context.set_offline(True)
        banner = officer.page.locator(".banner[role=status]")
        banner.wait_for(timeout=30_000)
        assert officer.page.locator("h1").first.inner_text() == title
        officer.screen("lost")
        officer.page.context.set_offline(False)
        banner.wait_for(state="detached", timeout=40_000)


def test_the_keys_of_the_rail_open_their_pages(browser, told):
    with desk(browser, told["DZ"]) as officer:
        for key, page in (("4", "exchange"), ("6", "agreement"), ("9", "ledger"), ("0", "node"), ("2", "incidents")):
            officer.page.keyboard.press(key)
            officer.page.wait_for_url(f"**/#/{page}**", timeout=5_000)
            assert f"#/{page}" in officer.page.url
