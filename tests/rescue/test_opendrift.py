"""In its compatible mode the drift agrees with OpenDrift's Leeway, run beside us on the same water and air.

Authority: OpenDrift 1.14.12 (GPL-2.0, run in an environment of its own, never imported here): the ensemble of
`../shared/data/rescue/reference`, and the means of five more ensembles of 60,000 elements run with it on the same
forcing with seed 5 (class, start and time as below; gaussian radius 1000 m, 600 s, stranding on full-resolution GSHHG).
"""

from dataclasses import dataclass

import numpy as np
import pytest

from comity.files.boxes import Box
from comity.files.coast import land_mask
from comity.files.forcing import Forcing, read_forcing
from comity.ground import Floats, Grid, metres_per_degree, parse_instant
from comity.rescue import STRANDED, Cloud, LandMask, LastKnownPosition, drift, leeway_class
from tests.rescue.seas import HOUR_MS, case_with
from tests.shared_data import SHARED, needs_shared

pytestmark = needs_shared

RESCUE = SHARED / "rescue"
PARTICLES = 100_000


@pytest.fixture(scope="module")
def forcing() -> Forcing:
    return read_forcing(
        [RESCUE / "opendrift" / "norkyst800_subset_16Nov2015.nc"],
        [RESCUE / "opendrift" / "arome_subset_16Nov2015.nc"],
        box=Box(3.9, 59.8, 4.1, 60.0),
        period_ms=(parse_instant("2015-11-16T00:00:00Z"), parse_instant("2015-11-18T00:00:00Z")),
        reach_m=250_000,
    )


@dataclass(frozen=True)
class Ensemble:
    """Where an ensemble's floating members are at the end, and the share that came ashore."""

    lon_deg: float
    lat_deg: float
    sd_lon_deg: float
    sd_lat_deg: float
    stranded: float


def ensemble_of(lon_deg: Floats, lat_deg: Floats, stranded: float) -> Ensemble:
    return Ensemble(float(lon_deg.mean()), float(lat_deg.mean()), float(lon_deg.std()), float(lat_deg.std()), stranded)


def ended(cloud: Cloud) -> Ensemble:
    afloat = cloud.status[:, -1] != STRANDED
    lon_deg, lat_deg = cloud.lon_deg[afloat, -1].astype(np.float64), cloud.lat_deg[afloat, -1].astype(np.float64)
    return ensemble_of(lon_deg, lat_deg, 1 - float(afloat.mean()))


def compatible(
    forcing: Forcing, land: LandMask, number: int, lon_deg: float, lat_deg: float, start: str, hours: int
) -> Cloud:
    lkp = LastKnownPosition(lat_deg, lon_deg, 1000.0, parse_instant(start), 0.0, 1.0)
    settings = {"particles": PARTICLES, "crosswind": "opendrift", "scheme": "euler"}
    case = case_with(leeway_class(number), lkp=lkp, hours=parse_instant(start) / HOUR_MS + hours, **settings)
    return drift(case, forcing.current, forcing.wind, land)


def distance_between_m(ours: Ensemble, theirs: Ensemble) -> float:
    per_lat_m, per_lon_m = metres_per_degree(theirs.lat_deg)
    return float(np.hypot((ours.lon_deg - theirs.lon_deg) * per_lon_m, (ours.lat_deg - theirs.lat_deg) * per_lat_m))


def test_the_reference_ensemble_is_met_in_centre_spread_and_strandings(forcing: Forcing) -> None:
    raster = np.load(RESCUE / "reference" / "landmask_1p5E_8p5E_58p5N_62p5N.npz")
    rows, columns = (int(each) for each in raster["shape"])
    land = np.unpackbits(raster["packed"], axis=1)[:rows, :columns].astype(np.bool_)
    mask = LandMask(Grid(1.5, 58.5, 0.004, 0.002, columns, rows), land)
    ours = ended(compatible(forcing, mask, 26, 4.0, 59.9, "2015-11-16T00:00:00Z", 24))
    reference = np.load(RESCUE / "reference" / "opendrift_obj26_24h_rk1_600s.npz")
    share = reference["stranded_lon"].size / (reference["stranded_lon"].size + reference["lon"].size)
    theirs = ensemble_of(reference["lon"].astype(np.float64), reference["lat"].astype(np.float64), share)
    assert distance_between_m(ours, theirs) < 150  # after 51 km
    assert ours.sd_lon_deg == pytest.approx(theirs.sd_lon_deg, rel=0.02)
    assert ours.sd_lat_deg == pytest.approx(theirs.sd_lat_deg, rel=0.02)
    assert ours.stranded == pytest.approx(theirs.stranded, abs=0.02)


OTHERS = [
    # class, start (longitude, latitude, instant), hours, OpenDrift's end
    (4, 4.00, 59.90, "2015-11-16T00:00:00Z", 24, Ensemble(4.18745, 60.14518, 0.14283, 0.04996, 0.0)),
    (24, 4.00, 59.90, "2015-11-16T00:00:00Z", 24, Ensemble(4.12979, 60.22768, 0.11378, 0.04344, 0.0)),
    (57, 4.10, 60.00, "2015-11-17T00:00:00Z", 12, Ensemble(4.27605, 60.40287, 0.41927, 0.12145, 0.11090)),
    (35, 4.30, 59.70, "2015-11-16T09:00:00Z", 20, Ensemble(4.81945, 60.18738, 0.12403, 0.09654, 0.04057)),
    (26, 4.72, 60.35, "2015-11-16T06:00:00Z", 24, Ensemble(4.37348, 61.25244, 0.16767, 0.08977, 0.85033)),
]


@pytest.mark.parametrize(("number", "lon_deg", "lat_deg", "start", "hours", "theirs"), OTHERS)
def test_other_classes_starts_and_coasts_agree_too(
    forcing: Forcing, number: int, lon_deg: float, lat_deg: float, start: str, hours: int, theirs: Ensemble
) -> None:
    land = land_mask(Box(1.0, 58.5, 7.5, 62.5))
    ours = ended(compatible(forcing, land, number, lon_deg, lat_deg, start, hours))
    per_lat_m, per_lon_m = metres_per_degree(theirs.lat_deg)
    afloat = (1 - theirs.stranded) / (1 / 60_000 + 1 / PARTICLES)  # of both, as the error of a difference of means
    chance_m = 3 * np.hypot(theirs.sd_lon_deg * per_lon_m, theirs.sd_lat_deg * per_lat_m) / np.sqrt(afloat)
    assert distance_between_m(ours, theirs) < max(150, chance_m)
    assert ours.sd_lon_deg == pytest.approx(theirs.sd_lon_deg, rel=0.02)
    assert ours.sd_lat_deg == pytest.approx(theirs.sd_lat_deg, rel=0.02)
    assert ours.stranded == pytest.approx(theirs.stranded, abs=0.02)


def test_the_table_s_side_moves_an_asymmetric_class_by_kilometres(forcing: Forcing) -> None:
    lkp = LastKnownPosition(59.9, 4.0, 1000.0, parse_instant("2015-11-16T00:00:00Z"), 0.0, 1.0)
    ends = []
    for side in ("table", "opendrift"):
        hours = parse_instant("2015-11-17T00:00:00Z") / HOUR_MS
        case = case_with(leeway_class(4), lkp=lkp, hours=hours, particles=20_000, crosswind=side)
        ends.append(ended(drift(case, forcing.current, forcing.wind, None)))
    assert distance_between_m(ends[0], ends[1]) > 3000
