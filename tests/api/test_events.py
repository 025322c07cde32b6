"""What changes is told with a number that only grows, and whoever was away is told the rest."""

import asyncio
import io
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import orjson
import pytest

from comity.api.events import events_after, newest_event
from comity.api.house import house_app
from comity.node.journal import Journal
from comity.node.services import acts, cases
from tests.two_nodes.test_exchange import CASE, CASE_ID, receive, send, sign_decision
from tests.two_nodes.two import Two, two_nodes


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with two_nodes(tmp_path) as both:
        yield both


@asynccontextmanager
async def stream(two: Two, **headers: str) -> AsyncIterator[AsyncIterator[dict[str, Any]]]:
    """Open `/events` of Algeria's node over ASGI, as its owner; yields each event as it comes."""
    app = house_app(two.dz, Journal(stream=io.StringIO()), writing=True)
    sent: asyncio.Queue[bytes] = asyncio.Queue()
    gone = asyncio.Event()

    async def receive_() -> dict[str, Any]:
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send_(message: Any) -> None:
        if message["type"] == "http.response.body":
            sent.put_nowait(message["body"])

    names = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": "/events", "raw_path": b"/events", "query_string": b"", "root_path": "",
        "headers": [(b"host", b"node"), *names], "client": ("x", 1), "server": ("node", 80),
    }  # fmt: skip

    async def told() -> AsyncIterator[dict[str, Any]]:
        while True:
            for part in (await asyncio.wait_for(sent.get(), 10)).decode().split("\n\n"):
                lines = dict(line.split(": ", 1) for line in part.splitlines() if ": " in line)
                if "event" in lines:
                    yield {"id": lines.get("id"), "kind": lines["event"], **orjson.loads(lines["data"])}

    async def run() -> None:
        await app(scope, receive_, send_)

    task = asyncio.create_task(run())
    try:
        yield told()
    finally:
        gone.set()
        two.dz.stopping.set()
        await asyncio.wait_for(task, 10)
        two.dz.stopping.clear()


async def take(events: AsyncIterator[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    return [await anext(events) for _ in range(count)]


def test_an_act_is_told_at_once_and_a_page_that_was_away_hears_all_that_it_missed(two: Two) -> None:
    async def story() -> None:
        async with stream(two) as events:
            (hello,) = await take(events, 1)
            await asyncio.to_thread(
                acts.table, two.dz, two.agreement_id, "agreement", None, office="ministry", sign=True
            )
            (told,) = await take(events, 1)
            assert (told["kind"], told["agreement"], told["subject"]) == ("record", two.agreement_id, "own/2")
            assert int(told["id"]) == told["sequence"] == hello["sequence"] + 1
        await asyncio.to_thread(cases.open_case, two.dz, CASE)
        await asyncio.to_thread(cases.ask_drift, two.dz, CASE_ID)
        async with stream(two, last_event_id=told["id"]) as events:
            hello, *missed = await take(events, 3)
            assert hello["sequence"] == told["sequence"]
            assert [(each["kind"], each["subject"]) for each in missed] == [
                ("case", CASE_ID),
                ("job", f"drift/{CASE_ID}/waiting"),
            ]
            two.dz.progress[7] = 420
            (progress,) = await take(events, 1)
            assert (progress["id"], progress["job"], progress["done_permille"]) == (None, 7, 420)

    asyncio.run(story())


@pytest.mark.parametrize("number", ["999999", "9" * 5000, "-1", "soon"])
def test_a_page_with_a_number_from_another_database_starts_anew(two: Two, number: str) -> None:
    async def story() -> None:
        async with stream(two, last_event_id=number) as events:
            (hello,) = await take(events, 1)
            assert hello["sequence"] == newest_event(two.dz)

    asyncio.run(story())


def test_nothing_that_is_kept_goes_untold_and_nothing_untrue_is_told(two: Two) -> None:
    before = newest_event(two.us)
    two.sign_memorandum()
    sign_decision(two)
    cases.open_case(two.dz, CASE)
    send(two)
    receive(two)
    kinds = [each["kind"] for each in events_after(two.us, before)]
    assert {"record", "receipt", "partner", "job", "arrival"} <= set(kinds)
    arrival = next(each for each in events_after(two.us, before) if each["kind"] == "arrival")
    assert arrival["subject"] == CASE_ID
    newest = newest_event(two.dz)
    with pytest.raises(Exception, match="already a case"):
        cases.open_case(two.dz, CASE)
    assert newest_event(two.dz) == newest


def test_numbers_only_grow_over_a_restart(tmp_path: Path) -> None:
    with two_nodes(tmp_path) as two:
        cases.open_case(two.dz, CASE)
        last = newest_event(two.dz)
    with two_nodes(tmp_path) as two:
        before = newest_event(two.dz)
        cases.open_case(two.dz, {**CASE, "case": {"id": "second"}})
        assert newest_event(two.dz) > before >= last > 0
