"""A text on a record of cooperation that awaits a signature: which record, which move, what it changes, what is wrong.

Instants are milliseconds since 1970.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from comity.agreement import FieldChange, Sentence, Text
from comity.cooperation import SERIES, Standing, check_act, kind_words, move_words, state_words
from comity.ground import ComityError
from comity.ledger import document_hash
from comity.node.app import Holding, Node
from comity.node.cooperation import Books, Reading, books
from comity.node.cooperation_offices import approver_at
from comity.node.cooperation_trial import check_text
from comity.node.logbook import Logbook

FLAW_KEPT_MS = 60_000
"""How long a flaw is believed while neither log grows: an office or a clause that was too early may have come by."""

_LOOKED_AT: "WeakKeyDictionary[Logbook, tuple[Reading, dict[tuple[str, str], tuple[ComityError | None, int]]]]" = (
    WeakKeyDictionary()
)
"""Texts that were looked at when both logs said this, by our log: what is wrong with each, and when that was found."""

Said = Sentence | Text
"""A message of the catalogue, or a wording that came with a template."""


@dataclass(frozen=True)
class MoveOnRecord:
    """A move that a text would make: on which record, from which state to which; `to` is None where it has no move."""

    key: str
    title: Text
    kind: Said
    move: str
    name: Said
    state: Said
    to: str | None
    to_name: Said | None


def record_title(found: Books, series: str) -> Text | None:
    """Return the title of the record that a series is about, or `None` where there is none."""
    standing = found.view.standings.get(series.removeprefix(SERIES))
    return None if standing is None else Text(**standing.fields["title"])


def move_on_record(found: Books, document: Mapping[str, Any]) -> MoveOnRecord | None:
    """Return the move that an act would make on its record as it stands; `None` where there is no record, or no act."""
    standing, move = _standing(found, document), str(document.get("move"))
    if standing is None or not _is_act(document):
        return None
    step = standing.life.moves[standing.state].get(move)
    return MoveOnRecord(
        standing.key,
        Text(**standing.fields["title"]),
        kind_words(standing),
        move,
        move_words(standing, move),
        state_words(standing),
        step.to if step else None,
        _state_words(standing, step.to) if step else None,
    )


def changes_of(found: Books, document: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    """Return what an act would change on its record, field by field; a template's own as `details.<name>`."""
    standing = _standing(found, document)
    if standing is None or not _is_act(document):
        return ()
    before, after = _flat(standing.fields), _flat(document["fields"])
    return tuple(
        FieldChange(name, before.get(name), after[name]) for name in sorted(after) if before.get(name) != after[name]
    )


def flaw_of(node: Node, holding: Holding, series: str, document: Mapping[str, Any]) -> ComityError | None:
    """Return why a text cannot be signed here, or `None`; each is looked at once while neither log grows.

    For pages only: whoever signs has the text checked anew, for an office's time may have run out since.
    """
    found, place, now_ms = books(node, holding), (series, document_hash(document)), node.clock()
    kept = _LOOKED_AT.get(holding.own)
    if kept is None or kept[0] is not found.of_view:
        kept = _LOOKED_AT[holding.own] = (found.of_view, {})
    flaw, found_ms = kept[1].get(place, (None, None))
    if found_ms is None or (flaw is not None and now_ms - found_ms > FLAW_KEPT_MS):
        flaw = _flaw(node, holding, series, document, found)
        kept[1][place] = flaw, now_ms
    return flaw


def _flaw(node: Node, holding: Holding, series: str, document: Mapping[str, Any], found: Books) -> ComityError | None:
    office = approver_at(found.of_view.framework, node.party, node.clock())
    try:
        check_text(node, holding, series, document, office=office)
    except ComityError as error:
        return error
    return None


def _standing(found: Books, document: Mapping[str, Any]) -> Standing | None:
    return found.view.standings.get(f"{document.get('kind')}/{document.get('record')}")


def _is_act(document: Mapping[str, Any]) -> bool:
    """Tell whether a text that the partner put on the table has the form of an act: it may hold anything."""
    try:
        check_act(document)
    except ComityError:
        return False
    return True


def _state_words(standing: Standing, state: str) -> Said:
    if standing.template is not None:
        return standing.template.state_titles[state]
    return Sentence("cooperation-state", {"state": state, "kind": standing.kind})


def _flat(fields: Mapping[str, Any]) -> dict[str, Any]:
    details = fields.get("details", {})
    return {name: value for name, value in fields.items() if name != "details"} | {
        f"details.{name}": value for name, value in details.items()
    }
