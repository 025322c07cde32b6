"""Reminders of cooperation: the digests of our offices as they stand today."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from comity.api.models import Body
from comity.api.served import ServedNode
from comity.files.digests import digest_name
from comity.node.services.reminders import digests_of, text_of

router = APIRouter(prefix="/api/v1/agreements/{agreement_id}/cooperation")


class DigestOut(Body):
    """The reminders of one office: what is late, what falls due soon, which texts wait for our signature."""

    office: str
    name: str = Field(description="The name of its text file, the same all day.")
    late: int
    soon: int
    asked: int
    text: str = Field(description="Plain text in three languages.")


@router.get("/digests")
def get_digests(
    agreement_id: str,
    node: ServedNode,
    office: Annotated[str | None, Query(max_length=200, description="Only of this office.")] = None,
) -> list[DigestOut]:
    """List today's digests of our offices, as both durably hold the records."""
    holding = node.holding(agreement_id)
    return [
        DigestOut(
            office=each.office,
            name=digest_name(each),
            late=len(each.late),
            soon=len(each.soon),
            asked=len(each.asked),
            text=text_of(node, holding, each),
        )
        for each in digests_of(node, holding)
        if office in (None, each.office)
    ]
