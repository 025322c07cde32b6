"""0015: the distress devices that were heard, each activation once, and the case that it opened.

Instants are milliseconds since 1970-01-01T00:00Z, places in degrees. A row follows its device while that speaks: the
single fixes stand in the store of positions. The rows are national and never leave this node.
"""

from sqlalchemy import DDL, REAL, CheckConstraint, Column, Integer, Table, Text, UniqueConstraint, event

from comity.node.store.columns import METADATA, Milliseconds

DISTRESS = Table(
    "distress",
    METADATA,
    Column("distress_id", Integer, primary_key=True),
    Column("mmsi", Integer, CheckConstraint("mmsi BETWEEN 1 AND 999999999"), nullable=False),
    Column("number", Integer, CheckConstraint("number >= 0"), nullable=False),  # among the activations of one device
    Column("raised_ms", Milliseconds, CheckConstraint("raised_ms > 0"), nullable=False),  # by our clock
    Column("first_ms", Milliseconds, nullable=False),
    Column("last_ms", Milliseconds, nullable=False),
    Column("heard", Integer, CheckConstraint("heard >= 1"), nullable=False),  # sentences
    Column("state", Text, CheckConstraint("state IN ('active', 'doubtful', 'test')"), nullable=False),
    Column("said", Text, nullable=False),  # what its sentences said, words between blanks
    Column("text", Text, CheckConstraint("length(text) <= 200"), nullable=False),
    Column("lat_deg", REAL, nullable=True),
    Column("lon_deg", REAL, nullable=True),
    Column("position_ms", Milliseconds, nullable=True),
    Column("first_lat_deg", REAL, nullable=True),
    Column("first_lon_deg", REAL, nullable=True),
    Column("stations", Text, nullable=False),  # JSON: their names
    Column("case_id", Text, nullable=True),  # of ours, which it opened
    CheckConstraint("(lat_deg IS NULL) = (lon_deg IS NULL) AND (lat_deg IS NULL) = (position_ms IS NULL)"),
    UniqueConstraint("mmsi", "number"),
    sqlite_strict=True,
)

TABLES = (DISTRESS,)

_TOLD = "INSERT INTO event (kind, agreement_id, subject) VALUES ('alarm', NULL, 'distress/' || NEW.distress_id); END"

for _name, _when in (("tell_distress", "INSERT"), ("tell_distress_state", "UPDATE OF state, case_id, position_ms")):
    event.listen(
        DISTRESS,
        "after_create",
        DDL(f"CREATE TRIGGER {_name} AFTER {_when} ON distress BEGIN {_TOLD}").execute_if(  # type: ignore[no-untyped-call]
            dialect="sqlite"
        ),
    )
