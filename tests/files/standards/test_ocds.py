"""OCDS: what the official library finds in 500 drawn cases (nothing), and what a release says at each step.

Authority: libcoveocds 0.17.0 (AGPL-3.0) and ocdsmerge, run in an environment of their own and without a network
(`benchmarks/ocds_checker.py`; `make soak` makes the environment and names it in COMITY_STANDARDS_PYTHON), against the
schema of OCDS 1.1.5 in `../shared/data/cooperation`.
"""

import csv
import json
import os
import random
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.cooperation.values import REASONS
from comity.files.initiatives import initiative_templates
from comity.files.standards.money import decimal_text, json_number, minor_of
from comity.files.standards.ocds import EXTENSION, Publisher, record_package, release_package, releases
from comity.files.standards.ocds_cases import Case, FlowSeen, Step, case_of
from comity.ground import InvalidInput, instant_text
from tests.files.standards.records import DAY_MS, SIGNED_MS, delivery, initiatives, payment
from tests.shared_data import SHARED

ROOT = Path(__file__).resolve().parents[3]
ZIP = SHARED / "cooperation" / "ocds_schema_1__1__5.zip"
PYTHON = Path(os.environ.get("COMITY_STANDARDS_PYTHON", ROOT / ".venv-standards" / "bin" / "python"))
needs_the_official_library = pytest.mark.skipif(
    not (ZIP.is_file() and PYTHON.is_file()),
    reason="needs ../shared/data and libcoveocds in .venv-standards (`make soak` makes it)",
)

NAMES = {"DZ": {"ar": "الجزائر", "en": "Algeria", "fr": "Algérie"}, "US": {"en": "United States", "fr": "États-Unis"}}
EXTENSION_ADDRESS = "https://example.org/comity-ocds/extension.json"
PUBLISHER = Publisher("ocds-213czf", "EXAMPLE", "https://example.org/cases.json", EXTENSION_ADDRESS, NAMES, "fr")
MAP = {
    "tag": {"requested": "planning", "offered": "tender", "accepted": "contract", "implemented": "implementation"},
    "buyer": "recipient",
    "supplier": "supplier",
}
COURSES = [
    ["exploratory", "requested", "offered", "accepted", "implemented", "delivering", "services_complete", "closed"],
    ["exploratory", "requested", "offered", "withdrawn"],
    ["requested", "withdrawn"],
    ["offered", "accepted", "cancelled"],
    ["accepted", "implemented", "suspended", "delivering"],
    ["implemented"],
]
RECORD = {
    "id": "radios-2026",
    "title": {"ar": "أجهزة", "en": "Radios", "fr": "Radios"},
    "roles": {"recipient": "DZ", "supplier": "US"},
    "value": {"amount_minor": 12_000_050, "currency": "USD"},
    "items": [
        {"id": "i-1", "title": {"en": "Radio", "fr": "Radio"}, "category": "radios", "quantity": 9, "unit": "unit"}
    ],
    "milestones": [{"id": "m-1", "title": {"en": "First", "fr": "Premier"}, "due_ms": SIGNED_MS + 3 * DAY_MS}],
}


def case(course, record=RECORD, flows=()):
    steps = [Step(f"{record['id']}-{n}", SIGNED_MS + n * DAY_MS, each, record, flows) for n, each in enumerate(course)]
    return case_of("contract_case", MAP, steps)


def drawn_cases(count: int) -> list[Case]:
    """Cases of every course, with and without fields, the same in every run."""
    chance = random.Random(5)
    found = []
    for number in range(count):
        optional = {each for each in ("value", "items", "milestones") if chance.random() < 0.8}
        record = {name: each for name, each in RECORD.items() if name in optional | {"title", "roles"}}
        record |= {"id": f"case-{number}"}
        if chance.random() < 0.5:
            text = {"ar": "سر", "en": "secret", "fr": "secret"}
            record["withheld"] = [
                {"field": "value", "reason_code": chance.choice(REASONS), "reason": text, "decided_by": "d-1"}
                | ({"public_on": "2031-01-01"} if chance.random() < 0.5 else {})
            ]
        flows = [
            FlowSeen(payment(f"p-{number}", chance.randint(1, 10**9)), chance.choice(["claimed", "confirmed"])),
            FlowSeen(delivery(f"d-{number}"), chance.choice(["planned", "confirmed"])),
        ]
        found.append(case(chance.choice(COURSES), record, flows))
    return found


def said_by_the_official_library(*packages: Path) -> list[dict[str, Any]]:
    command = [str(PYTHON), str(ROOT / "benchmarks" / "ocds_checker.py"), str(ZIP), str(EXTENSION), *map(str, packages)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert run.returncode == 0, run.stderr[-2000:]
    return [json.loads(line) for line in run.stdout.splitlines()]


@needs_the_official_library
def test_500_cases_have_no_error_no_deprecated_and_no_undeclared_field(tmp_path):
    cases = drawn_cases(500)
    files = [tmp_path / "releases.json", tmp_path / "records.json"]
    files[0].write_bytes(release_package(cases, PUBLISHER, published_ms=SIGNED_MS))
    files[1].write_bytes(record_package(cases, PUBLISHER, published_ms=SIGNED_MS))
    for said in said_by_the_official_library(*files):
        assert said["validation_errors"] == []
        assert said["additional_fields"] == []
        assert said["deprecated_fields"] == []
        assert said["codelists"] == [{}, {}]
        assert said["invalid_extension"] == {}
        assert all(said.get("merged", []))  # its merge of the releases is our compiled release


@needs_the_official_library
def test_the_official_library_sees_what_is_wrong(tmp_path):
    package = orjson.loads(release_package(drawn_cases(1), PUBLISHER, published_ms=SIGNED_MS))
    package["releases"][0] |= {"tag": ["never"], "undeclared": 1, "date": "yesterday"}
    file = tmp_path / "wrong.json"
    file.write_bytes(orjson.dumps(package))
    (said,) = said_by_the_official_library(file)
    assert said["validation_errors"]
    assert said["additional_fields"]
    assert said["codelists"][0]


@settings(max_examples=30)
@given(initiatives, st.sampled_from(COURSES), st.sampled_from(["contract_case", "investment"]))
def test_any_case_has_a_release_for_each_step_and_one_record(record, course, template):
    mapping = MAP if "recipient" in record["roles"] else {}
    steps = [Step(f"s-{number}", SIGNED_MS + number, state, record) for number, state in enumerate(course)]
    found = case_of(template, mapping, steps)
    said = orjson.loads(record_package([found], PUBLISHER, published_ms=SIGNED_MS))["records"]
    assert [each["id"] for each in said[0]["releases"]] == [f"ocds-213czf-s-{number}" for number in range(len(course))]
    assert {**said[0]["releases"][-1], "id": 0, "tag": 0} == {**said[0]["compiledRelease"], "id": 0, "tag": 0}
    assert len({each["field"] for each in said[0]["compiledRelease"].get("withheld", [])}) == len(
        record.get("withheld", [])
    )


def test_accepted_is_not_implemented_and_that_is_not_delivered():
    flows = [FlowSeen(payment("p-1", 500), "confirmed"), FlowSeen(delivery("d-1"), "planned")]
    found = releases(case(COURSES[0], flows=flows), PUBLISHER)
    assert [each["tag"] for each in found] == [
        ["planning"],
        ["planningUpdate"],
        ["tender"],
        ["award", "contract"],
        ["implementation"],
        ["implementationUpdate"],
        ["implementationUpdate"],
        ["contractTermination"],
    ]
    statuses = [each["contracts"][0]["status"] for each in found if "contracts" in each]
    assert statuses == ["pending", "active", "active", "active", "terminated"]
    contract = found[-1]["contracts"][0]
    assert contract["value"] == {"amount": 120_000.5, "currency": "USD"}
    assert [each["value"]["amount"] for each in contract["implementation"]["transactions"]] == [5]
    assert [each["status"] for each in contract["implementation"]["milestones"]] == ["notMet"]


def test_an_amendment_is_said_as_one():
    steps = [
        Step("s-0", SIGNED_MS, "accepted", RECORD),
        Step(
            "s-1",
            SIGNED_MS + 1,
            "accepted",
            {**RECORD, "value": {"amount_minor": 100, "currency": "USD"}},
            move="amend",
        ),
    ]
    last = releases(case_of("contract_case", MAP, steps), PUBLISHER)[-1]
    assert last["tag"] == ["contractAmendment"]
    assert last["contracts"][0]["value"]["amount"] == 1


def test_a_withheld_value_is_a_block_with_its_reason_and_never_a_number():
    block = {"field": "value", "reason_code": "negotiation", "reason": {"en": "b", "fr": "a"}, "decided_by": "d-1"}
    record = {**{name: each for name, each in RECORD.items() if name != "value"}, "withheld": [block]}
    (release,) = releases(case(["implemented"], record), PUBLISHER)
    assert "amount" not in json.dumps(release)
    assert release["withheld"] == [
        {
            "id": "value",
            "field": "value",
            "reasonCode": "negotiation",
            "reason": "a",
            "reason_en": "b",
            "decidedBy": "d-1",
        }
    ]


def test_a_flow_that_one_party_only_claims_is_no_transaction():
    (release,) = releases(case(["implemented"], flows=[FlowSeen(payment("p-1", 5), "claimed")]), PUBLISHER)
    assert "implementation" not in release["contracts"][0]


def test_a_stage_that_ocds_does_not_have_is_refused():
    with pytest.raises(InvalidInput) as caught:
        case_of("contract_case", {"tag": {"offered": "auction"}}, [])
    assert caught.value.code == "files.ocds_stage"


def test_the_extension_declares_what_is_written_and_the_reasons_of_the_room():
    extension = json.loads((EXTENSION / "extension.json").read_text("utf-8"))
    assert all((EXTENSION / name).is_file() for name in extension["schemas"])
    assert all((EXTENSION / "codelists" / name).is_file() for name in extension["codelists"])
    rows = csv.DictReader((EXTENSION / "codelists" / "withheldReason.csv").read_text("utf-8").splitlines())
    assert [each["Code"] for each in rows] == list(REASONS)
    schema = json.loads((EXTENSION / "release-schema.json").read_text("utf-8"))
    assert schema["definitions"]["Withheld"]["properties"]["reasonCode"]["enum"] == list(REASONS)


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.sampled_from(["USD", "DZD", "JPY", "TND", "CLF"]))
def test_an_amount_is_the_same_to_the_last_unit_as_text_and_as_a_number(amount_minor, currency):
    text = decimal_text(amount_minor, currency)
    assert minor_of(text, currency) == amount_minor
    assert minor_of(str(orjson.loads(orjson.dumps(json_number(amount_minor, currency)))), currency) == amount_minor or (
        "e" in repr(json_number(amount_minor, currency))
    )


def test_an_amount_that_a_json_number_would_change_is_refused():
    assert json_number(2 * 10**15, "USD") == 2 * 10**13
    with pytest.raises(InvalidInput):
        json_number(2 * 10**15 + 1, "USD")


def test_amounts_are_written_as_the_room_of_cooperation_writes_them():
    from comity.cooperation.written import DECIMALS, amount, plain

    for currency in ["USD", "EUR", *DECIMALS]:
        said = plain(amount(123_456_789, currency)).replace("\u202f", "").removesuffix(f"\u00a0{currency}")
        assert said == decimal_text(123_456_789, currency)


def read_back(release: dict[str, Any]) -> dict[str, Any]:
    """The record that a release speaks of, on the fields that the mapping has."""
    said: dict[str, Any] = release["tender"] if "tender" in release else release["contracts"][0]
    roles = {role: party["id"] for party in release["parties"] for role in party["roles"]}
    found: dict[str, Any] = {
        "id": release["planning"]["budget"]["projectID"],
        "title": {"fr": said["title"], **{each: said[f"title_{each}"] for each in ("ar", "en")}},
        "roles": {"recipient": roles["buyer"], "supplier": roles["supplier"]},
    }
    if "value" in said:
        value = said["value"]
        amount_minor = minor_of(str(Decimal(repr(value["amount"]))), value["currency"])
        found["value"] = {"amount_minor": amount_minor, "currency": value["currency"]}
    found["items"] = [
        (each["id"], each["classification"]["id"], each["quantity"], each["unit"]["name"])
        for each in said.get("items", ())
    ]
    found["milestones"] = [(each["id"], each["dueDate"]) for each in release["planning"].get("milestones", ())]
    return found


def mapped(record: dict[str, Any]) -> dict[str, Any]:
    found = {name: record[name] for name in ("id", "title", "roles", "value")}
    lines = [tuple(each[name] for name in ("id", "category", "quantity", "unit")) for each in record["items"]]
    return {
        **found,
        "items": lines,
        "milestones": [(each["id"], instant_text(each["due_ms"])) for each in record["milestones"]],
    }


@given(st.integers(0, 10**13), st.sampled_from(["USD", "DZD", "JPY", "TND"]), st.integers(1, 10**6))
def test_what_a_release_says_is_the_record_again_on_the_mapped_fields(amount_minor, currency, quantity):
    record: dict[str, Any] = {**RECORD, "value": {"amount_minor": amount_minor, "currency": currency}}
    record["items"] = [{**each, "quantity": quantity} for each in record["items"]]
    package = orjson.loads(record_package([case(COURSES[0], record)], PUBLISHER, published_ms=SIGNED_MS))
    assert read_back(package["records"][0]["compiledRelease"]) == mapped(record)


@pytest.mark.parametrize(
    ("template", "course"),
    [
        ("contract_case", {"exploratory": "planning", "offered": "tender", "accepted": "contract"}),
        ("investment", {"studied": "planning", "agreed": "contract", "exploring": "implementation"}),
        ("investment", {"agreed": "contract", "site_secured": "implementation", "closed": "contractTermination"}),
    ],
)
def test_a_shipped_template_says_itself_with_which_state_a_stage_begins(template, course):
    (found,) = [each for each in initiative_templates() if each.id == template]
    steps = [Step(f"s-{place}", SIGNED_MS + place, state, RECORD) for place, state in enumerate(course)]
    said = releases(case_of(template, found.maps["ocds"], steps), PUBLISHER)
    assert [each["tag"][-1] for each in said] == list(course.values())
