"""Questions to a store: the answers equal a plain filter over all rows, sealed or not, over the antimeridian too."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.files import PositionQueries, PositionStore
from comity.ground import InvalidInput
from tests.files.position_store_walk import DAY_MS, NOON_MS, NOW_MS, positions, statics

RNG = np.random.default_rng(5)
ROWS = [
    (int(mmsi), NOON_MS + int(at) * 1000, round(float(lat), 3), NOON_MS + int(at) * 1000)
    for mmsi, at, lat in zip(
        RNG.integers(1, 9, 400), RNG.integers(0, 200_000, 400), RNG.uniform(-90, 90, 400), strict=True
    )
]
ROWS = list({row[:2]: row for row in ROWS}.values())
LON = {row[:2]: float(lon) for row, lon in zip(ROWS, np.round(RNG.uniform(-180, 180, len(ROWS)), 3), strict=True)}
SPAN = {"from_ms": NOON_MS, "until_ms": NOON_MS + DAY_MS}


def with_lon(rows):
    table = positions(rows)
    return table.set_column(3, "lon_deg", [[LON[row[:2]] for row in rows]]).cast(table.schema)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A store with sealed days, a late file and rows in the log."""
    path = tmp_path_factory.mktemp("store")
    with PositionStore(path) as store:
        for begin in (0, 150):
            store.append(with_lon(ROWS[begin : begin + 150]), statics([(1, NOON_MS + begin, 0.0, 0)]))
            store.seal(NOW_MS)
        store.append(with_lon(ROWS[300:]))
    return path


def keys(found):
    return [(row["mmsi"], row["t_ms"]) for row in found.table.to_pylist()]


def test_a_track_is_every_position_of_one_ship_by_instant(folder):
    with PositionQueries(folder) as queries:
        for mmsi in range(1, 10):
            wanted = sorted(row[:2] for row in ROWS if row[0] == mmsi and row[1] <= SPAN["until_ms"])
            assert keys(queries.track(mmsi, **SPAN)) == wanted


@given(
    box=st.tuples(st.integers(-180, 180), st.integers(-90, 90), st.integers(-180, 180), st.integers(-90, 90)),
    hours=st.tuples(st.integers(0, 60), st.integers(0, 60)),
)
def test_a_box_holds_what_lies_in_it_over_the_antimeridian_too(folder, box, hours):
    west, one, east, other = box
    south, north = sorted((one, other))
    span = {"from_ms": NOON_MS + hours[0] * 3_600_000, "until_ms": NOON_MS + hours[1] * 3_600_000}

    def lies(row):
        lon = LON[row[:2]]
        is_between = west <= lon <= east if west <= east else lon >= west or lon <= east
        return is_between and south <= row[2] <= north and span["from_ms"] <= row[1] <= span["until_ms"]

    with PositionQueries(folder) as queries:
        found = queries.in_box((west, south, east, north), **span)
    wanted = sorted((row[1], row[0]) for row in ROWS if lies(row))
    assert [(t_ms, mmsi) for mmsi, t_ms in keys(found)] == wanted


def test_the_last_position_of_each_ship_is_its_last_and_not_too_old(folder):
    at_ms, within_ms = NOON_MS + 100_000_000, 20_000_000
    wanted: dict[int, int] = {}
    for mmsi, t_ms, _, _ in ROWS:
        if at_ms - within_ms <= t_ms <= at_ms:
            wanted[mmsi] = max(wanted.get(mmsi, 0), t_ms)
    with PositionQueries(folder) as queries:
        assert keys(queries.last(at_ms=at_ms, within_ms=within_ms)) == sorted(wanted.items())
        world = queries.last(at_ms=at_ms, within_ms=within_ms, box_deg=(-180, -90, 180, 90))
        north = queries.last(at_ms=at_ms, within_ms=within_ms, box_deg=(-180, 0, 180, 90)).table
    assert keys(world) == sorted(wanted.items())
    assert north.num_rows < len(wanted)
    assert (north["lat_deg"].to_numpy() >= 0).all()


def test_counts_are_of_each_day(folder):
    with PositionQueries(folder) as queries:
        rows = queries.counts(from_ms=0, until_ms=2**50).to_pylist()
    assert [row["day"] for row in rows] == ["2026-03-01", "2026-03-02", "2026-03-03"]
    assert sum(row["rows"] for row in rows) == len(ROWS)
    assert max(row["ships"] for row in rows) == 8


def test_an_answer_is_limited_and_says_that_it_was_cut(folder):
    with PositionQueries(folder) as queries:
        few, all_ = queries.track(1, **SPAN, limit=3), queries.track(1, **SPAN)
        assert (few.is_cut, all_.is_cut) == (True, False)
        assert keys(few) == keys(all_)[:3]
        with pytest.raises(InvalidInput) as error:
            queries.track(1, **SPAN, limit=0)
    assert error.value.code == "files.bad_limit"


@pytest.mark.parametrize("box", [(0, 10, 1, 5), (-181, 0, 1, 5), (0, 0, 0, 91), (float("nan"), 0, 1, 5)])
def test_a_box_that_is_none_is_refused(folder, box):
    with PositionQueries(folder) as queries, pytest.raises(InvalidInput) as error:
        queries.in_box(box, **SPAN)
    assert error.value.code == "files.bad_box"


def test_a_query_goes_on_while_days_are_compacted_and_removed(folder, tmp_path):
    with PositionStore(tmp_path) as store, PositionQueries(tmp_path) as queries:
        for begin in range(0, len(ROWS), 80):
            store.append(with_lon(ROWS[begin : begin + 80]))
            store.seal(NOW_MS)
        before = keys(queries.track(1, from_ms=0, until_ms=2**50))
        store.compact(NOW_MS)
        store.compact(NOW_MS + DAY_MS)
        assert keys(queries.track(1, from_ms=0, until_ms=2**50)) == before
        store.retain(1, NOON_MS + 2 * DAY_MS)
        after = keys(queries.track(1, from_ms=0, until_ms=2**50))
    assert after == [each for each in before if each[1] >= NOON_MS + 1.5 * DAY_MS]


def test_what_a_ship_said_is_found_over_all_days(folder):
    with PositionQueries(folder) as queries:
        assert queries.sayings(1).table["shipname"].to_pylist() == ["EXAMPLE 1"]
        assert queries.sayings(77).table.num_rows == 0
