"""Sheets: many records with their fields, sums and public face in one answer; nothing of ours alone is in them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.api.browsers import Browser
from tests.two_nodes.cooperating import Cooperating, cooperating, said

PLACE = "/api/v1/agreements/dz-us-mou-2025/cooperation"
SECRET = "what only Algiers knows of it"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cooperating]:
    folder: Path = tmp_path_factory.mktemp("sheets")
    with cooperating(folder) as both:
        both.propose(both.dz, "group", "wg-sahel", level="public", brief=SECRET)
        both.both(both.dz, "group/wg-sahel", "establish")
        both.propose(both.dz, "action", "list-of-courses", level="public")
        both.propose(both.us, "meeting", "wg-sahel-1")
        both.exchange()
        yield both


@pytest.fixture(scope="module")
def browser(two: Cooperating) -> Browser:
    return Browser(two.dz).enter("auditor", ("auditor",))


def sheets(browser: Browser, query: str = "") -> dict[str, Any]:
    return {each["key"]: each for each in browser.get(f"{PLACE}/sheets{query}").json()}


def test_a_sheet_holds_what_both_read_and_when_the_record_entered_each_state(browser: Browser) -> None:
    group = sheets(browser)["group/wg-sahel"]
    assert group["document"]["terms"] == said("terms")
    assert group["state"] == "established"
    assert group["entered"]["proposed"] <= group["entered"]["established"] == group["since_ms"]


def test_what_is_ours_alone_stands_in_no_sheet(browser: Browser) -> None:
    assert SECRET not in browser.get(f"{PLACE}/sheets").text
    assert SECRET in browser.get(f"{PLACE}/records/group/wg-sahel").text


def test_the_public_reads_what_both_signed_and_nothing_that_one_proposed(browser: Browser) -> None:
    found = sheets(browser)
    assert found["group/wg-sahel"]["public"]["terms"] == said("terms")
    assert "owner_office" not in found["group/wg-sahel"]["public"]
    assert found["action/list-of-courses"]["level"] == "public"
    assert found["action/list-of-courses"]["public"] is None
    assert found["meeting/wg-sahel-1"]["public"] is None


def test_only_the_kinds_that_are_asked_for_come_and_a_past_day_knows_nothing_of_today(
    browser: Browser, two: Cooperating
) -> None:
    assert set(sheets(browser, "?kind=meeting&kind=action")) == {"action/list-of-courses", "meeting/wg-sahel-1"}
    proposed_ms = sheets(browser)["group/wg-sahel"]["entered"]["proposed"]
    assert sheets(browser, f"?at_ms={proposed_ms - 1}") == {}
    assert browser.get(f"{PLACE}/sheets?kind=person").status_code == 422


def test_the_overview_counts_what_is_carried_out_under_each_article_and_names_what_moved_last(browser: Browser) -> None:
    rows = {(row["clause"], row["domain"]): row["work"] for row in browser.get("/api/v1/overview").json()["rows"]}
    talks = rows["3.1", None]
    assert talks["open"] == 3
    assert talks["last"]["key"] in sheets(browser)
    assert talks["last"]["at_ms"] == max(each["since_ms"] for each in sheets(browser).values())
    nothing = {"open": 0, "late": 0, "awaiting_us": 0, "awaiting_partner": 0, "last": None}
    assert rows["4.3", "rescue"] == nothing
    table = browser.get("/api/v1/overview.csv").text
    assert "records_open" in table.splitlines()[0]
