"""The node is killed, not asked to stop: the screen keeps its picture, says its age, and goes on when it is back."""

import pytest

from comity.cli.demo.story import DRILL
from tests.browser.desk import desk

CASE = "bejaia-2008-08-06"
BACK_LIMIT_MS = 60_000
HEARD = """
  window.heard = []
  window.resumed = []
  const ask = window.fetch
  window.fetch = async (address, options) => {
    const answer = await ask(address, options)
    if (String(address) !== '/events' || !answer.body) return answer
    window.resumed.push(options.headers['last-event-id'] ?? null)
    const [ours, theirs] = answer.body.tee()
    const reader = ours.pipeThrough(new TextDecoderStream()).getReader()
    void (async () => {
      for (let rest = ''; ;) {
        const { done, value } = await reader.read().catch(() => ({ done: true }))
        if (done) return
        const blocks = (rest + value).split('\\n\\n')
        rest = blocks.pop()
        for (const block of blocks) {
          const [, id] = /^id: (\\d+)$/m.exec(block) ?? []
          if (id && !/^event: hello$/m.test(block)) window.heard.push(Number(id))
        }
      }
    })()
    return new Response(theirs, { status: answer.status, headers: answer.headers })
  }
"""
"""Listens beside the page to what the node tells it: the numbers of events, and where each line was taken up again."""


@pytest.fixture
def back(power, told):
    """Whatever happens, both nodes serve again afterwards."""
    yield
    for actor in told.values():
        if not actor.client.is_ready():
            power.on(actor)


def test_a_killed_node_costs_nothing_that_was_shown_typed_or_told(browser, told, power, back):
    actor = told["DZ"]
    with desk(browser, actor) as officer:
        page = officer.page
        page.context.add_init_script(HEARD)
        page.goto(f"{actor.house}/#/new")
        page.reload()
        place = page.locator("input.place")
        place.fill("36 48 N, 3 2 E")
        page.get_by_label(officer.say("field-title")).fill("EXAMPLE: half a form")
        page.wait_for_function("() => window.resumed.length === 1")
        power.off(actor)
        banner = page.locator(".banner[role=status]")
        banner.wait_for()
        first = banner.inner_text()
        page.wait_for_function("first => document.querySelector('.banner').innerText !== first", arg=first)
        officer.screen("killed-form")
        assert place.input_value() == "36 48 N, 3 2 E"
        power.on(actor)
        case = orphan(actor)
        page.evaluate("() => document.querySelector('.banner button')?.click()")  # unless it is back by itself already
        banner.wait_for(state="detached", timeout=BACK_LIMIT_MS)
        assert place.input_value() == "36 48 N, 3 2 E"
        assert page.get_by_label(officer.say("field-title")).input_value() == "EXAMPLE: half a form"
        newest = newest_event(actor)
        page.wait_for_function("newest => window.heard.at(-1) >= newest", arg=newest, timeout=BACK_LIMIT_MS)
        heard, resumed = page.evaluate("[window.heard, window.resumed]")
        assert heard == list(range(heard[0], heard[-1] + 1)), "an event was lost or told twice"
        assert resumed[0] is None
        assert int(resumed[-1]) < newest, "the line was not taken up where it broke"
        officer.go("incidents")
        page.locator(f"a[href='#/incidents/{case}']").wait_for()
        assert page.get_by_role("button", name=officer.say("leave")).count() == 1, (
            "the session did not outlive the kill"
        )


def orphan(actor):
    """Open a case over the node's socket, before any page is back: its event must not be lost."""
    document = actor.client.get(f"/api/v1/cases/{DRILL}")["document"]
    name = "after-the-cut"
    actor.client.post("/api/v1/cases", {"document": {**document, "case": {**document["case"], "id": name}}})
    return name


def newest_event(actor):
    with actor.client._connected().stream("GET", "/events") as answer:
        return int(next(line for line in answer.iter_lines() if line.startswith("id:")).removeprefix("id:"))


def test_the_last_picture_stays_while_the_node_is_dead(browser, told, power, back):
    actor = told["DZ"]
    with desk(browser, actor, "fr", "dusk") as officer:
        page = officer.page
        officer.go(f"incidents/{CASE}")
        page.locator(".map canvas").first.wait_for()
        officer.quiet()
        shown = page.locator("aside").inner_text()
        power.off(actor)
        page.locator(".banner[role=status]").wait_for()
        assert page.locator("h1").first.inner_text() in shown
        assert page.locator(".map canvas").first.is_visible()
        assert not officer.violations()
        officer.screen("killed-incident")
        page.keyboard.press(",")
        page.keyboard.press("l")
        power.on(actor)
        page.locator(".banner[role=status]").wait_for(state="detached", timeout=BACK_LIMIT_MS)
        page.locator("aside h1").wait_for()


def test_a_partner_that_falls_silent_turns_the_strip_amber_until_it_answers(browser, told, power, back):
    with desk(browser, told["DZ"], "ar", "night") as officer:
        strip = officer.page.locator("header.strip")
        strip.locator(".feed .dot").first.wait_for()
        officer.page.locator("header.strip:not(.amber)").wait_for()
        power.off(told["US"])
        officer.page.locator("header.strip.amber .feed.late").first.wait_for(timeout=BACK_LIMIT_MS)
        officer.screen("partner-silent")
        power.on(told["US"])
        officer.page.locator("header.strip:not(.amber)").wait_for(timeout=BACK_LIMIT_MS)
        assert strip.locator(".feed.late").count() == 0


def test_who_signed_out_elsewhere_meets_the_door_and_not_a_dead_line(browser, told):
    with desk(browser, told["US"]) as officer:
        other = officer.page.context.new_page()
        other.goto(f"{officer.actor.house}/#/incidents")
        other.get_by_role("button", name=officer.say("leave")).click()
        officer.page.get_by_role("button", name=officer.say("enter-passkey")).wait_for(timeout=BACK_LIMIT_MS)
        assert officer.page.locator(".banner[role=status]").count() == 0
