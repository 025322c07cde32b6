"""Positions read by bucket: all rows of some vessels, whatever the files are cut by, in bounded memory.

Day files sorted by (mmsi, t) tell by their statistics which row groups hold a vessel, so a bucket is read as a few
groups of each file. Rows in any other order, from CSV or from files without statistics, are first spread over
temporary files by vessel. Nothing is ever held but the buckets that are being read.
Units: as `comity.maritime.POSITIONS`.
"""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from comity.files.position_store_manifest import MANIFEST
from comity.files.position_store_reading import StoredPositions
from comity.files.positions import is_parquet, read_positions
from comity.ground import InvalidInput
from comity.maritime import POSITION_COLUMNS, POSITIONS

BUCKET_ROWS = 5_000_000
"""Rows of a bucket, about: 500 MB while it is worked on."""

SPREAD = 64
"""Temporary files over which rows in no order are spread."""

HELD_ROWS = 20_000_000
"""Rows in no order that are kept in memory (1.1 GB) before they are spread over files."""

_MOST_READ_TWICE = 3.0
"""How many times its rows a file may be read because its row groups overlap; beyond that it is spread."""

_NEEDED = ("mmsi", "t_ms", "lat_deg", "lon_deg")


@dataclass(frozen=True)
class _Group:
    """A row group of a file: its vessels from first to last, its rows and its newest instant."""

    file: int
    number: int
    first: int
    last: int
    rows: int
    newest_ms: int


@dataclass
class PositionSource:
    """Positions as buckets.

    `cuts` are the first MMSI of each bucket after the first; `rows` and `until_ms` tell of all of them.
    """

    files: list[tuple[Path, pq.FileMetaData]] = field(default_factory=list)
    groups: list[_Group] = field(default_factory=list)
    held: pa.Table | None = None
    cuts: list[int] = field(default_factory=list)
    rows: int = 0
    until_ms: int = 0
    folder: "tempfile.TemporaryDirectory[str] | None" = None

    @property
    def buckets(self) -> int:
        """Return how many buckets there are."""
        return len(self.cuts) + 1

    def read(self, bucket: int, columns: Sequence[str] = POSITION_COLUMNS) -> pa.Table:
        """Return every row of the vessels of a bucket."""
        first = self.cuts[bucket - 1] if bucket else -1
        last = self.cuts[bucket] if bucket < len(self.cuts) else np.iinfo(np.int64).max
        tables = []
        for file, groups in _by_file(self.groups, first, last):
            path, metadata = self.files[file]
            with pq.ParquetFile(path, metadata=metadata) as source:  # one of its own: a reader is not for two threads
                known = [name for name in columns if name in source.schema_arrow.names]
                read = source.read_row_groups(groups, columns=known, use_threads=False)
            tables.append(_between(_in_our_types(read), first, last))
        if self.held is not None:
            known = [name for name in columns if name in self.held.column_names]
            tables.append(_between(self.held.select(known), first, last))
        if not tables:
            return POSITIONS.empty_table().select(list(columns))
        return pa.concat_tables(tables, promote_options="default")

    def __enter__(self) -> "PositionSource":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.folder is not None:
            self.folder.cleanup()


def open_positions(
    path: Path, *, mapping: str | None = None, bucket_rows: int = BUCKET_ROWS, latest_ms: int
) -> PositionSource:
    """Return the positions of a store, of a folder of Parquet files, of a Parquet file or of a table of text.

    Parameters
    ----------
    mapping
        Of a file in the columns of a publisher: as `read_positions`.
    latest_ms
        Rows of a table of text after this instant are of a clock that runs ahead, and are left out.

    Raises
    ------
    InvalidInput
        `files.no_positions` where there are none; what reading a file raises.
    """
    source = PositionSource()
    if (path / MANIFEST).is_file():
        store = StoredPositions(path)
        manifest, tail = store.content()
        files = [path / each.path for each in manifest.of("positions")]
        source.held = tail[0].select([name for name in POSITION_COLUMNS if name in tail[0].column_names])
    elif path.is_dir():
        files = sorted(path.rglob("*.parquet"))
    else:
        files = [path]
    if not all(_is_ours(each) for each in files):
        return _spread(source, _read_anything(files, mapping, latest_ms), bucket_rows)
    source.files, source.groups = _known_files(files)
    source = _cut(source, bucket_rows, str(path))
    if _read_in_all(source) > _MOST_READ_TWICE * max(source.rows, bucket_rows):
        return _spread(source, _parts(source), bucket_rows)
    return source


def _is_ours(path: Path) -> bool:
    return is_parquet(path) and set(_NEEDED) <= set(pq.read_schema(path).names)


def _known_files(paths: Sequence[Path]) -> tuple[list[tuple[Path, pq.FileMetaData]], list[_Group]]:
    """Return files with their metadata, and all their row groups."""
    files: list[tuple[Path, pq.FileMetaData]] = []
    groups: list[_Group] = []
    for number, path in enumerate(paths):
        with pq.ParquetFile(path) as file:
            files.append((path, file.metadata))
            groups += _groups(number, file)
    return files, groups


def _groups(number: int, file: pq.ParquetFile) -> Iterator[_Group]:
    names = file.schema_arrow.names
    mmsi, t_ms = names.index("mmsi"), names.index("t_ms")
    for at in range(file.metadata.num_row_groups):
        group = file.metadata.row_group(at)
        vessels, instants = group.column(mmsi).statistics, group.column(t_ms).statistics
        if vessels is None or instants is None or not (vessels.has_min_max and instants.has_min_max):
            read = file.read_row_group(at, columns=["mmsi", "t_ms"])
            ends = [pc.min_max(read.column(name)).as_py() for name in ("mmsi", "t_ms")]
            yield _Group(number, at, ends[0]["min"] or 0, ends[0]["max"] or 0, group.num_rows, ends[1]["max"] or 0)
        else:
            yield _Group(number, at, vessels.min, vessels.max, group.num_rows, instants.max)


def _cut(source: PositionSource, bucket_rows: int, name: str) -> PositionSource:
    """Give a source its buckets: cut where the row groups have told of enough rows."""
    held = source.held
    if held is not None and held.num_rows:
        held = held.sort_by([("mmsi", "ascending")])
        source.held = held
    counts: list[tuple[int, int]] = [(each.last, each.rows) for each in source.groups]
    newest = [each.newest_ms for each in source.groups]
    if held is not None and held.num_rows:
        vessels, of_each = np.unique(held.column("mmsi").to_numpy(), return_counts=True)
        counts += list(zip(vessels.tolist(), of_each.tolist(), strict=True))
        newest.append(pc.max(held.column("t_ms")).as_py())
    source.rows = sum(rows for _, rows in counts)
    if not source.rows:
        raise InvalidInput(
            "files.no_positions",
            "{name} holds no position.",
            why="no row of it tells where a ship was",
            remedy="name a file or a folder with positions",
            name=name,
        )
    source.until_ms = max(newest)
    source.cuts, told = [], 0
    for mmsi_last, rows in sorted(counts):
        told += rows
        if told >= bucket_rows and (not source.cuts or mmsi_last + 1 > source.cuts[-1]):
            source.cuts.append(mmsi_last + 1)
            told = 0
    if source.cuts and source.cuts[-1] > max(last for last, _ in counts):
        source.cuts.pop()
    return source


def _read_in_all(source: PositionSource) -> int:
    """Return how many rows are read when every bucket is."""
    edges = np.array([-1, *source.cuts])
    spans = ((np.searchsorted(edges, each.first, "right"), np.searchsorted(edges, each.last, "right"), each.rows)
             for each in source.groups)  # fmt: skip
    return int(sum((last - first + 1) * rows for first, last, rows in spans))


def _by_file(groups: Iterable[_Group], first: int, last: int) -> Iterator[tuple[int, list[int]]]:
    wanted: dict[int, list[int]] = {}
    for each in groups:
        if each.last >= first and each.first < last:
            wanted.setdefault(each.file, []).append(each.number)
    yield from sorted(wanted.items())


def _between(table: pa.Table, first: int, last: int) -> pa.Table:
    """Return the rows of the vessels from `first` to before `last`; a slice where the rows are sorted by vessel."""
    mmsi = table.column("mmsi").to_numpy()
    if len(mmsi) and mmsi.min() >= first and mmsi.max() < last:
        return table
    if (mmsi[1:] >= mmsi[:-1]).all():
        begin, end = np.searchsorted(mmsi, [first, last])
        return table.slice(begin, end - begin)
    return table.filter(pa.array((mmsi >= first) & (mmsi < last)))


def _in_our_types(table: pa.Table) -> pa.Table:
    """Return a table with the types of our columns; what is null there is NaN here."""
    if all(table.schema.field(name).type == POSITIONS.field(name).type for name in table.column_names) and not any(
        table.column(name).null_count for name in table.column_names
    ):
        return table
    columns = {}
    for name in table.column_names:
        kind = POSITIONS.field(name).type
        column = table.column(name)
        if pa.types.is_timestamp(column.type):
            column = column.cast(pa.timestamp("ms", tz=column.type.tz)).cast(pa.int64())
        column = column.cast(kind)
        if column.null_count and not pa.types.is_dictionary(kind):
            column = column.fill_null(float("nan") if pa.types.is_floating(kind) else 0)
        columns[name] = column
    return pa.table(columns)


def _parts(source: PositionSource) -> Iterator[pa.Table]:
    for path, _ in source.files:
        with pq.ParquetFile(path) as file:
            known = [name for name in POSITION_COLUMNS if name in file.schema_arrow.names]
            for batch in file.iter_batches(columns=known):
                yield _in_our_types(pa.Table.from_batches([batch]))
    if source.held is not None:
        yield source.held


def _read_anything(files: Sequence[Path], mapping: str | None, latest_ms: int) -> Iterator[pa.Table]:
    for path in files:
        for read in read_positions(path, mapping, latest_ms=latest_ms):
            yield read.positions.select(list(POSITION_COLUMNS))


def _spread(former: PositionSource, parts: Iterable[pa.Table], bucket_rows: int) -> PositionSource:
    """Return rows in any order as a source: in memory while they are few, else spread over files by vessel."""
    source, scattered = PositionSource(), None
    held: list[pa.Table] = []
    for part in parts:
        held.append(part)
        if scattered is None and sum(each.num_rows for each in held) > HELD_ROWS:
            source.folder = tempfile.TemporaryDirectory(prefix="comity-positions-")
            scattered = _Scattered(Path(source.folder.name), pa.concat_tables(held).column("mmsi").to_numpy())
        if scattered is not None:
            for each in held:
                scattered.write(each)
            held = []
    former.__exit__(None, None, None)
    if scattered is None:
        source.held = pa.concat_tables(held) if held else POSITIONS.empty_table().select(list(POSITION_COLUMNS))
    else:
        source.files, source.groups = _known_files(scattered.closed())
    return _cut(source, bucket_rows, "The file")


class _Scattered:
    """Temporary files, each with the rows of a range of vessels."""

    def __init__(self, folder: Path, sample: "np.typing.NDArray[np.int64]") -> None:
        self._edges = np.unique(np.quantile(sample, np.linspace(0, 1, SPREAD + 1)[1:-1], method="nearest"))
        self._paths = [folder / f"{number}.parquet" for number in range(len(self._edges) + 1)]
        self._writers: dict[int, pq.ParquetWriter] = {}

    def write(self, part: pa.Table) -> None:
        """Write each row of a part into the file of its vessel."""
        file = np.searchsorted(self._edges, part.column("mmsi").to_numpy(), side="right")
        order = np.argsort(file, kind="stable")
        part, ends = part.take(pa.array(order)), np.cumsum(np.bincount(file, minlength=len(self._paths)))
        for number, (begin, end) in enumerate(zip([0, *ends[:-1]], ends, strict=True)):
            if end > begin:
                if number not in self._writers:
                    self._writers[number] = pq.ParquetWriter(self._paths[number], part.schema, compression="zstd")
                self._writers[number].write_table(part.slice(begin, end - begin))

    def closed(self) -> list[Path]:
        """Return the files, ready to be read."""
        for writer in self._writers.values():
            writer.close()
        return [self._paths[number] for number in sorted(self._writers)]
