"""One signature is pending and never more; both sign the same bytes; the two logs say the same in whatever order."""

import pytest

from comity.cooperation import acts_of, state_of, text_hashes
from comity.ledger import Text, Vote, document_hash
from tests.agreement.documents import text
from tests.cooperation.two_logs import DAY_MS, Desks


def test_one_signature_is_pending_and_two_establish_a_group():
    desks = Desks()
    desks.propose("DZ", "group", "wg-sky")
    document = desks.act("group", "wg-sky", "establish", {})
    desks.sign("DZ", document)
    assert desks.state("group/wg-sky") == "proposed"
    (waiting,) = desks.book().waiting
    assert (waiting.act.move, [each.party for each in waiting.act.signatures]) == ("establish", [0])
    desks.sign("US", document)
    assert desks.state("group/wg-sky") == "established"
    assert desks.book().waiting == ()


def test_a_move_for_both_said_by_one_alone_moves_nothing():
    desks = Desks()
    desks.propose("DZ", "group", "wg-sky")
    desks.say("DZ", desks.act("group", "wg-sky", "establish", {}))
    desks.say("US", desks.act("group", "wg-sky", "establish", {}))
    assert desks.state("group/wg-sky") == "proposed"
    assert desks.why_not() == ["ground.move_lacks_signatures"] * 2


def test_a_text_changed_after_a_signature_needs_both_signatures_again():
    desks = Desks()
    desks.propose("DZ", "group", "wg-sky")
    desks.sign("DZ", desks.act("group", "wg-sky", "establish", {}))
    desks.sign("US", desks.act("group", "wg-sky", "establish", {"terms": text("other terms")}))
    assert desks.state("group/wg-sky") == "proposed"
    assert desks.book().standings["group/wg-sky"].fields["terms"] == text("terms")
    assert len(acts_of(*desks.logs).acts) == 1, "neither text is an act"


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_a_signature_names_the_hash_of_each_language_and_another_text_does_not_count(language):
    desks = Desks()
    desks.propose("DZ", "group", "wg-sky")
    document = desks.act("group", "wg-sky", "establish", {})
    document["texts"][language] = "sha256:" + "0" * 64
    desks.sign("DZ", document)
    desks.sign("US", document)
    assert desks.state("group/wg-sky") == "proposed"
    assert desks.why_not() == ["cooperation.texts_differ"]


def test_who_has_signed_cannot_undo_it_alone_before_the_other_signs():
    desks = Desks()
    desks.propose("DZ", "group", "wg-sky")
    document = desks.act("group", "wg-sky", "establish", {})
    desks.sign("DZ", document)
    desks.say("DZ", desks.act("group", "wg-sky", "withdraw", {}))
    assert desks.state("group/wg-sky") == "proposed"
    assert desks.why_not() == ["cooperation.signed_otherwise"]
    desks.sign("US", document)
    assert desks.state("group/wg-sky") == "established"


def test_once_the_other_has_said_no_the_party_is_free_again():
    desks = Desks()
    desks.propose("DZ", "group", "wg-sky")
    document = desks.act("group", "wg-sky", "establish", {})
    desks.sign("DZ", document)
    desks.tick()
    desks.logs[1].append(Vote("cooperation/group/wg-sky", "root", 0, None, desks.now_ms, "us-desk"))
    desks.say("DZ", desks.act("group", "wg-sky", "withdraw", {}))
    assert desks.state("group/wg-sky") == "withdrawn"
    assert desks.book().waiting == ()
    assert desks.book(desks.now_ms - 2 * DAY_MS).waiting, "on its day it waited"


def test_an_act_that_does_not_follow_the_last_one_is_a_recorded_conflict():
    desks = Desks()
    desks.group()
    desks.propose("DZ", "meeting", "first")
    ours, theirs = (desks.act("meeting", "first", "cancel", {}) for _ in range(2))
    revised = desks.act("meeting", "first", "revise", {"place": text("another place")})
    desks.say("DZ", ours)
    desks.say("US", revised)
    assert ours == theirs
    assert desks.state("meeting/first") == "cancelled"
    assert desks.why_not() == ["cooperation.act_out_of_turn"]


def test_an_act_in_the_series_of_another_record_does_not_count():
    desks = Desks()
    desks.propose("DZ", "group", "wg-sky")
    document = desks.act("group", "wg-sky", "establish", {})
    for party in ("DZ", "US"):
        desks.sign(party, document, series="cooperation/group/other")
    assert desks.state("group/wg-sky") == "proposed"
    assert desks.why_not() == ["cooperation.act_misnamed"]


def test_a_proposal_of_another_record_than_its_act_names_does_not_count():
    desks = Desks()
    desks.propose("DZ", "group", "wg-sky")
    fields = desks.book().standings["group/wg-sky"].fields
    document = desks.act("group", "wg-other", "propose", fields)
    desks.say("US", document)
    assert set(desks.book().standings) == {"group/wg-sky"}


def test_a_clock_that_is_behind_cannot_put_an_act_before_what_it_answers():
    desks = Desks()
    desks.group()
    desks.propose("DZ", "meeting", "first")
    document = desks.act("meeting", "first", "revise", {"place": text("another place")})
    desks.now_ms -= 300 * DAY_MS
    desks.say("US", document)
    desks.now_ms += 300 * DAY_MS
    standing = desks.book().standings["meeting/first"]
    assert standing.fields["place"] == text("another place")
    instants = [each.at_ms for each in acts_of(*desks.logs).acts]
    assert instants == sorted(instants)


def test_an_instant_in_the_one_order_never_runs_back_whoever_writes_next():
    desks = Desks()
    desks.group()
    desks.propose("DZ", "meeting", "first")
    answer = desks.act("meeting", "first", "revise", {"place": text("another place")})
    desks.now_ms -= 300 * DAY_MS
    desks.say("US", answer)
    desks.now_ms += 600 * DAY_MS
    desks.propose("DZ", "meeting", "second")
    acts = acts_of(*desks.logs).acts
    assert [each.at_ms for each in acts] == sorted(each.at_ms for each in acts)
    assert acts[-2].at_ms == acts[-3].at_ms, "what answers stands at the instant of what it answers, not before"


def test_signatures_stand_in_the_order_of_the_parties_whoever_signed_first():
    desks = Desks()
    desks.propose("DZ", "group", "wg-sky")
    document = desks.act("group", "wg-sky", "establish", {})
    for party in ("US", "DZ"):
        desks.sign(party, document)
    assert [each.party for each in acts_of(*desks.logs).acts[-1].signatures] == [0, 1]


def test_the_hash_of_a_language_does_not_depend_on_the_order_in_which_fields_are_written():
    fields = {"title": text("a"), "terms": text("b"), "agenda": [{"title": text("c")}, {"title": text("d")}]}
    assert text_hashes(fields) == text_hashes(dict(reversed(fields.items())))
    assert text_hashes(fields) != text_hashes({**fields, "title": fields["terms"], "terms": fields["title"]})


def test_a_party_that_claims_to_have_read_what_does_not_exist_stops_nobody():
    desks = Desks()
    desks.group()
    desks.propose("DZ", "meeting", "first")
    document = desks.act("meeting", "first", "cancel", {}) | {"seen": [2**40, 2**40]}
    desks.say("US", document)
    desks.propose("DZ", "meeting", "second")
    assert desks.state("meeting/first") == "cancelled"
    assert desks.state("meeting/second") == "proposed"


def test_garbage_in_a_log_is_counted_and_changes_nothing():
    desks = Desks()
    desks.group()
    before = desks.book().standings
    for rubbish in ({"schema": "comity/act/1"}, {"schema": "comity/act/1", "seen": ["x", None], "fields": 7}):
        desks.say("US", rubbish)
    desks.logs[1].append(Text("cooperation/x", "root", 0, document_hash({}), None, 0, "us-desk", {}))
    desks.logs[1].append(Vote("cooperation/x", "root", 0, document_hash({}), 0, "us-desk"))
    assert desks.book().standings == before
    assert desks.why_not() == ["agreement.breaks_schema"] * 2
    assert "docs/reference/cooperation-records.md" in str(desks.book().not_counted[0].why)


def test_the_state_of_a_past_day_is_what_it_was():
    desks = Desks()
    desks.propose("DZ", "group", "wg-sky")
    day_ms = desks.now_ms
    desks.move("US", "group/wg-sky", "establish")
    assert desks.book(day_ms).standings["group/wg-sky"].state == "proposed"
    assert desks.book(day_ms - 1).standings == {}
    assert state_of(desks.framework, acts_of(*desks.logs), at_ms=day_ms).standings == desks.book(day_ms).standings


def test_a_text_that_both_have_signed_does_not_wait_when_one_signs_it_again():
    desks = Desks()
    desks.propose("DZ", "group", "wg-sky")
    document = desks.act("group", "wg-sky", "establish", {})
    for party in ("DZ", "US", "DZ"):
        desks.sign(party, document)
    assert desks.state("group/wg-sky") == "established"
    assert desks.book().waiting == ()
