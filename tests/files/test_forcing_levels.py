"""Only the surface current and the wind at 10 m move an object. Authority: CF conventions §4.3; the leeway table."""

from collections.abc import Sequence
from pathlib import Path

import netCDF4
import numpy as np
import pytest

from comity.files.boxes import Box
from comity.files.forcing import read_field
from comity.ground import InvalidInput, parse_instant
from comity.rescue import Quantity
from tests.files.netcdf_files import forcing_file

BOX = Box(4.4, 36.2, 5.6, 37.2)
PERIOD = (parse_instant("2008-08-06T00:30:00Z"), parse_instant("2008-08-06T02:30:00Z"))


def _refusal(file: Path, quantity: Quantity) -> str:
    with pytest.raises(InvalidInput, match=r"a\.nc") as caught:
        read_field([file], quantity, box=BOX, period_ms=PERIOD)
    return caught.value.code


def _levels(file: Path, levels: Sequence[float], units: str, *, names: tuple[str, str]) -> Path:
    """Give a file's further dimension `level` its coordinate; each level's eastward component is its number."""
    with netCDF4.Dataset(file, "a") as data:
        coordinate = data.createVariable("level", "f8", ("level",))
        coordinate.units, coordinate.axis = units, "Z"
        coordinate[:] = levels
        data[names[0]][:] = np.arange(len(levels))[:, None, None]
    return file


def test_the_wind_is_taken_at_10_m_and_not_at_the_lowest_height(tmp_path: Path) -> None:
    names = ("eastward_wind", "northward_wind")
    file = forcing_file(tmp_path / "a.nc", names=("u", "v"), standard_names=names, further=("level", 3))
    field, _ = read_field([_levels(file, [2.0, 10.0, 100.0], "m", names=("u", "v"))], "wind", box=BOX, period_ms=PERIOD)
    assert (field.east_m_s == 1).all()


@pytest.mark.parametrize(
    ("quantity", "levels", "units"),
    [
        ("wind", (1000.0, 925.0, 10.0), "hPa"),
        ("wind", (500.0,), "hPa"),
        ("wind", (2.0,), "m"),
        ("wind", (50.0, 100.0), "m"),
        ("current", (500.0, 1000.0), "m"),
        ("current", (-110.0,), "m"),
    ],
)
def test_a_level_that_does_not_move_the_object_is_refused(
    tmp_path: Path, quantity: Quantity, levels: tuple[float, ...], units: str
) -> None:
    stem = "sea_water_velocity" if quantity == "current" else "wind"
    names = (f"eastward_{stem}", f"northward_{stem}")
    file = forcing_file(tmp_path / "a.nc", names=("u", "v"), standard_names=names, further=("level", len(levels)))
    _levels(file, levels, units, names=("u", "v"))
    assert _refusal(file, quantity) == "files.wrong_level"


def test_a_scalar_height_that_is_not_10_m_is_refused(tmp_path: Path) -> None:
    names = ("eastward_wind", "northward_wind")
    file = forcing_file(tmp_path / "a.nc", names=("ua", "va"), standard_names=names)
    with netCDF4.Dataset(file, "a") as data:
        height = data.createVariable("height", "f8", ())
        height.units = "m"
        height[...] = 100.0
        data["ua"].coordinates = "height"
    assert _refusal(file, "wind") == "files.wrong_level"
