"""The regular grid and the integer floor grid of the release check."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.ground import Grid, floor_to

GRID = Grid(west_deg=4.0, south_deg=36.0, step_lon_deg=0.5, step_lat_deg=0.25, columns=4, rows=8)


@given(row=st.integers(0, 7), column=st.integers(0, 3))
def test_the_centre_of_a_cell_lies_in_that_cell(row, column):
    cell = GRID.cells_of(GRID.lat_deg[[row]], GRID.lon_deg[[column]])
    assert cell == row * GRID.columns + column


def test_a_position_outside_or_unknown_has_no_cell():
    lat_deg = np.array([35.99, 38.0, 37.0, 37.0, np.nan])
    lon_deg = np.array([5.0, 5.0, 3.99, 6.0, 5.0])
    assert (GRID.cells_of(lat_deg, lon_deg) == -1).all()


def test_a_cell_owns_its_southern_and_western_edge():
    assert GRID.cells_of(np.array([36.25]), np.array([4.5])) == 5


def test_the_area_of_the_cells_is_the_area_of_the_zone():
    # Zone between two parallels on the ellipsoid, Snyder, Map Projections (USGS PP 1395), eq. 3-12, by quadrature here.
    lat_deg = np.linspace(36.0, 38.0, 20_001)
    e2, a_m = 0.00669437999014, 6_378_137.0
    sin = np.sin(np.radians(lat_deg))
    zone_m2 = np.trapezoid(
        a_m**2 * (1 - e2) * np.cos(np.radians(lat_deg)) / (1 - e2 * sin**2) ** 2, np.radians(lat_deg)
    )
    assert GRID.cell_m2.sum() * GRID.columns == pytest.approx(zone_m2 * np.radians(2.0), rel=1e-4)


@given(value=st.integers(-(10**9), 10**9), step=st.integers(1, 10**6))
def test_the_floor_grid_is_below_within_one_step_and_idempotent(value, step):
    floor = floor_to(value, step)
    assert floor <= value < floor + step
    assert floor % step == 0
    assert floor_to(floor, step) == floor
