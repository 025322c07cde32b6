"""What goes in and out of `/api/v1`: each body names its schema; instants are milliseconds since 1970."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Office = Annotated[
    str,
    Field(
        min_length=1,
        max_length=200,
        description="The office that acts; never a person. Left out by whoever is signed in.",
    ),
]
Hash = Annotated[str, Field(pattern="^sha256:[0-9a-f]{64}$")]
Id = Annotated[str, Field(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]


class Body(BaseModel):
    """A body that knows no unknown fields."""

    model_config = ConfigDict(extra="forbid")


class ProblemOut(BaseModel):
    """An error (RFC 9457) with what, why and remedy."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    what: str
    why: str
    remedy: str
    article: str | None = None


class NodeOut(Body):
    """The node: whose it is, and what it holds."""

    schema_: Literal["comity/node-state/1"] = Field(default="comity/node-state/1", serialization_alias="schema")
    party: str
    language: str
    version: str
    now_ms: int
    agreements: list[str]


class HeadOut(Body):
    """The head of a log."""

    origin: str
    size: int
    root: str
    receipted: int = Field(description="Entries that the other party durably holds.")


class CardOut(Body):
    """A party's public card, with the fingerprint that officers compare by voice."""

    party: str
    url: str
    log_key: str
    mirror_key: str
    fingerprint: str


class ClauseOut(Body):
    """A clause and whether it is at work."""

    id: str
    title: str
    starts: str
    at_work: bool


class AgreementOut(Body):
    """One agreement of the node."""

    schema_: Literal["comity/agreement-view/1"] = Field(default="comity/agreement-view/1", serialization_alias="schema")
    id: str
    hash: str
    title: str
    example: bool
    agreed: bool = Field(description="Whether the record shows this very text as agreed by both.")
    partner: str
    our_card: CardOut
    partner_card: CardOut | None
    our_log: HeadOut
    partner_log: HeadOut
    clauses: list[ClauseOut]
    domains: list[str] = Field(description="The fields of cooperation that it names, such as `rescue`.")


class EnrolIn(Body):
    """The partner's card to be pinned."""

    card: dict[str, Any]
    url: Annotated[str, Field(max_length=512)] | None = None


class EnrolOut(Body):
    """Both cards: compare the fingerprints by voice."""

    ours: CardOut
    theirs: CardOut


class SignatureOut(Body):
    """A party's answer to a version."""

    party: str
    choice: str | None
    at_ms: int
    position: int
    passkey: bool | None = Field(description="Whether an officer's passkey signed this very act; null for the partner.")


class VersionOut(Body):
    """One version of a series."""

    number: int
    outcome: str
    agreed: str | None
    signatures: list[SignatureOut]


class TextOut(Body):
    """A text by its hash."""

    hash: str
    office: str
    document: dict[str, Any]


class SeriesOut(Body):
    """Where a series stands."""

    schema_: Literal["comity/series/1"] = Field(default="comity/series/1", serialization_alias="schema")
    name: str
    standing: str
    sentence: str
    agreed: list[TextOut]
    tabled: list[TextOut]
    versions: list[VersionOut]


class TextIn(Body):
    """A text to be tabled; `agreement` and `keys` need no document, the node knows it."""

    series: Annotated[str, Field(min_length=1, max_length=128)]
    document: dict[str, Any] | None = None
    sign: bool = False
    office: Office | None = None


class VoteIn(Body):
    """A signature under a text, by its hash; `null` turns the version down."""

    series: Annotated[str, Field(min_length=1, max_length=128)]
    choice: Hash | None
    office: Office | None = None


class ActProofIn(Body):
    """The browser's answer to a challenge of `…/votes/challenge`."""

    ceremony: Annotated[str, Field(max_length=64)]
    credential: dict[str, Any]


class SignedVoteIn(VoteIn):
    """A signature; `passkey` proves that the office saw this very act. Only the EXAMPLE is signed without."""

    passkey: ActProofIn | None = None


class ActToSignOut(Body):
    """An act as an office is to see it, and the options for its passkey: the challenge is the act's hash."""

    schema_: Literal["comity/act-to-sign/1"] = Field(default="comity/act-to-sign/1", serialization_alias="schema")
    act: dict[str, Any]
    hash: str
    ceremony: str
    options: dict[str, Any]
    ends_ms: int


class EvidenceOut(Body):
    """What a passkey signed, checked against the log's commitment; `opening` and `evidence` are for an auditor."""

    schema_: Literal["comity/kept-evidence/1"] = Field(default="comity/kept-evidence/1", serialization_alias="schema")
    position: int
    opening: str
    evidence: dict[str, Any]


class DirectionOut(Body):
    """How one direction of the exchange stands."""

    state: str
    since_ms: int | None
    sentence: str
    problem: ProblemOut | None


class PeerOut(Body):
    """The partner under one agreement: `in` is our copy of its record, `out` its receipt of ours."""

    schema_: Literal["comity/peer/1"] = Field(default="comity/peer/1", serialization_alias="schema")
    agreement: str
    party: str
    url: str | None
    inward: DirectionOut
    outward: DirectionOut


class ResumeIn(Body):
    """The direction that shall be tried again."""

    direction: Literal["in", "out"]


class CaseIn(Body):
    """A case of the case format, as JSON; without `forcing` it takes the node's own currents and wind."""

    document: dict[str, Any]
    office: Office | None = None


class ActingIn(Body):
    """Who acts, where there is nothing else to say."""

    office: Office | None = None


class JobOut(Body):
    """A piece of work and how far it is."""

    job: int
    kind: str
    state: str
    done_permille: int
    problem: ProblemOut | None


Stage = Literal["awareness", "initial", "planning", "operations", "conclusion"]


class StandingIn(Body):
    """The stage that a case shall have; who co-ordinates the search is agreed by both (`POST …/custody`)."""

    stage: Stage
    smc: Literal["ours", "partner"] | None = Field(
        default=None, description="Whose centre co-ordinates: may be left out, and only say who does already."
    )
    office: Office | None = None


class OnSceneOut(Body):
    """The on-scene co-ordinator (OSC) of a case of ours: a unit, never a person."""

    unit: str
    since_ms: int
    office: str


class StandingOut(Body):
    """The stage of a case; `office` moved it there, or it follows from what was done (null)."""

    stage: Stage
    smc: Literal["ours", "partner"] = Field(description="Of a shared case, by what both signed; else who opened it.")
    since_ms: int | None
    office: str | None
    on_scene: OnSceneOut | None = Field(description="Who co-ordinates on scene; null: nobody is designated.")


class OnSceneIn(Body):
    """The unit that co-ordinates on scene from now on; null relieves it."""

    unit: Annotated[str, Field(min_length=1, max_length=64, pattern=r"\S")] | None
    office: Office | None = None


class GoneOut(Body):
    """Why nothing is shown of a partner's case any more; the record that it came stays."""

    how: Literal["erased", "recalled"]
    at_ms: int
    article: str
    sentence: str


class CaseOut(Body):
    """A search and rescue case."""

    schema_: Literal["comity/case-state/1"] = Field(default="comity/case-state/1", serialization_alias="schema")
    id: str
    badge: Literal["ours", "shared", "partner"]
    badge_words: str
    opened_ms: int
    document: dict[str, Any]
    files: list[str]
    standing: StandingOut
    drift: JobOut | None
    gone: GoneOut | None = Field(description="Set where its content was erased or recalled; `document` is empty then.")


class ReleaseIn(Body):
    """A case to be released, or only previewed; or its plan, or a search of ours that found nothing."""

    case: Id
    item: Literal["rescue.case", "rescue.plan", "rescue.search"] = "rescue.case"
    which: Annotated[str, Field(pattern=r"^([ab]|[1-9][0-9]{0,8})$")] | None = Field(
        default=None, description="Of plans `a` or `b`, of searches its number in the list of searches."
    )
    purpose: Annotated[str, Field(max_length=64)]
    preview: bool = False
    office: Office | None = None
    expects: Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$")] | None = None
    """The preview's `shown`: a form that has changed since is not sent."""


class ReleaseOut(Body):
    """What left or would leave: the record before and after, the rule and its clause."""

    schema_: Literal["comity/release-answer/1"] = Field(default="comity/release-answer/1", serialization_alias="schema")
    decision: Literal["released", "held", "refused"]
    sentence: str
    preview: bool
    case: str
    clause: str
    rule: str | None
    reason: str | None
    until_ms: int | None
    keep_until_ms: int | None
    before: dict[str, Any]
    after: dict[str, Any] | None
    shown: str
    position: int | None
    blob: str | None


class MovedOut(Body):
    """One thing that left or arrived."""

    direction: Literal["in", "out"]
    position: int
    item: str
    rule: str
    clause: str
    subject: str
    at_ms: int
    blob: str
    state: str
    erased_ms: int | None = Field(description="When this node erased the content; the record of it stays.")
    erased_under: str = Field(description="The article under which contents are erased.")
    fate: Literal["stands", "corrected", "recalled", "in_part"]
    fate_words: str
    fate_since_ms: int | None
    fate_why: str | None
    replaced_by: str | None


class ExchangeOut(Body):
    """What left and what arrived under one agreement."""

    schema_: Literal["comity/exchange/1"] = Field(default="comity/exchange/1", serialization_alias="schema")
    agreement: str
    moved: list[MovedOut]
