"""The idealised fields: of the size that the sources give, without sources or sinks, and read back as what they are."""

from pathlib import Path

import netCDF4
import numpy as np

from comity.files import Box, read_forcing, write_idealised_forcing
from comity.files.idealised import BOX, current_at, wind_at
from comity.ground import metres_per_degree, parse_instant

FIRST, LAST = parse_instant("2008-08-06T22:20:00Z"), parse_instant("2008-08-07T03:10:00Z")


def _nodes(step: float = 0.02) -> tuple[np.ndarray, np.ndarray]:
    lon, lat = np.meshgrid(np.arange(3.2, 7.8, step), np.arange(36.6, 38.8, step))
    return lat, lon


def test_the_current_is_as_fast_and_as_narrow_as_the_sources_say() -> None:
    lat, lon = _nodes()
    speed = np.hypot(*current_at(lat, lon, FIRST))
    assert 0.4 < speed.max() < 0.8
    column = current_at(np.arange(36.6, 37.6, 0.01), np.full(100, 3.5), FIRST)[0]
    width_km = (column > column.max() / 2).sum() * 0.01 * 111
    assert 15 < width_km < 35


def test_the_current_neither_piles_up_nor_drains() -> None:
    lat, lon = _nodes()
    east, north = current_at(lat, lon, FIRST)
    per_lat, per_lon = (float(each) for each in metres_per_degree(37.1))  # the plane that it is defined on
    divergence = np.gradient(east, 0.02 * per_lon, axis=1) + np.gradient(north, 0.02 * per_lat, axis=0)
    shear = np.abs(np.gradient(east, 0.02 * per_lat, axis=0)).max()
    assert np.abs(divergence[1:-1, 1:-1]).max() < 0.02 * shear


def test_the_eddy_turns_clockwise_and_the_breeze_blows_on_shore_in_the_afternoon() -> None:
    north_of, south_of = current_at(np.array([38.1, 37.6]), np.array([5.2, 5.2]), FIRST)[0]
    assert north_of > 0 > south_of - 0.35
    assert north_of > 0.2
    at = np.array([36.9]), np.array([5.0])
    assert wind_at(*at, parse_instant("2008-08-06T14:00:00Z"))[1] < -3
    assert wind_at(*at, parse_instant("2008-08-06T02:00:00Z"))[1] > 1


def test_the_files_cover_the_period_and_are_read_as_one_series(tmp_path: Path) -> None:
    currents, wind = write_idealised_forcing(tmp_path, first_ms=FIRST, last_ms=LAST)
    assert len(currents) == len(wind) == 2, "one file a day"
    box = Box(BOX.west_deg, BOX.south_deg, BOX.east_deg, BOX.north_deg)
    forcing = read_forcing(currents, wind, box=box, period_ms=(FIRST, LAST))
    assert {each.recognised_by for each in forcing.provenance} == {"standard_name"}
    assert "EXAMPLE" in forcing.provenance[0].origin
    land = np.isnan(forcing.current.east_m_s[0])
    assert 0.1 < land.mean() < 0.5, "the current has no values on land"
    assert not np.isnan(forcing.wind.east_m_s).any()


def test_every_file_says_that_it_is_an_example(tmp_path: Path) -> None:
    for paths in write_idealised_forcing(tmp_path, first_ms=FIRST, last_ms=LAST):
        for path in paths:
            with netCDF4.Dataset(path) as data:
                assert data.title.startswith("EXAMPLE: idealised")
