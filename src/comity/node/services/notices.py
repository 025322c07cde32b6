"""Notices and stops: end the agreement with notice, acknowledge one, stop releases or the partner's record at once.

A notice stands in the log of the party that gives it, under the text in force; the period of an end runs from the
other party's acknowledgement in its own log (rule R9). A stop acts at home at once; that of the partner's record is
told in our log too, with the last head that we followed. Units: milliseconds since 1970.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from comity.agreement import FREEZE_WHYS, ends_ms, read_notice
from comity.ground import InvalidInput
from comity.ledger import SALT_BYTES, GivenNotice, Series, ack_entry, document_hash, notice_entry
from comity.node.app import Holding, Node
from comity.node.partners import check_may_append, set_state, state_of
from comity.node.peers import ask_once
from comity.node.record import AGREEMENT, KEYS, Records, ends_by_notice_ms, records
from comity.node.stops import Stop, What, keep_stop, stop_of

Kind = Literal["termination", "freeze", "thaw", "unread"]


@dataclass(frozen=True)
class Given:
    """A notice in the record; `ends_ms` is when the agreement ends by it, once the other party has acknowledged it."""

    hash: str
    kind: Kind
    by: str
    office: str
    at_ms: int
    acknowledged_ms: int | None
    ends_ms: int | None
    document: Mapping[str, Any]


@dataclass(frozen=True)
class Notices:
    """The notices under an agreement, oldest first, and the stops that stand on this node."""

    given: tuple[Given, ...]
    stops: tuple[Stop, ...]
    ends_ms: int | None


def notices(node: Node, agreement_id: str) -> Notices:
    """Return every notice that is in the record, and what stands still here."""
    holding = node.holding(agreement_id)
    found = records(node, holding)
    series = found.view.series.get(AGREEMENT)
    given = tuple(_given(holding, each) for each in (series.notices if series else ()))
    stops = (stop_of(node, agreement_id, each) for each in ("release", "partner"))
    ordered = tuple(sorted(given, key=lambda each: (each.at_ms, each.by)))
    ends = ends_by_notice_ms(found.agreed, holding)
    return Notices(ordered, tuple(each for each in stops if each is not None), ends)


def terminate(node: Node, agreement_id: str, *, office: str) -> Notices:
    """Give notice of termination; a party gives it once."""
    holding = node.holding(agreement_id)
    ask_once(node, agreement_id)
    with node.turn:
        known = notices(node, agreement_id)
        if not any(each.kind == "termination" and each.by == node.party for each in known.given):
            document = _document(holding, "termination", clause=holding.agreement.termination.clause)
            _give(node, holding, records(node, holding), document, office)
        return notices(node, agreement_id)


def acknowledge(node: Node, agreement_id: str, notice: str, *, office: str) -> Notices:
    """Say in our log that we received a notice of the partner: its period runs from now; the second time is one."""
    holding = node.holding(agreement_id)
    ask_once(node, agreement_id)
    with node.turn:
        series = records(node, holding).view.series.get(AGREEMENT)
        theirs = [each for each in (series.notices if series else ()) if _party(holding, each) != node.party]
        subject = next((each for each in theirs if each.notice.hash == notice), None)
        if subject is None:
            raise InvalidInput(
                "node.no_such_notice",
                "The partner has given no such notice.",
                why="its record holds no notice {notice} under the agreement in force",
                remedy="take the notice from the list of notices",
                notice=notice[:80],
            )
        if subject.acknowledged_ms is None:
            entry = ack_entry(
                series=AGREEMENT,
                parent=subject.notice.parent,
                notice=notice,
                office=office,
                at_ms=node.clock(),
                salt=node.random(SALT_BYTES),
            )
            _append(node, holding, entry)
        return notices(node, agreement_id)


def stop(node: Node, agreement_id: str, what: What, *, why: str, office: str) -> Notices:
    """Stop releases, or the following of the partner's record, at once; the latter is told in our log if it can be."""
    holding = node.holding(agreement_id)
    if why not in FREEZE_WHYS:
        raise InvalidInput(
            "node.unknown_reason",
            "{reason} is no reason to stop.",
            why="the reasons are a closed list: {reasons}",
            remedy="choose one of them",
            reason=why[:64],
            reasons=", ".join(FREEZE_WHYS),
        )
    with node.turn:
        keep_stop(node, agreement_id, what, stopped=True, office=office, why=why)
        if what == "partner" and not _is_frozen(node, agreement_id):
            head = {"size": holding.copy.size, "root": holding.copy.root_text}
            set_state(node, agreement_id, "in", "frozen", error=_by_office(office))
            _tell(node, holding, _document(holding, "freeze", party=holding.partner_id, head=head, why=why), office)
        return notices(node, agreement_id)


def lift(node: Node, agreement_id: str, what: What, *, office: str) -> Notices:
    """Lift a stop; that of the partner's record names the stop and the keys that both agreed."""
    holding = node.holding(agreement_id)
    with node.turn:
        stopped = stop_of(node, agreement_id, what)
        if stopped is None:
            raise InvalidInput(
                "node.nothing_stopped",
                "Nothing is stopped here.",
                why="no office has stopped it, or the stop was lifted already",
                remedy="look at the list of stops",
            )
        keep_stop(node, agreement_id, what, stopped=False, office=office, why=stopped.why)
        if what == "partner":
            set_state(node, agreement_id, "in", "silent", error=_by_office(stopped.office))
            _thaw(node, holding, office)
        return notices(node, agreement_id)


def _thaw(node: Node, holding: Holding, office: str) -> None:
    found = records(node, holding)
    keys = found.agreed.in_force(KEYS)
    ours = [each for each in notices(node, holding.card.agreement).given if each.by == node.party]
    frozen = [each.hash for each in ours if each.kind == "freeze"]
    if keys and frozen:
        named = {"party": holding.partner_id, "freeze": frozen[-1], "keys": keys[-1].hash}
        _tell(node, holding, _document(holding, "thaw", **named), office)


def _is_frozen(node: Node, agreement_id: str) -> bool:
    known = state_of(node, agreement_id, "in")
    return known is not None and known.state == "frozen"


def _document(holding: Holding, kind: str, **said: Any) -> dict[str, Any]:
    version = holding.version
    return {
        "schema": f"comity/{kind}/1",
        "example": version.agreement.example,
        "agreement": version.hash,
        **said,
    }


def _tell(node: Node, holding: Holding, document: dict[str, Any], office: str) -> None:
    """Say it in our log too where that can be done now: the stop acts without it."""
    found = records(node, holding)
    if found.agreed.in_force(AGREEMENT):
        try:
            _give(node, holding, found, document, office)
        except InvalidInput:
            return


def _give(node: Node, holding: Holding, found: Records, document: dict[str, Any], office: str) -> None:
    signed: Series | None = found.agreed.series.get(AGREEMENT)
    if signed is None or signed.current is None:
        raise InvalidInput(
            "node.nothing_to_end",
            "There is no agreement to give notice of.",
            why="both parties have not signed it yet",
            remedy="turn its text down instead",
        )
    _read(holding, document, holding.card.party)
    entry = notice_entry(
        series=AGREEMENT,
        parent=signed.current.hash,
        document=document,
        office=office,
        at_ms=node.clock(),
        salt=node.random(SALT_BYTES),
    )
    if document_hash(document) not in {each.notice.hash for each in signed.notices}:
        _append(node, holding, entry)


def _append(node: Node, holding: Holding, entry: bytes) -> None:
    check_may_append(node, holding.card.agreement)
    holding.own.write([entry], sign=holding.sign_head, now_ms=node.clock())


def _given(holding: Holding, given: GivenNotice) -> Given:
    party = _party(holding, given)
    try:
        kind: Kind = _read(holding, given.notice.document, party)
    except InvalidInput:
        kind = "unread"
    ends = ends_ms(holding.agreement, given.acknowledged_ms) if kind == "termination" else None
    return Given(
        given.notice.hash,
        kind,
        party,
        given.notice.office,
        given.time_ms,
        given.acknowledged_ms,
        ends,
        given.notice.document,
    )


def _read(holding: Holding, document: Mapping[str, Any], sender: str) -> Kind:
    hashes = frozenset(each.hash for each in holding.in_force.agreed)
    kind = read_notice(document, holding.agreement, hashes=hashes, sender=sender).kind
    return "unread" if kind == "acknowledgement" else kind


def _party(holding: Holding, given: GivenNotice) -> str:
    return holding.agreement.parties[given.by].id


def _by_office(office: str) -> InvalidInput:
    return InvalidInput(
        "node.stopped_by_office",
        "{office} has stopped the following of the partner's record.",
        why="a party may stop at once when a key is lost or a record is in doubt",
        remedy="lift the stop once the partner's keys are agreed, then the node tries again by itself",
        office=office,
    )
