"""IATI 2.03 activities: XML in and out, by the table of `iati_elements`; what is read and written again is equal.

A file is read whole or not at all. What the table does not know (elements of other name spaces, persons to contact) is
left out and counted. Amounts stay decimal text.
Source: IATI Activity Standard 2.03 (XML schema and the rules on language: a text's own, else that of what holds it).
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from comity.files.standards.iati_elements import ACTIVITY, KINDS, Element, Value
from comity.files.standards.intake import bounded_bytes, parsed_xml
from comity.ground import InvalidInput, instant_text

VERSION = "2.03"
READ_VERSIONS = ("2.01", "2.02", "2.03")
UNDETERMINED = "und"
"""The language of a text that neither states one nor stands in anything that does (BCP 47)."""

EXAMPLES: Mapping[str, str] = {
    "day": "2025-01-22",
    "instant": "2025-01-22T09:00:00Z",
    "decimal": "1250000.00",
    "whole": "1",
    "year": "2025",
    "truth": "true",
    "address": "https://example.org/report.pdf",
}
SHOWN = 80
"""Characters of a wrong value that are shown."""

Activity = dict[str, Any]
"""An activity as a record: fields of `iati_elements.ACTIVITY`."""

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ALLOWED = {kind: re.compile(pattern).fullmatch for kind, pattern in KINDS.items()}
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


@dataclass(frozen=True)
class ReadActivities:
    """What a file held: its version, its activities in order, and how often it held what is not taken over."""

    version: str
    activities: tuple[Activity, ...]
    left_out: Mapping[str, int]


@dataclass(frozen=True)
class _Place:
    """Where a value stands, for a sentence: the line (or the activity that is written) and the path."""

    row: int | str
    path: str

    def at(self, name: str, row: int | str | None = None) -> "_Place":
        return _Place(self.row if row is None else row, f"{self.path}/{name}" if self.path else name)


@dataclass
class _Reading:
    left_out: Counter[str] = field(default_factory=Counter)


def read_activities(data: bytes) -> ReadActivities:
    """Return every activity of an IATI file, or raise `InvalidInput` with the line, the element and the value."""
    root = parsed_xml(data)
    version = root.get("version", "")
    if root.tag != "iati-activities" or version not in READ_VERSIONS:
        raise InvalidInput(
            "files.iati_version",
            "The file is <{element}> of version {version!r}.",
            why="activities are read from <iati-activities> of {versions}",
            remedy="ask its author for an activity file in version 2.03",
            element=str(root.tag)[:SHOWN],
            version=version[:SHOWN],
            versions=", ".join(READ_VERSIONS),
        )
    reading = _Reading()
    first_line: dict[str, int] = {}
    activities = []
    for node in root:
        if node.tag != ACTIVITY.name:
            reading.left_out[str(node.tag)] += 1
            continue
        line = node.sourceline or 0
        activity = _read(node, ACTIVITY, UNDETERMINED, _Place(line, ""), reading)
        if first_line.setdefault(activity["iati_identifier"], line) != line:
            raise _named_twice(activity["iati_identifier"], line, first_line[activity["iati_identifier"]])
        activities.append(activity)
    return ReadActivities(version, tuple(activities), dict(reading.left_out))


def read_activities_file(path: Path) -> ReadActivities:
    """Read the activities of a file on disk, or raise `InvalidInput`."""
    return read_activities(bounded_bytes(path))


def write_activities(activities: Iterable[Mapping[str, Any]], *, generated_ms: int) -> bytes:
    """Return activities as an IATI 2.03 file; each text states its language."""
    root = etree.Element("iati-activities", {"version": VERSION, "generated-datetime": instant_text(generated_ms)})
    for activity in activities:
        _write(root, ACTIVITY, activity, _Place(str(activity.get("iati_identifier", "")), ""))
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return written


def schema_faults(data: bytes, schema: Path) -> tuple[str, ...]:
    """Return what an XML schema on disk finds wrong with a file, `line: sentence` each; nothing when it is valid."""
    validator = _validator(schema)
    if validator.validate(parsed_xml(data)):
        return ()
    return tuple(f"{each.line}: {each.message}" for each in validator.error_log)


@cache
def _validator(schema: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(schema, etree.XMLParser(no_network=True)))


def _read(node: etree._Element, element: Element, language: str, place: _Place, reading: _Reading) -> Any:
    language = node.get(_LANG, language)
    record: dict[str, Any] = {}
    for name, text in node.attrib.items():
        value = element.by_attribute.get(str(name))
        if value is not None:
            record[value.field] = _checked(str(text), value, place, f"@{name}")
        elif name != _LANG:
            reading.left_out[f"{place.at(f'@{name}').path}"] += 1
    if element.text is not None:
        record[element.text.field] = _checked(node.text or "", element.text, place, "")
    texts: list[list[str]] = []
    for child in node:
        if element.narratives and child.tag == "narrative":
            texts.append([child.get(_LANG, language), child.text or ""])
            continue
        inside = element.by_name.get(str(child.tag))
        if inside is None:
            reading.left_out[place.at(str(child.tag)).path] += 1
            continue
        there = place.at(inside.name, child.sourceline or 0)
        found = _read(child, inside, language, there, reading)
        if inside.many:
            record.setdefault(inside.field, []).append(found)
        elif inside.field in record:
            raise _second(there)
        else:
            record[inside.field] = found
    if texts:
        record["narrative"] = texts
    return _finished(record, element, place)


def _finished(record: dict[str, Any], element: Element, place: _Place) -> Any:
    """Check that what must be there is, and return the record in its shortest form."""
    for value in (*element.attributes, *((element.text,) if element.text else ())):
        if value.needed and value.field not in record:
            raise _absent(place.at(f"@{value.name}"))
    for inside in element.inside:
        if inside.needed and inside.field not in record:
            raise _absent(place.at(inside.name))
    if element.only_narratives:
        return record.get("narrative", [])
    return record[element.alone.field] if element.alone else record


def _write(parent: etree._Element, element: Element, found: Any, place: _Place) -> None:
    record: Mapping[str, Any] = _opened(found, element, place)
    node = etree.SubElement(parent, element.name)
    known = 0
    for value in element.attributes:
        if value.field in record:
            known += 1
            node.set(value.name, _checked(record[value.field], value, place, f"@{value.name}"))
    if element.text is not None and element.text.field in record:
        known += 1
        node.text = _checked(record[element.text.field], element.text, place, "")
    if element.narratives and "narrative" in record:
        known += 1
        for language, text in record["narrative"]:
            _refuse_forbidden(text, place)
            narrative = etree.SubElement(node, "narrative", {_LANG: language})
            narrative.text = text
    for inside in element.inside:
        if inside.field in record:
            known += 1
            each_found = record[inside.field] if inside.many else [record[inside.field]]
            for each in each_found:
                _write(node, inside, each, place.at(inside.name))
    if known != len(record):
        raise _unknown(place, element, record)
    _finished(dict(record), element, place)


def _opened(found: Any, element: Element, place: _Place) -> Mapping[str, Any]:
    """Return the long form of a record, the reverse of `_finished`."""
    if element.only_narratives:
        return {"narrative": found} if found else {}
    if element.alone:
        return {element.alone.field: found}
    if not isinstance(found, Mapping):
        raise _bad_value(place, str(found), "{…}")
    return found


def _checked(text: Any, value: Value, place: _Place, name: str) -> str:
    where = place.at(name) if name else place
    if not isinstance(text, str):
        raise _bad_value(where, str(text), "“…”")
    if value.kind not in ("text", "code"):
        text = text.strip()
    if not _ALLOWED[value.kind](text):
        if value.kind == "code":
            raise _absent(where)
        raise _bad_value(where, text, EXAMPLES[value.kind])
    _refuse_forbidden(text, where)
    return str(text)


def _refuse_forbidden(text: str, place: _Place) -> None:
    found = _FORBIDDEN.search(text)
    if found is not None:
        raise _bad_value(place, f"U+{ord(found.group()):04X}", "XML 1.0, 2.2")


def _bad_value(place: _Place, value: str, example: str) -> InvalidInput:
    return InvalidInput(
        "files.iati_value",
        "Row {row}, {column}: {value!r} cannot stand there.",
        why="the standard wants a value such as {example}",
        remedy="correct it, then try again with the whole file; nothing of it was kept",
        row=place.row,
        column=place.path,
        value=value[:SHOWN],
        example=example,
    )


def _absent(place: _Place) -> InvalidInput:
    return InvalidInput(
        "files.iati_absent",
        "Row {row}: {column} is not there, or empty.",
        why="the standard wants it",
        remedy="add it, then try again with the whole file; nothing of it was kept",
        row=place.row,
        column=place.path,
    )


def _second(place: _Place) -> InvalidInput:
    return InvalidInput(
        "files.iati_second",
        "Row {row}: {column} stands there a second time.",
        why="the standard allows it once, so one of the two would be lost",
        remedy="remove one, then try again with the whole file; nothing of it was kept",
        row=place.row,
        column=place.path,
    )


def _named_twice(identifier: str, row: int, first: int) -> InvalidInput:
    return InvalidInput(
        "files.iati_twice",
        "Row {row}, iati-identifier: {value!r} stands already in row {first}.",
        why="it names one activity in all the world",
        remedy="correct or remove one of the two, then try again with the whole file; nothing of it was kept",
        row=row,
        value=identifier[:SHOWN],
        first=first,
    )


def _unknown(place: _Place, element: Element, record: Mapping[str, Any]) -> InvalidInput:
    own_text = (element.text,) if element.text else ()
    parts: tuple[Value | Element, ...] = (*element.attributes, *element.inside, *own_text)
    known = {each.field for each in parts} | {"narrative"}
    return InvalidInput(
        "files.iati_unknown",
        "{row}: an activity holds the field {field!r} at {column}.",
        why="no element of the standard that is written carries it, so it would be lost",
        remedy="use one of: {fields}",
        row=place.row,
        column=place.path or element.name,
        field=min(record.keys() - known, default="narrative"),
        fields=", ".join(sorted(known)),
    )
