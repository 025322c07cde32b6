"""Signing in: one-time codes, passkeys, the session and its end."""

from fastapi import APIRouter, Request, Response

from comity.api.officers import COOKIE, Acting, check_place, place_of
from comity.api.served import ServedNode
from comity.api.session_models import CeremonyOut, CodeIn, EnrolmentIn, PasskeyIn, SessionOut
from comity.ground import MS_PER_S, InvalidInput
from comity.node import offices
from comity.node.app import Node
from comity.node.ceremonies import Begun, Ceremonies
from comity.node.offices import ROLES, Session

router = APIRouter(prefix="/api/v1/session")


@router.get("")
def get_session(request: Request, node: ServedNode) -> SessionOut:
    """Say who is signed in; without a session, `office` is null."""
    return _said(request, node, request.state.acting, request.cookies.get(COOKIE))


@router.post("/enter")
def post_code(body: CodeIn, request: Request, response: Response, node: ServedNode) -> SessionOut:
    """Open a session with a one-time code that was made for that, such as the link of the demonstration."""
    check_place(request, node)
    token, session = offices.enter_with_code(node, body.code)
    return _entered(request, response, node, token, session)


@router.post("/enrolment")
def post_enrolment(body: EnrolmentIn, request: Request, node: ServedNode) -> CeremonyOut:
    """Begin to make a passkey: with a one-time code, or for the office that is signed in."""
    place = check_place(request, node)
    acting: Session | None = request.state.acting
    if body.code is not None:
        office = offices.office_of_code(node, body.code, enters=False)
    elif acting is not None and acting.entered_by != "owner":
        office = acting.office
    else:
        raise _code_needed()
    return _begun(_ceremonies(request).begin_enrolment(place, office, code=body.code))


@router.post("/passkey")
def post_passkey(body: PasskeyIn, request: Request, response: Response, node: ServedNode) -> SessionOut:
    """Keep a new passkey, and open a session with it."""
    place = check_place(request, node)
    token, session = _ceremonies(request).finish_enrolment(place, body.ceremony, body.credential)
    return _entered(request, response, node, token, session)


@router.post("/challenge")
def post_challenge(request: Request, node: ServedNode) -> CeremonyOut:
    """Begin to sign in with a passkey."""
    return _begun(_ceremonies(request).begin_entry(check_place(request, node)))


@router.post("")
def post_session(body: PasskeyIn, request: Request, response: Response, node: ServedNode) -> SessionOut:
    """Sign in with a passkey."""
    place = check_place(request, node)
    token, session = _ceremonies(request).finish_entry(place, body.ceremony, body.credential)
    return _entered(request, response, node, token, session)


@router.delete("", status_code=204)
def delete_session(request: Request, response: Response, node: ServedNode, acting: Acting) -> None:
    """Sign out."""
    if acting.entered_by != "owner":
        offices.leave(node, request.cookies[COOKIE])
        response.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="strict")


def _ceremonies(request: Request) -> Ceremonies:
    found: Ceremonies = request.app.state.ceremonies
    return found


def _begun(begun: Begun) -> CeremonyOut:
    return CeremonyOut(ceremony=begun.ceremony, options=begun.options, ends_ms=begun.ends_ms)


def _entered(request: Request, response: Response, node: Node, token: str, session: Session) -> SessionOut:
    response.set_cookie(
        COOKIE,
        token,
        max_age=offices.SESSION_MS // MS_PER_S,
        path="/",
        secure=True,
        httponly=True,
        samesite="strict",
    )
    request.state.acting = session
    return _said(request, node, session, token)


def _said(request: Request, node: Node, session: Session | None, token: str | None) -> SessionOut:
    host = place_of(request, node).host
    return SessionOut(
        office=None if session is None else session.office,
        roles=[role for role in ROLES if session is not None and role in session.roles],
        csrf=None if session is None or token is None else offices.csrf_of(token),
        ends_ms=None if session is None else session.ends_ms,
        entered_by=None if session is None else session.entered_by,
        passkeys=0 if session is None else len(offices.passkeys_of(node, session.office, host)),
        party=node.party,
        language=node.settings.language,
    )


def _code_needed() -> InvalidInput:
    return InvalidInput(
        "api.code_needed",
        "A passkey is made with a one-time code.",
        why="nobody is signed in, and the request bears no code",
        remedy="ask the node's operator for a code, or sign in first",
    )
