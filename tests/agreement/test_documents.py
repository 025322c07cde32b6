"""An agreement document is read whole or refused with the path that is wrong.

Authority: JSON Schema 2020-12 for the schema itself; RFC 8785 through rfc8785 for the bytes that are hashed.
"""

import hashlib
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from comity.agreement import AGREEMENT_SCHEMA, DECISION_SCHEMA, agreement_hash, read_agreement
from comity.ground import InvalidInput, parse_instant
from tests.agreement.documents import agreement, clause, party, rule, text


def wrong(document: Any) -> InvalidInput:
    with pytest.raises(InvalidInput) as caught:
        read_agreement(document)
    return caught.value


def test_a_sound_document_becomes_data():
    read = read_agreement(agreement())
    assert [each.id for each in read.parties] == ["DZ", "US"]
    assert read.example is True
    assert read.clause("3").group == "wg-sky"
    assert read.group("wg-sky").domains == ("sky",)
    assert read.rules[0].until_ms == parse_instant("2030-01-01T00:00:00Z")
    with pytest.raises(KeyError):
        read.clause("9")


def test_a_rule_that_names_no_clause_is_invalid_and_the_rule_the_clause_and_the_path_are_named():
    error = wrong(agreement(rules=[rule(), rule(id="9/other", clause="9")]))
    assert error.code == "agreement.rule_names_no_clause"
    assert error.values == {"rule": "9/other", "clause": "9", "path": "rules[1].clause", "clauses": "1, 2, 3"}


@pytest.mark.parametrize(
    ("changes", "code", "path"),
    [
        ({"clauses": [clause("1"), clause("1", title=text("again"))]}, "agreement.duplicate_id", "clauses[1].id"),
        ({"rules": [rule(), rule()]}, "agreement.breaks_schema", "rules"),
        ({"rules": [rule(), rule(keep=["rain"])]}, "agreement.duplicate_id", "rules[1].id"),
        ({"parties": [party("US"), party("DZ")]}, "agreement.parties_out_of_order", "parties"),
        (
            {"parties": [party("DZ"), party("US") | {"origin": "dz.example/sky"}]},
            "agreement.log_name_twice",
            "parties[0].origin",
        ),
        ({"parties": [party("DZ")]}, "agreement.breaks_schema", "parties"),
        ({"in_force": "2024-12-31"}, "agreement.dates_out_of_order", "in_force"),
        ({"signed": "2025-02-30"}, "agreement.no_such_date", "signed"),
        ({"rules": [rule(until="2025-01-01T00:00:00Z")]}, "agreement.dates_out_of_order", "rules[0].until"),
        ({"rules": [rule(until="2029-02-29T00:00:00Z")]}, "agreement.no_such_date", "rules[0].until"),
        ({"rules": [rule(item="sky.moon")]}, "agreement.unknown_reference", "rules[0].item"),
        ({"rules": [rule(domain="sea")]}, "agreement.unknown_reference", "rules[0].domain"),
        ({"rules": [rule(to=["FR"])]}, "agreement.unknown_reference", "rules[0].to"),
        ({"rules": [rule(area="nowhere")]}, "agreement.unknown_reference", "rules[0].area"),
        ({"rules": [rule(**{"from": ["DZ"], "to": ["DZ"]})]}, "agreement.rule_never_reached", "rules[0]"),
        ({"rules": [rule(), rule(id="2/later", to=["US"])]}, "agreement.rule_never_reached", "rules[1]"),
        ({"rules": [rule(keep_for_s=31536001)]}, "agreement.kept_too_long", "rules[0].keep_for_s"),
        ({"clauses": [clause("1"), clause("2", group="wg-sea")]}, "agreement.unknown_reference", "clauses[1].group"),
        ({"clauses": [clause("1", domains=["sea"])]}, "agreement.unknown_reference", "clauses[0].domains"),
        ({"clauses": [clause("1", kinds=["sky.moon"])]}, "agreement.unknown_reference", "clauses[0].kinds"),
        ({"clauses": [clause("1", areas=["nowhere"])]}, "agreement.unknown_reference", "clauses[0].areas"),
        ({"clauses": [clause("1", starts="by_decision")]}, "agreement.no_group_to_decide", "clauses[0].group"),
        (
            {"clauses": [clause("1"), clause("2", domains=["sky"], kinds=["sky.weather"], areas=["square"])]},
            "agreement.rule_without_area",
            "rules[0].area",
        ),
        (
            {"groups": [{"id": "wg-sky", "title": text("x"), "domains": ["sea"]}]},
            "agreement.unknown_reference",
            "groups[0].domains",
        ),
        (
            {"termination": {"clause": "9", "notice_s": 1, "counted_from": "ack"}},
            "agreement.unknown_reference",
            "termination.clause",
        ),
        ({"limits": agreement()["limits"] | {"never": ["targeting"]}}, "agreement.breaks_schema", "limits.never"),
        ({"schema": "comity/agreement/2"}, "agreement.breaks_schema", "schema"),
        ({"keys": ["secret"]}, "agreement.breaks_schema", "(the document)"),
    ],
)
def test_what_is_wrong_is_named_with_its_path(changes, code, path):
    error = wrong(agreement(**changes))
    assert (error.code, error.values["path"]) == (code, path)


def test_an_agreement_longer_than_its_own_entries_is_invalid():
    assert wrong(agreement(limits=agreement()["limits"] | {"entry_bytes": 1024})).code == "agreement.too_long"


def test_no_object_of_the_schemas_lets_an_unnamed_property_in():
    def objects(value):
        if isinstance(value, dict):
            if value.get("type") == "object":
                yield value
            for each in value.values():
                yield from objects(each)
        elif isinstance(value, list):
            for each in value:
                yield from objects(each)

    for schema in (AGREEMENT_SCHEMA, DECISION_SCHEMA):
        Draft202012Validator.check_schema(schema)
        assert all(each["additionalProperties"] is False for each in objects(schema))


def test_the_hash_is_sha256_over_the_rfc_8785_bytes():
    document = agreement()
    assert agreement_hash(document) == "sha256:" + hashlib.sha256(rfc8785.dumps(document)).hexdigest()


def test_taking_the_example_mark_away_makes_another_agreement():
    assert agreement_hash(agreement(example=False)) != agreement_hash(agreement())


def paths(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [here] if here else []
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in pairs:
        found += paths(each, (*here, key))
    return found


@given(
    path=st.sampled_from(paths(agreement())),
    junk=st.one_of(st.none(), st.integers(), st.text(max_size=3), st.just([]), st.just({}), st.floats()),
)
def test_any_part_replaced_by_junk_is_read_or_refused_and_never_crashes(path, junk):
    document = agreement()
    parent: Any = document
    for key in path[:-1]:
        parent = parent[key]
    parent[path[-1]] = junk
    refused = None
    try:
        read_agreement(document)
    except InvalidInput as error:
        refused = error.code
    if refused is None:
        assert (agreement_hash(document) == agreement_hash(agreement())) == (document == agreement())
    else:
        assert refused.startswith(("agreement.", "ground."))
