"""The node that `benchmarks/console.py` follows: as shipped, with one more source, 20,000 ships that turn all the time.

A ship turns by 90 degrees every four seconds, so what a screen reckons ahead is soon wrong and there are always more
updates due than the line takes: the rate that is asked for is the rate that is sent. Usage: that of `comity`.
"""

import numpy as np

from comity.cli import main
from comity.ground import metres_per_degree
from comity.node import pictures
from comity.node.app import Node
from comity.node.pictures import Layer, Moving

SHIPS = 20_000
WEST_DEG, EAST_DEG, SOUTH_DEG, NORTH_DEG = -2.5, 10.5, 34.6, 40.3
SPEED_M_S = 20.0
LEG_S = 4.0


def ships(_: Node) -> list[Layer]:
    """Return one layer of ships, each on its own square."""
    chance = np.random.default_rng(5)
    lon_deg, lat_deg = chance.uniform(WEST_DEG, EAST_DEG, SHIPS), chance.uniform(SOUTH_DEG, NORTH_DEG, SHIPS)
    begun_s, sog_m_s = chance.uniform(0, 4 * LEG_S, SHIPS), np.full(SHIPS, SPEED_M_S)
    per_lat_m, per_lon_m = metres_per_degree(lat_deg)

    def at(at_ms: float) -> Moving:
        legs, way = np.divmod((at_ms / 1000 + begun_s) % (4 * LEG_S), LEG_S)
        way_m, side_m = way * SPEED_M_S, LEG_S * SPEED_M_S
        north_m = np.choose(legs.astype(int), [way_m, side_m, side_m - way_m, 0.0])
        east_m = np.choose(legs.astype(int), [0.0, way_m, side_m, side_m - way_m])
        return Moving(lon_deg + east_m / per_lon_m, lat_deg + north_m / per_lat_m, sog_m_s, legs * 90.0)

    return [Layer("ships", "", "made for a benchmark", SHIPS, at)]


if __name__ == "__main__":
    pictures.SOURCES["ships"] = ships
    main()
