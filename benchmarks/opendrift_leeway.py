"""The peer's side of `drift.py`: OpenDrift's Leeway on the same forcing, run by an interpreter of its own.

OpenDrift is GPL-2.0: it is called here through its public API, in a process and an environment of its own, and is no
part of Comity. Reads one JSON object on standard input, writes one on standard output.
"""

import json
import resource
import sys
import time
from datetime import datetime, timedelta

began = time.perf_counter()

import numpy as np  # noqa: E402
from opendrift.models.leeway import Leeway  # noqa: E402
from opendrift.readers.reader_netCDF_CF_generic import Reader  # noqa: E402


def main() -> None:
    """Seed, run and report."""
    job = json.load(sys.stdin)
    imported = time.perf_counter()
    model = Leeway(loglevel=50)
    model.add_reader([Reader(path) for path in (*job["currents"], *job["wind"])])
    model.set_config("drift:advection_scheme", "euler")
    np.random.seed(job["seed"])
    start = datetime.fromisoformat(job["start"].replace("Z", ""))
    model.seed_elements(
        lon=job["lon"],
        lat=job["lat"],
        radius=job["position_error_m"],
        radius_type="gaussian",
        number=job["particles"],
        time=start,
        object_type=job["leeway"],
    )
    seeded = time.perf_counter()
    step = timedelta(seconds=job["step_s"])
    model.run(duration=timedelta(hours=job["hours"]), time_step=step, time_step_output=timedelta(hours=1))
    done = time.perf_counter()
    lon_deg, lat_deg = np.asarray(model.elements.lon, dtype=float), np.asarray(model.elements.lat, dtype=float)
    report = {
        "import_s": imported - began,
        "seed_s": seeded - imported,
        "loop_s": done - seeded,
        "total_s": done - began,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "lon_deg": float(lon_deg.mean()),
        "lat_deg": float(lat_deg.mean()),
        "sd_lon_deg": float(lon_deg.std()),
        "sd_lat_deg": float(lat_deg.std()),
        "stranded": 1 - lon_deg.size / job["particles"],
    }
    json.dump(report, sys.stdout)


main()
