"""The compiled heart of the circle check: windows of a track that lie on a circle, by a fit of least squares.

Units: metres east and north of the window's middle, seconds. Source of the fit: I. Kåsa, A circle fitting procedure and
its error analysis, IEEE Trans. Instrum. Meas. 25, 1976 (the circle that is linear in its parameters).
"""

from math import atan2, hypot, pi, sqrt

import numpy as np
from numba import njit

from comity.ground import Floats
from comity.maritime.reckoning import offset_m
from comity.maritime.sphere import KERNEL
from comity.maritime.track_claims import Ints

SECTORS = 24
"""Of 15° each: how much of the circle a window has seen."""

EAST, NORTH, RADIUS, RESIDUAL, EMPTY, LENGTH = range(6)
"""Fields of a fit: the centre from the window's first row, the radius, the root mean square of the distance from the
circle, the widest stretch of sectors without a row, and the sum of the steps between the rows."""


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def fit_circle(lat: Floats, lon: Floats, rows: Ints, begin: int, end: int, fit: Floats) -> bool:
    """Fit a circle to the rows from `begin` to before `end`; False where they lie on a line or on one spot."""
    count = end - begin
    lat_0, lon_0 = lat[rows[begin]], lon[rows[begin]]
    sx = sy = sxx = syy = sxy = sxz = syz = sz = 0.0
    for k in range(begin, end):
        x, y, _, _ = offset_m(lat_0, lon_0, lat[rows[k]], lon[rows[k]])
        z = x * x + y * y
        sx, sy, sz = sx + x, sy + y, sz + z
        sxx, syy, sxy = sxx + x * x, syy + y * y, sxy + x * y
        sxz, syz = sxz + x * z, syz + y * z
    mx, my, mz = sx / count, sy / count, sz / count
    cxx, cyy, cxy = sxx / count - mx * mx, syy / count - my * my, sxy / count - mx * my
    cxz, cyz = sxz / count - mx * mz, syz / count - my * mz
    spread = cxx * cyy - cxy * cxy
    if not spread > 1e-3 * (cxx + cyy) ** 2:  # a line has none; a circle a quarter
        return False
    fit[EAST] = 0.5 * (cxz * cyy - cyz * cxy) / spread
    fit[NORTH] = 0.5 * (cyz * cxx - cxz * cxy) / spread
    fit[RADIUS] = sqrt(max(mz - 2 * (fit[EAST] * mx + fit[NORTH] * my) + fit[EAST] ** 2 + fit[NORTH] ** 2, 0.0))
    return bool(fit[RADIUS] > 0.0)


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def judge_circle(lat: Floats, lon: Floats, rows: Ints, begin: int, end: int, fit: Floats, seen: Ints) -> None:
    """Fill in how well the rows lie on the fitted circle."""
    lat_0, lon_0 = lat[rows[begin]], lon[rows[begin]]
    seen[:] = 0
    squares = 0.0
    for k in range(begin, end):
        x, y, _, _ = offset_m(lat_0, lon_0, lat[rows[k]], lon[rows[k]])
        x, y = x - fit[EAST], y - fit[NORTH]
        squares += (hypot(x, y) - fit[RADIUS]) ** 2
        seen[min(int((atan2(y, x) + pi) / (2 * pi) * SECTORS), SECTORS - 1)] = 1
    fit[RESIDUAL] = sqrt(squares / (end - begin))
    run = widest = 0
    for k in range(2 * SECTORS):
        run = 0 if seen[k % SECTORS] else run + 1
        widest = max(widest, run)
    fit[EMPTY] = widest


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def circling(
    lat: Floats, lon: Floats, t_s: Floats, run_m: Floats, rows: Ints, lengths: Ints, limits: Floats, found: Ints
) -> int:
    """Find the windows of one thinned track that go round and round; return how many.

    Parameters
    ----------
    rows
        The rows of the thinned track.
    run_m
        Way made through the water up to each of `rows`, by the speeds that the ship told.
    lengths
        How many rows the windows have; each begins a third of its length after the one before.
    limits
        Least speed, share and metres of the residual, most empty sectors, least rounds, least and largest radius.
    found
        Filled with (first, last) of the windows, as places in `rows`.
    """
    speed, share, metres, empty, rounds, least, most = limits
    count, seen, fit = 0, np.zeros(SECTORS, np.int64), np.zeros(6)
    for length in lengths:
        begin = 0
        while begin + length <= rows.size and count < found.shape[0]:
            end = begin + length
            way, time = run_m[end - 1] - run_m[begin], t_s[rows[end - 1]] - t_s[rows[begin]]
            may_be = way >= speed * time and time > 0 and _turns_back(lat, lon, rows, begin, end, way)
            if may_be and fit_circle(lat, lon, rows, begin, end, fit) and least <= fit[RADIUS] <= most:
                judge_circle(lat, lon, rows, begin, end, fit, seen)
                is_round = fit[RESIDUAL] <= share * fit[RADIUS] + metres and fit[EMPTY] <= empty
                if is_round and way >= rounds * 2 * pi * fit[RADIUS]:
                    found[count, 0], found[count, 1] = begin, end - 1
                    count += 1
            begin += max(length // 3, 1)
    return count


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _turns_back(lat: Floats, lon: Floats, rows: Ints, begin: int, end: int, way: float) -> bool:
    """Whether the ends lie near one another for the way made: a quick no for ships that go anywhere."""
    x, y, _, _ = offset_m(lat[rows[begin]], lon[rows[begin]], lat[rows[end - 1]], lon[rows[end - 1]])
    return hypot(x, y) < 0.5 * way


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def thinned(track: Ints, t_s: Floats, sog: Floats, step_s: float, rows: Ints, run_m: Floats) -> int:
    """Fill in the rows that are a step apart on each track, and the way made up to them; return how many."""
    count, way = 0, 0.0
    for i in range(track.size):
        same = i > 0 and track[i] == track[i - 1]
        if same:
            knows, knew = sog[i] == sog[i], sog[i - 1] == sog[i - 1]
            speed = (sog[i] if knows else 0.0) + (sog[i - 1] if knew else 0.0)
            way += speed / max(knows + knew, 1) * (t_s[i] - t_s[i - 1])
        if not same or t_s[i] - t_s[rows[count - 1]] >= step_s:
            rows[count], run_m[count] = i, way
            count += 1
    return count
