"""Tables of the maritime room as files: Parquet, the contract format, and CSV for whoever has nothing else.

Units: as in the columns of `comity.maritime`; instants are milliseconds since 1970, and in CSV also text.
"""

import io

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

GROUP_ROWS = 131_072
"""Rows of a group, as in the store of positions."""


def parquet_bytes(table: pa.Table) -> bytes:
    """Return a table as Parquet, version 2 pages, compressed by zstd."""
    held = io.BytesIO()
    pq.write_table(table, held, row_group_size=GROUP_ROWS, compression="zstd", data_page_version="2.0")
    return held.getvalue()
