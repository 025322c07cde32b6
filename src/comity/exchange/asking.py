"""The state of every request, read from both logs: the same for whoever reads the same entries.

The asker's log says what was asked, the other log what was answered; the order of each log counts, and the time that
the answering log declares. An answer after the lapse is late: it is shown and counted, and changes no state.
Units: milliseconds since 1970.
"""

from dataclasses import dataclass, replace

from comity.agreement import Agreement
from comity.exchange.requests import MOVE_OF, REQUEST, Request, RequestAnswer, RequestState, read_answer, read_request
from comity.exchange.said import LogSays, Said
from comity.ground import InvalidInput, advance

REQUEST_SCHEMAS = ("comity/request/1", "comity/answer-to-request/1")
"""The documents that the fold of requests reads: for `log_says`."""


@dataclass(frozen=True)
class Asked:
    """A request that was sent: where it stands, its state, and what answered it."""

    request: Request
    hash: str
    position: int
    sent_ms: int
    state: RequestState
    article: str | None
    contents: tuple[str, ...]
    late_contents: tuple[str, ...]
    decided_ms: int | None


def requests_of(asker: LogSays, answerer: LogSays, agreement: Agreement, *, asker_id: str) -> tuple[Asked, ...]:
    """Return the requests that one party sent, in the order of its log, each in its state.

    Only the first request of a number counts; a request already due when it was sent, one in another's name and one
    that the agreement does not allow are noise. Only contents whose manifest stands earlier in the answering log count.
    """
    sent: dict[str, Asked] = {}
    numbers: set[str] = set()
    for said in asker.documents:
        request = _request(said, agreement)
        if request is None or request.id in numbers or request.from_party != asker_id or said.at_ms >= request.due_ms:
            continue
        numbers.add(request.id)
        sent[said.hash] = Asked(request, said.hash, said.position, said.at_ms, "sent", None, (), (), None)
    for said in answerer.documents:
        answer = _answer(said, agreement)
        if answer is not None and answer.request in sent:
            sent[answer.request] = _answered(sent[answer.request], answer, said, answerer)
    return tuple(_lapsed(each, answerer.declared_ms) for each in sent.values())


def _answered(asked: Asked, answer: RequestAnswer, said: Said, answerer: LogSays) -> Asked:
    passed = {each.manifest.blob for each in answerer.left if each.position < said.position}
    contents = tuple(each for each in answer.contents if each in passed)
    if answer.contents and not contents:
        return asked
    asked = _lapsed(asked, said.at_ms)
    new = tuple(each for each in contents if each not in asked.contents + asked.late_contents)
    if asked.state == "lapsed":
        return replace(asked, late_contents=asked.late_contents + new)
    move = MOVE_OF[answer.answer]
    if move not in REQUEST.moves[asked.state]:
        return asked
    state: RequestState = advance(REQUEST, asked.state, move)  # type: ignore[assignment]
    return replace(asked, state=state, article=answer.article, contents=asked.contents + new, decided_ms=said.at_ms)


def _lapsed(asked: Asked, declared_ms: int) -> Asked:
    if asked.state == "sent" and declared_ms > asked.request.due_ms:
        return replace(asked, state="lapsed", decided_ms=asked.request.due_ms)
    return asked


def _request(said: Said, agreement: Agreement) -> Request | None:
    try:
        return read_request(said.document, agreement)
    except InvalidInput:
        return None


def _answer(said: Said, agreement: Agreement) -> RequestAnswer | None:
    try:
        return read_answer(said.document, agreement)
    except InvalidInput:
        return None
