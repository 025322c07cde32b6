"""Papers over the house API of two nodes: the same holder's copy is the same bytes, whoever prints it."""

import io
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, reset_tzpath

import pytest
from pypdf import PdfReader

from comity.files.paper import Minutes, MinutesItem
from comity.node import cooperation_replay
from comity.node.cooperation import Reading, books
from comity.node.cooperation_originals import languages_of
from comity.node.cooperation_papers import paper
from comity.node.cooperation_replay import replayed
from comity.node.cooperation_reports import report
from comity.node.services.cooperation import give_offices
from tests.api.browsers import Browser
from tests.two_nodes.cooperating import MS_PER_DAY, OFFICES, Cooperating, cooperating, said
from tests.two_nodes.two import START_MS

BASE = "/api/v1/agreements/dz-us-mou-2025/cooperation"
MEETING = f"{BASE}/records/meeting/wg-sahel-1/paper"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cooperating]:
    """A meeting with signed minutes, a decision from it and an action from that."""
    with cooperating(tmp_path_factory.mktemp("nodes")) as both:
        both.group()
        key = "meeting/wg-sahel-1"
        both.propose(both.dz, "meeting", "wg-sahel-1")
        both.both(both.dz, key, "agree")
        both.make(both.dz, key, "start")
        both.make(both.dz, key, "close")
        both.propose(both.dz, "decision", "d-1", from_meeting="wg-sahel-1")
        both.both(both.dz, "decision/d-1", "adopt")
        both.propose(both.us, "action", "list", from_decision="d-1")
        both.make(both.dz, key, "draft_minutes", minutes=said("both spoke of the exercise"))
        both.exchange()
        both.both(both.us, key, "agree_minutes")
        yield both


def meeting_with_minutes(both: Cooperating) -> str:
    """A meeting that both held, with minutes that one of them drafted."""
    key = "meeting/wg-sahel-1"
    both.group()
    sat = [{"party": party, "offices": [office]} for party, office in OFFICES.items()]
    both.propose(both.dz, "meeting", "wg-sahel-1", delegations=sat)
    both.both(both.dz, key, "agree")
    both.make(both.dz, key, "start")
    both.make(both.dz, key, "close")
    both.make(both.dz, key, "draft_minutes", minutes=said("both spoke"))
    both.exchange()
    return key


@pytest.fixture(scope="module")
def desks(two: Cooperating) -> list[Browser]:
    return [Browser(two.dz).enter("desk"), Browser(two.us).enter("desk")]


@pytest.mark.parametrize(
    "path",
    [
        f"{MEETING}/agenda.pdf?holder=DZ",
        f"{MEETING}/minutes.pdf?holder=US",
        f"{MEETING}/minutes.docx?holder=DZ",
        f"{BASE}/records/decision/d-1/paper/decision.pdf?holder=DZ",
        f"{BASE}/report/2026.pdf?language=fr&holder=DZ",
        f"{BASE}/roadmap.png",
    ],
)
def test_the_same_paper_is_the_same_bytes_on_both_nodes(desks: list[Browser], path: str) -> None:
    made = [desk.get(path) for desk in desks]
    assert [each.status_code for each in made] == [200, 200], made[0].text[:300]
    assert made[0].content == made[1].content


def read(data: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def test_minutes_name_the_decision_and_the_action_that_came_of_the_meeting(desks: list[Browser]) -> None:
    text = read(desks[0].get(f"{MEETING}/minutes.pdf?languages=DZ:fr,US:en").content)
    for word in ("EXAMPLE: both spoke of the exercise", "d-1", "list", "EXEMPLE"):
        assert word in text


def test_both_originals_of_a_paper_are_made_from_one_reading_of_the_acts(
    desks: list[Browser], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []

    def noted(reading: Reading) -> Iterator[Any]:
        read.append(reading)
        return replayed(reading)

    monkeypatch.setattr(cooperation_replay, "replayed", noted)
    for holder in ("DZ", "US"):
        for name in ("minutes", "agenda"):
            desks[0].get(f"{MEETING}/{name}.docx?holder={holder}")
    assert len(read) <= 2, "once for the act of each paper"


def test_what_one_party_alone_asks_of_the_other_is_late_in_no_report_and_said_so_in_the_minutes(tmp_path: Path) -> None:
    with cooperating(tmp_path) as two:
        key = meeting_with_minutes(two)
        two.propose(two.dz, "decision", "d-1", from_meeting="wg-sahel-1")
        two.both(two.dz, "decision/d-1", "adopt")
        asked = {"owner_party": "DZ", "owner_office": OFFICES["DZ"], "due_ms": START_MS}
        two.propose(two.us, "action", "list", from_decision="d-1", **asked)
        two.exchange()
        two.make(two.dz, key, "draft_minutes", minutes=said("both spoke again"))
        two.exchange()
        two.both(two.us, key, "agree_minutes")
        found = books(two.dz, two.dz.holding(two.agreement_id))
        made, _ = paper(found, found.agreed.standings[key], "minutes", holder="DZ")
        assert isinstance(made, Minutes)
        minutes = [each.owner.en for item in made.items if isinstance(item, MinutesItem) for each in item.actions]
        (obligation,) = report(found.framework, found.agreed, 2026, holder="DZ")[0].obligations
    assert len(minutes) == 1
    assert all(each.endswith("asked by the other party alone") for each in (*minutes, obligation.owner.en))
    assert obligation.state(date(9999, 12, 31)) == "open"


def test_the_report_says_what_was_decided_and_what_is_still_open(desks: list[Browser]) -> None:
    text = read(desks[0].get(f"{BASE}/report/2026.pdf?languages=DZ:fr,US:en").content)
    assert "EXAMPLE: d-1" in text
    assert "0 done, 1 open, 0 late" in text.replace("\u2066", "").replace("\u2069", "")


def test_nothing_that_one_party_does_later_changes_signed_minutes(tmp_path: Path) -> None:
    with cooperating(tmp_path) as both:
        key = meeting_with_minutes(both)
        both.propose(both.dz, "decision", "before", from_meeting="wg-sahel-1")
        both.both(both.dz, "decision/before", "adopt")
        both.propose(both.us, "decision", "alone", from_meeting="wg-sahel-1")
        both.both(both.dz, key, "agree_minutes")
        both.both(both.dz, key, "sign_minutes")
        desks = [Browser(each).enter("desk") for each in (both.dz, both.us)]
        path = f"{MEETING}/minutes.pdf?holder=DZ&languages=DZ:fr,US:en"
        signed = desks[0].get(path).content
        assert "before" in read(signed)
        assert "alone" not in read(signed)
        both.propose(both.us, "decision", "later", from_meeting="wg-sahel-1")
        both.propose(both.us, "action", "later", from_decision="before")
        list_given(both)
        both.exchange()
        both.both(both.us, "group/wg-sahel", "amend", title=said("renamed"))
        both.both(both.us, "decision/alone", "adopt")
        assert [desk.get(path).content == signed for desk in desks] == [True, True]


def list_given(both: Cooperating) -> None:
    """US gives a list of its offices, with other titles."""
    listed = {
        "id": OFFICES["US"],
        "title": said("retitled"),
        "roles": ["approver"],
        "since_ms": 0,
    }
    give_offices(both.us, both.agreement_id, [listed], office=OFFICES["US"])


def test_there_is_no_original_of_what_one_party_alone_has_said(tmp_path: Path) -> None:
    with cooperating(tmp_path) as both:
        key = meeting_with_minutes(both)
        both.propose(both.dz, "decision", "alone", from_meeting="wg-sahel-1")
        both.propose(both.dz, "meeting", "next")
        both.exchange()
        desk = Browser(both.us).enter("desk")
        records = f"{BASE}/records"
        for path in ("meeting/next/paper/agenda", f"{key}/paper/minutes", "decision/alone/paper/decision"):
            assert desk.get(f"{records}/{path}.pdf").json()["code"] == "node.paper_not_signed", path
        both.both(both.dz, key, "agree_minutes")
        assert desk.get(f"{MEETING}/minutes.pdf").status_code == 200
        both.both(both.us, key, "reopen_minutes")
        assert desk.get(f"{MEETING}/minutes.pdf").json()["code"] == "node.paper_not_signed"


def test_a_year_that_no_calendar_has_takes_no_paper_down(tmp_path: Path) -> None:
    with cooperating(tmp_path) as both:
        both.group()
        both.propose(both.us, "action", "never", due_ms=2**53 - 1)
        both.propose(both.us, "decision", "never", review_ms=2**53 - 1)
        both.exchange()
        both.both(both.us, "decision/never", "adopt")
        desk = Browser(both.dz).enter("desk")
        for path in ("roadmap.png", "report/2026.pdf", "records/decision/never/paper/decision.pdf"):
            assert desk.get(f"{BASE}/{path}").status_code == 200, path


def test_a_paper_that_there_is_not_is_refused(desks: list[Browser]) -> None:
    for path, code in (
        (f"{MEETING}/decision.pdf", "node.no_such_paper"),
        (f"{BASE}/records/meeting/none/paper/agenda.pdf", "node.no_such_record"),
        (f"{MEETING}/agenda.pdf?holder=FR", "cooperation.no_such_holder"),
        (f"{MEETING}/agenda.pdf?languages=DZ:fr,FR:en", "cooperation.no_such_holder"),
        (f"{MEETING}/agenda.pdf?languages=DZ:fr,US:fr", "files.paper_in_one_language"),
        (f"{MEETING}/agenda.pdf?languages=DZ", "api.malformed_request"),
    ):
        assert desks[0].get(path).json()["code"] == code, path


def test_each_party_writes_the_languages_that_are_official_in_its_territory() -> None:
    assert languages_of(("DZ", "US")) == {"DZ": ("ar", "fr"), "US": ("en",)}


@pytest.mark.parametrize("parties", [("DZ", "TN"), ("FR", "ML"), ("GB", "US"), ("CN", "JP"), ("CA", "FR")])
def test_no_party_is_left_without_a_language_and_none_is_given_to_both(parties: tuple[str, str]) -> None:
    first, second = languages_of(parties).values()
    assert first
    assert second
    assert not set(first) & set(second)


def test_a_paper_bears_who_may_read_it(tmp_path: Path) -> None:
    with cooperating(tmp_path) as both:
        both.propose(both.dz, "group", "wg-sahel", level="public")
        both.both(both.dz, "group/wg-sahel", "establish")
        released = {"text": "public", "review_ms": "public"}
        for name, visibility in (("open", released), ("in-part", {"text": "public"})):
            both.propose(both.dz, "decision", name, level="public", visibility=visibility)
            both.both(both.dz, f"decision/{name}", "adopt")
        desk = Browser(both.us).enter("desk")
        marks = {"open": "Public", "in-part": "For both parties only"}
        for name, mark in marks.items():
            path = f"{BASE}/records/decision/{name}/paper/decision.pdf?languages=DZ:fr,US:en"
            assert mark in read(desk.get(path).content), name


def test_papers_of_a_past_instant_are_those_of_that_day(tmp_path: Path) -> None:
    with cooperating(tmp_path) as both:
        both.group()
        both.propose(both.dz, "decision", "d-1")
        early_ms = both.dz.clock()
        both.both(both.dz, "decision/d-1", "adopt")
        desks = [Browser(each).enter("desk") for each in (both.dz, both.us)]
        paths = (f"{BASE}/records/decision/d-1/paper/decision.pdf?", f"{BASE}/report/2026.pdf?", f"{BASE}/roadmap.png?")
        signed_ms = both.dz.clock()
        before = [desks[0].get(f"{path}holder=DZ").content for path in paths]
        both.propose(both.dz, "action", "later")
        both.make(both.dz, "decision/d-1", "take_effect")
        both.make(both.dz, "decision/d-1", "review")
        both.exchange()
        both.both(both.us, "decision/d-1", "renew", review_ms=START_MS + 800 * MS_PER_DAY)
        for path, was in zip(paths, before, strict=True):
            past = [desk.get(f"{path}holder=DZ&at_ms={signed_ms}").content for desk in desks]
            assert past == [was, was], path
            assert desks[0].get(f"{path}holder=DZ").content != was, path
        refused = desks[0].get(f"{paths[0]}at_ms={early_ms}")
        assert refused.json()["code"] == "node.paper_not_signed"


def test_a_paper_says_with_what_it_was_printed_and_is_printed_with_nothing_else(desks: list[Browser]) -> None:
    path = f"{MEETING}/agenda.pdf"
    first = desks[0].get(path)
    printed_with = first.headers["x-comity-printed-with"]
    for name in ("typst", "babel", "tzdata"):
        assert f"{name}/" in printed_with
    assert desks[1].get(path, params={"printed_with": printed_with, "holder": "DZ"}).content == first.content
    other = desks[1].get(path, params={"printed_with": printed_with.replace("typst/", "typst/9")})
    assert other.json()["code"] == "api.printed_with_others"


def test_the_machine_s_own_time_zones_change_no_paper(desks: list[Browser], tmp_path: Path) -> None:
    before = desks[0].get(f"{MEETING}/agenda.pdf").content
    (tmp_path / "Africa").mkdir()
    (tmp_path / "Africa" / "Algiers").write_bytes(
        (Path(str(files("tzdata"))) / "zoneinfo" / "Asia" / "Tokyo").read_bytes()
    )
    reset_tzpath([tmp_path])
    ZoneInfo.clear_cache()
    try:
        assert ZoneInfo("Africa/Algiers").utcoffset(datetime(2026, 1, 1)) == timedelta(hours=9), "the machine is wrong"
        assert desks[0].get(f"{MEETING}/agenda.pdf").content == before
    finally:
        reset_tzpath()
        ZoneInfo.clear_cache()
