"""Acts of cooperation: what one party says alone, what both signed, what still waits; as data and as documents.

An act is a document of schema `comity/act/1`. What one party may do alone stands in its log as a message; what needs
both is a text in the series `cooperation/<kind>/<id>`, and both signatures are over its canonical bytes, which hold the
hash of each language text. `reading_order` puts the acts of two logs in one order.
Units: milliseconds since 1970. Sources: `reference/ledger.md` R2, R3, R5; docs/decisions/0006.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from comity.agreement import Form, check_form, form_of, forms
from comity.cooperation.reading import (
    PAGE,
    SCHEMA_NAMES,
    changes_schema_of,
    level_of,
    proposal_schema_of,
    text_hashes,
)
from comity.cooperation.records import KINDS
from comity.cooperation.values import SIGNED_MOST, Level
from comity.ground import InvalidInput
from comity.ledger import Party

SERIES = "cooperation/"
"""What the series of a cooperation record begins with."""

ROOT = "root"
"""What the first act on a record follows."""

ACT_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "comity/act/1",
    **forms.optional(
        forms.closed(
            schema={"const": "comity/act/1"},
            example={"type": "boolean"},
            kind={"enum": list(KINDS)},
            record=forms.ID,
            move=forms.WORD,
            follows={"anyOf": [{"const": ROOT}, forms.HASH]},
            seen={
                "type": "array",
                "prefixItems": [forms.whole(0, SIGNED_MOST)] * 2,
                "items": False,
                "minItems": 2,
            },
            fields={"type": "object", "maxProperties": 64},
            texts=forms.closed(ar=forms.HASH, en=forms.HASH, fr=forms.HASH),
            open_until_ms=forms.whole(0, SIGNED_MOST),
        ),
        "open_until_ms",
    ),
}
"""The schema of an act. `fields` is the whole record in a proposal, later what changes; `texts` has one hash for each
language over all wordings of the record as the act leaves it; `seen` is how much of each log its author had read."""


class Signature(NamedTuple):
    """Who stands behind an act: the party, its office, its log's time, and the place in its log."""

    party: Party
    office: str
    at_ms: int
    index: int  # type: ignore[assignment]  # nobody looks for a value in it, as in a tuple


class Act(NamedTuple):
    """An act in its place: the signatures that it had when it took that place, in the agreement's order of parties.

    `by` is the party that proposed it. `fault` says why it could not be read; such an act changes nothing.
    """

    hash: str
    kind: str
    record: str
    move: str
    follows: str
    fields: Mapping[str, Any]
    texts: Mapping[str, str]
    by: Party
    at_ms: int
    signatures: tuple[Signature, ...]
    fault: InvalidInput | None = None

    @property
    def key(self) -> str:
        """The record's name among all kinds, such as `meeting/wg-sahel-1`."""
        return f"{self.kind}/{self.record}"


class Waiting(NamedTuple):
    """A text that one party has signed and the other has not: it changes nothing.

    `until_ms` says when its waiting ended, by the other's answer; after `open_until_ms` a signature counts no more.
    """

    act: Act
    since_ms: int
    until_ms: int | None
    open_until_ms: int | None = None

    def waits_at(self, instant_ms: int) -> bool:
        """Tell whether the text could still be signed at an instant."""
        is_answered = self.until_ms is not None and self.until_ms <= instant_ms
        is_over = self.open_until_ms is not None and self.open_until_ms < instant_ms
        return self.since_ms <= instant_ms and not is_answered and not is_over


@dataclass(frozen=True)
class ActLog:
    """All acts of two logs in their one order, and every text that ever waited, with when its waiting ended."""

    acts: tuple[Act, ...]
    waited: tuple[Waiting, ...]


def act_document(
    *,
    example: bool,
    kind: str,
    record: str,
    move: str,
    follows: str,
    seen: tuple[int, int],
    fields: Mapping[str, Any],
    after: Mapping[str, Any],
    details: Mapping[str, Level] | None = None,
) -> dict[str, Any]:
    """Return an act as a document, or raise `InvalidInput` where it would carry what is national.

    Parameters
    ----------
    after
        The record as the act leaves it, for the hash of each language text.
    details
        The level of each field that an initiative's template declares; one that it does not name is national.
    """
    named = fields.get("details")
    check_details_leave(named if isinstance(named, Mapping) else (), details or {})
    document: dict[str, Any] = {
        "schema": "comity/act/1",
        "example": example,
        "kind": kind,
        "record": record,
        "move": move,
        "follows": follows,
        "seen": list(seen),
        "fields": dict(fields),
        "texts": text_hashes({}),
    }
    check_act(document)  # before anything is read out of fields that may hold whatever somebody sent
    document["texts"] = text_hashes(after)
    return document


def check_act(document: Any) -> None:
    """Raise `InvalidInput` where an act's form is broken: its own, or that of the fields that it carries."""
    check_form(document, ACT_SCHEMA, _act_form(), page=PAGE)
    kind, fields = document["kind"], document["fields"]
    if document["follows"] == ROOT:
        whole = {"schema": SCHEMA_NAMES[kind], **fields}
        check_form(whole, proposal_schema_of(kind), _proposal_form(kind), page=PAGE)
    elif fields:
        check_form(fields, changes_schema_of(kind), _changes_form(kind), page=PAGE)
    for name in fields if "visibility" in fields else ():  # what is national by its kind, no form has let through
        if level_of(kind, fields["visibility"], name) == "national":
            raise national_in_act(name)
    if "agenda" in fields and any(each.get("level") == "national" for each in fields["agenda"]):
        raise national_in_act("agenda")


@cache
def _act_form() -> Form:
    return form_of(ACT_SCHEMA)


@cache
def _proposal_form(kind: str) -> Form:
    return form_of(proposal_schema_of(kind))


@cache
def _changes_form(kind: str) -> Form:
    return form_of(changes_schema_of(kind))


def check_details_leave(details: Iterable[str], levels: Mapping[str, Level]) -> None:
    """Raise `InvalidInput` where an act would carry a field that its template calls national, or does not name."""
    for name in details:
        if levels.get(name, "national") == "national":
            raise national_in_act(name)


def national_in_act(field: str) -> InvalidInput:
    """Say that an act cannot carry a field, for the partner reads all acts."""
    return InvalidInput(
        "cooperation.national_in_act",
        "The field {field} is national, and an act cannot carry it.",
        why="what stands in a log is read by the partner",
        remedy="leave it out of the act; it stays in the record at home",
        field=field,
    )
