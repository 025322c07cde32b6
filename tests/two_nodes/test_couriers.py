"""Two nodes that never speak to each other: everything goes on a disk, and is proved as if it had come over a line."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from comity.cli.main import app
from comity.ground import ComityError, InvalidInput
from comity.ledger import SALT_BYTES, TILE_WIDTH, beat_entry
from comity.node import couriers, outbox
from comity.node.app import opened
from comity.node.backup import back_up, restore
from comity.node.case_records import case_record
from comity.node.contents import pieces_of
from comity.node.couriers import export, take_in
from comity.node.disk import Disk
from comity.node.partners import enrol, receipt_of, state_of
from comity.node.peers import look, pull
from comity.node.releasing import case_thing
from comity.node.services import acts, cases, exchange
from tests.two_nodes.test_exchange import CASE, CASE_ID, PURPOSE
from tests.two_nodes.two import Two, card_of, decision, make_folder, two_nodes

AGREEMENT_ID = "dz-us-mou-2025"


@pytest.fixture
def two(tmp_path: Path):
    with two_nodes(tmp_path) as both:
        both.cable.cut |= {"dz.example", "us.example"}
        yield both


def carry(two: Two, tmp_path: Path, *, times: int = 2) -> None:
    """Let a disk go there and back."""
    for _ in range(times):
        for node, other in ((two.dz, two.us), (two.us, two.dz)):
            export(node, AGREEMENT_ID, tmp_path / "disk")
            take_in(other, AGREEMENT_ID, tmp_path / "disk")


def agree_all(two: Two, tmp_path: Path) -> None:
    document = decision()
    for series, text in (("agreement", None), (f"decision/{document['id']}", document)):
        for node in (two.dz, two.us):
            acts.table(node, AGREEMENT_ID, series, text, office="ministry", sign=True)
            carry(two, tmp_path, times=1)
    carry(two, tmp_path)


def test_an_agreement_comes_into_force_a_release_arrives_and_receipts_come_back_without_any_line(
    two: Two, tmp_path: Path
) -> None:
    agree_all(two, tmp_path)
    for node in (two.dz, two.us):
        assert acts.state(node, AGREEMENT_ID, "agreement").standing == "agreed"
    cases.open_case(two.dz, CASE)
    exchange.send(two.dz, AGREEMENT_ID, case_thing(case_record(two.dz, CASE_ID)), purpose=PURPOSE, office="MRCC Alger")
    made = export(two.dz, AGREEMENT_ID, tmp_path / "disk")
    taken = take_in(two.us, AGREEMENT_ID, tmp_path / "disk")
    assert (made.entries, made.contents) == (taken.entries, taken.contents) == (1, 1)
    assert [each.state for each in exchange.moved(two.us, AGREEMENT_ID)] == ["received"]
    export(two.us, AGREEMENT_ID, tmp_path / "disk")
    take_in(two.dz, AGREEMENT_ID, tmp_path / "disk")
    receipt = receipt_of(two.dz, AGREEMENT_ID)
    assert receipt is not None
    assert receipt.size == two.dz.holding(AGREEMENT_ID).own.size
    assert [each.state for each in exchange.moved(two.dz, AGREEMENT_ID)] == ["stored"]
    assert not any("/blobs/" in path for path in two.cable.asked)


def test_only_what_the_partner_lacks_goes_onto_a_new_disk(two: Two, tmp_path: Path) -> None:
    agree_all(two, tmp_path)
    assert export(two.dz, AGREEMENT_ID, tmp_path / "empty").entries == 0
    acts.table(two.dz, AGREEMENT_ID, "keys", None, office="ministry", sign=True)
    assert export(two.dz, AGREEMENT_ID, tmp_path / "new").entries == 2
    assert take_in(two.us, AGREEMENT_ID, tmp_path / "new").entries == 2


@pytest.mark.parametrize("part", ["tile/entries/000.p/2", "checkpoint"])
def test_one_altered_byte_on_the_disk_is_refused_with_evidence(two: Two, tmp_path: Path, part: str) -> None:
    acts.table(two.dz, AGREEMENT_ID, "agreement", None, office="ministry", sign=True)
    export(two.dz, AGREEMENT_ID, tmp_path / "disk")
    path = tmp_path / "disk" / AGREEMENT_ID / "DZ" / "log" / part
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(ComityError):
        take_in(two.us, AGREEMENT_ID, tmp_path / "disk")
    assert two.us.holding(AGREEMENT_ID).copy.size == 0


def test_a_disk_taken_out_too_early_is_not_believed_and_the_whole_one_is(two: Two, tmp_path: Path) -> None:
    acts.table(two.dz, AGREEMENT_ID, "agreement", None, office="ministry", sign=True)
    export(two.dz, AGREEMENT_ID, tmp_path / "disk")
    head = tmp_path / "disk" / AGREEMENT_ID / "DZ" / "log" / "checkpoint"
    kept = head.read_bytes()
    head.unlink()
    with pytest.raises(InvalidInput) as caught:
        take_in(two.us, AGREEMENT_ID, tmp_path / "disk")
    assert caught.value.code == "node.nothing_on_disk"
    head.write_bytes(kept)
    assert take_in(two.us, AGREEMENT_ID, tmp_path / "disk").entries == 2


def test_a_link_on_the_disk_leads_nowhere(two: Two, tmp_path: Path) -> None:
    acts.table(two.dz, AGREEMENT_ID, "agreement", None, office="ministry", sign=True)
    export(two.dz, AGREEMENT_ID, tmp_path / "disk")
    path = tmp_path / "disk" / AGREEMENT_ID / "DZ" / "log" / "tile" / "0" / "000.p" / "2"
    path.rename(tmp_path / "elsewhere")
    os.symlink(tmp_path / "elsewhere", path)
    with pytest.raises(ComityError):
        take_in(two.us, AGREEMENT_ID, tmp_path / "disk")
    state = state_of(two.us, AGREEMENT_ID, "in")
    assert state is not None
    assert state.state == "silent"


def test_a_restored_node_takes_back_what_it_lacks_from_a_whole_disk(two: Two, tmp_path: Path) -> None:
    back_up(tmp_path / "DZ", tmp_path / "dz.backup", clock=two.clock)
    agree_all(two, tmp_path)
    newest = list(two.dz.holding(AGREEMENT_ID).own.entries())
    restore(tmp_path / "dz.backup", tmp_path / "again", clock=two.clock)
    shutil.rmtree(tmp_path / "disk")
    export(two.us, AGREEMENT_ID, tmp_path / "disk")
    with opened(tmp_path / "again", clock=two.clock, transport=two.cable) as node:
        with pytest.raises(ComityError) as caught:
            take_in(node, AGREEMENT_ID, tmp_path / "disk")
        assert caught.value.code in ("node.partner_holds_more", "ledger.missing_file")
        export(two.us, AGREEMENT_ID, tmp_path / "disk", whole=True)
        take_in(node, AGREEMENT_ID, tmp_path / "disk")
        assert list(node.holding(AGREEMENT_ID).own.entries()) == newest


@dataclass(frozen=True)
class Busy(Disk):
    """A disk on which nothing is written before the record has grown."""

    grow: Callable[[], object] = lambda: None

    def log_files(self, folder: Path, files: Mapping[str, bytes]) -> None:
        self.grow()
        super().log_files(folder, files)


def test_a_content_that_is_read_from_a_disk_is_not_fetched_over_the_line_at_the_same_time(
    two: Two, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both would write one file under one name, half each."""
    agree_all(two, tmp_path)
    cases.open_case(two.dz, CASE)
    exchange.send(two.dz, AGREEMENT_ID, case_thing(case_record(two.dz, CASE_ID)), purpose=PURPOSE, office="MRCC Alger")
    export(two.dz, AGREEMENT_ID, tmp_path / "disk")
    claimed: list[outbox.Job | None] = []

    def claiming_meanwhile(path: Path, most: int | None = None) -> Iterator[bytes]:
        claimed.append(outbox.claim(two.us, "receive"))
        yield from pieces_of(path, most)

    monkeypatch.setattr(couriers, "pieces_of", claiming_meanwhile)
    assert take_in(two.us, AGREEMENT_ID, tmp_path / "disk").contents == 1
    assert claimed == [None]


def test_what_the_line_fetches_already_is_left_to_it(two: Two, tmp_path: Path) -> None:
    agree_all(two, tmp_path)
    cases.open_case(two.dz, CASE)
    exchange.send(two.dz, AGREEMENT_ID, case_thing(case_record(two.dz, CASE_ID)), purpose=PURPOSE, office="MRCC Alger")
    two.cable.cut.clear()
    pull(two.us, AGREEMENT_ID)
    (waiting,) = outbox.waiting_on(two.us, "receive", f"{AGREEMENT_ID}/")
    assert outbox.claim(two.us, "receive") is not None
    assert not outbox.take(two.us, waiting)


def test_a_half_written_content_is_gone_after_a_start(tmp_path: Path) -> None:
    with two_nodes(tmp_path) as two:
        kept = two.us.layout.blob(AGREEMENT_ID, "ab" * 32)
        partial = kept.with_name(f".{kept.name}.partial")
        partial.parent.mkdir(exist_ok=True)

        def killed() -> Iterator[bytes]:
            yield b"half"
            assert partial.is_file(), "it is written under this name"
            shutil.copy(partial, tmp_path / "half")
            raise InvalidInput("x.killed", "Killed.", why="-", remedy="-")

        with pytest.raises(InvalidInput):
            two.us.disk.take(kept, killed())
        shutil.copy(tmp_path / "half", partial)
        kept.write_bytes(b"whole")
    with two_nodes(tmp_path):
        assert not partial.exists()
        assert kept.read_bytes() == b"whole"


def test_a_record_that_grows_while_it_is_exported_is_exported_as_it_was(two: Two, tmp_path: Path) -> None:
    """It fills a file meanwhile, which takes the place of the unfinished ones that the export was about to copy."""
    agree_all(two, tmp_path)
    own = two.dz.holding(AGREEMENT_ID).own

    def write(count: int) -> None:
        entries = [beat_entry(office="desk", at_ms=two.clock(), salt=two.dz.random(SALT_BYTES)) for _ in range(count)]
        own.write(entries, sign=two.dz.holding(AGREEMENT_ID).sign_head, now_ms=two.clock())

    write(TILE_WIDTH - 1 - own.size)
    busy = replace(two.dz, disk=Busy(grow=lambda: write(2) if own.size < TILE_WIDTH else None))
    export(busy, AGREEMENT_ID, tmp_path / "disk", whole=True)
    assert own.size == TILE_WIDTH + 1
    take_in(two.us, AGREEMENT_ID, tmp_path / "disk")
    assert two.us.holding(AGREEMENT_ID).copy.size == TILE_WIDTH - 1


def test_an_answer_older_than_the_question_is_none(two: Two, tmp_path: Path) -> None:
    """The partner's disk was written before we signed what our backup lacks: whoever believed it would sign twice.

    Mutant 11 of the record's proof (`tests/ledger/two_parties.py`), in the code that reads disks.
    """
    agree_all(two, tmp_path)
    export(two.us, AGREEMENT_ID, tmp_path / "old", whole=True)
    back_up(tmp_path / "DZ", tmp_path / "dz.backup", clock=two.clock)
    acts.table(two.dz, AGREEMENT_ID, "keys", None, office="ministry", sign=True)
    newest = list(two.dz.holding(AGREEMENT_ID).own.entries())
    carry(two, tmp_path)
    assert list(two.us.holding(AGREEMENT_ID).copy.entries()) == newest
    restore(tmp_path / "dz.backup", tmp_path / "again", clock=two.clock)
    with opened(tmp_path / "again", clock=two.clock, transport=two.cable) as node:
        holding = node.holding(AGREEMENT_ID)
        take_in(node, AGREEMENT_ID, tmp_path / "old")
        assert holding.own.size < len(newest)
        with pytest.raises(InvalidInput) as caught:
            acts.table(node, AGREEMENT_ID, "keys", None, office="ministry", sign=True)
        assert caught.value.code == "node.partner_not_asked"
        assert not (holding.own.folder / "checkpoint").exists(), "nor is an old head published"
        export(two.us, AGREEMENT_ID, tmp_path / "unasked", whole=True)
        take_in(node, AGREEMENT_ID, tmp_path / "unasked")
        assert list(holding.own.entries()) == newest, "what came on the disk is taken in all the same"
        assert AGREEMENT_ID in node.unasked

        two.cable.cut.clear()
        assert pull(node, AGREEMENT_ID)
        assert AGREEMENT_ID not in node.unasked


def test_a_disk_that_went_to_the_partner_and_back_answers_the_question_of_this_start_and_of_no_other(
    two: Two, tmp_path: Path
) -> None:
    agree_all(two, tmp_path)
    back_up(tmp_path / "DZ", tmp_path / "dz.backup", clock=two.clock)
    disk = tmp_path / "there-and-back"
    for name in ("first", "second"):
        restore(tmp_path / "dz.backup", tmp_path / name, clock=two.clock)
        with opened(tmp_path / name, clock=two.clock, transport=two.cable) as node:
            if name == "second":
                take_in(node, AGREEMENT_ID, disk)
                assert AGREEMENT_ID in node.unasked, "the answer that lies there is for the first start"
            export(node, AGREEMENT_ID, disk)
            take_in(two.us, AGREEMENT_ID, disk) if (disk / AGREEMENT_ID / "DZ" / "log").is_dir() else None
            export(two.us, AGREEMENT_ID, disk, whole=True)
            theirs = disk / AGREEMENT_ID / "US"
            kept = (theirs / "mirror" / "checkpoint").read_bytes()
            (theirs / "mirror" / "checkpoint").unlink()
            take_in(node, AGREEMENT_ID, disk)
            assert AGREEMENT_ID in node.unasked, "an answer with another head than its own is none"
            (theirs / "mirror" / "checkpoint").write_bytes(kept)
            take_in(node, AGREEMENT_ID, disk)
            assert AGREEMENT_ID not in node.unasked
            acts.table(node, AGREEMENT_ID, "keys", None, office="ministry", sign=False)


def test_a_disk_that_shows_the_answered_head_to_the_check_alone_is_read_by_that_head(
    two: Two, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A device has a computer of its own: it may count the reads, and give an older head to all but one."""
    agree_all(two, tmp_path)
    back_up(tmp_path / "DZ", tmp_path / "dz.backup", clock=two.clock)
    export(two.us, AGREEMENT_ID, tmp_path / "old", whole=True)
    acts.table(two.dz, AGREEMENT_ID, "keys", None, office="ministry", sign=True)
    carry(two, tmp_path)
    where = Path(AGREEMENT_ID) / "US" / "mirror" / "checkpoint"
    head, old = tmp_path / "counting" / where, (tmp_path / "old" / where).read_bytes()

    def look_at_the_old_head(*given: Any, **more: Any) -> bool:
        newest = head.read_bytes()
        head.write_bytes(old)
        found = look(*given, **more)
        head.write_bytes(newest)
        return found

    monkeypatch.setattr(couriers, "look", look_at_the_old_head)
    restore(tmp_path / "dz.backup", tmp_path / "again", clock=two.clock)
    with opened(tmp_path / "again", clock=two.clock, transport=two.cable) as node:
        export(node, AGREEMENT_ID, tmp_path / "counting")
        export(two.us, AGREEMENT_ID, tmp_path / "counting", whole=True)
        take_in(node, AGREEMENT_ID, tmp_path / "counting")
        assert list(node.holding(AGREEMENT_ID).own.entries()) == list(two.dz.holding(AGREEMENT_ID).own.entries())
        assert AGREEMENT_ID not in node.unasked


def test_an_operator_carries_a_disk_by_two_commands(tmp_path: Path) -> None:
    run = CliRunner()
    for party in ("DZ", "US"):
        make_folder(tmp_path / party, party, host=f"{party.lower()}.example")
    for party, other in (("DZ", "US"), ("US", "DZ")):
        with opened(tmp_path / party) as node, opened(tmp_path / other) as partner:
            enrol(node, card_of(partner, AGREEMENT_ID))
    for arguments in (["export", str(tmp_path / "DZ")], ["import", str(tmp_path / "US")]):
        done = run.invoke(app, ["exchange", *arguments, str(tmp_path / "disk")])
        assert done.exit_code == 0, done.output
