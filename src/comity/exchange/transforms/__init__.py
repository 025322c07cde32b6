"""What a rule does to what leaves: one small module each, in this order.

A transform works on one record (`one`) and on a table of records of one kind (`many`), to the same effect; it returns a
new record or table and never writes into its argument; `said` puts in words what it does under a rule. A new one is one
file and one line here: the laws of `tests/exchange/test_transforms.py` then run over it, and it has a page in
`docs/reference/transforms.md`. Whether an item leaves at all is asked by the conditions (`comity.exchange.conditions`).
"""

from collections.abc import Mapping

from comity.exchange.transforms.coarsen_position import COARSEN_POSITION
from comity.exchange.transforms.coarsen_time import COARSEN_TIME
from comity.exchange.transforms.keep_fields import KEEP_FIELDS
from comity.exchange.transforms.shape import Transform
from comity.exchange.transforms.shorten_identity import SHORTEN_IDENTITY

TRANSFORMS: Mapping[str, Transform] = {
    "keep_fields": KEEP_FIELDS,
    "coarsen_position": COARSEN_POSITION,
    "coarsen_time": COARSEN_TIME,
    "shorten_identity": SHORTEN_IDENTITY,
}
"""Every transform, in the order in which they run."""

__all__ = ["TRANSFORMS", "Transform"]
