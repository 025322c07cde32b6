"""What may leave, what left and what arrived."""

from typing import Literal

from fastapi import APIRouter

from comity.api.models import ExchangeOut, MovedOut, ReleaseIn, ReleaseOut
from comity.api.officers import Acting, must_be, office_of
from comity.api.request_models import CorrectedOut, CorrectIn, RecallIn
from comity.api.routes.accounts import FATES
from comity.api.served import CallersWords, ServedNode
from comity.exchange import Held, Refusal, Released
from comity.files.agreements import in_words
from comity.files.words import Words
from comity.node import erasures
from comity.node.both_logs import clause_of
from comity.node.case_things import thing_again, thing_of
from comity.node.services import corrections, exchange

router = APIRouter(prefix="/api/v1/agreements/{agreement_id}")


@router.post("/releases")
def post_release(
    agreement_id: str, body: ReleaseIn, node: ServedNode, words: CallersWords, acting: Acting
) -> ReleaseOut:
    """Release a case, plan or search (approver); `preview` says what would leave. A refusal names its article (403)."""
    if not body.preview:
        must_be(acting, "approver")
    thing = thing_of(node, body.item, body.case, body.which)
    if body.preview:
        answer = exchange.preview(node, agreement_id, thing, purpose=body.purpose)
    else:
        office = office_of(acting, body.office)
        answer = exchange.send(node, agreement_id, thing, purpose=body.purpose, office=office, expects=body.expects)
    return _release(answer, words, preview=body.preview)


@router.get("/exchange")
def get_exchange(agreement_id: str, node: ServedNode, words: CallersWords) -> ExchangeOut:
    """List what left under which rule, and what arrived."""
    holding = node.holding(agreement_id)
    gone = {"out": erasures.erased(node, agreement_id, "own"), "in": erasures.erased(node, agreement_id, "partner")}
    return ExchangeOut(
        agreement=agreement_id,
        moved=[
            MovedOut(
                direction=each.direction,
                position=each.position,
                item=each.manifest.item,
                rule=each.manifest.rule,
                clause=clause_of(holding, each.manifest),
                subject=each.subject,
                at_ms=each.manifest.at_ms,
                blob=each.manifest.blob,
                state=each.state,
                erased_ms=gone[each.direction].get(each.position),
                erased_under=holding.agreement.retention.clause,
                fate=each.fate.state,
                fate_words=words.say(FATES[each.fate.state]),
                fate_since_ms=each.fate.since_ms,
                fate_why=each.fate.why,
                replaced_by=each.fate.by,
            )
            for each in exchange.moved(node, agreement_id)
        ],
    )


@router.post("/corrections", status_code=201)
def post_correction(agreement_id: str, body: CorrectIn, node: ServedNode, acting: Acting) -> CorrectedOut:
    """Release a case, plan or search as it stands now in the stead of what left wrong (approver); both follow."""
    office = office_of(acting, body.office)
    wrong = corrections.sent(node, agreement_id, body.position, body.place)
    thing = thing_again(node, wrong.manifest.item, wrong.subject)
    position = corrections.correct(node, agreement_id, wrong, thing, why=body.why, office=office)
    return CorrectedOut(position=position)


@router.post("/recalls", status_code=201)
def post_recall(agreement_id: str, body: RecallIn, node: ServedNode, acting: Acting) -> CorrectedOut:
    """Withdraw what left (approver); both sides erase it, and its manifest stays."""
    office = office_of(acting, body.office)
    position = corrections.recall(node, agreement_id, body.position, place=body.place, why=body.why, office=office)
    return CorrectedOut(position=position)


def _release(answer: exchange.Answer, words: Words, *, preview: bool) -> ReleaseOut:
    found = answer.decision
    out = ReleaseOut(
        decision=_named(found),
        sentence=in_words(found.sentence, words),
        preview=preview,
        case=str(answer.before["case_id"]),
        clause=found.article if isinstance(found, Refusal) else found.rule.clause,
        rule=found.rule_id if isinstance(found, Refusal) else found.rule.id,
        reason=found.reason if isinstance(found, Refusal) else None,
        until_ms=found.until_ms if isinstance(found, Held) else None,
        keep_until_ms=None,
        before=answer.before,
        after=None,
        shown=answer.shown,
        position=answer.position,
        blob=answer.blob,
    )
    if isinstance(found, Released):
        out.after, out.keep_until_ms = found.record, found.keep_until_ms
    return out


def _named(found: Released | Held | Refusal) -> Literal["released", "held", "refused"]:
    if isinstance(found, Released):
        return "released"
    return "held" if isinstance(found, Held) else "refused"
