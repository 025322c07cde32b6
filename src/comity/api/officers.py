"""Who may do what on the house port: sessions, roles, and the checks that keep other web pages out.

`WRITERS` names every route that changes something with the roles that may use it; a writing route that it does not name
is refused to everybody. On `node.sock` the owner of the folder acts, under the name that the request gives.
"""

import base64
import binascii
import hmac
from collections.abc import Mapping
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends
from starlette.requests import HTTPConnection

from comity.api.served import ServedNode
from comity.ground import InvalidInput
from comity.node import offices
from comity.node.app import Node
from comity.node.ceremonies import Place
from comity.node.map_tokens import may_read
from comity.node.offices import OWNER, ROLES, Role, Session

READING = ("GET", "HEAD", "OPTIONS")

_A = "/api/v1/agreements/{agreement_id}"
_C = "/api/v1/cases/{case_id}"
_WATCH: tuple[Role, ...] = ("drafter", "approver", "operator")

OPEN = frozenset(
    {
        ("GET", "/healthz"),
        ("GET", "/readyz"),
        ("GET", "/metrics"),
        ("GET", "/api/v1/session"),
        ("POST", "/api/v1/session/enter"),
        ("POST", "/api/v1/session/enrolment"),
        ("POST", "/api/v1/session/passkey"),
        ("POST", "/api/v1/session/challenge"),
        ("POST", "/api/v1/session"),
        ("GET", f"{_A}/cooperation/calendar.ics"),
    }
)
"""Routes for whoever is not signed in yet; a calendar asks for a session or for its own token by itself."""

WRITERS: Mapping[tuple[str, str], tuple[Role, ...]] = {
    ("DELETE", "/api/v1/session"): ROLES,
    ("POST", "/api/v1/offices"): ("operator",),
    ("POST", "/api/v1/offices/revocations"): ("operator",),
    ("POST", "/api/v1/offices/successions"): ("operator",),
    ("POST", "/api/v1/alarms/acknowledgements"): _WATCH,
    ("POST", "/api/v1/maritime/reports"): (),
    ("POST", f"{_A}/partner"): ("operator",),
    ("POST", f"{_A}/pull"): _WATCH,
    ("POST", f"{_A}/resume"): ("operator",),
    ("POST", f"{_A}/texts"): ("drafter",),
    ("POST", f"{_A}/votes"): ("approver",),
    ("POST", f"{_A}/votes/challenge"): ("approver",),
    ("POST", f"{_A}/drafts"): ("drafter",),
    ("POST", f"{_A}/drafts/{{draft}}/end"): ("drafter",),
    ("POST", f"{_A}/notices"): ("approver",),
    ("POST", f"{_A}/stops"): ("approver", "operator"),
    ("POST", f"{_A}/releases"): ("drafter", "approver"),
    ("POST", f"{_A}/maritime/releases"): ("drafter", "approver"),
    ("POST", f"{_A}/corrections"): ("approver",),
    ("POST", f"{_A}/recalls"): ("approver",),
    ("POST", f"{_A}/requests/drafts"): ("drafter",),
    ("POST", f"{_A}/requests/drafts/given-up"): ("drafter",),
    ("POST", f"{_A}/requests"): ("approver",),
    ("POST", f"{_A}/requests/answers"): ("drafter", "approver"),
    ("POST", f"{_A}/requests/refusals"): ("approver",),
    ("POST", f"{_A}/cooperation/records/{{kind}}/{{record}}/acts"): ("drafter", "approver"),
    ("PUT", f"{_A}/cooperation/records/{{kind}}/{{record}}/national"): ("drafter", "approver"),
    ("POST", f"{_A}/cooperation/records/{{kind}}/{{record}}/paper/{{name}}/seal"): ("approver",),
    ("POST", f"{_A}/cooperation/records/{{kind}}/{{record}}/paper/{{name}}/seals"): ROLES,
    ("POST", f"{_A}/cooperation/templates"): ("approver",),
    ("POST", f"{_A}/cooperation/records"): ("approver",),
    ("POST", f"{_A}/cooperation/offices"): ("approver",),
    ("POST", f"{_A}/cooperation/office-titles"): ("approver",),
    ("POST", f"{_A}/cooperation/calendars"): ROLES,
    ("POST", f"{_A}/cooperation/calendars/ends"): ROLES,
    ("POST", "/api/v1/map-readers"): ROLES,
    ("POST", "/api/v1/map-readers/ends"): ROLES,
    ("POST", "/api/v1/cases"): ("drafter",),
    ("POST", "/api/v1/cases/check"): ("drafter",),
    ("POST", "/api/v1/cases/{case_id}/drift"): ("drafter",),
    ("POST", "/api/v1/cases/{case_id}/standing"): ("drafter", "approver"),
    ("PUT", "/api/v1/cases/{case_id}/on-scene"): ("drafter", "approver"),
    ("POST", "/api/v1/cases/{case_id}/notes"): _WATCH,
    ("POST", "/api/v1/cases/{case_id}/sitreps"): ("drafter", "approver"),
    ("POST", f"{_C}/custody"): ("drafter", "approver"),
    ("POST", f"{_C}/resources"): ("drafter", "approver"),
    ("POST", f"{_C}/resources/{{number}}/withdrawal"): ("approver",),
    ("PUT", f"{_C}/sections/{{section}}"): ("drafter",),
    ("POST", f"{_C}/plan"): ("drafter",),
    ("POST", f"{_C}/plans/try"): ("drafter",),
    ("PUT", f"{_C}/plans/b"): ("drafter",),
    ("DELETE", f"{_C}/plans/b"): ("drafter",),
    ("POST", f"{_C}/searches"): ("drafter",),
    ("DELETE", f"{_C}/searches/{{number}}"): ("drafter",),
    ("POST", f"{_C}/clues"): ("drafter",),
    ("DELETE", f"{_C}/clues/{{number}}"): ("drafter",),
}
"""Who may use each route that changes something. To sign with a text, to make a move of cooperation that
one party makes alone, and to release rather than preview, takes the role of approver besides."""

MAP = "/ogc"
"""What map programs read, which cannot sign in: by a session, or by a token of their own that opens nothing else."""

COOKIE = "__Host-comity"
"""Secure, host-only, path `/`: no other host and no plain connection beyond this machine can set or read it."""

CSRF_HEADER = "x-comity-csrf"


def place_of(connection: HTTPConnection, node: Node) -> Place:
    """Return the name and origin under which the browser sees this node: the setting's, or the host that it asked."""
    if node.settings.house_origin:
        return Place(urlsplit(node.settings.house_origin).hostname or "", node.settings.house_origin)
    return Place(connection.url.hostname or "", f"http://{connection.headers.get('host', '')}")


def is_near(host: str) -> bool:
    """Return whether browsers treat plain HTTP to this name as safe: it never leaves the machine.

    >>> [is_near(host) for host in ("dz.localhost", "localhost", "127.0.0.1", "node.example")]
    [True, True, False, False]
    """
    return host == "localhost" or host.endswith(".localhost")


def check_place(connection: HTTPConnection, node: Node) -> Place:
    """Return where the browser is, or refuse: signing in needs a name, and a connection that nobody can read."""
    place = place_of(connection, node)
    if not (place.origin.startswith("https://") or is_near(place.host)):
        raise InvalidInput(
            "api.insecure_origin",
            "Nobody can sign in at {origin}.",
            why="browsers keep passkeys and cookies safe only over HTTPS, or under a name such as dz.localhost",
            remedy="use a name that ends in .localhost, or set house.origin to the HTTPS address of this node",
            origin=place.origin[:200],
        )
    return place


def session_of(connection: HTTPConnection, node: Node) -> Session | None:
    """Return the open session that a connection's cookie names, or `None`."""
    token = connection.cookies.get(COOKIE)
    return None if token is None else offices.session(node, token)


def check_origin(connection: HTTPConnection, node: Node) -> None:
    """Refuse what another web page sends: the browser says where a request comes from."""
    origin = connection.headers.get("origin")
    if origin != place_of(connection, node).origin:
        raise InvalidInput(
            "api.foreign_origin",
            "This request comes from another page.",
            why="the browser names {origin} as its origin, which is not this node's console",
            remedy="use the console that this node serves",
            origin=(origin or "-")[:200],
        )


def admit(connection: HTTPConnection, node: ServedNode) -> None:
    """Let a request through when its session, its origin and its office's roles allow it."""
    if connection.scope["type"] != "http":
        return
    if connection.app.state.is_owners:
        connection.state.acting = Session(OWNER, frozenset(ROLES), "owner", None)
        return
    method = connection.scope["method"]
    key = ("GET" if method == "HEAD" else method, connection.scope["route"].path)
    if method not in READING:
        check_origin(connection, node)
    acting = session_of(connection, node)
    connection.state.acting = acting
    if key in OPEN:
        return
    if acting is None and method in READING and key[1].startswith(MAP) and may_read(node, _token_of(connection)):
        return
    if acting is None:
        raise not_signed_in()
    if method not in READING:
        _check_csrf(connection)
        must_be(acting, *WRITERS.get(key, ()))


def _token_of(connection: HTTPConnection) -> str:
    """Return the token that a program sends: as bearer, or as the password beside any name (RFC 6750, RFC 7617)."""
    scheme, _, sent = connection.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return sent.strip()
    if scheme.lower() != "basic":
        return ""
    try:
        return base64.b64decode(sent.strip(), validate=True).decode("utf-8").partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""


def must_be(acting: Session, *roles: Role) -> None:
    """Refuse an office that holds none of these roles."""
    if not acting.roles & set(roles):
        raise InvalidInput(
            "api.not_your_role",
            "{office} may not do this.",
            why="it takes one of these roles: {roles}",
            remedy="ask an office that holds one, or the node's operator",
            office=acting.office,
            roles=", ".join(roles) or "-",
        )


def office_of(acting: Session, said: str | None) -> str:
    """Return the office that acts: the session's, or on node.sock the one that the request names."""
    if acting.entered_by == "owner":
        return said or acting.office
    if said is not None and said != acting.office:
        raise InvalidInput(
            "api.another_office",
            "An office acts in its own name only.",
            why="{office} is signed in, and the request names {said}",
            remedy="leave the office out, or sign in as the other one",
            office=acting.office,
            said=said,
        )
    return acting.office


def _acting(connection: HTTPConnection) -> Session:
    acting: Session = connection.state.acting
    return acting


Acting = Annotated[Session, Depends(_acting)]
"""Who acts; the request was let through by `admit` before."""


def _check_csrf(connection: HTTPConnection) -> None:
    expected = offices.csrf_of(connection.cookies.get(COOKIE, ""))
    if not hmac.compare_digest(connection.headers.get(CSRF_HEADER, "").encode(), expected.encode()):
        raise InvalidInput(
            "api.csrf_missing",
            "The request does not bear its session's mark.",
            why="the header X-Comity-CSRF is missing or belongs to another session",
            remedy="read GET /api/v1/session again and send its csrf with everything that writes",
        )


def not_signed_in() -> InvalidInput:
    """Say that a request bears no open session."""
    return InvalidInput(
        "api.not_signed_in",
        "Nobody is signed in.",
        why="the request bears no open session",
        remedy="sign in with a passkey, or with a one-time code from the node's operator",
    )
