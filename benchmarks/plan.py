"""Plans beside their bound and beside the manual plan: random cases on idealised seas, and Koopman's circular normal.

Each case is a drift of one object (of nine classes) from a last known position, searched after 4 to 30 hours by one to
three units whose sweep widths bring a coverage about one, or a low one. Printed: the share of the bound that is reached
(median, lowest tenth, least), how much above the manual plan, and the time of a plan, in wall and in processor seconds.
Usage: `python benchmarks/plan.py [--cases N] [--particles N] [--json]`.
"""

import argparse
import json
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from comity.files.drift_inputs import read_drift_inputs
from comity.files.idealised import write_idealised_forcing
from comity.ground import M_S_PER_KNOT, MS_PER_HOUR, instant_text, parse_instant
from comity.rescue import Case, SearchUnit, case_of, drift, search_plan, static_bound
from comity.rescue.allocation import Effort, allocate

BEGINS_MS = parse_instant("2008-08-06T03:00:00Z")
CLASSES = (1, 4, 5, 10, 26, 30, 40, 60, 75)
SPEEDS_KT = {"helicopter": 90.0, "fixed_wing": 150.0, "boat": 15.0}
EFFORTS = {"low": (0.1, 0.5), "near one": (1.0, 3.0)}  # total effort over π × variance of the cloud
WIDEST_SHARE = 0.25  # of the cloud's spread: a sweep width beyond it cannot follow any map


@dataclass(frozen=True)
class Row:
    """What one plan came to."""

    effort: str
    units: int
    of_bound: float
    over_manual: float
    wall_s: float
    cpu_s: float


def main() -> int:
    """Run the cases and print how the plans compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=200)
    parser.add_argument("--particles", type=int, default=100_000)
    parser.add_argument("--json", action="store_true", help="for a machine to read")
    options = parser.parse_args()
    circle = circular_normal(options.particles)
    with tempfile.TemporaryDirectory() as folder:
        write_idealised_forcing(
            Path(folder), first_ms=BEGINS_MS - 3 * MS_PER_HOUR, last_ms=BEGINS_MS + 46 * MS_PER_HOUR
        )
        rows = [row for seed in range(options.cases) if (row := planned(seed, Path(folder), options.particles))]
    worse = [row for row in rows if row.over_manual < 1.0]
    if options.json:
        print(json.dumps({"circular_normal": circle, "plans": [row.__dict__ for row in rows]}, indent=1))
    else:
        print(table(rows, circle, options.particles))
    return 1 if worse else 0


def planned(seed: int, folder: Path, particles: int) -> Row | None:
    """Drift and plan one random case; None where the case cannot be searched (everything ashore, left the sea)."""
    chance = np.random.default_rng(seed)
    name = sorted(EFFORTS)[seed % 2]
    case, search_ms = random_case(chance, particles)
    try:
        inputs = read_drift_inputs(case, forcing_folder=folder)
        cloud = drift(case, inputs.forcing.current, inputs.forcing.wind, inputs.land)
    except Exception as error:  # noqa: BLE001 (an object that left the idealised sea; said, and not counted)
        print(f"… case {seed}: {error}", file=sys.stderr)
        return None
    at = int(np.searchsorted(cloud.time_ms, search_ms))
    spread_m = (
        float(np.hypot(np.nanstd(cloud.lon_deg[:, at]) * 88_000, np.nanstd(cloud.lat_deg[:, at]) * 111_000)) / 1.414
    )
    case = with_units(case, chance, search_ms, spread_m, EFFORTS[name])
    if seed == 0:
        search_plan(case, cloud)  # loads the compiled kernels
    wall_s, cpu_s = time.perf_counter(), time.process_time()
    plan = search_plan(case, cloud).plan
    wall_s, cpu_s = time.perf_counter() - wall_s, time.process_time() - cpu_s
    share = plan.best.pos / plan.certificate.pos_bound
    assert plan.best.pos <= plan.certificate.pos_bound, seed
    return Row(name, len(case.units), share, plan.best.pos / max(plan.manual.pos, 1e-9), wall_s, cpu_s)


def random_case(chance: np.random.Generator, particles: int) -> tuple[Case, int]:
    """Return a case on the idealised sea and the hour at which its search begins."""
    hours = int(chance.integers(4, 30))
    document: dict[str, Any] = {
        "case": {"id": "benchmark"},
        "forcing": {"currents": "c.nc", "wind": "w.nc"},
        "object": [{"leeway": int(chance.choice(CLASSES))}],
        "scenario": [
            {
                "kind": "last_known_position",
                "lat": float(chance.uniform(37.3, 38.2)),
                "lon": float(chance.uniform(4.2, 6.5)),
                "position_error_m": float(chance.choice([1000, 2000, 5000])),
                "time": instant_text(BEGINS_MS),
                "time_error_s": float(chance.choice([0, 1800])),
            }
        ],
        "run": {
            "until": instant_text(BEGINS_MS + (hours + 8) * MS_PER_HOUR),
            "particles": particles,
            "seed": int(chance.integers(1, 10**6)),
        },
    }
    return case_of(document), BEGINS_MS + hours * MS_PER_HOUR


def with_units(
    case: Case, chance: np.random.Generator, search_ms: int, spread_m: float, effort: tuple[float, float]
) -> Case:
    """Return a case with one to three units whose sweep widths bring an effort within a range."""
    kinds = [str(each) for each in chance.choice(sorted(SPEEDS_KT), int(chance.integers(1, 4)))]
    ready = []
    for number, kind in enumerate(kinds):
        speed_m_s = SPEEDS_KT[kind] * M_S_PER_KNOT
        ready.append(
            SearchUnit(
                unit_id=f"{kind}-{number}",
                platform=kind,
                altitude_m=None if kind == "boat" else float(chance.choice([150.0, 300.0, 450.0])),
                speed_m_s=speed_m_s,
                on_scene_ms=search_ms + int(chance.integers(0, 3_600_000)),
                endurance_s=float(chance.choice([3600.0, 7200.0, 10_800.0])),
                base_lat_deg=case.scenarios[0].lat_deg,  # type: ignore[union-attr]
                base_lon_deg=case.scenarios[0].lon_deg,  # type: ignore[union-attr]
            )
        )
    track_m = sum(each.speed_m_s * each.endurance_s for each in ready) * case.plan.search_share
    wanted_m = float(chance.uniform(*effort)) * np.pi * spread_m**2 / track_m
    width_m = float(np.clip(wanted_m, 185.0, max(WIDEST_SHARE * spread_m, 186.0)))  # 0.1 nautical miles: a person
    return replace(case, units=tuple(replace(each, sweep_width_m=(width_m,)) for each in ready))


def circular_normal(count: int) -> list[dict[str, float]]:
    """Return the best rectangle on a circular normal beside Koopman's optimum, 1 − (1 + h) exp(−h), h² = effort."""
    chance = np.random.default_rng(1)
    x_m, y_m = chance.normal(0, 1e4, count), chance.normal(0, 1e4, count)
    rows = []
    for effort in (0.25, 1.0, 4.0, 16.0):
        h = effort**0.5
        one = Effort(x_m, y_m, np.array([effort * np.pi * 1e8]), "exponential")
        began_s = time.perf_counter()
        rectangle = allocate(
            [one], np.full(count, 1 / count), np.zeros(count, dtype=np.int64), np.zeros((1, 1), dtype=np.bool_)
        )[0]
        took_s = time.perf_counter() - began_s
        rows.append(
            {
                "effort": effort,
                "optimum": 1 - (1 + h) * np.exp(-h),
                "bound": _normal_bound(effort),
                "rectangle": _normal_pos(rectangle / np.array([1e4, 1e4, 1e4, 1e4, 1.0]), effort),
                "s": took_s,
            }
        )
    return rows


def _normal_bound(effort: float) -> float:
    from scipy.special import ndtr

    share = np.diff(ndtr(np.linspace(-6, 6, 601)))
    return static_bound(np.outer(share, share).ravel(), np.array(0.02**2), effort * np.pi).pos


def _normal_pos(rectangle: Any, effort: float) -> float:
    from scipy.special import ndtr

    east, north, length, width, angle = rectangle
    along, across = east * np.cos(angle) + north * np.sin(angle), north * np.cos(angle) - east * np.sin(angle)
    held = np.diff(ndtr([along - length / 2, along + length / 2])) * np.diff(
        ndtr([across - width / 2, across + width / 2])
    )
    return float(held[0] * (1 - np.exp(-effort * np.pi / (length * width))))


def table(rows: list[Row], circle: list[dict[str, float]], particles: int) -> str:
    """Return the figures as lines."""
    lines = [f"{len(rows)} plans on {particles:,} hypotheses; share of the bound that the plan's legs reach"]
    lines.append(
        f"{'effort':<12}{'units':>6}{'plans':>7}{'median':>9}{'10 %':>8}{'least':>8}{'× manual':>10}{'least':>8}"
        f"{'wall s':>9}{'CPU s':>8}"
    )
    for name in EFFORTS:
        for units in (1, 2, 3):
            some = [row for row in rows if row.effort == name and row.units == units]
            if some:
                share = np.array([row.of_bound for row in some])
                manual = np.array([row.over_manual for row in some])
                lines.append(
                    f"{name:<12}{units:>6}{len(some):>7}{np.median(share):>9.3f}{np.quantile(share, 0.1):>8.3f}"
                    f"{share.min():>8.3f}{np.median(manual):>10.2f}{manual.min():>8.2f}"
                    f"{np.median([row.wall_s for row in some]):>9.2f}{np.median([row.cpu_s for row in some]):>8.2f}"
                )
    lines.append("circular normal: effort / π σ², optimum in closed form, our bound, one rectangle (share), seconds")
    lines += [
        f"{each['effort']:>8g}{each['optimum']:>10.5f}{each['bound']:>10.5f}{each['rectangle']:>10.5f}"
        f" ({each['rectangle'] / each['optimum']:.3f}){each['s']:>8.2f}"
        for each in circle
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
