"""Unfinished files of earlier sizes: what the log once served still agrees with what it serves now."""

import pytest

from comity.ground import Untrusted
from comity.ledger import LogPath, check_leftovers, parse_path
from tests.ledger.logs_in_memory import MemoryLog, numbered

SIZES = (1, 200, 256, 257, 300, 600)


def grown() -> MemoryLog:
    log, entries = MemoryLog(), numbered(SIZES[-1])
    for size in SIZES:
        log.write(entries[log.tree.size : size])
    return log


def paths_of(log: MemoryLog) -> list[LogPath]:
    return [found for path in log.files if (found := parse_path(path)) is not None]


def test_a_log_that_grew_leaves_files_that_agree_with_it():
    log = grown()
    assert check_leftovers(log.read, 600, paths_of(log)) == 9  # 1, 200, 257, 300 twice each, and tile/1/000.p/1


def test_every_bit_of_every_leftover_counts_and_the_file_is_named():
    log = grown()
    good = dict(log.files)
    old = [path for path in paths_of(log) if check_leftovers(log.read, 600, [path])]
    for path in old:
        data = good[str(path)]
        for position in {0, 1, len(data) // 2, len(data) - 1}:
            log.files = good | {str(path): data[:position] + bytes([data[position] ^ 4]) + data[position + 1 :]}
            with pytest.raises(Untrusted) as found:
                check_leftovers(log.read, 600, [path])
            assert (found.value.code, found.value.values["path"]) == ("ledger.leftover_altered", str(path))
        for odd in (b"", data[:-1], data + b"\0"):
            log.files = good | {str(path): odd}
            with pytest.raises(Untrusted):
                check_leftovers(log.read, 600, [path])


def test_a_finished_file_may_stand_for_the_unfinished_one_that_the_head_proves():
    log = grown()
    finished = MemoryLog()
    finished.write(numbered(768))
    for path in ("tile/0/002", "tile/entries/002"):
        log.files[path] = finished.files[path]
        log.files.pop(f"{path}.p/88")
    log.files["tile/0/002.p/40"] = finished.files["tile/0/002"][: 40 * 32]
    assert check_leftovers(log.read, 600, paths_of(log)) == 10


def test_files_of_an_append_that_was_never_published_are_left_out():
    log = grown()
    assert (
        check_leftovers(log.read, 600, [LogPath(0, 2, 100), LogPath(0, 7, 3), LogPath(1, 0, 9), LogPath(5, 0, 1)]) == 0
    )
