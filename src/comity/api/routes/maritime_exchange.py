"""What leaves of the maritime picture through the release check, and what partners let out of theirs."""

from typing import Annotated

from fastapi import APIRouter, Query

from comity.api.maritime_release_models import (
    ArrivedPictureOut,
    ArrivedRecordOut,
    Item,
    PictureReleaseIn,
    PictureReleaseOut,
)
from comity.api.officers import Acting, must_be, office_of
from comity.api.served import CallersWords, ServedNode
from comity.exchange import TRANSFORMS
from comity.files.agreements import in_words
from comity.node.services import maritime_releases

router = APIRouter(prefix="/api/v1")

SHOWN = 2_000
"""Records shown of a release."""


@router.post("/agreements/{agreement_id}/maritime/releases")
def post_picture_release(
    agreement_id: str, body: PictureReleaseIn, node: ServedNode, words: CallersWords, acting: Acting
) -> PictureReleaseOut:
    """Release contacts or detections of a period (approver); `preview` says what would leave. A refusal is 403."""
    if not body.preview:
        must_be(acting, "approver")
    asked = maritime_releases.Asked(body.item, body.from_ms, body.until_ms, body.purpose)
    if body.preview:
        found = maritime_releases.preview(node, agreement_id, asked)
    else:
        found = maritime_releases.send(node, agreement_id, asked, office=office_of(acting, body.office))
    said = [each.said(found.rule) for each in TRANSFORMS.values()]
    return PictureReleaseOut(
        item=body.item,
        clause=found.rule.clause,
        rule=found.rule.id,
        sentences=[in_words(each, words) for each in said if each is not None],
        preview=body.preview,
        released=found.released,
        held=found.held,
        held_until_ms=found.held_until_ms,
        outside=found.outside,
        withheld=list(found.withheld),
        records=found.records[:SHOWN],
        positions=list(found.positions),
    )


@router.get("/maritime/received")
def get_received(
    node: ServedNode, item: Item, limit: Annotated[int, Query(ge=1, le=20_000)] = 5_000
) -> ArrivedPictureOut:
    """List what partners released to us of their picture and still let stand, the newest arrivals first."""
    records = [
        ArrivedRecordOut(
            agreement=each.agreement_id,
            party=each.party,
            rule=each.rule.id if each.rule else None,
            clause=each.rule.clause if each.rule else None,
            arrived_ms=each.arrived_ms,
            record=record,
        )
        for each, record in maritime_releases.arrived(node, item, limit=limit)
    ]
    return ArrivedPictureOut(item=item, now_ms=node.clock(), records=records)
