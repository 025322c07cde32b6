"""What may flow, and what has flowed: payments within the agreed value, deliveries within what was ordered.

Paid is what the paying role gave less what it got back; delivered likewise. An overrun needs an amendment first, and an
amendment cannot go below what was confirmed. Units: minor units of the initiative's currency; whole units of an item.
"""

from collections.abc import Mapping
from typing import Any

from comity.cooperation.standings import Account, Book, Standing
from comity.ground import InvalidInput, Refused

_HELD = frozenset({"claimed", "disputed"})


def check_plan(book: Book, fields: Mapping[str, Any]) -> None:
    """Raise where a flow is planned under an initiative that is over, did not order it, or has another currency."""
    initiative = _initiative(book, fields)
    if initiative is None:
        return
    if initiative.is_final:
        raise _not_now(fields, initiative)
    if fields["flow_kind"] == "delivery":
        _ordered(initiative, fields)
    elif fields["flow_kind"] == "payment":
        _value(initiative, fields)


def check_flow(book: Book, fields: Mapping[str, Any], to: str) -> None:
    """Raise where a flow is claimed or confirmed that the initiative's state, value or order does not allow."""
    initiative = _initiative(book, fields)
    if initiative is None or to not in ("claimed", "confirmed"):
        return
    kind = fields["flow_kind"]
    if kind not in initiative.life.flows.get(initiative.state, ()):
        raise _not_now(fields, initiative)
    account = book.account(initiative.key)
    if kind == "payment":
        value = _value(initiative, fields)
        paid_minor = account.paid_minor + _paid_minor(initiative, fields)
        if not 0 <= paid_minor <= value:
            raise Refused(
                "cooperation.above_value",
                "The payment {flow} would bring what is paid to {paid} of {value} {currency}.",
                why="under Article {article} what is paid cannot pass the agreed value, nor fall below nothing",
                remedy="have both parties sign an amendment of the value first, or correct the payment",
                article=initiative.fields["clause_refs"][0],
                flow=fields["id"],
                paid=paid_minor,
                value=value,
                currency=fields["amount"]["currency"],
            )
    elif kind == "delivery":
        ordered = _ordered(initiative, fields)
        delivered = account.delivered.get(fields["item"], 0) + _delivered(initiative, fields)
        if not 0 <= delivered <= ordered:
            raise Refused(
                "cooperation.above_order",
                "The delivery {flow} would bring what is delivered of {item} to {delivered} of {ordered}.",
                why="under Article {article} what is delivered cannot pass what was ordered, nor fall below nothing",
                remedy="have both parties sign an amendment of the order first, or correct the delivery",
                article=initiative.fields["clause_refs"][0],
                flow=fields["id"],
                item=fields["item"],
                delivered=delivered,
                ordered=ordered,
            )


def check_terms(book: Book, key: str, fields: Mapping[str, Any]) -> None:
    """Raise where an initiative's new value or order would fall below what has been confirmed under the old one."""
    account = book.accounts.get(key)
    if account is None:
        return
    value, before = fields.get("value"), book.standings[key].fields.get("value")
    quantities = {each["id"]: each["quantity"] for each in fields.get("items", ())}
    fits = account.payments_confirmed + account.payments_open == 0 or (
        value is not None
        and before is not None
        and value["currency"] == before["currency"]
        and value["amount_minor"] >= account.paid_minor
    )
    if fits and all(quantities.get(item, 0) >= count for item, count in account.delivered.items()):
        return
    raise Refused(
        "cooperation.below_confirmed",
        "The new terms of {initiative} fall below what was confirmed under the old ones.",
        why="under Article {article} what both confirmed stays paid and delivered, in the currency it was paid in",
        remedy="keep the value and the order at least as high as what was confirmed",
        article=fields["clause_refs"][0],
        initiative=fields["id"],
    )


def count_flow(book: Book, before: Standing | None, after: Standing) -> None:
    """Carry a flow's move into the account of its initiative."""
    initiative = _initiative(book, after.fields)
    if initiative is None:
        return
    account = book.accounts.setdefault(initiative.key, Account())
    if after.fields["flow_kind"] == "payment":
        if before is None:
            account.payments_open += 1
        elif before.state in _HELD:
            account.claimed_minor -= _paid_minor(initiative, before.fields)
        if after.state in _HELD:
            account.claimed_minor += _paid_minor(initiative, after.fields)
        elif after.is_final:
            account.payments_open -= 1
        if after.state == "confirmed":
            account.payments_confirmed += 1
            account.paid_minor += _paid_minor(initiative, after.fields)
    elif after.fields["flow_kind"] == "delivery" and after.state == "confirmed":
        item = after.fields["item"]
        account.delivered[item] = account.delivered.get(item, 0) + _delivered(initiative, after.fields)


def _initiative(book: Book, fields: Mapping[str, Any]) -> Standing | None:
    name = fields.get("initiative")
    return None if name is None else book.standings[f"initiative/{name}"]


def _paid_minor(initiative: Standing, fields: Mapping[str, Any]) -> int:
    amount: int = fields["amount"]["amount_minor"]
    return amount * _direction(initiative, fields, initiative.template.pays if initiative.template else None)


def _delivered(initiative: Standing, fields: Mapping[str, Any]) -> int:
    quantity: int = fields["quantity"]
    return quantity * _direction(initiative, fields, initiative.template.delivers if initiative.template else None)


def _direction(initiative: Standing, fields: Mapping[str, Any], role: str | None) -> int:
    """Return 1 for what the role gives, -1 for what it gets back; without a role, whatever anyone gives counts."""
    return 1 if role is None or initiative.fields["roles"][role] == fields["from_party"] else -1


def _value(initiative: Standing, fields: Mapping[str, Any]) -> int:
    value = initiative.fields.get("value")
    if value is None or value["currency"] != fields["amount"]["currency"]:
        raise InvalidInput(
            "cooperation.no_value_agreed",
            "The payment {flow} is in {currency}, in which no value of {initiative} was agreed.",
            why="a payment counts against the agreed value, in its currency",
            remedy="agree the value first, or write the payment in its currency",
            flow=fields["id"],
            currency=fields["amount"]["currency"],
            initiative=initiative.id,
        )
    amount: int = value["amount_minor"]
    return amount


def _ordered(initiative: Standing, fields: Mapping[str, Any]) -> int:
    for each in initiative.fields.get("items", ()):
        if each["id"] == fields["item"]:
            quantity: int = each["quantity"]
            return quantity
    raise InvalidInput(
        "cooperation.not_ordered",
        "The delivery {flow} is of {item}, which {initiative} did not order.",
        why="only what stands in the agreed order can be delivered under it",
        remedy="name an item line of the order, or have both parties sign an amendment of it",
        flow=fields["id"],
        item=fields["item"],
        initiative=initiative.id,
    )


def _not_now(fields: Mapping[str, Any], initiative: Standing) -> Refused:
    return Refused(
        "cooperation.flow_not_now",
        "The flow {flow} is not possible while {initiative} is in the state {state}.",
        why="under Article {article} its template allows this kind of flow only in other states",
        remedy="wait for the state that allows it, or move the initiative there",
        article=initiative.fields["clause_refs"][0],
        flow=fields["id"],
        initiative=initiative.id,
        state=initiative.state,
    )
