"""Which open track of a vessel may have a position: dead reckoning, silence, and reports that are told again.

Units: degrees, metres, metres per second, milliseconds. Source of the rule: `track_rules`.
"""

from math import hypot, log
from typing import Any, NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from comity.maritime.reckoning import offset_m, velocity_m_s
from comity.maritime.sphere import KERNEL
from comity.maritime.track_rules import OPEN_TRACKS, Noise, TrackRules

Ints = NDArray[np.int64]

MS_PER_HOUR = 3_600_000.0
MOST_WAITING = 10
"""Positions that a tentative track can hold: no rule set asks for more before it stands."""

SETTLED, HELD_BACK = 1, 2
"""What a row carried in a state is: the newest settled position of a track, or one that waits."""

FULL_POINTS = 10
"""A tentative track of fewer positions is the less believed (gpsdio-segment penalises segments under ten); ours is the
cube: a position thrown along the course must not draw the ship after it."""

REPEAT_MS = 2_000
"""The same report through several stations comes within this time."""

STALE_M = 50.0
"""A ship that should have moved further than this, and tells the same place, course and speed, is told again."""

FASTEST_M_S = 52.5
"""Above it a speed is not available (ITU-R M.1371-5: 102.3 kn; 102.2 kn stands for that and more)."""

_BIT_NOISE_M_S = (51.2 * 1852 / 3600, 63.0 * 1852 / 3600, 0.05 * 1852 / 3600)  # gpsdio-segment: speeds that are noise
NO_PLACE, DUPLICATE, STALE = Noise.NO_PLACE, Noise.DUPLICATE, Noise.STALE
COARSE, SPIKE, STRAY = Noise.COARSE, Noise.SPIKE, Noise.STRAY
LONG_RANGE = 27
FAR_BEHIND = -1e300

OPEN = OPEN_TRACKS
TICK, TRACK, POINTS, ANCHOR, WAITING, FIRST = range(6)
"""Columns of a slot: when it began, its track (−1 while tentative), its positions so far, the row of the newest settled
one (−1: none), how many rows wait, and from `FIRST` on these rows."""


class Rows(NamedTuple):
    """Columns of positions, sorted by MMSI, carried rows first, then by instant; the velocities are filled here."""

    mmsi: Any
    t_ms: Any
    lat: Any
    lon: Any
    sog: Any
    cog: Any
    msg_type: Any
    east_m_s: Any
    north_m_s: Any


class Carried(NamedTuple):
    """What a state knows of its rows, one element per row (0 where new); empty where there is no state."""

    role: Any
    tick: Any
    number: Any
    points: Any
    made: Any


class Made(NamedTuple):
    """The tracks met in this call; `count` is how many in all, and how many this vessel ever had."""

    mmsi: Any
    number: Any
    tick: Any
    count: Any


class Marks(NamedTuple):
    """For each row: its track (index into `Made`, −1 none, −2 waiting) and its noise code."""

    track: Any
    noise: Any


def empty_slots() -> NDArray[np.int64]:
    """Return the room for one vessel's open tracks: a row for each, and a row whose first number counts them."""
    return np.zeros((OPEN + 1, FIRST + MOST_WAITING), np.int64)


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def is_bit_noise(sog_m_s: float) -> bool:
    """Whether a speed is one that single wrong bits make."""
    one, two, within = _BIT_NOISE_M_S
    return bool(abs(sog_m_s - one) <= within or abs(sog_m_s - two) <= within)


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def tell_velocity(rows: Rows, i: int) -> None:
    """Fill in a row's velocity: NaN where it told none, or one that is known for bit noise."""
    sog = rows.sog[i]
    rows.east_m_s[i], rows.north_m_s[i] = np.nan, np.nan
    if sog <= FASTEST_M_S and not is_bit_noise(sog):
        rows.east_m_s[i], rows.north_m_s[i] = velocity_m_s(sog, rows.cog[i])


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def errors_m(rows: Rows, j: int, i: int) -> tuple[float, float]:
    """Return how far the later place lies off the one reckoned forward, and back, in the mean; and their distance."""
    x, y, u, v = offset_m(rows.lat[j], rows.lon[j], rows.lat[i], rows.lon[i])
    since_s = (rows.t_ms[i] - rows.t_ms[j]) / 1000.0
    away_m = hypot(x, y)
    ahead = hypot(x - rows.east_m_s[j] * since_s, y - rows.north_m_s[j] * since_s)
    back = hypot(u - rows.east_m_s[i] * since_s, v - rows.north_m_s[i] * since_s)
    if np.isnan(ahead):
        ahead = away_m if np.isnan(back) else back
    if np.isnan(back):
        back = ahead
    return (ahead + back) / 2, away_m


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def claim_of_row(rows: Rows, rules: TrackRules, j: int, i: int) -> float:
    """Return log(exp(−alpha²) / hours), the claim of the row `j` on the row `i`; very small where it cannot be."""
    hours = (rows.t_ms[i] - rows.t_ms[j]) / MS_PER_HOUR
    if hours <= 0:
        return FAR_BEHIND
    error_m, away_m = errors_m(rows, j, i)
    off_m = min(error_m, rules.distance_factor * away_m)
    reach_s = hypot(hours, rules.buffer_h) * 3600.0
    if off_m > rules.speed_m_s * reach_s:
        return FAR_BEHIND
    other = log(rules.other_class) if _is_other_class(rows.msg_type[j], rows.msg_type[i]) else 0.0
    return float(other - (off_m / (rules.scale_m_s * reach_s)) ** 2 - log(hours))


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _is_other_class(one: int, two: int) -> bool:
    a_one, a_two = 1 <= one <= 3, 1 <= two <= 3
    b_one, b_two = 18 <= one <= 19, 18 <= two <= 19
    return (a_one and b_two) or (b_one and a_two)


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def newest(slots: Ints, k: int) -> int:
    """Return a track's newest row."""
    return int(slots[k, FIRST + slots[k, WAITING] - 1] if slots[k, WAITING] > 0 else slots[k, ANCHOR])


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def is_contradicted(rows: Rows, slots: Ints, k: int, but: int) -> bool:
    """Whether another track of two positions or more was heard after this one; `but` is left out of account."""
    at_ms = rows.t_ms[newest(slots, k)]
    for o in range(slots[OPEN, 0]):
        if o != k and o != but and slots[o, POINTS] >= 2 and rows.t_ms[newest(slots, o)] > at_ms:
            return True
    return False


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def is_live(rows: Rows, rules: TrackRules, slots: Ints, k: int, i: int) -> bool:
    """Whether a track may take a row at once: heard of late, or tentative and nothing else was heard since."""
    if rows.t_ms[i] - rows.t_ms[newest(slots, k)] <= rules.live_h * MS_PER_HOUR:
        return True
    return slots[k, TRACK] < 0 and not is_contradicted(rows, slots, k, -1)


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def claim_of_slot(rows: Rows, rules: TrackRules, slots: Ints, k: int, i: int) -> tuple[float, bool]:
    """Return a track's claim, and whether it is made over its newest position, which then was a spike."""
    j, p = newest(slots, k), slots[k, ANCHOR]
    claim = claim_of_row(rows, rules, j, i)
    if slots[k, TRACK] < 0 and claim != FAR_BEHIND:
        return claim + 3.0 * log(min(slots[k, POINTS] / FULL_POINTS, 1.0)), False
    if slots[k, TRACK] < 0 or slots[k, WAITING] == 0 or p < 0 or rows.t_ms[i] <= rows.t_ms[j]:
        return claim, False
    after_m, _ = errors_m(rows, j, i)
    if claim != FAR_BEHIND and after_m <= rules.spike_m + rules.scale_m_s * (rows.t_ms[i] - rows.t_ms[j]) / 1000.0:
        return claim, False
    over = claim_of_row(rows, rules, p, i)
    before_m, _ = errors_m(rows, p, j)
    over_m, _ = errors_m(rows, p, i)
    is_off = before_m > rules.spike_m + rules.scale_m_s * (rows.t_ms[j] - rows.t_ms[p]) / 1000.0
    if over != FAR_BEHIND and is_off and over_m * rules.spike_factor < min(before_m, after_m):
        return over, True
    return claim, False


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def repeat_of(rows: Rows, rules: TrackRules, slots: Ints, i: int) -> int:
    """Return the noise code of a report told again, −1 for a second place near a track at one instant, else 0."""
    near = 0
    for k in range(slots[OPEN, 0]):
        j = newest(slots, k)
        since_ms = rows.t_ms[i] - rows.t_ms[j]
        is_coarse = rows.msg_type[i] == LONG_RANGE and rows.msg_type[j] != LONG_RANGE
        if is_coarse and since_ms <= rules.coarse_h * MS_PER_HOUR:
            return COARSE
        same_sog = rows.sog[i] == rows.sog[j] or (np.isnan(rows.sog[i]) and np.isnan(rows.sog[j]))
        same_cog = rows.cog[i] == rows.cog[j] or (np.isnan(rows.cog[i]) and np.isnan(rows.cog[j]))
        if rows.lat[i] == rows.lat[j] and rows.lon[i] == rows.lon[j]:
            if since_ms == 0 or (since_ms <= REPEAT_MS and same_sog and same_cog):
                return DUPLICATE
            if (
                same_sog
                and same_cog
                and rows.sog[i] * since_ms / 1000.0 > STALE_M
                and rows.sog[i] > rules.scale_m_s / 10
            ):
                return STALE
        if since_ms == 0:
            _, away_m = errors_m(rows, j, i)
            if away_m <= rules.speed_m_s * rules.buffer_h * 3600.0:
                near = -1
    return near
