"""Who co-ordinates the search of an incident (SMC): by what both signed, and a hand-over proposed and signed by us.

The series of an incident is a chain: the newest text that both signed counts, and a proposal waits until the partner
signs it or turns it down (`acts`). Two that contradict one another fail together, on both nodes alike; after that the
parties propose in turn. Units: milliseconds since 1970.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from comity.agreement import CUSTODY_SCHEMA, Custody, custody_series, opener_of, read_custody
from comity.exchange import Holder, handed_over
from comity.ground import InvalidInput
from comity.node.app import Holding, Node
from comity.node.incident_acts import clause_at_work, put
from comity.node.incident_texts import holder_in
from comity.node.incidents import Incident, incident_of
from comity.node.record import Records, Standing, records, standing


@dataclass(frozen=True)
class Proposal:
    """A hand-over that waits: to whom, by which office, who signed it, what it waits for."""

    to: str
    hash: str
    office: str
    at_ms: int
    clause: str
    signed_by: tuple[str, ...]
    standing: Standing


@dataclass(frozen=True)
class HandedOver:
    """A hand-over that both signed; `at_ms` is when the later of them did, by the clock of its own record."""

    to: str
    hash: str
    office: str
    clause: str
    at_ms: int


@dataclass(frozen=True)
class CustodyView:
    """Who co-ordinates an incident, since when, what waits, and every hand-over so far."""

    incident: str
    agreement_id: str
    series: str
    is_shared: bool
    holder: Holder
    pending: tuple[Proposal, ...]
    handed_over: tuple[HandedOver, ...]


def custody(node: Node, case_id: str, *, agreement_id: str | None = None) -> CustodyView:
    """Say who co-ordinates the incident of a case."""
    incident = incident_of(node, case_id, agreement_id)
    holding = node.holding(incident.agreement_id)
    return _view(holding, records(node, holding), incident)


def propose(
    node: Node, case_id: str, to: str, *, office: str, sign: bool = True, agreement_id: str | None = None
) -> CustodyView:
    """Propose that a party's centre co-ordinates from now on, and sign it at once where `sign` says so."""
    incident = incident_of(node, case_id, agreement_id)
    holding = node.holding(incident.agreement_id)
    series = custody_series(incident.name)

    def proposal(found: Records) -> tuple[str, dict[str, Any]]:
        now = _view(holding, found, incident)
        if any(each.to != to for each in now.pending if node.party not in each.signed_by):
            raise InvalidInput(
                "node.proposal_waits_for_us",
                "The partner has proposed who co-ordinates {incident}: sign it or turn it down first.",
                why="another proposal of ours beside it would make both fail",
                remedy="answer it under Awaiting our signature",
                incident=incident.name,
            )
        return series, {
            "schema": CUSTODY_SCHEMA,
            "example": holding.agreement.example,
            "incident": incident.name,
            "case": opener_of(incident.name)[1],
            "to": to,
            "clause": clause_at_work(found, holding),
            "number": holder_in(found.view, holding, incident.name).number + 1,
        }

    put(node, holding, proposal, office=office, sign=sign)
    return custody(node, case_id, agreement_id=incident.agreement_id)


def _view(holding: Holding, found: Records, incident: Incident) -> CustodyView:
    series = custody_series(incident.name)
    past = handed_over(found.agreed.series.get(series), holding.agreement, incident.name)
    return CustodyView(
        incident.name,
        holding.agreement.id,
        series,
        incident.is_shared,
        holder_in(found.agreed, holding, incident.name),
        _pending(holding, found, series),
        tuple(HandedOver(read.to, text.hash, text.office, read.clause, at_ms) for read, text, at_ms in past),
    )


def _pending(holding: Holding, found: Records, series: str) -> tuple[Proposal, ...]:
    """Return the proposals on the table, and one that both signed while the receipt of ours is missing."""
    known = found.view.series.get(series)
    if known is None:
        return ()
    parties = [each.id for each in holding.agreement.parties]
    ballots = list(zip(parties, known.slots[-1].ballots, strict=True))
    waits = standing(found, series)
    proposals = [
        (text, tuple(party for party, ballot in ballots if ballot is not None and ballot.choice == text.hash))
        for text in known.tabled
    ]
    if waits == "awaiting_receipt" and known.current is not None:
        proposals.append((known.current, tuple(parties)))
    return tuple(
        Proposal(read.to, text.hash, text.office, text.at_ms, read.clause, signed_by, waits)
        for text, signed_by in proposals
        if (read := _read(holding, text.document)) is not None
    )


def _read(holding: Holding, document: Mapping[str, Any]) -> Custody | None:
    try:
        return read_custody(document, holding.agreement)
    except InvalidInput:
        return None
