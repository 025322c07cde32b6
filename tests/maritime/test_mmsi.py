"""What an MMSI says; the table of digits against the ITU's, as libais lists it."""

import csv

import numpy as np
import pytest
from babel import Locale

from comity.maritime import MID_FLAGS, MMSI_KINDS, REASONS, mmsi_flag, mmsi_kind, mmsi_kinds
from tests.shared_data import SHARED, needs_shared

FORMS = {
    605000001: ("ship", "DZ"),
    60500001: ("ship_group", "DZ"),
    6050001: ("base_station", "DZ"),
    111605001: ("sar_aircraft", "DZ"),
    992421234: ("aton", "MA"),
    982261234: ("craft", "FR"),
    824700123: ("handheld", "IT"),
    970123456: ("sart", ""),
    972123456: ("mob", ""),
    974123456: ("epirb", ""),
    201000000: ("ship", "AL"),
    799999999: ("ship", ""),
    0: ("other", ""),
    123456789: ("other", ""),
    973000000: ("other", ""),
    1073741823: ("other", ""),
}


@pytest.mark.parametrize("mmsi", FORMS)
def test_the_form_tells_what_carries_it_and_under_which_flag(mmsi):
    assert (mmsi_kind(mmsi), mmsi_flag(mmsi)) == FORMS[mmsi]


def test_many_are_told_as_one():
    edges = [
        e + d for e in (0, 10**6, 10**7, 10**8, 2 * 10**8, 8 * 10**8, 97 * 10**7, 98 * 10**7, 10**9) for d in (-1, 0, 1)
    ]
    many = np.array([each for each in [*FORMS, *edges] if each >= 0])
    assert [MMSI_KINDS[code] for code in mmsi_kinds(many)] == [mmsi_kind(int(each)) for each in many]


@needs_shared
def test_every_digits_of_the_table_have_a_flag_that_is_theirs():
    names = Locale("en").territories
    with (SHARED / "maritime" / "ports" / "mid_countries.csv").open() as file:
        rows = {int(row["prefix"]): row["country"] for row in csv.DictReader(file)}
    assert rows.keys() <= MID_FLAGS.keys()
    # Names that Babel writes in another way than the ITU, and territories under the flag of an ISO code of several.
    other = {267, 270, 271, 443, 451, 501, 531, 574, 607, 608, 618, 619, 635, 660, 668, 669, 701}
    for digits, country in rows.items():
        words = set(names[MID_FLAGS[digits]].lower().replace("&", "").replace(".", "").split()) - {
            "and",
            "the",
            "of",
            "islands",
        }
        assert digits in other or any(word.strip("()") in country.lower() for word in words), (digits, country)


def test_the_reasons_have_their_lines_in_the_reference():
    from pathlib import Path

    page = (Path(__file__).parents[2] / "docs" / "reference" / "ais-rejects.md").read_text()
    assert all(f"| `{reason}` |" in page for reason in REASONS)
