"""Instants in and out; the examples are those of RFC 3339 §5.8."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.ground import LAST_MS, InvalidInput, date_time_group, instant_text, ms_of, parse_instant, utc_of


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("1985-04-12T23:20:50.520Z", "1985-04-12T23:20:50.520Z"),
        ("1996-12-19T16:39:57-08:00", "1996-12-20T00:39:57Z"),
        ("1937-01-01T12:00:27.870+00:20", "1937-01-01T11:40:27.870Z"),
    ],
)
def test_an_rfc_3339_instant_is_read_as_utc(text, utc):
    assert instant_text(parse_instant(text)) == utc


@given(instant_ms=st.integers(-62_135_596_800_000, 253_402_300_799_999))
def test_text_and_milliseconds_say_the_same(instant_ms):
    assert parse_instant(instant_text(instant_ms)) == instant_ms


def test_an_officer_reads_a_date_time_group():
    assert date_time_group(parse_instant("2026-11-22T15:03:00Z")) == "221503Z NOV 26"


@pytest.mark.parametrize("instant_ms", [LAST_MS + 1, 2**53 - 1, 2**63])
def test_an_instant_beyond_the_calendar_is_its_last_day_as_a_date_and_milliseconds_as_text(instant_ms):
    assert utc_of(instant_ms).date() == date(9999, 12, 31)
    assert date_time_group(instant_ms) == "312359Z DEC 99"
    assert instant_text(instant_ms) == f"{instant_ms} ms"


@pytest.mark.parametrize("text", ["2008-08-06T09:51:00", "yesterday", "2008-13-01T00:00:00Z", ""])
def test_a_time_without_zone_or_sense_is_refused(text):
    with pytest.raises(InvalidInput, match=r"UTC with a final Z"):
        parse_instant(text)


def test_a_naive_datetime_is_refused():
    with pytest.raises(InvalidInput) as caught:
        ms_of(datetime(2008, 8, 6))
    assert caught.value.code == "ground.naive_instant"
