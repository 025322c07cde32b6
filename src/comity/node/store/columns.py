"""Column types and the one collection of tables."""

from sqlalchemy import BigInteger, Integer, LargeBinary, MetaData

METADATA = MetaData()
"""Every table of the node's database; each is declared by the migration that made it."""

Milliseconds = BigInteger().with_variant(Integer(), "sqlite")
"""An instant, milliseconds since 1970-01-01T00:00Z: 64 bits on either database."""

Bytes = LargeBinary
"""Bytes as they were signed or received; SQLite calls them BLOB."""
