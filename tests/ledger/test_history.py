"""A head seen before: growth is fine, a shorter record is a rollback, another past a fork, and damage is neither."""

from hypothesis import given
from hypothesis import strategies as st

from comity.ground import Untrusted
from comity.ledger import Checkpoint, Head, check_history, fetch_head, read_head, sign_note
from tests.ledger.logs_in_memory import KEYS, LOG, ORIGIN, MemoryLog, log_of, numbered

SIZES = st.integers(0, 600)


def head_of(log: MemoryLog) -> Head:
    return read_head(sign_note(Checkpoint(ORIGIN, log.tree.size, log.tree.root()).text(), LOG), KEYS)


def verdict(log: MemoryLog, seen: Head) -> str | None:
    try:
        check_history(log.read, fetch_head(log.read, KEYS), seen)
    except Untrusted as error:
        return error.code
    return None


@given(SIZES, SIZES)
def test_a_record_may_grow_and_never_shrink(before, after):
    code = verdict(log_of(numbered(after)), head_of(log_of(numbered(before))))
    assert code == (None if after >= before else "ledger.rollback")


@given(st.integers(1, 600), st.data())
def test_one_other_entry_in_its_past_is_a_fork_however_much_it_grew(before, data):
    changed = data.draw(st.integers(0, before - 1))
    entries = numbered(before + data.draw(st.integers(0, 600)))
    entries[changed] = b"another past"
    assert verdict(log_of(entries), head_of(log_of(numbered(before)))) == "ledger.fork"


@given(st.integers(1, 599), st.data())
def test_a_damaged_file_is_never_called_a_fork(before, data):
    log = log_of(numbered(600))
    path = data.draw(st.sampled_from(sorted(path for path in log.files if not path.startswith("tile/entries"))))
    at = data.draw(st.integers(0, len(log.files[path]) - 1))
    log.files[path] = log.files[path][:at] + bytes([log.files[path][at] ^ 1]) + log.files[path][at + 1 :]
    assert verdict(log, head_of(log_of(numbered(before)))) not in ("ledger.fork", "ledger.rollback")


def test_a_signed_head_of_nothing_with_another_root_is_a_fork_of_every_record():
    seen = read_head(sign_note(Checkpoint(ORIGIN, 0, bytes(32)).text(), LOG), KEYS)
    assert verdict(log_of(numbered(3)), seen) == "ledger.fork"


def test_only_the_tiles_that_the_comparison_needs_are_read():
    log = log_of(numbered(66_000))
    head = fetch_head(log.read, KEYS)
    log.asked.clear()
    check_history(log.read, head, head_of(log_of(numbered(300))))
    assert len(log.asked) == len(set(log.asked)) <= 6
