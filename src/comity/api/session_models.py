"""What goes in and out of the session routes: one-time codes, passkeys (WebAuthn), sessions, offices.

Instants are milliseconds since 1970. WebAuthn options and answers are the JSON forms of WebAuthn level 3
(`PublicKeyCredential.parseCreationOptionsFromJSON`, `parseRequestOptionsFromJSON`, `toJSON`).
"""

from typing import Annotated, Any, Literal

from pydantic import Field

from comity.api.models import Body, Office

Role = Literal["drafter", "approver", "auditor", "operator"]
Code = Annotated[str, Field(min_length=8, max_length=64, description="A one-time code, hyphens and case ignored.")]
Ceremony = Annotated[str, Field(pattern="^[0-9a-f]{32}$", description="Names the ceremony that these options began.")]


class CodeIn(Body):
    """A one-time code as it was handed over."""

    code: Code


class EnrolmentIn(Body):
    """A one-time code; without one, the office that is signed in adds a passkey."""

    code: Code | None = None


class CeremonyOut(Body):
    """The options of a passkey ceremony, to be given to the browser as they are."""

    schema_: Literal["comity/ceremony/1"] = Field(default="comity/ceremony/1", serialization_alias="schema")
    ceremony: Ceremony
    options: dict[str, Any]
    ends_ms: int


class PasskeyIn(Body):
    """The browser's answer to a ceremony."""

    ceremony: Ceremony
    credential: dict[str, Any]


class SessionOut(Body):
    """Who is signed in; `office` is null when nobody is."""

    schema_: Literal["comity/session/1"] = Field(default="comity/session/1", serialization_alias="schema")
    office: str | None
    roles: list[Role]
    csrf: str | None = Field(description="To be sent as `X-Comity-CSRF` with everything that writes.")
    ends_ms: int | None
    entered_by: Literal["passkey", "code", "owner"] | None
    passkeys: int = Field(description="How many passkeys the office has under this name of the node.")
    party: str
    language: str


class InvitationIn(Body):
    """An office that shall get a one-time code, and its roles."""

    office: Office
    roles: Annotated[list[Role], Field(min_length=1, max_length=4)]
    enters: bool = Field(default=False, description="The code opens one session by itself; only the owner may ask it.")


class InvitationOut(Body):
    """A one-time code, shown once; `path` is the console's address that takes it."""

    office: str
    roles: list[Role]
    code: str
    path: str
    ends_ms: int


class OfficeOut(Body):
    """An office of this node: its roles, how many passkeys and open sessions it has."""

    office: str
    roles: list[Role]
    since_ms: int
    passkeys: int
    sessions: int
    last_entered_ms: int | None
    last_passkey_ms: int | None = Field(description="When it last came in by a passkey.")


class RevocationIn(Body):
    """The office whose passkeys, codes and sessions end now."""

    office: Office


class ActOut(Body):
    """One act: which office asked for what, when, and how it was answered."""

    act: int
    at_ms: int
    office: str
    method: str
    address: str
    status: int
    request: str
