"""The probability map and its areas, read back by GDAL, netCDF and shapely."""

import json
from itertools import pairwise
from pathlib import Path

import netCDF4
import numpy as np
import pytest
import shapely
from rasterio.io import MemoryFile
from shapely.geometry import shape

from comity.files.probability import containment_geojson, probability_nc, probability_tif
from comity.rescue import Containment
from tests.files.drifts import close_in_shore, off_shore


def test_gdal_finds_the_peak_where_the_map_has_it() -> None:
    found = off_shore().probability
    row, column = np.unravel_index(found.poc.argmax(), found.poc.shape)
    with MemoryFile(probability_tif(found)) as memory, memory.open() as raster:
        assert raster.crs.to_epsg() == 4326
        values = raster.read(1)
        assert values.dtype == np.float32
        assert values.sum() == pytest.approx(1, abs=1e-4)
        lon, lat = raster.xy(*np.unravel_index(values.argmax(), values.shape))
    assert lon == pytest.approx(found.grid.lon_deg[column])
    assert lat == pytest.approx(found.grid.lat_deg[row])


def test_netcdf_holds_the_same_numbers_with_their_grid_mapping(tmp_path: Path) -> None:
    found = off_shore().probability
    (tmp_path / "probability.nc").write_bytes(probability_nc(found, case_id="test-1"))
    with netCDF4.Dataset(tmp_path / "probability.nc") as data:
        poc = data["probability_of_containment"]
        assert np.array_equal(poc[:], found.poc)
        assert data[poc.grid_mapping].grid_mapping_name == "latitude_longitude"
        assert np.array_equal(data["lat"][:], found.grid.lat_deg)
        assert data["time"][...] * 1000 == found.time_ms


@pytest.mark.parametrize("drift", [off_shore, close_in_shore])
def test_the_areas_are_valid_geojson_nested_and_wound_as_rfc_7946_asks(drift: object) -> None:
    result = drift()  # type: ignore[operator]
    document = json.loads(containment_geojson(result.containment, case_id="test-1"))
    levels = [each["properties"]["level"] for each in document["features"]]
    assert levels == [0.95, 0.9, 0.75, 0.5]
    areas = [shape(each["geometry"]) for each in document["features"]]
    assert all(area.is_valid for area in areas)
    for wide, narrow in pairwise(areas):
        assert narrow.difference(wide).area < 0.01 * narrow.area
    for area in areas:
        for part in shapely.get_parts(area):
            assert part.exterior.is_ccw
            assert not any(hole.is_ccw for hole in part.interiors)


def test_a_ring_that_runs_the_wrong_way_is_turned() -> None:
    clockwise = ((5.0, 37.0), (5.0, 38.0), (6.0, 38.0), (6.0, 37.0))
    hole = ((5.2, 37.2), (5.4, 37.2), (5.4, 37.4), (5.2, 37.4))
    area = Containment(level=0.5, time_ms=0, polygons=((clockwise, hole),), poc=0.5, area_m2=1e9)
    [feature] = json.loads(containment_geojson([area], case_id="a"))["features"]
    [part] = shapely.get_parts(shape(feature["geometry"]))
    assert part.exterior.is_ccw
    assert not part.interiors[0].is_ccw
    assert feature["properties"]["area_km2"] == 1000.0


def test_an_area_across_the_antimeridian_is_cut_there_and_stays_as_large() -> None:
    west, east, south, north = 179.0, 181.5, -17.5, -16.5
    outline = ((west, south), (east, south), (east, north), (west, north))
    hole = ((179.8, -17.2), (179.8, -16.8), (180.2, -16.8), (180.2, -17.2))
    area = Containment(0.9, 0, ((outline, hole),), 0.9, 1.0)
    (feature,) = json.loads(containment_geojson([area], case_id="fiji"))["features"]
    whole = shape(feature["geometry"])
    assert whole.geom_type == "MultiPolygon"
    assert whole.is_valid
    parts = shapely.get_parts(whole)
    assert len(parts) == 2
    assert -180.0 <= whole.bounds[0] < whole.bounds[2] <= 180.0
    assert whole.area == pytest.approx(2.5 - 0.16)
    assert all(part.exterior.is_ccw for part in parts)
