"""Two real nodes, one of which is put back to any older state (R7): the partner gives back what was receipted.

The walk draws acts, looks, cut lines, backups and disasters in any order. The reference's model (Spin, ledger.md §3.3)
holds the rules; here the production code, its files and its database walk the same paths.
"""

import shutil
import threading
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from comity.api.partner_port import partner_port
from comity.ground import ComityError, InvalidInput
from comity.ledger import beat_entry, parse_entry
from comity.node import outbox
from comity.node.app import Node, opened
from comity.node.backup import back_up, restore
from comity.node.case_records import case_record
from comity.node.jobs import run_due
from comity.node.partners import check_may_append, enrol, receipt_of, state_of
from comity.node.peers import ask_once, pull
from comity.node.record import records
from comity.node.recovery import adopted, go_on_alone
from comity.node.releasing import case_thing
from comity.node.services import acts, cases, exchange
from tests.two_nodes.test_exchange import CASE, CASE_ID, PURPOSE, sign_decision
from tests.two_nodes.two import WALKS, Cable, Clock, Two, card_of, make_folder, two_nodes

AGREEMENT_ID = "dz-us-mou-2025"
HOSTS = {"DZ": "dz.example", "US": "us.example"}


class Party:
    """One node that can be lost and come back from a backup, with what it ever told anybody."""

    def __init__(self, name: str, folder: Path, cable: Cable, clock: Clock) -> None:
        self.name, self.folder, self.cable, self.clock = name, folder, cable, clock
        self.stack = ExitStack()
        self.backups: list[Path] = []
        self.receipted: list[bytes] = []
        self.agreed: dict[str, list[str]] = {}
        make_folder(folder, name, host=HOSTS[name])
        self.open()

    def open(self) -> None:
        self.node = self.stack.enter_context(opened(self.folder, clock=self.clock, transport=self.cable))
        self.cable.ends[HOSTS[self.name]] = partner_port(self.node)

    def close(self) -> None:
        self.cable.ends.pop(HOSTS[self.name], None)
        self.stack.close()

    @property
    def own(self) -> list[bytes]:
        return list(self.node.holding(AGREEMENT_ID).own.entries())

    @property
    def copy(self) -> list[bytes]:
        return list(self.node.holding(AGREEMENT_ID).copy.entries())


class TwoNodesInTrouble(RuleBasedStateMachine):
    """Acts, looks, cut lines, backups of any age, disasters."""

    compared = 0
    """Walks at whose end both nodes were healed and found whole."""

    def __init__(self) -> None:
        super().__init__()
        self.place = TemporaryDirectory()
        folder = Path(self.place.name)
        self.cable, self.clock, self.count, self.backups_made = Cable(), Clock(), 0, 0
        self.parties = {name: Party(name, folder / name, self.cable, self.clock) for name in HOSTS}
        for name, other in (("DZ", "US"), ("US", "DZ")):
            enrol(self.parties[name].node, card_of(self.parties[other].node, AGREEMENT_ID))

    def teardown(self) -> None:
        try:
            self.heal_and_look()
            self.compare()
        finally:
            for party in self.parties.values():
                party.close()
            self.place.cleanup()

    def compare(self) -> None:
        for party, other in self.pairs():
            assert party.own == other.copy, "both logs are whole on both sides"
            assert party.own[: len(party.receipted)] == party.receipted, "nothing receipted was lost"
            assert len(set(party.own)) == len(party.own), "nothing is there twice"
            check_may_append(party.node, AGREEMENT_ID)
        type(self).compared += 1

    def pairs(self) -> list[tuple[Party, Party]]:
        dz, us = self.parties["DZ"], self.parties["US"]
        return [(dz, us), (us, dz)]

    def heal_and_look(self) -> None:
        self.cable.cut.clear()
        for _ in range(4):
            for party in self.parties.values():
                pull(party.node, AGREEMENT_ID)

    @rule(name=st.sampled_from(sorted(HOSTS)))
    def an_office_acts(self, name: str) -> None:
        node, holding = self.parties[name].node, self.parties[name].node.holding(AGREEMENT_ID)
        self.count += 1
        entry = beat_entry(office="desk", at_ms=self.clock(), salt=self.count.to_bytes(16, "big"))
        try:
            ask_once(node, AGREEMENT_ID)
            check_may_append(node, AGREEMENT_ID)
        except ComityError:
            return
        holding.own.write([entry], sign=holding.sign_head, now_ms=self.clock())

    @rule(name=st.sampled_from(sorted(HOSTS)), series=st.sampled_from(["agreement", "keys"]))
    def an_office_signs(self, name: str, series: str) -> None:
        try:
            acts.table(self.parties[name].node, AGREEMENT_ID, series, None, office="ministry", sign=True)
        except ComityError:
            return

    @rule(name=st.sampled_from(sorted(HOSTS)))
    def a_node_looks(self, name: str) -> None:
        pull(self.parties[name].node, AGREEMENT_ID)

    @rule(name=st.sampled_from(sorted(HOSTS)))
    def a_line_is_cut(self, name: str) -> None:
        self.cable.cut.add(HOSTS[name])

    @rule()
    def the_lines_are_mended(self) -> None:
        self.cable.cut.clear()

    @rule(name=st.sampled_from(sorted(HOSTS)))
    def a_backup_is_made(self, name: str) -> None:
        party = self.parties[name]
        self.backups_made += 1
        file = party.folder.with_name(f"{name}-{self.backups_made}.backup")
        back_up(party.folder, file, clock=self.clock)
        party.backups.append(file)

    def may_be_lost(self) -> list[Party]:
        """Parties with a backup, whose partner is awake and still has what it gave receipt of."""
        return [
            party
            for party, other in self.pairs()
            if party.backups and AGREEMENT_ID not in other.node.unasked and len(other.copy) >= len(party.receipted)
        ]

    @precondition(lambda self: self.may_be_lost())
    @rule(data=st.data())
    def a_node_is_lost_and_put_back(self, data: st.DataObject) -> None:
        party = data.draw(st.sampled_from(self.may_be_lost()))
        place = data.draw(st.integers(0, len(party.backups) - 1))
        # Later ones go with the disk: what they hold beyond the receipts is given up now, and signed otherwise later.
        file, party.backups = party.backups[place], party.backups[: place + 1]
        party.close()
        shutil.rmtree(party.folder)
        restore(file, party.folder, clock=self.clock)
        party.stack = ExitStack()
        party.open()

    @invariant()
    def what_a_node_was_given_receipt_of_stays_with_the_partner_or_comes_back(self) -> None:
        for party, other in self.pairs():
            receipt = receipt_of(party.node, AGREEMENT_ID)
            own = party.own
            if receipt is not None and receipt.size > len(party.receipted):
                party.receipted = own[: receipt.size]
            assert own[: len(party.receipted)] == party.receipted[: len(own)], "a log never changes its past"
            copy = other.copy
            shorter = min(len(own), len(copy))
            assert own[:shorter] == copy[:shorter], "no honest node ever contradicts itself"

    @invariant()
    def nothing_is_stopped_and_what_is_agreed_stays_agreed(self) -> None:
        for party, _ in self.pairs():
            for direction in ("in", "out"):
                state = state_of(party.node, AGREEMENT_ID, direction)
                assert state is None or state.state != "frozen"
            found = records(party.node, party.node.holding(AGREEMENT_ID))
            for name, series in found.agreed.series.items():
                chain = [text.hash for text in series.in_force]
                known = party.agreed.get(name, [])
                assert chain[: len(known)] == known[: len(chain)], "an agreed text is never another one"
                if AGREEMENT_ID not in party.node.unasked:
                    assert len(chain) >= len(known), "what both agreed is reported again once the node has asked"
                    party.agreed[name] = chain


def test_whatever_is_lost_the_partner_gives_back_what_was_receipted() -> None:
    run_state_machine_as_test(
        TwoNodesInTrouble,
        settings=settings(
            max_examples=WALKS,
            stateful_step_count=25,
            deadline=None,
            phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a step is a real database: no shrinking
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert TwoNodesInTrouble.compared >= WALKS


@pytest.fixture
def two(tmp_path: Path):
    with two_nodes(tmp_path) as both:
        both.sign_memorandum()
        sign_decision(both)
        cases.open_case(both.dz, CASE)
        yield both


def restored(two: Two, tmp_path: Path, *, after: Any = None) -> Any:
    """Algeria's node from a backup, taken before `after` was done and received."""
    back_up(tmp_path / "DZ", tmp_path / "dz.backup", clock=two.clock)
    if after is not None:
        after()
        two.exchange()
    restore(tmp_path / "dz.backup", tmp_path / "again", clock=two.clock)
    return opened(tmp_path / "again", clock=two.clock, transport=two.cable)


def sign_keys(node: Node) -> None:
    acts.table(node, AGREEMENT_ID, "keys", None, office="ministry", sign=True)


def test_a_restored_node_takes_back_what_it_lacks_and_signs_again(two: Two, tmp_path: Path) -> None:
    with restored(two, tmp_path, after=lambda: sign_keys(two.dz)) as node:
        holding = node.holding(AGREEMENT_ID)
        before = holding.own.size
        assert pull(node, AGREEMENT_ID)
        assert list(holding.own.entries()) == list(two.dz.holding(AGREEMENT_ID).own.entries())
        assert adopted(node, AGREEMENT_ID) == holding.own.size - before > 0
        assert acts.state(node, AGREEMENT_ID, "keys").standing == "awaiting_partner"
        sign_keys(node)  # the same signature again changes nothing
        assert holding.own.size == two.dz.holding(AGREEMENT_ID).own.size


def test_a_restored_node_publishes_nothing_before_it_has_asked(two: Two, tmp_path: Path) -> None:
    two.cable.cut.add("us.example")
    with restored(two, tmp_path) as node:
        log = node.layout.log(AGREEMENT_ID, "own")
        assert not pull(node, AGREEMENT_ID)
        assert not (log / "checkpoint").exists()
        two.cable.cut.clear()
        assert pull(node, AGREEMENT_ID)
        assert (log / "checkpoint").read_bytes() == two.dz.holding(AGREEMENT_ID).own.head()


def test_a_content_that_was_lost_comes_back_from_the_partner(two: Two, tmp_path: Path) -> None:
    def alert() -> None:
        exchange.send(
            two.dz, AGREEMENT_ID, case_thing(case_record(two.dz, CASE_ID)), purpose=PURPOSE, office="MRCC Alger"
        )
        two.exchange()
        assert run_due(two.us, "receive", threading.Event()) == 1

    with restored(two, tmp_path, after=alert) as node:
        (moved,) = [each for each in exchange.moved(two.dz, AGREEMENT_ID) if each.direction == "out"]
        path = node.layout.blob(AGREEMENT_ID, moved.manifest.blob.removeprefix("sha256:"))
        assert not path.exists()
        assert pull(node, AGREEMENT_ID)
        assert run_due(node, "refetch", threading.Event()) == 1
        job = outbox.latest(node, "refetch", f"{AGREEMENT_ID}/{moved.position}")
        assert job is not None
        assert job.state == "done"
        assert path.read_bytes() == two.dz.layout.blob(AGREEMENT_ID, path.name).read_bytes()


def test_a_partner_whose_copy_of_our_record_was_altered_gives_nothing_back_and_nothing_is_signed(
    two: Two, tmp_path: Path
) -> None:
    with restored(two, tmp_path, after=lambda: sign_keys(two.dz)) as node:
        size = node.holding(AGREEMENT_ID).own.size
        bundles = two.us.layout.log(AGREEMENT_ID, "partner") / "tile" / "entries"
        path = bundles / "000.p" / str(two.dz.holding(AGREEMENT_ID).own.size)
        data = bytearray(path.read_bytes())
        data[-1] ^= 1
        path.write_bytes(data)
        assert not pull(node, AGREEMENT_ID)
        with pytest.raises(ComityError) as caught:
            sign_keys(node)
        assert caught.value.code == "node.partner_holds_more"
        assert node.holding(AGREEMENT_ID).own.size == size
        data[-1] ^= 1
        path.write_bytes(data)
        assert pull(node, AGREEMENT_ID)


def test_two_nodes_that_were_both_put_back_do_not_wait_for_each_other_for_ever(two: Two, tmp_path: Path) -> None:
    for name in HOSTS:
        back_up(tmp_path / name, tmp_path / f"{name}.backup", clock=two.clock)
        restore(tmp_path / f"{name}.backup", tmp_path / f"{name}-again", clock=two.clock)
    with ExitStack() as stack:
        nodes = {}
        for name, host in HOSTS.items():
            folder = tmp_path / f"{name}-again"
            nodes[name] = stack.enter_context(opened(folder, clock=two.clock, transport=two.cable))
            two.cable.ends[host] = partner_port(nodes[name])
        for _ in range(2):
            for node in nodes.values():
                pull(node, AGREEMENT_ID)
        for node in nodes.values():
            check_may_append(node, AGREEMENT_ID)


def test_a_partner_that_never_answers_leaves_the_decision_to_an_officer(two: Two, tmp_path: Path) -> None:
    two.cable.cut.add("us.example")
    with restored(two, tmp_path) as node:
        with pytest.raises(InvalidInput) as caught:
            go_on_alone(node, AGREEMENT_ID, office="ministry")
        assert caught.value.code == "node.ask_first"
        pull(node, AGREEMENT_ID)
        go_on_alone(node, AGREEMENT_ID, office="ministry")
        sign_keys(node)
        with pytest.raises(InvalidInput) as caught:
            go_on_alone(node, AGREEMENT_ID, office="ministry")
        assert caught.value.code == "node.nothing_to_decide"
    with opened(tmp_path / "again", clock=two.clock, transport=two.cable) as node:
        sign_keys(node)  # the decision holds after another start
        two.cable.cut.clear()
        assert pull(node, AGREEMENT_ID)


def test_whoever_went_on_alone_against_what_the_partner_holds_is_told_so_with_proof(two: Two, tmp_path: Path) -> None:
    with restored(two, tmp_path, after=lambda: sign_keys(two.dz)) as node:
        two.cable.cut.add("us.example")
        pull(node, AGREEMENT_ID)
        go_on_alone(node, AGREEMENT_ID, office="ministry")
        acts.table(node, AGREEMENT_ID, "keys", None, office="another desk", sign=True)
        two.cable.cut.clear()
        pull(node, AGREEMENT_ID)
        state = state_of(node, AGREEMENT_ID, "out")
        assert state is not None
        assert state.state == "frozen"
        assert state.reason is not None
        assert state.reason.code == "node.receipt_of_another_record"


def test_an_ordinary_copy_of_the_folder_recovers_in_the_same_way(two: Two, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    shutil.copytree(tmp_path / "DZ", kept, ignore=shutil.ignore_patterns("node.lock", "node.sock"))
    sign_keys(two.dz)
    two.exchange()
    with opened(kept, clock=two.clock, transport=two.cable) as node:
        assert pull(node, AGREEMENT_ID)
        assert list(node.holding(AGREEMENT_ID).own.entries()) == list(two.dz.holding(AGREEMENT_ID).own.entries())
        assert all(parse_entry(each) is not None for each in node.holding(AGREEMENT_ID).own.entries())
