"""Broken variants of the release check, by name: the properties must tell each from the check as it is.

Each mutant changes one thing that the check promises (ledger reference, section 4), and a law looks at answers only:
so a law that no mutant breaks would be seen here, and so would a mutant that no law sees.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Any
from unittest.mock import patch

import pytest

from comity.agreement import Rule
from comity.exchange import Held, Item, Refusal, Released, conditions, delay, gate, release_rules
from comity.exchange import areas as exact_areas
from comity.exchange.transforms import TRANSFORMS, Transform, coarsen_position
from comity.ground import InvalidInput
from tests.exchange.drawn import FILE, KINDS, MEMORANDUM, NOW_MS, RULES, WAITING

AIS = replace(RULES["4.2/ais-coarse"], identity_digits=3)
STRICT = replace(AIS, id="4.2/strict", purposes=("maritime_security",))
EVENT_MS = NOW_MS - 40 * 86_400_000
RECORD = {
    "contact_id": 605_123_456,
    "position": [5_067_812, 37_184_999],
    "seen_ms": EVENT_MS,
    "ship_type": "cargo",
    "flag": "605",
    "hidden_notes": "z",
    "hidden_track": [[5_000_000, 37_000_000]],
}
ITEM = Item(AIS.item, AIS.domain, "DZ", EVENT_MS, RECORD)
Answer = Released | Held | Refusal


def ask(
    item: Item = ITEM, *rules: Rule, now_ms: int = NOW_MS, purpose: str = "maritime_safety", **changes: Any
) -> Answer:
    ready = release_rules(
        replace(MEMORANDUM, rules=rules or (AIS,)),
        agreement_hash=FILE.hash,
        at_work=changes.get("at_work", WAITING),
        kinds=KINDS.values(),
    )
    return gate.release(item, ready, to="US", purpose=purpose, now_ms=now_ms)


def shown(item: Item = ITEM, *rules: Rule, **changes: Any) -> dict[str, Any]:
    answer = ask(item, *rules, **changes)
    return answer.record if isinstance(answer, Released) else {"answer": type(answer).__name__}


def moved(**values: Any) -> Item:
    return replace(ITEM, record={**RECORD, **values})


def at(event_ms: int) -> Item:
    return replace(ITEM, event_ms=event_ms)


def nested_is_refused() -> bool:
    try:
        ask(moved(flag={"master": "a name"}))
    except InvalidInput as error:
        return error.code == "exchange.not_plain"
    return False


LAWS: dict[str, Callable[[], bool]] = {
    "only kept columns leave": lambda: set(shown()) <= set(AIS.keep) and "hidden_notes" not in shown(),
    "the first rule that fits decides alone": lambda: ask(ITEM, STRICT, AIS) == Refusal("4.2", "purpose", STRICT.id),
    "prohibitions come before any rule": lambda: (
        ask(ITEM, replace(AIS, purposes=("targeting",)), purpose="targeting") == Refusal("2.1", "prohibited", None)
    ),
    "default is no": lambda: ask(replace(ITEM, domain="weather")) == Refusal("8.1", "no_rule", None),
    "a clause that is not at work releases nothing": lambda: isinstance(ask(at_work=frozenset()), Refusal),
    "an ended rule releases nothing": lambda: isinstance(ask(now_ms=AIS.until_ms), Refusal),
    "a forbidden mark keeps an item home": lambda: isinstance(
        ask(replace(ITEM, caveats=frozenset({"NATIONAL"}))), Refusal
    ),
    "positions differ by no more than their cell": lambda: (
        shown() == shown(moved(position=[5_099_999, 37_100_000])) == shown(moved(position=[5_000_000, 37_199_999]))
    ),
    "a cell is floored, south and west of zero too": lambda: (
        shown(moved(position=[-1, -1]), replace(AIS, area=None))["position"] == [-100_000, -100_000]
    ),
    "latitude and longitude move together": lambda: shown()["position"] == [5_000_000, 37_100_000],
    "nested positions are coarsened": lambda: (
        shown(moved(position=[[5_067_812, 37_184_999]]))["position"] == [[5_000_000, 37_100_000]]
    ),
    "instants differ by no more than their period": lambda: (
        shown(moved(seen_ms=600_000)) == shown(moved(seen_ms=1_199_999))
    ),
    "the whole cell lies in the area": lambda: isinstance(ask(moved(position=[8_600_000, 38_000_000])), Refusal),
    "every position lies in the area": lambda: isinstance(
        ask(moved(position=[[5_000_000, 38_000_000], [50_000_000, 38_000_000]])), Refusal
    ),
    "what shows no position is in no area": lambda: isinstance(ask(moved(position=None)), Refusal),
    "the delay counts from the event": lambda: (
        isinstance(ask(at(NOW_MS - 3_600_000)), Held) and isinstance(ask(at(NOW_MS - 86_400_000)), Released)
    ),
    "the delay counts from the end of the period": lambda: (
        ask(at(NOW_MS - NOW_MS % 600_000)) == ask(at(NOW_MS - NOW_MS % 600_000 + 599_999))
    ),
    "nothing leaves a millisecond early": lambda: isinstance(
        ask(now_ms=EVENT_MS - EVENT_MS % 600_000 + 600_000 + 21_600_000 - 1), Held
    ),
    "it leaves when the delay has ended": lambda: isinstance(
        ask(now_ms=EVENT_MS - EVENT_MS % 600_000 + 600_000 + 21_600_000), Released
    ),
    "identities show their first characters": lambda: shown()["contact_id"] == "605",
    "no field hides in a kept column": nested_is_refused,
}
"""What must be true of the check, each by one question."""


@dataclass(frozen=True)
class Mutant:
    name: str
    change: Callable[[], AbstractContextManager[Any]]
    dies_by: str


def transform(name: str, one: Callable[..., dict[str, Any]]) -> Callable[[], AbstractContextManager[Any]]:
    broken = Transform(one, TRANSFORMS[name].many, TRANSFORMS[name].said)
    return lambda: patch.object(gate, "TRANSFORMS", {**TRANSFORMS, name: broken})


def in_gate(name: str, value: Any) -> Callable[[], AbstractContextManager[Any]]:
    return lambda: patch.object(gate, name, value)


def rounded(record, kind, rule):
    step = rule.grid_mdeg * 1000
    return {**record, "position": [round(each / step) * step for each in record["position"]]}


def only_flat(record, kind, rule):
    flat = isinstance((record.get("position") or [[]])[0], int)
    return coarsen_position.coarsen_position(record, kind, rule) if flat else record


def only_latitude(record, kind, rule):
    coarse = coarsen_position.coarsen_position(record, kind, rule)
    pair = record.get("position")
    return {**coarse, "position": [pair[0], coarse["position"][1]]} if pair and isinstance(pair[0], int) else coarse


def truncated(record, kind, rule):
    step = rule.grid_mdeg * 1000
    pair = record.get("position")
    if not pair or not isinstance(pair[0], int):
        return coarsen_position.coarsen_position(record, kind, rule)
    return {**record, "position": [int(each / step) * step for each in pair]}


def by_prefix(record, kind, rule):
    return {
        name: value
        for name, value in record.items()
        if any(name[:3] == kept[:3] or name[0] == "h" for kept in rule.keep)
    }


def without_plain(record, kind, rule):
    return {name: record[name] for name in rule.keep if name in record}


def last_characters(record, kind, rule):
    return {**record, "contact_id": str(record["contact_id"])[-rule.identity_digits :]}


def from_now(event_ms, rule):
    return NOW_MS + rule.delay_s * 1000


def without_delay(event_ms, rule):
    return event_ms


def from_the_event(event_ms, rule):
    return event_ms + rule.delay_s * 1000


def from_the_start(event_ms, rule):
    return event_ms - event_ms % (rule.time_bucket_s * 1000) + rule.delay_s * 1000


class AnyCell:
    """An area that asks about the corner of a cell only, about the first position only, or lets an empty one in."""

    def __init__(self, test, *, corner=False, first=False, empty=False):
        self.test, self.corner, self.first, self.empty = test, corner, first, empty

    def holds(self, record, kind, grid_mdeg):
        value = record.get("position")
        if value is None:
            return self.empty
        if self.first and isinstance(value[0], list):
            record = {**record, "position": value[0]}
        return self.test.holds(record, kind, 0 if self.corner else grid_mdeg)


def areas(**how: bool) -> Callable[[], AbstractContextManager[Any]]:
    real = exact_areas.area_test
    return in_gate("area_test", lambda area: AnyCell(real(area), **how))


def ignoring(reason: str) -> Callable[[], AbstractContextManager[Any]]:
    real = conditions.unmet
    return in_gate("unmet", lambda rule, asked: None if real(rule, asked) == reason else real(rule, asked))


def last_match() -> AbstractContextManager[Any]:
    real = gate.release_rules

    def backwards(agreement, **named):
        return real(replace(agreement, rules=agreement.rules[::-1]), **named)

    return patch(f"{__name__}.release_rules", backwards)


def any_purpose() -> AbstractContextManager[Any]:
    """A rule that does not fit hands the item on to the next one."""
    real = conditions.unmet

    def handed_on(rule, asked):
        return None if real(rule, asked) == "purpose" and asked.purpose in AIS.purposes else real(rule, asked)

    return patch.object(gate, "unmet", handed_on)


def default_yes() -> AbstractContextManager[Any]:
    real = gate.deciding_rule

    def yes(*asked, **named):
        answer = real(*asked, **named)
        return AIS if isinstance(answer, Refusal) and answer.reason == "no_rule" else answer

    return patch.object(gate, "deciding_rule", yes)


MUTANTS = [
    Mutant("the last rule that fits decides", last_match, "the first rule that fits decides alone"),
    Mutant("a rule that does not fit hands on", any_purpose, "the first rule that fits decides alone"),
    Mutant(
        "rules are asked before prohibitions",
        in_gate("is_prohibited", lambda *names: False),
        "prohibitions come before any rule",
    ),
    Mutant("what no rule names leaves", default_yes, "default is no"),
    Mutant("clauses need no decision", ignoring("not_at_work"), "a clause that is not at work releases nothing"),
    Mutant("rules never end", ignoring("expired"), "an ended rule releases nothing"),
    Mutant("marks are ignored", ignoring("caveat"), "a forbidden mark keeps an item home"),
    Mutant("purposes are ignored", ignoring("purpose"), "the first rule that fits decides alone"),
    Mutant(
        "positions are rounded", transform("coarsen_position", rounded), "positions differ by no more than their cell"
    ),
    Mutant(
        "positions are cut towards zero",
        transform("coarsen_position", truncated),
        "a cell is floored, south and west of zero too",
    ),
    Mutant(
        "positions stay exact",
        transform("coarsen_position", lambda r, k, u: dict(r)),
        "positions differ by no more than their cell",
    ),
    Mutant(
        "latitude moves alone", transform("coarsen_position", only_latitude), "latitude and longitude move together"
    ),
    Mutant("nested positions stay exact", transform("coarsen_position", only_flat), "nested positions are coarsened"),
    Mutant(
        "instants stay exact",
        transform("coarsen_time", lambda r, k, u: dict(r)),
        "instants differ by no more than their period",
    ),
    Mutant("columns are kept by prefix", transform("keep_fields", by_prefix), "only kept columns leave"),
    Mutant("every column is kept", transform("keep_fields", lambda r, k, u: dict(r)), "only kept columns leave"),
    Mutant("fields may hide in a column", transform("keep_fields", without_plain), "no field hides in a kept column"),
    Mutant(
        "identities stay whole",
        transform("shorten_identity", lambda r, k, u: dict(r)),
        "identities show their first characters",
    ),
    Mutant(
        "identities show their last characters",
        transform("shorten_identity", last_characters),
        "identities show their first characters",
    ),
    Mutant("the area asks about the exact corner", areas(corner=True), "the whole cell lies in the area"),
    Mutant("the area asks about the first position", areas(first=True), "every position lies in the area"),
    Mutant("what shows no position is inside", areas(empty=True), "what shows no position is in no area"),
    Mutant("the delay counts from now", in_gate("released_from_ms", from_now), "the delay counts from the event"),
    Mutant("there is no delay", in_gate("released_from_ms", without_delay), "the delay counts from the event"),
    Mutant(
        "the delay counts from the exact event",
        in_gate("released_from_ms", from_the_event),
        "the delay counts from the end of the period",
    ),
    Mutant(
        "the delay counts from the start of the period",
        in_gate("released_from_ms", from_the_start),
        "nothing leaves a millisecond early",
    ),
    Mutant(
        "it leaves a millisecond late",
        in_gate("released_from_ms", lambda e, r: delay.released_from_ms(e, r) + 1),
        "it leaves when the delay has ended",
    ),
]


@pytest.mark.parametrize("law", LAWS)
def test_the_check_as_it_is_obeys_every_law(law):
    assert LAWS[law]()


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_broken_check_is_told_by_the_law_that_it_breaks(mutant):
    with mutant.change():
        assert not LAWS[mutant.dies_by]()


def test_every_law_is_broken_by_a_mutant():
    assert set(LAWS) == {mutant.dies_by for mutant in MUTANTS}
