"""Titles of offices on two nodes: each party says its own in its log; what is read after is read in three languages."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from comity.ground import InvalidInput
from comity.ledger import SALT_BYTES, message_entry
from comity.node import cooperation_given
from comity.node.cooperation import books
from comity.node.cooperation_given import OFFICE_TITLES, given
from comity.node.public_pages import public_issue
from comity.node.services.cooperation import give_office_titles, give_offices
from comity.node.services.reminders import digests_of, text_of
from tests.api.browsers import Browser
from tests.two_nodes.cooperating import OFFICES, Cooperating, cooperating, said
from tests.two_nodes.test_cooperation_papers import meeting_with_minutes

BASE = "/api/v1/agreements/dz-us-mou-2025/cooperation"
MINUTES = f"{BASE}/records/meeting/wg-sahel-1/paper/minutes"
DESK = {"ar": "مثال: مكتب الجزائر", "en": "EXAMPLE: the Algiers desk", "fr": "EXEMPLE : le bureau d’Alger"}
NORFOLK = {"ar": "مثال: مكتب نورفولك", "en": "EXAMPLE: the Norfolk desk", "fr": "EXEMPLE : le bureau de Norfolk"}


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Cooperating]:
    with cooperating(tmp_path / "nodes") as both:
        yield both


def give(two: Cooperating, party: str = "DZ", title: dict[str, str] = DESK, office: str | None = None) -> None:
    node = two.dz if party == "DZ" else two.us
    named = {"office": office or OFFICES[party], "title": title}
    give_office_titles(node, two.agreement_id, [named], office=OFFICES[party])


def write(two: Cooperating, *documents: Any) -> None:
    """Put messages into the American log, as other software might, and let Algeria read them."""
    at_ms, salt = two.us.clock(), bytes(SALT_BYTES)
    for each in documents:
        two.write(two.us, message_entry(document=each, office="norfolk-desk", at_ms=at_ms, salt=salt))
    two.exchange()


def document(party: str, *titles: dict[str, Any], **changes: Any) -> dict[str, Any]:
    named = {"schema": OFFICE_TITLES, "example": True, "agreement": "dz-us-mou-2025", "party": party}
    return {**named, "titles": list(titles), **changes}


def called(two: Cooperating, party: str, office: str) -> list[str | None]:
    """What both nodes call an office in French, as far as both durably hold it."""
    found = [books(each, each.holding(two.agreement_id)).titles.title(party, office) for each in (two.dz, two.us)]
    return [None if each is None else each.fr for each in found]


def read(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).split())


def test_both_nodes_call_an_office_what_its_party_says(two: Cooperating) -> None:
    assert called(two, "DZ", "algiers-desk") == [None, None]
    give(two)
    assert called(two, "DZ", "algiers-desk") == [None, None], "the partner has not received it"
    two.exchange()
    assert called(two, "DZ", "algiers-desk") == [DESK["fr"]] * 2
    assert called(two, "US", "algiers-desk") == [None, None], "of the same name, another party's"
    desks = [Browser(each).enter("desk") for each in (two.dz, two.us)]
    (shown,), again = (each.get(f"{BASE}/office-titles").json() for each in desks)
    assert [shown] == again
    assert (shown["party"], shown["office"], shown["title"]) == ("DZ", "algiers-desk", DESK)


def test_a_party_gives_no_title_to_an_office_of_the_other(two: Cooperating) -> None:
    write(two, document("DZ", {"office": "algiers-desk", "title": NORFOLK}))
    assert called(two, "DZ", "algiers-desk") == [None, None]
    assert called(two, "US", "algiers-desk") == [None, None]


def test_titles_say_nothing_of_who_may_sign(two: Cooperating) -> None:
    give(two, office="another-desk")
    two.exchange()
    two.group()
    assert two.state(two.us, "group/wg-sahel") == "established"
    assert two.same()


def test_a_title_changes_only_what_is_read_after_it(two: Cooperating) -> None:
    key = meeting_with_minutes(two)
    two.both(two.dz, key, "agree_minutes")
    desk = Browser(two.us).enter("desk")
    path = f"{MINUTES}.pdf?holder=DZ&languages=DZ:ar%2Bfr,US:en"
    before = desk.get(path).content
    give(two)
    give(two, "US", NORFOLK)
    two.exchange()
    assert desk.get(path).content == before, "what both signed keeps what it said"
    assert OFFICES["DZ"] in read(before)
    two.both(two.dz, key, "sign_minutes")
    signed = [Browser(each).enter("desk").get(path).content for each in (two.dz, two.us)]
    assert signed[0] == signed[1], "the same bytes on both nodes"
    text = read(signed[0])
    for each in (DESK["fr"], DESK["en"], NORFOLK["fr"], NORFOLK["en"]):
        assert each in text
    assert not [each for each in OFFICES.values() if each in text]
    give(two, title={**DESK, "fr": "EXEMPLE : un autre nom"})
    two.exchange()
    assert desk.get(path).content == signed[0]
    assert called(two, "DZ", "algiers-desk") == ["EXEMPLE : un autre nom"] * 2


def test_an_arabic_paper_holds_the_arabic_title_and_no_english_one(two: Cooperating) -> None:
    give(two)
    give(two, "US", NORFOLK)
    two.exchange()
    two.both(two.dz, meeting_with_minutes(two), "agree_minutes")
    desk = Browser(two.dz).enter("desk")
    data = desk.get(f"{MINUTES}.docx?holder=DZ&languages=DZ:ar,US:fr").content
    import zipfile  # a DOCX keeps the letters of Arabic as they were written; a PDF their shapes

    text = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    for title in (DESK, NORFOLK):
        assert title["ar"].removeprefix("مثال: ") in text
        assert title["en"] not in text


def test_the_list_of_offices_gives_titles_too_and_the_newest_counts(two: Cooperating) -> None:
    listed = {"id": "algiers-desk", "title": said("listed"), "roles": ["approver"], "since_ms": 0}
    give_offices(two.dz, two.agreement_id, [listed], office="algiers-desk")
    two.exchange()
    assert called(two, "DZ", "algiers-desk") == [said("listed")["fr"]] * 2
    give(two)
    two.exchange()
    assert called(two, "DZ", "algiers-desk") == [DESK["fr"]] * 2


def test_reminders_and_public_pages_are_in_the_reader_s_words(two: Cooperating) -> None:
    give(two)
    two.exchange()
    released = {"owner_office": "public", "co_chairs": "public"}
    two.propose(two.dz, "group", "wg-sahel", level="public", visibility=released)
    two.both(two.dz, "group/wg-sahel", "establish")
    holding = two.dz.holding(two.agreement_id)
    two.propose(two.dz, "action", "list", due_ms=two.dz.clock() + 86_400_000)
    two.exchange()
    (digest,) = digests_of(two.dz, holding)
    text = text_of(two.dz, holding, digest)
    assert all(title in text for title in DESK.values())
    assert "algiers-desk" not in text
    pages = public_issue(two.us, two.agreement_id)
    assert pages == public_issue(two.dz, two.agreement_id)
    for language, title in DESK.items():
        page = pages[f"{language}/group-wg-sahel.html"].decode()
        assert title.split(" ", 1)[1].removeprefix(": ") in page.replace("\u00a0", " ")
        assert "algiers-desk" not in page


def test_what_cannot_be_read_or_is_too_much_is_passed_over(two: Cooperating, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cooperation_given, "TITLES_KEPT_MOST", 3)
    one, other, third = ({"office": f"desk-{number}", "title": NORFOLK} for number in range(3))
    write(
        two,
        document("US", one, schema=["comity/office-titles/1"]),
        document("US", {**one, "title": {**NORFOLK, "fr": "a\u202eb"}}),
        document("US", one, other),
        document("US", one, third),
        document("US", third),
    )
    theirs = given(two.dz.holding(two.agreement_id))[1]
    assert [each.office for each in theirs.titles(theirs.size)] == ["desk-0", "desk-1", "desk-2"]
    with pytest.raises(InvalidInput) as refused:
        give(two, "US", NORFOLK, "desk-3")
    assert refused.value.code == "node.given_too_often"
    size = two.us.holding(two.agreement_id).own.size
    give(two, "US", NORFOLK, "desk-1")
    assert two.us.holding(two.agreement_id).own.size == size, "what is called so already is not said again"


def test_only_an_approver_gives_titles_and_a_bad_one_is_refused(two: Cooperating) -> None:
    body = {"titles": [{"office": "algiers-desk", "title": DESK}]}
    auditor = Browser(two.dz).enter("auditor", roles=("auditor",))
    assert auditor.post(f"{BASE}/office-titles", json=body).status_code == 403
    desk = Browser(two.dz).enter("desk")
    bad = {"titles": [{"office": "algiers-desk", "title": {**DESK, "en": "a\u0007b"}}]}
    assert desk.post(f"{BASE}/office-titles", json=bad).json()["code"] == "agreement.office_title_does_not_fit"
    (shown,) = desk.post(f"{BASE}/office-titles", json=body).json()
    assert shown["title"] == DESK


def test_an_audit_and_a_calendar_name_the_office_in_the_reader_s_words(two: Cooperating) -> None:
    give(two)
    two.exchange()
    desk = Browser(two.us).enter("desk")
    calendar = desk.get(f"{BASE}/calendar.ics?office=algiers-desk", headers={"accept-language": "fr"}).text
    assert f"X-WR-CALNAME:dz-us-mou-2025 · {DESK['fr']}" in calendar.replace("\r\n ", "")
