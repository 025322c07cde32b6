"""What the listening process does with its store as days go by; the store is the real one."""

from functools import partial

from comity.files.position_store import PositionStore
from comity.files.position_store_reading import StoredPositions
from comity.ground import MS_PER_HOUR, parse_instant
from comity.maritime import MESSAGES, STATICS
from comity.node.feeds.keeping import Batch
from comity.node.feeds.process import StoreWriter
from tests.files.position_store_walk import positions

NOON_MS = parse_instant("2026-03-01T12:00:00Z")


def write(folder, *, keep_days, hours):
    """Hear one ship at some hours after noon, one batch each, and open the store anew at each: a station restarts."""
    for hour in hours:
        at_ms = NOON_MS + hour * MS_PER_HOUR
        heard = Batch(positions([(1, at_ms, 36.0, at_ms)]), STATICS.empty_table(), MESSAGES.empty_table())
        with PositionStore(folder) as store:
            StoreWriter(store, keep_days, partial(int, at_ms))(heard)


def test_a_day_that_is_over_stands_in_one_file_and_nothing_of_it_in_the_log(tmp_path):
    write(tmp_path, keep_days=0, hours=(0, 1, 2, 24))
    with PositionStore(tmp_path) as store:
        assert [each.rows for each in store.manifest.of("positions", "2026-03-01")] == [3]
        assert [each.rows for each in store.manifest.of("positions", "2026-03-02")] == [1]


def test_days_are_forgotten_by_the_rule_and_never_without_one(tmp_path):
    write(tmp_path / "all", keep_days=0, hours=(0, 24, 72))
    write(tmp_path / "two", keep_days=2, hours=(0, 24, 72))
    assert StoredPositions(tmp_path / "all").days() == ["2026-03-01", "2026-03-02", "2026-03-04"]
    assert StoredPositions(tmp_path / "two").days() == ["2026-03-04"]
