"""`/live`: the moving picture as binary frames over a WebSocket; what is late is dropped, the newest state wins.

The browser says what it looks at (JSON): `{"at_ms": t, "speed": 1, "bbox": [west, south, east, north], "hz": 4,
"bytes_per_s": 200000}`, again whenever that changes; `"case": id` narrows the picture to one case, `"grid_udeg": n`
asks for density in cells of n micro-degrees, `"source": "ships"` for one source alone, `"who": true` for what each ship
is (frames of kind 3). The picture runs from `at_ms` at `speed`; 0 stands still. A box whose
west is east of its east crosses the antimeridian.

The node answers with one text message whenever the ids mean other points, `{"schema": "comity/picture/1",
"generation": g, "parts": [{"source", "subject", "first", "count"}]}`: ids from `first` on belong to that subject. Then
come the frames (`picture_frames`), `hz` a second and never more bytes than asked for.
"""

import asyncio
import contextlib
import time
from typing import Literal, Self

import orjson
from fastapi import APIRouter, WebSocket
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from starlette.concurrency import run_in_threadpool
from starlette.websockets import WebSocketDisconnect

from comity.api.officers import session_of
from comity.api.picture_frames import WIDEST_UDEG, Look, PictureLine
from comity.node.app import Node
from comity.node.pictures import layers

BAD_VIEW = 1007
SIGNED_OUT = 1008
TRY_AGAIN = 1013
STOPPING = 1001
MOST_SOCKETS = 32
BEAT_EVERY_S = 15.0
LAST_MS = 253_402_300_799_000
"""The end of the year 9999."""

router = APIRouter()


class View(BaseModel):
    """What a browser looks at."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    case: str | None = Field(default=None, max_length=64)
    at_ms: int = Field(ge=0, le=LAST_MS)
    speed: float = Field(default=1.0, ge=-3600, le=3600)
    bbox: tuple[float, float, float, float] | None = None
    hz: float = Field(default=4.0, ge=0.1, le=5)
    bytes_per_s: int = Field(default=200_000, ge=1_600, le=2_000_000)
    grid_udeg: int | None = Field(default=None, ge=10_000, le=WIDEST_UDEG)
    source: Literal["cases", "ships"] | None = None
    who: bool = False

    @model_validator(mode="after")
    def _on_the_earth(self) -> Self:
        if self.bbox is not None:
            west, south, east, north = self.bbox
            if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
                raise ValueError("the box is not on the earth")
        return self


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
    line, view, beaten_s = PictureLine(), await views.get(), time.monotonic()
    views.put_nowait(view)
    heard = _heard(node)
    while not node.stopping.is_set():
        if not views.empty():
            while not views.empty():
                view = views.get_nowait()
            if await run_in_threadpool(_look, node, line, view):
                await socket.send_text(_parts(line))
        elif heard != _heard(node) and await run_in_threadpool(_show, node, line, view):
            await socket.send_text(_parts(line))
        heard = _heard(node)
        for frame in await run_in_threadpool(line.frames, time.monotonic()):
            await socket.send_bytes(frame)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(1 / view.hz):
                views.put_nowait(await views.get())
        if time.monotonic() - beaten_s > BEAT_EVERY_S:
            beaten_s = time.monotonic()
            if not socket.app.state.is_owners and await run_in_threadpool(session_of, socket, node) is None:
                await socket.close(SIGNED_OUT)
                return
    await socket.close(STOPPING)


def _look(node: Node, line: PictureLine, view: View) -> bool:
    look = Look(view.at_ms, view.speed, view.bbox, view.hz, view.bytes_per_s, view.grid_udeg, view.who)
    return line.look(layers(node, view.case, view.source), look, time.monotonic())


def _show(node: Node, line: PictureLine, view: View) -> bool:
    return line.show(layers(node, view.case, view.source))


def _heard(node: Node) -> tuple[bool, int]:
    """Return what changes when somebody begins to listen, or ends: the ships of the picture are others then."""
    return node.watch.is_running, node.watch.run


def _parts(line: PictureLine) -> str:
    said = {"schema": "comity/picture/1", "generation": line.generation, "parts": line.parts()}
    return orjson.dumps(said).decode()
