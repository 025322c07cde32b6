"""Random numbers by counting: each is a hash of seed, particle, stream and turn, and has no other memory.

So a hypothesis is the same on any number of threads, whatever the number of its fellows and whoever asks first.
Source: G. Steele, D. Lea, C. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014 (SplitMix64: its
increment and its finaliser of D. Stafford).
"""

from enum import IntEnum

import numpy as np
from numba import njit
from numpy.typing import NDArray
from scipy.special import ndtri

from comity.ground import Floats

_INCREMENT = np.uint64(0x9E3779B97F4A7C15)
_MIX_1 = np.uint64(0xBF58476D1CE4E5B9)
_MIX_2 = np.uint64(0x94D049BB133111EB)
_S30, _S27, _S31, _S11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)
_PER_2_53 = 1.0 / 2.0**53
_MIRROR = np.uint64(2)


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


@njit(cache=True, inline="always")
def _mix(z: np.uint64) -> np.uint64:
    z = (z ^ (z >> _S30)) * _MIX_1
    z = (z ^ (z >> _S27)) * _MIX_2
    return z ^ (z >> _S31)


@njit(cache=True)
def uniform(seed: np.uint64, particle: np.uint64, stream: np.uint64, turn: np.uint64) -> float:
    """Return a number strictly between 0 and 1, one of 2^53 in the middles of their cells."""
    z = _mix(seed + _INCREMENT)
    z = _mix(z + (particle + np.uint64(1)) * _INCREMENT)
    z = _mix(z + ((stream << np.uint64(32)) + turn + np.uint64(1)) * _INCREMENT)
    return (np.float64(z >> _S11) + 0.5) * _PER_2_53


@njit(cache=True)
def _fill(seed: np.uint64, particles: NDArray[np.uint64], stream: np.uint64, turn: np.uint64, out: Floats) -> None:
    for i in range(out.size):
        out[i] = uniform(seed, particles[i], stream, turn)


def uniforms(seed: int, particles: NDArray[np.uint64], stream: Stream, turn: int = 0) -> Floats:
    """Return one uniform number for each particle, shape of `particles` (one axis)."""
    out = np.empty(particles.size)
    _fill(np.uint64(seed), particles, np.uint64(stream), np.uint64(turn), out)
    return out


def normals(seed: int, particles: NDArray[np.uint64], stream: Stream, turn: int = 0) -> Floats:
    """Return one standard normal number for each particle, by the inverse of the distribution function.

    Particles whose numbers differ in the second bit alone are mirror images (antithetic variates, J. M. Hammersley and
    K. W. Morton, Proc. Cambridge Phil. Soc. 52, 1956): each has the same distribution as before, and the mean of the
    cloud is surer, since to first order their errors cancel. The first bit, the tack, is the same in both.
    """
    drawn = ndtri(uniforms(seed, particles & ~_MIRROR, stream, turn))
    return np.where(particles & _MIRROR, -drawn, drawn)
