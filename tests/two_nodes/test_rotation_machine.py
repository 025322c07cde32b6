"""Two real nodes whose keys change while acts, looks, cut lines, backups of any age and disasters come in any order.

The seeds are kept apart, as an operator keeps them: a node that is put back gets the newest copy of its keys.
"""

import shutil
from contextlib import ExitStack, suppress

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from comity.ground import ComityError
from comity.node.backup import restore
from comity.node.peers import ask_once, pull
from comity.node.services import acts, keys
from tests.two_nodes.test_recovery import AGREEMENT_ID, HOSTS, Party, TwoNodesInTrouble

OFFICE = "security office"


class KeysInTrouble(TwoNodesInTrouble):
    """Everything that the parent does, and keys that are drawn, agreed and retired."""

    @rule(name=st.sampled_from(sorted(HOSTS)))
    def keys_are_drawn_and_proposed(self, name: str) -> None:
        node = self.parties[name].node
        with suppress(ComityError):
            keys.draw(node)
        with suppress(ComityError):
            acts.table(node, AGREEMENT_ID, "keys", None, office=OFFICE, sign=True)

    @rule(name=st.sampled_from(sorted(HOSTS)))
    def an_annex_on_the_table_is_signed(self, name: str) -> None:
        node = self.parties[name].node
        with suppress(ComityError):
            ask_once(node, AGREEMENT_ID)
            for text in acts.state(node, AGREEMENT_ID, "keys").tabled[:1]:
                acts.sign(node, AGREEMENT_ID, "keys", text.hash, office=OFFICE)

    @rule(name=st.sampled_from(sorted(HOSTS)))
    def old_keys_are_retired(self, name: str) -> None:
        with suppress(ComityError):
            keys.retire(self.parties[name].node)

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
        file = data.draw(st.sampled_from(party.backups))
        party.close()
        kept = party.folder.with_name(f"{party.name}-keys")
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(party.folder / "keys", kept)
        shutil.rmtree(party.folder)
        restore(file, party.folder, keys=kept, clock=self.clock)
        party.stack = ExitStack()
        party.open()

    def heal_and_look(self) -> None:
        for _ in range(3):  # a change of keys ends only after a few looks, each of which may write
            super().heal_and_look()


def test_whatever_is_lost_while_keys_change_both_go_on_and_nothing_receipted_is_lost() -> None:
    run_state_machine_as_test(
        KeysInTrouble,
        settings=settings(
            max_examples=8,
            stateful_step_count=40,
            deadline=None,
            phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a step is a real database: no shrinking
            suppress_health_check=list(HealthCheck),
        ),
    )
