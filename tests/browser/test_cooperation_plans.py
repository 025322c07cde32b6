"""Plans of cooperation on the screen: roadmap, money and deliveries, checks, calendar, what the public reads."""

import time
import urllib.error
import urllib.request
from functools import partial
from urllib.parse import urlsplit

import pytest

from comity.cli.demo import command
from comity.cli.demo.first_year import read_year
from comity.cli.demo.story import AGREE_LIMIT_S, until
from comity.cli.demo.year import weeks_to_today
from comity.files.shipped import shipped
from comity.ground import ComityError
from tests.browser.desk import desk

EXAMPLE = shipped("examples") / command.AGREEMENT
AGREEMENT = "dz-us-mou-2025"
ROOT = f"/api/v1/agreements/{AGREEMENT}"
PLACE = f"{ROOT}/cooperation"
LAST = ("flow/radar-spares-lots-1", "confirm")
"""The act of the example's first year up to which the contract is lived here: six of twelve lots have come."""

SECTIONS = (
    "roadmap",
    "initiatives",
    "initiatives/radar-spares",
    "checks",
    "checks/radar-spares-risk",
    "calendar",
    "matrix",
    "public",
)
LOOKS = (("en", "day", 1280), ("fr", "dusk", 768), ("ar", "night", 1280), ("ar", "day", 768))


@pytest.fixture(scope="module")
def lived(told):
    """Both nodes after the contract of the example's first year, from its group to its first delivery."""
    for deed in read_year(EXAMPLE, AGREEMENT, shift_days=weeks_to_today(EXAMPLE)):
        name = deed.key or (deed.document or {}).get("id", "")
        if "equipment" not in name and "radar-spares" not in name:
            continue
        live(told, deed)
        if (deed.key, deed.move) == LAST:
            break
    return told


def live(actors, deed):
    """Let each party make its part of an act, as soon as its node knows what goes before."""
    for party in deed.signers:
        client = actors[party].client
        series = f"cooperation/{deed.key}" if deed.document is None else f"decision/{deed.document['id']}"
        if party != deed.by:
            office = deed.offices[party]
            until(partial(sign, client, series, office), AGREE_LIMIT_S)
        elif deed.document is not None:
            body = {"series": series, "document": deed.document, "sign": True, "office": deed.offices[party]}
            client.post(f"{ROOT}/texts", body)
        else:
            body = {
                "move": deed.move,
                "fields": deed.fields,
                "office": deed.offices[party],
                "sign": deed.signatures > 1,
            }
            until(partial(done, client, f"{PLACE}/records/{deed.key}/acts", body), AGREE_LIMIT_S)
    for party in (*deed.signers, *("US", "DZ")):
        actors[party].client.post(f"{ROOT}/pull")


def sign(client, series, office):
    client.post(f"{ROOT}/pull")
    texts = [each for each in client.get(f"{ROOT}/awaiting") if each["series"] == series and each["texts"]]
    if not texts:
        return False
    client.post(f"{ROOT}/votes", {"series": series, "choice": texts[0]["texts"][-1]["hash"], "office": office})
    return True


def done(client, address, body):
    """Make an act, or tell that this node has not heard yet of what it stands on."""
    try:
        client.post(address, body)
    except ComityError:
        client.post(f"{ROOT}/pull")
        return False
    return True


@pytest.fixture
def contract(lived):
    def standing():
        return lived["DZ"].client.get(f"{PLACE}/records/initiative/radar-spares")

    until(lambda: any(standing()["account"]["delivered"].values()), AGREE_LIMIT_S)
    return standing()


@pytest.mark.parametrize(("language", "mode", "width"), LOOKS)
def test_every_page_of_plans_has_no_violation_and_none_is_wider_than_its_screen(browser, lived, language, mode, width):
    with desk(browser, lived["DZ"], language, mode) as officer:
        officer.page.set_viewport_size({"width": width, "height": 900})
        found = {}
        for section in (*(f"cooperation/{each}" for each in SECTIONS), "overview"):
            officer.go(section)
            officer.page.locator("main h2").first.wait_for()
            officer.screen(f"{section.replace('/', '-')}-{width}")
            if violations := officer.violations():
                found[section] = violations
            assert not officer.page.evaluate("document.documentElement.scrollWidth > innerWidth"), section
        assert not found


NAME = {"en": "EXAMPLE: new", "fr": "EXEMPLE : nouveau", "ar": "مثال: جديد"}


def test_what_an_officer_proposes_on_the_pages_of_plans_stands_in_the_record(browser, lived, contract):
    """A document, a payment that is planned and an initiative from an adopted template."""
    client = lived["DZ"].client

    def proposed(officer, kind):
        """Send the form, and return the record that its page then shows."""
        form = officer.page.locator("form.propose")
        officer.fill_three(form, officer.say("coop-field", field="title"), NAME)
        before = {each["key"] for each in client.get(f"{PLACE}/records?kind={kind}")}
        form.locator("button.main").click()
        form.wait_for(state="detached")
        (made,) = {each["key"] for each in client.get(f"{PLACE}/records?kind={kind}")} - before
        return client.get(f"{PLACE}/records/{made}")["document"]

    with desk(browser, lived["DZ"]) as officer:
        say, form = officer.say, officer.page.locator("form.propose")
        officer.go("cooperation/documents/new")
        form.get_by_label(say("coop-field", field="about")).select_option("initiative/radar-spares")
        form.get_by_label(say("coop-field", field="document_kind")).select_option("final_report")
        form.get_by_label(say("coop-field", field="clause_refs")).fill("6.1")
        paper = proposed(officer, "document")
        assert (paper["about"], paper["document_kind"]) == (["initiative/radar-spares"], "final_report")

        officer.go("cooperation/initiatives/radar-spares")
        officer.page.get_by_role("button", name=say("coop-plan-flow-new")).click()
        form.get_by_label(say("coop-field", field="amount")).fill("1 000.50 USD")
        form.get_by_label(say("coop-field", field="planned_ms")).fill("2027-03-31")
        flow = proposed(officer, "flow")
        assert flow["amount"] == {"amount_minor": 100_050, "currency": "USD"}
        assert (flow["initiative"], flow["flow_kind"]) == ("radar-spares", "payment")

        officer.go("cooperation/initiatives/new")
        form.get_by_label(say("coop-field", field="next_review_ms")).fill("2027-06-30")
        form.get_by_label(say("coop-field", field="clause_refs")).fill("6.1")
        begun = proposed(officer, "initiative")
        assert begun["template"] == "contract_case"
        assert begun["group"] == "wg-equipment"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_time_runs_from_left_to_right_and_names_stand_where_reading_begins(browser, lived, contract, language):
    with desk(browser, lived["DZ"], language) as officer:
        officer.go("cooperation/roadmap")
        marks = officer.page.locator(".frame .picture .mark")
        marks.first.wait_for()
        lane = officer.page.locator(".names li.lane", has_text=contract["title"][language][:24]).first
        name, mark = lane.bounding_box(), marks.first.bounding_box()
        assert name
        assert mark
        assert (name["x"] > mark["x"]) == (language == "ar")
        months = officer.page.locator(".frame .head > svg > text:not(.year)").evaluate_all(
            "all => all.map((each) => each.getBoundingClientRect().x)"
        )
        assert months == sorted(months)
        assert len(months) > 3


def test_a_milestone_that_is_late_says_so_by_its_sign_and_by_its_word(browser, lived, contract):
    steps = contract["document"]["milestones"]
    late = [each for each in steps if "done_ms" not in each and each["due_ms"] < time.time() * 1000]
    with desk(browser, lived["DZ"]) as officer:
        officer.go("cooperation/roadmap")
        officer.page.locator(".frame .picture .mark").first.wait_for()
        assert late
        assert officer.page.locator(".frame .picture .mark.late").count() >= len(late)
        assert officer.page.locator(".names li.step .late").count() >= len(late)


def test_a_contract_shows_what_was_paid_and_delivered_as_both_confirmed_it(browser, lived, contract):
    account = contract["account"]
    assert account["paid_minor"] > 0
    with desk(browser, lived["US"], "fr") as officer:
        officer.go("cooperation/initiatives/radar-spares")
        officer.page.locator(".money dl").wait_for()
        figures = officer.page.locator(".money dl dd bdi").all_inner_texts()
        paid, whole = account["paid_minor"], account["value_minor"]
        assert figures[0] == f"{paid // 100:,}.{paid % 100:02d} USD".replace(",", "\u202f")
        assert figures[1] == f"{round(100 * paid / whole)} %"
        items = {each["id"]: each["quantity"] for each in contract["document"]["items"]}
        table = officer.page.get_by_role("region", name=officer.say("coop-plan-items")).locator("tbody tr")
        first = next(iter(items))
        row = table.first.locator("td").all_inner_texts()
        assert row[1].startswith(str(items[first]))
        assert row[2] == str(account["delivered"][first])


def test_a_calendar_program_reads_by_its_address_until_it_is_ended(browser, lived):
    with desk(browser, lived["DZ"]) as officer:
        officer.go("cooperation/calendar?as=list")
        officer.page.locator(".list li").first.wait_for()
        officer.page.get_by_role("button", name=officer.say("coop-plan-subscribe-make")).click()
        address = officer.page.locator(".address").inner_text().strip()
        # The name that ends in `localhost` is known to the browser alone.
        here = f"http://127.0.0.1:{urlsplit(address).port}{address[address.index(ROOT) :]}"
        program = urllib.request.Request(here, headers={"accept": "text/calendar"})
        assert urllib.request.urlopen(program).read().startswith(b"BEGIN:VCALENDAR")
        officer.page.get_by_role("button", name=officer.say("coop-plan-subscribe-end"), exact=True).last.click()
        officer.page.get_by_text(officer.say("coop-plan-subscribed")).wait_for(state="detached")
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(program)
        assert refused.value.code == 401


def test_the_public_reads_no_amount_that_is_withheld_and_the_page_says_why(browser, lived):
    with desk(browser, lived["DZ"]) as officer:
        officer.go("cooperation/public?show=withheld")
        block = officer.page.locator(".withheld").first
        block.wait_for()
        assert officer.say("coop-withheld-until") in block.inner_text()
        shown = {each["key"]: each for each in lived["DZ"].client.get(f"{PLACE}/sheets?kind=initiative")}
        assert "value" not in shown["initiative/radar-spares"]["public"]


def test_the_overview_names_what_moved_under_the_articles_on_contracts(browser, lived):
    with desk(browser, lived["DZ"]) as officer:
        officer.go("overview")
        row = officer.page.locator("tbody tr", has=officer.page.locator("a", has_text="6.1")).first
        row.wait_for()
        assert officer.say("not-yet") not in row.inner_text()
        groups = officer.page.locator(".groups li")
        groups.first.wait_for()
        assert any("EXAMPLE" in each for each in groups.all_inner_texts())
