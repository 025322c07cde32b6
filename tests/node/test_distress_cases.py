"""The case of a distress: opened once, moved while the device is heard, never written over, never for a test."""

import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from comity.maritime import Distress
from comity.node import outbox
from comity.node.app import Node
from comity.node.case_documents import document
from comity.node.jobs import run_due
from comity.node.pages.alarms import alarms
from comity.node.services import cases, sections
from comity.node.services.distress import distresses, hear, known
from tests.two_nodes.two import two_nodes

T_MS = 1_754_049_600_000
REAL = Distress(
    mmsi=970_123_456, number=0, first_ms=T_MS, last_ms=T_MS, heard=1, said=frozenset({"status_active"}),
    lat_deg=37.0, lon_deg=3.0, position_ms=T_MS, first_lat_deg=37.0, first_lon_deg=3.0, stations=("north",),
)  # fmt: skip
CASE_ID = "sart-970123456-2025-08-01"


@pytest.fixture
def node(tmp_path) -> Iterator[Node]:
    with two_nodes(tmp_path) as both:
        yield both.dz


def work(node: Node) -> None:
    run_due(node, "distress", threading.Event())


def later(seconds: int, lat: float = 37.0) -> Distress:
    at_ms = T_MS + seconds * 1000
    return replace(REAL, last_ms=at_ms, heard=1 + seconds, lat_deg=lat, position_ms=at_ms)


def scenario(node: Node) -> dict[str, object]:
    (found,) = document(node, CASE_ID)["scenario"]
    assert isinstance(found, dict)
    return found


def test_a_distress_opens_one_case_with_its_place_and_its_source(node):
    hear(node, [REAL])
    work(node)
    (case,) = cases.cases(node)
    assert (case.case_id, case.document["case"]["source_class"]) == (CASE_ID, "ais_distress")
    assert (scenario(node)["lat"], scenario(node)["lon"], scenario(node)["time"]) == (37.0, 3.0, "2025-08-01T12:00:00Z")
    assert [each.case_id for each in distresses(node)] == [CASE_ID]
    assert [(each.kind, each.level, each.subject) for each in alarms(node)] == [("distress_heard", "distress", CASE_ID)]


def test_a_later_burst_moves_the_position_and_opens_no_second_case(node):
    hear(node, [REAL])
    work(node)
    hear(node, [later(60, lat=37.01)])
    work(node)
    assert len(cases.cases(node)) == 1
    assert (scenario(node)["lat"], scenario(node)["time"]) == (37.01, "2025-08-01T12:01:00Z")


def test_a_burst_from_the_same_place_leaves_the_case_as_it_is(node):
    hear(node, [REAL])
    work(node)
    hear(node, [later(60)])
    assert not outbox.is_due(node, "distress")


def test_what_an_office_decided_is_never_written_over(node):
    hear(node, [REAL])
    work(node)
    theirs = [scenario(node) | {"lat": 38.0}]
    sections.put_section(node, CASE_ID, "scenario", theirs, office="watch")
    hear(node, [later(60, lat=37.5)])
    work(node)
    assert scenario(node)["lat"] == 38.0


@pytest.mark.parametrize("said", [{"status_test"}, {"text_test"}, {"status_test", "text_test"}])
def test_a_test_is_listed_and_opens_and_raises_nothing(node, said):
    hear(node, [replace(REAL, said=frozenset(said))])
    work(node)
    assert [each.distress.state for each in distresses(node)] == ["test"]
    assert (cases.cases(node), alarms(node)) == ([], [])


def test_a_device_without_a_place_raises_the_alarm_and_its_case_opens_with_the_first_place(node):
    nowhere = replace(REAL, lat_deg=None, lon_deg=None, position_ms=None, first_lat_deg=None, first_lon_deg=None)
    hear(node, [nowhere])
    work(node)
    assert [(each.kind, each.subject) for each in alarms(node)] == [("distress_heard", "970123456")]
    assert cases.cases(node) == []
    hear(node, [REAL])
    work(node)
    assert [each.case_id for each in cases.cases(node)] == [CASE_ID]


def test_a_test_that_turns_out_to_be_real_opens_its_case(node):
    hear(node, [replace(REAL, said=frozenset({"status_test"}))])
    hear(node, [replace(later(1), said=frozenset({"status_test", "status_active"}))])
    work(node)
    assert [each.case_id for each in cases.cases(node)] == [CASE_ID]


def test_the_same_work_twice_changes_nothing(node):
    hear(node, [REAL])
    work(node)
    with node.store.writing() as connection:
        outbox.add(connection, "distress", "1", now_ms=node.clock())
    work(node)
    assert [each.case_id for each in cases.cases(node)] == [CASE_ID]
    assert node.troubles == {}


def test_a_ship_with_the_status_of_a_device_is_a_caution_and_opens_nothing(node):
    hear(node, [replace(REAL, mmsi=605_016_000)])
    work(node)
    assert [(each.kind, each.level) for each in alarms(node)] == [("distress_doubtful", "caution")]
    assert cases.cases(node) == []


def test_whoever_listens_again_goes_on_from_what_was_kept(node):
    hear(node, [REAL])
    assert known(node) == (REAL,)
