"""Unfinished tiles and bundles go once a published head has their finished one; whoever reads in between loses nothing.

Format: C2SP tlog-tiles v0.1.0, "Partial tiles": a log may delete them, and clients fall back to the finished file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from comity.files import folder_reader
from comity.files.logs import unfinished_files
from comity.ledger import LogKeys, beat_entry, fetch_head, verify_log
from comity.node.app import Holding, Node, opened
from comity.node.cards import Card
from comity.node.disk import Disk
from comity.node.fetching import reading
from comity.node.partners import required_card
from comity.node.peers import pull
from tests.two_nodes.two import Two, make_folder, two_nodes

AGREEMENT_ID = "dz-us-mou-2025"


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with two_nodes(tmp_path) as found:
        yield found


def append(node: Node, upto: int) -> Holding:
    holding = node.holding(AGREEMENT_ID)
    first = holding.own.size
    entries = [
        beat_entry(office="desk", at_ms=node.clock(), salt=each.to_bytes(16, "big")) for each in range(first, upto)
    ]
    holding.own.write(entries, sign=holding.sign_head, now_ms=node.clock())
    return holding


def unfinished(holding: Holding) -> set[str]:
    return {str(each) for each in unfinished_files(holding.own.folder)}


def keys(card: Card) -> LogKeys:
    return LogKeys(card.origin, card.log_verifier)


def test_what_a_finished_file_replaces_is_removed_and_only_that(two: Two) -> None:
    append(two.dz, 200)
    holding = append(two.dz, 255)
    assert unfinished(holding) == {f"tile/{kind}/000.p/{width}" for kind in ("0", "entries") for width in (200, 255)}
    append(two.dz, 300)
    assert unfinished(holding) == {"tile/0/001.p/44", "tile/entries/001.p/44", "tile/1/000.p/1"}
    assert not (holding.own.folder / "tile/0/000.p").exists()


def test_a_reader_of_the_older_head_is_served_from_the_finished_files(two: Two) -> None:
    append(two.dz, 255)
    card = required_card(two.us, AGREEMENT_ID)
    with reading(two.us, card) as reader:
        head = fetch_head(reader.log_file, keys(card))
        append(two.dz, 600)
        two.cable.asked.clear()
        assert verify_log(reader.log_file, head).new_entries == 255
    assert any(path.endswith("tile/entries/000.p/255") for path in two.cable.asked), "the unfinished one was asked for"
    assert not (two.dz.holding(AGREEMENT_ID).own.folder / "tile/entries/000.p").exists(), (
        "and made from the finished one"
    )
    assert pull(two.us, AGREEMENT_ID)
    assert two.us.holding(AGREEMENT_ID).copy.size == 600


class Stopped(BaseException):
    """The process is gone."""


@dataclass(frozen=True)
class NeverPublishing(Disk):
    """A disk of a process that ends just before a head gets its name."""

    def publish(self, folder: Path, head: bytes) -> None:
        raise Stopped


def test_nothing_is_removed_before_the_head_is_published_and_the_next_start_removes_it(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "DZ", "DZ", host="dz.example")
    with opened(folder) as node:
        before = unfinished(append(node, 255))
    with opened(folder, disk=NeverPublishing()) as node, pytest.raises(Stopped):
        append(node, 300)
    holding_folder = node.holding(AGREEMENT_ID).own.folder
    assert before <= {str(each) for each in unfinished_files(holding_folder)}
    card = node.holding(AGREEMENT_ID).card
    assert fetch_head(folder_reader(holding_folder), keys(card)).checkpoint.size == 255
    with opened(folder) as node:
        assert not before & unfinished(node.holding(AGREEMENT_ID))
        read = folder_reader(holding_folder)
        assert verify_log(read, fetch_head(read, keys(card))).new_entries == 300
