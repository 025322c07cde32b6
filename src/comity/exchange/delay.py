"""From when on a rule lets go of an event: its delay, counted from the end of the coarse period.

Counted from the end of the period, the instant of release tells no more than the coarsened time does.
Units: milliseconds since 1970.
"""

import numpy as np
from numpy.typing import NDArray

from comity.agreement import Rule
from comity.ground import MS_PER_S


def released_from_ms(event_ms: int, rule: Rule) -> int:
    """Return the first instant at which a rule lets go of an event."""
    period_ms = rule.time_bucket_s * MS_PER_S
    end_ms = event_ms - event_ms % period_ms + period_ms if period_ms else event_ms
    return end_ms + rule.delay_s * MS_PER_S


def each_released_from_ms(event_ms: NDArray[np.int64], rule: Rule) -> NDArray[np.int64]:
    """Return the same for each event, shape (items,)."""
    period_ms = rule.time_bucket_s * MS_PER_S
    ends_ms = event_ms - event_ms % period_ms + period_ms if period_ms else event_ms
    return ends_ms + rule.delay_s * MS_PER_S
