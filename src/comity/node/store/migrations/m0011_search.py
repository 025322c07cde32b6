"""0011: the search: what is known later of a case, the plans that were made, what was searched, clues, notes, reports.

Instants are milliseconds since 1970-01-01T00:00Z. All of it is national and never leaves this node. Rows are only ever
added: the newest row of a section, and of a plan's letter, counts; an older plan may be the one that was flown.
"""

from sqlalchemy import DDL, CheckConstraint, Column, Integer, PrimaryKeyConstraint, Table, Text, UniqueConstraint, event

from comity.node.store.columns import METADATA, Bytes, Milliseconds

_SECTIONS = "'unit', 'conditions', 'plan', 'object', 'scenario', 'run', 'observation', 'forcing'"
_BY_OFFICE = "length(office) BETWEEN 1 AND 200"

CASE_SECTION = Table(
    "case_section",
    METADATA,
    Column("section_id", Integer, primary_key=True),
    Column("case_id", Text, nullable=False),
    Column("at_ms", Milliseconds, CheckConstraint("at_ms > 0"), nullable=False),
    Column("office", Text, CheckConstraint(_BY_OFFICE), nullable=False),
    Column("section", Text, CheckConstraint(f"section IN ({_SECTIONS})"), nullable=False),  # of the case file format
    Column("value", Bytes, nullable=False),  # JSON: the section as a whole
    sqlite_strict=True,
)

CASE_SEARCH = Table(
    "case_search",
    METADATA,
    Column("search_id", Integer, primary_key=True),  # of a search that is gone never given to another
    Column("case_id", Text, nullable=False),  # a case of ours
    Column("at_ms", Milliseconds, CheckConstraint("at_ms > 0"), nullable=False),
    Column("office", Text, CheckConstraint(_BY_OFFICE), nullable=False),
    Column("origin", Text, CheckConstraint("origin IN ('ours', 'partner')"), nullable=False),
    Column("name", Text, CheckConstraint("length(name) BETWEEN 1 AND 200"), nullable=False),
    Column("digest", Text, CheckConstraint("length(digest) = 64"), nullable=False),  # of what said so
    Column("content", Bytes, nullable=False),  # JSON: one entry of `searched.json`, sweep widths by object
    Column("agreement_id", Text, nullable=True),  # where the partner's came from: the manifest in its log
    Column("position", Integer, nullable=True),
    Column("place", Integer, nullable=True),
    CheckConstraint("(origin = 'partner') = (agreement_id IS NOT NULL AND position IS NOT NULL AND place IS NOT NULL)"),
    UniqueConstraint("case_id", "digest"),  # the same search would teach twice what it taught once
    UniqueConstraint("case_id", "agreement_id", "position", "place"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

CASE_CLUE = Table(
    "case_clue",
    METADATA,
    Column("clue_id", Integer, primary_key=True),
    Column("case_id", Text, nullable=False),
    Column("at_ms", Milliseconds, CheckConstraint("at_ms > 0"), nullable=False),
    Column("office", Text, CheckConstraint(_BY_OFFICE), nullable=False),
    Column("value", Bytes, nullable=False),  # JSON: one [[clue]]
    sqlite_strict=True,
)

CASE_WITHDRAWAL = Table(
    "case_withdrawal",
    METADATA,
    Column("what", Text, CheckConstraint("what IN ('search', 'clue')"), nullable=False),
    Column("number", Integer, nullable=False),  # of the search or the clue: reported in error, it teaches nothing
    Column("case_id", Text, nullable=False),
    Column("at_ms", Milliseconds, CheckConstraint("at_ms > 0"), nullable=False),
    Column("office", Text, CheckConstraint(_BY_OFFICE), nullable=False),
    PrimaryKeyConstraint("what", "number"),
    sqlite_strict=True,
)

CASE_PLAN = Table(
    "case_plan",
    METADATA,
    Column("plan_id", Integer, primary_key=True),
    Column("case_id", Text, nullable=False),
    Column("at_ms", Milliseconds, CheckConstraint("at_ms > 0"), nullable=False),
    Column("office", Text, CheckConstraint(_BY_OFFICE), nullable=True),  # none: computed by this node
    Column("letter", Text, CheckConstraint("letter IN ('a', 'b')"), nullable=False),  # computed, or of our own hand
    Column("digest", Text, CheckConstraint("length(digest) = 64"), nullable=True),
    Column("basis", Text, nullable=True),  # digest of what it was made from
    Column("document", Bytes, nullable=True),  # JSON, schema comity/plan/1; none: plan B was given up
    CheckConstraint("(digest IS NULL) = (document IS NULL) AND (letter = 'b' OR document IS NOT NULL)"),
    sqlite_strict=True,
)

CASE_NOTE = Table(
    "case_note",
    METADATA,
    Column("note_id", Integer, primary_key=True),
    Column("case_id", Text, nullable=False),
    Column("whose", Text, CheckConstraint("whose IN ('ours', 'partner')"), nullable=False),  # both may use one name
    Column("at_ms", Milliseconds, CheckConstraint("at_ms > 0"), nullable=False),
    Column("office", Text, CheckConstraint(_BY_OFFICE), nullable=False),
    Column("text", Text, CheckConstraint("length(text) BETWEEN 1 AND 4000"), nullable=False),
    sqlite_strict=True,
)

CASE_SITREP = Table(
    "case_sitrep",
    METADATA,
    Column("case_id", Text, nullable=False),
    Column("number", Integer, CheckConstraint("number >= 1"), nullable=False),
    Column("at_ms", Milliseconds, CheckConstraint("at_ms > 0"), nullable=False),
    Column("office", Text, CheckConstraint(_BY_OFFICE), nullable=False),
    Column("content", Bytes, nullable=False),  # JSON: what was reported
    PrimaryKeyConstraint("case_id", "number"),
    sqlite_strict=True,
)

TABLES = (CASE_SECTION, CASE_SEARCH, CASE_CLUE, CASE_WITHDRAWAL, CASE_PLAN, CASE_NOTE, CASE_SITREP)

for _table in TABLES:
    event.listen(
        _table,
        "after_create",
        DDL(  # type: ignore[no-untyped-call]
            f"CREATE TRIGGER tell_{_table.name} AFTER INSERT ON {_table.name} BEGIN "  # noqa: S608 (our own names)
            "INSERT INTO event (kind, agreement_id, subject) VALUES ('case', NULL, NEW.case_id); END"
        ).execute_if(dialect="sqlite"),
    )
