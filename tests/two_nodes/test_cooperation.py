"""What both agree under the memorandum, through the services of two real nodes: one signature waits, two decide."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from comity.node.pages.inbox import inbox
from comity.node.pages.today import due
from tests.two_nodes.cooperating import Cooperating, cooperating


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Cooperating]:
    with cooperating(tmp_path) as both:
        yield both


def test_a_group_signed_by_one_waits_and_signed_by_both_is_established(two: Cooperating) -> None:
    two.propose(two.dz, "group", "wg-sahel")
    tabled = two.make(two.dz, "group/wg-sahel", "establish", sign=True)
    assert tabled.standing.state == "proposed"
    assert tabled.waiting is not None
    assert tabled.waiting.act.move == "establish"
    two.exchange()
    for node in (two.dz, two.us):
        assert two.state(node, "group/wg-sahel") == "proposed"
    two.sign(two.us, "group/wg-sahel")
    two.exchange()
    for node in (two.dz, two.us):
        assert two.state(node, "group/wg-sahel") == "established"
    assert two.same()


def test_the_inbox_says_which_record_which_move_and_what_it_changes(two: Cooperating) -> None:
    two.group()
    two.make(two.us, "group/wg-sahel", "amend", sign=True, cadence="P6M")
    two.exchange()
    (waiting,) = inbox(two.dz, two.agreement_id)
    (text,) = waiting.texts
    assert (waiting.standing, text.flaw) == ("awaiting_us", None)
    assert text.move is not None
    assert (text.move.key, text.move.move, text.move.to) == ("group/wg-sahel", "amend", "established")
    assert [(each.path, each.before, each.after) for each in text.differences[0].fields] == [("cadence", "P3M", "P6M")]
    assert [each.title for each in due(two.dz)] == [text.move.title]
