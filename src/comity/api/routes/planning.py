"""A search of one of our cases: what is known later, the plan, what was searched, clues, and what they taught."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response

from comity.api.bounded import AT_ONCE, Limit, part
from comity.api.models import CaseOut, JobOut, ProblemOut
from comity.api.officers import Acting, office_of
from comity.api.planning_models import (
    ClueIn,
    ClueOut,
    PlansOut,
    SearchIn,
    SearchOut,
    SectionIn,
    TriedUnitOut,
    TryIn,
    TryOut,
)
from comity.api.problems import language_of, problem_of
from comity.api.routes.cases import case_out, job_out
from comity.api.routes.clouds import GEOJSON, MOST_POINTS, Hour
from comity.api.routes.custody import plans_of_partner
from comity.api.served import CallersWords, ServedNode
from comity.ground import ComityError, InvalidInput, parse_instant
from comity.node.services import cases, clouds, plans, searches, sections, trying

router = APIRouter(prefix="/api/v1/cases/{case_id}")

MOST = 2**53 - 1
"""As far as every reader of JSON counts, and below what the database holds."""

CaseId = Annotated[str, Path(max_length=200)]
Number = Annotated[int, Path(ge=1, le=MOST)]
From = Annotated[int, Query(ge=0, le=MOST, description="Only what was reported after this one.")]

WEIGHTS_TYPE = "application/vnd.comity.weights.1"


@router.put("/sections/{section}")
def put_section(
    case_id: CaseId,
    section: sections.Section,
    body: SectionIn,
    request: Request,
    node: ServedNode,
    words: CallersWords,
    acting: Acting,
) -> CaseOut:
    """Put what is known later in the place of a section of the case; the document that opened it is kept."""
    sections.put_section(node, case_id, section, body.value, office=office_of(acting, body.office))
    return case_out(cases.case(node, case_id), words, language_of(request))


@router.post("/plan", status_code=202)
def post_plan(case_id: CaseId, request: Request, node: ServedNode) -> JobOut:
    """Ask for the plan; one that waits already is the answer."""
    return job_out(plans.ask(node, case_id), language_of(request))


@router.get("/plan")
def get_plan(case_id: CaseId, request: Request, node: ServedNode) -> JobOut | None:
    """Say how far the plan of a case is; `null` when nobody asked for one."""
    cases.case(node, case_id)
    job = plans.latest(node, case_id)
    return None if job is None else job_out(job, language_of(request))


@router.get("/plans")
def get_plans(case_id: CaseId, request: Request, node: ServedNode) -> PlansOut:
    """Return plans A and B, what was learnt, and what is missing before there can be a plan."""
    found = plans.plans(node, case_id)
    return PlansOut(
        a=found.a,
        b=found.b,
        a_digest=found.a_digest,
        b_digest=found.b_digest,
        learnt=found.learnt,
        stale=found.stale,
        b_stale=found.b_stale,
        ready=list(found.ready),
        problem=_problem(found.problem, language_of(request)),
        partner=plans_of_partner(node, case_id, found.a, language_of(request)),
    )


@router.post("/plans/try")
def post_try(case_id: CaseId, body: TryIn, request: Request, node: ServedNode) -> TryOut:
    """Count other areas on a plan: within 300 ms once the case's worker is warm, which it is after the first time."""
    found = trying.tried(node, case_id, body.base, [each.model_dump() for each in body.areas])
    language = language_of(request)
    units = [TriedUnitOut(**{**each, "problem": _problem(each["problem"], language)}) for each in found["units"]]
    return TryOut(pos=found["pos"], pos_bound=found["pos_bound"], hypotheses=found["hypotheses"], units=units)


@router.put("/plans/b")
def put_plan_b(case_id: CaseId, body: TryIn, node: ServedNode, acting: Acting) -> dict[str, Any]:
    """Keep a plan with other areas as plan B, counted on all hypotheses: `comity/plan/1`, with `by`."""
    areas = [each.model_dump() for each in body.areas]
    return trying.keep(node, case_id, body.base, areas, office=office_of(acting, body.office))


@router.delete("/plans/b", status_code=204)
def delete_plan_b(case_id: CaseId, node: ServedNode, acting: Acting) -> None:
    """Give plan B up."""
    trying.give_up(node, case_id, office=office_of(acting, None))


@router.get("/learnt/containment.geojson", response_class=Response, responses={200: {"content": {GEOJSON: {}}}})
def get_learnt_containment(case_id: CaseId, node: ServedNode, hour: Hour = -1) -> Response:
    """Return the areas that hold 50, 75, 90 and 95 % at an hour, after what searches and clues taught."""
    return Response(clouds.learnt_areas(node, case_id, hour), media_type=GEOJSON)


@router.get("/learnt/weights", response_class=Response, responses={200: {"content": {WEIGHTS_TYPE: {}}}})
def get_learnt_weights(
    case_id: CaseId, node: ServedNode, hour: Hour = -1, limit: Annotated[int, Query(ge=1, le=MOST_POINTS)] = 20_000
) -> Response:
    """Return the weights of the hypotheses that `cloud` chose at that hour with that limit, little-endian float32.

    A weight of 1 is that of a hypothesis before anything was learnt.
    """
    return Response(clouds.learnt_weights(node, case_id, hour, limit=limit).tobytes(), media_type=WEIGHTS_TYPE)


@router.post("/searches", status_code=201)
def post_search(case_id: CaseId, body: SearchIn, node: ServedNode, acting: Acting) -> SearchOut:
    """Keep a search that found nothing; the next plan follows by itself."""
    office = office_of(acting, body.office)
    if body.plan is not None and body.name is None and body.gpx is None:
        sorties = [
            searches.Reported(each.unit, each.sortie, each.flown, _instant_ms(each.completed_until))
            for each in body.units
        ]
        return _search(searches.report_plan(node, case_id, body.plan, sorties, digest=body.digest, office=office))
    if body.plan is None and body.digest is None and body.name and body.gpx is not None and not body.units:
        return _search(searches.report_tracks(node, case_id, body.name, body.gpx, office=office))
    raise InvalidInput(
        "api.search_not_told",
        "The request does not say what was searched.",
        why="a search is told by a plan and its units, or by the name and the text of a GPX file, never by both",
        remedy="send plan and units, or name and gpx",
    )


@router.get("/searches")
def get_searches(
    case_id: CaseId, request: Request, response: Response, node: ServedNode, limit: Limit = AT_ONCE, after: From = 0
) -> list[SearchOut]:
    """List the searches that found nothing, ours and the partner's, in the order in which they were reported."""
    found = part(searches.searches(node, case_id, after=after), limit, lambda each: each.search_id, request, response)
    return [_search(each) for each in found]


@router.delete("/searches/{number}", status_code=204)
def delete_search(case_id: CaseId, number: Number, node: ServedNode, acting: Acting) -> None:
    """Withdraw a search that was reported in error: it stays on the list, and teaches nothing any more."""
    searches.withdraw(node, case_id, "search", number, office=office_of(acting, None))


@router.post("/clues", status_code=201)
def post_clue(case_id: CaseId, body: ClueIn, node: ServedNode, acting: Acting) -> ClueOut:
    """Keep a clue; the next plan follows by itself."""
    value: dict[str, Any] = body.model_dump(exclude_none=True, exclude={"office"})
    return _clue(searches.add_clue(node, case_id, value, office=office_of(acting, body.office)))


@router.get("/clues")
def get_clues(
    case_id: CaseId, request: Request, response: Response, node: ServedNode, limit: Limit = AT_ONCE, after: From = 0
) -> list[ClueOut]:
    """List the clues of a case in the order in which they were reported."""
    found = part(searches.clues(node, case_id, after=after), limit, lambda each: each.clue_id, request, response)
    return [_clue(each) for each in found]


@router.delete("/clues/{number}", status_code=204)
def delete_clue(case_id: CaseId, number: Number, node: ServedNode, acting: Acting) -> None:
    """Withdraw a clue that was reported in error."""
    searches.withdraw(node, case_id, "clue", number, office=office_of(acting, None))


def _search(view: searches.SearchView) -> SearchOut:
    return SearchOut(
        search=view.search_id,
        at_ms=view.at_ms,
        office=view.office,
        origin=view.origin,
        name=view.name,
        units=list(view.units),
        ends_ms=view.ends_ms,
        pos=view.pos,
        withdrawn=view.withdrawn,
    )


def _clue(view: searches.ClueView) -> ClueOut:
    return ClueOut(clue=view.clue_id, at_ms=view.at_ms, office=view.office, value=view.value, withdrawn=view.withdrawn)


def _problem(error: ComityError | None, language: str) -> ProblemOut | None:
    return None if error is None else ProblemOut.model_validate(problem_of(error, language))


def _instant_ms(text: str | None) -> int | None:
    return None if text is None else parse_instant(text)
