"""What goes in and out of `/api/v1` about texts that await a signature, drafts, notices and stops."""

from typing import Annotated, Any, Literal

from pydantic import Field

from comity.api.cooperation_models import InThreeOut
from comity.api.models import Body, Hash, Office, ProblemOut
from comity.api.page_models import RuleOut, WordsOut

ItemKind = Literal["text", "notice", "request", "approval", "case", "record"]
Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]


class FieldChangeOut(Body):
    """One field that differs: its path, and its two values (null where there was none)."""

    path: str
    before: Any
    after: Any


class DifferenceOut(Body):
    """One article, rule, area … or whole part that differs; `lets`: what a rule lets out against before."""

    part: str
    id: str | None
    change: Literal["added", "removed", "changed"]
    lets: Literal["more", "less", "same", "otherwise"]
    fields: list[FieldChangeOut]


class RewordedOut(Body):
    """An article whose text differs: before and after, in the languages in which it does; null where it is the same."""

    id: str
    before: WordsOut
    after: WordsOut


class WiderOut(Body):
    """A rule under which more leaves, or otherwise than before, once the text is in force; in the caller's words."""

    lets: Literal["more", "otherwise"]
    clause: str
    rule: RuleOut


class NewKeysOut(Body):
    """A party whose keys an annex would replace; fingerprints of its card, as officers read them aloud."""

    party: str
    before: str = Field(description="Of the card with the keys in use.")
    after: str = Field(description="Of the card with the new keys: compared by voice before anybody signs.")


class MoveOnRecordOut(Body):
    """What a text on a record of cooperation would do, in the caller's words."""

    key: str = Field(description="The record, such as meeting/wg-sahel-1.")
    kind: str
    move: str
    move_name: str
    state_name: str = Field(description="The record's state now.")
    to_name: str | None = Field(description="Its state after the move; null where the move is not possible now.")
    sentence: str


class OpenTextOut(Body):
    """A text on the table: what it changes against the version in force, and what will leave by it."""

    hash: str
    office: str
    tabled_by: list[str]
    title: WordsOut | None
    in_force: str | None = Field(description="The day from which it is in force, once both have signed.")
    result: str | None = Field(description="The hash of the agreement that it makes.")
    text_hashes: WordsOut = Field(description="The wordings that it makes binding, by language.")
    document: dict[str, Any]
    differences: list[DifferenceOut]
    articles: list[RewordedOut]
    leaves: list[WiderOut]
    open_until_ms: int | None
    keys: list[NewKeysOut] = Field(description="Of an annex of keys: whose keys it would replace.")
    move: MoveOnRecordOut | None = Field(description="Of a text on a record of cooperation: what it would do.")
    problem: ProblemOut | None = Field(description="Why this text cannot be signed here; null where it can.")


class SignedOut(Body):
    """A party's answer; `passkey` is null for the partner."""

    party: str
    choice: str | None
    at_ms: int
    passkey: bool | None


class AwaitingOut(Body):
    """An open version of a series, ours to sign first."""

    schema_: Literal["comity/awaiting/1"] = Field(default="comity/awaiting/1", serialization_alias="schema")
    agreement: str
    series: str
    standing: str
    sentence: str
    round: int
    turn: Literal["ours", "partner", "either"]
    in_force: str | None = Field(description="The hash of the text in force that the new one follows.")
    texts: list[OpenTextOut]
    signed: list[SignedOut]


class PastVersionOut(Body):
    """A version of the agreement: its document, since when it is in force, and what it changed."""

    number: int
    hash: str
    in_force_ms: int
    title: WordsOut | None
    amendment: str | None = Field(description="The hash of the amendment that made it; null for the original.")
    document: dict[str, Any]
    differences: list[DifferenceOut]
    articles: list[RewordedOut]


class VersionsOut(Body):
    """All versions that both signed, the original first; `now` is the number of the one in force."""

    schema_: Literal["comity/versions/1"] = Field(default="comity/versions/1", serialization_alias="schema")
    agreement: str
    now: int
    versions: list[PastVersionOut]


Wording = dict[Literal["ar", "en", "fr"], Annotated[str, Field(max_length=60_000)]]


class TextDraftIn(Body):
    """A state of a draft: what an amendment changes (`articles`, `rules`, or all as `amended`), or a `document`."""

    draft: Annotated[str, Field(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
    series: Annotated[str, Field(min_length=1, max_length=128)] = "agreement"
    articles: dict[str, Wording] = Field(default={}, description="New text of each article, by language.")
    rules: dict[str, dict[str, Any]] = Field(default={}, description="New values of the fields of release rules.")
    continues: bool = Field(
        default=False,
        description="Of articles and rules: all else that the newest state of this draft changes stays in it.",
    )
    amended: dict[str, Any] | None = None
    title: dict[str, str] | None = None
    in_force: Day | None = None
    open_until_ms: Annotated[int, Field(ge=0, lt=2**53)] | None = Field(
        default=None, description="Of an amendment: until when it may be signed; after that it is turned down."
    )
    document: dict[str, Any] | None = None
    office: Office | None = None


class TextDraftOut(Body):
    """The newest state of a draft; `stale`: it was written for a version that has passed, or is not sound."""

    schema_: Literal["comity/draft/1"] = Field(default="comity/draft/1", serialization_alias="schema")
    draft: str
    series: str
    office: str
    at_ms: int
    states: int
    hash: str
    stale: bool
    document: dict[str, Any]
    differences: list[DifferenceOut]
    articles: list[RewordedOut]


class GiveUpIn(Body):
    """The draft that is given up."""

    office: Office | None = None


class NoticeIn(Body):
    """A notice of termination (no `acknowledges`), or the acknowledgement of one of the partner's."""

    acknowledges: Hash | None = None
    office: Office | None = None


class StopIn(Body):
    """What shall stand still, and why; or what goes on, with `lift`."""

    what: Literal["release", "partner"]
    why: Annotated[str, Field(max_length=64)] = ""
    lift: bool = False
    office: Office | None = None


class GivenNoticeOut(Body):
    """A notice in the record; its period runs from the other party's acknowledgement."""

    hash: str
    kind: Literal["termination", "freeze", "thaw", "unread"]
    by: str
    office: str
    at_ms: int
    acknowledged_ms: int | None
    ends_ms: int | None
    document: dict[str, Any]


class StopOut(Body):
    """What stands still on this node."""

    what: Literal["release", "partner"]
    at_ms: int
    office: str
    why: str


class NoticesOut(Body):
    """Notices and stops under an agreement; `ends_ms`: when it ends by a notice that was acknowledged."""

    schema_: Literal["comity/notices/1"] = Field(default="comity/notices/1", serialization_alias="schema")
    given: list[GivenNoticeOut]
    stops: list[StopOut]
    ends_ms: int | None


class ApprovalOut(Body):
    """Something that one office approved and that waits for another; release the same thing again to approve it."""

    schema_: Literal["comity/approval/1"] = Field(default="comity/approval/1", serialization_alias="schema")
    content: str
    rule: str
    clause: str
    kind: str
    subject: str
    purpose: str
    offices: list[str]
    missing: int
    since_ms: int
    until_ms: int


class OpenItemOut(Body):
    """Something begun and not ended: who began it, who answers for it now (null: nobody), when due, whose move."""

    kind: ItemKind
    subject: str
    office: str
    owner: str | None
    owner_title: InThreeOut | None = Field(description="What the owner is called; null where it was given no title.")
    due_ms: int | None
    owed_by: str
    late: bool


class InForceOut(Body):
    """A text in force: its series and its hash."""

    series: str
    hash: str


class HandOverOut(Body):
    """What a change of administration hands over under one agreement."""

    schema_: Literal["comity/hand-over/1"] = Field(default="comity/hand-over/1", serialization_alias="schema")
    agreement: str
    party: str
    at_ms: int
    version: int = Field(description="The number of the agreement's version in force; 0 is the original.")
    in_force: list[InForceOut]
    open: list[OpenItemOut]
    without_owner: int


class SuccessionIn(Body):
    """An office that takes over what another began and left open."""

    office: Office
    succeeds: Office
