"""However positions are cut into files, and however they are read, the events and the density are the same."""

import json
from contextlib import contextmanager
from typing import Any

import numpy as np
import orjson
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import shapely

from comity.files import event_engine, event_reading
from comity.files.event_engine import LocalPositions
from comity.files.event_places import read_anchorages, read_scenes, read_zones
from comity.files.event_reading import open_positions
from comity.files.event_runs import read_rule_set
from comity.ground import InvalidInput
from comity.maritime import RULE_SETS, Asked, Surroundings, anchorages_of, no_shore, rule_set, run_of, zones_of
from tests.maritime.fleets import planted_fleet

DAY_MS = 86_400_000
LATEST_MS = 1_800_000_000_000


@pytest.fixture(scope="module")
def fleet():
    return planted_fleet(31).positions()


def found_in(path, *, bucket_rows=500, workers=2):
    shapes = [shapely.box(3.0, 36.0, 5.5, 39.0)]
    around = Surroundings(no_shore(), anchorages_of([36.8], [3.0]), ("P",), zones_of(shapes), ("Z",))
    with LocalPositions(open_positions(path, bucket_rows=bucket_rows, latest_ms=LATEST_MS), workers=workers) as source:
        found = source.found(run_of(Asked(rule_set("gfw-2026"), source.until_ms, around)))
        return found.events, found.density


def written(path, rows, **how):
    pq.write_table(rows, path, **how)
    return path


@pytest.fixture(scope="module")
def one_pass(fleet, tmp_path_factory):
    path = tmp_path_factory.mktemp("whole") / "all.parquet"
    events, density = found_in(written(path, fleet), bucket_rows=10**9, workers=1)
    assert {"gap", "loitering", "encounter", "zone_stay"} <= set(events["kind"].to_pylist())
    assert density["positions"].to_numpy().sum() > 0.9 * fleet.num_rows
    return events, density


def by_day(folder, fleet):
    folder.mkdir()
    day = fleet["t_ms"].to_numpy() // DAY_MS
    for each in np.unique(day):
        written(folder / f"{each}.parquet", fleet.filter(pa.array(day == each)), row_group_size=400)


def test_day_by_day(fleet, one_pass, tmp_path):
    by_day(tmp_path / "days", fleet)
    assert_same(found_in(tmp_path / "days"), one_pass)


def test_with_late_rows_in_a_file_of_their_own(fleet, one_pass, tmp_path):
    late = np.arange(fleet.num_rows) % 7 == 3
    by_day(tmp_path / "days", fleet.filter(pa.array(~late)))
    written(tmp_path / "days" / "late.parquet", fleet.filter(pa.array(late)))
    assert_same(found_in(tmp_path / "days"), one_pass)


def test_shuffled_in_one_file(fleet, one_pass, tmp_path):
    order = np.random.default_rng(1).permutation(fleet.num_rows)
    path = written(tmp_path / "shuffled.parquet", fleet.take(pa.array(order)), row_group_size=300)
    assert_same(found_in(path), one_pass)


def test_spread_over_temporary_files_and_with_ticks_on_disk(fleet, one_pass, tmp_path, monkeypatch):
    monkeypatch.setattr(event_reading, "HELD_ROWS", 1_000)
    monkeypatch.setattr(event_engine, "HELD_TICKS", 300)
    order = np.random.default_rng(2).permutation(fleet.num_rows)
    path = written(tmp_path / "shuffled.parquet", fleet.take(pa.array(order)), row_group_size=300)
    assert_same(found_in(path), one_pass)


def test_without_the_statistics_that_tell_where_a_vessel_is(fleet, one_pass, tmp_path):
    path = written(tmp_path / "plain.parquet", fleet, row_group_size=1_000, write_statistics=False)
    assert_same(found_in(path), one_pass)


def assert_same(found, expected):
    assert found[0].equals(expected[0])
    assert found[1].equals(expected[1])


@contextmanager
def refused(code):
    with pytest.raises(InvalidInput) as error:
        yield
    assert error.value.code == code


def test_a_file_without_positions_is_refused(fleet, tmp_path):
    with pytest.raises(InvalidInput) as error:
        open_positions(written(tmp_path / "none.parquet", fleet.slice(0, 0)), latest_ms=LATEST_MS)
    assert error.value.code == "files.no_positions"


def test_anchorages_are_read_under_the_names_of_global_fishing_watch(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("s2id,latitude,longitude,label,sublabel,iso3\n1,36.8,3.1,ALGER,,DZA\n", "utf-8")
    assert read_anchorages(path) == ([36.8], [3.1], ["ALGER"])
    path.write_text("lat,lon\n95,3\n", "utf-8")
    with refused("files.bad_anchorage"):
        read_anchorages(path)
    path.write_text("x,y\n1,2\n", "utf-8")
    with refused("files.no_anchorages"):
        read_anchorages(path)


def test_zones_and_scenes_are_polygons_or_refused(tmp_path):
    path = tmp_path / "z.geojson"
    square = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}
    told = {"scene": "S1", "time": "2025-02-06T05:00:00Z", "sensor": "sar", "name": "Zone"}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": told,
                                                                          "geometry": square}]}))  # fmt: skip
    assert read_zones(path)[1] == ["Zone"]
    assert read_scenes(path)["t_ms"].to_pylist() == [1_738_818_000_000]
    path.write_text(json.dumps({"type": "Point", "coordinates": [0, 0]}))
    with refused("files.no_zones"):
        read_zones(path)


def test_a_rule_set_of_ones_own_is_a_file(tmp_path):
    path = tmp_path / "mine.json"
    document: dict[str, Any] = {
        "schema": "comity/rule-set/1",
        "name": "mine",
        "rules": {"gap": dict(RULE_SETS["gfw-2026"]["rules"]["gap"])},
    }
    path.write_bytes(orjson.dumps(document))
    assert read_rule_set(str(path)).name == "mine"
    document["rules"]["gap"].pop("before_ms")
    path.write_bytes(orjson.dumps(document))
    with refused("maritime.rule_set_keys"):
        read_rule_set(str(path))
    with refused("maritime.no_rule_set"):
        read_rule_set("nobody-2020")
