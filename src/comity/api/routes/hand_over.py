"""The hand-over of an administration, and who succeeds whom in office."""

from collections.abc import Mapping
from typing import cast

from fastapi import APIRouter

from comity.agreement import Owned, Text
from comity.api.act_models import HandOverOut, InForceOut, ItemKind, OpenItemOut, SuccessionIn
from comity.api.cooperation_words import in_three
from comity.api.officers import Acting, office_of
from comity.api.served import ServedNode
from comity.node import offices
from comity.node.pages import hand_over

router = APIRouter(prefix="/api/v1")


@router.get("/hand-over")
def get_hand_over(node: ServedNode) -> list[HandOverOut]:
    """Show what a change of administration takes over: in force, open with its owner, late, and owed by whom."""
    return [shown(each) for each in hand_over.hand_overs(node)]


@router.post("/offices/successions", status_code=201)
def post_succession(body: SuccessionIn, node: ServedNode, acting: Acting) -> list[HandOverOut]:
    """Let an office answer for what another began and left open."""
    offices.succeed(node, body.office, body.succeeds, made_by=office_of(acting, None))
    return get_hand_over(node)


def shown(each: hand_over.HandedOver) -> HandOverOut:
    """Return a hand-over as a body, for the wire and for the file that the command writes."""
    found = each.found
    return HandOverOut(
        agreement=each.agreement,
        party=found.party,
        at_ms=found.at_ms,
        version=each.version,
        in_force=[InForceOut(series=series, hash=identity) for series, identity in each.in_force],
        open=[_item(one, each.titles, late=one in found.late) for one in found.open],
        without_owner=len(found.without_owner),
    )


def _item(owned: Owned, titles: Mapping[str, Text], *, late: bool) -> OpenItemOut:
    item, title = owned.item, titles.get(owned.owner or "")
    return OpenItemOut(
        kind=cast(ItemKind, item.kind),
        subject=item.subject,
        office=item.office,
        owner=owned.owner,
        owner_title=None if title is None else in_three(title),
        due_ms=item.due_ms,
        owed_by=item.owed_by,
        late=late,
    )
