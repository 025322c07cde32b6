"""The exchange by disk, for whoever owns the folder, and the decision to go on without a partner that never answers.

On TCP nobody may use these (`officers.WRITERS` names none of them): they name folders of this machine.
"""

from pathlib import Path
from typing import Annotated, Literal

from fastapi import APIRouter
from pydantic import Field

from comity.api.models import Body
from comity.api.officers import Acting, office_of
from comity.api.served import ServedNode
from comity.node import couriers, recovery

router = APIRouter(prefix="/api/v1/agreements/{agreement_id}", include_in_schema=False)


class DiskIn(Body):
    """A folder of this machine, from its root on; on node.sock only."""

    folder: Annotated[str, Field(max_length=4096)]
    whole: bool = False


class CarriedOut(Body):
    """What was written or read."""

    schema_: Literal["comity/carried/1"] = Field(default="comity/carried/1", serialization_alias="schema")
    entries: int
    contents: int


class AloneIn(Body):
    """Who decides."""

    office: Annotated[str, Field(max_length=200)] | None = None


@router.post("/disk/export")
def post_export(agreement_id: str, body: DiskIn, node: ServedNode) -> CarriedOut:
    """Write onto a disk what the partner lacks."""
    made = couriers.export(node, agreement_id, Path(body.folder), whole=body.whole)
    return CarriedOut(entries=made.entries, contents=made.contents)


@router.post("/disk/import")
def post_import(agreement_id: str, body: DiskIn, node: ServedNode) -> CarriedOut:
    """Read what the partner left on a disk."""
    made = couriers.take_in(node, agreement_id, Path(body.folder))
    return CarriedOut(entries=made.entries, contents=made.contents)


@router.post("/alone", status_code=204)
def post_alone(agreement_id: str, body: AloneIn, node: ServedNode, acting: Acting) -> None:
    """Go on although the partner never said how much of our record it holds; kept with the office that decided."""
    recovery.go_on_alone(node, agreement_id, office=office_of(acting, body.office))
