"""A record as a document of schema `comity/<kind>/<n>`, and back; the schemas follow from the fields' own lines.

What a record does not say is left out of its document, so that one meaning has one canonical form and one hash.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from operator import itemgetter
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from comity.agreement import check_schema, forms
from comity.cooperation.records import KINDS, Record
from comity.cooperation.values import LEVELS, Level
from comity.ground import InvalidInput, canonical

PAGE = "cooperation-records"
"""The page of docs/reference that describes acts and records."""

SCHEMA_NAMES: Mapping[str, str] = {
    kind: f"comity/{kind.replace('_', '-')}/{2 if kind == 'decision' else 1}" for kind in KINDS
}
"""The schema of each kind. `comity/decision/1` is the agreement's own: it only puts clauses to work."""

_KIND_OF = {name: kind for kind, name in SCHEMA_NAMES.items()}
FIXED = frozenset(
    {
        "about",
        "example",
        "flow_kind",
        "from_decision",
        "from_meeting",
        "from_party",
        "group",
        "id",
        "initiative",
        "item",
        "roles",
        "template",
        "template_hash",
        "to_party",
    }
)
"""What no move can change, not even with both signatures: it would be another record, or another's."""


_SHARED_LEVEL = {"enum": ["bilateral", "public"]}


@cache
def fields_of(kind: str) -> Mapping[str, Field[Any]]:
    """Return the fields of a kind by name, with their form and level as metadata."""
    return {each.name: each for each in fields(KINDS[kind])}


@cache
def required_of(kind: str) -> frozenset[str]:
    """Return the names of the fields that every record of a kind has."""
    return frozenset(name for name, each in fields_of(kind).items() if each.default is MISSING)


@cache
def schema_of(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind of record."""
    properties = {name: each.metadata["form"] for name, each in fields_of(kind).items()}
    name = SCHEMA_NAMES[kind]
    optional = set(properties) - required_of(kind)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": name,
        **forms.optional(forms.closed(schema={"const": name}, **properties), *optional),
    }


@cache
def proposal_schema_of(kind: str) -> dict[str, Any]:
    """Return the schema of a record as it may stand in a log: without what is national."""
    whole = schema_of(kind)
    properties = {name: form for name, form in whole["properties"].items() if name == "schema" or _leaves(kind, name)}
    return {**whole, "properties": {**properties, "level": _SHARED_LEVEL}}


@cache
def changes_schema_of(kind: str) -> dict[str, Any]:
    """Return the schema of what an act may change: any field but those that name the record, nothing national."""
    names = [each for each in fields_of(kind) if each not in FIXED and _leaves(kind, each)]
    properties = {name: fields_of(kind)[name].metadata["form"] for name in names} | {"level": _SHARED_LEVEL}
    return {"$id": f"{SCHEMA_NAMES[kind]}#changes", **forms.optional(forms.closed(**properties), *properties)}


def _leaves(kind: str, name: str) -> bool:
    return bool(fields_of(kind)[name].metadata["level"] != "national")


def kind_of(document: Any) -> str:
    """Return the kind of record that a document is, or raise `InvalidInput`."""
    name = document.get("schema") if isinstance(document, Mapping) else None
    if not isinstance(name, str) or name not in _KIND_OF:
        raise InvalidInput(
            "cooperation.unknown_record",
            "The document {schema} is no record of cooperation.",
            why="the known ones are: {known}",
            remedy="write the schema at the top of the document; docs/reference/cooperation-records.md lists them",
            schema=str(name)[:64],
            known=", ".join(_KIND_OF),
        )
    return _KIND_OF[name]


def read_record(document: Any) -> Record:
    """Return a record document as data, or raise `InvalidInput` naming the path that is wrong."""
    kind = kind_of(document)
    check_schema(document, schema_of(kind), page=PAGE)
    canonical(document)  # outside the profile there is no hash to sign
    check_record(kind, document)
    return record_of(kind, document)


def record_of(kind: str, values: Mapping[str, Any]) -> Record:
    """Return the record whose fields these are; their form was checked before."""
    record = _record_builder(kind)({name: each for name, each in values.items() if name != "schema"})
    assert isinstance(record, KINDS[kind])
    return record


@cache
def _record_builder(kind: str) -> Callable[[Any], Any]:
    return _data_builder(KINDS[kind])


def document_of(record: Record) -> dict[str, Any]:
    """Return the one document that says what a record says."""
    kind = next(name for name, each in KINDS.items() if type(record) is each)
    return {"schema": SCHEMA_NAMES[kind], **_plain(record)}


def check_record(kind: str, values: Mapping[str, Any]) -> None:
    """Raise `InvalidInput` where one field of a record contradicts another; the form of each was checked before."""
    known, visibility = fields_of(kind), values.get("visibility")
    for name, level in (visibility or {}).items():
        _require(name in known, name, "visibility")
        _require(level != "national" or name not in required_of(kind), name, "visibility")
    for block in values.get("withheld", ()):
        name = block["field"]
        _require(name in known and level_of(kind, visibility, name) != "national", name)
        _require("public_on" not in block or _is_day(block["public_on"]), "public_on")
    if kind in _CHECKS:
        _CHECKS[kind](values)


def level_of(kind: str, visibility: Mapping[str, Level] | None, name: str) -> Level:
    """Return who may read a field of a record; what is national by its kind stays so, whatever a record says."""
    level: Level = fields_of(kind)[name].metadata["level"]
    return level if level == "national" or visibility is None else visibility.get(name, level)


def text_hashes(values: Mapping[str, Any]) -> dict[str, str]:
    """Return one hash for each language: of all wordings of a record in that language, by their path.

    >>> text_hashes({"title": {"ar": "أ", "en": "a", "fr": "a"}})["en"] == text_hashes({"title": {"en": "a"}})["en"]
    True
    """
    wordings: list[tuple[str, dict[str, str]]] = []
    ahead: list[tuple[str, Any]] = [("", values)]
    while ahead:
        path, value = ahead.pop()
        if type(value) is list:
            for place, each in enumerate(value):
                if type(each) in _NESTED:
                    ahead.append((f"{path}[{place}]", each))
        elif value.keys() <= _LANGUAGES and {*map(type, value.values())} <= _WORDS:
            wordings.append((path, value))
        else:
            for name, each in value.items():
                if type(each) in _NESTED:
                    ahead.append((f"{path}.{name}", each))
    wordings.sort(key=_path)
    pairs = {language: [[path, said[language]] for path, said in wordings if language in said] for language in _ORDER}
    return {language: f"sha256:{sha256(canonical(said)).hexdigest()}" for language, said in pairs.items()}


_ORDER = ("ar", "en", "fr")
_LANGUAGES = frozenset(_ORDER)
_NESTED, _WORDS = frozenset({dict, list}), frozenset({str})
_path = itemgetter(0)


def _check_meeting(values: Mapping[str, Any]) -> None:
    _require(values["starts_ms"] < values["ends_ms"], "ends_ms")


def _check_initiative(values: Mapping[str, Any]) -> None:
    _require("value" not in values or values["value"]["amount_minor"] >= 0, "value")
    for name in ("items", "milestones", "indicators"):
        held = values.get(name, ())
        _require(len({each["id"] for each in held}) == len(held), name)
    for indicator in values.get("indicators", ()):
        _require(all(_is_day(each["on"]) for each in indicator.get("measured", ())), "indicators")
    if "starts_ms" in values and "ends_ms" in values:
        _require(values["starts_ms"] <= values["ends_ms"], "ends_ms")


def _check_document(values: Mapping[str, Any]) -> None:
    _require(_is_day(values["on"]), "on")
    renditions = values.get("renditions", ())
    _require(len({each["language"] for each in renditions}) == len(renditions), "renditions")


def _check_flow(values: Mapping[str, Any]) -> None:
    has_amount, has_quantity, has_item = ("amount" in values, "quantity" in values, "item" in values)
    _require(values["from_party"] != values["to_party"], "to_party")
    _require(not has_amount or values["amount"]["amount_minor"] > 0, "amount")
    if values["flow_kind"] == "payment":
        _require(has_amount and not has_quantity and not has_item, "amount")
        _require("initiative" in values, "initiative")
    elif values["flow_kind"] == "delivery":
        _require("initiative" in values, "initiative")
        _require(has_item and has_quantity and not has_amount, "quantity")
    else:
        _require(has_amount != has_quantity and not has_item, "amount")
        _require(has_quantity == ("unit" in values), "unit")


_CHECKS: Mapping[str, Callable[[Mapping[str, Any]], None]] = {
    "meeting": _check_meeting,
    "initiative": _check_initiative,
    "flow": _check_flow,
    "document": _check_document,
}


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _require(holds: bool, field: str, at: str = "") -> None:
    if holds:
        return
    raise InvalidInput(
        "cooperation.field_contradicts",
        "The field {field} does not fit the rest of the record.",
        why="it names what the record does not have, or says what another of its fields rules out",
        remedy="correct it; docs/reference/cooperation-records.md says what each field holds",
        field=f"{at}.{field}" if at else field,
    )


def _builder(hint: Any) -> Callable[[Any], Any] | None:
    """Return what puts a JSON value into the shape of a type: data classes and tuples; None where it stays as it is."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):  # what is left out stays out, so a value that is there has the other type
        return _builder(next(each for each in get_args(hint) if each is not type(None)))
    if origin is tuple:
        build = _builder(get_args(hint)[0])
        return tuple if build is None else lambda value: tuple(map(build, value))
    return _data_builder(hint) if isinstance(hint, type) and is_dataclass(hint) else None


def _data_builder(shape: Any) -> Callable[[Any], Any]:
    found = {name: _builder(hint) for name, hint in get_type_hints(shape).items()}
    builders = {name: build for name, build in found.items() if build is not None}
    if not builders:
        return lambda value: shape(**value)
    find = builders.get

    def built(value: Mapping[str, Any]) -> Any:
        return shape(**{name: build(each) if (build := find(name)) else each for name, each in value.items()})

    return built


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        said = {each.name: getattr(value, each.name) for each in fields(value) if not _is_unsaid(value, each)}
        return {name: _plain(each) for name, each in said.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _is_unsaid(value: Any, field: Field[Any]) -> bool:
    return field.default is not MISSING and getattr(value, field.name) == field.default


WIDTH: Mapping[Level, int] = {level: place for place, level in enumerate(LEVELS)}
"""How wide an audience is; the wider number reads less."""
