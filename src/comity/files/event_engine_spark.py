"""The Spark engine: the same stages on a cluster, through `groupBy(…).applyInArrow`; the same events to the last bit.

A ship's bucket is drawn from its MMSI, so a port with ten thousand ships lies in all buckets; its ticks never leave
them, since a bucket drops what lies near an anchorage. Every part travels as one row (its name, its day, its table as
Arrow bytes), so all stages have one schema. What joins the parts of all ships runs on the driver: it reads events and
runs of pairs, not positions.
Spark is no dependency of Comity: `tools/set-up-spark` makes an environment for it. Workers need this package too.
"""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa

from comity.files.event_engine import Found, Progress
from comity.ground import InvalidInput
from comity.maritime import POSITION_COLUMNS, TICKS_PER_DAY, Parts, Run, Survey, days_of, gathered, survey, surveyed

ROWS_PER_BUCKET = 2_000_000
"""Rows of a bucket, about: a worker holds one bucket at a time for each of its cores."""

FEWEST_BUCKETS = 8

_SCHEMA = "part string, day bigint, payload binary"
_ROW = pa.schema([("part", pa.string()), ("day", pa.int64()), ("payload", pa.binary())])
_SPREAD = 37  # the MMSI of one country stand in ranges: a prime takes them apart
_SQUARES, _STAYS = "squares", "stays"
_NO_DAY = -1
_SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "false",
    "spark.sql.parquet.inferTimestampNTZ.enabled": "false",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "0",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}


class SparkPositions:
    """Positions that a Spark cluster reads: their number and newest instant, their survey, and runs on them."""

    def __init__(self, path: Path, master: str) -> None:
        self._session = _session(master)
        frame = self._session.read.parquet(*_files(path))
        self._frame = frame.select(*(name for name in POSITION_COLUMNS if name in frame.columns))
        total = self._frame.selectExpr("count(*) as rows", "max(t_ms) as until_ms").collect()[0]
        if not total["rows"]:
            raise InvalidInput(
                "files.no_positions",
                "{name} holds no position.",
                why="no row of it tells where a ship was",
                remedy="name a file or a folder with positions",
                name=str(path),
            )
        self.rows, self.until_ms = int(total["rows"]), int(total["until_ms"])
        cores = int(self._session.sparkContext.defaultParallelism)
        self._buckets = max(-(-self.rows // ROWS_PER_BUCKET), 2 * cores, FEWEST_BUCKETS)

    def survey(self, progress: Progress = lambda _: None) -> Survey:
        """Return the survey of all ships."""

        def work(table: pa.Table) -> pa.Table:
            look = survey(table)
            squares = pa.table({"rows": look.squares.ravel()})
            return _rows([(_SQUARES, _NO_DAY, squares), (_STAYS, _NO_DAY, look.stays)])

        parts = [(row["part"], _table(row["payload"])) for row in self._by_bucket(work).collect()]
        squares = [each.column("rows").to_numpy().reshape(180, 360) for part, each in parts if part == _SQUARES]
        stays = [each for part, each in parts if part == _STAYS]
        progress(1.0)
        return surveyed([Survey(*each) for each in zip(squares, stays, strict=True)])

    def found(self, run: Run, progress: Progress = lambda _: None) -> Found:
        """Return the events and the density that a run finds."""
        shared = self._session.sparkContext.broadcast(run)
        vessels = self._by_bucket(lambda table: _of_vessels(table, shared.value)).cache()
        daily = vessels.where(f"day <> {_NO_DAY}").groupBy("part", "day")
        days = daily.applyInArrow(lambda table: _of_day(table, shared.value), _SCHEMA)
        whole = vessels.where(f"day = {_NO_DAY}").collect()
        progress(0.8)
        whole += days.collect()
        vessels.unpersist()
        events, density = run.of_all(gathered({row["part"]: _table(row["payload"])} for row in whole))
        progress(1.0)
        return Found(events, density, self.rows)

    def __enter__(self) -> "SparkPositions":
        return self

    def __exit__(self, *_: object) -> None:
        self._session.stop()

    def _by_bucket(self, work: Callable[[pa.Table], pa.Table]) -> Any:
        key = self._frame.selectExpr("*", f"pmod(mmsi div {_SPREAD}, {self._buckets}) as bucket")

        def of_bucket(table: pa.Table) -> pa.Table:
            return work(table.drop_columns(["bucket"]))

        return key.groupBy("bucket").applyInArrow(of_bucket, _SCHEMA)


def _of_vessels(table: pa.Table, run: Run) -> pa.Table:
    parts = run.of_vessels(table)
    daily = [(name, int(ticks["tick"][0].as_py()) // TICKS_PER_DAY, ticks) for name, ticks in days_of(parts, run)]
    return _rows(daily + [(name, _NO_DAY, each) for name, each in parts.items() if name not in run.daily_parts])


def _of_day(rows: pa.Table, run: Run) -> pa.Table:
    ticks = pa.concat_tables([_table(each) for each in rows["payload"].to_pylist()])
    parts: Parts = run.of_day(rows["part"][0].as_py(), ticks)
    return _rows([(name, _NO_DAY, each) for name, each in parts.items()])


def _rows(parts: list[tuple[str, int, pa.Table]]) -> pa.Table:
    names, days = [each[0] for each in parts], [each[1] for each in parts]
    return pa.table([names, pa.array(days, pa.int64()), [_bytes(each[2]) for each in parts]], schema=_ROW)


def _bytes(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())


def _table(payload: bytes) -> pa.Table:
    return pa.ipc.open_stream(payload).read_all()


def _files(path: Path) -> Iterator[str]:
    files = sorted(path.rglob("*.parquet")) if path.is_dir() else [path]
    for each in files:
        yield str(each.resolve())


def _session(master: str) -> Any:
    try:
        from pyspark.sql import SparkSession  # type: ignore[import-not-found]
    except ImportError:
        raise InvalidInput(
            "files.no_spark",
            "Spark is not installed here.",
            why="this Python has no package pyspark, which is no part of Comity",
            remedy="make the environment with tools/set-up-spark, and run .venv-spark/bin/comity with Java 17",
        ) from None
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # workers on this machine run what the driver runs
    builder = SparkSession.builder.appName("comity").master(master)
    for name, value in _SETTINGS.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()
