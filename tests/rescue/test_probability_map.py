"""The map holds the cloud and the contours hold their share. Authority: the normal distribution in two dimensions."""

import itertools

import numpy as np
import pytest
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon as ShapelyPolygon

from comity.ground import Floats, Grid, InvalidInput, metres_per_degree
from comity.rescue import Cloud, LandMask, containment, probability_map

LEVELS = (0.5, 0.75, 0.9, 0.95)


def cloud_at(east_m: Floats, north_m: Floats, lat_deg: float = 37.0) -> Cloud:
    per_lat_m, per_lon_m = metres_per_degree(lat_deg)
    count = east_m.size
    return Cloud(
        time_ms=np.array([0], dtype=np.int64),
        lon_deg=(5.0 + east_m / per_lon_m).astype(np.float32)[:, None],
        lat_deg=(lat_deg + north_m / per_lat_m).astype(np.float32)[:, None],
        status=np.zeros((count, 1), dtype=np.int8),
        object_index=np.zeros(count, dtype=np.int16),
        scenario_index=np.zeros(count, dtype=np.int16),
    )


def normal_cloud(sd_east_m: float, sd_north_m: float, count: int = 100_000) -> Cloud:
    chance = np.random.default_rng(7)
    return cloud_at(chance.normal(0, sd_east_m, count), chance.normal(0, sd_north_m, count))


def two_lobes() -> Cloud:
    chance = np.random.default_rng(8)
    east_m = chance.normal(0, 3000, 60_000) + np.where(np.arange(60_000) % 3 == 0, 25_000, -25_000)
    return cloud_at(east_m, chance.normal(0, 4000, 60_000))


def ring() -> Cloud:
    chance = np.random.default_rng(9)
    radius_m, angle = chance.normal(20_000, 1500, 60_000), chance.uniform(0, 2 * np.pi, 60_000)
    return cloud_at(radius_m * np.cos(angle), radius_m * np.sin(angle))


def test_the_map_sums_to_one_and_keeps_mean_and_spread() -> None:
    over = probability_map(normal_cloud(8000, 5000))
    assert over.poc.sum() == pytest.approx(1)
    assert (over.poc >= 0).all()
    per_lat_m, per_lon_m = metres_per_degree(37.0)
    for axis, per_m, middle, at_deg, sd_m in (
        (0, per_lon_m, 5.0, over.grid.lon_deg, 8000),
        (1, per_lat_m, 37.0, over.grid.lat_deg, 5000),
    ):
        share = over.poc.sum(axis=axis)
        at_m = (at_deg - middle) * per_m
        assert (share * at_m).sum() == pytest.approx(0, abs=60)
        assert (share * at_m**2).sum() == pytest.approx(sd_m**2 + over.smoothing_m**2, rel=0.02)


def test_the_contours_of_a_normal_cloud_are_its_ellipses() -> None:
    cloud = normal_cloud(8000, 5000)
    areas = containment(cloud, probability_map(cloud))
    assert [area.level for area in areas] == list(LEVELS)
    for area in areas:
        due_m2 = -2 * np.log(1 - area.level) * np.pi * 8000 * 5000
        assert area.area_m2 == pytest.approx(due_m2, rel=0.04)
        assert area.poc == pytest.approx(area.level, abs=0.005)


@pytest.mark.parametrize("cloud", [two_lobes(), ring()], ids=["two lobes", "a ring"])
def test_areas_hold_their_share_one_inside_the_other(cloud: Cloud) -> None:
    areas = containment(cloud, probability_map(cloud))
    shapes = []
    for area in areas:
        shape = shapely.union_all([ShapelyPolygon(polygon[0], polygon[1:]) for polygon in area.polygons])
        inside = shapely.contains_xy(shape, cloud.lon_deg[:, 0], cloud.lat_deg[:, 0]).mean()
        assert inside == pytest.approx(area.level, abs=0.01)
        assert inside == pytest.approx(area.poc, abs=0.001)
        shapes.append(shape)
    for inner, outer in itertools.pairwise(shapes):
        assert inner.difference(outer).area < 0.002 * inner.area


def test_two_lobes_are_two_areas_and_a_ring_has_a_hole() -> None:
    cloud = two_lobes()
    assert (
        sum(ShapelyPolygon(each[0]).area > 0.001 for each in containment(cloud, probability_map(cloud))[2].polygons)
        == 2
    )
    cloud = ring()
    outline, *holes = containment(cloud, probability_map(cloud))[3].polygons[0]
    assert max(ShapelyPolygon(hole).area for hole in holes) > 0.3 * ShapelyPolygon(outline).area
    assert ShapelyPolygon(outline).exterior.is_ccw  # RFC 7946: outlines anticlockwise, holes clockwise
    assert all(not ShapelyPolygon(hole).exterior.is_ccw for hole in holes)


def test_hypotheses_that_are_not_yet_in_the_water_do_not_count() -> None:
    cloud = normal_cloud(3000, 3000, count=2000)
    cloud.lon_deg[::2] = np.nan
    cloud.lat_deg[::2] = np.nan
    over = probability_map(cloud)
    assert over.poc.sum() == pytest.approx(1)
    assert containment(cloud, over)[0].poc == pytest.approx(0.5, abs=0.01)


def test_a_cloud_of_one_place_is_a_small_disc() -> None:
    cloud = cloud_at(np.zeros(100), np.zeros(100))
    areas = containment(cloud, probability_map(cloud), levels=(0.95,))
    assert areas[0].area_m2 < 500**2
    assert areas[0].poc == 1.0


def test_no_probability_and_no_area_lies_inland() -> None:
    cloud = normal_cloud(3000, 3000)
    cloud.lat_deg[:] = 37.0 + np.abs(cloud.lat_deg - 37.0)  # everything north of a coast along the parallel
    coast = LandMask(Grid(4.0, 36.0, 0.002, 0.002, 1000, 500), np.ones((500, 1000), dtype=np.bool_))
    over = probability_map(cloud, land=coast)
    step_deg = over.grid.step_lat_deg
    inland = over.grid.lat_deg < 37.0 - step_deg
    assert over.poc.sum() == pytest.approx(1.0)
    assert over.poc[inland].sum() == 0.0
    assert probability_map(cloud).poc[inland].sum() > 0.01
    for area in containment(cloud, over):
        assert area.poc == pytest.approx(area.level, abs=0.01)
        assert min(lat for polygon in area.polygons for _, lat in polygon[0]) > 37.0 - 1.5 * step_deg


def test_a_weight_moves_the_map_as_if_the_hypotheses_were_more() -> None:
    cloud = two_lobes()
    in_east = cloud.lon_deg[:, 0] > 5.0
    weight = np.where(in_east, 2.0, 1.0)  # the eastern lobe held a third: by weight it holds a half
    over = probability_map(cloud, weight=weight / weight.sum())
    assert over.poc[:, over.grid.lon_deg > 5.0].sum() == pytest.approx(0.5, abs=0.002)
    twice = np.repeat(np.arange(cloud.lon_deg.shape[0]), weight.astype(np.int64))
    drawn = probability_map(cloud_at_places(cloud, twice))
    worth = weight.sum() ** 2 / (weight**2).sum()  # Kish: fewer than were drawn
    assert over.smoothing_m == pytest.approx(drawn.smoothing_m * (twice.size / worth) ** (1 / 6), rel=1e-6)
    areas = containment(cloud, over, weight=weight), containment(cloud_at_places(cloud, twice), drawn)
    for one, other in zip(*areas, strict=True):
        assert one.poc == pytest.approx(one.level, abs=0.005)
        assert one.area_m2 == pytest.approx(other.area_m2, rel=0.02)


def cloud_at_places(cloud: Cloud, places: NDArray[np.int64]) -> Cloud:
    return Cloud(
        cloud.time_ms,
        cloud.lon_deg[places],
        cloud.lat_deg[places],
        cloud.status[places],
        cloud.object_index[places],
        cloud.scenario_index[places],
    )


def test_equal_weights_are_no_weights() -> None:
    cloud = normal_cloud(8000, 5000, count=20_000)
    without, equal = probability_map(cloud), probability_map(cloud, weight=np.full(20_000, 1 / 20_000))
    assert without.grid == equal.grid
    assert without.poc == pytest.approx(equal.poc, abs=1e-15)
    areas = containment(cloud, without), containment(cloud, equal, weight=np.full(20_000, 1 / 20_000))
    for one, other in zip(*areas, strict=True):
        assert one.area_m2 == pytest.approx(other.area_m2, rel=1e-9)


def test_what_weighs_nothing_widens_neither_map_nor_area() -> None:
    cloud = normal_cloud(3000, 3000, count=2000)
    cloud.lat_deg[0] += 2.0
    weight = np.where(np.arange(2000) == 0, 0.0, 1 / 1999)
    over = probability_map(cloud, weight=weight)
    assert over.grid.lat_deg.max() < 37.5
    assert containment(cloud, over, weight=weight)[3].poc == pytest.approx(0.95, abs=0.002)
    with pytest.raises(InvalidInput) as caught:
        probability_map(cloud, weight=np.zeros(2000))
    assert caught.value.code == "rescue.nothing_in_water"
