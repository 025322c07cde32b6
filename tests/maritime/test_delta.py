"""Positions over a thin link: exact to the quantum, small, and refused where they are not what they say."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.ground import InvalidInput, distance_m
from comity.maritime import DELTA, delta_of, quantised, read_delta, reckoned, simulate, thinned
from comity.maritime.delta_numbers import read, written

BEGINS_MS = 1_738_800_000_000
LINK_BYTES_PER_S = 64_000 / 8

FIXES = st.tuples(
    st.sampled_from([1, 2, 605000001, 999_999_999]),
    st.integers(-(10**12), 2 * 10**12),
    st.one_of(st.floats(-90, 90), st.just(float("nan"))),
    st.one_of(st.floats(-180, 180), st.sampled_from([179.99996, -180.0, 180.0])),
    st.one_of(st.floats(0, 60), st.just(float("nan"))),
    st.one_of(st.floats(0, 359.99), st.just(float("nan"))),
)


def table(rows):
    columns = [[row[i] for row in rows] for i in range(len(DELTA))]
    return pa.table([pa.array(c, f.type) for c, f in zip(columns, DELTA, strict=True)], schema=DELTA)


def same(one, other):
    return all(np.array_equal(one[name].to_numpy(), other[name].to_numpy(), equal_nan=True) for name in DELTA.names)


def last_of_each(rows):
    found = quantised(rows)
    mmsi = found["mmsi"].to_numpy()
    return found.take(pa.array(np.flatnonzero(np.append(np.diff(mmsi) != 0, True)))) if len(mmsi) else found


@pytest.fixture(scope="module")
def day():
    return simulate(seed=8, ships=60, hours=24, begins_ms=BEGINS_MS).positions


@given(st.lists(st.integers(-(2**62) + 1, 2**62 - 1), max_size=200))
def test_any_numbers_come_back_and_what_follows_them_is_left(numbers):
    values = np.array([each // (1 + i % 7 * 10**17) for i, each in enumerate(numbers)], dtype=np.int64)
    values = np.clip(values, -(2**40), 2**40)
    found, rest = read(written(values) + b"rest", len(values))
    assert (found.tolist(), rest) == (values.tolist(), b"rest")


@given(st.lists(FIXES, max_size=60), st.lists(FIXES, max_size=20))
def test_positions_come_back_exact_to_the_quantum_with_whatever_the_receiver_holds(rows, held):
    sent, since = table(rows), last_of_each(table(held))
    assert same(read_delta(delta_of(sent)), quantised(sent))
    assert same(read_delta(delta_of(sent, since=since), since=since), quantised(sent))


@given(st.lists(FIXES, min_size=1, max_size=40))
def test_a_quantum_is_half_a_ten_thousandth_of_a_degree_and_a_second(rows):
    sent = table(rows)
    found = quantised(sent)
    given_rows = {
        (row["mmsi"], row["t_ms"] // 1000): row for row in sent.to_pylist() if row["lat_deg"] == row["lat_deg"]
    }
    assert found.num_rows == len(given_rows)
    for row in found.to_pylist():
        before = given_rows[row["mmsi"], row["t_ms"] // 1000]
        assert row["lat_deg"] == pytest.approx(before["lat_deg"], abs=0.5001e-4)
        assert (row["lon_deg"] - before["lon_deg"] + 180) % 360 - 180 == pytest.approx(0, abs=0.5001e-4)
        assert 0 <= before["t_ms"] - row["t_ms"] < 1000
        if row["sog_m_s"] == row["sog_m_s"]:
            assert row["sog_m_s"] == pytest.approx(before["sog_m_s"], abs=0.0501)


def test_what_is_left_out_is_reckoned_within_the_stated_distance(day):
    every = thinned(day, every_s=300, within_m=0.0, at_least_s=1)
    sent = thinned(day, every_s=300, within_m=100.0)
    assert sent.num_rows < 0.6 * every.num_rows
    lat_deg, lon_deg = reckoned(read_delta(delta_of(sent)), every["mmsi"].to_numpy(), every["t_ms"].to_numpy())
    missed_m = distance_m(lat_deg, lon_deg, every["lat_deg"].to_numpy(), every["lon_deg"].to_numpy())
    assert missed_m.max() < 101.0
    gaps_s = np.diff(sent["t_ms"].to_numpy())[np.diff(sent["mmsi"].to_numpy()) == 0] / 1000
    assert gaps_s.min() > 0


def test_a_thousand_vessels_take_at_most_twelve_kilobytes_and_half_when_they_are_known(day):
    last = last_of_each(day)
    turn = np.arange(1_000) % last.num_rows
    picture = last.take(pa.array(turn)).set_column(0, "mmsi", pa.array(201_000_000 + np.arange(1_000) * 571_113))
    lat_deg = picture["lat_deg"].to_numpy() + np.arange(1_000) % 83 * 0.0127
    picture = picture.set_column(2, "lat_deg", pa.array(lat_deg))
    whole = delta_of(picture)
    assert len(whole) <= 12_000
    later = picture.set_column(1, "t_ms", pa.array(picture["t_ms"].to_numpy() + 60_000))
    assert len(delta_of(later, since=quantised(picture))) < 0.5 * len(whole)


def test_a_day_of_five_thousand_vessels_at_five_minutes_passes_a_thin_link_in_ten_minutes(day):
    """The bytes of each fix at five minutes, times 288 × 5,000; the fixes that are left out are reckoned to 100 m."""
    every = thinned(day, every_s=300, within_m=0.0, at_least_s=1).num_rows
    for within_m, minutes in ((0.0, 11.0), (50.0, 8.0), (100.0, 6.0)):
        size = len(delta_of(thinned(day, every_s=300, within_m=within_m, at_least_s=3600 if within_m else 1)))
        took = size / every * 288 * 5_000 / LINK_BYTES_PER_S / 60
        assert took <= minutes, (within_m, size / every)


def test_a_delta_for_another_receiver_is_refused(day):
    since = last_of_each(day.slice(0, 500))
    data = delta_of(day.slice(500, 500), since=since)
    for other in (None, since.slice(1)):
        with pytest.raises(InvalidInput, match="cannot be read"):
            read_delta(data, since=other)


@given(st.data())
def test_bytes_that_are_no_delta_are_refused_or_read_and_nothing_else(day, data):
    whole = bytearray(delta_of(day.slice(0, 40)))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    try:
        found = read_delta(cut)
    except InvalidInput:
        return
    assert found.schema == DELTA
    assert (np.abs(found["lat_deg"].to_numpy()) <= 90).all()


def test_nothing_is_a_delta_too():
    empty = DELTA.empty_table()
    assert read_delta(delta_of(empty)).num_rows == 0
    assert thinned(empty, every_s=300, within_m=50.0).num_rows == 0
    assert np.isnan(reckoned(empty, np.array([1]), np.array([1]))[0]).all()
