"""The process that listens: feeds, decoder, picture and the store of positions, so that none of it meets the server.

It answers questions through one pipe and tells news through another, and ends when the node that began it is gone.
"""

import contextlib
import signal
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from comity.files.position_queries import PositionQueries
from comity.files.position_store import SEAL_BYTES, PositionStore
from comity.files.position_store_days import day_of
from comity.files.position_store_reading import StoredPositions
from comity.ground import ComityError
from comity.maritime import Distress, Picture, Rows, compile_listening, nearest
from comity.node.clock import now_ms
from comity.node.feeds.addresses import Address, address_of
from comity.node.feeds.backlog import Backlog, Lines
from comity.node.feeds.intake import Intake
from comity.node.feeds.keeping import Batch, Keeper
from comity.node.feeds.orders import Orders, PictureState, WatchState
from comity.node.feeds.states import Standing
from comity.node.feeds.streams import Stream

TELL_EVERY_S = 1.0
TOLD_WITHIN_S = 0.1
MOST_GIVEN = 64
"""Stations whose sentences come through the node itself; what comes under further names is heard as one."""


def listen(questions: Connection, news: Connection, orders: Orders) -> None:
    """Run until the node is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of the whole group: the node ends first, and we after it
    stop = threading.Event()
    compile_listening()
    with ExitStack() as stack:
        listening = Listening(orders, stop)
        store, problem = _opened(orders.store, stack)
        if store is not None:
            _remember(listening.intake.picture, orders.store, orders.kept_ms)
            keeper = Keeper(StoreWriter(store, orders.keep_days))
            listening.intake.keeper = keeper
        threads = [threading.Thread(target=listening.intake.run, args=(stop,), name="intake")]
        threads += [threading.Thread(target=each.run, name="feed") for each in listening.intake.streams.values()]
        threads.append(threading.Thread(target=_answer, args=(questions, listening, stop), name="answers"))
        kept = [threading.Thread(target=keeper.run, args=(stop,), name="keeper")] if store is not None else []
        for thread in (*threads, *kept):
            thread.start()
        _tell(news, listening, stop, problem)
        for thread in (*threads, *kept):
            thread.join()


class Listening:
    """The feeds with what they feed, and the answers that can be given."""

    def __init__(self, orders: Orders, stop: threading.Event) -> None:
        self._stop, self._stall_after_s = stop, orders.stall_after_s
        self.heard: dict[tuple[int, int], Distress] = {}
        self.has_heard = threading.Event()
        self._turn = threading.Lock()
        streams = {name: self._stream(name, address_of(text)) for name, text in orders.feeds.items()}
        picture = Picture(kept_ms=orders.kept_ms)
        self.intake = Intake(streams, picture, now_ms, self._hear, known=orders.known)
        self._given: dict[str, Lines] = {}

    def take_heard(self) -> list[Distress]:
        """Return the distresses that changed since the last time."""
        with self._turn:
            found = list(self.heard.values())
            self.heard.clear()
            self.has_heard.clear()
        return found

    def state(self, problem: ComityError | None = None) -> WatchState:
        """Return how everything stands."""
        picture, keeper = self.intake.picture, self.intake.keeper
        with self.intake.turn:
            size = PictureState(len(picture), picture.most, picture.nbytes, picture.newest_ms, dict(picture.outcomes))
        feeds = tuple(each.standing.now() for each in list(self.intake.streams.values()))
        return WatchState(feeds, size, self.intake.level, (keeper.problem if keeper else None) or problem)

    def give(self, station: str, data: bytes) -> int:
        """Take sentences that came to the node itself; return how many whole lines they were."""
        name = station if station in self._given or len(self._given) < MOST_GIVEN else next(iter(self._given))
        lines = self._given.setdefault(name, Lines())
        streams = self.intake.streams
        if name not in streams:
            stream = self._stream(name, Address("-", "stdin"))
            self.intake.streams = {**streams, name: stream}
        whole = data.count(b"\n")
        self.intake.streams[name].give(lines, data)
        return whole

    def look(
        self, box: tuple[float, float, float, float] | None, at_ms: float, wants_marks: bool = False
    ) -> tuple[NDArray[np.int32], NDArray[np.float64], dict[str, NDArray[Any]] | None]:
        """Return the numbers, places (longitude, latitude, speed, course) and marks of what may be in a box."""
        picture = self.intake.picture
        rows = np.sort(picture.in_box(*(_widened(box) if box else (-180.0, -90.0, 180.0, 90.0))))
        marks = None
        if wants_marks:
            found = picture.numbers(rows)
            marks = {name: found[name] for name in ("mmsi", "ship_type", "nav_status", "msg_type", "t_ms", "cog_deg")}
        return rows, picture.places_at(rows, at_ms), marks

    def vessels(
        self,
        how: str,
        *what: Any,
        ship_types: Sequence[int] | None = None,
        since_ms: int | None = None,
        most: int | None = None,
    ) -> tuple[int, dict[str, NDArray[Any]]]:
        """Return how many vessels match, and the first of them by column.

        Parameters
        ----------
        how
            In a `box`, in a `polygon`, by `ids`, by `mmsi`, or by what a text may `find`.
        most
            Of more than so many, the newest fixes; the order of what was found is kept without.
        """
        picture = self.intake.picture
        ways: dict[str, Callable[..., Rows]] = {
            "box": picture.in_box,
            "polygon": picture.in_polygon,
            "find": picture.find,
            "mmsi": self._of_mmsi,
            "ids": self._of_ids,
        }
        rows = ways[how](*what)
        if ship_types is not None or since_ms is not None or most is not None:
            found = picture.numbers(rows)
            is_chosen = np.ones(rows.size, dtype=bool)
            if ship_types is not None:
                is_chosen &= np.isin(found["ship_type"], ship_types)
            if since_ms is not None:
                is_chosen &= found["t_ms"] >= since_ms
            order = np.flatnonzero(is_chosen)
            rows = rows[order[np.argsort(-found["t_ms"][order], kind="stable")]]
        return int(rows.size), picture.columns(rows[:most])

    def _of_mmsi(self, mmsi: int) -> Rows:
        row = self.intake.picture.row_of(mmsi)
        return np.array([] if row is None else [row], np.int32)

    def _of_ids(self, ids: Sequence[int]) -> Rows:
        """Return the rows of numbers that a vessel has now."""
        picture = self.intake.picture
        asked = np.array(ids, dtype=np.int64)
        rows = asked[(asked >= 0) & (asked < picture.most)].astype(np.int32)
        return rows[picture.numbers(rows)["mmsi"] > 0]

    def nearest(self, lat_deg: float, lon_deg: float, most: int, within_m: float | None) -> Any:
        """Return the vessels that can be at a datum first, and what is known of them."""
        picture = self.intake.picture
        found = nearest(picture, lat_deg, lon_deg, now_ms=now_ms(), most=most, within_m=within_m)
        return found, picture.columns(np.array([each.row for each in found], np.int32))

    def _hear(self, changed: list[Distress]) -> None:
        with self._turn:
            for each in changed:
                self.heard[each.mmsi, each.number] = each
            self.has_heard.set()

    def _stream(self, name: str, address: Address) -> Stream:
        standing = Standing(name, address.text, now_ms, self._stall_after_s)
        return Stream(address, standing, Backlog(), now_ms, self._stop)


class StoreWriter:
    """Appends to the store; seals its log when that is worth it; with each new day makes one file of each day before.

    Days are kept by the rule, `keep_days` of them; 0: all.
    """

    def __init__(self, store: PositionStore, keep_days: int, clock: Callable[[], int] = now_ms) -> None:
        self._store, self._keep_days, self._clock, self._day = store, keep_days, clock, ""

    def __call__(self, batch: Batch) -> None:
        """Keep a batch, durable when this returns."""
        self._store.append(batch.positions, batch.statics, batch.messages)
        at_ms = self._clock()
        today = day_of(at_ms)
        if today != self._day:
            self._store.seal(at_ms)
            self._store.compact(at_ms, before_day=today)
            if self._keep_days:
                self._store.retain(self._keep_days, at_ms)
            self._day = today
        elif self._store.unsealed_bytes > SEAL_BYTES:
            self._store.seal(at_ms)


def _opened(folder: Path, stack: ExitStack) -> tuple[PositionStore | None, ComityError | None]:
    """Return the store, or why what is heard cannot be kept: the picture goes on without it."""
    try:
        return stack.enter_context(PositionStore(folder)), None
    except ComityError as error:
        return None, error


def _remember(picture: Picture, folder: Path, kept_ms: int) -> None:
    """Build the picture anew from what was kept."""
    at_ms = now_ms()
    with PositionQueries(folder) as asked:
        picture.take(asked.last(at_ms=at_ms, within_ms=kept_ms).table, now_ms=at_ms)
    stored = StoredPositions(folder)
    first = np.datetime64(at_ms - kept_ms, "ms").astype("datetime64[D]").astype(str)
    for day in stored.days("statics"):
        if day >= first:
            picture.tell(stored.read_day(day, "statics"))


def _widened(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """Return a box with room for what is reckoned into it: six minutes at 30 knots are 0.05 degrees."""
    west, south, east, north = box
    south, north = max(-90.0, south - _ROOM_DEG), min(90.0, north + _ROOM_DEG)
    room_deg = _ROOM_DEG / max(0.01, float(np.cos(np.radians(max(abs(south), abs(north))))))
    span_deg = (east - west) % 360.0 if west > east else east - west
    if span_deg + 2 * room_deg >= 360.0:
        return -180.0, south, 180.0, north
    west, east = ((each + 180.0) % 360.0 - 180.0 for each in (west - room_deg, east + room_deg))
    return west, south, east, north


_ROOM_DEG = 0.05
_UNLOCKED = ("give", "state")
"""What waits for no turn at the picture, or takes its own."""


def _answer(questions: Connection, listening: Listening, stop: threading.Event) -> None:
    answers: Mapping[str, Callable[..., Any]] = {
        "look": listening.look,
        "vessels": listening.vessels,
        "nearest": listening.nearest,
        "give": listening.give,
        "state": listening.state,
    }
    try:
        while not stop.is_set():
            number, name, what, how = questions.recv()
            try:
                with contextlib.nullcontext() if name in _UNLOCKED else listening.intake.turn:
                    answer = answers[name](*what, **how)
            except ComityError as error:
                answer = error
            questions.send((number, answer))
    except (EOFError, OSError):
        stop.set()


def _tell(news: Connection, listening: Listening, stop: threading.Event, problem: ComityError | None) -> None:
    """Tell a distress at once, and how things stand once a second."""
    try:
        news.send(("states", listening.state(problem)))
        waited_s = 0.0
        while not stop.is_set():
            if listening.has_heard.wait(TOLD_WITHIN_S):
                news.send(("distress", listening.take_heard()))
                stop.wait(TOLD_WITHIN_S)
            waited_s += TOLD_WITHIN_S
            if waited_s >= TELL_EVERY_S:
                waited_s = 0.0
                news.send(("states", listening.state(problem)))
    except (EOFError, OSError):
        stop.set()
