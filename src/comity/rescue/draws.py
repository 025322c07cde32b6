"""The compiled half of `chance`: a number from 0 to 1 as a hash of seed, particle, stream and turn.

Source: G. Steele, D. Lea, C. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014 (SplitMix64: its
increment and its finaliser of D. Stafford).
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from comity.ground import Floats

_INCREMENT = np.uint64(0x9E3779B97F4A7C15)
_MIX_1 = np.uint64(0xBF58476D1CE4E5B9)
_MIX_2 = np.uint64(0x94D049BB133111EB)
_S30, _S27, _S31, _S11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)
_PER_2_53 = 1.0 / 2.0**53


@njit(cache=True, inline="always")
def _mix(z: np.uint64) -> np.uint64:
    z = (z ^ (z >> _S30)) * _MIX_1
    z = (z ^ (z >> _S27)) * _MIX_2
    return z ^ (z >> _S31)


@njit(cache=True, inline="always")
def hashed(seed: np.uint64, particle: np.uint64, stream: np.uint64, turn: np.uint64) -> np.uint64:
    """Return 64 bits, each as likely 0 as 1."""
    z = _mix(seed + _INCREMENT)
    z = _mix(z + (particle + np.uint64(1)) * _INCREMENT)
    return _mix(z + ((stream << np.uint64(32)) + turn + np.uint64(1)) * _INCREMENT)


@njit(cache=True)
def uniform(seed: np.uint64, particle: np.uint64, stream: np.uint64, turn: np.uint64) -> float:
    """Return a number strictly between 0 and 1, one of 2^53 in the middles of their cells."""
    return (np.float64(hashed(seed, particle, stream, turn) >> _S11) + 0.5) * _PER_2_53


@njit(cache=True)
def fill(seed: np.uint64, particles: NDArray[np.uint64], stream: np.uint64, turn: np.uint64, out: Floats) -> None:
    """Write one number for each particle into `out`."""
    for i in range(out.size):
        out[i] = uniform(seed, particles[i], stream, turn)
