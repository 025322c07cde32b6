"""The console's lines over real sockets: a session by a one-time code, the live picture, events, a clean stop."""

import json
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

import httpx
import numpy as np
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from comity.api.picture_frames import HEADER, NOTHING_NEW, POINTS, UPDATE
from comity.files.drift_results import write_drift
from comity.files.words import words
from comity.node.client import NodeClient
from comity.node.layout import Layout
from tests.api.test_serving import ANY_PORTS, served
from tests.files.drifts import close_in_shore
from tests.two_nodes.test_exchange import CASE, CASE_ID
from tests.two_nodes.two import make_folder


@dataclass
class Console:
    process: Any
    owner: NodeClient
    port: str
    cookie: str
    csrf: str

    @property
    def origin(self) -> str:
        return f"http://dz.localhost:{self.port}"

    def get(self, path: str, **rest: Any) -> httpx.Response:
        headers = {"host": f"dz.localhost:{self.port}", "cookie": self.cookie}
        return httpx.get(f"http://127.0.0.1:{self.port}{path}", headers=headers, trust_env=False, **rest)

    def live(self, **headers: str) -> ClientConnection:
        given = {"Cookie": self.cookie, "Origin": self.origin, **headers}
        sent = {name: value for name, value in given.items() if name != "Origin" and value}
        return connect(
            f"ws://dz.localhost:{self.port}/live",
            address=("127.0.0.1", int(self.port)),
            origin=given["Origin"] or None,  # type: ignore[arg-type]
            additional_headers=sent,
            proxy=None,
        )


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    folder = tmp_path_factory.mktemp("served") / "DZ"
    make_folder(folder, "DZ", host="unused.example")
    with served(folder, *ANY_PORTS) as (process, at):
        owner = NodeClient(folder)
        owner.post("/api/v1/cases", {"document": CASE})
        write_drift(Layout(folder).case(CASE_ID), close_in_shore(), words("en"))
        made = owner.post("/api/v1/offices", {"office": "watch", "roles": ["drafter"], "enters": True})
        port = at["house"].rpartition(":")[2]
        host = f"dz.localhost:{port}"
        answer = httpx.post(
            f"{at['house']}/api/v1/session/enter",
            json={"code": made["code"]},
            headers={"host": host, "origin": f"http://{host}"},
            trust_env=False,
        )
        assert answer.status_code == 200, answer.text
        cookie = answer.headers["set-cookie"].partition(";")[0]
        yield Console(process, owner, port, cookie, answer.json()["csrf"])
        owner.close()


def test_the_picture_comes_at_the_rate_that_was_asked_for_and_what_stands_still_is_told_once(console: Console) -> None:
    cloud = close_in_shore().cloud
    view = {"case": CASE_ID, "at_ms": int(cloud.time_ms[2]), "speed": 0, "hz": 5, "bytes_per_s": 1_000_000}
    here = np.flatnonzero(~np.isnan(cloud.lon_deg[:, 2]))
    with console.live() as line:
        line.send(json.dumps(view))
        told = json.loads(line.recv(timeout=20))
        assert told["parts"] == [{"source": "cases", "subject": CASE_ID, "first": 0, "count": cloud.lon_deg.shape[0]}]
        data = line.recv(timeout=20)
        assert isinstance(data, bytes)
        (header,) = np.frombuffer(data[:16], dtype=HEADER)
        assert header.tolist() == (POINTS, told["generation"], here.size, view["at_ms"])
        found = np.frombuffer(data[16:], dtype=UPDATE)
        assert found["id"].tolist() == here.tolist()
        assert np.abs(found["lon"] / 1e5 - cloud.lon_deg[found["id"], 2]).max() < 1e-5
        begun_s = time.monotonic()
        for _ in range(5):
            assert np.frombuffer(line.recv(timeout=20, decode=False), dtype=HEADER)["kind"] == [NOTHING_NEW]
        assert 0.6 < time.monotonic() - begun_s < 5
        line.send(json.dumps({**view, "bbox": [0, 0, 1, 1]}))
        data = line.recv(timeout=20, decode=False)
        assert (np.frombuffer(data[16:], dtype=UPDATE)["sog"] == 65_535).all()
        assert len(data) == 16 + 16 * here.size


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "http://evil.example"}, {"Origin": ""}, {"Cookie": ""}, {"Cookie": "__Host-comity=x"}],
    ids=str,
)
def test_no_other_page_and_nobody_unknown_opens_the_live_line(console: Console, headers: dict[str, str]) -> None:
    with pytest.raises(InvalidStatus) as caught, console.live(**headers):
        pass
    assert caught.value.response.status_code == 403


@pytest.mark.parametrize(
    "said",
    ["{", "[]", '{"case": 5}', '{"case":"x","at_ms":1,"hz":1000}', "null", '{"at_ms":1,"bbox":[0,9,1,8]}',
     '{"at_ms":1,"bbox":[0,0,900,1]}', '{"at_ms":1,"hz":1e-9}', '{"at_ms":1e300}', '{"at_ms":1,"grid_udeg":1}'],
)  # fmt: skip
def test_a_view_that_is_none_closes_the_line_and_harms_nothing(console: Console, said: str) -> None:
    with console.live() as line:
        line.send(said)
        with pytest.raises(ConnectionClosed) as caught:
            line.recv(timeout=20)
        assert caught.value.rcvd is not None
        assert caught.value.rcvd.code == 1007
    assert console.get("/api/v1/cases").status_code == 200


def test_a_long_message_and_a_case_that_is_not_there_harm_nothing(console: Console) -> None:
    with console.live() as line:
        line.send(json.dumps({"case": "other", "at_ms": 0}))
        line.send("x" * 10_000)
        with pytest.raises(ConnectionClosed):
            _hear_all(line)
    assert console.get("/api/v1/cases").status_code == 200


def _hear_all(line: ClientConnection) -> NoReturn:
    while True:  # what answers the first message may come before the end
        line.recv(timeout=20)


def test_an_event_reaches_the_page_within_two_seconds_and_a_stop_does_not_wait_for_listeners(console: Console) -> None:
    headers = {"host": f"dz.localhost:{console.port}", "cookie": console.cookie}
    with (
        httpx.Client(trust_env=False, timeout=20) as client,
        client.stream("GET", f"http://127.0.0.1:{console.port}/events", headers=headers) as stream,
    ):
        assert stream.headers["content-type"].startswith("text/event-stream")
        lines = stream.iter_lines()
        while not next(lines).startswith("event: hello"):
            pass
        begun_s = time.monotonic()
        console.owner.post("/api/v1/cases", {"document": {**CASE, "case": {"id": "later"}}})
        while not next(lines).startswith("event: case"):
            pass
        assert time.monotonic() - begun_s < 2
        with console.live() as line:
            begun_s = time.monotonic()
            console.process.send_signal(signal.SIGTERM)
            assert console.process.wait(20) == 0
            assert time.monotonic() - begun_s < 4
            with pytest.raises(ConnectionClosed):
                line.recv(timeout=20)
