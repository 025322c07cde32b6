"""What must not count: former offices, sums that do not hold, dead clauses, names that stand for nothing."""

from dataclasses import replace

import pytest

from comity.agreement import hand_over, read_agreement, read_decision, read_offices, versions
from comity.cooperation import balance_of, contributions, obligations, open_items, read_record, recounted
from comity.ground import InvalidInput
from tests.agreement.documents import decision, text
from tests.cooperation.test_templates import CASE, ITEMS, SALE, VALUE, accepted, begun, delivering
from tests.cooperation.two_logs import DAY_MS, START_MS, Desks, envelope, framework, memorandum


def offices(party, *listed):
    document = {"schema": "comity/offices/1", "example": True, "agreement": "sky", "party": party}
    return read_offices(document | {"offices": list(listed)}, read_agreement(memorandum()))


def office(name, **changes):
    return {"id": name, "title": text(name), "roles": ["approver"], "since_ms": 0} | changes


CHANGE_MS = START_MS + 3 * DAY_MS
US_OFFICES = offices(
    "US", office("us-desk", until_ms=CHANGE_MS), office("us-new-desk", since_ms=CHANGE_MS, succeeds="us-desk")
)


def changing():
    desks = Desks(framework=framework(offices={"US": US_OFFICES}))
    desks.propose("US", "group", "wg-sky")
    desks.tick(10)
    return desks


def test_a_former_office_cannot_sign_and_its_successor_can():
    desks = changing()
    desks.move("DZ", "group/wg-sky", "establish")
    assert desks.state("group/wg-sky") == "proposed"
    assert desks.why_not() == ["cooperation.office_may_not_sign"]
    desks.offices["US"] = "us-new-desk"
    desks.move("DZ", "group/wg-sky", "establish")
    assert desks.state("group/wg-sky") == "established"


def test_an_office_without_the_role_or_not_on_the_list_cannot_sign():
    drafter = offices("US", office("us-desk", roles=["drafter"]))
    for listed in (drafter, offices("US", office("another"))):
        desks = Desks(framework=framework(offices={"US": listed}))
        desks.propose("US", "group", "wg-sky")
        assert desks.why_not() == ["cooperation.office_may_not_sign"]


def test_after_all_offices_have_changed_everything_open_has_an_owner_and_old_acts_still_count():
    desks = changing()
    items = open_items(desks.book())
    handed = hand_over("US", [], items, US_OFFICES, at_ms=desks.now_ms)
    assert [each.owner for each in handed.open] == ["us-new-desk"]
    assert desks.state("group/wg-sky") == "proposed"


def test_a_payment_above_the_value_does_not_count_until_both_amend_it():
    desks = delivering()
    rest = {"amount_minor": 600_01, "currency": "USD"}
    desks.flow("too-much", "payment", "DZ", initiative="case", amount=rest, confirm=False)
    assert desks.state("flow/too-much") == "planned"
    assert desks.why_not() == ["cooperation.above_value"]
    desks.move("US", CASE, "amend", value={"amount_minor": 1_000_01, "currency": "USD"})
    desks.move("DZ", "flow/too-much", "claim", actual_ms=1)
    desks.move("US", "flow/too-much", "confirm")
    assert balance_of(desks.book(), "case").left_minor == 0


def test_two_claims_that_fit_one_by_one_cannot_both_be_confirmed():
    desks = delivering()
    most = {"amount_minor": 500_00, "currency": "USD"}
    for name in ("one", "two"):
        desks.flow(name, "payment", "DZ", initiative="case", amount=most, confirm=False)
    assert balance_of(desks.book(), "case").claimed_minor == 1_000_00
    for name in ("one", "two"):
        desks.move("US", f"flow/{name}", "confirm")
    assert [desks.state(f"flow/{each}") for each in ("one", "two")] == ["confirmed", "claimed"]
    assert balance_of(desks.book(), "case").paid_minor == 900_00


def test_what_is_paid_back_is_taken_off_and_never_more_than_was_paid():
    desks = delivering()
    desks.flow("back", "payment", "US", initiative="case", amount={"amount_minor": 400_01, "currency": "USD"})
    assert desks.why_not()[0] == "cooperation.above_value"
    desks.flow("back-less", "payment", "US", initiative="case", amount={"amount_minor": 100_00, "currency": "USD"})
    assert balance_of(desks.book(), "case").paid_minor == 300_00


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"item": "tank", "quantity": 1}, "cooperation.not_ordered"),
        ({"item": "radar", "quantity": 3}, "cooperation.above_order"),
    ],
)
def test_what_was_not_ordered_is_not_delivered(fields, code):
    desks = delivering()
    desks.flow("odd", "delivery", "US", initiative="case", confirm=False, **fields)
    assert desks.why_not()[0] == code
    assert balance_of(desks.book(), "case").delivered == {"radar": 0}


def test_a_payment_in_another_currency_and_one_before_a_value_was_agreed_do_not_count():
    desks = delivering()
    desks.flow("euros", "payment", "DZ", initiative="case", amount=VALUE | {"currency": "EUR"}, confirm=False)
    desks = begun("contract_case", SALE)
    desks.flow("early", "payment", "DZ", initiative="case", amount=VALUE, confirm=False)
    assert desks.why_not()[0] == "cooperation.no_value_agreed"


@pytest.mark.parametrize(
    "terms",
    [
        {"value": VALUE | {"amount_minor": 399_99}},
        {"value": VALUE | {"currency": "EUR"}},
        {"items": [ITEMS[0] | {"id": "other"}]},
    ],
)
def test_an_amendment_cannot_fall_below_what_was_confirmed(terms):
    desks = delivering()
    desks.flow("first", "delivery", "US", initiative="case", item="radar", quantity=1)
    desks.move("US", CASE, "amend", **terms)
    assert desks.why_not() == ["cooperation.below_confirmed"]


def test_a_decision_that_cites_a_clause_that_waits_counts_only_once_it_is_at_work():
    desks = Desks()
    desks.group()
    desks.propose("DZ", "decision", "too-early", clause_refs=["3"])
    assert desks.why_not() == ["cooperation.clause_not_in_force"]
    read = read_decision(decision(), read_agreement(memorandum()))
    at_work = framework(put_to_work=((read, desks.now_ms - 1),))
    assert "decision/too-early" in replace(desks, framework=at_work).book().standings
    later = framework(put_to_work=((read, desks.now_ms + 1),))
    assert "decision/too-early" not in replace(desks, framework=later).book(desks.now_ms + 2).standings


def test_nothing_counts_before_the_agreement_is_in_force_or_after_it_has_ended():
    for law in (
        framework(versions=versions(memorandum(), (), agreed_ms=START_MS + 999 * DAY_MS)),
        framework(ends_ms=START_MS),
    ):
        desks = Desks(framework=law)
        desks.propose("DZ", "group", "wg-sky")
        assert desks.why_not() == ["cooperation.clause_not_in_force"]


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("meeting", {"group": "wg-none"}),
        ("decision", {"from_meeting": "none"}),
        ("action", {"from_decision": "none"}),
        ("action", {"depends_on": ["none"]}),
        ("flow", {"flow_kind": "payment", "initiative": "none", "amount": VALUE, "from_party": "DZ", "to_party": "US"}),
        ("check", {"initiative": "none", "check_kind": "audit"}),
        ("check", {"initiative": "none", "check_kind": "audit", "host_party": "FR"}),
        ("document", {"about": ["meeting/none"], "document_kind": "report"}),
        ("group", {"domains": ["sea"]}),
        ("group", {"owner_party": "FR"}),
        ("group", {"example": False}),
        ("group", {"supersedes": "none"}),
    ],
)
def test_a_record_speaks_only_of_what_is_there(kind, fields):
    desks = Desks()
    desks.group()
    desks.propose("DZ", kind, "odd", **fields)
    assert f"{kind}/odd" not in desks.book().standings
    assert desks.why_not() == ["cooperation.unknown_reference"]


def test_one_party_sets_alone_only_what_the_life_of_the_record_says():
    desks = Desks()
    desks.group()
    desks.propose("DZ", "action", "report")
    desks.say("DZ", desks.act("action", "report", "claim_done", {"due_ms": START_MS + 999 * DAY_MS}))
    assert desks.why_not() == ["cooperation.field_not_to_set"]
    desks.move("US", "action/report", "claim_done")
    assert desks.why_not()[1:] == ["cooperation.not_this_party"]
    desks.move("DZ", "action/report", "claim_done")
    desks.move("DZ", "action/report", "send_back")
    assert desks.state("action/report") == "done_claimed", "only the other party sends it back"
    desks.move("US", "action/report", "accept")
    assert desks.state("action/report") == "accepted"


def test_obligations_are_done_open_late_or_dropped_by_the_day_alone():
    desks = Desks()
    desks.group()
    for name in ("one", "two", "three"):
        desks.propose("DZ", "action", name)
    desks.move("DZ", "action/one", "claim_done")
    desks.move("US", "action/one", "accept")
    desks.move("US", "action/two", "drop")
    assert {each.key: each.fulfilment for each in obligations(desks.book())} == {
        "action/one": "done",
        "action/three": "open",
        "action/two": "dropped",
    }
    desks.tick(365)
    assert [each.fulfilment for each in obligations(desks.book())] == ["done", "late", "dropped"]


def test_who_brought_what_is_summed_by_domain_party_and_unit():
    desks = begun("exercise", {"host": "DZ", "guest": "US"})
    words = {"activity": "training", "objectives": text("find")}
    desks.move("US", CASE, "revise", details=words, starts_ms=START_MS)
    desks.move("DZ", CASE, "agree")
    for name, giver, hours in (("a", "DZ", 3), ("b", "DZ", 4), ("c", "US", 5)):
        desks.flow(name, "contribution", giver, initiative="case", quantity=hours, unit="flight_hour")
    desks.flow("claimed", "contribution", "US", initiative="case", quantity=99, unit="flight_hour", confirm=False)
    lines = [(each.domain, each.party, each.unit, each.amount) for each in contributions(desks.book())]
    assert lines == [("sky", "DZ", "flight_hour", 7), ("sky", "US", "flight_hour", 5)]


def test_a_disputed_payment_waits_and_counts_only_when_both_confirm_it():
    desks = accepted()
    desks.flow("deposit", "payment", "DZ", initiative="case", amount=VALUE, confirm=False)
    desks.move("DZ", "flow/deposit", "dispute")
    desks.move("US", "flow/deposit", "dispute")
    assert desks.state("flow/deposit") == "disputed", "the receiver disputes, the giver cannot"
    assert balance_of(desks.book(), "case").paid_minor == 0
    desks.move("US", "flow/deposit", "confirm", amount=VALUE | {"amount_minor": 900_00})
    found = balance_of(desks.book(), "case")
    assert (found.paid_minor, found.claimed_minor) == (900_00, 0)
    assert found == recounted(desks.book(), "case")


PLAN = {"template": "exercise", "template_hash": "sha256:" + "0" * 64, "roles": {"host": "DZ", "guest": "US"}}
LINE = {"id": "radio", "title": text("radio"), "category": "radios", "quantity": 1, "unit": "unit"}
MEASURED = {
    "id": "visitors",
    "title": text("visitors"),
    "unit": "person",
    "baseline_milli": 0,
    "target_milli": 1,
    "measured": [{"on": "2025-02-30", "value_milli": 1, "source": "a survey"}],
}
BLOCK = {"field": "place", "reason_code": "negotiation", "reason": text("later"), "decided_by": "d-1"}
TWICE = [{"language": "en", "media_type": "text/plain", "sha256": "sha256:" + each * 64} for each in "ab"]


@pytest.mark.parametrize(
    ("kind", "changes", "said"),
    [
        ("meeting", {"ends_ms": 1}, "ends_ms"),
        ("meeting", {"visibility": {"colour": "public"}}, "colour"),
        ("meeting", {"visibility": {"place": "national"}}, "place"),
        ("document", {"document_kind": "x", "about": ["meeting/a"], "on": "2025-02-30"}, "on"),
        ("flow", {"flow_kind": "payment", "from_party": "DZ", "to_party": "DZ", "amount": VALUE}, "to_party"),
        ("flow", {"flow_kind": "payment", "from_party": "DZ", "to_party": "US"}, "amount"),
        ("flow", {"flow_kind": "contribution", "from_party": "DZ", "to_party": "US", "quantity": 1}, "unit"),
        ("initiative", PLAN | {"value": {"amount_minor": -1, "currency": "USD"}}, "value"),
        ("initiative", PLAN | {"items": [LINE, LINE | {"quantity": 2}]}, "items"),
        ("initiative", PLAN | {"starts_ms": 2, "ends_ms": 1}, "ends_ms"),
        ("initiative", PLAN | {"indicators": [MEASURED]}, "indicators"),
        ("meeting", {"withheld": [BLOCK | {"public_on": "2025-13-01"}]}, "public_on"),
        ("document", {"document_kind": "x", "about": ["meeting/a"], "renditions": TWICE}, "renditions"),
    ],
)
def test_a_record_that_contradicts_itself_is_refused_by_the_name_of_its_field(kind, changes, said):
    from tests.cooperation.two_logs import EXAMPLES

    owner = {"owner_party": "DZ", "owner_office": "dz-desk"}
    document = {"schema": f"comity/{kind}/1"} | envelope("odd") | owner | EXAMPLES[kind] | changes
    with pytest.raises(InvalidInput, match=said) as found:
        read_record(document)
    assert found.value.code == "cooperation.field_contradicts"


def test_a_document_of_no_known_kind_is_refused():
    unknown: list[object] = [{}, [], {"schema": "comity/spell/1"}]
    for document in unknown:
        with pytest.raises(InvalidInput, match="no record of cooperation"):
            read_record(document)


def test_a_refused_form_names_every_fault_of_its_fields_at_once():
    fields = envelope("wg-sky") | {"cadence": "often", "domains": []}
    with pytest.raises(InvalidInput) as refused:
        read_record({"schema": "comity/group/1", **fields})
    said = refused.value.sentence("why")
    assert all(each in said for each in ("cadence: ", "domains: ", "'terms'", "'co_chairs'")), said
