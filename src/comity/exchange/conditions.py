"""Whether an item may leave at all under its rule: what the check asks before it gives the item its form.

One question each, in this order; the first that is not met is the reason of the refusal. The area and the delay are
asked afterwards, of the form that would leave (`comity.exchange.areas`, `comity.exchange.delay`).
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from comity.agreement import Rule
from comity.exchange.decisions import Reason


class Asked(NamedTuple):
    """What the conditions look at beside the rule: nothing of the record itself. One is made for every item."""

    purpose: str
    caveats: frozenset[str]
    at_work: frozenset[str]
    now_ms: int


CONDITIONS: Mapping[Reason, Callable[[Rule, Asked], bool]] = {
    "not_at_work": lambda rule, asked: rule.clause in asked.at_work,
    "expired": lambda rule, asked: asked.now_ms < rule.until_ms,
    "purpose": lambda rule, asked: asked.purpose in rule.purposes,
    "caveat": lambda rule, asked: asked.caveats.isdisjoint(rule.forbid_caveats),
}
"""Every condition by the reason that stands in a refusal when it is not met."""


def unmet(rule: Rule, asked: Asked) -> Reason | None:
    """Return the first reason for which the rule does not release, or None."""
    for reason, is_met in CONDITIONS.items():
        if not is_met(rule, asked):
            return reason
    return None
