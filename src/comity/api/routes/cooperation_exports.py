"""Exports of cooperation in the standards of other houses, and whether the records hold together."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from comity.api.cooperation_models import ConsistencyOut, DeadClauseOut
from comity.api.cooperation_words import not_counted_out
from comity.api.served import CallersWords, ServedNode
from comity.node.cooperation import books
from comity.node.cooperation_checks import check
from comity.node.cooperation_exports import Audience, Publishing, iati, ocds

JSON, XML = "application/json", "application/xml"
_NAME = "^[A-Za-z0-9][A-Za-z0-9._-]*$"

router = APIRouter(prefix="/api/v1/agreements/{agreement_id}/cooperation")


@router.get("/exports/{standard}", response_class=Response, responses={200: {"content": {JSON: {}, XML: {}}}})
def get_export(
    agreement_id: str,
    standard: Literal["ocds", "iati"],
    node: ServedNode,
    audience: Annotated[Audience, Query(description="Whose rendering: what everybody may read, or both parties.")] = (
        "public"
    ),
    prefix: Annotated[
        str | None, Query(pattern=_NAME, max_length=64, description="The registered prefix of our OCDS processes.")
    ] = None,
    reporter: Annotated[
        str | None, Query(pattern=_NAME, max_length=64, description="Our registered reference as an IATI reporter.")
    ] = None,
) -> Response:
    """Show contract cases as OCDS 1.1.5, or initiatives as IATI 2.03, as both durably hold them."""
    holding = node.holding(agreement_id)
    reading = books(node, holding).of_agreed
    own = f"{node.party}-{agreement_id}"
    publishing = Publishing(audience, prefix or f"ocds-{own.lower()}", reporter or own)
    if standard == "ocds":
        return Response(ocds(holding, reading, publishing), media_type=JSON)
    return Response(iati(holding, reading, publishing), media_type=XML)


@router.get("/check")
def get_check(agreement_id: str, node: ServedNode, words: CallersWords) -> ConsistencyOut:
    """Check the records: sums counted anew, clauses of what is open still at work, acts that changed nothing."""
    found = check(node, node.holding(agreement_id))
    return ConsistencyOut(
        holds=found.holds,
        records=found.records,
        acts=found.acts,
        unreceipted=found.unreceipted,
        sums=list(found.sums),
        clauses=[DeadClauseOut(key=key, clause=clause) for key, clause in found.clauses],
        not_counted=[not_counted_out(each, words) for each in found.not_counted],
    )
