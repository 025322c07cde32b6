"""The server's side of `benchmarks/console.py`: what `/live` costs the serving process, and how late a frame comes.

A frame tells its own age. The clock of the view runs 3,600 times as fast as ours, so that a hypothesis moves a metre or
so in a millisecond; where it stands between two hours of the cloud says when the node computed the frame. Only the
start of the node's clock is unknown: delays are therefore above that of the run's quickest frame.
"""

import asyncio
import json
import os
import time
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import numpy as np
from numpy.typing import NDArray
from websockets.asyncio.client import connect

from comity.cli.demo.stage import Actor

UPDATE = np.dtype([("id", "<u4"), ("lon", "<i4"), ("lat", "<i4"), ("sog", "<u2"), ("cog", "<u2")])
GONE = 65_535
PER_DEGREE = 100_000
SPEED = 3600
FRAME_HEADER_BYTES = 4
"""What WebSocket adds to a server's frame of 126 to 65,535 bytes (RFC 6455, 5.2)."""
LEAST_MOVE_DEG = 0.002
"""Rounding to 10⁻⁵ degree is then at most 1/400 of an hour of the view's clock: 2.5 ms of ours."""
MS_PER_HOUR = 3_600_000


@dataclass(frozen=True)
class Hours:
    """Two neighbouring hours of a cloud: degrees of shape (particles, 2) at each, and the first's instant."""

    before: NDArray[np.float64]
    after: NDArray[np.float64]
    at_ms: int

    def ages_ms(self, frames: Iterable[tuple[float, NDArray[Any]]]) -> NDArray[np.float64]:
        """Return when each frame came, less when the node computed it; the origin is arbitrary.

        Parameters
        ----------
        frames
            When a frame came (ms of any clock), and its updates as rows of id, longitude and latitude in degrees.
        """
        ages = []
        for came_ms, rows in frames:
            ids = rows[:, 0].astype(np.int64)
            from_, way = self.before[ids], self.after[ids] - self.before[ids]
            length = (way**2).sum(axis=1)
            far = length > LEAST_MOVE_DEG**2
            if not far.any():
                continue
            share = ((rows[far, 1:] - from_[far]) * way[far]).sum(axis=1) / length[far]
            ages.append(came_ms - float(np.median(share)) * MS_PER_HOUR / SPEED)
        return np.array(ages)


def hours(actor: Actor, cookies: Mapping[str, str], case: str) -> Hours:
    """Read the two hours that the benchmark's view runs through."""
    found = []
    with httpx.Client(cookies=dict(cookies), headers={"host": urlsplit(actor.house).netloc}) as client:
        base = f"http://127.0.0.1:{urlsplit(actor.house).port}/api/v1/cases/{case}/cloud"
        for hour in (0, 1):
            answer = client.get(base, params={"hour": hour, "limit": 100_000}).raise_for_status()
            count = len(answer.content) // 9
            found.append(np.frombuffer(answer.content, "<f4", 2 * count).reshape(-1, 2).astype(np.float64))
            if hour == 0:
                at_ms = int(answer.headers["x-comity-time-ms"])
    return Hours(found[0], found[1], at_ms)


def view_of(case: str, at_ms: int, *, hz: float, bytes_per_s: int) -> dict[str, Any]:
    """Return what a screen says that it looks at: the whole case, its clock 3,600 times as fast as ours."""
    return {"case": case, "at_ms": at_ms, "speed": SPEED, "hz": hz, "bytes_per_s": bytes_per_s}


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
    actor: Actor, cookies: Mapping[str, str], view: Mapping[str, Any], found: Hours, clients: int, for_s: float
) -> dict[str, float]:
    """Follow a view with some clients at once; return the cost, the rates of one client and the delays."""
    process = serving_process(actor)
    measured = _streamed(actor, cookies, view, found, clients, for_s, process)
    with ThreadPoolExecutor(1) as other:  # the browser's driver keeps an event loop in this thread
        return other.submit(asyncio.run, measured).result()


async def _streamed(
    actor: Actor,
    cookies: Mapping[str, str],
    view: Mapping[str, Any],
    found: Hours,
    clients: int,
    for_s: float,
    process: int,
) -> dict[str, float]:
    begun_s, used_s = time.monotonic(), cpu_s(process)
    got = await asyncio.gather(*(_client(actor, cookies, view, for_s) for _ in range(clients)))
    took_s, used_s = time.monotonic() - begun_s, cpu_s(process) - used_s
    ages = [found.ages_ms((came, _rows(data)) for came, data in each) for each in got]
    late = np.concatenate([each - each.min() for each in ages if each.size] or [np.array([np.nan])])
    bytes_ = sum(len(data) + FRAME_HEADER_BYTES for each in got for _, data in each)
    return {
        "cpu_share": used_s / took_s,
        "kb_per_s": bytes_ / 1000 / clients / took_s,
        "updates_per_s": sum(len(data) for each in got for _, data in each) / UPDATE.itemsize / clients / took_s,
        "late_p50_ms": float(np.median(late)),
        "late_p95_ms": float(np.quantile(late, 0.95)),
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
        await socket.send(json.dumps(dict(view)))
        try:
            async with asyncio.timeout(for_s):
                while True:
                    data = await socket.recv()
                    frames.append((time.monotonic() * 1000, bytes(data)))  # type: ignore[arg-type]
        except TimeoutError:
            return frames


def _rows(data: bytes) -> NDArray[np.float64]:
    updates = np.frombuffer(data, UPDATE)
    updates = updates[updates["sog"] != GONE]
    return np.stack([updates["id"], updates["lon"] / PER_DEGREE, updates["lat"] / PER_DEGREE], axis=1)


def drawn_late_ms(found: Hours, frames: list[dict[str, Any]]) -> NDArray[np.float64]:
    """Return how long after the node computed it each frame stood on the screen, above the quickest frame to come."""
    rows = [np.array(each["updates"], dtype=np.float64).reshape(-1, 3) / (1, PER_DEGREE, PER_DEGREE) for each in frames]
    told = [at for at, each in enumerate(rows) if found.ages_ms([(0.0, each)]).size]
    came = found.ages_ms((frames[at]["came_ms"], rows[at]) for at in told)
    drawn = found.ages_ms((frames[at]["drawn_ms"], rows[at]) for at in told)
    return drawn - came.min()
