"""Papers over the house API of two nodes: the same holder's copy is the same bytes, whoever prints it."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from comity.node.cooperation_papers import languages_of
from comity.node.services.cooperation import give_offices
from tests.api.browsers import Browser
from tests.two_nodes.cooperating import OFFICES, Cooperating, cooperating, said

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
