"""0006: questions being drafted, what waits for its batch, and the parts of a batch that left or arrived.

Instants are milliseconds since 1970-01-01T00:00Z. All of it is national and never leaves this node. The newest row of a
draft counts; once the record holds its request, the draft is history.
"""

from sqlalchemy import CheckConstraint, Column, Integer, PrimaryKeyConstraint, Table, Text

from comity.node.store.columns import METADATA, Bytes, Milliseconds

REQUEST_DRAFT = Table(
    "request_draft",
    METADATA,
    Column("change", Integer, primary_key=True),
    Column("agreement_id", Text, nullable=False),
    Column("request_id", Text, nullable=False),
    Column("at_ms", Milliseconds, CheckConstraint("at_ms > 0"), nullable=False),
    Column("office", Text, CheckConstraint("length(office) BETWEEN 1 AND 200"), nullable=False),
    Column("document", Bytes, nullable=True),  # canonical JSON; none: the draft was given up
    sqlite_strict=True,
)

WAITING_ITEM = Table(
    "waiting_item",
    METADATA,
    Column("waiting_id", Integer, primary_key=True),
    Column("agreement_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("event_ms", Milliseconds, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("office", Text, CheckConstraint("length(office) BETWEEN 1 AND 200"), nullable=False),
    Column("asked_ms", Milliseconds, CheckConstraint("asked_ms > 0"), nullable=False),
    Column("record", Bytes, nullable=False),  # canonical JSON, as it stood when the office asked
    Column("ended_ms", Milliseconds, nullable=True),
    Column("position", Integer, nullable=True),  # of the manifest under which it left; none: the check refused it
    sqlite_strict=True,
)

RELEASE_PART = Table(
    "release_part",
    METADATA,
    Column("agreement_id", Text, nullable=False),
    Column("position", Integer, CheckConstraint("position >= 0"), nullable=False),  # of the manifest in our log
    Column("place", Integer, CheckConstraint("place > 0"), nullable=False),  # the first part stands in release_audit
    Column("subject", Text, nullable=False),
    Column("salt", Bytes, CheckConstraint("length(salt) = 32"), nullable=False),
    Column("commitment", Text, nullable=False),
    PrimaryKeyConstraint("agreement_id", "position", "place"),
    sqlite_strict=True,
)

ARRIVAL_PART = Table(
    "arrival_part",
    METADATA,
    Column("agreement_id", Text, nullable=False),
    Column("position", Integer, CheckConstraint("position >= 0"), nullable=False),  # of the manifest in their log
    Column("place", Integer, CheckConstraint("place > 0"), nullable=False),  # the first part stands in arrival
    Column("subject", Text, nullable=False),
    PrimaryKeyConstraint("agreement_id", "position", "place"),
    sqlite_strict=True,
)

TABLES = (REQUEST_DRAFT, WAITING_ITEM, RELEASE_PART, ARRIVAL_PART)
