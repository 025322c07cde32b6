"""Many tabs of one browser: more than the six connections that it opens to a host, and one line for all of them."""

from comity.cli.demo.story import DRILL
from tests.browser.desk import desk, watched

TABS = 7
LIMIT_MS = 30_000
ASLEEP_MS = 61_000
SLEEPS_ON_THE_LINE = """() => {
  void navigator.locks.request('comity-line', () => new Promise(() => 0))
}"""
"""Takes the lock of the line and says nothing, as a tab does that the browser has put to sleep."""


def opened(actor, name):
    """Open a case over the node's socket: an event that every tab must hear of."""
    document = actor.client.get(f"/api/v1/cases/{DRILL}")["document"]
    actor.client.post("/api/v1/cases", {"document": {**document, "case": {**document["case"], "id": name}}})
    return f"main a[href='#/incidents/{name}']"


def test_seven_tabs_share_one_line_and_the_next_takes_it_up_when_its_reader_closes(browser, told):
    actor = told["DZ"]
    with desk(browser, actor) as officer:
        lines = []
        context = officer.page.context
        tabs = [officer.page] + [context.new_page() for _ in range(TABS - 1)]
        context.on("request", lambda request: lines.append(request.url) if request.url.endswith("/events") else None)
        officer.go("incidents")  # the same page: its line stands since the officer came in
        for tab in tabs[1:]:
            watched(tab, actor).go("incidents")
        for tab in tabs:
            tab.locator("main section .panel").first.wait_for(timeout=LIMIT_MS)
        assert lines == [], "a tab opened a line of its own"
        link = opened(actor, "for-seven-tabs")
        for tab in tabs:
            tab.locator(link).wait_for(timeout=LIMIT_MS)
        officer.page.close()
        link = opened(actor, "after-the-reader")
        for tab in tabs[1:]:
            tab.locator(link).wait_for(timeout=LIMIT_MS)
            assert tab.locator(".banner[role=status]").count() == 0
        assert len(lines) == 1, "one tab took the line up"


def test_who_signs_out_in_one_tab_is_out_in_all(browser, told):
    with desk(browser, told["DZ"]) as officer:
        others = [officer.page.context.new_page() for _ in range(2)]
        for tab in others:
            watched(tab, told["DZ"]).go("incidents")
        officer.page.get_by_role("button", name=officer.say("leave")).click()
        for tab in [officer.page, *others]:
            tab.get_by_role("button", name=officer.say("enter-passkey")).wait_for(timeout=LIMIT_MS)
            assert tab.get_by_role("button", name=officer.say("leave")).count() == 0


def test_a_tab_that_sleeps_on_the_line_loses_it_to_another_after_a_minute(browser, told):
    actor = told["DZ"]
    with desk(browser, actor) as officer:
        context, lines = officer.page.context, []
        sleeper = context.new_page()
        sleeper.goto(f"{actor.house}/api/v1/node")
        sleeper.evaluate(SLEEPS_ON_THE_LINE)
        officer.page.close()
        context.on("request", lambda request: lines.append(request.url) if request.url.endswith("/events") else None)
        tab = context.new_page()
        tab.clock.install()
        other = watched(tab, actor)
        other.go("incidents")
        other.is_in()
        assert lines == [], "the line was taken from a tab that had just begun to sleep"
        with tab.expect_request("**/events", timeout=LIMIT_MS):
            tab.clock.fast_forward(ASLEEP_MS)
        link = opened(actor, "after-the-sleeper")
        tab.locator(link).wait_for(timeout=LIMIT_MS)
