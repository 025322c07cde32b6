"""0012: the tokens by which map programs read `/ogc`.

Instants are milliseconds since 1970-01-01T00:00Z. National, it never leaves this node. Of a token the database holds
SHA-256 only.
"""

from sqlalchemy import CheckConstraint, Column, Integer, Table, Text

from comity.node.store.columns import METADATA, Bytes, Milliseconds

MAP_TOKEN = Table(
    "map_token",
    METADATA,
    Column("token", Integer, primary_key=True),
    Column("token_sha256", Bytes, CheckConstraint("length(token_sha256) = 32"), nullable=False, unique=True),
    Column("about", Text, CheckConstraint("length(about) BETWEEN 1 AND 200"), nullable=False),  # what reads with it
    Column("office", Text, CheckConstraint("length(office) BETWEEN 1 AND 200"), nullable=False),
    Column("made_ms", Milliseconds, CheckConstraint("made_ms > 0"), nullable=False),
    Column("ended_ms", Milliseconds, nullable=True),
    sqlite_strict=True,
)

TABLES = (MAP_TOKEN,)
