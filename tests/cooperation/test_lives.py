"""Each kind of record through its life, from the proposal to its ends, with both desks at work."""

import pytest

from comity.cooperation import Due, critical_dates, digests, obligations, published
from comity.cooperation.needs import Circumstances, is_met
from comity.ground import InvalidInput
from tests.agreement.documents import text
from tests.cooperation.test_templates import CASE, begun
from tests.cooperation.two_logs import DAY_MS, PARTIES, RENDITIONS, START_MS, Desks


def met():
    desks = Desks()
    desks.group()
    desks.propose("DZ", "meeting", "first")
    return desks


def walk(desks, key, *moves):
    """Make moves in turn, by the party before each colon; return the states that were reached."""
    found = []
    for each in moves:
        party, move = each.split(":")
        desks.move(party, key, move)
        found.append(desks.state(key))
    return found


def test_a_meeting_goes_from_the_agenda_to_minutes_that_both_signed():
    desks = met()
    desks.move("US", "meeting/first", "revise", place=text("another place"))
    assert walk(desks, "meeting/first", "DZ:agree", "US:start", "DZ:close") == ["agreed", "in_progress", "closed"]
    desks.move("DZ", "meeting/first", "draft_minutes", minutes=text("said"))
    desks.move("US", "meeting/first", "draft_minutes", minutes=text("said, and heard"))
    states = walk(desks, "meeting/first", "DZ:agree_minutes", "US:sign_minutes")
    assert states == ["minutes_agreed", "minutes_signed"]
    standing = desks.book().standings["meeting/first"]
    assert standing.fields["minutes"] == text("said, and heard")
    acts = [sum(each.party == party for each in standing.log_refs) for party in (0, 1)]
    assert max(acts) <= 12, "the secretary's path"
    assert desks.why_not() == []


def test_minutes_that_nobody_wrote_cannot_be_agreed():
    desks = met()
    walk(desks, "meeting/first", "DZ:agree", "US:start", "DZ:close")
    desks.move("DZ", "meeting/first", "draft_minutes")
    desks.move("DZ", "meeting/first", "agree_minutes")
    assert desks.state("meeting/first") == "minutes_draft"
    assert desks.why_not() == ["cooperation.need_not_met"]


def test_minutes_cannot_be_changed_by_one_party_once_both_agreed_them():
    desks = met()
    walk(desks, "meeting/first", "DZ:agree", "US:start", "DZ:close")
    desks.move("DZ", "meeting/first", "draft_minutes", minutes=text("said"))
    desks.move("DZ", "meeting/first", "agree_minutes")
    desks.say("US", desks.act("meeting", "first", "draft_minutes", {"minutes": text("other")}))
    assert desks.why_not() == ["ground.no_such_move"]
    assert walk(desks, "meeting/first", "DZ:reopen_minutes") == ["minutes_draft"]


@pytest.mark.parametrize("ending", [("US:cancel",), ("DZ:agree", "US:cancel")])
def test_a_meeting_is_cancelled_by_either(ending):
    assert walk(met(), "meeting/first", *ending)[-1] == "cancelled"


def decided(**fields):
    desks = Desks()
    desks.group()
    desks.propose("DZ", "decision", "one", **fields)
    return desks


def test_a_decision_takes_effect_is_reviewed_renewed_and_expires_only_after_its_day():
    desks = decided(expires_ms=START_MS + 60 * DAY_MS)
    states = walk(desks, "decision/one", "US:adopt", "DZ:take_effect", "US:review", "US:renew", "DZ:expire")
    assert states == ["adopted", "in_effect", "reviewed", "in_effect", "in_effect"]
    desks.tick(90)
    assert walk(desks, "decision/one", "DZ:expire") == ["expired"]


def test_a_decision_without_a_last_day_never_expires_and_both_revoke_it():
    desks = decided()
    walk(desks, "decision/one", "US:adopt", "DZ:take_effect")
    desks.tick(9_999)
    assert walk(desks, "decision/one", "DZ:expire", "DZ:revoke") == ["in_effect", "revoked"]


def test_only_who_proposed_a_decision_withdraws_or_revises_it():
    desks = decided()
    assert walk(desks, "decision/one", "US:withdraw") == ["proposed"]
    desks.move("US", "decision/one", "revise", text=text("other"))
    assert desks.why_not() == ["cooperation.not_this_party"] * 2
    assert walk(desks, "decision/one", "DZ:withdraw") == ["withdrawn"]


def test_a_domain_and_a_group_are_closed_by_both():
    desks = Desks()
    desks.propose("US", "domain", "sky")
    assert walk(desks, "domain/sky", "DZ:open", "US:close") == ["open", "closed"]
    desks.group()
    states = walk(desks, "group/wg-sky", "US:rest", "DZ:wake", "US:dissolve")
    assert states == ["dormant", "established", "dissolved"]


def test_a_check_with_a_finding_closes_with_its_actions_and_a_waiver_states_its_reason():
    desks = begun("exercise", {"host": "DZ", "guest": "US"})
    desks.propose("US", "action", "repair")
    for name in ("found", "waived"):
        desks.propose("US", "check", name, initiative="case", check_kind="audit")
    walk(desks, "check/found", "US:notify")
    desks.move("US", "check/found", "report", done_ms=desks.now_ms)
    desks.move("US", "check/found", "open_finding", finding=text("rust"), corrective_actions=["repair"])
    assert walk(desks, "check/found", "DZ:close") == ["closed"]
    assert walk(desks, "check/waived", "US:waive") == ["planned"]
    desks.move("US", "check/waived", "waive", waived_why=text("done by another"))
    assert desks.state("check/waived") == "waived"


def test_a_document_is_finished_by_who_began_it_signed_by_both_and_kept():
    desks = begun("exercise", {"host": "DZ", "guest": "US"})
    desks.propose("DZ", "document", "paper", document_kind="report", about=[CASE])
    assert walk(desks, "document/paper", "US:finish", "DZ:finish") == ["draft", "draft"]
    desks.move("DZ", "document/paper", "finish", renditions=RENDITIONS)
    assert walk(desks, "document/paper", "US:sign", "US:archive") == ["signed", "archived"]


def finished():
    """A report that DZ finished and nobody signed."""
    desks = begun("exercise", {"host": "DZ", "guest": "US"})
    desks.propose("DZ", "document", "paper", document_kind="report", about=[CASE], renditions=RENDITIONS)
    desks.move("DZ", "document/paper", "finish")
    return desks


def is_signed(desks):
    """Whether the need of a signed report about the case is met."""
    book = desks.book()
    standing = book.standings[CASE]
    case = Circumstances(standing.fields, standing, book, {}, desks.now_ms, None)
    return is_met("document:report/signed", case)


def test_what_both_signed_stays_signed_when_one_party_puts_it_into_the_archive():
    desks = finished()
    assert not is_signed(desks)
    assert walk(desks, "document/paper", "DZ:sign", "US:archive") == ["signed", "archived"]
    assert is_signed(desks)


def test_nobody_puts_the_others_paper_into_the_archive_before_both_signed_it():
    desks = finished()
    assert walk(desks, "document/paper", "US:archive") == ["final"]
    assert desks.why_not() == ["cooperation.not_this_party"]
    assert walk(desks, "document/paper", "DZ:archive") == ["archived"]
    assert not is_signed(desks)


@pytest.mark.parametrize("kind", ["action", "flow"])
def test_what_one_party_writes_down_for_the_other_is_asked_and_late_only_once_the_other_signed(kind):
    desks = begun("exercise", {"host": "DZ", "guest": "US"})
    flow = {"flow_kind": "contribution", "from_party": "DZ", "to_party": "US", "quantity": 3, "unit": "day"}
    desks.propose("US", kind, "one", owner_party="DZ", owner_office="dz-desk", **(flow if kind == "flow" else {}))
    desks.tick(400)
    (asked,), dues = (
        obligations(desks.book()),
        [each for each in critical_dates(desks.book()) if each.key.endswith("one")],
    )
    assert (asked.party, asked.fulfilment) == ("DZ", "asked")
    assert [(each.late, each.asked) for each in dues] == [(False, True)]
    (digest,) = (each for each in digests(desks.book(), PARTIES, days=14) if each.party == "DZ")
    assert f"{kind}/one" in {each.key for each in digest.requested}
    assert f"{kind}/one" not in {each.key for each in (*digest.late, *digest.soon)}
    desks.move("DZ", f"{kind}/one", "amend")
    assert [each.fulfilment for each in obligations(desks.book())] == ["late"]
    assert [each.late for each in critical_dates(desks.book()) if each.key.endswith("one")] == [True]


def test_an_action_that_both_decided_to_open_obliges_its_owner_whoever_wrote_it_down():
    desks = decided(effects=[{"kind": "open", "subject": "action/one"}])
    desks.propose("US", "action", "one", owner_party="DZ", owner_office="dz-desk", from_decision="one")
    desks.tick(400)
    assert [each.fulfilment for each in obligations(desks.book())] == ["asked"]
    walk(desks, "decision/one", "DZ:adopt")
    assert [each.fulfilment for each in obligations(desks.book())] == ["late"]


def test_offices_that_a_partner_invents_are_looked_at_once_each(monkeypatch):
    desks = met()
    for place in range(30):
        desks.propose("US", "action", f"do-{place}", owner_office=f"desk-{place}")
    desks.tick(400)
    book, looked_at, read = desks.book(), [], Due.__getattribute__

    def noted(due, name):
        looked_at.append(name)
        return read(due, name)

    monkeypatch.setattr(Due, "__getattribute__", noted)
    found = digests(book, PARTIES, days=14)
    assert len(found) >= 30
    assert looked_at.count("office") <= 2 * len(critical_dates(book))
    assert [each.office for each in digests(book, PARTIES, days=14, wanted=lambda _, office: office == "desk-7")] == [
        "desk-7"
    ]


def test_the_critical_dates_are_in_order_late_ones_are_marked_and_ended_records_are_gone():
    desks = met()
    desks.propose("US", "action", "report")
    desks.tick(40)
    dates = critical_dates(desks.book())
    assert [each.due_ms for each in dates] == sorted(each.due_ms for each in dates)
    assert {each.key: each.late for each in dates if each.what in ("starts", "due")} == {
        "meeting/first": True,
        "action/report": False,
    }
    walk(desks, "meeting/first", "DZ:cancel")
    assert "meeting/first" not in {each.key for each in critical_dates(desks.book())}


def test_only_what_both_signed_is_published_and_no_party_alone_widens_it():
    desks = decided(level="public")
    assert published(desks.book().standings["decision/one"], at_ms=0) is None, (
        "one party's proposal is no public record"
    )
    desks.move("US", "decision/one", "adopt")
    shown = published(desks.book().standings["decision/one"], at_ms=0)
    assert shown is not None
    assert "text" not in shown
    desks = met()
    desks.move("US", "meeting/first", "agree", level="public", visibility={"place": "public"})
    shown = published(desks.book().standings["meeting/first"], at_ms=0)
    assert shown is not None
    assert shown["place"] == text("a place")


@pytest.mark.parametrize("field", ["group", "id", "example"])
def test_not_even_both_make_another_record_of_it(field):
    desks = met()
    with pytest.raises(InvalidInput, match="additionalProperties"):
        desks.act("meeting", "first", "agree", {field: desks.book().standings["meeting/first"].fields[field]})
