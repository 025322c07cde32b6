"""A life is a table, and one function reads it: states, and the moves that lead from one to the next."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from comity.ground.errors import InvalidInput


@dataclass(frozen=True)
class Move:
    """Where a move leads, and how many parties must have signed it."""

    to: str
    signatures: int = 1


AnyMove = TypeVar("AnyMove", bound=Move, covariant=True)


@dataclass(frozen=True)
class Lifecycle(Generic[AnyMove]):
    """The first state, and the moves out of each; a state without moves is final."""

    start: str
    moves: Mapping[str, Mapping[str, AnyMove]]


def advance(lifecycle: Lifecycle[Move], state: str, move: str, *, signatures: int = 1) -> str:
    """Return the state that a move leads to, or raise `InvalidInput` when the life has no such move now.

    >>> door = Lifecycle("shut", {"shut": {"open": Move("open")}, "open": {}})
    >>> advance(door, "shut", "open")
    'open'
    """
    moves = lifecycle.moves.get(state, {})
    if move not in moves:
        raise InvalidInput(
            "ground.no_such_move",
            "The move {move} is not possible in the state {state}.",
            why="a life follows its table, and from here the table allows: {moves}",
            remedy="choose one of these, or wait for the state that allows it",
            move=move,
            state=state,
            moves=", ".join(moves) or "–",
        )
    if signatures < moves[move].signatures:
        raise InvalidInput(
            "ground.move_lacks_signatures",
            "The move {move} has {found} of {needed} signatures.",
            why="it counts only when all of them are there",
            remedy="have the other party sign the same text",
            move=move,
            found=signatures,
            needed=moves[move].signatures,
        )
    return moves[move].to


Fault = Literal["unknown_state", "unreachable", "dead_end"]


def lifecycle_faults(lifecycle: Lifecycle[Move]) -> tuple[tuple[Fault, str], ...]:
    """Return what is wrong with a table, each fault with its state; nothing where the table is sound.

    A state is a dead end when no final state can be reached from it.

    >>> lifecycle_faults(Lifecycle("shut", {"shut": {"knock": Move("shut")}, "open": {}}))
    (('unreachable', 'open'), ('dead_end', 'shut'))
    """
    leads = {state: {move.to for move in moves.values()} for state, moves in lifecycle.moves.items()}
    named = {lifecycle.start}.union(*leads.values())
    unknown: list[tuple[Fault, str]] = [("unknown_state", each) for each in sorted(named - leads.keys())]
    if unknown:
        return tuple(unknown)
    reached = _closure({lifecycle.start}, leads)
    comes_from: dict[str, set[str]] = {state: set() for state in leads}
    for state, ahead in leads.items():
        for each in ahead:
            comes_from[each].add(state)
    ending = _closure({state for state, ahead in leads.items() if not ahead}, comes_from)
    lost: list[tuple[Fault, str]] = [("unreachable", each) for each in sorted(leads.keys() - reached)]
    return (*lost, *(("dead_end", each) for each in sorted(leads.keys() - ending)))


def _closure(start: set[str], leads: Mapping[str, set[str]]) -> set[str]:
    found, ahead = set(start), list(start)
    while ahead:
        new = leads[ahead.pop()] - found
        found |= new
        ahead += new
    return found
