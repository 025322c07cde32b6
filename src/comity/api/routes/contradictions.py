"""What contradicts a record of an agreement: listed, and each kept file as it is."""

from typing import Annotated

from fastapi import APIRouter, Path, Response

from comity.api.officers import Acting, must_be
from comity.api.page_models import ContradictionOut
from comity.api.served import CallersWords, ServedNode
from comity.node import evidence
from comity.node.evidence import Part
from comity.node.offices import Role

READERS: tuple[Role, ...] = ("auditor", "approver", "operator")

router = APIRouter(prefix="/api/v1/agreements/{agreement_id}/contradictions")


@router.get("")
def get_contradictions(
    agreement_id: str, node: ServedNode, words: CallersWords, acting: Acting
) -> list[ContradictionOut]:
    """List what was kept as evidence, the newest first; for auditors, approvers and the operator."""
    must_be(acting, *READERS)
    return [
        ContradictionOut(
            number=each.number,
            direction=each.direction,
            found_ms=each.found_ms,
            code=each.reason.code,
            sentence=words.error(each.reason)["what"],
            files=each.files,
        )
        for each in evidence.evidence(node, agreement_id)
    ]


@router.get(
    "/{number}/{part}",
    response_class=Response,
    responses={200: {"content": {"application/octet-stream": {}}}},
)
def get_part(
    agreement_id: str, number: Annotated[int, Path(ge=0, lt=2**53)], part: Part, node: ServedNode, acting: Acting
) -> Response:
    """Return a kept file: the head that was trusted, the one that was offered, or the file that does not fit it."""
    must_be(acting, *READERS)
    name, data = evidence.read_part(node, agreement_id, number, part)
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(data, media_type="application/octet-stream", headers=headers)
