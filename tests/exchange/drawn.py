"""Kinds, items and twins for the properties of the release check, drawn by hypothesis from the example memorandum.

Rooms that do not exist yet describe no kinds; here each gets one, made from the rule's own keep list and three columns
that stay home. `rescue.case` is the real one.
"""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from comity.agreement import Rule, clauses_at_work
from comity.exchange import Held, Item, Refusal, Released, ReleaseRules, release_rules
from comity.files.agreements import read_agreement_file
from comity.ground import MS_PER_S, Column, Kind, canonical, floor_to
from comity.rescue import KINDS as RESCUE_KINDS

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "algeria-usa-2025"
FILE = read_agreement_file(EXAMPLES / "memorandum.toml")
MEMORANDUM = FILE.agreement
RULES = {rule.id: rule for rule in MEMORANDUM.rules}
WAITING = frozenset(clause.id for clause in MEMORANDUM.clauses)
NOW_MS = 1_780_000_000_000  # 2026-05-28, when every rule of the example still runs
INSTANTS_MS = st.integers(1_100_000_000_000, NOW_MS - 40 * 86_400_000)


def kind_of(rule: Rule) -> Kind:
    """The kind of a rule's records: the real one of the rescue room, or one made from the keep list."""
    if rule.item in RESCUE_KINDS:
        return RESCUE_KINDS[rule.item]
    kept = (Column(name, _role(name), "kept") for name in rule.keep)
    hidden = (
        Column("hidden_track", "position", "stays home"),
        Column("hidden_ms", "instant", "stays home"),
        Column("hidden_notes", "text", "stays home"),
    )
    return Kind(rule.item, (*kept, *hidden))


def _role(name: str) -> Any:
    if name == "position":
        return "position"
    if name.endswith("_ms"):
        return "instant"
    return "identity" if name.endswith(("_id", "flag", "type")) else "text"


KINDS = {rule.item: kind_of(rule) for rule in RULES.values()}


@cache
def rules_with(rule: Rule, *, at_work: frozenset[str] = WAITING) -> ReleaseRules:
    """The release rules of the memorandum when it holds this one rule only."""
    alone = replace(MEMORANDUM, rules=(rule,))
    return release_rules(alone, agreement_hash=FILE.hash, at_work=at_work, kinds=KINDS.values())


@cache
def all_rules() -> ReleaseRules:
    """The release rules of the memorandum with every clause at work."""
    return release_rules(MEMORANDUM, agreement_hash=FILE.hash, at_work=WAITING, kinds=KINDS.values())


def nothing_decided() -> ReleaseRules:
    """The release rules of the memorandum on its first day."""
    at_work = clauses_at_work(MEMORANDUM, [])
    return release_rules(MEMORANDUM, agreement_hash=FILE.hash, at_work=at_work, kinds=KINDS.values())


def ring_udeg(rule: Rule) -> list[list[int]]:
    """The outline of a rule's area, or of the globe less one degree."""
    if rule.area is None:
        return [[-179_000_000, -89_000_000], [179_000_000, 89_000_000]]
    area = next(each for each in MEMORANDUM.areas if each.id == rule.area)
    ring: list[list[int]] = area.geometry_udeg["coordinates"][0]
    return ring


def pairs(rule: Rule) -> st.SearchStrategy[list[int]]:
    """Positions of which many lie well inside the rule's area, or close to its corners, on either side."""
    ring = ring_udeg(rule)
    lon, lat = [pair[0] for pair in ring], [pair[1] for pair in ring]
    middle = [(min(lon) + max(lon)) // 2, (min(lat) + max(lat)) // 2]
    near = st.integers(-300_000, 300_000)
    close = st.builds(lambda place, east, north: [place[0] + east, place[1] + north], st.sampled_from(ring), near, near)
    inside = st.builds(lambda east, north: [middle[0] + east, middle[1] + north], near, near)
    anywhere = st.tuples(st.integers(min(lon), max(lon)), st.integers(min(lat), max(lat))).map(list)
    return st.one_of(inside, close, anywhere)


def values(role: str, rule: Rule) -> st.SearchStrategy[Any]:
    """Values of a column by its role; positions are nested at several depths."""
    pair = pairs(rule)
    nested = st.one_of(st.lists(pair, max_size=3), st.lists(st.lists(pair, max_size=2), max_size=2))
    drawn: dict[str, st.SearchStrategy[Any]] = {
        "position": st.one_of(pair, pair, nested),
        "instant": st.one_of(INSTANTS_MS, st.lists(INSTANTS_MS, max_size=2)),
        "identity": st.one_of(st.integers(200_000_000, 799_999_999), st.text("0123456789AB-", max_size=12)),
        "measure": st.integers(0, 10**6),
        "text": st.text(st.characters(codec="utf-8"), max_size=12),
    }
    return st.one_of(drawn[role], drawn[role], drawn[role], st.none())


@st.composite
def records(draw: st.DrawFn, rule: Rule) -> dict[str, Any]:
    """A record of the rule's kind with any of its columns."""
    kind = KINDS[rule.item]
    return {column.name: draw(values(column.role, rule)) for column in kind.columns if draw(st.integers(0, 4)) > 0}


@st.composite
def items(draw: st.DrawFn, rule: Rule) -> Item:
    """An item that the rule's head fits."""
    sender = draw(st.sampled_from(rule.from_parties))
    return Item(rule.item, rule.domain, sender, draw(INSTANTS_MS), draw(records(rule)), frozenset())


def receiver(item: Item) -> str:
    """The other party."""
    return "US" if item.from_party == "DZ" else "DZ"


@st.composite
def twins(draw: st.DrawFn, rule: Rule, item: Item) -> Item:
    """An item that differs only in what the rule withholds: other columns, place in the cell, instant in the period."""
    twin = {name: value for name, value in item.record.items() if name in rule.keep}
    kind = KINDS[rule.item]
    for column in kind.columns:
        if column.name not in rule.keep and draw(st.booleans()):
            twin[column.name] = draw(values(column.role, rule))
        elif column.role == "position" and twin.get(column.name) is not None:
            twin[column.name] = _moved(draw, twin[column.name], rule.grid_mdeg * 1000)
        elif column.role == "instant" and twin.get(column.name) is not None:
            twin[column.name] = _moved(draw, twin[column.name], rule.time_bucket_s * MS_PER_S)
        elif column.role == "identity" and twin.get(column.name) is not None:
            twin[column.name] = _renamed(draw, twin[column.name], rule.identity_digits)
    event_ms: int = _moved(draw, item.event_ms, rule.time_bucket_s * MS_PER_S)
    return replace(item, record=twin, event_ms=event_ms)


def _moved(draw: st.DrawFn, value: Any, step: int) -> Any:
    if isinstance(value, list):
        return [_moved(draw, each, step) for each in value]
    return floor_to(value, step) + draw(st.integers(0, step - 1)) if step else value


def _renamed(draw: st.DrawFn, value: Any, digits: int) -> Any:
    name = str(value)
    return name[:digits] + draw(st.text("0123456789", max_size=6)) if digits and len(name) >= digits else value


def bytes_of(answer: Released | Held | Refusal) -> bytes:
    """All that an answer shows, as canonical bytes."""
    if isinstance(answer, Released):
        return canonical([answer.rule.id, answer.record, answer.keep_until_ms, answer.sentence.message])
    if isinstance(answer, Held):
        return canonical([answer.rule.id, answer.until_ms, answer.sentence.message])
    return canonical([answer.rule_id, answer.article, answer.reason])
