"""The properties of the release check over generated agreements: any rule, any area, any record with every role.

Areas lie at the edges of the globe, on both sides of the antimeridian and at zero; positions fall on edges of cells and
of areas. Authority of the expected form: a second, naive form of the rule's text below, written without the registry.
"""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from comity.agreement import Area, Label, Rule, rule_lets
from comity.exchange import Held, Item, Refusal, Released, ReleaseRules, explain, release, release_rules
from comity.ground import Column, InvalidInput, Kind, canonical
from tests.exchange.drawn import FILE, MEMORANDUM, NOW_MS, bytes_of

DAY_MS = 86_400_000
KIND = Kind(
    "sky.flight",
    (
        Column("flight_id", "identity", "its number"),
        Column("nation", "identity", "its flag"),
        Column("place", "position", "where"),
        Column("path", "position", "where it was before"),
        Column("seen_ms", "instant", "when"),
        Column("height_m", "measure", "how high"),
        Column("remark", "text", "what the desk wrote"),
    ),
)
NAMES = [each.name for each in KIND.columns]


def box(west, south, east, north):
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


GEOMETRIES = {
    "zero": {"type": "Polygon", "coordinates": [box(-1_000_000, -1_000_000, 1_000_000, 1_000_000)]},
    "pole": {"type": "Polygon", "coordinates": [box(-180_000_000, 80_000_000, 180_000_000, 90_000_000)]},
    "antimeridian": {
        "type": "MultiPolygon",
        "coordinates": [
            [box(179_000_000, -1_000_000, 180_000_000, 1_000_000)],
            [box(-180_000_000, -1_000_000, -179_000_000, 1_000_000)],
        ],
    },
    "hole": {
        "type": "Polygon",
        "coordinates": [box(0, 0, 4_000_000, 4_000_000), box(1_000_000, 1_000_000, 3_000_000, 3_000_000)],
    },
}
AREAS = tuple(Area(name, MEMORANDUM.title, geometry) for name, geometry in GEOMETRIES.items())
LABEL = Label("DZ-US", "RELEASABLE", ("US",), "AMBER")

rules = st.builds(
    Rule,
    id=st.just("4.2/flights"),
    clause=st.just("4.2"),
    item=st.just(KIND.name),
    domain=st.just("sky"),
    from_parties=st.just(("DZ",)),
    to_parties=st.just(("US",)),
    purposes=st.just(("maritime_safety",)),
    keep=st.lists(st.sampled_from(NAMES), min_size=1, unique=True).map(tuple),
    delay_s=st.sampled_from([0, 1, 3600]),
    grid_mdeg=st.sampled_from([0, 1, 7, 100, 500, 10_000]),
    time_bucket_s=st.sampled_from([0, 1, 7, 3600]),
    identity_digits=st.sampled_from([0, 1, 3]),
    area=st.sampled_from([None, *GEOMETRIES]),
    forbid_caveats=st.just(("NATIONAL",)),
    label=st.just(LABEL),
    approve=st.sampled_from(["auto", "one-officer", "two-officers"]),
    until_ms=st.just(NOW_MS + DAY_MS),
    keep_for_s=st.just(3600),
)
near = st.sampled_from([-180_000_000, -179_000_000, -1_000_000, 0, 1_000_000, 3_000_000, 179_000_000, 180_000_000])
lon = st.builds(lambda at, by: max(-180_000_000, min(180_000_000, at + by)), near, st.integers(-200_000, 200_000))
lat = st.builds(
    lambda at, by: max(-90_000_000, min(90_000_000, at + by)),
    st.sampled_from([-90_000_000, -1_000_000, 0, 1_000_000, 80_000_000, 90_000_000]),
    st.integers(-200_000, 200_000),
)
pair = st.tuples(lon, lat).map(list)
instant = st.builds(lambda ago, by: NOW_MS - ago - by, st.sampled_from([0, 3_600_000, DAY_MS]), st.integers(0, 7200))
records = st.fixed_dictionaries(
    {},
    optional={
        "flight_id": st.one_of(st.none(), st.integers(0, 10**9), st.text("AB12", max_size=5)),
        "nation": st.sampled_from(["605", "366", None]),
        "place": st.one_of(pair, pair, st.none()),
        "path": st.one_of(st.lists(pair, max_size=3), st.lists(st.lists(pair, max_size=2), max_size=2)),
        "seen_ms": st.one_of(instant, st.lists(instant, max_size=2)),
        "height_m": st.integers(0, 20_000),
        "remark": st.text(max_size=5),
    },
)
items = st.builds(Item, st.just(KIND.name), st.just("sky"), st.just("DZ"), instant, records)


def ready(rule: Rule) -> ReleaseRules:
    agreement = replace(MEMORANDUM, rules=(rule,), areas=AREAS)
    return release_rules(agreement, agreement_hash=FILE.hash, at_work=frozenset({"4.2"}), kinds=[KIND])


def ask(item: Item, rule: Rule, now_ms: int = NOW_MS) -> Released | Held | Refusal:
    return release(item, ready(rule), to="US", purpose="maritime_safety", now_ms=now_ms)


def form_of(record: dict[str, Any], rule: Rule) -> dict[str, Any]:
    """What the text of a rule says, column by column, without the registry."""

    def placed(value):
        if value is None or not value:
            return value
        if isinstance(value[0], int):
            step = rule.grid_mdeg * 1000
            if not step:
                return value
            return [max(value[0] // step * step, -180_000_000), max(value[1] // step * step, -90_000_000)]
        return [placed(each) for each in value]

    def timed(value):
        if isinstance(value, list):
            return [timed(each) for each in value]
        step = rule.time_bucket_s * 1000
        return value // step * step if step else value

    form: dict[str, Any] = {}
    for name in rule.keep:
        if name in record:
            value = record[name]
            if name in ("place", "path"):
                value = placed(value)
            elif name == "seen_ms":
                value = timed(value)
            elif name in ("flight_id", "nation") and rule.identity_digits and value is not None:
                value = str(value)[: rule.identity_digits]
            form[name] = value
    return form


@given(item=items, rule=rules)
def test_what_leaves_is_exactly_what_the_rule_says_and_g1_only_kept_columns(item, rule):
    answer = ask(item, rule)
    if isinstance(answer, Released):
        assert answer.record == form_of(dict(item.record), rule)
        assert set(answer.record) <= set(rule.keep)
        assert answer.approvals_needed == {"auto": 0, "one-officer": 1, "two-officers": 2}[rule.approve]


@given(item=items, rule=rules)
def test_g2_what_was_released_is_released_again_unchanged(item, rule):
    answer = ask(item, rule)
    if isinstance(answer, Released):
        again = ask(replace(item, record=answer.record), rule)
        assert isinstance(again, Released)
        assert again.record == answer.record


@given(item=items, looser=rules, tighter=rules)
def test_g3_a_rule_that_is_said_to_let_out_less_releases_nothing_that_the_other_keeps(item, looser, tighter):
    tighter = replace(
        looser,
        delay_s=max(looser.delay_s, tighter.delay_s),
        keep=tuple(each for each in looser.keep if each in tighter.keep) or looser.keep[:1],
        grid_mdeg=looser.grid_mdeg * 2 or tighter.grid_mdeg,
        time_bucket_s=looser.time_bucket_s * 3 or tighter.time_bucket_s,
        identity_digits=min(looser.identity_digits, tighter.identity_digits) or max(looser.identity_digits, 1),
        area=looser.area or tighter.area,
    )
    assert rule_lets(looser, tighter) in ("less", "same")
    assert rule_lets(tighter, looser) in ("more", "same")
    strict, loose = ask(item, tighter), ask(item, looser)
    if isinstance(strict, Released):
        assert isinstance(loose, Released)
        assert form_of(loose.record, tighter) == strict.record


@st.composite
def withheld_elsewhere(draw: st.DrawFn, item: Item, rule: Rule) -> Item:
    """The same item but for what the rule withholds: columns, the place in the cell, the instant in the period."""

    def placed(value):
        if value is None or not value:
            return value
        if isinstance(value[0], int):
            step = rule.grid_mdeg * 1000
            bounds = (180_000_000, 90_000_000)
            return [
                draw(st.integers(max(each // step * step, -edge), min(each // step * step + step - 1, edge)))
                if step
                else each
                for each, edge in zip(value, bounds, strict=True)
            ]
        return [placed(each) for each in value]

    def timed(value):
        if isinstance(value, list):
            return [timed(each) for each in value]
        step = rule.time_bucket_s * 1000
        return value // step * step + draw(st.integers(0, step - 1)) if step else value

    kept = {name: value for name, value in item.record.items() if name in rule.keep}
    for name in ("place", "path"):
        if name in kept:
            kept[name] = placed(kept[name])
    if "seen_ms" in kept:
        kept["seen_ms"] = timed(kept["seen_ms"])
    hidden = {name: value for name, value in draw(records).items() if name not in rule.keep}
    return replace(item, record={**hidden, **kept}, event_ms=timed(item.event_ms))


@given(item=items, rule=rules, data=st.data())
def test_g5_what_is_withheld_changes_no_byte_at_any_moment_and_no_sentence(item, rule, data):
    twin = data.draw(withheld_elsewhere(item, rule))
    wait_ms = (rule.delay_s + 2 * rule.time_bucket_s) * 1000
    now_ms = data.draw(st.sampled_from([item.event_ms, item.event_ms + wait_ms // 2, item.event_ms + wait_ms, NOW_MS]))
    one, other = ask(item, rule, now_ms), ask(twin, rule, now_ms)
    assert bytes_of(one) == bytes_of(other)
    assert one == other or isinstance(one, Released)


@given(item=items, rule=rules, wait_ms=st.integers(-1000, 10_000_000))
def test_g6_nothing_leaves_before_its_event_and_the_delay(item, rule, wait_ms):
    now_ms = min(item.event_ms + wait_ms, NOW_MS)
    answer = ask(item, rule, now_ms)
    if isinstance(answer, Released):
        assert now_ms >= item.event_ms + rule.delay_s * 1000
    if isinstance(answer, Held):
        assert answer.until_ms > now_ms


json = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**53) + 1, 2**53 - 1), st.floats(), st.text(max_size=4)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=4), inner, max_size=3)),
    max_leaves=8,
)


@given(record=st.dictionaries(st.sampled_from([*NAMES, "crew_list"]), json, max_size=4), rule=rules)
def test_any_values_in_a_record_are_answered_or_refused_by_a_declared_error(record, rule):
    item = Item(KIND.name, "sky", "DZ", NOW_MS - DAY_MS, record)
    try:
        found = explain(item, ready(rule), to="US", purpose="maritime_safety", now_ms=NOW_MS)
    except InvalidInput:
        return
    assert isinstance(found.answer, Released | Held | Refusal)
    if isinstance(found.answer, Released):
        assert canonical(found.answer.record), "what leaves can be signed"
