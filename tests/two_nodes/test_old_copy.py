"""Ask before you write (R7): a node on an older copy signs nothing before its partner has answered."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from comity.ground import InvalidInput
from comity.node.app import Node, opened
from comity.node.case_records import case_record
from comity.node.peers import pull
from comity.node.releasing import case_thing
from comity.node.services import acts, cases, exchange
from tests.two_nodes.test_exchange import CASE, CASE_ID, PURPOSE, sign_decision
from tests.two_nodes.two import Two, two_nodes

AGREEMENT_ID = "dz-us-mou-2025"


def sign_keys(node: Node) -> None:
    acts.table(node, AGREEMENT_ID, "keys", None, office="ministry", sign=True)


@contextmanager
def started_again(two: Two, folder: Path) -> Iterator[Node]:
    """Algeria's node on another folder, with the same cable to the partner."""
    with opened(folder, clock=two.clock, transport=two.cable) as node:
        yield node


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with two_nodes(tmp_path) as both:
        both.sign_memorandum()
        sign_decision(both)
        cases.open_case(both.dz, CASE)
        yield both


@pytest.fixture
def copy(two: Two, tmp_path: Path) -> Path:
    """The whole folder of Algeria's node, kept before its last act."""
    kept = tmp_path / "kept"
    shutil.copytree(tmp_path / "DZ", kept, ignore=shutil.ignore_patterns("node.lock", "node.sock"))
    sign_keys(two.dz)
    two.exchange()
    return kept


def test_an_old_copy_takes_back_what_the_partner_holds_before_it_signs(two: Two, copy: Path) -> None:
    newest = list(two.dz.holding(AGREEMENT_ID).own.entries())
    with started_again(two, copy) as node:
        assert node.holding(AGREEMENT_ID).own.size < len(newest)
        sign_keys(node)  # asks first, and finds that this was signed already
        assert list(node.holding(AGREEMENT_ID).own.entries()) == newest
        exchange.send(node, AGREEMENT_ID, case_thing(case_record(node, CASE_ID)), purpose=PURPOSE, office="MRCC Alger")
        assert list(node.holding(AGREEMENT_ID).own.entries())[:-1] == newest


def test_while_the_partner_cannot_be_asked_nothing_is_signed_or_sent(two: Two, copy: Path) -> None:
    two.cable.cut.add("us.example")
    with started_again(two, copy) as node:
        size = node.holding(AGREEMENT_ID).own.size
        for act in (
            lambda: sign_keys(node),
            lambda: acts.sign(node, AGREEMENT_ID, "agreement", None, office="ministry"),
            lambda: exchange.send(
                node, AGREEMENT_ID, case_thing(case_record(node, CASE_ID)), purpose=PURPOSE, office="MRCC Alger"
            ),
        ):
            with pytest.raises(InvalidInput) as refused:
                act()
            assert refused.value.code == "node.partner_not_asked"
        assert node.holding(AGREEMENT_ID).own.size == size
        assert not list(node.layout.blob(AGREEMENT_ID, "0" * 64).parent.glob("*"))


def test_a_node_that_only_stopped_signs_again_once_the_partner_has_answered(two: Two, tmp_path: Path) -> None:
    stopped = tmp_path / "stopped"
    shutil.copytree(tmp_path / "DZ", stopped, ignore=shutil.ignore_patterns("node.lock", "node.sock"))
    with started_again(two, stopped) as node:
        sign_keys(node)
        two.cable.cut.add("us.example")
        assert not pull(node, AGREEMENT_ID)
        acts.sign(
            node, AGREEMENT_ID, "agreement", acts.state(node, AGREEMENT_ID, "agreement").agreed[0].hash, office="m"
        )
        assert acts.state(node, AGREEMENT_ID, "keys").standing == "awaiting_partner"
