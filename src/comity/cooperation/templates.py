"""Templates: a kind of initiative as a data file, checked when it is loaded and pinned by its hash.

A new kind is one file and no code. A running initiative keeps the template that it began with.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from comity.agreement import Text, agreement_hash, check_schema, forms
from comity.cooperation.lives import ANY, OTHER, OWNER, PROPOSER, Life, Step
from comity.cooperation.template_form import TEMPLATE_SCHEMA
from comity.cooperation.values import MONEY, WORDING, Level
from comity.ground import InvalidInput, lifecycle_faults

_RESERVED = {ANY, PROPOSER, OTHER, OWNER}
_NUMBER_MOST = 2**53 - 1
_FORMS: Mapping[str, dict[str, Any]] = {
    "text": WORDING,
    "word": forms.WORD,
    "number": forms.whole(0, _NUMBER_MOST),
    "money": MONEY,
    "date": forms.DATE,
    "flag": {"type": "boolean"},
    "notice": forms.closed(status={"enum": ["done", "not_required"]}, on=forms.DATE),
}


@dataclass(frozen=True)
class TemplateField:
    """A field that a template declares: its title, what it holds, who may read it, and its unit if it is a number."""

    title: Text
    type: str
    level: Level
    unit: str | None
    choices: tuple[str, ...]


@dataclass(frozen=True)
class UnitCost:
    """The value of an initiative for each unit of one of its number fields, such as a cost per megawatt."""

    title: Text
    per: str


@dataclass(frozen=True)
class Template:
    """A kind of initiative: its roles, its life, its fields; `hash` pins it.

    `pays` and `delivers` name the roles that pay and deliver; without `pays` any party may pay under the value.
    `words` holds the titles of states and moves, which come with the template in three languages.
    """

    id: str
    hash: str
    title: Text
    roles: Mapping[str, Text]
    life: Life
    fields: Mapping[str, TemplateField]
    unit_costs: Mapping[str, UnitCost]
    state_titles: Mapping[str, Text]
    move_titles: Mapping[str, Text]
    pays: str | None
    delivers: str | None
    before_in_force: bool
    export: tuple[str, ...]
    maps: Mapping[str, Mapping[str, Any]]
    details_schema: Mapping[str, Any]

    @property
    def levels(self) -> Mapping[str, Level]:
        """Who may read each field that the template declares."""
        return {name: each.level for name, each in self.fields.items()}


_PAGE = "initiative-templates"
"""The page of docs/reference that describes templates and the fields that they declare."""


def read_template(document: Any) -> Template:
    """Return a template document as data, or raise `InvalidInput` saying which state, move or field is at fault."""
    check_schema(document, TEMPLATE_SCHEMA, page=_PAGE)
    declared = document.get("fields", {})
    fields = {
        name: TemplateField(
            Text(**each["title"]), each["type"], each["level"], each.get("unit"), tuple(each.get("choices", ()))
        )
        for name, each in declared.items()
    }
    template = Template(
        id=document["id"],
        hash=agreement_hash(document),
        title=Text(**document["title"]),
        roles={name: Text(**each) for name, each in document["roles"].items()},
        life=_life(document),
        fields=fields,
        unit_costs={
            name: UnitCost(Text(**each["title"]), each["per"]) for name, each in document.get("unit_cost", {}).items()
        },
        state_titles={name: Text(**each["title"]) for name, each in document["states"].items()},
        move_titles={each["name"]: Text(**each["title"]) for each in document["move"]},
        pays=document.get("pays"),
        delivers=document.get("delivers"),
        before_in_force=document.get("before_in_force", False),
        export=tuple(document.get("export", ())),
        maps=document.get("map", {}),
        details_schema=_details_schema(document["id"], fields),
    )
    _check(template, document)
    return template


def check_details(template: Template, details: Mapping[str, Any]) -> None:
    """Raise `InvalidInput` where the fields of an initiative are not those that its template declares.

    A day has the form of a day and is one: 2026-02-30 is none.
    """
    check_schema(details, dict(template.details_schema), page=_PAGE)
    for name, value in details.items():
        if template.fields[name].type in ("date", "notice"):
            _check_day(name, value["on"] if isinstance(value, Mapping) else value)


def _check_day(name: str, day: str) -> None:
    try:
        date.fromisoformat(day)
    except ValueError:
        raise InvalidInput(
            "cooperation.no_such_day",
            "The field {field} names the day {day}, which no calendar has.",
            why="what hangs on a day that never comes never falls due",
            remedy="write the day that is meant, as YYYY-MM-DD",
            field=name,
            day=day,
        ) from None


def adopted(templates: Iterable[Template]) -> Mapping[str, Template]:
    """Return templates by their hash, as decisions name them."""
    return {each.hash: each for each in templates}


def _life(document: Mapping[str, Any]) -> Life:
    states = document["states"]
    moves: dict[str, dict[str, Step]] = {name: {} for name in states}
    for each in document["move"]:
        step = Step(
            to=each["to"],
            signatures=2 if each["sign"] == "both" else 1,
            by=each["by"],
            needs=tuple(each.get("needs", ())),
            sets=tuple(each.get("sets", ())),
        )
        for origin in each["from"]:
            if origin not in moves:
                raise _fault(document["id"], "unknown_state", origin)
            if states[origin].get("final"):
                raise _fault(document["id"], "way_out_of_final", origin)
            if each["name"] in moves[origin]:
                raise _fault(document["id"], "move_twice", each["name"])
            moves[origin][each["name"]] = step
    return Life(
        start=document["initial"],
        moves=moves,
        remind={name: each["remind"] for name, each in states.items() if "remind" in each},
        flows={name: frozenset(each.get("flows", ())) for name, each in states.items()},
    )


def _check(template: Template, document: Mapping[str, Any]) -> None:
    for fault, state in lifecycle_faults(template.life):
        raise _fault(template.id, fault, state)
    for name, each in document["states"].items():
        if not template.life.moves[name] and not each.get("final"):
            raise _fault(template.id, "dead_end", name)
    for moves in template.life.moves.values():
        for name, step in moves.items():
            if step.by not in _RESERVED | template.roles.keys():
                raise _fault(template.id, "unknown_role", f"{name}: {step.by}")
            _check_needs(template, name, step)
    for role in (template.pays, template.delivers):
        if role is not None and role not in template.roles:
            raise _fault(template.id, "unknown_role", role)
    for each in template.unit_costs.values():
        if each.per not in template.fields or template.fields[each.per].type != "number":
            raise _fault(template.id, "unknown_field", each.per)


_OF_THE_RECORD = frozenset({"value", "items", "milestones", "indicators", "starts_ms", "ends_ms", "next_review_ms"})
"""Fields that every initiative may have, beside those that its template declares."""


def _check_needs(template: Template, move: str, step: Step) -> None:
    for need in step.needs:
        word, argument = need.split(":", 1)
        if word == "field":
            name, _, value = argument.partition("=")
            known = template.fields.get(name)
            if known is None and name not in _OF_THE_RECORD:
                raise _fault(template.id, "unknown_field", f"{move}: {name}")
            if value and (known is None or value not in known.choices):
                raise _fault(template.id, "unknown_choice", f"{move}: {argument}")
        if word == "elapsed" and "/" in argument and argument.split("/")[0] not in template.life.moves:
            raise _fault(template.id, "unknown_state", f"{move}: {argument}")
    for name in step.sets:
        if name not in template.fields and name not in _OF_THE_RECORD:
            raise _fault(template.id, "unknown_field", f"{move}: {name}")


def _details_schema(template_id: str, fields: Mapping[str, TemplateField]) -> dict[str, Any]:
    properties = {
        name: {"enum": list(each.choices)} if each.choices else _FORMS[each.type] for name, each in fields.items()
    }
    return {"$id": f"template {template_id}", **forms.optional(forms.closed(**properties), *properties)}


def _fault(template: str, fault: str, place: str) -> InvalidInput:
    return InvalidInput(
        "cooperation.template_faulty",
        "The template {template} cannot be used: {fault} at {place}.",
        why="every state must be known and reachable, lead to an end, and no end may be left; every name must exist",
        remedy="mend the template file; docs/reference/initiative-templates.md describes its form",
        template=template,
        fault=fault,
        place=place,
    )
