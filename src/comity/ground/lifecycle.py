"""A life is a table, and one function reads it: states, and the moves that lead from one to the next."""

from collections.abc import Mapping
from dataclasses import dataclass

from comity.ground.errors import InvalidInput


@dataclass(frozen=True)
class Move:
    """Where a move leads, and how many parties must have signed it."""

    to: str
    signatures: int = 1


@dataclass(frozen=True)
class Lifecycle:
    """The first state, and the moves out of each; a state without moves is final."""

    start: str
    moves: Mapping[str, Mapping[str, Move]]


def advance(lifecycle: Lifecycle, state: str, move: str, *, signatures: int = 1) -> str:
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
