"""The release check: what leaves, under which clause, in which form, and when."""

from comity.exchange.approvals import Approved, approvals_missing, approving_offices, check_approvals
from comity.exchange.conditions import CONDITIONS
from comity.exchange.decisions import Held, Reason, Refusal, Released, refused
from comity.exchange.delay import released_from_ms
from comity.exchange.explanation import Explanation, Step, explain
from comity.exchange.gate import ReleaseRules, release, release_rules
from comity.exchange.items import Item, ItemTable, commitment
from comity.exchange.prohibitions import PERSONAL_COLUMNS, PROHIBITED_WORDS, is_prohibited
from comity.exchange.tables import TableAnswer, release_many
from comity.exchange.transforms import TRANSFORMS, Transform

__all__ = [
    "CONDITIONS",
    "PERSONAL_COLUMNS",
    "PROHIBITED_WORDS",
    "TRANSFORMS",
    "Approved",
    "Explanation",
    "Held",
    "Item",
    "ItemTable",
    "Reason",
    "Refusal",
    "ReleaseRules",
    "Released",
    "Step",
    "TableAnswer",
    "Transform",
    "approvals_missing",
    "approving_offices",
    "check_approvals",
    "commitment",
    "explain",
    "is_prohibited",
    "refused",
    "release",
    "release_many",
    "release_rules",
    "released_from_ms",
]
