"""Nothing leaves without a decision of both; what leaves arrives, the same on both nodes, and can be proved later."""

import threading
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from comity.exchange import Refusal, Released, commitment
from comity.ground import MS_PER_HOUR, InvalidInput, Refused
from comity.node import outbox
from comity.node.cards import read_card
from comity.node.case_records import case_record
from comity.node.contents import read_content
from comity.node.jobs import run_due
from comity.node.releasing import case_thing
from comity.node.services import acts, cases, exchange
from comity.node.store import ARRIVAL, EVIDENCE, RELEASE_AUDIT
from tests.two_nodes.two import Two, decision, two_nodes

CASE_ID = "bejaia-2008-08-06"
PURPOSE = "search_and_rescue"
CASE: dict[str, Any] = {
    "case": {"id": CASE_ID, "notes": "EXAMPLE: stays home", "opened": "2008-08-06T10:00:00Z", "persons_on_board": 4},
    "forcing": {"currents": ["currents.nc"], "wind": ["wind.nc"]},
    "object": [{"leeway": 26}],
    "scenario": [
        {
            "kind": "last_known_position",
            "lat": 37.1,
            "lon": 5.2,
            "position_error_m": 2000,
            "time": "2008-08-06T09:51:00Z",
        }
    ],
    "run": {"until": "2008-08-07T10:00:00Z", "step_s": 600, "particles": 1000, "seed": 11},
}


@pytest.fixture
def two(tmp_path: Path):
    with two_nodes(tmp_path) as both:
        yield both


@pytest.fixture
def ready(two: Two) -> Two:
    """Both have signed the memorandum and the decision that puts clause 4.3 to work; Algeria has opened a case."""
    two.sign_memorandum()
    sign_decision(two)
    cases.open_case(two.dz, CASE)
    return two


def sign_decision(two: Two) -> None:
    document = decision()
    series = f"decision/{document['id']}"
    acts.table(two.dz, two.agreement_id, series, document, office="working group", sign=True)
    two.exchange()
    (text,) = acts.state(two.us, two.agreement_id, series).tabled
    acts.sign(two.us, two.agreement_id, series, text.hash, office="working group")
    two.exchange()


def send(two: Two) -> exchange.Answer:
    thing = case_thing(case_record(two.dz, CASE_ID))
    return exchange.send(two.dz, two.agreement_id, thing, purpose=PURPOSE, office="rescue centre")


def receive(two: Two) -> None:
    two.exchange()
    run_due(two.us, "receive", threading.Event())


def test_nothing_leaves_before_the_memorandum_is_agreed_by_both(two: Two) -> None:
    cases.open_case(two.dz, CASE)
    acts.table(two.dz, two.agreement_id, "agreement", None, office="ministry", sign=True)
    two.exchange()
    with pytest.raises(Refused) as caught:
        send(two)
    assert caught.value.code == "node.agreement_not_agreed"


def test_a_release_before_the_decision_is_refused_and_the_article_named(two: Two) -> None:
    two.sign_memorandum()
    cases.open_case(two.dz, CASE)
    size = two.dz.holding(two.agreement_id).own.size
    shown = exchange.preview(
        two.dz, two.agreement_id, case_thing(case_record(two.dz, CASE_ID)), purpose=PURPOSE
    ).decision
    assert isinstance(shown, Refusal)
    assert (shown.article, shown.reason) == ("4.3", "not_at_work")
    with pytest.raises(Refused) as caught:
        send(two)
    assert caught.value.article == "4.3"
    assert two.dz.holding(two.agreement_id).own.size == size
    assert not list((two.dz.layout.agreement(two.agreement_id) / "blobs").iterdir())


def test_a_decision_signed_by_one_lets_nothing_out(two: Two) -> None:
    two.sign_memorandum()
    cases.open_case(two.dz, CASE)
    document = decision()
    acts.table(two.dz, two.agreement_id, f"decision/{document['id']}", document, office="working group", sign=True)
    two.exchange()
    with pytest.raises(Refused):
        send(two)


def test_what_is_released_arrives_the_same_and_without_what_stays_home(ready: Two) -> None:
    answer = send(ready)
    assert isinstance(answer.decision, Released)
    receive(ready)
    (seen,) = cases.cases(ready.us)
    assert (seen.case_id, seen.badge) == (CASE_ID, "partner")
    assert seen.document == answer.decision.record
    assert "notes" not in seen.document
    assert cases.case(ready.dz, CASE_ID).badge == "shared"
    assert [each.state for each in exchange.moved(ready.us, ready.agreement_id)] == ["received"]
    ready.exchange()
    assert [each.state for each in exchange.moved(ready.dz, ready.agreement_id)] == ["stored"]


def test_the_audit_at_home_proves_what_the_release_was_made_of(ready: Two) -> None:
    answer = send(ready)
    with ready.dz.store.reading() as connection:
        row = connection.execute(select(RELEASE_AUDIT)).one()
    assert commitment(answer.before, row.salt) == row.commitment
    manifest = exchange.moved(ready.dz, ready.agreement_id)[0].manifest
    assert manifest.commitments == (row.commitment,)
    receive(ready)
    with ready.us.store.reading() as connection:
        assert not connection.execute(select(RELEASE_AUDIT)).all()


def test_a_content_that_was_altered_on_the_way_is_not_filed_and_is_kept_as_evidence(ready: Two) -> None:
    answer = send(ready)
    assert answer.blob is not None
    path = ready.dz.layout.blob(ready.agreement_id, answer.blob.removeprefix("sha256:"))
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    receive(ready)
    job = outbox.latest(ready.us, "receive", f"{ready.agreement_id}/{answer.position}")
    assert job is not None
    assert job.problem is not None
    assert (job.state, job.problem.code) == ("waiting", "node.content_altered")
    with ready.us.store.reading() as connection:
        assert not connection.execute(select(ARRIVAL)).all()
        assert len(connection.execute(select(EVIDENCE)).all()) == 1


def test_a_content_that_does_not_come_is_asked_for_again(ready: Two) -> None:
    answer = send(ready)
    ready.exchange()
    ready.cable.cut.add("dz.example")
    run_due(ready.us, "receive", threading.Event())
    assert not cases.cases(ready.us)
    ready.cable.cut.clear()
    ready.clock.now_ms += 600_000
    assert run_due(ready.us, "receive", threading.Event()) == 1
    assert [each.case_id for each in cases.cases(ready.us)] == [CASE_ID]
    exchange.file_arrival(  # a second time changes nothing
        ready.us,
        ready.agreement_id,
        answer.position or 0,
        [ready.us.layout.blob(ready.agreement_id, str(answer.blob).removeprefix("sha256:")).read_bytes()],
    )
    assert len(cases.cases(ready.us)) == 1


def test_a_purpose_that_the_rule_does_not_name_is_refused(ready: Two) -> None:
    with pytest.raises(Refused):
        exchange.send(
            ready.dz,
            ready.agreement_id,
            case_thing(case_record(ready.dz, CASE_ID)),
            purpose="tourism",
            office="rescue centre",
        )


def test_what_two_officers_must_approve_does_not_leave_on_the_word_of_one(tmp_path: Path) -> None:
    def asks_for_two(document: dict[str, Any]) -> None:
        for rule in document["rules"]:
            rule["approve"] = "two-officers"

    with two_nodes(tmp_path, change=asks_for_two) as two:
        two.sign_memorandum()
        sign_decision(two)
        cases.open_case(two.dz, CASE)
        with pytest.raises(Refused) as caught:
            send(two)
        assert (caught.value.code, caught.value.article) == ("exchange.approvals_missing", "4.3")


@given(data=st.binary(max_size=200) | st.text(alphabet='{}[]":,schema0123/comityrel', max_size=200).map(str.encode))
def test_no_bytes_from_the_partner_are_read_as_a_content_or_a_card_by_accident(data: bytes) -> None:
    for read in (lambda given: read_content(BytesIO(given), lambda _record: None), read_card):
        with pytest.raises(InvalidInput):
            read(data)


def test_a_case_is_opened_once_and_only_ours_can_be_released_or_drifted(ready: Two) -> None:
    send(ready)
    receive(ready)
    for action, code in (
        (lambda: cases.open_case(ready.dz, CASE), "node.case_exists"),
        (lambda: case_record(ready.us, CASE_ID), "node.case_not_ours"),
        (lambda: cases.ask_drift(ready.us, CASE_ID), "node.case_of_the_partner"),
        (lambda: cases.case(ready.us, "other"), "node.no_such_case"),
        (lambda: cases.output(ready.dz, CASE_ID, "../../node.db"), "node.no_such_file"),
    ):
        with pytest.raises(InvalidInput) as caught:
            action()
        assert caught.value.code == code


def test_what_has_changed_since_its_preview_is_not_sent(ready: Two) -> None:
    name, record = ready.agreement_id, case_record(ready.dz, CASE_ID)
    seen = exchange.preview(ready.dz, name, case_thing(record), purpose=PURPOSE).shown
    changed = {**record, "status": "closed"}
    with pytest.raises(InvalidInput, match="no longer what was shown"):
        exchange.send(ready.dz, name, case_thing(changed), purpose=PURPOSE, office="rescue centre", expects=seen)
    assert exchange.moved(ready.dz, name) == []
    sent = exchange.send(ready.dz, name, case_thing(record), purpose=PURPOSE, office="rescue centre", expects=seen)
    assert sent.shown == seen


def test_a_second_release_of_a_case_does_not_make_its_alert_younger(two: Two) -> None:
    two.sign_memorandum()
    sign_decision(two)
    cases.open_case(two.dz, CASE)
    send(two)
    receive(two)
    (first,) = cases.cases(two.us)
    two.clock.now_ms += MS_PER_HOUR
    send(two)
    receive(two)
    (again,) = cases.cases(two.us)
    assert again.opened_ms == first.opened_ms
