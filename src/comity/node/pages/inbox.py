"""Awaiting signature: each open version, its texts, what they change, and what would leave that does not leave now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from comity.agreement import Agreement, Difference, FieldChange, Rule, Text, differences, read_amendment, rule_lets
from comity.agreement import read_agreement as agreement_of
from comity.ground import ComityError, InvalidInput, Refused
from comity.ledger import ROOT, Series
from comity.ledger import Text as Tabled
from comity.node.act_evidence import positions
from comity.node.annexes import NewKeys, new_keys
from comity.node.app import Holding, Node
from comity.node.cooperation import books, is_cooperation
from comity.node.cooperation_texts import MoveOnRecord, changes_of, flaw_of, move_on_record
from comity.node.incident_texts import check_text, is_of_incident, title_of_text
from comity.node.pages.articles import Reworded, reworded
from comity.node.pages.today import title_of
from comity.node.record import AGREEMENT, DECISIONS, KEYS, Records, Standing, at_work_or_none, records, standing
from comity.node.tabling import holds_text

Turn = Literal["ours", "partner", "either"]

LOOKED_AT_MOST, LOOKED_AT_MOST_IN_ALL = 20, 200
"""How many texts on a record, and on all records, are tried before they are shown, those that the partner signed first:
each costs some milliseconds, and a party may put as many on the table as it likes."""


@dataclass(frozen=True)
class Signed:
    """Who answered a version, and how: the hash of a text, or `None` for a no."""

    party: str
    choice: str | None
    at_ms: int
    passkey: bool | None


@dataclass(frozen=True)
class Wider:
    """A rule under which more leaves, or otherwise than before, once the text is in force; `after` is its new form."""

    rule: Rule
    lets: Literal["more", "otherwise"]
    agreement: Agreement


@dataclass(frozen=True)
class OpenText:
    """A text on the table: its hash and document, its wordings by hash, its differences, and what will leave by it.

    `keys`: of an annex, whose keys it would replace. `move`: of a text on a record of cooperation, what it would do.
    """

    hash: str
    office: str
    tabled_by: tuple[str, ...]
    title: Text | None
    in_force: str | None
    result: str | None
    texts: Mapping[str, str]
    document: Mapping[str, Any]
    differences: tuple[Difference, ...]
    articles: tuple[Reworded, ...]
    leaves: tuple[Wider, ...]
    open_until_ms: int | None
    keys: tuple[NewKeys, ...]
    move: MoveOnRecord | None
    flaw: ComityError | None


@dataclass(frozen=True)
class Awaiting:
    """An open version of a series: what it waits for, whose turn it is to propose, its texts, who signed."""

    agreement: str
    series: str
    standing: Standing
    parent: str
    round: int
    turn: Turn
    in_force: str | None
    texts: tuple[OpenText, ...]
    signed: tuple[Signed, ...]


def inbox(node: Node, agreement_id: str) -> list[Awaiting]:
    """Return every open version with a text on the table or an answer given, ours to sign first."""
    holding = node.holding(agreement_id)
    found = records(node, holding)
    proved = positions(node, holding.card.agreement)
    opened = [name for name, series in found.view.series.items() if _is_open(series)]
    tried = _tried(found, opened)
    waiting = [_awaiting(node, holding, found, name, proved, tried) for name in opened]
    order = ("awaiting_us", "tabled", "awaiting_partner", "awaiting_receipt")
    return sorted(waiting, key=lambda each: (order.index(each.standing) if each.standing in order else 9, each.series))


def _tried(found: Records, opened: Sequence[str]) -> frozenset[tuple[str, str]]:
    """Return which texts on records are looked at, by series and hash: what the partner signed, then the first."""
    signed, others = list[tuple[str, str]](), list[tuple[str, str]]()
    for name in filter(is_cooperation, opened):
        series = found.view.series[name]
        ballot = series.slots[-1].ballots[found.theirs]
        choice = None if ballot is None else ballot.choice
        hashes = sorted((each.hash for each in series.tabled), key=lambda each: each != choice)  # else as tabled
        for each in hashes[:LOOKED_AT_MOST]:
            (signed if each == choice else others).append((name, each))
    return frozenset((signed + others)[:LOOKED_AT_MOST_IN_ALL])


def _is_open(series: Series) -> bool:
    return bool(series.tabled) or any(series.slots[-1].ballots)


def _awaiting(
    node: Node,
    holding: Holding,
    found: Records,
    name: str,
    proved: frozenset[int],
    tried: frozenset[tuple[str, str]],
) -> Awaiting:
    series = found.view.series[name]
    slot = series.slots[-1]
    parties = [each.id for each in holding.agreement.parties]
    turn = (len(series.in_force) + slot.round) % 2
    return Awaiting(
        agreement=holding.card.agreement,
        series=name,
        standing=standing(found, name),
        parent=slot.parent,
        round=slot.round,
        turn="either" if slot.round == 0 else "ours" if turn == found.ours else "partner",
        in_force=None if slot.parent == ROOT else slot.parent,
        texts=tuple(
            _on_record(node, holding, name, each, is_tried=(name, each.hash) in tried)
            if is_cooperation(name)
            else _text(node, holding, found, name, each)
            for each in series.tabled
        ),
        signed=tuple(
            Signed(
                parties[place],
                ballot.choice,
                ballot.time_ms,
                ballot.index in proved if place == found.ours else None,
            )
            for place, ballot in enumerate(slot.ballots)
            if ballot is not None
        ),
    )


def _text(node: Node, holding: Holding, found: Records, series: str, text: Tabled) -> OpenText:
    document, flaw = dict(text.document), cast(ComityError | None, None)
    changed: tuple[Difference, ...] = ()
    leaves: tuple[Wider, ...] = ()
    articles: tuple[Reworded, ...] = ()
    result, texts = None, dict[str, str]()
    try:
        if is_of_incident(series):
            check_text(node, holding, found, series, document)
        elif series == AGREEMENT and found.view.in_force(AGREEMENT):
            before, read = holding.in_force.newest, read_amendment(document, holding.in_force.newest.document)
            changed = differences(before.document, read.document)
            leaves = _wider(before.agreement.rules, read.agreement)
            result, texts = read.result, dict(read.agreement.texts)
            articles = tuple(reworded(node, holding, before.agreement, read.agreement, carried=read.wordings))
        elif series == AGREEMENT:
            agreement = agreement_of(document)
            leaves, result, texts = _wider((), agreement), text.hash, dict(agreement.texts)
        elif series.startswith(DECISIONS):
            leaves = _put_to_work(holding, found, document)
        else:
            changed = _other(found.view.in_force(series), document)
    except (InvalidInput, Refused) as error:
        flaw = error
    return OpenText(
        hash=text.hash,
        office=text.office,
        tabled_by=_tabled_by(holding, text),
        title=_title_of(holding, series, document),
        in_force=document.get("in_force") if isinstance(document.get("in_force"), str) else None,
        result=result,
        texts=texts,
        document=document,
        differences=changed,
        articles=articles,
        leaves=leaves,
        open_until_ms=text.open_until_ms,
        keys=tuple(new_keys(node, holding, document)) if series == KEYS else (),
        move=None,
        flaw=flaw,
    )


def _on_record(node: Node, holding: Holding, series: str, text: Tabled, *, is_tried: bool) -> OpenText:
    """Return a text on a record of cooperation: its move in words, what it changes, and its flaw where it is tried."""
    document, known = dict(text.document), books(node, holding)
    move, texts = move_on_record(known, document), document.get("texts")
    change = Difference("fields", None, "changed", changes_of(known, document), "same")
    return OpenText(
        hash=text.hash,
        office=text.office,
        tabled_by=_tabled_by(holding, text),
        title=move.title if move else None,
        in_force=None,
        result=None,
        texts={each: str(said) for each, said in texts.items()} if isinstance(texts, dict) else {},
        document=document,
        differences=(change,) if change.fields else (),
        articles=(),
        leaves=(),
        open_until_ms=text.open_until_ms,
        keys=(),
        move=move,
        flaw=flaw_of(node, holding, series, document) if is_tried else _not_looked_at(),
    )


def _not_looked_at() -> InvalidInput:
    return InvalidInput(
        "node.text_not_looked_at",
        "Whether this text would count was not looked at.",
        why="so many texts are on the table that only the first {most} of a record, and {all} in all, are tried here",
        remedy="turn down what is in the way; whoever signs this one has it checked all the same",
        most=LOOKED_AT_MOST,
        all=LOOKED_AT_MOST_IN_ALL,
    )


def _tabled_by(holding: Holding, text: Tabled) -> tuple[str, ...]:
    """Return the parties whose log holds the text, in the agreement's order."""
    books = {holding.card.party: holding.own, holding.partner_id: holding.copy}
    return tuple(party.id for party in holding.agreement.parties if holds_text(books[party.id], text.hash))


def _wider(before: tuple[Rule, ...], after: Agreement) -> tuple[Wider, ...]:
    """Return the rules of a version that let out more than before, or otherwise; new ones let out more."""
    known = {each.id: each for each in before}
    lets = [(rule, rule_lets(known.get(rule.id), rule)) for rule in after.rules]
    return tuple(Wider(rule, each, after) for rule, each in lets if each in ("more", "otherwise"))


def _put_to_work(holding: Holding, found: Records, document: Mapping[str, Any]) -> tuple[Wider, ...]:
    """Return the rules of the clauses that a decision puts to work and that were not."""
    effects = document.get("effects")
    named = {each.get("clause") for each in effects if isinstance(each, dict)} if isinstance(effects, list) else set()
    agreement = holding.agreement
    new = named - at_work_or_none(found.agreed, holding)
    return tuple(Wider(rule, "more", agreement) for rule in agreement.rules if rule.clause in new)


def _other(in_force: tuple[Tabled, ...], document: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Return what differs between another text, such as the annex of keys, and the one in force."""
    before = dict(in_force[-1].document) if in_force else {}
    return tuple(
        Difference(part, None, "changed", (FieldChange("", before.get(part), document.get(part)),), "same")
        for part in sorted({*before, *document})
        if before.get(part) != document.get(part)
    )


def _title_of(holding: Holding, series: str, document: Mapping[str, Any]) -> Text | None:
    if is_of_incident(series):
        return title_of_text(holding, document)
    return _title(document) if "changes" in document else title_of(series, document, holding)


def _title(document: Mapping[str, Any]) -> Text | None:
    title = document.get("title")
    if not isinstance(title, dict) or set(title) != {"ar", "en", "fr"}:
        return None
    return Text(**{language: str(each)[:400] for language, each in title.items()})
