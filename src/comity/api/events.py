"""`/events`: what changed, told to the console as server-sent events, each with the number that the database gave it.

The browser sends the last number that it saw (`Last-Event-ID`, or `?after=`) and is told everything after it, whatever
happened in between: a dropped line, a restart of the node. An event says what changed and never how: the page reads the
resource again, in its own language and under its own session. The progress of a job is told without a number, because
a later figure makes an earlier one worthless.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Annotated

import orjson
from fastapi import APIRouter, Header, Query, Request
from sqlalchemy import func, select
from starlette.concurrency import run_in_threadpool
from starlette.responses import StreamingResponse

from comity.api.officers import session_of
from comity.api.served import ServedNode
from comity.ground import InvalidInput
from comity.node.app import Node
from comity.node.store import EVENT

LOOK_EVERY_S = 0.2
BEAT_EVERY_S = 15.0
RETRY_MS = 2000
BATCH = 500
MOST_STREAMS = 64
LONGEST_NUMBER = 18
"""As many digits always fit a number of the database (less than 2⁶³)."""

router = APIRouter()


@router.get("/events", response_class=StreamingResponse, responses={200: {"content": {"text/event-stream": {}}}})
async def get_events(
    request: Request,
    node: ServedNode,
    last_event_id: Annotated[str | None, Header()] = None,
    after: Annotated[int | None, Query(ge=0, lt=2**53, description="As `Last-Event-ID`; neither: from now on.")] = None,
) -> StreamingResponse:
    """Stream what changes: `record`, `receipt`, `partner`, `case`, `release`, `arrival`, `job`, `alarm`, `office`.

    The data is JSON: `sequence`, `kind`, `agreement`, `subject`. `hello` opens the stream with the number that it
    starts after; `progress` (without a number) tells `job` and `done_permille`.
    """
    streams: set[object] = request.app.state.__dict__.setdefault("streams", set())
    if len(streams) >= MOST_STREAMS:
        raise InvalidInput(
            "api.too_many_streams",
            "Too many pages listen to this node.",
            why="{most} streams are open already",
            remedy="close some pages of the console and reload",
            most=MOST_STREAMS,
        )
    is_number = last_event_id is not None and len(last_event_id) <= LONGEST_NUMBER and last_event_id.isdecimal()
    started = int(last_event_id) if last_event_id and is_number else after
    newest = await run_in_threadpool(newest_event, node)
    # A number from a database that was put back would wait for ever: the page starts anew and reads everything again.
    first = newest if started is None or started > newest else started
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(_told(request, node, first, streams), media_type="text/event-stream", headers=headers)


def newest_event(node: Node) -> int:
    """Return the number of the newest event; 0 before the first."""
    with node.store.reading() as connection:
        return connection.execute(select(func.max(EVENT.c.sequence))).scalar_one() or 0


def events_after(node: Node, sequence: int) -> list[dict[str, object]]:
    """Return the next events after a number, oldest first."""
    query = select(EVENT).where(EVENT.c.sequence > sequence).order_by(EVENT.c.sequence).limit(BATCH)
    with node.store.reading() as connection:
        return [
            {"sequence": row.sequence, "kind": row.kind, "agreement": row.agreement_id, "subject": row.subject}
            for row in connection.execute(query)
        ]


async def _told(request: Request, node: Node, first: int, streams: set[object]) -> AsyncIterator[bytes]:
    mark = object()
    streams.add(mark)
    try:
        yield f"retry: {RETRY_MS}\n".encode() + _event("hello", {"sequence": first}, number=first)
        sequence, beaten_s = first, time.monotonic()
        progress: dict[int, int] = {}
        while not node.stopping.is_set() and not await request.is_disconnected():
            for each in await run_in_threadpool(events_after, node, sequence):
                sequence = int(str(each["sequence"]))
                yield _event(str(each["kind"]), each, number=sequence)
            for job, done in dict(node.progress).items():
                if progress.get(job) != done:
                    progress[job] = done
                    yield _event("progress", {"job": job, "done_permille": done})
            if time.monotonic() - beaten_s > BEAT_EVERY_S:
                beaten_s = time.monotonic()
                if not request.app.state.is_owners and await run_in_threadpool(session_of, request, node) is None:
                    return
                yield b": still here\n\n"
            await asyncio.sleep(LOOK_EVERY_S)
    finally:
        streams.discard(mark)


def _event(kind: str, data: dict[str, object], *, number: int | None = None) -> bytes:
    lines = [b"event: " + kind.encode(), b"data: " + orjson.dumps(data)]
    if number is not None:
        lines.insert(0, b"id: " + str(number).encode())
    return b"\n".join(lines) + b"\n\n"
