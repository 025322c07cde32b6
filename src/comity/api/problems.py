"""Errors on the wire: RFC 9457 problem documents, in the language that the caller asks for."""

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from comity.files.words import LANGUAGES, Words, words
from comity.ground import ComityError, InvalidInput, Refused, Untrusted

MEDIA_TYPE = "application/problem+json"
_BODY = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemOut"}}}
PROBLEMS: dict[int | str, dict[str, Any]] = {
    "4XX": {"description": "A refusal, or a request to be mended: a problem document (RFC 9457).", "content": _BODY},
    "5XX": {"description": "The node cannot do it now, or made a mistake: a problem document.", "content": _BODY},
}
"""What every operation answers instead of its good answer, for the OpenAPI document."""

NOT_FOUND = frozenset(
    {"node.unknown_agreement", "node.no_such_series", "node.no_such_case", "node.no_such_file", "api.no_such_page"}
    | {"node.no_such_entry", "node.no_such_hour", "node.no_drift_yet", "node.no_such_office", "node.no_such_alarm"}
    | {"node.no_such_evidence", "node.no_such_record", "node.no_such_subscription"}
    | {"node.no_such_paper", "node.no_such_map_reader", "node.no_such_sitrep"}
    | {"api.no_such_collection", "api.no_such_feature"}
    | {"node.no_such_vessel", "files.no_store"}
    | {"node.plan_not_kept", "node.no_such_report", "node.nothing_learnt"}
)
BAD_QUERY = frozenset({"api.unknown_parameter", "api.bad_parameter"})
"""What OGC API – Features wants answered with 400 (7.15.5, 7.15.8)."""

FORBIDDEN = frozenset(
    {"api.unknown_host", "api.foreign_origin", "api.csrf_missing", "api.not_your_role", "api.another_office"}
    | {"api.owners_only", "api.insecure_origin", "node.bad_code", "node.passkey_failed", "api.code_needed"}
)
NOT_SIGNED_IN = frozenset({"api.not_signed_in"})
CONFLICT = frozenset(
    {
        "node.already_signed",
        "node.card_changed",
        "node.case_exists",
        "node.case_is_busy",
        "node.nobody_listens",
        "node.not_frozen",
        "node.partner_not_asked",
        "node.plan_is_stale",
        "node.plan_needs_drift",
        "node.preview_outdated",
        "node.sitrep_outdated",
        "node.search_kept_already",
        "node.text_waits",
        "node.trial_is_busy",
    }
)
NO_ROOM = frozenset({"node.disk_full", "node.database_refuses", "files.not_written"})


def language_of(request: Request) -> str:
    """Return the first language of `Accept-Language` that Comity speaks, else the node's own."""
    for part in request.headers.get("accept-language", "").split(",")[:16]:
        language = part.partition(";")[0].strip()[:2].lower()
        if language in LANGUAGES:
            return language
    return str(getattr(request.app.state, "language", "en"))


def words_of(request: Request) -> Words:
    """Return the words of the caller's language."""
    return words(language_of(request))


def status_of(error: ComityError) -> int:
    """Return the HTTP status of an error."""
    if error.code in NOT_FOUND:
        return 404
    if error.code in BAD_QUERY:
        return 400
    if error.code in NO_ROOM:
        return 507
    if error.code in NOT_SIGNED_IN:
        return 401
    if error.code == "api.too_many_streams":
        return 503
    if isinstance(error, Refused) or error.code in FORBIDDEN:
        return 403
    if error.code in CONFLICT or not isinstance(error, InvalidInput | Untrusted):
        return 409
    return 422 if isinstance(error, InvalidInput) else 409


def problem_of(error: ComityError, language: str) -> dict[str, object]:
    """Return the body of a problem document."""
    said = words(language).error(error)
    body: dict[str, object] = {
        "type": f"urn:comity:error:{error.code}",
        "title": said["what"],
        "status": status_of(error),
        "detail": said["why"],
        "code": error.code,
        **said,
    }
    if isinstance(error, Refused):
        body["article"] = error.article
    return body


def answer_with(error: ComityError, request: Request, *, status: int | None = None) -> JSONResponse:
    """Return the problem as an answer, with the status of its kind or another."""
    language = language_of(request)
    status = status or status_of(error)
    body = {**problem_of(error, language), "status": status}
    return JSONResponse(body, status_code=status, media_type=MEDIA_TYPE, headers={"content-language": language})


def add_problems(app: FastAPI) -> None:
    """Let an application answer every error as a problem document."""

    @app.exception_handler(ComityError)
    def ours(request: Request, error: ComityError) -> JSONResponse:
        return answer_with(error, request)

    @app.exception_handler(Exception)
    def unexpected(request: Request, error: Exception) -> JSONResponse:
        return answer_with(
            InvalidInput(
                "api.own_mistake",
                "The node made a mistake of its own.",
                why="its program ended this request with {kind}",
                remedy="nothing was half written; tell the operator, whose journal names the place",
                kind=type(error).__name__,
            ),
            request,
            status=500,
        )

    @app.exception_handler(RequestValidationError)
    def malformed(request: Request, error: RequestValidationError) -> JSONResponse:
        first = error.errors()[0]
        return answer_with(
            InvalidInput(
                "api.malformed_request",
                "The request is malformed at {place}.",
                why="{reason}",
                remedy="see /api/v1/openapi.json for what this address takes",
                place=".".join(str(part) for part in first["loc"])[:200],
                reason=str(first["msg"])[:200],
            ),
            request,
        )

    @app.exception_handler(HTTPException)
    def unknown(request: Request, error: HTTPException) -> JSONResponse:
        return answer_with(
            InvalidInput(
                "api.no_such_page",
                "There is nothing at this address.",
                why="the node answers {status} to {method} here",
                remedy="see /api/v1/openapi.json for the addresses",
                status=error.status_code,
                method=request.method,
            ),
            request,
            status=error.status_code,
        )
