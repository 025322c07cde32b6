"""What a drift leaves in its folder: cloud, probability, containment, map and summary, all or nothing.

Units: degrees, kilometres and square kilometres in the summary, as its keys say.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import orjson

from comity.files.cases import drift_digest
from comity.files.charts.drift_map import DriftChart, drift_map
from comity.files.folders import write_folder
from comity.files.forcing import Forcing, Provenance
from comity.files.forcing_account import forcing_account, forcing_sentences
from comity.files.particles import particles_nc, uncertainty_text
from comity.files.probability import containment_geojson, probability_nc, probability_tif
from comity.files.words import Words
from comity.ground import Floats, instant_text, metres_per_degree
from comity.rescue import LEFT, STRANDED, Case, Cloud, Containment, ProbabilityMap

SUMMARY_SCHEMA = "comity/drift-summary/1"

_HALF_TURN_DEG = 180.0
_LIBRARIES = ("comity", "numpy", "numba", "scipy", "netCDF4", "roaring-landmask", "matplotlib")


@dataclass(frozen=True)
class DriftResult:
    """A drift that has run; `example` marks it as an exercise on everything that leaves it."""

    case: Case
    cloud: Cloud
    probability: ProbabilityMap
    containment: tuple[Containment, ...]
    forcing: Forcing
    example: bool = False


def write_drift(folder: Path, result: DriftResult, words: Words) -> None:
    """Write a drift's results into a folder: whole, or not at all."""
    write_folder(folder, drift_contents(result, words))


def drift_contents(result: DriftResult, words: Words) -> Mapping[str, bytes]:
    """Return the files of a result by name; the map speaks the language of `words`."""
    account = forcing_account(result.forcing, result.cloud, result.case)
    sources = [source_text(each) for each in result.forcing.provenance]
    chart = DriftChart(
        case=result.case,
        cloud=result.cloud,
        probability=result.probability,
        containment=result.containment,
        current=result.forcing.current,
        wind=result.forcing.wind,
        sources=(*sources, *forcing_sentences(account, words)),
        example=result.example,
    )
    return {
        "particles.nc": particles_nc(result.cloud, result.case, forcing=account),
        **map_contents(result.case, result.cloud, result.probability, result.containment),
        "map.png": drift_map(chart, words),
        "summary.json": orjson.dumps(drift_summary(result), option=orjson.OPT_INDENT_2) + b"\n",
    }


def map_contents(case: Case, cloud: Cloud, found: ProbabilityMap, areas: Sequence[Containment]) -> dict[str, bytes]:
    """Return a probability map and its containment areas as files by name."""
    return {
        "probability.nc": probability_nc(found, case_id=case.case_id, uncertainty=uncertainty_text(case, cloud)),
        "probability.tif": probability_tif(found),
        "containment.geojson": containment_geojson(areas, case_id=case.case_id),
    }


def drift_summary(result: DriftResult) -> dict[str, Any]:
    """Return what a drift found, in numbers that stand alone."""
    case, cloud = result.case, result.cloud
    lon_deg, lat_deg = (np.asarray(each[:, -1], dtype=np.float64) for each in (cloud.lon_deg, cloud.lat_deg))
    centre_lon_deg = (float(np.nanmean(lon_deg)) + _HALF_TURN_DEG) % (2 * _HALF_TURN_DEG) - _HALF_TURN_DEG
    return {
        "schema": SUMMARY_SCHEMA,
        "example": result.example,
        "case": case.case_id,
        "drift_digest": drift_digest(case),
        "objects": [
            {"number": each.leeway.number, "key": each.leeway.key, "about": each.leeway.about, "weight": each.weight}
            for each in case.objects
        ],
        "first": instant_text(int(cloud.time_ms[0])),
        "last": instant_text(int(cloud.time_ms[-1])),
        "centre": {"lat_deg": round(float(np.nanmean(lat_deg)), 5), "lon_deg": round(centre_lon_deg, 5)},
        "spread_km": _spread_km(lat_deg, lon_deg),
        "containment": [
            {"level": each.level, "area_km2": round(each.area_m2 / 1e6, 3), "poc": round(each.poc, 4)}
            for each in sorted(result.containment, key=lambda each: each.level)
        ],
        "stranded_share": round(float((cloud.status[:, -1] == STRANDED).mean()), 5),
        "left_share": round(float((cloud.status[:, -1] == LEFT).mean()), 7),
        "run": {
            "particles": case.run.particles,
            "seed": case.run.seed,
            "step_s": case.run.step_s,
            "scheme": case.run.scheme,
            "crosswind": case.run.crosswind,
            "direction": case.run.direction,
            "smoothing_m": result.probability.smoothing_m,
        },
        "uncertainty": uncertainty_summary(case, cloud),
        "forcing": forcing_account(result.forcing, cloud, case),
        "sources": dict(case.sources),
        "coast": f"GSHHG, roaring-landmask {version('roaring-landmask')}",
        "versions": {name: version(name) for name in _LIBRARIES},
    }


def source_text(origin: Provenance) -> str:
    """Return where a field comes from in one line."""
    files = origin.parts[0].name if len(origin.files) < 2 else f"{origin.files[0]} … ({len(origin.files)})"
    return f"{origin.origin}: {files}" if origin.origin else files


def uncertainty_summary(case: Case, cloud: Cloud) -> dict[str, float | str] | None:
    """Return how wrong current and wind were taken to be; None where they were taken as exact.

    `current_error_m_s` is what the settings came to where the hypotheses began: one standard deviation, each component.
    """
    of = case.run.uncertainty
    if of is None:
        return None
    return {
        "current_error_m_s": round(cloud.current_error_m_s, 4),
        "current_m_s": of.current_m_s,
        "current_relative": of.current_relative,
        "current_memory_h": round(of.current_memory_s / 3600, 4),
        "wind_m_s": of.wind_m_s,
        "wind_memory_h": round(of.wind_memory_s / 3600, 4),
        "source": of.source,
    }


def _spread_km(lat_deg: Floats, lon_deg: Floats) -> dict[str, float]:
    per_lat_m, per_lon_m = (float(each) for each in metres_per_degree(float(np.nanmean(lat_deg))))
    return {
        "east": round(float(np.nanstd(lon_deg)) * per_lon_m / 1000, 3),
        "north": round(float(np.nanstd(lat_deg)) * per_lat_m / 1000, 3),
    }
