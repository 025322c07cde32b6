"""Geodesy against printed values: WGS 84 radii, and the geodesic of Karney's paper."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.ground import destination_deg, distance_m, metres_per_degree


@pytest.mark.parametrize(
    ("lat_deg", "degree_lat_m", "degree_lon_m"),
    # American Practical Navigator (Bowditch), table "Length of a degree of latitude and longitude", WGS 84.
    [(0, 110_574.3, 111_319.5), (30, 110_852.4, 96_486.3), (45, 111_131.8, 78_846.8), (60, 111_412.2, 55_800.0)],
)
def test_the_length_of_a_degree_is_the_navigators_table(lat_deg, degree_lat_m, degree_lon_m):
    per_lat_m, per_lon_m = metres_per_degree(lat_deg)
    assert per_lat_m == pytest.approx(degree_lat_m, abs=0.2)
    assert per_lon_m == pytest.approx(degree_lon_m, abs=0.2)


def test_a_geodesic_is_karneys():
    # C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87 (2013), table 2: direct problem, s12 = 10,000 km.
    lat_deg, lon_deg = destination_deg(40.0, 0.0, 30.0, 10_000_000.0)
    assert lat_deg == pytest.approx(41.79331020506, abs=1e-9)
    assert lon_deg == pytest.approx(137.84490004377, abs=1e-9)
    assert distance_m(40.0, 0.0, lat_deg, lon_deg) == pytest.approx(10_000_000.0, abs=1e-6)


@given(lat_deg=st.floats(-60, 60), bearing_deg=st.floats(0, 360), range_m=st.floats(1, 50_000))
def test_local_metres_keep_the_error_that_they_state(lat_deg, bearing_deg, range_m):
    lat_2, lon_2 = destination_deg(lat_deg, 0.0, bearing_deg, range_m)
    per_lat_m, per_lon_m = metres_per_degree(lat_deg)
    local_m = np.hypot((lat_2 - lat_deg) * per_lat_m, lon_2 * per_lon_m)
    assert local_m == pytest.approx(range_m, rel=0.004 if range_m > 1_000 else 1e-4)
