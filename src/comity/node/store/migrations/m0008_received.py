"""0008: how much each partner sent on each day, so that a restart does not give it its day's share anew.

Days are counted since 1970-01-01T00:00Z. There is one row for a day of a partner, and none for days that are over.
"""

from sqlalchemy import CheckConstraint, Column, Integer, PrimaryKeyConstraint, Table, Text

from comity.node.store.columns import METADATA

RECEIVED = Table(
    "received",
    METADATA,
    Column("agreement_id", Text, nullable=False),
    Column("day", Integer, CheckConstraint("day > 0"), nullable=False),
    Column("bytes", Integer, CheckConstraint("bytes > 0"), nullable=False),
    PrimaryKeyConstraint("agreement_id", "day"),
    sqlite_strict=True,
)

TABLES = (RECEIVED,)
