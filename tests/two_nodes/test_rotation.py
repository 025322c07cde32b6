"""One party replaces its keys while both nodes go on: the old key vouches for the new one, and then signs no more."""

import pytest

from comity.ledger import SALT_BYTES, beat_entry, open_any
from comity.node.app import Node
from comity.node.partners import state_of
from comity.node.peers import pull
from comity.node.services import acts, keys
from tests.two_nodes.two import Two, two_nodes

OFFICE = "EXAMPLE: security office"


@pytest.fixture
def two(tmp_path):
    with two_nodes(tmp_path) as made:
        made.sign_memorandum()
        sign_keys(made)
        yield made


def sign_keys(two: Two) -> None:
    """Agree the annex that DZ proposes: first that of the cards, later the one with its drawn keys."""
    for node in (two.dz, two.us):
        propose(node, two.agreement_id) if node is two.dz else sign_what_lies_there(node, two.agreement_id)
        two.exchange(1)
    two.exchange(1)


def propose(node: Node, agreement_id: str) -> None:
    acts.table(node, agreement_id, "keys", None, office=OFFICE, sign=True)


def sign_what_lies_there(node: Node, agreement_id: str) -> None:
    (text,) = acts.state(node, agreement_id, "keys").tabled
    acts.sign(node, agreement_id, "keys", text.hash, office=OFFICE)


def beat(node: Node, agreement_id: str) -> None:
    holding = node.holding(agreement_id)
    entry = beat_entry(office="desk", at_ms=node.clock(), salt=node.random(SALT_BYTES))
    holding.own.write([entry], sign=holding.sign_head, now_ms=node.clock())


def signers(node: Node, agreement_id: str, note: bytes | None) -> list[int]:
    """Return which of a node's own log keys, in order, signed a note."""
    assert note is not None
    logs = node.holding(agreement_id).keys.known_logs
    return sorted(logs.index(each.verifier) for each in open_any(note, logs).signatures)


def head_signers(two: Two) -> list[int]:
    return signers(two.dz, two.agreement_id, two.dz.holding(two.agreement_id).own.head())


def follows(node: Node, agreement_id: str) -> bool:
    states = [state_of(node, agreement_id, direction) for direction in ("in", "out")]
    return all(state is not None and state.state == "following" for state in states)


def test_the_old_key_signs_alone_then_both_then_the_new_one_alone(two: Two) -> None:
    assert head_signers(two) == [0]
    keys.draw(two.dz)
    assert keys.states(two.dz).agreements[0].stage == "to_agree"
    beat(two.dz, two.agreement_id)
    assert head_signers(two) == [0], "drawn keys sign nothing"
    propose(two.dz, two.agreement_id)
    two.exchange(1)
    sign_what_lies_there(two.us, two.agreement_id)
    pull(two.dz, two.agreement_id)
    assert keys.states(two.dz).agreements[0].stage == "overlap"
    assert head_signers(two) == [0, 1], "a head by both, without waiting for an act"
    pull(two.us, two.agreement_id)
    beat(two.dz, two.agreement_id)
    assert head_signers(two) == [0, 1], "the partner's receipt is not here yet"
    pull(two.dz, two.agreement_id)
    assert keys.states(two.dz).agreements[0].stage == "passed"
    beat(two.dz, two.agreement_id)
    assert head_signers(two) == [1]
    two.exchange()
    assert follows(two.us, two.agreement_id)
    assert follows(two.dz, two.agreement_id)
    assert two.us.holding(two.agreement_id).copy.size == two.dz.holding(two.agreement_id).own.size
