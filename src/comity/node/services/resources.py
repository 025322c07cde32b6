"""Units that one centre offers the other for an incident, or asks it for: proposed, agreed, turned down, taken back.

Each stands in a series of its own and is agreed when both signed it; until then the party that made it may take it
back by a word in its own log. Where a signature and that word cross, the signature stands: both nodes find that the
unit is lent. A unit that is lent can be taken over into the units of a case; that an officer does, as with any other.
Units: micro-degrees, metres, millimetres per second, seconds, milliseconds since 1970.
"""

from dataclasses import dataclass
from typing import Any, Literal

from comity.agreement import RESOURCE_SCHEMA, LentUnit, Resource, first_number, resource_series
from comity.exchange import Lending
from comity.ground import M_PER_FOOT, M_S_PER_KNOT, UDEG_PER_DEG, InvalidInput, instant_text
from comity.node.app import Node
from comity.node.incident_acts import clause_at_work, put, take_back
from comity.node.incident_texts import lendings
from comity.node.incidents import incident_of
from comity.node.partners import check_may_append
from comity.node.peers import ask_once
from comity.node.record import Records, Standing, records, standing

_MM_PER_M = 1000


@dataclass(frozen=True)
class Offered:
    """An offer or a request of an incident; `unit` is how a case file would name the unit, once it is lent."""

    agreement_id: str
    series: str
    lending: Lending
    standing: Standing
    unit: dict[str, Any] | None


def resources(node: Node, case_id: str, *, agreement_id: str | None = None) -> list[Offered]:
    """List the offers and requests of the incident of a case, by their numbers."""
    incident = incident_of(node, case_id, agreement_id)
    holding = node.holding(incident.agreement_id)
    found = records(node, holding)
    return [_offered(found, incident.agreement_id, each) for each in lendings(holding, found, incident.name)]


def make(
    node: Node,
    case_id: str,
    kind: Literal["offer", "request"],
    unit: LentUnit,
    *,
    office: str,
    sign: bool = True,
    agreement_id: str | None = None,
) -> list[Offered]:
    """Offer a unit of ours, or ask for one of the partner's: it is open until the unit would be gone."""
    incident = incident_of(node, case_id, agreement_id)
    holding = node.holding(incident.agreement_id)

    def document(found: Records) -> tuple[str, dict[str, Any]]:
        known = [each.resource for each in lendings(holding, found, incident.name)]
        first = first_number(holding.agreement, node.party)
        number = max((each.number + 2 for each in known if each.by == node.party), default=first)
        return resource_series(incident.name, number), {
            "schema": RESOURCE_SCHEMA,
            "example": holding.agreement.example,
            "incident": incident.name,
            "clause": clause_at_work(found, holding),
            "number": number,
            "kind": kind,
            "by": node.party,
            "unit": _unit_document(unit),
            "open_until_ms": unit.until_ms,
        }

    put(node, holding, document, office=office, sign=sign)
    return resources(node, case_id, agreement_id=incident.agreement_id)


def withdraw(node: Node, case_id: str, number: int, *, office: str, agreement_id: str | None = None) -> list[Offered]:
    """Take an offer or a request of ours back before the partner has signed it; the second time changes nothing."""
    incident = incident_of(node, case_id, agreement_id)
    holding = node.holding(incident.agreement_id)
    ask_once(node, incident.agreement_id)
    with node.turn:
        known = {each.resource.number: each for each in lendings(holding, records(node, holding), incident.name)}
        found = known.get(number)
        if found is None or found.resource.by != node.party:
            raise InvalidInput(
                "node.no_such_offer",
                "There is no offer or request {number} of ours for {incident}.",
                why="only the party that made it can take it back",
                remedy="look at the offers and requests of the incident",
                number=number,
                incident=incident.name,
            )
        if found.state not in ("tabled", "offered", "withdrawn"):
            raise InvalidInput(
                "node.offer_decided",
                "{number} can be taken back no more.",
                why="it was agreed by both, turned down, or is over",
                remedy="agree with the partner by a new offer or request",
                number=number,
            )
        if found.state != "withdrawn":
            check_may_append(node, incident.agreement_id)
            take_back(node, holding, incident.name, found.hash, office=office)
    return resources(node, case_id, agreement_id=incident.agreement_id)


def unit_of_case(resource: Resource) -> dict[str, Any]:
    """Return a lent unit as a `[[unit]]` of a case file, in an officer's measures; the officer may correct it."""
    lent = resource.unit
    found: dict[str, Any] = {
        "id": f"{resource.by}-{resource.number}",
        "platform": lent.platform,
        "speed_kt": round(lent.speed_mm_s / _MM_PER_M / M_S_PER_KNOT, 1),
        "on_scene": instant_text(lent.from_ms),
        "endurance_s": lent.endurance_s,
    }
    if lent.base_udeg is not None:
        found["base"] = {"lat": lent.base_udeg[1] / UDEG_PER_DEG, "lon": lent.base_udeg[0] / UDEG_PER_DEG}
    if lent.altitude_m is not None:
        found["altitude_ft"] = round(lent.altitude_m / M_PER_FOOT)
    return found


def _offered(found: Records, agreement_id: str, each: Lending) -> Offered:
    series = resource_series(each.resource.incident, each.resource.number)
    unit = unit_of_case(each.resource) if each.state == "accepted" else None
    return Offered(agreement_id, series, each, standing(found, series), unit)


def _unit_document(unit: LentUnit) -> dict[str, Any]:
    found = {name: value for name, value in vars(unit).items() if value is not None}
    return found if unit.base_udeg is None else {**found, "base_udeg": list(unit.base_udeg)}
