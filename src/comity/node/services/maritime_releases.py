"""What leaves of the maritime picture, and what arrived: contacts and detections of a period, whole tables at once.

Both come from the node's store of positions. Each release draws a salt of its own: within one the partner can follow a
ship by its pseudonym, from one to the next it cannot. Units: milliseconds since 1970.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
import pyarrow as pa

from comity.agreement import APPROVALS_NEEDED, Rule
from comity.exchange import MOST_ITEMS, ItemTable, Refusal, Released, TableAnswer, due_ms, refused, release_many
from comity.files.position_store_days import day_of, schema_of
from comity.files.position_store_manifest import MANIFEST
from comity.files.position_store_reading import StoredPositions
from comity.ground import MS_PER_S, InvalidInput
from comity.maritime import (
    CONTACT,
    DETECTION,
    DETECTIONS,
    POSITIONS,
    STATICS,
    RecordTable,
    contact_items,
    detection_items,
)
from comity.node.app import Holding, Node
from comity.node.kinds import DOMAINS, KINDS
from comity.node.partners import check_may_append
from comity.node.peers import ask_once
from comity.node.received import Received, read_each, received
from comity.node.releasing import Passed, Thing, leaving, rules_now

SALT_BYTES = 32
MOST_RELEASED = 20_000
"""Items of one release: forty contents, and some megabytes; a longer period is released in parts."""

MS_PER_DAY = 86_400_000


@dataclass(frozen=True)
class Asked:
    """What an office wants to release: a kind, a period, a purpose."""

    item: str
    from_ms: int
    until_ms: int
    purpose: str


@dataclass(frozen=True)
class Outcome:
    """What the release check said of a period: the rule, how many leave, wait and stay, and the form that leaves.

    `held_until_ms` is when the first of those that wait may leave; `positions` are the manifests in our log.
    """

    rule: Rule
    released: int
    held: int
    held_until_ms: int | None
    outside: int
    withheld: tuple[str, ...]
    records: list[dict[str, Any]]
    positions: tuple[int, ...]


def preview(node: Node, agreement_id: str, asked: Asked) -> Outcome:
    """Say what would leave, and in which form; nothing leaves."""
    holding = node.holding(agreement_id)
    table, answer, leaves = _decided(node, holding, asked)
    return _outcome(table, answer, leaves, ())


def send(node: Node, agreement_id: str, asked: Asked, *, office: str) -> Outcome:
    """Release what may leave now of a period, or raise `Refused` naming the article."""
    holding = node.holding(agreement_id)
    ask_once(node, agreement_id)
    with node.turn:
        table, answer, leaves = _decided(node, holding, asked)
        check_may_append(node, agreement_id)
        positions = []
        passed = list(_passed(table, answer, leaves))
        for begin in range(0, len(passed), MOST_ITEMS):
            some = passed[begin : begin + MOST_ITEMS]
            out = leaving(node, holding, some, purpose=asked.purpose, office=office)
            positions.append(
                holding.own.write([out.manifest], sign=holding.sign_head, now_ms=node.clock(), also=out.audit)
            )
    return _outcome(table, answer, leaves, tuple(positions))


def arrived(node: Node, item: str, *, limit: int) -> Iterator[tuple[Received, dict[str, Any]]]:
    """Yield the partners' records of a kind that still stand, the newest arrivals first, with how each came."""
    if DOMAINS.get(item) != "maritime":
        raise _no_kind(item)
    told = [each for each in received(node, item) if each.state == "stands"]
    by_content: dict[tuple[str, int], list[Received]] = {}
    for each in reversed(told):
        by_content.setdefault((each.agreement_id, each.position), []).append(each)
    for some in by_content.values():
        records = read_each(some[0].path, dict)
        for each in sorted(some, key=lambda found: found.place):
            if each.place < len(records) and limit > 0:
                limit -= 1
                yield each, records[each.place]


def _decided(node: Node, holding: Holding, asked: Asked) -> tuple[RecordTable, TableAnswer, np.ndarray[Any, Any]]:
    """Return the items of a period, the answers to them, and which of those that may leave do so now."""
    rules, now_ms = rules_now(node, holding), node.clock()
    if asked.item not in _TABLES:
        raise _no_kind(asked.item)

    def answer_to(table: RecordTable) -> TableAnswer:
        items = ItemTable(table.kind, DOMAINS[table.kind], node.party, table.event_ms, table.records)
        return release_many(items, rules, to=holding.partner_id, purpose=asked.purpose, now_ms=now_ms)

    found = answer_to(_TABLES[asked.item](node, asked, None))
    if isinstance(found.decided, Refusal):
        raise refused(found.decided)
    rule = found.decided
    if APPROVALS_NEEDED[rule.approve]:
        raise InvalidInput(
            "node.not_released_in_bulk",
            "Rule {rule} lets out each item on its own.",
            why="it asks for the approval of an office for every one of them",
            remedy="release them one by one",
            rule=rule.id,
        )
    table = _TABLES[asked.item](node, asked, rule)
    answer = answer_to(table)
    may = np.flatnonzero(answer.outcome == _RELEASED)
    due = np.array([due_ms(each, rule) for each in answer.until_ms[may].tolist()], dtype=np.int64)
    leaves = due <= now_ms
    if int(leaves.sum()) > MOST_RELEASED:
        raise InvalidInput(
            "node.period_too_full",
            "{count} items are too many for one release.",
            why="a release has {most} at most",
            remedy="release a shorter period",
            count=int(leaves.sum()),
            most=MOST_RELEASED,
        )
    return table, answer, leaves


_RELEASED, _HELD = 0, 1


def _outcome(
    table: RecordTable, answer: TableAnswer, leaves: np.ndarray[Any, Any], positions: tuple[int, ...]
) -> Outcome:
    assert isinstance(answer.decided, Rule), "a refused table was raised before"
    waits = answer.until_ms[answer.outcome == _HELD]
    records = answer.released.filter(pa.array(leaves)).to_pylist()
    return Outcome(
        rule=answer.decided,
        released=int(leaves.sum()),
        held=len(waits) + int((~leaves).sum()),
        held_until_ms=int(waits.min()) if len(waits) else None,
        outside=int((answer.outcome > _HELD).sum()),
        withheld=tuple(sorted(set(table.records.column_names) - set(answer.released.column_names))),
        records=records,
        positions=positions,
    )


def _passed(table: RecordTable, answer: TableAnswer, leaves: np.ndarray[Any, Any]) -> Iterator[Passed]:
    rows = np.flatnonzero(answer.outcome == _RELEASED)
    originals = table.records.take(pa.array(rows)).to_pylist()
    names = KINDS[table.kind].columns[0].name
    decisions = (each for each in answer.answers() if isinstance(each, Released))
    for at, (row, original, decision) in enumerate(zip(rows.tolist(), originals, decisions, strict=True)):
        if leaves[at]:
            thing = Thing(table.kind, str(original[names]), int(table.event_ms[row]), original)
            yield Passed(thing, decision)


def _contacts(node: Node, asked: Asked, rule: Rule | None) -> RecordTable:
    """Return one contact of each ship in each period of the rule; none where the rule is not known yet."""
    salt = node.random(SALT_BYTES)
    if rule is None:
        return contact_items(POSITIONS.empty_table(), STATICS.empty_table(), salt=salt)
    positions = _kept(node, "positions", asked)
    statics = _kept(node, "statics", Asked(asked.item, asked.from_ms - MS_PER_DAY, asked.until_ms, asked.purpose))
    period_ms = max(rule.time_bucket_s, 1) * MS_PER_S
    return contact_items(_last_of_each(positions, period_ms), statics, salt=salt)


def _detections(node: Node, asked: Asked, rule: Rule | None) -> RecordTable:
    found = DETECTIONS.empty_table() if rule is None else _kept(node, "detections", asked)
    return detection_items(found, salt=node.random(SALT_BYTES))


_TABLES: Mapping[str, Callable[[Node, Asked, Rule | None], RecordTable]] = MappingProxyType(
    {CONTACT.name: _contacts, DETECTION.name: _detections}
)
"""What makes the items of each kind that is released by the period."""


def _kept(node: Node, kind: str, asked: Asked) -> pa.Table:
    """Return the rows of a kind that the node's store holds of a period; none where it has no store."""
    folder = node.layout.positions
    schema = schema_of(kind)
    if not (folder / MANIFEST).is_file():
        return schema.empty_table()
    stored = StoredPositions(folder)
    first, last = day_of(max(asked.from_ms, 0)), day_of(max(asked.until_ms, 0))
    tables = [stored.read_day(day, kind).cast(schema) for day in stored.days(kind) if first <= day <= last]
    found = pa.concat_tables([schema.empty_table(), *tables]).unify_dictionaries()
    t_ms = found["t_ms"].to_numpy()
    return found.filter(pa.array((t_ms >= asked.from_ms) & (t_ms < asked.until_ms)))


def _last_of_each(positions: pa.Table, period_ms: int) -> pa.Table:
    """Return the last position with a place of each ship in each period."""
    placed = np.isfinite(positions["lat_deg"].to_numpy() + positions["lon_deg"].to_numpy())
    rows = np.flatnonzero(placed)
    mmsi, t_ms = positions["mmsi"].to_numpy()[rows], positions["t_ms"].to_numpy()[rows]
    order = np.lexsort((t_ms, mmsi))
    period = t_ms[order] // period_ms
    is_last = np.append((np.diff(mmsi[order]) != 0) | (np.diff(period) != 0), True) if len(rows) else order.astype(bool)
    return positions.take(pa.array(rows[order[is_last]]))


def _no_kind(item: str) -> InvalidInput:
    return InvalidInput(
        "node.no_such_picture",
        "{item} is not released by the period.",
        why="these are: {known}",
        remedy="name one of them",
        item=item[:80],
        known=", ".join(_TABLES),
    )
