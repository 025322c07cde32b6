"""Distress devices: planted ones with their truth, ours made by pyais, and each contradiction decided by hand."""

import json

import numpy as np
import pyais
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.maritime import Distresses, Sign, decode, distress_lines, signs
from comity.maritime.distress import ELSEWHERE_M, MOST_ACTIVATIONS, SILENT_MS
from tests.shared_data import SHARED, needs_shared

SYNTHETIC = SHARED / "maritime" / "synthetic"
NOON_MS = 1_754_049_600_000
KINDS = {"AIS-SART": "sart", "MOB": "mob", "EPIRB-AIS": "epirb"}


def heard_in(data):
    decoded = decode(data)
    return {now.mmsi: now for _, now in Distresses().hear(signs(decoded.positions, decoded.messages))}


@needs_shared
def test_every_planted_device_is_heard_as_what_it_is():
    truth = json.loads((SYNTHETIC / "distress_a.truth.json").read_text("utf-8"))
    found = heard_in((SYNTHETIC / "distress_a.nmea").read_bytes())
    assert {mmsi: (each.device, each.state) for mmsi, each in found.items()} == {
        each["mmsi"]: (KINDS[each["kind"]], each["state"]) for each in truth
    }
    for each in truth:
        known = found[each["mmsi"]]
        assert known.first_ms == each["first"] * 1000
        assert (known.lat_deg, known.lon_deg) == pytest.approx((each["lat"], each["lon"]), abs=0.02)
        assert known.doubt is None
        assert known.moved_m < 3000


def report(mmsi, status, lat=37.0, lon=3.0):
    return {"type": 1, "mmsi": mmsi, "status": status, "lat": lat, "lon": lon}


def text(mmsi, words):
    return {"type": 14, "mmsi": mmsi, "text": words}


@pytest.mark.parametrize(
    ("said", "state", "doubt"),
    [
        ([("status", 14)], "active", None),
        ([("status", 14), ("text", "SART ACTIVE")], "active", None),
        ([("text", "MOB ACTIVE")], "active", None),
        ([("status", 15)], "test", None),
        ([("status", 15), ("text", "SART TEST")], "test", None),
        ([("text", "EPIRB TEST")], "test", None),
        ([("text", "TEST")], "test", None),
        ([("status", 14), ("text", "SART TEST")], "active", "status_active_text_test"),
        ([("status", 15), ("text", "SART ACTIVE")], "active", "status_test_text_active"),
        ([("status", 15), ("text", "SART ACTIVE TEST")], "test", None),
        ([("status", 0)], "active", "status_not_told"),
        ([("status", 0), ("text", "MOB TEST")], "test", None),
        ([("text", "HELLO")], "doubtful", "status_not_told"),
        ([("status", 15), ("text", "INACTIVE")], "test", None),
        ([("status", 15), ("text", "SART TEST"), ("status", 14), ("text", "SART ACTIVE")], "active", None),
        ([("status", 14), ("text", "SART ACTIVE"), ("status", 15), ("text", "SART TEST")], "active", None),
    ],
)
@pytest.mark.parametrize("mmsi", [970_123_456, 972_123_456, 974_123_456])
def test_what_a_device_says_decides_what_it_is(mmsi, said, state, doubt):
    messages = [report(mmsi, what) if kind == "status" else text(mmsi, what) for kind, what in said]
    data = "\n".join(line for each in messages for line in pyais.encode_dict(each, radio_channel="A")).encode() + b"\n"
    found = heard_in(data)[mmsi]
    assert (found.state, found.doubt, found.heard) == (state, doubt, len(said))


def test_a_ship_with_the_status_of_a_device_is_doubtful_and_one_with_another_is_nothing():
    data = "\n".join(
        line for each in (report(605_016_000, 14), report(605_016_001, 15)) for line in pyais.encode_dict(each)
    )
    found = heard_in(data.encode() + b"\n")
    assert {mmsi: (each.state, each.doubt) for mmsi, each in found.items()} == {
        605_016_000: ("doubtful", "not_a_device")
    }


words = st.sampled_from(["status_test", "text_test"])


@given(st.lists(st.tuples(words, st.integers(0, 100_000)), min_size=1, max_size=40))
def test_nothing_that_a_test_says_makes_it_real(said):
    heard = [
        sign(t_s, status=15) if word == "status_test" else sign(t_s, status=None, words="SART TEST")
        for word, t_s in said
    ]
    assert {now.state for _, now in Distresses().hear(heard)} == {"test"}


def sign(t_s, *, status=14, words="", lat=37.0, lon=3.0, mmsi=970_123_456, station="north"):
    lat, lon = (float("nan"), float("nan")) if status is None else (lat, lon)
    return Sign(mmsi, NOON_MS + t_s * 1000, status, words, lat, lon, station)


@given(st.permutations(range(24)), st.integers(1, 24))
def test_bursts_are_one_distress_in_any_order_and_however_they_are_cut(order, cut):
    device = Distresses()
    heard = [sign(60 * each, lat=37 + each / 1000, station=f"s{each % 3}") for each in order]
    for begin in range(0, len(heard), cut):
        changed = device.hear(heard[begin : begin + cut])
        assert len(changed) == 1
    ((_, now),) = device.hear([])[:1] or [changed[0]]
    assert (now.number, now.heard, now.first_ms) == (0, 24, NOON_MS)
    assert (now.lat_deg, now.position_ms) == (37 + 23 / 1000, NOON_MS + 23 * 60_000)
    assert set(now.stations) == {"s0", "s1", "s2"}


def test_a_distress_that_goes_on_is_told_as_it_was_and_as_it_is():
    device = Distresses()
    ((before, now),) = device.hear([sign(0, status=15)])
    assert (before, now.state) == (None, "test")
    ((before, now),) = device.hear([sign(9)])
    assert before is not None
    assert (before.state, now.state) == ("test", "active")


def test_the_same_number_far_away_is_another_device():
    far = 37 + 2 * ELSEWHERE_M / 111_000
    found = Distresses().hear([sign(0), sign(1, lat=far), sign(2), sign(3, lat=far)])
    assert [(now.number, now.heard) for _, now in found] == [(0, 2), (1, 2)]


def test_a_device_that_was_silent_for_a_day_was_set_off_anew():
    found = Distresses().hear([sign(0), sign(SILENT_MS // 1000), sign(2 * SILENT_MS // 1000 + 1)])
    assert [(now.number, now.heard) for _, now in found] == [(0, 2), (1, 1)]


def test_what_was_kept_goes_on_after_a_start():
    ((_, now),) = Distresses().hear([sign(0)])
    ((before, again),) = Distresses([now]).hear([sign(60)])
    assert (before, again.heard) == (now, 2)


def test_whoever_forges_activations_fills_no_memory():
    turns = [sign(each * (SILENT_MS // 1000 + 1)) for each in range(MOST_ACTIVATIONS + 50)]
    numbers = {now.number for _, now in Distresses().hear(turns)}
    assert max(numbers) == MOST_ACTIVATIONS - 1


@given(
    st.integers(970_000_000, 974_999_999).filter(lambda mmsi: mmsi // 1_000_000 in (970, 972, 974)),
    st.sampled_from([1, 2, 3]),
    st.integers(0, 3),
    st.booleans(),
)
def test_no_line_of_a_device_is_ever_shed(mmsi, kind, repeat, is_text):
    said = text(mmsi, "SART ACTIVE") if is_text else report(mmsi, 14) | {"type": kind}
    (line,) = pyais.encode_dict(said | {"repeat": repeat})
    tagged = b"\\s:x,c:1738800926*00\\" + line.encode() + b"\r\n"
    assert distress_lines(b"!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A\n" + tagged) == tagged


@given(st.integers(1, 969_000_000), st.integers(0, 15))
def test_lines_of_ships_are_shed(mmsi, status):
    (line,) = pyais.encode_dict(report(mmsi, status))
    assert distress_lines(line.encode() + b"\n") == b""


def test_tables_without_a_device_tell_nothing():
    decoded = decode(b"!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A\n")
    assert decoded.positions.num_rows == 1
    assert signs(decoded.positions, decoded.messages) == []
    assert isinstance(decoded.positions, pa.Table)
    assert np.isfinite(decoded.positions["lat_deg"].to_numpy()).all()
