"""The log of a case in parts, and the notes that an office adds to it."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from comity.api.bounded import Limit, part
from comity.api.case_lines import FIRST_LINES, line_out
from comity.api.officers import Acting, office_of
from comity.api.page_models import LineOut, NoteIn
from comity.api.problems import language_of
from comity.api.served import CallersWords, ServedNode
from comity.node.pages import case_log
from comity.node.services import cases, notes

CaseId = Annotated[str, Path(max_length=200)]
AfterLine = Annotated[str | None, Query(max_length=64, description="Only what is older than the line of this key.")]

router = APIRouter(prefix="/api/v1/cases/{case_id}")


@router.get("/chronology")
def get_chronology(
    case_id: CaseId,
    request: Request,
    response: Response,
    node: ServedNode,
    words: CallersWords,
    limit: Limit = FIRST_LINES,
    after: AfterLine = None,
) -> list[LineOut]:
    """List what happened to a case, the newest first. Where more follow, `Link` says where they begin."""
    cases.case(node, case_id)
    found = case_log.lines(node, case_id, after=None if after is None else case_log.check_key(after))
    some = part(found, limit, lambda line: line.key, request, response)
    return [line_out(each, words, language_of(request)) for each in some]


@router.post("/notes", status_code=201)
def post_note(
    case_id: CaseId, body: NoteIn, request: Request, node: ServedNode, words: CallersWords, acting: Acting
) -> LineOut:
    """Keep a note in the log of a case, with the office's name; it never leaves this node."""
    kept = notes.note(node, case_id, body.text, office=office_of(acting, body.office))
    line = case_log.Line(kept.at_ms, "note", kept.office, kept.number, text=kept.text)
    return line_out(line, words, language_of(request))
