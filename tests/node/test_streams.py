"""Feeds without a node: whole lines from any cut, every way in over real sockets, floods that never drop a distress."""

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pyais
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.ground import InvalidInput
from comity.node.clock import now_ms
from comity.node.feeds.addresses import address_of
from comity.node.feeds.backlog import MOST_LINE_BYTES, Backlog, Lines
from comity.node.feeds.states import Standing
from comity.node.feeds.streams import Stream

SHIP = b"!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A\r\n"
(_SART,) = pyais.encode_dict({"type": 1, "mmsi": 970_123_456, "status": 14, "lat": 37.0, "lon": 3.0})
SART = _SART.encode() + b"\r\n"
LIMIT_S = 20.0


@given(st.lists(st.binary(max_size=30).filter(lambda each: not set(each) & {10, 13}), max_size=12), st.data())
def test_any_cut_of_a_stream_gives_the_same_lines(lines, data):
    whole = b"".join(each + b"\r\n" for each in lines)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=6)))
    taken, found = Lines(), b""
    for begin, end in zip([0, *cuts], [*cuts, len(whole)], strict=True):
        part = taken.add(whole[begin:end])
        assert part == b"" or part[-1:] in (b"\n", b"\r")
        found += part
    assert found + taken.end() in (whole, whole + b"\n")


def test_a_line_without_an_end_is_thrown_away_and_the_next_one_is_heard():
    lines = Lines()
    for _ in range(40):
        assert lines.add(b"x" * (MOST_LINE_BYTES // 10)) == b""
    assert lines.add(b"xx\r\n" + SHIP) == b"\n" + SHIP
    assert lines.endless == 1
    assert lines.add(SHIP) == SHIP


def test_a_flood_is_shed_in_order_and_never_a_distress():
    backlog = Backlog(most_bytes=100 * len(SHIP))
    levels = []
    for _ in range(150):
        backlog.put(SHIP, 0)
        levels.append(backlog.level)
    assert list(dict.fromkeys(levels)) == ["none", "picture", "tracks", "reports"]
    assert backlog.shed_lines == 50
    backlog.put(SHIP * 3 + SART + SHIP, 0)
    assert backlog.shed_lines == 54
    first = backlog.take(10**9, 10**9)
    assert first is not None
    assert first.data == SART  # before all that waited longer
    second = backlog.take(10**9, 10**9)
    assert second is not None
    assert second.data == SHIP * 100
    assert (backlog.take(10**9, 10**9), backlog.level, backlog.is_empty) == (None, "none", True)


@contextmanager
def heard(address: str, *, stall_after_s: float = 60.0) -> Iterator[tuple[Stream, Callable[[], bytes]]]:
    standing, stop, found = Standing("north", address, now_ms, stall_after_s), threading.Event(), bytearray()
    stream = Stream(address_of(address), standing, Backlog(), now_ms, stop)
    thread = threading.Thread(target=stream.run)
    thread.start()

    def so_far() -> bytes:
        while (chunk := stream.backlog.take(10**9, 10**9)) is not None:
            found.extend(chunk.data)
        return bytes(found)

    try:
        yield stream, so_far
    finally:
        stop.set()
        thread.join()


def until(condition: Callable[[], object]) -> None:
    limit = time.monotonic() + LIMIT_S
    while not condition():
        assert time.monotonic() < limit, "it took too long"
        threading.Event().wait(0.01)


def free_port(kind: int) -> int:
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_a_receiver_that_hangs_up_is_called_again_and_its_last_line_is_not_joined_to_the_next():
    door = socket.create_server(("127.0.0.1", 0))
    with door, heard(f"tcp://127.0.0.1:{door.getsockname()[1]}") as (stream, so_far):
        line, _ = door.accept()
        line.sendall(SHIP + SHIP[:20])
        until(lambda: SHIP in so_far())
        line.close()
        until(lambda: stream.standing.now().state == "waiting")
        problem = stream.standing.now().problem
        assert problem is not None
        assert problem.code == "node.feed_ended"
        again, _ = door.accept()
        again.sendall(SHIP)
        until(lambda: so_far() == SHIP + SHIP[:20] + b"\n" + SHIP)
        assert stream.standing.now().state == "receiving"
        again.close()


def test_a_receiver_that_falls_silent_is_stalled_and_called_again():
    door = socket.create_server(("127.0.0.1", 0))
    with door, heard(f"tcp://127.0.0.1:{door.getsockname()[1]}", stall_after_s=0.3) as (stream, so_far):
        line, _ = door.accept()
        line.sendall(SHIP)
        until(lambda: stream.standing.now().state in ("stalled", "waiting"))
        door.settimeout(LIMIT_S)
        again, _ = door.accept()
        again.sendall(SART)
        until(lambda: stream.standing.now().state == "receiving")
        assert so_far() == SHIP + SART
        again.close()
        line.close()


def test_receivers_that_connect_to_us_are_heard_side_by_side():
    port = free_port(socket.SOCK_STREAM)
    with heard(f"tcp-listen://127.0.0.1:{port}") as (stream, so_far):
        until(lambda: stream.standing.now().state == "listening")
        with (
            socket.create_connection(("127.0.0.1", port)) as one,
            socket.create_connection(("127.0.0.1", port)) as two,
        ):
            one.sendall(SHIP[:10])
            two.sendall(SART)
            until(lambda: so_far() == SART)
            one.sendall(SHIP[10:])
            until(lambda: len(so_far()) >= len(SART + SHIP))
            assert so_far() == SART + SHIP


def test_datagrams_are_heard_each_for_itself():
    port = free_port(socket.SOCK_DGRAM)
    with heard(f"udp://127.0.0.1:{port}") as (stream, so_far):
        until(lambda: stream.standing.now().state == "quiet")
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
            sender.sendto(SHIP.rstrip(), ("127.0.0.1", port))
            sender.sendto(SART, ("127.0.0.1", port))
        until(lambda: len(so_far()) >= len(SHIP + SART) - len(b"\r"))
        assert so_far() == SHIP.rstrip() + b"\n" + SART


def test_a_file_is_followed_as_it_grows_and_when_it_is_replaced(tmp_path: Path):
    path = tmp_path / "log.nmea"
    path.write_bytes(SHIP)
    with heard(f"file:{path}") as (stream, so_far):
        until(lambda: stream.standing.now().state == "quiet")
        with path.open("ab") as file:
            file.write(SART)
        until(lambda: so_far() == SART)
        with suppress(FileNotFoundError):
            os.replace(path, tmp_path / "log.1")
        path.write_bytes(SHIP)
        until(lambda: len(so_far()) >= len(SART + SHIP))
        assert so_far() == SART + SHIP


def test_a_file_is_read_from_its_start_where_that_is_asked_for(tmp_path: Path):
    path = tmp_path / "log.nmea"
    path.write_bytes(SHIP)
    with heard(f"file:{path}?from=start") as (_, so_far):
        until(lambda: len(so_far()) >= len(SHIP))
        assert so_far() == SHIP


def test_nobody_there_is_told_with_what_the_system_answers():
    with heard(f"tcp://127.0.0.1:{free_port(socket.SOCK_STREAM)}") as (stream, _):
        until(lambda: stream.standing.now().state == "waiting")
        problem = stream.standing.now().problem
        assert problem is not None
        assert problem.code == "node.feed_broken"


@pytest.mark.parametrize(
    "text",
    ["", "tcp://", "tcp://host", "tcp://host:99999", "tcp://:1", "udp://host:x", "ftp://host:1", "serial:", "file:",
     "tcp://ho st:1", "tcp://host:1\n", "serial:/dev/x?baud=1"],
)  # fmt: skip
def test_what_is_no_address_is_refused(text):
    with pytest.raises(InvalidInput, match="no address"):
        address_of(text)
