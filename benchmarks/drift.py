"""Drift beside its peer: OpenDrift's Leeway and Comity on the same forcing, particles and step, in one run.

Both step with Euler at 600 s, strand on the full-resolution GSHHG coast and keep hourly outputs. OpenDrift's run is on
one thread, as it always is; Comity's on one and on two, and once more with RK2, its default. Usage:
`COMITY_OPENDRIFT_PYTHON=PATH python benchmarks/drift.py [--particles N] [--hours H] [--json]`.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from comity.ground import metres_per_degree

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared" / "data" / "rescue" / "opendrift"
START = {"lat": 59.9, "lon": 4.0, "position_error_m": 1000, "time": "2015-11-16T00:00:00Z"}
LEEWAY = 26
STEP_S = 600
SEED = 1
REPEATS = 5


def main() -> int:
    """Run both sides and print how they compare."""
    options = _options()
    currents, wind = SHARED / "norkyst800_subset_16Nov2015.nc", SHARED / "arome_subset_16Nov2015.nc"
    if not currents.is_file():
        return _skip("its forcing (../shared/data/rescue/opendrift) is not on this machine")
    if not options.peer:
        return _skip("no OpenDrift: set COMITY_OPENDRIFT_PYTHON to an interpreter that has it (`make bench` makes one)")
    forcing = {"currents": [str(currents)], "wind": [str(wind)]}
    run = {"particles": options.particles, "hours": options.hours, "step_s": STEP_S, "seed": SEED, "leeway": LEEWAY}
    peer = _report(
        [options.peer, str(HERE / "opendrift_leeway.py")], {**forcing, **run, **START, "start": START["time"]}, {}
    )
    ours = {
        f"{scheme}, {threads} thread{'s' if threads > 1 else ''}": _comity(forcing, options, scheme, threads)
        for scheme, threads in (("euler", 1), ("euler", 2), ("rk2", 2))
    }
    result = {"run": run, "opendrift": peer, "comity": ours, "compared": _compared(peer, ours, options.particles)}
    print(json.dumps(result, indent=1) if options.json else _table(result))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peer", default=os.environ.get("COMITY_OPENDRIFT_PYTHON"), help="interpreter with OpenDrift")
    parser.add_argument("--particles", type=int, default=100_000)
    parser.add_argument("--hours", type=int, default=24, help="at most 66, as far as the forcing goes")
    parser.add_argument("--json", action="store_true", help="for a machine to read")
    return parser.parse_args()


def _skip(why: str) -> int:
    print(f"drift benchmark skipped: {why}")
    return 0


def _comity(forcing: dict[str, Any], options: argparse.Namespace, scheme: str, threads: int) -> dict[str, float]:
    end = f"2015-11-{16 + options.hours // 24}T{options.hours % 24:02d}:00:00Z"
    case = {
        "case": {"id": "benchmark"},
        "forcing": forcing,
        "object": [{"leeway": LEEWAY}],
        "scenario": [{"kind": "last_known_position", **START}],
        "run": {
            "until": end,
            "step_s": STEP_S,
            "particles": options.particles,
            "seed": SEED,
            "crosswind": "opendrift",
            "scheme": scheme,
        },
    }
    job = {"case": case, "repeats": REPEATS}
    return _report([sys.executable, str(HERE / "comity_drift.py")], job, {"NUMBA_NUM_THREADS": str(threads)})


def _report(command: list[str], job: dict[str, Any], settings: dict[str, str]) -> dict[str, float]:
    print(f"… {Path(command[1]).name} {settings or ''}", file=sys.stderr)
    environment = {**os.environ, **settings}
    done = subprocess.run(command, input=json.dumps(job), env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{command[1]} failed:\n{done.stderr[-2000:]}")
    report: dict[str, float] = json.loads(done.stdout[done.stdout.index("{") :])
    return report


def _compared(peer: dict[str, float], ours: dict[str, dict[str, float]], particles: int) -> dict[str, dict[str, float]]:
    """Return ratios and differences; `centre_chance_m` is one standard error of the centres' difference on an axis."""
    per_lat_m, per_lon_m = (float(each) for each in metres_per_degree(peer["lat_deg"]))
    afloat = particles * (1 - peer["stranded"])
    chance_m = (2 / afloat) ** 0.5 * max(peer["sd_lon_deg"] * per_lon_m, peer["sd_lat_deg"] * per_lat_m)
    return {
        name: {
            "loop_ratio": peer["loop_s"] / each["loop_s"],
            "total_ratio": peer["total_s"] / each["total_s"],
            "memory_ratio": peer["peak_mb"] / each["peak_mb"],
            "centre_east_m": (each["lon_deg"] - peer["lon_deg"]) * per_lon_m,
            "centre_north_m": (each["lat_deg"] - peer["lat_deg"]) * per_lat_m,
            "centre_chance_m": chance_m,
            "spread_east": each["sd_lon_deg"] / peer["sd_lon_deg"],
            "spread_north": each["sd_lat_deg"] / peer["sd_lat_deg"],
            "stranded_points": 100 * (each["stranded"] - peer["stranded"]),
        }
        for name, each in ours.items()
    }


def _table(result: dict[str, Any]) -> str:
    run, peer = result["run"], result["opendrift"]
    lines = [
        f"{run['particles']:,} particles × {run['hours']} h × {run['step_s']} s, class {run['leeway']}",
        f"{'':<18}{'loop s':>9}{'total s':>9}{'peak MB':>9}{'loop ×':>9}{'total ×':>9}"
        f"{'centre m':>16}{'spread':>15}{'stranded':>10}",
        f"{'OpenDrift':<18}{peer['loop_s']:>9.2f}{peer['total_s']:>9.2f}{peer['peak_mb']:>9.0f}",
    ]
    for name, each in result["comity"].items():
        c = result["compared"][name]
        centre = f"{c['centre_east_m']:+.0f} {c['centre_north_m']:+.0f}"
        spread = f"{c['spread_east']:.3f} {c['spread_north']:.3f}"
        lines.append(
            f"{name:<18}{each['loop_s']:>9.3f}{each['total_s']:>9.2f}{each['peak_mb']:>9.0f}{c['loop_ratio']:>9.0f}"
            f"{c['total_ratio']:>9.1f}{centre:>16}{spread:>15}{c['stranded_points']:>+10.2f}"
        )
    chance_m = next(iter(result["compared"].values()))["centre_chance_m"]
    lines.append(f"centre: ours minus OpenDrift's, east and north; two draws of one cloud differ by ±{chance_m:.0f} m")
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
