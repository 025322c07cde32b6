"""The form of a template file: schema `comity/template/1`, closed to the last word, with names in three languages.

A template is data: it names states, moves, who, how many sign, what is needed, and the fields of its own. There is no
expression in it and nothing that runs.
"""

from typing import Any

from comity.agreement import forms
from comity.cooperation.records import CHECK_KINDS, FLOW_KINDS
from comity.cooperation.values import LEVEL, PERIOD, TITLE

FIELD_TYPES = ("text", "word", "number", "money", "date", "flag", "notice")
"""What a field of a template may hold. A `notice` says that a step at home is done or not required, and on which day:
never what it says."""

NATURES = ("purpose", "limit", "organisation", "exchange", "activity", "protection", "final")
_NAME = r"[a-z][a-z0-9_]*"
_WORDS = "|".join
NEED = {
    "type": "string",
    "maxLength": 128,
    "pattern": (
        r"^("
        rf"field:{_NAME}(=[a-z0-9_]+)?"
        rf"|document:{_NAME}(/signed)?"
        r"|payment:(first|all|settled)"
        r"|delivery:(first|all)"
        rf"|check:({_WORDS(CHECK_KINDS)})"
        rf"|clause:(cited|own|{_WORDS(NATURES)})"
        rf"|indicator:({_NAME}|all)"
        rf"|elapsed:({_NAME}/P[1-9][0-9]{{0,3}}[DMY]|{_NAME}_ms)"
        r")$(?!\n)"
    ),
}
"""The closed vocabulary of what a move may need. `delivery` stands beside `payment`: accepted is not delivered."""

_STATE = forms.optional(
    forms.closed(title=TITLE, final={"const": True}, remind=PERIOD, flows=forms.list_of({"enum": list(FLOW_KINDS)})),
    "final",
    "remind",
    "flows",
)
_MOVE: dict[str, Any] = forms.optional(
    {
        **forms.closed(
            **{"from": forms.list_of(forms.WORD, least=1)},
            name=forms.WORD,
            title=TITLE,
            to=forms.WORD,
            by=forms.WORD,
            sign={"enum": ["one", "both"]},
            needs=forms.list_of(NEED),
            sets=forms.list_of(forms.WORD),
        )
    },
    "needs",
    "sets",
)
_FIELD = forms.optional(
    forms.closed(
        title=TITLE,
        type={"enum": list(FIELD_TYPES)},
        level=LEVEL,
        unit=forms.WORD,
        choices=forms.list_of(forms.WORD, least=1),
    ),
    "unit",
    "choices",
)


def _named(form: dict[str, Any], least: int = 0) -> dict[str, Any]:
    return {
        "type": "object",
        "propertyNames": forms.WORD,
        "additionalProperties": form,
        "minProperties": least,
        "maxProperties": 64,
    }


TEMPLATE_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "comity/template/1",
    **forms.optional(
        forms.closed(
            schema={"const": "comity/template/1"},
            id=forms.WORD,
            title=TITLE,
            roles=_named(TITLE, least=2),
            initial=forms.WORD,
            pays=forms.WORD,
            delivers=forms.WORD,
            before_in_force={"type": "boolean"},
            export=forms.list_of({"enum": ["ocds", "iati"]}),
            states=_named(_STATE, least=2),
            move={"type": "array", "items": _MOVE, "minItems": 1, "maxItems": 128},
            fields=_named(_FIELD),
            unit_cost=_named(forms.closed(title=TITLE, per=forms.WORD)),
            map=_named({"type": "object"}),
        ),
        "pays",
        "delivers",
        "before_in_force",
        "export",
        "fields",
        "unit_cost",
        "map",
    ),
}
"""The schema of a template."""
