"""What becomes another object on its way: a boat that is left for a raft, a raft that loses its people, a capsizing.

Units: seconds, metres per second. A change takes effect at the next step, a second one in the same hour in the next
hour; what has capsized becomes nothing else. Source of the capsizing: OpenDrift's option (its chance in an hour).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comity.ground import Floats
from comity.rescue.case import Case
from comity.rescue.chance import Stream, uniforms
from comity.rescue.hypotheses import lines_of
from comity.rescue.kernel import Hypotheses

_STAYS, _CAPSIZES = -1, -2
_NEARLY_SURE = 1 - 1e-9
_LEAST_RATE = 1e-300


@dataclass(frozen=True)
class Changes:
    """Which object each hypothesis is, what it becomes next (an object's place, or one of the two marks), and when."""

    object_index: NDArray[np.int16]
    becomes: NDArray[np.int16]
    due_s: Floats
    is_capsized: NDArray[np.bool_]


def has_changes(case: Case) -> bool:
    """Tell whether any object of a case may become another, or capsize."""
    return any(each.becomes is not None or each.capsizing is not None for each in case.objects)


def changes_of(case: Case, object_index: NDArray[np.int16], release_s: Floats) -> Changes:
    """Return the first change of each hypothesis; instants count as the releases do."""
    count = object_index.size
    changes = Changes(
        object_index.copy(), np.full(count, _STAYS, np.int16), np.full(count, np.inf), np.zeros(count, np.bool_)
    )
    _draw(case, changes, np.arange(count), release_s, 0)
    return changes


def announce(
    case: Case, changes: Changes, drifts: Hypotheses, wind_m_s: Floats | None, hour: int, at_s: tuple[float, float]
) -> NDArray[np.int64]:
    """Tell the kernel what changes between two instants; return the hypotheses that are about to.

    `wind_m_s`, shape (particles,), is the wind at each hypothesis; None where nothing can capsize.
    """
    count = changes.object_index.size
    if wind_m_s is not None:
        over_s = _capsizing_s(case, changes, wind_m_s, hour, at_s[0])
        afloat = (drifts.live > 0) | ((drifts.turn == 0) & (drifts.due_s <= at_s[0]))
        first = (over_s < np.minimum(changes.due_s, at_s[1])) & afloat[:count]
        changes.due_s[first], changes.becomes[first] = over_s[first], _CAPSIZES
    near = np.flatnonzero(changes.due_s < at_s[1])
    drifts.change_s[near] = changes.due_s[near]
    becomes, now = changes.becomes[near], changes.object_index[near]
    target = changes.object_index.copy()
    target[near] = np.where(becomes >= 0, becomes, now)
    share = np.array([1.0 if each.capsizing is None else each.capsizing.leeway_share for each in case.objects])
    as_now = np.concatenate([drifts.down[:, near], drifts.side[:, near]])
    drifts.after[:, near] = np.where(becomes == _CAPSIZES, share[now] * as_now, lines_of(case, target)[:, near])
    return near


def note(case: Case, changes: Changes, drifts: Hypotheses, near: NDArray[np.int64], hour: int) -> None:
    """Take note of what has changed in an hour, and draw what that becomes next."""
    done = near[np.isinf(drifts.change_s[near])]
    over = changes.becomes[done] == _CAPSIZES
    changes.is_capsized[done] = over
    other = done[~over]
    changes.object_index[other] = changes.becomes[other]
    since_s = changes.due_s[other]
    changes.becomes[done], changes.due_s[done] = _STAYS, np.inf
    _draw(case, changes, other, since_s, hour)


def _draw(case: Case, changes: Changes, some: NDArray[np.int64], since_s: Floats, turn: int) -> None:
    """Draw what some hypotheses become, and when, counted from `since_s`, shape of `some`."""
    drawn = uniforms(case.run.seed, some.astype(np.uint64), Stream.CHANGE, turn)
    for place, each in enumerate(case.objects):
        mine = changes.object_index[some] == place
        becoming = each.becomes
        if becoming is None:
            continue
        if becoming.after_s is not None:
            wait_s = np.interp(drawn[mine], (0, 1), becoming.after_s)
        else:
            assert becoming.mean_s is not None, "one of the two is given"
            wait_s = -becoming.mean_s * np.log(drawn[mine])
        changes.becomes[some[mine]], changes.due_s[some[mine]] = becoming.object_index, since_s[mine] + wait_s


def _capsizing_s(case: Case, changes: Changes, wind_m_s: Floats, hour: int, from_s: float) -> Floats:
    """Return when each hypothesis turns over in the wind of this hour."""
    particles = np.arange(changes.object_index.size, dtype=np.uint64)
    drawn = uniforms(case.run.seed, particles, Stream.CAPSIZE, hour)
    when_s = np.full(drawn.size, np.inf)
    for place, each in enumerate(case.objects):
        if each.capsizing is not None:
            mine = (changes.object_index == place) & ~changes.is_capsized
            above = (wind_m_s[mine] - each.capsizing.wind_m_s) / each.capsizing.width_m_s
            rate = -np.log1p(-np.minimum(0.5 + 0.5 * np.tanh(above), _NEARLY_SURE)) / 3600.0
            when_s[mine] = from_s - np.log(drawn[mine]) / np.maximum(rate, _LEAST_RATE)
    return when_s
