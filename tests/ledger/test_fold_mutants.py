"""The tests tested: each faulty rule that once looked right is put into the code, and the laws must catch it.

The first four broken variants of `reference/ledger.md` §3.3; 5 to 10 concern receipts, restoring and liveness, which
lie above the fold.
"""

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import Phase, find, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from comity.ledger import fold
from tests.ledger.acts import LOGS
from tests.ledger.test_fold import CUTS, LAWS, Fold

MUTANTS = {
    "a late vote and a lapse give different outcomes": (
        'return "void" if in_time[0] and silent_ms > until_ms else "open"',
        'return "lapsed" if in_time[0] and silent_ms > until_ms else "open"',
    ),
    "the last vote wins": (
        "ballots.setdefault(place, Ballot(entry.choice, index, time_ms))",
        "ballots[place] = Ballot(entry.choice, index, time_ms)",
    ),
    "declared time is not monotone": (
        "time_ms = max(time_ms, entry.at_ms)",
        "time_ms = entry.at_ms",
    ),
    "a vote for an unseen text counts as a no": (
        'return "open"  # R3',
        'return "void" if len(given) == 2 else "open"  # R3',
    ),
}


def mutated(old: str, new: str) -> Fold:
    source = Path(fold.__code__.co_filename).read_text("utf-8")
    assert source.count(old) == 1, f"the code no longer reads {old!r}: name the mutant anew"
    module = ModuleType(fold.__module__)
    exec(compile(source.replace(old, new), "mutated_fold", "exec"), module.__dict__)
    folded: Fold = module.__dict__["fold"]
    return folded


def is_caught(folded: Fold, example: tuple[list[object], list[object], list[int]]) -> bool:
    return not all(law(folded, *example) for law in LAWS)  # type: ignore[arg-type]


SEARCH = settings(max_examples=6_000, phases=[Phase.generate], database=None, derandomize=True)
EXAMPLES = st.tuples(LOGS, LOGS, CUTS)


@pytest.mark.parametrize("name", MUTANTS)
def test_the_laws_catch_the_faulty_rule(name):
    folded = mutated(*MUTANTS[name])
    shortest: Any = find(EXAMPLES, lambda example: is_caught(folded, example), settings=SEARCH)
    assert is_caught(folded, shortest)


def test_the_genuine_rules_are_not_caught():
    with pytest.raises(NoSuchExample):
        find(EXAMPLES, lambda example: is_caught(fold, example), settings=settings(SEARCH, max_examples=1_000))
