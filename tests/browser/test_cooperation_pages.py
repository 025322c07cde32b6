"""Cooperation on two screens: minutes from the end of a meeting to both signatures, the board of actions, axe."""

from functools import partial

import pytest
from playwright.sync_api import ViewportSize

from comity.cli.demo.story import AGREE_LIMIT_S, OFFICES, until
from tests.browser.desk import desk

MOST_ACTS = 12
"""A side, from the end of the meeting to minutes that both signed (issue 5)."""
NARROW: ViewportSize = {"width": 768, "height": 900}
AGREEMENT = "dz-us-mou-2025"
PLACE = f"/api/v1/agreements/{AGREEMENT}/cooperation/records"
PARTIES = ("DZ", "US")
DAY_MS = 86_400_000
STARTS_MS = 1_795_770_000_000
"""2026-11-27T09:00Z."""


def three(en, fr, ar):
    return {"en": f"EXAMPLE: {en}", "fr": f"EXEMPLE : {fr}", "ar": f"مثال: {ar}"}


def island(value):
    """A value in a sentence as the console writes it: between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE."""
    return f"\u2068{value}\u2069"


GROUP = {
    "title": three("group of this test", "groupe de cet essai", "فريق هذا الاختبار"),
    "clause_refs": ["3.1"],
    "terms": three("Carries out Article 4.1.", "Exécute l'article 4.1.", "ينفذ المادة 4.1."),
    "domains": ["maritime"],
    "co_chairs": [{"party": party, "office": OFFICES[party]} for party in PARTIES],
    "cadence": "P3M",
}
MEETING = {
    "title": three("first meeting", "première réunion", "الاجتماع الأول"),
    "clause_refs": ["3.1"],
    "group": "wg-test",
    "number": 1,
    "starts_ms": STARTS_MS,
    "ends_ms": STARTS_MS + 3 * 3_600_000,
    "time_zone": "Africa/Algiers",
    "place": three("Algiers", "Alger", "الجزائر"),
    "agenda": [
        {"id": "work", "title": three("work of the year", "travaux de l'année", "أعمال السنة")},
        {"id": "next", "title": three("next steps", "prochaines étapes", "الخطوات التالية"), "level": "public"},
    ],
}
ACTION = {
    "title": three("send the list of desks", "envoyer la liste des permanences", "إرسال قائمة المناوبات"),
    "clause_refs": ["3.1"],
    "text": three("The list goes to the other side.", "La liste va à l'autre partie.", "تُرسل القائمة إلى الطرف الآخر."),
    "group": "wg-test",
    "due_ms": STARTS_MS - 300 * DAY_MS,
}


STEP = three("list every buoy", "recenser les bouées", "حصر العوامات")


class Room:
    """The records of both nodes, moved as their offices would."""

    def __init__(self, actors):
        self.clients = {party: actors[party].client for party in PARTIES}

    def state(self, party, key):
        found = [each for each in self.clients[party].get(PLACE) if each["key"] == key]
        return found[0]["state"] if found else None

    def both_see(self, key, state):
        until(lambda: all(self.state(party, key) == state for party in PARTIES), AGREE_LIMIT_S)

    def say(self, party, key, move, fields, state):
        """One party's own move."""
        body = {"move": move, "fields": fields, "office": OFFICES[party]}
        self.clients[party].post(f"{PLACE}/{key}/acts", body)
        self.both_see(key, state)

    def sign(self, key, move, state):
        """A move of both: ours is on the table before theirs signs it."""
        for party in PARTIES:
            body = {"move": move, "fields": {}, "office": OFFICES[party], "sign": True}
            until(partial(self.waits, party, key, is_so=party != "DZ"), AGREE_LIMIT_S)
            self.clients[party].post(f"{PLACE}/{key}/acts", body)
        self.both_see(key, state)

    def waits(self, party, key, *, is_so=True):
        return is_so == any(each["key"] == key and each["waiting"] for each in self.clients[party].get(PLACE))


@pytest.fixture(scope="module")
def room(told):
    """A group that both established, its meeting in session, an action of ours that is late."""
    room = Room(told)
    room.say("DZ", "group/wg-test", "propose", GROUP, "proposed")
    room.sign("group/wg-test", "establish", "established")
    room.say("DZ", "meeting/wg-test-m-1", "propose", MEETING, "proposed")
    room.sign("meeting/wg-test-m-1", "agree", "agreed")
    room.say("DZ", "meeting/wg-test-m-1", "start", {}, "in_progress")
    room.say("DZ", "action/wg-test-a-1", "propose", ACTION, "open")
    return room


class Hand:
    """What one officer does on the screen, counted: every press of a button, a box or a link."""

    def __init__(self, officer):
        self.officer, self.acts = officer, 0

    def press(self, role, name, **narrowed):
        self.acts += 1
        self.officer.page.get_by_role(role, name=name, **narrowed).first.click()

    def move(self, name):
        """Choose a move of both, put it on the table and sign it."""
        say = self.officer.say
        self.press("button", name, exact=True)
        self.press("button", self.officer.written("coop-table-sign", move=island(name)))
        self.press("button", say("act-sign-example"))

    def sign_waiting(self, room_of):
        """Open the inbox, read the text that waits, sign it."""
        say = self.officer.say
        self.acts += 1
        self.officer.go("signatures")
        self.officer.page.locator("ul.list a", has_text=room_of).first.wait_for()
        self.press("link", room_of)
        self.press("checkbox", say("sign-read"))
        self.press("button", say("sign-open"))
        self.press("button", say("act-sign-example"))


def test_minutes_go_from_the_end_of_a_meeting_to_both_signatures_in_twelve_acts_a_side(browser, told, room):
    meeting = "meeting/wg-test-m-1"
    with desk(browser, told["DZ"]) as ours, desk(browser, told["US"], "ar", "night") as theirs:
        page = ours.page
        ours.go("cooperation/meetings/wg-test-m-1")
        boxes = page.locator("section.room textarea")
        for at in range(3):  # the second item has no minute; the whole is the last three
            boxes.nth(at).fill(f"EXAMPLE {at}")
            boxes.nth(6 + at).fill(f"EXAMPLE whole {at}")
        page.reload()
        page.locator("section.room textarea").first.wait_for()
        assert boxes.nth(1).input_value() == "EXAMPLE 1"
        ours.screen("meeting-room")
        assert not ours.violations()
        page.get_by_role("button", name="Close", exact=True).click()
        page.get_by_role("button", name=ours.written("coop-make", move=island("Close"))).click()
        room.both_see(meeting, "closed")

        left, right = Hand(ours), Hand(theirs)
        left.press("button", "Draft the minutes", exact=True)
        left.press("button", ours.written("coop-make", move=island("Draft the minutes")))
        room.both_see(meeting, "minutes_draft")
        left.move("Agree the minutes")
        until(lambda: room.waits("US", meeting), AGREE_LIMIT_S)
        assert room.state("US", meeting) == "minutes_draft", "one signature is pending, never more"
        right.sign_waiting(MEETING["title"]["ar"])
        room.both_see(meeting, "minutes_agreed")
        left.move("Sign the minutes")
        until(lambda: room.waits("US", meeting), AGREE_LIMIT_S)
        theirs.go("cooperation/meetings/wg-test-m-1")
        theirs.page.get_by_text(theirs.say("coop-not-signed")).first.wait_for()
        theirs.screen("meeting-waits")
        assert not theirs.violations()
        right.sign_waiting(MEETING["title"]["ar"])
        room.both_see(meeting, "minutes_signed")
        assert left.acts <= MOST_ACTS
        assert right.acts <= MOST_ACTS


def test_a_step_agreed_in_a_meeting_says_so_and_a_point_of_the_next_names_the_office_that_presents_it(
    browser, told, room
):
    with desk(browser, told["DZ"]) as officer:
        page, say = officer.page, officer.say
        officer.go("cooperation/meetings/wg-test-m-1")
        page.locator("section.outcome a", has_text=say("coop-action-new")).click()
        form = page.locator("form.propose")
        officer.fill_three(form, say("coop-field", field="title"), STEP)
        officer.fill_three(form, say("coop-field", field="text"), STEP)
        form.get_by_label(say("coop-field", field="due_ms")).fill("2027-01-31")
        form.get_by_label(say("coop-field", field="clause_refs")).fill("3.1")
        form.locator("button.main").click()
        page.get_by_role("link", name=MEETING["title"]["en"]).wait_for()
        made = next(each for each in room.clients["DZ"].get(PLACE) if each["title"]["en"] == STEP["en"])
        whole = room.clients["DZ"].get(f"{PLACE}/{made['key']}")["document"]
        assert (whole["group"], whole["from_meeting"]) == ("wg-test", "wg-test-m-1")

        officer.go("cooperation/meetings/new")
        form.get_by_label(say("coop-field", field="group")).select_option("wg-test")
        for legend in ("title", "place"):
            officer.fill_three(form, say("coop-field", field=legend), STEP)
        for language, title in STEP.items():
            form.locator(f"ol li input[lang={language}]").fill(title)
        form.get_by_label(say("coop-presenter")).fill("EXAMPLE: hydrographic office")
        form.get_by_label(say("coop-day")).fill("2027-02-10")
        form.get_by_label(say("coop-field", field="clause_refs")).fill("3.1")
        assert not officer.violations()
        form.locator("button.main").click()
        page.get_by_text("EXAMPLE: hydrographic office").wait_for()


def test_an_action_is_claimed_and_accepted_with_one_press_each_and_late_is_said_in_words(browser, told, room):
    action = "action/wg-test-a-1"
    with desk(browser, told["DZ"]) as ours, desk(browser, told["US"], "ar", "night") as theirs:
        ours.go("cooperation/actions")
        card = ours.page.locator(".board li", has_text=ACTION["title"]["en"])
        card.get_by_text(ours.say("coop-late"), exact=True).wait_for()
        card.get_by_role("button").click()
        room.both_see(action, "done_claimed")
        theirs.go("cooperation/actions")
        theirs.page.locator(".board li", has_text=ACTION["title"]["ar"]).get_by_role("button").click()
        until(lambda: room.waits("DZ", action), AGREE_LIMIT_S)
        assert room.state("DZ", action) == "done_claimed"
        card.get_by_role("button", name=ours.say("coop-countersign")).click()
        room.both_see(action, "accepted")


PAGES = (
    "cooperation/groups/wg-test",
    "cooperation/groups/new",
    "cooperation/meetings",
    "cooperation/meetings/new?group=wg-test",
    "cooperation/meetings/wg-test-m-1",
    "cooperation/decisions/new",
    "cooperation/actions",
    "cooperation/documents",
)


@pytest.mark.parametrize(("language", "mode"), [("en", "day"), ("fr", "dusk"), ("ar", "night")])
def test_the_pages_of_cooperation_have_no_violation_and_fit_a_narrow_screen(browser, told, room, language, mode):
    with desk(browser, told["DZ"], language, mode) as officer:
        officer.page.set_viewport_size(NARROW)
        found = {}
        for page in PAGES:
            officer.go(page)
            officer.screen(page.replace("/", "-").split("?")[0])
            beyond = officer.page.evaluate("document.querySelector('main').scrollWidth - innerWidth")
            if (violations := officer.violations()) or beyond > 0:
                found[page] = (violations, beyond)
        assert not found
