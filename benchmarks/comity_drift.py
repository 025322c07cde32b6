"""Comity's side of `drift.py`: one process, one number of threads; JSON in on standard input, JSON out.

What is timed as the loop is `drift` itself (draws, filling at the coast, steps, hourly outputs in memory), the median
of some runs after a first one has loaded the compiled kernels; the total counts everything once, imports included.
"""

import json
import resource
import sys
import time

began = time.perf_counter()

import numpy as np  # noqa: E402

from comity.files.boxes import Box  # noqa: E402
from comity.files.coast import land_mask  # noqa: E402
from comity.files.forcing import read_forcing  # noqa: E402
from comity.ground import parse_instant  # noqa: E402
from comity.rescue import STRANDED, case_of, drift  # noqa: E402

_REACH_M = 250_000


def main() -> None:
    """Read, drift and report."""
    job = json.load(sys.stdin)
    imported = time.perf_counter()
    case = case_of(job["case"])
    lkp = job["case"]["scenario"][0]
    box = Box(lkp["lon"] - 0.1, lkp["lat"] - 0.05, lkp["lon"] + 0.1, lkp["lat"] + 0.05)
    period_ms = (parse_instant(lkp["time"]), case.run.until_ms)
    forcing = read_forcing(case.currents, case.wind, box=box, period_ms=period_ms, reach_m=_REACH_M)
    land = land_mask(box.widened(_REACH_M))
    read = time.perf_counter()
    cloud = drift(case, forcing.current, forcing.wind, land)
    first = time.perf_counter()
    loops_s = []
    for _ in range(job["repeats"]):
        before = time.perf_counter()
        drift(case, forcing.current, forcing.wind, land)
        loops_s.append(time.perf_counter() - before)
    afloat = cloud.status[:, -1] != STRANDED
    lon_deg, lat_deg = cloud.lon_deg[afloat, -1].astype(np.float64), cloud.lat_deg[afloat, -1].astype(np.float64)
    report = {
        "import_s": imported - began,
        "read_s": read - imported,
        "loop_s": float(np.median(loops_s)),
        "total_s": first - began,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "lon_deg": float(lon_deg.mean()),
        "lat_deg": float(lat_deg.mean()),
        "sd_lon_deg": float(lon_deg.std()),
        "sd_lat_deg": float(lat_deg.std()),
        "stranded": 1 - float(afloat.mean()),
    }
    json.dump(report, sys.stdout)


main()
