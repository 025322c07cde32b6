"""Random numbers by counting: each is a hash of seed, ship, stream and turn, and has no other memory.

So a ship sails and speaks alike whatever the size of its fleet. Source: G. Steele, D. Lea, C. Flood, Fast splittable
pseudorandom number generators, OOPSLA 2014 (SplitMix64: its increment and its finaliser of D. Stafford).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from comity.ground import Floats

Option = TypeVar("Option")

_INCREMENT = 0x9E3779B97F4A7C15
_MIX_1, _MIX_2 = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_S30, _S27, _S31, _S11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)
_WORD = (1 << 64) - 1
_PER_2_53 = 1.0 / 2.0**53


class Stream(IntEnum):
    """What a number is drawn for; a stream never serves two purposes."""

    KIND = 1
    NAME = 2
    PORT = 3
    SPEED = 4
    STAY = 5
    START = 6
    SIZE = 7
    CLASS = 8
    GROUND = 9
    WANDER_NORTH = 10
    WANDER_EAST = 11
    JITTER_NORTH = 12
    JITTER_EAST = 13
    WHITE_NORTH = 14
    WHITE_EAST = 15
    SOG = 16
    COG = 17
    HEADING = 18
    PHASE = 19
    HEARD = 20
    AGAIN = 21
    NOISE = 22
    NOISE_BIT = 23
    DELAY = 24
    DRIFT = 25
    SPOT = 26
    TIME = 27
    SEEN = 28
    SEEN_NORTH = 29
    SEEN_EAST = 30
    SEEN_LENGTH = 31
    SCENE = 32
    STATIC = 33
    DEVICE = 34
    SLOT = 35
    ANY_COURSE = 36
    BERTH = 37
    EFFECT = 38
    APART = 39


@dataclass(frozen=True)
class Chance:
    """The numbers of one ship (or scene, or device) of one run."""

    seed: int
    number: int

    def uniforms(self, stream: Stream, count: int) -> Floats:
        """Return numbers strictly between 0 and 1, shape (count,); the first ones do not depend on how many follow."""
        z = _mix(np.array([(self.seed + _INCREMENT) & _WORD], dtype=np.uint64))
        z = _mix(z + np.uint64((self.number + 1) * _INCREMENT & _WORD))
        z = _mix(z + np.uint64((int(stream) + 1) * _INCREMENT & _WORD))
        z = _mix(z + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(_INCREMENT))
        return ((z >> _S11).astype(np.float64) + 0.5) * _PER_2_53

    def normals(self, stream: Stream, count: int) -> Floats:
        """Return standard normal numbers, shape (count,), by Box and Muller's transform."""
        drawn = self.uniforms(stream, 2 * count)
        normal: Floats = np.sqrt(-2.0 * np.log(drawn[0::2])) * np.cos(2.0 * np.pi * drawn[1::2])
        return normal

    def between(self, stream: Stream, low: float, high: float, turn: int = 0) -> float:
        """Return one number between two others."""
        return low + (high - low) * float(self.uniforms(stream, turn + 1)[turn])

    def pick(self, stream: Stream, options: Sequence[Option], turn: int = 0) -> Option:
        """Return one of several, each as likely."""
        return options[int(self.between(stream, 0.0, float(len(options)), turn))]


def _mix(z: NDArray[np.uint64]) -> NDArray[np.uint64]:
    z = (z ^ (z >> _S30)) * _MIX_1
    z = (z ^ (z >> _S27)) * _MIX_2
    mixed: NDArray[np.uint64] = z ^ (z >> _S31)
    return mixed
