"""A form as a function says of every document what the schema's own check says; jsonschema is the authority."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from comity.agreement import AGREEMENT_SCHEMA, check_form, check_schema, form_of
from comity.cooperation import ACT_SCHEMA, KINDS
from comity.cooperation.reading import PAGE, changes_schema_of, proposal_schema_of
from comity.ground import InvalidInput

RECORDS = [ACT_SCHEMA, *(make(kind) for kind in KINDS for make in (proposal_schema_of, changes_schema_of))]
SCHEMAS = [*RECORDS, AGREEMENT_SCHEMA]
MEMORANDUM = Path(__file__).parents[2] / "examples" / "algeria-usa-2025" / "memorandum.json"
ODD: list[Any] = [
    None,
    True,
    False,
    0,
    1,
    -1,
    2**53,
    "",
    "a",
    "A-B",
    "a\n",
    "x" * 8001,
    [],
    {},
    [0, 1],
    {"a": 1},
    {"en": "a"},
]


def said_by(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Documents that a schema allows, by its own words."""
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if schema.keys() & {"anyOf", "oneOf"}:
        return st.one_of([said_by(each) for word in ("anyOf", "oneOf") for each in schema.get(word, ())])
    drawn: st.SearchStrategy[Any] = DRAWN[schema.get("type", "object")](schema)
    return drawn


def _text(schema: dict[str, Any]) -> st.SearchStrategy[str]:
    most = min(schema.get("maxLength", 80), 80)
    if "pattern" not in schema:
        return st.text(min_size=schema.get("minLength", 0), max_size=12)
    ascii_only = re.compile(schema["pattern"].replace(r"$(?!\n)", r"\Z"), re.ASCII)
    return st.from_regex(ascii_only).filter(lambda text: len(text) <= most)


def _list(schema: dict[str, Any]) -> st.SearchStrategy[list[Any]]:
    if "prefixItems" in schema:
        return st.tuples(*(said_by(each) for each in schema["prefixItems"])).map(list)
    most = min(schema.get("maxItems", 3), 3)
    return st.lists(said_by(schema["items"]), min_size=schema.get("minItems", 0), max_size=most, unique_by=repr)


def _object(schema: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    if "properties" not in schema:
        names = said_by(schema.get("propertyNames", {"type": "string"}))
        other = schema.get("additionalProperties", True)
        values = st.sampled_from(ODD) if other is True else said_by(other)
        return st.dictionaries(names, values, min_size=schema.get("minProperties", 0), max_size=3)
    forms = {name: said_by(each) for name, each in schema["properties"].items()}
    needed = {name: form for name, form in forms.items() if name in schema["required"]}
    return st.fixed_dictionaries(needed, optional={name: forms[name] for name in forms.keys() - needed.keys()})


DRAWN: dict[str, Any] = {
    "string": _text,
    "integer": lambda schema: st.integers(schema["minimum"], schema["maximum"]),
    "boolean": lambda schema: st.booleans(),
    "array": _list,
    "object": _object,
}


def bent(value: Any, draw: Any) -> Any:
    """The value with one thing in it changed, left out, added or said twice."""
    if not isinstance(value, dict | list) or not value or draw(st.integers(0, 4)) == 0:
        return draw(st.sampled_from(ODD))
    place = draw(st.sampled_from(sorted(value) if isinstance(value, dict) else range(len(value))))
    how = draw(st.sampled_from(["within", "within", "without", "more"]))
    if isinstance(value, dict):
        if how == "without":
            return {name: each for name, each in value.items() if name != place}
        return {**value, **({"colour": 1} if how == "more" else {place: bent(value[place], draw)})}
    if how == "within":
        return [bent(each, draw) if at == place else each for at, each in enumerate(value)]
    return value[:place] + value[place + 1 :] if how == "without" else [*value, value[place]]


DOCUMENTS = [said_by(schema) for schema in RECORDS]
FORMS = [form_of(schema) for schema in RECORDS]


SAMPLES = ["a", "A", "4", "DZ", "USD", "P3M", "2025-07-01", "sha256:" + "a" * 64, "meeting/a"]


def inside(schema: Any) -> Iterator[dict[str, Any]]:
    """A schema and every schema within it."""
    if isinstance(schema, dict):
        if isinstance(schema.get("type", ""), str) and schema.keys() & {"type", "enum", "const", "anyOf", "oneOf"}:
            yield schema
        for each in schema.values():
            yield from inside(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from inside(each)


def sample(schema: dict[str, Any]) -> Any:
    """The smallest document that a schema allows."""
    kind = schema.get("type")
    if kind == "object":
        named = {name: sample(schema["properties"][name]) for name in schema.get("required", ())}
        extra = (
            {"a": sample(schema["additionalProperties"])}
            if schema.get("minProperties") and "properties" not in schema and "additionalProperties" in schema
            else {}
        )
        return named | extra
    if kind == "array":
        return [
            sample(each) for each in schema.get("prefixItems", [schema["items"]] * min(schema.get("minItems", 0), 1))
        ]
    values = [*ODD, *SAMPLES, schema.get("const"), *schema.get("enum", ()), schema.get("minimum")]
    return next((each for each in values if Draft202012Validator(schema).is_valid(each)), None)


def edges(schema: dict[str, Any]) -> Iterator[Any]:
    """What lies just within a schema and just beyond it, keyword by keyword."""
    good = sample(schema)
    yield from [*ODD, *SAMPLES, good, *(schema.get(word) for word in ("const", "minimum", "maximum"))]
    for word, beyond in (("minimum", -1), ("maximum", 1)):
        if word in schema:
            yield schema[word] + beyond
    for count in {schema.get(word, 1) + more for word in ("minLength", "maxLength") for more in (-1, 0, 1)}:
        yield from (letter * count for letter in "aA4")
    if isinstance(good, str):
        yield from (good + "\n", " " + good, good + " ", good.upper())
    if isinstance(good, list):
        more = [sample(each) for each in schema.get("prefixItems", [schema.get("items")]) if each]
        yield from (good[1:], good + more, more + more, [*more, None])
        yield from ([f"a{number}" for number in range(schema.get("maxItems", 2) + beyond)] for beyond in (0, 1))
    if isinstance(good, dict):
        yield from ({name: each for name, each in good.items() if name != left} for left in good)
        yield from ({**good, name: value} for name in ("colour", "A", "a") for value in (*ODD, good.get("a")))
        yield {**good, **{f"a{number}": good.get("a", 1) for number in range(65)}}


@pytest.mark.parametrize("schema", SCHEMAS, ids=[each["$id"] for each in SCHEMAS])
def test_at_every_edge_of_every_schema_the_form_and_the_schema_agree(schema):
    for each in inside(schema):
        form, authority = form_of(each), Draft202012Validator(each)
        for value in edges(each):
            assert form(value) == authority.is_valid(value), (each, value)


@given(st.data())
def test_a_form_takes_and_refuses_exactly_what_its_schema_does(data):
    place = data.draw(st.integers(0, len(RECORDS) - 1))
    document = data.draw(DOCUMENTS[place])
    for _ in range(4):
        assert FORMS[place](document) == Draft202012Validator(RECORDS[place]).is_valid(document)
        document = bent(document, data.draw)


@given(st.data())
def test_an_agreement_bent_anywhere_is_taken_or_refused_as_its_schema_does(data):
    form, authority = form_of(AGREEMENT_SCHEMA), Draft202012Validator(AGREEMENT_SCHEMA)
    whole = orjson.loads(MEMORANDUM.read_bytes())
    assert form(whole)
    document = bent(whole, data.draw)
    assert form(document) == authority.is_valid(document)


@pytest.mark.parametrize(("single", "others"), [(1, (True, 1.5, "1")), (True, (1, False, "true"))])
def test_one_and_true_are_not_the_same(single, others):
    form, authority = form_of({"const": single}), Draft202012Validator({"const": single})
    for value in (single, *others):
        assert form(value) == authority.is_valid(value)


@settings(max_examples=20)
@given(st.data())
def test_what_is_refused_is_refused_in_the_words_of_the_schema(data):
    place = data.draw(st.integers(0, len(RECORDS) - 1))
    schema = RECORDS[place]
    document = bent(data.draw(DOCUMENTS[place]), data.draw)
    said = []
    for check in (partial(check_schema, page=PAGE), partial(check_form, form=FORMS[place], page=PAGE)):
        try:
            check(document, schema)
            said.append("")
        except InvalidInput as fault:
            said.append(str(fault))
    assert said[0] == said[1]


@pytest.mark.parametrize("number", [1.0, 1e3])
def test_where_a_form_says_no_too_early_the_schema_decides(number):
    whole = {"$id": "whole", "type": "integer", "minimum": 0, "maximum": 10_000}
    assert not form_of(whole)(number)
    check_form(number, whole, form_of(whole))


def test_a_keyword_without_a_quick_form_is_our_own_mistake():
    with pytest.raises(AssertionError, match="multipleOf"):
        form_of({"type": "integer", "minimum": 0, "maximum": 9, "multipleOf": 3})
