"""Where the rule says so, nothing leaves before two offices approved exactly the same thing, within a day."""

from pathlib import Path
from typing import Any

import pytest

from comity.exchange import Released
from comity.ground import Refused
from comity.node.case_records import case_record
from comity.node.release_approvals import LAST_MS, pending
from comity.node.releasing import case_thing
from comity.node.services import cases, exchange
from tests.two_nodes.test_amendments import agree, amended, coarser
from tests.two_nodes.test_exchange import CASE, CASE_ID, PURPOSE, sign_decision
from tests.two_nodes.two import Two, two_nodes


def two_officers(document: dict[str, Any]) -> None:
    for each in document["rules"]:
        if each["id"] == "4.3/sar-live":
            each["approve"] = "two-officers"


@pytest.fixture
def two(tmp_path: Path):
    with two_nodes(tmp_path, change=two_officers) as both:
        both.sign_memorandum()
        sign_decision(both)
        cases.open_case(both.dz, CASE)
        yield both


def send(two: Two, office: str, **changes: Any) -> exchange.Answer:
    record = case_record(two.dz, CASE_ID) | changes
    return exchange.send(two.dz, two.agreement_id, case_thing(record), purpose=PURPOSE, office=office)


def held_back(two: Two, office: str, **changes: Any) -> str:
    size = two.dz.holding(two.agreement_id).own.size
    with pytest.raises(Refused) as caught:
        send(two, office, **changes)
    assert two.dz.holding(two.agreement_id).own.size == size
    return f"{caught.value.code} {caught.value.values['found']}/{caught.value.values['needed']} {caught.value.article}"


def test_one_office_is_not_enough_and_the_second_lets_it_leave(two: Two) -> None:
    assert held_back(two, "rescue centre") == "exchange.approvals_missing 1/2 4.3"
    (waiting,) = pending(two.dz, two.agreement_id)
    assert (waiting.offices, waiting.missing, waiting.subject) == (("rescue centre",), 1, CASE_ID)
    assert isinstance(send(two, "watch").decision, Released)
    assert pending(two.dz, two.agreement_id) == []


def test_the_same_office_twice_is_one_office(two: Two) -> None:
    for _ in range(3):
        assert held_back(two, "rescue centre") == "exchange.approvals_missing 1/2 4.3"


def test_an_approval_is_for_exactly_what_the_office_saw(two: Two) -> None:
    held_back(two, "rescue centre")
    assert held_back(two, "watch", persons_on_board=5) == "exchange.approvals_missing 1/2 4.3"
    assert len(pending(two.dz, two.agreement_id)) == 2


def test_an_approval_of_yesterday_has_lapsed(two: Two) -> None:
    held_back(two, "rescue centre")
    two.clock.now_ms += LAST_MS
    assert pending(two.dz, two.agreement_id) == []
    assert held_back(two, "watch") == "exchange.approvals_missing 1/2 4.3"
    assert isinstance(send(two, "rescue centre").decision, Released)


def test_an_approval_under_the_earlier_version_does_not_count_under_the_new_one(two: Two) -> None:
    held_back(two, "rescue centre")
    agree(two, amended(two.dz, two.agreement_id, coarser(100)))
    assert held_back(two, "watch") == "exchange.approvals_missing 1/2 4.3"


def test_a_rule_of_one_office_keeps_who_approved(two: Two) -> None:
    def one_officer(document: dict[str, Any]) -> None:
        for each in document["rules"]:
            if each["id"] == "4.3/sar-live":
                each["approve"] = "one-officer"

    agree(two, amended(two.dz, two.agreement_id, one_officer))
    assert isinstance(send(two, "rescue centre").decision, Released)
