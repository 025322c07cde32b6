"""Many items at once get the answers that they get one by one; a transform does to a table what it does to a record."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.exchange import TRANSFORMS, Held, Item, ItemTable, Refusal, Released, release, release_many
from comity.ground import InvalidInput
from tests.exchange.drawn import INSTANTS_MS, KINDS, NOW_MS, RULES, all_rules, pairs, rules_with

AIS = RULES["4.2/ais-coarse"]
KIND = KINDS[AIS.item]
SCHEMA = pa.schema(
    [
        ("contact_id", pa.int64()),
        ("position", pa.list_(pa.int64(), 2)),
        ("seen_ms", pa.int64()),
        ("ship_type", pa.string()),
        ("flag", pa.string()),
        ("hidden_track", pa.list_(pa.int64(), 2)),
        ("hidden_notes", pa.string()),
    ]
)
edges = st.sampled_from(
    [[180_000_000, 0], [-180_000_000, -90_000_000], [179_950_000, 90_000_000], [8_600_000, 38_000_000]]
)
positions = st.one_of(pairs(AIS), edges, st.none())
rows = st.fixed_dictionaries(
    {
        "contact_id": st.one_of(st.none(), st.integers(200_000_000, 799_999_999)),
        "position": positions,
        "seen_ms": st.one_of(st.none(), INSTANTS_MS),
        "ship_type": st.one_of(st.none(), st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=6)),
        "flag": st.sampled_from([None, "605", "366"]),
        "hidden_track": positions,
        "hidden_notes": st.one_of(st.none(), st.just("notes")),
    }
)
rule_variants = st.builds(
    replace,
    st.just(AIS),
    grid_mdeg=st.sampled_from([0, 1, 7, 100, 500]),
    time_bucket_s=st.sampled_from([0, 1, 600, 604_800]),
    identity_digits=st.integers(0, 4),
    area=st.sampled_from([None, "south-west-mediterranean", "sahel"]),
    keep=st.sampled_from([AIS.keep, ("position", "contact_id"), ("flag",), (*AIS.keep, "hidden_track")]),
    delay_s=st.sampled_from([0, 1, 21_600]),
)


def table_of(drawn, **changes):
    records = pa.Table.from_pylist([row for row, _ in drawn], schema=SCHEMA)
    event_ms = np.array([event for _, event in drawn], dtype=np.int64)
    return replace(ItemTable("maritime.contact", "maritime", "DZ", event_ms, records), **changes)


@given(
    drawn=st.lists(st.tuples(rows, INSTANTS_MS), max_size=12),
    rule=rule_variants,
    purpose=st.sampled_from(["maritime_safety", "tourism", "targeting"]),
    caveats=st.sampled_from([frozenset(), frozenset({"NATIONAL"})]),
    data=st.data(),
)
def test_a_table_gets_the_answers_that_its_items_get_one_by_one(drawn, rule, purpose, caveats, data):
    rules = rules_with(rule)
    middle = drawn[0][1] if drawn else NOW_MS
    now_ms = data.draw(st.sampled_from([NOW_MS, middle, middle + 21_600_000, middle + 600_000]))
    many = release_many(table_of(drawn, caveats=caveats), rules, to="US", purpose=purpose, now_ms=now_ms)
    one_by_one = [
        release(Item(rule.item, rule.domain, "DZ", event, row, caveats), rules, to="US", purpose=purpose, now_ms=now_ms)
        for row, event in drawn
    ]
    assert list(many.answers()) == one_by_one
    released = [each.record for each in one_by_one if isinstance(each, Released)]
    assert many.released.to_pylist() == released


@pytest.mark.parametrize("name", TRANSFORMS)
@given(drawn=st.lists(rows, max_size=8), rule=rule_variants)
def test_a_transform_does_to_a_table_what_it_does_to_each_record(name, drawn, rule):
    table = pa.Table.from_pylist(drawn, schema=SCHEMA)
    shown = TRANSFORMS[name].many(table, KIND, rule)
    assert shown.to_pylist() == [TRANSFORMS[name].one(row, KIND, rule) for row in drawn]
    assert table.equals(pa.Table.from_pylist(drawn, schema=SCHEMA))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"kind": "maritime.unheard_of"}, Refusal("8.1", "unknown_kind", None)),
        ({"domain": "rescue"}, Refusal("8.1", "no_rule", None)),
        ({"kind": "conflict.person_profile"}, Refusal("2.1", "prohibited", None)),
    ],
)
def test_a_table_that_no_rule_names_is_refused_row_by_row(changes, expected):
    row = {"contact_id": 1, "position": [5_000_000, 38_000_000], "flag": "605"}
    answer = release_many(
        table_of([(row, 0), (row, 1)], **changes), all_rules(), to="US", purpose="maritime_safety", now_ms=NOW_MS
    )
    assert list(answer.answers()) == [expected, expected]
    assert answer.released.num_rows == 0


def test_held_rows_leave_later_and_released_rows_keep_their_order():
    row = {"contact_id": 1, "position": [5_000_000, 38_000_000], "flag": "605"}
    table = table_of([(row, NOW_MS), (row | {"contact_id": 2}, 0), (row, NOW_MS), (row | {"contact_id": 3}, 0)])
    answers = list(release_many(table, all_rules(), to="US", purpose="maritime_safety", now_ms=NOW_MS).answers())
    assert [type(each) for each in answers] == [Held, Released, Held, Released]
    assert [each.record["contact_id"] for each in answers if isinstance(each, Released)] == [2, 3]


@pytest.mark.parametrize(
    ("column", "values", "code"),
    [
        ("position", pa.array([[181_000_000, 0]], pa.list_(pa.int64(), 2)), "exchange.not_positions"),
        ("position", pa.array([[1, None]], pa.list_(pa.int64(), 2)), "exchange.not_positions"),
        ("position", pa.array([[1.5, 2.5]]), "exchange.not_positions"),
        ("position", pa.array(["36N 5E"]), "exchange.not_positions"),
        ("seen_ms", pa.array(["noon"]), "exchange.not_instants"),
        ("flag", pa.array([{"master": "a name"}]), "exchange.not_plain"),
        ("flag", pa.array([[{"master": "a name"}]]), "exchange.not_plain"),
        ("flag", pa.array([1.5]), "exchange.not_plain"),
        ("crew_list", pa.array(["…"]), "ground.unknown_column"),
    ],
)
def test_a_column_that_is_not_of_its_kind_is_invalid_and_nothing_of_the_table_leaves(column, values, code):
    records = pa.table({"contact_id": pa.array([1]), column: values})
    table = ItemTable("maritime.contact", "maritime", "DZ", np.zeros(1, dtype=np.int64), records)
    with pytest.raises(InvalidInput) as caught:
        release_many(table, all_rules(), to="US", purpose="maritime_safety", now_ms=NOW_MS)
    assert caught.value.code == code


def test_an_identity_that_is_a_list_is_cut_one_by_one_and_invalid_in_a_table():
    rules = rules_with(replace(AIS, identity_digits=3, area=None))
    records = pa.table({"contact_id": pa.array([[605_123_456]])})
    table = ItemTable("maritime.contact", "maritime", "DZ", np.zeros(1, dtype=np.int64), records)
    with pytest.raises(InvalidInput) as caught:
        release_many(table, rules, to="US", purpose="maritime_safety", now_ms=NOW_MS)
    assert caught.value.code == "exchange.not_identities"
    item = Item("maritime.contact", "maritime", "DZ", 0, {"contact_id": [605_123_456]})
    answer = release(item, rules, to="US", purpose="maritime_safety", now_ms=NOW_MS)
    assert isinstance(answer, Released)
    assert answer.record == {"contact_id": ["605"]}


def test_a_row_leaves_at_the_very_instant_at_which_its_delay_ends():
    row = {"contact_id": 1, "position": [5_000_000, 38_000_000], "flag": "605"}
    event_ms = NOW_MS - NOW_MS % 600_000
    ends_ms = event_ms + 600_000 + 21_600_000

    def answered(now_ms):
        many = release_many(table_of([(row, event_ms)]), all_rules(), to="US", purpose="maritime_safety", now_ms=now_ms)
        return [type(each) for each in many.answers()]

    assert answered(ends_ms - 1) == [Held]
    assert answered(ends_ms) == [Released]
