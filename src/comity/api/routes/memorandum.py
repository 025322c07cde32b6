"""The memorandum as pages: overview, today, the articles in three languages; and the node's own health."""

from typing import Annotated

from fastapi import APIRouter, Query

from comity.agreement import Sentence, Text, rule_sentences
from comity.api.page_models import (
    ArrivedOut,
    ArticleOut,
    ArticlesOut,
    DueOut,
    FeedOut,
    FindingOut,
    HealthOut,
    LastActOut,
    MovedRefOut,
    NextStepOut,
    OverviewOut,
    OverviewRowOut,
    RuleOut,
    TodayOut,
    UnsynchronisedOut,
    WordsOut,
    WorkOut,
)
from comity.api.routes.acts import SENTENCES
from comity.api.routes.requests import listed
from comity.api.served import CallersWords, ServedNode
from comity.cooperation import state_words
from comity.files.agreements import in_words
from comity.files.words import Words
from comity.node.cooperation_records import title_of
from comity.node.pages import articles, health, overview, today
from comity.node.record import at_work_or_none, records

STATES = {"not_agreed": "node-state-not-agreed", "waits": "node-state-waits", "at_work": "node-state-at-work"}
FEEDS = {"in": "node-feed-in", "out": "node-feed-out"}

router = APIRouter(prefix="/api/v1")


@router.get("/overview")
def get_overview(node: ServedNode, words: CallersWords) -> OverviewOut:
    """Show the memorandum on one page: domain × clause × group × last exchange × next step × state."""
    rows = [_row(each, words) for each in overview.overview(node)]
    return OverviewOut(example=any(each.agreement.example for each in node.holdings.values()), rows=rows)


@router.get("/today")
def get_today(node: ServedNode, words: CallersWords) -> TodayOut:
    """Show what waits for our signature, what waits for the partner, what arrived, and which cases are open."""
    waiting = [(each, _due(each, words)) for each in today.due(node)]
    ours = ("awaiting_us", "tabled")
    return TodayOut(
        now_ms=node.clock(),
        awaiting_us=[out for each, out in waiting if each.standing in ours],
        awaiting_partner=[out for each, out in waiting if each.standing not in ours],
        requests=[each for agreement_id in node.holdings for each in listed(node, agreement_id, words) if each.open],
        arrived=[ArrivedOut(**each.__dict__) for each in today.arrived(node)],
        open_cases=today.open_cases(node),
    )


@router.get("/agreements/{agreement_id}/articles")
def get_articles(
    agreement_id: str,
    node: ServedNode,
    words: CallersWords,
    version: Annotated[int | None, Query(ge=0, lt=2**53)] = None,
) -> ArticlesOut:
    """Show the memorandum article by article in the languages whose signed text is here, with its rules in words.

    `version` is the number of any version that both signed; without it, the one in force.
    """
    holding = node.holding(agreement_id)
    records(node, holding)
    shown = articles.version_of(holding, version)
    agreement, texts = shown.agreement, articles.texts(node, holding, shown)
    at_work = at_work_or_none(records(node, holding).agreed, holding)
    decisions = articles.decisions_on(node, holding)
    return ArticlesOut(
        agreement=agreement.id,
        version=shown.number,
        hash=shown.hash,
        example=agreement.example,
        title=_words(agreement.title),
        text_hashes=WordsOut(**agreement.texts),
        texts_held=[language for language in ("ar", "en", "fr") if language in texts.held],
        opening=_texts(texts.opening),
        articles=[
            ArticleOut(
                id=clause.id,
                title=_words(clause.title),
                text=_texts(texts.clauses[clause.id]),
                nature=clause.nature,
                starts=clause.starts,
                at_work=clause.id in at_work,
                group=clause.group,
                domains=list(clause.domains),
                rules=[
                    RuleOut(id=rule.id, sentences=[in_words(each, words) for each in rule_sentences(rule, agreement)])
                    for rule in agreement.rules
                    if rule.clause == clause.id
                ],
                decisions=decisions.get(clause.id, []),
            )
            for clause in agreement.clauses
        ],
    )


@router.get("/health")
def get_health(node: ServedNode, words: CallersWords) -> HealthOut:
    """Say how fresh everything is that the screen shows, whether the log verifies, and what room is left."""
    found = health.health(node)
    return HealthOut(
        now_ms=found.now_ms,
        party=node.party,
        version=found.version,
        feeds=[
            FeedOut(
                feed=f"{each.agreement}/{each.direction}",
                sentence=words.say(FEEDS[each.direction], party=each.partner),
                state=each.state,
                heard_ms=each.heard_ms,
            )
            for each in found.feeds
        ],
        unsynchronised=[
            UnsynchronisedOut(
                agreement=each.agreement,
                sentence=words.say("node-unsynchronised", party=each.partner),
                since_ms=each.since_ms,
            )
            for each in found.unsynchronised
        ],
        log_verified=found.log_verified,
        free_bytes=found.free_bytes,
        database_bytes=found.database_bytes,
        map_tiles=found.map_tiles,
    )


@router.get("/doctor")
def get_doctor(node: ServedNode, words: CallersWords) -> list[FindingOut]:
    """Examine the machine and the node folder, as `comity doctor` does."""
    return [
        FindingOut(
            check=each.check,
            state=each.state,
            sentence=words.told(each.error) if each.error else words.say(each.message, **each.values),
        )
        for each in health.findings(node)
    ]


def _row(row: overview.Row, words: Words) -> OverviewRowOut:
    last = row.last
    sentence = words.say(overview.NEXT[row.next.step])
    return OverviewRowOut(
        agreement=row.agreement,
        domain=row.domain,
        domain_title=row.domain_title.in_language(words.language)
        if row.domain_title
        else words.say("node-all-domains"),
        clause=row.clause.id,
        clause_title=row.clause.title.in_language(words.language),
        group=row.clause.group,
        group_title=row.group_title.in_language(words.language) if row.group_title else words.say("node-both-parties"),
        last_exchange=None
        if last is None
        else MovedRefOut(
            direction=last.direction,
            position=last.position,
            at_ms=last.manifest.at_ms,
            item=last.manifest.item,
            subject=last.subject,
        ),
        work=_work(row.work, words),
        next_step=NextStepOut(sentence=sentence, page=row.next.page, subject=row.next.subject),
        state=row.state,
        state_words=words.say(STATES[row.state]),
    )


def _work(work: overview.Work, words: Words) -> WorkOut:
    last, language = work.last, words.language
    return WorkOut(
        open=work.open,
        late=work.late,
        awaiting_us=work.awaiting_us,
        awaiting_partner=work.awaiting_partner,
        last=None
        if last is None
        else LastActOut(
            key=last.key,
            title=title_of(last).in_language(language),
            state=_said(state_words(last), words),
            at_ms=last.since_ms,
        ),
    )


def _said(wording: Sentence | Text, words: Words) -> str:
    """Return words of a record in the caller's language: a template's own, or a message of the catalogue."""
    return wording.in_language(words.language) if isinstance(wording, Text) else in_words(wording, words)


def _due(due: today.Due, words: Words) -> DueOut:
    title = words.say("node-keys-annex") if due.title is None else due.title.in_language(words.language)
    return DueOut(
        agreement=due.agreement,
        series=due.series,
        title=title,
        standing=due.standing,
        sentence=words.say(SENTENCES[due.standing]),
        hash=due.hash,
        since_ms=due.since_ms,
    )


def _words(text: Text) -> WordsOut:
    return WordsOut(ar=text.ar, en=text.en, fr=text.fr)


def _texts(texts: dict[str, str]) -> WordsOut:
    return WordsOut(ar=texts.get("ar"), en=texts.get("en"), fr=texts.get("fr"))
