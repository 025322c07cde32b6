"""0007: drafts of texts, what an officer's passkey signed, approvals, stops, and who follows whom in office.

Instants are milliseconds since 1970-01-01T00:00Z. All of it is national and never leaves this node. Rows are only ever
added; the newest row of a draft, and of a stop, counts.
"""

from sqlalchemy import CheckConstraint, Column, Integer, PrimaryKeyConstraint, Table, Text

from comity.node.store.columns import METADATA, Bytes, Milliseconds

TEXT_DRAFT = Table(
    "text_draft",
    METADATA,
    Column("change", Integer, primary_key=True),
    Column("agreement_id", Text, nullable=False),
    Column("draft_id", Text, nullable=False),
    Column("series", Text, nullable=False),
    Column("at_ms", Milliseconds, CheckConstraint("at_ms > 0"), nullable=False),
    Column("office", Text, CheckConstraint("length(office) BETWEEN 1 AND 200"), nullable=False),
    Column("document", Bytes, nullable=True),  # canonical JSON; none: the draft was given up, or tabled
    sqlite_strict=True,
)

ACT_EVIDENCE = Table(
    "act_evidence",
    METADATA,
    Column("agreement_id", Text, nullable=False),
    Column("position", Integer, CheckConstraint("position >= 0"), nullable=False),  # of the signature in our log
    Column("opening", Bytes, CheckConstraint("length(opening) = 32"), nullable=False),
    Column("evidence", Bytes, nullable=False),  # canonical JSON, schema comity/act-evidence/1
    PrimaryKeyConstraint("agreement_id", "position"),
    sqlite_strict=True,
)

RELEASE_APPROVAL = Table(
    "release_approval",
    METADATA,
    Column("approval", Integer, primary_key=True),
    Column("agreement_id", Text, nullable=False),
    Column("content", Text, nullable=False),  # hash of what the office saw
    Column("office", Text, CheckConstraint("length(office) BETWEEN 1 AND 200"), nullable=False),
    Column("rule_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("at_ms", Milliseconds, CheckConstraint("at_ms > 0"), nullable=False),
    sqlite_strict=True,
)

STOP = Table(
    "stop",
    METADATA,
    Column("change", Integer, primary_key=True),
    Column("agreement_id", Text, nullable=False),
    Column("what", Text, CheckConstraint("what IN ('release', 'partner')"), nullable=False),
    Column("is_stopped", Integer, CheckConstraint("is_stopped IN (0, 1)"), nullable=False),
    Column("at_ms", Milliseconds, CheckConstraint("at_ms > 0"), nullable=False),
    Column("office", Text, CheckConstraint("length(office) BETWEEN 1 AND 200"), nullable=False),
    Column("why", Text, CheckConstraint("length(why) <= 64"), nullable=False),
    sqlite_strict=True,
)

OFFICE_SUCCESSION = Table(
    "office_succession",
    METADATA,
    Column("office", Text, nullable=False),
    Column("succeeds", Text, nullable=False),
    Column("at_ms", Milliseconds, CheckConstraint("at_ms > 0"), nullable=False),
    Column("made_by", Text, nullable=False),
    PrimaryKeyConstraint("office", "succeeds"),
    sqlite_strict=True,
)

TABLES = (TEXT_DRAFT, ACT_EVIDENCE, RELEASE_APPROVAL, STOP, OFFICE_SUCCESSION)
