"""0005: how a node that was put back to an older state caught up, and which contents were erased.

Instants are milliseconds since 1970-01-01T00:00Z. Rows are only ever added; the newest row of an agreement counts.
"""

from sqlalchemy import CheckConstraint, Column, Integer, PrimaryKeyConstraint, Table, Text

from comity.node.store.columns import METADATA, Milliseconds

RECOVERY = Table(
    "recovery",
    METADATA,
    Column("change", Integer, primary_key=True),
    Column("agreement_id", Text, nullable=False),
    Column("at_ms", Milliseconds, CheckConstraint("at_ms > 0"), nullable=False),
    Column("state", Text, CheckConstraint("state IN ('restored', 'synchronised', 'alone')"), nullable=False),
    Column("copied_ms", Milliseconds, nullable=True),  # of a restored node: when its backup was made
    Column("adopted", Integer, CheckConstraint("adopted >= 0"), nullable=False),  # entries taken back from the partner
    Column("office", Text, nullable=True),  # who decided to go on alone
    sqlite_strict=True,
)

ERASURE = Table(
    "erasure",
    METADATA,
    Column("agreement_id", Text, nullable=False),
    Column("log", Text, CheckConstraint("log IN ('own', 'partner')"), nullable=False),
    Column("position", Integer, CheckConstraint("position >= 0"), nullable=False),  # of the manifest
    Column("blob_sha256", Text, nullable=False),
    Column("erased_ms", Milliseconds, CheckConstraint("erased_ms > 0"), nullable=False),
    PrimaryKeyConstraint("agreement_id", "log", "position"),
    sqlite_strict=True,
)

TABLES = (RECOVERY, ERASURE)
