"""0008: how much each partner sent on each day, so that a restart does not give it its day's share anew.

Days are counted since 1970-01-01T00:00Z. Rows are only ever added: the day's bytes are the sum of its rows.
"""

from sqlalchemy import CheckConstraint, Column, Integer, Table, Text

from comity.node.store.columns import METADATA

RECEIVED = Table(
    "received",
    METADATA,
    Column("change", Integer, primary_key=True),
    Column("agreement_id", Text, nullable=False),
    Column("day", Integer, CheckConstraint("day > 0"), nullable=False),
    Column("bytes", Integer, CheckConstraint("bytes > 0"), nullable=False),
    sqlite_strict=True,
)

TABLES = (RECEIVED,)
