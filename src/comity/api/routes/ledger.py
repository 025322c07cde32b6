"""The record for whoever trusts nobody: entries, and each with the proof that a browser verifies by itself."""

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query

from comity.api.page_models import EntriesOut, EntryOut, KeyChangeOut, ProofOut
from comity.api.served import ServedNode
from comity.node import entries
from comity.node.entries import in_base64

Log = Literal["own", "partner"]

router = APIRouter(prefix="/api/v1/agreements/{agreement_id}/logs/{log}/entries")


@router.get("")
def get_entries(
    agreement_id: str,
    log: Log,
    node: ServedNode,
    before: Annotated[int | None, Query(ge=0, lt=2**53, description="Only entries below this position.")] = None,
    limit: Annotated[int, Query(ge=1, le=10_000)] = 200,
) -> EntriesOut:
    """List the entries of our log (`own`) or of our copy of the partner's (`partner`), the newest first."""
    book, found = entries.lines(node, agreement_id, log, before=before, limit=limit)
    return EntriesOut(
        agreement=agreement_id,
        log=log,
        origin=book.origin,
        size=book.size,
        entries=[EntryOut(**each.__dict__) for each in found],
    )


@router.get("/{position}")
def get_entry(
    agreement_id: str, log: Log, position: Annotated[int, Path(ge=0, lt=2**53)], node: ServedNode
) -> ProofOut:
    """Return one entry with its inclusion proof, the signed head that it leads to, and the keys to check it with."""
    found = entries.proof(node, agreement_id, log, position)
    holding = node.holding(agreement_id)
    return ProofOut(
        agreement=agreement_id,
        log=log,
        position=position,
        leaf=in_base64(found.leaf),
        leaf_hash=in_base64(found.leaf_hash),
        size=found.size,
        root=in_base64(found.root),
        proof=[in_base64(each) for each in found.hashes],
        checkpoint=found.checkpoint.decode("utf-8"),
        origin=(holding.own if log == "own" else holding.copy).origin,
        log_key=found.log_key,
        mirror_key=found.mirror_key,
        receipt=None if found.receipt is None else found.receipt.decode("utf-8"),
        entry=found.said,
        key_changes=[KeyChangeOut(**each.__dict__ | {"head": each.head.decode("utf-8")}) for each in found.key_changes],
    )
