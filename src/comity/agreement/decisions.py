"""Decisions of a working group, and the clauses that are at work because of them.

A decision is a document of schema `comity/decision/1`. Its effects are a closed vocabulary, today one word:
`put_clause_to_work`. That both parties signed a decision is the ledger's to prove; here it is data.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from comity.agreement.articles import Agreement, Clause, Text
from comity.agreement.schema import DECISION_SCHEMA, check_schema
from comity.ground import InvalidInput


@dataclass(frozen=True)
class Effect:
    """What a decision does once both have signed it."""

    kind: Literal["put_clause_to_work"]
    clause: str


@dataclass(frozen=True)
class Decision:
    """A decision of a working group, in three languages, with its effects."""

    id: str
    group: str
    title: Text
    text: Text
    effects: tuple[Effect, ...]
    example: bool


def read_decision(document: Any, agreement: Agreement) -> Decision:
    """Return a decision document as data, or raise `InvalidInput` naming the path that is wrong.

    The group, the clause and the `example` mark must be the agreement's; a group may put to work only clauses of its
    own, and only clauses that wait for a decision.
    """
    check_schema(document, DECISION_SCHEMA)
    decision = Decision(
        id=document["id"],
        group=document["group"],
        title=Text(**document["title"]),
        text=Text(**document["text"]),
        effects=tuple(Effect(each["kind"], each["clause"]) for each in document["effects"]),
        example=document["example"],
    )
    _check_mark(decision, agreement)
    clauses = {each.id: each for each in agreement.clauses}
    for index, effect in enumerate(decision.effects):
        _check_effect(decision, index, clauses.get(effect.clause), effect.clause)
    return decision


def clauses_at_work(agreement: Agreement, decisions: Iterable[Decision]) -> frozenset[str]:
    """Return the numbers of the clauses at work: those that start with the agreement, and those put to work since.

    `decisions` are the decisions agreed by both; a decision that only one party has signed does not belong here.
    """
    waiting = {each.id for each in agreement.clauses if each.starts == "by_decision"}
    started = {each.id for each in agreement.clauses if each.starts == "with_agreement"}
    decided = {effect.clause for decision in decisions for effect in decision.effects}
    return frozenset(started | (waiting & decided))


def _check_mark(decision: Decision, agreement: Agreement) -> None:
    if decision.group not in {each.id for each in agreement.groups}:
        raise InvalidInput(
            "agreement.decision_of_unknown_group",
            "Decision {decision} is of the working group {group}, which the agreement does not have.",
            why="only a group that the agreement sets up can decide under it",
            remedy="name one of: {groups}",
            decision=decision.id,
            group=decision.group,
            groups=", ".join(each.id for each in agreement.groups),
        )
    if decision.example != agreement.example:
        raise InvalidInput(
            "agreement.decision_mark_differs",
            "Decision {decision} and agreement {agreement} do not bear the same EXAMPLE mark.",
            why="an example decision must not act on a real agreement, nor a real one on an example",
            remedy="give the decision the mark of its agreement",
            decision=decision.id,
            agreement=agreement.id,
        )


def _check_effect(decision: Decision, index: int, clause: Clause | None, named: str) -> None:
    if clause is None:
        raise InvalidInput(
            "agreement.decision_on_unknown_clause",
            "Decision {decision} puts clause {clause} to work, and the agreement has no such clause (at {path}).",
            why="a decision can only act on what was agreed",
            remedy="name a clause of the agreement",
            decision=decision.id,
            clause=named,
            path=f"effects[{index}].clause",
        )
    if clause.starts != "by_decision":
        raise InvalidInput(
            "agreement.clause_needs_no_decision",
            "Clause {clause} is at work since the agreement is in force (at {path}).",
            why="only a clause that waits for a decision can be put to work by one",
            remedy="leave this effect out",
            clause=clause.id,
            path=f"effects[{index}].clause",
        )
    if clause.group != decision.group:
        raise InvalidInput(
            "agreement.clause_of_another_group",
            "Clause {clause} does not belong to the working group {group} (at {path}).",
            why="a group decides on its own clauses only",
            remedy="let the group of the clause decide",
            clause=clause.id,
            group=decision.group,
            path=f"effects[{index}].clause",
        )
