"""The detectors against the same definitions in plain SQL (`event_sql`), row by row, on random fleets."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from comity.maritime import Asked, find_events, rule_set, run_of
from comity.maritime.bucket import one_track
from tests.maritime.event_sql import asked_in_sql
from tests.maritime.fleets import HOUR_MS, Fleet, planted_fleet

KINDS = {"gap": ("gap",), "loitering": ("loitering", "loitering_in_company"), "encounter": ("encounter",)}


def wandering_fleet(seed):
    """Ships that turn, drift, fall silent and come close to one another at random: more near misses than any sea."""
    fleet = Fleet(seed, noise_m=20.0)
    draw = fleet.random
    for mmsi in range(1, 13):
        legs = [
            (draw.uniform(0.2, 7), draw.choice([0.2, 0.8, 1.9, 2.1, 6, 12]), draw.uniform(0, 360), *silent)
            for silent in [("silent",) if draw.random() < 0.15 else () for _ in range(9)]
        ]
        legs.insert(0, (draw.uniform(1, 9), draw.choice([0.1, 0.3, 2.0]), draw.uniform(0, 360)))
        lat, lon = 38 + draw.normal(0, 0.004), 4 + draw.normal(0, 0.004)
        fleet.ship(mmsi, lat, lon, legs, hour=draw.uniform(18, 23), every_s=(60.0, draw.choice([120.0, 1800.0])))
    return fleet.positions()


def rows_found(kind, positions, until_ms):
    rules = rule_set("gfw-2026")
    events, _ = find_events(positions, run_of(Asked(rules, until_ms), kinds=KINDS[kind], tracker=one_track))
    rows = events.select(["mmsi", "mmsi_2", "start_ms", "end_ms", "state"]).to_pylist()
    if kind == "gap":
        return sorted((each["mmsi"], each["start_ms"], each["end_ms"], each["state"] == "open") for each in rows)
    if kind == "loitering":
        return sorted((each["mmsi"], each["start_ms"], each["end_ms"]) for each in rows)
    return sorted((each["mmsi"], each["mmsi_2"], each["start_ms"], each["end_ms"]) for each in rows)


def rows_in_sql(kind, positions, until_ms):
    values = dict(rule_set("gfw-2026").values[kind])
    return sorted(asked_in_sql(kind, positions, **values, until_ms=until_ms))


@pytest.mark.parametrize("kind", KINDS)
@given(seed=st.integers(0, 100_000))
@settings(max_examples=3, phases=[Phase.generate])
def test_kernels_and_sql_find_the_same_rows(kind, seed):
    for positions in (planted_fleet(seed).positions(), wandering_fleet(seed)):
        until_ms = int(positions["t_ms"].to_numpy().max()) + 20 * HOUR_MS
        found = rows_found(kind, positions, until_ms)
        assert found == rows_in_sql(kind, positions, until_ms)


def test_the_wandering_fleets_hold_what_is_compared():
    """Fleets in which nothing happens would agree about nothing."""
    counts = dict.fromkeys(KINDS, 0)
    for seed in range(6):
        positions = wandering_fleet(seed)
        for kind in KINDS:
            counts[kind] += len(rows_in_sql(kind, positions, int(positions["t_ms"].to_numpy().max())))
    assert min(counts.values()) >= 5, counts
