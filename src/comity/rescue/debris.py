"""Where debris came from: a drift backward from the place where it was found, to when it left the wreck.

Backward is forward in a mirrored sea: time runs from the find to the wreck, and every current and wind blows the other
way. A leeway vector is bound to the wind, so it turns with it, and each step is undone.
Units: degrees, metres per second, milliseconds since 1970.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from comity.ground import InvalidInput, date_time_group
from comity.rescue.chance import Stream, uniforms
from comity.rescue.cloud import ACTIVE, Cloud
from comity.rescue.fields import LandMask, VectorField
from comity.rescue.scenarios import Debris, Drawn, LastKnownPosition

if TYPE_CHECKING:
    from comity.rescue.case import Case


def traced_back(case: "Case", current: VectorField, wind: VectorField, land: LandMask | None) -> "Case":
    """Return a case whose debris has become the places and instants that a backward drift found.

    Hypotheses that went ashore or out of the fields on their way back cannot have come from there and are left out.
    """
    if not any(isinstance(each, Debris) for each in case.scenarios):
        return case
    scenarios = tuple(
        _found(each, _backward(case, each, current, wind, land), case.run.seed) if isinstance(each, Debris) else each
        for each in case.scenarios
    )
    return replace(case, scenarios=scenarios)


def _backward(case: "Case", debris: Debris, current: VectorField, wind: VectorField, land: LandMask | None) -> Cloud:
    from comity.rescue.advection import advected
    from comity.rescue.case import DriftObject

    until_ms = max(2 * debris.time_ms - debris.wrecked_ms[0], debris.time_ms + case.run.step_s * 1000)
    place = LastKnownPosition(debris.lat_deg, debris.lon_deg, debris.position_error_m, debris.time_ms, 0.0, 1.0)
    mirrored = replace(
        case,
        objects=(DriftObject(debris.leeway, 1.0),),
        scenarios=(place,),
        run=replace(case.run, until_ms=until_ms),
    )
    span_ms = (2 * debris.time_ms - until_ms, debris.time_ms)
    sea, air = (_mirrored(field, span_ms) for field in (current, wind))
    return advected(mirrored, sea, air, land, None)


def _mirrored(field: VectorField, span_ms: tuple[int, int]) -> VectorField:
    """Return a field turned round in time about the end of a span, and against itself."""
    time_ms = field.time_ms
    first = max(int(np.searchsorted(time_ms, span_ms[0], side="right")) - 1, 0)
    part = slice(first, int(np.searchsorted(time_ms, span_ms[1], side="left")) + 1)
    return replace(
        field,
        time_ms=(2 * span_ms[1] - time_ms[part])[::-1].copy(),
        east_m_s=-field.east_m_s[part][::-1],
        north_m_s=-field.north_m_s[part][::-1],
    )


def _found(debris: Debris, cloud: Cloud, seed: int) -> Drawn:
    particles = np.arange(cloud.lon_deg.shape[0], dtype=np.uint64)
    first_ms, last_ms = debris.wrecked_ms
    wrecked_ms = first_ms + uniforms(seed, particles, Stream.TIME) * (last_ms - first_ms)
    back_ms = 2 * debris.time_ms - wrecked_ms  # on the clock of the mirrored sea
    k = np.clip(np.searchsorted(cloud.time_ms, back_ms, side="right") - 1, 0, cloud.time_ms.size - 2)
    share = (back_ms - cloud.time_ms[k]) / (cloud.time_ms[k + 1] - cloud.time_ms[k])
    each = np.arange(particles.size)
    lon_deg, lat_deg = (
        positions[each, k] + share * (positions[each, k + 1].astype(np.float64) - positions[each, k])
        for positions in (cloud.lon_deg, cloud.lat_deg)
    )
    adrift = cloud.status[each, k + 1] == ACTIVE
    if not adrift.any():
        raise InvalidInput(
            "rescue.debris_from_land",
            "No way back from the debris stays in the water.",
            why="every hypothesis comes from ashore, or from outside the fields, before {first}",
            remedy="correct where and when it was found, what it is, or when it may have left the wreck",
            first=date_time_group(last_ms),
        )
    return Drawn(lat_deg[adrift], lon_deg[adrift], np.rint(wrecked_ms[adrift]).astype(np.int64), debris.weight)
