"""What no record of cooperation lets in or out: texts that cannot be read, and signatures that would change nothing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from comity.ledger import SALT_BYTES, text_entry
from comity.node.cooperation import series_of
from comity.node.pages.inbox import inbox
from comity.node.record import records
from comity.node.tabling import open_place
from tests.two_nodes.cooperating import Cooperating, cooperating

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
    for said in HOSTILE:
        tabled_raw(shared, {"kind": "group", "record": "wg-sahel", **said})
    shared.exchange()
    (waiting,) = inbox(shared.dz, shared.agreement_id)
    assert len(waiting.texts) == len(HOSTILE)
    assert all(each.flaw is not None for each in waiting.texts)
    assert [(each.move, each.differences) for each in waiting.texts] == [(None, ())] * len(HOSTILE)
