"""The cloud of a drift as CF netCDF trajectories.

Units: degrees, seconds since 1970. Layout: `lon`, `lat` (float32) and `status` (int8) over (trajectory, time), the
incomplete multidimensional form of CF 1.11 §H.4.1 with one time axis for all; xarray and trajan read it.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import netCDF4
import numpy as np
import orjson
from numpy.typing import ArrayLike

from comity.rescue import ACTIVE, LEFT, STRANDED, Case, Cloud


def particles_nc(cloud: Cloud, case: Case, *, forcing: Sequence[Mapping[str, Any]] = ()) -> bytes:
    """Return the bytes of `particles.nc`; `forcing` is the account of the fields that carried the cloud."""
    data = netCDF4.Dataset("particles.nc", "w", memory=cloud.lon_deg.nbytes * 3, format="NETCDF4")
    data.setncatts(
        {
            "Conventions": "CF-1.11",
            "featureType": "trajectory",
            "title": f"Drift of case {case.case_id}",
            "source": "Comity rescue drift",
            "comity_schema": "comity/drift-particles/1",
            "objects": ", ".join(f"{each.leeway.number} {each.leeway.key}" for each in case.objects),
            "seed": np.int64(case.run.seed),
            "uncertainty": uncertainty_text(case, cloud),
            "current_error_m_s": cloud.current_error_m_s,
            **{f"forcing_{each['quantity']}": orjson.dumps(each).decode() for each in forcing},
        }
    )
    data.createDimension("trajectory", cloud.lon_deg.shape[0])
    data.createDimension("time", cloud.time_ms.size)
    _put(data, "trajectory", "i4", ("trajectory",), np.arange(cloud.lon_deg.shape[0]), cf_role="trajectory_id")
    _put(
        data,
        "time",
        "f8",
        ("time",),
        cloud.time_ms / 1000.0,
        standard_name="time",
        units="seconds since 1970-01-01T00:00:00Z",
        calendar="standard",
        axis="T",
    )
    both = ("trajectory", "time")
    _put(data, "lon", "f4", both, cloud.lon_deg, standard_name="longitude", units="degrees_east")
    _put(data, "lat", "f4", both, cloud.lat_deg, standard_name="latitude", units="degrees_north")
    _put(
        data,
        "status",
        "i1",
        both,
        cloud.status,
        long_name="state of the hypothesis",
        standard_name="status_flag",
        flag_values=np.array([ACTIVE, STRANDED, LEFT], np.int8),
        flag_meanings="active stranded left_the_fields",
        coordinates="time lat lon",
    )
    for name, values in (("object_index", cloud.object_index), ("scenario_index", cloud.scenario_index)):
        _put(data, name, "i2", ("trajectory",), values, long_name=f"{name.replace('_', ' ')} in the case, from 0")
    if cloud.object_at is not None:
        _put(data, "object_at", "i2", both, cloud.object_at, long_name="object of the case that it is then, from 0")
    return bytes(data.close())


def uncertainty_text(case: Case, cloud: Cloud) -> str:
    """Return in one line how wrong current and wind were taken to be."""
    of = case.run.uncertainty
    if of is None:
        return "none: current and wind taken as exact"
    return (
        f"current {cloud.current_error_m_s:.3f} m/s remembered for {of.current_memory_s / 3600:g} h, "
        f"wind {of.wind_m_s:g} m/s remembered for {of.wind_memory_s / 3600:g} h "
        f"(one standard deviation of each component); {of.source}"
    )


def read_cloud(path: Path, *, most: int | None = None) -> Cloud:
    """Read the cloud of a `particles.nc` of ours; of more than `most` hypotheses, an even choice of at most as many."""
    with netCDF4.Dataset(path) as data:
        data.set_auto_mask(False)
        count = data.dimensions["trajectory"].size
        chosen = slice(None, None, -(-count // most) if most else 1)
        lon_deg, lat_deg, status = (np.asarray(data[name][chosen]) for name in ("lon", "lat", "status"))
        return Cloud(
            time_ms=np.rint(np.asarray(data["time"][:]) * 1000.0).astype(np.int64),
            lon_deg=lon_deg,
            lat_deg=lat_deg,
            status=status,
            object_index=np.asarray(data["object_index"][chosen]),
            scenario_index=np.asarray(data["scenario_index"][chosen]),
            object_at=np.asarray(data["object_at"][chosen]) if "object_at" in data.variables else None,
            current_error_m_s=float(getattr(data, "current_error_m_s", 0.0)),
        )


def _put(data: netCDF4.Dataset, name: str, kind: str, dims: tuple[str, ...], values: ArrayLike, **about: Any) -> None:
    fill = np.float32(np.nan) if kind == "f4" else None
    variable = data.createVariable(name, kind, dims, fill_value=fill, contiguous=True)
    variable.setncatts(about)
    variable[:] = values
