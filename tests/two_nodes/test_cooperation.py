"""What both agree under the memorandum, through the services of two real nodes: one signature waits, two decide."""

from collections.abc import Iterator
from pathlib import Path

import pytest

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
