"""The probability map and its containment areas: CF netCDF, GeoTIFF and GeoJSON.

Units: degrees on WGS 84 (EPSG:4326); probability of containment (POC) of a cell, a number from 0 to 1; km².
Sources: CF 1.11 §5.6 (grid mapping); RFC 7946 (GeoJSON; exterior rings anticlockwise, 6 decimals).
"""

from collections.abc import Sequence
from typing import Any

import netCDF4
import numpy as np
import orjson
from pyproj import CRS

from comity.files.geojson import on_globe
from comity.ground import instant_text
from comity.rescue import Containment, Polygon, ProbabilityMap, Ring

_DECIMALS = 6
_HALF_TURN_DEG = 180.0


def probability_nc(found: ProbabilityMap, *, case_id: str, uncertainty: str = "") -> bytes:
    """Return the bytes of `probability.nc`; `uncertainty` says how wrong current and wind were taken to be."""
    data = netCDF4.Dataset("probability.nc", "w", memory=found.poc.nbytes * 2, format="NETCDF4")
    data.setncatts(
        {
            "Conventions": "CF-1.11",
            "title": f"Probability of containment of case {case_id}",
            "source": "Comity rescue drift",
            "comity_schema": "comity/probability-map/1",
            "smoothing_m": found.smoothing_m,
            **({"uncertainty": uncertainty} if uncertainty else {}),
        }
    )
    data.createDimension("lat", found.grid.rows)
    data.createDimension("lon", found.grid.columns)
    crs = data.createVariable("crs", "i4", ())
    crs.setncatts({key: value for key, value in CRS.from_epsg(4326).to_cf().items() if value is not None})
    for name, side, values in (("lat", "north", found.grid.lat_deg), ("lon", "east", found.grid.lon_deg)):
        axis = data.createVariable(name, "f8", (name,))
        long_name = {"lat": "latitude", "lon": "longitude"}[name]
        axis.setncatts({"standard_name": long_name, "units": f"degrees_{side}", "axis": "Y" if name == "lat" else "X"})
        axis[:] = values
    time = data.createVariable("time", "f8", ())
    time.setncatts({"standard_name": "time", "units": "seconds since 1970-01-01T00:00:00Z", "calendar": "standard"})
    time[...] = found.time_ms / 1000.0
    poc = data.createVariable("probability_of_containment", "f8", ("lat", "lon"), zlib=True, complevel=1)
    poc.setncatts(
        {
            "long_name": "probability that the object is in the cell",
            "units": "1",
            "cell_methods": "area: sum",
            "grid_mapping": "crs",
            "coordinates": "time",
        }
    )
    poc[:] = found.poc
    return bytes(data.close())


def probability_tif(found: ProbabilityMap) -> bytes:
    """Return the bytes of `probability.tif`: one band of float32 in EPSG:4326, north up."""
    from rasterio import Affine  # a library of its own for images, which nobody loads who reads an area
    from rasterio.io import MemoryFile

    grid = found.grid
    north_deg = grid.south_deg + grid.rows * grid.step_lat_deg
    with MemoryFile() as memory:
        with memory.open(
            driver="GTiff",
            height=grid.rows,
            width=grid.columns,
            count=1,
            dtype="float32",
            crs="EPSG:4326",
            transform=Affine(grid.step_lon_deg, 0.0, grid.west_deg, 0.0, -grid.step_lat_deg, north_deg),
            compress="deflate",
        ) as raster:
            raster.write(found.poc[::-1].astype(np.float32), 1)
            raster.set_band_description(1, "probability_of_containment")
            raster.update_tags(TIFFTAG_DATETIME=instant_text(found.time_ms).replace("-", ":").replace("T", " ")[:19])
        return bytes(memory.read())


def containment_geojson(areas: Sequence[Containment], *, case_id: str) -> bytes:
    """Return the bytes of `containment.geojson`: one feature for each level, the widest first."""
    features = [_feature(each, case_id) for each in sorted(areas, key=lambda each: -each.level)]
    return orjson.dumps({"type": "FeatureCollection", "features": features}) + b"\n"


def _feature(area: Containment, case_id: str) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {
            "schema": "comity/containment/1",
            "case": case_id,
            "level": area.level,
            "poc": round(area.poc, 6),
            "time": instant_text(area.time_ms),
            "area_km2": round(area.area_m2 / 1e6, 3),
        },
        "geometry": {"type": "MultiPolygon", "coordinates": [_polygon(each) for each in _on_globe(area.polygons)]},
    }


def _on_globe(polygons: Sequence[Polygon]) -> Sequence[Polygon]:
    """Return polygons with longitudes from -180 to 180: those that run across the antimeridian in parts (§3.1.9)."""
    if all(abs(lon) <= _HALF_TURN_DEG for polygon in polygons for ring in polygon for lon, _ in ring):
        return polygons
    cut = on_globe({"type": "MultiPolygon", "coordinates": polygons})
    return [cut["coordinates"]] if cut["type"] == "Polygon" else list(cut["coordinates"])


def _polygon(rings: Polygon) -> list[list[list[float]]]:
    return [_closed(ring, anticlockwise=number == 0) for number, ring in enumerate(rings)]


def _closed(ring: Ring, *, anticlockwise: bool) -> list[list[float]]:
    corners = [[round(lon, _DECIMALS), round(lat, _DECIMALS)] for lon, lat in ring]
    if corners[0] != corners[-1]:
        corners.append(corners[0])
    x, y = np.array(corners).T
    twice_area = float(np.sum((x[:-1] - x[0]) * (y[1:] - y[0]) - (x[1:] - x[0]) * (y[:-1] - y[0])))
    return corners if (twice_area > 0) == anticlockwise else corners[::-1]
