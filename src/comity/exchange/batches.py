"""When what was cleared leaves, and what a partner that was away is sent: both follow from the data alone.

One batch for each rule, receiver, purpose and period of its cadence; what a rule lets out at once (distress) goes alone
and first. A batch never leaves before its period has ended, so the instant at which it appears tells no more than the
period. Units: milliseconds since 1970, bytes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from comity.agreement import Rule
from comity.exchange.corrections import Name, Standing
from comity.exchange.said import Left
from comity.ground import MS_PER_S

MOST_ITEMS = 512
"""Items in one batch: with a commitment of 71 characters for each, its manifest stays below the 65,535 bytes of an
entry (512 × 74 bytes and the rest)."""


@dataclass(frozen=True)
class Cleared:
    """An item that the release check lets out from an instant on: its name at home, its rule, receiver and purpose."""

    name: str
    rule: str
    to: str
    purpose: str
    from_ms: int


@dataclass(frozen=True)
class Batch:
    """Items that leave together: under one rule, to one party, for one purpose, from one period."""

    rule: str
    to: str
    purpose: str
    due_ms: int
    names: tuple[str, ...]


def due_ms(from_ms: int, rule: Rule) -> int:
    """Return when the batch of an item leaves: the end of its period of cadence; at once without one."""
    cadence_ms = rule.cadence_s * MS_PER_S
    return -(-from_ms // cadence_ms) * cadence_ms if cadence_ms else from_ms


def due_batches(cleared: Iterable[Cleared], rules: Sequence[Rule], *, now_ms: int) -> tuple[Batch, ...]:
    """Return the batches that are due, in the order in which they leave: at-once first, then by due time and rule.

    The same items give the same batches whenever they are asked for: a node that was down sends for each missed period
    the batch that it would have sent then.
    """
    by_id = {each.id: each for each in rules}
    places = {each.id: place for place, each in enumerate(rules)}
    groups: dict[tuple[int, int, int, str, str, str], list[str]] = {}
    for each in sorted(cleared, key=lambda one: (one.from_ms, one.name)):
        rule = by_id[each.rule]
        leaves_ms = due_ms(each.from_ms, rule)
        if leaves_ms > now_ms:
            continue
        alone = "" if rule.cadence_s else each.name
        key = (int(rule.cadence_s > 0), leaves_ms, places[each.rule], each.to, each.purpose, alone)
        groups.setdefault(key, []).append(each.name)
    batches = []
    for key in sorted(groups):
        _, leaves_ms, place, to, purpose, _ = key
        for first in range(0, len(groups[key]), MOST_ITEMS):
            names = tuple(groups[key][first : first + MOST_ITEMS])
            batches.append(Batch(rules[place].id, to, purpose, leaves_ms, names))
    return tuple(batches)


def next_due_ms(cleared: Iterable[Cleared], rules: Sequence[Rule], *, now_ms: int) -> int | None:
    """Return when the next batch after now leaves, or None while nothing waits."""
    by_id = {each.id: each for each in rules}
    ahead = [due_ms(each.from_ms, by_id[each.rule]) for each in cleared]
    return min((each for each in ahead if each > now_ms), default=None)


def catch_up(
    left: Iterable[Left],
    found: Mapping[Name, Standing],
    rules: Sequence[Rule],
    *,
    received: int,
    now_ms: int,
) -> tuple[Left, ...]:
    """Return the contents that a partner that was away still needs, in the order in which to send them.

    Parameters
    ----------
    found
        `comity.exchange.standing` of the same log: a content whose items are all recalled is not sent.
    received
        How many entries of our log the partner confirmed with their contents; only later manifests are sent.

    What is past its time of keeping stays home. At-once rules come first, then the order of the log.
    """
    at_once = {each.id for each in rules if not each.cadence_s}
    recalled = {content for content, _ in found} - {content for (content, _), each in found.items() if each.now}
    needed = [
        each
        for each in left
        if each.position >= received and each.manifest.keep_until_ms > now_ms and each.manifest.blob not in recalled
    ]
    return tuple(sorted(needed, key=lambda each: (each.manifest.rule not in at_once, each.position)))
