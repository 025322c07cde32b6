"""The search of a case at a node: what is kept, what a plan is made from, what is refused, and what a crash leaves.

The computation runs in the process of the test, where the process that runs it is not what is asked about.
"""

import errno
import multiprocessing
import os
import shutil
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import orjson
import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from comity.files.folders import write_folder
from comity.ground import InvalidInput, parse_instant
from comity.node import case_account, case_documents, computing, map_tokens, outbox, worker
from comity.node.app import Node, opened
from comity.node.case_folders import read_together
from comity.node.jobs import run_due
from comity.node.services import cases, clouds, notes, plans, searches, sections, sitreps
from comity.node.services.searches import Reported
from comity.node.store import CASE_CLUE, CASE_PLAN, CASE_SEARCH, CASE_SECTION
from comity.node.trial import Trial
from tests.node.sea import CASE_ID, sea_case, write_sea
from tests.two_nodes.two import Clock, make_folder

CONDITIONS = {"visibility_nm": 10, "wind_kt": 12, "sea_m": 1.0}
HELI = {
    "id": "heli-1",
    "platform": "helicopter",
    "altitude_ft": 500,
    "speed_kt": 90,
    "on_scene": "2008-08-06T12:00:00Z",
    "endurance_s": 3600,
    "base": {"lat": 36.71, "lon": 5.07},
}
PLACE = {"lat": 37.52, "lon": 5.25, "time": "2008-08-06T09:00:00Z", "position_error_m": 800}
NOWHERE = {"kind": "area", "polygon": "nowhere.geojson", "time": "2008-08-06T06:00:00Z"}
LATER = {**HELI, "id": "heli-2", "on_scene": "2008-08-06T15:00:00Z"}


@pytest.fixture(scope="module")
def drifted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A node folder with one case, two helicopters, its drift and its first plan."""
    folder = make_folder(tmp_path_factory.mktemp("node") / "DZ", "DZ", host="dz.example")
    write_sea(folder)
    with opened(folder, clock=Clock()) as node:
        cases.open_case(node, sea_case(until="2008-08-06T17:00:00Z"))
        sections.put_section(node, CASE_ID, "conditions", CONDITIONS)
        sections.put_section(node, CASE_ID, "unit", [HELI, LATER])
        drift(node)
        plan(node)
    return folder


@pytest.fixture
def node(drifted: Path, tmp_path: Path) -> Iterator[Node]:
    shutil.copytree(drifted, tmp_path / "DZ", ignore=shutil.ignore_patterns("node.lock", "node.sock"))
    with opened(tmp_path / "DZ", clock=Clock()) as node:
        yield node


def drift(node: Node) -> None:
    document = orjson.dumps(case_documents.document(node, CASE_ID))
    (node.layout.folder / "cases").mkdir(exist_ok=True)
    computing.compute_drift(document, node.layout.folder, language="en", example=True, progress=lambda share: None)


def plan(node: Node) -> None:
    document = orjson.dumps(case_documents.document(node, CASE_ID))
    computing.compute_plan(
        document,
        case_account.rows(node, CASE_ID),
        node.layout.folder,
        language="en",
        example=True,
        progress=lambda share: None,
    )
    worker.keep_plan(node, CASE_ID)


def files(node: Node) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in node.layout.case(CASE_ID).glob("*")}


def rows(node: Node, table: Any) -> list[Any]:
    with node.store.reading() as connection:
        return list(connection.execute(select(table)))


def code_of(caught: pytest.ExceptionInfo[InvalidInput]) -> str:
    return caught.value.code


def fly(node: Node, *units: str, **more: Any) -> searches.SearchView:
    return searches.report_plan(node, CASE_ID, "a", [Reported(each, 1, True) for each in units], **more)


def test_a_section_takes_the_place_of_the_one_before_and_nothing_is_overwritten(node: Node) -> None:
    before = len(rows(node, CASE_SECTION))
    sections.put_section(node, CASE_ID, "unit", [HELI])
    sections.put_section(node, CASE_ID, "unit", [HELI])
    assert cases.case(node, CASE_ID).document["unit"] == [HELI]
    assert len(rows(node, CASE_SECTION)) == before + 1
    sections.put_section(node, CASE_ID, "conditions", None)
    assert "conditions" not in cases.case(node, CASE_ID).document
    assert plans.plans(node, CASE_ID).ready == ("conditions",)


@pytest.mark.parametrize(
    ("section", "value", "code"),
    [
        ("unit", [{**HELI, "speed": 90}], "rescue.unknown_key"),
        ("unit", [HELI] * 41, "node.too_many_units"),
        ("scenario", None, "rescue.missing_key"),
        ("run", {"until": "2008-08-06T05:00:00Z"}, "rescue.ends_before_start"),
        ("conditions", {**CONDITIONS, "sea_m": float("nan")}, "rescue.not_a_number"),
        ("scenario", [NOWHERE], "files.unreadable_case"),
    ],
)
def test_a_section_that_would_be_no_case_is_refused_and_not_kept(
    node: Node, section: sections.Section, value: Any, code: str
) -> None:
    before = case_documents.document(node, CASE_ID)
    with pytest.raises(InvalidInput) as caught:
        sections.put_section(node, CASE_ID, section, value)
    assert code_of(caught) == code
    assert case_documents.document(node, CASE_ID) == before


def test_a_case_that_names_a_file_that_is_not_there_is_not_opened(node: Node) -> None:
    with pytest.raises(InvalidInput) as caught:
        cases.open_case(node, {**sea_case(), "case": {"id": "another"}, "scenario": [NOWHERE]})
    assert code_of(caught) == "files.unreadable_case"
    assert [each.case_id for each in cases.cases(node)] == [CASE_ID]


@pytest.mark.parametrize(
    ("section", "value", "code"),
    [
        ("unit", [], "rescue.no_units"),
        ("unit", [{**HELI, "ready": "2008-08-06T11:50:00Z"}], "rescue.unit_cannot_reach"),
        ("unit", [{**HELI, "total_endurance_s": 1800}], "rescue.unit_out_of_range"),
        ("unit", [{**HELI, "endurance_s": 60}], "rescue.endurance_too_short"),
        ("unit", [HELI, HELI], "rescue.unit_named_twice"),
        ("unit", [{**HELI, "on_scene": "2008-08-06T16:30:00Z"}], "rescue.search_outside_drift"),
        ("unit", [{**HELI, "on_scene": "2008-08-06T05:00:00Z"}], "rescue.unit_cannot_reach"),
        ("conditions", {**CONDITIONS, "visibility_nm": 0.5}, "rescue.visibility_below_table"),
        ("conditions", None, "rescue.no_conditions"),
        ("object", [{"leeway": 1}], "node.plan_needs_drift"),
    ],
)
def test_a_plan_that_cannot_be_says_why_and_leaves_the_folder_as_it_was(
    node: Node, section: sections.Section, value: Any, code: str
) -> None:
    sections.put_section(node, CASE_ID, section, value)
    before = files(node)
    with pytest.raises(InvalidInput) as caught:
        plan(node)
    assert code_of(caught) == code
    assert files(node) == before
    assert plans.plans(node, CASE_ID).stale


def test_a_drift_past_the_end_of_its_fields_is_refused(node: Node) -> None:
    before = files(node)
    sections.put_section(node, CASE_ID, "run", {"until": "2008-08-20T00:00:00Z", "particles": 500, "seed": 11})
    with pytest.raises(InvalidInput) as caught:
        drift(node)
    assert code_of(caught).startswith("files.")
    assert files(node) == before
    with pytest.raises(InvalidInput) as caught:
        plans.ask(node, CASE_ID)
    assert code_of(caught) == "node.plan_needs_drift"


def test_an_empty_search_lowers_what_was_searched_and_the_next_plan_has_the_units_that_are_left(node: Node) -> None:
    first = plans.plans(node, CASE_ID)
    assert first.a is not None
    found = fly(node, "heli-1")
    assert outbox.latest(node, "plan", CASE_ID) is not None, "a search asks for a plan in its own transaction"
    plan(node)
    after = plans.plans(node, CASE_ID)
    assert after.a is not None
    assert [each["unit"] for each in after.a["units"]] == ["heli-2"]
    assert searches.search(node, CASE_ID, found.search_id).pos == pytest.approx(first.a["units"][0]["pos"], abs=1e-5)
    weight = clouds.learnt_weights(node, CASE_ID, -1, limit=100_000)
    assert weight.dtype == np.dtype("<f4")
    assert weight.sum() == pytest.approx(weight.size, rel=1e-5)
    assert weight.min() < 0.9 < 1.0 < weight.max()
    one, other = (orjson.loads(each(node, CASE_ID, -1)) for each in (clouds.areas, clouds.learnt_areas))
    assert one["features"][0]["properties"]["time"] == other["features"][0]["properties"]["time"]
    assert one != other, "the cloud's own areas stay those before the search"


def test_what_was_learnt_is_kept_even_where_nobody_is_left_to_search(node: Node) -> None:
    fly(node, "heli-1", "heli-2")
    plan(node)
    found = plans.plans(node, CASE_ID)
    assert (found.a, found.stale) == (None, False)
    assert found.learnt is not None
    assert found.learnt["pos_so_far"] > 0
    assert found.problem is not None
    assert found.problem.code == "rescue.no_sortie_left"


def test_a_search_is_counted_on_a_cloud_that_was_drifted_anew(node: Node) -> None:
    fly(node, "heli-1")
    plan(node)
    sections.put_section(node, CASE_ID, "object", [{"leeway": 1}, {"leeway": 26}])
    drift(node)
    assert plans.plans(node, CASE_ID).learnt is None, "a drift leaves nothing of the former cloud"
    plan(node)
    found = plans.plans(node, CASE_ID)
    assert found.learnt is not None
    assert found.learnt["searches"][0]["pos"] > 0
    (kept,) = case_account.rows(node, CASE_ID).searches
    (search,) = case_account.account(node, CASE_ID).searches
    width_m = {each["object"]: each["sweep_width_m"] for each in kept["units"][0]["objects"]}
    assert np.asarray(search.flown[0].sensor.sweep_width_m)[1] == width_m["LIFE-RAFT-NB-1"]


def test_the_flown_plan_can_be_told_though_a_newer_one_was_made(node: Node) -> None:
    old = plans.plans(node, CASE_ID)
    fly(node, "heli-1")
    plan(node)
    with pytest.raises(InvalidInput) as caught:
        searches.report_plan(node, CASE_ID, "a", [Reported("heli-1", 1, True)])
    assert code_of(caught) == "node.no_such_sortie"
    found = fly(node, "heli-2", digest=old.a_digest)
    assert found.units == ("heli-2",)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ([Reported("heli-1", 1, True)], "node.search_kept_already"),
        ([Reported("heli-1", 1, True, 1_218_026_000_000)], "node.unit_at_two_places"),
        ([Reported("heli-2", 1, False)], "files.nothing_searched"),
        ([Reported("heli-2", 1, True, 1_218_000_000_000)], "node.stopped_before_begin"),
        ([Reported("heli-9", 1, True)], "node.no_such_sortie"),
        ([Reported("heli-2", 1, True), Reported("heli-2", 1, False)], "node.no_such_sortie"),
    ],
)
def test_a_report_that_contradicts_what_is_known_is_refused_and_nothing_is_kept(
    node: Node, told: list[Reported], code: str
) -> None:
    fly(node, "heli-1")
    before = rows(node, CASE_SEARCH)
    with pytest.raises(InvalidInput) as caught:
        searches.report_plan(node, CASE_ID, "a", told)
    assert code_of(caught) == code
    assert rows(node, CASE_SEARCH) == before


def test_a_plan_of_another_case_tells_nothing_here(node: Node) -> None:
    digest = plans.plans(node, CASE_ID).a_digest
    cases.open_case(node, {**sea_case(), "case": {"id": "another"}})
    with pytest.raises(InvalidInput) as caught:
        searches.report_plan(node, "another", "a", [Reported("heli-1", 1, True)], digest=digest)
    assert code_of(caught) == "node.plan_not_kept"


def test_a_search_reported_in_error_is_withdrawn_and_may_be_reported_again(node: Node) -> None:
    before = plans.plans(node, CASE_ID)
    found = fly(node, "heli-1")
    searches.withdraw(node, CASE_ID, "search", found.search_id)
    assert searches.search(node, CASE_ID, found.search_id).withdrawn
    assert case_account.rows(node, CASE_ID).searches == ()
    assert not plans.plans(node, CASE_ID).stale, "it is as if nobody had said it"
    again = fly(node, "heli-1")
    assert again.search_id != found.search_id
    assert len(case_account.account(node, CASE_ID).searches) == 1
    assert before.a is not None


def test_a_clue_draws_the_hypotheses_to_it_and_the_same_clue_again_changes_nothing(node: Node) -> None:
    clue = {"kind": "sighting", **PLACE, "reliability": 0.9}
    kept = searches.add_clue(node, CASE_ID, clue)
    assert searches.add_clue(node, CASE_ID, clue) == kept
    plan(node)
    weight = clouds.learnt_weights(node, CASE_ID, 3, limit=100_000)
    assert weight.max() > 1.5
    with pytest.raises(InvalidInput) as caught:
        searches.add_clue(node, CASE_ID, {**clue, "position_error_m": 0})
    assert code_of(caught) == "rescue.out_of_range"


def test_what_was_withdrawn_leaves_the_maps_even_where_nobody_is_left_to_search(node: Node) -> None:
    own, still = files(node), {"containment.geojson", "probability.tif", "map.png", "weights.npy"}
    sections.put_section(node, CASE_ID, "unit", [])
    clue = searches.add_clue(node, CASE_ID, {"kind": "sighting", **PLACE, "reliability": 0.9})
    plan(node)
    taught = files(node)
    assert "map.png" not in taught
    assert all(taught[each] != own[each] for each in still - {"map.png"})
    searches.withdraw(node, CASE_ID, "clue", clue.clue_id)
    plan(node)
    after, found = files(node), plans.plans(node, CASE_ID)
    assert {each: after[each] for each in still} == {each: own[each] for each in still}
    assert not {"searched.json", "debrief.pdf", "plan.json"} & after.keys()
    assert (found.learnt and found.learnt["clues"], found.stale) == ([], False)
    assert found.problem is not None
    assert found.problem.code == "rescue.no_units"


def test_nothing_is_reported_before_it_was(node: Node) -> None:
    assert isinstance(node.clock, Clock)
    node.clock.now_ms = parse_instant("2008-08-06T12:10:00Z")  # the helicopter searches from 12:00 to 13:00
    with pytest.raises(InvalidInput) as caught:
        fly(node, "heli-1")
    assert code_of(caught) == "node.search_still_flown"
    with pytest.raises(InvalidInput) as caught:
        searches.add_clue(node, CASE_ID, {**PLACE, "kind": "sighting", "time": "2008-08-06T12:20:00Z"})
    assert code_of(caught) == "node.clue_not_yet"
    assert (rows(node, CASE_SEARCH), rows(node, CASE_CLUE)) == ([], [])
    searches.add_clue(node, CASE_ID, {**PLACE, "kind": "sighting", "time": "2008-08-06T12:12:00Z"})
    node.clock.now_ms = parse_instant("2008-08-06T13:00:00Z")
    fly(node, "heli-1")


def test_a_drift_that_is_asked_again_leaves_maps_that_say_that_they_are_not_of_what_is_known(node: Node) -> None:
    document, account = orjson.dumps(case_documents.document(node, CASE_ID)), case_account.rows(node, CASE_ID)
    basis = case_account.basis(case_documents.case_of_now(node, CASE_ID), account)
    drift(node)
    found = plans.plans(node, CASE_ID)
    assert (found.a, found.learnt, found.stale) == (None, None, True)
    with pytest.raises(InvalidInput) as caught:
        Trial(document, account, basis, node.layout.folder)
    assert code_of(caught) == "node.plan_is_stale"


@pytest.mark.parametrize("text", ["\0 a note", "half a \ud83d"])
def test_text_that_cannot_be_written_down_is_refused(node: Node, text: str) -> None:
    typed: list[Callable[[], object]] = [
        lambda: notes.note(node, CASE_ID, text),
        lambda: searches.report_tracks(node, CASE_ID, text, "<gpx/>"),
        lambda: sitreps.issue(node, CASE_ID, sitreps.Given(sections={"A": text})),
        lambda: map_tokens.let_in(node, text, office="EXAMPLE"),
        lambda: sections.put_section(node, CASE_ID, "unit", [{**HELI, "id": text}]),
    ]
    for each in typed:
        with pytest.raises(InvalidInput, match="cannot be written down"):
            each()


def test_the_same_plan_twice_gives_the_same_files_and_is_kept_once(node: Node) -> None:
    before, made = files(node), rows(node, CASE_PLAN)
    plan(node)
    same = {"plan.json", "learnt.json", "basis.json", "weights.npy", "legs.geojson", "particles.nc"}
    after = files(node)
    assert {name: after[name] for name in same} == {name: before[name] for name in same}
    assert rows(node, CASE_PLAN) == made


@pytest.mark.parametrize("step", [0, 9, 20])
def test_a_disk_that_fails_while_a_plan_is_written_leaves_the_folder_as_it_was(
    node: Node, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    fly(node, "heli-1")
    before, count, fsync = files(node), 0, os.fsync

    def failing(handle: int) -> None:
        nonlocal count
        count += 1
        if count > step:
            raise OSError(errno.ENOSPC, "No space left on device")
        fsync(handle)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", failing)
        with pytest.raises(InvalidInput) as caught:
            plan(node)
    assert code_of(caught) == "files.not_written"
    assert files(node) == before
    assert plans.plans(node, CASE_ID).stale, "what was reported is kept, and the plan says that it does not know it"


def test_a_worker_whose_node_was_killed_writes_nothing(node: Node) -> None:
    fly(node, "heli-1")
    before, (receiver, sender) = files(node), multiprocessing.Pipe(duplex=False)
    heard: list[float] = []

    def told(share: float) -> None:
        heard.append(share)
        if heard.count(1.0) == 2:  # the plan is made, and about to be written
            receiver.close()
        sender.send(share)

    document, known = orjson.dumps(case_documents.document(node, CASE_ID)), case_account.rows(node, CASE_ID)
    with pytest.raises(BrokenPipeError):
        computing.compute_plan(document, known, node.layout.folder, language="en", example=True, progress=told)
    sender.close()
    assert files(node) == before


def test_a_search_without_its_job_is_not_kept(node: Node) -> None:
    with node.store.writing() as connection:
        stop = "CREATE TRIGGER no_jobs BEFORE INSERT ON job BEGIN SELECT RAISE(ABORT, 'gone'); END"
        connection.execute(text(stop))
    with pytest.raises(IntegrityError):
        fly(node, "heli-1")
    assert rows(node, CASE_SEARCH) == []


def test_a_folder_that_is_replaced_while_it_is_read_is_read_again(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    write_folder(folder, {"a": b"1", "b": b"1"})

    class Names(list[str]):
        """Names between which, once, another computation takes the place of the first."""

        def __iter__(self) -> Iterator[str]:
            yield "a"
            if (folder / "a").read_bytes() == b"1":
                write_folder(folder, {"a": b"2", "b": b"2"})
            yield "b"

    assert read_together(folder, Names()) == {"a": b"2", "b": b"2"}
    assert read_together(tmp_path / "none", ["a"]) == {}


@pytest.mark.parametrize("how", ["killed", "stopped"])
def test_a_worker_that_is_killed_or_stopped_leaves_the_folder_and_the_job_can_be_done_again(
    node: Node, how: str
) -> None:
    plans.ask(node, CASE_ID)
    before, stop = files(node), threading.Event()
    working = threading.Thread(target=run_due, args=(node, "plan", stop))
    working.start()
    while not (mine := [each for each in multiprocessing.active_children() if each.name == "comity-plan"]):
        time.sleep(0.005)
    if how == "killed":
        os.kill(mine[0].pid or 0, signal.SIGKILL)
    else:
        stop.set()
    working.join()
    job = plans.latest(node, CASE_ID)
    assert job is not None
    if how == "killed":
        assert (job.state, job.problem and job.problem.code) == ("failed", "node.worker_ended")
        assert plans.ask(node, CASE_ID).state == "waiting"
    else:
        assert job.state == "running"
        outbox.reclaim(node)
        assert outbox.is_due(node, "plan")
    assert files(node) == before
