"""Clouds and units made for tests of plans: hypotheses that start about one place and go each its own way."""

from dataclasses import replace
from typing import Any

import numpy as np

from comity.ground import M_S_PER_KNOT, Floats, metres_per_degree
from comity.rescue import Case, Cloud, SearchUnit, leeway_class
from tests.rescue.seas import HOUR_MS, LAT_DEG, LON_DEG, case_with

BASE = (36.75, 5.08)


def drifting_cloud(
    seed: int = 1,
    *,
    count: int = 4_000,
    hours: int = 14,
    spread_m: float = 4000.0,
    lobes: float = 0.0,
    drift_m_s: tuple[float, float] = (0.3, 0.1),
    objects: int = 1,
) -> Cloud:
    """Hypotheses about 37° N 5° E that go evenly, in two lobes where `lobes` (m/s) drives them apart."""
    chance = np.random.default_rng(seed)
    side = np.where(np.arange(count) % 3, 1.0, -1.0) * lobes
    east_m_s = drift_m_s[0] + side + chance.normal(0, 0.08, count)
    north_m_s = drift_m_s[1] - 0.5 * side + chance.normal(0, 0.05, count)
    hour_s = np.arange(hours + 1) * 3600.0
    x_m = chance.normal(0, spread_m, count)[:, None] + east_m_s[:, None] * hour_s
    y_m = chance.normal(0, spread_m, count)[:, None] + north_m_s[:, None] * hour_s
    per_lat_m, per_lon_m = metres_per_degree(LAT_DEG)
    return Cloud(
        time_ms=(np.arange(hours + 1) * HOUR_MS).astype(np.int64),
        lon_deg=(LON_DEG + x_m / per_lon_m).astype(np.float32),
        lat_deg=(LAT_DEG + y_m / per_lat_m).astype(np.float32),
        status=np.zeros((count, hours + 1), dtype=np.int8),
        object_index=(np.arange(count) % objects).astype(np.int16),
        scenario_index=np.zeros(count, dtype=np.int16),
    )


def unit(name: str = "heli-1", platform: str = "helicopter", *, hour: float = 6.0, **changed: Any) -> SearchUnit:
    """A unit of a kind, on scene some hours after the drift began, that sees 2 km far."""
    kinds: dict[str, dict[str, Any]] = {
        "helicopter": {"altitude_m": 152.4, "speed_m_s": 90 * M_S_PER_KNOT},
        "fixed_wing": {"altitude_m": 457.2, "speed_m_s": 150 * M_S_PER_KNOT},
        "boat": {"altitude_m": None, "speed_m_s": 15 * M_S_PER_KNOT},
    }
    settings: dict[str, Any] = {
        "on_scene_ms": round(hour * HOUR_MS),
        "endurance_s": 7200.0,
        "base_lat_deg": BASE[0],
        "base_lon_deg": BASE[1],
        "sweep_width_m": (2000.0,),
    }
    return SearchUnit(name, platform, **{**kinds[platform], **settings, **changed})


def case_of_units(*units: SearchUnit, objects: int = 1, **changed: Any) -> Case:
    """A case of life rafts with units."""

    rafts = [leeway_class(26)] * objects
    return replace(case_with(*rafts, hours=14), units=units, **changed)


def random_case(seed: int, *, count: int = 6_000) -> tuple[Case, Cloud]:
    """One to three units of any kind on a cloud of any width, with sweep widths that give any coverage."""
    chance = np.random.default_rng(seed)
    cloud = drifting_cloud(
        seed,
        count=count,
        spread_m=float(chance.uniform(1500, 8000)),
        lobes=float(chance.choice([0.0, 0.0, 0.25, 0.5])),
        drift_m_s=(float(chance.uniform(-0.4, 0.4)), float(chance.uniform(-0.3, 0.3))),
    )
    units = [
        unit(
            f"unit-{k}",
            str(chance.choice(["helicopter", "fixed_wing", "boat"])),
            hour=float(chance.uniform(5, 7)),
            endurance_s=float(chance.choice([3600, 7200, 10_800])),
            sweep_width_m=(float(chance.uniform(300, 2500)),),
        )
        for k in range(int(chance.integers(1, 4)))
    ]
    return case_of_units(*units), cloud


def equal_weights(cloud: Cloud) -> Floats:
    return np.full(cloud.object_index.size, 1 / cloud.object_index.size)
