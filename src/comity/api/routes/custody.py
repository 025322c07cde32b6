"""Two centres, one search: who co-ordinates, units that are lent, and what the partner planned and searched."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response

from comity.agreement import LentUnit
from comity.api.bounded import AT_ONCE, After, Limit, part
from comity.api.incident_models import (
    CustodyIn,
    CustodyOut,
    HandedOverOut,
    LentUnitIn,
    NearOut,
    PartnerLegOut,
    PartnerPlanOut,
    PartnerSortieOut,
    ProposalOut,
    ReceivedSearchOut,
    ResourceEndIn,
    ResourceIn,
    ResourceOut,
)
from comity.api.models import ProblemOut
from comity.api.officers import Acting, must_be, office_of
from comity.api.problems import language_of, problem_of
from comity.api.routes.acts import SENTENCES
from comity.api.served import CallersWords, ServedNode
from comity.files.words import Words
from comity.ground import UDEG_PER_DEG, ComityError, udeg
from comity.node.app import Node
from comity.node.partner_plans import PartnerPlan, PartnerSortie, leg_points, near, partner_plans
from comity.node.received import order_of
from comity.node.received_searches import received_searches
from comity.node.services import custody, resources

router = APIRouter(prefix="/api/v1/cases/{case_id}")

CaseId = Annotated[str, Path(max_length=200)]
Agreement = Annotated[str | None, Query(max_length=64)]
From = Annotated[int, Query(ge=0, lt=2**53, description="Only what has a greater number.")]
_MM_PER_M = 1000


@router.get("/custody")
def get_custody(case_id: CaseId, node: ServedNode, words: CallersWords, agreement: Agreement = None) -> CustodyOut:
    """Say who co-ordinates the search of a case's incident, by what both signed, and what waits."""
    return _custody(custody.custody(node, case_id, agreement_id=agreement), node.party, words)


@router.post("/custody", status_code=201)
def post_custody(case_id: CaseId, body: CustodyIn, node: ServedNode, words: CallersWords, acting: Acting) -> CustodyOut:
    """Propose that a centre co-ordinates, and sign it at once with `sign` (approver); it counts once both signed."""
    if body.sign:
        must_be(acting, "approver")
    office = office_of(acting, body.office)
    found = custody.propose(node, case_id, body.to, office=office, sign=body.sign, agreement_id=body.agreement)
    return _custody(found, node.party, words)


@router.get("/resources")
def get_resources(
    case_id: CaseId,
    request: Request,
    response: Response,
    node: ServedNode,
    words: CallersWords,
    agreement: Agreement = None,
    limit: Limit = AT_ONCE,
    after: From = 0,
) -> list[ResourceOut]:
    """List the units that either centre offered the other for this incident, or asked it for, by their numbers."""
    found = resources.resources(node, case_id, agreement_id=agreement)
    left = (each for each in found if _number(each) > after)
    return [_resource(each, words) for each in part(left, limit, _number, request, response)]


@router.post("/resources", status_code=201)
def post_resource(
    case_id: CaseId, body: ResourceIn, node: ServedNode, words: CallersWords, acting: Acting
) -> list[ResourceOut]:
    """Offer a unit of ours, or ask for one; with `sign` (approver) signed at once. The partner signs it or declines."""
    if body.sign:
        must_be(acting, "approver")
    office, unit = office_of(acting, body.office), _lent(body.unit)
    made = resources.make(node, case_id, body.kind, unit, office=office, sign=body.sign, agreement_id=body.agreement)
    return [_resource(each, words) for each in made[-AT_ONCE:]]


@router.post("/resources/{number}/withdrawal", status_code=201)
def post_withdrawal(
    case_id: CaseId,
    number: Annotated[int, Path(ge=1, le=999_999)],
    body: ResourceEndIn,
    node: ServedNode,
    words: CallersWords,
    acting: Acting,
) -> list[ResourceOut]:
    """Take an offer or a request of ours back (approver) before the partner has signed it."""
    office = office_of(acting, body.office)
    found = resources.withdraw(node, case_id, number, office=office, agreement_id=body.agreement)
    return [_resource(each, words) for each in found[-AT_ONCE:]]


@router.get("/searches/received")
def get_received_searches(
    case_id: CaseId,
    request: Request,
    response: Response,
    node: ServedNode,
    limit: Limit = AT_ONCE,
    after: After = None,
) -> list[ReceivedSearchOut]:
    """List the partner's searches for a case of ours, each with why it does not count where it does not."""
    last = None if after is None else order_of(after)
    left = (each for each in received_searches(node, case_id) if last is None or each.found.order > last)
    return [
        ReceivedSearchOut(
            key=each.found.key,
            agreement=each.found.agreement_id,
            position=each.found.position,
            place=each.found.place,
            party=each.found.party,
            office=each.found.office,
            arrived_ms=each.found.arrived_ms,
            number=each.number,
            units=list(each.units),
            ends_ms=each.ends_ms,
            counts=each.problem is None,
            unknown_objects=list(each.unknown_objects),
            problem=_problem(each.problem, language_of(request)),
        )
        for each in part(left, limit, lambda each: each.found.key, request, response)
    ]


@router.get("/plans/received")
def get_received_plans(case_id: CaseId, request: Request, node: ServedNode) -> list[PartnerPlanOut]:
    """List the partner's plans for the incident of a case, ours or the partner's."""
    return plans_of_partner(node, case_id, None, language_of(request))


@router.get("/plans/received/legs")
def get_received_legs(
    case_id: CaseId, request: Request, response: Response, node: ServedNode, limit: Limit = AT_ONCE, after: After = None
) -> list[PartnerLegOut]:
    """List the ways of the partner's plans point by point, plan by plan and sortie by sortie."""
    points = leg_points(node, case_id, after=after)
    return [
        PartnerLegOut(
            key=each.key,
            plan=each.plan.key,
            sortie=each.sortie,
            at_ms=each.at_ms,
            lon_deg=each.lon_deg,
            lat_deg=each.lat_deg,
            is_searching=each.is_searching,
        )
        for each in part(points, limit, lambda point: point.key, request, response)
    ]


def plans_of_partner(node: Node, case_id: str, ours: Mapping[str, Any] | None, language: str) -> list[PartnerPlanOut]:
    """Return the partner's plans for the incident of a case, and where they share water with a plan of ours."""
    return [_plan(each, ours, language) for each in partner_plans(node, case_id)]


def _custody(found: custody.CustodyView, ours: str, words: Words) -> CustodyOut:
    proposals = [
        ProposalOut(**{**asdict(each), "signed_by": list(each.signed_by)}, sentence=words.say(SENTENCES[each.standing]))
        for each in found.pending
    ]
    theirs_first = sorted(proposals, key=lambda each: (ours in each.signed_by, -each.at_ms))
    return CustodyOut(
        incident=found.incident,
        agreement=found.agreement_id,
        series=found.series,
        shared=found.is_shared,
        holder=found.holder.party,
        since_ms=found.holder.since_ms,
        pending=theirs_first[0] if theirs_first else None,
        proposals=proposals,
        handed_over=[HandedOverOut(**asdict(each)) for each in found.handed_over],
    )


def _resource(each: resources.Offered, words: Words) -> ResourceOut:
    said, unit = each.lending.resource, each.lending.resource.unit
    return ResourceOut(
        key=str(said.number),
        agreement=each.agreement_id,
        series=each.series,
        incident=said.incident,
        number=said.number,
        kind=said.kind,
        by=said.by,
        clause=said.clause,
        hash=each.lending.hash,
        state=each.lending.state,
        standing=each.standing,
        sentence=words.say(f"node-resource-{each.lending.state}"),
        decided_ms=each.lending.decided_ms,
        open_until_ms=said.open_until_ms,
        offered=LentUnitIn.model_validate(
            {
                "platform": unit.platform,
                "speed_m_s": unit.speed_mm_s / _MM_PER_M,
                "endurance_s": unit.endurance_s,
                "altitude_m": unit.altitude_m,
                "base_lat_deg": None if unit.base_udeg is None else unit.base_udeg[1] / UDEG_PER_DEG,
                "base_lon_deg": None if unit.base_udeg is None else unit.base_udeg[0] / UDEG_PER_DEG,
                "from_ms": unit.from_ms,
                "until_ms": unit.until_ms,
            }
        ),
        unit=each.unit,
    )


def _number(each: resources.Offered) -> int:
    return each.lending.resource.number


def _lent(unit: LentUnitIn) -> LentUnit:
    lat_deg, lon_deg = unit.base_lat_deg, unit.base_lon_deg
    return LentUnit(
        platform=unit.platform,
        speed_mm_s=round(unit.speed_m_s * _MM_PER_M),
        endurance_s=unit.endurance_s,
        altitude_m=unit.altitude_m,
        base_udeg=None if lat_deg is None or lon_deg is None else (udeg(lon_deg), udeg(lat_deg)),
        from_ms=unit.from_ms,
        until_ms=unit.until_ms,
    )


def _plan(each: PartnerPlan, ours: Mapping[str, Any] | None, language: str) -> PartnerPlanOut:
    read, found = each.read, each.found
    return PartnerPlanOut(
        key=found.key,
        agreement=found.agreement_id,
        position=found.position,
        place=found.place,
        party=found.party,
        office=found.office,
        case=found.case_id,
        arrived_ms=found.arrived_ms,
        plan="?" if read is None else read.plan,
        pos=None if read is None else read.pos,
        pos_bound=None if read is None else read.pos_bound,
        sorties=[_sortie(sortie) for sortie in (read.sorties if read else ())],
        near=[NearOut(**asdict(pair)) for pair in (near(ours, read) if ours is not None and read is not None else ())],
        problem=_problem(each.problem, language),
    )


def _sortie(each: PartnerSortie) -> PartnerSortieOut:
    told = {name: value for name, value in asdict(each).items() if name not in ("legs_ms", "legs", "is_searching")}
    return PartnerSortieOut(**{**told, "corners": list(each.corners)}, points=len(each.legs_ms))


def _problem(error: ComityError | None, language: str) -> ProblemOut | None:
    return None if error is None else ProblemOut.model_validate(problem_of(error, language))
