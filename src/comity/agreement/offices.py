"""Offices hold roles with dates, not persons: who answers for what, before and after a change of administration.

A party names its offices in a document of schema `comity/offices/1`; an office may succeed another, and then owns what
the other left open. Units: milliseconds since 1970.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from comity.agreement import forms
from comity.agreement.articles import Agreement, Text
from comity.agreement.schema import check_schema
from comity.ground import InvalidInput

OfficeRole = Literal["drafter", "approver", "auditor", "operator"]
_ROLES = ("drafter", "approver", "auditor", "operator")
_MOMENT = forms.whole(0, 2**53 - 1)

OFFICES_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "comity/offices/1",
    **forms.closed(
        schema={"const": "comity/offices/1"},
        example={"type": "boolean"},
        agreement=forms.ID,
        party=forms.PARTY,
        offices=forms.list_of(
            forms.optional(
                forms.closed(
                    id=forms.ID,
                    title=forms.text_of(200),
                    roles=forms.list_of({"enum": list(_ROLES)}, least=1),
                    since_ms=_MOMENT,
                    until_ms=_MOMENT,
                    succeeds=forms.ID,
                ),
                "until_ms",
                "succeeds",
            ),
            least=1,
        ),
    ),
}
"""The schema of a party's list of offices. No field takes a person: an office has a title in three languages."""


@dataclass(frozen=True)
class Office:
    """An office: its roles from one instant until another (None: still), and the office that it succeeds."""

    id: str
    party: str
    title: Text
    roles: frozenset[OfficeRole]
    since_ms: int
    until_ms: int | None
    succeeds: str | None

    def serves_at(self, instant_ms: int) -> bool:
        """Tell whether the office holds its roles at an instant."""
        return self.since_ms <= instant_ms and (self.until_ms is None or instant_ms < self.until_ms)


@dataclass(frozen=True)
class OpenItem:
    """Something begun and not ended: a text to sign, a question, an action; the office that began it, and when due.

    `owed_by` is the party whose move it is.
    """

    kind: str
    subject: str
    office: str
    due_ms: int | None
    owed_by: str


@dataclass(frozen=True)
class Owned:
    """An open item with the office that answers for it now; None where no office does, which must be mended."""

    item: OpenItem
    owner: str | None


@dataclass(frozen=True)
class HandOver:
    """What a new administration takes over: what is in force, what is open, late, and owed by either side."""

    at_ms: int
    party: str
    in_force: tuple[str, ...]
    open: tuple[Owned, ...]
    late: tuple[Owned, ...]
    owed_by_us: tuple[Owned, ...]
    owed_by_partner: tuple[Owned, ...]

    @property
    def without_owner(self) -> tuple[Owned, ...]:
        """Open items that no serving office answers for."""
        return tuple(each for each in self.open if each.owner is None)


def read_offices(document: Any, agreement: Agreement) -> tuple[Office, ...]:
    """Return a party's offices, or raise `InvalidInput`."""
    check_schema(document, OFFICES_SCHEMA)
    found = tuple(
        Office(
            id=each["id"],
            party=document["party"],
            title=Text(**each["title"]),
            roles=frozenset(each["roles"]),
            since_ms=each["since_ms"],
            until_ms=each.get("until_ms"),
            succeeds=each.get("succeeds"),
        )
        for each in document["offices"]
    )
    by_id = {each.id: each for each in found}
    for office in found:
        before = by_id.get(office.succeeds or "")
        for field, wrong in (
            ("agreement", document["agreement"] != agreement.id or document["example"] != agreement.example),
            ("party", office.party not in {each.id for each in agreement.parties}),
            ("id", sum(each.id == office.id for each in found) > 1),
            ("until_ms", office.until_ms is not None and office.until_ms <= office.since_ms),
            ("succeeds", office.succeeds is not None and (before is None or before.since_ms >= office.since_ms)),
        ):
            if wrong:
                raise InvalidInput(
                    "agreement.office_does_not_fit",
                    "The office {office} does not fit: its {field} is wrong.",
                    why="an office belongs to a party, ends after it begins, and succeeds one that began before it",
                    remedy="correct the list of offices",
                    office=office.id,
                    field=field,
                )
    return found


def offices_at(offices: Iterable[Office], role: OfficeRole, instant_ms: int) -> tuple[Office, ...]:
    """Return the offices that held a role at an instant, in the order of the list."""
    return tuple(each for each in offices if role in each.roles and each.serves_at(instant_ms))


def owner_of(item: OpenItem, offices: Sequence[Office], instant_ms: int) -> str | None:
    """Return the office that answers for an open item: the one that began it, or whoever succeeded it and serves."""
    by_id = {each.id: each for each in offices}
    heirs: Mapping[str, list[str]] = {each.id: [] for each in offices}
    for each in sorted(offices, key=lambda one: (one.since_ms, one.id)):
        if each.succeeds is not None and each.succeeds in heirs:
            heirs[each.succeeds].append(each.id)
    ahead = [item.office] if item.office in by_id else []
    while ahead:
        name = ahead.pop(0)
        if by_id[name].serves_at(instant_ms):
            return name
        ahead += heirs[name]
    return None


def hand_over(
    party: str, in_force: Iterable[str], items: Iterable[OpenItem], offices: Sequence[Office], *, at_ms: int
) -> HandOver:
    """Return what a change of administration hands over at an instant; nothing open is left out."""
    owned = tuple(
        Owned(each, owner_of(each, offices, at_ms))
        for each in sorted(items, key=lambda one: (one.due_ms is None, one.due_ms or 0, one.kind, one.subject))
    )
    return HandOver(
        at_ms=at_ms,
        party=party,
        in_force=tuple(in_force),
        open=owned,
        late=tuple(each for each in owned if each.item.due_ms is not None and each.item.due_ms < at_ms),
        owed_by_us=tuple(each for each in owned if each.item.owed_by == party),
        owed_by_partner=tuple(each for each in owned if each.item.owed_by != party),
    )
