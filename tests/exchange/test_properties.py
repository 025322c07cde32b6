"""Seven properties of the release check, over every rule of the example memorandum.

G1 to G7 are those of the ledger reference, section 4. Each was seen to fail with the code broken on purpose.
"""

from dataclasses import replace
from typing import Any

import pytest
import shapely
from hypothesis import assume, given
from hypothesis import strategies as st

from comity.agreement import Rule
from comity.exchange import (
    PERSONAL_COLUMNS,
    PROHIBITED_WORDS,
    TRANSFORMS,
    Held,
    Item,
    Refusal,
    Released,
    release,
)
from comity.ground import MS_PER_S
from tests.exchange.drawn import (
    KINDS,
    MEMORANDUM,
    NOW_MS,
    RULES,
    all_rules,
    bytes_of,
    items,
    receiver,
    rules_with,
    twins,
)

SHORT = replace(RULES["4.2/ais-coarse"], id="4.2/ais-shortened", identity_digits=3)
every_rule = pytest.mark.parametrize("rule", [*RULES.values(), SHORT], ids=lambda rule: rule.id)
any_rule = st.sampled_from([*RULES.values(), SHORT])


def ask(item: Item, rule: Rule, *, now_ms: int = NOW_MS, **changes: Any) -> Released | Held | Refusal:
    return release(item, rules_with(rule, **changes), to=receiver(item), purpose=rule.purposes[0], now_ms=now_ms)


@given(rule=any_rule, data=st.data())
def test_g1_only_columns_of_the_keep_list_leave(rule, data):
    answer = ask(data.draw(items(rule)), rule)
    if isinstance(answer, Released):
        assert set(answer.record) <= set(rule.keep)


@given(rule=any_rule, data=st.data())
def test_g2_what_was_released_is_released_again_unchanged(rule, data):
    item = data.draw(items(rule))
    answer = ask(item, rule)
    if isinstance(answer, Released):
        again = ask(replace(item, record=answer.record), rule)
        assert isinstance(again, Released)
        assert again.record == answer.record


@st.composite
def tighter(draw: st.DrawFn, rule: Rule) -> Rule:
    """The rule with some of its conditions tightened; grids and periods grow to multiples of what they are."""
    keep = tuple(name for name in rule.keep if draw(st.integers(0, 5)) > 0) or rule.keep[:1]
    return replace(
        rule,
        keep=keep,
        delay_s=rule.delay_s + draw(st.sampled_from([0, 1, 86_400])),
        grid_mdeg=draw(st.sampled_from([1, 2, 10])) * rule.grid_mdeg or draw(st.sampled_from([0, 100])),
        time_bucket_s=draw(st.sampled_from([1, 2, 24])) * rule.time_bucket_s or draw(st.sampled_from([0, 600])),
        identity_digits=draw(st.integers(1, rule.identity_digits or 5)),
        forbid_caveats=(*rule.forbid_caveats, *draw(st.sampled_from([(), ("LIMITED",)]))),
        until_ms=rule.until_ms - draw(st.sampled_from([0, 10**12])),
        area=rule.area or draw(st.sampled_from([None, "sahel"])),
    )


@every_rule
@given(data=st.data())
def test_g3_a_tighter_rule_never_releases_more(rule, data):
    tight = data.draw(tighter(rule))
    item = replace(data.draw(items(rule)), caveats=data.draw(st.sampled_from([frozenset(), frozenset({"LIMITED"})])))
    now_ms = item.event_ms + data.draw(st.sampled_from([0, 10**7, 10**8, 35 * 86_400_000]))
    strict, loose = ask(item, tight, now_ms=now_ms), ask(item, rule, now_ms=now_ms)
    if isinstance(strict, Released):
        assert isinstance(loose, Released)
        record: dict[str, Any] = loose.record
        for transform in TRANSFORMS.values():
            record = transform.one(record, KINDS[rule.item], tight)
        assert strict.record == record  # the strict answer can be worked out from the loose one: it tells no more
    if isinstance(strict, Held) and isinstance(loose, Held):
        assert strict.until_ms >= loose.until_ms
    if isinstance(loose, Refusal):
        assert isinstance(strict, Refusal)


@given(rule=st.sampled_from(list(RULES.values())), data=st.data())
def test_g3_in_the_whole_memorandum_too_a_tighter_rule_never_lets_a_later_one_release(rule, data):
    item = data.draw(items(rule))
    strict = replace(rule, purposes=("public_report",))
    rules = all_rules()
    table = {head: strict if found.id == rule.id else found for head, found in rules.first_match.items()}
    answer = release(
        item, replace(rules, first_match=table), to=receiver(item), purpose=rule.purposes[0], now_ms=NOW_MS
    )
    assert isinstance(answer, Refusal)
    assert answer.reason == "purpose"


@given(
    data=st.data(),
    kind=st.sampled_from([*KINDS, "maritime.unheard_of"]),
    domain=st.sampled_from([each.id for each in MEMORANDUM.domains] + ["weather"]),
    sender=st.sampled_from(["DZ", "US", "FR"]),
    to=st.sampled_from(["DZ", "US", "FR"]),
)
def test_g4_what_no_rule_names_is_refused_under_the_default_clause(data, kind, domain, sender, to):
    named = any(
        (rule.item, rule.domain) == (kind, domain) and sender in rule.from_parties and to in rule.to_parties
        for rule in RULES.values()
    )
    assume(not named or sender == to)
    item = Item(kind, domain, sender, 0, {})
    purpose = data.draw(st.sampled_from([each for rule in RULES.values() for each in rule.purposes]))
    answer = release(item, all_rules(), to=to, purpose=purpose, now_ms=NOW_MS)
    assert isinstance(answer, Refusal)
    assert answer.article == MEMORANDUM.limits.default_clause


@every_rule
def test_g4_a_clause_that_is_not_at_work_releases_nothing(rule):
    item = Item(rule.item, rule.domain, rule.from_parties[0], 0, {})
    answer = ask(item, rule, at_work=frozenset())
    assert answer == Refusal(rule.clause, "not_at_work", rule.id)


@pytest.mark.parametrize(
    "changes",
    [{"purposes": ("public_report",)}, {"forbid_caveats": ("LIMITED",)}, {"until_ms": NOW_MS}, {"keep": ("flag",)}],
    ids=lambda changes: next(iter(changes)),
)
def test_a_tightened_condition_bites(changes):
    rule = RULES["4.2/ais-coarse"]
    item = Item(rule.item, rule.domain, "DZ", 0, {"position": [5_000_000, 38_000_000]}, frozenset({"LIMITED"}))
    purpose = rule.purposes[0]
    assert isinstance(release(item, rules_with(rule), to="US", purpose=purpose, now_ms=NOW_MS), Released)
    strict = rules_with(replace(rule, **changes))
    assert isinstance(release(item, strict, to="US", purpose=purpose, now_ms=NOW_MS), Refusal)


@every_rule
@given(data=st.data())
def test_g5_items_that_differ_only_in_what_is_withheld_give_the_same_bytes(rule, data):
    item = data.draw(items(rule))
    twin = data.draw(twins(rule, item))
    wait_ms = (rule.delay_s + 2 * rule.time_bucket_s) * MS_PER_S
    now_ms = data.draw(st.sampled_from([item.event_ms, item.event_ms + wait_ms // 2, item.event_ms + wait_ms, NOW_MS]))
    assert bytes_of(ask(item, rule, now_ms=now_ms)) == bytes_of(ask(twin, rule, now_ms=now_ms))


@given(rule=any_rule, data=st.data())
def test_g6_nothing_leaves_before_its_event_and_the_delay(rule, data):
    item = data.draw(items(rule))
    delay_ms = rule.delay_s * MS_PER_S
    now_ms = item.event_ms + data.draw(st.integers(-delay_ms - 1000, 2 * delay_ms + 1000))
    answer = ask(item, rule, now_ms=now_ms)
    if isinstance(answer, Released):
        assert now_ms >= item.event_ms + delay_ms
    if isinstance(answer, Held):
        assert now_ms < answer.until_ms
        assert answer.until_ms >= item.event_ms + delay_ms
        assert isinstance(ask(item, rule, now_ms=answer.until_ms), Released)


@given(
    word=st.sampled_from(sorted(word for words in PROHIBITED_WORDS.values() for word in words)),
    where=st.sampled_from(["kind", "domain", "purpose", "caveat"]),
    rule=st.sampled_from(list(RULES.values())),
    upper=st.booleans(),
)
def test_g7_persons_targets_and_weapons_never_leave_whatever_the_rule(word, where, rule, upper):
    word = word.upper() if upper else word
    kind = f"conflict.{word}" if where == "kind" else rule.item
    domain = word if where == "domain" else rule.domain
    purpose = word if where == "purpose" else rule.purposes[0]
    caveats = frozenset({word}) if where == "caveat" else frozenset()
    allowing = replace(all_rules(), first_match={(kind, domain, "DZ", "US"): rule}, kinds={kind: KINDS[rule.item]})
    answer = release(Item(kind, domain, "DZ", 0, {}, caveats), allowing, to="US", purpose=purpose, now_ms=NOW_MS)
    assert answer == Refusal("2.1", "prohibited", None)


def test_g7_no_rule_of_the_example_keeps_a_column_that_tells_who_a_person_is():
    assert all(PERSONAL_COLUMNS.isdisjoint(rule.keep) for rule in RULES.values())


def test_the_areas_of_the_example_are_valid_shapes():
    for area in MEMORANDUM.areas:
        assert shapely.is_valid(shapely.geometry.shape(area.geometry_udeg))
