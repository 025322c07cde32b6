"""Seals of cooperation: a paper that both signed, sealed by each party's node, and its seals checked."""

import base64
import binascii
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import APIRouter
from pydantic import Field

from comity.api.cooperation_models import Kind
from comity.api.models import Body, Hash, Office
from comity.api.officers import Acting, office_of
from comity.api.routes.cooperation_papers import SPOKEN, Record, durable, spoken_by
from comity.api.served import ServedNode
from comity.ground import InvalidInput
from comity.node.app import Holding, Node
from comity.node.cooperation import books
from comity.node.cooperation_papers import paper
from comity.node.cooperation_seals import SealedPaper, check_sealed, keep_made, seal_paper
from comity.node.cooperation_trial import check_approver

if TYPE_CHECKING:
    from comity.files.paper import Original, Paper

MOST_CHARACTERS = 3 * 1024 * 1024
"""Of a file in base64: a sealed paper takes some 0.3 MB, and a body may have 4 MB."""

Name = Literal["minutes", "decision"]
File = Annotated[str, Field(min_length=1, max_length=MOST_CHARACTERS, description="A PDF in base64.")]

router = APIRouter(prefix="/api/v1/agreements/{agreement_id}/cooperation")


class OriginalIn(Body):
    """Which original of a paper."""

    holder: Annotated[str | None, Field(pattern="^[A-Z]{2}$", description="Whose original; without, ours.")] = None
    languages: Annotated[
        str | None, Field(pattern=SPOKEN, description="The languages of each party's texts, such as DZ:ar+fr,US:en.")
    ] = None


class ToSealIn(OriginalIn):
    """An original to seal, and the file that the partner sealed before, where it did."""

    pdf: File | None = None
    office: Office | None = None


class ToCheckIn(OriginalIn):
    """An original, and the sealed file that should be it."""

    pdf: File


class SealOut(Body):
    """A seal that holds: whose, and when that party says that it sealed."""

    party: str
    sealed_ms: int


class SealsOut(Body):
    """The seals of a paper, in their order."""

    name: str = Field(description="A name for the file.")
    seals: list[SealOut]
    by_both: bool
    hash: Hash = Field(description="Of the sealed file.")


class SealedOut(SealsOut):
    """A sealed paper."""

    pdf: str = Field(description="The file in base64.")


@router.post("/records/{kind}/{record}/paper/{name}/seal", status_code=201)
def post_seal(
    agreement_id: str, kind: Kind, record: Record, name: Name, body: ToSealIn, node: ServedNode, acting: Acting
) -> SealedOut:
    """Seal an original with our key (approver): as printed, or behind the partner's seal in the file that it gave."""
    office, holding = office_of(acting, body.office), node.holding(agreement_id)
    check_approver(node, holding, office)
    made, kept = _paper(node, agreement_id, f"{kind}/{record}", name, body)
    found = seal_paper(node, holding, made, kept, None if body.pdf is None else _pdf(body.pdf))
    keep_made(node, agreement_id, f"{kind}/{record}/paper/{name}", kept, found, office)
    about = _about(holding, found, f"{record}-{name}-{kept.holder}-sealed.pdf")
    return SealedOut(**about, pdf=base64.b64encode(found.pdf).decode())


@router.post("/records/{kind}/{record}/paper/{name}/seals")
def post_seals(
    agreement_id: str, kind: Kind, record: Record, name: Name, body: ToCheckIn, node: ServedNode
) -> SealsOut:
    """Say who sealed a file, once it is the original that it should be and every seal in it holds."""
    holding, (made, kept) = node.holding(agreement_id), _paper(node, agreement_id, f"{kind}/{record}", name, body)
    found = check_sealed(node, holding, made, kept, _pdf(body.pdf))
    return SealsOut(**_about(holding, found, f"{record}-{name}-{kept.holder}-sealed.pdf"))


def _paper(node: Node, agreement_id: str, key: str, name: str, body: OriginalIn) -> "tuple[Paper, Original]":
    found = books(node, node.holding(agreement_id))
    speaks = spoken_by(body.languages)
    return paper(found, durable(found, key), name, holder=body.holder or node.party, speaks=speaks)


def _about(holding: Holding, found: SealedPaper, name: str) -> dict[str, Any]:
    return {
        "name": name,
        "seals": [SealOut(party=each.party, sealed_ms=each.sealed_ms) for each in found.seals],
        "by_both": {each.party for each in found.seals} == {each.id for each in holding.agreement.parties},
        "hash": f"sha256:{sha256(found.pdf).hexdigest()}",
    }


def _pdf(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise InvalidInput(
            "api.not_base64",
            "The file cannot be read.",
            why="it is not base64: {reason}",
            remedy="send the bytes of the PDF in base64",
            reason=str(error)[:100],
        ) from None
