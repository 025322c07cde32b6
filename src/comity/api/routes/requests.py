"""Ask and answer: questions drafted, sent, answered through the release check, declined with the article."""

from typing import Any

from fastapi import APIRouter

from comity.agreement import Agreement
from comity.api.officers import Acting, must_be, office_of
from comity.api.request_models import (
    AnswerIn,
    AnswerOut,
    DeclineIn,
    DraftActIn,
    PartOut,
    QuestionDraftIn,
    QuestionDraftOut,
    RequestOut,
    RequestsOut,
)
from comity.api.served import CallersWords, ServedNode
from comity.exchange import Held, Refusal, Released, Request
from comity.files.agreements import in_words
from comity.files.words import Words
from comity.node.app import Node
from comity.node.case_records import case_record
from comity.node.releasing import case_thing
from comity.node.services import requests

SENTENCES = {
    "sent": "node-request-sent",
    "answered": "node-request-answered",
    "partly": "node-request-partly",
    "declined": "node-request-declined",
    "lapsed": "node-request-lapsed",
}

router = APIRouter(prefix="/api/v1/agreements/{agreement_id}/requests")


@router.get("")
def get_requests(agreement_id: str, node: ServedNode, words: CallersWords) -> RequestsOut:
    """List our drafts and every request of both parties: what is open first, by due time."""
    return RequestsOut(
        agreement=agreement_id,
        now_ms=node.clock(),
        drafts=[_draft(node, agreement_id, each, words) for each in requests.drafts(node, agreement_id)],
        requests=listed(node, agreement_id, words),
    )


@router.post("/drafts", status_code=201)
def post_draft(
    agreement_id: str, body: QuestionDraftIn, node: ServedNode, words: CallersWords, acting: Acting
) -> QuestionDraftOut:
    """Keep a question as a draft, or change one; nothing is sent."""
    asks = body.model_dump(exclude={"request", "office", "about"})
    about = body.about.model_dump(exclude_none=True)
    office = office_of(acting, body.office)
    asked = {**asks, "about": about}
    made = requests.draft(node, agreement_id, asked, office=office, request_id=body.request)
    return _draft(node, agreement_id, made, words)


@router.post("/drafts/given-up", status_code=204)
def post_given_up(agreement_id: str, body: DraftActIn, node: ServedNode, acting: Acting) -> None:
    """Give a draft up; its number is not used again."""
    requests.give_up(node, agreement_id, body.request, office=office_of(acting, body.office))


@router.post("", status_code=201)
def post_request(
    agreement_id: str, body: DraftActIn, node: ServedNode, words: CallersWords, acting: Acting
) -> RequestOut:
    """Send a draft to the partner (approver)."""
    office = office_of(acting, body.office)
    return _request(node, agreement_id, requests.send(node, agreement_id, body.request, office=office), words)


@router.post("/answers")
def post_answer(agreement_id: str, body: AnswerIn, node: ServedNode, words: CallersWords, acting: Acting) -> AnswerOut:
    """Answer a request with cases of ours (approver), or say with `preview` what would leave; 403 when nothing may."""
    if not body.preview:
        must_be(acting, "approver")
    things = [case_thing(case_record(node, each)) for each in body.cases]
    if body.preview:
        found = requests.preview(node, agreement_id, body.request, things)
    else:
        office = office_of(acting, body.office)
        found = requests.answer(node, agreement_id, body.request, things, whole=body.whole, office=office)
    parts = [_part(each, words) for each in found.parts]
    return AnswerOut(preview=body.preview, answer=found.answer, parts=parts, position=found.position)


@router.post("/refusals")
def post_refusal(
    agreement_id: str, body: DeclineIn, node: ServedNode, words: CallersWords, acting: Acting
) -> RequestOut:
    """Decline a request under an article (approver); nothing else is said."""
    office = office_of(acting, body.office)
    found = requests.decline(node, agreement_id, body.request, body.article, office=office)
    return _request(node, agreement_id, found, words)


def listed(node: Node, agreement_id: str, words: Words) -> list[RequestOut]:
    """Return every request of an agreement as it goes out."""
    return [_request(node, agreement_id, each, words) for each in requests.standings(node, agreement_id)]


def _draft(node: Node, agreement_id: str, draft: requests.Draft, words: Words) -> QuestionDraftOut:
    asked = _question(node.holding(agreement_id).agreement, draft.request, words)
    return QuestionDraftOut(**asked, office=draft.office, changed_ms=draft.at_ms)


def _request(node: Node, agreement_id: str, found: requests.Standing, words: Words) -> RequestOut:
    asked = found.asked
    return RequestOut(
        **_question(node.holding(agreement_id).agreement, asked.request, words),
        agreement=agreement_id,
        hash=asked.hash,
        direction=found.direction,
        position=asked.position,
        sent_ms=asked.sent_ms,
        state=asked.state,
        sentence=words.say(SENTENCES[asked.state], article=asked.article or ""),
        received=found.received,
        open=found.is_open,
        late=found.late,
        article=asked.article,
        contents=list(asked.contents),
        late_contents=list(asked.late_contents),
        decided_ms=asked.decided_ms,
    )


def _question(agreement: Agreement, request: Request, words: Words) -> dict[str, Any]:
    titles = {each.id: each.title.in_language(words.language) for each in agreement.clauses}
    titles |= {each.id: each.title.in_language(words.language) for each in agreement.kinds}
    return {
        "request": request.id,
        "from_party": request.from_party,
        "to_party": request.to_party,
        "clause": request.clause,
        "clause_title": titles.get(request.clause, request.clause),
        "item": request.item,
        "item_title": titles.get(request.item, request.item),
        "about": dict(request.about),
        "from_ms": request.from_ms,
        "to_ms": request.to_ms,
        "purpose": request.purpose,
        "due_ms": request.due_ms,
    }


def _part(part: requests.Part, words: Words) -> PartOut:
    found = part.decision
    return PartOut(
        case=part.thing.subject,
        decision="released" if isinstance(found, Released) else "held" if isinstance(found, Held) else "refused",
        sentence=in_words(found.sentence, words),
        clause=found.article if isinstance(found, Refusal) else found.rule.clause,
        rule=found.rule_id if isinstance(found, Refusal) else found.rule.id,
        until_ms=found.until_ms if isinstance(found, Held) else None,
        before=dict(part.thing.record),
        after=found.record if isinstance(found, Released) else None,
    )
