"""Every step of every write of the production code fails once: killed before it, killed after it, no room, no fsync.

The steps are not listed: `os.write`, `os.fsync`, `os.rename`, `os.replace`, `os.link`, `os.unlink` and the commit of
the database are counted while the act runs, and then each is made to fail in turn. Afterwards a new process opens the
folder: what was acknowledged is there once, what a receipt was given for is there, and the record verifies with the
verifier of the ledger.
"""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, Literal

import pytest
from sqlalchemy import event

from comity.files import folder_reader
from comity.ground import ComityError
from comity.ledger import LogKeys, beat_entry, fetch_head, verify_log
from comity.node import intake
from comity.node.app import Node, opened
from comity.node.backup import back_up, restore
from comity.node.case_records import case_record
from comity.node.partners import receipt_of
from comity.node.peers import pull
from comity.node.releasing import case_thing
from comity.node.services import cases, exchange
from tests.two_nodes.test_exchange import CASE, CASE_ID, PURPOSE, sign_decision
from tests.two_nodes.two import Cable, Clock, two_nodes

AGREEMENT_ID = "dz-us-mou-2025"
STEPS = ("write", "fsync", "rename", "replace", "link", "unlink")
SYNCING = ("fsync",)
WRITING = ("write", "fsync", "rename", "replace", "link")

EVERY = 1 if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else 4
"""Each step fails in the soak; every day each fourth one does, and every commit."""

How = Literal["killed before", "killed after", "no room", "fsync fails"]
IGNORE = shutil.ignore_patterns("node.lock", "node.sock")


class Killed(BaseException):
    """The process is gone."""


class Fault:
    """Counts steps, and makes one of them fail."""

    def __init__(self, at: int | None, how: How) -> None:
        self.at, self.how, self.taken, self.is_dead = at, how, 0, False
        self.names: list[str] = []

    def around(self, name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def stepped(*arguments: Any, **options: Any) -> Any:
            if self.is_dead:
                raise Killed  # a dead process cleans nothing up
            number, self.taken = self.taken, self.taken + 1
            self.names.append(name)
            if number != self.at:
                return step(*arguments, **options)
            if self.how == "no room":
                raise OSError(errno.ENOSPC, "No space left on device")
            if self.how == "fsync fails":
                raise OSError(errno.EIO, "Input/output error")
            if self.how == "killed after":
                step(*arguments, **options)
            self.is_dead = True
            raise Killed

        return stepped


@contextmanager
def faulty(fault: Fault, node: Node | None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        for name in STEPS:
            patch.setattr(os, name, fault.around(name, getattr(os, name)))
        hook = fault.around("commit", lambda connection: None)
        if node is not None:
            event.listen(node.store._writer, "commit", hook)
        try:
            yield
        finally:
            if node is not None:
                event.remove(node.store._writer, "commit", hook)


class World:
    """Algeria and the United States on two folders that a test may copy."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder, self.clock, self.cable = folder, clock, Cable()

    @contextmanager
    def both(self) -> Iterator[tuple[Node, Node]]:
        from comity.api.partner_port import partner_port

        with ExitStack() as stack:
            nodes = []
            for name in ("DZ", "US"):
                node = stack.enter_context(opened(self.folder / name, clock=self.clock, transport=self.cable))
                self.cable.ends[f"{name.lower()}.example"] = partner_port(node)
                nodes.append(node)
            yield nodes[0], nodes[1]


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both folders with the memorandum agreed, a decision at work, a case open, and a log that crosses a bundle."""
    folder = tmp_path_factory.mktemp("fresh")
    with two_nodes(folder) as two:
        two.sign_memorandum()
        sign_decision(two)
        cases.open_case(two.dz, CASE)
        holding = two.dz.holding(AGREEMENT_ID)
        count = 254 - holding.own.size
        many = [beat_entry(office="desk", at_ms=two.clock(), salt=each.to_bytes(16, "big")) for each in range(count)]
        holding.own.write(many, sign=holding.sign_head, now_ms=two.clock())
        two.exchange()
    return folder


def append(dz: Node, us: Node, folder: Path) -> None:
    """Three entries: the bundle is finished, its partial file is left behind, a new one begins."""
    holding = dz.holding(AGREEMENT_ID)
    entries = [beat_entry(office="desk", at_ms=dz.clock(), salt=bytes([255, each] * 8)) for each in range(3)]
    holding.own.write(entries, sign=holding.sign_head, now_ms=dz.clock())


def release(dz: Node, us: Node, folder: Path) -> None:
    exchange.send(dz, AGREEMENT_ID, case_thing(case_record(dz, CASE_ID)), purpose=PURPOSE, office="MRCC Alger")


def mirror_in_pieces(dz: Node, us: Node, folder: Path) -> None:
    """What DZ appended is more than one piece: three are laid by before the head."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(intake, "PIECE_BYTES", 1)
        pull(us, AGREEMENT_ID)


def mirror(dz: Node, us: Node, folder: Path) -> None:
    """What DZ appended without fault is mirrored by US, with its receipt, under faults."""
    pull(us, AGREEMENT_ID)


def take_receipt(dz: Node, us: Node, folder: Path) -> None:
    pull(dz, AGREEMENT_ID)


def back_up_dz(dz: Node, us: Node, folder: Path) -> None:
    back_up(folder / "DZ", folder / "dz.backup", clock=dz.clock)


def prepare_mirror(dz: Node, us: Node, folder: Path) -> None:
    append(dz, us, folder)


def prepare_pieces(dz: Node, us: Node, folder: Path) -> None:
    holding = dz.holding(AGREEMENT_ID)
    entries = [beat_entry(office="desk", at_ms=dz.clock(), salt=each.to_bytes(16, "little")) for each in range(300)]
    holding.own.write(entries, sign=holding.sign_head, now_ms=dz.clock())


def prepare_receipt(dz: Node, us: Node, folder: Path) -> None:
    append(dz, us, folder)
    pull(us, AGREEMENT_ID)


def nothing(dz: Node, us: Node, folder: Path) -> None:
    """There is nothing to prepare."""


ACTS: dict[str, tuple[Callable[..., None], Callable[..., None], int]] = {
    "append": (nothing, append, 0),
    "release with its content": (nothing, release, 0),
    "mirror": (prepare_mirror, mirror, 1),
    "mirror in pieces": (prepare_pieces, mirror_in_pieces, 1),
    "receipt": (prepare_receipt, take_receipt, 0),
    "backup": (nothing, back_up_dz, 0),
}
"""Each act: what comes before it, the act itself, and whose database is under faults."""


def state_of_log(node: Node) -> tuple[list[bytes], int]:
    """Verify the published log of a node, and return its entries and the size of the partner's receipt."""
    holding = node.holding(AGREEMENT_ID)
    read = folder_reader(holding.own.folder)
    head = fetch_head(read, LogKeys(holding.own.origin, holding.keys.log_signers()[-1].verifier))
    found: list[bytes] = []
    verify_log(read, head, visit=lambda batch: found.extend(batch.entries))
    assert found == list(holding.own.entries())
    assert len(set(found)) == len(found), "nothing is there twice"
    receipt = receipt_of(node, AGREEMENT_ID)
    return found, receipt.size if receipt else 0


def run_with_fault(fresh: Path, place: Path, act: str, fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare, do, whose = ACTS[act]
    shutil.copytree(fresh, place, ignore=IGNORE)
    clock = Clock(1_790_000_900_000)
    world = World(place, clock)
    acknowledged: list[bytes] = []
    with suppress(Killed), world.both() as (dz, us):
        pull(dz, AGREEMENT_ID)
        pull(us, AGREEMENT_ID)
        prepare(dz, us, place)
        before = [*dz.holding(AGREEMENT_ID).own.entries()]
        acknowledged = before
        with faulty(fault, (dz, us)[whose], monkeypatch), suppress(ComityError):
            do(dz, us, place)
            acknowledged = [*dz.holding(AGREEMENT_ID).own.entries()]
    backup = place / "dz.backup"
    if backup.exists():
        restore(backup, place / "restored", clock=clock)  # a backup that has its name is whole
    with world.both() as (dz, us):
        own, receipted = state_of_log(dz)
        assert own[: len(acknowledged)] == acknowledged, "what was acknowledged is there"
        mirrored = us.holding(AGREEMENT_ID).copy
        copy = list(mirrored.entries())
        assert [*copy, *mirrored.waiting()] == own[: mirrored.laid_by.size], "what lies beyond the head is DZ's own"
        assert own[: len(copy)] == copy, "what a receipt was given for is there"
        assert receipted <= len(copy), "no receipt counts that the partner does not hold"
        for _ in range(2):
            assert pull(us, AGREEMENT_ID)
            assert pull(dz, AGREEMENT_ID)
        append(dz, us, place)
        assert pull(us, AGREEMENT_ID)
        assert list(us.holding(AGREEMENT_ID).copy.entries()) == state_of_log(dz)[0]


@pytest.mark.parametrize("how", ["killed before", "killed after", "no room", "fsync fails"])
@pytest.mark.parametrize("act", ACTS)
def test_a_fault_at_any_write_loses_and_doubles_nothing(
    fresh: Path, tmp_path: Path, act: str, how: How, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting = Fault(None, how)
    run_with_fault(fresh, tmp_path / "counted", act, counting, monkeypatch)
    names = counting.names
    assert "fsync" in names or act == "receipt"
    wanted = {"no room": WRITING, "fsync fails": SYNCING, "killed after": ("commit",)}.get(how, (*STEPS, "commit"))
    places = [number for number, name in enumerate(names) if name in wanted]
    if how == "killed after":
        places.append(len(names) - 1)  # after any other step is before the next one
    assert places or act == "receipt"
    for number in (each for at, each in enumerate(places) if at % EVERY == 0 or names[each] == "commit"):
        place = tmp_path / str(number)
        run_with_fault(fresh, place, act, Fault(number, how), monkeypatch)
        shutil.rmtree(place)
