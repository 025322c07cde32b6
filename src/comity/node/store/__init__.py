"""Where the node keeps what it knows: tables, migrations, one writer and many readers."""

from comity.node.store.columns import METADATA
from comity.node.store.database import Store, has_wal_reset_bug
from comity.node.store.migrate import migrate
from comity.node.store.migrations import MIGRATIONS
from comity.node.store.migrations.m0001_logs import (
    DIRECTION_STATE,
    EVIDENCE,
    LOG_ENTRY,
    LOG_HEAD,
    LOG_RECEIPT,
    PARTNER_CARD,
)
from comity.node.store.migrations.m0002_cases import ARRIVAL, JOB, RELEASE_AUDIT, RESCUE_CASE
from comity.node.store.migrations.m0003_offices import (
    ALARM_SEEN,
    EVENT,
    OFFICE,
    OFFICE_ACT,
    OFFICE_SESSION,
    ONE_TIME_CODE,
    PASSKEY,
)
from comity.node.store.migrations.m0004_case_acts import CASE_ACT
from comity.node.store.migrations.m0005_recovery import ERASURE, RECOVERY
from comity.node.store.migrations.m0006_requests import ARRIVAL_PART, RELEASE_PART, REQUEST_DRAFT, WAITING_ITEM
from comity.node.store.migrations.m0007_acts import (
    ACT_EVIDENCE,
    OFFICE_SUCCESSION,
    RELEASE_APPROVAL,
    STOP,
    TEXT_DRAFT,
)
from comity.node.store.migrations.m0008_received import RECEIVED
from comity.node.store.migrations.m0009_cooperation import CALENDAR_TOKEN, NATIONAL_FIELD
from comity.node.store.migrations.m0011_search import (
    CASE_CLUE,
    CASE_NOTE,
    CASE_PLAN,
    CASE_SEARCH,
    CASE_SECTION,
    CASE_SITREP,
    CASE_WITHDRAWAL,
)
from comity.node.store.migrations.m0012_map_tokens import MAP_TOKEN
from comity.node.store.migrations.m0013_answers import ARRIVAL_ANSWER
from comity.node.store.migrations.m0014_on_scene import CASE_ON_SCENE, CASE_SEARCH_GONE
from comity.node.store.migrations.m0015_distress import DISTRESS

__all__ = [
    "ACT_EVIDENCE",
    "ALARM_SEEN",
    "ARRIVAL",
    "ARRIVAL_ANSWER",
    "ARRIVAL_PART",
    "CALENDAR_TOKEN",
    "CASE_ACT",
    "CASE_CLUE",
    "CASE_NOTE",
    "CASE_ON_SCENE",
    "CASE_PLAN",
    "CASE_SEARCH",
    "CASE_SEARCH_GONE",
    "CASE_SECTION",
    "CASE_SITREP",
    "CASE_WITHDRAWAL",
    "DIRECTION_STATE",
    "DISTRESS",
    "ERASURE",
    "EVENT",
    "EVIDENCE",
    "JOB",
    "LOG_ENTRY",
    "LOG_HEAD",
    "LOG_RECEIPT",
    "MAP_TOKEN",
    "METADATA",
    "MIGRATIONS",
    "NATIONAL_FIELD",
    "OFFICE",
    "OFFICE_ACT",
    "OFFICE_SESSION",
    "OFFICE_SUCCESSION",
    "ONE_TIME_CODE",
    "PARTNER_CARD",
    "PASSKEY",
    "RECEIVED",
    "RECOVERY",
    "RELEASE_APPROVAL",
    "RELEASE_AUDIT",
    "RELEASE_PART",
    "REQUEST_DRAFT",
    "RESCUE_CASE",
    "STOP",
    "TEXT_DRAFT",
    "WAITING_ITEM",
    "Store",
    "has_wal_reset_bug",
    "migrate",
]
