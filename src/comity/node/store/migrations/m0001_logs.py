"""0001: both logs of each agreement, their heads and receipts, the partner's pinned card and what went wrong with it.

Instants are milliseconds since 1970-01-01T00:00Z. Rows are only ever added: the newest row of a head, a card or a state
is the one that counts, and the older ones are its history.
"""

from sqlalchemy import CheckConstraint, Column, Integer, PrimaryKeyConstraint, Table, Text

from comity.node.store.columns import METADATA, Bytes, Milliseconds

LOG_ENTRY = Table(
    "log_entry",
    METADATA,
    Column("agreement_id", Text, nullable=False),
    Column("log", Text, CheckConstraint("log IN ('own', 'partner')"), nullable=False),
    Column("position", Integer, CheckConstraint("position >= 0"), nullable=False),
    Column("entry", Bytes, CheckConstraint("length(entry) <= 65535"), nullable=False),
    PrimaryKeyConstraint("agreement_id", "log", "position"),
    sqlite_strict=True,
)

LOG_HEAD = Table(
    "log_head",
    METADATA,
    Column("agreement_id", Text, nullable=False),
    Column("log", Text, CheckConstraint("log IN ('own', 'partner')"), nullable=False),
    Column("size", Integer, CheckConstraint("size >= 0"), nullable=False),
    Column("root", Bytes, CheckConstraint("length(root) = 32"), nullable=False),
    Column("checkpoint", Bytes, nullable=False),  # signed note; the partner's also carries our cosignature
    Column("signed_ms", Milliseconds, CheckConstraint("signed_ms > 0"), nullable=False),
    PrimaryKeyConstraint("agreement_id", "log", "size"),
    sqlite_strict=True,
)

LOG_RECEIPT = Table(
    "log_receipt",
    METADATA,
    Column("agreement_id", Text, nullable=False),
    Column("size", Integer, CheckConstraint("size >= 0"), nullable=False),
    Column("root", Bytes, CheckConstraint("length(root) = 32"), nullable=False),
    Column("checkpoint", Bytes, nullable=False),  # our head with the partner's cosignature
    Column("stored_ms", Milliseconds, CheckConstraint("stored_ms > 0"), nullable=False),  # the partner's own time
    Column("seen_ms", Milliseconds, CheckConstraint("seen_ms > 0"), nullable=False),
    PrimaryKeyConstraint("agreement_id", "size"),
    sqlite_strict=True,
)

PARTNER_CARD = Table(
    "partner_card",
    METADATA,
    Column("agreement_id", Text, nullable=False),
    Column("pinned_ms", Milliseconds, CheckConstraint("pinned_ms > 0"), nullable=False),
    Column("url", Text, nullable=False),
    Column("card", Bytes, nullable=False),
    PrimaryKeyConstraint("agreement_id", "pinned_ms"),
    sqlite_strict=True,
)

DIRECTION_STATE = Table(
    "direction_state",
    METADATA,
    Column("change", Integer, primary_key=True),
    Column("agreement_id", Text, nullable=False),
    Column("direction", Text, CheckConstraint("direction IN ('in', 'out')"), nullable=False),
    Column("state", Text, CheckConstraint("state IN ('following', 'silent', 'frozen')"), nullable=False),
    Column("since_ms", Milliseconds, CheckConstraint("since_ms > 0"), nullable=False),
    Column("reason", Bytes, nullable=True),  # the error's code and values, canonical JSON
    sqlite_strict=True,
)

EVIDENCE = Table(
    "evidence",
    METADATA,
    Column("evidence_id", Integer, primary_key=True),
    Column("agreement_id", Text, nullable=False),
    Column("direction", Text, CheckConstraint("direction IN ('in', 'out')"), nullable=False),
    Column("found_ms", Milliseconds, CheckConstraint("found_ms > 0"), nullable=False),
    Column("reason", Bytes, nullable=False),
    Column("pinned", Bytes, nullable=True),  # the head that we trusted
    Column("offered", Bytes, nullable=True),  # the head that contradicts it
    sqlite_strict=True,
)

TABLES = (LOG_ENTRY, LOG_HEAD, LOG_RECEIPT, PARTNER_CARD, DIRECTION_STATE, EVIDENCE)
