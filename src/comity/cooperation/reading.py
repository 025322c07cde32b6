"""A record as a document of schema `comity/<kind>/<n>`, and back; the schemas follow from the fields' own lines.

What a record does not say is left out of its document, so that one meaning has one canonical form and one hash.
"""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from comity.agreement import check_schema, forms, wording_hash
from comity.cooperation.records import KINDS, Document, Flow, Initiative, Meeting, Record
from comity.cooperation.values import LEVELS, Level
from comity.ground import InvalidInput, canonical

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
    check_schema(document, schema_of(kind))
    canonical(document)  # outside the profile there is no hash to sign
    record = record_of(kind, document)
    check_record(kind, record)
    return record


def record_of(kind: str, values: Mapping[str, Any]) -> Record:
    """Return the record whose fields these are; their form was checked before."""
    record = _build(KINDS[kind], {name: each for name, each in values.items() if name != "schema"})
    assert isinstance(record, KINDS[kind])
    return record


def document_of(record: Record) -> dict[str, Any]:
    """Return the one document that says what a record says."""
    kind = next(name for name, each in KINDS.items() if type(record) is each)
    return {"schema": SCHEMA_NAMES[kind], **_plain(record)}


def check_record(kind: str, record: Record) -> None:
    """Raise `InvalidInput` where one field of a record contradicts another; each says something that cannot be."""
    known = fields_of(kind)
    for name, level in (record.visibility or {}).items():
        _require(name in known, name, "visibility")
        _require(level != "national" or name not in required_of(kind), name, "visibility")
    for block in record.withheld:
        _require(block.field in known and level_of(kind, record.visibility, block.field) != "national", block.field)
        _require(block.public_on is None or _is_day(block.public_on), "public_on")
    if isinstance(record, Meeting):
        _require(record.starts_ms < record.ends_ms, "ends_ms")
    elif isinstance(record, Flow):
        _check_flow(record)
    elif isinstance(record, Initiative):
        _require(record.value is None or record.value.amount_minor >= 0, "value")
        for name in ("items", "milestones", "indicators"):
            _require(len({each.id for each in getattr(record, name)}) == len(getattr(record, name)), name)
        for indicator in record.indicators:
            _require(all(_is_day(each.on) for each in indicator.measured), "indicators")
        _require(record.starts_ms is None or record.ends_ms is None or record.starts_ms <= record.ends_ms, "ends_ms")
    elif isinstance(record, Document):
        _require(_is_day(record.on), "on")
        _require(len({each.language for each in record.renditions}) == len(record.renditions), "renditions")


def level_of(kind: str, visibility: Mapping[str, Level] | None, name: str) -> Level:
    """Return who may read a field of a record; what is national by its kind stays so, whatever a record says."""
    level: Level = fields_of(kind)[name].metadata["level"]
    return level if level == "national" or visibility is None else visibility.get(name, level)


def text_hashes(values: Mapping[str, Any]) -> dict[str, str]:
    """Return one hash for each language: of all wordings of a record in that language, by their path.

    >>> text_hashes({"title": {"ar": "أ", "en": "a", "fr": "a"}})["en"] == text_hashes({"title": {"en": "a"}})["en"]
    True
    """
    found: dict[str, dict[str, str]] = {"ar": {}, "en": {}, "fr": {}}
    ahead: list[tuple[str, Any]] = [("", values)]
    while ahead:
        path, value = ahead.pop()
        if isinstance(value, Mapping):
            is_wording = value.keys() <= found.keys() and all(isinstance(each, str) for each in value.values())
            for name, each in value.items():
                if is_wording:
                    found[name][path] = each
                else:
                    ahead.append((f"{path}.{name}", each))
        elif isinstance(value, list):
            ahead += [(f"{path}[{place}]", each) for place, each in enumerate(value)]
    pairs = {language: [[path, said[path]] for path in sorted(said)] for language, said in found.items()}
    return {language: wording_hash(canonical(said).decode()) for language, said in pairs.items()}


def _check_flow(record: Flow) -> None:
    _require(record.from_party != record.to_party, "to_party")
    _require(record.amount is None or record.amount.amount_minor > 0, "amount")
    if record.flow_kind == "payment":
        _require(record.amount is not None and record.quantity is None and record.item is None, "amount")
        _require(record.initiative is not None, "initiative")
    elif record.flow_kind == "delivery":
        _require(record.initiative is not None, "initiative")
        _require(record.item is not None and record.quantity is not None and record.amount is None, "quantity")
    else:
        _require((record.amount is None) != (record.quantity is None) and record.item is None, "amount")
        _require((record.quantity is None) == (record.unit is None), "unit")


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


def _build(hint: Any, value: Any) -> Any:
    """Return a JSON value in the shape of a type: data classes, tuples, mappings; anything else as it is."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return None if value is None else _build(next(each for each in get_args(hint) if each is not type(None)), value)
    if origin is tuple:
        return tuple(_build(get_args(hint)[0], each) for each in value)
    if isinstance(hint, type) and is_dataclass(hint):
        hints = _hints(hint)
        return hint(**{name: _build(hints[name], each) for name, each in value.items()})
    return value


@cache
def _hints(shape: Any) -> dict[str, Any]:
    return get_type_hints(shape)


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
