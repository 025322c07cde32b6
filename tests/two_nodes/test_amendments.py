"""An amendment signed by both changes what leaves, on both nodes; what was sent before stays; crossings are borne."""

import threading
from collections.abc import Callable
from contextlib import ExitStack
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from comity.agreement import draft_amendment
from comity.exchange import Released
from comity.ground import InvalidInput, Refused
from comity.node.app import Node, opened
from comity.node.case_records import case_record
from comity.node.jobs import run_due
from comity.node.partners import state_of
from comity.node.peers import pull
from comity.node.record import at_work, records
from comity.node.releasing import case_thing
from comity.node.services import acts, cases, exchange
from tests.two_nodes.test_exchange import CASE, CASE_ID, PURPOSE, sign_decision
from tests.two_nodes.two import WALKS, Two, decision, two_nodes

TITLE = {"ar": "مثال", "en": "EXAMPLE: second version", "fr": "EXEMPLE : deuxième version"}
COARSE = "4.3/sar-live"


@pytest.fixture
def two(tmp_path: Path):
    """Both have signed the memorandum and put clause 4.3 to work; Algeria has a case open."""
    with two_nodes(tmp_path) as both:
        both.sign_memorandum()
        sign_decision(both)
        cases.open_case(both.dz, CASE)
        yield both


def amended(node: Node, agreement_id: str, change: Callable[[dict[str, Any]], None], *, day: str = "2026-01-01"):
    parent = node.holding(agreement_id).in_force.newest.document
    after = deepcopy(dict(parent))
    change(after)
    return draft_amendment(parent, after, title=TITLE, in_force=day)


def coarser(grid_mdeg: int) -> Callable[[dict[str, Any]], None]:
    def change(document: dict[str, Any]) -> None:
        (found,) = [each for each in document["rules"] if each["id"] == COARSE]
        found["grid_mdeg"] = grid_mdeg

    return change


def without_clause(number: str) -> Callable[[dict[str, Any]], None]:
    def change(document: dict[str, Any]) -> None:
        document["clauses"] = [each for each in document["clauses"] if each["id"] != number]
        document["rules"] = [each for each in document["rules"] if each["clause"] != number]

    return change


def sign(node: Node, agreement_id: str, document: dict[str, Any]) -> acts.SeriesState:
    return acts.table(node, agreement_id, "agreement", document, office="ministry", sign=True)


def agree(two: Two, document: dict[str, Any]) -> None:
    for node in (two.dz, two.us):
        sign(node, two.agreement_id, document)
        two.exchange()


def hashes(two: Two) -> list[str]:
    return [node.holding(two.agreement_id).hash for node in (two.dz, two.us)]


def send(two: Two) -> exchange.Answer:
    return exchange.send(
        two.dz, two.agreement_id, case_thing(case_record(two.dz, CASE_ID)), purpose=PURPOSE, office="rescue centre"
    )


def received(two: Two) -> list[str]:
    run_due(two.us, "receive", threading.Event())
    return [each.state for each in exchange.moved(two.us, two.agreement_id) if each.direction == "in"]


def test_an_amendment_signed_by_one_changes_nothing_and_signed_by_both_it_is_in_force_on_both(two: Two) -> None:
    document, original = amended(two.dz, two.agreement_id, coarser(100)), hashes(two)
    assert sign(two.dz, two.agreement_id, document).standing == "awaiting_partner"
    two.exchange()
    assert hashes(two) == original
    sign(two.us, two.agreement_id, document)
    two.exchange()
    assert hashes(two) == [document["result"]] * 2
    assert acts.state(two.dz, two.agreement_id, "agreement").standing == "agreed"
    held = two.dz.holding(two.agreement_id).in_force.agreed
    assert [each.hash for each in held] == [original[0], document["result"]]


def test_what_leaves_follows_the_version_in_force_and_names_it(two: Two) -> None:
    assert isinstance(send(two).decision, Released)
    agree(two, amended(two.dz, two.agreement_id, coarser(1000)))
    after = send(two).decision
    assert isinstance(after, Released)
    assert after.rule.grid_mdeg == 1000
    sent = [each.manifest.agreement for each in exchange.moved(two.dz, two.agreement_id)]
    held = two.dz.holding(two.agreement_id).in_force.agreed
    assert sent == [each.hash for each in held]


def test_an_amendment_for_a_later_day_waits_for_its_day(two: Two) -> None:
    document = amended(two.dz, two.agreement_id, coarser(100), day="2026-10-01")
    agree(two, document)
    assert document["result"] not in hashes(two)
    two.clock.now_ms += 30 * 86_400_000
    assert hashes(two) == [document["result"]] * 2


def test_a_clause_taken_out_lets_nothing_out_and_leaves_the_other_decisions_alone(two: Two) -> None:
    agree(two, amended(two.dz, two.agreement_id, without_clause("4.3")))
    with pytest.raises(Refused):
        send(two)
    found = records(two.dz, two.dz.holding(two.agreement_id))
    assert found.agreed.in_force("agreement")[0].hash == two.dz.holding(two.agreement_id).in_force.original.hash


def test_a_decision_on_two_clauses_goes_on_for_the_one_that_stays(tmp_path: Path) -> None:
    with two_nodes(tmp_path) as both:
        both.sign_memorandum()
        effects = [{"kind": "put_clause_to_work", "clause": each} for each in ("4.2", "4.3")]
        document = {**decision(), "effects": effects}
        for node in (both.dz, both.us):
            acts.table(node, both.agreement_id, f"decision/{document['id']}", document, office="group", sign=True)
        both.exchange()
        agree(both, amended(both.dz, both.agreement_id, without_clause("4.2")))
        holding = both.dz.holding(both.agreement_id)
        working = at_work(records(both.dz, holding).agreed, holding)
        assert "4.3" in working
        assert "4.2" not in working


def test_what_was_sent_under_the_earlier_version_arrives_after_the_amendment(two: Two) -> None:
    document = amended(two.dz, two.agreement_id, coarser(100))
    sign(two.dz, two.agreement_id, document)
    two.exchange()
    sign(two.us, two.agreement_id, document)
    assert isinstance(send(two).decision, Released)  # Algeria has not seen the second signature yet
    two.exchange()
    assert hashes(two) == [document["result"]] * 2
    assert received(two) == ["received"]


def test_a_partner_without_the_receipt_takes_what_comes_under_the_new_version(two: Two) -> None:
    """The United States signed last; Algeria knows before them that both logs hold both signatures."""
    document, original = amended(two.dz, two.agreement_id, coarser(100)), hashes(two)[0]
    sign(two.dz, two.agreement_id, document)
    two.exchange()
    sign(two.us, two.agreement_id, document)
    pull(two.dz, two.agreement_id)
    assert hashes(two) == [document["result"], original]
    send(two)
    two.cable.twist = lambda request, answer: (
        type(answer)(404) if "/mirror/" in request.url.path and request.url.host == "dz.example" else answer
    )
    pull(two.us, two.agreement_id)
    assert hashes(two) == [document["result"], original]
    assert received(two) == ["received"]
    two.cable.twist = None
    pull(two.us, two.agreement_id)
    assert hashes(two) == [document["result"]] * 2


def test_two_amendments_that_cross_are_both_void_and_the_next_one_is_proposed_in_turn(two: Two) -> None:
    sign(two.dz, two.agreement_id, amended(two.dz, two.agreement_id, coarser(100)))
    sign(two.us, two.agreement_id, amended(two.us, two.agreement_id, coarser(200)))
    two.exchange()
    for node in (two.dz, two.us):
        state = acts.state(node, two.agreement_id, "agreement")
        assert (state.standing, [each.outcome for each in state.versions]) == ("agreed", ["force", "void"])
    third = amended(two.dz, two.agreement_id, coarser(300))
    with pytest.raises(InvalidInput) as caught:
        sign(two.us, two.agreement_id, third)
    assert caught.value.code == "node.not_our_turn"
    agree(two, third)
    assert hashes(two) == [third["result"]] * 2


def test_an_amendment_of_another_version_is_not_signed(two: Two) -> None:
    first, second = (amended(two.dz, two.agreement_id, coarser(grid)) for grid in (100, 200))
    agree(two, first)
    with pytest.raises(InvalidInput) as caught:
        sign(two.dz, two.agreement_id, second)
    assert caught.value.code == "agreement.amendment_of_another"


def test_a_node_that_starts_again_knows_the_version_in_force(tmp_path: Path) -> None:
    with two_nodes(tmp_path) as both:
        both.sign_memorandum()
        document = amended(both.dz, both.agreement_id, coarser(100))
        agree(both, document)
        now_ms = both.clock.now_ms
    with opened(tmp_path / "DZ", clock=lambda: now_ms) as node:
        assert node.holding(both.agreement_id).hash == document["result"]


def refusal(act: Callable[[], object]) -> str | None:
    """Do an act and return the code of its refusal, if it was refused."""
    try:
        act()
    except InvalidInput as error:
        return error.code
    return None


class Amending(RuleBasedStateMachine):
    """Both propose, sign, send and look at each other in any order, and no order breaks anything."""

    def __init__(self) -> None:
        super().__init__()
        self._world = ExitStack()
        folder = Path(self._world.enter_context(TemporaryDirectory()))
        self.two = self._world.enter_context(two_nodes(folder))
        self.two.sign_memorandum()
        sign_decision(self.two)
        cases.open_case(self.two.dz, CASE)
        self.grid, self.seen = 0, [1, 1]

    def _versions(self, node: Node) -> list[str]:
        return [each.hash for each in node.holding(self.two.agreement_id).in_force.agreed]

    @rule(party=st.sampled_from(["dz", "us"]))
    def propose(self, party: str) -> None:
        node = getattr(self.two, party)
        self.grid = self.grid % 900 + 1
        document = amended(node, self.two.agreement_id, coarser(self.grid))
        refused = refusal(lambda: sign(node, self.two.agreement_id, document))
        assert refused in (None, "node.not_our_turn", "node.already_signed")

    @rule(party=st.sampled_from(["dz", "us"]), said=st.booleans())
    def answer(self, party: str, said: bool) -> None:
        node = getattr(self.two, party)
        tabled = acts.state(node, self.two.agreement_id, "agreement").tabled
        if tabled:
            choice = tabled[-1].hash if said else None
            refused = refusal(lambda: acts.sign(node, self.two.agreement_id, "agreement", choice, office="ministry"))
            assert refused in (None, "node.already_signed")

    @rule()
    def send_a_case(self) -> None:
        send(self.two)

    @rule(party=st.sampled_from(["dz", "us"]))
    def look(self, party: str) -> None:
        node = getattr(self.two, party)
        pull(node, self.two.agreement_id)
        run_due(node, "receive", threading.Event())

    @invariant()
    def versions_only_become_more_and_are_the_same_on_both(self) -> None:
        found = [self._versions(node) for node in (self.two.dz, self.two.us)]
        short, long = sorted(found, key=len)
        assert long[: len(short)] == short
        assert [len(each) for each in found] >= self.seen
        self.seen = [len(each) for each in found]

    @invariant()
    def nothing_that_arrived_is_refused_and_no_direction_stops(self) -> None:
        for node in (self.two.dz, self.two.us):
            state = state_of(node, self.two.agreement_id, "in")
            assert state is None or state.state == "following"

    def teardown(self) -> None:
        try:
            self.two.exchange(3)
            run_due(self.two.us, "receive", threading.Event())
            states = {each.state for each in exchange.moved(self.two.us, self.two.agreement_id)}
            assert states <= {"received"}
        finally:
            self._world.close()


TestAnyOrder = Amending.TestCase
TestAnyOrder.settings = settings(max_examples=WALKS, stateful_step_count=16, deadline=None)
