"""Tiles, bundles and paths: C2SP tlog-tiles; roots against the recursive definition of RFC 6962 §2.1."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.ground import InvalidInput, Untrusted
from comity.ledger import (
    EMPTY_ROOT,
    EMPTY_TREE,
    LogPath,
    Tree,
    append,
    decode_bundle,
    edge,
    encode_bundle,
    entries_path,
    grow,
    leaf_hash,
    node_hash,
    parse_path,
    tile_path,
)
from tests.ledger.logs_in_memory import numbered
from tests.shared_data import SHARED, needs_shared


def root_by_definition(entries: list[bytes]) -> bytes:
    if not entries:
        return EMPTY_ROOT
    if len(entries) == 1:
        return leaf_hash(entries[0])
    split = 1 << (len(entries) - 1).bit_length() - 1
    return node_hash(root_by_definition(entries[:split]), root_by_definition(entries[split:]))


def test_the_root_of_nothing_and_of_one_empty_entry_are_those_of_rfc_6962():
    assert EMPTY_TREE.root().hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert append(EMPTY_TREE, [b""])[0].root().hex() == (
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    )


@pytest.mark.parametrize("size", [0, 1, 2, 3, 4, 5, 7, 8, 9, 127, 255, 256, 257, 300, 511, 512, 513, 600, 1025])
def test_the_root_is_that_of_the_definition(size):
    entries = numbered(size)
    assert append(EMPTY_TREE, entries)[0].root() == root_by_definition(entries)


@given(st.lists(st.integers(0, 400), max_size=6))
def test_a_log_written_in_pieces_is_the_log_written_at_once(pieces):
    entries = numbered(sum(pieces))
    whole, files = append(EMPTY_TREE, entries)
    tree, at = EMPTY_TREE, 0
    written: dict[str, bytes] = {}
    for piece in pieces:
        tree, new = append(tree, entries[at : at + piece])
        written |= new
        at += piece
    assert tree == whole
    assert files.items() <= written.items()


def test_finished_files_never_change():
    tree = EMPTY_TREE
    seen: dict[str, bytes] = {}
    for number in range(700):
        tree, files = append(tree, [b"%d" % number])
        for path, data in files.items():
            assert seen.setdefault(path, data) == data


def test_growing_writes_finished_files_only():
    files: dict[str, bytes] = {}
    tree = grow(EMPTY_TREE, numbered(600), files.__setitem__)
    assert sorted(files) == ["tile/0/000", "tile/0/001", "tile/entries/000", "tile/entries/001"]
    assert sorted(tree.edge_files()) == ["tile/0/002.p/88", "tile/1/000.p/2", "tile/entries/002.p/88"]
    assert edge(600) == [(0, 88), (1, 2)]


def test_appending_leaves_the_tree_before_as_it_was():
    before = append(EMPTY_TREE, numbered(300))[0]
    copy = Tree(before.size, before.tails, before.bundle)
    append(before, numbered(300))
    assert before == copy


@needs_shared
def test_our_writer_makes_the_files_of_the_shared_log_byte_for_byte():
    folder = SHARED / "ledger" / "log_good"
    entries: list[bytes] = []
    for path in ("tile/entries/000", "tile/entries/001", "tile/entries/002.p/88"):
        named = parse_path(path)
        assert named
        entries += decode_bundle((folder / path).read_bytes(), named)
    files: dict[str, bytes] = {}
    for size in (1, 255, 256, 257, 512, 600):
        files |= append(EMPTY_TREE, entries[:size])[1]
    on_disk = {
        str(each.relative_to(folder)): each.read_bytes() for each in (folder / "tile").rglob("*") if each.is_file()
    }
    assert on_disk.items() <= files.items()


@given(st.none() | st.integers(0, 63), st.integers(0, 10**20), st.integers(1, 256))
def test_a_path_and_its_integers_are_the_same_thing(level, index, width):
    path = LogPath(level, index, width)
    assert parse_path(str(path)) == path
    assert (entries_path(index, width) if level is None else tile_path(level, index, width)) == str(path)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "checkpoint",
        "tile/0/0",
        "tile/0/00",
        "tile/0/0000",
        "tile/00/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/0/x000/000",
        "tile/0/001/002",
        "tile/0/x001",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/0/000.p/",
        "tile/0/000.p",
        "/tile/0/000",
        "tile/0/000/",
        "tile/0/000\n",
        "tile/0/../0/000",
        "tile/entries/../../keys/log",
        "tile/data/000",
        "tile/0/٠٠٠",
        "TILE/0/000",
        "tile//000",
    ],
)
def test_nothing_else_is_a_path_of_a_log(path):
    assert parse_path(path) is None


@given(st.text("tile/entrs0123456789x.p\\\n", max_size=40))
def test_whatever_is_accepted_as_a_path_is_exactly_what_we_compute(path):
    named = parse_path(path)
    assert named is None or str(named) == path


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=256))
def test_a_bundle_gives_back_its_entries(entries):
    assert decode_bundle(encode_bundle(entries), LogPath(None, 0, len(entries))) == entries


def test_an_entry_of_65535_bytes_fits_and_one_more_does_not():
    assert decode_bundle(encode_bundle([bytes(65_535)]), LogPath(None, 0, 1)) == [bytes(65_535)]
    with pytest.raises(InvalidInput) as refused:
        append(EMPTY_TREE, [bytes(65_536)])
    assert refused.value.code == "ledger.entry_too_large"


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", "ledger.entries_cut_off", "entry 512"),
        (b"\x00", "ledger.entries_cut_off", "entry 512"),
        (b"\x00\x02a", "ledger.entries_cut_off", "entry 512"),
        (b"\x00\x01a\xff\xffb", "ledger.entries_cut_off", "entry 513"),
        (b"\x00\x01a\x00\x01b\x00", "ledger.entries_overrun", "1 bytes follow"),
        (b"\x00\x01a\x00\x01b\x00\x00", "ledger.entries_overrun", "2 bytes follow"),
    ],
)
def test_a_bundle_that_is_cut_or_too_long_is_named_with_its_entry(data, code, said):
    with pytest.raises(Untrusted) as refused:
        decode_bundle(data, LogPath(None, 2, 2))
    assert refused.value.code == code
    assert said in str(refused.value)
    assert "tile/entries/002.p/2" in str(refused.value)


def test_an_upper_tile_that_stays_as_it_was_is_not_written_again():
    tree, _ = append(EMPTY_TREE, [b"entry"] * 600)
    assert set(append(tree, [b"one more"])[1]) == {"tile/0/002.p/89", "tile/entries/002.p/89"}
    assert set(append(tree, [b"more"] * 168)[1]) == {"tile/0/002", "tile/entries/002", "tile/1/000.p/3"}
    assert append(tree, [])[1] == {}
