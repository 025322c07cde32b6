"""Decisions put waiting clauses to work, and only those of their own group."""

import pytest

from comity.agreement import clauses_at_work, read_agreement, read_decision
from comity.ground import InvalidInput
from tests.agreement.documents import agreement, decision

SKY = read_agreement(agreement())


def put_to_work(clause: str) -> list[dict[str, str]]:
    return [{"kind": "put_clause_to_work", "clause": clause}]


def test_a_waiting_clause_is_at_work_once_it_is_decided_and_not_before():
    assert clauses_at_work(SKY, []) == {"1", "2"}
    assert clauses_at_work(SKY, [read_decision(decision(), SKY)]) == {"1", "2", "3"}


def test_deciding_twice_is_deciding_once():
    decided = read_decision(decision(), SKY)
    assert clauses_at_work(SKY, [decided, decided]) == clauses_at_work(SKY, [decided])


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"group": "wg-sea"}, "agreement.decision_of_unknown_group"),
        ({"group": "wg-other"}, "agreement.clause_of_another_group"),
        ({"example": False}, "agreement.decision_mark_differs"),
        ({"effects": put_to_work("9")}, "agreement.decision_on_unknown_clause"),
        ({"effects": put_to_work("1")}, "agreement.clause_needs_no_decision"),
        ({"effects": [{"kind": "start_a_war", "clause": "3"}]}, "agreement.breaks_schema"),
        ({"effects": []}, "agreement.breaks_schema"),
        ({"signed_by": "someone"}, "agreement.breaks_schema"),
    ],
)
def test_a_decision_that_does_not_fit_its_agreement_is_invalid(changes, code):
    with pytest.raises(InvalidInput) as caught:
        read_decision(decision(**changes), SKY)
    assert caught.value.code == code
