"""The situation reports of a case and its closing report: drafted, kept, printed in three languages."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Request, Response

from comity.api.bounded import part
from comity.api.officers import Acting, office_of
from comity.api.problems import language_of
from comity.api.served import CallersWords, ServedNode
from comity.api.sitrep_models import SectionOut, SitrepDraftOut, SitrepIn, SitrepOut
from comity.files.paper.sitrep_form import in_language, sitrep_sections, sitrep_title
from comity.files.words import Words, words
from comity.node.services import sitreps

PDF, TEXT = "application/pdf", "text/plain"
CaseId = Annotated[str, Path(max_length=200)]
Number = Annotated[int, Path(ge=1, lt=2**31)]
Language = Annotated[Literal["ar", "en", "fr"] | None, Query(description="Of the paper; the caller's where left out.")]

AT_ONCE = 20
"""Reports in one answer: about a megabyte, for each may hold what an office typed, section by section."""

router = APIRouter(prefix="/api/v1/cases/{case_id}")


@router.get("/sitreps")
def get_sitreps(
    case_id: CaseId,
    request: Request,
    response: Response,
    node: ServedNode,
    said: CallersWords,
    limit: Annotated[int, Query(ge=1, le=AT_ONCE, description="How many at once, at most.")] = AT_ONCE,
    after: Annotated[int, Query(ge=0, lt=2**31, description="Only those with a greater number.")] = 0,
) -> list[SitrepOut]:
    """List the situation reports of a case, oldest first. Where more follow, `Link` says where they begin."""
    found = sitreps.sitreps(node, case_id, after=after, most=limit + 1)
    return [_out(each, said) for each in part(found, limit, lambda each: int(each["number"]), request, response)]


@router.post("/sitreps", status_code=201)
def post_sitrep(case_id: CaseId, body: SitrepIn, node: ServedNode, said: CallersWords, acting: Acting) -> SitrepOut:
    """Keep the next situation report of a case: what the office gives, and what the node knows of the rest."""
    given = sitreps.Given(
        form=body.form,
        final=body.final,
        precedence=body.precedence,
        sender=body.sender,
        to=body.to,
        sections=body.sections,
        expects=body.expects,
    )
    return _out(sitreps.issue(node, case_id, given, office=office_of(acting, body.office)), said)


@router.get("/sitreps/draft")
def get_sitrep_draft(case_id: CaseId, node: ServedNode, said: CallersWords) -> SitrepDraftOut:
    """Show what the next situation report would say; nothing is kept."""
    found = sitreps.draft(node, case_id)
    return SitrepDraftOut(
        number=found.number,
        precedence=found.precedence,
        sender=in_language(found.sender, said),
        to=in_language(found.to, said),
        sections=_sections({"sections": found.sections}, said),
        digest=found.digest,
    )


@router.get("/sitreps/{number}", response_class=Response, responses={200: {"content": {PDF: {}, TEXT: {}}}})
def get_sitrep(
    case_id: CaseId,
    number: Number,
    request: Request,
    node: ServedNode,
    language: Language = None,
    form: Annotated[Literal["pdf", "txt"], Query(alias="format", description="A paper, or text for mail.")] = "pdf",
) -> Response:
    """Print a situation report: as PDF, or as plain text in lines of 69 characters for telex and mail."""
    from comity.files.paper.sitrep import sitrep_pdf, sitrep_text  # the typesetter, only for a paper

    report = sitreps.sitrep(node, case_id, number)
    said = words(language or language_of(request))
    if form == "txt":
        return _file(sitrep_text(report, said), f"{TEXT}; charset=utf-8", f"{case_id}-sitrep-{number}.txt")
    return _file(sitrep_pdf(report, said), PDF, f"{case_id}-sitrep-{number}.pdf")


@router.get("/report", response_class=Response, responses={200: {"content": {PDF: {}}}})
def get_report(case_id: CaseId, request: Request, node: ServedNode, language: Language = None) -> Response:
    """Print the closing report of a case, its log sheet and notes included: it is national."""
    from comity.files.paper.case_report import case_report_pdf  # the typesetter, only for a paper
    from comity.node.case_closing import case_report

    said = words(language or language_of(request))
    return _file(case_report_pdf(case_report(node, case_id, said), said), PDF, f"{case_id}-report.pdf")


def _file(data: bytes, media_type: str, name: str) -> Response:
    return Response(data, media_type=media_type, headers={"content-disposition": f'inline; filename="{name}"'})


def _out(report: Mapping[str, Any], said: Words) -> SitrepOut:
    return SitrepOut(
        key=str(report["number"]),
        case=report["case"],
        number=report["number"],
        title=sitrep_title(report, said),
        at_ms=report["at_ms"],
        office=report["office"],
        form=report["form"],
        final=report["final"],
        precedence=report["precedence"],
        sender=in_language(report["from"], said),
        to=in_language(report["to"], said),
        sections=_sections(report, said),
    )


def _sections(report: Mapping[str, Any], said: Words) -> list[SectionOut]:
    return [
        SectionOut.model_validate(
            {"letter": letter, "heading": heading, "text": text, "typed": "typed" in report["sections"][letter]}
        )
        for letter, heading, text in sitrep_sections(report, said)
    ]
