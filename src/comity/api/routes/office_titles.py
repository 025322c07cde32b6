"""What the offices of both parties are called in three languages: every page reads it, a party says it of its own."""

from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import Field

from comity.agreement import TITLES_MOST
from comity.api.cooperation_models import InThreeOut
from comity.api.cooperation_words import in_three
from comity.api.models import Body, Office
from comity.api.officers import Acting, office_of
from comity.api.served import ServedNode
from comity.node.cooperation_given import given
from comity.node.services import cooperation

router = APIRouter(prefix="/api/v1/agreements/{agreement_id}/cooperation")

SHOWN_MOST = 2_000
"""Titles of each party in one answer, the newest: more offices than a ministry names."""


class TitleIn(Body):
    """What an office is called; the three are one line each, without hidden signs."""

    office: Annotated[str, Field(min_length=1, max_length=200, description="As acts and records name it.")]
    title: InThreeOut


class TitlesIn(Body):
    """Titles of our own offices: from their place in our log on."""

    titles: Annotated[list[TitleIn], Field(min_length=1, max_length=TITLES_MOST)]
    office: Office | None = None


class OfficeTitleOut(Body):
    """What an office is called from a place in its party's log on; a later one of the same office replaces it."""

    party: str
    office: str
    title: InThreeOut
    position: int


@router.get("/office-titles")
def get_office_titles(agreement_id: str, node: ServedNode) -> list[OfficeTitleOut]:
    """List what each party calls its offices, the oldest title first; who may sign is another matter."""
    holding = node.holding(agreement_id)
    return [
        OfficeTitleOut(party=party.id, office=each.office, title=in_three(each.title), position=each.place)
        for party, found in zip(holding.agreement.parties, given(holding), strict=True)
        for each in found.titles(found.size)[-SHOWN_MOST:]
    ]


@router.post("/office-titles", status_code=201)
def post_office_titles(agreement_id: str, body: TitlesIn, node: ServedNode, acting: Acting) -> list[OfficeTitleOut]:
    """Say in our log what our own offices are called (approver); what is so already is not said again."""
    titles: list[dict[str, Any]] = [each.model_dump() for each in body.titles]
    cooperation.give_office_titles(node, agreement_id, titles, office=office_of(acting, body.office))
    return get_office_titles(agreement_id, node)
