"""What an office notes on a record for its own party: parted from what leaves, kept at home, shown to our pages only.

A field is national by its kind, by the record's own `visibility`, by the template that declares it, or, for a point of
an agenda, by the point's own level. None of it enters an act: the partner reads every act.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, insert, select

from comity.agreement import check_schema
from comity.cooperation import Level, Template, fields_of, level_of
from comity.ground import InvalidInput, canonical, parse_canonical
from comity.node.app import Node
from comity.node.store import NATIONAL_FIELD

AGENDA, DETAILS = "agenda", "details"
_OF_TEMPLATE = "details."
"""What stands before the name of a template's field in the database."""

Fields = Mapping[str, Any]


def parted(kind: str, fields: Fields, known: Fields, levels: Mapping[str, Level]) -> tuple[Fields, Fields]:
    """Return what may leave of new fields of a record, and what stays home.

    Parameters
    ----------
    known
        The record's fields so far; its `visibility` holds unless the new fields say another.
    levels
        The level of each field that the record's template declares.

    Raises
    ------
    InvalidInput
        A control sign stands in a text: no file format carries it, and no eye sees it.
    """
    _check_signs(fields)
    said = fields.get("visibility")
    visibility = said if isinstance(said, Mapping) else known.get("visibility")  # else the form of the act refuses it
    leaves, stays = dict[str, Any](), dict[str, Any]()
    for name, value in fields.items():
        if name not in fields_of(kind):
            leaves[name] = value  # unknown: the check of the act says so
        elif level_of(kind, visibility, name) == "national":
            stays[name] = value
        elif name == DETAILS and isinstance(value, Mapping):
            own = {each: held for each, held in value.items() if levels.get(each) == "national"}
            _put(stays, name, own)
            _put(leaves, name, {each: held for each, held in value.items() if each not in own})
        elif name == AGENDA and isinstance(value, list):
            own_points = [each for each in value if _is_national(each)]
            _put(stays, name, own_points)
            leaves[name] = [each for each in value if not _is_national(each)]
        else:
            leaves[name] = value
    return leaves, stays


def check_national(kind: str, fields: Fields, template: Template | None) -> None:
    """Raise `InvalidInput` where what shall stay home has not the form that its field asks for; `None` empties one."""
    known = fields_of(kind)
    forms = {name: known[name].metadata["form"] for name in fields if name != DETAILS}
    held = {name: value for name, value in fields.items() if name != DETAILS and value is not None}
    check_schema(held, {"$id": f"{kind}, national fields", "properties": forms})
    details = {name: value for name, value in (fields.get(DETAILS) or {}).items() if value is not None}
    if template is not None and details:
        check_schema(details, dict(template.details_schema))


def keep(connection: Connection, agreement_id: str, key: str, fields: Fields, *, office: str, now_ms: int) -> None:
    """Add a row for each field; `None` empties one. Nothing is overwritten."""
    flat = {name: value for name, value in fields.items() if name != DETAILS}
    flat |= {_OF_TEMPLATE + name: value for name, value in (fields.get(DETAILS) or {}).items()}
    rows = [
        {
            "agreement_id": agreement_id,
            "record": key,
            "field": name,
            "at_ms": now_ms,
            "office": office,
            "value": None if value is None else canonical(value),
        }
        for name, value in flat.items()
    ]
    if rows:
        connection.execute(insert(NATIONAL_FIELD), rows)


def national_of(node: Node, agreement_id: str, key: str) -> dict[str, Any]:
    """Return what our offices noted on a record, the newest of each field."""
    rows = NATIONAL_FIELD.c
    query = select(rows.field, rows.value).filter_by(agreement_id=agreement_id, record=key).order_by(rows.change)
    with node.store.reading() as connection:
        newest = {row.field: row.value for row in connection.execute(query)}
    found, details = dict[str, Any](), dict[str, Any]()
    for name, value in newest.items():
        if value is not None:
            place = details if name.startswith(_OF_TEMPLATE) else found
            place[name.removeprefix(_OF_TEMPLATE)] = parse_canonical(value)
    return found | ({DETAILS: details} if details else {})


def not_national(names: list[str]) -> InvalidInput:
    """Say that a field is not one that stays home."""
    return InvalidInput(
        "node.field_not_national",
        "Nothing was kept: {fields} is not ours alone.",
        why="only what is national stays at home; everything else is said by an act that the partner reads",
        remedy="make a move of the record that sets it",
        fields=", ".join(sorted(names))[:200],
    )


def _check_signs(fields: Fields) -> None:
    for name, value in fields.items():
        for sign in _signs(value):
            if sign != "\n" and unicodedata.category(sign) == "Cc":
                raise InvalidInput(
                    "node.control_sign",
                    "The field {field} holds the control sign {sign}.",
                    why="such a sign shows nothing to the eye, and papers and other houses' files cannot carry it",
                    remedy="leave it out; a line ends with the sign U+000A",
                    field=name[:64],
                    sign=f"U+{ord(sign):04X}",
                )


def _signs(value: Any) -> Iterator[str]:
    """Yield every sign of every text in a value."""
    if isinstance(value, str):
        yield from value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _signs(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _signs(each)


def _is_national(point: Any) -> bool:
    return isinstance(point, Mapping) and point.get("level") == "national"


def _put(found: dict[str, Any], name: str, value: Any) -> None:
    if value:
        found[name] = value
