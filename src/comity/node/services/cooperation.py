"""Cooperation: make a move on a record, keep what is ours alone, propose a template, say where every record stands.

A move of one party is a message in our log. A move of both is a text in the series `cooperation/<kind>/<id>`, which the
partner signs as any other text. Before either is written it is read with both logs as if it stood there: what would not
count is refused with the record's own reason. Instants are milliseconds since 1970.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from comity.agreement import read_office_titles, read_offices
from comity.cooperation import (
    PROPOSE,
    Book,
    Standing,
    Template,
    Waiting,
    check_act,
    read_template,
)
from comity.files.initiatives import shipped_template_documents, template_document
from comity.ground import InvalidInput, advance
from comity.ledger import SALT_BYTES, Series, Text, document_hash, message_entry
from comity.node import act_evidence
from comity.node.app import Holding, Node
from comity.node.cooperation import (
    Books,
    as_of,
    books,
    series_of,
    shipped_templates,
)
from comity.node.cooperation_drafts import completed, drafted
from comity.node.cooperation_given import OFFICE_TITLES, OFFICES, TEMPLATE, check_room, given
from comity.node.cooperation_national import check_national, keep, national_of, not_national, parted
from comity.node.cooperation_trial import check_all_count, check_approver, check_counts, text_waits
from comity.node.partners import check_may_append
from comity.node.peers import ask_once
from comity.node.tabling import is_signed, is_tabled, signed_entry, tabled_entry


@dataclass(frozen=True)
class RecordState:
    """A record as it stands, or stood: by our view, as both durably hold it (None: not yet), what waits, what is ours.

    `book` and `agreed_book` are those that it was read from, `found` all that both logs say now.
    """

    standing: Standing
    agreed: Standing | None
    waiting: Waiting | None
    national: Mapping[str, Any]
    book: Book
    agreed_book: Book
    found: Books


@dataclass(frozen=True)
class Proposal:
    """A record that is to be: its kind, its name, its fields, national ones among them."""

    kind: str
    record: str
    fields: Mapping[str, Any]

    @property
    def key(self) -> str:
        """Its kind and its name, `kind/name`."""
        return f"{self.kind}/{self.record}"


@dataclass(frozen=True)
class KnownTemplate:
    """A template at hand: whether it ships with Comity, and the decision that adopted it, if one did."""

    template: Template
    is_shipped: bool
    decision: str | None


def act(
    node: Node,
    agreement_id: str,
    kind: str,
    record: str,
    move: str,
    fields: Mapping[str, Any],
    *,
    office: str,
    sign: bool,
    open_until_ms: int | None = None,
) -> RecordState:
    """Make a move on a record, or table it and sign at once where both must sign; `propose` opens the record.

    National fields among these stay home. Where the very same move is on the table already, it is signed in its stead.

    Raises
    ------
    ComityError
        What the record would say against the act; `node.text_waits` where another text on the record waits first.
    """
    holding = node.holding(agreement_id)
    _check_may_sign(node, holding, f"{kind}/{record}", move, office=office, sign=sign)
    ask_once(node, agreement_id)
    with node.turn:
        found, key = books(node, holding), f"{kind}/{record}"
        standing = found.view.standings.get(key)
        if move == PROPOSE:
            fields = completed(node, holding, found, kind, record, fields, office)
        elif standing is None:
            raise no_such_record(key)
        document, stays = drafted(holding, found, standing, (kind, record, move), fields)
        if open_until_ms is not None:
            document["open_until_ms"] = open_until_ms
            check_act(document)
        if standing is not None and _needs_both(standing, move):
            new = _tabled(node, holding, found, document, office=office, sign=sign)
        else:
            new = _said(node, holding, document, office)
        _append(node, holding, new, key, stays, office)
        return record_state(node, agreement_id, kind, record)


def propose_all(node: Node, agreement_id: str, proposals: Sequence[Proposal], *, office: str) -> None:
    """Propose records one after the other, in one write of our log: all of them, or none where one would not count.

    Each may name those before it.

    Raises
    ------
    ComityError
        What the record would say against the first that would not count.
    """
    holding = node.holding(agreement_id)
    check_approver(node, holding, office)
    ask_once(node, agreement_id)
    with node.turn:
        found = books(node, holding)
        documents, national = list[dict[str, Any]](), dict[str, Mapping[str, Any]]()
        for before, each in enumerate(proposals):
            fields = completed(node, holding, found, each.kind, each.record, each.fields, office)
            named = (each.kind, each.record, PROPOSE)
            document, national[each.key] = drafted(holding, found, None, named, fields, before=before)
            documents.append(document)
        check_all_count(node, holding, documents, office=office)
        carried = _carried(holding, documents)
        new = [_message(node, each, office) for each in (*carried, *documents)]
        _append_all(node, holding, new, national, office)


def record_state(node: Node, agreement_id: str, kind: str, record: str, *, at_ms: int | None = None) -> RecordState:
    """Return where a record stands, or stood at a past instant; `InvalidInput` where there is none."""
    holding = node.holding(agreement_id)
    found, key = books(node, holding), f"{kind}/{record}"
    agreed, book = (found.agreed, found.view) if at_ms is None else as_of(node, holding, found, at_ms)
    if key not in book.standings:
        raise no_such_record(key)
    return RecordState(
        book.standings[key],
        agreed.standings.get(key),
        next((each for each in book.waiting if each.act.key == key), None),
        national_of(node, agreement_id, key) if at_ms is None else {},
        book,
        agreed,
        found,
    )


def keep_national(
    node: Node, agreement_id: str, kind: str, record: str, fields: Mapping[str, Any], *, office: str
) -> RecordState:
    """Keep what is ours alone on a record; nothing leaves. `None` empties a field."""
    holding = node.holding(agreement_id)
    with node.turn:
        key = f"{kind}/{record}"
        standing = books(node, holding).view.standings.get(key)
        if standing is None:
            raise no_such_record(key)
        template = standing.template
        leaves, stays = parted(kind, fields, standing.fields, template.levels if template else {})
        shared = [name for name, value in leaves.items() if value not in ([], {})]
        if shared:
            raise not_national(shared)
        check_national(kind, stays, template)
        with node.store.writing() as connection:
            keep(connection, agreement_id, key, stays, office=office, now_ms=node.clock())
        return record_state(node, agreement_id, kind, record)


def propose_template(node: Node, agreement_id: str, toml: str, *, office: str) -> KnownTemplate:
    """Put a template into our log, so that both nodes know it; a decision of both adopts it by its hash."""
    holding = node.holding(agreement_id)
    document = template_document(toml.encode(), "template.toml")
    template = read_template(document)
    ask_once(node, agreement_id)
    with node.turn:
        if template.hash not in _in_logs(holding):
            check_room(holding, TEMPLATE)
            _append(node, holding, [_message(node, document, office)], "", {}, office)
        return next(each for each in templates(node, agreement_id) if each.template.hash == template.hash)


def templates(node: Node, agreement_id: str) -> list[KnownTemplate]:
    """Return every template at hand, by name: those that ship with Comity and those that stand in a log."""
    found = books(node, node.holding(agreement_id))
    shipped = {each.hash for each in shipped_templates()}
    known = sorted(found.of_view.framework.templates.values(), key=lambda each: (each.id, each.hash))
    return [KnownTemplate(each, each.hash in shipped, found.view.adopted.get(each.hash)) for each in known]


def give_offices(node: Node, agreement_id: str, offices: Sequence[Mapping[str, Any]], *, office: str) -> None:
    """Say in our log which offices hold which roles from when to when: from then on only these sign for us."""
    holding = node.holding(agreement_id)
    ask_once(node, agreement_id)
    document = {"schema": OFFICES, **_ours(node, holding), "offices": [dict(each) for each in offices]}
    with node.turn:
        read_offices(document, holding.agreement)
        known = given(holding)[holding.ours].lists(holding.own.size)
        if not known or dict(known[-1].document) != document:
            check_room(holding, OFFICES)
            _append(node, holding, [_message(node, document, office)], "", {}, office)


def give_office_titles(
    node: Node, agreement_id: str, titles: Sequence[Mapping[str, Any]], *, office: str
) -> Sequence[Mapping[str, Any]]:
    """Say in our log what our offices are called in three languages; return those that were not called so already."""
    holding = node.holding(agreement_id)
    ask_once(node, agreement_id)
    with node.turn:
        document = {"schema": OFFICE_TITLES, **_ours(node, holding), "titles": [dict(each) for each in titles]}
        asked, known = read_office_titles(document, holding.agreement), given(holding)[holding.ours]
        new = [each for each in titles if known.title(each["office"], holding.own.size) != asked[each["office"]]]
        if new:
            check_room(holding, OFFICE_TITLES, titles=len(new))
            _append(node, holding, [_message(node, {**document, "titles": new}, office)], "", {}, office)
        return new


def _ours(node: Node, holding: Holding) -> Mapping[str, Any]:
    return {"example": holding.agreement.example, "agreement": holding.agreement.id, "party": node.party}


def no_such_record(key: str) -> InvalidInput:
    """Say that nobody proposed a record."""
    return InvalidInput(
        "node.no_such_record",
        "There is no record {record}.",
        why="neither party's record holds a proposal of that name, as far as it is here",
        remedy="check its kind and its name in the list, or propose it",
        record=key[:140],
    )


def _check_may_sign(node: Node, holding: Holding, key: str, move: str, *, office: str, sign: bool) -> None:
    """Raise why an office could not sign now, before the partner is asked for anything; a drafter tables unsigned.

    A record that came to us only with the answer is looked at when the act is tried.
    """
    standing = books(node, holding).view.standings.get(key)
    step = standing.life.moves[standing.state].get(move) if standing else None
    if sign or move == PROPOSE or (step is not None and step.signatures == 1):
        check_approver(node, holding, office)
    if sign and step is not None and step.signatures > 1:
        act_evidence.check_may_sign(holding, None)


def _needs_both(standing: Standing, move: str) -> bool:
    """Tell whether a move needs both signatures, or raise what the life says against it from this state."""
    advance(standing.life, standing.state, move, signatures=2)
    return standing.life.moves[standing.state][move].signatures > 1


def _said(node: Node, holding: Holding, document: dict[str, Any], office: str) -> list[bytes]:
    """Return the entries of a move of ours alone: before a decision that adopts templates, those templates."""
    check_counts(node, holding, document, series=None, office=office)
    return [_message(node, each, office) for each in (*_carried(holding, [document]), document)]


def _carried(holding: Holding, documents: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the shipped templates that decisions adopt and that no log carries yet."""
    effects = (effect for each in documents for effect in each["fields"].get("effects", ()))
    wanted = {each.get("argument") for each in effects if each["kind"] == "adopt_template"}
    missing = wanted - _in_logs(holding) if wanted else frozenset()
    return [each for each in shipped_template_documents() if document_hash(each) in missing] if missing else []


def _in_logs(holding: Holding) -> set[str]:
    """Return the hashes of the templates that a log carries."""
    return {template.hash for each in given(holding) for template in each.templates(each.size)}


def _tabled(
    node: Node, holding: Holding, found: Books, document: dict[str, Any], *, office: str, sign: bool
) -> list[bytes]:
    """Return the entries that table a text and sign it, or that sign the very same one where it waits already."""
    series = series_of(f"{document['kind']}/{document['record']}")
    if sign:
        act_evidence.check_may_sign(holding, None)
    known = found.found.view.series.get(series)
    same = _on_the_table(known, document, node.clock())
    document = dict(same.document) if same else document
    identity = document_hash(document)
    check_counts(node, holding, document, series=series, office=office if sign else None)
    new = [] if is_tabled(known, identity) else [tabled_entry(node, found.found, series, document, office)]
    if sign and not is_signed(found.found, known, identity):
        new.append(signed_entry(node, known, series, identity, office))
    return new


def _on_the_table(known: Series | None, document: Mapping[str, Any], now_ms: int) -> Text | None:
    """Return the text that says the same and waits already; raise where another waits that could still be signed.

    A text whose days are over can be signed by nobody and stands in nobody's way.
    """
    known_texts = known.tabled if known else ()
    tabled = [each for each in known_texts if each.open_until_ms is None or each.open_until_ms >= now_ms]
    for each in tabled:
        if _says(each.document) == _says(document):
            return each
    for each in tabled:
        if each.document.get("follows") == document["follows"]:
            raise text_waits(each, document)
    return None


def _says(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return an act without what its author had read when it was written."""
    return {name: value for name, value in document.items() if name not in ("seen", "open_until_ms")}


def _message(node: Node, document: Mapping[str, Any], office: str) -> bytes:
    return message_entry(document=document, office=office, at_ms=node.clock(), salt=node.random(SALT_BYTES))


def _append(node: Node, holding: Holding, new: list[bytes], key: str, national: Mapping[str, Any], office: str) -> None:
    """Write entries and what stays home on a record in one piece."""
    _append_all(node, holding, new, {key: national} if national else {}, office)


def _append_all(
    node: Node, holding: Holding, new: list[bytes], national: Mapping[str, Mapping[str, Any]], office: str
) -> None:
    """Write entries and what stays home, by record, in one piece."""
    check_may_append(node, holding.agreement.id)
    agreement_id, now_ms = holding.agreement.id, node.clock()

    def also(connection: Connection, _position: int) -> None:
        for key, fields in national.items():
            keep(connection, agreement_id, key, fields, office=office, now_ms=now_ms)

    if new:
        holding.own.write(new, sign=holding.sign_head, now_ms=now_ms, also=also)
    elif national:
        with node.store.writing() as connection:
            also(connection, 0)
