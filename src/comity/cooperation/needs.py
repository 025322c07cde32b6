"""What a move needs before it counts: a closed vocabulary, each word one function over the records as they stand.

A need is `word:argument`, such as `document:report`, `payment:first` or `elapsed:services_complete/P12M`. There is no
expression language and no code in data.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from comity.agreement import Clause
from comity.cooperation.periods import after_ms
from comity.cooperation.standings import Book, Standing


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a need is asked of: the record as the act would leave it, all records, the day's clauses, the instant."""

    fields: Mapping[str, Any]
    standing: Standing
    book: Book
    clauses: Mapping[str, Clause]
    at_ms: int
    template: str | None


_FINISHED = frozenset({"final", "signed", "archived"})


def is_met(need: str, case: Circumstances) -> bool:
    """Tell whether a need of the closed vocabulary is met."""
    word, argument = need.split(":", 1)
    return NEEDS[word](argument, case)


def _field(argument: str, case: Circumstances) -> bool:
    name, _, value = argument.partition("=")
    found = case.fields.get(name)
    if found is None:
        found = case.fields.get("details", {}).get(name)
    return found == value if value else found not in (None, [], {}, "", False)


def _document(argument: str, case: Circumstances) -> bool:
    kind, _, state = argument.partition("/")
    return any(
        each.fields["document_kind"] == kind and (_is_in(each, state) if state else each.state in _FINISHED)
        for each in case.book.about(case.standing.key, "document")
    )


def _is_in(document: Standing, state: str) -> bool:
    """Tell whether a document is in a state; what both signed stays signed, also in an archive."""
    return document.state == state or (state == "signed" and state in document.entered)


def _payment(argument: str, case: Circumstances) -> bool:
    account = case.book.account(case.standing.key)
    if argument == "first":
        return account.payments_confirmed > 0
    if argument == "settled":
        return account.payments_open == 0
    value = case.fields.get("value")
    return value is not None and account.paid_minor == value["amount_minor"]


def _delivery(argument: str, case: Circumstances) -> bool:
    account = case.book.account(case.standing.key)
    if argument == "first":
        return any(each > 0 for each in account.delivered.values())
    items = case.fields.get("items", [])
    return bool(items) and all(account.delivered.get(each["id"], 0) == each["quantity"] for each in items)


def _check(argument: str, case: Circumstances) -> bool:
    return any(
        each.fields["check_kind"] == argument and each.state in ("closed", "waived")
        for each in case.book.about(case.standing.key, "check")
    )


def _clause(argument: str, case: Circumstances) -> bool:
    cited = [case.clauses[each] for each in case.fields["clause_refs"] if each in case.clauses]
    if argument == "cited":
        return len(cited) == len(case.fields["clause_refs"])
    if argument == "own":
        return any(f"cooperation.{case.template}" in each.kinds for each in cited)
    return any(each.nature == argument for each in cited)


def _indicator(argument: str, case: Circumstances) -> bool:
    found = case.fields.get("indicators", [])
    asked = found if argument == "all" else [each for each in found if each["id"] == argument]
    return bool(asked) and all(each.get("measured") for each in asked)


def _elapsed(argument: str, case: Circumstances) -> bool:
    state, _, period = argument.partition("/")
    if not period:
        instant_ms = case.fields.get(argument)
        return isinstance(instant_ms, int) and instant_ms <= case.at_ms
    since_ms = case.standing.entered.get(state)
    return since_ms is not None and after_ms(since_ms, period) <= case.at_ms


NEEDS: Mapping[str, Callable[[str, Circumstances], bool]] = {
    "field": _field,
    "document": _document,
    "payment": _payment,
    "delivery": _delivery,
    "check": _check,
    "clause": _clause,
    "indicator": _indicator,
    "elapsed": _elapsed,
}
"""Every word of the vocabulary."""
