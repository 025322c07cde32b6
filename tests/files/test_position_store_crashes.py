"""Whatever ends the writer of a store, at whatever step: nothing acknowledged is lost, nothing is there twice."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from comity.files import PositionStore
from comity.ground import InvalidInput, Untrusted
from tests.files.position_store_walk import (
    BATCHES,
    NOW_MS,
    Counting,
    content,
    cut_power,
    faults_of,
    fill_up,
    in_memory,
    positions,
    statics,
    steps_of_a_walk,
)

ROOT = Path(__file__).resolve().parents[2]
IS_SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
EVERY = 1 if IS_SOAK else 13
"""The everyday run takes every thirteenth step, each test others; `make soak` takes every one."""


@pytest.fixture
def folder():
    """A folder in memory."""
    with in_memory() as lent:
        yield lent


def test_a_writer_that_is_killed_at_any_step_loses_nothing_acknowledged_and_doubles_nothing(folder):
    told = subprocess.run(
        [sys.executable, "-m", "tests.files.position_store_walk", str(folder), str(EVERY), "1"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=500,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    found = json.loads(told.stdout)
    assert found["steps"] > 90
    assert not found["wrong"], told.stderr


def test_a_cut_of_power_at_any_step_loses_nothing_acknowledged_and_doubles_nothing(folder):
    steps = len(steps_of_a_walk(folder / "whole"))
    for number in range(2, steps, EVERY):
        (folder / str(number)).mkdir()
        left, told = cut_power(folder / str(number), number)
        assert faults_of(left, told) == [], f"step {number}"


def test_a_disk_that_is_full_at_any_step_loses_nothing_acknowledged_and_doubles_nothing(folder):
    steps = len(steps_of_a_walk(folder / "whole"))
    for number in range(5, steps, EVERY):
        told = fill_up(folder / str(number), number)
        assert faults_of(folder / str(number), told) == [], f"step {number}"


def test_a_full_disk_takes_nothing_of_a_batch_and_the_store_goes_on_when_there_is_room(tmp_path):
    with PositionStore(tmp_path) as store:
        store.append(positions(BATCHES[0]))
        before = content(tmp_path)
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        (segment,) = (tmp_path / "log").glob("*.log")
        resource.setrlimit(resource.RLIMIT_FSIZE, (segment.stat().st_size + 50, limits[1]))
        try:
            with pytest.raises(InvalidInput) as error:
                store.append(positions(BATCHES[1]))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert error.value.code == "files.store_full"
        assert content(tmp_path) == before
        store.append(positions(BATCHES[1]))
        assert len(content(tmp_path)) == len(before) + len(BATCHES[1])


def test_a_disk_that_does_not_keep_what_it_took_stops_the_writer(tmp_path):
    class Forgetful(Counting):
        def end(self) -> None:
            raise OSError(5, "Input/output error")

    disk = Forgetful(before=lambda at, name: name == "sync" and at > 20)
    store = PositionStore(tmp_path, disk=disk)
    codes = []
    for _ in range(10):
        try:
            store.append(positions(BATCHES[0]), statics(BATCHES[0]))
        except Untrusted as error:
            codes.append(error.code)
    assert codes[1:] == codes[:-1] == ["files.store_not_durable"] * (len(codes) - 1)
    for call in (lambda: store.append(positions(BATCHES[1])), lambda: store.seal(NOW_MS)):
        with pytest.raises(Untrusted):
            call()
    store.close()
    with PositionStore(tmp_path) as again:
        again.append(positions(BATCHES[1]))
    assert {each[0] for each in content(tmp_path)} == {1, 2}


def test_a_manifest_that_may_be_on_the_disk_keeps_its_files(tmp_path):
    class Unsure(Counting):
        def end(self) -> None:
            raise OSError(5, "Input/output error")

    def after_the_third_manifest(at, name):
        return name == "sync" and disk.steps[:-1].count("replace") == 3 and disk.steps[-2] == "replace"

    disk = Unsure(before=after_the_third_manifest)
    store = PositionStore(tmp_path, disk=disk)
    store.append(positions(BATCHES[0]))
    store.seal(NOW_MS)
    store.append(positions(BATCHES[1]))
    with pytest.raises(InvalidInput):
        store.seal(NOW_MS)
    with pytest.raises(Untrusted):
        store.append(positions(BATCHES[2]))
    store.close()
    assert faults_of(tmp_path, [0, 1]) == []
