"""Requests: drafted at home, sent as a message, answered through the release check, declined with the article.

Where a request stands follows from both logs alone (`comity.exchange.requests_of`): nothing is kept here but drafts. It
lapses by the answering log's own time, so a node that leaves one unanswered says so in its log (`declare_lapses`).
Units: milliseconds since 1970.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import orjson
from sqlalchemy import Connection, insert, select

from comity.exchange import Asked, Held, Refusal, Released, Request, read_answer, read_request, refused
from comity.ground import ComityError, InvalidInput, Refused, canonical, instant_text
from comity.ledger import SALT_BYTES, beat_entry, message_entry
from comity.node.app import Holding, Node
from comity.node.asked import all_asked, asked_by
from comity.node.both_logs import both_logs
from comity.node.partners import check_may_append, receipt_of
from comity.node.peers import ask_once
from comity.node.release_approvals import approve
from comity.node.releasing import Decision, Leaving, Passed, Thing, decide, leaving
from comity.node.store import REQUEST_DRAFT

NODE = "the node"
"""Who declares the time when nobody acts: the entry names no office of a party."""

OPEN = ("sent", "partly")
"""States in which an answer still changes something."""


@dataclass(frozen=True)
class Draft:
    """A question that this node has not sent; national."""

    request: Request
    office: str
    at_ms: int


@dataclass(frozen=True)
class Standing:
    """A request that was sent: by whom, where it stands, whether both logs hold it, whether it is late by our clock."""

    direction: Literal["in", "out"]
    asked: Asked
    received: bool
    late: bool

    @property
    def is_open(self) -> bool:
        """Whether an answer still changes its state."""
        return self.asked.state in OPEN


@dataclass(frozen=True)
class Part:
    """What the release check says of one thing that might answer a request."""

    thing: Thing
    decision: Decision


@dataclass(frozen=True)
class Answered:
    """An answer: what the check said of each thing, and whether it went out whole, in part, or was only shown."""

    parts: tuple[Part, ...]
    answer: Literal["answered", "partly", "nothing"]
    position: int | None


def draft(node: Node, agreement_id: str, asks: Mapping[str, Any], *, office: str, request_id: str | None) -> Draft:
    """Keep a question as a draft, new or changed; `InvalidInput` for what the agreement does not let a party ask.

    Parameters
    ----------
    asks
        `clause`, `item`, `about`, `from_ms`, `to_ms`, `purpose` and `due_ms`; the rest is the node's to fill in.
    """
    holding = node.holding(agreement_id)
    with node.turn:
        number = request_id or _next_id(node, holding)
        if request_id is not None:
            _draft(node, holding, request_id)
        document = {
            "schema": "comity/request/1",
            "example": holding.agreement.example,
            "id": number,
            "agreement": holding.hash,
            "from": node.party,
            "to": holding.partner_id,
            **asks,
        }
        request = read_request(document, holding.agreement)
        _check_ahead(node, request)
        _keep(node, agreement_id, number, office, document)
        return Draft(request, office, node.clock())


def give_up(node: Node, agreement_id: str, request_id: str, *, office: str) -> None:
    """Give a draft up; its number is not used again."""
    with node.turn:
        _draft(node, node.holding(agreement_id), request_id)
        _keep(node, agreement_id, request_id, office, None)


def drafts(node: Node, agreement_id: str) -> list[Draft]:
    """Return the questions that wait to be sent, the oldest first."""
    holding = node.holding(agreement_id)
    sent = {each.request.id for each in asked_by(holding, both_logs(holding), node.party)}
    found = []
    for row in _newest(node, agreement_id).values():
        if row.document is None or row.request_id in sent:
            continue
        document = orjson.loads(row.document)
        try:
            request = read_request({**document, "agreement": holding.hash}, holding.agreement)
        except InvalidInput:
            continue  # an amendment took away what it asks for
        found.append(Draft(request, row.office, row.at_ms))
    return found


def send(node: Node, agreement_id: str, request_id: str, *, office: str) -> Standing:
    """Send a draft: from now on it stands in our log, and the partner owes an answer until its due time."""
    holding = node.holding(agreement_id)
    ask_once(node, agreement_id)
    with node.turn:
        found = _draft(node, holding, request_id)
        _check_ahead(node, found.request)
        document = orjson.loads(_newest(node, agreement_id)[request_id].document)
        _say(node, holding, {**document, "agreement": holding.hash}, office)
        return next(each for each in standings(node, agreement_id) if each.asked.request.id == request_id)


def standings(node: Node, agreement_id: str) -> list[Standing]:
    """Return every request of both parties: what is open first, by due time, then the rest, the newest first."""
    holding = node.holding(agreement_id)
    receipt, now_ms = receipt_of(node, agreement_id), node.clock()
    receipted = receipt.size if receipt else 0
    found = []
    for party, requests in all_asked(holding).items():
        for each in requests:
            is_ours = party == node.party
            late = each.state in OPEN and now_ms > each.request.due_ms
            received = each.position < receipted if is_ours else True
            found.append(Standing("out" if is_ours else "in", each, received, late))
    return sorted(
        found, key=lambda each: (not each.is_open, each.asked.request.due_ms if each.is_open else -each.asked.sent_ms)
    )


def preview(node: Node, agreement_id: str, request: str, things: Sequence[Thing]) -> Answered:
    """Say what of these things would answer a request, and in which form; nothing leaves."""
    holding = node.holding(agreement_id)
    asked = _open(holding, request)
    parts = _parts(node, holding, asked, things)
    passed = [each for each in parts if isinstance(each.decision, Released)]
    return Answered(parts, "nothing" if not passed else "answered" if len(passed) == len(parts) else "partly", None)


def answer(
    node: Node, agreement_id: str, request: str, things: Sequence[Thing], *, whole: bool, office: str
) -> Answered:
    """Answer a request with what passes the release check; of the rest nothing is said, and the answer is in part.

    Where nothing passes, nothing is sent: `Refused` names the article, and the office may decline under it. An answer
    to a request that lapsed is late: both see it, and the request stays unanswered.
    """
    holding = node.holding(agreement_id)
    ask_once(node, agreement_id)
    with node.turn:
        asked = _open(holding, request)
        parts = _parts(node, holding, asked, things)
        passed = [Passed(each.thing, each.decision) for each in parts if isinstance(each.decision, Released)]
        if not passed:
            raise _nothing_passes(parts)
        for each in passed:
            approve(node, holding, each.thing, each.decision.rule, purpose=asked.request.purpose, office=office)
        contents = _contents(node, holding, passed, asked.request.purpose, office)
        is_whole = whole and len(passed) == len(parts)
        document = {
            "schema": "comity/answer-to-request/1",
            "example": holding.agreement.example,
            "request": asked.hash,
            "answer": "answered" if is_whole else "partly",
            "contents": [each.blob for each in contents],
        }
        position = _say(node, holding, document, office, contents)
        return Answered(parts, "answered" if is_whole else "partly", position)


def decline(node: Node, agreement_id: str, request: str, article: str, *, office: str) -> Standing:
    """Decline a request under an article of the agreement; nothing else is said."""
    holding = node.holding(agreement_id)
    ask_once(node, agreement_id)
    with node.turn:
        asked = _open(holding, request)
        if asked.state != "sent":
            raise _closed(asked)
        document = {
            "schema": "comity/answer-to-request/1",
            "example": holding.agreement.example,
            "request": asked.hash,
            "answer": "declined",
            "article": article,
            "contents": [],
        }
        read_answer(document, holding.agreement)
        _say(node, holding, document, office)
        return next(each for each in standings(node, agreement_id) if each.asked.hash == request)


def declare_lapses(node: Node) -> int:
    """Say the time in our log where a request to us is past its due time unanswered; return in how many logs."""
    count = 0
    for holding in node.holdings.values():
        logs = both_logs(holding)
        asked = asked_by(holding, logs, holding.partner_id)
        now_ms, declared_ms = node.clock(), logs.own.declared_ms
        late = [each for each in asked if each.state == "sent" and declared_ms <= each.request.due_ms < now_ms]
        if not late:
            continue
        with node.turn:
            try:
                check_may_append(node, holding.agreement.id)
            except ComityError:
                continue
            beat = beat_entry(office=NODE, at_ms=now_ms, salt=node.random(SALT_BYTES))
            holding.own.write([beat], sign=holding.sign_head, now_ms=now_ms)
            count += 1
    return count


def _parts(node: Node, holding: Holding, asked: Asked, things: Sequence[Thing]) -> tuple[Part, ...]:
    names = [(each.kind, each.subject) for each in things]
    if not things or len(set(names)) != len(names) or any(kind != asked.request.item for kind, _ in names):
        raise InvalidInput(
            "node.answer_of_another_kind",
            "These things do not answer the request {request}.",
            why="it asks for records of the kind {item}, each named once, and {found} were given",
            remedy="name at least one record of that kind",
            request=asked.request.id,
            item=asked.request.item,
            found=len(names),
        )
    return tuple(Part(each, decide(node, holding, each, purpose=asked.request.purpose)) for each in things)


def _contents(node: Node, holding: Holding, passed: Sequence[Passed], purpose: str, office: str) -> list[Leaving]:
    """Return one content for each rule: two things under one rule travel together."""
    by_rule: dict[str, list[Passed]] = {}
    for each in passed:
        by_rule.setdefault(each.decision.rule.id, []).append(each)
    return [leaving(node, holding, each, purpose=purpose, office=office) for each in by_rule.values()]


def _say(
    node: Node, holding: Holding, document: Mapping[str, Any], office: str, contents: Sequence[Leaving] = ()
) -> int:
    """Write the manifests of an answer and the message that names them, in one piece; return the message's position."""
    check_may_append(node, holding.agreement.id)
    now_ms = node.clock()
    message = message_entry(document=document, office=office, at_ms=now_ms, salt=node.random(SALT_BYTES))

    def also(connection: Connection, position: int) -> None:
        for number, each in enumerate(contents):
            each.audit(connection, position + number)

    entries = [*(each.manifest for each in contents), message]
    first = holding.own.write(entries, sign=holding.sign_head, now_ms=now_ms, also=also)
    return first + len(contents)


def _nothing_passes(parts: Sequence[Part]) -> ComityError:
    refusals = [each.decision for each in parts if isinstance(each.decision, Refusal)]
    if refusals:
        return refused(refusals[0])
    until_ms, rule = min(
        (each.decision.until_ms, each.decision.rule) for each in parts if isinstance(each.decision, Held)
    )
    return Refused(
        "node.answer_held",
        "Nothing was sent: under Article {article} nothing of it may leave before {until}.",
        why="the delay or the cadence of the rule {rule} has not passed",
        remedy="answer after that time, or decline under the article",
        article=rule.clause,
        rule=rule.id,
        until=instant_text(until_ms),
    )


def _open(holding: Holding, request: str) -> Asked:
    """Return a request to us that can still be answered, late ones among them, or raise `InvalidInput`."""
    found = {each.hash: each for each in asked_by(holding, both_logs(holding), holding.partner_id)}
    if request not in found:
        raise InvalidInput(
            "node.no_such_request",
            "The partner sent no such request.",
            why="its record, as far as it is here, does not hold {request}",
            remedy="check it in the list of requests, or wait until it has arrived",
            request=request[:80],
        )
    asked = found[request]
    if asked.state not in (*OPEN, "lapsed"):
        raise _closed(asked)
    return asked


def _closed(asked: Asked) -> InvalidInput:
    return InvalidInput(
        "node.request_closed",
        "The request {request} can no longer be answered so.",
        why="it is {state}, and it was due at {due}",
        remedy="ask the partner to ask again",
        request=asked.request.id,
        state=asked.state,
        due=instant_text(asked.request.due_ms),
    )


def _check_ahead(node: Node, request: Request) -> None:
    if request.due_ms <= node.clock():
        raise InvalidInput(
            "node.request_already_due",
            "The request {request} would be due before it is sent.",
            why="its due time is {due}",
            remedy="give the partner a due time that lies ahead",
            request=request.id,
            due=instant_text(request.due_ms),
        )


def _draft(node: Node, holding: Holding, request_id: str) -> Draft:
    found = next((each for each in drafts(node, holding.agreement.id) if each.request.id == request_id), None)
    if found is None:
        raise InvalidInput(
            "node.no_such_draft",
            "There is no draft {request}.",
            why="it was sent or given up, or nobody drafted it",
            remedy="check its number in the list of requests",
            request=request_id[:80],
        )
    return found


def _next_id(node: Node, holding: Holding) -> str:
    """Return the next free number of this year; numbers of drafts that were given up stay used."""
    stem = f"{node.party}-{instant_text(node.clock())[:4]}-"
    said = (each.document.get("id") for each in both_logs(holding).own.documents)
    used = [str(each) for each in (*_newest(node, holding.agreement.id), *said) if str(each).startswith(stem)]
    return stem + str(1 + max((int(each.removeprefix(stem)) for each in used), default=0))


def _newest(node: Node, agreement_id: str) -> dict[str, Any]:
    query = select(REQUEST_DRAFT).filter_by(agreement_id=agreement_id).order_by(REQUEST_DRAFT.c.change)
    with node.store.reading() as connection:
        return {row.request_id: row for row in connection.execute(query)}


def _keep(node: Node, agreement_id: str, number: str, office: str, document: Mapping[str, Any] | None) -> None:
    data = None if document is None else canonical(dict(document))
    with node.store.writing() as connection:
        connection.execute(
            insert(REQUEST_DRAFT).values(
                agreement_id=agreement_id, request_id=number, at_ms=node.clock(), office=office, document=data
            )
        )
