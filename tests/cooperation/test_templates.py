"""Each template from its first state to each of its ends; what stops it on the way; and a sixth without code."""

import tomllib

import pytest

from comity.cooperation import (
    TEMPLATE_SCHEMA,
    balance_of,
    critical_dates,
    progress_of,
    read_template,
    rendering,
    unit_costs_of,
)
from comity.cooperation.templates import check_details
from comity.files.initiatives import initiative_templates
from comity.ground import InvalidInput, Refused, lifecycle_faults
from tests.agreement.documents import text
from tests.cooperation.two_logs import DAY_MS, INITIATIVES, START_MS, TEMPLATES, Desks, framework

VALUE = {"amount_minor": 1_000_00, "currency": "USD"}
ITEMS = [{"id": "radar", "title": text("radar"), "category": "sensors", "quantity": 2, "unit": "piece"}]
DONE = {"status": "done", "on": "2025-07-01"}
CASE = "initiative/case"
SALE = {"recipient": "DZ", "supplier": "US"}


def begun(template, roles, **fields):
    desks = Desks()
    desks.group()
    desks.adopt(template)
    desks.initiative(template, "case", roles, **fields)
    return desks


def offered():
    desks = begun("contract_case", SALE)
    desks.move("DZ", CASE, "request", items=ITEMS)
    desks.move("US", CASE, "offer", value=VALUE, items=ITEMS)
    return desks


def accepted():
    desks = offered()
    desks.move("US", CASE, "record_notice", details={"legislative_notice": DONE, "export_authorisation": DONE})
    desks.check("case", "risk_review")
    desks.check("case", "human_rights")
    desks.paper(CASE, "end_use_assurance", signed=True)
    desks.move("DZ", CASE, "accept")
    return desks


def delivering():
    desks = accepted()
    desks.flow("deposit", "payment", "DZ", initiative="case", amount={"amount_minor": 400_00, "currency": "USD"})
    desks.move("US", CASE, "implement")
    desks.move("US", CASE, "start_delivery")
    return desks


def serviced():
    desks = delivering()
    for name in ("first", "second"):
        desks.flow(name, "delivery", "US", initiative="case", item="radar", quantity=1)
    desks.move("US", CASE, "complete_services")
    return desks


def test_the_contract_case_runs_to_its_closing_a_year_after_the_last_delivery():
    desks = serviced()
    desks.move("DZ", CASE, "reconcile")
    desks.flow("balance", "payment", "DZ", initiative="case", amount={"amount_minor": 600_00, "currency": "USD"})
    desks.check("case", "end_use")
    desks.move("DZ", CASE, "close")
    assert desks.state(CASE) == "reconciling", "twelve months have not passed"
    desks.tick(365)
    desks.move("US", CASE, "close")
    assert desks.state(CASE) == "closed"
    assert desks.why_not() == ["cooperation.need_not_met"]
    assert balance_of(desks.book(), "case").left_minor == 0


def test_accepted_is_not_implemented_and_implemented_is_not_delivered():
    desks = accepted()
    desks.move("US", CASE, "implement")
    assert desks.state(CASE) == "accepted", "nothing is paid"
    desks.flow("deposit", "payment", "DZ", initiative="case", confirm=False, amount=VALUE)
    desks.move("US", CASE, "implement")
    assert desks.state(CASE) == "accepted", "a claim is no payment"
    desks.move("US", "flow/deposit", "confirm")
    desks.move("US", CASE, "implement")
    desks.move("US", CASE, "start_delivery")
    desks.flow("first", "delivery", "US", initiative="case", item="radar", quantity=1)
    desks.move("US", CASE, "complete_services")
    assert desks.state(CASE) == "delivering", "one of two is delivered"


@pytest.mark.parametrize("missing", ["notice", "risk_review", "human_rights", "assurance", "signed assurance"])
def test_a_case_is_not_accepted_while_one_gate_is_unmet(missing):
    desks = offered()
    if missing != "notice":
        desks.move("US", CASE, "record_notice", details={"legislative_notice": DONE, "export_authorisation": DONE})
    for each in ("risk_review", "human_rights"):
        if each != missing:
            desks.check("case", each)
    if missing != "assurance":
        desks.paper(CASE, "end_use_assurance", signed=missing != "signed assurance")
    desks.move("DZ", CASE, "accept")
    assert desks.state(CASE) == "offered"
    (why,) = [each.why for each in desks.book().not_counted]
    assert isinstance(why, Refused)
    assert why.article == "4"


def test_a_notice_says_done_or_not_required_and_nothing_of_its_content():
    desks = offered()
    desks.move("US", CASE, "record_notice", details={"legislative_notice": DONE | {"content": "secret"}})
    desks.move("US", CASE, "record_notice", details={"legislative_notice": {"status": "partly", "on": "2025-07-01"}})
    assert "details" not in desks.book().standings[CASE].fields
    assert desks.why_not() == ["agreement.breaks_schema"] * 2


@pytest.mark.parametrize("day", ["2026-02-30", "2025-13-01", "0000-01-01"])
def test_a_notice_of_a_day_that_no_calendar_has_does_not_count_though_it_has_the_form_of_one(day):
    desks = offered()
    desks.move("US", CASE, "record_notice", details={"legislative_notice": DONE | {"on": day}})
    assert "details" not in desks.book().standings[CASE].fields
    assert desks.why_not() == ["cooperation.no_such_day"]


@pytest.mark.parametrize("day", ["2026-02-30", "2025-02-29"])
def test_a_day_that_a_template_asks_for_is_one_of_the_calendar(day):
    document = tomllib.loads((INITIATIVES / "contract_case.toml").read_text("utf-8"))
    document["fields"]["inspected_on"] = {"title": text("inspected on"), "type": "date", "level": "public"}
    template = read_template(document)
    check_details(template, {"inspected_on": "2024-02-29"})
    with pytest.raises(InvalidInput, match="no calendar has"):
        check_details(template, {"inspected_on": day})


def test_while_it_is_reconciled_only_payments_move():
    desks = serviced()
    desks.move("DZ", CASE, "reconcile")
    desks.flow("late-spare", "delivery", "US", initiative="case", item="radar", quantity=1, confirm=False)
    desks.move("DZ", CASE, "amend", value={"amount_minor": 2_000_00, "currency": "USD"})
    assert desks.why_not() == ["cooperation.flow_not_now", "ground.no_such_move"]


def test_a_case_closes_early_only_with_a_reason_that_both_sign():
    desks = serviced()
    desks.move("DZ", CASE, "reconcile")
    desks.check("case", "end_use")
    desks.move("DZ", CASE, "close_early")
    assert desks.state(CASE) == "reconciling"
    desks.move("DZ", CASE, "close_early", details={"closure_waiver": text("nothing is left to check")})
    assert desks.state(CASE) == "closed"


def test_a_case_is_not_cancelled_while_a_payment_is_open():
    desks = accepted()
    desks.flow("deposit", "payment", "DZ", initiative="case", amount=VALUE, confirm=False)
    desks.move("DZ", CASE, "cancel")
    assert desks.state(CASE) == "accepted"
    desks.move("US", "flow/deposit", "cancel")
    desks.move("DZ", CASE, "cancel")
    assert desks.state(CASE) == "cancelled"


def test_a_check_that_is_only_planned_opens_no_gate():
    desks = offered()
    desks.move("US", CASE, "record_notice", details={"legislative_notice": DONE, "export_authorisation": DONE})
    desks.check("case", "human_rights")
    desks.paper(CASE, "end_use_assurance", signed=True)
    desks.propose("DZ", "check", "risks", initiative="case", check_kind="risk_review")
    desks.move("DZ", CASE, "accept")
    assert desks.state(CASE) == "offered"
    assert "check:risk_review" in str(desks.book().not_counted[-1].why)


def test_only_the_supplier_offers_and_nobody_withdraws_after_acceptance():
    desks = begun("contract_case", SALE)
    desks.move("DZ", CASE, "request", items=ITEMS)
    desks.move("DZ", CASE, "offer", value=VALUE, items=ITEMS)
    assert desks.why_not() == ["cooperation.not_this_party"]
    desks = accepted()
    desks.move("DZ", CASE, "withdraw")
    assert desks.state(CASE) == "accepted"
    desks.move("DZ", CASE, "cancel")
    assert desks.state(CASE) == "cancelled"


@pytest.mark.parametrize(("party", "when"), [("DZ", "exploratory"), ("US", "offered")])
def test_a_case_is_withdrawn_by_either_before_acceptance(party, when):
    desks = begun("contract_case", SALE) if when == "exploratory" else offered()
    desks.move(party, CASE, "withdraw")
    assert desks.state(CASE) == "withdrawn"


def test_a_suspension_states_its_reason_and_both_end_it():
    desks = delivering()
    desks.move("DZ", CASE, "suspend")
    assert desks.state(CASE) == "delivering"
    desks.move("DZ", CASE, "suspend", details={"suspension_reason": text("a storm")})
    assert desks.state(CASE) == "suspended"
    desks.move("US", CASE, "resume")
    assert desks.state(CASE) == "delivering"


def test_a_partnership_stops_at_its_unmet_export_check():
    desks = begun("tech_partnership", {"lead": "US", "partner": "DZ"})
    words = {each: text(each) for each in ("workshare", "intellectual_property", "publication")}
    desks.move("DZ", CASE, "revise", details=words)
    desks.paper(CASE, "joint_statement", signed=True)
    desks.move("DZ", CASE, "agree")
    desks.move("US", CASE, "start")
    assert desks.state(CASE) == "agreed"
    assert "check:export_control" in str(desks.book().not_counted[-1].why)
    desks.check("case", "export_control")
    desks.move("US", CASE, "start")
    desks.paper(CASE, "review_report")
    desks.move("US", CASE, "review")
    desks.paper(CASE, "deliverable_report")
    desks.move("US", CASE, "amend", indicators=[indicator("papers", measured=5)])
    desks.move("US", CASE, "deliver")
    desks.move("US", CASE, "close")
    assert desks.state(CASE) == "closed"


def indicator(name, measured=None):
    found = {"id": name, "title": text(name), "unit": "count", "baseline_milli": 0, "target_milli": 10_000}
    results = (
        [{"on": "2025-09-01", "value_milli": measured * 1000, "source": "a published table"}] if measured else None
    )
    return found | ({"measured": results} if results else {})


def test_an_exercise_is_held_on_its_day_and_ends_with_its_review():
    desks = begun("exercise", {"host": "DZ", "guest": "US"})
    starts_ms = desks.now_ms + 40 * DAY_MS
    words = {"activity": "training", "objectives": text("find and recover")}
    desks.move("US", CASE, "revise", details=words, starts_ms=starts_ms)
    desks.move("DZ", CASE, "agree")
    desks.paper(CASE, "exercise_plan")
    desks.move("DZ", CASE, "plan")
    desks.move("DZ", CASE, "conduct")
    assert desks.state(CASE) == "planned", "its day has not come"
    desks.tick(40)
    desks.move("DZ", CASE, "conduct")
    desks.paper(CASE, "after_action_report")
    desks.check("case", "exercise_review")
    desks.move("US", CASE, "review")
    assert desks.state(CASE) == "reviewed"


def agreed_investment(sector, **details):
    desks = begun("investment", {"host": "DZ", "investor": "US"})
    desks.move("US", CASE, "revise", details={"sector": sector})
    desks.paper(CASE, "feasibility_study", by="US")
    conditions = {"environmental_conditions": text("closed water circuit")} | details
    desks.move("US", CASE, "study", details=conditions, value=VALUE)
    desks.check("case", "environment")
    desks.move("DZ", CASE, "agree")
    return desks


def test_minerals_go_from_exploration_to_production_and_no_other_road():
    desks = agreed_investment("minerals", output_tonnes=5_000)
    desks.paper(CASE, "land_title")
    desks.move("DZ", CASE, "secure_site")
    assert desks.why_not() == ["cooperation.need_not_met"], "that road is for data centres"
    desks.move("US", CASE, "explore")
    desks.paper(CASE, "licence", signed=True)
    desks.move("DZ", CASE, "license")
    desks.paper(CASE, "offtake_agreement", signed=True)
    desks.move("DZ", CASE, "agree_offtake")
    desks.flow("royalty", "payment", "US", initiative="case", amount={"amount_minor": 100, "currency": "USD"})
    desks.move("US", CASE, "produce")
    desks.paper(CASE, "final_report")
    desks.move("US", CASE, "close")
    assert desks.state(CASE) == "closed"


def test_a_data_centre_goes_from_its_site_to_operation():
    desks = agreed_investment("data_centre", data_location=text("in the host country"))
    desks.paper(CASE, "land_title")
    desks.move("DZ", CASE, "secure_site")
    desks.move("DZ", CASE, "secure_power", details={"capacity_mw": 40, "water_m3": 9_000, "link_gbit_s": 400})
    desks.move("US", CASE, "build")
    desks.check("case", "acceptance")
    desks.move("US", CASE, "operate")
    desks.move("US", CASE, "amend", milestones=[milestone("opening", done_ms=1), milestone("second hall"[:6])])
    assert progress_of(desks.book().standings[CASE]) * 2 == 1
    desks.paper(CASE, "final_report")
    desks.move("US", CASE, "close")
    assert desks.state(CASE) == "closed"


def milestone(name, done_ms=None):
    found = {"id": name, "title": text(name), "due_ms": START_MS}
    return found | ({"done_ms": done_ms} if done_ms else {})


def test_two_offers_compare_by_cost_per_megawatt_and_per_tonne():
    desks = begun("investment", {"host": "DZ", "investor": "US"})
    desks.move("US", CASE, "revise", value=VALUE, details={"capacity_mw": 40})
    desks.initiative(
        "investment",
        "dearer",
        {"host": "DZ", "investor": "US"},
        value={"amount_minor": 3_000_00, "currency": "USD"},
        details={"capacity_mw": 60, "output_tonnes": 3},
    )
    costs = [unit_costs_of(desks.book().standings[f"initiative/{each}"]) for each in ("case", "dearer")]
    assert costs == [{"cost_per_mw": 2_500}, {"cost_per_mw": 5_000, "cost_per_tonne": 100_000}]


def test_a_campaign_reports_only_with_a_measured_indicator():
    desks = begun("tourism_campaign", {"host": "DZ", "partner": "US"})
    desks.move("US", CASE, "revise", value=VALUE, indicators=[indicator("visitors")], details={"objective": text("o")})
    desks.move("DZ", CASE, "agree")
    desks.move("DZ", CASE, "start")
    desks.paper(CASE, "report")
    desks.move("DZ", CASE, "report")
    assert desks.state(CASE) == "running"
    desks.move("DZ", CASE, "record_result", indicators=[indicator("visitors", measured=7)])
    desks.move("DZ", CASE, "report")
    assert desks.state(CASE) == "reported"


def test_an_initiative_needs_a_decision_of_both_that_adopts_its_very_template():
    desks = Desks()
    desks.group()
    desks.initiative("exercise", "case", {"host": "DZ", "guest": "US"})
    desks.adopt("tourism_campaign")
    desks.initiative("exercise", "case", {"host": "DZ", "guest": "US"})
    assert desks.why_not() == ["cooperation.template_not_adopted"] * 2
    desks.adopt("exercise")
    desks.initiative("exercise", "case", {"host": "DZ", "guest": "US"})
    desks.move("DZ", "decision/adopt-exercise", "revoke")
    desks.initiative("exercise", "other", {"host": "DZ", "guest": "US"})
    assert "initiative/other" not in desks.book().standings, "the decision was revoked"
    desks.move("DZ", CASE, "cancel")
    assert desks.state(CASE) == "cancelled", "a running initiative keeps its template"


@pytest.mark.parametrize("roles", [{"host": "DZ"}, {"host": "DZ", "guest": "FR"}, {"host": "DZ", "guest": "DZ"}])
def test_every_role_of_a_template_is_filled_by_a_party(roles):
    desks = Desks()
    desks.group()
    desks.adopt("exercise")
    desks.initiative("exercise", "case", roles)
    assert desks.why_not() == ["cooperation.unknown_reference"]


def test_a_sixth_kind_is_one_file_and_runs():
    desks = Desks(framework=framework(templates={SIXTH.hash: SIXTH}))
    desks.group()
    desks.adopt(SIXTH.hash)
    pinned = {"template": "area_studies", "template_hash": SIXTH.hash, "roles": {"school": "US", "centre": "DZ"}}
    desks.propose("DZ", "initiative", "case", **pinned)
    with pytest.raises(InvalidInput, match="own_view is national"):
        desks.act("initiative", "case", "agree", {"details": {"own_view": text("x")}})
    desks.move("US", CASE, "agree", details={"subject": text("languages of the desert")})
    desks.paper(CASE, "study")
    desks.move("DZ", CASE, "publish")
    standing = desks.book().standings[CASE]
    assert standing.state == "published"
    shown = rendering({**standing.document, "level": "public"}, "public", at_ms=0, details=SIXTH.levels)
    assert shown is not None
    assert shown["details"] == {"subject": text("languages of the desert")}


SIXTH = read_template(
    tomllib.loads("""
schema = "comity/template/1"
id = "area_studies"
title = { ar = "دراسات", en = "Area studies", fr = "Études régionales" }
initial = "proposed"
[roles]
school = { ar = "مدرسة", en = "School", fr = "École" }
centre = { ar = "مركز", en = "Centre", fr = "Centre" }
[fields.subject]
title = { ar = "الموضوع", en = "Subject", fr = "Sujet" }
type = "text"
level = "public"
[fields.own_view]
title = { ar = "رأينا", en = "Our view", fr = "Notre avis" }
type = "text"
level = "national"
[states.proposed]
title = { ar = "مقترح", en = "Proposed", fr = "Proposé" }
remind = "P30D"
[states.agreed]
title = { ar = "متفق عليه", en = "Agreed", fr = "Convenu" }
[states.published]
title = { ar = "منشور", en = "Published", fr = "Publié" }
final = true
[[move]]
name = "agree"
title = { ar = "اتفاق", en = "Agree", fr = "Convenir" }
from = ["proposed"]
to = "agreed"
by = "any"
sign = "both"
needs = ["field:subject"]
[[move]]
name = "publish"
title = { ar = "نشر", en = "Publish", fr = "Publier" }
from = ["agreed"]
to = "published"
by = "centre"
sign = "one"
needs = ["document:study"]
""")
)


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda each: each.id)
def test_a_shipped_template_is_sound_and_every_end_and_move_can_be_named(template):
    assert lifecycle_faults(template.life) == ()
    assert set(template.state_titles) == set(template.life.moves)
    assert set(template.move_titles) == {name for moves in template.life.moves.values() for name in moves}
    assert any(each.level == "national" for each in template.fields.values())


def test_the_shipped_templates_are_read_from_the_package():
    assert {each.id: each.hash for each in initiative_templates()} == {
        each.id: each.hash for each in TEMPLATES.values()
    }


def test_one_word_changed_in_a_template_makes_another_hash():
    document = tomllib.loads((INITIATIVES / "exercise.toml").read_text("utf-8"))
    document["title"]["fr"] += "."
    assert read_template(document).hash != TEMPLATES["exercise"].hash


def faulty(**changes):
    return tomllib.loads((INITIATIVES / "exercise.toml").read_text("utf-8")) | changes


def with_move(**changes):
    document = faulty()
    move = document["move"][0] | {"name": "odd", "from": ["proposed"], "to": "agreed", "needs": [], "sets": []}
    document["move"].append(move | changes)
    return document


def with_state(name, **changes):
    document = faulty()
    document["states"][name] = {"title": text(name)} | changes
    return document


def with_dead_end():
    document = with_state("limbo")
    document["move"].append(document["move"][0] | {"name": "odd", "from": ["proposed"], "to": "limbo"})
    return document


def with_circle():
    document = with_dead_end()
    document["move"].append(document["move"][0] | {"name": "round", "from": ["limbo"], "to": "limbo"})
    return document


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (faulty(initial="nowhere"), "unknown_state at nowhere"),
        (with_move(to="nowhere"), "unknown_state at nowhere"),
        (with_move(**{"from": ["nowhere"]}), "unknown_state at nowhere"),
        (with_move(**{"from": ["reviewed"]}), "way_out_of_final at reviewed"),
        (with_move(name="agree"), "move_twice at agree"),
        (with_move(by="stranger"), "unknown_role at odd: stranger"),
        (with_move(needs=["field:colour"]), "unknown_field at odd: colour"),
        (with_move(needs=["field:activity=war"]), "unknown_choice at odd: activity=war"),
        (with_move(needs=["elapsed:nowhere/P1D"]), "unknown_state at odd: nowhere/P1D"),
        (with_move(sets=["colour"]), "unknown_field at odd: colour"),
        (with_state("island", final=True), "unreachable at island"),
        (with_dead_end(), "dead_end at limbo"),
        (with_circle(), "dead_end at limbo"),
        (faulty(pays="stranger"), "unknown_role at stranger"),
        (faulty(unit_cost={"odd": {"title": text("odd"), "per": "objectives"}}), "unknown_field at objectives"),
    ],
)
def test_a_faulty_template_is_refused_and_says_where(document, said):
    with pytest.raises(InvalidInput, match=said) as found:
        read_template(document)
    assert found.value.code == "cooperation.template_faulty"


@pytest.mark.parametrize(
    "need",
    [
        "weather:fine",
        "payment:some",
        "elapsed:agreed",
        "clause:nice",
        "check:mood",
        "field:a b",
        "document:x/y",
        "field:",
    ],
)
def test_a_need_outside_the_vocabulary_is_refused(need):
    with pytest.raises(InvalidInput, match="pattern"):
        read_template(with_move(needs=[need]))
    assert TEMPLATE_SCHEMA["additionalProperties"] is False


def test_a_state_that_rests_too_long_is_on_the_list_of_critical_dates():
    desks = begun("exercise", {"host": "DZ", "guest": "US"})
    began_ms = desks.book().standings[CASE].since_ms
    desks.tick(31)
    (due,) = [each for each in critical_dates(desks.book()) if each.key == CASE and each.what == "state"]
    assert (due.due_ms, due.late) == (began_ms + 30 * DAY_MS, True)
