"""What both centres did about an incident, as lines of a case's log: who co-ordinates, and units that were lent.

Each line is an entry of one of the two logs, or follows from two of them; it names the office that signed it. What
nobody signed is no line. Instants are those of the entries, milliseconds since 1970.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from comity.agreement import Custody, Resource, custody_series, read_custody, resource_series
from comity.exchange import Lending
from comity.ground import InvalidInput
from comity.ledger import PARTIES, Ballot, Series, Text
from comity.node.app import Holding, Node
from comity.node.incident_texts import lendings, said_of
from comity.node.incidents import cases_under
from comity.node.record import Records, records

IncidentKind = Literal[
    "custody_proposed",
    "custody_agreed",
    "custody_failed",
    "unit_offered",
    "unit_requested",
    "unit_lent",
    "unit_declined",
    "unit_withdrawn",
    "unit_lapsed",
]


@dataclass(frozen=True)
class IncidentLine:
    """One line; `number` tells those of one instant apart, `position` is the entry of it in the log that is named."""

    at_ms: int
    kind: IncidentKind
    office: str | None
    number: int
    clause: str
    log: Literal["own", "partner"] | None
    position: int | None
    values: Mapping[str, str]


_DECIDED: Mapping[str, IncidentKind] = {
    "accepted": "unit_lent",
    "declined": "unit_declined",
    "withdrawn": "unit_withdrawn",
    "lapsed": "unit_lapsed",
}


def incident_lines(node: Node, case_id: str) -> Iterator[IncidentLine]:
    """Yield what was done about the incident of a case, under every agreement under which it is shared."""
    for agreement_id, cases in cases_under(node).items():
        for incident in cases.incidents().values():
            if incident.is_shared and case_id in (*incident.ours, *incident.theirs):
                holding = node.holding(agreement_id)
                found = records(node, holding)
                series = found.view.series.get(custody_series(incident.name))
                if series is not None:
                    yield from _of_custody(holding, series)
                for each in lendings(holding, found, incident.name):
                    yield from _of_lending(holding, found, each)


def _of_custody(holding: Holding, series: Series) -> Iterator[IncidentLine]:
    texts = {text.hash: text for text in (*series.in_force, *series.tabled)}
    number = 0
    for slot in series.slots:
        for party, ballot in zip(PARTIES, slot.ballots, strict=True):
            text = texts.get(ballot.choice or "") if ballot else None
            read = _custody(holding, text) if text else None
            if ballot is None or text is None or read is None or _is_second(slot.ballots, party):
                continue
            number += 1
            log: Literal["own", "partner"] = "own" if party == holding.ours else "partner"
            values = {"party": read.to}
            yield IncidentLine(
                ballot.time_ms, "custody_proposed", text.office, number, read.clause, log, ballot.index, values
            )
        if slot.outcome == "open":
            continue
        at_ms = max((each.time_ms for each in slot.ballots if each is not None), default=0)
        chosen = _custody(holding, texts[slot.choice]) if slot.choice in texts else None
        number += 1
        if slot.outcome == "force" and chosen is not None:
            yield IncidentLine(at_ms, "custody_agreed", None, number, chosen.clause, None, None, {"party": chosen.to})
        elif slot.outcome == "void":
            yield IncidentLine(at_ms, "custody_failed", None, number, "", None, None, {})


def _is_second(ballots: tuple[Ballot | None, Ballot | None], party: int) -> bool:
    """Tell whether this party signed what the other had signed before: that is the agreement, and no proposal."""
    first, second = ballots
    if first is None or second is None or first.choice != second.choice:
        return False
    earlier = 0 if first.time_ms <= second.time_ms else 1
    return party != earlier


def _of_lending(holding: Holding, found: Records, each: Lending) -> Iterator[IncidentLine]:
    said: Resource = each.resource
    values = {"party": said.by, "platform": said.unit.platform, "number": str(said.number)}
    series = found.view.series[resource_series(said.incident, said.number)]
    place = PARTIES[[party.id for party in holding.agreement.parties].index(said.by)]
    ballot = series.slots[0].ballots[place]
    if ballot is None:
        return
    log: Literal["own", "partner"] = "own" if place == holding.ours else "partner"
    kind: IncidentKind = "unit_offered" if said.kind == "offer" else "unit_requested"
    office = next((text.office for text in (*series.in_force, *series.tabled) if text.hash == each.hash), None)
    yield IncidentLine(ballot.time_ms, kind, office, said.number, said.clause, log, ballot.index, values)
    back = said_of(holding.own if log == "own" else holding.copy).withdrawn.get(each.hash)
    if each.state == "withdrawn" and back is not None:
        yield IncidentLine(
            back.at_ms, "unit_withdrawn", back.office, said.number, said.clause, log, back.position, values
        )
    elif each.state in _DECIDED:
        at_ms = each.decided_ms if each.decided_ms is not None else ballot.time_ms
        yield IncidentLine(at_ms, _DECIDED[each.state], None, said.number, said.clause, None, None, values)


def _custody(holding: Holding, text: Text) -> Custody | None:
    try:
        return read_custody(text.document, holding.agreement)
    except InvalidInput:
        return None
