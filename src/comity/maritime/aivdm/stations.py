"""Names of stations as codes: an open hash table of bytes, so that no line costs a string."""

from typing import Any

import numpy as np
from numba import njit, uint64

from comity.maritime.aivdm.bits import LEAF, U
from comity.maritime.aivdm.state import OWN_STATION, STATION_COUNT

_FNV_START, _FNV_PRIME = U(0xCBF29CE484222325), U(0x100000001B3)  # FNV-1a, 64 bit


@njit(**LEAF)  # type: ignore[untyped-decorator]
def station_code(buf: Any, begin: Any, end: Any, kept: Any) -> Any:
    """Return the code of the name in a part of the buffer, a new one for a new name.

    A name is cut where its room ends; one that has no room left is the feed's own.
    """
    now, names, sizes, places = kept.now, kept.names, kept.sizes, kept.places
    size = min(end - begin, names.shape[1])
    hashed = _FNV_START
    for k in range(size):
        hashed = (hashed ^ uint64(buf[begin + k])) * _FNV_PRIME
    last = uint64(places.size - 1)
    place = (hashed ^ (hashed >> U(32))) & last
    while places[place] != 0:
        code = places[place] - 1
        if sizes[code] == size and _is_same(buf, begin, size, names, code):
            return np.int64(code)
        place = (place + U(1)) & last
    code = now[STATION_COUNT]
    if code >= sizes.size:
        return now[OWN_STATION]
    for k in range(size):
        names[code, k] = buf[begin + k]
    sizes[code] = size
    places[place] = code + 1
    now[STATION_COUNT] = code + 1
    return code


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _is_same(buf: Any, begin: Any, size: Any, names: Any, code: Any) -> Any:
    for k in range(size):  # noqa: SIM110 (the compiler knows no generators)
        if names[code, k] != buf[begin + k]:
            return False
    return True
