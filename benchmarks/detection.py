"""How long the chance of detection takes: 100,000 moving hypotheses against 200 legs, for each law, on 1 and 2 threads.

There is no peer to run beside: no open tool computes POD leg by leg against moving particles. Usage:
`python benchmarks/detection.py [--hypotheses N] [--legs N] [--json]`. Seconds are the best of some repeats.
"""

import argparse
import json
import time

import numba
import numpy as np

from comity.ground import MS_PER_HOUR
from comity.rescue import LATERAL_RANGES, Cloud, Legs, SearchArea, Sensor, legs_of, pod_by_hypothesis

REPEATS = 5
HOURS = 6
GOAL_S = 1.0


def main() -> int:
    """Print the seconds of each law on each number of threads; 1 when a law on two threads misses the goal."""
    options = _options()
    cloud, legs = drifting(options.hypotheses), sweeping(options.legs)
    taken = {law: {} for law in LATERAL_RANGES}
    for law in LATERAL_RANGES:
        sensor = Sensor(np.array([1000.0]), law)
        for threads in (1, 2):
            numba.set_num_threads(min(threads, numba.config.NUMBA_NUM_THREADS))
            pod_by_hypothesis(cloud, legs, sensor)  # compiles, or loads what is compiled
            taken[law][threads] = min(_seconds(cloud, legs, sensor) for _ in range(REPEATS))
    if options.json:
        print(json.dumps({"hypotheses": options.hypotheses, "legs": legs.is_searching.size, "seconds": taken}))
    else:
        print(f"{options.hypotheses:,} hypotheses x {legs.is_searching.size} legs, seconds on 1 and 2 threads:")
        for law, seconds in taken.items():
            print(f"  {law:14} {seconds[1]:.3f}  {seconds[2]:.3f}")
    return int(any(seconds[2] > GOAL_S for seconds in taken.values()))


def drifting(count: int) -> Cloud:
    """Return a cloud of some 14 km that drifts for six hours."""
    rng = np.random.default_rng(1)
    hours = np.arange(HOURS + 1)
    lon_deg = rng.normal(5.0, 0.15, count)[:, None] + 0.01 * hours
    lat_deg = rng.normal(37.0, 0.12, count)[:, None] + 0.005 * hours
    none = np.zeros(count, dtype=np.int16)
    status = np.zeros(lon_deg.shape, dtype=np.int8)
    return Cloud(hours * MS_PER_HOUR, lon_deg.astype(np.float32), lat_deg.astype(np.float32), status, none, none)


def sweeping(count: int) -> Legs:
    """Return a parallel sweep of about so many legs over the cloud, in six hours less a minute."""
    area = SearchArea(5.0, 37.0, 40_000.0, 40_000.0, 0.0)
    way_s = HOURS * 3600.0 - 60
    legs = legs_of("PS", area, spacing_m=80_000.0 / (count + 1), speed_m_s=1.0, start_ms=0)
    squeezed_ms = np.round(legs.time_ms * (way_s * 1000 / legs.time_ms[-1])).astype(np.int64)
    return Legs(squeezed_ms, legs.lon_deg, legs.lat_deg, legs.is_searching)


def _seconds(cloud: Cloud, legs: Legs, sensor: Sensor) -> float:
    started = time.perf_counter()
    pod_by_hypothesis(cloud, legs, sensor)
    return time.perf_counter() - started


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hypotheses", type=int, default=100_000)
    parser.add_argument("--legs", type=int, default=200)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
