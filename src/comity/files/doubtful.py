"""What of positions in files is doubtful: they are put on tracks, and every check runs that has what it needs.

Units: milliseconds since 1970-01-01T00:00Z, degrees, metres. All rows are held at once (about 150 bytes each): for
what does not fit, a rule set of `event_runs` runs most of the checks by buckets.
"""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from comity.files.event_reading import open_positions
from comity.files.event_runs import write_events
from comity.files.positions import read_positions
from comity.ground import InvalidInput
from comity.maritime import (
    CHECKS,
    DOUBTS,
    NO_SECOND,
    NOISE_REASONS,
    NOT_DEFINED_STATUS,
    POSITIONS,
    RANGES,
    STATICS,
    given,
)

_NONE = {
    "utc_second": pa.scalar(NO_SECOND, pa.int8()),
    "nav_status": pa.scalar(NOT_DEFINED_STATUS, pa.int8()),
    "msg_type": pa.scalar(0, pa.int8()),
    "sog_m_s": pa.scalar(float("nan"), pa.float32()),
    "cog_deg": pa.scalar(float("nan"), pa.float32()),
    "heading_deg": pa.scalar(float("nan"), pa.float32()),
}

SUMMARY_SCHEMA = "comity/maritime-doubts-summary/1"


@dataclass(frozen=True)
class Doubtful:
    """What was found: `doubts` (`DOUBTS`), of how many rows and tracks, and how many rows are on none, by reason."""

    doubts: pa.Table
    rows: int
    tracks: int
    noise: dict[str, int]

    @property
    def reasons(self) -> dict[str, dict[str, int]]:
        """Return how many doubts there are of each check and reason."""
        counted = Counter(zip(self.doubts["check"].to_pylist(), self.doubts["reason"].to_pylist(), strict=True))
        found: dict[str, dict[str, int]] = {}
        for (check, reason), count in sorted(counted.items()):
            found.setdefault(check, {})[reason] = count
        return found

    def summary(self) -> dict[str, Any]:
        """Return the summary as a document of `comity/maritime-doubts-summary/1`."""
        told = {"rows": self.rows, "tracks": self.tracks, "noise": self.noise, "doubtful": self.reasons}
        return {"schema": SUMMARY_SCHEMA} | told


def find_doubts_in(
    positions: Path,
    *,
    latest_ms: int,
    checks: tuple[str, ...] = (),
    mapping: str | None = None,
    stations: Path | None = None,
) -> Doubtful:
    """Return what is doubtful in the positions of a file or a store.

    Parameters
    ----------
    checks
        Keys of `CHECKS`; none: all of them. One that is not given what it needs finds nothing.
    stations
        CSV of `RANGES`: where receivers stand and how far they hear.

    Raises
    ------
    InvalidInput
        `maritime.no_check`, `files.bad_stations`, and what reading positions raises.
    """
    unknown = [name for name in checks if name not in CHECKS]
    if unknown:
        raise InvalidInput(
            "maritime.no_check",
            "There is no check {name}.",
            why="the checks are {known}",
            remedy="name one of them",
            name=unknown[0],
            known=", ".join(CHECKS),
        )
    table, statics = _read(positions, mapping, latest_ms)
    tracked = given(table, statics=statics, ranges=None if stations is None else read_stations(stations))
    found = [CHECKS[name].find(tracked) for name in checks or CHECKS]
    codes = Counter(tracked.positions["noise"].to_pylist())
    noise = {word: codes[code] for code, word in NOISE_REASONS.items() if codes[code]}
    count = pc.count_distinct(tracked.positions["track"]).as_py()
    return Doubtful(pa.concat_tables([DOUBTS.empty_table(), *found]), table.num_rows, count, noise)


def write_doubts(path: Path, doubts: pa.Table) -> None:
    """Write doubts as Parquet, whole or not at all."""
    write_events(path, doubts)


def read_stations(path: Path) -> pa.Table:
    """Return `RANGES` from CSV."""
    types = {one.name: one.type for one in RANGES}
    try:
        table = csv.read_csv(path, convert_options=csv.ConvertOptions(column_types=types, include_columns=RANGES.names))
    except (pa.ArrowInvalid, pa.ArrowKeyError, OSError) as error:
        raise InvalidInput(
            "files.bad_stations",
            "{file} is no table of receivers.",
            why="reading it stops with: {reason}",
            remedy="write CSV with the columns {columns}",
            file=path.name,
            reason=str(error).splitlines()[0],
            columns=", ".join(RANGES.names),
        ) from None
    return table.select(RANGES.names)


def _read(path: Path, mapping: str | None, latest_ms: int) -> tuple[pa.Table, pa.Table]:
    """Return positions and, of tables that tell them, statics."""
    if path.is_file():
        parts = list(read_positions(path, mapping, latest_ms=latest_ms))
        positions = pa.concat_tables([POSITIONS.empty_table(), *(part.positions for part in parts)])
        return positions.unify_dictionaries(), pa.concat_tables(
            [STATICS.empty_table(), *(part.statics for part in parts)]
        )
    with open_positions(path, mapping=mapping, latest_ms=latest_ms) as source:
        buckets = [source.read(bucket, POSITIONS.names) for bucket in range(source.buckets)]
    table = pa.concat_tables([POSITIONS.empty_table(), *buckets], promote_options="default").unify_dictionaries()
    return _filled(table), STATICS.empty_table()


def _filled(table: pa.Table) -> pa.Table:
    """Return positions in whose columns what a source did not keep is told as missing."""
    for at, one in enumerate(POSITIONS):
        if table[one.name].null_count:
            none = table["t_ms"] if one.name == "received_ms" else _NONE.get(one.name)
            filled = pc.coalesce(table[one.name], none) if none is not None else table[one.name]
            table = table.set_column(at, one, filled.cast(one.type))
    return table
