"""Passkey ceremonies (WebAuthn level 3): a challenge goes out, the browser's answer is verified.

Every passkey is discoverable and verifies its user on the device (PIN, finger or face), so that nobody types a name
and no secret ever reaches this node. Challenges live in memory for five minutes and work once; a restart forgets them.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, options_to_json_dict
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from comity.ground import MS_PER_S, InvalidInput, Untrusted
from comity.node import act_evidence, offices
from comity.node.app import Node
from comity.node.offices import Passkey, Session

CHALLENGE_BYTES = 32
NAME_BYTES = 16
LAST_MS = 300 * MS_PER_S
MOST_OPEN = 1_000
NODE_NAME = "Comity"


@dataclass(frozen=True)
class Place:
    """Under which name and address the browser sees this node."""

    host: str
    origin: str


@dataclass(frozen=True)
class _Pending:
    challenge: bytes
    place: Place
    ends_ms: int
    office: str | None
    code: str | None
    act: dict[str, Any] | None = None


@dataclass(frozen=True)
class Begun:
    """A ceremony that was begun: its name, and the options for the browser."""

    ceremony: str
    options: dict[str, Any]
    ends_ms: int


class Ceremonies:
    """The ceremonies of a node that are not finished yet."""

    def __init__(self, node: Node) -> None:
        self._node, self._turn = node, threading.Lock()
        self._open: OrderedDict[str, _Pending] = OrderedDict()

    def begin_enrolment(self, place: Place, office: str, *, code: str | None) -> Begun:
        """Offer an office to make a passkey; `code` is used up only when the passkey was verified."""
        challenge = self._node.random(CHALLENGE_BYTES)
        options = generate_registration_options(
            rp_id=place.host,
            rp_name=f"{NODE_NAME} {self._node.party}",
            user_name=office,
            user_id=sha256(f"{self._node.party}/{office}".encode()).digest(),
            user_display_name=office,
            challenge=challenge,
            timeout=LAST_MS,
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
            ),
            exclude_credentials=[
                PublicKeyCredentialDescriptor(id=each) for each in offices.passkeys_of(self._node, office, place.host)
            ],
        )
        return self._keep(challenge, place, options_to_json_dict(options), office=office, code=code)

    def finish_enrolment(self, place: Place, ceremony: str, credential: dict[str, Any]) -> tuple[str, Session]:
        """Verify a new passkey, keep it, and open a session for its office."""
        pending = self._take(ceremony, place)
        if pending.office is None or pending.act is not None:
            raise _failed("the ceremony was begun for something else")
        try:
            found = verify_registration_response(
                credential=credential,
                expected_challenge=pending.challenge,
                expected_rp_id=place.host,
                expected_origin=place.origin,
                require_user_verification=True,
            )
        except act_evidence.FOREIGN as error:
            raise _failed(str(error)) from error
        key = Passkey(found.credential_id, pending.office, place.host, found.credential_public_key, found.sign_count)
        return offices.keep_passkey(self._node, key, code=pending.code)

    def begin_entry(self, place: Place) -> Begun:
        """Ask for a passkey of this node, whichever office's it is."""
        challenge = self._node.random(CHALLENGE_BYTES)
        options = generate_authentication_options(
            rp_id=place.host,
            challenge=challenge,
            timeout=LAST_MS,
            user_verification=UserVerificationRequirement.REQUIRED,
        )
        return self._keep(challenge, place, options_to_json_dict(options), office=None, code=None)

    def finish_entry(self, place: Place, ceremony: str, credential: dict[str, Any]) -> tuple[str, Session]:
        """Verify a passkey's signature and open a session for its office."""
        pending = self._take(ceremony, place)
        if pending.office is not None:
            raise _failed("the ceremony was begun for something else")
        known = offices.passkey(self._node, _credential_id(credential))
        if known is None or known.host != place.host:
            raise _failed("this node does not know the passkey")
        try:
            found = verify_authentication_response(
                credential=credential,
                expected_challenge=pending.challenge,
                expected_rp_id=place.host,
                expected_origin=place.origin,
                credential_public_key=known.public_key,
                credential_current_sign_count=known.sign_count,
                require_user_verification=True,
            )
        except act_evidence.FOREIGN as error:
            raise _failed(str(error)) from error
        return offices.enter_with_passkey(self._node, known, sign_count=found.new_sign_count)

    def begin_act(self, place: Place, office: str, act: dict[str, Any]) -> Begun:
        """Ask an office for its passkey under an act: the challenge is the hash of the act itself."""
        challenge = act_evidence.challenge_of(act)
        options = generate_authentication_options(
            rp_id=place.host,
            challenge=challenge,
            timeout=LAST_MS,
            allow_credentials=[
                PublicKeyCredentialDescriptor(id=each) for each in offices.passkeys_of(self._node, office, place.host)
            ],
            user_verification=UserVerificationRequirement.REQUIRED,
        )
        return self._keep(challenge, place, options_to_json_dict(options), office=office, code=None, act=act)

    def finish_act(self, place: Place, office: str, ceremony: str, credential: dict[str, Any]) -> dict[str, Any]:
        """Return the evidence that this office's passkey signed the act which was shown."""
        pending = self._take(ceremony, place)
        if pending.act is None or pending.office != office:
            raise _failed("the ceremony was begun for something else")
        known = offices.passkey(self._node, _credential_id(credential))
        if known is None or known.host != place.host or known.office != office:
            raise _failed("the passkey is not one of this office")
        evidence = act_evidence.evidence_of(
            pending.act,
            credential,
            host=place.host,
            origin=place.origin,
            public_key=bytes_to_base64url(known.public_key),
        )
        try:
            count = act_evidence.check_evidence(evidence, sign_count=known.sign_count)
        except Untrusted as error:
            raise _failed(error.sentence("why")) from error
        offices.count_signature(self._node, known, sign_count=count)
        return evidence

    def _keep(
        self,
        challenge: bytes,
        place: Place,
        options: dict[str, Any],
        *,
        office: str | None,
        code: str | None,
        act: dict[str, Any] | None = None,
    ) -> Begun:
        name, ends_ms = self._node.random(NAME_BYTES).hex(), self._node.clock() + LAST_MS
        with self._turn:
            self._open[name] = _Pending(challenge, place, ends_ms, office, code, act)
            while len(self._open) > MOST_OPEN:
                self._open.popitem(last=False)
        return Begun(name, options, ends_ms)

    def _take(self, ceremony: str, place: Place) -> _Pending:
        with self._turn:
            pending = self._open.pop(ceremony, None)
        if pending is None or pending.ends_ms <= self._node.clock() or pending.place != place:
            raise _failed("the ceremony is unknown, finished, or older than five minutes")
        return pending


def _credential_id(credential: dict[str, Any]) -> bytes:
    try:
        return base64url_to_bytes(credential["rawId"])
    except act_evidence.FOREIGN as error:
        raise _failed(str(error)) from error


def _failed(reason: str) -> InvalidInput:
    return InvalidInput(
        "node.passkey_failed",
        "The passkey was not accepted.",
        why="{reason}",
        remedy="begin again; if it fails once more, ask the node's operator for a new one-time code",
        reason=reason[:200],
    )
