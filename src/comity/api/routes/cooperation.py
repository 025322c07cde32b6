"""Cooperation: records in lines and in full, moves, what is ours alone, templates, offices, what did not count."""

from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import Field

from comity.api.bounded import AT_ONCE, After, Limit, part
from comity.api.cooperation_lines import lines_of
from comity.api.cooperation_models import (
    ActIn,
    Fields,
    GivenOfficesOut,
    Instant,
    InThreeOut,
    Kind,
    NamedOut,
    NationalIn,
    NotCountedOut,
    OfficeIn,
    OfficesIn,
    RecordLineOut,
    RecordOut,
    TemplateFieldOut,
    TemplateIn,
    TemplateOut,
)
from comity.api.cooperation_words import in_three, line_out, not_counted_out, record_out
from comity.api.models import Body, Office
from comity.api.officers import Acting, must_be, office_of
from comity.api.served import CallersWords, ServedNode
from comity.cooperation import PROPOSE
from comity.files.words import Words
from comity.node.app import Node
from comity.node.cooperation import books
from comity.node.cooperation_given import given
from comity.node.cooperation_records import Lines
from comity.node.services import cooperation
from comity.node.services.cooperation import KnownTemplate, Proposal, RecordState

router = APIRouter(prefix="/api/v1/agreements/{agreement_id}/cooperation")

NAME = "^[a-z0-9]+(-[a-z0-9]+)*$"
Record = Annotated[str, Path(pattern=NAME, max_length=64)]
At = Annotated[Instant | None, Query(description="The record as it stood at that instant.")]
Filter = Annotated[str | None, Query(max_length=128)]


class ProposalIn(Body):
    """A record that is to be, with its fields; national ones stay home."""

    kind: Kind
    record: Annotated[str, Field(pattern=NAME, max_length=64)]
    fields: Fields


class ProposalsIn(Body):
    """Records that are proposed all or none, in this order: each may name those before it."""

    proposals: Annotated[list[ProposalIn], Field(min_length=1, max_length=2_000)]
    office: Office | None = None


class ProposedOut(Body):
    """The keys of the records that were proposed."""

    keys: list[str]


@router.get("/records")
def get_records(
    agreement_id: str,
    node: ServedNode,
    request: Request,
    response: Response,
    kind: Kind | None = None,
    about: Annotated[Filter, Query(description="Only what stands about this record, such as group/wg-sahel.")] = None,
    state: Filter = None,
    at_ms: At = None,
    is_open: Annotated[bool | None, Query(alias="open", description="Whether anything can still happen to it.")] = None,
    limit: Limit = AT_ONCE,
    after: After = None,
) -> list[RecordLineOut]:
    """List the records of cooperation, by name; where more follow, `Link` says where they begin."""
    lines = lines_of(node, agreement_id, at_ms)
    standings = lines.book.standings
    known = standings if about is None else {each.standing.key for each in lines.about(about)}
    found = (
        standings[key]
        for key in sorted(known)
        if (after is None or key > after)
        and (kind is None or standings[key].kind == kind)
        and (state is None or standings[key].state == state)
        and (is_open is None or standings[key].is_final != is_open)
    )
    return [line_out(lines.line(each)) for each in part(found, limit, lambda each: each.key, request, response)]


@router.post("/records", status_code=201)
def post_records(agreement_id: str, body: ProposalsIn, node: ServedNode, acting: Acting) -> ProposedOut:
    """Propose many records at once (approver): all of them, or none where one would not count."""
    proposals = [Proposal(each.kind, each.record, each.fields) for each in body.proposals]
    cooperation.propose_all(node, agreement_id, proposals, office=office_of(acting, body.office))
    return ProposedOut(keys=[each.key for each in proposals])


@router.get("/records/{kind}/{record}")
def get_record(
    agreement_id: str, kind: Kind, record: Record, node: ServedNode, words: CallersWords, at_ms: At = None
) -> RecordOut:
    """Show a record: its fields, its past, the moves that are open, what stands about it."""
    return _record(node, cooperation.record_state(node, agreement_id, kind, record, at_ms=at_ms), words)


@router.post("/records/{kind}/{record}/acts", status_code=201)
def post_record_act(
    agreement_id: str,
    kind: Kind,
    record: Record,
    body: ActIn,
    node: ServedNode,
    words: CallersWords,
    acting: Acting,
) -> RecordOut:
    """Make a move: at once where one party makes it (approver), tabled and with `sign` signed where both must sign."""
    if body.sign or body.move == PROPOSE or not _is_of_both(node, agreement_id, f"{kind}/{record}", body.move):
        must_be(acting, "approver")
    state = cooperation.act(
        node,
        agreement_id,
        kind,
        record,
        body.move,
        body.fields,
        office=office_of(acting, body.office),
        sign=body.sign,
        open_until_ms=body.open_until_ms,
    )
    return _record(node, state, words)


@router.put("/records/{kind}/{record}/national")
def put_national(
    agreement_id: str,
    kind: Kind,
    record: Record,
    body: NationalIn,
    node: ServedNode,
    words: CallersWords,
    acting: Acting,
) -> RecordOut:
    """Keep at home what is ours alone on a record; null empties a field."""
    office = office_of(acting, body.office)
    state = cooperation.keep_national(node, agreement_id, kind, record, body.fields, office=office)
    return _record(node, state, words)


@router.get("/templates")
def get_templates(agreement_id: str, node: ServedNode) -> list[TemplateOut]:
    """List the kinds of initiative at hand, and by which decision each was adopted."""
    return [_template(each) for each in cooperation.templates(node, agreement_id)]


@router.post("/templates", status_code=201)
def post_template(agreement_id: str, body: TemplateIn, node: ServedNode, acting: Acting) -> TemplateOut:
    """Put a template into our log (approver), so that both nodes know it; a decision of both adopts it."""
    office = office_of(acting, body.office)
    return _template(cooperation.propose_template(node, agreement_id, body.toml, office=office))


@router.get("/offices")
def get_given_offices(agreement_id: str, node: ServedNode) -> list[GivenOfficesOut]:
    """List the offices that sign for each party, as it said in its log."""
    holding = node.holding(agreement_id)
    found = []
    for party, each in zip(holding.agreement.parties, given(holding), strict=True):
        lists = each.lists(each.size)
        offices = [OfficeIn.model_validate(one) for one in lists[-1].document["offices"]] if lists else []
        found.append(GivenOfficesOut(party=party.id, since_ms=lists[-1].since_ms if lists else None, offices=offices))
    return found


@router.post("/offices", status_code=201)
def post_given_offices(agreement_id: str, body: OfficesIn, node: ServedNode, acting: Acting) -> list[GivenOfficesOut]:
    """Say in our log which offices sign for us (approver)."""
    offices = [each.model_dump(exclude_none=True) for each in body.offices]
    cooperation.give_offices(node, agreement_id, offices, office=office_of(acting, body.office))
    return get_given_offices(agreement_id, node)


@router.get("/not-counted")
def get_not_counted(
    agreement_id: str,
    node: ServedNode,
    words: CallersWords,
    request: Request,
    response: Response,
    limit: Limit = AT_ONCE,
    after: Annotated[int, Query(ge=0, description="How many to pass over.")] = 0,
) -> list[NotCountedOut]:
    """List the acts that stand in a log and changed nothing, with the reason of each, the oldest first."""
    found = enumerate(books(node, node.holding(agreement_id)).view.not_counted, 1)
    some = part(islice(found, after, None), limit, lambda each: each[0], request, response)
    return [not_counted_out(each, words) for _, each in some]


def _is_of_both(node: Node, agreement_id: str, key: str, move: str) -> bool:
    standing = books(node, node.holding(agreement_id)).view.standings.get(key)
    step = standing.life.moves[standing.state].get(move) if standing else None
    return step is not None and step.signatures > 1


def _record(node: Node, state: RecordState, words: Words) -> RecordOut:
    lines = Lines(node, state.found, state.book, state.agreed_book, state.found.of_view)
    return record_out(state, lines, words)


def _template(known: KnownTemplate) -> TemplateOut:
    template = known.template
    return TemplateOut(
        id=template.id,
        hash=template.hash,
        title=in_three(template.title),
        initial=template.life.start,
        states=[NamedOut(name=name, title=in_three(title)) for name, title in template.state_titles.items()],
        roles=[NamedOut(name=name, title=in_three(title)) for name, title in template.roles.items()],
        fields=[
            TemplateFieldOut(
                name=name,
                title=InThreeOut(ar=each.title.ar, en=each.title.en, fr=each.title.fr),
                type=each.type,
                level=each.level,
                unit=each.unit,
                choices=list(each.choices),
            )
            for name, each in template.fields.items()
        ],
        is_adopted=known.decision is not None,
        decision=known.decision,
        is_shipped=known.is_shipped,
    )
