"""Winds at 10 m from NOAA and ECMWF, both open and without a login, as GRIB over HTTPS.

One run is taken: the latest that both has been published and began before the period does, so that the wind is one
forecast and not a patchwork. Of NOAA's GFS the server cuts the box; of ECMWF's IFS the two fields are read by their
place in each file. Units: degrees, hours, milliseconds since 1970.
Sources: NOMADS `filter_gfs_0p25.pl` (GFS 0.25°, hourly to 120 h and 3-hourly to 384 h, runs every 6 h); ECMWF open
data, naming convention and index files (IFS 0.25°, 3-hourly to 144 h and 6-hourly to 360 h, runs at 00 and 12).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx
import numpy as np
import orjson

from comity.files.boxes import Box
from comity.files.fetching import Progress, Request, Wanted, fetch_failed
from comity.ground import MS_PER_HOUR, InvalidInput, instant_text, utc_of

NOAA_ADDRESS = "https://nomads.ncep.noaa.gov/cgi-bin/filter_gfs_0p25.pl"
ECMWF_ADDRESS = "https://data.ecmwf.int/forecasts"

_STEP_S = 30.0
_OK, _PARTIAL = 200, 206
_GRIB = b"GRIB"
_MOST_BYTES = 64 * 2**20
_NOAA_CELL_DEG = 0.25


@dataclass(frozen=True)
class Model:
    """When a model runs, how long its output takes, and at which steps it stands: (last hour, hours between two)."""

    every_h: int
    delay_h: int
    steps: tuple[tuple[int, int], ...]


GFS = Model(every_h=6, delay_h=5, steps=((120, 1), (384, 3)))
IFS = Model(every_h=12, delay_h=9, steps=((144, 3), (360, 6)))


def run_of(model: Model, wanted: Wanted) -> tuple[int, list[int]]:
    """Return the instant of the run to take, and the steps in hours that cover the period; `InvalidInput` beyond it."""
    every_ms = model.every_h * MS_PER_HOUR
    known_ms = wanted.now_ms - model.delay_h * MS_PER_HOUR
    run_ms = min(wanted.period_ms[0], known_ms) // every_ms * every_ms
    steps = [0]
    for last_h, between_h in model.steps:
        steps += range(steps[-1] + between_h, last_h + 1, between_h)
    hours = np.array(steps)
    first, last = ((each - run_ms) / MS_PER_HOUR for each in wanted.period_ms)
    if last > hours[-1]:
        raise InvalidInput(
            "files.beyond_forecast",
            "The forecast does not reach the end of the period.",
            why="its run of {run} ends after {hours} hours, and the period after {wanted}",
            remedy="end the case earlier, or ask again nearer to that time",
            run=instant_text(run_ms),
            hours=int(hours[-1]),
            wanted=f"{last:.0f}",
        )
    begin = int(np.searchsorted(hours, first, side="right")) - 1
    end = int(np.searchsorted(hours, last, side="left"))
    return run_ms, [int(hour) for hour in hours[begin : max(end, begin + 1) + 1]]


def noaa_request(wanted: Wanted, address: str = NOAA_ADDRESS) -> Request:
    """Return the request of GFS winds over a box and a period."""
    run_ms, steps = run_of(GFS, wanted)
    run = utc_of(run_ms)
    box = _on_cells(wanted.box)
    queries = [
        {
            "dir": f"/gfs.{run:%Y%m%d}/{run:%H}/atmos",
            "file": f"gfs.t{run:%H}z.pgrb2.0p25.f{step:03d}",
            "var_UGRD": "on",
            "var_VGRD": "on",
            "lev_10_m_above_ground": "on",
            "subregion": "",
            "toplat": f"{box.north_deg:g}",
            "bottomlat": f"{box.south_deg:g}",
            "leftlon": f"{box.west_deg:g}",
            "rightlon": f"{box.east_deg:g}",
        }
        for step in steps
    ]

    def bring(file: Path, progress: Progress) -> None:
        with _client() as client, file.open("wb") as out:
            for number, query in enumerate(queries):
                progress(number / len(queries))
                out.write(_grib(_answer(client, "NOAA", address, params=query), "NOAA"))

    return Request(
        provider="NOAA",
        quantity="wind",
        file_name=f"noaa_gfs_{run:%Y%m%d%H}.grib2",
        decides={"address": address, "queries": queries},
        origin=f"NOAA NCEP, GFS 0.25°, run of {instant_text(run_ms)}",
        licence="Public domain (work of the United States government)",
        bring=bring,
    )


def ecmwf_request(wanted: Wanted, address: str = ECMWF_ADDRESS) -> Request:
    """Return the request of IFS winds of the whole globe over a period; the box is cut when they are read."""
    run_ms, steps = run_of(IFS, wanted)
    run = utc_of(run_ms)
    stem = f"{address}/{run:%Y%m%d}/{run:%H}z/ifs/0p25/oper/{run:%Y%m%d%H}0000"
    places = [f"{stem}-{step}h-oper-fc" for step in steps]

    def bring(file: Path, progress: Progress) -> None:
        with _client() as client, file.open("wb") as out:
            for number, place in enumerate(places):
                progress(number / len(places))
                index = _answer(client, "ECMWF", f"{place}.index")
                for first, last in _ranges(index):
                    headers = {"Range": f"bytes={first}-{last}"}
                    part = _answer(client, "ECMWF", f"{place}.grib2", headers=headers, is_part=True)
                    out.write(_grib(part, "ECMWF"))

    return Request(
        provider="ECMWF",
        quantity="wind",
        file_name=f"ecmwf_ifs_{run:%Y%m%d%H}.grib2",
        decides={"places": places, "params": ["10u", "10v"]},
        origin=f"ECMWF open data, IFS 0.25°, run of {instant_text(run_ms)}",
        licence="CC-BY-4.0, © European Centre for Medium-Range Weather Forecasts",
        bring=bring,
    )


def _on_cells(box: Box) -> Box:
    """Return a box widened to whole cells of the grid, one more on each side."""
    low, high = (
        [direction(edge / _NOAA_CELL_DEG) * _NOAA_CELL_DEG for edge in edges]
        for direction, edges in (
            (np.floor, (box.west_deg - _NOAA_CELL_DEG, box.south_deg - _NOAA_CELL_DEG)),
            (np.ceil, (box.east_deg + _NOAA_CELL_DEG, box.north_deg + _NOAA_CELL_DEG)),
        )
    )
    return Box(float(low[0]), max(float(low[1]), -90.0), float(high[0]), min(float(high[1]), 90.0))


def _client() -> httpx.Client:
    return httpx.Client(timeout=_STEP_S, follow_redirects=True, headers={"User-Agent": "comity"})


def _answer(
    client: httpx.Client,
    provider: str,
    address: str,
    *,
    params: dict[str, str] | None = None,
    headers: dict[str, str] | None = None,
    is_part: bool = False,
) -> bytes:
    try:
        answer = client.get(address, params=params, headers=headers)
    except httpx.HTTPError as error:
        raise fetch_failed(provider, str(error) or type(error).__name__) from None
    if answer.status_code != (_PARTIAL if is_part else _OK) or len(answer.content) > _MOST_BYTES:
        raise fetch_failed(provider, f"HTTP {answer.status_code}")
    return answer.content


def _grib(body: bytes, provider: str) -> bytes:
    if not body.startswith(_GRIB):
        text = " ".join(body[:120].decode("ascii", "replace").split())
        raise fetch_failed(provider, text or "—")
    return body


def _ranges(index: bytes) -> Iterator[tuple[int, int]]:
    """Yield first and last byte of the two components of the wind at 10 m."""
    try:
        lines: Sequence[dict[str, object]] = [orjson.loads(line) for line in index.splitlines() if line.strip()]
        chosen = [each for each in lines if each.get("param") in ("10u", "10v") and each.get("levtype") == "sfc"]
        found = [(int(str(each["_offset"])), int(str(each["_length"]))) for each in chosen]
    except (orjson.JSONDecodeError, KeyError, ValueError, AttributeError) as error:
        raise fetch_failed("ECMWF", f"index: {type(error).__name__}") from None
    if not found:
        raise fetch_failed("ECMWF", "index: 10u, 10v")
    yield from ((first, first + length - 1) for first, length in found)
