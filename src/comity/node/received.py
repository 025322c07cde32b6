"""What the partner released to us about its cases, and whether it still stands: by kind, oldest first.

What stands follows from the partner's log and from our erasures (`fates`, `erasures`). A content is read record by
record when it is asked for; which cases belong together was written down when each arrived.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

from sqlalchemy import select

from comity.agreement import Rule
from comity.ground import InvalidInput
from comity.node.app import Holding, Node
from comity.node.both_logs import both_logs
from comity.node.contents import read_content
from comity.node.erasures import erased
from comity.node.fates import item_fates
from comity.node.store import ARRIVAL, ARRIVAL_ANSWER, ARRIVAL_PART

Kept = TypeVar("Kept")
State = Literal["stands", "corrected", "recalled", "erased"]


@dataclass(frozen=True)
class Received:
    """One thing that arrived: whose, where its manifest stands and its place in the content, the case it names."""

    agreement_id: str
    party: str
    position: int
    place: int
    case_id: str
    arrived_ms: int
    office: str
    rule: Rule | None
    path: Path
    state: State
    answers: str | None
    """Which case of ours it answered when it arrived."""

    @property
    def order(self) -> tuple[int, str, int, int]:
        """Where it stands among all that arrived."""
        return self.arrived_ms, self.agreement_id, self.position, self.place

    @property
    def key(self) -> str:
        """Its name: a list that is read in parts goes on after it."""
        return ".".join(map(str, self.order))


def received(node: Node, kind: str) -> list[Received]:
    """Return all that arrived of a kind, under every agreement."""
    with node.store.reading() as connection:
        rows = connection.execute(select(ARRIVAL).filter_by(item=kind).order_by(ARRIVAL.c.position)).all()
        parts = connection.execute(select(ARRIVAL_PART).order_by(ARRIVAL_PART.c.place)).all() if rows else ()
        said = connection.execute(select(ARRIVAL_ANSWER)).all() if rows else ()
    answers = {(row.agreement_id, row.position, row.place): row.answers for row in said}
    subjects = {(row.agreement_id, row.position): [row.subject] for row in rows}
    for part in parts:
        with suppress(KeyError):  # of another kind
            subjects[part.agreement_id, part.position].append(part.subject)
    found: list[Received] = []
    for agreement_id in sorted({row.agreement_id for row in rows} & set(node.holdings)):
        mine = {row.position: row for row in rows if row.agreement_id == agreement_id}
        found += _of_agreement(node, node.holding(agreement_id), mine, subjects, answers)
    return sorted(found, key=lambda each: each.order)


def _of_agreement(
    node: Node,
    holding: Holding,
    rows: dict[int, Any],
    subjects: dict[tuple[str, int], list[str]],
    answers: dict[tuple[str, int, int], str],
) -> Iterator[Received]:
    agreement_id, log = holding.agreement.id, both_logs(holding).theirs
    fates, gone = item_fates(log), erased(node, agreement_id, "partner")
    for left in log.left:
        if left.position not in rows:
            continue
        row, manifest = rows[left.position], left.manifest
        for place, subject in enumerate(subjects[agreement_id, left.position]):
            fate = fates[manifest.blob, place].state if place < manifest.count else "stands"
            state: State = "recalled" if fate == "recalled" else "corrected" if fate == "corrected" else "stands"
            yield Received(
                agreement_id,
                holding.partner_id,
                left.position,
                place,
                subject,
                row.arrived_ms,
                manifest.office,
                _rule(holding, manifest.agreement, manifest.rule),
                node.layout.blob(agreement_id, row.blob_sha256),
                "erased" if state == "stands" and left.position in gone else state,
                answers.get((agreement_id, left.position, place)),
            )


def _rule(holding: Holding, agreement_hash: str, rule_id: str) -> Rule | None:
    """Return the rule under which something left, in the version of the agreement that it left under."""
    version = holding.in_force.known(agreement_hash)
    return next((each for each in version.agreement.rules if each.id == rule_id), None) if version else None


def read_each(path: Path, read: Callable[[dict[str, Any]], Kept]) -> tuple[Kept, ...]:
    """Return what is read of each record of a content, one record in memory at a time; nothing once it is gone."""
    kept: list[Kept] = []
    with suppress(FileNotFoundError, InvalidInput), path.open("rb") as file:  # erased a moment ago
        read_content(file, lambda record: kept.append(read(record)))
    return tuple(kept)


def order_of(key: str) -> tuple[int, str, int, int]:
    """Return the place that a key of something received names, or raise `InvalidInput`."""
    match key.split("."):
        case [at_ms, agreement_id, position, place] if all(map(_is_number, (at_ms, position, place))):
            return int(at_ms), agreement_id, int(position), int(place)
    raise InvalidInput(
        "node.no_such_received",
        "{key} is not the name of anything that was received.",
        why="a list goes on after one of its own entries",
        remedy="follow the link to the next part, or leave it out",
        key=key[:80],
    )


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal()


def at_place(kept: Sequence[Kept], place: int) -> Kept | None:
    """Return what was read of the record at a place of a content; `None` where there is none."""
    return kept[place] if place < len(kept) else None
