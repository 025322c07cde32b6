"""What a file holds enters our record: earlier treaties one after the other, days of a calendar, each once."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from comity.cli.cooperation_entering import propose
from comity.cli.house_port import whole_list
from comity.files.standards.calendar_reading import read_calendar
from comity.files.standards.calendar_records import named_records
from comity.files.standards.treaties import Treaty, read_treaties, write_treaties
from comity.files.standards.treaty_records import documents_of
from comity.ground import ComityError, InvalidInput
from comity.node.app import Node
from comity.node.services.cooperation import Proposal, propose_all
from comity.node.store import NATIONAL_FIELD
from tests.api.browsers import Browser
from tests.two_nodes.cooperating import EXAMPLES, OFFICES, Cooperating, cooperating, said

BASE = "/api/v1/agreements/dz-us-mou-2025/cooperation"
OLD = Treaty("EX 1/1990", "EXAMPLE: on visits", parties=("DZ", "US"), signed=date(1990, 3, 1))
NEW = Treaty("EX 2/2005", "EXAMPLE: on visits and training", signed=date(2005, 6, 2), references=("EX 1/1990",))
BESIDES = {"clause_refs": ["3.1"], "about": ["group/wg-sahel"], "level": "public"}


class Desk:
    """An office that is signed in, as a command speaks to it."""

    def __init__(self, node: Node) -> None:
        self._browser = Browser(node).enter(OFFICES[node.party])

    def get(self, path: str) -> Any:
        return self._browser.get(path).json()

    def post(self, path: str, body: Mapping[str, Any] | None = None) -> Any:
        answer = self._browser.post(path, json=body)
        assert answer.status_code == 201, answer.text
        return answer.json()

    def read(self, path: str) -> bytes:
        return bytes(self._browser.get(path).content)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cooperating]:
    with cooperating(tmp_path_factory.mktemp("nodes")) as both:
        both.group()
        yield both


def enter(node: Node, found: Mapping[str, Mapping[str, Any]], besides: Mapping[str, Any]) -> int:
    proposals = {key: {**besides, **fields} for key, fields in found.items()}
    return propose(Desk(node), f"{BASE}/records", proposals, OFFICES[node.party])


def test_earlier_treaties_enter_our_record_each_once_and_the_partner_reads_what_replaces_what(two: Cooperating) -> None:
    read = read_treaties(write_treaties([OLD, NEW])).treaties
    found = {f"document/{name}": fields for name, fields in documents_of(read).items()}
    assert enter(two.dz, found, BESIDES) == 2
    assert enter(two.dz, found, BESIDES) == 0, "a second run finds them there"
    two.exchange()
    shown = Desk(two.us).get(f"{BASE}/records/document/treaty-ex-2-2005")["document"]
    assert (shown["supersedes"], shown["on"]) == ("treaty-ex-1-1990", "2005-06-02")
    assert shown["title"] == dict.fromkeys(("ar", "en", "fr"), NEW.title)
    assert two.same()


def test_what_is_there_is_found_in_every_part_of_a_long_list(two: Cooperating) -> None:
    names = [f"document/treaty-ex-{number}" for number in range(3)]
    found = {name: {"title": said("old"), "document_kind": "earlier_instrument", "on": "1990-03-01"} for name in names}
    assert enter(two.us, found, BESIDES) == 3
    desk = Desk(two.us)
    assert propose(desk, f"{BASE}/records", {key: {**BESIDES, **found[key]} for key in names}, "x", at_once=2) == 0
    whole = whole_list(desk, f"{BASE}/records", {"kind": "document"}, "key", at_once=2)
    assert [each["key"] for each in whole if each["key"] in found] == names


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ({"level": "national"}, "agreement.breaks_schema"),
        ({"about": ["group/nobody"]}, "cooperation.unknown_reference"),
    ],
)
def test_a_refusal_in_the_middle_leaves_the_log_as_it_was(two: Cooperating, broken: dict[str, Any], code: str) -> None:
    old = {"title": said("old"), "document_kind": "earlier_instrument", "on": "1990-03-01", **BESIDES}
    name = code.rpartition(".")[2].replace("_", "-")
    tasks = {f"{name}-{place}": old | (broken if place == 1 else {}) for place in range(3)}
    proposals = [Proposal("document", each, fields) for each, fields in tasks.items()]
    holding = two.dz.holding(two.agreement_id)
    before = holding.own.size, national_rows(two)
    with pytest.raises(ComityError) as refused:
        propose_all(two.dz, two.agreement_id, proposals, office=OFFICES["DZ"])
    assert refused.value.code == code
    assert (holding.own.size, national_rows(two)) == before
    sound = [replace(each, fields=old) for each in proposals]
    propose_all(two.dz, two.agreement_id, sound, office=OFFICES["DZ"])
    assert holding.own.size == before[0] + 3


def national_rows(two: Cooperating) -> int:
    with two.dz.store.reading() as connection:
        return len(connection.execute(select(NATIONAL_FIELD.c.change)).all())


def test_days_of_a_calendar_enter_as_meetings(two: Cooperating, tmp_path: Path) -> None:
    two.propose(two.us, "meeting", "wg-sahel-1")
    two.exchange()
    data = Desk(two.us).read(f"{BASE}/calendar.ics?group=wg-sahel")
    besides = {"clause_refs": ["3.1"], **{name: EXAMPLES["meeting"][name] for name in ("group", "number", "agenda")}}
    known = named_records(read_calendar(data).entries).fields
    assert enter(two.dz, known, besides) == 0, "the meeting is there under its own name"
    moved = data.replace(b"meeting/wg-sahel-1", b"meeting/wg-sahel-9")
    found = named_records(read_calendar(moved).entries).fields
    assert enter(two.dz, {key: each for key, each in found.items() if key not in known}, besides) == 1
    two.exchange()
    here, there = (Desk(two.us).get(f"{BASE}/records/meeting/wg-sahel-{name}")["document"] for name in (1, 9))
    for name in ("starts_ms", "ends_ms", "time_zone", "title", "place"):
        assert here[name] == there[name], name


@pytest.mark.parametrize("row", [Treaty("EX 3", "EXAMPLE: no day"), Treaty("EX 1-1990", "EXAMPLE", signed=OLD.signed)])
def test_a_row_without_a_day_or_a_name_of_its_own_enters_nothing(row: Treaty) -> None:
    with pytest.raises(InvalidInput) as found:
        documents_of([OLD, row])
    assert found.value.code == "files.treaty_no_document"


def component(uid: str, *lines: str, name: str = "VEVENT") -> str:
    due = "DTSTART" if name == "VEVENT" else "DUE"
    inside = (f"UID:{uid}", f"{due}:20270122T090000Z", "SUMMARY:EXAMPLE", *lines)
    return "\r\n".join((f"BEGIN:{name}", *inside, f"END:{name}\r\n"))


def test_what_is_off_done_or_repeated_and_days_of_other_records_are_left_out_and_counted() -> None:
    components = (
        component("kept"),
        component("off", "STATUS:CANCELLED"),
        component("done", "STATUS:COMPLETED", name="VTODO"),
        component("done-that-day", "COMPLETED:20270101T090000Z", name="VTODO"),
        component("dropped", "STATUS:CANCELLED", name="VTODO"),
        component("weekly", "RRULE:FREQ=WEEKLY"),
        component("decision/d1/review", name="VTODO"),
        component("decision/d2/review", name="VTODO"),
        component("initiative/x/m1", name="VTODO"),
        component("action/a1", name="VTODO"),
    )
    data = "".join(("BEGIN:VCALENDAR\r\n", *components, "END:VCALENDAR\r\n")).encode()
    found = named_records(read_calendar(data).entries)
    assert list(found.fields) == ["meeting/kept", "action/a1"]
    assert found.left_out == {
        "VEVENT STATUS:CANCELLED": 1,
        "VTODO STATUS:COMPLETED": 2,
        "VTODO STATUS:CANCELLED": 1,
        "VEVENT RRULE": 1,
        "VTODO UID:decision/…": 2,
        "VTODO UID:initiative/…": 1,
    }
