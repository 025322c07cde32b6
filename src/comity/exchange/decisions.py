"""What the release check answers: released, held, or refused; always a value, and always explained.

A `Refusal` is an answer, not an exception: most items are refused, and that is the check doing its work. The error
`comity.ground.Refused` is for a service that was told to send and must stop: `refused(refusal)` makes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from comity.agreement import APPROVALS_NEEDED, Label, Rule, Sentence
from comity.ground import Refused, instant_text

Reason = Literal[
    "prohibited",
    "unknown_kind",
    "no_rule",
    "not_at_work",
    "expired",
    "purpose",
    "caveat",
    "outside_area",
]
"""Why an item is refused, in the order in which the check asks."""


@dataclass(frozen=True)
class Released:
    """What leaves: the record in the form that the rule allows, and what an auditor needs to check it."""

    record: dict[str, Any]
    rule: Rule
    agreement_hash: str
    keep_until_ms: int

    @property
    def clause(self) -> str:
        """The clause under which it leaves."""
        return self.rule.clause

    @property
    def approvals_needed(self) -> int:
        """How many offices must approve before it leaves; `comity.exchange.check_approvals` counts them."""
        return APPROVALS_NEEDED[self.rule.approve]

    @property
    def label(self) -> Label:
        """The marking that travels with it."""
        return self.rule.label

    @property
    def sentence(self) -> Sentence:
        """Say it: released under which rule."""
        return Sentence("exchange-released", {"rule": self.rule.id})


@dataclass(frozen=True)
class Held:
    """What will leave later: the first instant at which the same question may be answered `Released`."""

    until_ms: int
    rule: Rule

    @property
    def sentence(self) -> Sentence:
        """Say it: held under which rule, until when."""
        return Sentence("exchange-held", {"rule": self.rule.id, "until": instant_text(self.until_ms)})


@dataclass(frozen=True)
class Refusal:
    """What stays home: the article that says so and the reason; never what the item held."""

    article: str
    reason: Reason
    rule_id: str | None

    @property
    def sentence(self) -> Sentence:
        """Say it: refused under which article, for which reason."""
        values: dict[str, Any] = {"article": self.article}
        if self.rule_id is not None:
            values["rule"] = self.rule_id
        return Sentence(_MESSAGES[self.reason], values)


_MESSAGES: Mapping[Reason, str] = {
    "prohibited": "exchange-refused-prohibited",
    "unknown_kind": "exchange-refused-unknown-kind",
    "no_rule": "exchange-refused-no-rule",
    "not_at_work": "exchange-refused-not-at-work",
    "expired": "exchange-refused-expired",
    "purpose": "exchange-refused-purpose",
    "caveat": "exchange-refused-caveat",
    "outside_area": "exchange-refused-outside-area",
}


def refused(refusal: Refusal) -> Refused:
    """Return the error that a service raises when it was told to send what the check refuses."""
    if refusal.reason == "not_at_work":
        return Refused(
            "exchange.clause_not_at_work",
            "Nothing was sent: Article {article} is not at work.",
            why="it waits for a decision of its working group, signed by both parties",
            remedy="table the decision that puts Article {article} to work, and have both parties sign it",
            article=refusal.article,
        )
    return Refused(
        "exchange.not_released",
        "Nothing was sent: the release check refused the item under Article {article}.",
        why="no rule of the agreement lets this item leave in this way",
        remedy="read the reason with `comity agreement explain`, or ask the working group for a rule",
        article=refusal.article,
    )
