"""What was agreed, as data: the articles of a memorandum, its release rules, and the decisions that act on it."""

from comity.agreement import forms
from comity.agreement.amendments import AMENDMENT_SCHEMA, Amendment, draft_amendment, read_amendment
from comity.agreement.articles import (
    Agreement,
    Area,
    Clause,
    Domain,
    Group,
    Language,
    Limits,
    Party,
    RecordKind,
    Relation,
    Retention,
    Termination,
    Text,
)
from comity.agreement.decisions import Decision, Effect, clauses_at_work, read_decision
from comity.agreement.differences import Difference, FieldChange, difference_sentences, differences, rule_lets
from comity.agreement.documents import agreement_hash, read_agreement
from comity.agreement.keys import KEYS_SCHEMA, Generations, KeyPair, check_keys, key_generations
from comity.agreement.notices import FREEZE_WHYS, NOTICE_SCHEMAS, Notice, ends_ms, read_notice
from comity.agreement.office_titles import OFFICE_TITLES_SCHEMA, TITLES_MOST, read_office_titles
from comity.agreement.offices import (
    OFFICES_SCHEMA,
    HandOver,
    Office,
    OfficeRole,
    OpenItem,
    Owned,
    hand_over,
    offices_at,
    owner_of,
    read_offices,
)
from comity.agreement.reading import duration, reading, rule_sentences
from comity.agreement.release_rules import APPROVALS_NEEDED, NEVER, PURPOSES, Approval, Label, Rule
from comity.agreement.schema import AGREEMENT_SCHEMA, DECISION_SCHEMA, check_schema
from comity.agreement.sentences import Sentence
from comity.agreement.versions import Version, version_at, versions
from comity.agreement.wordings import cut_wording, wording_hash, wording_with

__all__ = [
    "AGREEMENT_SCHEMA",
    "AMENDMENT_SCHEMA",
    "APPROVALS_NEEDED",
    "DECISION_SCHEMA",
    "FREEZE_WHYS",
    "KEYS_SCHEMA",
    "NEVER",
    "NOTICE_SCHEMAS",
    "OFFICES_SCHEMA",
    "OFFICE_TITLES_SCHEMA",
    "PURPOSES",
    "TITLES_MOST",
    "Agreement",
    "Amendment",
    "Approval",
    "Area",
    "Clause",
    "Decision",
    "Difference",
    "Domain",
    "Effect",
    "FieldChange",
    "Generations",
    "Group",
    "HandOver",
    "KeyPair",
    "Label",
    "Language",
    "Limits",
    "Notice",
    "Office",
    "OfficeRole",
    "OpenItem",
    "Owned",
    "Party",
    "RecordKind",
    "Relation",
    "Retention",
    "Rule",
    "Sentence",
    "Termination",
    "Text",
    "Version",
    "agreement_hash",
    "check_keys",
    "check_schema",
    "clauses_at_work",
    "cut_wording",
    "difference_sentences",
    "differences",
    "draft_amendment",
    "duration",
    "ends_ms",
    "forms",
    "hand_over",
    "key_generations",
    "offices_at",
    "owner_of",
    "read_agreement",
    "read_amendment",
    "read_decision",
    "read_notice",
    "read_office_titles",
    "read_offices",
    "reading",
    "rule_lets",
    "rule_sentences",
    "version_at",
    "versions",
    "wording_hash",
    "wording_with",
]
