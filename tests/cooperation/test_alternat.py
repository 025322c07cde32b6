"""The alternat, all six cases: two holders, three pairs of languages (the rule stands in the module's head)."""

import pytest

from comity.cooperation import layout, sheets
from comity.ground import InvalidInput

CASES = [
    # holder, languages, columns from left to right, order of the names, signatures from left to right
    ("DZ", {"DZ": "fr", "US": "en"}, ("fr", "en"), ("DZ", "US"), ("DZ", "US")),
    ("US", {"DZ": "fr", "US": "en"}, ("en", "fr"), ("US", "DZ"), ("US", "DZ")),
    ("DZ", {"DZ": "ar", "US": "en"}, ("en", "ar"), ("DZ", "US"), ("US", "DZ")),
    ("US", {"DZ": "ar", "US": "en"}, ("en", "ar"), ("US", "DZ"), ("US", "DZ")),
    ("DZ", {"DZ": "ar", "US": "fr"}, ("fr", "ar"), ("DZ", "US"), ("US", "DZ")),
    ("US", {"DZ": "ar", "US": "fr"}, ("fr", "ar"), ("US", "DZ"), ("US", "DZ")),
]


@pytest.mark.parametrize(("holder", "languages", "columns", "names", "signatures"), CASES)
def test_an_original_is_laid_out_as_its_holder_and_its_languages_ask(holder, languages, columns, names, signatures):
    found = layout(holder, languages)
    assert (found.columns, found.names, found.signatures) == (columns, names, signatures)


@pytest.mark.parametrize(("holder", "languages"), [case[:2] for case in CASES])
def test_the_holder_is_named_first_and_signs_on_the_side_where_its_own_language_begins(holder, languages):
    found = layout(holder, languages)
    side = -1 if languages[holder] == "ar" else 0
    assert found.names[0] == holder
    assert found.signatures[side] == holder
    assert found.columns[side] == languages[holder]


@pytest.mark.parametrize("pair", [("fr", "en"), ("ar", "en"), ("ar", "fr")])
def test_columns_and_signatures_trade_places_only_where_no_language_runs_to_the_left(pair):
    languages = dict(zip(("DZ", "US"), pair, strict=True))
    one, other = layout("DZ", languages), layout("US", languages)
    assert one.names == other.names[::-1]
    if "ar" in pair:
        assert (one.columns, one.signatures) == (other.columns, other.signatures)
    else:
        assert (one.columns, one.signatures) == (other.columns[::-1], other.signatures[::-1])


def test_the_order_in_which_the_parties_are_given_changes_nothing():
    assert layout("US", {"DZ": "ar", "US": "en"}) == layout("US", {"US": "en", "DZ": "ar"})


def test_in_three_languages_each_text_of_one_party_faces_each_of_the_other():
    assert [sheet.columns for sheet in sheets("DZ", {"DZ": ("ar", "fr"), "US": ("en",)})] == [
        ("en", "ar"),
        ("fr", "en"),
    ]


@pytest.mark.parametrize(
    ("holder", "languages"),
    [("FR", {"DZ": "ar", "US": "en"}), ("DZ", {"DZ": "ar"}), ("DZ", {"DZ": "ar", "US": "en", "FR": "fr"})],
)
def test_only_one_of_two_parties_keeps_an_original(holder, languages):
    with pytest.raises(InvalidInput, match="keeps no original"):
        layout(holder, languages)
