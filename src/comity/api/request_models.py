"""Bodies of requests, corrections, the account per clause and the audit; instants are milliseconds since 1970."""

from typing import Annotated, Any, Literal

from pydantic import Field

from comity.api.models import Body, Hash, Id, Office

RequestId = Annotated[str, Field(pattern="^[A-Z]{2}-[0-9]{4}-[0-9]{1,6}$")]
Clause = Annotated[str, Field(max_length=16)]
Instant = Annotated[int, Field(ge=0, lt=2**53)]
Why = Literal["wrong", "outdated", "released_in_error", "duplicate", "no_longer_allowed"]


class AboutIn(Body):
    """What is asked about: an area of the agreement, a box, a ship, or an organised group by its number; no person."""

    area: Annotated[str, Field(max_length=64)] | None = None
    west_udeg: int | None = None
    south_udeg: int | None = None
    east_udeg: int | None = None
    north_udeg: int | None = None
    mmsi: int | None = None
    imo: int | None = None
    group: Annotated[str, Field(max_length=32)] | None = None


class QuestionDraftIn(Body):
    """A question as a draft; with `request` it changes the draft of that number."""

    request: RequestId | None = None
    clause: Clause
    item: Annotated[str, Field(max_length=64)]
    about: AboutIn
    from_ms: Instant
    to_ms: Instant
    purpose: Annotated[str, Field(max_length=64)]
    due_ms: Instant
    office: Office | None = None


class DraftActIn(Body):
    """The number of a draft that shall be sent or given up."""

    request: RequestId
    office: Office | None = None


class AnswerIn(Body):
    """What shall answer a request (its hash): cases by name. `whole` says that nothing more will come."""

    request: Hash
    cases: Annotated[list[Id], Field(min_length=1, max_length=512)]
    whole: bool = True
    preview: bool = False
    office: Office | None = None


class DeclineIn(Body):
    """A request (its hash) that is declined, and the article under which."""

    request: Hash
    article: Clause
    office: Office | None = None


class QuestionOut(Body):
    """What is asked."""

    request: RequestId
    from_party: str
    to_party: str
    clause: str
    clause_title: str
    item: str
    item_title: str
    about: dict[str, str | int]
    from_ms: int
    to_ms: int
    purpose: str
    due_ms: int


class QuestionDraftOut(QuestionOut):
    """A question that was not sent yet; national."""

    office: str
    changed_ms: int


class RequestOut(QuestionOut):
    """A question that was sent, and where it stands: the same on both nodes, but for `received` and `late`."""

    schema_: Literal["comity/request-state/1"] = Field(default="comity/request-state/1", serialization_alias="schema")
    agreement: str
    hash: Hash
    direction: Literal["in", "out"]
    position: int = Field(description="Its place in the log of the party that asked.")
    sent_ms: int
    state: Literal["drafted", "sent", "answered", "partly", "declined", "lapsed"]
    sentence: str
    received: bool = Field(description="Whether the party asked holds it.")
    open: bool
    late: bool = Field(description="Whether it is open past its due time by this node's clock.")
    article: str | None
    contents: list[Hash]
    late_contents: list[Hash]
    decided_ms: int | None


class RequestsOut(Body):
    """Every request of an agreement: drafts of ours, then what is open by due time, then the rest."""

    schema_: Literal["comity/requests/1"] = Field(default="comity/requests/1", serialization_alias="schema")
    agreement: str
    now_ms: int
    drafts: list[QuestionDraftOut]
    requests: list[RequestOut]


class PartOut(Body):
    """What the release check says of one case that might answer: in the form in which it would leave."""

    case: str
    decision: Literal["released", "held", "refused"]
    sentence: str
    clause: str
    rule: str | None
    until_ms: int | None
    before: dict[str, Any]
    after: dict[str, Any] | None


class AnswerOut(Body):
    """What answers or would answer a request; of what does not pass nothing is said to the partner."""

    schema_: Literal["comity/request-answer/1"] = Field(default="comity/request-answer/1", serialization_alias="schema")
    preview: bool
    answer: Literal["answered", "partly", "nothing"]
    parts: list[PartOut]
    position: int | None


class CorrectIn(Body):
    """A release of ours (its position in our log) that was wrong: the case is released again as it stands now."""

    position: Annotated[int, Field(ge=0, lt=2**53)]
    place: Annotated[int, Field(ge=0, lt=512)] = 0
    why: Why
    office: Office | None = None


class RecallIn(Body):
    """A release of ours that is withdrawn: one part of it with `place`, all of it without."""

    position: Annotated[int, Field(ge=0, lt=2**53)]
    place: Annotated[int, Field(ge=0, lt=512)] | None = None
    why: Why
    office: Office | None = None


class CorrectedOut(Body):
    """Where our log says it."""

    schema_: Literal["comity/corrected/1"] = Field(default="comity/corrected/1", serialization_alias="schema")
    position: int


class WaitingOut(Body):
    """Something of ours that waits for its batch."""

    subject: str
    item: str
    office: str
    asked_ms: int


class BatchesOut(Body):
    """What waits for its batch, and when the next one leaves."""

    schema_: Literal["comity/batches/1"] = Field(default="comity/batches/1", serialization_alias="schema")
    agreement: str
    next_ms: int | None
    waiting: list[WaitingOut]


class GivenOut(Body):
    """What one party did under one clause in one month."""

    party: str
    contents: int
    items: int
    bytes: int
    asked: int
    answered: int
    in_part: int
    declined: int
    unanswered: int


class AccountLineOut(Body):
    """A clause and a month (`YYYY-MM`, UTC)."""

    clause: str
    clause_title: str
    month: str
    parties: list[GivenOut]


class AccountOut(Body):
    """The account of an agreement: both nodes show the same once both hold the same entries."""

    schema_: Literal["comity/account/1"] = Field(default="comity/account/1", serialization_alias="schema")
    agreement: str
    parties: list[str]
    entries: dict[str, int] = Field(description="How many entries of each party's log are counted.")
    lines: list[AccountLineOut]


class AuditRowOut(Body):
    """One release: when and where it stands, under which clause, in which form, and what became of it."""

    position: int
    at_ms: int
    office: str
    office_words: str = Field(description="What the office was called, in the reader's language.")
    agreement: Hash
    clause: str
    rule: str
    item: str
    items: int
    bytes: int
    content: Hash
    label: str | None
    form: list[str]
    keep_until_ms: int
    leaf_hash: str
    received: bool
    fate: Literal["stands", "corrected", "recalled", "in_part"]
    fate_words: str


class AuditOut(Body):
    """What left, under which clause, in which form; every row is proved against the head named here."""

    schema_: Literal["comity/audit/1"] = Field(default="comity/audit/1", serialization_alias="schema")
    agreement: str
    agreement_hash: Hash
    example: bool
    party: str
    partner: str
    origin: str
    size: int
    root: str
    made_ms: int
    rows: list[AuditRowOut]
