"""Texts, signatures, and where each series stands."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Path, Request

from comity.api.models import (
    ActToSignOut,
    EvidenceOut,
    SeriesOut,
    SignatureOut,
    SignedVoteIn,
    TextIn,
    TextOut,
    VersionOut,
    VoteIn,
)
from comity.api.officers import Acting, check_place, must_be, office_of
from comity.api.served import CallersWords, ServedNode
from comity.files.words import Words
from comity.ledger import document_hash
from comity.node import act_evidence
from comity.node.ceremonies import Ceremonies
from comity.node.services import acts

SENTENCES = {
    "tabled": "node-standing-tabled",
    "awaiting_us": "node-standing-us",
    "awaiting_partner": "node-standing-partner",
    "awaiting_receipt": "node-standing-receipt",
    "agreed": "node-standing-agreed",
    "void": "node-standing-void",
}

router = APIRouter(prefix="/api/v1/agreements/{agreement_id}")


@router.get("/series")
def get_series(agreement_id: str, node: ServedNode, words: CallersWords) -> list[SeriesOut]:
    """List every series of the agreement and where it stands."""
    return [_series(state, words) for state in acts.states(node, agreement_id)]


@router.get("/series/{name:path}")
def get_one_series(agreement_id: str, name: str, node: ServedNode, words: CallersWords) -> SeriesOut:
    """Show one series, such as `agreement`, `keys` or `decision/<id>`: its versions and who signed when."""
    return _series(acts.state(node, agreement_id, name), words)


@router.post("/texts", status_code=201)
def post_text(agreement_id: str, body: TextIn, node: ServedNode, words: CallersWords, acting: Acting) -> SeriesOut:
    """Put a text on the table, and sign it at once with `sign` (approver); the same text twice is one text."""
    if body.sign:
        must_be(acting, "approver")
    office = office_of(acting, body.office)
    state = acts.table(node, agreement_id, body.series, body.document, office=office, sign=body.sign)
    return _series(state, words)


@router.post("/votes/challenge")
def post_act(agreement_id: str, body: VoteIn, request: Request, node: ServedNode, acting: Acting) -> ActToSignOut:
    """Show the act that the office would sign, and ask for its passkey under exactly that."""
    place, office = check_place(request, node), office_of(acting, body.office)
    act = acts.act_to_sign(node, agreement_id, body.series, body.choice, office=office)
    begun = _ceremonies(request).begin_act(place, office, act)
    return ActToSignOut(
        act=act,
        hash=document_hash(act),
        ceremony=begun.ceremony,
        options=begun.options,
        ends_ms=begun.ends_ms,
    )


@router.post("/votes", status_code=201)
def post_vote(
    agreement_id: str, body: SignedVoteIn, request: Request, node: ServedNode, words: CallersWords, acting: Acting
) -> SeriesOut:
    """Sign the text of this hash, for good; `null` turns the open version down."""
    office, evidence = office_of(acting, body.office), None
    if body.passkey is not None:
        place = check_place(request, node)
        evidence = _ceremonies(request).finish_act(place, office, body.passkey.ceremony, body.passkey.credential)
    state = acts.sign(node, agreement_id, body.series, body.choice, office=office, evidence=evidence)
    return _series(state, words)


@router.get("/evidence/{position}")
def get_evidence(
    agreement_id: str, position: Annotated[int, Path(ge=0, lt=2**53)], node: ServedNode, acting: Acting
) -> EvidenceOut:
    """Give an auditor what an officer's passkey signed, and what opens the log's commitment to it."""
    must_be(acting, "auditor")
    found = act_evidence.kept(node, agreement_id, position)
    return EvidenceOut(position=found.position, opening=found.opening.hex(), evidence=dict(found.evidence))


def _ceremonies(request: Request) -> Ceremonies:
    found: Ceremonies = request.app.state.ceremonies
    return found


def _series(state: acts.SeriesState, words: Words) -> SeriesOut:
    return SeriesOut(
        name=state.name,
        standing=state.standing,
        sentence=words.say(SENTENCES[state.standing]),
        agreed=[TextOut(**asdict(text)) for text in state.agreed],
        tabled=[TextOut(**asdict(text)) for text in state.tabled],
        versions=[
            VersionOut(
                number=each.number,
                outcome=each.outcome,
                agreed=each.agreed,
                signatures=[SignatureOut(**asdict(signature)) for signature in each.signatures],
            )
            for each in state.versions
        ],
    )
