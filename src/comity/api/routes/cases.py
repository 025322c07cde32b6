"""Search and rescue cases, their drift and their outputs."""

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse

from comity.api.models import CaseIn, CaseOut, JobOut, ProblemOut
from comity.api.problems import language_of, problem_of
from comity.api.served import CallersWords, ServedNode
from comity.files.words import Words
from comity.node.outbox import Job
from comity.node.services import cases

router = APIRouter(prefix="/api/v1/cases")


@router.get("")
def get_cases(request: Request, node: ServedNode, words: CallersWords) -> list[CaseOut]:
    """List the cases: ours, and those that the partner released to us."""
    return [_case(each, words, language_of(request)) for each in cases.cases(node)]


@router.post("", status_code=201)
def post_case(body: CaseIn, request: Request, node: ServedNode, words: CallersWords) -> CaseOut:
    """Open a case from a document of the case format; relative paths start at the node folder."""
    return _case(cases.open_case(node, body.document), words, language_of(request))


@router.get("/{case_id}")
def get_case(case_id: str, request: Request, node: ServedNode, words: CallersWords) -> CaseOut:
    """Show one case with its badge, its outputs and how far its drift is."""
    return _case(cases.case(node, case_id), words, language_of(request))


@router.post("/{case_id}/drift", status_code=202)
def post_drift(case_id: str, request: Request, node: ServedNode) -> JobOut:
    """Ask for the drift of a case; its progress stands with the case and at the same address."""
    return _job(cases.ask_drift(node, case_id), language_of(request))


@router.get("/{case_id}/drift")
def get_drift(case_id: str, request: Request, node: ServedNode) -> JobOut | None:
    """Say how far the drift of a case is; `null` when nobody asked for it."""
    job = cases.case(node, case_id).drift
    return None if job is None else _job(job, language_of(request))


@router.get("/{case_id}/files/{name}", response_class=FileResponse)
def get_file(case_id: str, name: str, node: ServedNode) -> FileResponse:
    """Return one output of a case."""
    return FileResponse(cases.output(node, case_id, name), headers={"x-content-type-options": "nosniff"})


def _case(view: cases.CaseView, words: Words, language: str) -> CaseOut:
    return CaseOut(
        id=view.case_id,
        badge=view.badge,
        badge_words=words.say(f"node-badge-{view.badge}"),
        opened_ms=view.opened_ms,
        document=view.document,
        files=list(view.files),
        drift=None if view.drift is None else _job(view.drift, language),
    )


def _job(job: Job, language: str) -> JobOut:
    problem = None if job.problem is None else ProblemOut.model_validate(problem_of(job.problem, language))
    return JobOut(job=job.job_id, kind=job.kind, state=job.state, done_permille=job.done_permille, problem=problem)
