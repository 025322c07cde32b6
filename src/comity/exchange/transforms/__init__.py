"""What a rule does to a record before it leaves: one small function each, in this order.

Each takes the record, its kind and the rule, returns a new record, and never writes into its argument. A new one is
one file and one line here; the laws of `tests/exchange/test_transforms.py` then run over it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from comity.agreement import Rule
from comity.exchange.transforms.coarsen_position import coarsen_position
from comity.exchange.transforms.coarsen_time import coarsen_time
from comity.exchange.transforms.keep_fields import keep_fields
from comity.exchange.transforms.shorten_identity import shorten_identity
from comity.ground import Kind, Record

Transform = Callable[[Record, Kind, Rule], dict[str, Any]]

TRANSFORMS: Mapping[str, Transform] = {
    "keep_fields": keep_fields,
    "coarsen_position": coarsen_position,
    "coarsen_time": coarsen_time,
    "shorten_identity": shorten_identity,
}
"""Every transform, in the order in which they run."""

__all__ = ["TRANSFORMS", "Transform"]
