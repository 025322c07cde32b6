"""What an officer's passkey signed: the act itself; and the proof that a signature in the log was that very act.

The challenge of the passkey is the hash of the act in canonical form, so what is signed is what was shown. The evidence
stays at home, because an office's keys are a nation's own; the log commits to it through the entry's salt, which is the
first 16 bytes of SHA-256 over a secret opening and the evidence. So the form of the entry and the fold do not change,
and an auditor who is given the evidence and the opening can check both against the published log.
Sources: WebAuthn level 3, section 7.2; `reference/ledger.md`, section 7; `docs/decisions/0007-what-a-passkey-signs.md`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, insert, select
from webauthn import verify_authentication_response
from webauthn.helpers import base64url_to_bytes
from webauthn.helpers.exceptions import WebAuthnException

from comity.ground import InvalidInput, Refused, Untrusted, canonical, parse_canonical
from comity.ledger import SALT_BYTES
from comity.node.app import Holding, Node
from comity.node.store import ACT_EVIDENCE

ACT_SCHEMA = "comity/act/1"
EVIDENCE_SCHEMA = "comity/act-evidence/1"
OPENING_BYTES = 32
NONCE_BYTES = 16

FOREIGN = (WebAuthnException, ValueError, KeyError, TypeError, AttributeError)
"""What the library raises for an answer of any form; all of it means that nothing was proved."""


@dataclass(frozen=True)
class Kept:
    """The evidence of one signature in our log, with what opens the log's commitment to it."""

    position: int
    opening: bytes
    evidence: Mapping[str, Any]


def act_of(
    holding: Holding, *, series: str, parent: str, round: int, choice: str | None, office: str, nonce: str
) -> dict[str, Any]:
    """Return the act that an officer sees and signs: which answer, to which version, under which agreement."""
    return {
        "schema": ACT_SCHEMA,
        "agreement": holding.card.agreement,
        "agreement_hash": holding.hash,
        "party": holding.card.party,
        "office": office,
        "series": series,
        "parent": parent,
        "round": round,
        "choice": choice,
        "nonce": nonce,
    }


def challenge_of(act: Mapping[str, Any]) -> bytes:
    """Return what the passkey signs: the hash of the act's canonical bytes."""
    return sha256(canonical(act)).digest()


def evidence_of(
    act: Mapping[str, Any], credential: Mapping[str, Any], *, host: str, origin: str, public_key: str
) -> dict[str, Any]:
    """Return the evidence of an act, from the browser's answer; `public_key` is COSE in base64url."""
    try:
        answer = credential["response"]
        passkey = {
            "credential_id": credential["rawId"],
            "public_key": public_key,
            "host": host,
            "origin": origin,
            "client_data": answer["clientDataJSON"],
            "authenticator_data": answer["authenticatorData"],
            "signature": answer["signature"],
        }
    except FOREIGN as error:
        raise _not_genuine(type(error).__name__) from error
    return {"schema": EVIDENCE_SCHEMA, "act": dict(act), "passkey": passkey}


def check_evidence(evidence: Mapping[str, Any], *, sign_count: int = 0) -> int:
    """Return the passkey's new count, or raise `Untrusted`: its key signed exactly this act, and knew its user."""
    try:
        key = evidence["passkey"]
        found = verify_authentication_response(
            credential={
                "id": key["credential_id"],
                "rawId": key["credential_id"],
                "type": "public-key",
                "response": {
                    "clientDataJSON": key["client_data"],
                    "authenticatorData": key["authenticator_data"],
                    "signature": key["signature"],
                },
            },
            expected_challenge=challenge_of(evidence["act"]),
            expected_rp_id=key["host"],
            expected_origin=key["origin"],
            credential_public_key=base64url_to_bytes(key["public_key"]),
            credential_current_sign_count=sign_count,
            require_user_verification=True,
        )
    except FOREIGN as error:
        raise _not_genuine(str(error)) from error
    return found.new_sign_count


def committing_salt(evidence: Mapping[str, Any], opening: bytes) -> bytes:
    """Return the salt by which a signature's entry commits to its evidence."""
    return sha256(EVIDENCE_SCHEMA.encode() + b"\0" + opening + canonical(evidence)).digest()[:SALT_BYTES]


def check_may_sign(holding: Holding, evidence: Mapping[str, Any] | None) -> None:
    """Refuse to sign a real agreement without an officer's passkey; the EXAMPLE may be signed by whoever is let in."""
    if evidence is None and not holding.agreement.example:
        raise Refused(
            "node.passkey_needed",
            "Nothing was signed: {agreement} is signed with a passkey.",
            why="only the example may be signed without one, and Article {article} binds this one",
            remedy="sign in with your office's passkey, read the act, and sign that",
            agreement=holding.agreement.id,
            article=holding.agreement.limits.default_clause,
        )


def check_same_act(shown: Mapping[str, Any], now: Mapping[str, Any]) -> None:
    """Raise `InvalidInput` when the act that was shown is not the one that would be signed now."""
    changed = sorted(name for name in now if name != "nonce" and shown.get(name) != now[name])
    if changed:
        raise InvalidInput(
            "node.act_changed",
            "Nothing was signed: the act is not any more what was shown.",
            why="since then these parts of it changed: {changed}",
            remedy="read it again, and sign what it says now",
            changed=", ".join(changed),
        )


def keep(connection: Connection, agreement_id: str, position: int, opening: bytes, evidence: Mapping[str, Any]) -> None:
    """Keep the evidence of the signature at a position of our log, in the transaction that writes it."""
    values = {"agreement_id": agreement_id, "position": position, "opening": opening}
    connection.execute(insert(ACT_EVIDENCE).values(**values, evidence=canonical(evidence)))


def kept(node: Node, agreement_id: str, position: int) -> Kept:
    """Return the evidence of the signature at a position of our log, checked against the log, or raise."""
    query = select(ACT_EVIDENCE).filter_by(agreement_id=agreement_id, position=position)
    with node.store.reading() as connection:
        row = connection.execute(query).one_or_none()
    if row is None:
        raise InvalidInput(
            "node.no_evidence",
            "No passkey's evidence is kept for entry {position}.",
            why="it is no signature of ours, or the example was signed without a passkey",
            remedy="look at the entries of our log for the signatures",
            position=position,
        )
    found = Kept(row.position, row.opening, parse_canonical(row.evidence))
    (entry,) = node.holding(agreement_id).own.entries(position, position + 1)
    if parse_canonical(entry)["salt"] != committing_salt(found.evidence, found.opening).hex():
        raise _not_genuine("the log commits to another evidence")
    check_evidence(found.evidence)
    return found


def positions(node: Node, agreement_id: str) -> frozenset[int]:
    """Return the positions of our log whose signatures were given with a passkey."""
    with node.store.reading() as connection:
        query = select(ACT_EVIDENCE.c.position).filter_by(agreement_id=agreement_id)
        return frozenset(connection.execute(query).scalars())


def _not_genuine(reason: str) -> Untrusted:
    return Untrusted(
        "node.evidence_not_genuine",
        "The passkey's evidence does not hold.",
        why="{reason}",
        remedy="sign again; if old evidence fails, keep a copy of this folder and have it examined",
        reason=reason[:200],
    )
