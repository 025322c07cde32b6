"""Ask and answer: a request as data, its answer, and its life.

A request names a clause, an area, a ship or an organised group, a period, a purpose and a due time. It cannot name a
person: every field is a number, a word of a closed list or a name that the agreement sets up, a group is named by its
number in a published register, and a ship's radio identity must be that of a ship.
Units: milliseconds since 1970, micro-degrees. Sources: ITU-R M.585-9 (MMSI of ship stations); IMO A.1117(30) (check
digit of the IMO number).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from comity.agreement import PURPOSES, Agreement, check_schema, forms
from comity.ground import InvalidInput, Lifecycle, Move, canonical

Answer = Literal["answered", "partly", "declined"]
RequestState = Literal["drafted", "sent", "answered", "partly", "declined", "lapsed"]

REQUEST = Lifecycle(
    start="drafted",
    moves={
        "drafted": {"send": Move("sent")},
        "sent": {
            "answer": Move("answered"),
            "answer_in_part": Move("partly"),
            "decline": Move("declined"),
            "lapse": Move("lapsed"),
        },
        "partly": {"answer": Move("answered"), "answer_in_part": Move("partly")},
        "answered": {},
        "declined": {},
        "lapsed": {},
    },
)
"""The life of a request. It lapses when the log of the party asked declares a time after the due time, unanswered."""

MOVE_OF: Mapping[Answer, str] = {"answered": "answer", "partly": "answer_in_part", "declined": "decline"}
"""The move that an answer makes."""

SHIP_MMSI = (200_000_000, 799_999_999)
"""Ship stations: nine digits that begin with the country (M.585-9, annex 1, section 1); beacons of persons do not."""

_MOMENT = forms.whole(0, 2**53 - 1)
_LON, _LAT = forms.whole(-180_000_000, 180_000_000), forms.whole(-90_000_000, 90_000_000)
_GROUP = {"type": "string", "pattern": r"^[a-z]{2,8}-[0-9]{1,8}$(?!\n)"}
_ABOUT = {
    "oneOf": [
        forms.closed(area=forms.ID),
        forms.closed(west_udeg=_LON, south_udeg=_LAT, east_udeg=_LON, north_udeg=_LAT),
        forms.closed(mmsi=forms.whole(*SHIP_MMSI)),
        forms.closed(imo=forms.whole(1_000_000, 9_999_999)),
        forms.closed(group=_GROUP),
    ]
}

REQUEST_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "comity/request/1",
    **forms.closed(
        schema={"const": "comity/request/1"},
        example={"type": "boolean"},
        id={"type": "string", "pattern": r"^[A-Z]{2}-[0-9]{4}-[0-9]{1,6}$(?!\n)"},
        agreement=forms.HASH,
        **{"from": forms.PARTY},
        to=forms.PARTY,
        clause=forms.CLAUSE_ID,
        item=forms.KIND,
        about=_ABOUT,
        from_ms=_MOMENT,
        to_ms=_MOMENT,
        purpose={"enum": list(PURPOSES)},
        due_ms=_MOMENT,
    ),
}
"""The schema of a request. `about` is an area of the agreement, a box, a ship, or an organised group by its number."""

ANSWER_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "comity/answer-to-request/1",
    **forms.optional(
        forms.closed(
            schema={"const": "comity/answer-to-request/1"},
            example={"type": "boolean"},
            request=forms.HASH,
            answer={"enum": list(MOVE_OF)},
            article=forms.CLAUSE_ID,
            contents=forms.list_of(forms.HASH, most=512),
        ),
        "article",
    ),
}
"""The schema of an answer. `contents` are the hashes of what passed the release check, as the manifests name them."""


@dataclass(frozen=True)
class Request:
    """A question of one party to the other. `about` holds one of: an area, a box, a ship, an organised group."""

    id: str
    example: bool
    agreement: str
    from_party: str
    to_party: str
    clause: str
    item: str
    about: Mapping[str, str | int]
    from_ms: int
    to_ms: int
    purpose: str
    due_ms: int


@dataclass(frozen=True)
class RequestAnswer:
    """An answer: whole, in part, or declined under an article; and the contents that carry it."""

    example: bool
    request: str
    answer: Answer
    article: str | None
    contents: tuple[str, ...]


def read_request(document: Any, agreement: Agreement) -> Request:
    """Return a request document as data, or raise `InvalidInput` for what the agreement does not know."""
    check_schema(document, REQUEST_SCHEMA)
    canonical(document)
    request = Request(
        **{name: value for name, value in document.items() if name not in ("schema", "from", "to")},
        from_party=document["from"],
        to_party=document["to"],
    )
    _check_named(request, agreement)
    for name, wrong in (
        ("from_ms", request.from_ms >= request.to_ms),
        ("id", not request.id.startswith(request.from_party + "-")),
        ("to", request.from_party == request.to_party),
        ("example", request.example != agreement.example),
        ("imo", "imo" in request.about and not _is_imo(int(request.about["imo"]))),
        ("south_udeg", _is_upside_down(request.about)),
    ):
        if wrong:
            raise InvalidInput(
                "exchange.request_contradicts",
                "The request {request} contradicts itself at {field}.",
                why="a period ends after it begins, a number bears its asker's code, a mark is that of the agreement",
                remedy="correct that field and ask again",
                request=request.id,
                field=name,
            )
    return request


def read_answer(document: Any, agreement: Agreement) -> RequestAnswer:
    """Return an answer document as data, or raise `InvalidInput`; only an answer that declines names an article."""
    check_schema(document, ANSWER_SCHEMA)
    answer = RequestAnswer(
        example=document["example"],
        request=document["request"],
        answer=document["answer"],
        article=document.get("article"),
        contents=tuple(document["contents"]),
    )
    declines = answer.answer == "declined"
    known = answer.article is None or answer.article in {each.id for each in agreement.clauses}
    if (answer.article is None) == declines or bool(answer.contents) == declines or not known:
        raise InvalidInput(
            "exchange.answer_contradicts",
            "The answer to the request {request} contradicts itself.",
            why="what is declined names an article of the agreement and carries nothing; what is answered carries "
            "contents and names no article",
            remedy="name the article, or the contents that answer",
            request=answer.request,
        )
    if answer.example != agreement.example:
        raise InvalidInput(
            "exchange.mark_differs",
            "The document does not bear the mark of the agreement {agreement}.",
            why="an example must not act on a real agreement, nor a real document on an example",
            remedy="give it the mark of its agreement",
            agreement=agreement.id,
        )
    return answer


def _check_named(request: Request, agreement: Agreement) -> None:
    clauses = {each.id: each for each in agreement.clauses}
    named: list[tuple[str, str, list[str]]] = [
        ("from", request.from_party, [each.id for each in agreement.parties]),
        ("to", request.to_party, [each.id for each in agreement.parties]),
        ("clause", request.clause, [each.id for each in agreement.clauses if each.kinds]),
        ("item", request.item, list(clauses[request.clause].kinds) if request.clause in clauses else []),
    ]
    if "area" in request.about:
        named.append(("about.area", str(request.about["area"]), [each.id for each in agreement.areas]))
    for field, name, known in named:
        if name not in known:
            raise InvalidInput(
                "exchange.request_names_unknown",
                "The request {request} names {name} at {field}, which the agreement does not set up there.",
                why="a party may only ask for what a clause of the agreement covers",
                remedy="use one of: {known}",
                request=request.id,
                name=name,
                field=field,
                known=", ".join(known) or "–",
            )


def _is_imo(number: int) -> bool:
    digits = [int(each) for each in str(number)]
    return sum(digit * weight for digit, weight in zip(digits, range(7, 1, -1), strict=False)) % 10 == digits[6]


def _is_upside_down(about: Mapping[str, str | int]) -> bool:
    # West may stand east of east: the box then crosses the antimeridian.
    return "south_udeg" in about and int(about["south_udeg"]) >= int(about["north_udeg"])
