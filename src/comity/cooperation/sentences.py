"""How records are spoken of: message ids of `locale/` for our own names, a template's titles for its own."""

from comity.agreement import Sentence, Text
from comity.cooperation.accounts import Obligation
from comity.cooperation.records import Check, Flow
from comity.cooperation.standings import Standing
from comity.cooperation.values import Level, Withheld

Words = Sentence | Text
"""A message of the catalogue, or a wording that came with a template."""


def kind_words(standing: Standing) -> Words:
    """Return what a record is called: an initiative by its template's title."""
    if standing.template is not None:
        return standing.template.title
    return Sentence("cooperation-kind", {"kind": standing.kind})


def state_words(standing: Standing) -> Words:
    """Return the name of the state in which a record is."""
    if standing.template is not None:
        return standing.template.state_titles[standing.state]
    return Sentence("cooperation-state", {"state": standing.state})


def move_words(standing: Standing, move: str) -> Words:
    """Return the name of a move that the life of a record has."""
    if standing.template is not None and move in standing.template.move_titles:
        return standing.template.move_titles[move]
    return Sentence("cooperation-move", {"move": move})


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
