"""How records are spoken of: message ids of `locale/` for our own names, a template's titles for its own."""

from typing import Self

from comity.agreement import Sentence, Text
from comity.cooperation.accounts import Obligation
from comity.cooperation.records import Check, Flow
from comity.cooperation.standings import Standing
from comity.cooperation.values import Level, Withheld

Words = Sentence | Text
"""A message of the catalogue, or a wording that came with a template."""


class Worded(str):
    """A value of an error as a machine reads it, with the sentence that says it to people."""

    sentence: Sentence

    @classmethod
    def of(cls, value: str, sentence: Sentence) -> Self:
        """Return a value with its words."""
        worded = cls(value)
        worded.sentence = sentence
        return worded


def kind_words(standing: Standing) -> Words:
    """Return what a record is called: an initiative by its template's title."""
    if standing.template is not None:
        return standing.template.title
    return Sentence("cooperation-kind", {"kind": standing.kind})


def state_words(standing: Standing) -> Words:
    """Return the name of the state in which a record is."""
    if standing.template is not None:
        return standing.template.state_titles[standing.state]
    return Sentence("cooperation-state", {"state": standing.state, "kind": standing.kind})


def move_words(standing: Standing, move: str) -> Words:
    """Return the name of a move that the life of a record has."""
    if standing.template is not None and move in standing.template.move_titles:
        return standing.template.move_titles[move]
    return Sentence("cooperation-move", {"move": move})


def need_words(standing: Standing, need: str) -> Sentence:
    """Return what a move needs first (`needs`): fields and states by the names that a template gives them."""
    word, argument = need.split(":", 1)
    name, _, rest = argument.partition("=" if word == "field" else "/")
    form = word
    values: dict[str, Words | int | str] = {"name": name}
    if word == "field":
        form = "value" if rest else word
        values = {"name": _field_words(standing, name), "value": Sentence("cooperation-word", {"word": rest})}
    elif word == "document":
        form = "signed" if rest == "signed" else word
        values = {"name": Sentence("cooperation-document", {"document": name})}
    elif word == "check":
        values = {"name": Sentence("cooperation-check", {"check": name})}
    elif word == "elapsed" and rest:
        state = state_words(standing._replace(state=name))
        form, values = f"elapsed_{rest[-1]}", {"name": state, "count": int(rest[1:-1])}
    elif word == "elapsed":
        form, values = "day", {"name": _field_words(standing, name)}
    elif f"{word}_{name}" in _FIXED_NEEDS:
        form = f"{word}_{name}"
    elif word == "indicator":
        values = {"name": _indicator_words(standing, name)}
    return Sentence("cooperation-need", {"form": form, "value": "", "count": 0, **values})


_FIXED_NEEDS = frozenset(
    {
        *("payment_first", "payment_settled", "payment_all"),
        *("delivery_first", "delivery_all"),
        *("clause_cited", "clause_own"),
        "indicator_all",
    }
)
"""Needs that a sentence of their own says whole."""


def _field_words(standing: Standing, name: str) -> Words:
    template = standing.template
    if template is not None and name in template.fields:
        return template.fields[name].title
    return Sentence("public-field", {"field": name})


def _indicator_words(standing: Standing, name: str) -> Words | str:
    found = (each["title"] for each in standing.fields.get("indicators", ()) if each["id"] == name)
    return next((Text(**each) for each in found), name)


def fulfilment_words(obligation: Obligation) -> Sentence:
    """Return how an obligation stands: done, open, late, dropped."""
    return Sentence("cooperation-fulfilment", {"fulfilment": obligation.fulfilment})


def level_words(level: Level) -> Sentence:
    """Return who may read: national, bilateral, public."""
    return Sentence("cooperation-level", {"level": level})


def withheld_words(block: Withheld) -> Sentence:
    """Return why a field is withheld, by its reason code."""
    return Sentence("cooperation-withheld", {"reason": block.reason_code})


def flow_words(flow: Flow) -> Sentence:
    """Return what flows: a payment, a delivery, a contribution."""
    return Sentence("cooperation-flow", {"flow": flow.flow_kind})


def check_words(check: Check) -> Sentence:
    """Return what is checked."""
    return Sentence("cooperation-check", {"check": check.check_kind})
