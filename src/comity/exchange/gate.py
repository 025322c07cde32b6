"""The release check: may this item leave, in which form, and when.

Hard prohibitions come first. Then the first rule in file order whose head (item, domain, from, to) fits decides alone:
its clause at work, its date, purpose, marks and area are conditions, and an item that fails one is refused and does
not fall through to a later rule. So tightening a rule can never release more. What no rule fits stays home.
Every test that an answer depends on looks only at what the answer shows: the area at the coarsened position, the delay
from the end of the coarsened time.

Units: seconds (`_s`), milliseconds since 1970 (`_ms`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from comity.agreement import Agreement, Rule
from comity.exchange.areas import AreaTest, area_test
from comity.exchange.conditions import Asked, unmet
from comity.exchange.decisions import Held, Refusal, Released
from comity.exchange.delay import released_from_ms
from comity.exchange.items import Item, ItemTable
from comity.exchange.prohibitions import PERSONAL_COLUMNS, is_prohibited
from comity.exchange.transforms import TRANSFORMS
from comity.ground import MS_PER_S, InvalidInput, Kind

Head = tuple[str, str, str, str]


@dataclass(frozen=True)
class ReleaseRules:
    """The rules of one agreement, made ready by `release_rules`."""

    agreement_hash: str
    rules: tuple[Rule, ...]
    at_work: frozenset[str]
    kinds: Mapping[str, Kind]
    never_clause: str
    default_clause: str
    first_match: Mapping[Head, Rule] = field(repr=False)
    areas: Mapping[str, AreaTest] = field(repr=False)


def release_rules(
    agreement: Agreement, *, agreement_hash: str, at_work: frozenset[str], kinds: Iterable[Kind]
) -> ReleaseRules:
    """Return the rules of an agreement ready for `release`.

    Parameters
    ----------
    agreement_hash
        `comity.agreement.agreement_hash` of the document that both parties signed.
    at_work
        `comity.agreement.clauses_at_work` of the decisions that both parties signed.
    kinds
        What the field rooms say of their records; items of any other kind are refused.
    """
    described = {each.name: each for each in kinds}
    first_match: dict[Head, Rule] = {}
    for rule in agreement.rules:
        _check_keep(rule, described.get(rule.item))
        for sender in rule.from_parties:
            for receiver in rule.to_parties:
                if sender != receiver:
                    first_match.setdefault((rule.item, rule.domain, sender, receiver), rule)
    return ReleaseRules(
        agreement_hash=agreement_hash,
        rules=agreement.rules,
        at_work=at_work,
        kinds=described,
        never_clause=agreement.limits.never_clause,
        default_clause=agreement.limits.default_clause,
        first_match=first_match,
        areas={each.id: area_test(each) for each in agreement.areas},
    )


def release(item: Item, rules: ReleaseRules, *, to: str, purpose: str, now_ms: int) -> Released | Held | Refusal:
    """Say whether an item may leave to a party, for a purpose, now; every answer carries its `sentence`.

    `InvalidInput` is for a record that is not of its kind (an unknown column, a position that is not a pair).
    """
    rule = deciding_rule(item, rules, to=to, purpose=purpose, now_ms=now_ms)
    if isinstance(rule, Refusal):
        return rule
    kind = rules.kinds[item.kind]
    kind.check(item.record)
    record = dict(item.record)
    for transform in TRANSFORMS.values():
        record = transform.one(record, kind, rule)
    if rule.area is not None and not rules.areas[rule.area].holds(record, kind, rule.grid_mdeg):
        return Refusal(rule.clause, "outside_area", rule.id)
    until_ms = released_from_ms(item.event_ms, rule)
    if now_ms < until_ms:
        return Held(until_ms, rule)
    return Released(record, rule, rules.agreement_hash, now_ms + rule.keep_for_s * MS_PER_S)


def deciding_rule(
    asked: Item | ItemTable, rules: ReleaseRules, *, to: str, purpose: str, now_ms: int
) -> Rule | Refusal:
    """Return the one rule that lets such items out, or the refusal that holds whatever their records say."""
    if is_prohibited(asked.kind, asked.domain, purpose, *asked.caveats):
        return Refusal(rules.never_clause, "prohibited", None)
    if asked.kind not in rules.kinds:
        return Refusal(rules.default_clause, "unknown_kind", None)
    rule = rules.first_match.get((asked.kind, asked.domain, asked.from_party, to))
    if rule is None:
        return Refusal(rules.default_clause, "no_rule", None)
    reason = unmet(rule, Asked(purpose, asked.caveats, rules.at_work, now_ms))
    return rule if reason is None else Refusal(rule.clause, reason, rule.id)


def _check_keep(rule: Rule, kind: Kind | None) -> None:
    personal = PERSONAL_COLUMNS.intersection(rule.keep)
    if personal:
        raise InvalidInput(
            "exchange.rule_keeps_a_person",
            "Rule {rule} keeps the column {column}.",
            why="it tells who a person is, and nothing about a person leaves under any clause",
            remedy="take the column out of the rule's keep list",
            rule=rule.id,
            column=min(personal),
        )
    unknown = set(rule.keep) - {each.name for each in kind.columns} if kind else set()
    if unknown:
        raise InvalidInput(
            "exchange.rule_keeps_unknown_column",
            "Rule {rule} keeps the column {column}, which records of kind {kind} do not have.",
            why="a keep list that names nothing hides a mistake",
            remedy="use the columns that the kind describes",
            rule=rule.id,
            column=min(unknown),
            kind=rule.item,
        )
