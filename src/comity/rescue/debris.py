"""Where debris came from: a drift backward from the place where it was found, to when it left the wreck.

Units: degrees, milliseconds since 1970.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from comity.ground import MS_PER_S, InvalidInput, date_time_group
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

    place = LastKnownPosition(debris.lat_deg, debris.lon_deg, debris.position_error_m, debris.time_ms, 0.0, 1.0)
    until_ms = min(debris.wrecked_ms[0], debris.time_ms - case.run.step_s * MS_PER_S)
    back = replace(
        case,
        objects=(DriftObject(debris.leeway, 1.0),),
        scenarios=(place,),
        run=replace(case.run, until_ms=until_ms, direction="backward"),
    )
    return advected(back, current, wind, land, None)


def _found(debris: Debris, cloud: Cloud, seed: int) -> Drawn:
    particles = np.arange(cloud.lon_deg.shape[0], dtype=np.uint64)
    first_ms, last_ms = debris.wrecked_ms
    wait_s = np.rint(uniforms(seed, particles, Stream.TIME) * (last_ms - first_ms) / MS_PER_S)
    wrecked_ms = np.minimum(first_ms + wait_s * MS_PER_S, last_ms)
    k = np.clip(np.searchsorted(-cloud.time_ms, -wrecked_ms, side="right") - 1, 0, cloud.time_ms.size - 2)
    share = (wrecked_ms - cloud.time_ms[k]) / (cloud.time_ms[k + 1] - cloud.time_ms[k])
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
