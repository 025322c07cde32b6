"""Seals of both parties in one PDF: each valid after the other, seen at its place, and no changed byte unfound.

Authority: pyHanko's own validator of PAdES, and pypdf, which reads the sealed file as any reader would.
"""

import io
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from pypdf import PdfReader

from comity.files.paper import Sealer, check_seals, original_pdf, seal_certificates, seal_pdf, sealed, signature_places
from comity.ground import InvalidInput, Untrusted
from tests.files.paper import papers

AT_MS = 1_770_100_000_000
TRIALS = 60


def sealer(party: str, key: ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey) -> Sealer:
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, f"EXAMPLE {party}")])
    begins = datetime(2026, 1, 1, tzinfo=UTC)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=900))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, None if isinstance(key, ed25519.Ed25519PrivateKey) else hashes.SHA256())
    )
    return Sealer(party, key, certificate)


@cache
def sealers() -> dict[str, Sealer]:
    return {
        "DZ": sealer("DZ", ec.generate_private_key(ec.SECP256R1())),
        "US": sealer("US", ed25519.Ed25519PrivateKey.generate()),
    }


def known() -> dict[str, x509.Certificate]:
    return {party: each.certificate for party, each in sealers().items()}


@cache
def sealed_by(*parties: str) -> bytes:
    paper, original = papers.decision(), papers.original("DZ", algerian=("ar",))
    if not parties:
        return original_pdf(paper, original)
    *before, party = parties
    place = next(each for each in signature_places(paper, original) if each.party == party)
    return sealed(sealed_by(*before), sealers()[party], AT_MS, place, seal_pdf(party, original, AT_MS))


@pytest.mark.parametrize("order", [("DZ", "US"), ("US", "DZ")])
def test_two_seals_one_after_the_other_are_both_valid_and_say_when(order):
    assert [(seal.party, seal.sealed_ms) for seal in check_seals(sealed_by(*order), known(), AT_MS)] == [
        (party, AT_MS) for party in order
    ]
    assert sealed_by(*order).startswith(sealed_by(order[0])), "the second seal is added, and nothing before it changes"


def test_each_seal_is_seen_at_the_place_of_its_party_inside_the_page():
    page = PdfReader(io.BytesIO(sealed_by("DZ", "US"))).pages[0]
    fields = {str(each.get_object()["/T"]): each.get_object()["/Rect"] for each in page["/Annots"]}  # type: ignore[attr-defined]
    left = {name: float(box[0]) for name, box in fields.items()}
    assert left["Seal-US"] < left["Seal-DZ"], "Arabic signs on the right"
    for box in fields.values():
        assert 0 < float(box[1]) < float(box[3]) < page.mediabox.height


def test_one_changed_byte_anywhere_is_found():
    pdf, chance = sealed_by("DZ", "US"), random.Random(7)
    digits = pdf.rindex(b"/Contents <") + len(b"/Contents <")
    places = [chance.randrange(len(pdf)) for _ in range(TRIALS)] + [digits, digits + 7, digits + 9000, len(pdf) - 2]
    for place in places:
        changed = bytearray(pdf)
        changed[place] ^= 1 << chance.randrange(8)
        with pytest.raises(Untrusted):
            check_seals(bytes(changed), known(), AT_MS)


def test_digits_of_a_seal_in_another_case_are_found_though_they_mean_the_same():
    pdf = sealed_by("DZ", "US")
    start = pdf.rindex(b"/Contents <") + len(b"/Contents <")
    end = pdf.index(b">", start)
    with pytest.raises(Untrusted, match="digits of a seal"):
        check_seals(pdf[:start] + pdf[start:end].lower() + pdf[end:], known(), AT_MS)


def test_what_is_added_behind_the_seals_is_found():
    with pytest.raises(Untrusted):
        check_seals(sealed_by("DZ", "US") + b"\n% note\n", known(), AT_MS)


def test_a_paper_without_seals_or_with_a_stranger_s_is_not_believed():
    with pytest.raises(Untrusted, match="bears no seal"):
        check_seals(sealed_by(), known(), AT_MS)
    strange = {**known(), "US": sealer("US", ed25519.Ed25519PrivateKey.generate()).certificate}
    with pytest.raises(Untrusted):
        check_seals(sealed_by("DZ", "US"), strange, AT_MS)
    with pytest.raises(Untrusted, match="nobody's"):
        check_seals(sealed_by("DZ", "US"), {"DZ": known()["DZ"]}, AT_MS)


def deeper_than_any_reader_goes() -> bytes:
    plain = sealed_by()
    deep = plain + b"\n900 0 obj\n" + b"[" * 100_000 + b"\nendobj\n"
    place = len(deep)
    deep += b"xref\n900 1\n%010d 00000 n \ntrailer\n<</Size 901/Root 900 0 R>>\n" % (len(plain) + 1)
    return deep + b"startxref\n%d\n%%%%EOF" % place


def packed_otherwise_than_it_says() -> bytes:
    table = b"<</Type/XRef/Size 2/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/Length 50>>"
    return b"%PDF-1.7\n1 0 obj\n" + table + b"\nstream\n" + b"x" * 50 + b"\nendstream\nendobj\nstartxref\n9\n%%EOF"


@pytest.mark.parametrize("hostile", [deeper_than_any_reader_goes, packed_otherwise_than_it_says])
def test_hostile_bytes_are_refused_like_any_other(hostile: Callable[[], bytes]):
    with pytest.raises(Untrusted):
        check_seals(hostile(), known(), AT_MS)
    with pytest.raises(Untrusted):
        seal_certificates(hostile(), lambda *_: True)


def test_a_party_seals_once():
    paper, original = papers.decision(), papers.original("DZ", algerian=("ar",))
    (place, _) = signature_places(paper, original)
    with pytest.raises(InvalidInput, match="cannot be sealed"):
        sealed(sealed_by("US"), sealers()["US"], AT_MS, place, seal_pdf("US", original, AT_MS))
