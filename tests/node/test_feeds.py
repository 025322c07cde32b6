"""Receivers over real sockets: a served node opens the case of a distress in two seconds, and never of a test."""

import json
import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyais
import pytest
from websockets.sync.client import unix_connect

from comity.api.picture_frames import HEADER, MARKS, POINTS, UPDATE
from comity.node.client import NodeClient
from comity.node.pictures import MARK
from tests.api.test_serving import ANY_PORTS, served, until
from tests.shared_data import SHARED, needs_shared
from tests.two_nodes.two import make_folder

SENTENCES = SHARED / "maritime" / "synthetic" / "distress_a.nmea"
TRUTH = SHARED / "maritime" / "synthetic" / "distress_a.truth.json"


class Receiver:
    """A station that others connect to: it says what it is given, to all who listen."""

    def __init__(self) -> None:
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        self.lines: list[socket.socket] = []
        threading.Thread(target=self._admit, daemon=True).start()

    def _admit(self) -> None:
        while True:
            try:
                self.lines.append(self._door.accept()[0])
            except OSError:
                return

    def say(self, data: bytes) -> None:
        for line in self.lines:
            line.sendall(data)

    def hang_up(self) -> None:
        while self.lines:
            self.lines.pop().close()

    def close(self) -> None:
        self.hang_up()
        self._door.close()


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    found = Receiver()
    yield found
    found.close()


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory, receiver: Receiver) -> Iterator[NodeClient]:
    folder = tmp_path_factory.mktemp("hearing") / "DZ"
    make_folder(folder, "DZ", host="unused.example")
    feeds = {"COMITY_MARITIME_FEEDS": json.dumps({"north": f"tcp://127.0.0.1:{receiver.port}"})}
    with served(folder, *ANY_PORTS, **feeds):
        client = NodeClient(folder)
        until(lambda: client.is_ready() and receiver.lines)
        yield client
        client.close()


def distress(node: NodeClient) -> dict[int, dict[str, Any]]:
    found = node.get("/api/v1/maritime/distress?tests=true")["distress"]
    return {each["mmsi"]: each for each in found}


@needs_shared
def test_a_distress_opens_its_case_within_two_seconds_and_a_test_never_does(
    node: NodeClient, receiver: Receiver
) -> None:
    truth = {each["mmsi"]: each for each in json.loads(TRUTH.read_text("utf-8"))}
    real = {mmsi for mmsi, each in truth.items() if each["state"] == "active"}
    until(lambda: node.get("/api/v1/maritime/feeds")["feeds"][0]["state"] == "quiet")
    begun_s = time.monotonic()
    receiver.say(SENTENCES.read_bytes())
    until(lambda: len(node.get("/api/v1/cases")) == len(real))
    assert time.monotonic() - begun_s < 2.0
    until(lambda: set(distress(node)) == set(truth))
    found = distress(node)
    assert {mmsi: each["state"] for mmsi, each in found.items()} == {
        mmsi: each["state"] for mmsi, each in truth.items()
    }
    assert {mmsi for mmsi, each in found.items() if each["case_id"]} == real
    alarms = node.get("/api/v1/alarms")
    assert {each["subject"] for each in alarms if each["kind"] == "distress_heard"} == {
        each["case_id"] for each in found.values() if each["case_id"]
    }


def test_a_vessel_is_heard_found_and_followed(node: NodeClient, receiver: Receiver) -> None:
    said: dict[str, Any] = {
        "type": 1,
        "mmsi": 605_016_000,
        "lat": 36.9,
        "lon": 5.1,
        "speed": 12.5,
        "course": 90,
        "status": 0,
    }
    static: dict[str, Any] = {
        "type": 5,
        "mmsi": 605_016_000,
        "shipname": "EXAMPLE STAR",
        "callsign": "7TAB",
        "ship_type": 70,
    }
    lines = [*pyais.encode_dict(said), *pyais.encode_dict(static)]
    receiver.say("".join(f"{each}\r\n" for each in lines).encode())
    until(lambda: node.get("/api/v1/maritime/vessels/search?find=example")["vessels"])
    (found,) = node.get("/api/v1/maritime/vessels?bbox=5,36,6,37&type=cargo")["vessels"]
    assert (found["name"], found["flag"], found["type_class"], found["station"]) == (
        "EXAMPLE STAR",
        "DZ",
        "cargo",
        "north",
    )
    assert found["lat"] == pytest.approx(36.9, abs=1e-5)
    assert found["age_s"] < 60
    assert node.get(f"/api/v1/maritime/vessels/ids?id={found['id']}")["vessels"][0]["mmsi"] == 605_016_000
    assert node.get("/api/v1/maritime/vessels/605016000")["callsign"] == "7TAB"
    (near,) = node.get("/api/v1/maritime/vessels/nearest?lat=37&lon=5.1&within_m=50000")["vessels"]
    assert (near["vessel"]["mmsi"], near["speed_from"]) == (605_016_000, "type")
    until(lambda: node.get("/api/v1/maritime/vessels/605016000/track")["t_ms"])
    assert node.get("/api/v1/maritime/vessels?bbox=0,0,1,1") | {"now_ms": 0} == {
        "schema": "comity/vessels/1", "now_ms": 0, "listening": True, "total": 0, "vessels": [],
    }  # fmt: skip


def test_sentences_given_to_the_node_are_heard_under_their_station(node: NodeClient) -> None:
    (line,) = pyais.encode_dict({"type": 1, "mmsi": 605_016_001, "lat": 36.0, "lon": 2.0})
    assert node.give("/api/v1/maritime/reports?station=south", line.encode() + b"\n") == {"taken": 1}
    until(lambda: node.get("/api/v1/maritime/vessels?bbox=1,35,3,37")["vessels"])
    (found,) = node.get("/api/v1/maritime/vessels?bbox=1,35,3,37")["vessels"]
    assert (found["mmsi"], found["station"]) == (605_016_001, "south")


def test_the_screen_is_told_of_a_ship_and_what_it_is(node: NodeClient) -> None:
    (line,) = pyais.encode_dict({"type": 1, "mmsi": 605_016_002, "lat": 40.0, "lon": -3.0, "status": 5})
    node.give("/api/v1/maritime/reports?station=south", line.encode() + b"\n")
    until(lambda: node.get("/api/v1/maritime/vessels?bbox=-4,39,-2,41")["vessels"])
    (ship,) = node.get("/api/v1/maritime/vessels?bbox=-4,39,-2,41")["vessels"]
    view = {"at_ms": ship["t_ms"], "speed": 1, "bbox": [-4, 39, -2, 41], "source": "ships", "who": True}
    with unix_connect(str(node.folder / "node.sock"), "ws://node/live", proxy=None) as socket_:
        socket_.send(json.dumps(view))
        assert json.loads(socket_.recv(timeout=20))["parts"][0]["source"] == "ships"
        frames: dict[int, bytes] = {}
        while {POINTS, MARKS} - set(frames):
            data = socket_.recv(timeout=20, decode=False)
            frames[int(np.frombuffer(data[:16], HEADER)["kind"][0])] = data[16:]
    ((number, lon, lat, _, _),) = np.frombuffer(frames[POINTS], UPDATE).tolist()
    ((marked, mmsi, _, status, kind, _, _),) = np.frombuffer(frames[MARKS], MARK).tolist()
    assert (number, marked, mmsi, status, kind) == (ship["id"], ship["id"], 605_016_002, 5, 0)
    assert (lon, lat) == (-300_000, 4_000_000)


def test_metrics_count_what_was_heard(node: NodeClient) -> None:
    text = node.read("/metrics").decode()
    assert 'comity_feed_receiving{feed="north"} 1' in text
    assert "comity_vessels " in text


def test_a_process_that_ends_is_begun_again_and_remembers(node: NodeClient, receiver: Receiver) -> None:
    until(lambda: node.get("/api/v1/maritime/vessels/605016000/track")["t_ms"])
    (child,) = listeners(node)
    receiver.hang_up()
    os.kill(child, signal.SIGKILL)
    until(lambda: receiver.lines and listeners(node) not in ([], [child]))
    until(lambda: node.get("/api/v1/maritime/feeds")["running"])
    until(lambda: node.get("/api/v1/maritime/vessels/search?find=example")["vessels"])
    assert len(node.get("/api/v1/cases")) == len({each["case_id"] for each in distress(node).values()} - {None})


def listeners(node: NodeClient) -> list[int]:
    """The process that listens for the node of this test, by its parent: the one that holds the folder."""
    found = []
    for status in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = status.read_bytes()
            parent = int((status.parent / "stat").read_text().rpartition(")")[2].split()[1])
            served_by = (Path("/proc") / str(parent) / "cmdline").read_bytes()
        except (OSError, ValueError):
            continue
        if b"spawn_main" in words and str(node.folder).encode() in served_by:
            found.append(int(status.parent.name))
    return found
