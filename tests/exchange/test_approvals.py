"""What leaves is approved by as many distinct offices as its rule asks, each for exactly this content."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.exchange import Approved, approvals_missing, approving_offices, check_approvals
from comity.ground import Refused
from tests.exchange.drawn import RULES

TWO = RULES["5.2/statements"]
ONE = RULES["4.2/events"]
AUTO = RULES["4.3/sar-live"]
HERE, OTHER = "sha256:" + "a" * 64, "sha256:" + "b" * 64
approved = st.builds(
    Approved, st.sampled_from(["desk", "legal", "chief"]), st.sampled_from([HERE, OTHER]), st.integers(0, 9)
)


@pytest.mark.parametrize(("rule", "needed"), [(AUTO, 0), (ONE, 1), (TWO, 2)])
def test_a_rule_says_how_many_offices_must_approve(rule, needed):
    assert approvals_missing(rule, HERE, []) == needed


def test_the_same_office_twice_is_one_office():
    with pytest.raises(Refused) as caught:
        check_approvals(TWO, HERE, [Approved("desk", HERE, 1), Approved("desk", HERE, 2)])
    assert (caught.value.article, caught.value.values["found"]) == ("5.2", 1)


def test_an_approval_of_another_content_does_not_count():
    with pytest.raises(Refused):
        check_approvals(TWO, HERE, [Approved("desk", HERE, 1), Approved("legal", OTHER, 2)])


def test_two_offices_are_enough():
    check_approvals(TWO, HERE, [Approved("desk", HERE, 2), Approved("legal", HERE, 1)])
    assert approving_offices(HERE, [Approved("desk", HERE, 2), Approved("legal", HERE, 1)]) == ("legal", "desk")


@given(approvals=st.lists(approved), more=approved)
def test_another_approval_never_makes_more_missing_and_order_does_not_matter(approvals, more):
    before = approvals_missing(TWO, HERE, approvals)
    assert approvals_missing(TWO, HERE, [more, *approvals]) <= before
    assert approvals_missing(TWO, HERE, approvals[::-1]) == before
    relaxed = replace(TWO, approve="one-officer")
    assert approvals_missing(relaxed, HERE, approvals) <= before
