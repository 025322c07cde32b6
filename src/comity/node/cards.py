"""The public card of a party under one agreement: where its log is read and which keys sign it.

Cards are handed over by hand; both officers read the fingerprints to each other before they trust them. The keys of
both cards together are the annex that both parties sign in the series `keys`.
"""

import base64
import hashlib
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx
import orjson
from cryptography import x509
from jsonschema import Draft202012Validator

from comity.agreement import Agreement, Party
from comity.ground import InvalidInput, canonical
from comity.ledger import LOG_KEY, MIRROR_KEY, Signer, Verifier
from comity.node.keys import Keys

MOST_BYTES = 16_384
FINGERPRINT_GROUPS = 8

SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "comity/card/1",
    "type": "object",
    "additionalProperties": False,
    "required": ["schema", "party", "agreement", "agreement_hash", "origin", "log_key", "mirror_key", "url"],
    "properties": {
        "schema": {"const": "comity/card/1"},
        "party": {"type": "string", "pattern": "^[A-Z]{2}$"},
        "agreement": {"type": "string", "maxLength": 64},
        "agreement_hash": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
        "origin": {"type": "string", "maxLength": 128},
        "log_key": {"type": "string", "maxLength": 512},
        "mirror_key": {"type": "string", "maxLength": 512},
        "tls": {"type": "string", "pattern": "^[A-Za-z0-9+/]{64,4096}={0,2}$"},
        "url": {"type": "string", "pattern": "^https?://[^/?#@\\s]+/?$", "maxLength": 512},
    },
}


@dataclass(frozen=True)
class Card:
    """A party's keys under one agreement, and the address of its partner port."""

    party: str
    agreement: str
    agreement_hash: str
    origin: str
    log_key: str
    mirror_key: str
    url: str
    tls: str = ""
    """The certificate of the party's line, base64 of DER; empty for a node that was made without one."""

    @property
    def document(self) -> dict[str, Any]:
        """The card as the file holds it."""
        return {"schema": "comity/card/1", **{name: value for name, value in self.__dict__.items() if value}}

    @property
    def fingerprint(self) -> str:
        """128 bits of the hash of everything but the address, in groups of four digits, to be read aloud."""
        signed = {name: value for name, value in self.document.items() if name != "url"}
        digits = hashlib.sha256(canonical(signed)).hexdigest()
        return " ".join(digits[4 * group : 4 * group + 4] for group in range(FINGERPRINT_GROUPS))

    @property
    def log_verifier(self) -> Verifier:
        """The key of the party's log."""
        return Verifier.from_vkey(self.log_key)

    @property
    def mirror_verifier(self) -> Verifier:
        """The key of the party's receipts."""
        return Verifier.from_vkey(self.mirror_key)


def signers(party: Party, keys: Keys) -> tuple[Signer, Signer]:
    """Return what signs our log and what signs our receipts, under the names that the agreement gives them."""
    return Signer(party.origin, keys.log_seed), Signer(party.mirror, keys.mirror_seed, MIRROR_KEY)


def own_card(agreement: Agreement, agreement_hash: str, party: str, keys: Keys, *, url: str, tls: str = "") -> Card:
    """Return our card under an agreement."""
    ours = party_of(agreement, party)
    log, mirror = signers(ours, keys)
    vkeys = log.verifier.vkey, mirror.verifier.vkey
    return _checked(Card(party, agreement.id, agreement_hash, ours.origin, *vkeys, url, tls).document)


def read_card(data: bytes) -> Card:
    """Return a card from the bytes of its file, or raise `InvalidInput`."""
    try:
        document = orjson.loads(data) if len(data) <= MOST_BYTES else None
    except orjson.JSONDecodeError:
        document = None
    return _checked(document)


def check_partner(card: Card, agreement: Agreement, own: Card) -> None:
    """Raise `InvalidInput` unless a card is the partner's under the very agreement that our own card names."""
    if card.agreement_hash != own.agreement_hash or card.agreement != own.agreement:
        raise InvalidInput(
            "node.card_of_another_agreement",
            "The card belongs to another agreement.",
            why="it names {theirs}, and this node holds {ours}",
            remedy="compare the hashes of both files with `comity agreement hash` before you go on",
            theirs=card.agreement_hash,
            ours=own.agreement_hash,
        )
    if card.party == own.party or {card.log_key, card.mirror_key} & {own.log_key, own.mirror_key}:
        raise InvalidInput(
            "node.own_card",
            "This is our own card.",
            why="it names {party}, and so does this node; a party cannot be its own partner",
            remedy="enrol the card that the partner handed over",
            party=card.party,
        )
    party = party_of(agreement, card.party)
    names = (card.origin, card.log_verifier.name, card.mirror_verifier.name)
    kinds = (card.log_verifier.kind, card.mirror_verifier.kind)
    if names != (party.origin, party.origin, party.mirror) or kinds != (LOG_KEY, MIRROR_KEY):
        raise InvalidInput(
            "node.card_names_differ",
            "The keys of the card do not bear the names that the agreement gives to {party}.",
            why="the agreement names {origin} and {mirror}",
            remedy="ask the partner for a card made with `comity init` under this agreement",
            party=card.party,
            origin=party.origin,
            mirror=party.mirror,
        )


def party_of(agreement: Agreement, party: str) -> Party:
    """Return a party of the agreement, or raise `InvalidInput`."""
    for each in agreement.parties:
        if each.id == party:
            return each
    raise InvalidInput(
        "node.not_a_party",
        "{party} is not a party to {agreement}.",
        why="its parties are {parties}",
        remedy="name one of them",
        party=party,
        agreement=agreement.id,
        parties=", ".join(each.id for each in agreement.parties),
    )


def keys_annex(one: Card, other: Card) -> dict[str, Any]:
    """Return the annex of keys, the same on both nodes: parties in the order of their codes, no addresses."""
    first, second = sorted((one, other), key=lambda card: card.party)
    return {
        "schema": "comity/keys-annex/1",
        "agreement": one.agreement,
        "agreement_hash": one.agreement_hash,
        "parties": [
            {"party": card.party, "origin": card.origin, "log_key": card.log_key, "mirror_key": card.mirror_key}
            for card in (first, second)
        ],
    }


def _checked(document: Any) -> Card:
    flaw = next(iter(Draft202012Validator(SCHEMA).iter_errors(document)), None)
    if flaw is not None:
        raise _bad_card(flaw.message)
    try:
        _ = urlsplit(document["url"]).port
        httpx.Request("GET", document["url"])
        if document.get("tls"):
            x509.load_der_x509_certificate(base64.b64decode(document["tls"]))
    except (httpx.InvalidURL, ValueError) as error:  # no address, or no certificate: whoever used them would stumble
        raise _bad_card(str(error)) from error
    card = Card(**{name: value for name, value in document.items() if name != "schema"})
    for vkey in (card.log_key, card.mirror_key):
        Verifier.from_vkey(vkey)  # raises for a key that cannot be read
    return card


def _bad_card(reason: str) -> InvalidInput:
    return InvalidInput(
        "node.bad_card",
        "The file is not a party's card.",
        why="reading it as {schema} gives: {reason}",
        remedy="ask the partner for the file card.json that `comity init` wrote for this agreement",
        schema="comity/card/1",
        reason=reason[:200],
    )
