"""Search and rescue cases, their drift and their outputs."""

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse

from comity.api.models import (
    ActingIn,
    CaseIn,
    CaseOut,
    GoneOut,
    JobOut,
    OnSceneIn,
    OnSceneOut,
    ProblemOut,
    StandingIn,
    StandingOut,
)
from comity.api.officers import Acting, office_of
from comity.api.page_models import CheckOut, ForcingOut, LeewayOut
from comity.api.problems import language_of, problem_of
from comity.api.served import CallersWords, ServedNode
from comity.files.words import Words
from comity.ground import InvalidInput, instant_text
from comity.node import new_cases
from comity.node.outbox import Job
from comity.node.services import cases, on_scene
from comity.rescue import LEEWAY_CLASSES

router = APIRouter(prefix="/api/v1/cases")
forms = APIRouter(prefix="/api/v1")
"""What the form of a new case offers."""


@router.get("")
def get_cases(request: Request, node: ServedNode, words: CallersWords) -> list[CaseOut]:
    """List the cases: ours, and those that the partner released to us."""
    return [case_out(each, words, language_of(request)) for each in cases.cases(node)]


@router.post("", status_code=201)
def post_case(body: CaseIn, request: Request, node: ServedNode, words: CallersWords, acting: Acting) -> CaseOut:
    """Open a case from a document of the case format; relative paths start at the node folder."""
    document = new_cases.complete(node, body.document)
    return case_out(cases.open_case(node, document, office=office_of(acting, body.office)), words, language_of(request))


@router.post("/check")
def post_check(body: CaseIn, request: Request, node: ServedNode) -> CheckOut:
    """Say whether a case can be opened as it stands, or what is wrong; nothing is kept."""
    try:
        new_cases.check(node, body.document)
    except InvalidInput as error:
        return CheckOut(opens=False, problem=ProblemOut.model_validate(problem_of(error, language_of(request))))
    return CheckOut(opens=True, problem=None)


@forms.get("/leeway")
def get_leeway(words: CallersWords) -> list[LeewayOut]:
    """List the classes of drifting objects that a case may name, each in the caller's language."""
    return [
        LeewayOut(number=each.number, key=each.key, about=words.say(f"leeway-{each.number}")) for each in LEEWAY_CLASSES
    ]


@forms.get("/forcing")
def get_forcing(request: Request, node: ServedNode) -> ForcingOut:
    """Say which currents and wind a new case takes when it names none."""
    folder = node.settings.forcing_folder
    try:
        own = new_cases.forcing(node)
    except InvalidInput as error:
        problem = ProblemOut.model_validate(problem_of(error, language_of(request)))
        return ForcingOut(folder=folder, currents=[], wind=[], from_ms=None, until_ms=None, problem=problem)
    from_ms, until_ms = own.covers_ms or (None, None)
    return ForcingOut(
        folder=folder, currents=own.currents, wind=own.wind, from_ms=from_ms, until_ms=until_ms, problem=None
    )


@router.get("/{case_id}")
def get_case(case_id: str, request: Request, node: ServedNode, words: CallersWords) -> CaseOut:
    """Show one case with its badge, its outputs and how far its drift is."""
    return case_out(cases.case(node, case_id), words, language_of(request))


@router.post("/{case_id}/drift", status_code=202)
def post_drift(
    case_id: str, request: Request, node: ServedNode, acting: Acting, body: ActingIn | None = None
) -> JobOut:
    """Ask for the drift of a case; its progress stands with the case and at the same address."""
    office = office_of(acting, None if body is None else body.office)
    return job_out(cases.ask_drift(node, case_id, office=office), language_of(request))


@router.post("/{case_id}/standing", status_code=201)
def post_standing(
    case_id: str, body: StandingIn, request: Request, node: ServedNode, words: CallersWords, acting: Acting
) -> CaseOut:
    """Move a case to a stage (IAMSAR vol. II, 3.2) and say whose centre co-ordinates; kept with the office's name."""
    moved = cases.move(node, case_id, body.stage, smc=body.smc, office=office_of(acting, body.office))
    return case_out(moved, words, language_of(request))


@router.put("/{case_id}/on-scene")
def put_on_scene(
    case_id: str, body: OnSceneIn, request: Request, node: ServedNode, words: CallersWords, acting: Acting
) -> CaseOut:
    """Say which unit co-ordinates on scene (OSC) in a case of ours; kept with the office's name."""
    unit = None if body.unit is None else body.unit.strip()
    on_scene.designate(node, case_id, unit, office=office_of(acting, body.office))
    return case_out(cases.case(node, case_id), words, language_of(request))


@router.get("/{case_id}/drift")
def get_drift(case_id: str, request: Request, node: ServedNode) -> JobOut | None:
    """Say how far the drift of a case is; `null` when nobody asked for it."""
    job = cases.case(node, case_id).drift
    return None if job is None else job_out(job, language_of(request))


@router.get("/{case_id}/files/{name}", response_class=FileResponse)
def get_file(case_id: str, name: str, node: ServedNode) -> FileResponse:
    """Return one output of a case."""
    return FileResponse(cases.output(node, case_id, name), headers={"x-content-type-options": "nosniff"})


def case_out(view: cases.CaseView, words: Words, language: str) -> CaseOut:
    """Return a case in the caller's words."""
    return CaseOut(
        id=view.case_id,
        badge=view.badge,
        badge_words=words.say(f"node-badge-{view.badge}"),
        opened_ms=view.opened_ms,
        document=view.document,
        files=list(view.files),
        standing=_standing(view.standing),
        drift=None if view.drift is None else job_out(view.drift, language),
        gone=None if view.gone is None else _gone(view.gone, words),
    )


def _standing(standing: cases.Standing) -> StandingOut:
    osc = standing.on_scene
    told = {**standing.__dict__, "on_scene": None if osc is None else OnSceneOut(**osc.__dict__)}
    return StandingOut(**told)


def _gone(gone: cases.Gone, words: Words) -> GoneOut:
    sentence = words.say(f"node-case-{gone.how}", at=instant_text(gone.at_ms), article=gone.article)
    return GoneOut(how=gone.how, at_ms=gone.at_ms, article=gone.article, sentence=sentence)


def job_out(job: Job, language: str) -> JobOut:
    """Return a piece of work, and why it failed, in the caller's language."""
    problem = None if job.problem is None else ProblemOut.model_validate(problem_of(job.problem, language))
    return JobOut(job=job.job_id, kind=job.kind, state=job.state, done_permille=job.done_permille, problem=problem)
