"""Comity has no enemies: nothing of ours can say to a map of TAK that somebody is hostile, suspect, a joker or a faker.

Source: CoT event 2.0 and MIL-STD-2525: the second letter of an atom's type is the affiliation.
"""

import re

import pytest

from comity.files.standards.cot import AFFILIATIONS, atom_type
from tests.house.sources import ROOT

FORBIDDEN = re.compile(r"""["'`>]a-(?![fnu]\b|…|\{|\$)[a-z.]-""")
SOURCES = [
    path
    for folder in ("src", "console/src")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in (".py", ".ts", ".svelte", ".typ") and "node_modules" not in path.parts
]


def test_there_are_friends_neutrals_and_unknowns_and_nobody_else():
    assert AFFILIATIONS == {"friend": "f", "neutral": "n", "unknown": "u"}
    with pytest.raises(TypeError):
        AFFILIATIONS["hostile"] = "h"  # type: ignore[index]
    for other in ("hostile", "suspect", "pending", "h", ""):
        with pytest.raises(KeyError):
            atom_type(other, "boat")  # type: ignore[arg-type]


def test_no_source_spells_another_affiliation():
    found = [path.relative_to(ROOT) for path in SOURCES if FORBIDDEN.search(path.read_text("utf-8"))]
    assert found == []


@pytest.mark.parametrize("planted", ['type="a-h-S"', "'a-s-A-M-F'", "<type>a-j-G</type>", "`a-k-S`"])
def test_a_planted_affiliation_is_found(planted):
    assert FORBIDDEN.search(planted)


@pytest.mark.parametrize("honest", ['"a-f-S-X"', 'f"a-{AFFILIATIONS[x]}"', "'a-u-S'", '"a-n-A"'])
def test_an_honest_one_is_left_alone(honest):
    assert not FORBIDDEN.search(honest)
