"""Square degrees of coast, rasterised in a process of its own.

The coastline takes 1.2 GB while it is loaded, and gives it back only when its process ends: so neither a node that
serves nor a notebook ever loads it. `python -m comity.files.coast_tiles 500 36,5 36,6` writes the squares whose
south-western corners are named, one bit a cell, row 0 in the south, to standard output. Units: degrees.
"""

import sys

import numpy as np
from roaring_landmask import RoaringLandmask


def main(cells_per_degree: int, corners: list[str]) -> None:
    """Write the land of squares, each named `lat,lon`, to standard output."""
    landmask = RoaringLandmask.new()
    centres = (np.arange(cells_per_degree) + 0.5) / cells_per_degree
    for corner in corners:
        lat, lon = (int(each) for each in corner.split(","))
        lon_deg, lat_deg = np.meshgrid(lon + centres, lat + centres)
        land = np.asarray(landmask.contains_many(lon_deg.ravel(), lat_deg.ravel()), dtype=np.bool_)
        sys.stdout.buffer.write(np.packbits(land).tobytes())


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
