"""A contracting process as it went: its steps, the stage of each state, who buys and who supplies.

A template says in its `[map.ocds]` with which state a stage begins (`tag`) and which of its roles buys and supplies. A
case is in planning until it reaches one of them.
Source: Open Contracting Data Standard 1.1.5, codelists releaseTag and partyRole.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from comity.ground import InvalidInput

STAGES = ("planning", "tender", "contract", "implementation", "ended")
"""How far a case has come, in order; `cancelled` is said beside them."""

ENDS: Mapping[str, str] = {
    "closed": "ended",
    "withdrawn": "cancelled",
    "cancelled": "cancelled",
}
"""Final states of every template."""

ROLES: Mapping[str, tuple[str, ...]] = {
    "recipient": ("buyer", "procuringEntity"),
    "host": ("buyer", "procuringEntity"),
    "supplier": ("supplier",),
    "investor": ("supplier",),
}
"""Roles of a template, and the roles of OCDS; any other party has an interest."""

Document = Mapping[str, Any]


@dataclass(frozen=True)
class FlowSeen:
    """A payment or a delivery as its audience may read it, and its state."""

    flow: Document
    state: str


@dataclass(frozen=True)
class Step:
    """A state that a case reached: the name of the act, when, the record and the flows as they then were.

    `move` is the move of the template that led there: `amend` amends a contract and may leave the state as it was.
    """

    id: str
    at_ms: int
    state: str
    record: Document
    flows: Sequence[FlowSeen] = ()
    move: str = ""


@dataclass(frozen=True)
class Case:
    """A contracting process: its steps in order, the states with which its stages begin, and who buys and supplies."""

    steps: Sequence[Step]
    stages: Mapping[str, str]
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: ROLES)


def case_of(template: str, mapping: Mapping[str, Any], steps: Sequence[Step]) -> Case:
    """Return a case of a template, by what the template's `[map.ocds]` says: `tag` by state, `buyer` and `supplier`."""
    stages = {**ENDS, **mapping.get("tag", {})}
    for state, stage in stages.items():
        if stage not in (*STAGES, "cancelled"):
            raise _no_stage(template, state, stage)
    named = {
        mapping[word]: roles
        for word, roles in (("buyer", ("buyer", "procuringEntity")), ("supplier", ("supplier",)))
        if word in mapping
    }
    return Case(steps, stages, named or ROLES)


def _no_stage(template: str, state: str, stage: Any) -> InvalidInput:
    return InvalidInput(
        "files.ocds_stage",
        "The state {state!r} has no stage in OCDS.",
        why="the map of the template {template} says {stage}, and the stages are: {stages}",
        remedy="name one of them under tag in the template's [map.ocds]",
        state=state,
        template=template,
        stage=str(stage),
        stages=", ".join((*STAGES, "cancelled")),
    )
