"""0003: the offices that sign in, their passkeys, one-time codes and sessions, what each did, and what has changed.

Instants are milliseconds since 1970-01-01T00:00Z. No secret stands here: of codes and sessions only SHA-256, of
passkeys only the public key. `event` is written by the database itself, in the transaction of its cause, so that no
change is ever missed; its numbers only grow, and a browser that was away asks for what came after the last it saw.
"""

from sqlalchemy import DDL, CheckConstraint, Column, Integer, PrimaryKeyConstraint, Table, Text, event

from comity.node.store.columns import METADATA, Bytes, Milliseconds

OFFICE = Table(
    "office",
    METADATA,
    Column("office", Text, CheckConstraint("length(office) BETWEEN 1 AND 200"), nullable=False),
    Column("since_ms", Milliseconds, CheckConstraint("since_ms > 0"), nullable=False),
    Column("roles", Text, nullable=False),  # sorted, separated by spaces; none: the office may do nothing any more
    Column("made_by", Text, nullable=False),
    PrimaryKeyConstraint("office", "since_ms"),
    sqlite_strict=True,
)

ONE_TIME_CODE = Table(
    "one_time_code",
    METADATA,
    Column("code_sha256", Bytes, CheckConstraint("length(code_sha256) = 32"), primary_key=True, nullable=False),
    Column("office", Text, nullable=False),
    Column("enters", Integer, CheckConstraint("enters IN (0, 1)"), nullable=False),
    Column("made_ms", Milliseconds, CheckConstraint("made_ms > 0"), nullable=False),
    Column("ends_ms", Milliseconds, CheckConstraint("ends_ms > made_ms"), nullable=False),
    Column("used_ms", Milliseconds, nullable=True),
    sqlite_strict=True,
)

PASSKEY = Table(
    "passkey",
    METADATA,
    Column("credential_id", Bytes, CheckConstraint("length(credential_id) <= 1023"), primary_key=True, nullable=False),
    Column("office", Text, nullable=False),
    Column("host", Text, nullable=False),  # the name of the node under which it was made (WebAuthn RP ID)
    Column("public_key", Bytes, nullable=False),  # COSE
    Column("sign_count", Integer, CheckConstraint("sign_count >= 0"), nullable=False),
    Column("made_ms", Milliseconds, CheckConstraint("made_ms > 0"), nullable=False),
    Column("ended_ms", Milliseconds, nullable=True),
    sqlite_strict=True,
)

OFFICE_SESSION = Table(
    "office_session",
    METADATA,
    Column("token_sha256", Bytes, CheckConstraint("length(token_sha256) = 32"), primary_key=True, nullable=False),
    Column("office", Text, nullable=False),
    Column("entered_by", Text, CheckConstraint("entered_by IN ('passkey', 'code')"), nullable=False),
    Column("entered_ms", Milliseconds, CheckConstraint("entered_ms > 0"), nullable=False),
    Column("ends_ms", Milliseconds, CheckConstraint("ends_ms > entered_ms"), nullable=False),
    Column("ended_ms", Milliseconds, nullable=True),
    sqlite_strict=True,
)

OFFICE_ACT = Table(
    "office_act",
    METADATA,
    Column("act", Integer, primary_key=True),
    Column("at_ms", Milliseconds, CheckConstraint("at_ms > 0"), nullable=False),
    Column("office", Text, nullable=False),
    Column("method", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("status", Integer, nullable=False),
    Column("request", Text, nullable=False),
    sqlite_strict=True,
)

ALARM_SEEN = Table(
    "alarm_seen",
    METADATA,
    Column("alarm", Text, primary_key=True, nullable=False),
    Column("office", Text, nullable=False),
    Column("seen_ms", Milliseconds, CheckConstraint("seen_ms > 0"), nullable=False),
    sqlite_strict=True,
)

EVENT = Table(
    "event",
    METADATA,
    Column("sequence", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("agreement_id", Text, nullable=True),
    Column("subject", Text, nullable=True),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

TABLES = (OFFICE, ONE_TIME_CODE, PASSKEY, OFFICE_SESSION, OFFICE_ACT, ALARM_SEEN, EVENT)

CAUSES = {
    "log_head": ("INSERT", "'record'", "NEW.agreement_id", "NEW.log || '/' || NEW.size"),
    "log_receipt": ("INSERT", "'receipt'", "NEW.agreement_id", "NEW.size"),
    "direction_state": ("INSERT", "'partner'", "NEW.agreement_id", "NEW.direction || '/' || NEW.state"),
    "partner_card": ("INSERT", "'partner'", "NEW.agreement_id", "'card'"),
    "rescue_case": ("INSERT", "'case'", "NULL", "NEW.case_id"),
    "release_audit": ("INSERT", "'release'", "NEW.agreement_id", "NEW.case_id"),
    "arrival": ("INSERT", "'arrival'", "NEW.agreement_id", "NEW.subject"),
    "job": ("INSERT", "'job'", "NULL", "NEW.kind || '/' || NEW.subject || '/' || NEW.state"),
    "alarm_seen": ("INSERT", "'alarm'", "NULL", "NEW.alarm"),
    "office": ("INSERT", "'office'", "NULL", "NEW.office"),
}
"""What is told: after a row of a table is written, an event of this kind, agreement and subject."""


def _trigger(table: str, name: str, when: str, values: str) -> DDL:
    ddl: DDL = DDL(  # type: ignore[no-untyped-call]
        f"CREATE TRIGGER {name} AFTER {when} ON {table} BEGIN "  # noqa: S608 (our own names)
        f"INSERT INTO event (kind, agreement_id, subject) VALUES ({values}); END"
    ).execute_if(dialect="sqlite")
    return ddl


for _table, (_when, *_values) in CAUSES.items():
    event.listen(EVENT, "after_create", _trigger(_table, f"tell_{_table}", _when, ", ".join(_values)))
event.listen(
    EVENT,
    "after_create",
    _trigger(
        "job", "tell_job_state", "UPDATE OF state", "'job', NULL, NEW.kind || '/' || NEW.subject || '/' || NEW.state"
    ),
)
