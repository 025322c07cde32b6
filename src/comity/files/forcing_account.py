"""The account of a drift's forcing, as entries of the summary and as sentences for the map and the screen.

Which source each hypothesis was carried by, where the nearest value stood in, how old it all is.

Units: shares from 0 to 1 of the hours that hypotheses were adrift, hours of age at the end of the run.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from comity.files.forcing import Forcing, Provenance
from comity.files.words import Words
from comity.ground import MS_PER_S, Floats, instant_text
from comity.rescue import ACTIVE, Case, Cloud, VectorField

MOST_COUNTED = 4096
"""An even choice of so many hypotheses is counted: a share of 0.001 is then sure to a tenth of itself over a day."""

_S_PER_H = 3600.0
_LEAST_SAID = 5e-4  # a share that would be written as 0.0 % is not worth a line
_SLACK_CELLS = 1e-3


@dataclass(frozen=True)
class FieldUse:
    """How hypotheses read a field, as shares of the hours that they were adrift; the three kinds sum to 1.

    `by_part`: from each of its sources, among values of their own. `beside`: next to land or a gap, where a corner of
    the cell has no value and the nearest one stands in. `beyond`: outside the grid, where the nearest one is held.
    """

    by_part: tuple[float, ...]
    beside: float
    beyond: float
    counted: int


def use_of(cloud: Cloud, field: VectorField, parts: int, taken: NDArray[np.int8] | None) -> FieldUse:
    """Return how a cloud read a field of some sources; `taken` as in `Provenance`."""
    chosen = slice(None, None, -(-cloud.lon_deg.shape[0] // MOST_COUNTED))
    count = np.zeros(parts + 2, dtype=np.int64)  # sources, beside, beyond
    lon, lat = cloud.lon_deg[chosen].astype(np.float64), cloud.lat_deg[chosen].astype(np.float64)
    adrift = np.isfinite(lon) & (cloud.status[chosen] == ACTIVE)
    for hour, at_ms in enumerate(cloud.time_ms):
        here = adrift[:, hour]
        if here.any():
            k = max(int(np.searchsorted(field.time_ms, at_ms, side="right")) - 1, 0)
            which = None if taken is None else taken[k]
            count += _counted(field, k, which, lon[here, hour], lat[here, hour], parts)
    total = max(int(count.sum()), 1)
    share = [float(each) / total for each in count]
    return FieldUse(tuple(share[:parts]), share[parts], share[parts + 1], lon.shape[0])


def _counted(
    field: VectorField, k: int, taken: NDArray[np.int8] | None, lon: Floats, lat: Floats, parts: int
) -> NDArray[np.int64]:
    row, column = _index(field, lon, lat)
    rows, columns = field.east_m_s.shape[1:]
    inside = (row >= -_SLACK_CELLS) & (row <= rows - 1 + _SLACK_CELLS)
    inside &= (column >= -_SLACK_CELLS) & (column <= columns - 1 + _SLACK_CELLS)
    row, column = row[inside].clip(0, rows - 1), column[inside].clip(0, columns - 1)
    i, j = (np.minimum(each.astype(np.int64), size - 2) for each, size in ((row, rows), (column, columns)))
    there = np.isfinite(field.east_m_s[k]) & np.isfinite(field.north_m_s[k])
    whole = there[i, j] & there[i + 1, j] & there[i, j + 1] & there[i + 1, j + 1]
    own = np.zeros(int(whole.sum()), dtype=np.int64)
    if taken is not None:
        own = taken[np.rint(row[whole]).astype(np.int64), np.rint(column[whole]).astype(np.int64)].astype(np.int64)
    count = np.zeros(parts + 2, dtype=np.int64)
    count[:parts] = np.bincount(own, minlength=parts)[:parts]
    count[parts] = int((~whole).sum())
    count[parts + 1] = int((~inside).sum())
    return count


def _index(field: VectorField, lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """Return fractional rows and columns, beyond the lattice by its outer cells, as the drift reads them."""
    made = field.lattice
    v, u = (lat - made.south_deg) / made.step_lat_deg, (lon - made.west_deg) / made.step_lon_deg
    i, j = (np.clip(np.floor(w), 0, size - 2).astype(np.int64) for w, size in zip((v, u), made.row.shape, strict=True))
    a, b = v - i, u - j

    def blend(nodes: Floats) -> Floats:
        south, north = (nodes[w, j] * (1 - b) + nodes[w, j + 1] * b for w in (i, i + 1))
        return np.asarray(south * (1 - a) + north * a, dtype=np.float64)

    return blend(made.row), blend(made.column)


def forcing_account(forcing: Forcing, cloud: Cloud, case: Case) -> list[dict[str, Any]]:
    """Return an entry for each field of a drift: what it is, where it comes from, how it was read, how old it is."""
    fields: Mapping[str, VectorField] = {"current": forcing.current, "wind": forcing.wind}
    until_ms, stale_ms = case.run.until_ms, case.stale_after_s * MS_PER_S
    entries = []
    for origin in forcing.provenance:
        field = fields.get(origin.quantity)
        use = use_of(cloud, field, len(origin.parts), origin.taken) if field is not None else None
        age_s = origin.age_s(until_ms)
        late = [until_ms - each.time_ms for each in origin.observations]
        entries.append(
            {
                **_provenance(origin),
                "sources": _sources(origin, use),
                "beside_share": None if use is None else round(use.beside, 5),
                "beyond_share": None if use is None else round(use.beyond, 5),
                "hypotheses_counted": None if use is None else use.counted,
                "age_h": None if age_s is None else round(age_s / _S_PER_H, 2),
                "is_stale": age_s is not None and age_s > case.stale_after_s,
                "observations": len(late),
                "stale_observations": sum(each > stale_ms for each in late),
                "resampled": origin.is_resampled,
            }
        )
    return entries


def _sources(origin: Provenance, use: FieldUse | None) -> list[dict[str, Any]]:
    return [
        {
            "name": each.name,
            "files": list(each.files),
            "origin": each.origin,
            "licence": each.licence,
            "run": None if each.run_ms is None else instant_text(each.run_ms),
            "share_of_field": round(each.share, 5),
            "share_of_hours": None if use is None else round(use.by_part[number], 5),
        }
        for number, each in enumerate(origin.parts)
    ]


def _provenance(origin: Provenance) -> dict[str, Any]:
    covers = origin.covers
    return {
        "quantity": origin.quantity,
        "origin": origin.origin,
        "files": list(origin.files),
        "variables": list(origin.variables),
        "recognised_by": origin.recognised_by,
        "unit": origin.unit,
        "calendar": origin.calendar,
        "first": instant_text(origin.first_ms),
        "last": instant_text(origin.last_ms),
        "step_s": origin.step_ms // 1000,
        "covers_deg": {
            "west": covers.west_deg,
            "south": covers.south_deg,
            "east": covers.east_deg,
            "north": covers.north_deg,
        },
    }


def forcing_sentences(entries: Sequence[Mapping[str, Any]], words: Words) -> list[str]:
    """Return what an officer must know of the forcing: mixed sources, values held past an edge, what is stale."""
    lines = []
    for entry in entries:
        quantity = entry["quantity"]
        if len(entry["sources"]) > 1:
            shares = [(each["share_of_hours"], each["name"]) for each in entry["sources"]]
            text = ", ".join(f"{name} {_percent(share or 0.0)}" for share, name in shares)
            lines.append(words.say("forcing-parts", quantity=quantity, parts=text))
        for key in ("beyond_share", "beside_share"):
            if (entry[key] or 0.0) >= _LEAST_SAID:
                lines.append(words.say(f"forcing-{key[:6]}", quantity=quantity, share=_percent(entry[key])))
        if entry["is_stale"]:
            run = min(each["run"] for each in entry["sources"] if each["run"])
            lines.append(words.say("forcing-stale", quantity=quantity, run=run, age=f"{entry['age_h']:.0f}"))
        if entry["observations"]:
            lines.append(words.say("forcing-observed", quantity=quantity, count=entry["observations"]))
        if entry["stale_observations"]:
            lines.append(words.say("forcing-observed-stale", quantity=quantity, count=entry["stale_observations"]))
        if quantity == "waves":
            lines.append(words.say("forcing-waves"))
    return lines


def _percent(share: float) -> str:
    return f"{share * 100:.1f} %"
