"""A rescue by the keyboard alone, from the door to the partner's screen: no event of a mouse or a pointer happens.

Every stop of Tab on the way shows its ring and lies in sight (`Desk.tab_to`). Texts are those of the page's language.
"""

import re

import pytest

from comity.cli.demo.stage import one_time_link
from tests.browser.desk import OFFICE, desk, furnished, watched

CASE = "raft-2008-08-06"
SHIPPED = "bejaia-2008-08-06"
SHIFT = 8
DRIFT_LIMIT_MS = 120_000
POINTERS = """
  window.pointed = []
  const mouse = 'mousedown mouseup mousemove mouseover mouseenter touchstart wheel dblclick contextmenu'
  const pointer = 'pointerdown pointerup pointermove pointerover pointerenter'
  const note = (event) => event.type === 'click' && !event.pointerType || window.pointed.push(event.type)
  for (const kind of `${mouse} ${pointer} click`.split(' ')) window.addEventListener(kind, note, { capture: true })
"""


@pytest.fixture
def keys_only(browser, told):
    """A desk at the closed door, in a context without a mouse; its one-time code is in `code`."""
    context = furnished(browser)
    context.add_init_script(POINTERS)
    seated = watched(context.new_page(), told["DZ"])
    code = one_time_link(told["DZ"], OFFICE).rpartition("/")[2]
    try:
        yield seated, code
        assert seated.page.evaluate("window.pointed") == []
        assert not seated.foreign
        assert not seated.faults
    finally:
        context.close()


def sign_in(officer, code):
    page = officer.page
    page.goto(officer.actor.house)
    officer.tab_to(page.get_by_label(officer.say("enter-code")))
    page.keyboard.type(code)
    page.keyboard.press("Enter")
    officer.is_in()
    page.keyboard.press("2")
    page.wait_for_function("() => location.hash === '#/incidents' && document.activeElement.id === 'content'")


def open_a_case(officer):
    page, say = officer.page, officer.say
    officer.tab_to(page.get_by_role("link", name=say("incident-new")))
    page.keyboard.press("Enter")
    place = page.locator("input.place")
    officer.tab_to(place)
    page.keyboard.type("38 16.8 N, 5 33 E")
    page.get_by_text("38°16.80′N 005°33.00′E").first.wait_for()
    officer.tab_to(page.get_by_label(say("field-seen")))
    page.keyboard.press("Control+A")
    page.keyboard.type("2008-08-06T09:51:00Z")
    officer.tab_to(page.get_by_label(say("field-nature")))
    page.keyboard.type(say("nature", nature="sinking"))
    officer.tab_to(page.get_by_label(say("field-persons"), exact=False))
    page.keyboard.type("6")
    officer.tab_to(page.get_by_label(say("field-until")))
    page.keyboard.type("2008-08-06T16:00:00Z")
    officer.tab_to(page.get_by_label(say("field-title")))
    page.keyboard.type("EXAMPLE: inflatable raft")
    officer.tab_to(page.get_by_text(say("more-fields")))
    page.keyboard.press("Enter")
    officer.tab_to(page.get_by_label(say("field-particles")))
    page.keyboard.press("Control+A")
    page.keyboard.type("5000")
    officer.tab_to(page.get_by_role("button", name=say("incident-open")))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/#/incidents/{CASE}**")


def run_the_drift(officer):
    page, say = officer.page, officer.say
    officer.tab_to(page.get_by_role("button", name=say("drift-run")))
    page.keyboard.press("Enter")
    send = page.get_by_role("button", name=re.compile(r"^Send to "))
    send.wait_for(timeout=DRIFT_LIMIT_MS)
    return send


def step_the_hours(officer):
    page = officer.page
    clock = page.locator("section.conductor .at")
    page.locator("section.conductor .word", has_text=officer.say("replay")).wait_for()
    last = clock.inner_text()
    page.keyboard.press(",")
    page.wait_for_function("last => document.querySelector('section.conductor .at').innerText !== last", arg=last)
    page.keyboard.press(".")
    page.wait_for_function("last => document.querySelector('section.conductor .at').innerText === last", arg=last)


def test_a_rescue_from_the_door_to_the_partner_s_screen_without_a_mouse(browser, told, keys_only):
    ours, code = keys_only
    page = ours.page
    sign_in(ours, code)
    open_a_case(ours)
    send = run_the_drift(ours)
    step_the_hours(ours)
    ours.tab_to(send)
    page.keyboard.press("Enter")
    sheet = page.get_by_role("dialog")
    sheet.get_by_role("status").wait_for()
    now = sheet.locator("button.main")
    ours.tab_to(now)
    ours.screen("keyboard-preview")
    with desk(browser, told["US"]) as theirs:
        theirs.go("incidents")
        page.bring_to_front()
        assert now.evaluate("button => button === document.activeElement")
        page.keyboard.press("Enter")
        now.wait_for(state="detached")
        theirs.page.locator(f"main a[href='#/incidents/{CASE}']").first.wait_for()
        page.keyboard.press("Escape")
        sheet.wait_for(state="detached")
        again = page.locator("section.next .acts button")
        assert ours.tab_to(again) <= 3, "the focus returns to what opened the sheet"
        alarms = theirs.actor.client.get("/api/v1/alarms")
        assert CASE in {each["subject"] for each in alarms}
        while CASE in {each["subject"] for each in theirs.actor.client.get("/api/v1/alarms")}:
            strip = theirs.page.locator(".alarm")
            first = strip.inner_text()
            theirs.screen("keyboard-alarm")
            theirs.page.keyboard.press("a")
            theirs.page.wait_for_function("first => document.querySelector('.alarm')?.innerText !== first", arg=first)
        acts = theirs.actor.client.get("/api/v1/acts?limit=5")
        assert any(each["address"] == "/api/v1/alarms/acknowledgements" and each["office"] == OFFICE for each in acts)


def test_a_sheet_holds_the_focus_until_escape(browser, told):
    with desk(browser, told["DZ"]) as officer:
        page = officer.page
        page.keyboard.press("/")
        field = page.get_by_role("combobox", name=officer.say("search"))
        field.wait_for()
        for _ in range(4):
            page.keyboard.press("Tab")
            inside = page.evaluate(
                "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
            )
            assert inside, "Tab leaves the open sheet"
        page.keyboard.press("Escape")
        field.wait_for(state="detached")


def test_search_opens_what_is_found_by_arrow_and_enter(browser, told):
    with desk(browser, told["DZ"]) as officer:
        page = officer.page
        page.keyboard.press("/")
        page.get_by_role("combobox", name=officer.say("search")).wait_for()
        page.keyboard.type("bejaia-2008")
        page.locator("#found [role=option]").first.wait_for()
        page.keyboard.press("Enter")
        page.wait_for_url("**/#/incidents/bejaia-2008-08-06**")
        page.get_by_role("complementary", name=officer.say("incident-about")).get_by_role("heading", level=1).wait_for()
        page.wait_for_function("() => document.activeElement.id === 'content'")
        assert page.locator("dialog").count() == 0


HELD_MS = 1500


def test_the_focus_comes_to_a_page_when_its_heading_stands_and_not_to_an_empty_place(browser, told):
    with desk(browser, told["DZ"]) as officer:
        page = officer.page
        officer.go("incidents")

        def late(route):
            page.wait_for_timeout(HELD_MS)
            route.continue_()

        page.route(f"**/api/v1/cases/{SHIPPED}", late)
        link = page.locator(f"main a[href='#/incidents/{SHIPPED}']")
        page.evaluate(
            """() => {
              window.came = []
              document.addEventListener('focusin', ({ target }) =>
                window.came.push([target.id, document.querySelectorAll('main h1').length]))
            }"""
        )
        link.focus()
        page.keyboard.press("Enter")
        page.wait_for_function("() => document.activeElement.id === 'content'", timeout=10_000)
        assert page.evaluate("window.came").count(["content", 1]) == 1
        assert ["content", 0] not in page.evaluate("window.came"), "the focus came to a page without its heading"


def test_who_turns_single_keys_off_is_not_moved_by_them_after_a_reload_either(browser, told):
    with desk(browser, told["DZ"]) as officer:
        page = officer.page
        officer.go("node")
        page.get_by_role("button", name=officer.say("keys-rest")).click()
        for again in (False, True):
            if again:
                page.reload()
                officer.is_in()
            page.locator("#content").focus()
            for key in ("2", "n", "/", ",", "l"):
                page.keyboard.press(key)
            page.wait_for_timeout(300)  # an act would have happened by now
            assert "#/node" in page.url
            assert page.evaluate("document.documentElement.dataset.mode") == "day"
            assert page.locator("dialog").count() == 0
            assert not any(each.is_visible() for each in page.locator("nav kbd, header kbd").all())
            assert page.locator("nav a[aria-keyshortcuts]").count() == 0
        page.get_by_role("button", name=officer.say("keys-act")).click()
        page.locator("#content").focus()
        page.keyboard.press("2")
        page.wait_for_url("**/#/incidents**")


def test_a_digit_is_the_same_key_on_a_french_keyboard_with_and_without_shift(browser, told):
    with desk(browser, told["DZ"], "fr") as officer:
        line = officer.page.context.new_cdp_session(officer.page)

        def press(sign, code, modifiers=0):
            line.send(
                "Input.dispatchKeyEvent",
                {"type": "keyDown", "key": sign, "code": code, "text": sign, "modifiers": modifiers},
            )
            line.send("Input.dispatchKeyEvent", {"type": "keyUp", "key": sign, "code": code, "modifiers": modifiers})

        press("é", "Digit2")
        officer.page.wait_for_url("**/#/incidents**")
        press("à", "Digit0")
        officer.page.wait_for_url("**/#/node**")
        press("2", "Digit2", SHIFT)
        officer.page.wait_for_url("**/#/incidents**")
        press("&", "Digit1")
        officer.page.get_by_role("heading", level=1, name=officer.say("page-watch")).wait_for()
        press("-", "Digit6")
        officer.page.wait_for_timeout(300)
        assert "#/watch" in officer.page.url, "on the map of the watch this place of the board is the minus sign"


def test_a_page_without_hours_has_nothing_to_replay(browser, told):
    with desk(browser, told["DZ"]) as officer:
        officer.go("agreement")
        officer.page.keyboard.press(",")
        officer.page.keyboard.press(".")
        officer.page.wait_for_timeout(300)
        assert officer.page.locator(".edge").count() == 0
        assert officer.page.locator("section.conductor .live").get_attribute("aria-pressed") == "true"


@pytest.mark.parametrize(("sign", "code", "page_name"), [("ظ", "Slash", "search")])
def test_the_keys_stand_where_they_stand_on_an_arabic_keyboard(browser, told, sign, code, page_name):
    with desk(browser, told["DZ"], "ar") as officer:
        line = officer.page.context.new_cdp_session(officer.page)
        line.send("Input.dispatchKeyEvent", {"type": "keyDown", "key": sign, "code": code, "text": sign})
        line.send("Input.dispatchKeyEvent", {"type": "keyUp", "key": sign, "code": code})
        field = officer.page.get_by_role("combobox", name=officer.say(page_name))
        field.wait_for()
        assert field.input_value() == "", "the key opens the search and writes nothing into it"
        officer.screen("search")
