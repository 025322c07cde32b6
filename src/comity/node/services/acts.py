"""Acts: table a text, sign it, and say where a series stands.

A text belongs to a series: `agreement` (the memorandum itself, then its amendments), `keys` (the annex of both cards),
`decision/<id>`, `rescue/<incident>/…` for who co-ordinates a search and for units that are lent, or
`cooperation/<kind>/<id>` for what both sign on a record of cooperation. A party's first signature on a version is its
only one, so nothing is signed here that the other checks would not bear.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from comity.agreement import AMENDMENT_SCHEMA, read_amendment, read_decision
from comity.ground import InvalidInput, canonical
from comity.ledger import Outcome, Series, document_hash
from comity.node import act_evidence
from comity.node.annexes import check_annex, next_annex
from comity.node.app import Holding, Node
from comity.node.cooperation import is_cooperation
from comity.node.cooperation_trial import check_approver, check_text
from comity.node.incident_texts import check_text as check_incident_text
from comity.node.incident_texts import is_of_incident
from comity.node.logbook import Also
from comity.node.partners import check_may_append
from comity.node.peers import ask_once
from comity.node.record import AGREEMENT, DECISIONS, KEYS, Records, Standing, records, standing
from comity.node.tabling import is_signed, is_tabled, open_place, signed_entry, tabled_entry, was_agreed

AMENDMENT = AMENDMENT_SCHEMA["$id"]


@dataclass(frozen=True)
class Signature:
    """A party's answer to a version: what it chose (nothing: it said no), and when by its own log.

    `passkey`: whether one of our officers' passkeys signed the act; `None` for the partner, whose officers are its own.
    """

    party: str
    choice: str | None
    at_ms: int
    position: int
    passkey: bool | None


@dataclass(frozen=True)
class Version:
    """One version of a series, with who answered."""

    number: int
    outcome: Outcome
    agreed: str | None
    signatures: tuple[Signature, ...]


@dataclass(frozen=True)
class TabledText:
    """A text on the table, or agreed: its hash and its document."""

    hash: str
    document: dict[str, Any]
    office: str


@dataclass(frozen=True)
class SeriesState:
    """Where a series stands: what it waits for, what is agreed by both, what is on the table."""

    name: str
    standing: Standing
    agreed: tuple[TabledText, ...]
    tabled: tuple[TabledText, ...]
    versions: tuple[Version, ...]


def table(
    node: Node, agreement_id: str, series: str, document: dict[str, Any] | None, *, office: str, sign: bool
) -> SeriesState:
    """Put a text on the table, and sign it at once where `sign` says so; the same text twice is one text.

    Parameters
    ----------
    document
        May be left out for the memorandum itself and for `keys`, which this node knows: the keys of both cards, later
        those that were drawn here. An amendment is a document
        of `agreement` once both have signed the memorandum; it changes the newest version.
    """
    holding = node.holding(agreement_id)
    if sign and is_cooperation(series):
        check_approver(node, holding, office)
    ask_once(node, agreement_id)
    with node.turn:
        document = _document(node, holding, series, document, office if sign else None)
        found = records(node, holding)
        known = found.view.series.get(series)
        identity = document_hash(document)
        if sign:
            act_evidence.check_may_sign(holding, None)
        if known is not None and was_agreed(known, identity):
            return _state(node, holding, found, series)
        entries = [] if is_tabled(known, identity) else [tabled_entry(node, found, series, document, office)]
        if sign and not is_signed(found, known, identity):
            entries.append(signed_entry(node, known, series, identity, office))
        _append(node, holding, entries)
        return state(node, agreement_id, series)


def sign(
    node: Node,
    agreement_id: str,
    series: str,
    choice: str | None,
    *,
    office: str,
    evidence: Mapping[str, Any] | None = None,
) -> SeriesState:
    """Sign the text of this hash, or turn the version down with `None`; for good, in either case.

    Parameters
    ----------
    evidence
        What the officer's passkey signed (`node.act_evidence`), already verified; the act in it must be this one.
    """
    holding = node.holding(agreement_id)
    if choice is not None and is_cooperation(series):
        check_approver(node, holding, office)
    ask_once(node, agreement_id)
    with node.turn:
        found = records(node, holding)
        known = _signable(node, holding, found, series, choice, office)
        if choice is not None and was_agreed(known, choice):
            return _state(node, holding, found, series)
        if not is_signed(found, known, choice):
            act_evidence.check_may_sign(holding, evidence)
            if evidence is not None:
                nonce = str(evidence["act"].get("nonce"))
                act_evidence.check_same_act(evidence["act"], _act(holding, known, choice, office, nonce))
            _append_signature(node, holding, known, choice, office, evidence)
        return state(node, agreement_id, series)


def act_to_sign(node: Node, agreement_id: str, series: str, choice: str | None, *, office: str) -> dict[str, Any]:
    """Return the act that an office would sign now, or raise why it cannot."""
    holding = node.holding(agreement_id)
    with node.turn:
        found = records(node, holding)
        known = _signable(node, holding, found, series, choice, office)
        if is_signed(found, known, choice) or (choice is not None and was_agreed(known, choice)):
            raise InvalidInput(
                "node.signed_before",
                "There is nothing left to sign in {series}.",
                why="our signature under this text stands in the record",
                remedy="wait for the partner's signature, or for its receipt of ours",
                series=series[:128],
            )
        return _act(holding, known, choice, office, node.random(act_evidence.NONCE_BYTES).hex())


def _act(holding: Holding, known: Series, choice: str | None, office: str, nonce: str) -> dict[str, Any]:
    parent, number, _ = open_place(known)
    return act_evidence.act_of(
        holding, series=known.name, parent=parent, round=number, choice=choice, office=office, nonce=nonce
    )


def _signable(node: Node, holding: Holding, found: Records, series: str, choice: str | None, office: str) -> Series:
    """Return a series in which this text, or the refusal of all of them, may be signed now."""
    known = found.view.series.get(series)
    offered = {text.hash: text for text in known.tabled} if known else {}
    if known is None or (choice is not None and choice not in offered and not was_agreed(known, choice)):
        raise InvalidInput(
            "node.no_such_text",
            "There is no such text to sign in {series}.",
            why="on the table are: {tabled}",
            remedy="wait until the partner's text has arrived, or check its hash",
            series=series,
            tabled=", ".join(offered) or "-",
        )
    if choice in offered:
        _document(node, holding, series, dict(offered[choice].document), office)
    return known


def _append_signature(
    node: Node, holding: Holding, known: Series, choice: str | None, office: str, evidence: Mapping[str, Any] | None
) -> None:
    if evidence is None:
        return _append(node, holding, [signed_entry(node, known, known.name, choice, office)])
    opening = node.random(act_evidence.OPENING_BYTES)
    salt = act_evidence.committing_salt(evidence, opening)

    def also(connection: Connection, position: int) -> None:
        act_evidence.keep(connection, holding.card.agreement, position, opening, evidence)

    return _append(node, holding, [signed_entry(node, known, known.name, choice, office, salt=salt)], also=also)


def state(node: Node, agreement_id: str, series: str) -> SeriesState:
    """Say where a series stands, or raise `InvalidInput` when nobody opened it."""
    holding = node.holding(agreement_id)
    found = records(node, holding)
    if series not in found.view.series:
        raise InvalidInput(
            "node.no_such_series",
            "Nothing was tabled under {series}.",
            why="the record holds: {known}",
            remedy="table a text first, or wait until the partner's has arrived",
            series=series[:128],
            known=", ".join(sorted(found.view.series)) or "-",
        )
    return _state(node, holding, found, series)


def states(node: Node, agreement_id: str) -> list[SeriesState]:
    """Say where every series of an agreement stands."""
    holding = node.holding(agreement_id)
    found = records(node, holding)
    return [_state(node, holding, found, name) for name in sorted(found.view.series)]


def _document(
    node: Node, holding: Holding, series: str, document: dict[str, Any] | None, office: str | None
) -> dict[str, Any]:
    """Return the document that a series may carry now, or raise why it may not; no office: it is tabled, not signed."""
    if is_cooperation(series) and document is not None:
        check_text(node, holding, series, document, office=office)
        return document
    if is_of_incident(series) and document is not None:
        check_incident_text(node, holding, records(node, holding), series, document)
        return document
    if series.startswith(DECISIONS) and document is not None:
        decision = read_decision(document, holding.agreement)
        if series != DECISIONS + decision.id:
            raise InvalidInput(
                "node.decision_misnamed",
                "The decision {decision} cannot be signed under {series}.",
                why="a decision stands in the series that bears its own name",
                remedy="use decision/{decision}",
                decision=decision.id,
                series=series[:128],
            )
        return document
    if series == AGREEMENT and document is not None and document.get("schema") == AMENDMENT:
        read_amendment(document, holding.in_force.newest.document)
        return document
    if series == AGREEMENT:
        expected = dict(holding.in_force.original.document)
    elif series == KEYS:
        found = records(node, holding)
        annex = next_annex(node, holding, found) if document is None else document
        check_annex(node, holding, found, annex)
        return annex
    else:
        raise InvalidInput(
            "node.unknown_series",
            "Nothing can be signed under {series}.",
            why="there is no such series, or its text is missing",
            remedy="use agreement or keys; with its text, decision/ and its id, rescue/ or cooperation/ and a record",
            series=series[:128],
        )
    if document is not None and canonical(document) != canonical(expected):
        raise InvalidInput(
            "node.another_text",
            "This text cannot be signed under {series}.",
            why="it differs from the one that this node holds",
            remedy="compare the hashes with the partner before anyone signs",
            series=series,
        )
    return expected


def _append(node: Node, holding: Holding, entries: list[bytes], *, also: Also | None = None) -> None:
    check_may_append(node, holding.agreement.id)
    if entries:
        holding.own.write(entries, sign=holding.sign_head, now_ms=node.clock(), also=also)


def _state(node: Node, holding: Holding, found: Records, name: str) -> SeriesState:
    view = found.view.series[name]
    agreed = found.agreed.series.get(name)
    parties = [party.id for party in holding.agreement.parties]
    proved = act_evidence.positions(node, holding.card.agreement)
    versions = tuple(
        Version(
            number,
            slot.outcome,
            slot.choice if slot.outcome == "force" else None,
            tuple(
                Signature(
                    parties[place],
                    ballot.choice,
                    ballot.time_ms,
                    ballot.index,
                    ballot.index in proved if place == found.ours else None,
                )
                for place, ballot in enumerate(slot.ballots)
                if ballot is not None
            ),
        )
        for number, slot in enumerate(view.slots, start=1)
        if slot.outcome != "open" or view.tabled or any(slot.ballots)
    )
    return SeriesState(
        name,
        standing(found, name),
        tuple(TabledText(each.hash, dict(each.document), each.office) for each in (agreed.in_force if agreed else ())),
        tuple(TabledText(each.hash, dict(each.document), each.office) for each in view.tabled),
        versions,
    )
