"""Offices: who may come in, and what each did."""

from typing import Annotated

from fastapi import APIRouter, Query

from comity.api.officers import Acting, must_be, office_of
from comity.api.served import ServedNode
from comity.api.session_models import ActOut, InvitationIn, InvitationOut, OfficeOut, RevocationIn
from comity.ground import InvalidInput
from comity.node import offices

router = APIRouter(prefix="/api/v1")


@router.get("/offices")
def get_offices(node: ServedNode, acting: Acting) -> list[OfficeOut]:
    """List the offices of this node, their roles, passkeys and open sessions; for operators and auditors."""
    must_be(acting, "operator", "auditor")
    return [OfficeOut(**{**each.__dict__, "roles": list(each.roles)}) for each in offices.offices(node)]


@router.post("/offices", status_code=201)
def post_office(body: InvitationIn, node: ServedNode, acting: Acting) -> InvitationOut:
    """Give an office its roles and a one-time code, shown this once; used to make a passkey."""
    if body.enters and acting.entered_by != "owner":
        raise InvalidInput(
            "api.owners_only",
            "Only the owner of the node folder makes a code that opens a session by itself.",
            why="such a code needs no passkey",
            remedy="make a code for a passkey, or use node.sock",
        )
    made = offices.invite(node, body.office, body.roles, enters=body.enters, made_by=office_of(acting, None))
    word = "enter" if made and body.enters else "enrol"
    return InvitationOut(
        office=made.office,
        roles=list(made.roles),
        code=made.code,
        path=f"/#/{word}/{made.code}",
        ends_ms=made.ends_ms,
    )


@router.post("/offices/revocations", status_code=201)
def post_revocation(body: RevocationIn, node: ServedNode, acting: Acting) -> list[OfficeOut]:
    """End an office's passkeys, codes, sessions and roles now."""
    offices.revoke(node, body.office, made_by=office_of(acting, None))
    return get_offices(node, acting)


@router.get("/acts")
def get_acts(
    node: ServedNode,
    acting: Acting,
    before: Annotated[int | None, Query(ge=0, lt=2**53)] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> list[ActOut]:
    """List what the offices did on this node, the newest first: which office, what, when, and the answer's status.

    For operators and auditors.
    """
    must_be(acting, "operator", "auditor")
    return [ActOut(**each.__dict__) for each in offices.acts(node, before=before, limit=limit)]
