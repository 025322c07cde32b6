"""Laws that every transform of the release check obeys, and one example of each by hand."""

from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.exchange import CONDITIONS, TRANSFORMS
from comity.files.agreements import in_words
from comity.files.words import words
from comity.ground import InvalidInput, canonical
from tests.exchange.drawn import KINDS, RULES, records

AIS = RULES["4.2/ais-coarse"]
KIND = KINDS[AIS.item]
every_transform = pytest.mark.parametrize("name", TRANSFORMS)
settings_of_rules = st.builds(
    replace,
    st.just(AIS),
    grid_mdeg=st.sampled_from([0, 1, 7, 100, 500]),
    time_bucket_s=st.sampled_from([0, 1, 600, 604_800]),
    identity_digits=st.integers(0, 4),
)


@every_transform
@given(record=records(AIS), rule=settings_of_rules)
def test_a_transform_twice_is_once_adds_no_column_and_writes_into_nothing(name, record, rule):
    before = deepcopy(record)
    once = TRANSFORMS[name].one(record, KIND, rule)
    assert record == before
    assert set(once) <= set(record)
    assert canonical(TRANSFORMS[name].one(once, KIND, rule)) == canonical(once)


@every_transform
@given(record=records(AIS))
def test_a_rule_that_asks_for_nothing_changes_nothing(name, record):
    columns = tuple(column.name for column in KIND.columns)
    asks_nothing = replace(AIS, keep=columns, grid_mdeg=0, time_bucket_s=0, identity_digits=0)
    assert TRANSFORMS[name].one(record, KIND, asks_nothing) == record


@given(record=records(AIS), rule=settings_of_rules, order=st.permutations(list(TRANSFORMS)))
def test_the_order_of_the_transforms_does_not_matter(record, rule, order):
    def through(names):
        shown = record
        for name in names:
            shown = TRANSFORMS[name].one(shown, KIND, rule)
        return canonical(shown)

    assert through(order) == through(TRANSFORMS)


def test_keep_fields_by_hand():
    assert TRANSFORMS["keep_fields"].one({"flag": "605", "hidden_notes": "x"}, KIND, AIS) == {"flag": "605"}


def test_coarsen_position_by_hand_south_and_west_of_zero_too():
    shown = TRANSFORMS["coarsen_position"].one({"position": [[5_067_812, 37_134_999], [-1, -1]]}, KIND, AIS)
    assert shown == {"position": [[5_000_000, 37_100_000], [-100_000, -100_000]]}


def test_coarsen_position_stays_on_the_globe_at_its_edge():
    seven = replace(AIS, grid_mdeg=7)
    shown = TRANSFORMS["coarsen_position"].one({"position": [-180_000_000, -90_000_000]}, KIND, seven)
    assert shown == {"position": [-180_000_000, -90_000_000]}


def test_coarsen_time_by_hand():
    assert TRANSFORMS["coarsen_time"].one({"seen_ms": 1_218_016_260_000}, KIND, AIS) == {"seen_ms": 1_218_016_200_000}
    with pytest.raises(InvalidInput) as caught:
        TRANSFORMS["coarsen_time"].one({"seen_ms": "noon"}, KIND, AIS)
    assert caught.value.code == "exchange.not_instants"


def test_shorten_identity_by_hand_leaves_the_digits_of_the_flag():
    three = replace(AIS, identity_digits=3)
    assert TRANSFORMS["shorten_identity"].one({"contact_id": 605_123_456, "flag": "605"}, KIND, three) == {
        "contact_id": "605",
        "flag": "605",
    }


@every_transform
def test_a_transform_has_its_section_in_the_reference_with_an_example(name):
    page = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "transforms.md").read_text("utf-8")
    section = page.split(f"## `{name}`\n")[1].split("\n## ")[0]
    assert "| before |" in section


def test_every_condition_stands_in_the_reference_in_its_order():
    page = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "transforms.md").read_text("utf-8")
    places = [page.index(f"| `{reason}` |") for reason in CONDITIONS]
    assert places == sorted(places)


@every_transform
@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_a_transform_says_what_it_does_in_three_languages_and_nothing_where_the_rule_asks_for_nothing(name, language):
    asks = replace(AIS, identity_digits=3)
    sentence = TRANSFORMS[name].said(asks)
    assert sentence is not None
    assert in_words(sentence, words(language))
    if name != "keep_fields":
        assert TRANSFORMS[name].said(replace(asks, grid_mdeg=0, time_bucket_s=0, identity_digits=0)) is None
