"""A partner verifies: the shared log, our own at every boundary, and damage at every kind of place is named."""

import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from comity.ground import InvalidInput, Untrusted
from comity.ledger import EMPTY_TREE, KEYS_SCHEMA, Signer, append, fetch_head, read_keys, read_tree, verify_log
from tests.ledger.logs_in_memory import KEYS, LOG, MIRROR, ORIGIN, MemoryLog, log_of, numbered
from tests.shared_data import SHARED, needs_shared

BOUNDARIES = [0, 1, 2, 255, 256, 257, 511, 512, 513, 600]


def refusal(log: MemoryLog, since=EMPTY_TREE) -> Untrusted:
    with pytest.raises(Untrusted) as refused:
        log.verified(since)
    return refused.value


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


@needs_shared
def test_the_shared_log_is_genuine_with_both_receipts():
    folder = SHARED / "ledger" / "log_good"
    keys = read_keys(json.loads((folder / "keys.json").read_bytes()))

    def read(path: str, limit: int) -> bytes | None:
        return (folder / path).read_bytes()[: limit + 1]

    found = verify_log(read, fetch_head(read, keys))
    assert (found.head.checkpoint.origin, found.new_entries) == ("mesa.example/dz/releases", 600)
    assert len(found.head.receipts_ms) == 2


@pytest.mark.parametrize("size", BOUNDARIES)
def test_our_own_log_verifies_and_gives_back_its_entries_and_its_tree(size):
    log = log_of(numbered(size))
    found, entries = log.verified()
    assert entries == numbered(size)
    assert found.tree == log.tree == read_tree(log.read, found.head)


def test_a_log_with_three_levels_verifies_and_grows():
    log = log_of(numbered(65_535))
    for more in (1, 1, 300):
        before = log.tree
        log.write(numbered(more, "more"))
        found, entries = log.verified(since=before)
        assert found.tree == log.tree
        assert entries == numbered(more, "more")
    assert "tile/2/000.p/1" in log.files
    assert log.verified()[0].tree == log.tree


@given(st.sampled_from(BOUNDARIES), st.sampled_from(BOUNDARIES) | st.integers(0, 600))
def test_only_what_is_new_is_read_and_gives_the_same_tree(one, other):
    old_size, size = sorted((one, other))
    entries = numbered(size)
    log = log_of(entries)
    since = append(EMPTY_TREE, entries[:old_size])[0]
    found, new = log.verified(since)
    assert new == entries[old_size:]
    assert found.tree == log.tree
    finished_before = {path for path in append(EMPTY_TREE, entries[:old_size])[1] if ".p/" not in path}
    assert not finished_before & set(log.asked)


@pytest.mark.parametrize("entry", [0, 255, 256, 511, 512, 599])
def test_one_bit_changed_in_an_entry_is_named_with_its_number_and_file(entry):
    log = log_of(numbered(600))
    path = "tile/entries/" + ("000", "001", "002.p/88")[entry // 256]
    word = numbered(600)[entry]
    log.files[path] = log.files[path].replace(word, flipped(word, 0), 1)
    refused = refusal(log)
    assert (refused.code, refused.values) == ("ledger.entry_altered", {"entry": entry, "path": path})


@pytest.mark.parametrize("path", ["tile/0/000", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2"])
@pytest.mark.parametrize("at", [0, 31, 63])
def test_one_bit_changed_in_a_file_of_hashes_is_named(path, at):
    log = log_of(numbered(600))
    log.files[path] = flipped(log.files[path], at)
    refused = refusal(log)
    assert (refused.code, refused.values) == ("ledger.tile_altered", {"path": path})


def test_every_bit_of_the_head_counts():
    log = log_of(numbered(3))
    head = log.files["checkpoint"]
    for at in range(len(head)):
        log.files["checkpoint"] = flipped(head, at)
        assert refusal(log).code.startswith("ledger.")


@pytest.mark.parametrize(
    ("path", "change", "code"),
    [
        ("tile/entries/002.p/88", lambda data: data[:-1], "ledger.entries_cut_off"),
        ("tile/entries/000", lambda data: data[:1], "ledger.entries_cut_off"),
        ("tile/entries/000", lambda data: b"", "ledger.entries_cut_off"),
        ("tile/entries/001", lambda data: data + b"\0", "ledger.entries_overrun"),
        ("tile/entries/001", lambda data: b"\xff\xff" + data[2:], "ledger.entries_cut_off"),
        ("tile/0/000", lambda data: data[:-1], "ledger.wrong_length"),
        ("tile/0/000", lambda data: data + b"\0", "ledger.file_too_large"),
        ("tile/1/000.p/2", lambda data: data[:32], "ledger.wrong_length"),
        ("tile/1/000.p/2", lambda data: data + data, "ledger.file_too_large"),
        ("tile/entries/000", lambda data: bytes(256 * 65_537 + 1), "ledger.file_too_large"),
        ("checkpoint", lambda data: data + bytes(65_537), "ledger.file_too_large"),
    ],
)
def test_lengths_that_cannot_be_right_are_named_with_their_file(path, change, code):
    log = log_of(numbered(600))
    log.files[path] = change(log.files[path])
    refused = refusal(log)
    assert refused.code == code
    assert path in str(refused)


@given(st.data())
def test_whatever_is_done_to_a_file_is_refused_and_never_crashes(data):
    log = log_of(numbered(600))
    path = data.draw(st.sampled_from(sorted(log.files)))
    genuine = log.files[path]
    at = data.draw(st.integers(0, len(genuine)))
    end = data.draw(st.integers(at, len(genuine)))
    log.files[path] = genuine[:at] + data.draw(st.binary(max_size=80)) + genuine[end:]
    assume(log.files[path] != genuine)
    assert refusal(log).code.startswith("ledger.")


def test_every_file_that_the_head_implies_must_be_there():
    for path in log_of(numbered(600)).files:
        log = log_of(numbered(600))
        del log.files[path]
        refused = refusal(log)
        assert (refused.code, refused.values) == ("ledger.missing_file", {"path": path})


def test_a_reader_never_asks_for_more_than_can_be_right():
    limits: dict[str, int] = {}
    log = log_of(numbered(600))

    def read(path: str, limit: int) -> bytes | None:
        limits[path] = limit
        return log.read(path, limit)

    verify_log(read, fetch_head(read, KEYS))
    assert limits == {
        "checkpoint": 65_536,
        "tile/1/000.p/2": 64,
        "tile/0/000": 8_192,
        "tile/0/001": 8_192,
        "tile/0/002.p/88": 88 * 32,
        "tile/entries/000": 256 * 65_537,
        "tile/entries/001": 256 * 65_537,
        "tile/entries/002.p/88": 88 * 65_537,
    }


def test_an_unfinished_file_may_have_given_way_to_the_finished_one():
    log = log_of(numbered(600))
    head = log.files["checkpoint"]
    log.write(numbered(400, "more"))
    log.files["checkpoint"] = head
    log.files = {path: data for path, data in log.files.items() if ".p/88" not in path}
    found, entries = log.verified()
    assert (found.new_entries, entries) == (600, numbered(600))
    assert found.tree == append(EMPTY_TREE, numbered(600))[0]


def test_a_signed_root_that_no_entries_give_is_named():
    log = log_of(numbered(600))
    log.sign(bytes(32))
    assert refusal(log).code == "ledger.wrong_root"
    empty = MemoryLog()
    empty.sign(bytes(32))
    assert refusal(empty).code == "ledger.wrong_root"


def test_a_log_signed_by_another_key_is_refused():
    log = log_of(numbered(3))
    stranger = Signer(ORIGIN, bytes([9]) * 32)
    keys = read_keys({"log": stranger.verifier.vkey})
    with pytest.raises(Untrusted) as refused:
        fetch_head(log.read, keys)
    assert refused.value.code == "ledger.no_known_signature"


@given(st.integers(1, 600), st.data())
def test_a_smaller_log_than_was_seen_is_a_rollback(size, data):
    seen = append(EMPTY_TREE, numbered(size))[0]
    refused = refusal(log_of(numbered(data.draw(st.integers(0, size - 1)))), seen)
    assert refused.code == "ledger.rollback"


@given(st.integers(1, 600), st.integers(0, 600), st.data())
def test_a_log_with_one_other_entry_in_its_past_is_a_fork_before_anything_new_is_taken(size, more, data):
    other = numbered(size + more)
    other[data.draw(st.integers(0, size - 1))] = b"another past"
    log = log_of(other)
    taken: list[object] = []
    with pytest.raises(Untrusted) as refused:
        verify_log(
            log.read, fetch_head(log.read, KEYS), since=append(EMPTY_TREE, numbered(size))[0], visit=taken.append
        )
    assert (refused.value.code, taken) == ("ledger.fork", [])


def test_the_file_of_keys_names_the_record_its_key_and_the_mirrors():
    document = {
        "schema": KEYS_SCHEMA,
        "origin": ORIGIN,
        "log": LOG.verifier.vkey,
        "mirrors": [MIRROR.verifier.vkey],
    }
    assert read_keys(document) == KEYS
    assert read_keys({"log": LOG.verifier.vkey, "mirror": MIRROR.verifier.vkey}) == KEYS


@pytest.mark.parametrize(
    "change",
    [
        {"schema": "comity/keys/2"},
        {"log": None},
        {"log": MIRROR.verifier.vkey},
        {"mirrors": [LOG.verifier.vkey]},
        {"mirrors": "one"},
        {"mirrors": [1]},
        {"origin": 7},
    ],
)
def test_a_malformed_file_of_keys_is_refused(change):
    with pytest.raises(InvalidInput) as refused:
        read_keys({"log": LOG.verifier.vkey} | change)
    assert refused.value.code == "ledger.bad_keys"
    with pytest.raises(InvalidInput):
        read_keys([])
