"""`comity serve` as a process of its own: three listeners, one owner, a clean stop."""

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest

from comity.ground import InvalidInput
from comity.node.client import NodeClient
from tests.two_nodes.two import make_folder

AGREEMENT = "/api/v1/agreements/dz-us-mou-2025"
LIMIT_S = 60.0


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "LANG": "C", "LC_ALL": "C", **more}


@contextmanager
def served(folder: Path, *options: str, **variables: str) -> Iterator[tuple[subprocess.Popen[str], dict[str, Any]]]:
    command = [sys.executable, "-m", "comity", "serve", str(folder), *options]
    with (folder.parent / f"{folder.name}.err").open("w") as errors:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment(**variables)
        )
        assert process.stdout is not None
        try:
            yield process, json.loads(process.stdout.readline())
        finally:
            process.kill()
            process.wait()
            process.stdout.close()


def until(condition: Callable[[], Any]) -> None:
    limit = time.monotonic() + LIMIT_S
    while not condition():
        assert time.monotonic() < limit, "it took too long"


ANY_PORTS = ("--port", "0", "--partner-port", "0")


def test_two_served_nodes_agree_over_real_sockets_and_stop_cleanly(tmp_path: Path) -> None:
    fast = {"COMITY_PULL_EVERY_S": "0.1"}
    for party in ("DZ", "US"):
        make_folder(tmp_path / party, party, host="unused.example")
    with (
        served(tmp_path / "DZ", *ANY_PORTS, **fast) as (dz, dz_at),
        served(tmp_path / "US", *ANY_PORTS, **fast) as (
            us,
            us_at,
        ),
    ):
        sides = {"DZ": (NodeClient(tmp_path / "DZ"), us_at), "US": (NodeClient(tmp_path / "US"), dz_at)}
        for party, (client, other) in sides.items():
            (card,) = (tmp_path / ("US" if party == "DZ" else "DZ")).glob("agreements/*/card.json")
            enrolled = subprocess.run(
                [sys.executable, "-m", "comity", "enrol", str(tmp_path / party), str(card), "--url", other["partner"]],
                capture_output=True, text=True, timeout=LIMIT_S, env=environment(),
            )  # fmt: skip
            assert enrolled.returncode == 0, enrolled.stderr
            assert enrolled.stdout.count("Fingerprint of ") == 2
            client.post(f"{AGREEMENT}/texts", {"series": "agreement", "sign": True, "office": "ministry"})
        for client, _ in sides.values():
            until(partial(is_agreed, client))

        ready = httpx.get(f"{dz_at['house']}/readyz", trust_env=False).json()
        assert ready == {"ready": True, "party": "DZ", "troubles": []}
        for method, status in (("GET", 401), ("POST", 403)):
            path = AGREEMENT if method == "GET" else f"{AGREEMENT}/pull"
            unknown = httpx.request(method, dz_at["house"] + path, trust_env=False)
            assert unknown.status_code == status
        head = httpx.get(f"{dz_at['partner']}/a/dz-us-mou-2025/log/checkpoint", trust_env=False)
        assert head.content.startswith(b"dz.example/dz-us-mou-2025\n2\n")
        assert raw(dz_at["partner"], "GET /a/dz-us-mou-2025/log/../../../keys/log.seed HTTP/1.1").startswith(" 404")
        mode = stat.S_IMODE((tmp_path / "DZ" / "node.sock").stat().st_mode)
        assert mode == 0o600

        second = subprocess.run(
            [sys.executable, "-m", "comity", "serve", str(tmp_path / "DZ"), *ANY_PORTS],
            capture_output=True, text=True, timeout=LIMIT_S, env=environment(),
        )  # fmt: skip
        assert second.returncode == 1
        assert "[node.already_served]" in second.stderr
        assert str(dz.pid) in second.stderr

        for client, _ in sides.values():
            client.close()
        for process, number in ((dz, signal.SIGTERM), (us, signal.SIGINT)):
            process.send_signal(number)
            assert process.wait(LIMIT_S) == 0
    assert not (tmp_path / "DZ" / "node.sock").exists()
    lines = [json.loads(line) for line in (tmp_path / "DZ.err").read_text().splitlines()]
    assert lines[-1]["event"] == "stopped"
    assert "ministry" not in (tmp_path / "DZ.err").read_text()


def is_agreed(client: NodeClient) -> bool:
    return bool(client.get(f"{AGREEMENT}/series/agreement")["standing"] == "agreed")


def raw(address: str, line: str) -> str:
    """Send a request line that no client library would send; return the status of the answer."""
    host, _, port = address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=LIMIT_S) as connection:
        connection.sendall(f"{line}\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        return connection.recv(64).decode().removeprefix("HTTP/1.1")


def test_a_port_that_is_taken_is_named_with_its_setting(tmp_path: Path) -> None:
    make_folder(tmp_path / "DZ", "DZ", host="unused.example")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        run = subprocess.run(
            [sys.executable, "-m", "comity", "serve", str(tmp_path / "DZ"), "--port", "0", "--partner-port", port],
            capture_output=True, text=True, timeout=LIMIT_S, env=environment(LANG="fr_FR.UTF-8", LC_ALL=""),
        )  # fmt: skip
    assert run.returncode == 1
    assert "[api.port_taken]" in run.stderr
    assert port in run.stderr
    assert "partner.port" in run.stderr


def test_a_folder_whose_path_is_longer_than_a_socket_allows_is_served_all_the_same(tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 60) / ("e" * 60)
    deep.mkdir(parents=True)
    make_folder(deep / "DZ", "DZ", host="unused.example")
    with served(deep / "DZ", *ANY_PORTS):
        client = NodeClient(deep / "DZ")
        assert client.is_ready()
        assert client.get("/api/v1/node")["party"] == "DZ"
        client.close()


def test_a_node_that_is_not_served_says_so_to_its_client(tmp_path: Path) -> None:
    make_folder(tmp_path / "DZ", "DZ", host="unused.example")
    client = NodeClient(tmp_path / "DZ")
    assert not client.is_ready()
    with pytest.raises(InvalidInput) as caught:
        client.get("/api/v1/node")
    assert caught.value.code == "node.not_served"


def test_a_node_that_was_killed_starts_again_on_its_folder(tmp_path: Path) -> None:
    make_folder(tmp_path / "DZ", "DZ", host="unused.example")
    with served(tmp_path / "DZ", *ANY_PORTS) as (process, _):
        client = NodeClient(tmp_path / "DZ")
        client.post(f"{AGREEMENT}/texts", {"series": "agreement", "sign": True, "office": "ministry"})
        client.close()
        process.kill()
        process.wait()
    assert (tmp_path / "DZ" / "node.sock").exists()  # left behind, and no obstacle
    with served(tmp_path / "DZ", *ANY_PORTS):
        client = NodeClient(tmp_path / "DZ")
        assert client.get(AGREEMENT)["our_log"]["size"] == 2
        client.close()
