"""Ask and answer between two real nodes: a question stands in its asker's log, its answer passed the release check."""

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from comity.ground import MS_PER_HOUR, InvalidInput, Refused
from comity.ledger import parse_entry
from comity.node.case_records import case_record
from comity.node.contents import read_content
from comity.node.jobs import run_due
from comity.node.releasing import Thing, case_thing
from comity.node.services import cases, requests
from comity.node.services.requests import Standing
from tests.two_nodes.test_exchange import CASE, CASE_ID, PURPOSE, sign_decision
from tests.two_nodes.two import START_MS, Two, two_nodes

OFFICE = "rescue centre"
HERE = {"west_udeg": 5_000_000, "south_udeg": 36_000_000, "east_udeg": 6_000_000, "north_udeg": 38_000_000}


def asks(**changes: Any) -> dict[str, Any]:
    return {
        "clause": "4.3",
        "item": "rescue.case",
        "about": HERE,
        "from_ms": START_MS - 24 * MS_PER_HOUR,
        "to_ms": START_MS,
        "purpose": PURPOSE,
        "due_ms": START_MS + 24 * MS_PER_HOUR,
    } | changes


@pytest.fixture
def two(tmp_path: Path):
    with two_nodes(tmp_path) as both:
        both.sign_memorandum()
        sign_decision(both)
        cases.open_case(both.dz, CASE)
        yield both


def ask(two: Two, **changes: Any) -> str:
    """The United States asks Algeria; returns the request's hash."""
    drafted = requests.draft(two.us, two.agreement_id, asks(**changes), office=OFFICE, request_id=None)
    sent = requests.send(two.us, two.agreement_id, drafted.request.id, office=OFFICE)
    two.exchange()
    return sent.asked.hash


def both_see(two: Two) -> tuple[list[Standing], list[Standing]]:
    return requests.standings(two.dz, two.agreement_id), requests.standings(two.us, two.agreement_id)


def state(two: Two) -> str:
    """The state of the one request, the same on both nodes."""
    (there,), (here,) = both_see(two)
    assert there.asked == here.asked
    assert (there.direction, here.direction) == ("in", "out")
    return here.asked.state


def case(two: Two, name: str = CASE_ID) -> Thing:
    return case_thing(case_record(two.dz, name))


def other_case(two: Two, name: str = "annaba-2008-08-07") -> Thing:
    cases.open_case(two.dz, {**CASE, "case": {**CASE["case"], "id": name}})
    return case(two, name)


def test_a_draft_stays_at_home_until_it_is_sent(two: Two) -> None:
    drafted = requests.draft(two.us, two.agreement_id, asks(), office=OFFICE, request_id=None)
    assert drafted.request.id == "US-2026-1"
    changed = requests.draft(
        two.us,
        two.agreement_id,
        asks(about={"area": "south-west-mediterranean"}),
        office=OFFICE,
        request_id="US-2026-1",
    )
    assert [each.request for each in requests.drafts(two.us, two.agreement_id)] == [changed.request]
    two.exchange()
    assert both_see(two) == ([], [])
    requests.send(two.us, two.agreement_id, "US-2026-1", office=OFFICE)
    assert requests.drafts(two.us, two.agreement_id) == []
    two.exchange()
    (seen,) = requests.standings(two.dz, two.agreement_id)
    assert (seen.asked.request, seen.asked.state) == (changed.request, "sent")


def test_a_draft_that_is_given_up_is_gone_and_its_number_is_not_used_again(two: Two) -> None:
    requests.draft(two.us, two.agreement_id, asks(), office=OFFICE, request_id=None)
    requests.give_up(two.us, two.agreement_id, "US-2026-1", office=OFFICE)
    assert requests.drafts(two.us, two.agreement_id) == []
    again = requests.draft(two.us, two.agreement_id, asks(), office=OFFICE, request_id=None)
    assert again.request.id == "US-2026-2"
    with pytest.raises(InvalidInput) as caught:
        requests.send(two.us, two.agreement_id, "US-2026-1", office=OFFICE)
    assert caught.value.code == "node.no_such_draft"


def test_the_asker_knows_when_the_partner_holds_its_request(two: Two) -> None:
    requests.draft(two.us, two.agreement_id, asks(), office=OFFICE, request_id=None)
    sent = requests.send(two.us, two.agreement_id, "US-2026-1", office=OFFICE)
    assert not sent.received
    two.exchange()
    assert [each.received for each in requests.standings(two.us, two.agreement_id)] == [True]


def test_a_question_is_answered_with_what_the_release_check_lets_out(two: Two) -> None:
    asked = ask(two)
    shown = requests.preview(two.dz, two.agreement_id, asked, [case(two)])
    assert (shown.answer, shown.position) == ("answered", None)
    answered = requests.answer(two.dz, two.agreement_id, asked, [case(two)], whole=True, office=OFFICE)
    assert answered.answer == "answered"
    two.exchange()
    assert state(two) == "answered"
    run_due(two.us, "receive", threading.Event())
    ((content,),) = [each.asked.contents for each in requests.standings(two.us, two.agreement_id)]
    records: list[dict[str, Any]] = []
    with two.us.layout.blob(two.agreement_id, content.removeprefix("sha256:")).open("rb") as file:
        read_content(file, records.append)
    (record,) = records
    assert record["case_id"] == CASE_ID
    assert "notes" not in record


def test_what_the_check_refuses_is_not_said_and_makes_the_answer_one_in_part(two: Two) -> None:
    asked = ask(two)
    barred = replace(other_case(two), kind="rescue.case", event_ms=two.clock.now_ms + 48 * MS_PER_HOUR)
    answered = requests.answer(two.dz, two.agreement_id, asked, [case(two), barred], whole=True, office=OFFICE)
    assert answered.answer == "partly"
    two.exchange()
    assert state(two) == "partly"
    said = b"".join(two.us.holding(two.agreement_id).copy.entries())
    assert b"annaba" not in said
    assert barred.subject.encode() not in b"".join(
        path.read_bytes() for path in (two.dz.layout.agreement(two.agreement_id) / "blobs").iterdir()
    )


def test_an_answer_in_part_can_be_completed(two: Two) -> None:
    asked = ask(two)
    requests.answer(two.dz, two.agreement_id, asked, [case(two)], whole=False, office=OFFICE)
    two.exchange()
    assert state(two) == "partly"
    requests.answer(two.dz, two.agreement_id, asked, [other_case(two)], whole=True, office=OFFICE)
    two.exchange()
    assert state(two) == "answered"
    (found,) = requests.standings(two.us, two.agreement_id)
    assert len(found.asked.contents) == 2
    with pytest.raises(InvalidInput) as caught:
        requests.answer(two.dz, two.agreement_id, asked, [case(two)], whole=True, office=OFFICE)
    assert caught.value.code == "node.request_closed"


def test_where_nothing_passes_nothing_is_sent_and_the_article_is_named(two: Two) -> None:
    asked = ask(two, purpose="maritime_safety")
    size = two.dz.holding(two.agreement_id).own.size
    assert requests.preview(two.dz, two.agreement_id, asked, [case(two)]).answer == "nothing"
    with pytest.raises(Refused) as caught:
        requests.answer(two.dz, two.agreement_id, asked, [case(two)], whole=True, office=OFFICE)
    assert caught.value.article == "4.3"
    assert two.dz.holding(two.agreement_id).own.size == size
    assert not list((two.dz.layout.agreement(two.agreement_id) / "blobs").iterdir())


def test_a_request_is_declined_with_the_article_and_nothing_else(two: Two) -> None:
    asked = ask(two)
    requests.decline(two.dz, two.agreement_id, asked, "8.1", office=OFFICE)
    two.exchange()
    assert state(two) == "declined"
    (found,) = requests.standings(two.us, two.agreement_id)
    assert (found.asked.article, found.asked.contents) == ("8.1", ())


def test_a_request_that_nobody_answers_lapses_by_the_log_of_the_party_that_was_asked(two: Two) -> None:
    ask(two)
    two.clock.now_ms = START_MS + 25 * MS_PER_HOUR
    assert state(two) == "sent"  # no log has said so yet
    assert all(seen.late for seen in (*both_see(two)[0], *both_see(two)[1]))
    assert requests.declare_lapses(two.us) == 0  # the asker's own time ends nothing
    assert requests.declare_lapses(two.dz) == 1
    assert requests.declare_lapses(two.dz) == 0
    two.exchange()
    assert state(two) == "lapsed"


def test_a_late_answer_arrives_and_the_request_stays_unanswered(two: Two) -> None:
    asked = ask(two)
    two.clock.now_ms = START_MS + 25 * MS_PER_HOUR
    requests.declare_lapses(two.dz)
    requests.answer(two.dz, two.agreement_id, asked, [case(two)], whole=True, office=OFFICE)
    two.exchange()
    assert state(two) == "lapsed"
    (found,) = requests.standings(two.us, two.agreement_id)
    assert len(found.asked.late_contents) == 1


def test_a_partner_that_was_away_sees_the_same_when_it_comes_back(two: Two) -> None:
    two.cable.cut |= {"dz.example", "us.example"}
    two.exchange()
    requests.draft(two.us, two.agreement_id, asks(), office=OFFICE, request_id=None)
    sent = requests.send(two.us, two.agreement_id, "US-2026-1", office=OFFICE)
    two.exchange()
    assert requests.standings(two.dz, two.agreement_id) == []
    two.cable.cut.clear()
    two.exchange()
    assert state(two) == "sent"
    requests.decline(two.dz, two.agreement_id, sent.asked.hash, "8.1", office=OFFICE)
    two.exchange()
    assert state(two) == "declined"


def test_a_question_opens_no_series_and_waits_for_no_signature(two: Two) -> None:
    from comity.node.record import records

    before = [records(node, node.holding(two.agreement_id)).view for node in (two.dz, two.us)]
    ask(two)
    after = [records(node, node.holding(two.agreement_id)).view for node in (two.dz, two.us)]
    assert before == after


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"about": {"person": "a name"}}, "agreement.not_schema"),
        ({"clause": "9.1"}, "exchange.request_names_unknown"),
        ({"item": "maritime.contact"}, "exchange.request_names_unknown"),
        ({"due_ms": START_MS - 1}, "node.request_already_due"),
        ({"to_ms": START_MS - 48 * MS_PER_HOUR}, "exchange.request_contradicts"),
    ],
)
def test_what_cannot_be_asked_is_not_even_drafted(two: Two, changes: dict[str, Any], code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        requests.draft(two.us, two.agreement_id, asks(**changes), office=OFFICE, request_id=None)
    assert caught.value.code == code or code == "agreement.not_schema"
    assert requests.drafts(two.us, two.agreement_id) == []


def test_things_of_another_kind_do_not_answer(two: Two) -> None:
    asked = ask(two)
    for things in ([], [case(two), case(two)], [replace(case(two), kind="maritime.contact")]):
        with pytest.raises(InvalidInput) as caught:
            requests.answer(two.dz, two.agreement_id, asked, things, whole=True, office=OFFICE)
        assert caught.value.code == "node.answer_of_another_kind"


def test_the_request_in_the_log_names_offices_and_no_person(two: Two) -> None:
    ask(two)
    (entry,) = list(two.us.holding(two.agreement_id).own.entries())[-1:]
    said = parse_entry(entry)
    assert said is not None
    assert said.office == OFFICE
