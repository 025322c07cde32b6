"""Questions to a store of positions, answered by DuckDB: tracks, boxes, last positions, counts, sayings.

Every value is a parameter, every answer has a limit and says whether it was cut, and is fetched whole. Sealed files and
the log are asked together. Boxes may cross the antimeridian (west > east) and reach the poles.

A row of the log that tells of the same ship and instant as a sealed one is compared with it in an answer that holds
both; in a box both must lie in it. Sealing, which happens every few minutes, settles it for good.
"""
# ruff: noqa: S608 (the texts put together here are all our own; every value of a caller is a parameter)

from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from comity.files.position_store_days import MS_PER_DAY, day_of, schema_of, unique
from comity.files.position_store_manifest import KINDS, Manifest
from comity.files.position_store_reading import StoredPositions
from comity.ground import InvalidInput

MOST_ROWS = 5_000_000
"""Rows that an answer may have at most: some hundred megabytes."""

EVER_MS = (0, 2**53 - 1)


@dataclass(frozen=True)
class Found:
    """Rows of an answer; `is_cut` when there are more than the limit allowed."""

    table: pa.Table
    is_cut: bool


class PositionQueries:
    """Questions to one store; a context. One thread at a time: another takes an object of its own."""

    def __init__(self, folder: Path, *, threads: int = 2, memory: str = "1GB") -> None:
        """Begin to ask a store; `InvalidInput` (`files.no_store`) at the first question where there is none."""
        self.store = StoredPositions(folder)
        self._db = duckdb.connect(
            config={
                "threads": threads,
                "memory_limit": memory,
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
            }
        )
        self._db.execute("SET parquet_metadata_cache = true")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    def track(self, mmsi: int, *, from_ms: int, until_ms: int, limit: int = MOST_ROWS) -> Found:
        """Return the positions of a ship between two instants, both included, by instant."""
        return self._ask("positions", "mmsi = $mmsi", {"mmsi": mmsi}, "t_ms", (from_ms, until_ms), limit)

    def in_box(
        self, box_deg: tuple[float, float, float, float], *, from_ms: int, until_ms: int, limit: int = MOST_ROWS
    ) -> Found:
        """Return the positions in a box (west, south, east, north) between two instants, by instant and ship."""
        where, values = _in_box(box_deg)
        return self._ask("positions", where, values, "t_ms, mmsi", (from_ms, until_ms), limit)

    def last(
        self,
        *,
        at_ms: int,
        within_ms: int,
        box_deg: tuple[float, float, float, float] | None = None,
        limit: int = MOST_ROWS,
    ) -> Found:
        """Return the last position of each ship at an instant, none older than so long before it, by ship.

        With a box, of the ships whose last position lies in it.
        """
        where, values = ("true", {}) if box_deg is None else _in_box(box_deg)
        sql = (
            "SELECT * FROM (SELECT unnest(found) FROM (SELECT arg_max(rows, (t_ms, -received_ms)) AS found FROM rows "
            "WHERE t_ms BETWEEN $from_ms AND $until_ms GROUP BY mmsi)) "
            f"WHERE {where} ORDER BY mmsi LIMIT $most"
        )
        return self._told("positions", sql, values, (at_ms - within_ms, at_ms), limit)

    def sayings(self, mmsi: int, *, from_ms: int = 0, until_ms: int = EVER_MS[1], limit: int = MOST_ROWS) -> Found:
        """Return what a ship said of itself between two instants, by instant: each saying once in an hour."""
        return self._ask("statics", "mmsi = $mmsi", {"mmsi": mmsi}, "t_ms", (from_ms, until_ms), limit)

    def detections(
        self, box_deg: tuple[float, float, float, float], *, from_ms: int, until_ms: int, limit: int = MOST_ROWS
    ) -> Found:
        """Return what satellites saw in a box between two instants, by instant."""
        where, values = _in_box(box_deg)
        return self._ask("detections", where, values, "t_ms, detection_id", (from_ms, until_ms), limit)

    def counts(self, *, from_ms: int, until_ms: int) -> pa.Table:
        """Return of each day its `rows`, its `ships`, and `first_ms` and `last_ms` of them."""
        sql = (
            f"SELECT t_ms // {MS_PER_DAY} AS number, count(*) AS rows, count(DISTINCT mmsi) AS ships, "
            "min(t_ms) AS first_ms, max(t_ms) AS last_ms FROM rows WHERE t_ms BETWEEN $from_ms AND $until_ms "
            "GROUP BY number ORDER BY number LIMIT $most"
        )
        span_ms = from_ms, until_ms
        found = self.store.reading(lambda *content: self._run(content, "positions", sql, {}, span_ms, MOST_ROWS))
        days = [day_of(each * MS_PER_DAY) for each in found["number"].to_pylist()]
        return found.set_column(0, "day", pa.array(days, pa.string()))

    def _ask(
        self, kind: str, where: str, values: dict[str, Any], order: str, span_ms: tuple[int, int], limit: int
    ) -> Found:
        sql = f"SELECT * FROM rows WHERE {where} AND t_ms BETWEEN $from_ms AND $until_ms ORDER BY {order} LIMIT $most"
        found = self._told(kind, sql, values, span_ms, limit)
        keys = [(name.strip(), "ascending") for name in order.split(",")]
        return Found(found.table.take(pc.sort_indices(found.table, sort_keys=keys)), found.is_cut)

    def _told(self, kind: str, sql: str, values: dict[str, Any], span_ms: tuple[int, int], limit: int) -> Found:
        most = min(_checked_limit(limit), MOST_ROWS)
        found = self.store.reading(lambda *content: self._run(content, kind, sql, values, span_ms, most + 1))
        table, _ = unique(kind, found.slice(0, most).cast(schema_of(kind)))
        return Found(table, found.num_rows > most)

    def _run(
        self,
        content: tuple[Manifest, tuple[pa.Table, ...]],
        kind: str,
        sql: str,
        values: dict[str, Any],
        span_ms: tuple[int, int],
        most: int,
    ) -> pa.Table:
        """Return all rows of a question to one content; `rows` in it are the sealed ones and those of the log."""
        manifest, tails = content
        from_ms, until_ms = (min(max(each, -(2**53)), 2**53) for each in span_ms)
        names, tail = ", ".join(schema_of(kind).names), tails[KINDS.index(kind)]
        paths = self.store.paths(manifest, kind, from_ms=from_ms, until_ms=until_ms)
        sources = [f"SELECT {names} FROM read_parquet($paths, hive_partitioning = false)"] if paths else []
        near = (pc.field("t_ms") >= from_ms) & (pc.field("t_ms") <= until_ms)
        if "mmsi" in values:
            near &= pc.field("mmsi") == values["mmsi"]
        tail = tail.filter(near)  # a few rows of many: what DuckDB would look through at each question
        if tail.num_rows or not paths:
            self._db.register("tail", tail)
            sources.append(f"SELECT {names} FROM tail")
        values = values | {"from_ms": from_ms, "until_ms": until_ms, "most": most} | ({"paths": paths} if paths else {})
        try:
            question = f"WITH rows AS ({' UNION ALL '.join(sources)}) {sql}"
            return self._db.sql(question, params=values).to_arrow_table()
        except duckdb.IOException as error:
            raise FileNotFoundError(str(error)) from None
        finally:
            self._db.unregister("tail")


def _in_box(box_deg: tuple[float, float, float, float]) -> tuple[str, dict[str, Any]]:
    """Return the condition of a box; one whose west is east of its east crosses the antimeridian."""
    west, south, east, north = box_deg
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise InvalidInput(
            "files.bad_box",
            "{box} is no box.",
            why="west and east lie from -180 to 180 degrees, south and north from -90 to 90, south below north",
            remedy="write west, south, east, north; a box over the antimeridian has its west east of its east",
            box=", ".join(f"{each:g}" for each in box_deg),
        )
    joined = "AND" if west <= east else "OR"
    where = f"lat_deg BETWEEN $south AND $north AND (lon_deg >= $west {joined} lon_deg <= $east)"
    return where, {"west": west, "south": south, "east": east, "north": north}


def _checked_limit(limit: int) -> int:
    if limit < 1:
        raise InvalidInput(
            "files.bad_limit",
            "An answer of {limit} rows cannot be asked for.",
            why="a limit counts rows from one",
            remedy="ask for one row or more",
            limit=limit,
        )
    return limit
