"""A node with one source of its own, ships that keep course and speed: `python -m tests.browser.moving_node serve …`

The node knows nothing of it but its registry of picture sources; everything else is `comity` as it is shipped.
"""

import numpy as np

from comity.cli import main
from comity.ground import metres_per_degree
from comity.node import pictures
from comity.node.app import Node
from comity.node.pictures import Layer, Moving

SHIPS = 10_000
CENTRE_LAT_DEG, CENTRE_LON_DEG, REACH_DEG = 37.6, 5.0, 0.6
FASTEST_M_S = 40.0
TURN_MS = 600_000
"""They go ten minutes out and begin again, so that a long test still finds them."""


def ships(node: Node) -> list[Layer]:
    """Return one layer of ships off the coast."""
    chance = np.random.default_rng(3)
    lat_deg = CENTRE_LAT_DEG + chance.uniform(-REACH_DEG, REACH_DEG, SHIPS)
    lon_deg = CENTRE_LON_DEG + chance.uniform(-REACH_DEG, REACH_DEG, SHIPS)
    sog_m_s, cog_deg = chance.uniform(10, FASTEST_M_S, SHIPS), chance.uniform(0, 360, SHIPS)
    per_lat_m, per_lon_m = metres_per_degree(lat_deg)

    def at(at_ms: float) -> Moving:
        gone_m = sog_m_s * (at_ms % TURN_MS) / 1000
        east_m, north_m = gone_m * np.sin(np.radians(cog_deg)), gone_m * np.cos(np.radians(cog_deg))
        return Moving(lon_deg + east_m / per_lon_m, lat_deg + north_m / per_lat_m, sog_m_s, cog_deg)

    return [Layer("ships", "", "made for a test", SHIPS, at)]


if __name__ == "__main__":
    pictures.SOURCES["ships"] = ships
    main()
