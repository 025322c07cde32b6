"""What differs between two versions of an agreement, member by member, and whether a rule lets out more or less."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from comity.agreement.amendments import LISTS, WHOLES
from comity.agreement.documents import read_agreement
from comity.agreement.release_rules import APPROVALS_NEEDED, Rule
from comity.agreement.sentences import Sentence

Change = Literal["added", "removed", "changed"]
Lets = Literal["more", "less", "same", "otherwise"]
"""What a changed rule lets out against before; `otherwise` where it is more in one way and less in another."""


_CHANGED: Mapping[Change, str] = {
    "added": "agreement-differs-added",
    "removed": "agreement-differs-removed",
    "changed": "agreement-differs-changed",
}
_LETS: Mapping[Lets, str] = {
    "more": "agreement-lets-more",
    "less": "agreement-lets-less",
    "otherwise": "agreement-lets-otherwise",
}
ORDER = "(order)"
"""The path of a field change that says: the member stands at another place among those of both versions."""

_WHOLE = 2**31  # identities that are not cut at all


@dataclass(frozen=True)
class FieldChange:
    """One field: its path within the member, and its two values (None where there was none)."""

    path: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Difference:
    """One member (an article, a rule, an area …) or one whole part that differs."""

    part: str
    id: str | None
    change: Change
    fields: tuple[FieldChange, ...]
    lets: Lets


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Return what differs between two agreement documents: lists by identifier, then the whole parts.

    `lets` speaks of rules, and is `same` for all else. `InvalidInput` is for a document that is no sound agreement.
    """
    found = [each for part in LISTS for each in _of_list(part, before[part], after[part])]
    rules = [{each.id: each for each in read_agreement(version).rules} for version in (before, after)]
    found = [replace(each, lets=_lets(each, *rules)) if each.part == "rules" else each for each in found]
    for part in WHOLES:
        fields = tuple(_fields("", before[part], after[part]))
        if fields:
            found.append(Difference(part, None, "changed", fields, "same"))
    return tuple(found)


def difference_sentences(found: Difference) -> tuple[Sentence, ...]:
    """Return a difference as sentences: what changed, each field of it, and what a rule lets out against before."""
    named = Sentence(_CHANGED[found.change], {"part": found.part, "id": found.id or ""})
    fields = (
        Sentence(
            "agreement-differs-field", {"path": each.path, "before": _shown(each.before), "after": _shown(each.after)}
        )
        for each in found.fields
    )
    lets = (Sentence(_LETS[found.lets]),) if found.lets in _LETS else ()
    return (named, *(fields if found.change == "changed" else ()), *lets)


def rule_lets(before: Rule | None, after: Rule | None) -> Lets:
    """Say whether a rule lets out more, less, the same or otherwise than before; None is no rule."""
    if before is None or after is None:
        return "same" if before is after else "more" if before is None else "less"
    ways = {each for each in _ways(before, after) if each != "same"}
    if not ways:
        return "same"
    return ways.pop() if len(ways) == 1 else "otherwise"


def _ways(before: Rule, after: Rule) -> Iterator[Lets]:
    """Yield, condition by condition, whether the later rule lets out more or less."""
    for old, new in (
        (before.from_parties, after.from_parties),
        (before.to_parties, after.to_parties),
        (before.purposes, after.purposes),
        (before.keep, after.keep),
        (after.forbid_caveats, before.forbid_caveats),
    ):
        yield _wider(frozenset(old), frozenset(new))
    for less, more in (
        (before.until_ms, after.until_ms),
        (before.keep_for_s, after.keep_for_s),
        (after.delay_s, before.delay_s),
        (after.cadence_s, before.cadence_s),
        (APPROVALS_NEEDED[after.approve], APPROVALS_NEEDED[before.approve]),
        (before.identity_digits or _WHOLE, after.identity_digits or _WHOLE),
    ):
        yield "same" if less == more else "more" if more > less else "less"
    yield _finer(before.grid_mdeg, after.grid_mdeg)
    yield _finer(before.time_bucket_s, after.time_bucket_s)
    if before.area != after.area:
        yield "less" if before.area is None else "more" if after.area is None else "otherwise"
    if (before.clause, before.item, before.domain, before.label) != (
        after.clause,
        after.item,
        after.domain,
        after.label,
    ):
        yield "otherwise"


def _shown(value: Any) -> str:
    if isinstance(value, list) and not any(isinstance(each, dict | list) for each in value):
        return ", ".join(str(each) for each in value) or "–"
    return "…" if isinstance(value, dict | list) else "–" if value is None else str(value)


def _wider(old: frozenset[str], new: frozenset[str]) -> Lets:
    if old == new:
        return "same"
    return "more" if old < new else "less" if new < old else "otherwise"


def _finer(old: int, new: int) -> Lets:
    """Compare two steps of a floor: a multiple of a step tells less; two steps that share no grid tell otherwise."""
    if old == new:
        return "same"
    if old == 0 or new == 0:
        return "less" if old == 0 else "more"
    return "less" if new % old == 0 else "more" if old % new == 0 else "otherwise"


def _lets(found: Difference, before: Mapping[str, Rule], after: Mapping[str, Rule]) -> Lets:
    """Say what a changed rule lets out; where another rule speaks of the same items, order decides: otherwise."""
    name = found.id or ""
    old, new = before.get(name), after.get(name)
    answer = rule_lets(old, new)
    heads = (_heads(old) if old else set()) ^ (_heads(new) if new else set())
    others = [rule for rules in (before, after) for rule in rules.values() if rule.id != name]
    in_dispute = any(heads & _heads(other) for other in others)
    reordered = any(each.path == ORDER for each in found.fields)
    return "otherwise" if reordered or (answer != "same" and in_dispute) else answer


def _heads(rule: Rule) -> set[tuple[str, str, str, str]]:
    return {(rule.item, rule.domain, a, b) for a in rule.from_parties for b in rule.to_parties if a != b}


def _of_list(part: str, before: list[Any], after: list[Any]) -> Iterator[Difference]:
    old, new = {each["id"]: each for each in before}, {each["id"]: each for each in after}
    stayed = [each for each in old if each in new]
    places = {each: place for place, each in enumerate(name for name in new if name in old)}
    for name in old:
        if name not in new:
            yield Difference(part, name, "removed", tuple(_fields("", old[name], None)), "same")
    for name, value in new.items():
        if name not in old:
            yield Difference(part, name, "added", tuple(_fields("", None, value)), "same")
            continue
        fields = list(_fields("", old[name], value))
        was = stayed.index(name)
        if part == "rules" and was != places[name]:
            fields.append(FieldChange(ORDER, was, places[name]))
        if fields:
            yield Difference(part, name, "changed", tuple(fields), "same")


def _fields(path: str, before: Any, after: Any) -> Iterator[FieldChange]:
    if before == after:
        return
    if (
        isinstance(before, dict | None)
        and isinstance(after, dict | None)
        and "coordinates" not in (before or after or {})
    ):
        for name in sorted({*(before or {}), *(after or {})}):
            deeper = f"{path}.{name}" if path else name
            yield from _fields(deeper, (before or {}).get(name), (after or {}).get(name))
        return
    yield FieldChange(path, before, after)
