"""Values as they are written: the neutral form of signed texts, isolates, and a party's habit elsewhere.

Authorities: ISO 8601 and ISO 4217 by their own examples; the Unicode bidirectional algorithm by its effect in a PDF
(tests/files/paper/test_bidi.py); CLDR, through Babel, for what parties say.
"""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.cooperation import written
from comity.ground import InvalidInput

HAND = [
    (written.number(7), "7"),
    (written.number(120_000), "120\u202f000"),
    (written.number(-1_234_567), "\u22121\u202f234\u202f567"),
    (written.number(Decimal("1234.50")), "1\u202f234.50"),
    (written.number(Decimal("-0.0")), "0.0"),
    (written.percentage(Decimal("12.5")), "12.5\u00a0%"),
    (written.quantity(120, "MW"), "120\u00a0MW"),
    (written.amount(125_000_050, "DZD"), "1\u202f250\u202f000.50\u00a0DZD"),
    (written.amount(-5, "USD"), "\u22120.05\u00a0USD"),
    (written.amount(120_000, "JPY"), "120\u202f000\u00a0JPY"),
    (written.amount(1_234, "TND"), "1.234\u00a0TND"),
    (written.day(date(2025, 1, 22)), "2025-01-22"),
    (written.day(date(987, 1, 2)), "0987-01-02"),
    (written.moment(1_737_536_400_000), "2025-01-22\u00a009:00\u00a0UTC"),
    (written.moment(1_737_536_400_000, -210), "2025-01-22\u00a005:30\u00a0\u221203:30"),
    (written.code("D-2025-007"), "D-2025-007"),
]


@pytest.mark.parametrize(("found", "expected"), HAND)
def test_a_value_is_written_in_the_neutral_form_inside_an_isolate(found, expected):
    assert found == f"\u2066{expected}\u2069"


@given(st.integers(-(10**15), 10**15), st.sampled_from(["DZD", "USD", "EUR", "JPY", "TND", "CLF"]))
def test_an_amount_reads_back_to_the_smallest_unit(smallest, currency):
    digits, said = written.plain(written.amount(smallest, currency)).rsplit("\u00a0", 1)
    decimals = len(digits.partition(".")[2])
    assert said == currency
    assert int(digits.replace("\u202f", "").replace("\u2212", "-").replace(".", "")) == smallest
    assert decimals == {"JPY": 0, "TND": 3, "CLF": 4}.get(currency, 2)


@given(st.decimals(-(10**12), 10**12, allow_nan=False, places=3))
def test_no_value_holds_a_plain_space_or_a_comma(value):
    found = written.number(value)
    assert " " not in found
    assert "," not in found
    assert Decimal(written.plain(found).replace("\u202f", "").replace("\u2212", "-")) == value


@pytest.mark.parametrize("currency", ["dzd", "DA", "دج", "USDX", ""])
def test_an_amount_without_a_currency_is_refused(currency):
    with pytest.raises(InvalidInput, match="not the code of a currency"):
        written.amount(1, currency)


@pytest.mark.parametrize(
    "value",
    [
        "2025-01-22", "15/02/2025", "D-2025-007", "120 000", "120\u202f000.50 DZD", "USD 120 000", "+213 21 00 00",
        "4.3", "4.3/sar-live", "09:30", "45 %", "-12", "\u221212", "2025-01-22 09:30 +01:00", "WG2",
        "36°45.60′N", "36°45.60′N 005°05.10′E", "x2",
        "2025-01-22/2025-02-15", "10\u201320", "1,250.5", "30x10",
    ],
)  # fmt: skip
def test_a_value_that_a_hand_typed_becomes_one_island(value):
    assert written.with_islands(f"قرار {value}، ثم") == f"قرار \u2066{value}\u2069، ثم"
    assert written.with_islands(f"({value}).") == f"(\u2066{value}\u2069)."


def test_words_are_left_alone_and_two_dates_are_two_islands():
    assert written.with_islands("مركز MRCC في الجزائر") == "مركز MRCC في الجزائر"
    assert written.with_islands("2025-01-22 2025-01-23") == "\u20662025-01-22\u2069 \u20662025-01-23\u2069"


@given(st.text(alphabet="اب ،.-/+0123456789AZaz%: \u202f\u00a0", max_size=60))
def test_islands_add_isolates_only_and_only_once(text):
    once = written.with_islands(text)
    assert written.plain(once) == text
    assert written.with_islands(once) == once
    assert once.count("\u2066") == once.count("\u2069")
    outside = "".join(piece.split("\u2069")[-1] for piece in once.split("\u2066"))
    assert not set(outside) & set("0123456789")


def test_a_value_inside_a_phrase_of_arabic_becomes_an_island_too_and_a_value_in_an_island_stays():
    assert written.with_islands("\u2068قرار 2025-01-22\u2069") == "\u2068قرار \u20662025-01-22\u2069\u2069"
    assert written.with_islands("\u20662025-01-22, 3\u2069") == "\u20662025-01-22, 3\u2069"


def test_words_that_nobody_signs_follow_the_habit_of_each_party():
    assert written.plain(written.spoken_date(date(2025, 1, 22), "DZ", "ar")) == "22 جانفي 2025"
    assert written.plain(written.spoken_date(date(2025, 1, 22), "DZ", "fr")) == "22 janvier 2025"
    assert written.plain(written.spoken_date(date(2025, 1, 22), "US", "en")) == "January 22, 2025"
    assert written.plain(written.spoken_date(date(2025, 1, 22), "US", "ar")) == "22 يناير 2025"
    assert written.plain(written.spoken_number(Decimal("120000.5"), "DZ", "ar")) == "120.000,5"
    assert written.plain(written.spoken_number(Decimal("120000.5"), "US", "en")) == "120,000.5"
    assert written.plain(written.spoken_amount(12_000_050, "USD", "US", "en")) == "$120,000.50"
    assert "120.000,50" in written.plain(written.spoken_amount(12_000_050, "DZD", "DZ", "ar"))
