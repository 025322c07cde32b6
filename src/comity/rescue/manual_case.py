"""What the worksheet begins with, read from the same fields as the drift: average wind and current at the start point.

Units: degrees, metres, metres per second, milliseconds since 1970.
"""

from itertools import pairwise

import numpy as np

from comity.ground import M_PER_NM, MS_PER_S, Floats, InvalidInput
from comity.rescue.fields import VectorField
from comity.rescue.leeway import LeewayClass
from comity.rescue.manual_leeway import manual_leeway
from comity.rescue.manual_plan import ManualCase, WaterCurrent

PROBABLE = float(np.sqrt(2 * np.log(2)))
"""Radius that holds half of a circular normal error, in standard deviations on an axis: 1.1774."""

SEARCHER_ERROR_M = 0.1 * M_PER_NM
"""Probable error of a unit's own position by satellite navigation (AMSA National SAR Manual, D-6:1)."""


def manual_case(
    lon_deg: float,
    lat_deg: float,
    position_error_m: float,
    from_ms: int,
    search_ms: int,
    *,
    leeway: LeewayClass,
    current: VectorField,
    wind: VectorField,
    searcher_error_m: float = SEARCHER_ERROR_M,
) -> ManualCase:
    """Return the worksheet's case for a last known position and the start of a search.

    `position_error_m` is a standard deviation on each axis, as in a case file; the worksheet's X is the probable error,
    the radius that holds half. Wind and current are averages over the drift at the start point, as the manual method
    has them, and the modelled current is one current with the probable error of one.

    Raises
    ------
    InvalidInput
        Where a field does not reach the place or the time.
    """
    flow_east, flow_north = mean_flow(current, lon_deg, lat_deg, from_ms, search_ms)
    wind_east, wind_north = mean_flow(wind, lon_deg, lat_deg, from_ms, search_ms)
    return ManualCase(
        lon_deg=lon_deg,
        lat_deg=lat_deg,
        drift_s=(search_ms - from_ms) / MS_PER_S,
        wind_m_s=float(np.hypot(wind_east, wind_north)),
        wind_from_deg=float(np.degrees(np.arctan2(-wind_east, -wind_north)) % 360),
        currents=(WaterCurrent("current", flow_east, flow_north, source=current.source),),
        leeway=manual_leeway(leeway),
        position_error_m=PROBABLE * position_error_m,
        searcher_error_m=searcher_error_m,
        wind_source=wind.source,
    )


def mean_flow(field: VectorField, lon_deg: float, lat_deg: float, from_ms: int, to_ms: int) -> tuple[float, float]:
    """Return the average of a field at a place over a time: straight between its instants and the corners of its cell.

    Corners without a value (land) do not count.
    """
    time_ms = field.time_ms
    place = _place(field, lon_deg, lat_deg)
    if place is None or from_ms < time_ms[0] or to_ms > time_ms[-1]:
        raise _outside(field, lon_deg, lat_deg, to_ms if from_ms >= time_ms[0] else from_ms)
    inside = time_ms[(time_ms > from_ms) & (time_ms < to_ms)]
    at_ms = np.unique(np.concatenate([[from_ms], inside, [to_ms]])).astype(np.float64)
    means = []
    for part in (field.east_m_s, field.north_m_s):
        values = np.interp(at_ms, time_ms, _series(part, place))
        whole = sum((b - a) * (u + v) / 2 for (a, b), (u, v) in zip(pairwise(at_ms), pairwise(values), strict=True))
        means.append(float(whole / (at_ms[-1] - at_ms[0])) if at_ms.size > 1 else float(values[0]))
    if not np.isfinite(means).all():
        raise _outside(field, lon_deg, lat_deg, from_ms)
    return means[0], means[1]


def _outside(field: VectorField, lon_deg: float, lat_deg: float, at_ms: int) -> InvalidInput:
    from comity.rescue.slices import outside_field  # with its compiler: only where there is something to refuse

    return outside_field(field, lon_deg, lat_deg, at_ms)


def _place(field: VectorField, lon_deg: float, lat_deg: float) -> tuple[float, float] | None:
    """Return the fractional row and column of a place on a field's grid; None outside it."""
    lattice = field.lattice
    x = (lon_deg - lattice.west_deg) / lattice.step_lon_deg
    y = (lat_deg - lattice.south_deg) / lattice.step_lat_deg
    rows, columns = lattice.row.shape
    if not (0 <= x <= columns - 1 and 0 <= y <= rows - 1):
        return None
    i, j = min(int(y), rows - 2), min(int(x), columns - 2)
    weights = np.outer([1 - (y - i), y - i], [1 - (x - j), x - j])
    row, column = (float((each[i : i + 2, j : j + 2] * weights).sum()) for each in (lattice.row, lattice.column))
    height, width = field.east_m_s.shape[1:]
    return (row, column) if 0 <= row <= height - 1 and 0 <= column <= width - 1 else None


def _series(values: np.ndarray[tuple[int, ...], np.dtype[np.float32]], place: tuple[float, float]) -> Floats:
    """Return the values of all instants at a place, shape (times,), from the corners that have one."""
    row, column = place
    i, j = min(int(row), values.shape[1] - 2), min(int(column), values.shape[2] - 2)
    weights = np.outer([1 - (row - i), row - i], [1 - (column - j), column - j])
    corners = values[:, i : i + 2, j : j + 2].astype(np.float64)
    known = np.isfinite(corners)
    weight = (known * weights).sum(axis=(1, 2))
    total = (np.where(known, corners, 0.0) * weights).sum(axis=(1, 2))
    return np.asarray(np.divide(total, weight, out=np.full(weight.shape, np.nan), where=weight > 0), dtype=np.float64)
