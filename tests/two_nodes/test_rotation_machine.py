"""Two real nodes whose keys change while acts, looks, cut lines, backups of any age and disasters come in any order.

The seeds are kept apart, as an operator keeps them: a node that is put back gets the newest copy of its keys.
"""

import shutil
from collections.abc import Callable
from contextlib import ExitStack, suppress

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from comity.ground import ComityError
from comity.node.app import Node
from comity.node.backup import restore
from comity.node.partners import Direction, state_of
from comity.node.peers import ask_once, pull
from comity.node.services import acts, keys
from tests.two_nodes.test_recovery import AGREEMENT_ID, HOSTS, Party, TwoNodesInTrouble
from tests.two_nodes.two import WALKS

OFFICE = "security office"
DIRECTIONS: tuple[Direction, Direction] = ("in", "out")


def sign_the_annex(node: Node) -> None:
    ask_once(node, AGREEMENT_ID)
    for text in acts.state(node, AGREEMENT_ID, "keys").tabled[:1]:
        acts.sign(node, AGREEMENT_ID, "keys", text.hash, office=OFFICE)


class KeysInTrouble(TwoNodesInTrouble):
    """Everything that the parent does, and keys that are drawn, agreed and retired."""

    compared = 0

    def __init__(self) -> None:
        super().__init__()
        for series in ("agreement", "keys"):
            for party in self.parties.values():
                acts.table(party.node, AGREEMENT_ID, series, None, office=OFFICE, sign=True)
                self.everybody_looks_twice()

    @rule(name=st.sampled_from(sorted(HOSTS)), first=st.integers(0, 6), count=st.integers(1, 8))
    def a_change_of_keys_goes_some_way(self, name: str, first: int, count: int) -> None:
        party, other = next(pair for pair in self.pairs() if pair[0].name == name)
        steps: list[Callable[[], object]] = [
            lambda: keys.draw(party.node),
            lambda: acts.table(party.node, AGREEMENT_ID, "keys", None, office=OFFICE, sign=True),
            lambda: pull(other.node, AGREEMENT_ID),
            lambda: sign_the_annex(other.node),
            lambda: pull(party.node, AGREEMENT_ID),
            lambda: pull(other.node, AGREEMENT_ID),
            lambda: pull(party.node, AGREEMENT_ID),
            lambda: keys.retire(party.node),
        ]
        for step in steps[first : first + count]:
            with suppress(ComityError):
                step()

    @rule()
    def everybody_looks_twice(self) -> None:
        for _ in range(2):
            for party in self.parties.values():
                pull(party.node, AGREEMENT_ID)

    @rule(name=st.sampled_from(sorted(HOSTS)))
    def a_node_is_stopped_and_started(self, name: str) -> None:
        party = self.parties[name]
        party.close()
        party.stack = ExitStack()
        party.open()

    @precondition(lambda self: self.may_be_lost())
    @rule(data=st.data())
    def a_node_is_lost_and_put_back(self, data: st.DataObject) -> None:
        party: Party = data.draw(st.sampled_from(self.may_be_lost()))
        place = data.draw(st.integers(0, len(party.backups) - 1))
        file, party.backups = party.backups[place], party.backups[: place + 1]  # as the parent: later ones are lost too
        party.close()
        kept = party.folder.with_name(f"{party.name}-keys")
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(party.folder / "keys", kept)
        shutil.rmtree(party.folder)
        restore(file, party.folder, keys=kept, clock=self.clock)
        party.stack = ExitStack()
        party.open()

    def compare(self) -> None:
        super().compare()
        for party, other in self.pairs():
            own = party.node.holding(AGREEMENT_ID).keys.own
            assert own == other.node.holding(AGREEMENT_ID).keys.partner
            for direction in DIRECTIONS:
                state = state_of(party.node, AGREEMENT_ID, direction)
                assert state is not None
                assert state.state == "following", (party.name, direction, state.reason)

    def heal_and_look(self) -> None:
        for _ in range(3):  # a change of keys ends only after a few looks, each of which may write
            super().heal_and_look()


def test_whatever_is_lost_while_keys_change_both_go_on_and_nothing_receipted_is_lost() -> None:
    run_state_machine_as_test(
        KeysInTrouble,
        settings=settings(
            max_examples=WALKS,
            stateful_step_count=40,
            deadline=None,
            phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a step is a real database: no shrinking
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert KeysInTrouble.compared >= WALKS
