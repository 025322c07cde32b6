"""Wordings are cut at their headings and put together again; a partner's amendment may bring any."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.agreement import cut_wording, wording_with
from comity.agreement.amendments import MOST_WORDING_CHARACTERS
from comity.ground import InvalidInput

TEXT = "# A sky\n\nWe agree.\n\n### 1 Purpose  \n\nClear weather.\n\n##   2\n\nNo rain.\n"
LIMIT_S = 1.0


def test_each_clause_has_the_text_under_its_heading_however_the_heading_is_spaced():
    assert cut_wording(TEXT, ["1", "2"]) == ("# A sky\n\nWe agree.", {"1": "Clear weather.", "2": "No rain."})
    assert cut_wording(TEXT, ["1"])[1] == {"1": "Clear weather."}
    assert cut_wording("##1 Purpose\n\nNo heading.", ["1"])[1] == {}


def test_one_text_is_replaced_and_every_other_byte_stays():
    assert wording_with(TEXT, ["1", "2"], {"1": "Clearer weather."}) == TEXT.replace("Clear ", "Clearer ")


@given(st.text(alphabet="#12. \nab", max_size=60))
def test_a_text_that_may_stand_is_found_again_and_opens_no_other_clause(text):
    try:
        wording = wording_with(TEXT, ["1", "2"], {"1": text})
    except InvalidInput:
        return
    assert cut_wording(wording, ["1", "2"])[1] == {"1": text.strip(), "2": "No rain."}


@pytest.mark.parametrize("line", ["## x{}y", "##{}", "##{}y", "{}", "## 1{}y", "## 1.{}"])
def test_no_line_that_fits_an_entry_takes_long_to_read(line):
    """A heading was once read in a time that grew with the square of its spaces: 20 s for one signature's text."""
    for filler in (" ", "1.", "#"):
        wording = line.format(filler * (MOST_WORDING_CHARACTERS // len(filler)))
        began = perf_counter()
        cut_wording(wording, ["1"])
        assert perf_counter() - began < LIMIT_S
