"""What is national stays home: canary tokens in every national field, never in an act nor in what others read."""

import json
from pathlib import Path
from typing import Any

import pytest

from comity.agreement import check_schema
from comity.cooperation import (
    KINDS,
    LIVES,
    NEEDS,
    SCHEMA_NAMES,
    act_document,
    document_of,
    fields_of,
    read_record,
    rendering,
    schema_of,
    text_hashes,
)
from comity.files.words import words
from comity.ground import InvalidInput, canonical, lifecycle_faults
from tests.agreement.documents import text
from tests.cooperation.two_logs import DAY_MS, EXAMPLES, RENDITIONS, START_MS, TEMPLATES, envelope

CANARY = "canary-7f3a"
OWNER = {"owner_party": "DZ", "owner_office": "dz-desk"}
MORE: dict[str, dict[str, Any]] = {
    "initiative": {"template": "exercise", "template_hash": "sha256:" + "0" * 64, "roles": {"host": "DZ"}},
    "flow": {"flow_kind": "delivery", "from_party": "DZ", "to_party": "US", "initiative": "case", "item": "a",
             "quantity": 1},
    "check": {"initiative": "case", "check_kind": "audit"},
    "document": {"document_kind": "report", "about": ["meeting/one"], "renditions": RENDITIONS},
}  # fmt: skip


def document(kind, **changes):
    return {"schema": SCHEMA_NAMES[kind]} | envelope("one") | OWNER | EXAMPLES[kind] | MORE.get(kind, {}) | changes


def rendered(*asked: Any, **named: Any) -> Any:
    return rendering(*asked, **named)


def national(kind):
    return [name for name, each in fields_of(kind).items() if each.metadata["level"] == "national"]


def marked(kind):
    """A record whose national fields all hold the token."""
    money = {"amount_minor": 777_000_777, "currency": "XTS"}
    return document(
        kind, **{name: money if name in ("cost", "reservation_price") else CANARY for name in national(kind)}
    )


def is_marked(value):
    said = json.dumps(value, ensure_ascii=False)
    return CANARY in said or "777000777" in said


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_is_read_and_written_back_to_the_same_bytes(kind):
    whole = marked(kind)
    assert canonical(document_of(read_record(whole))) == canonical(whole)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("level", ["bilateral", "public"])
def test_no_national_field_is_ever_rendered(kind, level):
    whole = marked(kind) | {"level": "public", "visibility": dict.fromkeys(national(kind), "public")}
    read_record(whole)
    assert national(kind)
    assert is_marked(rendered(whole, "national", at_ms=0))
    assert not is_marked(rendered(whole, level, at_ms=0))


@pytest.mark.parametrize("kind", KINDS)
def test_what_both_read_is_a_whole_record(kind):
    shown = rendered(marked(kind), "bilateral", at_ms=0)
    check_schema(shown, schema_of(kind))
    assert shown == document(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_an_act_cannot_carry_a_national_field(kind):
    for name in national(kind):
        fields = {key: held for key, held in document(kind).items() if key != "schema"} | {name: marked(kind)[name]}
        with pytest.raises(InvalidInput):
            propose(kind, fields)
        with pytest.raises(InvalidInput):
            propose(kind, {name: marked(kind)[name]}, follows="sha256:" + "0" * 64)


def propose(kind, fields, follows="root"):
    return act_document(
        example=True,
        kind=kind,
        record="one",
        move="propose",
        follows=follows,
        seen=(0, 0),
        fields=fields,
        after=fields,
    )


def test_an_act_cannot_carry_what_a_record_itself_calls_national():
    fields = {key: held for key, held in document("meeting").items() if key != "schema"}
    fields |= {"minutes": text("said"), "visibility": {"minutes": "national"}}
    with pytest.raises(InvalidInput, match="minutes is national"):
        propose("meeting", fields)


@pytest.mark.parametrize(("level", "reads"), [("national", 1), ("bilateral", 2), ("public", 3)])
def test_a_record_reaches_no_wider_audience_than_its_level(level, reads):
    shown = [rendered(document("domain", level=level), each, at_ms=0) for each in ("national", "bilateral", "public")]
    assert [each is not None for each in shown] == [place < reads for place in range(3)]


def test_by_default_a_record_is_not_public_and_its_fields_are_not():
    assert rendered(document("decision"), "public", at_ms=0) is None
    shown = rendered(document("decision", level="public"), "public", at_ms=0)
    assert "text" not in shown
    assert "title" in shown
    opened = document("decision", level="public", visibility={"text": "public"})
    assert rendered(opened, "public", at_ms=0)["text"] == text("decided")


def test_each_point_of_an_agenda_has_its_own_audience():
    agenda = [{"id": each, "title": text(each), "level": each} for each in ("national", "bilateral", "public")]
    whole = document("meeting", agenda=agenda, level="public", visibility={"agenda": "public"})
    shown = [[each["id"] for each in rendered(whole, level, at_ms=0)["agenda"]] for level in ("bilateral", "public")]
    assert shown == [["bilateral", "public"], ["public"]]


def test_the_office_that_presents_a_point_is_read_by_both_parties_and_not_by_the_public():
    agenda = [{"id": "work", "title": text("work"), "level": "public", "presenter": "EXAMPLE: secretariat"}]
    whole = document("meeting", agenda=agenda, level="public", visibility={"agenda": "public"})
    shown = [
        [each.get("presenter") for each in rendered(whole, level, at_ms=0)["agenda"]]
        for level in ("bilateral", "public")
    ]
    assert shown == [["EXAMPLE: secretariat"], [None]]


def test_a_field_of_a_template_is_shown_as_its_template_says_and_else_to_nobody():
    levels = TEMPLATES["contract_case"].levels
    details = {
        "value_band": "over_100_million",
        "closure_waiver": text("b"),
        "negotiating_note": text(CANARY),
        "odd": 1,
    }
    whole = document("initiative", level="public", details=details)
    assert set(rendered(whole, "bilateral", at_ms=0, details=levels)["details"]) == {"value_band", "closure_waiver"}
    assert set(rendered(whole, "public", at_ms=0, details=levels)["details"]) == {"value_band"}
    assert "details" not in rendered(whole, "bilateral", at_ms=0)


VALUE = {"amount_minor": 5, "currency": "USD"}
BLOCK = {"field": "value", "reason_code": "commercial_secret", "reason": text("still open"), "decided_by": "d-1",
         "public_on": "2025-07-01"}  # fmt: skip


def test_what_is_withheld_stands_as_its_reason_and_day_and_is_public_from_that_day():
    whole = document("initiative", level="public", value=VALUE, withheld=[BLOCK])
    day_ms = 1_751_328_000_000  # 2025-07-01T00:00:00Z
    before, after = (rendered(whole, "public", at_ms=each) for each in (day_ms - 1, day_ms))
    assert "value" not in before
    assert before["withheld"] == [BLOCK]
    assert after["value"] == VALUE
    assert "withheld" not in after
    assert rendered(whole, "bilateral", at_ms=0)["value"] == VALUE


def test_a_public_field_is_withheld_for_good_where_no_day_is_set():
    block = {key: held for key, held in BLOCK.items() if key != "public_on"} | {"field": "title"}
    shown = rendered(document("domain", level="public", withheld=[block]), "public", at_ms=START_MS + 9999 * DAY_MS)
    assert "title" not in shown
    assert shown["withheld"] == [block]


def test_a_withheld_block_never_names_what_is_national():
    for name in national("initiative"):
        with pytest.raises(InvalidInput):
            read_record(document("initiative", withheld=[BLOCK | {"field": name}]))
        unread = marked("initiative") | {"level": "public", "withheld": [BLOCK | {"field": name}]}
        assert not is_marked(rendered(unread, "public", at_ms=START_MS + 9999 * DAY_MS)), "not even after its day"


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_each_language_has_its_own_hash_over_all_its_wordings(language):
    before = document("meeting", minutes=text("said"))
    after = document("meeting", minutes=text("said") | {language: "changed"})
    differ = {each for each, hashed in text_hashes(before).items() if hashed != text_hashes(after)[each]}
    assert differ == {language}


@pytest.mark.parametrize("kind", LIVES)
def test_every_life_is_sound(kind):
    assert lifecycle_faults(LIVES[kind]) == ()
    assert set(LIVES[kind].remind) <= set(LIVES[kind].moves)


PAGES = Path(__file__).parents[2] / "docs" / "reference"


@pytest.mark.parametrize("kind", KINDS)
def test_the_reference_names_each_kind_its_schema_its_states_and_what_is_national(kind):
    page = (PAGES / "cooperation-records.md").read_text("utf-8")
    (row,) = [line for line in page.splitlines() if line.startswith(f"| `{kind}`, `{SCHEMA_NAMES[kind]}`")]
    assert all(state in row for state in (LIVES[kind].moves if kind in LIVES else ()))
    assert all(f"`{name}`" in row for name in national(kind))


def test_the_reference_names_each_template_and_each_word_of_need():
    page = (PAGES / "initiative-templates.md").read_text("utf-8")
    assert all(f"| `{name}` | " in page for name in TEMPLATES)
    assert all(f"`{word}:" in page for word in NEEDS)


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_every_kind_state_and_move_has_its_name(language):
    said = words(language)
    named = {("kind", each) for each in KINDS}
    for life in LIVES.values():
        named |= {("move", each) for held in life.moves.values() for each in held}
    for message, value in named:
        name = said.say(f"cooperation-{message}", **{message: value})
        assert name, (message, value)
        assert "_" not in name, (message, value)
    for kind, life in LIVES.items():
        for state in life.moves:
            name = said.say("cooperation-state", state=state, kind=kind)
            assert name, (kind, state)
            assert "_" not in name, (kind, state)
