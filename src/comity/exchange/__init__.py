"""The release check: what leaves, under which clause, in which form, and when."""

from comity.exchange.accounts import AccountLine, AuditLine, Given, account, audit, month_of, rules_of
from comity.exchange.approvals import Approved, approvals_missing, approving_offices, check_approvals
from comity.exchange.asking import REQUEST_SCHEMAS, Asked, requests_of
from comity.exchange.batches import MOST_ITEMS, Batch, Cleared, catch_up, due_batches, due_ms, next_due_ms
from comity.exchange.conditions import CONDITIONS
from comity.exchange.corrections import (
    CORRECTION_SCHEMA,
    CORRECTION_SCHEMAS,
    RECALL_SCHEMA,
    WHYS,
    Standing,
    in_view,
    read_correction,
    standing,
)
from comity.exchange.decisions import Held, Reason, Refusal, Released, refused
from comity.exchange.delay import released_from_ms
from comity.exchange.explanation import Explanation, Step, explain
from comity.exchange.gate import ReleaseRules, release, release_rules
from comity.exchange.incidents import Holder, Lending, ResourceState, handed_over, holder_of, lending_of
from comity.exchange.items import Item, ItemTable, commitment
from comity.exchange.prohibitions import PERSONAL_COLUMNS, PROHIBITED_WORDS, is_prohibited
from comity.exchange.requests import (
    ANSWER_SCHEMA,
    REQUEST,
    REQUEST_SCHEMA,
    Request,
    RequestAnswer,
    RequestState,
    read_answer,
    read_request,
)
from comity.exchange.said import Left, LogSays, Said, log_says
from comity.exchange.tables import TableAnswer, release_many
from comity.exchange.transforms import TRANSFORMS, Transform

__all__ = [
    "ANSWER_SCHEMA",
    "CONDITIONS",
    "CORRECTION_SCHEMA",
    "CORRECTION_SCHEMAS",
    "MOST_ITEMS",
    "PERSONAL_COLUMNS",
    "PROHIBITED_WORDS",
    "RECALL_SCHEMA",
    "REQUEST",
    "REQUEST_SCHEMA",
    "REQUEST_SCHEMAS",
    "TRANSFORMS",
    "WHYS",
    "AccountLine",
    "Approved",
    "Asked",
    "AuditLine",
    "Batch",
    "Cleared",
    "Explanation",
    "Given",
    "Held",
    "Holder",
    "Item",
    "ItemTable",
    "Left",
    "Lending",
    "LogSays",
    "Reason",
    "Refusal",
    "ReleaseRules",
    "Released",
    "Request",
    "RequestAnswer",
    "RequestState",
    "ResourceState",
    "Said",
    "Standing",
    "Step",
    "TableAnswer",
    "Transform",
    "account",
    "approvals_missing",
    "approving_offices",
    "audit",
    "catch_up",
    "check_approvals",
    "commitment",
    "due_batches",
    "due_ms",
    "explain",
    "handed_over",
    "holder_of",
    "in_view",
    "is_prohibited",
    "lending_of",
    "log_says",
    "month_of",
    "next_due_ms",
    "read_answer",
    "read_correction",
    "read_request",
    "refused",
    "release",
    "release_many",
    "release_rules",
    "released_from_ms",
    "requests_of",
    "rules_of",
    "standing",
]
