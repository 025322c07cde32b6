"""What was agreed, as data: the articles of a memorandum, its release rules, and the decisions that act on it."""

from comity.agreement import forms
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
from comity.agreement.documents import agreement_hash, read_agreement
from comity.agreement.reading import duration, reading, rule_sentences
from comity.agreement.release_rules import APPROVALS_NEEDED, NEVER, PURPOSES, Approval, Label, Rule
from comity.agreement.schema import AGREEMENT_SCHEMA, DECISION_SCHEMA, check_schema
from comity.agreement.sentences import Sentence

__all__ = [
    "AGREEMENT_SCHEMA",
    "APPROVALS_NEEDED",
    "DECISION_SCHEMA",
    "NEVER",
    "PURPOSES",
    "Agreement",
    "Approval",
    "Area",
    "Clause",
    "Decision",
    "Domain",
    "Effect",
    "Group",
    "Label",
    "Language",
    "Limits",
    "Party",
    "RecordKind",
    "Relation",
    "Retention",
    "Rule",
    "Sentence",
    "Termination",
    "Text",
    "agreement_hash",
    "check_schema",
    "clauses_at_work",
    "duration",
    "forms",
    "read_agreement",
    "read_decision",
    "reading",
    "rule_sentences",
]
