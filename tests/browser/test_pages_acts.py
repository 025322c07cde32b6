"""Acts in a real browser, on two served nodes: questions answered, declined and asked; an amendment read and signed."""

import re
from copy import deepcopy
from typing import Any

import orjson
import pytest
from pypdf import PdfReader

from comity.agreement import draft_amendment
from comity.cli.demo import administration, command, question, rescue, stage, story
from comity.cli.demo.narrator import Narrator
from comity.cli.demo.plays import PLAYS
from comity.cli.demo.story import AGREE_LIMIT_S, OFFICES, until
from comity.files.shipped import shipped
from comity.files.words import words
from tests.browser.desk import OFFICE, desk
from tests.browser.test_passkeys import authenticator, enrol, invited, seat

SCENES = (1, 2)
THREE = (("en", "day"), ("fr", "dusk"), ("ar", "night"))
TITLE = {"ar": "مثال: تعديل قاعدة الإنقاذ", "en": "EXAMPLE: a wider rule for rescue", "fr": "EXEMPLE : règle élargie"}
RULE = "4.3/sar-live"
KEPT_LONGER_S = 10_000_000
PAGES = (
    "signatures/agreement",
    "requests",
    "requests/new",
    "exchange",
    "agreement",
    "agreement?at=2030-01-01",
    "ledger",
    "ledger/own/0",
)


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    """Both nodes with a case that left, a question of the partner open, and its amendment signed by it alone."""
    folder = tmp_path_factory.mktemp("table")
    narrator = Narrator(words("en"))
    narrator.quiet = True
    example = shipped("examples") / command.AGREEMENT
    memorandum = orjson.loads((example / "memorandum.json").read_bytes())
    decision = orjson.loads((example / "decisions" / "search-and-rescue.json").read_bytes())
    case, fields = command._case(folder, narrator, None)
    ports = stage.ports_from(0)
    texts = [path.read_bytes() for path in sorted(example.glob("text.*.md"))]
    stage.set_up(folder, memorandum, ports, "en", texts=texts)
    with stage.served(folder, ports, "en", forcing=fields) as actors:
        set_ = story.Stage(folder, actors, memorandum, decision, case, narrator)
        for number in SCENES:
            PLAYS[number](set_)
        set_.actors["DZ"].client.post("/api/v1/cases", {"document": case})
        rescue._send_case(set_, str(case["case"]["id"]))
        amend(set_)
        yield set_


def amend(set_):
    """The partner tables and signs an amendment by which more is kept for longer."""
    after = deepcopy(set_.memorandum)
    rule = next(each for each in after["rules"] if each["id"] == RULE)
    rule["keep_for_s"] = KEPT_LONGER_S
    document = draft_amendment(set_.memorandum, after, title=TITLE, in_force="2026-01-01")
    body = {"series": "agreement", "document": document, "sign": True, "office": OFFICES["US"]}
    set_.actors["US"].client.post(set_.path("texts"), body)
    ours = set_.actors["DZ"].client
    until(lambda: any(each["texts"] for each in ours.get(set_.path("awaiting"))), AGREE_LIMIT_S)


def asked(set_):
    """The partner asks; return the question once we hold it."""
    sent = question.ask(set_)
    until(lambda: question._on_today(set_, sent["hash"]) is not None, AGREE_LIMIT_S)
    return sent


def test_a_question_is_seen_on_today_checked_and_answered(browser, table):
    sent = asked(table)
    with desk(browser, table.actors["DZ"]) as officer:
        page = officer.page
        officer.go("signatures")
        page.get_by_role("link", name=sent["request"]).click()
        send = page.locator("article button.main")
        assert send.is_disabled()
        page.get_by_role("checkbox", name=story.DRILL).check()
        page.get_by_role("button", name=officer.say("answer-preview")).click()
        page.get_by_text(officer.say("answer-is-answered")).wait_for()
        officer.screen("question")
        assert not officer.violations()
        send.click()
        page.get_by_role("button", name=officer.say("decline")).wait_for(state="detached")
    until(lambda: question._state(table, "US", sent["hash"]) == "answered", AGREE_LIMIT_S)


def test_a_question_is_declined_with_its_article_and_nothing_else(browser, table):
    sent = asked(table)
    with desk(browser, table.actors["DZ"], "fr") as officer:
        page = officer.page
        officer.go(f"requests/{sent['hash']}")
        page.get_by_label(officer.say("decline-article")).select_option("2.2")
        page.get_by_role("button", name=officer.say("decline")).click()
        page.get_by_role("button", name=officer.say("decline")).wait_for(state="detached")
    until(lambda: question._state(table, "US", sent["hash"]) == "declined", AGREE_LIMIT_S)
    assert question._state(table, "DZ", sent["hash"]) == "declined"


def test_a_question_of_ours_is_written_kept_and_sent_with_the_keyboard(browser, table):
    with desk(browser, table.actors["DZ"]) as officer:
        page = officer.page
        officer.go("requests/new")
        officer.tab_to(page.get_by_label(officer.say("ask-clause")))
        page.get_by_label(officer.say("ask-clause")).select_option("4.3")
        page.get_by_label(officer.say("ask-about-box")).check()
        page.get_by_label(officer.say("ask-south-west")).fill("36°30.0′N 002°10.0′E")
        page.get_by_label(officer.say("ask-north-east")).fill("38 6")
        keep = page.get_by_role("button", name=officer.say("ask-keep"))
        officer.tab_to(keep)
        page.keyboard.press("Enter")
        page.get_by_role("button", name=officer.say("draft-give-up")).wait_for()
        assert not [each for each in requests(table) if each["direction"] == "out"]
        page.locator("form button.main").click()
        page.get_by_role("button", name=officer.say("draft-give-up")).wait_for(state="detached")
    (sent,) = [each for each in requests(table) if each["direction"] == "out"]
    assert sent["about"] == {
        "south_udeg": 36_500_000, "west_udeg": 2_166_667, "north_udeg": 38_000_000, "east_udeg": 6_000_000,
    }  # fmt: skip


def requests(set_):
    return set_.actors["DZ"].client.get(set_.path("requests"))["requests"]


@pytest.mark.parametrize(("language", "mode"), THREE)
def test_the_pages_of_acts_have_no_violation(browser, table, language, mode):
    with desk(browser, table.actors["DZ"], language, mode) as officer:
        found = {}
        for page in PAGES:
            officer.go(page)
            officer.screen("acts-" + page.replace("/", "-").replace("?", "-"))
            if violations := officer.violations():
                found[page] = violations
        assert not found


def test_one_press_opens_the_signature_and_none_signs(browser, table):
    with desk(browser, table.actors["DZ"]) as officer:
        page = officer.page
        officer.go("signatures/agreement")
        leaves = page.get_by_text(officer.say("leaves-title"))
        leaves.wait_for()
        assert officer.say("lets-more") in page.locator("article").inner_text()
        opens = page.get_by_role("button", name=officer.say("sign-open"))
        assert opens.is_disabled()
        page.get_by_role("checkbox", name=officer.say("sign-read")).check()
        officer.tab_to(opens)
        page.keyboard.press("Enter")
        page.get_by_text(officer.say("act-checked")).wait_for()
        officer.screen("signature")
        assert not officer.violations()
        page.keyboard.press("Enter")
        page.get_by_text(officer.say("act-checked")).wait_for(state="detached")
        (open_,) = table.actors["DZ"].client.get(table.path("awaiting"))
        assert [each["party"] for each in open_["signed"]] == ["US"]


def test_a_passkey_signs_exactly_the_act_that_is_shown(browser, table):
    actor = table.actors["DZ"]
    with seat(browser, actor) as officer:
        page = officer.page
        authenticator(page)
        enrol(officer, invited(actor))
        officer.go("signatures/agreement")
        page.get_by_role("checkbox", name=officer.say("sign-read")).check()
        page.get_by_role("button", name=officer.say("sign-open")).click()
        page.get_by_role("button", name=officer.say("act-sign-key")).click()
        page.get_by_role("button", name=officer.say("sign-open")).wait_for(state="detached")
    state = actor.client.get(table.path("series/agreement"))
    ours = [each for version in state["versions"] for each in version["signatures"] if each["party"] == "DZ"]
    assert ours[-1]["passkey"] is True
    until(lambda: len(actor.client.get(table.path("versions"))["versions"]) == 2, AGREE_LIMIT_S)
    with desk(browser, actor, "fr") as officer:
        officer.go("agreement?at=2030-01-01")
        officer.page.get_by_role("heading", name=officer.say("versions-then")).wait_for()
        officer.screen("agreement-versions")
        assert not officer.violations()


WORDED = {"ar": "مثال: نص جديد للبحث والإنقاذ", "en": "EXAMPLE: rescue reworded", "fr": "EXEMPLE : sauvetage reformulé"}
ADDED = {"ar": "المهلة 30 يوماً.", "en": "The period is 30 days.", "fr": "Le délai est de 30 jours."}
SECOND = "EXAMPLE: second approver"
GREATER = """() => {
  for (const name of Object.keys(localStorage).filter((each) => each.startsWith('comity-verified/'))) {
    const pin = JSON.parse(localStorage[name])
    localStorage[name] = JSON.stringify({ ...pin, size: pin.size + 1000 })
  }
}"""
"""Makes a browser remember greater records than there are, as if it had verified them before."""
ANOTHER_KEY = """() => {
  for (const name of Object.keys(localStorage).filter((each) => each.startsWith('comity-verified/'))) {
    localStorage[name] = JSON.stringify({ ...JSON.parse(localStorage[name]), keys: ['a key that vouched for none'] })
  }
}"""


def columns(form, legend):
    """Return the three fields under a legend, by language."""
    group = form.get_by_role("group", name=legend)
    return {language: group.locator(f"[lang={language}]") for language in ("ar", "en", "fr")}


def begin(officer, message):
    """Return how a message begins that ends with the partner's name, which stands in an isolate of its own."""
    return re.compile(re.escape(officer.say(message, partner="").strip()))


def read_and_sign(officer, series):
    """Sign the one text of a series as an officer of the EXAMPLE does: read, open, sign."""
    page = officer.page
    officer.go(f"signatures/{series}")
    page.get_by_role("checkbox", name=officer.say("sign-read")).check()
    page.get_by_role("button", name=officer.say("sign-open")).click()
    page.get_by_role("button", name=officer.say("act-sign-example")).click()
    page.get_by_role("button", name=officer.say("sign-open")).wait_for(state="detached")


def test_an_amendment_goes_from_its_draft_to_both_signatures_in_the_browser(browser, table):
    with desk(browser, table.actors["DZ"]) as officer:
        page = officer.page
        officer.go("agreement/amend/4.3")
        form = page.locator("form")
        keep = form.get_by_role("button", name=officer.say("amend-keep"))
        form.get_by_text(officer.say("amend-not-whole")).wait_for()
        assert keep.is_disabled()
        for language, field in columns(form, officer.say("amend-name")).items():
            field.fill(WORDED[language])
        texts = columns(form, officer.say("amend-text"))
        texts["en"].fill("## 9 Another article")
        form.get_by_text(officer.say("amend-fault-heading")).wait_for()
        assert keep.is_disabled()
        old = table.actors["DZ"].client.get(table.path("articles"))["articles"]
        before = next(each["text"] for each in old if each["id"] == "4.3")
        texts["en"].fill(f"{before['en']} {ADDED['en']}")
        form.get_by_text(officer.say("amend-doubt-numbers")).wait_for()
        for language in ("ar", "fr"):
            texts[language].fill(f"{before[language]} {ADDED[language]}")
        form.get_by_text(officer.say("amend-doubt-numbers")).wait_for(state="detached")
        form.get_by_label(officer.say("rule-field", field="approve")).first.select_option("two-officers")
        page.reload()
        form.get_by_text(officer.say("draft-kept")).wait_for()
        assert texts["ar"].input_value().endswith(ADDED["ar"]), "a text that nobody kept yet outlives a reload"
        keep.click()
        form.locator("ins", has_text=ADDED["en"]).wait_for()
        page.wait_for_url("**/#/agreement/draft/article-4-3")
        page.reload()
        form.locator("ins", has_text=ADDED["fr"]).wait_for()
        assert texts["ar"].input_value().endswith(ADDED["ar"])
        assert not officer.violations()
        form.get_by_role("checkbox", name=officer.say("amend-read")).check()
        form.get_by_role("button", name=begin(officer, "amend-table")).click()
        page.get_by_role("checkbox", name=officer.say("sign-read")).wait_for()
        assert table.actors["DZ"].client.get(table.path("drafts")) == []
        read_and_sign(officer, "agreement")
    theirs = table.actors["US"]
    until(lambda: any(each["texts"] for each in theirs.client.get(table.path("awaiting"))), AGREE_LIMIT_S)
    with desk(browser, theirs, "fr", "dusk") as officer:
        read_and_sign(officer, "agreement")
        until(lambda: len(theirs.client.get(table.path("versions"))["versions"]) == 3, AGREE_LIMIT_S)
        officer.go("agreement?in=fr,ar")
        officer.page.locator("article p", has_text=ADDED["fr"]).wait_for()
        officer.page.locator("article p", has_text=ADDED["ar"]).wait_for()
        officer.go("agreement?in=fr,ar&version=1")
        officer.page.locator("#past-title").wait_for()
        officer.page.locator("article p", has_text=before["fr"]).wait_for()
        assert officer.page.locator("article p", has_text=ADDED["fr"]).count() == 0
        assert not officer.violations()


def newest(set_, party):
    return set_.actors[party].client.get(set_.path("versions"))["versions"][-1]["document"]


def sign_what_is_open(set_, party):
    """Sign the text of the agreement that the other party has put on the table."""
    client = set_.actors[party].client
    found: list[dict[str, Any]] = []

    def is_open():
        found[:] = [each for each in client.get(set_.path("awaiting")) if each["series"] == "agreement"]
        return bool(found) and found[0]["standing"] == "awaiting_us"

    until(is_open, AGREE_LIMIT_S)
    choice = found[0]["texts"][0]["hash"]
    client.post(set_.path("votes"), {"series": "agreement", "choice": choice, "office": OFFICES[party]})


def two_must_approve(set_):
    """Bring both nodes to a version under which two officers approve, whichever tests went before."""

    def asks_two(party):
        return any(each["id"] == RULE and each["approve"] == "two-officers" for each in newest(set_, party)["rules"])

    ours = set_.actors["DZ"].client
    if not all(asks_two(party) for party in ("DZ", "US")):
        before = len(ours.get(set_.path("versions"))["versions"])
        if any(each["series"] == "agreement" for each in ours.get(set_.path("awaiting"))):
            sign_what_is_open(set_, "DZ")
            until(lambda: len(ours.get(set_.path("versions"))["versions"]) > before, AGREE_LIMIT_S)
        parent = newest(set_, "DZ")
        after = deepcopy(parent)
        next(each for each in after["rules"] if each["id"] == RULE)["approve"] = "two-officers"
        document = draft_amendment(parent, after, title=TITLE, in_force="2026-01-01")
        body = {"series": "agreement", "document": document, "sign": True, "office": OFFICES["DZ"]}
        ours.post(set_.path("texts"), body)
        sign_what_is_open(set_, "US")
    until(lambda: all(asks_two(party) for party in ("DZ", "US")), AGREE_LIMIT_S)


def test_what_two_offices_must_approve_leaves_with_the_second_one_in_arabic(browser, table):
    actor = table.actors["DZ"]
    two_must_approve(table)
    left = len(out(table))
    with desk(browser, actor, "ar", "night") as first, desk(browser, actor, "ar", "day", office=SECOND) as second:
        first.go("exchange")
        second.go(f"exchange?look={story.DRILL}")
        first.page.get_by_role("button", name=story.DRILL).click()
        send = first.page.get_by_role("dialog").locator("button.main")
        send.click()
        first.page.get_by_text(first.say("approval-kept")).wait_for()
        assert len(out(table)) == left
        send.click()
        refused = first.page.get_by_role("dialog").get_by_role("alert")
        assert re.search("1.*2", refused.inner_text())
        assert not first.violations()
        second.page.reload()
        sheet = second.page.get_by_role("dialog")
        sheet.get_by_text(OFFICE).wait_for()
        assert not second.violations()
        sheet.locator("button.main").click()
        sheet.get_by_text(begin(second, "send-done-title")).wait_for()
    assert len(out(table)) == left + 1
    with desk(browser, table.actors["US"], "ar", "dusk") as partner:
        partner.go("exchange")
        partner.page.locator("tr", has_text=story.DRILL).first.wait_for()


def out(set_):
    moved = set_.actors["DZ"].client.get(set_.path("exchange"))["moved"]
    return [each for each in moved if each["direction"] == "out"]


def test_what_left_is_withdrawn_with_its_reason_and_both_erase_it(browser, table):
    with desk(browser, table.actors["DZ"], "fr") as officer:
        page = officer.page
        officer.go("exchange")
        page.get_by_role("button", name=officer.say("mend-open")).first.click()
        sheet = page.get_by_role("dialog")
        act = sheet.get_by_role("button", name=officer.say("mend-now-correct"))
        assert act.is_disabled()
        sheet.get_by_label(officer.say("mend-recall")).check()
        sheet.get_by_label(officer.say("mend-why")).select_option("released_in_error")
        sheet.get_by_role("button", name=officer.say("mend-now-recall")).click()
        sheet.wait_for(state="detached")
        page.locator("td", has_text=officer.say("mend-reason", why="released_in_error")).wait_for()
    theirs = table.actors["US"].client
    until(
        lambda: any(each["fate"] == "recalled" for each in theirs.get(table.path("exchange"))["moved"]), AGREE_LIMIT_S
    )


def test_the_audit_report_is_a_paper_in_the_language_of_its_button(browser, table):
    with desk(browser, table.actors["DZ"]) as officer:
        officer.go("exchange")
        with officer.page.expect_download() as begun:
            officer.page.get_by_role("button", name=re.compile(r"PDF.*العربية")).click()
        assert begun.value.suggested_filename.endswith("-ar.pdf")
        paper = PdfReader(begun.value.path())
        assert "DZ إلى US" in paper.pages[0].extract_text()


def test_a_decision_is_drafted_here_and_turned_down_there(browser, table):
    name = "decision/wg-sea-rescue-4-2"
    with desk(browser, table.actors["DZ"]) as officer:
        page = officer.page
        officer.go("agreement/decide/4.2")
        form = page.locator("form")
        table_it = form.get_by_role("button", name=begin(officer, "amend-table"))
        for legend in ("decide-name", "decide-text"):
            assert table_it.is_disabled()
            for language, field in columns(form, officer.say(legend)).items():
                field.fill(WORDED[language])
        assert not officer.violations()
        table_it.click()
        page.get_by_role("checkbox", name=officer.say("sign-read")).wait_for()
    theirs = table.actors["US"]
    until(lambda: any(each["series"] == name for each in theirs.client.get(table.path("awaiting"))), AGREE_LIMIT_S)
    with desk(browser, theirs) as officer:
        page = officer.page
        officer.go(f"signatures/{name}")
        page.get_by_role("button", name=officer.say("turn-down-open")).click()
        page.get_by_role("button", name=officer.say("act-down-example")).click()
        page.get_by_role("button", name=officer.say("turn-down-open")).wait_for(state="detached")
    (answer,) = theirs.client.get(table.path(f"series/{name}"))["versions"][0]["signatures"]
    assert (answer["party"], answer["choice"]) == ("US", None)


def test_a_browser_does_not_believe_an_older_record_than_it_has_verified(browser, table):
    with desk(browser, table.actors["DZ"]) as officer:
        page = officer.page
        officer.go("ledger/own/0")
        page.locator(".verdict:not(.bad)").wait_for()
        page.evaluate(GREATER)
        page.reload()
        page.locator(".verdict.bad").wait_for()
        alert = page.get_by_role("alert").filter(has_text=officer.say("remembered-rolled_back"))
        with page.expect_download() as begun:
            alert.get_by_role("button", name=officer.say("remembered-take")).click()
        evidence = orjson.loads(begun.value.path().read_bytes())
        assert (evidence["breach"], evidence["pinned"]["size"] > evidence["served"]["size"]) == ("rolled_back", True)
        assert not officer.violations()


def test_a_browser_follows_the_partner_s_new_key_by_itself_and_no_other(browser, table):
    with desk(browser, table.actors["DZ"]) as officer:
        page = officer.page
        officer.go("ledger/partner/0")
        page.locator(".verdict:not(.bad)").wait_for()
        administration._replace_keys(table)
        page.reload()
        both_signed = officer.say("remembered-replaced-partner", partner="", when="").rpartition(":")[2]
        page.get_by_role("status").filter(has_text=both_signed).wait_for()
        page.locator(".verdict:not(.bad)").wait_for()
        assert not page.get_by_role("alert").all()
        assert not officer.violations()
        page.evaluate(ANOTHER_KEY)
        page.reload()
        page.get_by_role("alert").filter(has_text=officer.say("remembered-other_keys")).wait_for()


def test_new_keys_are_signed_only_after_their_fingerprint_was_compared_by_voice(browser, table):
    ours, theirs = (table.actors[each].client for each in ("DZ", "US"))
    (drawn,) = theirs.post("/api/v1/keys/drawings", {})["drawn"]
    body = {"series": "keys", "document": None, "sign": True, "office": administration.SUCCESSOR}
    annex = theirs.post(table.path("texts"), body)["tabled"][-1]["hash"]
    until(lambda: any(each["series"] == "keys" for each in ours.get(table.path("awaiting"))), AGREE_LIMIT_S)
    with desk(browser, table.actors["DZ"]) as officer:
        page = officer.page
        officer.go("signatures/keys")
        page.get_by_text(drawn["fingerprint"]).wait_for()
        sign = page.get_by_role("button", name=officer.say("sign-open"))
        read, compared = (
            page.get_by_role("checkbox", name=officer.say(each)) for each in ("sign-read", "keys-compared")
        )
        read.check()
        assert sign.is_disabled()
        compared.check()
        read.uncheck()
        assert sign.is_disabled()
        read.check()
        sign.click()
        page.get_by_role("button", name=officer.say("act-sign-example")).click()
        sign.wait_for(state="detached")
    (answer,) = [
        each for each in ours.get(table.path("series/keys"))["versions"][-1]["signatures"] if each["party"] == "DZ"
    ]
    assert answer["choice"] == annex
    until(lambda: administration._stages_of(theirs) == {"passed"}, AGREE_LIMIT_S)
    theirs.post("/api/v1/keys/retirements", {})


def test_releases_stop_at_once_and_a_notice_runs_from_its_receipt(browser, table):
    ours, theirs = (table.actors[each] for each in ("DZ", "US"))
    with desk(browser, ours) as officer:
        page = officer.page
        officer.go("agreement")
        page.get_by_role("button", name=officer.say("stop-open")).first.click()
        page.get_by_label(officer.say("mend-why")).select_option("key_stolen")
        page.get_by_role("button", name=officer.say("notices-act-stop-now"), exact=True).click()
        page.get_by_text(officer.say("stop-stands")).wait_for()
        assert [each["what"] for each in ours.client.get(table.path("notices"))["stops"]] == ["release"]
        page.get_by_role("button", name=officer.say("stop-lift-open")).click()
        page.get_by_role("button", name=officer.say("notices-act-lift-now"), exact=True).click()
        page.get_by_text(officer.say("stop-stands")).wait_for(state="detached")
        page.get_by_role("button", name=officer.say("notice-open")).click()
        page.get_by_role("button", name=officer.say("notices-act-terminate-now"), exact=True).click()
        page.get_by_text(officer.say("notice-not-received")).wait_for()
    until(lambda: theirs.client.get(table.path("notices"))["given"], AGREE_LIMIT_S)
    with desk(browser, theirs) as officer:
        page = officer.page
        officer.go("agreement")
        page.get_by_role("button", name=officer.say("notice-acknowledge-open")).click()
        page.get_by_role("button", name=officer.say("notices-act-acknowledge-now"), exact=True).click()
        page.get_by_text(officer.say("notices-ends")).wait_for()
    until(lambda: ours.client.get(table.path("notices"))["ends_ms"] is not None, AGREE_LIMIT_S)
