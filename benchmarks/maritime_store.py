"""The store of positions beside a raw reading of the same CSV by DuckDB: `python -m benchmarks.maritime_store`.

The file is made from a real quarter of an hour of MarineCadastre (2022-01-03, ../shared/data), told again for each
quarter of a day with its times moved on and its places and speeds shifted in their last digits, so that names, gaps
and sorting are as in a day's file. Without the shared data an invented fleet takes its place, which is said. Each
figure is the median of the tries, with the tries interleaved; on a busy machine trust the processor time.
"""

import argparse
import os
import resource
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from comity.files import PositionQueries, PositionStore, StoredPositions
from comity.files.positions_import import imported

SAMPLE = Path(__file__).resolve().parents[2] / "shared/data/maritime/csv/marinecadastre_2022-01-03_A.parquet"
QUARTER_S, ROWS_OF_SAMPLE = 900, 50_254
DAY_MS = 86_400_000
BEGIN = np.datetime64("2022-01-03T00:00:00")


def made(path: Path, rows: int) -> str:
    """Write a CSV as MarineCadastre does, and return what it was made from."""
    is_real = SAMPLE.exists()
    sample = pq.read_table(SAMPLE) if is_real else invented()
    times = sample["BaseDateTime"].cast(pa.timestamp("s")).to_numpy() - BEGIN
    sample = sample.filter(pa.array(times < np.timedelta64(QUARTER_S, "s")))
    times = sample["BaseDateTime"].cast(pa.timestamp("s")).to_numpy()
    rng = np.random.default_rng(11)
    quarters = max(1, min(96, rows // sample.num_rows))
    with pa_csv.CSVWriter(path, sample.schema.set(1, pa.field("BaseDateTime", pa.string())),
                          write_options=pa_csv.WriteOptions(quoting_style="needed")) as writer:  # fmt: skip
        for quarter in range(quarters):
            moved = times + np.timedelta64(quarter * QUARTER_S, "s")
            jitter = rng.integers(-40, 41, (2, sample.num_rows))  # real places and speeds differ in their last digits
            lat = np.round(sample["LAT"].to_numpy() + 1e-5 * jitter[0], 5)
            lon = np.round(sample["LON"].to_numpy() + 1e-5 * jitter[1], 5)
            speed = np.round(np.abs(sample["SOG"].to_numpy() + 0.1 * rng.integers(-3, 4, sample.num_rows)), 1)
            table = sample.set_column(1, "BaseDateTime", pc.strftime(pa.array(moved), "%Y-%m-%dT%H:%M:%S"))
            for at, name, values in ((2, "LAT", lat), (3, "LON", lon), (4, "SOG", speed)):
                table = table.set_column(at, name, pa.array(values))
            writer.write_table(table)
    return "a real quarter of an hour" if is_real else "an invented fleet"


def invented() -> pa.Table:
    """Return a quarter of an hour of an invented fleet, with the columns of the sample."""
    rng = np.random.default_rng(7)
    n = ROWS_OF_SAMPLE
    ship = rng.integers(0, 5_000, n)
    seconds = np.sort(rng.integers(0, QUARTER_S, n))
    return pa.table({
        "MMSI": 300_000_000 + ship, "BaseDateTime": pa.array(BEGIN + seconds.astype("timedelta64[s]")),
        "LAT": np.round(30 + ship / 1000, 5), "LON": np.round(-80 + rng.random(n), 5),
        "SOG": np.round(rng.random(n) * 20, 1), "COG": np.round(rng.random(n) * 360, 1),
        "Heading": rng.integers(0, 360, n), "VesselName": pa.array([f"EXAMPLE {each}" for each in ship]),
        "IMO": pa.array([f"IMO{9_000_000 + each}" for each in ship]),
        "CallSign": pa.array([f"EX{each}" for each in ship]),
        "VesselType": np.full(n, 70.0), "Status": np.zeros(n), "Length": 50.0 + ship % 200, "Width": 10.0 + ship % 30,
        "Draft": 5.0 + ship % 10, "Cargo": np.full(n, 70.0), "TransceiverClass": pa.array(["A"] * n),
    })  # fmt: skip


def timed(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes, in seconds."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def worked(work: Callable[[], object]) -> tuple[float, float]:
    """Return how long a piece of work takes, and how long the processor works for it, in seconds."""
    began = time.process_time()
    return timed(work), time.process_time() - began


def raw_read(path: Path) -> None:
    """Read a CSV into a table of DuckDB, two threads, and do nothing else."""
    with duckdb.connect(config={"threads": 2}) as db:
        db.execute("CREATE TABLE t AS SELECT * FROM read_csv(?, header = true)", [str(path)])


def import_into(path: Path, folder: Path) -> None:
    """Bring a CSV into a new store."""
    shutil.rmtree(folder, ignore_errors=True)
    with PositionStore(folder) as store:
        imported(store, [path], "marinecadastre", now_ms=2**41, keeps_rejected=False)


def asked(folder: Path, tries: int) -> dict[str, float]:
    """Return the milliseconds of questions to a store."""
    with PositionQueries(folder) as queries:
        ships = queries.last(at_ms=2**42, within_ms=2**42).table["mmsi"].to_pylist()
        chosen = [ships[int(at)] for at in np.random.default_rng(3).integers(0, len(ships), tries * 10)]
        span = {"from_ms": 0, "until_ms": 2**42}
        first_ms = int(queries.counts(**span)["first_ms"][0].as_py())
        hour = {"from_ms": first_ms, "until_ms": first_ms + 3_600_000}
        box = (-90.5, 29.5, -90.0, 30.0)
        return {
            "one ship, a day": 1e3 * statistics.median(timed(lambda m=m: queries.track(m, **span)) for m in chosen),
            "box 0.5°, an hour": 1e3
            * statistics.median(timed(lambda: queries.in_box(box, **hour)) for _ in range(tries)),
            "last positions of all": 1e3
            * statistics.median(timed(lambda: queries.last(at_ms=2**42, within_ms=2**42)) for _ in range(tries)),
        }


def main() -> None:
    """Print the figures."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--rows", type=int, default=3_000_000)
    ask.add_argument("--tries", type=int, default=3)
    ask.add_argument("--scratch", type=Path, default=None)
    told = ask.parse_args()
    scratch = Path(tempfile.mkdtemp(dir=told.scratch))
    try:
        path, folder = scratch / "day.csv", scratch / "store"
        print(f"{os.cpu_count()} cores; made from", made(path, told.rows))
        import_into(path, folder)  # the first try loads libraries and the file
        raws, ours = [], []
        for _ in range(told.tries):
            raws.append(worked(lambda: raw_read(path)))
            ours.append(worked(lambda: import_into(path, folder)))
        store = StoredPositions(folder)
        files = store.content()[0].of("positions")
        rows, size = sum(each.rows for each in files), sum(each.size for each in files)
        print(f"rows {rows}, CSV {path.stat().st_size / 1e6:.0f} MB, files of positions {len(files)}")
        for name, told_s in (("raw DuckDB read of the CSV", raws), ("import into the store", ours)):
            wall_s, cpu_s = (statistics.median(each) for each in zip(*told_s, strict=True))
            print(f"{name:27s} {wall_s:7.2f} s  {rows / wall_s / 1e6:5.2f} M rows/s, {cpu_s:.2f} s of processor time")
        ratio = statistics.median(our[0] / raw[0] for our, raw in zip(ours, raws, strict=True))
        print(f"import / raw read           {ratio:7.2f}")
        print(f"bytes a row                 {size / rows:7.1f}")
        read_s = timed(lambda: [store.read_day(day) for day in store.days()])
        print(f"reading every day back      {read_s:7.2f} s  {rows / read_s / 1e6:5.2f} M rows/s")
        for name, ms in asked(folder, max(told.tries, 5)).items():
            print(f"{name:27s} {ms:7.1f} ms")
        print(f"peak memory                 {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:7.0f} MB")
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    main()
