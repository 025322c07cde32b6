"""What awaits a signature and what it changes; versions of the agreement; drafts, notices and stops."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import cast

from fastapi import APIRouter, Request

from comity.agreement import Difference, Sentence, Text, differences, read_amendment, rule_sentences
from comity.api.act_models import (
    ApprovalOut,
    AwaitingOut,
    DifferenceOut,
    FieldChangeOut,
    GivenNoticeOut,
    GiveUpIn,
    MoveOnRecordOut,
    NewKeysOut,
    NoticeIn,
    NoticesOut,
    OpenTextOut,
    PastVersionOut,
    RewordedOut,
    SignedOut,
    StopIn,
    StopOut,
    TextDraftIn,
    TextDraftOut,
    VersionsOut,
    WiderOut,
)
from comity.api.models import ProblemOut
from comity.api.officers import Acting, office_of
from comity.api.page_models import RuleOut, WordsOut
from comity.api.problems import language_of, problem_of
from comity.api.routes.acts import SENTENCES
from comity.api.served import CallersWords, ServedNode
from comity.files.agreements import in_words
from comity.files.words import Words
from comity.ground import InvalidInput
from comity.node import release_approvals
from comity.node.app import Node
from comity.node.cooperation_texts import MoveOnRecord
from comity.node.pages import inbox
from comity.node.pages.articles import Reworded, reworded
from comity.node.record import AGREEMENT, Records, records
from comity.node.services import drafts, notices
from comity.node.wordings import LANGUAGES

router = APIRouter(prefix="/api/v1/agreements/{agreement_id}")


@router.get("/awaiting")
def get_awaiting(agreement_id: str, request: Request, node: ServedNode, words: CallersWords) -> list[AwaitingOut]:
    """List every open version, ours to sign first: its texts, what they change, and what will leave by them."""
    return [
        AwaitingOut(
            agreement=each.agreement,
            series=each.series,
            standing=each.standing,
            sentence=words.say(SENTENCES[each.standing]),
            round=each.round,
            turn=each.turn,
            in_force=each.in_force,
            texts=[_text(text, words, language_of(request)) for text in each.texts],
            signed=[SignedOut(**asdict(one)) for one in each.signed],
        )
        for each in inbox.inbox(node, agreement_id)
    ]


@router.get("/approvals")
def get_approvals(agreement_id: str, node: ServedNode) -> list[ApprovalOut]:
    """List what an office approved and what waits for the approval of another before it leaves."""
    return [ApprovalOut(**asdict(each)) for each in release_approvals.pending(node, agreement_id)]


@router.get("/versions")
def get_versions(agreement_id: str, node: ServedNode) -> VersionsOut:
    """List every version of the agreement that both signed, with what each changed; every one stays readable."""
    holding = node.holding(agreement_id)
    records(node, holding)
    found, now = holding.in_force.agreed, holding.version
    before = (None, *found[:-1])
    return VersionsOut(
        agreement=agreement_id,
        now=now.number,
        versions=[
            PastVersionOut(
                number=each.number,
                hash=each.hash,
                in_force_ms=each.in_force_ms,
                title=_words(each.amendment.title if each.amendment else each.agreement.title),
                amendment=_amendment(records(node, holding), each.number),
                document=dict(each.document),
                differences=[_difference(one) for one in differences(last.document, each.document)] if last else [],
                articles=_articles(reworded(node, holding, last.agreement, each.agreement)) if last else [],
            )
            for last, each in zip(before, found, strict=True)
        ],
    )


@router.get("/drafts")
def get_drafts(agreement_id: str, node: ServedNode) -> list[TextDraftOut]:
    """List the drafts that this node keeps; none of them is in the log."""
    return [_draft(node, agreement_id, each) for each in drafts.drafts(node, agreement_id)]


@router.get("/drafts/{draft}")
def get_draft(agreement_id: str, draft: str, node: ServedNode) -> list[dict[str, object]]:
    """Show every state of a draft, the oldest first."""
    return [dict(each) for each in drafts.states_of(node, agreement_id, draft)]


@router.post("/drafts", status_code=201)
def post_draft(agreement_id: str, body: TextDraftIn, node: ServedNode, acting: Acting) -> TextDraftOut:
    """Keep a state of a draft at home; table its document with `…/texts` when it is ready."""
    office = office_of(acting, body.office)
    if sum((body.amended is not None, bool(body.articles or body.rules), body.document is not None)) > 1:
        raise InvalidInput(
            "api.draft_says_it_twice",
            "The draft says in more than one way what it changes.",
            why="only one of them could be kept, and the others would be lost without a word",
            remedy="send one of these alone: articles and rules; or amended; or document",
        )
    if body.amended is not None and body.title is not None and body.in_force is not None:
        kept = drafts.keep_amendment(
            node,
            agreement_id,
            body.draft,
            body.amended,
            title=body.title,
            in_force=body.in_force,
            office=office,
            open_until_ms=body.open_until_ms,
        )
    elif (body.articles or body.rules or body.continues) and body.title is not None and body.in_force is not None:
        kept = drafts.keep_changes(
            node,
            agreement_id,
            body.draft,
            articles=cast("dict[str, dict[str, str]]", body.articles),
            rules=body.rules,
            title=body.title,
            in_force=body.in_force,
            office=office,
            open_until_ms=body.open_until_ms,
            continues=body.continues,
        )
    elif body.document is not None:
        kept = drafts.keep(node, agreement_id, body.draft, body.series, body.document, office=office)
    else:
        raise InvalidInput(
            "api.draft_incomplete",
            "The draft is incomplete.",
            why="it holds neither a document, nor what an amendment changes with its title and its day",
            remedy="send document; or title and in_force with articles, rules or amended",
        )
    return _draft(node, agreement_id, kept)


@router.post("/drafts/{draft}/end", status_code=204)
def post_draft_end(agreement_id: str, draft: str, body: GiveUpIn, node: ServedNode, acting: Acting) -> None:
    """Give a draft up."""
    drafts.give_up(node, agreement_id, draft, office=office_of(acting, body.office))


@router.get("/notices")
def get_notices(agreement_id: str, node: ServedNode) -> NoticesOut:
    """List the notices in the record and the stops that stand on this node."""
    return _notices(notices.notices(node, agreement_id))


@router.post("/notices", status_code=201)
def post_notice(agreement_id: str, body: NoticeIn, node: ServedNode, acting: Acting) -> NoticesOut:
    """Give notice of termination, or acknowledge a notice of the partner: its period runs from there."""
    office = office_of(acting, body.office)
    if body.acknowledges is not None:
        return _notices(notices.acknowledge(node, agreement_id, body.acknowledges, office=office))
    return _notices(notices.terminate(node, agreement_id, office=office))


@router.post("/stops", status_code=201)
def post_stop(agreement_id: str, body: StopIn, node: ServedNode, acting: Acting) -> NoticesOut:
    """Stop all releases, or the following of the partner's record, at once; or lift a stop."""
    office = office_of(acting, body.office)
    if body.lift:
        return _notices(notices.lift(node, agreement_id, body.what, office=office))
    return _notices(notices.stop(node, agreement_id, body.what, why=body.why, office=office))


def _text(text: inbox.OpenText, words: Words, language: str) -> OpenTextOut:
    return OpenTextOut(
        hash=text.hash,
        office=text.office,
        tabled_by=list(text.tabled_by),
        title=_words(text.title),
        in_force=text.in_force,
        result=text.result,
        text_hashes=WordsOut(**{each: text.texts.get(each) for each in LANGUAGES}),
        document=dict(text.document),
        differences=[_difference(each) for each in text.differences],
        articles=_articles(text.articles),
        leaves=[
            WiderOut(
                lets=each.lets,
                clause=each.rule.clause,
                rule=RuleOut(
                    id=each.rule.id,
                    sentences=[in_words(one, words) for one in rule_sentences(each.rule, each.agreement)],
                ),
            )
            for each in text.leaves
        ],
        open_until_ms=text.open_until_ms,
        keys=[NewKeysOut(**asdict(each)) for each in text.keys],
        move=None if text.move is None else _move(text.move, words),
        problem=None if text.flaw is None else ProblemOut.model_validate(problem_of(text.flaw, language)),
    )


def _move(move: MoveOnRecord, words: Words) -> MoveOnRecordOut:
    """Return what a text on a record would do, in the caller's words."""

    def say(said: Sentence | Text) -> str:
        return said.in_language(words.language) if isinstance(said, Text) else in_words(said, words)

    told = {"kind": say(move.kind), "title": move.title.in_language(words.language), "move": say(move.name)}
    to_name = None if move.to_name is None else say(move.to_name)
    return MoveOnRecordOut(
        key=move.key,
        kind=told["kind"],
        move=move.move,
        move_name=told["move"],
        state_name=say(move.state),
        to_name=to_name,
        sentence=words.say("node-awaiting-move", state=to_name or say(move.state), **told),
    )


def _draft(node: Node, agreement_id: str, kept: drafts.Draft) -> TextDraftOut:
    """Return a draft with what it would change, while it fits the newest version."""
    out = TextDraftOut(**asdict(kept), differences=[], articles=[])
    if kept.series == AGREEMENT and not kept.stale:
        holding = node.holding(agreement_id)
        newest = holding.in_force.newest
        read = read_amendment(kept.document, newest.document)
        out.differences = [_difference(each) for each in differences(newest.document, read.document)]
        out.articles = _articles(reworded(node, holding, newest.agreement, read.agreement, carried=read.wordings))
    return out


def _articles(found: Iterable[Reworded]) -> list[RewordedOut]:
    return [
        RewordedOut(
            id=each.id,
            before=WordsOut(**{name: each.before.get(name) for name in LANGUAGES}),
            after=WordsOut(**{name: each.after.get(name) for name in LANGUAGES}),
        )
        for each in found
    ]


def _amendment(found: Records, number: int) -> str | None:
    """Return the hash of the text that made a version; the texts in force and the versions have one order."""
    return found.agreed.in_force(AGREEMENT)[number].hash if number > 0 else None


def _difference(found: Difference) -> DifferenceOut:
    fields = [FieldChangeOut(path=each.path, before=each.before, after=each.after) for each in found.fields]
    return DifferenceOut(part=found.part, id=found.id, change=found.change, lets=found.lets, fields=fields)


def _words(text: Text | None) -> WordsOut | None:
    return None if text is None else WordsOut(ar=text.ar, en=text.en, fr=text.fr)


def _notices(found: notices.Notices) -> NoticesOut:
    return NoticesOut(
        given=[GivenNoticeOut(**{**each.__dict__, "document": dict(each.document)}) for each in found.given],
        stops=[StopOut(**asdict(each)) for each in found.stops],
        ends_ms=found.ends_ms,
    )
