"""Survival in cold water, as an explicit input: what share of persons may still be alive after a time in the water.

It weights a plan only where the user asks for it, and never ends a search: a chart is a floor for planning, not a model
of one person. Units: degrees Celsius, seconds; shares are numbers from 0 to 1. How a printed time becomes a share is
our own reading, said beside each model. Sources: the entries of `SURVIVAL_MODELS`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from comity.ground import MS_PER_S, Floats, InvalidInput
from comity.rescue.cloud import Cloud

_H = 3600.0
_MINUTE_S = 60.0

USSARTF_H: tuple[tuple[float, float, float | None], ...] = (
    (32.5, 0.25, 0.75),
    (40.0, 0.5, 1.5),
    (50.0, 1.0, 3.0),
    (60.0, 1.0, 6.0),
    (70.0, 2.0, 40.0),
    (80.0, 3.0, None),
)
"""Water up to so many degrees Fahrenheit: expected time of survival in hours, from and to (None: indefinite)."""

COLDEST_C, WARMEST_C = -2.0, 20.0
"""Where the two formulas may be asked: sea water freezes below, and Hayward's diverges at 23.1 °C."""


@dataclass(frozen=True)
class SurvivalCurve:
    """The share alive at times in the water, straight between the points, the last share beyond them.

    `is_verified` is False where the formula was read second-hand and could not be checked against its paper.
    """

    time_s: Floats
    share: Floats
    source: str
    is_verified: bool


@dataclass(frozen=True)
class SurvivalModel:
    """A model: its curve for a temperature of the water, and its source. How it is read has a word of its own."""

    curve: Callable[[float], tuple[Sequence[float], Sequence[float]]]
    source: str
    is_verified: bool


def _ussartf(water_c: float) -> tuple[Sequence[float], Sequence[float]]:
    water_f = water_c * 9 / 5 + 32
    for warmest_f, from_h, to_h in USSARTF_H:
        if water_f <= warmest_f and to_h is not None:
            return (0.0, from_h * _H, to_h * _H), (1.0, 1.0, 0.0)
    return (0.0, _H), (1.0, 1.0)


def _hayward(water_c: float) -> tuple[Sequence[float], Sequence[float]]:
    time_s = (15 + 7.2 / (0.0785 - 0.0034 * water_c)) * _MINUTE_S
    return (0.0, 2 * time_s), (1.0, 0.0)


def _xu_giesbrecht(water_c: float) -> tuple[Sequence[float], Sequence[float]]:
    longest_s = (0.0547 * water_c**2 + 0.5048 * water_c + 1.3604) * _H
    return (0.0, longest_s), (1.0, 0.0)


SURVIVAL_MODELS: dict[str, SurvivalModel] = {
    "ussartf": SurvivalModel(
        _ussartf,
        "US Search and Rescue Task Force, expected survival times in cold water",
        True,
    ),
    "hayward": SurvivalModel(
        _hayward,
        "J. S. Hayward, 1975: 15 + 7.2 / (0.0785 − 0.0034 T) min",
        False,
    ),
    "xu_giesbrecht": SurvivalModel(
        _xu_giesbrecht,
        "X. Xu, G. Giesbrecht, 2018: 0.0547 T² + 0.5048 T + 1.3604 h",
        False,
    ),
}
"""Models by name. The chart stands alike in three public copies: all are alive until the first time of its band, then
evenly fewer until the second. The two formulas were read second-hand and neither paper was at hand, so neither they nor
their ranges of temperature are verified. Hayward's: evenly fewer from the start, half at the printed time. Xu and
Giesbrecht's: evenly fewer until the longest time."""


def survival_curve(model: str, water_c: float) -> SurvivalCurve:
    """Return a model's curve for a temperature of the water.

    Raises
    ------
    InvalidInput
        For an unknown model, or a temperature outside its range.

    >>> survival_curve("ussartf", 12.0).time_s / 3600
    array([0., 1., 6.])
    """
    if model not in SURVIVAL_MODELS:
        raise InvalidInput(
            "rescue.unknown_survival_model",
            "There is no survival model {name}.",
            why="survival counts only by a model that is named and cited",
            remedy="use one of: {known}; or give a curve of your own",
            name=repr(model),
            known=", ".join(SURVIVAL_MODELS),
        )
    found = SURVIVAL_MODELS[model]
    warmest_c = WARMEST_C if model != "ussartf" else 40.0
    if not COLDEST_C <= water_c <= warmest_c:
        raise InvalidInput(
            "rescue.water_outside_model",
            "The water has {water_c} °C.",
            why="the survival model {name} may be asked from {coldest_c} to {warmest_c} °C",
            remedy="correct the temperature, or use another model",
            water_c=f"{water_c:g}",
            name=model,
            coldest_c=f"{COLDEST_C:g}",
            warmest_c=f"{warmest_c:g}",
        )
    time_s, share = found.curve(water_c)
    return SurvivalCurve(np.array(time_s), np.array(share), found.source, found.is_verified)


def own_survival_curve(time_s: ArrayLike, share: ArrayLike, source: str) -> SurvivalCurve:
    """Return a curve from points of one's own: times from 0 upwards, shares from 1 downwards, and their source."""
    times, shares = np.asarray(time_s, dtype=np.float64), np.asarray(share, dtype=np.float64)
    is_curve = (
        times.ndim == 1
        and times.shape == shares.shape
        and times.size > 1
        and times[0] == 0
        and shares[0] == 1
        and bool((np.diff(times) > 0).all() and (np.diff(shares) <= 0).all() and shares[-1] >= 0)
    )
    if not (is_curve and source.strip()):
        raise InvalidInput(
            "rescue.not_a_survival_curve",
            "The points {points} with the source {source} are no survival curve.",
            why="times begin at 0 and grow, shares begin at 1 and never grow, and a source is named",
            remedy="give the points in that order, and where they come from",
            points=", ".join(f"({t:g}, {s:g})" for t, s in zip(times.ravel(), shares.ravel(), strict=False)),
            source=repr(source),
        )
    return SurvivalCurve(times, shares, source, True)


def survival_at(curve: SurvivalCurve, immersed_s: ArrayLike) -> Floats:
    """Return the share alive after times in the water; 1 before it."""
    return np.asarray(np.interp(np.asarray(immersed_s, dtype=np.float64), curve.time_s, curve.share))


def survival_by_hypothesis(cloud: Cloud, curve: SurvivalCurve, at_ms: int, is_immersed: Sequence[bool]) -> Floats:
    """Return the share alive of each hypothesis at an instant, shape (trajectories,).

    `is_immersed` says of each object of the case whether it is a person in the water: what floats in a raft is not
    subject to the curve. The time counts from the first instant of the cloud at which a hypothesis is in the water and
    is such an object.
    """
    objects = cloud.object_index[:, None] if cloud.object_at is None else cloud.object_at
    immersed = np.asarray(is_immersed, dtype=np.bool_)[objects] & np.isfinite(cloud.lon_deg)
    since_ms = cloud.time_ms[np.argmax(immersed, axis=1)]
    return np.where(immersed.any(axis=1), survival_at(curve, (at_ms - since_ms) / MS_PER_S), 1.0)
