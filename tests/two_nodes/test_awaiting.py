"""Before an officer signs: what the text changes, what will leave that does not leave now, and whose turn it is."""

import threading
from pathlib import Path
from typing import Any

import pytest

from comity.exchange import Released
from comity.ground import InvalidInput, Refused
from comity.node.app import Node
from comity.node.jobs import run_due
from comity.node.pages.inbox import Awaiting, inbox
from comity.node.partners import state_of
from comity.node.services import acts, cases, drafts, notices
from tests.two_nodes.test_amendments import TITLE, agree, amended, coarser, hashes, send, sign
from tests.two_nodes.test_exchange import CASE, sign_decision
from tests.two_nodes.two import Two, decision, two_nodes


@pytest.fixture
def two(tmp_path: Path):
    with two_nodes(tmp_path) as both:
        both.sign_memorandum()
        sign_decision(both)
        cases.open_case(both.dz, CASE)
        yield both


@pytest.fixture
def fresh(tmp_path: Path):
    with two_nodes(tmp_path) as both:
        yield both


def only(node: Node, two: Two) -> Awaiting:
    (found,) = inbox(node, two.agreement_id)
    return found


def test_the_memorandum_awaits_with_its_wordings_and_every_rule_that_will_let_something_out(fresh: Two) -> None:
    acts.table(fresh.us, fresh.agreement_id, "agreement", None, office="department", sign=True)
    fresh.exchange()
    found = only(fresh.dz, fresh)
    (text,) = found.texts
    assert (found.standing, found.turn, text.tabled_by, text.flaw) == ("awaiting_us", "either", ("US",), None)
    agreement = fresh.dz.holding(fresh.agreement_id).agreement
    assert text.texts == agreement.texts
    assert [each.rule.id for each in text.leaves] == [each.id for each in agreement.rules]
    assert [(each.party, each.choice, each.passkey) for each in found.signed] == [("US", text.hash, None)]


def test_a_decision_shows_the_rules_that_it_sets_to_work(fresh: Two) -> None:
    fresh.sign_memorandum()
    document = decision()
    acts.table(fresh.us, fresh.agreement_id, f"decision/{document['id']}", document, office="group", sign=True)
    fresh.exchange()
    (text,) = only(fresh.dz, fresh).texts
    assert {each.rule.clause for each in text.leaves} == {each["clause"] for each in document["effects"]}


def test_an_amendment_that_lets_out_less_shows_its_difference_and_nothing_that_leaves_more(two: Two) -> None:
    sign(two.us, two.agreement_id, amended(two.us, two.agreement_id, coarser(100)))
    two.exchange()
    (text,) = only(two.dz, two).texts
    assert [(each.part, each.lets) for each in text.differences] == [("rules", "less")]
    assert text.leaves == ()


def test_an_amendment_that_lets_out_more_names_the_rule(two: Two) -> None:
    agree(two, amended(two.dz, two.agreement_id, coarser(1000)))
    sign(two.us, two.agreement_id, amended(two.us, two.agreement_id, coarser(100)))
    two.exchange()
    (text,) = only(two.dz, two).texts
    assert [(each.rule.id, each.rule.grid_mdeg, each.lets) for each in text.leaves] == [("4.3/sar-live", 100, "more")]


def test_after_a_version_failed_the_inbox_says_whose_turn_it_is(fresh: Two) -> None:
    acts.table(fresh.dz, fresh.agreement_id, "agreement", None, office="ministry", sign=True)
    fresh.exchange()
    acts.sign(fresh.us, fresh.agreement_id, "agreement", None, office="department")
    fresh.exchange()
    acts.table(fresh.us, fresh.agreement_id, "agreement", None, office="department", sign=False)
    fresh.exchange()
    assert (only(fresh.us, fresh).turn, only(fresh.dz, fresh).turn) == ("ours", "partner")


def test_a_draft_stays_home_until_it_is_tabled_and_is_stale_once_its_version_has_passed(two: Two) -> None:
    holding = two.dz.holding(two.agreement_id)
    size, document = holding.own.size, amended(two.dz, two.agreement_id, coarser(100))
    after = amended_document(two)
    for _ in range(2):
        kept = drafts.keep_amendment(
            two.dz, two.agreement_id, "coarser", after, title=TITLE, in_force="2026-01-01", office="legal office"
        )
    assert (kept.document, kept.states, kept.stale, holding.own.size) == (document, 2, False, size)
    agree(two, amended(two.dz, two.agreement_id, coarser(200)))
    assert [each.stale for each in drafts.drafts(two.dz, two.agreement_id)] == [True]
    drafts.give_up(two.dz, two.agreement_id, "coarser", office="legal office")
    assert drafts.drafts(two.dz, two.agreement_id) == []
    with pytest.raises(InvalidInput) as caught:
        drafts.give_up(two.dz, two.agreement_id, "coarser", office="legal office")
    assert caught.value.code == "node.no_such_text_draft"


def test_an_amendment_that_is_open_for_a_time_is_turned_down_by_whoever_lets_it_pass(two: Two) -> None:
    """Rule R5: a log that has passed the time without a signature has said no; before it, both can sign."""
    until_ms = two.clock.now_ms + 86_400_000
    kept = drafts.keep_amendment(
        two.dz,
        two.agreement_id,
        "for-a-day",
        amended_document(two),
        title=TITLE,
        in_force="2026-01-01",
        office="legal office",
        open_until_ms=until_ms,
    )
    acts.table(two.dz, two.agreement_id, "agreement", dict(kept.document), office="legal office", sign=True)
    two.exchange()
    (open_one,) = [each for each in inbox(two.us, two.agreement_id) if each.series == "agreement"]
    assert [each.open_until_ms for each in open_one.texts] == [until_ms]
    two.clock.now_ms = until_ms + 1
    acts.sign(two.us, two.agreement_id, "agreement", kept.hash, office="department")
    two.exchange()
    for node in (two.dz, two.us):
        assert [each.outcome for each in acts.state(node, two.agreement_id, "agreement").versions][-1] != "force"
        assert node.holding(two.agreement_id).hash == node.holding(two.agreement_id).in_force.original.hash


def amended_document(two: Two) -> dict[str, Any]:
    after = {**two.dz.holding(two.agreement_id).document}
    after["rules"] = [{**each, "grid_mdeg": 100} if each["id"] == "4.3/sar-live" else each for each in after["rules"]]
    return after


def test_a_notice_ends_the_agreement_only_after_the_other_party_acknowledged_it_and_the_period_ran(two: Two) -> None:
    given = notices.terminate(two.dz, two.agreement_id, office="ministry")
    assert [(each.kind, each.by, each.acknowledged_ms) for each in given.given] == [("termination", "DZ", None)]
    two.exchange()
    two.clock.now_ms += 400 * 86_400_000
    assert isinstance(send(two).decision, Released)  # unacknowledged: nothing has begun to run
    (notice,) = notices.notices(two.us, two.agreement_id).given
    done = notices.acknowledge(two.us, two.agreement_id, notice.hash, office="department")
    two.exchange()
    seen = [notices.notices(node, two.agreement_id) for node in (two.dz, two.us)]
    assert seen[0] == seen[1]
    assert seen[0].ends_ms is not None
    assert done.given[0].acknowledged_ms == seen[0].given[0].acknowledged_ms
    assert isinstance(send(two).decision, Released)
    two.clock.now_ms = seen[0].ends_ms
    with pytest.raises(Refused) as caught:
        send(two)
    assert caught.value.code == "node.agreement_ended"
    assert acts.state(two.dz, two.agreement_id, "agreement").agreed  # what was signed stays


def test_a_notice_is_given_and_acknowledged_once_and_only_the_partners(two: Two) -> None:
    for _ in range(2):
        notices.terminate(two.dz, two.agreement_id, office="ministry")
    size = two.dz.holding(two.agreement_id).own.size
    two.exchange()
    (notice,) = notices.notices(two.us, two.agreement_id).given
    for _ in range(2):
        notices.acknowledge(two.us, two.agreement_id, notice.hash, office="department")
    two.exchange()
    assert len(notices.notices(two.dz, two.agreement_id).given) == 1
    assert two.dz.holding(two.agreement_id).own.size == size
    with pytest.raises(InvalidInput) as caught:
        notices.acknowledge(two.dz, two.agreement_id, notice.hash, office="ministry")
    assert caught.value.code == "node.no_such_notice"


def test_an_amendment_can_still_come_into_force_while_a_notice_runs(two: Two) -> None:
    notices.terminate(two.dz, two.agreement_id, office="ministry")
    two.exchange()
    document = amended(two.dz, two.agreement_id, coarser(100))
    agree(two, document)
    assert hashes(two) == [document["result"]] * 2
    (notice,) = notices.notices(two.us, two.agreement_id).given
    notices.acknowledge(two.us, two.agreement_id, notice.hash, office="department")
    two.exchange()
    assert notices.notices(two.dz, two.agreement_id).ends_ms is not None


def test_an_office_stops_all_releases_at_once_and_lifts_the_stop(two: Two) -> None:
    notices.stop(two.dz, two.agreement_id, "release", why="key_lost", office="security office")
    with pytest.raises(Refused) as caught:
        send(two)
    assert caught.value.code == "node.release_stopped"
    (stop,) = notices.notices(two.dz, two.agreement_id).stops
    assert (stop.what, stop.office, stop.why) == ("release", "security office", "key_lost")
    notices.lift(two.dz, two.agreement_id, "release", office="security office")
    assert isinstance(send(two).decision, Released)


def test_an_office_freezes_the_partners_record_and_the_partner_sees_why(two: Two) -> None:
    notices.stop(two.dz, two.agreement_id, "partner", why="key_stolen", office="security office")
    state = state_of(two.dz, two.agreement_id, "in")
    assert state is not None
    assert state.state == "frozen"
    size = two.dz.holding(two.agreement_id).copy.size
    acts.table(two.us, two.agreement_id, "keys", None, office="department", sign=True)
    two.exchange()
    assert two.dz.holding(two.agreement_id).copy.size == size
    (seen,) = notices.notices(two.us, two.agreement_id).given
    assert (seen.kind, seen.by, seen.document["why"], seen.document["head"]["size"]) == (
        "freeze",
        "DZ",
        "key_stolen",
        size,
    )
    notices.lift(two.dz, two.agreement_id, "partner", office="security office")
    two.exchange()
    assert two.dz.holding(two.agreement_id).copy.size == size + 2
    run_due(two.dz, "receive", threading.Event())


def test_a_stop_needs_a_reason_of_the_list_and_a_lift_needs_a_stop(two: Two) -> None:
    with pytest.raises(InvalidInput) as caught:
        notices.stop(two.dz, two.agreement_id, "release", why="because", office="security office")
    assert caught.value.code == "node.unknown_reason"
    with pytest.raises(InvalidInput) as caught:
        notices.lift(two.dz, two.agreement_id, "release", office="security office")
    assert caught.value.code == "node.nothing_stopped"
