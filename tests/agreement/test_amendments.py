"""An amendment names the version it changes and the one it makes; a chain of them gives the agreement of any day."""

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from comity.agreement import (
    AMENDMENT_SCHEMA,
    agreement_hash,
    draft_amendment,
    read_amendment,
    version_at,
    versions,
    wording_hash,
)
from comity.ground import InvalidInput, parse_instant
from tests.agreement.documents import agreement, clause, rule, text

SKY = agreement()
LATER = "2026-01-01"


def amended(**changes):
    return deepcopy(SKY) | changes


def draft(after, *, before=SKY, in_force=LATER):
    return draft_amendment(before, after, title=text("EXAMPLE"), in_force=in_force)


def refused(call, *args, **named):
    with pytest.raises(InvalidInput) as caught:
        call(*args, **named)
    return caught.value.code


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(AMENDMENT_SCHEMA)


def test_an_amendment_makes_the_version_that_it_names():
    after = amended(rules=[rule(delay_s=60)])
    document = draft(after)
    assert document["changes"] == [{"change": "put", "part": "rules", "value": rule(delay_s=60)}]
    read = read_amendment(document, SKY)
    assert read.document == after
    assert (read.parent, read.result) == (agreement_hash(SKY), agreement_hash(after))
    assert read.agreement.rules[0].delay_s == 60
    assert agreement() == SKY


def test_an_amendment_carries_the_wordings_that_it_makes_binding_and_no_others():
    wording = "# A sky\n\n### 1 Purpose\n\nClearer weather.\n"
    after = amended(texts={**SKY["texts"], "en": wording_hash(wording)})
    document = draft_amendment(SKY, after, title=text("EXAMPLE"), in_force=LATER, wordings={"en": wording})
    assert read_amendment(document, SKY).wordings == {"en": wording}
    document["wordings"]["en"] += " "
    assert refused(read_amendment, document, SKY) == "agreement.wording_differs"
    assert refused(read_amendment, {**document, "wordings": {"de": wording}}, SKY) == "agreement.breaks_schema"


def test_a_new_rule_before_another_says_before_which():
    strict = rule(id="2/strict", **{"from": ["DZ"], "to": ["US"]})
    document = draft(amended(rules=[strict, rule()]))
    assert document["changes"] == [{"change": "put", "part": "rules", "value": strict, "before": "2/weather"}]


members = st.lists(st.sampled_from("abcdef"), unique=True, min_size=1, max_size=6)
words = st.sampled_from(["one", "two"])


@st.composite
def domains(draw):
    named = draw(members)
    return [{"id": "sky", "title": text("sky")}] + [{"id": each, "title": text(draw(words))} for each in named]


@given(before=domains(), after=domains(), order=st.randoms())
def test_whatever_changes_in_a_list_the_amendment_gives_exactly_the_other_list(before, after, order):
    order.shuffle(after)
    old, new = amended(domains=before), amended(domains=after)
    if old == new:
        assert refused(draft, new, before=old) == "agreement.breaks_schema"  # an amendment changes something
        return
    assert read_amendment(draft(new, before=old), old).document == new


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "sea"},
        {"example": False},
        {"signed": "2025-01-21"},
        {"in_force": "2025-02-01"},
        {"parties": [SKY["parties"][1], SKY["parties"][0]]},
        {"schema": "comity/agreement/2"},
        {"secret": 1},
    ],
)
def test_what_makes_the_agreement_itself_cannot_be_amended(changes):
    assert refused(draft, amended(**changes)) == "agreement.cannot_be_amended"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"parent": "sha256:" + "0" * 64}, "agreement.amendment_of_another"),
        ({"agreement": "sea"}, "agreement.amendment_of_another"),
        ({"example": False}, "agreement.amendment_of_another"),
        ({"result": "sha256:" + "0" * 64}, "agreement.amendment_makes_another"),
        ({"in_force": "2024-01-01"}, "agreement.amendment_too_early"),
        ({"changes": []}, "agreement.breaks_schema"),
        ({"changes": [{"change": "take_out", "part": "rules", "id": "2/none"}]}, "agreement.change_names_nothing"),
        (
            {"changes": [{"change": "put", "part": "rules", "value": rule(), "before": "x"}]},
            "agreement.change_names_nothing",
        ),
        ({"changes": [{"change": "set", "part": "parties", "value": []}]}, "agreement.breaks_schema"),
        ({"changes": [{"change": "put", "part": "rules", "value": "weather"}]}, "agreement.breaks_schema"),
        ({"changes": [{"change": "take_out", "part": "clauses", "id": "2"}]}, "agreement.rule_names_no_clause"),
        ({"note": "in passing"}, "agreement.breaks_schema"),
    ],
)
def test_an_amendment_that_does_not_fit_is_invalid(changes, code):
    document = draft(amended(rules=[rule(delay_s=60)])) | changes
    assert refused(read_amendment, document, SKY) == code


def test_the_agreement_as_of_any_past_day():
    second = amended(rules=[rule(delay_s=60)])
    third = second | {"clauses": [*second["clauses"], clause("4")]}
    chain = [
        (draft(second), parse_instant("2026-03-01T12:00:00Z")),  # agreed after its own date
        (draft(third, before=second, in_force="2027-01-01"), parse_instant("2026-06-01T00:00:00Z")),
    ]
    found = versions(SKY, chain)
    assert [each.number for each in found] == [0, 1, 2]

    def at(instant):
        version = version_at(found, parse_instant(instant))
        return None if version is None else version.number

    assert at("2025-01-21T23:59:59Z") is None
    assert at("2025-01-22T00:00:00Z") == 0
    assert at("2026-03-01T11:59:59Z") == 0
    assert at("2026-03-01T12:00:00Z") == 1
    assert at("2026-12-31T23:59:59Z") == 1
    assert at("2027-01-01T00:00:00Z") == 2


def test_a_chain_with_a_missing_link_is_invalid():
    second = amended(rules=[rule(delay_s=60)])
    third = second | {"rules": [rule(delay_s=120)]}
    chain = [(draft(third, before=second), 0)]
    assert refused(versions, SKY, chain) == "agreement.amendment_of_another"


def test_a_later_amendment_is_never_in_force_before_an_earlier_one():
    second = amended(rules=[rule(delay_s=60)])
    third = second | {"rules": [rule(delay_s=120)]}
    found = versions(SKY, [(draft(second, in_force="2027-01-01"), 0), (draft(third, before=second), 0)])
    assert found[2].in_force_ms == found[1].in_force_ms == parse_instant("2027-01-01T00:00:00Z")
