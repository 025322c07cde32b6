"""Tracks of drifters are read as they come. Authority: CF 1.11 §H.4, and the columns of real archives."""

import json
from pathlib import Path

import netCDF4
import numpy as np
import pytest

from comity.files.drifters import columns_of, read_drifters, read_outlines
from comity.files.slicks import read_slicks
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


WHOLE = {
    "an archive's row of units": (
        "ID,time,latitude,longitude,ve",
        ",UTC,degrees_north,degrees_east,m/s",
        "b1,2020-09-02T12:00:00Z,48.5,-63.1,0.1",
        "b1,2020-09-02T13:00:00Z,48.6,-63.0,0.1",
        "b1,2020-09-02T14:00:00Z,48.7,-62.9,NaN",
    ),
    "remarks, blanks, date and time apart, the header a remark": (
        "% drifters of the second release",
        "%ID Date Time Lat Lon Pos_Error",
        "b1 2020-09-02 12:00:00.000000 48.5 -63.1 10",
        "b1 2020-09-02 13:00:00.000000 48.6 -63.0 10",
        "b1 2020-09-02 14:00:00.000000 48.7 -62.9 10",
    ),
    "lines of a maker before the header, day first, messages without a fix": (
        "Export of asset tracks",
        "",
        "Asset;Horodatage;Latitude;Longitude",
        "b1;02/09/2020 12:00;48,5;-63,1",
        "b1;02/09/2020 13:00;48,6;-63,0",
        "b1;02/09/2020 13:30;0;0",
        "b1;02/09/2020 13:40;-999;-999",
        "b1;02/09/2020 14:00;48,7;-62,9",
        "b1;13/09/2020 14:00;NaN;NaN",
    ),
    "month first, half days": (
        "DeviceName,DeviceDateTime,CommId,Latitude,Longitude",
        "b1,9/2/2020 12:00:00 PM,300234,48.5,-63.1",
        "b1,9/2/2020 1:00:00 PM,300234,48.6,-63.0",
        "b1,9/2/2020 02:00:00 PM,300234,48.7,-62.9",
        "b2,9/14/2020 02:00:00 PM,300235,48.7,-62.9",
    ),
    "degrees and minutes with letters": (
        "Buoy;Date;Heure (UTC);Lat;Lon",
        "b1;20200902;12h00;48 30.0 N;063 06.0 W",
        "b1;20200902;13h00;48°36.0'N;63°00'00\"W",
        "b1;20200902;14h00;N48.7;W62.9",
    ),
    "year, month and day in columns": (
        "id,month,day,year,latitude,longitude",
        "b1,9,2.5,2020,48.5,296.9",
        "b1,9,2.541666666667,2020,48.6,297.0",
        "b1,9,2.583333333333,2020,48.7,297.1",
    ),
    "digits alone": (
        "imei,gps_time,gps_lat,gps_lon",
        "b1,20200902120000,48.5,-63.1",
        "b1,202009021300,48.6,-63.0",
        "b1,2020090214,48.7,-62.9",
    ),
    "nanoseconds, counted west": (
        "platform_code\tTime\tLatitude\tLongitude (degrees_west)",
        "b1\t1599048000000000000\t48.5\t63.1",
        "b1\t1599051600000000000\t48.6\t63.0",
        "b1\t1599055200000000000\t48.7\t62.9",
    ),
    "hours since an instant": (
        "buoy,time [hours since 2020-09-01 00:00:00],lat,lon",
        "b1,36,48.5,-63.1",
        "b1,37.0,48.6,-63.0",
        "b1,38,48.7,-62.9",
    ),
    "an index that is called time before the time": (
        "time,id,date_time,lat,lon",
        "0,b1,02-Sep-2020 12:00:00,48.5,-63.1",
        "1,b1,02-Sep-2020 13:00:00,48.6,-63.0",
        "2,b1,02-Sep-2020 14:00:00,48.7,-62.9",
    ),
    "names of one's own": (
        "beacon id;DATE/TIME;lat (dd);long (dd);lat_err",
        "b1;2020/09/02 12:00:00 UTC;48.5;-63.1;0.01",
        "beacon id;DATE/TIME;lat (dd);long (dd);lat_err",
        "b1;2020/09/02 13:00:00 UTC;48.6;-63.0;0.01",
        "b1;2020/09/02 14:00:00 GMT;48.7;-62.9;0.01",
    ),
}  # fmt: skip


@pytest.mark.parametrize("rows", WHOLE.values(), ids=WHOLE)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_files_as_makers_and_archives_write_them_are_the_same_track(
    rows: tuple[str, ...], encoding: str, tmp_path: Path
) -> None:
    (tmp_path / "buoys.dat").write_text(lines(*rows), encoding=encoding)
    track = read_drifters(tmp_path / "buoys.dat")[0]
    assert track.drifter == "b1"
    assert track.time_ms.tolist() == [FIRST_MS + 3_600_000 * hour for hour in range(3)]
    assert track.lat_deg == pytest.approx(LAT)
    assert (track.lon_deg + 180) % 360 - 180 == pytest.approx(LON)


def test_a_table_without_a_header_is_read_by_the_numbers_of_its_columns(tmp_path: Path) -> None:
    (tmp_path / "gdp.txt").write_text(lines("7 2020-09-02 12:00 48.5 -63.1", "7 2020-09-02 13:00 48.6 -63.0"))
    (track,) = read_drifters(tmp_path / "gdp.txt", mapping=columns_of("id=1,time=2+3,lat=4,lon=5"))
    assert (track.drifter, track.time_ms.tolist()) == ("7", [FIRST_MS, FIRST_MS + 3_600_000])


def test_a_day_and_a_month_that_nothing_tells_apart_are_not_guessed(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text(lines("id,time,lat,lon", "b,2/9/2020 12:00,48,-63", "b,2/9/2020 13:00,48,-63"))
    with pytest.raises(InvalidInput) as caught:
        read_drifters(tmp_path / "b.csv")
    assert "2: time '2/9/2020 12:00'" in str(caught.value)


def test_thousands_of_drifters_are_told_apart_in_the_order_of_the_file(tmp_path: Path) -> None:
    names = [f"b{number * 7919 % 3001}" for number in range(3000)]
    rows = [f"{name},{1_599_048_000 + 3600 * hour},48,-63" for hour in (1, 0) for name in names]
    (tmp_path / "many.csv").write_text(lines("id,time,lat,lon", *rows))
    tracks = read_drifters(tmp_path / "many.csv")
    assert [each.drifter for each in tracks] == names
    assert all(np.diff(each.time_ms).tolist() == [3_600_000] for each in tracks)


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


def write_archive(path: Path, *, names: str = "numbers", counts: str = "attribute", first: int = 0) -> None:
    """Two drifters as large archives write them: where they were deployed beside where they were, numbers as names."""
    with netCDF4.Dataset(path, "w") as data:
        for dim, size in (("traj", 2), ("obs", 5), ("letters", 8)):
            data.createDimension(dim, size)
        for name, deployed in (("deploy_lat", (10.0, 11.0)), ("deploy_lon", (20.0, 21.0))):
            data.createVariable(name, "f4", ("traj",)).standard_name = name.replace("deploy_lat", "latitude")
            data[name][:] = deployed
        for name, places in (("lat", (*LAT, 50.0, -999.0)), ("lon", (296.9, 297.0, 297.1, 300.0, -999.0))):
            data.createVariable(name, "f4", ("obs",))[:] = places
            data[name].units = "degrees_north" if name == "lat" else "degrees_east"
        for name, dim, seconds in (("deploy_date", "traj", [0, 0]), ("time", "obs", [0, 3600, 7200, 0, 3600])):
            time = data.createVariable(name, "f8", (dim,))
            time.units, time[:] = "seconds since 2020-09-02 12:00:00", seconds
        if names == "numbers":
            data.createVariable("ID", "i8", ("traj",))[:] = (64112, 64113)
        else:
            data.createVariable("ID", "S1", ("traj", "letters"))[:] = netCDF4.stringtochar(
                np.array(["64112", "64113"], "S8")
            )
            data["ID"].cf_role = "trajectory_id"
        if counts == "index":
            data.createVariable("trajectory_index", "i4", ("obs",))[:] = np.array([0, 0, 0, 1, 1]) + first
            data["trajectory_index"].instance_dimension = "traj"
        else:
            data.createVariable("rowsize", "i8", ("traj",))[:] = (3, 2)
            if counts == "attribute":
                data["rowsize"].sample_dimension = "obs"


@pytest.mark.parametrize(
    "how",
    [{}, {"names": "letters"}, {"counts": "name"}, {"counts": "index"}, {"counts": "index", "first": 1}],
    ids=["contiguous", "names in letters", "known by its name", "indexed", "indexed from one"],
)
def test_an_archive_of_many_drifters_is_read_by_where_they_were(how: dict[str, str], tmp_path: Path) -> None:
    write_archive(tmp_path / "gdp.nc", **how)  # type: ignore[arg-type]
    (track,) = read_drifters(tmp_path / "gdp.nc")  # the other has one fix alone
    assert track.drifter == "64112"
    assert track.time_ms.tolist() == [FIRST_MS + 3_600_000 * hour for hour in range(3)]
    assert track.lat_deg == pytest.approx(LAT)
    assert track.lon_deg - 360 == pytest.approx(LON)


@pytest.mark.parametrize("dims", [("time",), ("time", "lat", "lon"), ("obs", "trajectory")])
def test_a_file_of_one_drifter_takes_its_name_from_the_file(dims: tuple[str, ...], tmp_path: Path) -> None:
    with netCDF4.Dataset(tmp_path / "b9.nc", "w") as data:
        data.buoy_id = "SVP 9"
        for dim in dims:
            data.createDimension(dim, 3 if dim in ("time", "obs") else 1)
        for name, values in (("LATITUDE", LAT), ("LONGITUDE", LON), ("TIME", (0, 1, 2))):
            variable = data.createVariable(name, "f8", dims if name != "TIME" else dims[:1])
            variable[:] = np.reshape(values, variable.shape)
        data["TIME"].units = "hours since 2020-09-02 12:00:00"
    (track,) = read_drifters(tmp_path / "b9.nc")
    assert track.drifter == "SVP 9"
    assert track.lat_deg.tolist() == list(LAT)


def test_a_netcdf_file_without_times_or_with_ones_that_do_not_fit_is_refused_by_name(tmp_path: Path) -> None:
    write_netcdf(tmp_path / "whole.nc", "contiguous ragged")
    for path, change in (("none.nc", "units"), ("short.nc", "size")):
        (tmp_path / path).write_bytes((tmp_path / "whole.nc").read_bytes())
        with netCDF4.Dataset(tmp_path / path, "a") as data:
            if change == "units":
                data["t"].units = "hours"
            else:
                data.createDimension("few", 4)
                data.renameVariable("t", "was")
                data["was"].setncatts({"standard_name": "", "units": ""})
                data.createVariable("time", "f8", ("few",)).units = "hours since 2020-09-02 12:00:00"
                data["time"][:] = range(4)
        with pytest.raises(InvalidInput) as caught:
            read_drifters(tmp_path / path)
        assert caught.value.code == "files.unreadable_drifters"
        assert "time" in str(caught.value)


def test_outlines_without_times_are_rings(tmp_path: Path) -> None:
    path = tmp_path / "slicks.csv"
    path.write_text(
        lines("slick,lat,lon", "1,38.1,5.1", "1,38.2,5.1", "1,38.2,5.2", "2,38.5,5", "2,38.6,5", "2,38.6,5.1")
    )
    one, two = read_outlines(path)
    assert one == (((5.1, 38.1), (5.1, 38.2), (5.2, 38.2)),)
    assert len(two[0]) == 3


SQUARES = [[[4.9, 37.1], [5.6, 37.1], [5.6, 37.6], [4.9, 37.1]], [[6.0, 38.0], [6.1, 38.0], [6.1, 38.1], [6.0, 38.0]]]


def test_a_slick_of_several_parts_seen_at_several_times_is_read_by_time(tmp_path: Path) -> None:
    def feature(ring: object, **properties: object) -> dict[str, object]:
        return {
            "type": "Feature",
            "properties": properties,
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }

    later, sooner = "2008-08-07T10:50:00Z", "2008-08-06T21:00:00Z"
    whole = {"type": "MultiPolygon", "coordinates": [[each] for each in SQUARES]}
    collection = {
        "type": "FeatureCollection",
        "features": [
            feature(SQUARES[0], time=later),
            feature(SQUARES[1], time=sooner),
            feature(SQUARES[1], time=later),
        ],
    }
    (tmp_path / "parts.geojson").write_text(json.dumps(whole))
    (slick,) = read_slicks(tmp_path / "parts.geojson")
    assert (slick.seen_ms, len(slick.parts)) == (None, 2)
    assert slick.parts[0][0] == ((4.9, 37.1), (5.6, 37.1), (5.6, 37.6))
    (tmp_path / "seen.json").write_text(json.dumps(collection))
    first, second = read_slicks(tmp_path / "seen.json")
    assert [first.seen_ms, second.seen_ms] == [parse_instant(sooner), parse_instant(later)]
    assert (len(first.parts), len(second.parts)) == (1, 2)
    rows = [
        f"{t},{n},{lat},{lon}"
        for t, n, ring in ((later, "a", SQUARES[0]), (sooner, "b", SQUARES[1]))
        for lon, lat in ring
    ]
    (tmp_path / "seen.csv").write_text(lines("time,slick,lat,lon", *rows))
    again = read_slicks(tmp_path / "seen.csv")
    assert [each.seen_ms for each in again] == [parse_instant(sooner), parse_instant(later)]
    assert again[1].parts[0][0] == slick.parts[0][0]


def geojson(ring: str, **properties: str) -> str:
    geometry = f'{{"type": "Polygon", "coordinates": [[{ring}]]}}'
    return f'{{"type": "Feature", "properties": {json.dumps(properties)}, "geometry": {geometry}}}'


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[]",
        "not json",
        '{"type": "Point", "coordinates": [5, 37]}',
        '{"type": "FeatureCollection", "features": []}',
        geojson("[5, 37], [6, 37], [5, 37]"),
        geojson("[5, 37], [6, 97], [7, 37]"),
        geojson('["a", 37], [6, 37], [7, 38]'),
        geojson("[5, 37], [6, 37], [7, 38]", time="one day"),
    ],
)
def test_what_is_no_outline_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "bad.geojson").write_text(text)
    with pytest.raises(InvalidInput) as caught:
        read_slicks(tmp_path / "bad.geojson")
    assert caught.value.code == "files.unreadable_outline"
