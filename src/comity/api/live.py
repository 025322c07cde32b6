"""`/live`: the moving picture as binary frames over a WebSocket; what is late is dropped, the newest state wins.

The browser says what it looks at (JSON): `{"case": id, "at_ms": t, "speed": 1, "bbox": [west, south, east, north],
"hz": 4, "bytes_per_s": 200000}`, again whenever that changes. The node answers with frames of 16 bytes an update,
little-endian: u32 id, i32 longitude × 10⁵, i32 latitude × 10⁵, u16 speed × 10 (knots), u16 course × 10 (degrees).
An id that was told last as not in the picture has speed 65535. Until ships are followed, ids are the hypotheses of a
case's drift, which move between the hours of the cloud; the conductor's time runs at `speed`, 0 stands still.

Each tick sends as many updates as the byte rate allows, in turn, so a thin line gets a coarser rhythm and no queue.
"""

import asyncio
import contextlib
import time
from typing import Any

import numpy as np
import orjson
from fastapi import APIRouter, WebSocket
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.websockets import WebSocketDisconnect

from comity.ground import ComityError, metres_per_degree
from comity.node.app import Node
from comity.node.services import clouds
from comity.rescue import Cloud

UPDATE = np.dtype([("id", "<u4"), ("lon", "<i4"), ("lat", "<i4"), ("sog", "<u2"), ("cog", "<u2")])
GONE = 65_535
PER_DEGREE = 100_000
KN_PER_M_S = 3600 / 1852
BAD_VIEW = 1007
TRY_AGAIN = 1013
MOST_SOCKETS = 32

router = APIRouter()


class View(BaseModel):
    """What a browser looks at."""

    model_config = ConfigDict(extra="forbid")

    case: str = Field(max_length=64)
    at_ms: int
    speed: float = Field(default=1.0, ge=-3600, le=3600)
    bbox: tuple[float, float, float, float] | None = None
    hz: float = Field(default=4.0, gt=0, le=5)
    bytes_per_s: int = Field(default=200_000, ge=1_600, le=2_000_000)


@router.websocket("/live")
async def live(socket: WebSocket) -> None:
    """Send the picture of the view that the browser asked for last, until it leaves."""
    node: Node = socket.app.state.node
    open_now: set[object] = socket.app.state.__dict__.setdefault("sockets", set())
    await socket.accept()
    if len(open_now) >= MOST_SOCKETS:
        await socket.close(TRY_AGAIN)
        return
    mark = object()
    open_now.add(mark)
    views: asyncio.Queue[View] = asyncio.Queue()
    sender = asyncio.create_task(_send(socket, node, views))
    try:
        while True:
            views.put_nowait(View.model_validate(orjson.loads(await socket.receive_text())))
    except (ValidationError, orjson.JSONDecodeError, KeyError):
        with contextlib.suppress(RuntimeError):
            await socket.close(BAD_VIEW)
    except WebSocketDisconnect:
        pass
    finally:
        open_now.discard(mark)
        sender.cancel()
        with contextlib.suppress(asyncio.CancelledError, WebSocketDisconnect, RuntimeError):
            await sender


async def _send(socket: WebSocket, node: Node, views: "asyncio.Queue[View]") -> None:
    picture: Picture | None = None
    view: View | None = None
    while not node.stopping.is_set():
        if view is None or not views.empty():
            view = await views.get()
            while not views.empty():
                view = views.get_nowait()
            picture = await run_in_threadpool(_picture, node, view)
        frame = b"" if picture is None else await run_in_threadpool(picture.frame, time.monotonic())
        if frame:
            await socket.send_bytes(frame)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(1 / view.hz):
                view_next = await views.get()
                views.put_nowait(view_next)
    await socket.close(1001)


def _picture(node: Node, view: View) -> "Picture | None":
    try:
        return Picture(clouds.cloud_of(node, view.case), view, time.monotonic())
    except ComityError:
        return None


class Picture:
    """What one socket shows: a cloud, a view of it, and which of its ids come next."""

    def __init__(self, cloud: Cloud, view: View, begun_s: float) -> None:
        self._cloud, self._view, self._begun_s = cloud, view, begun_s
        self._next = 0
        self._shown: NDArray[np.bool_] = np.zeros(cloud.lon_deg.shape[0], dtype=bool)

    def frame(self, now_s: float) -> bytes:
        """Return the next updates, as many as the byte rate allows."""
        most = max(1, int(self._view.bytes_per_s / self._view.hz) // UPDATE.itemsize)
        count = self._cloud.lon_deg.shape[0]
        ids = (self._next + np.arange(min(most * 4, count))) % count
        lon_deg, lat_deg, sog_kn, cog_deg = self._where(ids, now_s)
        here = self._inside(lon_deg, lat_deg)
        wanted = np.flatnonzero(here | self._shown[ids])[:most]
        self._next = int((ids[wanted[-1]] if wanted.size == most else ids[-1]) + 1) % count
        chosen = ids[wanted]
        self._shown[chosen] = here[wanted]
        updates: NDArray[Any] = np.zeros(wanted.size, dtype=UPDATE)
        updates["id"] = chosen
        updates["lon"] = np.rint(np.nan_to_num(lon_deg[wanted]) * PER_DEGREE)
        updates["lat"] = np.rint(np.nan_to_num(lat_deg[wanted]) * PER_DEGREE)
        updates["sog"] = np.where(here[wanted], np.rint(np.clip(sog_kn[wanted], 0, 6553) * 10), GONE)
        updates["cog"] = np.rint(cog_deg[wanted] * 10) % 3600
        return updates.tobytes()

    def _where(self, ids: NDArray[np.int64], now_s: float) -> tuple[NDArray[np.float64], ...]:
        cloud = self._cloud
        at_ms = self._view.at_ms + (now_s - self._begun_s) * 1000 * self._view.speed
        at_ms = float(np.clip(at_ms, cloud.time_ms[0], cloud.time_ms[-1]))
        before = int(
            np.clip(np.searchsorted(cloud.time_ms, at_ms, side="right") - 1, 0, max(0, cloud.time_ms.size - 2))
        )
        after = min(before + 1, cloud.time_ms.size - 1)
        span_ms = max(1, int(cloud.time_ms[after] - cloud.time_ms[before]))
        share = (at_ms - int(cloud.time_ms[before])) / span_ms
        lon_0, lon_1 = (cloud.lon_deg[ids, place].astype(np.float64) for place in (before, after))
        lat_0, lat_1 = (cloud.lat_deg[ids, place].astype(np.float64) for place in (before, after))
        per_lat_m, per_lon_m = metres_per_degree(np.nan_to_num(lat_0))
        east_m, north_m = (lon_1 - lon_0) * per_lon_m, (lat_1 - lat_0) * per_lat_m
        sog_kn = np.nan_to_num(np.hypot(east_m, north_m) / (span_ms / 1000) * KN_PER_M_S)
        cog_deg = np.nan_to_num(np.degrees(np.arctan2(east_m, north_m)) % 360)
        return lon_0 + share * (lon_1 - lon_0), lat_0 + share * (lat_1 - lat_0), sog_kn, cog_deg

    def _inside(self, lon_deg: NDArray[np.float64], lat_deg: NDArray[np.float64]) -> NDArray[np.bool_]:
        here: NDArray[np.bool_] = ~(np.isnan(lon_deg) | np.isnan(lat_deg))
        if self._view.bbox is not None:
            west, south, east, north = self._view.bbox
            here &= (lon_deg >= west) & (lon_deg <= east) & (lat_deg >= south) & (lat_deg <= north)
        return here
