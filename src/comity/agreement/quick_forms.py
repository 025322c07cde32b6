"""A form as a function: whether a value has the form of a JSON Schema, many times faster than reading the schema anew.

The functions know the keywords of which our schemas are made (`agreement.forms`) and nothing else. Where one says yes,
the schema's own check says yes; where one says no, that check decides and finds the words. So a record is read at the
speed of its logs, an agreement in a thousandth of a second, and what is refused, and why, stays the schema's.
Source of the keywords' meaning: JSON Schema 2020-12, validation vocabulary.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from comity.agreement.schema import check_schema

Form = Callable[[Any], bool]
"""Tells whether a value has a form."""

_Part = Callable[[Any], object]
"""A form within a form: what it returns is true or false; `KeyError` and `TypeError` also say no."""

_NOTES = frozenset({"$schema", "$id"})
_NO_END = 2**62
"""Longer than anything that fits into a memory."""


def check_form(document: Any, schema: dict[str, Any], form: Form, *, page: str = "agreement-format") -> None:
    """Raise `InvalidInput` as `check_schema` does; `form` is the schema as a function."""
    if not form(document):
        check_schema(document, schema, page=page)


def form_of(schema: Mapping[str, Any]) -> Form:
    """Return a schema as a function; a keyword that is not known here is our own mistake."""
    form = _form_of(schema)

    def has_form(value: Any) -> bool:
        try:
            return bool(form(value))
        except (KeyError, TypeError):  # a name that the schema does not know; a value of another type
            return False

    return has_form


def _form_of(schema: Mapping[str, Any]) -> _Part:
    """Return a schema as a function for use within another, which may also raise where a value has not the form."""
    kind = schema.get("type")
    make = _BY_TYPE[kind] if kind is not None else _of_values
    named = _KEYWORDS[kind] | _NOTES
    assert schema.keys() <= named, f"no quick form for {schema.keys() - named}"
    return make(schema)


def _of_values(schema: Mapping[str, Any]) -> _Part:
    """Return the form of one of some words, or of one of some forms; without a keyword, of anything."""
    if "anyOf" in schema:
        one, other = schema["anyOf"]
        one, other = form_of(one), _form_of(other)  # the first returns its no, so that the other is asked
        return lambda value: one(value) or other(value)
    if "oneOf" in schema:
        forms = [form_of(each) for each in schema["oneOf"]]
        return lambda value: sum(form(value) for form in forms) == 1
    if "enum" not in schema and "const" not in schema:
        return _any
    known = schema["enum"] if "enum" in schema else [schema["const"]]
    if len(known) == 1 and type(known[0]) in (bool, int):  # 1 and true are equal, and not the same
        (single,) = known
        return lambda value: type(value) is type(single) and value == single
    assert all(type(each) is str for each in known), "an enumeration of what is no text has no quick form"
    return frozenset(known).__contains__


def _of_text(schema: Mapping[str, Any]) -> _Part:
    least, most = schema.get("minLength", 0), schema.get("maxLength", _NO_END)
    if "pattern" not in schema:
        return lambda value: type(value) is str and least <= len(value) <= most
    find = re.compile(schema["pattern"]).search
    if least == 0 and most == _NO_END:
        return find
    return lambda value: least <= len(value) <= most and find(value)


def _of_whole(schema: Mapping[str, Any]) -> _Part:
    least, most = schema["minimum"], schema["maximum"]
    return lambda value: type(value) is int and least <= value <= most


def _of_flag(_schema: Mapping[str, Any]) -> _Part:
    return lambda value: value is True or value is False


def _any(_value: Any) -> bool:
    return True


def _of_list(schema: Mapping[str, Any]) -> _Part:
    if "prefixItems" in schema:
        return _of_places(schema)
    form, is_single = _form_of(schema["items"]), schema.get("uniqueItems", False)
    least, most = schema.get("minItems", 0), schema.get("maxItems", _NO_END)

    def is_list(value: Any) -> bool:
        if type(value) is not list or not least <= len(value) <= most:
            return False
        for each in value:
            if not form(each):  # a generator in `all` would take longer
                return False
        return len(value) <= 1 or not is_single or _are_single(value)

    return is_list


def _of_places(schema: Mapping[str, Any]) -> _Part:
    """Return the form of a list that has as many places as forms are named, no more and no fewer."""
    places = [_form_of(each) for each in schema["prefixItems"]]
    assert schema["items"] is False, "a list of places ends with them"
    assert schema["minItems"] == len(places), "a list of places is full"

    def is_list(value: Any) -> bool:
        if type(value) is not list or len(value) != len(places):
            return False
        for form, each in zip(places, value, strict=True):  # noqa: SIM110 - as above
            if not form(each):
                return False
        return True

    return is_list


def _are_single(values: list[Any]) -> bool:
    """Tell whether no two values are equal; 1 and true count as equal here and are looked at again."""
    try:
        return len(set(values)) == len(values)
    except TypeError:  # lists and objects
        return all(each not in values[:place] for place, each in enumerate(values))


def _of_object(schema: Mapping[str, Any]) -> _Part:
    properties = {name: _form_of(each) for name, each in schema.get("properties", {}).items()}
    required, other = frozenset(schema.get("required", ())), schema.get("additionalProperties", True)
    if other is not False:
        return _of_open(schema, properties, required, _any if other is True else _form_of(other))
    first, *rest = schema["properties"].values()
    if required == properties.keys() and all(each == first for each in rest):
        return _of_alike(required, _form_of(first))
    return _of_closed(properties, required)


def _of_alike(names: frozenset[str], form: _Part) -> _Part:
    """Return the form of an object that has exactly these properties, all of one form, such as a text by language."""

    def is_object(value: Any) -> bool:
        if type(value) is not dict or value.keys() != names:
            return False
        for each in value.values():  # noqa: SIM110 - as above
            if not form(each):
                return False
        return True

    return is_object


def _of_closed(properties: Mapping[str, _Part], required: frozenset[str]) -> _Part:
    """Return the form of an object that has no other properties than these."""
    count = len(properties)

    def is_object(value: Any) -> bool:
        if type(value) is not dict:
            return False
        for name, each in value.items():
            if not properties[name](each):
                return False
        return len(value) == count or required <= value.keys()

    return is_object


def _of_open(
    schema: Mapping[str, Any], properties: Mapping[str, _Part], required: frozenset[str], others: _Part
) -> _Part:
    """Return the form of an object that may have properties of any name, or of names of one form."""
    is_name = _form_of(schema.get("propertyNames", {}))
    least, most = schema.get("minProperties", 0), schema.get("maxProperties", _NO_END)
    find = properties.get
    if is_name is others is _any and not properties and not required:
        return lambda value: type(value) is dict and least <= len(value) <= most

    def is_object(value: Any) -> bool:
        if type(value) is not dict or not required <= value.keys() or not least <= len(value) <= most:
            return False
        for name, each in value.items():  # noqa: SIM110 - as above
            if not find(name, others)(each) or not is_name(name):
                return False
        return True

    return is_object


_BY_TYPE: Mapping[str, Callable[[Mapping[str, Any]], _Part]] = {
    "string": _of_text,
    "integer": _of_whole,
    "boolean": _of_flag,
    "array": _of_list,
    "object": _of_object,
}
_KEYWORDS: Mapping[str | None, frozenset[str]] = {
    None: frozenset({"anyOf", "oneOf", "enum", "const"}),
    "string": frozenset({"type", "minLength", "maxLength", "pattern"}),
    "integer": frozenset({"type", "minimum", "maximum"}),
    "boolean": frozenset({"type"}),
    "array": frozenset({"type", "items", "prefixItems", "minItems", "maxItems", "uniqueItems"}),
    "object": frozenset(
        {"type", "properties", "required", "additionalProperties", "propertyNames", "minProperties", "maxProperties"}
    ),
}
