"""The drift of a case beside the serving process: done whole, or not at all with the reason said."""

import subprocess
import sys
import threading
from pathlib import Path

import orjson
import pytest
from sqlalchemy import text

from comity.cli.demo.story import until
from comity.files.agreements import read_agreement_file
from comity.ground import InvalidInput
from comity.node import outbox
from comity.node.app import Node, opened
from comity.node.birth import init_node
from comity.node.case_records import case_record
from comity.node.jobs import run_due
from comity.node.services import acts, cases
from tests.node.sea import CASE_ID, sea_case, write_sea
from tests.two_nodes.two import EXAMPLE, Clock, make_folder

CHECKOUT = Path(__file__).resolve().parents[2]

ON_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from comity.ground import ComityError
from comity.node.computing import compute_drift
folder = Path(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    compute_drift((folder / "case.json").read_bytes(), folder, language="en", example=True, progress=lambda share: None)
except ComityError as error:
    print(error.code)
"""


@pytest.fixture
def node(tmp_path: Path):
    folder = make_folder(tmp_path / "DZ", "DZ", host="dz.example")
    write_sea(folder)
    with opened(folder, clock=Clock()) as node:
        yield node


def drift(node: Node) -> outbox.Job:
    cases.ask_drift(node, CASE_ID)
    assert run_due(node, "drift", threading.Event()) == 1
    job = outbox.latest(node, "drift", CASE_ID)
    assert job is not None
    return job


def test_a_drift_runs_in_a_process_of_its_own_and_leaves_all_of_its_files(node: Node) -> None:
    cases.open_case(node, sea_case())
    job = drift(node)
    assert (job.state, job.done_permille, job.problem) == ("done", 1000, None)
    names = {"particles.nc", "probability.nc", "probability.tif", "containment.geojson", "map.png", "summary.json"}
    assert set(cases.case(node, CASE_ID).files) == names
    assert orjson.loads(cases.output(node, CASE_ID, "summary.json").read_bytes())["example"] is True
    record = case_record(node, CASE_ID)
    assert len(record["containment_ms"]) == len(record["containment_90"]) == 7  # 06:00 to 12:00
    assert record["containment_90"][0][0][0][0] == pytest.approx(5_200_000, abs=500_000)


def test_a_drift_that_cannot_be_computed_fails_with_its_reason_and_leaves_nothing(node: Node) -> None:
    cases.open_case(node, sea_case(until="2008-08-20T12:00:00Z"))
    job = drift(node)
    assert job.state == "failed"
    assert job.problem is not None
    assert job.problem.code.startswith(("files.", "rescue."))
    assert cases.case(node, CASE_ID).files == ()


def test_a_drift_is_not_asked_for_twice_at_once(node: Node) -> None:
    cases.open_case(node, sea_case())
    cases.ask_drift(node, CASE_ID)
    with pytest.raises(InvalidInput) as caught:
        cases.ask_drift(node, CASE_ID)
    assert caught.value.code == "node.case_is_busy"


def test_work_that_was_running_when_the_node_stopped_waits_again(node: Node) -> None:
    cases.open_case(node, sea_case())
    cases.ask_drift(node, CASE_ID)
    assert outbox.claim(node, "drift") is not None
    assert outbox.claim(node, "drift") is None
    outbox.reclaim(node)
    assert outbox.is_due(node, "drift")


def test_a_full_disk_while_results_are_written_is_said_and_leaves_no_half_result(tmp_path: Path) -> None:
    # RLIMIT_FSIZE makes the kernel refuse every file over 4 KiB, in a process of its own
    write_sea(tmp_path)
    (tmp_path / "cases").mkdir()
    (tmp_path / "case.json").write_bytes(orjson.dumps(sea_case()))
    run = subprocess.run(
        [sys.executable, "-c", ON_A_FULL_DISK, str(tmp_path)], capture_output=True, text=True, timeout=120, cwd=CHECKOUT
    )
    assert run.stdout.strip() == "files.not_written", run.stderr
    assert not list((tmp_path / "cases").iterdir())


def test_a_full_disk_while_a_case_is_opened_is_said_and_keeps_nothing_of_it(node: Node) -> None:
    with node.store.writing() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")  # SQLite answers as on a full disk
    case = sea_case()
    case["case"]["notes"] = "EXAMPLE " * 500
    with pytest.raises(InvalidInput) as caught:
        cases.open_case(node, case)
    assert caught.value.code == "node.database_refuses"
    assert cases.cases(node) == []


def test_a_drift_that_a_stop_interrupts_begins_anew_at_the_next_start(node: Node) -> None:
    cases.open_case(node, sea_case())
    cases.ask_drift(node, CASE_ID)
    stop = threading.Event()
    node_worker = threading.Timer(0.5, stop.set)
    node_worker.start()
    run_due(node, "drift", stop)
    node_worker.join()
    job = outbox.latest(node, "drift", CASE_ID)
    assert job is not None
    assert job.state in ("running", "done")  # done only where half a second was enough
    outbox.reclaim(node)
    assert outbox.is_due(node, "drift") == (job.state == "running")


PREPARED = """
import multiprocessing.forkserver, subprocess, sys
from comity.node import worker
worker.prepare()
first = multiprocessing.forkserver._forkserver._forkserver_pid
worker.prepare()
assert multiprocessing.forkserver._forkserver._forkserver_pid == first, "one is enough"
print(first)
"""


def test_the_process_that_begins_workers_is_there_before_a_job_and_ends_with_the_node() -> None:
    run = subprocess.run([sys.executable, "-c", PREPARED], capture_output=True, text=True, timeout=120, cwd=CHECKOUT)
    assert run.returncode == 0, run.stderr
    until(lambda: not Path(f"/proc/{int(run.stdout)}").exists(), 30)


def test_two_agreements_of_one_node_have_logs_of_their_own(tmp_path: Path) -> None:
    documents = [read_agreement_file(EXAMPLE / name).document for name in ("memorandum.toml", "other-fields.toml")]
    cards = init_node(tmp_path / "DZ", party="DZ", agreements=documents, url="http://dz.example")
    assert len({card.origin for card in cards}) == 2
    with opened(tmp_path / "DZ", clock=Clock()) as node:
        first, second = sorted(node.holdings)
        acts.table(node, first, "agreement", None, office="ministry", sign=True)
        assert (node.holding(first).own.size, node.holding(second).own.size) == (2, 0)
        assert acts.states(node, second) == []
