"""Positions to events: the local engine beside the same detectors in DuckDB SQL and a raw scan, in one run.

`.venv/bin/python benchmarks/maritime_events.py [--rows 1000000] [--repeats 3] [--folder DIR] [--csv]`

A fleet is written as day files sorted by (mmsi, t), zstd, 131,072 rows a group, as the store seals them: about three
minutes between reports, 5 % of the ships in pairs that drift side by side, silences, ships in ports. The runs are
interleaved. What is compared: gap, loitering, encounter and density in both; clash is in the kernels alone, where
SQL has the plain rule of two places that no ship can join. The kernels also put every row on an identity track, which
SQL does not: it is asked for less, and the fleet is sound. "every detector" is each by itself, tracks and reading
included. Rows differ between the two in nothing that tests/maritime/test_events_in_sql.py would not show.
"""

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from comity.files.event_engine import LocalPositions
from comity.files.event_reading import open_positions
from comity.maritime import (
    DETECTORS,
    POSITION_COLUMNS,
    Asked,
    Run,
    Shore,
    Surroundings,
    anchorages_of,
    rule_set,
    run_of,
)
from tests.maritime.event_sql import APART, ENCOUNTERS, GAPS, LOITERING

BEGIN_MS = 1_738_800_000_000
DAY_MS = 86_400_000
EVERY_MS = 180_000
ROWS_A_DAY = DAY_MS // EVERY_MS
FIVE = ("gap", "clash", "loitering", "encounter", "density")
GROUP_ROWS = 131_072
DENSITY = """select t_ms // 86400000 as day, floor((lat_deg + 90) * 20) as row, floor((lon_deg + 180) * 20) as col,
count(*) as positions, count(distinct mmsi) as vessels from positions group by all order by all"""
CLASH = """select count(*) from (select *, apart_m(lag(lat_deg) over w, lag(lon_deg) over w, lat_deg, lon_deg) as m,
t_ms - lag(t_ms) over w as ms from positions window w as (partition by mmsi order by t_ms))
where m > 2000 and m / ms * 1000 > 30.9"""


def write_fleet(folder: Path, rows: int, seed: int = 1) -> int:
    """Write about that many rows as day files, and return how many there are."""
    days = 3 if rows <= 2_000_000 else 7 if rows <= 20_000_000 else 21
    ships = max(rows // (days * ROWS_A_DAY), 4)
    draw, written = np.random.default_rng(seed), 0
    mmsi = np.sort(draw.choice(np.arange(201_000_000, 775_000_000), ships, replace=False))
    lat, lon = draw.uniform(35.5, 42.0, ships), draw.uniform(-5.0, 11.0, ships)
    course, knots = draw.uniform(0, 2 * np.pi, ships), draw.choice([0.1, 0.8, 9.0, 12.0, 15.0], ships)
    paired = np.arange(0, ships - 1, 40)
    silent = draw.random((days, ships)) < 0.03
    for day in range(days):
        turn = draw.random(ships) < 0.5
        course = np.where(turn, draw.uniform(0, 2 * np.pi, ships), course)
        knots = np.where(turn, draw.choice([0.1, 0.8, 9.0, 12.0, 15.0], ships), knots)
        t_ms = (
            BEGIN_MS + day * DAY_MS + np.arange(ROWS_A_DAY) * EVERY_MS + draw.integers(0, 60_000, (ships, ROWS_A_DAY))
        )
        way_deg = knots[:, None] * (t_ms - (BEGIN_MS + day * DAY_MS)) / 3.6e6 / 60.0
        lats, lons = lat[:, None] + way_deg * np.cos(course)[:, None], lon[:, None] + way_deg * np.sin(course)[:, None]
        lats[paired + 1], lons[paired + 1] = lats[paired] + 0.002, lons[paired]
        lat, lon = np.clip(lats[:, -1], 35.5, 42.0), np.clip(lons[:, -1], -5.0, 11.0)
        keep = ~(silent[day][:, None] & (np.arange(ROWS_A_DAY) % ROWS_A_DAY > ROWS_A_DAY // 3))
        count = int(keep.sum())
        noise = draw.normal(0, 1e-4, (2, count))
        speed = np.broadcast_to(knots[:, None] * 0.514444, keep.shape)[keep]
        table = pa.table(
            {
                "mmsi": np.broadcast_to(mmsi[:, None], keep.shape)[keep],
                "t_ms": t_ms[keep],
                "lat_deg": lats[keep] + noise[0],
                "lon_deg": lons[keep] + noise[1],
                "sog_m_s": speed.astype(np.float32),
                "cog_deg": (np.degrees(np.broadcast_to(course[:, None], keep.shape)[keep]) % 360).astype(np.float32),
                "heading_deg": np.full(count, np.nan, dtype=np.float32),
                "msg_type": np.ones(count, dtype=np.int8),
            }
        )
        how = {"compression": "zstd", "version": "2.6", "row_group_size": GROUP_ROWS}
        pq.write_table(table, folder / f"day-{day:03d}.parquet", **how)
        written += count
    return written


def around() -> Surroundings:
    """Return anchorages and a coast of the size that a sea has."""
    draw = np.random.default_rng(2)
    shore = Shore(-6.0, 35.0, 50.0, np.full((400, 900), 90_000.0, dtype=np.float32))
    return Surroundings(shore, anchorages_of(draw.uniform(35, 42, 400), draw.uniform(-5, 11, 400)), ("",) * 400)


def run_kernels(folder: Path, detectors: tuple[str, ...]) -> tuple[float, int, int]:
    """Return seconds, rows and events of the local engine."""
    begun = time.perf_counter()
    with LocalPositions(open_positions(folder, latest_ms=2**62)) as source:
        rules = rule_set("gfw-2026" if detectors[0] not in ("rendezvous", "speed_range") else "skylight")
        asked = Asked(rules, source.until_ms, around())
        every = run_of(asked)
        run = Run(asked, tuple(name for name in DETECTORS if name in detectors), every.kinds)
        found = source.found(run)
    return time.perf_counter() - begun, found.rows, found.events.num_rows


def run_sql(folder: Path) -> float:
    """Return the seconds that DuckDB takes for the same five, on every core."""
    values = {
        key: value
        for name in ("gap", "loitering", "encounter")
        for key, value in rule_set("gfw-2026").values[name].items()
    }
    begun = time.perf_counter()
    with duckdb.connect() as database:
        database.execute(APART)
        database.execute(f"create view positions as select * from read_parquet('{folder}/*.parquet')")  # noqa: S608 (a folder of ours)
        until_ms = database.execute("select max(t_ms) from positions").fetchall()[0][0]
        for name, query in (("gap", GAPS), ("loitering", LOITERING), ("encounter", ENCOUNTERS)):
            own = values | rule_set("gfw-2026").values[name] | {"until_ms": until_ms}
            database.execute(query, {key: value for key, value in own.items() if f"${key}" in query}).fetchall()
        database.execute(DENSITY).fetchnumpy()
        database.execute(CLASH).fetchall()
    return time.perf_counter() - begun


def run_scan(folder: Path) -> float:
    """Return the seconds that DuckDB takes to read the columns once."""
    begun = time.perf_counter()
    with duckdb.connect() as database:
        columns = ", ".join(f"sum({name})" for name in POSITION_COLUMNS[:6])
        database.execute(f"select {columns} from read_parquet('{folder}/*.parquet')").fetchall()  # noqa: S608 (a folder of ours)
    return time.perf_counter() - begun


def from_csv(folder: Path, rows: int) -> tuple[float, int]:
    """Return the seconds from a table of text (MarineCadastre's columns) to the five, and its rows."""
    table = pq.read_table(folder / "day-000.parquet").slice(0, rows)
    text = pa.table(
        {
            "MMSI": table["mmsi"],
            "BaseDateTime": table["t_ms"]
            .cast(pa.timestamp("ms"))
            .cast(pa.timestamp("s"), safe=False)
            .cast(pa.string()),
            "LAT": table["lat_deg"],
            "LON": table["lon_deg"],
            "SOG": pa.array(table["sog_m_s"].to_numpy() / 0.514444),
            "COG": table["cog_deg"],
            "Heading": pa.array([511] * table.num_rows),
        }
    )
    path = folder / "positions.csv"
    pa_csv.write_csv(text, path)
    seconds, found, _ = run_kernels(path, FIVE)
    path.unlink()
    return seconds, found


def main() -> None:
    """Print rates and ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--csv", action="store_true")
    parser.add_argument("--every", action="store_true", help="each detector by itself too")
    given = parser.parse_args()
    folder = Path(tempfile.mkdtemp(dir=given.folder, prefix="comity-bench-"))
    try:
        rows = write_fleet(folder, given.rows)
        run_kernels(folder, FIVE)  # the compiled loops come from the cache
        print(f"{rows / 1e6:.1f} M rows in {len(list(folder.glob('*.parquet')))} day files")
        kernels, sql, scans = [], [], []
        for _ in range(given.repeats):
            kernels.append(run_kernels(folder, FIVE)[0])
            sql.append(run_sql(folder))
            scans.append(run_scan(folder))
        best, beside, scan = min(kernels), min(sql), min(scans)
        print(f"five detectors   {best:8.2f} s   {rows / best / 1e6:5.2f} M rows/s")
        print(f"DuckDB SQL       {beside:8.2f} s   {beside / best:5.2f} times the kernels'")
        print(f"raw scan         {scan:8.2f} s   the kernels take {best / scan:4.1f} times as long")
        for name in DETECTORS if given.every else ():
            seconds = min(run_kernels(folder, (name,))[0] for _ in range(given.repeats))
            print(f"  {name:14} {seconds:8.2f} s   {rows / seconds / 1e6:5.2f} M rows/s")
        if given.csv:
            seconds, found = from_csv(folder, given.rows)
            print(f"from CSV         {seconds:8.2f} s   {found / seconds / 1e6:5.2f} M rows/s")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
