"""Receivers over real sockets: a served node hears a distress, opens its case within two seconds, and never for a test."""

import json
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from comity.node.client import NodeClient
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
