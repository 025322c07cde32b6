"""What a search teaches: the chance of each cell or hypothesis after an empty search, and after a clue.

Units: metres, degrees, milliseconds since 1970; probabilities are numbers from 0 to 1. What is learnt is a weight for
each hypothesis; the cloud stays as it drifted.
Sources: IAMSAR Manual vol. II, ch. 4 (terms); B. O. Koopman, Search and Screening, 1946; T. Bayes through L. D. Stone,
Theory of Optimal Search, 1975, ch. 5 (posterior after an unsuccessful search).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comity.ground import Floats, InvalidInput, date_time_group, metres_per_degree
from comity.rescue.cloud import Cloud
from comity.rescue.detection import Sensor, pod_by_hypothesis
from comity.rescue.legs import Legs
from comity.rescue.search_frame import is_afloat, places_deg

_TURN_DEG = 360.0


@dataclass(frozen=True)
class Flown:
    """What one unit has really searched."""

    legs: Legs
    sensor: Sensor


@dataclass(frozen=True)
class Sighting:
    """The object, or part of it, seen at a place and time, with one standard error on each axis.

    `reliability` is the chance that what was seen belongs to this case; else the sighting tells nothing.
    """

    lon_deg: float
    lat_deg: float
    time_ms: int
    position_error_m: float
    reliability: float


@dataclass(frozen=True)
class FoundObject:
    """A thing found adrift that comes from the object: `likelihood` says how likely it is from each hypothesis.

    It comes from a backward drift of the thing, or from where hypotheses of its kind would be. Shape (trajectories,),
    never negative, of any scale; `reliability` as in `Sighting`.
    """

    likelihood: Floats
    reliability: float


Evidence = Sighting | FoundObject


def poc_after_search(poc: Floats, pod: Floats) -> Floats:
    """Return the probability map after a search that found nothing, by Bayes' rule.

    Parameters
    ----------
    poc, pod
        Shape (cells,), or (trajectories,) for hypotheses; `poc` sums to 1.

    >>> poc_after_search(np.array([0.5, 0.5]), np.array([1.0, 0.0]))
    array([0., 1.])
    """
    left = poc * (1.0 - pod)
    if left.sum() == 0.0:
        raise InvalidInput(
            "rescue.no_hypothesis_left",
            "The search should have found the object, and it did not.",
            why="POD is 1 in every cell that holds probability, so no hypothesis is left",
            remedy="widen the scenario (datum, time, object type) before planning again",
        )
    return np.asarray(left / left.sum(), dtype=np.float64)


def pod_of_search(cloud: Cloud, flown: Sequence[Flown]) -> Floats:
    """Return the chance that any of the units would have found each hypothesis, shape (trajectories,).

    What lies ashore in the middle of a unit's search is for others to find: its sweep width is one of the sea.
    """
    missed = np.ones(cloud.object_index.size)
    for each in flown:
        searching = np.flatnonzero(each.legs.is_searching)
        if searching.size:
            middle_ms = (int(each.legs.time_ms[searching[0]]) + int(each.legs.time_ms[searching[-1] + 1])) / 2
            missed *= 1.0 - np.where(is_afloat(cloud, middle_ms), pod_by_hypothesis(cloud, each.legs, each.sensor), 0.0)
    return 1.0 - missed


def flown_until(legs: Legs, end_ms: int) -> Legs:
    """Return legs as far as they were flown: searching until an instant, and not after it."""
    if end_ms >= legs.time_ms[-1]:
        return legs
    kept = int(np.searchsorted(legs.time_ms, end_ms, side="right"))
    if kept == 0:
        return Legs(legs.time_ms, legs.lon_deg, legs.lat_deg, np.zeros_like(legs.is_searching))
    gone = legs.time_ms[kept] - legs.time_ms[kept - 1]
    share = float(end_ms - legs.time_ms[kept - 1]) / float(gone)
    lon_deg, lat_deg = (
        np.insert(each, kept, each[kept - 1] + share * (each[kept] - each[kept - 1]))
        for each in (legs.lon_deg, legs.lat_deg)
    )
    searching = np.insert(legs.is_searching, kept, False)
    searching[kept:] = False
    return Legs(np.insert(legs.time_ms, kept, end_ms), lon_deg, lat_deg, searching)


def weight_after_search(cloud: Cloud, weight: Floats, flown: Sequence[Flown]) -> tuple[Floats, float]:
    """Return the weights after units searched and found nothing, and the POS of that search."""
    pod = pod_of_search(cloud, flown)
    return poc_after_search(weight, pod), float((weight * pod).sum())


def weight_after_clue(cloud: Cloud, weight: Floats, clue: Evidence) -> Floats:
    """Return the weights after a clue: each hypothesis by how likely it makes what was seen or found.

    With the reliability r, a hypothesis counts by r × likelihood / mean likelihood + 1 − r: a clue of no reliability
    changes nothing, and one that is sure leaves only what agrees with it.
    """
    likelihood = _likelihood(cloud, clue)
    mean = float((weight * likelihood).sum())
    if mean == 0.0 and clue.reliability == 1.0:
        raise InvalidInput(
            "rescue.clue_fits_no_hypothesis",
            "No hypothesis of the case agrees with the clue.",
            why="none of them is near it at its time, and the clue is said to be certain",
            remedy="check its place and time, give it less reliability, or add a scenario that explains it",
        )
    if mean == 0.0:
        return weight
    agreed = weight * (clue.reliability * likelihood / mean + 1.0 - clue.reliability)
    return np.asarray(agreed / agreed.sum(), dtype=np.float64)


def shares(index: NDArray[np.int16], weight: Floats, count: int) -> Floats:
    """Return the probability of each scenario (or object) by its index, shape (count,)."""
    return np.bincount(index.astype(np.int64), weights=weight, minlength=count).astype(np.float64)


def pos_so_far(pos_of_searches: Sequence[float]) -> float:
    """Return the chance that the searches together would have found the object, each POS given the failure before it.

    >>> pos_so_far([0.5, 0.5])
    0.75
    """
    return float(1.0 - np.prod([1.0 - pos for pos in pos_of_searches]))


def _likelihood(cloud: Cloud, clue: Evidence) -> Floats:
    if isinstance(clue, FoundObject):
        if clue.likelihood.shape != cloud.object_index.shape or not (clue.likelihood >= 0).all():
            raise InvalidInput(
                "rescue.likelihood_does_not_fit",
                "The clue weighs {given} hypotheses, and the case has {count}.",
                why="it must say of each hypothesis how likely it is, and never less than 0",
                remedy="compute it on the same cloud",
                given=clue.likelihood.size,
                count=cloud.object_index.size,
            )
        return clue.likelihood
    return likelihood_of_place(cloud, clue)


def likelihood_of_place(cloud: Cloud, clue: Sighting) -> Floats:
    """Return how likely each hypothesis makes a sighting at its place, shape (trajectories,), 1 on the very spot.

    On the cloud of a thing that came adrift with the object, of the same draws, it is the likelihood of that thing
    being found there: a hypothesis and its thing have the same start.
    """
    if not cloud.time_ms[0] <= clue.time_ms <= cloud.time_ms[-1]:
        raise InvalidInput(
            "rescue.clue_outside_drift",
            "The sighting at {time} is outside the drift, from {begins} to {ends}.",
            why="where the hypotheses were at that time was not computed",
            remedy="correct the time, or let the drift begin earlier or run longer",
            time=date_time_group(clue.time_ms),
            begins=date_time_group(int(cloud.time_ms[0])),
            ends=date_time_group(int(cloud.time_ms[-1])),
        )
    lon_deg, lat_deg = places_deg(cloud, clue.time_ms)
    per_lat_m, per_lon_m = metres_per_degree(clue.lat_deg)
    east_m = ((lon_deg - clue.lon_deg + _TURN_DEG / 2) % _TURN_DEG - _TURN_DEG / 2) * per_lon_m
    apart2 = (east_m**2 + ((lat_deg - clue.lat_deg) * per_lat_m) ** 2) / clue.position_error_m**2
    return np.where(np.isnan(apart2), 0.0, np.exp(-0.5 * np.nan_to_num(apart2)))
