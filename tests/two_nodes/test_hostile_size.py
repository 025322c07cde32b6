"""A partner whose record grows by more than memory should hold: what is taken in, what is refused, what it costs.

The partner port is a real socket, and whoever reads it is a process of its own, so that the operating system says how
much memory it took.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from comity.files.agreements import read_agreement_file
from comity.ground import InvalidInput
from comity.ledger import MAX_ENTRY_BYTES, beat_entry
from comity.node import intake
from comity.node.app import Node, opened
from comity.node.birth import init_node
from comity.node.fetching import MS_PER_DAY, Quota, reading
from comity.node.partners import enrol, required_card, state_of
from comity.node.peers import pull
from comity.node.store import RECEIVED
from tests.two_nodes.sockets import free_port, on_a_socket
from tests.two_nodes.two import MEMORANDUM, Two, card_of, two_nodes

AGREEMENT_ID = "dz-us-mou-2025"
MOST_GROWTH_BYTES = 64 * 1024 * 1024
ENTRIES = 1400
"""Of the largest size: 92 MB in five bundles of 16.8 MB and the beginning of a sixth, more than one look takes."""

READER = """
import json, sys
from pathlib import Path
from comity.node.app import opened
from comity.node.partners import state_of
from comity.node.peers import pull
def peak_kib():  # of this program's own memory: getrusage would also count the parent's, before exec
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
with opened(Path(sys.argv[1])) as node:
    before = peak_kib()
    found = []
    for _ in range(2):
        answered = pull(node, "dz-us-mou-2025")
        holding = node.holding("dz-us-mou-2025")
        states = [state_of(node, "dz-us-mou-2025", each) for each in ("in", "out")]
        sizes = [holding.own.size, holding.copy.size, holding.copy.laid_by.size, holding.own.laid_by.size]
        found.append([answered, *sizes,
            [each.reason.code if each and each.reason else None for each in states]])
    grown = peak_kib() - before
    print(json.dumps({"grown": grown * 1024, "looks": found}))
"""


def read_in_another_process(folder: Path) -> dict:  # type: ignore[type-arg]
    done = subprocess.run([sys.executable, "-c", READER, str(folder)], capture_output=True, text=True, check=True)
    found: dict = json.loads(done.stdout)  # type: ignore[type-arg]
    return found


def noise(count: int, size: int = MAX_ENTRY_BYTES) -> list[bytes]:
    return [number.to_bytes(4, "big") + bytes(size - 4) for number in range(count)]


def test_a_record_larger_than_memory_is_taken_in_and_given_back_within_64_mib(tmp_path: Path) -> None:
    ports = {name: free_port() for name in ("DZ", "US")}
    for name, port in ports.items():
        document = read_agreement_file(MEMORANDUM).document
        init_node(tmp_path / name, party=name, agreements=[document], url=f"http://127.0.0.1:{port}")
    with opened(tmp_path / "DZ") as dz, opened(tmp_path / "US") as us:
        for node, other in ((dz, us), (us, dz)):
            enrol(node, card_of(other, AGREEMENT_ID))
    shutil.copytree(tmp_path / "DZ", tmp_path / "old", ignore=shutil.ignore_patterns("node.lock", "node.sock"))
    with opened(tmp_path / "DZ") as dz, on_a_socket(dz, ports["DZ"]):
        holding = dz.holding(AGREEMENT_ID)
        holding.own.write(noise(ENTRIES), sign=holding.sign_head, now_ms=dz.clock())
        told = read_in_another_process(tmp_path / "US")
    first, second = told["looks"]
    assert first[2] == 0, "no head before everything is proved"
    assert 0 < first[3] < ENTRIES, "what was proved is kept for the next look"
    assert first[5][0] == "node.too_much_at_once"
    assert second[2] == second[3] == ENTRIES
    assert told["grown"] < MOST_GROWTH_BYTES, told
    sys.stdout.write(f"taken in: {told['grown'] >> 20} MiB; ")
    with opened(tmp_path / "US") as us, on_a_socket(us, ports["US"]):
        told = read_in_another_process(tmp_path / "old")
    assert told["looks"][-1][1] == ENTRIES, "the old copy took back what it lacked"
    assert told["grown"] < MOST_GROWTH_BYTES, told
    sys.stdout.write(f"given back: {told['grown'] >> 20} MiB\n")


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with two_nodes(tmp_path) as found:
        yield found


def append(node: Node, count: int) -> None:
    holding = node.holding(AGREEMENT_ID)
    first = holding.own.size
    entries = [
        beat_entry(office="desk", at_ms=node.clock(), salt=(first + each).to_bytes(16, "big")) for each in range(count)
    ]
    holding.own.write(entries, sign=holding.sign_head, now_ms=node.clock())


def test_a_pull_that_broke_off_reads_nothing_twice(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    two.sign_memorandum()
    append(two.dz, 1000)
    monkeypatch.setattr(intake, "PIECE_BYTES", 1)
    monkeypatch.setattr(intake, "MOST_AT_ONCE_BYTES", 1)
    bundles = []
    while not pull(two.us, AGREEMENT_ID):
        bundles += [path for path in two.cable.asked if "/tile/entries/" in path and ".p/" not in path]
        two.cable.asked.clear()
        assert two.us.holding(AGREEMENT_ID).copy.size < 10
    copy = two.us.holding(AGREEMENT_ID).copy
    assert list(copy.entries()) == list(two.dz.holding(AGREEMENT_ID).own.entries())
    assert len(bundles) > 2


def test_what_was_laid_by_and_then_rewritten_is_dropped_and_the_new_head_is_taken(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What has no receipt may be lost by the partner, and come back otherwise: that is no contradiction."""
    two.sign_memorandum()
    us, holding = two.us.holding(AGREEMENT_ID), two.dz.holding(AGREEMENT_ID)
    us.copy.lay_by(noise(600, 100))
    append(two.dz, 400)
    assert us.copy.laid_by.size == us.copy.size + 600
    assert pull(two.us, AGREEMENT_ID)
    assert list(us.copy.entries()) == list(holding.own.entries())
    assert us.copy.laid_by.size == us.copy.size


def test_a_node_that_stops_in_between_finds_what_it_laid_by(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with two_nodes(tmp_path) as two:
        two.sign_memorandum()
        before = two.us.holding(AGREEMENT_ID).copy.size
        append(two.dz, 700)
        with monkeypatch.context() as patch:
            patch.setattr(intake, "PIECE_BYTES", 1)
            patch.setattr(intake, "MOST_AT_ONCE_BYTES", 1)
            assert not pull(two.us, AGREEMENT_ID)
        laid_by = two.us.holding(AGREEMENT_ID).copy.laid_by
        assert laid_by.size > before
    with two_nodes(tmp_path) as two:
        copy = two.us.holding(AGREEMENT_ID).copy
        assert (copy.size, copy.laid_by) == (before, laid_by)
        assert pull(two.us, AGREEMENT_ID)
        assert list(copy.entries()) == list(two.dz.holding(AGREEMENT_ID).own.entries())


def test_a_partner_may_send_so_much_a_day_and_no_more(two: Two) -> None:
    two.sign_memorandum()
    small = replace(two.us, settings=replace(two.us.settings, pull_most_mib_per_day=1))
    small.received[AGREEMENT_ID] = (two.clock() // MS_PER_DAY, 1024 * 1024)
    assert not pull(small, AGREEMENT_ID)
    found = state_of(small, AGREEMENT_ID, "in")
    assert found is not None
    assert found.reason is not None
    assert found.reason.code == "node.quota_spent"
    two.clock.now_ms += MS_PER_DAY
    assert pull(small, AGREEMENT_ID), "the next day it goes on"
    Quota(small, AGREEMENT_ID).spend(1024)
    assert small.received[AGREEMENT_ID][1] < 1024 * 1024


def test_a_restart_gives_no_partner_its_share_of_the_day_anew(tmp_path: Path) -> None:
    with two_nodes(tmp_path) as two:
        quota = Quota(two.us, AGREEMENT_ID)
        for _ in range(5):
            quota.spend(700 * 1024)
        before = two.us.received[AGREEMENT_ID]
    with two_nodes(tmp_path) as two:
        Quota(two.us, AGREEMENT_ID).spend(1)
        day, spent = two.us.received[AGREEMENT_ID]
        assert day == before[0]
        assert before[1] - 1024 * 1024 < spent <= before[1] + 1, "less than one MiB is forgotten"
        two.clock.now_ms += MS_PER_DAY
        Quota(two.us, AGREEMENT_ID).spend(1)
        assert two.us.received[AGREEMENT_ID] == (day + 1, 1)


def test_a_partner_has_one_row_and_days_that_are_over_have_none(tmp_path: Path) -> None:
    with two_nodes(tmp_path) as two:
        for _ in range(2):
            for _ in range(3):
                Quota(two.us, AGREEMENT_ID).spend(1024 * 1024)
            with two.us.store.reading() as connection:
                rows = connection.execute(select(RECEIVED.c.day, RECEIVED.c.bytes)).all()
            assert rows == [(two.clock() // MS_PER_DAY, 3 * 1024 * 1024)]
            two.clock.now_ms += MS_PER_DAY


def test_a_content_that_is_announced_larger_than_the_agreement_allows_is_not_fetched(two: Two) -> None:
    most = two.us.holding(AGREEMENT_ID).agreement.limits.blob_bytes
    two.cable.asked.clear()
    with (
        reading(two.us, required_card(two.us, AGREEMENT_ID)) as reader,
        pytest.raises(InvalidInput, match="too large"),
    ):
        reader.blob("0" * 64, most + 1)
    assert not two.cable.asked
