"""What no record of cooperation lets in or out: texts that cannot be read, and signatures that would change nothing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from comity.cooperation import text_hashes
from comity.ground import ComityError
from comity.ledger import SALT_BYTES, text_entry
from comity.node.cooperation import series_of
from comity.node.pages.inbox import inbox
from comity.node.record import records
from comity.node.services import acts
from comity.node.tabling import open_place
from tests.two_nodes.cooperating import OFFICES, Cooperating, cooperating, said

KEY = "group/wg-sahel"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cooperating]:
    with cooperating(tmp_path_factory.mktemp("shared")) as both:
        both.group()
        yield both


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Cooperating]:
    with cooperating(tmp_path) as both:
        both.group()
        yield both


def tabled_raw(two: Cooperating, document: dict[str, Any]) -> None:
    """Let the partner put any document on the table of the group, as other software might."""
    (known,) = [each for each in inbox_series(two) if each.name == series_of(KEY)]
    parent, number, _ = open_place(known)
    at_ms, salt = two.two.clock(), bytes(SALT_BYTES)
    entry = text_entry(
        series=known.name, parent=parent, round=number, document=document, office="x", at_ms=at_ms, salt=salt
    )
    two.write(two.us, entry)


def inbox_series(two: Cooperating) -> list[Any]:
    return list(records(two.us, two.us.holding(two.agreement_id)).view.series.values())


HOSTILE: list[dict[str, Any]] = [
    {"fields": {"details": "a"}},
    {"fields": {"details": ["a"]}},
    {"fields": {"details": 1, "cadence": None}},
    {"fields": "all"},
    {"fields": {}, "move": {"to": "dissolve"}, "texts": {"en": 1}},
    {"move": "amend", "title": 7},
]


def test_a_text_that_cannot_be_read_is_shown_with_its_flaw_and_hides_no_other(shared: Cooperating) -> None:
    for held in HOSTILE:
        tabled_raw(shared, {"kind": "group", "record": "wg-sahel", **held})
    shared.exchange()
    (waiting,) = inbox(shared.dz, shared.agreement_id)
    assert len(waiting.texts) == len(HOSTILE)
    assert all(each.flaw is not None for each in waiting.texts)
    assert [(each.move, each.differences) for each in waiting.texts] == [(None, ())] * len(HOSTILE)


def test_a_national_point_of_the_agenda_cannot_be_tabled_as_a_text(two: Cooperating) -> None:
    two.propose(two.dz, "meeting", "wg-sahel-1")
    agenda = [{"id": "ours", "title": said("ours alone"), "level": "national"}]
    assert refusal(two, "meeting/wg-sahel-1", "revise", agenda=agenda) == "cooperation.national_in_act"


def test_a_field_that_its_record_keeps_at_home_cannot_be_tabled_as_a_text(two: Cooperating) -> None:
    two.propose(two.dz, "meeting", "wg-sahel-1", visibility={"minutes": "national"})
    code = refusal(two, "meeting/wg-sahel-1", "revise", minutes=said("ours alone"))
    assert code == "cooperation.national_in_act"


def refusal(two: Cooperating, key: str, move: str, **fields: Any) -> str:
    """The code with which the service of texts refuses an act that an office wrote by hand."""
    standing = two.record(two.dz, key).standing
    kind, name = key.split("/")
    document = {
        "schema": "comity/act/1",
        "example": True,
        "kind": kind,
        "record": name,
        "move": move,
        "follows": standing.head,
        "seen": [0, 0],
        "fields": fields,
        "texts": text_hashes({**standing.fields, **fields}),
    }
    with pytest.raises(ComityError) as caught:
        acts.table(two.dz, two.agreement_id, series_of(key), document, office=OFFICES["DZ"], sign=False)
    return caught.value.code
