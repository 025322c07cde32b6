"""0004: what the offices did about a case: who opened it, asked for its drift, moved it to a stage, and who leads.

Instants are milliseconds since 1970-01-01T00:00Z. A case's stage is that of its newest row that names one; a case that
nobody moved has the stage that follows from what was done about it. The rows are national and never leave this node.
"""

from sqlalchemy import DDL, CheckConstraint, Column, Integer, Table, Text, event

from comity.node.store.columns import METADATA, Milliseconds

CASE_ACT = Table(
    "case_act",
    METADATA,
    Column("act", Integer, primary_key=True),
    Column("case_id", Text, nullable=False),
    Column("whose", Text, CheckConstraint("whose IN ('ours', 'partner')"), nullable=False),  # both may use one name
    Column("at_ms", Milliseconds, CheckConstraint("at_ms > 0"), nullable=False),
    Column("office", Text, CheckConstraint("length(office) BETWEEN 1 AND 200"), nullable=False),
    Column("kind", Text, CheckConstraint("kind IN ('opened', 'drift_asked', 'moved')"), nullable=False),
    Column("job_id", Integer, nullable=True),  # of the drift that was asked for
    Column(
        "stage",  # IAMSAR vol. II, 3.2
        Text,
        CheckConstraint("stage IN ('awareness', 'initial', 'planning', 'operations', 'conclusion')"),
        nullable=True,
    ),
    Column("smc", Text, CheckConstraint("smc IN ('ours', 'partner')"), nullable=True),  # whose centre co-ordinates
    CheckConstraint("(kind = 'moved') = (stage IS NOT NULL AND smc IS NOT NULL)"),
    sqlite_strict=True,
)

TABLES = (CASE_ACT,)

event.listen(
    CASE_ACT,
    "after_create",
    DDL(  # type: ignore[no-untyped-call]
        "CREATE TRIGGER tell_case_act AFTER INSERT ON case_act WHEN NEW.kind = 'moved' BEGIN "
        "INSERT INTO event (kind, agreement_id, subject) VALUES ('case', NULL, NEW.case_id); END"
    ).execute_if(dialect="sqlite"),
)
