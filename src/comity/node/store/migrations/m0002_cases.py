"""0002: search and rescue cases, what left under which clause, what arrived, and the work waiting to be done.

Instants are milliseconds since 1970-01-01T00:00Z. `release_audit` is national: it never leaves this node.
"""

from sqlalchemy import CheckConstraint, Column, Integer, PrimaryKeyConstraint, Table, Text

from comity.node.store.columns import METADATA, Bytes, Milliseconds

RESCUE_CASE = Table(
    "rescue_case",
    METADATA,
    Column("case_id", Text, primary_key=True, nullable=False),
    Column("opened_ms", Milliseconds, CheckConstraint("opened_ms > 0"), nullable=False),
    Column("document", Bytes, nullable=False),  # the case as it was opened, JSON
    sqlite_strict=True,
)

JOB = Table(
    "job",
    METADATA,
    Column("job_id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("asked_ms", Milliseconds, CheckConstraint("asked_ms > 0"), nullable=False),
    Column("due_ms", Milliseconds, nullable=False),
    Column("attempts", Integer, CheckConstraint("attempts >= 0"), nullable=False),
    Column("state", Text, CheckConstraint("state IN ('waiting', 'running', 'done', 'failed')"), nullable=False),
    Column("done_share", Integer, CheckConstraint("done_share BETWEEN 0 AND 1000"), nullable=False),  # per mille
    Column("outcome", Bytes, nullable=True),  # canonical JSON: what came of it, or the error's code and values
    sqlite_strict=True,
)

RELEASE_AUDIT = Table(
    "release_audit",
    METADATA,
    Column("agreement_id", Text, nullable=False),
    Column("position", Integer, CheckConstraint("position >= 0"), nullable=False),  # of the manifest in our log
    Column("case_id", Text, nullable=False),
    Column("item", Text, nullable=False),
    Column("rule_id", Text, nullable=False),
    Column("clause", Text, nullable=False),
    Column("to_party", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("released_ms", Milliseconds, CheckConstraint("released_ms > 0"), nullable=False),
    Column("salt", Bytes, CheckConstraint("length(salt) = 32"), nullable=False),
    Column("commitment", Text, nullable=False),
    Column("blob_sha256", Text, nullable=False),
    PrimaryKeyConstraint("agreement_id", "position"),
    sqlite_strict=True,
)

ARRIVAL = Table(
    "arrival",
    METADATA,
    Column("agreement_id", Text, nullable=False),
    Column("position", Integer, CheckConstraint("position >= 0"), nullable=False),  # of the manifest in their log
    Column("arrived_ms", Milliseconds, CheckConstraint("arrived_ms > 0"), nullable=False),
    Column("item", Text, nullable=False),
    Column("subject", Text, nullable=False),  # the case that it tells of
    Column("blob_sha256", Text, nullable=False),
    PrimaryKeyConstraint("agreement_id", "position"),
    sqlite_strict=True,
)

TABLES = (RESCUE_CASE, JOB, RELEASE_AUDIT, ARRIVAL)
