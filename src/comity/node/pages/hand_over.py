"""What a change of administration hands over: in force, open with its owner, late, and owed by whom.

An office that was ended hands what it began to the office that succeeds it; what the partner began waits for an
approver of ours. What nobody answers for is named, so that it can be mended. Units: milliseconds since 1970.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from comity.agreement import HandOver, Office, OfficeRole, OpenItem, Text, hand_over, offices_at
from comity.cooperation import open_items
from comity.exchange import Asked
from comity.ledger import Message, Series, document_hash
from comity.ledger import Text as Tabled
from comity.node.app import Holding, Node
from comity.node.asked import all_asked
from comity.node.cooperation import books
from comity.node.cooperation_given import given as said_by_both
from comity.node.record import AGREEMENT, Records, records, standing
from comity.node.release_approvals import pending
from comity.node.store import CASE_ACT, OFFICE, OFFICE_SUCCESSION, RESCUE_CASE


@dataclass(frozen=True)
class HandedOver:
    """The hand-over of one agreement; `in_force` names each series and the hash of its text, `titles` our offices'."""

    agreement: str
    version: int
    in_force: tuple[tuple[str, str], ...]
    found: HandOver
    titles: Mapping[str, Text]


def hand_overs(node: Node) -> list[HandedOver]:
    """Return what this node's party hands over now, agreement by agreement."""
    held = terms(node)
    return [_of(node, holding, held) for holding in node.holdings.values()]


def terms(node: Node) -> tuple[Office, ...]:
    """Return every office that this node ever had, with its roles, its time, and whom it succeeds."""
    with node.store.reading() as connection:
        rows = list(connection.execute(select(OFFICE).order_by(OFFICE.c.since_ms)))
        follows = {row.office: row.succeeds for row in connection.execute(select(OFFICE_SUCCESSION))}
    found = []
    for name in dict.fromkeys(row.office for row in rows):
        mine = [row for row in rows if row.office == name]
        held = [row for row in mine if row.roles]
        roles: frozenset[OfficeRole] = frozenset(held[-1].roles.split()) if held else frozenset()
        until_ms = None if mine[-1].roles else mine[-1].since_ms
        title = Text(ar=name, en=name, fr=name)
        found.append(Office(name, node.party, title, roles, mine[0].since_ms, until_ms, follows.get(name)))
    return tuple(found)


def _of(node: Node, holding: Holding, held: tuple[Office, ...]) -> HandedOver:
    found, now_ms = records(node, holding), node.clock()
    approvers = offices_at(held, "approver", now_ms)
    ours = approvers[0].id if approvers else ""
    items = [*_texts(holding, found, ours), *_notices(holding, found, ours), *_requests(holding, ours)]
    items += _approvals(node, holding)
    items += _records(node, holding, frozenset(each.id for each in held), ours)
    items += _cases(node)
    in_force = tuple((name, texts[-1].hash) for name in found.agreed.series if (texts := found.agreed.in_force(name)))
    names = [f"{name} {identity}" for name, identity in in_force]
    made = hand_over(node.party, names, items, held, at_ms=now_ms)
    known, owners = said_by_both(holding)[holding.ours], {each.owner for each in made.open if each.owner is not None}
    titles = {each: title for each in owners if (title := known.title(each, known.size)) is not None}
    return HandedOver(holding.card.agreement, holding.version.number, in_force, made, titles)


def _texts(holding: Holding, found: Records, ours: str) -> Iterator[OpenItem]:
    for name, series in found.view.series.items():
        state = standing(found, name)
        if state in ("awaiting_us", "awaiting_partner", "tabled"):
            owed_by = holding.partner_id if state == "awaiting_partner" else holding.card.party
            begun = _began(holding, series)
            yield OpenItem("text", name, begun or ours, _until_ms(series), owed_by)


def _began(holding: Holding, series: Series) -> str | None:
    """Return the office of ours that tabled a text of the open version, or `None` when the partner did."""
    hashes = {text.hash for text in series.tabled}
    return next(
        (each.office for each in holding.own.said() if isinstance(each, Tabled) and each.hash in hashes),
        None,
    )


def _until_ms(series: Series) -> int | None:
    return min((each.open_until_ms for each in series.tabled if each.open_until_ms is not None), default=None)


def _notices(holding: Holding, found: Records, ours: str) -> Iterator[OpenItem]:
    series = found.view.series.get(AGREEMENT)
    for given in series.notices if series else ():
        is_end = given.notice.document.get("schema") == "comity/termination/1"
        if is_end and given.acknowledged_ms is None:
            mine = given.by == found.ours
            owed_by = holding.partner_id if mine else holding.card.party
            yield OpenItem("notice", given.notice.hash, given.notice.office if mine else ours, None, owed_by)


def _requests(holding: Holding, ours: str) -> Iterator[OpenItem]:
    offices = {document_hash(each.document): each.office for each in holding.own.said() if isinstance(each, Message)}
    for asker, asked in all_asked(holding).items():
        for each in asked:
            if each.state == "sent":
                yield _request(holding, each, asker, offices.get(each.hash, ours))


def _request(holding: Holding, asked: Asked, asker: str, office: str) -> OpenItem:
    owed_by = holding.partner_id if asker == holding.card.party else holding.card.party
    return OpenItem("request", asked.request.id, office, asked.request.due_ms, owed_by)


def _records(node: Node, holding: Holding, known: frozenset[str], ours: str) -> Iterator[OpenItem]:
    """Yield the records of cooperation that are not at their end; an office that we never had leaves one to ours."""
    for each in open_items(books(node, holding).agreed):
        office = each.office if each.owed_by == node.party and each.office in known else ours
        yield OpenItem("record", f"{each.kind}/{each.subject}", office, each.due_ms, each.owed_by)


def _approvals(node: Node, holding: Holding) -> Iterator[OpenItem]:
    for each in pending(node, holding.card.agreement):
        yield OpenItem("approval", each.subject, each.offices[0], each.until_ms, node.party)


def _cases(node: Node) -> Iterator[OpenItem]:
    """Yield our cases that no office has brought to their conclusion."""
    with node.store.reading() as connection:
        names = connection.execute(select(RESCUE_CASE.c.case_id).order_by(RESCUE_CASE.c.opened_ms)).scalars().all()
        acts = list(connection.execute(select(CASE_ACT).filter_by(whose="ours").order_by(CASE_ACT.c.act)))
    for name in names:
        mine = [each for each in acts if each.case_id == name]
        stages = [each.stage for each in mine if each.stage is not None]
        if not stages or stages[-1] != "conclusion":
            yield OpenItem("case", name, mine[-1].office if mine else "", None, node.party)
