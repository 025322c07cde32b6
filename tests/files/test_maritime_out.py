"""What leaves in other houses' forms, read back by their own readers: lxml with CISE's XSDs, pyarrow and shapely."""

import io
import json

import numpy as np
import orjson
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import shapely
from lxml import etree

from comity.files.geoparquet import events_geoparquet, tracks_geoparquet
from comity.files.standards.cise import Envelope, event_entities, pull_response, push, service_of, vessels
from comity.files.standards.cot_contacts import contacts_cot, last_said, newest
from comity.files.standards.moving_features import tracks_mf_json
from comity.maritime import EVENTS, simulate
from tests.shared_data import SHARED, needs_shared

BEGINS_MS = 1_738_800_000_000
ENVELOPE = Envelope(
    "11111111-2222-3333-4444-555555555555",
    BEGINS_MS,
    "dz.comity.vessel.push.provider",
    "VesselService",
    purpose="maritime_safety",
    tlp="AMBER",
    retention_ms=BEGINS_MS + 1_000,
)


@pytest.fixture(scope="module")
def run():
    return simulate(seed=9, ships=18, hours=3, begins_ms=BEGINS_MS)


def event(**changes):
    row = {
        "event_id": "e1",
        "kind": "encounter",
        "state": "closed",
        "mmsi": 605000001,
        "mmsi_2": 224000002,
        "start_ms": BEGINS_MS,
        "end_ms": BEGINS_MS + 7_200_000,
        "lat_deg": 37.5,
        "lon_deg": 3.5,
        "rules": "gfw-2026",
        "reason": "encounter.close",
        "score": 0.9,
        "evidence": "{}",
    }
    return {**row, **changes}


def events(*changes):
    return pa.Table.from_pylist([event(**each) for each in changes], EVENTS)


@pytest.fixture
def schema(tmp_path):
    """CISE's own schema of messages; its files name one another without the prefix that they lie under."""
    folder = SHARED / "maritime" / "schema"

    files = {each: (folder / f"cise_{each}.xsd").read_text() for each in ("message", "service", "authority")}
    for name, text in files.items():
        (tmp_path / f"{name}.xsd").write_text(text)
    return etree.XMLSchema(etree.parse(str(tmp_path / "message.xsd")))


@needs_shared
def test_a_push_of_vessels_is_valid_by_the_schema_of_cise(run, schema):
    document = etree.fromstring(push(ENVELOPE, vessels(newest(run.positions).to_pylist(), last_said(run.statics))))
    schema.assertValid(document)
    assert document.findtext("Payload/InformationSensitivity") == "Amber"
    assert document.findtext("Payload/Purpose") == "Safety"
    entities = document.findall("Payload/{http://www.cise.eu/datamodel/v1/entity/vessel/}Vessel")
    assert len(entities) == newest(run.positions).num_rows
    assert {each.findtext("MMSI") for each in entities} == {str(m) for m in newest(run.positions)["mmsi"].to_pylist()}


@needs_shared
def test_a_pull_response_of_every_kind_of_event_is_valid(schema):
    rows = [event(kind=kind, event_id=kind) for kind in ("encounter", "gap", "port_visit", "voyage", "distress")]
    for some in (rows, rows[:1], rows[2:4], rows[4:]):
        envelope = Envelope(**{**vars(ENVELOPE), "service": service_of(each["kind"] for each in some)})
        schema.assertValid(etree.fromstring(pull_response(envelope, event_entities(some))))
    assert service_of(["gap", "port_visit"]) == "AnomalyService"
    assert service_of(["distress"]) == "IncidentService"


@needs_shared
def test_a_message_whose_order_is_wrong_is_refused_by_the_schema(schema):
    document = etree.fromstring(push(ENVELOPE, []))
    document.append(document[0])
    assert not schema.validate(document)


def test_what_a_rule_set_calls_an_event_stands_beside_its_entity_under_the_same_uuid():
    entity, *ships, words = event_entities([event()])
    assert entity.findtext("Identifier/UUID") == words.get("uuid")
    assert (words.get("kind"), words.get("rules")) == ("encounter", "gfw-2026")
    assert [each.findtext("MMSI") for each in ships] == words.get("mmsi").split() == ["605000001", "224000002"]
    assert event_entities([event()])[0].findtext("Identifier/UUID") == entity.findtext("Identifier/UUID")


def test_the_name_of_a_ship_is_text_and_never_markup(run):
    row = newest(run.positions).slice(0, 1).to_pylist()[0]
    data = push(ENVELOPE, vessels([row], {row["mmsi"]: {"shipname": "<!ENTITY x>&\x00\u202e"}}))
    assert etree.fromstring(data).findtext(".//Name") == "<!ENTITY x>&\\u0000\\u202e"


def test_contacts_are_events_of_cursor_on_target_that_nobody_calls_an_enemy(run):
    found = [etree.fromstring(each) for each in contacts_cot(run.positions, run.statics, remarks="EXAMPLE")]
    assert len(found) == newest(run.positions).num_rows
    rows = {f"MMSI-{each['mmsi']}": each for each in newest(run.positions).to_pylist()}
    for each in found:
        row = rows[each.get("uid")]
        assert each.get("type").startswith("a-u-S")
        assert float(each.find("point").get("lat")) == pytest.approx(row["lat_deg"], abs=1e-6)
        assert each.find("detail/remarks").text.startswith("EXAMPLE")
        assert each.get("stale") > each.get("time")
    assert {
        each.get("type")[:4]
        for each in map(etree.fromstring, contacts_cot(run.positions, run.statics, affiliation="neutral"))
    } == {"a-n-"}


def test_a_contact_is_the_newest_fix_with_a_place(run):
    gone = run.positions.set_column(2, "lat_deg", pa.array(np.full(run.positions.num_rows, np.nan)))
    assert list(contacts_cot(gone, run.statics)) == []
    last = newest(run.positions)
    assert len(set(last["mmsi"].to_pylist())) == last.num_rows


def test_events_are_points_that_geoparquet_readers_know():
    table = pq.read_table(io.BytesIO(events_geoparquet(events({}, {"lat_deg": float("nan")}))))
    told = json.loads(table.schema.metadata[b"geo"])
    assert (told["version"], told["primary_column"]) == ("1.1.0", "geometry")
    assert told["columns"]["geometry"] == {
        "encoding": "WKB",
        "geometry_types": ["Point"],
        "bbox": [3.5, 37.5, 3.5, 37.5],
    }
    assert shapely.from_wkb(table["geometry"][0].as_py()).coords[0] == (3.5, 37.5)
    assert table["geometry"][1].as_py() is None
    assert str(table.schema.field("start").type) == "timestamp[ms, tz=UTC]"


def test_tracks_are_lines_in_the_order_of_their_fixes(run):
    names = pa.array([str(each) for each in run.positions["mmsi"].to_pylist()])
    table = pq.read_table(io.BytesIO(tracks_geoparquet(run.positions, names)))
    told = json.loads(table.schema.metadata[b"geo"])["columns"]["geometry"]
    assert told["geometry_types"] == ["LineString"]
    lines = shapely.from_wkb(np.array(table["geometry"].to_pylist(), dtype=object))
    assert [len(line.coords) for line in lines] == table["fixes"].to_pylist()
    assert told["bbox"] == pytest.approx(list(shapely.total_bounds(lines)))


def test_a_line_over_the_antimeridian_has_two_parts(run):
    rows = run.positions.slice(0, 3)
    rows = rows.set_column(0, "mmsi", pa.array([7, 7, 7])).set_column(1, "t_ms", pa.array([1, 2, 3]))
    rows = rows.set_column(3, "lon_deg", pa.array([179.5, 179.9, -179.7]))
    table = pq.read_table(io.BytesIO(tracks_geoparquet(rows, pa.array(["a", "a", "a"]))))
    line = shapely.from_wkb(table["geometry"][0].as_py())
    assert line.geom_type == "MultiLineString"
    assert all(part.bounds[2] - part.bounds[0] < 1.0 for part in line.geoms)


def test_no_track_and_no_event_is_an_empty_file_that_can_be_read(run):
    empty = run.positions.slice(0, 0)
    for data in (events_geoparquet(EVENTS.empty_table()), tracks_geoparquet(empty, pa.array([], pa.string()))):
        assert pq.read_table(io.BytesIO(data)).num_rows == 0


def test_a_track_is_a_moving_feature_with_as_many_instants_as_places(run):
    names = pa.array([str(each) for each in run.positions["mmsi"].to_pylist()])
    found = dict(tracks_mf_json(run.positions, names))
    assert set(found) <= set(names.to_pylist())
    for name, data in found.items():
        feature = orjson.loads(data)
        moving = feature["temporalGeometry"]
        assert len(moving["datetimes"]) == len(moving["coordinates"]) > 1
        assert moving["datetimes"] == sorted(moving["datetimes"])
        assert feature["properties"]["track"] == name
        assert all(-7 < lon < 15 and 34 < lat < 45 for lon, lat in moving["coordinates"][:3])
