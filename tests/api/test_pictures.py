"""A case on the map: cloud, areas and instants hour by hour, against the drift itself."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import orjson
import pytest
import shapely

from comity.files.drift_results import DriftResult, write_drift
from comity.files.words import words
from comity.node.services import cases, clouds
from tests.api.browsers import Browser
from tests.files.drifts import close_in_shore
from tests.two_nodes.test_exchange import CASE, CASE_ID, receive, send, sign_decision
from tests.two_nodes.two import Two, two_nodes

CASE_URL = f"/api/v1/cases/{CASE_ID}"


@pytest.fixture(scope="module")
def result() -> DriftResult:
    return close_in_shore()


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory, result: DriftResult) -> Iterator[Two]:
    with two_nodes(tmp_path_factory.mktemp("nodes")) as both:
        both.sign_memorandum()
        sign_decision(both)
        cases.open_case(both.dz, CASE)
        write_drift(both.dz.layout.case(CASE_ID), result, words("en"))
        yield both


@pytest.fixture(scope="module")
def browser(two: Two) -> Browser:
    return Browser(two.dz).enter()


def test_the_cloud_of_an_hour_is_the_drifts_own_to_the_last_bit(browser: Browser, result: DriftResult) -> None:
    for hour in (0, 3, -1):
        answer = browser.get(f"{CASE_URL}/cloud", params={"hour": hour, "limit": 100_000})
        lon, lat, status = (getattr(result.cloud, name)[:, hour] for name in ("lon_deg", "lat_deg", "status"))
        here = ~np.isnan(lon)
        count = int(here.sum())
        pairs = np.frombuffer(answer.content[: 8 * count], dtype="<f4").reshape(-1, 2)
        assert len(answer.content) == 9 * count
        assert np.array_equal(pairs, np.stack([lon[here], lat[here]], axis=1))
        assert answer.content[8 * count :] == status[here].astype(np.uint8).tobytes()
        assert int(answer.headers["x-comity-time-ms"]) == int(result.cloud.time_ms[hour])
        assert int(answer.headers["x-comity-count"]) == count
        assert int(answer.headers["x-comity-of"]) == lon.size


def test_a_thinned_cloud_shows_the_same_hypotheses_at_every_hour(two: Two, result: DriftResult) -> None:
    found = [clouds.points(two.dz, CASE_ID, hour, limit=100) for hour in (2, -1)]
    assert found[0].ids.size <= 100
    assert np.array_equal(found[0].ids, found[1].ids)
    assert np.array_equal(found[1].lon_deg, result.cloud.lon_deg[found[1].ids, -1])


def test_the_last_hours_areas_are_those_that_the_drift_wrote_and_each_hour_holds_its_cloud(
    two: Two, browser: Browser, result: DriftResult
) -> None:
    written = orjson.loads((two.dz.layout.case(CASE_ID) / "containment.geojson").read_bytes())
    assert browser.get(f"{CASE_URL}/containment.geojson").json() == written
    answer = browser.get(f"{CASE_URL}/containment.geojson", params={"hour": 4})
    assert answer.headers["content-type"] == "application/geo+json"
    lon, lat = result.cloud.lon_deg[:, 4], result.cloud.lat_deg[:, 4]
    for feature in answer.json()["features"]:
        inside = shapely.contains_xy(shapely.geometry.shape(feature["geometry"]), lon, lat).mean()
        assert abs(inside - feature["properties"]["level"]) < 0.03


def test_the_timeline_has_every_instant_with_its_mean_and_what_is_ashore(browser: Browser, result: DriftResult) -> None:
    told = browser.get(f"{CASE_URL}/timeline").json()
    cloud = result.cloud
    assert [each["at_ms"] for each in told["hours"]] == cloud.time_ms.tolist()
    last = told["hours"][-1]
    assert last["centre"] == pytest.approx(
        [np.nanmean(cloud.lon_deg[:, -1]), np.nanmean(cloud.lat_deg[:, -1])], abs=1e-5
    )
    assert last["stranded"] == int((cloud.status[:, -1] == 1).sum()) > 0
    assert told["particles"] == cloud.lon_deg.shape[0]
    assert [line["kind"] for line in told["lines"]].count("opened") == 1


def test_an_hour_that_is_not_there_and_a_case_without_drift_are_said(two: Two, browser: Browser) -> None:
    answer = browser.get(f"{CASE_URL}/cloud", params={"hour": 999})
    assert (answer.status_code, answer.json()["code"]) == (404, "node.no_such_hour")
    cases.open_case(two.us, CASE)
    other = Browser(two.us).enter()
    assert other.get(f"{CASE_URL}/cloud").json()["code"] == "node.no_drift_yet"
    assert other.get(f"{CASE_URL}/timeline").json()["hours"] == []


def test_the_partner_sees_the_areas_that_were_released_and_no_cloud(tmp_path: Path, result: DriftResult) -> None:
    with two_nodes(tmp_path) as two:
        two.sign_memorandum()
        sign_decision(two)
        cases.open_case(two.dz, CASE)
        write_drift(two.dz.layout.case(CASE_ID), result, words("en"))
        send(two)
        receive(two)
        partner = Browser(two.us).enter()
        ours = Browser(two.dz).enter().get(f"{CASE_URL}/containment.geojson").json()["features"]
        theirs = partner.get(f"{CASE_URL}/containment.geojson").json()["features"]
        assert [each["properties"]["level"] for each in theirs] == [0.95, 0.9, 0.75, 0.5]
        for one, other in zip(ours, theirs, strict=True):
            assert one["properties"]["time"] == other["properties"]["time"]
            shapes = [shapely.geometry.shape(each["geometry"]) for each in (one, other)]
            assert shapes[1].is_valid
            assert shapes[0].symmetric_difference(shapes[1]).area < 1e-4 * shapes[0].area
        assert partner.get(f"{CASE_URL}/cloud").json()["code"] == "node.no_drift_yet"
        assert [line["kind"] for line in partner.get(f"{CASE_URL}/timeline").json()["lines"]] == ["arrived"]
        assert [each["kind"] for each in partner.get("/api/v1/alarms").json()] == ["case_arrived"]
        places = partner.get("/api/v1/cases.geojson").json()["features"]
        assert places[0]["geometry"]["coordinates"] == [5.2, 37.1]
