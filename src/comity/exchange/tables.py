"""The release check for many items of one kind and owner at once: a table in, an answer for each row out.

The same questions in the same order as `comity.exchange.release`, asked of columns: a test holds every answer equal.
Units: milliseconds since 1970.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from comity.agreement import Rule
from comity.exchange.decisions import Held, Refusal, Released
from comity.exchange.delay import each_released_from_ms
from comity.exchange.gate import ReleaseRules, deciding_rule
from comity.exchange.items import ItemTable
from comity.exchange.transforms import TRANSFORMS
from comity.ground import MS_PER_S

RELEASED, HELD, REFUSED = np.int8(0), np.int8(1), np.int8(2)
"""What is answered of a row, as a column."""


@dataclass(frozen=True)
class TableAnswer:
    """An answer for each row: `outcome` and `until_ms` (items,), and the released rows in the form that leaves.

    `decided` is the rule that decides them all, or the refusal of the whole table before its rows are looked at.
    """

    outcome: NDArray[np.int8]
    until_ms: NDArray[np.int64]
    released: pa.Table
    decided: Rule | Refusal
    agreement_hash: str
    keep_until_ms: int

    def answers(self) -> Iterator[Released | Held | Refusal]:
        """Yield each row's answer as the check gives it for one item; items refused alike share one refusal."""
        if isinstance(self.decided, Refusal):
            yield from [self.decided] * len(self.outcome)
            return
        rule, outside = self.decided, Refusal(self.decided.clause, "outside_area", self.decided.id)
        records = iter(self.released.to_pylist())
        for outcome, until_ms in zip(self.outcome.tolist(), self.until_ms.tolist(), strict=True):
            if outcome == RELEASED:
                yield Released(next(records), rule, self.agreement_hash, self.keep_until_ms)
            else:
                yield Held(until_ms, rule) if outcome == HELD else outside


def release_many(items: ItemTable, rules: ReleaseRules, *, to: str, purpose: str, now_ms: int) -> TableAnswer:
    """Say of each item of a table whether it may leave to a party, for a purpose, now; all in one pass.

    `InvalidInput` is for a column that is not of its kind; then nothing leaves, for a table enters whole or not at all.
    """
    rule = deciding_rule(items, rules, to=to, purpose=purpose, now_ms=now_ms)
    if isinstance(rule, Refusal):
        nothing = np.zeros(len(items.event_ms), dtype=np.int64)
        outcome = np.full(len(nothing), REFUSED)
        return TableAnswer(outcome, nothing, items.records.slice(0, 0), rule, rules.agreement_hash, now_ms)
    kind = rules.kinds[items.kind]
    kind.check(dict.fromkeys(items.records.column_names))
    shown = items.records
    for transform in TRANSFORMS.values():
        shown = transform.many(shown, kind, rule)
    until_ms = each_released_from_ms(items.event_ms, rule)
    outcome = np.where(until_ms > now_ms, HELD, RELEASED)
    if rule.area is not None:
        outcome[~rules.areas[rule.area].holds_each(shown, kind, rule.grid_mdeg)] = REFUSED
    return TableAnswer(
        outcome=outcome,
        until_ms=until_ms,
        released=shown.filter(pa.array(outcome == RELEASED)),
        decided=rule,
        agreement_hash=rules.agreement_hash,
        keep_until_ms=now_ms + rule.keep_for_s * MS_PER_S,
    )
