"""Distress devices of a run: AIS-SART, MOB and EPIRB-AIS, active ones and such as are only tested.

Units: seconds from the first instant of the run. Source: ITU-R M.1371-5, annex 9: bursts of eight messages, one a
minute while active and one burst in a test; status 14 and 15; the words of type 14.
"""

from dataclasses import dataclass

import numpy as np

from comity.ground import Floats
from comity.maritime.simulator.chance import Chance, Stream
from comity.maritime.simulator.journeys import moved
from comity.maritime.simulator.planted import Event
from comity.maritime.simulator.sea_ways import place

ACTIVE, TEST = 14, 15
"""Navigational status of a device."""

FORMS = ((970, "SART"), (972, "MOB"), (974, "EPIRB"))
"""What an MMSI of a device begins with (ITU-R M.585), and what it calls itself."""

_NUMBER = 1_000
"""The digits of the maker are 00 in a simulated device."""

_BURST, _IN_BURST_S, _EVERY_S = 8, 2.0, 60.0
_WORDS_AT = (4, 5)
_WORDS_EVERY = 4
_ACTIVE_S = 1_800.0
_OFF = ("alg_off", "bja_off", "oran_off", "ski_off", "tenes", "lei_off", "pmi_off")
_ASIDE_M = 9_000.0
_DRIFT_M_S = 0.35
_STATION = {"alg_off": "EX-ALG", "bja_off": "EX-BJA", "oran_off": "EX-ORN", "ski_off": "EX-SKI"}


@dataclass(frozen=True)
class Device:
    """What a device sends: places with a status, words at some of its instants. Shape (messages,) each."""

    mmsi: int
    status: int
    station: str
    t_s: Floats
    lat_deg: Floats
    lon_deg: Floats
    words_s: Floats
    words: str


def devices(seed: int, count: int, span_s: float) -> tuple[list[Device], list[Event]]:
    """Return devices, active and tested by turns, and what is true of each."""
    found = [_device(Chance(seed, 1_000_000 + number), number, span_s) for number in range(count)]
    events = [
        Event(
            "distress_active" if each.status == ACTIVE else "distress_test",
            (each.mmsi,),
            float(each.t_s[0]),
            float(each.t_s[-1]),
            float(each.lat_deg[0]),
            float(each.lon_deg[0]),
            {"device": each.words.split()[0]},
        )
        for each in found
    ]
    return found, events


def _device(chance: Chance, number: int, span_s: float) -> Device:
    first, name = FORMS[number // 2 % len(FORMS)]
    status = TEST if number % 2 else ACTIVE
    off = chance.pick(Stream.SPOT, _OFF)
    lasts_s = min(_ACTIVE_S, 0.5 * span_s) if status == ACTIVE else _EVERY_S
    begins_s = np.floor(chance.between(Stream.TIME, 0.1 * span_s, 0.9 * span_s - lasts_s))
    bursts = np.arange(max(1, int(lasts_s / _EVERY_S)))
    at = begins_s + bursts[:, None] * _EVERY_S + np.arange(_BURST) * _IN_BURST_S
    is_words = np.zeros(at.shape, dtype=np.bool_)
    is_words[::_WORDS_EVERY, _WORDS_AT] = True
    t_s = at[~is_words]
    east_m = chance.between(Stream.APART, -_ASIDE_M, _ASIDE_M)
    start = moved(*place(off), east_m, chance.between(Stream.APART, 0.0, _ASIDE_M, turn=1))
    away_m = _DRIFT_M_S * (t_s - t_s[0])
    lat_deg = start[0] + away_m * 0.4 / 111_000.0
    lon_deg = start[1] + away_m * 0.9 / 89_000.0
    return Device(
        mmsi=first * 1_000_000 + _NUMBER + number,
        status=status,
        station=_STATION.get(off, "EX-SAT"),
        t_s=t_s,
        lat_deg=lat_deg,
        lon_deg=lon_deg,
        words_s=at[is_words],
        words=f"{name} {'ACTIVE' if status == ACTIVE else 'TEST'}",
    )
