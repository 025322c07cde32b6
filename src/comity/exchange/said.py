"""What one party's log says, as far as the exchange reads it: documents, and manifests of what left.

A request, an answer, a correction or a recall stands in its party's log as a message; nobody votes on it. What was
said is read in the order of that one log, with the log's own declared time: no other clock enters.
Units: milliseconds since 1970.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from comity.ledger import Entry, Message, Release


@dataclass(frozen=True)
class Said:
    """A document in a log: where it stands, its hash, and what the log declared the time to be."""

    position: int
    at_ms: int
    hash: str
    document: Mapping[str, Any]


@dataclass(frozen=True)
class Left:
    """A manifest in a log: what left under which rule, and what the log declared the time to be."""

    position: int
    at_ms: int
    manifest: Release


@dataclass(frozen=True)
class LogSays:
    """All that the exchange reads in one log, in order, and the time that the log declares at its end."""

    documents: tuple[Said, ...]
    left: tuple[Left, ...]
    declared_ms: int


def log_says(entries: Iterable[Entry | None], *, schemas: Iterable[str]) -> LogSays:
    """Read a log's entries, noise (None) among them; documents of other schemas belong to other rooms.

    Declared time is the running maximum of the entries' instants (rule R5 of the record).
    """
    wanted = frozenset(schemas)
    documents: list[Said] = []
    left: list[Left] = []
    declared_ms = 0
    for position, entry in enumerate(entries):
        if entry is None:
            continue
        declared_ms = max(declared_ms, entry.at_ms)
        if isinstance(entry, Release):
            left.append(Left(position, declared_ms, entry))
        elif isinstance(entry, Message) and entry.document.get("schema") in wanted:
            documents.append(Said(position, declared_ms, entry.hash, entry.document))
    return LogSays(tuple(documents), tuple(left), declared_ms)
