"""One set of stages, two engines: a standalone Spark cluster of two workers on loopback finds what this process finds.

`make soak` makes the environment (tools/set-up-spark) and names its Python in COMITY_SPARK_PYTHON; elsewhere skipped.
"""

import os
import re
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.maritime.fleets import planted_fleet, table_of

PYTHON = os.environ.get("COMITY_SPARK_PYTHON", "")
WAIT_S = 240.0
PORT = 18_077

pytestmark = pytest.mark.skipif(not PYTHON, reason="COMITY_SPARK_PYTHON is not set: tools/set-up-spark makes it")


def crowded_port(ships, seed=3):
    """Ships that lie in one harbour, all within one half kilometre, and report for a day."""
    random = np.random.default_rng(seed)
    t_ms = 1_738_800_000_000 + np.arange(0, 24 * 3_600_000, 1_800_000)
    count = ships * len(t_ms)
    columns = {
        "mmsi": np.repeat(300_000_000 + np.arange(ships), len(t_ms)),
        "t_ms": np.tile(t_ms, ships),
        "lat_deg": 36.78 + random.normal(0, 0.0005, count),
        "lon_deg": 3.08 + random.normal(0, 0.0005, count),
        "sog_m_s": np.zeros(count),
    }
    return table_of(columns)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """A master and two workers of one core each, on loopback."""
    folder = tmp_path_factory.mktemp("spark")
    home = subprocess.run(
        [PYTHON, "-c", "import pyspark; print(pyspark.__path__[0])"], capture_output=True, text=True, check=True
    ).stdout.strip()
    environment = os.environ | {
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_WORKER_DIR": str(folder),
        "PYSPARK_PYTHON": PYTHON,
    }
    master = f"spark://127.0.0.1:{PORT}"
    run = [f"{home}/bin/spark-class"]
    with ExitStack() as stack:

        def started(name, *arguments):
            log = stack.enter_context((folder / name).open("w"))
            command = [*run, *arguments]
            process = stack.enter_context(subprocess.Popen(command, env=environment, stdout=log, stderr=log))
            stack.callback(process.wait)
            stack.callback(process.terminate)

        deploy = "org.apache.spark.deploy"
        started("master", f"{deploy}.master.Master", "--host", "127.0.0.1", "--port", str(PORT), "--webui-port", "0")
        for number in (1, 2):
            small = ("--cores", "1", "--memory", "1g", "--webui-port", "0", "--host", "127.0.0.1")
            started(f"worker-{number}", f"{deploy}.worker.Worker", *small, master)
        end_s = time.monotonic() + WAIT_S
        while len(re.findall("Registering worker", (folder / "master").read_text())) < 2:
            assert time.monotonic() < end_s, (folder / "master").read_text()
            time.sleep(0.5)
        yield master


def events_by(tmp_path, positions, *engine):
    out = tmp_path / f"{len(engine)}.parquet"
    density = tmp_path / f"{len(engine)}-density.parquet"
    command = [
        PYTHON,
        "-m",
        "comity",
        "maritime",
        "events",
        str(positions),
        "--out",
        str(out),
        "--density",
        str(density),
    ]
    done = subprocess.run([*command, *engine], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return pq.read_table(out), pq.read_table(density)


def test_a_cluster_of_two_workers_finds_what_this_process_finds(cluster, tmp_path: Path):
    days = tmp_path / "positions"
    days.mkdir()
    rows = pa.concat_tables([planted_fleet(7).positions(), crowded_port(10_000)]).unify_dictionaries()
    day = rows["t_ms"].to_numpy() // 86_400_000
    for each in np.unique(day):
        of_day = rows.filter(pa.array(day == each)).sort_by([("mmsi", "ascending"), ("t_ms", "ascending")])
        pq.write_table(of_day, days / f"{each}.parquet", row_group_size=131_072)
    local, local_density = events_by(tmp_path, days)
    spark, spark_density = events_by(tmp_path, days, "--engine", "spark", "--master", cluster)
    assert local.num_rows > 3
    assert spark.equals(local)
    assert spark_density.equals(local_density)
