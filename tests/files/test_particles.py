"""`particles.nc` is read back by xarray and the CF rules that it claims hold."""

from dataclasses import replace
from pathlib import Path

import netCDF4
import numpy as np
import xarray

from comity.files.particles import particles_nc, read_cloud
from tests.files.drifts import close_in_shore, off_shore


def test_xarray_reads_back_every_position_and_state(tmp_path: Path) -> None:
    drift = close_in_shore()
    (tmp_path / "particles.nc").write_bytes(particles_nc(drift.cloud, drift.case))
    with xarray.open_dataset(tmp_path / "particles.nc", engine="netcdf4") as data:
        assert data["lon"].dims == ("trajectory", "time")
        assert np.array_equal(data["lon"].values, drift.cloud.lon_deg, equal_nan=True)
        assert np.array_equal(data["lat"].values, drift.cloud.lat_deg, equal_nan=True)
        assert np.array_equal(data["status"].values, drift.cloud.status)
        assert str(data["time"].values[0]).startswith("2008-08-06T09:51:00")
        assert (np.diff(data["time"].values) == np.timedelta64(1, "h")).all()
    assert (drift.cloud.status[:, -1] == 1).any(), "some hypotheses are ashore"


def test_the_file_says_what_it_holds_as_cf_asks(tmp_path: Path) -> None:
    drift = off_shore()
    (tmp_path / "particles.nc").write_bytes(particles_nc(drift.cloud, drift.case))
    with netCDF4.Dataset(tmp_path / "particles.nc") as data:
        assert data.featureType == "trajectory"
        assert data["trajectory"].cf_role == "trajectory_id"
        assert (data["lon"].dtype, data["lat"].dtype, data["status"].dtype) == (np.float32, np.float32, np.int8)
        assert (data["lon"].standard_name, data["lon"].units) == ("longitude", "degrees_east")
        assert data["status"].flag_values.tolist() == [0, 1, 2]
        assert data["status"].flag_meanings == "active stranded left_the_fields"
        assert data["time"].units == "seconds since 1970-01-01T00:00:00Z"


def test_what_each_hypothesis_is_by_the_hour_is_read_back_whole_or_in_part(tmp_path: Path) -> None:
    drift = off_shore()
    object_at = (np.arange(drift.cloud.time_ms.size) > 4).astype(np.int16) * np.ones((2000, 1), dtype=np.int16)
    object_at[::2] = 0
    cloud = replace(drift.cloud, object_at=object_at, current_error_m_s=0.25)
    (tmp_path / "particles.nc").write_bytes(particles_nc(cloud, drift.case))
    whole, few = read_cloud(tmp_path / "particles.nc"), read_cloud(tmp_path / "particles.nc", most=500)
    assert whole.object_at is not None
    assert few.object_at is not None
    np.testing.assert_array_equal(whole.object_at, object_at)
    np.testing.assert_array_equal(few.object_at, object_at[::4])
    assert whole.current_error_m_s == 0.25
    (tmp_path / "same.nc").write_bytes(particles_nc(drift.cloud, drift.case))
    assert read_cloud(tmp_path / "same.nc").object_at is None
