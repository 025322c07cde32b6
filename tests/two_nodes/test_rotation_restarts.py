"""A change of keys that is broken off: stopped at any stage, crashed at any write, put back from a backup of any age.

What holds then follows from the record, the receipts and the seeds that lie there; nothing else is kept.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import orjson
import pytest
from sqlalchemy import delete, event, func, select

from comity.api.partner_port import partner_port
from comity.files import folder_reader
from comity.ground import ComityError, InvalidInput
from comity.ledger import (
    SALT_BYTES,
    LogKeys,
    Verifier,
    beat_entry,
    fetch_head,
    is_bridge,
    open_any,
    open_note,
    reached,
    read_head,
    read_keys,
    signer_ids,
    verify_log,
)
from comity.node import couriers, entries, rotation
from comity.node.app import Node, opened
from comity.node.backup import back_up, restore
from comity.node.birth import init_node
from comity.node.doctor import examine
from comity.node.entries import Which
from comity.node.pages.health import health
from comity.node.partners import check_may_append, enrol, receipt_of, state_of
from comity.node.peers import pull
from comity.node.services import acts, keys
from comity.node.store import LOG_RECEIPT
from tests.node.test_crashes import Countdown, Crash
from tests.two_nodes.test_recovery import AGREEMENT_ID, HOSTS
from tests.two_nodes.test_three_agreements import NAMES, document_of
from tests.two_nodes.two import Cable, Clock, card_of, make_folder

OFFICE = "security office"
WHICH: tuple[Which, Which] = ("own", "partner")
EVERY = 1 if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else 3
"""A crash at every write in the soak; every day at every third, of which each second one falls after the write."""
STEPS = ("fsync", "replace", "rename", "link", "unlink")


class Pair:
    """Both nodes; each may be stopped and started, or replaced by another folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.cable, self.clock = folder, Cable(), Clock()
        self.stacks: dict[str, ExitStack] = {}
        self.nodes: dict[str, Node] = {}
        for name, host in HOSTS.items():
            if not (folder / name).exists():
                make_folder(folder / name, name, host=host)
            self.start(name)

    @property
    def dz(self) -> Node:
        return self.nodes["DZ"]

    @property
    def us(self) -> Node:
        return self.nodes["US"]

    def start(self, name: str) -> None:
        self.stacks[name] = ExitStack()
        node = opened(self.folder / name, clock=self.clock, transport=self.cable)
        self.nodes[name] = self.stacks[name].enter_context(node)
        self.cable.ends[HOSTS[name]] = partner_port(self.nodes[name])

    def stop(self, name: str) -> None:
        self.cable.ends.pop(HOSTS[name], None)
        self.stacks[name].close()

    def restart(self) -> None:
        for name in HOSTS:
            self.stop(name)
            self.start(name)

    def put_back(self, name: str, file: Path, *, newest_keys: bool) -> None:
        self.stop(name)
        kept = self.folder / f"{name}-keys"
        shutil.copytree(self.folder / name / "keys", kept, dirs_exist_ok=True)
        shutil.rmtree(self.folder / name)
        restore(file, self.folder / name, keys=kept if newest_keys else None, clock=self.clock)
        self.start(name)

    def exchange(self, times: int = 2) -> None:
        for _ in range(times):
            for node in (self.dz, self.us):
                pull(node, AGREEMENT_ID)

    def begin(self) -> None:
        """Exchange the cards, sign the memorandum and the first annex."""
        for node, other in ((self.dz, self.us), (self.us, self.dz)):
            enrol(node, card_of(other, AGREEMENT_ID))
        for series in ("agreement", "keys"):
            for node in (self.dz, self.us):
                acts.table(node, AGREEMENT_ID, series, None, office=OFFICE, sign=True)
                self.exchange()


@contextmanager
def pair_in(folder: Path) -> Iterator[Pair]:
    pair = Pair(folder)
    try:
        yield pair
    finally:
        for name in HOSTS:
            pair.stop(name)


def write(node: Node, agreement_id: str = AGREEMENT_ID) -> None:
    check_may_append(node, agreement_id)
    holding = node.holding(agreement_id)
    entry = beat_entry(office="desk", at_ms=node.clock(), salt=node.random(SALT_BYTES))
    holding.own.write([entry], sign=holding.sign_head, now_ms=node.clock())


def sign_the_annex(node: Node, agreement_id: str = AGREEMENT_ID) -> None:
    for text in acts.state(node, agreement_id, "keys").tabled:
        acts.sign(node, agreement_id, "keys", text.hash, office=OFFICE)


def propose(node: Node, agreement_id: str = AGREEMENT_ID) -> None:
    acts.table(node, agreement_id, "keys", None, office=OFFICE, sign=True)


STAGES: dict[str, Callable[[Pair], object]] = {
    "drawn": lambda pair: keys.draw(pair.dz),
    "proposed": lambda pair: propose(pair.dz),
    "read by the partner": lambda pair: pull(pair.us, AGREEMENT_ID),
    "signed by the partner": lambda pair: sign_the_annex(pair.us),
    "agreed here": lambda pair: pull(pair.dz, AGREEMENT_ID),
    "followed by the partner": lambda pair: pull(pair.us, AGREEMENT_ID),
    "receipted": lambda pair: pull(pair.dz, AGREEMENT_ID),
    "in use alone": lambda pair: write(pair.dz),
    "retired": lambda pair: keys.retire(pair.dz),
}
"""A change of Algeria's keys, step by step."""


def go_to(pair: Pair, stage: str) -> None:
    for name, step in STAGES.items():
        step(pair)
        if name == stage:
            return


def finish(pair: Pair) -> None:
    """Do what an office would still do, from wherever the change stands, and check that everything holds."""
    pair.exchange()
    for node in (pair.dz, pair.us):
        sign_the_annex(node)
        pair.exchange()
    if not keys.states(pair.dz).drawn and len(pair.dz.holding(AGREEMENT_ID).keys.own) == 1:
        keys.draw(pair.dz)
    propose(pair.dz)
    pair.exchange()
    sign_the_annex(pair.us)
    pair.exchange(3)
    for node in (pair.dz, pair.us):
        write(node)
    pair.exchange()
    if keys.states(pair.dz).agreements[0].stage != "settled":
        assert keys.retire(pair.dz).agreements[0].stage == "settled"
    check(pair)


def check(pair: Pair) -> None:
    for node, other in ((pair.dz, pair.us), (pair.us, pair.dz)):
        holding, theirs = node.holding(AGREEMENT_ID), other.holding(AGREEMENT_ID)
        assert list(holding.own.entries()) == list(theirs.copy.entries())
        for state in (state_of(node, AGREEMENT_ID, "in"), state_of(node, AGREEMENT_ID, "out")):
            assert state is not None
            assert state.state == "following", state.reason
    own = pair.dz.holding(AGREEMENT_ID).keys.own
    assert len(own) == 2
    logs = [each.log for each in own]
    assert reached(pair.us.holding(AGREEMENT_ID).copy.head(), logs) == 1
    assert {path.name for path in (pair.dz.layout.folder / "keys").iterdir()} == {"log.seed", "mirror.seed", "tls.pem"}
    receipt = receipt_of(pair.dz, AGREEMENT_ID)
    assert receipt is not None
    assert receipt.size == pair.dz.holding(AGREEMENT_ID).own.size


def test_both_nodes_are_started_anew_at_every_stage(tmp_path: Path) -> None:
    with pair_in(tmp_path) as pair:
        pair.begin()
        for step in STAGES.values():
            pair.restart()
            pair.exchange(1)
            step(pair)
        pair.restart()
        pair.exchange()
        check(pair)
        assert keys.states(pair.dz).agreements[0].stage == "settled"


def test_whatever_the_stage_everything_that_verifies_a_record_agrees(tmp_path: Path) -> None:
    """The doctor, the health of the screen, the files of keys for anybody, and the proofs that a browser checks."""
    with pair_in(tmp_path) as pair:
        pair.begin()
        log_keys = {which: entries.proof(pair.us, AGREEMENT_ID, which, 0).log_key for which in WHICH}
        remembered = {
            pair.us.party: log_keys,
            pair.dz.party: dict(zip(WHICH, reversed(log_keys.values()), strict=True)),
        }
        for stage, step in STAGES.items():
            step(pair)
            for node in (pair.dz, pair.us):
                found = [
                    each for each in examine(node.layout.folder, clock=node.clock) if each.check in ("log", "keys")
                ]
                assert [each.state for each in found] == ["ok"] * 3, (stage, found)
                assert health(node).log_verified, stage
                for which in WHICH:
                    check_files(node, which)
                    check_proof(node, which)
                    check_changes(node, which, remembered[node.party][which])


def check_files(node: Node, which: Which) -> None:
    log_keys = read_keys(orjson.loads(node.layout.log_keys(AGREEMENT_ID, which).read_bytes()))
    read = folder_reader(node.layout.log(AGREEMENT_ID, which))
    verify_log(read, fetch_head(read, log_keys))


def check_proof(node: Node, which: Which) -> None:
    found = entries.proof(node, AGREEMENT_ID, which, 0)
    book = node.holding(AGREEMENT_ID).own if which == "own" else node.holding(AGREEMENT_ID).copy
    log, mirror = Verifier.from_vkey(found.log_key), Verifier.from_vkey(found.mirror_key or "")
    assert read_head(found.checkpoint, LogKeys(book.origin, log)).checkpoint.size == book.size
    assert open_note(found.receipt or found.checkpoint, [mirror]).signatures


def check_changes(node: Node, which: Which, remembered: str) -> None:
    """Follow the keys as a browser does that remembers the first one; nothing leads on from what is served now."""
    found, known = entries.proof(node, AGREEMENT_ID, which, 0), remembered
    for each in found.key_changes:
        old, new, mirror = map(Verifier.from_vkey, (each.old_key, each.new_key, each.mirror_key or ""))
        assert old.vkey == known
        assert is_bridge(each.head, old, new)
        is_receipted = which == "partner" or reached(found.receipt, [old, new]) == 1
        assert bool(open_any(each.head, [mirror]).signatures) == is_receipted
        known = new.vkey
    assert known == found.log_key


@contextmanager
def crashing(countdown: Countdown, node: Node, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        for name in STEPS:
            patch.setattr(os, name, countdown.around(getattr(os, name)))
        hook = countdown.around(lambda connection: None)
        event.listen(node.store._writer, "commit", hook)
        try:
            yield
        finally:
            event.remove(node.store._writer, "commit", hook)


@pytest.mark.parametrize(("before", "stage"), [(None, "drawn"), ("signed by the partner", "agreed here")])
def test_a_crash_at_any_write_of_a_stage_ends_in_the_same_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str | None, stage: str
) -> None:
    assert crash_everywhere(tmp_path, monkeypatch, before, stage) >= 6


def test_a_crash_at_any_write_of_retiring_ends_in_the_same_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert crash_everywhere(tmp_path, monkeypatch, "in use alone", "retired") >= 4


def crash_everywhere(folder: Path, monkeypatch: pytest.MonkeyPatch, before: str | None, stage: str) -> int:
    """Crash a stage before or after each of its writes, and let the change be finished; return how many there were."""
    with pair_in(folder / "fresh") as pair:
        pair.begin()
        if before is not None:
            go_to(pair, before)
    step = 0
    while True:
        shutil.copytree(folder / "fresh", folder / "crashed")
        countdown = Countdown(step, after=step % 2 == 1)
        with pair_in(folder / "crashed") as pair:
            try:
                with crashing(countdown, pair.dz, monkeypatch):
                    STAGES[stage](pair)
            except Crash:
                is_done = False
            else:
                is_done = True
            pair.restart()
            finish(pair)
        shutil.rmtree(folder / "crashed")
        if is_done:
            return step
        step += EVERY


@pytest.mark.parametrize("party", sorted(HOSTS))
@pytest.mark.parametrize("stage", ["drawn", "signed by the partner", "agreed here", "in use alone", "retired"])
def test_a_backup_of_any_stage_is_put_back_with_the_newest_keys_after_the_change(
    tmp_path: Path, party: str, stage: str
) -> None:
    """The backup of before is that of the first stage: it holds no new seed, and its record no new annex."""
    with pair_in(tmp_path) as pair:
        pair.begin()
        back_up(tmp_path / party, tmp_path / "before.backup", clock=pair.clock)
        go_to(pair, stage)
        pair.exchange(1)
        back_up(tmp_path / party, tmp_path / "then.backup", clock=pair.clock)
        finish(pair)
        for file in ("then.backup", "before.backup"):
            pair.put_back(party, tmp_path / file, newest_keys=True)
            pair.exchange(4)
            write(pair.nodes[party])
            pair.exchange()
            check(pair)
            assert keys.states(pair.dz).agreements[0].stage == "settled", file


def test_an_old_backup_without_the_new_seeds_signs_nothing_and_says_what_is_missing(tmp_path: Path) -> None:
    with pair_in(tmp_path) as pair:
        pair.begin()
        back_up(tmp_path / "DZ", tmp_path / "before.backup", clock=pair.clock)
        finish(pair)
        pair.put_back("DZ", tmp_path / "before.backup", newest_keys=False)
        pair.exchange(3)
        with pytest.raises(ComityError) as caught:
            write(pair.dz)
        assert caught.value.code == "node.seed_missing"
        assert not (pair.dz.layout.log(AGREEMENT_ID, "own") / "checkpoint").exists(), "nothing old is published"
        pair.stop("DZ")
        for name in ("log.seed", "mirror.seed"):  # the newest copy of the folder of keys
            shutil.copy(tmp_path / "DZ-keys" / name, tmp_path / "DZ" / "keys" / name)
        pair.start("DZ")
        pair.exchange(3)
        write(pair.dz)
        pair.exchange()
        check(pair)


def test_a_head_by_both_keys_that_is_not_here_is_looked_for_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever reaches the partner's port may ask for it as often as it likes, and a log has many receipts."""
    with pair_in(tmp_path) as pair:
        pair.begin()
        finish(pair)
        write(pair.dz)
        pair.exchange()
        holding = pair.dz.holding(AGREEMENT_ID)
        assert rotation.bridges(pair.dz, holding)
        with pair.dz.store.writing() as connection:
            newest = select(func.max(LOG_RECEIPT.c.size)).scalar_subquery()
            connection.execute(delete(LOG_RECEIPT).where(LOG_RECEIPT.c.size < newest))
        holding.keys.bridges.clear()
        read: list[bytes] = []

        def counted(head: bytes) -> list[tuple[str, bytes]]:
            read.append(head)
            return signer_ids(head)

        monkeypatch.setattr(rotation, "signer_ids", counted)
        for _ in range(3):
            assert rotation.bridges(pair.dz, holding) == {}
        assert len(read) == 1


def test_a_seed_that_is_lost_in_the_middle_stops_signing_and_nothing_else(tmp_path: Path) -> None:
    with pair_in(tmp_path) as pair:
        pair.begin()
        go_to(pair, "signed by the partner")
        shutil.move(tmp_path / "DZ" / "keys" / "log.next.seed", tmp_path / "log.next.seed")
        pair.restart()
        pair.exchange(3)
        with pytest.raises(InvalidInput) as caught:
            write(pair.dz)
        assert caught.value.code == "node.seed_missing"
        write(pair.us)
        size = pair.us.holding(AGREEMENT_ID).own.size
        shutil.move(tmp_path / "log.next.seed", tmp_path / "DZ" / "keys" / "log.next.seed")
        pair.restart()
        pair.exchange(3)
        assert pair.dz.holding(AGREEMENT_ID).copy.size == size
        finish(pair)


def test_a_partner_that_was_put_back_to_before_two_changes_follows_both(tmp_path: Path) -> None:
    with pair_in(tmp_path) as pair:
        pair.begin()
        back_up(tmp_path / "US", tmp_path / "before.backup", clock=pair.clock)
        finish(pair)
        keys.draw(pair.dz)
        propose(pair.dz)
        pair.exchange()
        sign_the_annex(pair.us)
        pair.exchange(3)
        write(pair.dz)
        pair.exchange()
        keys.retire(pair.dz)
        pair.put_back("US", tmp_path / "before.backup", newest_keys=True)
        pair.exchange(6)
        write(pair.us)
        pair.exchange()
        assert len(pair.us.holding(AGREEMENT_ID).keys.partner) == 3
        assert list(pair.us.holding(AGREEMENT_ID).copy.entries()) == list(pair.dz.holding(AGREEMENT_ID).own.entries())
        assert list(pair.dz.holding(AGREEMENT_ID).copy.entries()) == list(pair.us.holding(AGREEMENT_ID).own.entries())


def test_a_partner_that_was_put_back_follows_by_disk_too(tmp_path: Path) -> None:
    with pair_in(tmp_path) as pair:
        pair.begin()
        back_up(tmp_path / "US", tmp_path / "before.backup", clock=pair.clock)
        finish(pair)
        pair.put_back("US", tmp_path / "before.backup", newest_keys=True)
        pair.cable.cut |= set(HOSTS.values())
        for _ in range(4):
            couriers.export(pair.dz, AGREEMENT_ID, tmp_path / "disk", whole=True)
            with suppress(ComityError):  # what it reads at one look lets it read more at the next
                couriers.take_in(pair.us, AGREEMENT_ID, tmp_path / "disk")
        couriers.take_in(pair.us, AGREEMENT_ID, tmp_path / "disk")
        assert list(pair.us.holding(AGREEMENT_ID).copy.entries()) == list(pair.dz.holding(AGREEMENT_ID).own.entries())
        pair.cable.cut.clear()
        pair.exchange()
        write(pair.us)
        pair.exchange()
        check(pair)


def test_old_keys_are_kept_until_every_agreement_has_passed(tmp_path: Path) -> None:
    clock, cable = Clock(), Cable()
    with ExitStack() as stack:
        documents = [document_of(name) for name in NAMES[:2]]
        init_node(tmp_path / "DZ", party="DZ", agreements=documents, url="http://dz.example", clock=clock)
        dz = stack.enter_context(opened(tmp_path / "DZ", clock=clock, transport=cable))
        cable.ends["dz.example"] = partner_port(dz)
        partners = {}
        for name in NAMES[:2]:
            host = f"{name}.example"
            init_node(tmp_path / name, party="US", agreements=[document_of(name)], url=f"http://{host}", clock=clock)
            partners[name] = stack.enter_context(opened(tmp_path / name, clock=clock, transport=cable))
            cable.ends[host] = partner_port(partners[name])
            enrol(dz, card_of(partners[name], name))
            enrol(partners[name], card_of(dz, name))

        def agree(name: str, series: str) -> None:
            for node in (dz, partners[name]):
                acts.table(node, name, series, None, office=OFFICE, sign=True)
                look(name)

        def look(name: str) -> None:
            for _ in range(3):
                for node in (dz, partners[name]):
                    pull(node, name)

        with pytest.raises(InvalidInput) as caught:
            keys.retire(dz)
        assert caught.value.code == "node.no_keys_drawn"
        for name in partners:
            agree(name, "agreement")
            agree(name, "keys")
        keys.draw(dz)
        for number, name in enumerate(partners):
            with pytest.raises(InvalidInput) as caught:
                keys.retire(dz)
            assert caught.value.values["agreements"] == ", ".join(NAMES[number:2])
            propose(dz, name)
            look(name)
            sign_the_annex(partners[name], name)
            look(name)
            write(dz, NAMES[1])  # the other agreement goes on under the old key
        assert {each.stage for each in keys.retire(dz).agreements} == {"settled"}
        for name in partners:
            write(dz, name)
            look(name)
            assert partners[name].holding(name).copy.size == dz.holding(name).own.size
