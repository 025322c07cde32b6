"""Seals: the signatures of both parties inside a PDF, by PAdES, each in an increment of its own.

The second seal covers the first, so nothing may change between them but the second itself. A seal is seen at its
party's place (`signature_places`) and is checked here without any network: each certificate is given, none is fetched.

What a signature does not cover by itself is checked to the letter: the hexadecimal digits that hold it, and the zeros
behind it. So one changed byte anywhere in the file is found.
Sources: ETSI EN 319 142-1 (PAdES baseline B-B); ISO 32000-2, 12.8 (byte ranges).
"""

import io
import tempfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from asn1crypto import keys
from asn1crypto import x509 as asn1_x509
from asn1crypto.parser import peek
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from comity.files.paper.two_columns import SignaturePlace
from comity.ground import InvalidInput, Untrusted

_RESERVED_BYTES = 16_384
"""Room for one signature with its certificate; a B-B signature takes some 2,000."""

_FIELD = "Seal-"
"""What stands before a party's code in the name of the field that holds its seal."""


@dataclass(frozen=True)
class Sealer:
    """Who seals: the party, the key, and its certificate. The key leaves no trace but the signature."""

    party: str
    key: EllipticCurvePrivateKey | Ed25519PrivateKey
    certificate: x509.Certificate


_UNREADABLE = (
    *(PdfError, SignatureValidationError, zlib.error, RecursionError),
    *(ValueError, KeyError, TypeError, IndexError, AttributeError),
)
"""What the reader of PDFs raises for bytes that a stranger made."""


@dataclass(frozen=True)
class Seal:
    """A seal that was checked: whose it is, and when that party says that it sealed (milliseconds since 1970)."""

    party: str
    sealed_ms: int


def sealed(pdf: bytes, sealer: Sealer, at_ms: int, place: SignaturePlace, appearance: bytes) -> bytes:
    """Return a PDF with one more seal, added behind all that was there.

    Parameters
    ----------
    place
        The page and the box where the seal is seen.
    appearance
        A PDF of one page: what is seen there.
    """
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=True)
    field = _field(sealer.party)
    with tempfile.NamedTemporaryFile(suffix=".pdf") as page:
        page.write(appearance)
        page.flush()
        signer = _SignerAt(
            at_ms,
            PdfSignatureMetadata(field_name=field, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha512"),
            signer=_signer(sealer),
            stamp_style=StaticStampStyle.from_pdf_file(page.name, border_width=0),
            new_field_spec=SigFieldSpec(sig_field_name=field, on_page=place.page, box=place.box),
        )
        out = io.BytesIO()
        try:
            signer.sign_pdf(writer, output=out, bytes_reserved=_RESERVED_BYTES)
        except SigningError as error:
            raise InvalidInput(
                "files.cannot_be_sealed",
                "The paper cannot be sealed for {party}.",
                why="the seal cannot be added: {reason}",
                remedy="seal the original as it was made, once for each party",
                party=sealer.party,
                reason=str(error)[:200],
            ) from None
    return out.getvalue()


def check_seals(pdf: bytes, certificates: dict[str, x509.Certificate], at_ms: int) -> tuple[Seal, ...]:
    """Return the seals of a PDF in their order, or raise `Untrusted` for anything that was not sealed as it stands.

    Parameters
    ----------
    certificates
        The certificate of each party, known beforehand; the seal of another is not believed.
    at_ms
        The instant at which the certificates must be valid.
    """
    try:
        return _checked(pdf, certificates, at_ms)
    except _UNREADABLE as error:
        raise _broken(f"it cannot be read as a sealed PDF ({type(error).__name__})") from None


def seal_certificates(pdf: bytes, is_known: Callable[[str, bytes], bool]) -> dict[str, x509.Certificate]:
    """Return the certificate that each seal brings along, by party; what they prove is for `check_seals` to say.

    Parameters
    ----------
    is_known
        Whether a party has a public key (Ed25519, 32 bytes); a seal by a key that it has not raises `Untrusted`.
    """
    try:
        found = PdfFileReader(io.BytesIO(pdf), strict=True).embedded_regular_signatures
        brought = {
            str(each.field_name).removeprefix(_FIELD): x509.load_der_x509_certificate(each.signer_cert.dump())
            for each in found
        }
    except _UNREADABLE as error:
        raise _broken(f"it cannot be read as a sealed PDF ({type(error).__name__})") from None
    for party, certificate in brought.items():
        if not is_known(party, certified_key(certificate)):
            raise _broken("it bears a seal of nobody's")
    return brought


def certified_key(certificate: x509.Certificate) -> bytes:
    """Return the public key (Ed25519) that a certificate is for; nothing for a key of another kind."""
    key = certificate.public_key()
    return key.public_bytes_raw() if isinstance(key, Ed25519PublicKey) else b""


def _checked(pdf: bytes, certificates: dict[str, x509.Certificate], at_ms: int) -> tuple[Seal, ...]:
    found = PdfFileReader(io.BytesIO(pdf), strict=True).embedded_regular_signatures
    if not found:
        raise _broken("it bears no seal")
    parties = {_field(party): party for party in certificates}
    seals: list[Seal] = []
    for signature in reversed(found):  # the last covers the whole file, so it finds most changes, and quickly
        if signature.field_name not in parties:
            raise _broken("it bears a seal of nobody's")
        party = parties.pop(signature.field_name)
        _check_hexadecimal(pdf, signature)
        status = validate_pdf_signature(
            signature,
            signer_validation_context=_trusting(certificates[party], at_ms),
            key_usage_settings=KeyUsageConstraints(
                key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
            ),
        )
        is_last = not seals
        whole = SignatureCoverageLevel.ENTIRE_FILE if is_last else SignatureCoverageLevel.ENTIRE_REVISION
        if (
            not status.bottom_line
            or status.coverage < whole
            or status.modification_level > ModificationLevel.FORM_FILLING
        ):
            raise _broken(f"the seal of {party} does not cover it as it stands")
        seals.append(Seal(party, int(signature.self_reported_timestamp.timestamp() * 1000)))
    return tuple(reversed(seals))


def _check_hexadecimal(pdf: bytes, signature: Any) -> None:
    """Refuse a signature whose bytes stand in the file otherwise than they were written: it does not cover itself."""
    start, length, resume, _ = (int(each) for each in signature.byte_range)
    content = bytes(signature.pkcs7_content)
    written = b"<" + content.hex().upper().encode() + b">"
    if pdf[start + length : resume] != written or content[peek(content) :].strip(b"\0"):
        raise _broken("the digits of a seal were rewritten")


def _trusting(certificate: x509.Certificate, at_ms: int) -> ValidationContext:
    return ValidationContext(
        trust_roots=[_asn1(certificate)],
        allow_fetching=False,
        moment=datetime.fromtimestamp(at_ms / 1000, UTC),
        best_signature_time=datetime.fromtimestamp(at_ms / 1000, UTC),
    )


def _asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER))


def _signer(sealer: Sealer) -> SimpleSigner:
    key = sealer.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return SimpleSigner(
        signing_cert=_asn1(sealer.certificate),
        signing_key=keys.PrivateKeyInfo.load(key),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
    )


def _field(party: str) -> str:
    return _FIELD + party


class _SignerAt(PdfSigner):
    """A signer whose clock is an argument."""

    def __init__(self, at_ms: int, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._at = datetime.fromtimestamp(at_ms / 1000, UTC)

    def init_signing_session(self, *given: Any, **named: Any) -> PdfSigningSession:
        session = super().init_signing_session(*given, **named)
        session.system_time = self._at
        return session


def _broken(reason: str) -> Untrusted:
    return Untrusted(
        "files.seal_broken",
        "The paper is not what both parties sealed.",
        why="{reason}",
        remedy="ask the other party for its original, and compare both",
        reason=reason,
    )
