"""Records of cooperation as they go out: names in three languages, reasons in the caller's."""

from functools import lru_cache, partial
from typing import Any

from comity.agreement import Sentence, Text
from comity.api.cooperation_models import (
    InitiativeAccountOut,
    InThreeOut,
    NeedOut,
    NotCountedOut,
    OpenMoveOut,
    PastActOut,
    PositionOut,
    RecordLineOut,
    RecordOut,
    TabledTextOut,
    TextWaitsOut,
    UnitCostOut,
)
from comity.cooperation import (
    Book,
    NotCounted,
    Standing,
    balance_of,
    kind_words,
    move_words,
    need_words,
    progress_of,
    state_words,
    unit_costs_of,
)
from comity.files.agreements import in_words
from comity.files.words import Words, words
from comity.node.cooperation import series_of
from comity.node.cooperation_records import (
    Line,
    Lines,
    field_levels,
    not_counted_on,
    open_moves,
    past,
    title_of,
)
from comity.node.services.cooperation import RecordState

PERMILLE = 1000


def in_three(said: Sentence | Text) -> InThreeOut:
    """Return words in the three languages: a wording as it is, a message from the catalogue."""
    if isinstance(said, Text):
        return InThreeOut(ar=said.ar, en=said.en, fr=said.fr)
    return _named(said.message, tuple(said.values.items()))


@lru_cache(maxsize=4096)
def _named(message: str, values: tuple[tuple[str, Any], ...]) -> InThreeOut:
    """Return a message of the catalogue; a list of records says the same few names again and again."""
    return InThreeOut(**{each: in_words(Sentence(message, dict(values)), words(each)) for each in ("ar", "en", "fr")})


def line_out(line: Line) -> RecordLineOut:
    """Return a record in one line."""
    return RecordLineOut(**line_fields(line))


def record_out(state: RecordState, lines: Lines, callers: Words) -> RecordOut:
    """Return a record in full."""
    standing, reading, book = state.standing, lines.reading, state.book
    move_name = partial(move_words, standing)
    document: dict[str, Any] = dict(standing.document)
    if state.national:
        document["national"] = dict(state.national)
    return RecordOut(
        **line_fields(lines.line(standing)),
        document=document,
        version=standing.version,
        head=standing.head,
        proposer=standing.proposer,
        entered=dict(standing.entered),
        history=[
            PastActOut(
                act=each.act,
                move=each.move,
                move_name=in_three(move_name(each.move)),
                by=each.by,
                offices=list(each.offices),
                at_ms=each.at_ms,
                positions=[PositionOut(party=party, position=position) for party, position in each.positions],
                series=each.series,
            )
            for each in past(reading, standing)
        ],
        moves=[
            OpenMoveOut(
                move=each.move,
                name=in_three(move_name(each.move)),
                to=each.step.to,
                sign="both" if each.step.signatures > 1 else "one",
                ours=each.ours,
                sets=list(each.sets),
                needs=[
                    NeedOut(need=need, words=in_words(need_words(standing, need), callers), is_met=is_met)
                    for need, is_met in each.needs
                ],
            )
            for each in open_moves(reading, book, standing, party=lines.node.party)
        ],
        tabled=[
            TabledTextOut(
                move=move,
                move_name=in_three(move_name(move)),
                office=office,
                hash=identity,
                series=series_of(standing.key),
            )
            for move, identity, office in lines.tabled(standing.key)
        ],
        about=[line_out(each) for each in lines.about(standing.key)],
        account=account_out(book, standing),
        unit_costs=unit_costs_out(standing),
        progress_permille=int(progress_of(standing) * PERMILLE) if standing.kind == "initiative" else None,
        not_counted=[not_counted_out(each, callers) for each in not_counted_on(book, standing.key)],
        field_levels=field_levels(standing),
    )


def not_counted_out(each: NotCounted, callers: Words) -> NotCountedOut:
    """Return an act that changed nothing, with its reason."""
    said = callers.error(each.why)
    return NotCountedOut(key=each.key, act=each.act, move=each.move, at_ms=each.at_ms, code=each.why.code, **said)


def line_fields(line: Line) -> dict[str, Any]:
    """Return what every form of a record says of it in one line."""
    standing = line.standing
    waiting = line.waiting
    return {
        "key": standing.key,
        "kind": standing.kind,
        "kind_name": in_three(kind_words(standing)),
        "id": standing.id,
        "title": in_three(title_of(standing)),
        "state": standing.state,
        "state_name": in_three(state_words(standing)),
        "since_ms": standing.since_ms,
        "owner_party": standing.fields["owner_party"],
        "owner_office": standing.fields["owner_office"],
        "group": line.group,
        "initiative": line.initiative,
        "domain": line.domain,
        "due_ms": line.due_ms,
        "due_what": line.due_what,
        "is_late": line.is_late,
        "is_final": standing.is_final,
        "level": standing.fields.get("level", "bilateral"),
        "example": standing.fields["example"],
        "waiting": None
        if waiting is None
        else TextWaitsOut(**vars(waiting), move_name=in_three(move_words(standing, waiting.move))),
        "is_receipted": line.is_receipted,
        "agreed_state": line.agreed_state,
    }


def account_out(book: Book, standing: Standing) -> InitiativeAccountOut | None:
    """Return what flowed under an initiative; other kinds have no account."""
    if standing.kind != "initiative":
        return None
    balance = balance_of(book, standing.id)
    return InitiativeAccountOut(
        paid_minor=balance.paid_minor,
        claimed_minor=balance.claimed_minor,
        currency=balance.currency,
        value_minor=balance.value_minor,
        ordered=dict(balance.ordered),
        delivered=dict(balance.delivered),
    )


def unit_costs_out(standing: Standing) -> list[UnitCostOut]:
    """Return the value of an initiative for each unit by which its template compares offers."""
    template = standing.template
    if template is None:
        return []
    return [
        UnitCostOut(
            name=name,
            title=in_three(template.unit_costs[name].title),
            numerator=each.numerator,
            denominator=each.denominator,
        )
        for name, each in unit_costs_of(standing).items()
    ]
