"""One store of forcing: what it holds, learnt from its header, and the part of it that a case needs.

The two components of a vector may lie on nodes of their own, half a cell apart (a C grid), and may stand in two files,
as NEMO writes them. Units: metres per second and milliseconds since 1970 once read; the file's own before.
Source: CF conventions 1.11.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from comity.files.forcing_axes import axes_of
from comity.files.forcing_formats import Location, attribute, opened
from comity.files.forcing_grids import Nodes
from comity.files.forcing_levels import check_scalar_levels, level_of
from comity.files.forcing_names import Components, components, half_of, metres_per_second
from comity.files.forcing_time import run_time_ms, time_axis_ms
from comity.ground import InvalidInput
from comity.rescue import Quantity

_NO_VELOCITY = 900.0  # in any unit read here: −999, 9999 and 1e20 stand for "none" in files that do not declare it
_NINES = np.array([999.0, 9999.0, 99999.0], dtype=np.float32)
_STRONGEST_M_S: Mapping[Quantity, float] = {"current": 15.0, "wind": 120.0, "waves": 5.0}
"""No current (11 m/s in Saltstraumen), no wind at sea (a gust of 113 m/s at Barrow Island, 1996), no Stokes drift (a
few per cent of the wind) is stronger."""

_ROMS = {("u", "xi_u"): "sea_water_x_velocity", ("v", "xi_v"): "sea_water_y_velocity"}
_TELLS_ORIGIN = ("institution", "source", "production", "title", "centre")
_TELLS_LICENCE = ("license", "licence", "rights", "credit")
NOTE = ".note.json"
"""Behind a file's name: the name of the note that says where it was fetched from."""

_Open = tuple[Location, Any]
_UNSAID = ("", "unknown", "none")


@dataclass(frozen=True)
class Component:
    """One variable of a vector; `dims` are its dimensions in the file's order, `axes` those of time, rows, columns."""

    place: Location
    name: str
    unit: str
    dims: tuple[str, ...]
    axes: tuple[str, str, str]
    surface: dict[str, int]
    """Index taken along each further dimension: the surface."""
    grid: Nodes


@dataclass(frozen=True)
class ForcingFile:
    """What the header of a store says, or of the two that hold one component each."""

    place: Location
    quantity: Quantity
    variables: Components
    u: Component
    v: Component
    calendar: str
    time_ms: NDArray[np.int64]
    run_ms: int | None
    """When the model run began, where the file says so."""
    origin: str
    """Who made it, in the words of its global attributes."""
    licence: str

    @property
    def grid(self) -> Nodes:
        """The nodes of the first component, which those of the second are brought to."""
        return self.u.grid

    @property
    def is_staggered(self) -> bool:
        """Whether the two components lie on nodes of their own."""
        return self.v.grid is not self.u.grid and not self.u.grid.same_as(self.v.grid)


def headers_of(places: Sequence[Location], quantity: Quantity) -> list[ForcingFile]:
    """Read the headers of stores; two that hold one component each, at the same instants, are one."""
    whole: list[ForcingFile] = []
    halves: list[tuple[Location, Components, InvalidInput]] = []
    for place in places:
        try:
            whole.append(header_of(place, quantity))
        except InvalidInput as error:
            half = _half(place, quantity) if error.code == "files.no_known_variable" else None
            if half is None:
                raise
            halves.append((place, half, error))
    firsts = [each for each in halves if each[1].u]
    seconds = [each for each in halves if each[1].v]
    for place, half, unpaired in firsts:
        pair = next((each for each in seconds if _are_one(place, half, each[0], each[1])), None)
        if pair is None:
            raise unpaired
        seconds.remove(pair)
        with opened(place) as data, opened(pair[0]) as other:
            whole.append(_header((place, data), (pair[0], other), quantity, replace(half, v=pair[1].v)))
    if seconds:
        raise seconds[0][2]
    return whole


def header_of(place: Location, quantity: Quantity) -> ForcingFile:
    """Read the header of a store that holds both components: units, time axis, grids."""
    with opened(place) as data:
        found = components(_standard_names(data), quantity, file=place.name)
        return _header((place, data), (place, data), quantity, found)


def recognised(place: Location, quantity: Quantity) -> bool:
    """Tell whether a store holds a quantity, or one component of it, under a name that is known here."""
    try:
        with opened(place) as data:
            components(_standard_names(data), quantity, file=place.name)
    except InvalidInput as error:
        if error.code == "files.no_known_variable":
            return _half(place, quantity) is not None
        if error.code != "files.several_variables":
            raise
    return True


def _half(place: Location, quantity: Quantity) -> Components | None:
    with opened(place) as data:
        return half_of(_standard_names(data), quantity)


def _standard_names(data: Any) -> dict[str, str]:
    return {name: _standard_name(name, each) for name, each in data.variables.items() if each.ndim >= 3}


def _standard_name(name: str, variable: Any) -> str:
    """Return a variable's standard name; ROMS, which may write none, is known by the dimensions of its own grids."""
    if (name, variable.dimensions[-1]) in _ROMS:
        return _ROMS[name, variable.dimensions[-1]]
    return attribute(variable, "standard_name")


def _are_one(u_place: Location, u: Components, v_place: Location, v: Components) -> bool:
    if u.frame != v.frame or u.recognised_by != v.recognised_by:
        return False
    times = []
    for place, name in ((u_place, u.u), (v_place, v.v)):
        with opened(place) as data:
            times.append(_time_ms(data, axes_of(data, data.variables[name], place.name).time, place)[0])
    return bool(np.array_equal(times[0], times[1]))


def _header(first: _Open, second: _Open, quantity: Quantity, found: Components) -> ForcingFile:
    (place, data), (other, other_data) = first, second
    u = _component(data, place, found.u, quantity)
    v = _component(other_data, other, found.v, quantity)
    time_ms, calendar = _time_ms(data, u.axes[0], place)
    if v.axes[0] != u.axes[0] and not np.array_equal(_time_ms(other_data, v.axes[0], other)[0], time_ms):
        raise _components_differ(u, v)
    if u.grid.same_as(v.grid):
        v = replace(v, grid=u.grid)
    elif type(u.grid) is not type(v.grid) or any(
        abs(a - b) > 1 for a, b in zip(u.grid.shape, v.grid.shape, strict=True)
    ):
        raise _components_differ(u, v)
    return ForcingFile(
        place=place,
        quantity=quantity,
        variables=found,
        u=u,
        v=v,
        calendar=calendar,
        time_ms=time_ms,
        run_ms=run_time_ms(data),
        origin=_said(data, _TELLS_ORIGIN) or _noted(place, "origin"),
        licence=_said(data, _TELLS_LICENCE) or _noted(place, "licence"),
    )


def _component(data: Any, place: Location, name: str, quantity: Quantity) -> Component:
    variable = data.variables[name]
    unit = attribute(variable, "units")
    metres_per_second(unit, file=place.name, variable=name)
    check_scalar_levels(data, variable, quantity, file=place.name)
    axes = axes_of(data, variable, place.name)
    known = (axes.time, axes.rows, axes.columns)
    surface = {
        dim: level_of(data, variable, dim, quantity, file=place.name) for dim in variable.dimensions if dim not in known
    }
    return Component(place, name, unit, tuple(variable.dimensions), known, surface, axes.grid)


def _time_ms(data: Any, dim: str, place: Location) -> tuple[NDArray[np.int64], str]:
    time = data.variables[dim]
    calendar = attribute(time, "calendar") or "standard"
    return time_axis_ms(time[:], attribute(time, "units"), calendar, file=place.name), calendar


def _said(data: Any, names: Iterable[str]) -> str:
    texts = (attribute(data, key) for key in names)
    return ", ".join(" ".join(text.split()) for text in texts if text.lower() not in _UNSAID)


def _noted(place: Location, key: str) -> str:
    """Return what the note beside a fetched file says; GRIB has no room for a licence."""
    if not isinstance(place, Path):
        return ""
    try:
        return str(orjson.loads(place.with_name(place.name + NOTE).read_bytes())[key])
    except (OSError, orjson.JSONDecodeError, KeyError, TypeError):
        return ""


def read_component(
    component: Component, quantity: Quantity, times: slice, rows: slice, columns: NDArray[np.int64]
) -> NDArray[np.float32]:
    """Read a component over a window, shape (times, rows, columns), m/s, NaN where there is none."""
    factor = metres_per_second(component.unit, file=component.place.name, variable=component.name)
    with opened(component.place) as data:
        variable = data.variables[component.name]
        parts = [_slab(component, variable, times, rows, run) for run in _runs(columns)]
    values = _known(np.concatenate(parts, axis=2), _STRONGEST_M_S[quantity] / factor) * np.float32(factor)
    _check_speed(component, quantity, values)
    return values


def _known(values: NDArray[np.float32], strongest: float) -> NDArray[np.float32]:
    """Return values in a file's unit, NaN for the numbers that stand for none: 1200 cm/s is a wind, 9999 is not."""
    size = np.abs(values)
    none = (size >= max(_NO_VELOCITY, strongest)) | np.isin(size, _NINES)
    return np.where(none, np.float32(np.nan), values)


def _slab(component: Component, variable: Any, times: slice, rows: slice, columns: slice) -> NDArray[np.float32]:
    wanted: dict[str, slice | int] = dict(zip(component.axes, (times, rows, columns), strict=True)) | component.surface
    values = variable[tuple(wanted[dim] for dim in component.dims)]
    left = [dim for dim in component.dims if dim in component.axes]
    block = np.transpose(
        np.ma.filled(np.ma.asarray(values, dtype=np.float32), np.nan), [left.index(a) for a in component.axes]
    )
    return np.asarray(block, dtype=np.float32)


def _check_speed(component: Component, quantity: Quantity, values_m_s: NDArray[np.float32]) -> None:
    fastest_m_s = float(np.nanmax(np.abs(values_m_s), initial=0.0))
    if fastest_m_s > _STRONGEST_M_S[quantity]:
        raise InvalidInput(
            "files.impossible_speed",
            "{variable} in {file} reaches {fastest} m/s.",
            why="no {quantity} on Earth is that strong, so the unit {unit} or the values are wrong",
            remedy="correct the attribute `units` of the variable, or fetch the file again",
            file=component.place.name,
            variable=component.name,
            fastest=f"{fastest_m_s:.0f}",
            quantity=quantity,
            unit=component.unit,
        )


def _runs(columns: NDArray[np.int64]) -> Iterable[slice]:
    breaks = np.flatnonzero(np.diff(columns) != 1) + 1
    return [slice(int(run[0]), int(run[-1]) + 1) for run in np.split(columns, breaks)]


def _components_differ(u: Component, v: Component) -> InvalidInput:
    return InvalidInput(
        "files.components_differ",
        "{first} and {other} in {file} do not belong together.",
        why="{first} lies over {first_dims} and {other} over {other_dims}: neither on the same nodes and instants, nor "
        "half a cell apart",
        remedy="take both components from one run, on one grid or on the two grids of one model",
        file=u.place.name,
        first=u.name,
        other=v.name,
        first_dims=", ".join(f"{dim}" for dim in u.dims),
        other_dims=", ".join(f"{dim}" for dim in v.dims),
    )
