"""Random numbers by counting: each is a hash of seed, particle, stream and turn, and has no other memory.

So a hypothesis is the same on any number of threads, whatever the number of its fellows and whoever asks first. What is
compiled stands in `draws`, and is loaded when the first number is drawn: whoever only reads a case needs no compiler.
"""

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from comity.ground import Floats

MIRROR = np.uint64(2)
"""The bit of a particle's number that tells it from its mirror image."""


class Stream(IntEnum):
    """What a number is drawn for; a stream never serves two purposes."""

    OBJECT = 1
    SCENARIO = 2
    EAST = 3
    NORTH = 4
    TIME = 5
    ALONG = 6
    TRIANGLE = 7
    DOWNWIND = 8
    CROSSWIND = 9
    JIBE = 10
    CURRENT_EAST = 11
    CURRENT_NORTH = 12
    WIND_EAST = 13
    WIND_NORTH = 14
    CHANGE = 15
    CAPSIZE = 16
    SPEED = 20
    BEARING = 21
    DISTANCE = 22


def uniforms(seed: int, particles: NDArray[np.uint64], stream: Stream, turn: int = 0) -> Floats:
    """Return one uniform number for each particle, shape of `particles` (one axis)."""
    from comity.rescue.draws import fill

    out = np.empty(particles.size)
    fill(np.uint64(seed), particles, np.uint64(stream), np.uint64(turn), out)
    return out


def normals(seed: int, particles: NDArray[np.uint64], stream: Stream, turn: int = 0) -> Floats:
    """Return one standard normal number for each particle, by the inverse of the distribution function.

    Particles whose numbers differ in the second bit alone are mirror images (antithetic variates, J. M. Hammersley and
    K. W. Morton, Proc. Cambridge Phil. Soc. 52, 1956): each has the same distribution as before, and the mean of the
    cloud is surer, since to first order their errors cancel. The first bit, the tack, is the same in both.
    """
    from scipy.special import ndtri

    drawn = ndtri(uniforms(seed, particles & ~MIRROR, stream, turn))
    return np.where(particles & MIRROR, -drawn, drawn)
