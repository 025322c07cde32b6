"""The server's side of `benchmarks/console.py`: what `/live` costs the serving process, and how late a frame comes.

A frame bears the instant for which the node reckoned it. The view starts at the screen's own clock, so the node's
instants lag it by what the view itself took to arrive, some milliseconds on one machine: delays are too small by that.
"""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray
from websockets.asyncio.client import connect

from comity.cli.demo import stage
from comity.cli.demo.stage import Actor

HEADER = np.dtype([("kind", "<u2"), ("generation", "<u2"), ("points", "<u4"), ("at_ms", "<i8")])
ROW_BYTES = 16
STOP_LIMIT_S = 20


@contextmanager
def moving(folder: Path, memorandum: Any) -> Iterator[Actor]:
    """Serve a node whose ships turn all the time (console_node.py)."""
    folder.mkdir()
    ports = stage.ports_from(0)
    stage.set_up(folder, memorandum, ports, "en")
    actor = stage._actor("DZ", folder / "dz", ports["DZ"][0], "en")
    serve = [sys.executable, str(Path(__file__).with_name("console_node.py")), "serve", str(actor.folder)]
    with (folder / "dz.log").open("wb") as log:
        process = subprocess.Popen(serve, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
    try:
        stage._wait_until_ready(actor, process)
        yield actor
    finally:
        process.terminate()
        process.wait(STOP_LIMIT_S)
        actor.client.close()


def view_of(*, hz: float, bytes_per_s: int) -> dict[str, Any]:
    """Return what a screen says that it looks at: the whole earth, its clock as ours."""
    return {"speed": 1, "hz": hz, "bytes_per_s": bytes_per_s}


def serving_process(actor: Actor) -> int:
    """Return the id of the process that serves an actor's folder (Linux)."""
    for each in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = each.read_bytes().split(b"\0")
        except OSError:
            continue
        if b"serve" in words and os.fsencode(actor.folder) in words:
            return int(each.parent.name)
    raise SystemExit("console benchmark: the process of the node is not found")


def cpu_s(process: int) -> float:
    """Return the processor seconds of a process so far, its threads together."""
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def streamed(
    actor: Actor, cookies: Mapping[str, str], view: Mapping[str, Any], clients: int, for_s: float
) -> dict[str, float]:
    """Follow a view with some clients at once; return the cost, the rates of one client and the delays."""
    with ThreadPoolExecutor(1) as other:  # the browser's driver keeps an event loop in this thread
        return other.submit(asyncio.run, _streamed(actor, cookies, view, clients, for_s)).result()


async def _streamed(
    actor: Actor, cookies: Mapping[str, str], view: Mapping[str, Any], clients: int, for_s: float
) -> dict[str, float]:
    process = serving_process(actor)
    begun_s, used_s = time.monotonic(), cpu_s(process)
    got = await asyncio.gather(*(_client(actor, cookies, view, for_s) for _ in range(clients)))
    took_s, used_s = time.monotonic() - begun_s, cpu_s(process) - used_s
    frames = [each for client in got for each in client]
    late_ms = np.array([came_ms - np.frombuffer(data[:16], HEADER)["at_ms"][0] for came_ms, data in frames])
    sent = sum(len(data) for _, data in frames)
    rows = sum(len(data) // ROW_BYTES - 1 for _, data in frames)
    return {
        "cpu_share": used_s / took_s,
        "kb_per_s": sent / 1000 / clients / took_s,
        "updates_per_s": rows / clients / took_s,
        "late_p50_ms": float(np.median(late_ms)),
        "late_p95_ms": float(np.quantile(late_ms, 0.95)),
    }


async def _client(
    actor: Actor, cookies: Mapping[str, str], view: Mapping[str, Any], for_s: float
) -> list[tuple[float, bytes]]:
    place = urlsplit(actor.house)
    cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
    frames: list[tuple[float, bytes]] = []
    async with connect(
        f"ws://{place.netloc}/live",
        host="127.0.0.1",
        port=place.port,
        origin=actor.house,  # type: ignore[arg-type]
        additional_headers={"Cookie": cookie},
        compression=None,
    ) as socket:
        await socket.send(json.dumps({**view, "at_ms": round(time.time() * 1000)}))
        try:
            async with asyncio.timeout(for_s):
                while True:
                    data = await socket.recv()
                    if isinstance(data, bytes):
                        frames.append((time.time() * 1000, data))
        except TimeoutError:
            return frames


def drawn_late_ms(frames: list[dict[str, Any]]) -> NDArray[np.float64]:
    """Return how long after the node reckoned it each frame with updates stood on the screen."""
    return np.array([each["drawn_ms"] - each["reckoned_ms"] for each in frames if each["updates"] > 0])
