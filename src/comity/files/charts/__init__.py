"""Charts: what an officer looks at, and what an instrument on board reads.

The drawing is loaded when it is first asked for, with its libraries: a route needs none of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from comity.files.charts.drift_map import DriftChart, drift_map

__all__ = ["DriftChart", "drift_map"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module("comity.files.charts.drift_map"), name)
