"""How fast paper is made: originals of minutes as PDF and DOCX, seals, and changed bytes found. `--json` for machines.

Minutes of ten items in three languages, their texts those of the example agreement; both originals, each as PDF and as
DOCX, made one after the other by a process that has made none before. Goal (design, section 8): two seconds. The time
that Python needs to load its modules is told apart, since a node loads them once.

The audit report of 100,000 items: as a table (CSV) where each item left alone, so a line for each; on paper (PDF) where
they left in 1,000 batches of a hundred, a line for each batch. Goal: five seconds for each.
`python benchmarks/paper.py`.
"""

import json
import os
import random
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

STARTED = time.perf_counter()

from cryptography import x509  # noqa: E402 - loading is measured
from cryptography.hazmat.primitives import hashes  # noqa: E402
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key  # noqa: E402

from comity.agreement import Text  # noqa: E402
from comity.files.agreements import check_texts, read_agreement_file  # noqa: E402
from comity.files.paper import (  # noqa: E402
    Assigned,
    Decided,
    Delegation,
    Minutes,
    MinutesItem,
    Original,
    Sealer,
    Side,
    Sitting,
    audit_csv,
    audit_pdf,
    check_seals,
    instrument,
    original_docx,
    original_pdf,
    seal_pdf,
    sealed,
    signature_places,
)
from comity.files.words import words  # noqa: E402
from comity.ground import Untrusted  # noqa: E402

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "algeria-usa-2025" / "memorandum.toml"
AT_MS = 1_770_100_000_000
HASH = "sha256:" + "5e" * 32
ITEMS = 10
GOAL_S = 2.0
AUDITED_ITEMS, BATCH = 100_000, 100
AUDIT_GOAL_S = 5.0


def main() -> None:
    """Measure and print."""
    found: dict[str, Any] = {"load_s": time.perf_counter() - STARTED, "load_average": os.getloadavg()[0]}
    minutes, originals = _minutes(), [_original(holder) for holder in ("DZ", "US")]
    start = time.perf_counter()
    made = [make(minutes, original) for original in originals for make in (original_pdf, original_docx)]
    found["two_originals_pdf_and_docx_first_s"] = time.perf_counter() - start
    start = time.perf_counter()
    again = [make(minutes, original) for original in originals for make in (original_pdf, original_docx)]
    found["two_originals_pdf_and_docx_again_s"] = time.perf_counter() - start
    found["same_bytes"] = made == again
    found["kilobytes"] = [round(len(each) / 1000) for each in made]
    found |= _seals(minutes, originals[0], made[0], trials=int(os.environ.get("COMITY_PAPER_TRIALS", "1000")))
    found |= _audit()
    if "--json" in sys.argv:
        print(json.dumps(found))
        return
    for name, value in found.items():
        print(f"{name:40} {value:.3f}" if isinstance(value, float) else f"{name:40} {value}")
    print(f"{'goal: first':40} {'met' if found['two_originals_pdf_and_docx_first_s'] <= GOAL_S else 'missed'}")
    slowest_s = max(found["audit_csv_of_100000_lines_s"], found["audit_pdf_of_1000_batches_s"])
    print(f"{'goal: audit report':40} {'met' if slowest_s <= AUDIT_GOAL_S else 'missed'}")


def _minutes() -> Minutes:
    file = read_agreement_file(EXAMPLE)
    texts = {name: path.read_text("utf-8") for name, path in check_texts(file).items()}
    articles = instrument(file.agreement, texts).articles[:ITEMS]
    group, place = file.agreement.groups[0].title, Text(ar="الجزائر العاصمة", en="Algiers", fr="Alger")
    return Minutes(
        Sitting(group, "3.2", file.agreement.title, AT_MS, AT_MS + 7_200_000, 60, place),
        tuple(Delegation(party.name, (group,)) for party in file.agreement.parties),
        tuple(
            MinutesItem(
                str(number),
                article.title,
                article.text,
                (Decided(f"D-2026-{number:03d}", article.title),),
                (Assigned(f"A-2026-{number:03d}", article.title, group, date(2026, 3, number)),),
            )
            for number, article in enumerate(articles, start=1)
        ),
    )


def _original(holder: str) -> Original:
    algeria, america = read_agreement_file(EXAMPLE).agreement.parties
    sides = (Side("DZ", algeria.name, ("ar", "fr")), Side("US", america.name, ("en",)))
    place = Text(ar="الجزائر العاصمة", en="Algiers", fr="Alger")
    return Original(holder, sides, "WG1-M-2026-01", date(2026, 2, 3), place, example=True)


def _seals(minutes: Minutes, original: Original, pdf: bytes, trials: int) -> dict[str, Any]:
    sealers = {party: _sealer(party) for party in ("DZ", "US")}
    known = {party: each.certificate for party, each in sealers.items()}
    start = time.perf_counter()
    for place in signature_places(minutes, original):
        pdf = sealed(pdf, sealers[place.party], AT_MS, place, seal_pdf(place.party, original, AT_MS))
    sealed_s = time.perf_counter() - start
    start = time.perf_counter()
    check_seals(pdf, known, AT_MS)
    checked_s = time.perf_counter() - start
    chance, unfound = random.Random(1), 0  # noqa: S311 - the same trials each time
    for _ in range(trials):
        changed = bytearray(pdf)
        changed[chance.randrange(len(pdf))] ^= 1 << chance.randrange(8)
        try:
            check_seals(bytes(changed), known, AT_MS)
            unfound += 1
        except Untrusted:
            continue
    return {"two_seals_s": sealed_s, "check_s": checked_s, "changed_bytes": trials, "not_found": unfound}


def _audit() -> dict[str, Any]:
    lines, batches = _report(AUDITED_ITEMS, 1), _report(AUDITED_ITEMS // BATCH, BATCH)
    start = time.perf_counter()
    audit_csv(lines)
    table_s = time.perf_counter() - start
    start = time.perf_counter()
    audit_pdf(batches, words("fr"))
    return {"audit_csv_of_100000_lines_s": table_s, "audit_pdf_of_1000_batches_s": time.perf_counter() - start}


def _report(count: int, items: int) -> dict[str, Any]:
    line = {
        "office": "EXAMPLE: rescue co-ordination centre",
        "agreement": HASH,
        "clause": "4.3",
        "rule": "4.3/sar-live",
        "item": "rescue.case",
        "items": items,
        "bytes": 345 * items,
        "content": HASH,
        "label": "DZ-US RELEASABLE TLP:AMBER",
        "form": ["Only these fields leave: case_id.", "At once."],
        "keep_until_ms": AT_MS + 7_776_000_000,
        "leaf_hash": HASH,
        "received": True,
        "fate": "stands",
        "fate_words": "Stands.",
    }
    rows = [{**line, "position": place, "at_ms": AT_MS + 1000 * place} for place in range(count)]
    about = {"agreement": "example", "agreement_hash": HASH, "origin": "dz.example/example", "root": HASH}
    return {**about, "example": True, "party": "DZ", "partner": "US", "size": count, "made_ms": AT_MS, "rows": rows}


def _sealer(party: str) -> Sealer:
    key, begins = generate_private_key(SECP256R1()), datetime(2026, 1, 1, tzinfo=UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, f"EXAMPLE {party}")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=900))
        .add_extension(x509.KeyUsage(True, True, False, False, False, False, False, False, False), critical=True)
        .sign(key, hashes.SHA256())
    )
    return Sealer(party, key, certificate)


if __name__ == "__main__":
    main()
