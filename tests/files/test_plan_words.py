"""A plan in sentences says how far it stays below its bound, and then what would help."""

import pytest

from comity.files.plan_words import plan_sentences
from comity.files.words import words
from tests.files.plans import plan


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_plan_far_below_its_bound_says_so_and_one_near_it_does_not(language: str) -> None:
    said = words(language)
    far = plan_sentences(plan(pos=0.36, pos_bound=0.6), said)
    near = plan_sentences(plan(pos=0.55, pos_bound=0.6), said)
    assert len(far) == len(near) + 1
    assert any("60.0" in line for line in far)
    assert not any("91.7" in line for line in near)
