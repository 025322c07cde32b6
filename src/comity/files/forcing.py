"""Currents and winds of a case: sources in order of trust in, vector fields on native grids out.

Units: metres per second, degrees, milliseconds since 1970. Only the period and the box that a case needs are read.
Observations on scene are blended in, and the drift of the surface by waves is added to the current where the case names
it. What does not cover the case is refused with what is covered; what came from where is kept beside the field.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from comity.files.boxes import Box
from comity.files.forcing_chain import NONE, Chained, at_nodes, chained
from comity.files.forcing_grids import lattice
from comity.files.forcing_observations import blended
from comity.files.forcing_series import GriddedField, label_of, node_positions, read_series
from comity.ground import MS_PER_S
from comity.rescue import EvenFlow, FlowSource, Observation, Quantity, Series, VectorField

Sources = Sequence[str | Path | FlowSource]
"""Sources in order of trust; paths and globs on their own are one series."""


@dataclass(frozen=True)
class Part:
    """One source of a field: `share` of the field's values within the case's box and period are its own.

    `run_ms` is when the model run began, None where the files do not say; a source without files is an even flow.
    """

    name: str
    files: tuple[str, ...]
    origin: str
    licence: str
    run_ms: int | None
    share: float


@dataclass(frozen=True)
class Provenance:
    """Where a field comes from: what a summary and a map say about it. What is about files is of the first source.

    `taken`, shape (times, rows, columns), is the number of the part that gave each value, −1 where there is none; None
    where there is one source, and NaN tells as much.
    """

    quantity: Quantity
    files: tuple[str, ...]
    variables: tuple[str, str]
    recognised_by: str
    unit: str
    calendar: str
    origin: str
    first_ms: int
    last_ms: int
    step_ms: int
    covers: Box
    parts: tuple[Part, ...]
    observations: tuple[Observation, ...] = ()
    is_resampled: bool = False
    taken: NDArray[np.int8] | None = None

    def age_s(self, at_ms: int) -> float | None:
        """Return how long before an instant the oldest of its model runs began; None where none says it."""
        runs = [each.run_ms for each in self.parts if each.run_ms is not None and each.share > 0]
        return (at_ms - min(runs)) / MS_PER_S if runs else None


@dataclass(frozen=True)
class Forcing:
    """Current and wind of a case, and where each comes from; a third provenance is that of waves in the current."""

    current: VectorField
    wind: VectorField
    provenance: tuple[Provenance, ...]


def read_forcing(
    currents: Sources,
    wind: Sources,
    *,
    box: Box,
    period_ms: tuple[int, int],
    reach_m: float = 0.0,
    waves: Sources = (),
    observations: Sequence[Observation] = (),
) -> Forcing:
    """Read the current and the wind that a case needs.

    Parameters
    ----------
    currents, wind, waves
        Sources in order of trust; paths or globs on their own are one series. Waves are added to the current.
    box
        Must be covered: where the object may be at first.
    period_ms
        Must be covered: first and last instant.
    reach_m
        How far around the box the fields are read as well, where they have data: as far as the object may drift.
    observations
        Measured on scene, blended into the field of their quantity.
    """
    asked = _Asked(box, period_ms, reach_m)
    current, current_from = _read(currents, "current", asked)
    air, wind_from = _read(wind, "wind", asked)
    provenance = [current_from, wind_from]
    if waves:
        drift, waves_from = _read(waves, "waves", asked)
        current = _with_waves(current, drift)
        provenance.append(waves_from)
    fields = []
    for at, (made, origin) in enumerate(((current, current_from), (air, wind_from))):
        own = tuple(each for each in observations if each.quantity == origin.quantity)
        blend = blended(made, own) if own else made
        provenance[at] = replace(provenance[at], observations=own, taken=blend.taken if _is_mixed(origin) else None)
        fields.append(_vector_field(blend, origin, asked))
    return Forcing(fields[0], fields[1], tuple(provenance))


def read_field(
    sources: Sources, quantity: Quantity, *, box: Box, period_ms: tuple[int, int], reach_m: float = 0.0
) -> tuple[VectorField, Provenance]:
    """Read one field; see `read_forcing`."""
    asked = _Asked(box, period_ms, reach_m)
    made, origin = _read(sources, quantity, asked)
    return _vector_field(made, origin, asked), origin


@dataclass(frozen=True)
class _Asked:
    """What a case needs of a field."""

    box: Box
    period_ms: tuple[int, int]
    reach_m: float


def _read(sources: Sources, quantity: Quantity, asked: _Asked) -> tuple[Chained, Provenance]:
    chain = _in_order(sources)
    read = [
        read_series(
            each.files,
            quantity,
            box=asked.box,
            period_ms=asked.period_ms,
            reach_m=asked.reach_m,
            is_sole=len(chain) == 1,
        )
        if isinstance(each, Series)
        else each
        for each in chain
    ]
    sole = read[0]
    if len(read) == 1 and isinstance(sole, GriddedField):
        taken = np.where(np.isnan(sole.u) | np.isnan(sole.v), NONE, 0).astype(np.int8)
        made = Chained(sole.grid, sole.time_ms, sole.u, sole.v, taken, is_resampled=False)
    else:
        made = chained(read, box=asked.box, period_ms=asked.period_ms, reach_m=asked.reach_m)
    return made, _provenance(chain, read, made, quantity)


def _in_order(sources: Sources) -> list[FlowSource]:
    """Return sources as a chain: names on their own are one series."""
    named = [each for each in sources if isinstance(each, str | Path)]
    if len(named) == len(sources):
        return [Series(tuple(str(each) for each in named))]
    return [Series((str(each),)) if isinstance(each, str | Path) else each for each in sources]


def _vector_field(made: Chained, origin: Provenance, asked: _Asked) -> VectorField:
    label = " + ".join(each.name for each in origin.parts)
    over = lattice(made.grid, asked.box.widened(asked.reach_m))
    quantity: Literal["current", "wind"] = "wind" if origin.quantity == "wind" else "current"
    return VectorField(quantity, made.time_ms, made.u, made.v, over, label)


def _with_waves(current: Chained, waves: Chained) -> Chained:
    """Return a current with the drift by waves added at its nodes and instants, where there is one."""
    field = GriddedField(
        "waves", waves.grid, waves.time_ms, _widest_ms(waves), waves.u, waves.v, (), waves.grid.covered()
    )
    u, v = at_nodes(field, current.grid, *node_positions(current.grid), current.time_ms)
    return replace(current, u=current.u + np.nan_to_num(u), v=current.v + np.nan_to_num(v))


def _widest_ms(made: Chained) -> int:
    return int(np.diff(made.time_ms).max()) if made.time_ms.size > 1 else 0


def _is_mixed(origin: Provenance) -> bool:
    return len(origin.parts) > 1


def _provenance(
    chain: Sequence[FlowSource], read: Sequence[GriddedField | EvenFlow | None], made: Chained, quantity: Quantity
) -> Provenance:
    known = max(int((made.taken != NONE).sum()), 1)
    shares = [float((made.taken == number).sum()) / known for number in range(len(read))]
    parts = tuple(_part(*each) for each in zip(chain, read, shares, strict=True))
    first = next((each for each in read if isinstance(each, GriddedField)), None)
    header = first.files[0] if first else None
    every = np.unique(np.concatenate([file.time_ms for file in first.files])) if first else made.time_ms
    return Provenance(
        quantity=quantity,
        files=tuple(name for each in parts for name in each.files),
        variables=(header.variables.u, header.variables.v) if header else ("", ""),
        recognised_by=header.variables.recognised_by if header else "case",
        unit=header.u.unit if header else "m s-1",
        calendar=header.calendar if header else "standard",
        origin=header.origin if header else "",
        first_ms=int(every[0]),
        last_ms=int(every[-1]),
        step_ms=int(np.median(np.diff(every))) if every.size > 1 else 0,
        covers=first.covers if first else made.grid.covered(),
        parts=parts,
        is_resampled=made.is_resampled,
        taken=made.taken if len(read) > 1 else None,
    )


def _part(named: FlowSource, source: GriddedField | EvenFlow | None, share: float) -> Part:
    if source is None and isinstance(named, Series):  # it has nothing for the place and the time of the case
        return Part(label_of([Path(each).name for each in named.files]), (), "", "", None, 0.0)
    assert source is not None, "an even flow is its own source"
    if isinstance(source, EvenFlow):
        name = f"{source.east_m_s:g} m/s E, {source.north_m_s:g} m/s N"
        return Part(name, (), "", "", None, share)
    runs = [file.run_ms for file in source.files if file.run_ms is not None]
    return Part(
        name=source.label,
        files=tuple(sorted({place.name for file in source.files for place in (file.u.place, file.v.place)})),
        origin=source.files[0].origin,
        licence=source.files[0].licence,
        run_ms=max(runs) if runs else None,
        share=share,
    )
