"""Seals of both parties in a paper that both signed: each seals the same bytes by the key of its own record.

The first seals the original as it was printed and hands the file over; the second finds in it the very bytes that it
prints itself, checks the first seal, and adds its own behind. A seal's certificate is self-signed over the key that
signs the party's record, so that it proves as much as the record does and nobody has to trust another key: a partner
or a court checks it by the keys that the cards and the annexes name. Instants are milliseconds since 1970.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.x509.oid import NameOID
from sqlalchemy import select

from comity.agreement import Agreement
from comity.ground import InvalidInput, Untrusted, parse_canonical, parse_instant
from comity.node.app import Holding, Node
from comity.node.cooperation_national import keep
from comity.node.partners import partner_keys, required_card
from comity.node.store import NATIONAL_FIELD

if TYPE_CHECKING:
    from comity.files.paper import Original, Paper, Seal

SERIAL_BYTES = 16
NEVER_ENDS = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
"""No end of its own (RFC 5280, 4.1.2.5): a key ends when both parties sign the annex that replaces it."""


@dataclass(frozen=True)
class SealedPaper:
    """A sealed original, and its seals in their order."""

    pdf: bytes
    seals: "tuple[Seal, ...]"


@dataclass(frozen=True)
class SealMade:
    """A seal of ours: whose original, the hash of the sealed file, which office had it made, when."""

    holder: str
    hash: str
    office: str
    at_ms: int


def seal_paper(
    node: Node, holding: Holding, paper: "Paper", original: "Original", brought: bytes | None
) -> SealedPaper:
    """Return an original with our seal behind all that was there.

    Parameters
    ----------
    brought
        The file that the partner sealed and handed over; None where we seal first.
    """
    from comity.files.paper import Sealer, seal_pdf, sealed, signature_places

    before = _plain(paper, original)
    if brought is not None and brought != before:
        check_sealed(node, holding, paper, original, brought)
        before = brought
    places = {each.party: each for each in signature_places(paper, original)}
    if not places:
        raise _nobody_signs(original)
    key = _own_key(holding)
    sealer = Sealer(node.party, key, certificate_of(holding.agreement, node.party, key))
    at_ms = node.clock()
    pdf = sealed(before, sealer, at_ms, places[node.party], seal_pdf(node.party, original, at_ms))
    return check_sealed(node, holding, paper, original, pdf)


def keep_made(node: Node, agreement_id: str, place: str, original: "Original", found: SealedPaper, office: str) -> None:
    """Keep at home which office had an original sealed, and what the file then was; `place` is a record and its paper.

    The rows stand beside the national fields of the records, under a name that no record has.
    """
    made = {original.holder: {"hash": f"sha256:{sha256(found.pdf).hexdigest()}"}}
    with node.store.writing() as connection:
        keep(connection, agreement_id, place, made, office=office, now_ms=node.clock())


def seals_made(node: Node, agreement_id: str, place: str) -> list[SealMade]:
    """Return the seals that our offices had made on a paper of a record, the oldest first."""
    rows = NATIONAL_FIELD.c
    query = select(NATIONAL_FIELD).filter_by(agreement_id=agreement_id, record=place).order_by(rows.change)
    with node.store.reading() as connection:
        found = connection.execute(query).all()
    return [SealMade(each.field, parse_canonical(each.value)["hash"], each.office, each.at_ms) for each in found]


def check_sealed(node: Node, holding: Holding, paper: "Paper", original: "Original", pdf: bytes) -> SealedPaper:
    """Return the seals of a file, or raise `Untrusted`: it must be this original, as we print it, sealed by the two."""
    from comity.files.paper import check_seals, seal_certificates

    if not pdf.startswith(_plain(paper, original)):
        raise Untrusted(
            "node.another_paper",
            "The file is not the paper {reference} of {holder}, with seals behind it.",
            why="it does not begin with the bytes that this node prints for that original",
            remedy="name the holder and the languages that it was made for, and see that both nodes print with the "
            "same versions (header X-Comity-Printed-With)",
            reference=original.reference,
            holder=original.holder,
        )
    keys = sealing_keys(node, holding)
    certificates = seal_certificates(pdf, lambda party, key: key in keys.get(party, ()))
    return SealedPaper(pdf, check_seals(pdf, certificates, node.clock()))


def sealing_keys(node: Node, holding: Holding) -> dict[str, frozenset[bytes]]:
    """Return the public keys of each party's record, past ones too: by the annexes or, before the first, the cards."""
    theirs = partner_keys(node, holding, required_card(node, holding.agreement.id))
    return {
        holding.card.party: frozenset(each.public_key for each in holding.keys.known_logs),
        holding.partner_id: frozenset(each.log.public_key for each in theirs),
    }


def certificate_of(agreement: Agreement, party: str, key: Ed25519PrivateKey) -> x509.Certificate:
    """Return the certificate of a party's seals under an agreement: always the same bytes for the same key."""
    ours = next(each for each in agreement.parties if each.id == party)
    mark = "EXAMPLE: " if agreement.example else ""
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, f"{mark}{ours.name.en}"[:64]),  # X.520: at most 64 letters
            x509.NameAttribute(NameOID.COMMON_NAME, f"{mark}comity {party}"),
        ]
    )
    public = key.public_key()
    serial = int.from_bytes(sha256(agreement.id.encode() + b"\0" + public.public_bytes_raw()).digest()[:SERIAL_BYTES])
    since_ms = parse_instant(f"{agreement.signed}T00:00:00Z")
    signs = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(public)
        .serial_number(serial >> 1 or 1)  # RFC 5280: positive, at most 20 bytes
        .not_valid_before(datetime.fromtimestamp(since_ms / 1000, UTC))
        .not_valid_after(NEVER_ENDS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(signs, critical=True)  # digital signature and non-repudiation, and nothing else
        .sign(key, None)
    )


def _plain(paper: "Paper", original: "Original") -> bytes:
    from comity.files.paper import original_pdf

    return original_pdf(paper, original)


def _own_key(holding: Holding) -> Ed25519PrivateKey:
    """Return the key that signs our record now; of two, while one follows another, the newer one."""
    return Ed25519PrivateKey.from_private_bytes(holding.keys.log_signers()[-1].seed)


def _nobody_signs(original: "Original") -> InvalidInput:
    return InvalidInput(
        "node.paper_without_seal",
        "The paper {reference} is not sealed: it has no place for signatures.",
        why="both sign at the end of minutes and decisions; an agenda or a report is signed by nobody",
        remedy="seal the minutes or the decision",
        reference=original.reference,
    )
