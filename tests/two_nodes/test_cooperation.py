"""What both agree under the memorandum, through the services of two real nodes: one signature waits, two decide."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from comity.cooperation import act_document, balance_of
from comity.files.initiatives import initiative_templates
from comity.ground import ComityError, InvalidInput
from comity.ledger import SALT_BYTES, message_entry
from comity.node import cooperation_exports
from comity.node.cooperation import books, series_of
from comity.node.cooperation_exports import Publishing, cases, ocds
from comity.node.offices import invite
from comity.node.pages.hand_over import hand_overs
from comity.node.pages.inbox import inbox
from comity.node.pages.today import due
from comity.node.services import acts
from comity.node.services.cooperation import give_offices, propose_template
from tests.two_nodes.cooperating import MS_PER_DAY, OFFICES, Cooperating, cooperating, said
from tests.two_nodes.two import START_MS


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Cooperating]:
    with cooperating(tmp_path) as both:
        yield both


def test_a_group_signed_by_one_waits_and_signed_by_both_is_established(two: Cooperating) -> None:
    two.propose(two.dz, "group", "wg-sahel")
    tabled = two.make(two.dz, "group/wg-sahel", "establish", sign=True)
    assert tabled.standing.state == "proposed"
    assert tabled.waiting is not None
    assert tabled.waiting.act.move == "establish"
    two.exchange()
    for node in (two.dz, two.us):
        assert two.state(node, "group/wg-sahel") == "proposed"
    two.sign(two.us, "group/wg-sahel")
    two.exchange()
    for node in (two.dz, two.us):
        assert two.state(node, "group/wg-sahel") == "established"
    assert two.same()


def test_the_inbox_says_which_record_which_move_and_what_it_changes(two: Cooperating) -> None:
    two.group()
    two.make(two.us, "group/wg-sahel", "amend", sign=True, cadence="P6M")
    two.exchange()
    (waiting,) = inbox(two.dz, two.agreement_id)
    (text,) = waiting.texts
    assert (waiting.standing, text.flaw) == ("awaiting_us", None)
    assert text.move is not None
    assert (text.move.key, text.move.move, text.move.to) == ("group/wg-sahel", "amend", "established")
    assert [(each.path, each.before, each.after) for each in text.differences[0].fields] == [("cadence", "P3M", "P6M")]
    assert [each.title for each in due(two.dz)] == [text.move.title]
    assert inbox(two.dz, two.agreement_id)[0].texts[0].flaw is None


def test_a_meeting_goes_from_its_agenda_to_signed_minutes(two: Cooperating) -> None:
    two.group()
    key = "meeting/wg-sahel-1"
    two.propose(two.dz, "meeting", "wg-sahel-1")
    two.both(two.dz, key, "agree")
    two.make(two.us, key, "start")
    two.exchange()
    two.make(two.dz, key, "close")
    two.make(two.dz, key, "draft_minutes", minutes=said("both spoke of the exercise"))
    two.exchange()
    two.both(two.us, key, "agree_minutes")
    two.both(two.dz, key, "sign_minutes")
    assert [two.state(node, key) for node in (two.dz, two.us)] == ["minutes_signed"] * 2
    assert two.same()


def test_an_action_is_claimed_by_its_owner_and_accepted_by_both(two: Cooperating) -> None:
    two.group()
    two.propose(two.us, "action", "send-the-list")
    two.exchange()
    with pytest.raises(InvalidInput) as caught:
        two.make(two.dz, "action/send-the-list", "claim_done")
    assert caught.value.code == "cooperation.not_this_party"
    two.make(two.us, "action/send-the-list", "claim_done")
    two.exchange()
    two.both(two.dz, "action/send-the-list", "accept")
    assert two.state(two.us, "action/send-the-list") == "accepted"


def test_an_initiative_begins_once_both_adopted_its_template_and_its_flows_are_counted(two: Cooperating) -> None:
    two.exercise()
    assert two.record(two.us, "initiative/flintlock").standing.template is not None
    flow = {"flow_kind": "contribution", "from_party": "US", "to_party": "DZ", "quantity": 3, "unit": "officer"}
    two.propose(two.us, "flow", "instructors", clause_refs=["5.3"], **flow)
    two.exchange()
    two.make(two.us, "flow/instructors", "claim", actual_ms=START_MS)
    two.exchange()
    two.both(two.dz, "flow/instructors", "confirm")
    assert two.state(two.dz, "flow/instructors") == "confirmed"
    assert two.same()


def test_a_template_that_ships_with_comity_goes_into_the_log_with_the_decision_that_adopts_it(two: Cooperating) -> None:
    two.group()
    pinned = next(each for each in initiative_templates() if each.id == "exercise")
    before = two.dz.holding(two.agreement_id).own.size
    two.propose(two.dz, "decision", "adopt", effects=[adopting(pinned.hash)])
    assert two.dz.holding(two.agreement_id).own.size == before + 2  # the template first, then the decision
    two.propose(two.dz, "decision", "adopt-again", effects=[adopting(pinned.hash)])
    assert two.dz.holding(two.agreement_id).own.size == before + 3


def test_a_sixth_template_is_known_to_both_nodes_as_soon_as_its_log_is_read(two: Cooperating) -> None:
    two.group()
    known = propose_template(two.us, two.agreement_id, SIXTH, office="norfolk-desk")
    again = propose_template(two.us, two.agreement_id, SIXTH, office="norfolk-desk")
    assert known.template.hash == again.template.hash
    two.exchange()
    assert known.template.hash in books(two.dz, two.dz.holding(two.agreement_id)).framework.templates
    two.propose(two.dz, "decision", "adopt-visits", effects=[adopting(known.template.hash)])
    two.both(two.dz, "decision/adopt-visits", "adopt")
    roles = {"guest": "DZ", "host": "US"}
    two.propose(two.dz, "initiative", "visit", template="visit", roles=roles, clause_refs=["5.3"])
    two.exchange()
    two.both(two.us, "initiative/visit", "agree")
    assert two.state(two.dz, "initiative/visit") == "agreed"
    assert two.same()


def test_a_template_with_a_dead_end_is_not_put_into_the_log(two: Cooperating) -> None:
    size = two.us.holding(two.agreement_id).own.size
    dead = SIXTH.replace('from = ["agreed"]', 'from = ["proposed"]')
    with pytest.raises(InvalidInput) as caught:
        propose_template(two.us, two.agreement_id, dead, office="norfolk-desk")
    assert caught.value.code == "cooperation.template_faulty"
    assert two.us.holding(two.agreement_id).own.size == size


def test_the_same_move_by_both_at_once_is_one_text_or_two_that_neither_hides(two: Cooperating) -> None:
    two.propose(two.dz, "group", "wg-sahel")
    two.exchange()
    two.make(two.dz, "group/wg-sahel", "establish", sign=True)
    two.exchange()
    two.make(two.us, "group/wg-sahel", "establish", sign=True)  # signs the text that waits
    two.exchange()
    assert two.state(two.dz, "group/wg-sahel") == "established"
    two.make(two.dz, "group/wg-sahel", "amend", sign=True, cadence="P6M")
    two.exchange()
    with pytest.raises(InvalidInput) as caught:
        two.make(two.us, "group/wg-sahel", "amend", sign=True, cadence="P9M")
    assert caught.value.code == "node.text_waits"
    with pytest.raises(ComityError) as caught_alone:
        two.make(two.dz, "group/wg-sahel", "rest", sign=True)
    assert caught_alone.value.code == "node.text_waits"


def test_a_move_on_a_record_that_waits_for_our_own_signature_s_answer_is_refused(two: Cooperating) -> None:
    two.group()
    two.propose(two.dz, "meeting", "wg-sahel-1")
    two.exchange()
    two.make(two.dz, "meeting/wg-sahel-1", "agree", sign=True)
    with pytest.raises(InvalidInput) as caught:
        two.make(two.dz, "meeting/wg-sahel-1", "cancel")
    assert caught.value.code == "cooperation.signed_otherwise"


def test_a_text_and_its_signature_are_written_in_one_piece(two: Cooperating) -> None:
    two.propose(two.dz, "group", "wg-sahel")
    own = two.dz.holding(two.agreement_id).own
    size, heads = own.size, len(list(own.heads()))
    two.make(two.dz, "group/wg-sahel", "establish", sign=True)
    assert (own.size, len(list(own.heads()))) == (size + 2, heads + 1)


def test_what_is_ours_alone_is_kept_with_the_act_or_not_at_all(two: Cooperating) -> None:
    two.group()
    with pytest.raises(InvalidInput) as caught:
        two.propose(two.dz, "meeting", "wg-sahel-1", group="no-such-group", brief="our brief")
    assert caught.value.code == "cooperation.unknown_reference"
    two.propose(two.dz, "meeting", "wg-sahel-1", brief="our brief")
    assert two.record(two.dz, "meeting/wg-sahel-1").national == {"brief": "our brief"}
    two.make(two.dz, "meeting/wg-sahel-1", "revise", brief="our second brief")
    assert two.record(two.dz, "meeting/wg-sahel-1").national == {"brief": "our second brief"}


def test_two_officers_who_move_at_once_leave_one_act(two: Cooperating) -> None:
    two.group()
    two.propose(two.dz, "meeting", "wg-sahel-1")
    two.exchange()
    two.both(two.dz, "meeting/wg-sahel-1", "agree")

    def start(_number: int) -> str:
        try:
            return two.make(two.dz, "meeting/wg-sahel-1", "start").standing.state
        except ComityError as error:
            return error.code

    with ThreadPoolExecutor(4) as officers:
        found = sorted(officers.map(start, range(4)))
    assert found == ["ground.no_such_move"] * 3 + ["in_progress"]
    assert not two.book(two.dz).not_counted


def test_when_both_move_at_once_the_earlier_counts_on_both_nodes_and_the_other_is_told_why(two: Cooperating) -> None:
    two.group()
    two.propose(two.dz, "meeting", "wg-sahel-1")
    two.exchange()
    two.both(two.dz, "meeting/wg-sahel-1", "agree")
    two.make(two.us, "meeting/wg-sahel-1", "start")
    two.make(two.dz, "meeting/wg-sahel-1", "cancel")  # neither has seen the other's
    assert two.record(two.dz, "meeting/wg-sahel-1").standing.state == "cancelled"
    two.exchange()
    for node in (two.dz, two.us):
        assert two.state(node, "meeting/wg-sahel-1") == "in_progress"
        (idle,) = two.book(node).not_counted
        assert (idle.move, idle.why.code) == ("cancel", "cooperation.act_out_of_turn")
    assert two.same()


def test_what_we_have_said_without_receipt_is_shown_and_not_agreed(two: Cooperating) -> None:
    two.group()
    made = two.propose(two.dz, "meeting", "wg-sahel-1")
    assert made.agreed is None
    again = two.make(
        two.dz, "meeting/wg-sahel-1", "revise", place=said("another place")
    )  # follows what is not receipted
    assert again.standing.version == 2
    two.exchange()
    assert two.record(two.us, "meeting/wg-sahel-1").standing.fields["place"] == said("another place")
    assert two.same()


def test_a_text_may_be_open_for_a_time_only_and_then_a_new_one_is_tabled(two: Cooperating) -> None:
    two.group()
    kind, name, day_ms = "group", "wg-sahel", two.two.clock.now_ms + MS_PER_DAY
    two.act(two.dz, f"{kind}/{name}", "amend", {"cadence": "P6M"}, open_until_ms=day_ms)
    two.exchange()
    two.two.clock.now_ms = day_ms + 1
    for node in (two.dz, two.us):
        two.beat(node)
    two.exchange()
    assert two.record(two.dz, "group/wg-sahel").waiting is None
    with pytest.raises(InvalidInput) as caught:  # after a version failed, the parties propose in turn
        two.make(two.us, "group/wg-sahel", "amend", sign=True, cadence="P9M")
    assert caught.value.code == "node.not_our_turn"
    two.both(two.dz, "group/wg-sahel", "amend", cadence="P9M")
    assert two.book(two.us).standings["group/wg-sahel"].fields["cadence"] == "P9M"


def test_a_former_office_cannot_act_and_its_successor_can(two: Cooperating) -> None:
    two.group()
    changed_ms = two.two.clock.now_ms + MS_PER_DAY
    give_offices(two.us, two.agreement_id, us_offices(changed_ms), office="norfolk-desk")
    two.exchange()
    two.two.clock.now_ms = changed_ms + 1
    with pytest.raises(InvalidInput) as caught:
        two.propose(two.us, "meeting", "wg-sahel-1")
    assert caught.value.code == "cooperation.office_may_not_sign"
    two.make(two.dz, "group/wg-sahel", "amend", sign=True, cadence="P6M")
    two.exchange()
    series = series_of("group/wg-sahel")
    (text,) = acts.state(two.us, two.agreement_id, series).tabled
    with pytest.raises(InvalidInput) as refused:
        acts.sign(two.us, two.agreement_id, series, text.hash, office="norfolk-desk")
    assert refused.value.code == "cooperation.office_may_not_sign"
    acts.sign(two.us, two.agreement_id, series, text.hash, office="norfolk-new-desk")
    two.exchange()
    assert two.book(two.dz).standings["group/wg-sahel"].fields["cadence"] == "P6M"
    assert two.same()


def test_a_later_list_of_offices_takes_back_nothing_that_was_signed_before(two: Cooperating) -> None:
    two.group()
    give_offices(two.us, two.agreement_id, [office("quite-another", 0)], office="quite-another")
    two.exchange()
    assert two.state(two.dz, "group/wg-sahel") == "established"
    assert two.same()


def test_a_decision_under_a_clause_that_is_not_at_work_is_refused(two: Cooperating) -> None:
    two.group()
    with pytest.raises(ComityError) as caught:
        two.propose(two.dz, "decision", "early", clause_refs=["5.1"])
    assert caught.value.code == "cooperation.clause_not_in_force"


def test_a_text_that_was_changed_after_a_signature_is_not_signed(two: Cooperating) -> None:
    two.group()
    two.make(two.dz, "group/wg-sahel", "amend", sign=True, terms=said("new terms"))
    two.exchange()
    (text,) = acts.state(two.us, two.agreement_id, series_of("group/wg-sahel")).tabled
    changed = {**text.document, "fields": {"terms": said("other terms")}}
    series, office = series_of("group/wg-sahel"), OFFICES["US"]
    with pytest.raises(InvalidInput) as caught:  # a rival would undo the signature that waits
        acts.table(two.us, two.agreement_id, series, changed, office=office, sign=True)
    assert caught.value.code == "node.text_waits"
    acts.sign(two.us, two.agreement_id, series, None, office=office)  # turned down, and it is the other's turn
    two.exchange()
    with pytest.raises(InvalidInput) as again:
        acts.table(two.dz, two.agreement_id, series, changed, office=OFFICES["DZ"], sign=True)
    assert again.value.code == "cooperation.texts_differ"


@pytest.mark.parametrize(("series", "code"), [("cooperation/group/other", "cooperation.act_misnamed")])
def test_an_act_stands_in_the_series_that_bears_its_records_name(two: Cooperating, series: str, code: str) -> None:
    two.group()
    two.make(two.dz, "group/wg-sahel", "amend", sign=False, cadence="P6M")
    (text,) = acts.state(two.dz, two.agreement_id, series_of("group/wg-sahel")).tabled
    with pytest.raises(InvalidInput) as caught:
        acts.table(two.dz, two.agreement_id, series, dict(text.document), office="algiers-desk", sign=True)
    assert caught.value.code == code


def test_money_and_deliveries_beyond_what_was_agreed_are_refused(two: Cooperating) -> None:
    two.case()
    value = {"amount_minor": 1_000_01, "currency": "USD"}
    two.flow(two.dz, "too-much", flow_kind="payment", amount=value)
    with pytest.raises(ComityError) as caught:
        two.make(two.dz, "flow/too-much", "claim", actual_ms=START_MS)
    assert caught.value.code == "cooperation.above_value"
    with pytest.raises(InvalidInput) as not_ordered:
        two.flow(two.us, "odd", flow_kind="delivery", item="tank", quantity=1)
    assert not_ordered.value.code == "cooperation.not_ordered"
    two.flow(two.dz, "first", flow_kind="payment", amount={"amount_minor": 400_00, "currency": "USD"})
    two.make(two.dz, "flow/first", "claim", actual_ms=START_MS)
    two.exchange()
    two.both(two.us, "flow/first", "confirm")
    assert [balance_of(two.book(node), "radars").paid_minor for node in (two.dz, two.us)] == [400_00] * 2


def test_what_is_open_is_handed_over_with_the_office_that_answers_for_it(two: Cooperating) -> None:
    two.group()
    invite(two.dz, OFFICES["DZ"], ("approver",), enters=False, made_by="test")
    two.propose(two.dz, "action", "ours")
    two.propose(two.us, "action", "theirs")
    two.exchange()
    (handed,) = hand_overs(two.dz)
    found = {each.item.subject: (each.item.owed_by, each.owner) for each in handed.found.open}
    assert found == {
        "group/wg-sahel": ("DZ", OFFICES["DZ"]),
        "action/ours": ("DZ", OFFICES["DZ"]),
        "action/theirs": ("US", OFFICES["DZ"]),
    }


def test_a_contract_case_is_one_process_of_ocds_and_the_same_bytes_on_both_nodes(two: Cooperating) -> None:
    two.case()
    two.flow(two.dz, "first", flow_kind="payment", amount={"amount_minor": 400_00, "currency": "USD"})
    two.make(two.dz, "flow/first", "claim", actual_ms=START_MS)
    two.exchange()
    two.both(two.us, "flow/first", "confirm")
    found = []
    for node in (two.dz, two.us):
        holding = two.dz.holding(two.agreement_id)  # one publisher: the file is the same, whoever writes it
        reading = books(node, node.holding(two.agreement_id)).of_agreed
        found.append(ocds(holding, reading, Publishing("bilateral", "ocds-example", "EXAMPLE-1")))
    assert found[0] == found[1]
    (record,) = json.loads(found[0])["records"]
    contract = record["compiledRelease"]["contracts"][0]
    assert (contract["status"], contract["value"]["amount"]) == ("pending", 1000)
    assert [each["value"]["amount"] for each in contract["implementation"]["transactions"]] == [400]
    public = json.loads(ocds(two.dz.holding(two.agreement_id), reading, Publishing("public", "ocds-example", "X")))
    assert public["records"] == []  # the case is bilateral: nothing of it is public


def test_the_steps_of_a_contract_case_share_one_rendering_of_a_flow_until_it_changes(two: Cooperating) -> None:
    two.case()
    for name in ("first", "second"):
        two.flow(two.dz, name, flow_kind="payment", amount={"amount_minor": 400_00, "currency": "USD"})
        two.make(two.dz, f"flow/{name}", "claim", actual_ms=START_MS)
        two.exchange()
        two.both(two.us, f"flow/{name}", "confirm")
    reading = books(two.us, two.us.holding(two.agreement_id)).of_agreed
    (case,) = cases(reading, "bilateral")
    one, other = (step.flows for step in case.steps if step.flows)
    assert [(each.flow["id"], each.state) for each in other] == [("first", "confirmed"), ("second", "confirmed")]
    assert [each.flow["id"] for each in one] == ["first"]
    assert other[0] is one[0]


def test_a_release_lists_what_was_claimed_by_then_and_a_file_that_would_be_too_long_is_refused(
    two: Cooperating, monkeypatch: pytest.MonkeyPatch
) -> None:
    two.case()
    for name in ("planned", "claimed", "paid"):
        two.flow(two.dz, name, flow_kind="payment", amount={"amount_minor": 100_00, "currency": "USD"})
    for name in ("claimed", "paid"):
        two.make(two.dz, f"flow/{name}", "claim", actual_ms=START_MS)
    two.exchange()
    two.both(two.us, "flow/paid", "confirm")
    reading = books(two.us, two.us.holding(two.agreement_id)).of_agreed
    (case,) = cases(reading, "bilateral")
    assert [(each.flow["id"], each.state) for each in case.steps[-1].flows] == [
        ("claimed", "claimed"),
        ("paid", "confirmed"),
    ]
    monkeypatch.setattr(cooperation_exports, "MOST_LISTED", 1)
    with pytest.raises(InvalidInput) as refused:
        list(cases(reading, "bilateral"))
    assert refused.value.code == "node.export_too_long"


def test_an_act_written_by_other_software_that_does_not_count_changes_nothing_and_says_why(two: Cooperating) -> None:
    two.group()
    standing = two.book(two.us).standings["group/wg-sahel"]
    document = act_document(
        example=True,
        kind="group",
        record="wg-sahel",
        move="dissolve",
        follows=standing.head,
        seen=(0, 0),
        fields={},
        after=standing.fields,
    )
    two.write(two.us, message_entry(document=document, office="x", at_ms=two.two.clock(), salt=bytes(SALT_BYTES)))
    two.exchange()
    for node in (two.dz, two.us):
        (left_out,) = two.book(node).not_counted
        assert left_out.why.code == "ground.move_lacks_signatures"
        assert two.state(node, "group/wg-sahel") == "established"


def adopting(pinned: str) -> dict[str, str]:
    return {"kind": "adopt_template", "subject": "exercise", "argument": pinned}


def office(name: str, since_ms: int, **rest: Any) -> dict[str, Any]:
    return {"id": name, "title": said(name), "roles": ["approver"], "since_ms": since_ms, **rest}


def us_offices(changed_ms: int) -> list[dict[str, Any]]:
    return [
        office("norfolk-desk", 0, until_ms=changed_ms),
        office("norfolk-new-desk", changed_ms, succeeds="norfolk-desk"),
    ]


def text(word: str) -> str:
    return f'{{ ar = "مثال {word}", en = "EXAMPLE {word}", fr = "EXEMPLE {word}" }}'


SIXTH = f"""
schema = "comity/template/1"
id = "visit"
title = {text("visit")}
initial = "proposed"

[roles]
guest = {text("guest")}
host = {text("host")}

[states.proposed]
title = {text("proposed")}

[states.agreed]
title = {text("agreed")}

[states.over]
title = {text("over")}
final = true

[[move]]
name = "agree"
title = {text("agree")}
from = ["proposed"]
to = "agreed"
by = "any"
sign = "both"

[[move]]
name = "end"
title = {text("end")}
from = ["agreed"]
to = "over"
by = "any"
sign = "both"
"""
