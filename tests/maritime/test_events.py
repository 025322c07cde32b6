"""What the detectors find in fleets with planted events, and that nothing but the positions decides it."""

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.maritime import Asked, event_changes, find_events, no_events, rule_set, run_of
from tests.maritime.fleets import HOUR_MS, Fleet, planted_fleet

HALF = 0.5


def events_of(positions, *, until_ms=None, rules="gfw-2026", kinds=()):
    end_ms = int(positions["t_ms"].to_numpy().max()) if until_ms is None else until_ms
    return find_events(positions, run_of(Asked(rule_set(rules), end_ms), kinds=kinds))[0]


def found(events, kind):
    return [each for each in events.to_pylist() if each["kind"] == kind]


def matches(event, planted):
    _, vessels, start_ms, end_ms = planted
    if {event["mmsi"], event["mmsi_2"]} - {0} != vessels:
        return False
    shared = min(event["end_ms"], end_ms) - max(event["start_ms"], start_ms)
    return shared >= HALF * max(end_ms - start_ms, event["end_ms"] - event["start_ms"])


@given(seed=st.integers(0, 10_000))
@settings(max_examples=4)
def test_what_was_planted_is_found_once_and_nothing_else_that_has_ended(seed):
    fleet = planted_fleet(seed)
    events = events_of(fleet.positions())
    for kind in ("gap", "loitering", "encounter"):
        closed = [each for each in found(events, kind) if each["state"] == "closed"]
        planted = [each for each in fleet.planted if each[0] == kind]
        assert len(closed) == len(planted), kind
        assert all(any(matches(event, each) for event in closed) for each in planted), kind


@pytest.mark.parametrize("lon_deg", [4.0, 179.9, -179.95])
@pytest.mark.parametrize("lat_deg", [0.0, 72.0, -83.5])
def test_a_meeting_is_found_at_the_antimeridian_and_at_high_latitudes(lat_deg, lon_deg):
    fleet = planted_fleet(5, lat_deg=lat_deg, lon_deg=lon_deg)
    events = events_of(fleet.positions(), kinds=("encounter",))
    planted = next(each for each in fleet.planted if each[0] == "encounter")
    (meeting,) = found(events, "encounter")
    assert matches(meeting, planted)
    assert abs(meeting["lat_deg"] - lat_deg) < 0.1
    assert abs((meeting["lon_deg"] - lon_deg + 180) % 360 - 180) < 0.5


def test_the_order_of_rows_and_rows_told_twice_decide_nothing():
    fleet = planted_fleet(11)
    events = events_of(fleet.positions())
    again = pa.concat_tables([fleet.positions(shuffled=1), fleet.positions(shuffled=2)])
    assert events_of(again).equals(events)


def test_a_position_nowhere_and_one_of_a_clock_that_runs_ahead_decide_nothing():
    fleet = planted_fleet(11)
    positions = fleet.positions()
    until_ms = int(positions["t_ms"].to_numpy().max())
    odd = positions.slice(0, 4).to_pylist()
    odd[0] |= {"lat_deg": 91.0, "lon_deg": 181.0}
    odd[1] |= {"lat_deg": float("nan")}
    odd[2] |= {"lon_deg": float("inf")}
    odd[3] |= {"t_ms": until_ms + 400 * 24 * HOUR_MS}
    with_odd = pa.concat_tables([positions, pa.Table.from_pylist(odd, schema=positions.schema)]).unify_dictionaries()
    assert events_of(with_odd, until_ms=until_ms).equals(events_of(positions))


def test_no_positions_have_no_events():
    assert events_of(planted_fleet(1).positions().slice(0, 0), until_ms=0).num_rows == 0


def test_an_event_keeps_its_name_from_the_hour_it_opens_and_closes_once():
    """The data ends inside every planted event, and at midnight; each run is told as changes of the one before."""
    fleet = planted_fleet(23)
    positions = fleet.positions()
    t_ms = positions["t_ms"].to_numpy()
    middles = [end_ms - HOUR_MS // 3 for _, _, _, end_ms in fleet.planted]
    ends = sorted({*middles, 1_738_886_400_000, int(t_ms.max())})
    told, lives = no_events(), dict[str, list[str]]()
    for end_ms in ends:
        now = events_of(positions.filter(pa.array(t_ms <= end_ms)), until_ms=end_ms)
        for change in event_changes(told, now).to_pylist():
            lives.setdefault(change["event_id"], []).append(change["change"])
        told = now
    whole = events_of(positions)
    assert told.equals(whole)
    assert set(whole["event_id"].to_pylist()) <= set(lives)
    for kind, vessels, _, end_ms in fleet.planted:
        (event,) = [each for each in found(whole, kind) if {each["mmsi"], each["mmsi_2"]} - {0} == vessels
                    and each["state"] == "closed"]  # fmt: skip
        life = lives[event["event_id"]]
        assert life[0] == "opened", (kind, life)
        assert life[-1] in ("closed", "amended"), (kind, life)
        assert life.count("closed") == 1, (kind, life)
        assert event["end_ms"] >= end_ms - HOUR_MS


def test_an_event_that_late_rows_undo_is_withdrawn():
    fleet = Fleet(3)
    fleet.ship(227_000_061, 38.0, 4.0, [(6, 10, 90), (14, 10, 90), (6, 10, 90)])
    positions = fleet.positions()
    heard = (positions["t_ms"].to_numpy() - fleet.begin_ms) / HOUR_MS
    silent = (heard > 6) & (heard < 20)
    before = events_of(positions.filter(pa.array(~silent)), kinds=("gap",))
    after = events_of(positions, kinds=("gap",))
    (gap,) = before.to_pylist()
    assert after.num_rows == 0
    assert event_changes(before, after).to_pylist() == [gap | {"change": "withdrawn"}]
