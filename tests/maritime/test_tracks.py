"""Positions become identity tracks: by ship and not by MMSI, in any order, however they are cut.

The fleets are ours with planted truth (`planted_fleets`); no figure here is read off the shared file.
"""

from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from comity.ground import InvalidInput
from comity.maritime import NOISE_REASONS, Noise, finish, fold, no_tracks, track_names, track_numbers, tracks
from tests.maritime.planted_fleets import BEGIN_MS, Fleet, positions

SEAS = {"west": (38.0, 3.0), "antimeridian": (-17.0, 179.9), "north": (81.5, 20.0), "pole": (89.5, 0.0)}


def counts(found):
    return {name: found.names().to_pylist().count(name) for name in set(found.names().to_pylist()) - {None}}


def told(table, found):
    """Every row with its track and noise, in an order of its own."""
    rows = zip(*(table[name].to_pylist() for name in ("mmsi", "t_ms", "lat_deg")), strict=True)
    return sorted(zip(rows, found.track.fill_null(-1).to_pylist(), found.noise.to_pylist(), strict=True))


@pytest.mark.parametrize("sea", SEAS)
@pytest.mark.parametrize("every_s", [(2, 10), (30, 90), (2, 600)], ids=["fast", "common", "irregular"])
def test_a_ship_is_one_track_wherever_it_sails_and_however_often_it_is_heard(sea, every_s):
    fleet = Fleet(3, *SEAS[sea], hours=6 if every_s[1] < 60 else 24, every_s=every_s, is_subsecond=True)
    for knots in (0.5, 12, 22, 38):
        fleet.ship(knots=knots)
    table = fleet.table(stray_share=0.002, duplicate_share=0.01)
    found = tracks(table)
    assert len(counts(found)) == 4
    keys = zip(table["mmsi"].to_pylist(), table["t_ms"].to_pylist(), strict=True)
    codes = dict(zip(keys, found.noise.to_pylist(), strict=True))
    assert all(codes[key] in (Noise.STRAY, Noise.SPIKE) for key in fleet.strays)
    assert (found.noise.to_numpy() == 0).mean() > 0.98


def test_two_ships_under_one_mmsi_are_two_tracks():
    fleet = Fleet(5, 30.0, -40.0)
    mmsi, _ = fleet.ship(knots=8)
    fleet.ship(knots=14, mmsi=mmsi)
    first = len(fleet.columns["mmsi"])
    found = tracks(fleet.table(stray_share=0.001))
    assert len(counts(found)) == 2
    assert sum(counts(found).values()) > 0.99 * first


@pytest.mark.parametrize("silent_h", [(3, 9), (4, 20), (2, 23)])
def test_a_silence_does_not_end_a_track(silent_h):
    fleet = Fleet(7, -35.0, 18.0)
    fleet.ship(knots=16, without_h=[silent_h])
    assert len(counts(tracks(fleet.table(stray_share=0.002)))) == 1


def test_a_ship_that_is_seen_where_it_cannot_have_gone_begins_another_track():
    fleet = Fleet(9, 10.0, 60.0)
    mmsi, _ = fleet.ship(knots=10, end_h=6)
    fleet.lat = 30.0
    fleet.ship(knots=10, mmsi=mmsi, start_h=7)
    assert len(counts(tracks(fleet.table()))) == 2


def test_every_row_that_is_on_no_track_says_why():
    one: dict[str, list[Any]] = {"mmsi": [227_000_001] * 8, "t_ms": [BEGIN_MS + 60_000 * k for k in range(8)]}
    one |= {"lat": [40.0 + k * 0.003 for k in range(8)], "lon": [5.0] * 8, "sog": [10.8] * 8, "cog": [0.0] * 8}
    one["t_ms"][1] = one["t_ms"][0]  # the same instant
    one["lat"][1] = one["lat"][0]  # and place: told twice
    one["lat"][3] = float("nan")
    one["lat"][4] = 44.0
    one["lat"][6] = one["lat"][5]  # told again a minute later, though under way
    noise = [NOISE_REASONS.get(code, "") for code in tracks(positions(one)).noise.to_pylist()]
    assert noise == ["", "duplicate", "", "no-place", "stray", "", "stale", ""]


def test_a_single_position_is_a_track_and_a_table_without_rows_has_none():
    one = positions({"mmsi": [5], "t_ms": [BEGIN_MS + 250], "lat": [90.0], "lon": [180.0]})
    assert tracks(one).names().to_pylist() == [f"5-{BEGIN_MS + 250}"]
    assert len(tracks(one.slice(0, 0)).track) == 0


def mixed_fleet(seed, lat, lon):
    fleet = Fleet(seed, lat, lon, hours=12, every_s=(20, 400))
    mmsi, _ = fleet.ship(knots=9)
    fleet.ship(knots=17, mmsi=mmsi)
    fleet.ship(knots=13, without_h=[(2, 7)])
    fleet.ship(knots=4)
    return fleet.table(stray_share=0.02, duplicate_share=0.02)


@pytest.mark.parametrize("seed", range(4))
def test_tracks_do_not_depend_on_the_order_of_rows(seed):
    table = mixed_fleet(seed, 55.0, -179.9)
    shuffled = table.take(pa.array(np.random.default_rng(seed).permutation(table.num_rows)))
    assert told(shuffled, tracks(shuffled)) == told(table, tracks(table))


@pytest.mark.parametrize("pieces", [1, 2, 7, 200])
def test_one_pass_day_by_day_and_live_are_the_same(pieces):
    table = mixed_fleet(11, 20.0, 179.95)
    t_ms, state = table["t_ms"].to_numpy(), no_tracks()
    settled: list[pa.Table] = []
    for part in np.array_split(np.unique(t_ms), pieces):
        step = fold(state, table.filter(pa.array((t_ms >= part[0]) & (t_ms <= part[-1]))))
        assert step.late.num_rows == 0
        settled, state = [*settled, step.settled], step.state
    rows = pa.concat_tables([*settled, finish(state)])
    assert told(rows, tracks(table)._replace(track=rows["track"].combine_chunks(), noise=rows["noise"])) == told(
        table, tracks(table)
    )


def test_a_late_row_is_handed_back_and_folding_from_the_state_before_it_mends_the_vessel():
    table = mixed_fleet(13, 0.0, 0.0).sort_by("t_ms")
    half, late = table.slice(0, table.num_rows // 2), table.slice(table.num_rows // 4, 1)
    first = fold(no_tracks(), table.slice(0, table.num_rows // 4))
    rest = fold(first.state, table.slice(table.num_rows // 4 + 1, table.num_rows // 2))
    assert fold(rest.state, late).late.num_rows == 1
    again = fold(first.state, table.slice(table.num_rows // 4, half.num_rows - table.num_rows // 4))
    rows = pa.concat_tables([first.settled, again.settled, finish(again.state)])
    assert told(rows, tracks(half)._replace(track=rows["track"].combine_chunks(), noise=rows["noise"])) == told(
        half, tracks(half)
    )


def test_numbers_and_names_tell_the_same_tracks():
    table = mixed_fleet(17, -60.0, 100.0)
    names = ("mmsi", "t_ms", "lat_deg", "lon_deg", "sog_m_s", "cog_deg", "msg_type")
    number, noise = track_numbers(tuple(table[name].to_numpy() for name in names))
    found = tracks(table)
    pairs = set(zip(table["mmsi"].to_pylist(), number.tolist(), found.names().to_pylist(), strict=True))
    assert len(pairs - {pair for pair in pairs if pair[1] < 0}) == len(counts(found))
    assert noise.tolist() == found.noise.to_pylist()


def test_a_track_is_named_by_its_ship_and_its_beginning():
    table = mixed_fleet(19, 10.0, 10.0)
    found = tracks(table)
    for name, mmsi in zip(track_names(found.track).to_pylist(), table["mmsi"].to_pylist(), strict=True):
        assert name is None or name.startswith(f"{mmsi}-")


def test_two_ships_six_kilometres_apart_are_two_by_our_rules_and_one_by_the_published_ones():
    step = 10 / 60 / 60  # 10 kn, a report each minute, in degrees of latitude
    told: dict[str, list[Any]] = {"mmsi": [1] * 60, "t_ms": [BEGIN_MS + 30_000 * k for k in range(60)]}
    told |= {"lat": [40 + step * (k // 2) for k in range(60)], "lon": [5.0 + 0.07 * (k % 2) for k in range(60)]}
    table = positions(told | {"sog": [10.0] * 60, "cog": [0.0] * 60})
    assert len(counts(tracks(table, rules="comity-1"))) == 2
    assert len(counts(tracks(table, rules="gfw-2026"))) == 1


def test_a_position_thrown_along_the_course_does_not_draw_the_ship_after_it():
    step = 20 / 60 / 12  # 20 kn, a report each five minutes
    told: dict[str, list[Any]] = {"mmsi": [1] * 40, "t_ms": [BEGIN_MS + 300_000 * k for k in range(40)]}
    told |= {"lat": [40 + step * k for k in range(40)], "lon": [5.0] * 40, "sog": [20.0] * 40, "cog": [0.0] * 40}
    told["lat"][20] = told["lat"][28] + 0.001  # about where the ship will be in forty minutes
    found = tracks(positions(told))
    assert len(counts(found)) == 1
    assert found.noise.to_pylist() == [0] * 20 + [Noise.STRAY] + [0] * 19


def test_rules_that_nobody_wrote_are_refused():
    with pytest.raises(InvalidInput, match="set of rules"):
        tracks(positions({"mmsi": [1], "t_ms": [1]}), rules="guess")
