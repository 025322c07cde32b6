"""Corrections, recalls, batches and the account between two nodes: both end at the same, whoever was away."""

import threading
from pathlib import Path
from typing import Any

import pytest

from comity.exchange import Held
from comity.ground import MS_PER_HOUR, MS_PER_S, InvalidInput
from comity.node import batches
from comity.node.case_records import case_record
from comity.node.erasures import erased_ms
from comity.node.jobs import go_round, run_due
from comity.node.releasing import case_thing
from comity.node.services import accounts, cases, corrections, exchange, requests
from tests.two_nodes.test_exchange import CASE, CASE_ID, PURPOSE, receive, send, sign_decision
from tests.two_nodes.test_requests import OFFICE, ask
from tests.two_nodes.two import START_MS, Two, two_nodes


def ready(two: Two) -> Two:
    two.sign_memorandum()
    sign_decision(two)
    cases.open_case(two.dz, CASE)
    return two


@pytest.fixture
def two(tmp_path: Path):
    with two_nodes(tmp_path) as both:
        yield ready(both)


def correct(two: Two, position: int, **changes: Any) -> int:
    wrong = corrections.sent(two.dz, two.agreement_id, position)
    thing = case_thing(case_record(two.dz, wrong.subject) | changes)
    return corrections.correct(two.dz, two.agreement_id, wrong, thing, why="wrong", office=OFFICE)


def seen(two: Two) -> list[dict[str, Any]]:
    two.exchange()
    run_due(two.us, "receive", threading.Event())
    for node in (two.dz, two.us):
        go_round(node)
    return [each.document for each in cases.cases(two.us) if each.gone is None]


def states(two: Two) -> list[str]:
    """What became of what left, the same on both nodes."""
    here, there = (
        [each.fate for each in exchange.moved(node, two.agreement_id) if each.direction == direction]
        for node, direction in ((two.dz, "out"), (two.us, "in"))
    )
    assert here == there
    return [each.state for each in here]


def test_a_correction_stands_in_the_stead_of_what_left_wrong(two: Two) -> None:
    position = send(two).position
    assert position is not None
    assert [each["persons_on_board"] for each in seen(two)] == [4]
    correct(two, position, persons_on_board=7)
    assert [each["persons_on_board"] for each in seen(two)] == [7]
    assert states(two) == ["corrected", "stands"]
    with pytest.raises(InvalidInput) as caught:
        correct(two, position, persons_on_board=8)
    assert caught.value.code == "node.stands_no_more"


def test_a_recalled_content_is_erased_by_both_and_its_manifest_stays(two: Two) -> None:
    answer = send(two)
    assert answer.position is not None
    assert answer.blob is not None
    seen(two)
    corrections.recall(two.dz, two.agreement_id, answer.position, place=None, why="released_in_error", office=OFFICE)
    assert seen(two) == []
    (shown,) = cases.cases(two.us)
    assert (shown.case_id, shown.document) == (CASE_ID, {})
    assert shown.gone is not None
    assert (shown.gone.how, shown.gone.article) == ("recalled", "4.3")
    assert states(two) == ["recalled"]
    for node, log in ((two.dz, "own"), (two.us, "partner")):
        assert not node.layout.blob(two.agreement_id, answer.blob.removeprefix("sha256:")).exists()
        assert erased_ms(node, two.agreement_id, log, answer.position) is not None  # type: ignore[arg-type]


def test_a_recall_in_part_hides_what_it_names_and_nothing_else(two: Two) -> None:
    """One content carries two cases; the second is withdrawn, and the first stands on the partner's list as before."""
    other = {**CASE, "case": {**CASE["case"], "id": "annaba-2008-08-07"}}
    cases.open_case(two.dz, other)
    request = ask(two)
    things = [case_thing(case_record(two.dz, each)) for each in (CASE_ID, "annaba-2008-08-07")]
    requests.answer(two.dz, two.agreement_id, request, things, whole=True, office=OFFICE)
    assert [each["case_id"] for each in seen(two)] == [CASE_ID, "annaba-2008-08-07"]
    position = next(each.position for each in exchange.moved(two.dz, two.agreement_id) if each.direction == "out")
    corrections.recall(two.dz, two.agreement_id, position, place=1, why="released_in_error", office=OFFICE)
    assert [each["case_id"] for each in seen(two)] == [CASE_ID]
    gone = {each.case_id: each.gone.how for each in cases.cases(two.us) if each.gone is not None}
    assert gone == {"annaba-2008-08-07": "recalled"}
    assert states(two) == ["in_part"]


def test_a_recall_of_the_newest_content_shows_the_one_before_again(two: Two) -> None:
    send(two)
    seen(two)
    again = send(two)
    assert again.position is not None
    seen(two)
    corrections.recall(two.dz, two.agreement_id, again.position, place=None, why="duplicate", office=OFFICE)
    assert [each["case_id"] for each in seen(two)] == [CASE_ID]
    assert states(two) == ["stands", "recalled"]


def test_a_recalled_correction_takes_what_it_stood_for_with_it(two: Two) -> None:
    first = send(two).position
    assert first is not None
    second = correct(two, first, persons_on_board=7)
    corrections.recall(two.dz, two.agreement_id, second, place=None, why="no_longer_allowed", office=OFFICE)
    assert seen(two) == []
    assert states(two) == ["recalled", "recalled"]


def test_a_partner_that_was_away_ends_where_everybody_else_is(two: Two) -> None:
    two.exchange()
    two.cable.cut |= {"dz.example", "us.example"}
    first, second = send(two).position, send(two).position
    assert first is not None
    assert second is not None
    correct(two, second, persons_on_board=7)
    corrections.recall(two.dz, two.agreement_id, first, place=None, why="wrong", office=OFFICE)
    go_round(two.dz)
    two.cable.cut.clear()
    assert [each["persons_on_board"] for each in seen(two)] == [7]
    assert states(two) == ["recalled", "corrected", "stands"]
    two.clock.now_ms += MS_PER_HOUR
    assert run_due(two.us, "receive", threading.Event()) == 0  # what was recalled is not asked for again and again


def test_nobody_recalls_what_never_left(two: Two) -> None:
    for position in (0, 10_000):
        with pytest.raises(InvalidInput) as caught:
            corrections.recall(two.dz, two.agreement_id, position, place=None, why="wrong", office=OFFICE)
        assert caught.value.code == "node.nothing_left_there"


def by_the_hour(document: dict[str, Any]) -> None:
    """Cases leave in one batch at the end of each hour."""
    for rule in document["rules"]:
        if rule["clause"] == "4.3":
            rule["cadence_s"] = 3600


def test_what_a_rule_sends_by_cadence_leaves_in_one_batch_when_its_period_has_ended(tmp_path: Path) -> None:
    with two_nodes(tmp_path, change=by_the_hour) as two:
        two.sign_memorandum()
        sign_decision(two)
        opened = "2026-09-21T14:10:00Z"
        for name in ("first", "second"):
            cases.open_case(two.dz, {**CASE, "case": {**CASE["case"], "id": name, "opened": opened}})
            answer = exchange.send(
                two.dz, two.agreement_id, case_thing(case_record(two.dz, name)), purpose=PURPOSE, office=OFFICE
            )
            assert isinstance(answer.decision, Held)
            assert answer.position is None
        assert [each.subject for each in batches.waiting(two.dz, two.agreement_id)] == ["first", "second"]
        due_ms = batches.next_batch_ms(two.dz, two.agreement_id)
        assert due_ms is not None
        assert due_ms % (3600 * MS_PER_S) == 0
        assert START_MS < due_ms <= START_MS + MS_PER_HOUR
        assert batches.close_due(two.dz) == 0
        two.clock.now_ms = due_ms
        assert batches.close_due(two.dz) == 1
        assert batches.close_due(two.dz) == 0
        assert batches.waiting(two.dz, two.agreement_id) == []
        assert {each["case_id"] for each in seen(two)} == {"first", "second"}
        (left,) = exchange.moved(two.us, two.agreement_id)
        assert (left.manifest.count, len(left.manifest.commitments)) == (2, 2)


def test_both_nodes_show_the_same_account_of_what_was_given_asked_and_answered(two: Two) -> None:
    send(two)
    for number in range(3):
        asked = ask(two)
        if number == 0:
            thing = case_thing(case_record(two.dz, CASE_ID))
            requests.answer(two.dz, two.agreement_id, asked, [thing], whole=True, office=OFFICE)
        if number == 1:
            requests.decline(two.dz, two.agreement_id, asked, "8.1", office=OFFICE)
    two.clock.now_ms = START_MS + 25 * MS_PER_HOUR
    go_round(two.dz)
    receive(two)
    two.exchange()
    here, there = (accounts.accounts(node, two.agreement_id) for node in (two.dz, two.us))
    assert here == there
    assert here.entries == {each.party: each.holding(two.agreement_id).own.size for each in (two.dz, two.us)}
    (line,) = here.lines
    given, back = line.by_party["DZ"], line.by_party["US"]
    assert line.clause == "4.3"
    assert (given.contents, given.items, given.answered, given.declined, given.unanswered) == (2, 2, 1, 1, 1)
    assert given.bytes == sum(each.manifest.bytes for each in exchange.moved(two.us, two.agreement_id))
    assert (back.asked, back.contents, given.asked) == (3, 0, 0)


def test_the_audit_names_clause_form_and_proof_of_everything_that_left(two: Two) -> None:
    send(two)
    two.exchange()
    found = accounts.audited(two.dz, two.agreement_id)
    (row,) = found.rows
    assert (row.line.clause, row.line.rule, row.line.items, row.received) == ("4.3", "4.3/sar-live", 1, True)
    assert found.size == two.dz.holding(two.agreement_id).own.size
    assert found.root == two.dz.holding(two.agreement_id).own.root_text
    assert accounts.audited(two.dz, two.agreement_id, until_ms=START_MS).rows == ()
    assert accounts.audited(two.us, two.agreement_id).rows == ()
