"""GRIB files made by the tests with ecCodes: a wind on a regular grid, from north to south, a message for each step."""

from pathlib import Path
from typing import Any

import eccodes
import numpy as np

from comity.rescue import VectorField


def grib(path: Path, field: VectorField, **keys: Any) -> Path:
    """Write a field, an hour between two instants, as a run of 6 August 2008 at midnight; `keys` are ecCodes'."""
    rows, columns = field.east_m_s.shape[1:]
    made = field.lattice
    with path.open("wb") as file:
        for hour in range(field.time_ms.size):
            for parameter, values in ((2, field.east_m_s), (3, field.north_m_s)):
                message = eccodes.codes_grib_new_from_samples("regular_ll_sfc_grib2")
                settings: dict[str, Any] = {
                    "Ni": columns,
                    "Nj": rows,
                    "latitudeOfFirstGridPointInDegrees": made.south_deg + made.step_lat_deg,
                    "latitudeOfLastGridPointInDegrees": made.south_deg,
                    "longitudeOfFirstGridPointInDegrees": made.west_deg,
                    "longitudeOfLastGridPointInDegrees": made.west_deg + made.step_lon_deg,
                    "iDirectionIncrementInDegrees": made.step_lon_deg / (columns - 1),
                    "jDirectionIncrementInDegrees": made.step_lat_deg / (rows - 1),
                    "dataDate": 20080806,
                    "dataTime": 0,
                    "stepUnits": 1,
                    "forecastTime": hour,
                    "discipline": 0,
                    "parameterCategory": 2,
                    "parameterNumber": parameter,
                    "typeOfFirstFixedSurface": 103,
                    "scaledValueOfFirstFixedSurface": 10,
                    "scaleFactorOfFirstFixedSurface": 0,
                    "bitsPerValue": 20,
                    "bitmapPresent": 1,
                    "missingValue": 9999,
                    **keys,
                }
                for key, value in settings.items():
                    eccodes.codes_set(message, key, value)
                turned = values[hour, ::-1]
                eccodes.codes_set_values(message, np.where(np.isnan(turned), 9999.0, turned).astype(float).ravel())
                eccodes.codes_write(message, file)
                eccodes.codes_release(message)
    return path
