"""A paper that both seal, a year's tables of transfers, a calendar that asks for its own days, each in a browser."""

import time
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.desk import desk

AGREEMENT = "dz-us-mou-2025"
REGISTER = f"/api/v1/agreements/{AGREEMENT}/cooperation/register/2026"
SEAL = b"/ByteRange"
"""What a signature inside a PDF covers (ISO 32000-2, 12.8.1): one for each seal."""
DAY_MS = 86_400_000
MOST_DAYS = 6 * 7
"""Of the grid of a month."""


class Sealing:
    """What an officer does in the part of a decision where both seal it."""

    def __init__(self, officer):
        self.officer = officer
        officer.go("cooperation/decisions/d-1")
        self.part = officer.page.locator("details.seals")
        self.part.locator("summary").click()
        self.part.locator("select").select_option("DZ")

    def choose(self, file):
        self.part.locator("input[type=file]").set_input_files(file)

    def seal(self, kept):
        """Press the button that seals, and keep what the browser downloads."""
        with self.officer.page.expect_download() as download:
            self.part.locator("button.main").click()
        download.value.save_as(kept)
        return self.part.get_by_role("status").inner_text()

    def check(self):
        self.part.get_by_role("button", name=self.officer.say("coop-seals-check")).click()


def test_a_decision_is_sealed_by_one_then_by_the_other_and_each_checks_the_file(browser, equipped, tmp_path):
    first, both, other = (tmp_path / f"{name}.pdf" for name in ("first", "both", "other"))
    with desk(browser, equipped["DZ"], "fr", "dusk") as ours:
        sealing = Sealing(ours)
        assert ours.say("coop-seals-one") in sealing.seal(first)
        ours.screen("sealed")
        assert not ours.violations()
    with desk(browser, equipped["US"], "ar") as theirs:
        sealing = Sealing(theirs)
        sealing.choose(first)
        assert theirs.say("coop-seals-both") in sealing.seal(both)
        theirs.screen("sealed")
        assert [each.read_bytes().count(SEAL) for each in (first, both)] == [1, 2]
        other.write_bytes(both.read_bytes().replace(b"/Producer", b"/Produced", 1) + b" ")
        sealing.choose(other)
        sealing.check()
        theirs.page.locator("details.seals [role=alert]").wait_for()


@pytest.mark.parametrize(("language", "mode"), [("en", "day"), ("ar", "night")])
def test_both_tables_of_transfers_stand_side_by_side_and_differ_before_either_files(browser, equipped, language, mode):
    with desk(browser, equipped["DZ"], language, mode) as officer:
        page, say = officer.page, officer.say
        officer.go("cooperation/registers?year=2026")
        page.get_by_role("status").filter(has_text=say("coop-register-differing", count=1)).wait_for()
        cells = page.locator("tr.differs td").all_inner_texts()
        assert [cells[1], cells[3], cells[4]] == ["VI", "3", "2"]
        assert cells[0].split() == ["US", "DZ"]
        officer.screen("registers")
        assert not officer.violations()
        for link in (f"{REGISTER}/compared.csv?form=un_register", f"{REGISTER}/table.csv?form=un_register&party=US"):
            with page.expect_download() as download:
                page.locator(f"a[href='{link}']").click()
            assert download.value.path().read_bytes() == equipped["US"].client.read(link)
        page.get_by_role("combobox", name=say("coop-register-form")).select_option("arms_trade_treaty")
        page.get_by_text(say("coop-register-empty")).wait_for()


def test_a_calendar_asks_for_the_days_that_it_shows(browser, equipped):
    with desk(browser, equipped["DZ"]) as officer:
        page, asked = officer.page, []
        page.on("request", lambda request: asked.append(urlsplit(request.url)) if "/dates" in request.url else None)
        before = time.time() * 1000
        officer.go("cooperation/calendar")
        page.locator("main td time").first.wait_for()
        page.get_by_role("button", name=officer.say("coop-plan-month-after")).click()
        page.wait_for_function("() => location.hash.includes('month=')")
        officer.go("cooperation/calendar?as=list")
        page.locator(".list li").first.wait_for()
        months = [parse_qs(each.query) for each in asked]
        spans = [(int(each["from_ms"][0]), int(each["to_ms"][0])) for each in months if "from_ms" in each]
        assert all(to - since <= MOST_DAYS * DAY_MS for since, to in spans)
        assert spans[0][0] <= before + DAY_MS < spans[0][1] + DAY_MS
        assert len({since for since, _ in spans}) == 2
        assert all(each.get("limit") == ["201"] for each in months if "from_ms" not in each)
