"""How large the areas of a drift are at an instant, before any search: `areas_at.py FOLDER INSTANT`."""

import sys
from pathlib import Path

import numpy as np

from comity.files.particles import read_cloud
from comity.ground import parse_instant
from comity.rescue import containment, probability_map

cloud = read_cloud(Path(sys.argv[1]) / "particles.nc")
hour = int(np.searchsorted(cloud.time_ms, parse_instant(sys.argv[2])))
for area in containment(cloud, probability_map(cloud, time_index=hour), time_index=hour):
    print(f"{area.level:.0%} in {area.area_m2 / 1e6:.0f} km²")
