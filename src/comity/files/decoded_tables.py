"""What a decoder gives, written as Parquet while it comes: each file appears whole at the end, or not at all."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType

import pyarrow as pa
import pyarrow.parquet as pq

from comity.files.folders import not_written

_ROWS = 131_072
"""Rows of a group: what a reader skips or takes as one (as in the store of positions)."""


class TableFile:
    """A Parquet file that grows table by table and takes its name when it is whole.

    Raises
    ------
    InvalidInput
        `files.not_written` when the disk fails; what stood under the name before stays.
    """

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self._path, self._schema = path, schema
        self._waiting: list[pa.Table] = []
        self._rows = 0
        with _disk(path):
            self._stack = ExitStack()
            folder = path.resolve().parent
            self._part = Path(
                self._stack.enter_context(tempfile.TemporaryDirectory(dir=folder, prefix=f".{path.name[:99]}."))
            )
            self._writer = pq.ParquetWriter(self._part / "rows", schema, compression="zstd", version="2.6")

    def add(self, table: pa.Table) -> None:
        """Add rows of the schema."""
        self._waiting.append(table)
        self._rows += table.num_rows
        if self._rows >= _ROWS:
            self._flush()

    def _flush(self) -> None:
        with _disk(self._path):
            self._writer.write_table(
                pa.concat_tables([self._schema.empty_table(), *self._waiting]), row_group_size=_ROWS
            )
        self._waiting, self._rows = [], 0

    def __enter__(self) -> "TableFile":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._stack, _disk(self._path):
            if kind is None:
                self._flush()
            self._writer.close()
            if kind is None:
                (self._part / "rows").replace(self._path.resolve())


@contextmanager
def _disk(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise not_written(path, error) from None
