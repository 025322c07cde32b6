"""What is kept no longer: released contents are erased by both parties at `keep_until`, the manifests stay for ever.

The record goes on saying what left or arrived, under which rule and until when it might be kept; the content itself is
gone from this node, and the instant is kept. Each party erases for itself, by its own clock.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import insert, select

from comity.ground import InvalidInput, instant_text
from comity.ledger import Release, parse_entry
from comity.node.app import Holding, Node
from comity.node.logbook import Logbook
from comity.node.store import ERASURE

Which = Literal["own", "partner"]
PREFIX = "sha256:"


@dataclass(frozen=True)
class Erased:
    """A content that this node erased."""

    agreement_id: str
    log: Which
    position: int
    erased_ms: int


def erase_due(node: Node) -> list[Erased]:
    """Erase every released or received content whose time is over; return what was erased now."""
    return [each for holding in node.holdings.values() for log in WHICH for each in _erase_log(node, holding, log)]


WHICH: tuple[Which, Which] = ("own", "partner")


def erased_ms(node: Node, agreement_id: str, log: Which, position: int) -> int | None:
    """Return when the content of a manifest was erased here, or `None`."""
    query = select(ERASURE.c.erased_ms).filter_by(agreement_id=agreement_id, log=log, position=position)
    with node.store.reading() as connection:
        return connection.execute(query).scalar_one_or_none()


def erased(node: Node, agreement_id: str, log: Which) -> dict[int, int]:
    """Return when each erased content of a log was erased here, by the position of its manifest."""
    query = select(ERASURE.c.position, ERASURE.c.erased_ms).filter_by(agreement_id=agreement_id, log=log)
    with node.store.reading() as connection:
        return dict(connection.execute(query).tuples().all())


def check_not_erased(node: Node, agreement_id: str, log: Which, position: int) -> None:
    """Raise `InvalidInput` with the instant when the content of a manifest was erased."""
    at_ms = erased_ms(node, agreement_id, log, position)
    if at_ms is not None:
        raise InvalidInput(
            "node.content_erased",
            "This content was erased at {at}.",
            why="its rule let it be kept until then, and both parties erase it; the record of it stays",
            remedy="ask the partner for it again under a clause that is at work",
            at=instant_text(at_ms),
        )


def refetch(node: Node, agreement_id: str, position: int, blob: Callable[[str, int], Iterable[bytes]]) -> None:
    """Fetch a content of our own again that was lost, unless it is here or its time is over."""
    (entry,) = node.holding(agreement_id).own.entries(position, position + 1)
    manifest = parse_entry(entry)
    assert isinstance(manifest, Release), "a job names the position of a manifest"
    name = manifest.blob.removeprefix(PREFIX)
    path = node.layout.blob(agreement_id, name)
    if path.is_file() or manifest.keep_until_ms <= node.clock():
        return
    node.disk.take(path, blob(name, manifest.bytes))  # whoever fetches checks the hash


def _erase_log(node: Node, holding: Holding, log: Which) -> list[Erased]:
    agreement_id = holding.agreement.id
    book: Logbook = holding.own if log == "own" else holding.copy
    query = select(ERASURE.c.position).filter_by(agreement_id=agreement_id, log=log)
    with node.store.reading() as connection:
        done = set(connection.execute(query).scalars())
    now_ms = node.clock()
    manifests = [(at, each) for at, each in enumerate(book.said()) if isinstance(each, Release)]
    due = [(at, each) for at, each in manifests if at not in done and each.keep_until_ms <= now_ms]
    still_kept = _kept_names(holding, now_ms)
    found = []
    for position, manifest in due:
        name = manifest.blob.removeprefix(PREFIX)
        if name not in still_kept:
            node.disk.erase(node.layout.blob(agreement_id, name))
        with node.store.writing() as connection:
            row = {"agreement_id": agreement_id, "log": log, "position": position}
            connection.execute(insert(ERASURE).values(**row, blob_sha256=name, erased_ms=now_ms))
        found.append(Erased(agreement_id, log, position, now_ms))
    return found


def _kept_names(holding: Holding, now_ms: int) -> set[str]:
    """Return the contents that a manifest of either log still lets us keep: the same bytes may stand under two."""
    said = [*holding.own.said(), *holding.copy.said()]
    return {
        each.blob.removeprefix(PREFIX) for each in said if isinstance(each, Release) and each.keep_until_ms > now_ms
    }
