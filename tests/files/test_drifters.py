"""Tracks of drifters are read as they come. Authority: CF 1.11 §H.4, and the columns of real archives."""

from pathlib import Path

import netCDF4
import numpy as np
import pytest

from comity.files.drifters import columns_of, read_drifters, read_outlines
from comity.ground import InvalidInput, parse_instant

FIRST_MS = parse_instant("2020-09-02T12:00:00Z")
LAT, LON = (48.5, 48.6, 48.7), (-63.1, -63.0, -62.9)


def lines(*rows: str) -> str:
    return "\n".join(rows) + "\n"


SPELLINGS = {
    "iso with a zone": ("id,time,lat,lon", "b1,2020-09-02T{hour}:00:00Z,{lat},{lon}"),
    "iso without a zone is UTC": ("drifter_id,datetime,latitude,longitude", "b1,2020-09-02 {hour}:00:00,{lat},{lon}"),
    "units in the header, semicolons": ("Buoy;Time (UTC);Lat [deg];Lon [deg]", "b1;2020/09/02 {hour}:00;{lat};{lon}"),
    "seconds since 1970": ("name,timestamp,lat,lng", "b1,{seconds},{lat},{lon}"),
    "milliseconds since 1970, more columns": ("x,imei,date_time,sst,y", "{lon},b1,{seconds}000,12.5,{lat}"),
}


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
def test_usual_columns_are_known_in_any_order(spelling: tuple[str, str], tmp_path: Path) -> None:
    header, row = spelling
    rows = [
        row.format(hour=12 + hour, seconds=FIRST_MS // 1000 + 3600 * hour, lat=LAT[hour], lon=LON[hour])
        for hour in (1, 0, 2)
    ]
    (tmp_path / "buoys.csv").write_text(lines(header, *rows))
    (track,) = read_drifters(tmp_path / "buoys.csv")
    assert track.drifter == "b1"
    assert track.time_ms.tolist() == [FIRST_MS + 3_600_000 * hour for hour in range(3)]
    assert track.lat_deg.tolist() == list(LAT)
    assert track.lon_deg.tolist() == list(LON)


def test_a_declared_mapping_goes_before_the_usual_names_and_a_message_without_a_fix_is_passed_over(
    tmp_path: Path,
) -> None:
    path = tmp_path / "b7.csv"
    path.write_text(lines("when,lat,breite,laenge", "2020-09-02T12:00:00Z,0,48.5,-63.1", "2020-09-02T13:00:00Z,0,,",
                          "2020-09-02T14:00:00Z,0,48.7,-62.9"))  # fmt: skip
    (track,) = read_drifters(path, mapping=columns_of("time=when,lat=breite,lon=laenge"))
    assert track.drifter == "b7"
    assert track.lat_deg.tolist() == [48.5, 48.7]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (lines("id,time,lat", "b,2020-09-02T12:00:00Z,48"), "lon"),
        (lines("id,time,lat,lon", "b,2020-09-02T12:00:00Z,48,-63", "b,yesterday,48,-63"), "3: time 'yesterday'"),
        (lines("id,time,lat,lon", "b,2020-09-02T12:00:00Z,98.5,-63"), "2: '98.5'"),
        (lines("id,time,lat,lon", "b,2020-09-02T12:00:00Z,48,-63"), "two fixes"),
        (lines("id,time,lat,lon", "b,17,48,-63", "b,18,48,-63"), "2: time '17'"),
    ],
)
def test_a_file_is_read_whole_or_refused_with_its_row(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text(text)
    with pytest.raises(InvalidInput) as caught:
        read_drifters(tmp_path / "bad.csv")
    assert caught.value.code == "files.unreadable_drifters"
    assert said in str(caught.value)


def write_netcdf(path: Path, form: str) -> None:
    """Two drifters: one of three fixes, one of two."""
    lat, lon = np.full((2, 3), np.nan), np.full((2, 3), np.nan)
    lat[0], lon[0], lat[1, :2], lon[1, :2] = LAT, LON, (50.0, 50.1), (-60.0, -60.1)
    hours = np.array([[0.0, 1, 2], [0, 1, np.nan]])
    given = ~np.isnan(lat)
    with netCDF4.Dataset(path, "w") as data:
        data.createDimension("trajectory", 2)
        data.createDimension("obs", 5 if "ragged" in form else 3)
        names = data.createVariable("drifter_names", str, ("trajectory",))
        names.cf_role = "trajectory_id"
        names[:] = np.array(["one", "two"], dtype=object)
        both = {"matrix": ("trajectory", "obs"), "turned": ("obs", "trajectory"), "one axis": ("trajectory", "obs")}
        dims = both.get(form, ("obs",))
        for name, standard, values in (("t", "time", hours), ("phi", "latitude", lat), ("lam", "longitude", lon)):
            mine = ("obs",) if form == "one axis" and standard == "time" else dims
            variable = data.createVariable(name, "f8", mine, fill_value=-999.0)
            variable.standard_name = standard
            if standard == "time":
                variable.units = "hours since 2020-09-02 12:00:00"
            flat = hours[0] if len(mine) == 1 and form == "one axis" else values[given] if "ragged" in form else values
            flat = np.where(np.isnan(flat), -999.0, flat)
            variable[:] = flat.T if form == "turned" else flat
        if form == "contiguous ragged":
            count = data.createVariable("rowSize", "i4", ("trajectory",))
            count.sample_dimension = "obs"
            count[:] = [3, 2]
        if form == "indexed ragged":
            index = data.createVariable("which", "i4", ("obs",))
            index.instance_dimension = "trajectory"
            index[:] = [0, 0, 0, 1, 1]


@pytest.mark.parametrize("form", ["matrix", "turned", "one axis", "contiguous ragged", "indexed ragged"])
def test_trajectories_of_every_form_are_the_same(form: str, tmp_path: Path) -> None:
    write_netcdf(tmp_path / "drifters.nc", form)
    one, two = read_drifters(tmp_path / "drifters.nc")
    assert (one.drifter, two.drifter) == ("one", "two")
    assert one.time_ms.tolist() == [FIRST_MS + 3_600_000 * hour for hour in range(3)]
    assert one.lat_deg.tolist() == list(LAT)
    assert two.lon_deg.tolist() == [-60.0, -60.1]
    assert two.time_ms.size == 2


def test_outlines_without_times_are_rings(tmp_path: Path) -> None:
    path = tmp_path / "slicks.csv"
    path.write_text(
        lines("slick,lat,lon", "1,38.1,5.1", "1,38.2,5.1", "1,38.2,5.2", "2,38.5,5", "2,38.6,5", "2,38.6,5.1")
    )
    one, two = read_outlines(path)
    assert one == (((5.1, 38.1), (5.1, 38.2), (5.2, 38.2)),)
    assert len(two[0]) == 3
