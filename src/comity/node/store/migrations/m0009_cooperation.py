"""0009: what our offices note on records of cooperation for us alone, and the tokens by which calendars subscribe.

Instants are milliseconds since 1970-01-01T00:00Z. All of it is national and never leaves this node. Rows are only ever
added; the newest row of a field counts. Of a token the database holds SHA-256 only.
"""

from sqlalchemy import CheckConstraint, Column, Integer, Table, Text

from comity.node.store.columns import METADATA, Bytes, Milliseconds

NATIONAL_FIELD = Table(
    "national_field",
    METADATA,
    Column("change", Integer, primary_key=True),
    Column("agreement_id", Text, nullable=False),
    Column("record", Text, nullable=False),  # kind/id, such as meeting/wg-sea-1
    Column("field", Text, CheckConstraint("length(field) BETWEEN 1 AND 128"), nullable=False),
    Column("at_ms", Milliseconds, CheckConstraint("at_ms > 0"), nullable=False),
    Column("office", Text, CheckConstraint("length(office) BETWEEN 1 AND 200"), nullable=False),
    Column("value", Bytes, nullable=True),  # canonical JSON; none: the field was emptied
    sqlite_strict=True,
)

CALENDAR_TOKEN = Table(
    "calendar_token",
    METADATA,
    Column("token", Integer, primary_key=True),
    Column("agreement_id", Text, nullable=False),
    Column("token_sha256", Bytes, CheckConstraint("length(token_sha256) = 32"), nullable=False, unique=True),
    Column("subscription", Text, nullable=False),  # canonical JSON: group, office
    Column("office", Text, CheckConstraint("length(office) BETWEEN 1 AND 200"), nullable=False),
    Column("made_ms", Milliseconds, CheckConstraint("made_ms > 0"), nullable=False),
    Column("ended_ms", Milliseconds, nullable=True),
    sqlite_strict=True,
)

TABLES = (NATIONAL_FIELD, CALENDAR_TOKEN)
