"""Why an item left, is held, or is refused, step by step, as sentences still without words.

For the owner's own officers: names of columns that stay home are shown to them, values never. A refusal names its
article and reason and nothing else, so that it can be shown to anyone.
"""

from dataclasses import dataclass

from comity.agreement import Rule, Sentence
from comity.exchange.decisions import Held, Refusal, Released
from comity.exchange.gate import ReleaseRules, release
from comity.exchange.items import Item
from comity.exchange.transforms import TRANSFORMS
from comity.ground import Kind, instant_text

_APPROVALS = {
    "auto": "exchange-approval-none",
    "one-officer": "exchange-approval-one",
    "two-officers": "exchange-approval-two",
}


@dataclass(frozen=True)
class Step:
    """One transform of the rule: its name in the registry, and what it does, in words."""

    transform: str
    sentence: Sentence


@dataclass(frozen=True)
class Explanation:
    """The answer, the steps that give what leaves its form, and the sentences that say it all in order."""

    answer: Released | Held | Refusal
    steps: tuple[Step, ...]
    withheld: tuple[str, ...]
    sentences: tuple[Sentence, ...]


def explain(item: Item, rules: ReleaseRules, *, to: str, purpose: str, now_ms: int) -> Explanation:
    """Ask the release check about an item, and explain the answer; the same errors as `release`."""
    answer = release(item, rules, to=to, purpose=purpose, now_ms=now_ms)
    if isinstance(answer, Refusal):
        return Explanation(answer, (), (), (answer.sentence,))
    kind = rules.kinds[item.kind]
    steps = steps_of(answer.rule, kind, item)
    said = [answer.sentence, *(each.sentence for each in steps)]
    withheld: tuple[str, ...] = ()
    if isinstance(answer, Released):
        withheld = tuple(name for name in item.record if name not in answer.record)
        said.append(Sentence("exchange-leaves", {"columns": ", ".join(answer.record)}))
        if withheld:
            said.append(Sentence("exchange-stays", {"columns": ", ".join(withheld)}))
    return Explanation(answer, steps, withheld, (*said, *_terms(answer)))


def steps_of(rule: Rule, kind: Kind, item: Item) -> tuple[Step, ...]:
    """Return the transforms that the rule asks for and that find something to do in this item."""
    found: list[Step] = []
    record = dict(item.record)
    for name, transform in TRANSFORMS.items():
        changed = transform.one(record, kind, rule)
        sentence = transform.said(rule)
        if sentence is not None and changed != record:
            found.append(Step(name, sentence))
        record = changed
    return tuple(found)


def _terms(answer: Released | Held) -> tuple[Sentence, ...]:
    label = answer.rule.label
    marked = Sentence(
        "exchange-label",
        {
            "policy": label.policy,
            "classification": label.classification,
            "rel_to": ", ".join(label.rel_to),
            "tlp": label.tlp,
        },
    )
    terms = (marked, Sentence(_APPROVALS[answer.rule.approve]))
    if isinstance(answer, Held):
        return terms
    return (*terms, Sentence("exchange-erased", {"until": instant_text(answer.keep_until_ms)}))
