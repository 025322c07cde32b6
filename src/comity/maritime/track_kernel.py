"""The compiled heart of tracks: each position of a vessel is put on one of its open tracks, or waits, or is set aside.

A slot is an open track: standing (it has a number) or tentative (its positions wait until enough of them agree). A
standing track holds back its newest position until the next one shows that it was no spike. Every decision reads the
rows so far and never the cut between batches. Units: degrees, metres per second, milliseconds.
"""

from math import hypot, sqrt

import numpy as np
from numba import njit

from comity.maritime.reckoning import FLAT_LAT_DEG, FLAT_SPAN_DEG, M_PER_DEGREE, cosine, offset_m, velocity_m_s
from comity.maritime.sphere import KERNEL
from comity.maritime.track_claims import (
    ANCHOR,
    COARSE,
    DUPLICATE,
    FAR_BEHIND,
    FASTEST_M_S,
    FIRST,
    HELD_BACK,
    LONG_RANGE,
    MOST_WAITING,
    MS_PER_HOUR,
    NO_PLACE,
    OPEN,
    POINTS,
    SETTLED,
    SPIKE,
    STALE,
    STRAY,
    TICK,
    TRACK,
    WAITING,
    Carried,
    Ints,
    Made,
    Marks,
    Rows,
    claim_of_row,
    claim_of_slot,
    errors_m,
    is_bit_noise,
    is_contradicted,
    is_live,
    newest,
    repeat_of,
    tell_velocity,
)
from comity.maritime.track_rules import MS_PER_TICK, TICKS_BEGIN_MS, TrackRules


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def follow(
    rows: Rows, carried: Carried, kept: Carried, rules: TrackRules, final: bool, slots: Ints, made: Made, marks: Marks
) -> None:
    """Put every row on a track; `final` decides what waits, else it is written to `kept`, to be carried on."""
    first, end = 0, rows.t_ms.size
    while first < end:
        last = first
        while last < end and rows.mmsi[last] == rows.mmsi[first]:
            last += 1
        slots[OPEN, 0], made.count[1] = 0, 0
        i = _restore(rows, carried, slots, made, marks, first, last)
        while i < last:
            i = _run_on(rows, rules, slots, marks, i, last)
            if i < last:
                _place(rows, rules, slots, made, marks, i)
                i += 1
        if final:
            _finish(rows, rules, slots, made, marks)
        else:
            _keep(slots, made, kept)
        first = last


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _restore(rows: Rows, carried: Carried, slots: Ints, made: Made, marks: Marks, first: int, last: int) -> int:
    i = first
    while i < last and i < carried.role.size and carried.role[i] != 0:
        k = 0
        while k < slots[OPEN, 0] and slots[k, TICK] != carried.tick[i]:
            k += 1
        if k == OPEN:
            i += 1  # no state of ours has more; one that has is not trusted with memory
            continue
        if k == slots[OPEN, 0]:
            _open(slots, carried.tick[i], carried.points[i])
            if carried.number[i] >= 0:
                slots[k, TRACK] = _note(made, rows.mmsi[i], carried.number[i], carried.tick[i])
        if carried.role[i] == SETTLED:
            slots[k, ANCHOR] = i
            marks.track[i] = slots[k, TRACK]
        elif slots[k, WAITING] < MOST_WAITING:
            slots[k, FIRST + slots[k, WAITING]] = i
            slots[k, WAITING] += 1
        made.count[1] = carried.made[i]
        i += 1
    return i


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _keep(slots: Ints, made: Made, kept: Carried) -> None:
    for k in range(slots[OPEN, 0]):
        for w in range(-1, slots[k, WAITING]):
            i = slots[k, FIRST + w] if w >= 0 else slots[k, ANCHOR]
            if i < 0:
                continue
            kept.role[i] = HELD_BACK if w >= 0 else SETTLED
            kept.tick[i] = slots[k, TICK]
            kept.number[i] = made.number[slots[k, TRACK]] if slots[k, TRACK] >= 0 else -1
            kept.points[i] = slots[k, POINTS]
            kept.made[i] = made.count[1]


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _run_on(rows: Rows, rules: TrackRules, slots: Ints, marks: Marks, i: int, last: int) -> int:
    """Put rows on the only open track as long as each is where it was awaited; return the first that is not.

    Nearly every row is such a one, so this is `_place` written flat for it, without a call: the same errors, by the
    same tables, and whatever is not plain (a repeat, no speed, far, polar) is left to `_place`.
    """
    begun, j = i, slots[0, FIRST]
    if slots[OPEN, 0] != 1 or slots[0, TRACK] < 0 or slots[0, WAITING] != 1:
        return i
    track, anchor, live_ms = slots[0, TRACK], slots[0, ANCHOR], rules.live_h * MS_PER_HOUR
    lat_j, lon_j, t_j, east_j, north_j = rows.lat[j], rows.lon[j], rows.t_ms[j], rows.east_m_s[j], rows.north_m_s[j]
    east_k, north_k = np.nan, np.nan
    while i < last:
        lat, lon, sog, cog, since_ms = rows.lat[i], rows.lon[i], rows.sog[i], rows.cog[i], rows.t_ms[i] - t_j
        north_deg, east_of_deg, middle = lat - lat_j, lon - lon_j, abs(lat + lat_j) * 0.5
        is_near = abs(north_deg) < FLAT_SPAN_DEG and abs(east_of_deg) < FLAT_SPAN_DEG and middle < FLAT_LAT_DEG
        is_told = 0.0 <= cog <= 360.0 and 0.0 <= sog <= FASTEST_M_S and not is_bit_noise(sog)
        if not (is_near and is_told and 0 < since_ms <= live_ms and abs(lon) <= 180.0):
            break
        if (lat == lat_j and lon == lon_j) or rows.msg_type[i] == LONG_RANGE:
            break
        east, north = velocity_m_s(sog, cog)
        x = east_of_deg * cosine(middle) * M_PER_DEGREE
        y, since_s = north_deg * M_PER_DEGREE, since_ms / 1000.0
        ahead = sqrt((x - east_j * since_s) ** 2 + (y - north_j * since_s) ** 2)
        back = sqrt((x - east * since_s) ** 2 + (y - north * since_s) ** 2)
        if not (ahead + back) / 2 <= rules.spike_m + rules.scale_m_s * since_s:  # not where j has no velocity
            break
        marks.track[j] = track
        anchor, east_k, north_k = j, east_j, north_j
        j, lat_j, lon_j, t_j, east_j, north_j = i, lat, lon, rows.t_ms[i], east, north
        i += 1
    if i > begun:
        slots[0, ANCHOR], slots[0, FIRST] = anchor, j
        slots[0, POINTS] += i - begun
        rows.east_m_s[j], rows.north_m_s[j] = east_j, north_j
        rows.east_m_s[anchor], rows.north_m_s[anchor] = east_k, north_k
    return i


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _place(rows: Rows, rules: TrackRules, slots: Ints, made: Made, marks: Marks, i: int) -> None:
    if not (abs(rows.lat[i]) <= 90.0 and abs(rows.lon[i]) <= 180.0):
        marks.noise[i] = NO_PLACE
        return
    tell_velocity(rows, i)
    _expire(rows, rules, slots, marks, rows.t_ms[i])
    repeat = repeat_of(rows, rules, slots, i)
    if repeat in (DUPLICATE, STALE, COARSE):
        marks.noise[i] = repeat
        return
    best, best_claim, best_over = -1, FAR_BEHIND, False
    for k in range(slots[OPEN, 0]):
        if not is_live(rows, rules, slots, k, i):
            continue
        claim, over = claim_of_slot(rows, rules, slots, k, i)
        if claim == FAR_BEHIND:
            continue
        if claim > best_claim or (claim == best_claim and slots[k, TICK] < slots[best, TICK]):
            best, best_claim, best_over = k, claim, over
    if best >= 0:
        _take(rows, rules, slots, made, marks, best, i, best_over)
    elif repeat != 0:
        marks.noise[i] = DUPLICATE
    else:
        _begin(rows, slots, marks, i)


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _expire(rows: Rows, rules: TrackRules, slots: Ints, marks: Marks, now_ms: int) -> None:
    """Set aside tentative tracks that fell silent while another track was heard."""
    k = 0
    while k < slots[OPEN, 0]:
        silent_ms = now_ms - rows.t_ms[newest(slots, k)]
        if slots[k, TRACK] < 0 and silent_ms > rules.live_h * MS_PER_HOUR and is_contradicted(rows, slots, k, -1):
            _drop(slots, marks, k)
        else:
            k += 1


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _drop(slots: Ints, marks: Marks, k: int) -> None:
    """Take a slot away: what waits on a standing track is on it, what waits on a tentative one is stray."""
    for w in range(slots[k, WAITING]):
        if slots[k, TRACK] >= 0:
            marks.track[slots[k, FIRST + w]] = slots[k, TRACK]
        else:
            marks.track[slots[k, FIRST + w]] = -1
            marks.noise[slots[k, FIRST + w]] = STRAY
    _remove(slots, k)


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _remove(slots: Ints, k: int) -> None:
    last = slots[OPEN, 0] - 1
    slots[k, :] = slots[last, :]
    slots[OPEN, 0] = last


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _open(slots: Ints, tick: int, points: int) -> int:
    k = slots[OPEN, 0]
    slots[k, TICK], slots[k, TRACK], slots[k, POINTS] = tick, -1, points
    slots[k, ANCHOR], slots[k, WAITING] = -1, 0
    slots[OPEN, 0] = k + 1
    return int(k)


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _note(made: Made, mmsi: int, number: int, tick: int) -> int:
    track = made.count[0]
    made.mmsi[track], made.number[track], made.tick[track] = mmsi, number, tick
    made.count[0] = track + 1
    return int(track)


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _begin(rows: Rows, slots: Ints, marks: Marks, i: int) -> None:
    """Open a tentative track; where all places are taken, the one longest silent gives way, tentative ones first."""
    if slots[OPEN, 0] == OPEN:
        worst = 0
        for k in range(1, OPEN):
            stands, stood = slots[k, TRACK] >= 0, slots[worst, TRACK] >= 0
            earlier = rows.t_ms[newest(slots, k)] < rows.t_ms[newest(slots, worst)]
            if (stood and not stands) or (stands == stood and earlier):
                worst = k
        _drop(slots, marks, worst)
    tick = max((rows.t_ms[i] - TICKS_BEGIN_MS) // MS_PER_TICK, 0)
    k = 0
    while k < slots[OPEN, 0]:
        if slots[k, TICK] == tick:
            tick, k = tick + 1, -1
        k += 1
    k = _open(slots, tick, 1)
    slots[k, FIRST + 0] = i
    slots[k, WAITING] = 1
    marks.track[i] = -2


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _take(rows: Rows, rules: TrackRules, slots: Ints, made: Made, marks: Marks, k: int, i: int, is_over: bool) -> None:
    """Let a track have the row; `is_over` sets its newest position aside as a spike."""
    if is_over:
        j = slots[k, FIRST + 0]
        marks.track[j], marks.noise[j] = -1, SPIKE
        slots[k, WAITING] = 0
    before = newest(slots, k)
    if np.isnan(rows.east_m_s[i]):
        since_s = (rows.t_ms[i] - rows.t_ms[before]) / 1000.0
        if since_s <= rules.live_h * 3600.0:
            _, _, x, y = offset_m(rows.lat[before], rows.lon[before], rows.lat[i], rows.lon[i])
            rows.east_m_s[i], rows.north_m_s[i] = x / since_s, y / since_s
    marks.track[i] = -2
    slots[k, POINTS] += 1
    if slots[k, TRACK] < 0:
        slots[k, FIRST + slots[k, WAITING]] = i
        slots[k, WAITING] += 1
        _try_to_stand(rows, rules, slots, made, marks, k)
        return
    if slots[k, WAITING] == 1:
        marks.track[before] = slots[k, TRACK]
        slots[k, ANCHOR] = before
    slots[k, FIRST + 0] = i
    slots[k, WAITING] = 1


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _try_to_stand(rows: Rows, rules: TrackRules, slots: Ints, made: Made, marks: Marks, k: int) -> None:
    s = _reached(rows, rules, slots, k, False)
    if s >= 0:
        _join(slots, marks, s, k)
    elif slots[k, POINTS] >= rules.new_points or slots[k, WAITING] == MOST_WAITING:
        _stand(rows, slots, made, marks, k)


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _reached(rows: Rows, rules: TrackRules, slots: Ints, k: int, is_last: bool) -> int:
    """Return the standing track, silent before, that a tentative one continues; −1 where none can be.

    Two positions continue the track that was heard last (at the end of all, one does); `new_points` an older one.
    A track that dead reckoning confirms goes first, then the one heard last.
    """
    i, best, best_tight, best_rank = slots[k, FIRST + 0], -1, False, 0.0
    for s in range(slots[OPEN, 0]):
        j = newest(slots, s)
        if slots[s, TRACK] < 0 or rows.t_ms[j] >= rows.t_ms[i]:
            continue
        need = 1 if is_last else 2
        if is_contradicted(rows, slots, s, k):
            need = rules.new_points
        if slots[k, POINTS] < need:
            continue
        hours = (rows.t_ms[i] - rows.t_ms[j]) / MS_PER_HOUR
        reach_s = hypot(hours, rules.buffer_h) * 3600.0
        error_m, away_m = errors_m(rows, j, i)
        own_m_s = 1.1 * hypot(rows.east_m_s[i], rows.north_m_s[i])  # a fast craft goes as fast as it says, and a tenth
        speed_m_s = own_m_s if own_m_s > rules.speed_m_s else rules.speed_m_s
        if away_m > speed_m_s * reach_s:
            continue
        is_tight = hours <= rules.reckon_h and error_m <= rules.scale_m_s * reach_s
        rank = claim_of_row(rows, rules, j, i) if is_tight else float(rows.t_ms[j])
        if best < 0 or (is_tight and not best_tight) or (is_tight == best_tight and rank > best_rank):
            best, best_tight, best_rank = s, is_tight, rank
    return best


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _join(slots: Ints, marks: Marks, s: int, k: int) -> None:
    """Give the positions of a tentative track to the standing one that it continues; the newest waits on."""
    for w in range(slots[s, WAITING]):
        slots[s, ANCHOR] = slots[s, FIRST + w]
        marks.track[slots[s, ANCHOR]] = slots[s, TRACK]
    slots[s, POINTS] += slots[k, POINTS]
    _settle(slots, marks, s, k)
    _remove(slots, k)


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _stand(rows: Rows, slots: Ints, made: Made, marks: Marks, k: int) -> None:
    number = made.count[1]
    made.count[1] = number + 1
    slots[k, TRACK] = _note(made, rows.mmsi[slots[k, FIRST + 0]], number, slots[k, TICK])
    _settle(slots, marks, k, k)


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _settle(slots: Ints, marks: Marks, s: int, k: int) -> None:
    """Put what waits on `k` on the track of `s`, all but the newest, which goes on waiting there."""
    last = slots[k, WAITING] - 1
    for w in range(last):
        slots[s, ANCHOR] = slots[k, FIRST + w]
        marks.track[slots[s, ANCHOR]] = slots[s, TRACK]
    slots[s, FIRST + 0] = slots[k, FIRST + last]
    slots[s, WAITING] = 1


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _finish(rows: Rows, rules: TrackRules, slots: Ints, made: Made, marks: Marks) -> None:
    """No row follows: what waits is decided. A vessel without a track has its longest tentative one for it."""
    if made.count[1] == 0 and slots[OPEN, 0] > 0:
        best = 0
        for k in range(1, slots[OPEN, 0]):
            longer = slots[k, POINTS] > slots[best, POINTS]
            if longer or (slots[k, POINTS] == slots[best, POINTS] and slots[k, TICK] < slots[best, TICK]):
                best = k
        _stand(rows, slots, made, marks, best)
    while True:
        k = -1
        for o in range(slots[OPEN, 0]):
            if slots[o, TRACK] < 0 and (k < 0 or slots[o, TICK] < slots[k, TICK]):
                k = o
        if k < 0:
            break
        s = -1
        if not is_contradicted(rows, slots, k, -1):
            s = _reached(rows, rules, slots, k, True)
        if s >= 0:
            _join(slots, marks, s, k)
        else:
            _drop(slots, marks, k)
    while slots[OPEN, 0] > 0:
        _drop(slots, marks, 0)
