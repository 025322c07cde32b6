"""0013: which case of ours a case of the partner's answers, as its record said when it arrived.

A name is no content: it outlives the erasure of the record, for what both signed about the incident bears it.
"""

from sqlalchemy import CheckConstraint, Column, Integer, PrimaryKeyConstraint, Table, Text

from comity.node.store.columns import METADATA

ARRIVAL_ANSWER = Table(
    "arrival_answer",
    METADATA,
    Column("agreement_id", Text, nullable=False),
    Column("position", Integer, CheckConstraint("position >= 0"), nullable=False),  # of the manifest in their log
    Column("place", Integer, CheckConstraint("place >= 0"), nullable=False),  # of the record in its content
    Column("answers", Text, CheckConstraint("length(answers) BETWEEN 1 AND 64"), nullable=False),
    PrimaryKeyConstraint("agreement_id", "position", "place"),
    sqlite_strict=True,
)

TABLES = (ARRIVAL_ANSWER,)
