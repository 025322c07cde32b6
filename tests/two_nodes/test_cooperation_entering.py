"""What a file holds enters our record: earlier treaties one after the other, days of a calendar, each once."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from comity.cli.cooperation_entering import propose
from comity.files.standards.calendar_reading import read_calendar
from comity.files.standards.calendar_records import named_records
from comity.files.standards.treaties import Treaty, read_treaties, write_treaties
from comity.files.standards.treaty_records import documents_of
from comity.ground import InvalidInput
from comity.node.app import Node
from tests.api.browsers import Browser
from tests.two_nodes.cooperating import EXAMPLES, OFFICES, Cooperating, cooperating

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


def test_days_of_a_calendar_enter_as_meetings(two: Cooperating, tmp_path: Path) -> None:
    two.propose(two.us, "meeting", "wg-sahel-1")
    two.exchange()
    data = Desk(two.us).read(f"{BASE}/calendar.ics?group=wg-sahel")
    besides = {"clause_refs": ["3.1"], **{name: EXAMPLES["meeting"][name] for name in ("group", "number", "agenda")}}
    known = named_records(read_calendar(data).entries)
    assert enter(two.dz, known, besides) == 0, "the meeting is there under its own name"
    moved = data.replace(b"meeting/wg-sahel-1", b"meeting/wg-sahel-9")
    found = named_records(read_calendar(moved).entries)
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
