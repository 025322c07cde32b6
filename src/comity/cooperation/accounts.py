"""What follows from the records and is stored nowhere: balances, progress, lateness, obligations, who brought what.

Units: minor units of a currency (`_minor`), milliseconds since 1970 (`_ms`); ratios are exact fractions.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from comity.agreement import OpenItem, Text
from comity.cooperation.periods import after_ms
from comity.cooperation.records import Action, Check, Decision, Flow, Initiative, Meeting
from comity.cooperation.standings import Book, Standing

Fulfilment = Literal["done", "open", "late", "dropped", "asked"]
"""How an obligation stands; `asked`: the other party alone wrote it, and whom it would oblige has signed nothing."""


@dataclass(frozen=True)
class Balance:
    """The sums of one initiative; `ordered` and `delivered` by item line, whole units."""

    initiative: str
    currency: str | None
    value_minor: int
    paid_minor: int
    claimed_minor: int
    ordered: Mapping[str, int]
    delivered: Mapping[str, int]

    @property
    def left_minor(self) -> int:
        """What is still to pay of the agreed value."""
        return self.value_minor - self.paid_minor


@dataclass(frozen=True)
class Contribution:
    """What a party brought to a domain: confirmed flows of one kind in one currency or unit, summed."""

    domain: str
    party: str
    flow_kind: str
    unit: str
    amount: int


@dataclass(frozen=True)
class Due:
    """Something that falls due: which record, what of it, when, whose office answers, whether it is late.

    `asked`: the other party alone wrote that this one answers for it; that is never late.
    """

    key: str
    what: str
    title: Text
    due_ms: int
    party: str
    office: str
    late: bool
    asked: bool = False


@dataclass(frozen=True)
class Obligation:
    """What a party took on under its clauses, or is asked for by the other alone, and how it stands."""

    key: str
    title: Text
    clause_refs: tuple[str, ...]
    party: str
    due_ms: int
    fulfilment: Fulfilment


def balance_of(book: Book, initiative: str) -> Balance:
    """Return the sums of an initiative, by its name."""
    standing = book.standings[f"initiative/{initiative}"]
    record, account = standing.record, book.account(standing.key)
    assert isinstance(record, Initiative)
    return Balance(
        initiative,
        record.value.currency if record.value else None,
        record.value.amount_minor if record.value else 0,
        account.paid_minor,
        account.claimed_minor,
        {each.id: each.quantity for each in record.items},
        {each.id: account.delivered.get(each.id, 0) for each in record.items},
    )


def unit_costs_of(standing: Standing) -> Mapping[str, Fraction]:
    """Return the value of an initiative for each unit of the fields that its template compares offers by.

    In minor units of the value's currency; a field that is missing or nothing has no cost per unit.
    """
    record, template = standing.record, standing.template
    if template is None or not isinstance(record, Initiative) or record.value is None:
        return {}
    details = record.details or {}
    return {
        name: Fraction(record.value.amount_minor, details[each.per])
        for name, each in template.unit_costs.items()
        if details.get(each.per)
    }


def progress_of(standing: Standing) -> Fraction:
    """Return which part of an initiative's milestones is reached, 0 to 1; without milestones, whether it is over."""
    record = standing.record
    if not isinstance(record, Initiative) or not record.milestones:
        return Fraction(int(standing.is_final))
    return Fraction(sum(each.done_ms is not None for each in record.milestones), len(record.milestones))


def contributions(book: Book) -> tuple[Contribution, ...]:
    """Return who brought what to which domain: one line for each party, kind of flow and currency or unit."""
    sums: dict[tuple[str, str, str, str], int] = {}
    for standing in book.of_kind("flow"):
        flow = standing.record
        assert isinstance(flow, Flow)
        if standing.state != "confirmed":
            continue
        unit, amount = _amount(book, flow)
        place = (flow.domain, flow.from_party, flow.flow_kind, unit)
        sums[place] = sums.get(place, 0) + amount
    return tuple(Contribution(*place, amount) for place, amount in sorted(sums.items()))


def critical_dates(book: Book) -> tuple[Due, ...]:
    """Return everything that falls due, the earliest first, as both nodes see it from the same logs."""
    decided = _decided(book)
    found = [each for standing in book.standings.values() for each in _dues(standing, book.at_ms, decided)]
    return tuple(sorted(found, key=lambda each: (each.due_ms, each.key, each.what)))


def obligations(book: Book) -> tuple[Obligation, ...]:
    """Return what each party took on, and whether it is done, open, late or dropped: actions and planned flows.

    What one party alone wrote down for the other is asked of it, and never late.
    """
    found, decided = [], _decided(book)
    for standing in (*book.of_kind("action"), *book.of_kind("flow")):
        record = standing.record
        assert isinstance(record, Action | Flow)
        party = record.owner_party if isinstance(record, Action) else record.from_party
        due_ms = record.due_ms if isinstance(record, Action) else record.planned_ms
        is_asked = _is_asked(standing, party, decided)
        fulfilment = "asked" if is_asked else _fulfilment(standing, due_ms, book.at_ms)
        found.append(Obligation(standing.key, record.title, record.clause_refs, party, due_ms, fulfilment))
    return tuple(found)


def is_asked(book: Book, action: Standing) -> bool:
    """Tell whether an action is only asked of its owner: the other party alone wrote it, and both decided no such."""
    return _is_asked(action, action.fields["owner_party"], _decided(book))


def open_items(book: Book) -> tuple[OpenItem, ...]:
    """Return every record that is not at its end, as an item that a change of administration hands over."""
    dues = {each.key: each.due_ms for each in reversed(critical_dates(book)) if each.what != "state"}
    return tuple(
        OpenItem(each.kind, each.id, each.fields["owner_office"], dues.get(each.key), each.fields["owner_party"])
        for _, each in sorted(book.standings.items())
        if not each.is_final
    )


def recounted(book: Book, initiative: str) -> Balance:
    """Return an initiative's sums counted anew from its confirmed flows: what the account must be equal to."""
    standing, counted = book.standings[f"initiative/{initiative}"], balance_of(book, initiative)
    template, roles = standing.template, standing.fields["roles"]
    paid_minor, delivered = 0, dict[str, int]()
    for each in book.about(standing.key, "flow"):
        flow = each.record
        assert isinstance(flow, Flow)
        if each.state != "confirmed":
            continue
        payer = roles[template.pays] if template and template.pays else flow.from_party
        giver = roles[template.delivers] if template and template.delivers else flow.from_party
        if flow.amount is not None and flow.flow_kind == "payment":
            paid_minor += flow.amount.amount_minor * (1 if flow.from_party == payer else -1)
        elif flow.item is not None and flow.quantity is not None:
            count = flow.quantity * (1 if flow.from_party == giver else -1)
            delivered[flow.item] = delivered.get(flow.item, 0) + count
    return Balance(
        initiative,
        counted.currency,
        counted.value_minor,
        paid_minor,
        counted.claimed_minor,
        counted.ordered,
        dict.fromkeys(counted.ordered, 0) | {item: count for item, count in delivered.items() if count},
    )


_DONE: Mapping[str, Fulfilment] = {
    "accepted": "done",
    "confirmed": "done",
    "dropped": "dropped",
    "cancelled": "dropped",
}


def _fulfilment(standing: Standing, due_ms: int, at_ms: int) -> Fulfilment:
    if standing.is_final:
        return _DONE[standing.state]
    return "late" if due_ms < at_ms else "open"


def _is_asked(standing: Standing, party: str, decided: frozenset[str]) -> bool:
    """Tell whether a party that a record names signed nothing of it: no act on it, no decision that opened it."""
    first = standing.log_refs[0].party
    is_signed = standing.proposer == party or any(each.party != first for each in standing.log_refs)
    return not is_signed and standing.key not in decided


def _decided(book: Book) -> frozenset[str]:
    """Return the records that a decision which both adopted, and which stands, opens or moves."""
    standing = (each for each in book.of_kind("decision") if each.state in _STANDS)
    effects = (effect for each in standing for effect in each.fields.get("effects", ()))
    return frozenset(each["subject"] for each in effects if each["kind"] in ("open", "move"))


_STANDS = frozenset({"adopted", "in_effect", "reviewed"})


def _amount(book: Book, flow: Flow) -> tuple[str, int]:
    if flow.amount is not None:
        return flow.amount.currency, flow.amount.amount_minor
    assert flow.quantity is not None
    if flow.unit is not None:
        return flow.unit, flow.quantity
    items = book.standings[f"initiative/{flow.initiative}"].fields.get("items", ())
    return next((each["unit"] for each in items if each["id"] == flow.item), ""), flow.quantity


def _dues(standing: Standing, at_ms: int, decided: frozenset[str]) -> Iterator[Due]:
    if standing.is_final:
        return
    record = standing.record
    days = list(_days(standing))
    remind = standing.life.remind.get(standing.state)
    if remind is not None:
        days.append(("state", record.title, after_ms(standing.since_ms, remind)))
    asked = _is_asked(standing, record.owner_party, decided)
    for what, title, due_ms in days:
        late = due_ms < at_ms and not asked
        yield Due(standing.key, what, title, due_ms, record.owner_party, record.owner_office, late, asked)


def _days(standing: Standing) -> Iterable[tuple[str, Text, int]]:
    """Yield the days that a record itself names, as far as they still lie before it in its life."""
    record, state = standing.record, standing.state
    if isinstance(record, Meeting) and state in ("proposed", "agreed"):
        yield "starts", record.title, record.starts_ms
    elif isinstance(record, Decision) and state != "proposed":
        yield "review", record.title, record.review_ms
        if record.expires_ms is not None:
            yield "expires", record.title, record.expires_ms
    elif isinstance(record, Action):
        yield "due", record.title, record.due_ms
    elif (isinstance(record, Flow) and state == "planned") or (
        isinstance(record, Check) and state in ("planned", "notified")
    ):
        yield "planned", record.title, record.planned_ms
    elif isinstance(record, Initiative):
        yield "review", record.title, record.next_review_ms
        for each in record.milestones:
            if each.done_ms is None:
                yield f"milestone {each.id}", each.title, each.due_ms
