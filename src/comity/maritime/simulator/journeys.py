"""How one ship moves: a line through time, straight from knot to knot, its corners rounded.

Units: seconds from the first instant of the run (a journey may begin before it and end after it), degrees, metres per
second.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from comity.ground import Floats, metres_per_degree
from comity.maritime.simulator.sea_ways import PORTS, points, route

UNDER_WAY, AT_ANCHOR, MOORED, FISHING = 0, 1, 5, 7
"""Navigational status (ITU-R M.1371-5, table 45)."""

_CORNER_M = 1_200.0
"""How far before a way-point a ship begins to turn."""

_CORNER_STEPS = 8
_HARBOUR_M = 3_500.0
"""Within this of its berth a ship sails at `_HARBOUR_SHARE` of its speed."""

_HARBOUR_SHARE = 0.45


@dataclass(frozen=True)
class Call:
    """A stay in a port, from mooring to casting off."""

    port: str
    from_s: float
    to_s: float


@dataclass(frozen=True)
class Journey:
    """Knots of a line, shape (knots,) each; `status` holds from its knot to the next.

    `wander` is 0 where the ship keeps exactly to its line, 1 where wind and helm move it about.
    """

    t_s: Floats
    lat_deg: Floats
    lon_deg: Floats
    wander: Floats
    status: NDArray[np.int8]
    calls: tuple[Call, ...] = ()
    bound: tuple[tuple[float, str], ...] = ()
    """From when on the ship says that it is bound for which place."""

    def at(self, t_s: Floats) -> tuple[Floats, Floats]:
        """Return latitude and longitude at instants; before the first knot and after the last, those of the knot."""
        return np.interp(t_s, self.t_s, self.lat_deg), np.interp(t_s, self.t_s, self.lon_deg)

    def status_at(self, t_s: Floats) -> NDArray[np.int8]:
        """Return the navigational status at instants."""
        return self.status[np.clip(np.searchsorted(self.t_s, t_s, side="right") - 1, 0, len(self.t_s) - 1)]

    def later(self, by_s: float) -> "Journey":
        """Return the same journey, begun later."""
        return replace(
            self,
            t_s=self.t_s + by_s,
            calls=tuple(Call(each.port, each.from_s + by_s, each.to_s + by_s) for each in self.calls),
            bound=tuple((t_s + by_s, name) for t_s, name in self.bound),
        )


@dataclass
class Log:
    """A journey while it is written: legs and stays one after the other."""

    lat_deg: float
    lon_deg: float
    t_s: float = 0.0
    knots: list[tuple[float, float, float, float, int]] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    bound: list[tuple[float, str]] = field(default_factory=list)

    def stay(self, for_s: float, *, port: str = "", status: int = MOORED) -> None:
        """Lie still."""
        self._add(0.0, status)
        if port:
            self.calls.append(Call(port, self.t_s, self.t_s + for_s))
        self.t_s += for_s
        self._add(0.0, UNDER_WAY)

    def sail(
        self,
        way: Floats,
        speed_m_s: float,
        *,
        status: int = UNDER_WAY,
        is_round: bool = True,
        wander: float = 1.0,
        slow_first: bool = False,
        slow_last: bool = False,
    ) -> None:
        """Sail through points, shape (points, 2), at one speed; slower out of and into a harbour."""
        line = np.vstack([[(self.lat_deg, self.lon_deg)], way])
        line = _with_harbours(line, first=slow_first, last=slow_last)
        line = _rounded(line) if is_round else line
        lengths_m = steps_m(line)
        along_m = np.concatenate([[0.0], np.cumsum(lengths_m)])
        middle_m = 0.5 * (along_m[:-1] + along_m[1:])
        is_slow = (slow_first & (middle_m < _HARBOUR_M)) | (slow_last & (middle_m > along_m[-1] - _HARBOUR_M))
        spent_s = lengths_m / np.where(is_slow, speed_m_s * _HARBOUR_SHARE, speed_m_s)
        self._add(0.0 if slow_first else wander, status)
        for lat_deg, lon_deg, step_s in zip(line[1:, 0], line[1:, 1], spent_s, strict=True):
            self.t_s += float(step_s)
            self.lat_deg, self.lon_deg = float(lat_deg), float(lon_deg)
            self._add(wander, status)
        if slow_last:
            self.knots[-1] = (*self.knots[-1][:3], 0.0, status)

    def follow(self, line: Floats, step_s: float, *, status: int = UNDER_WAY) -> None:
        """Be at each point of a line, shape (points, 2), a step after the one before it; exactly there."""
        self._add(0.0, status)
        for lat_deg, lon_deg in line:
            self.t_s += step_s
            self.lat_deg, self.lon_deg = float(lat_deg), float(lon_deg)
            self._add(0.0, status)

    def voyage(self, start: str, end: str, speed_m_s: float) -> None:
        """Sail from where the ship is, which is `start`, to another place by the shortest way."""
        self.bound.append((self.t_s, end))
        way = points(route(start, end))[1:]
        self.sail(way, speed_m_s, slow_first=start in PORTS, slow_last=end in PORTS)

    def journey(self) -> Journey:
        """Return what was written."""
        knots = np.array(self.knots)
        return Journey(
            t_s=knots[:, 0],
            lat_deg=knots[:, 1],
            lon_deg=knots[:, 2],
            wander=knots[:, 3],
            status=knots[:, 4].astype(np.int8),
            calls=tuple(self.calls),
            bound=tuple(self.bound),
        )

    def _add(self, wander: float, status: int) -> None:
        self.knots.append((self.t_s, self.lat_deg, self.lon_deg, wander, status))


def log_at(name_or_place: str | tuple[float, float]) -> Log:
    """Return an empty log at a place."""
    lat_deg, lon_deg = points((name_or_place,))[0] if isinstance(name_or_place, str) else name_or_place
    return Log(float(lat_deg), float(lon_deg))


def steps_m(line: Floats) -> Floats:
    """Return the lengths of the steps of a line, shape (points − 1,), by local metres."""
    per_lat_m, per_lon_m = metres_per_degree(0.5 * (line[1:, 0] + line[:-1, 0]))
    length_m: Floats = np.hypot(np.diff(line[:, 0]) * per_lat_m, np.diff(line[:, 1]) * per_lon_m)
    return length_m


def moved(lat_deg: float, lon_deg: float, east_m: float, north_m: float) -> tuple[float, float]:
    """Return a place some metres away."""
    per_lat_m, per_lon_m = metres_per_degree(lat_deg)
    return float(lat_deg + north_m / per_lat_m), float(lon_deg + east_m / per_lon_m)


def drift_line(
    start: tuple[float, float], *, for_s: float, speed_m_s: float, courses_rad: Sequence[float], step_s: float
) -> Floats:
    """Return where a ship drifts that turns to another course at each step, shape (steps, 2), its start left out."""
    line, (lat_deg, lon_deg) = [], start
    for course_rad in courses_rad[: max(1, round(for_s / step_s))]:
        step_m = speed_m_s * step_s
        lat_deg, lon_deg = moved(lat_deg, lon_deg, step_m * np.sin(course_rad), step_m * np.cos(course_rad))
        line.append((lat_deg, lon_deg))
    return np.array(line)


def _rounded(line: Floats) -> Floats:
    """Return a line whose inner corners are quadratic curves (P. Bézier), shape (more points, 2)."""
    if len(line) < 3:
        return line
    lengths_m = np.maximum(steps_m(line), 1.0)
    found = [line[0][None]]
    share = np.linspace(0.0, 1.0, _CORNER_STEPS)[:, None]
    for i in range(1, len(line) - 1):
        back = min(_CORNER_M / lengths_m[i - 1], 0.4)
        ahead = min(_CORNER_M / lengths_m[i], 0.4)
        begin = line[i] + back * (line[i - 1] - line[i])
        end = line[i] + ahead * (line[i + 1] - line[i])
        found.append((1 - share) ** 2 * begin + 2 * share * (1 - share) * line[i] + share**2 * end)
    found.append(line[-1][None])
    return np.vstack(found)


def _with_harbours(line: Floats, *, first: bool, last: bool) -> Floats:
    """Return a line with a point at the edge of each harbour, so that the slow part ends there."""
    if first and steps_m(line[:2])[0] > 2 * _HARBOUR_M:
        share = _HARBOUR_M / steps_m(line[:2])[0]
        line = np.insert(line, 1, line[0] + share * (line[1] - line[0]), axis=0)
    if last and steps_m(line[-2:])[0] > 2 * _HARBOUR_M:
        share = _HARBOUR_M / steps_m(line[-2:])[0]
        line = np.insert(line, len(line) - 1, line[-1] + share * (line[-2] - line[-1]), axis=0)
    return line
