"""What moves on the map: each source that a node can show, and where its points are at an instant.

Units: degrees (longitude from −180 to 180), metres per second, degrees from north; instants are milliseconds since
1970. A point that is not there at an instant is NaN. Until ships are followed, the one source of a node is the drift of
its cases: the hypotheses move between the hours of the cloud, and before the first and after the last there is none.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comity.ground import metres_per_degree
from comity.node.app import Node
from comity.node.services import clouds
from comity.rescue import Cloud

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Moving:
    """Where the points of a layer are at an instant, and how they move; each of shape (points,)."""

    lon_deg: Floats
    lat_deg: Floats
    sog_m_s: Floats
    cog_deg: Floats


@dataclass(frozen=True)
class Layer:
    """Points of one source that belong together, numbered from 0; `stamp` changes when the numbers mean others."""

    source: str
    subject: str
    stamp: Hashable
    count: int
    at: Callable[[float], Moving]


def layers(node: Node, subject: str | None = None) -> list[Layer]:
    """Return the layers of every source of this node, or those that show one subject."""
    found = [layer for source in SOURCES.values() for layer in source(node)]
    return [layer for layer in found if subject in (None, layer.subject)]


def case_clouds(node: Node) -> list[Layer]:
    """Return a layer for each case of ours whose drift was computed."""
    found = []
    for case_id, stamp, cloud in clouds.pictured(node):
        found.append(Layer("cases", case_id, stamp, cloud.lon_deg.shape[0], CloudDrift(cloud).at))
    return found


SOURCES: dict[str, Callable[[Node], list[Layer]]] = {"cases": case_clouds}
"""What a node can show, by name; the name is a word of the console (`console-picture-source`)."""


class CloudDrift:
    """The cloud of a case between its hours."""

    def __init__(self, cloud: Cloud) -> None:
        self._cloud = cloud

    def at(self, at_ms: float) -> Moving:
        """Return where the hypotheses are, on the straight way from one hour to the next."""
        cloud = self._cloud
        if cloud.time_ms.size == 0 or not cloud.time_ms[0] <= at_ms <= cloud.time_ms[-1]:
            nowhere = np.full(cloud.lon_deg.shape[0], np.nan)
            return Moving(nowhere, nowhere, nowhere, nowhere)
        last = cloud.time_ms.size - 1
        before = min(int(np.searchsorted(cloud.time_ms, at_ms, side="right")) - 1, max(0, last - 1))
        after = min(before + 1, last)
        span_ms = max(1, int(cloud.time_ms[after] - cloud.time_ms[before]))
        share = (at_ms - int(cloud.time_ms[before])) / span_ms
        lon_0, lon_1 = (cloud.lon_deg[:, place].astype(np.float64) for place in (before, after))
        lat_0, lat_1 = (cloud.lat_deg[:, place].astype(np.float64) for place in (before, after))
        east_deg, north_deg = around(lon_1 - lon_0), lat_1 - lat_0
        per_lat_m, per_lon_m = metres_per_degree(lat_0)
        east_m, north_m = east_deg * per_lon_m, north_deg * per_lat_m
        return Moving(
            around(lon_0 + share * east_deg),
            lat_0 + share * north_deg,
            np.hypot(east_m, north_m) / (span_ms / 1000),
            np.degrees(np.arctan2(east_m, north_m)) % 360,
        )


def around(lon_deg: Floats) -> Floats:
    """Return longitudes, or differences of them, from −180 up to 180.

    >>> around(np.array([179.0, 180.0, 190.0, -359.0]))
    array([ 179., -180., -170.,    1.])
    """
    result: Floats = (lon_deg + 180.0) % 360.0 - 180.0
    return result
