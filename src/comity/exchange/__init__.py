"""The release check: what leaves, under which clause, in which form, and when."""

from comity.exchange.decisions import Held, Reason, Refusal, Released, refused
from comity.exchange.gate import ReleaseRules, release, release_rules, released_from_ms
from comity.exchange.items import Item, commitment
from comity.exchange.prohibitions import PERSONAL_COLUMNS, PROHIBITED_WORDS, is_prohibited
from comity.exchange.transforms import TRANSFORMS, Transform

__all__ = [
    "PERSONAL_COLUMNS",
    "PROHIBITED_WORDS",
    "TRANSFORMS",
    "Held",
    "Item",
    "Reason",
    "Refusal",
    "ReleaseRules",
    "Released",
    "Transform",
    "commitment",
    "is_prohibited",
    "refused",
    "release",
    "release_rules",
    "released_from_ms",
]
