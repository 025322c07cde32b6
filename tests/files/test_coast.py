"""The coast as a raster: agrees with the coastline library cell by cell, and with the places that an officer knows."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from comity.files import Box, land_mask
from comity.files.coast import CELLS_PER_DEGREE, default_cache_folder
from comity.rescue import LandMask

BEJAIA = Box(4.9, 36.6, 5.3, 36.9)


def _at(mask: LandMask, lat: float, lon: float) -> bool:
    return bool(mask.land.ravel()[mask.grid.cells_of(np.array([lat]), np.array([lon]))[0]])


def test_the_bay_of_bejaia_is_water_and_the_mountains_behind_it_are_land() -> None:
    mask = land_mask(BEJAIA)
    assert not _at(mask, 36.72, 5.20)
    assert _at(mask, 36.65, 4.95)
    assert mask.grid.step_lat_deg == pytest.approx(0.002)


def test_every_cell_says_what_the_coastline_library_says_of_its_centre(tmp_path: Path) -> None:
    from roaring_landmask import RoaringLandmask

    box = Box(5.05, 36.70, 5.15, 36.78)
    mask = land_mask(box, cache_folder=tmp_path)
    lon, lat = np.meshgrid(mask.grid.lon_deg, mask.grid.lat_deg)
    assert np.array_equal(mask.land.ravel(), RoaringLandmask.new().contains_many(lon.ravel(), lat.ravel()))
    assert 0 < mask.land.mean() < 1


def test_a_box_across_square_degrees_is_the_same_as_its_parts() -> None:
    whole, part = land_mask(Box(4.8, 36.6, 5.2, 37.1)), land_mask(Box(5.0, 36.6, 5.2, 37.0))
    rows, columns = part.land.shape
    assert np.array_equal(whole.land[:rows, -columns:], part.land)


def test_a_wide_box_takes_a_coarser_raster() -> None:
    mask = land_mask(Box(4.9, 36.6, 5.3, 36.9), most_cells=300)
    assert mask.land.size <= 2 * 300
    assert mask.grid.step_lat_deg == pytest.approx(1 / CELLS_PER_DEGREE[3])


def test_a_tile_cut_short_is_made_again(tmp_path: Path) -> None:
    first = land_mask(BEJAIA)
    [made] = default_cache_folder().rglob("500/+36+005.bits")
    kept = tmp_path / made.relative_to(default_cache_folder())
    shutil.copytree(made.parent, kept.parent)
    kept.write_bytes(made.read_bytes()[:100])
    assert np.array_equal(land_mask(BEJAIA, cache_folder=tmp_path).land, first.land)
    assert kept.read_bytes() == made.read_bytes()


def test_a_cache_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way of the folder")
    assert land_mask(BEJAIA, cache_folder=tmp_path / "file").land.any()


def test_tiles_are_kept_where_the_user_keeps_caches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert default_cache_folder() == Path("/somewhere/comity/coast")
