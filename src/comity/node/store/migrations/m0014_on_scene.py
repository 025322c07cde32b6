"""0014: who co-ordinates on scene; the partner's searches that were taken out of an account; jobs and plans by case.

Instants are milliseconds since 1970-01-01T00:00Z. All of it is national and never leaves this node. Rows are only ever
added; of a search that was taken out nothing is kept but its name and the office that signed it. The indexes keep a
list of all cases from reading every job and every plan once for each case.
"""

from sqlalchemy import DDL, CheckConstraint, Column, Index, Integer, Table, Text, event

from comity.node.store.columns import METADATA, Milliseconds
from comity.node.store.migrations.m0002_cases import JOB
from comity.node.store.migrations.m0011_search import CASE_PLAN

_BY_OFFICE = "length(office) BETWEEN 1 AND 200"

CASE_ON_SCENE = Table(
    "case_on_scene",
    METADATA,
    Column("act", Integer, primary_key=True),  # the newest of a case counts
    Column("case_id", Text, nullable=False),
    Column("at_ms", Milliseconds, CheckConstraint("at_ms > 0"), nullable=False),
    Column("office", Text, CheckConstraint(_BY_OFFICE), nullable=False),
    Column("unit", Text, CheckConstraint("length(unit) BETWEEN 1 AND 64"), nullable=True),  # none: nobody any more
    sqlite_strict=True,
)

CASE_SEARCH_GONE = Table(
    "case_search_gone",
    METADATA,
    Column("search_id", Integer, primary_key=True),  # as it was numbered in `case_search`
    Column("case_id", Text, nullable=False),
    Column("arrived_ms", Milliseconds, CheckConstraint("arrived_ms > 0"), nullable=False),
    Column("at_ms", Milliseconds, CheckConstraint("at_ms > 0"), nullable=False),
    Column("office", Text, CheckConstraint(_BY_OFFICE), nullable=False),  # the partner's, which signed its release
    Column("name", Text, CheckConstraint("length(name) BETWEEN 1 AND 200"), nullable=False),
    Column(
        "reason",
        Text,
        CheckConstraint("reason IN ('recalled', 'corrected', 'erased', 'outside_drift', 'not_counted')"),
        nullable=False,
    ),
    sqlite_strict=True,
)

TABLES = (CASE_ON_SCENE, CASE_SEARCH_GONE)
INDEXES = (
    Index("job_of_subject", JOB.c.kind, JOB.c.subject, JOB.c.job_id),
    Index("plan_of_case", CASE_PLAN.c.case_id, CASE_PLAN.c.letter, CASE_PLAN.c.plan_id),
)

for _table in TABLES:
    event.listen(
        _table,
        "after_create",
        DDL(  # type: ignore[no-untyped-call]
            f"CREATE TRIGGER tell_{_table.name} AFTER INSERT ON {_table.name} BEGIN "  # noqa: S608 (our own names)
            "INSERT INTO event (kind, agreement_id, subject) VALUES ('case', NULL, NEW.case_id); END"
        ).execute_if(dialect="sqlite"),
    )
