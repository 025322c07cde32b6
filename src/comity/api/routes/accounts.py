"""The account per clause, the audit of what left (as JSON, CSV and PDF), and what waits for its batch."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from comity.api.request_models import (
    AccountLineOut,
    AccountOut,
    AuditOut,
    AuditRowOut,
    BatchesOut,
    GivenOut,
    WaitingOut,
)
from comity.api.served import CallersWords, ServedNode
from comity.exchange import Given
from comity.files.agreements import in_words
from comity.files.cells import csv_bytes
from comity.files.paper import audit_csv, audit_pdf
from comity.files.words import Words
from comity.node import batches
from comity.node.app import Node
from comity.node.cooperation import books
from comity.node.entries import in_base64
from comity.node.office_titles import OfficeTitles
from comity.node.services import accounts

FATES = {
    "stands": "node-fate-stands",
    "corrected": "node-fate-corrected",
    "recalled": "node-fate-recalled",
    "in_part": "node-fate-in_part",
}
CSV = "text/csv; charset=utf-8"
PDF = "application/pdf"
COUNTS = ("contents", "items", "bytes", "asked", "answered", "in_part", "declined", "unanswered")

Since = Annotated[int, Query(ge=0, lt=2**53, description="From this instant on, by our record's own time.")]
Until = Annotated[int | None, Query(ge=0, lt=2**53, description="Before this instant.")]

router = APIRouter(prefix="/api/v1/agreements/{agreement_id}")


@router.get("/account")
def get_account(agreement_id: str, node: ServedNode, words: CallersWords) -> AccountOut:
    """Show what each party gave, asked and answered, by clause and month; both nodes show the same figures."""
    found = accounts.accounts(node, agreement_id)
    clauses = node.holding(agreement_id).agreement.clauses
    titles = {each.id: each.title.in_language(words.language) for each in clauses}
    return AccountOut(
        agreement=agreement_id,
        parties=list(found.parties),
        entries=found.entries,
        lines=[
            AccountLineOut(
                clause=line.clause,
                clause_title=titles.get(line.clause, line.clause),
                month=line.month,
                parties=[_given(party, line.by_party[party]) for party in found.parties],
            )
            for line in found.lines
        ],
    )


@router.get("/account.csv", response_class=Response, responses={200: {"content": {"text/csv": {}}}})
def get_account_csv(agreement_id: str, node: ServedNode, words: CallersWords) -> Response:
    """Show the account as CSV: one line for each clause, month and party."""
    rows = [
        {"clause": line.clause, "month": line.month, **given.model_dump()}
        for line in get_account(agreement_id, node, words).lines
        for given in line.parties
    ]
    return _file(csv_bytes(rows, ("clause", "month", "party", *COUNTS)), CSV, f"account-{agreement_id}.csv")


@router.get("/audit")
def get_audit(
    agreement_id: str, node: ServedNode, words: CallersWords, since_ms: Since = 0, until_ms: Until = None
) -> AuditOut:
    """Show what left, under which clause, in which form, each line with its place in the signed record."""
    return audit_of(node, agreement_id, words, since_ms=since_ms, until_ms=until_ms)


@router.get("/audit.csv", response_class=Response, responses={200: {"content": {"text/csv": {}}}})
def get_audit_csv(
    agreement_id: str, node: ServedNode, words: CallersWords, since_ms: Since = 0, until_ms: Until = None
) -> Response:
    """Show the audit as CSV."""
    return _file(
        audit_csv(document_of(audit_of(node, agreement_id, words, since_ms=since_ms, until_ms=until_ms))),
        CSV,
        f"audit-{agreement_id}.csv",
    )


@router.get("/audit.pdf", response_class=Response, responses={200: {"content": {PDF: {}}}})
def get_audit_pdf(
    agreement_id: str, node: ServedNode, words: CallersWords, since_ms: Since = 0, until_ms: Until = None
) -> Response:
    """Show the audit as PDF in the caller's language."""
    found = audit_of(node, agreement_id, words, since_ms=since_ms, until_ms=until_ms)
    return _file(audit_pdf(document_of(found), words), PDF, f"audit-{agreement_id}.pdf")


@router.get("/batches")
def get_batches(agreement_id: str, node: ServedNode) -> BatchesOut:
    """List what waits for its batch, and when the next one leaves."""
    node.holding(agreement_id)
    return BatchesOut(
        agreement=agreement_id,
        next_ms=batches.next_batch_ms(node, agreement_id),
        waiting=[
            WaitingOut(subject=each.subject, item=each.kind, office=each.office, asked_ms=each.asked_ms)
            for each in batches.waiting(node, agreement_id)
        ],
    )


def audit_of(
    node: Node, agreement_id: str, words: Words, *, since_ms: int = 0, until_ms: int | None = None
) -> AuditOut:
    """Return the audit of an agreement in the reader's language."""
    found = accounts.audited(node, agreement_id, since_ms=since_ms, until_ms=until_ms)
    titles = books(node, node.holding(agreement_id)).titles
    return AuditOut(
        agreement=found.agreement,
        agreement_hash=found.hash,
        example=found.example,
        party=found.party,
        partner=found.partner,
        origin=found.origin,
        size=found.size,
        root=found.root,
        made_ms=found.made_ms,
        rows=[_row(each, titles, node.party, words) for each in found.rows],
    )


def document_of(audit: AuditOut) -> dict[str, Any]:
    """Return the audit as the document `comity/audit/1` that paper is made of."""
    return audit.model_dump(mode="json", by_alias=True)


def _row(row: accounts.AuditRow, titles: OfficeTitles, party: str, words: Words) -> AuditRowOut:
    line = row.line
    label = line.label
    return AuditRowOut(
        position=line.position,
        at_ms=line.at_ms,
        office=line.office,
        office_words=titles.said(party, line.office, words, before=line.position),
        agreement=line.agreement,
        clause=line.clause,
        rule=line.rule,
        item=line.item,
        items=line.items,
        bytes=line.bytes,
        content=line.content,
        label=None if label is None else f"{label.policy} {label.classification} TLP:{label.tlp}",
        form=[in_words(each, words) for each in line.form],
        keep_until_ms=line.keep_until_ms,
        leaf_hash=in_base64(row.leaf_hash),
        received=row.received,
        fate=row.fate.state,
        fate_words=words.say(FATES[row.fate.state]),
    )


def _given(party: str, given: Given) -> GivenOut:
    return GivenOut(party=party, **{name: getattr(given, name) for name in COUNTS})


def _file(data: bytes, media_type: str, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(data, media_type=media_type, headers=headers)
