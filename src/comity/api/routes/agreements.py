"""The node itself, its agreements and its partners."""

from importlib.metadata import version

from fastapi import APIRouter, Request

from comity.api.models import (
    AgreementOut,
    CardOut,
    ClauseOut,
    DirectionOut,
    EnrolIn,
    EnrolOut,
    HeadOut,
    NodeOut,
    PeerOut,
    ProblemOut,
    ResumeIn,
)
from comity.api.problems import language_of, problem_of
from comity.api.served import CallersWords, ServedNode
from comity.files.words import Words
from comity.ground import canonical
from comity.node import partners, peers
from comity.node.app import Holding, Node
from comity.node.cards import Card
from comity.node.record import at_work_or_none, is_agreed, records

router = APIRouter(prefix="/api/v1")


@router.get("/node")
def get_node(node: ServedNode) -> NodeOut:
    """Say whose node this is and what it holds."""
    return NodeOut(
        party=node.party,
        language=node.settings.language,
        version=version("comity"),
        now_ms=node.clock(),
        agreements=list(node.holdings),
    )


@router.get("/agreements")
def get_agreements(node: ServedNode, words: CallersWords) -> list[AgreementOut]:
    """List the agreements of this node."""
    return [_agreement(node, holding, words) for holding in node.holdings.values()]


@router.get("/agreements/{agreement_id}")
def get_agreement(agreement_id: str, node: ServedNode, words: CallersWords) -> AgreementOut:
    """Show one agreement: its hash, whether it is agreed by both, both cards, both logs, its clauses."""
    return _agreement(node, node.holding(agreement_id), words)


@router.post("/agreements/{agreement_id}/partner", status_code=201)
def post_partner(agreement_id: str, body: EnrolIn, node: ServedNode) -> EnrolOut:
    """Pin the partner's card; compare both fingerprints by voice."""
    node.holding(agreement_id)
    ours, theirs = partners.enrol(node, canonical(body.card), url=body.url)
    return EnrolOut(ours=_card(ours), theirs=_card(theirs))


@router.get("/peers")
def get_peers(request: Request, node: ServedNode, words: CallersWords) -> list[PeerOut]:
    """Say how the exchange with each partner stands, since when, and why."""
    return [_peer(node, each, words, language_of(request)) for each in node.holdings]


@router.get("/agreements/{agreement_id}/peer")
def get_peer(agreement_id: str, request: Request, node: ServedNode, words: CallersWords) -> PeerOut:
    """Say how the exchange under one agreement stands."""
    return _peer(node, node.holding(agreement_id).agreement.id, words, language_of(request))


@router.post("/agreements/{agreement_id}/pull")
def post_pull(agreement_id: str, request: Request, node: ServedNode, words: CallersWords) -> PeerOut:
    """Look at the partner's record now, instead of at the next turn."""
    peers.pull(node, agreement_id)
    return _peer(node, agreement_id, words, language_of(request))


@router.post("/agreements/{agreement_id}/resume")
def post_resume(agreement_id: str, body: ResumeIn, request: Request, node: ServedNode, words: CallersWords) -> PeerOut:
    """Try a direction again that a failed proof stopped; the evidence stays."""
    node.holding(agreement_id)
    peers.resume(node, agreement_id, body.direction)
    return _peer(node, agreement_id, words, language_of(request))


def _agreement(node: Node, holding: Holding, words: Words) -> AgreementOut:
    found = records(node, holding).agreed
    version = holding.version
    agreement, at_work = version.agreement, at_work_or_none(found, holding)
    receipt = partners.receipt_of(node, agreement.id)
    card = partners.partner_card(node, agreement.id)
    return AgreementOut(
        id=agreement.id,
        hash=version.hash,
        title=agreement.title.in_language(words.language),
        example=agreement.example,
        agreed=is_agreed(found, holding),
        partner=holding.partner_id,
        our_card=_card(holding.card),
        partner_card=None if card is None else _card(card),
        our_log=HeadOut(
            origin=holding.own.origin,
            size=holding.own.size,
            root=holding.own.root_text,
            receipted=receipt.size if receipt else 0,
        ),
        partner_log=HeadOut(
            origin=holding.copy.origin,
            size=holding.copy.size,
            root=holding.copy.root_text,
            receipted=holding.copy.size,
        ),
        clauses=[
            ClauseOut(
                id=clause.id,
                title=clause.title.in_language(words.language),
                starts=clause.starts,
                at_work=clause.id in at_work,
            )
            for clause in agreement.clauses
        ],
        domains=[each.id for each in agreement.domains],
    )


def _card(card: Card) -> CardOut:
    return CardOut(
        party=card.party,
        url=card.url,
        log_key=card.log_key,
        mirror_key=card.mirror_key,
        fingerprint=card.fingerprint,
    )


def _peer(node: Node, agreement_id: str, words: Words, language: str) -> PeerOut:
    card = partners.partner_card(node, agreement_id)
    return PeerOut(
        agreement=agreement_id,
        party=node.holding(agreement_id).partner_id,
        url=None if card is None else card.url,
        inward=_direction(partners.state_of(node, agreement_id, "in"), words, language),
        outward=_direction(partners.state_of(node, agreement_id, "out"), words, language),
    )


def _direction(found: partners.DirectionState | None, words: Words, language: str) -> DirectionOut:
    if found is None:
        return DirectionOut(state="unknown", since_ms=None, sentence=words.say("node-direction-unknown"), problem=None)
    problem = None if found.reason is None else ProblemOut.model_validate(problem_of(found.reason, language))
    sentence = words.say(f"node-direction-{found.state}")
    return DirectionOut(state=found.state, since_ms=found.since_ms, sentence=sentence, problem=problem)
