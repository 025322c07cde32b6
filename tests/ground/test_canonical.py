"""The canonical form: byte for byte that of RFC 8785 (oracle: the package rfc8785), and nothing outside the profile."""

import base64
import json
from typing import Any

import orjson
import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from comity.ground import InvalidInput, canonical, parse_canonical
from tests.shared_data import SHARED, needs_shared

KEYS = st.text("abcxyz_0189", min_size=1, max_size=8)
LEAVES = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=20)
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4))


@given(VALUES)
def test_inside_the_profile_the_bytes_are_those_of_rfc_8785(value):
    assert canonical(value) == rfc8785.dumps(value)


@given(VALUES)
def test_what_is_written_is_read_back(value):
    assert parse_canonical(canonical(value)) == value


@given(st.text(max_size=200))
def test_every_character_is_escaped_as_rfc_8785_does(text):
    assert canonical([text]) == rfc8785.dumps([text])


def test_each_of_the_first_300_code_points_and_the_corners_of_unicode():
    points = [*range(300), 0x2028, 0x2029, 0xD7FF, 0xE000, 0xFEFF, 0xFFFF, 0x10000, 0x10FFFF]
    for point in points:
        assert canonical(chr(point)) == rfc8785.dumps(chr(point))


@needs_shared
def test_the_published_cases_are_met_or_lie_outside_the_profile():
    met, outside = [], []
    for case in json.loads((SHARED / "ledger" / "jcs_cases.json").read_bytes()):
        value, expected = json.loads(base64.b64decode(case["input_b64"])), base64.b64decode(case["output_b64"])
        try:
            assert canonical(value) == expected
            assert parse_canonical(expected) == value
            met.append(case["name"])
        except InvalidInput as refused:
            outside.append((case["name"], refused.code))
    assert met == ["arrays"]
    names = ("french", "structures", "unicode", "values", "weird")  # accents, upper case or floats in keys or values
    assert outside == [(name, "ground.outside_profile") for name in names]


@needs_shared
def test_the_strings_of_the_published_cases_come_out_as_published():
    for case in json.loads((SHARED / "ledger" / "jcs_cases.json").read_bytes()):
        expected = base64.b64decode(case["output_b64"])
        for text in strings(json.loads(base64.b64decode(case["input_b64"]))):
            assert canonical(text) in expected


def strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [*(value if isinstance(value, dict) else []), *(text for child in inner for text in strings(child))]


@pytest.mark.parametrize(
    "value",
    [
        1.0,
        float("nan"),
        2**53,
        -(2**53),
        10**30,
        {"Upper": 1},
        {"é": 1},
        {"": 1},
        {"with space": 1},
        {1: 1},
        {None: 1},
        "\ud800",
        (1, 2),
        {1, 2},
        b"bytes",
        [[0.5]],
    ],
)
def test_what_lies_outside_the_profile_has_no_canonical_form(value):
    with pytest.raises(InvalidInput) as refused:
        canonical(value)
    assert refused.value.code == "ground.outside_profile"
    assert str(refused.value)


def test_32_levels_are_the_deepest():
    value: Any = 1
    for _ in range(32):
        value = [value]
    assert canonical(value) == b"[" * 32 + b"1" + b"]" * 32
    with pytest.raises(InvalidInput):
        canonical([value])
    around: list[Any] = []
    around.append(around)
    with pytest.raises(InvalidInput):
        canonical(around)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "ground.not_json"),
        (b"\xff", "ground.not_json"),
        (b'"\\ud800"', "ground.not_json"),
        (b"NaN", "ground.not_json"),
        (b"[" * 100_000, "ground.not_json"),
        (b'{"a":1,"a":1}', "ground.not_canonical"),
        (b'{"b":1,"a":1}', "ground.not_canonical"),
        (b'{"a": 1}', "ground.not_canonical"),
        (b"1\n", "ground.not_canonical"),
        (b'"\\u0061"', "ground.not_canonical"),
        (b'"\\/"', "ground.not_canonical"),
        (b"-0", "ground.not_canonical"),
        (b"1.0", "ground.outside_profile"),
        (b"1e2", "ground.outside_profile"),
        (b"9" * 30, "ground.outside_profile"),
        (b"1e400", "ground.not_json"),
    ],
)
def test_bytes_that_are_not_the_canonical_form_of_what_they_say_are_refused(data, code):
    with pytest.raises(InvalidInput) as refused:
        parse_canonical(data)
    assert refused.value.code == code


@given(st.binary(max_size=60) | VALUES.map(orjson.dumps))
def test_whatever_is_read_is_its_own_canonical_form(data):
    try:
        value = parse_canonical(data)
    except InvalidInput:
        return
    assert rfc8785.dumps(value) == data


@given(
    st.dictionaries(
        st.text(st.characters(max_codepoint=0x2FF, exclude_categories=["Cs"]), max_size=2), st.none(), max_size=4
    )
)
def test_one_key_outside_the_profile_refuses_the_whole_object(value):
    allowed = all(key and set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789_") for key in value)
    if allowed:
        assert parse_canonical(canonical(value)) == value
    else:
        with pytest.raises(InvalidInput):
            canonical(value)


@pytest.mark.parametrize(
    ("lists", "inner", "allowed"), [(32, 1, True), (31, [], True), (32, [], False), (33, 1, False)]
)
def test_32_levels_are_allowed_and_no_33rd_even_when_it_is_empty(lists, inner, allowed):
    value = inner
    for _ in range(lists):
        value = [value]
    if allowed:
        assert canonical(value)
    else:
        with pytest.raises(InvalidInput):
            canonical(value)
