"""`comity maritime listen`: receivers heard in this shell, counted live, kept in a folder or handed to a node."""

import signal
import sys
import threading
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.language import spoken
from comity.files.boxes import degrees_minutes
from comity.files.words import Words

if TYPE_CHECKING:
    from comity.maritime import Distress
    from comity.node.feeds.streams import Stream

TOLD_EVERY_S = 1.0
LOOK_EVERY_S = 0.1
STALL_AFTER_S = 120.0
GIVEN_BYTES, GIVEN_MS = 512 * 2**10, 1000
"""What is handed to a node at once."""


def listen(
    addresses: Annotated[
        list[str],
        typer.Argument(
            metavar="ADDRESS…",
            help="tcp://HOST:PORT, tcp-listen://HOST:PORT, udp://HOST:PORT, serial:DEVICE, file:PATH, or - for stdin; "
            "NAME=ADDRESS names the station.",
        ),
    ],
    out: Annotated[Path | None, typer.Option(help="Keep what is heard in this store of positions.")] = None,
    node: Annotated[Path | None, typer.Option(help="Hand what is heard to the node of this folder.")] = None,
    seconds: Annotated[
        float | None, typer.Option(min=0.0, help="End after so long. [at Ctrl-C, or the last end]")
    ] = None,
) -> None:
    """Hear receivers of AIS: a live count of each, distress at once; a test device never counts as distress."""
    from comity.node.feeds.addresses import address_of

    named = dict(_named(text, place) for place, text in enumerate(addresses, start=1))
    if node is not None and out is not None:
        raise typer.BadParameter("--out and --node exclude each other: a node keeps what it hears itself.")
    streams = {name: _stream(name, text) for name, text in named.items() if address_of(text)}
    stop = next(iter(streams.values())).stop
    for each in streams.values():
        each.stop = stop
    signal.signal(signal.SIGINT, lambda *_: stop.set())
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    threads = [threading.Thread(target=each.run, daemon=True) for each in streams.values()]
    with ExitStack() as stack:
        work = _Handing(node, streams, stack) if node is not None else _Hearing(out, streams, stack)
        for thread in threads:
            thread.start()
        _follow(work, streams, threads, stop, seconds)
        stop.set()
        for thread in threads:
            thread.join()
        typer.echo("\n".join(work.end(spoken())))


class _Hearing:
    """Decodes and pictures what comes, and keeps it where a folder is given."""

    def __init__(self, out: Path | None, streams: "dict[str, Stream]", stack: ExitStack) -> None:
        from comity.maritime import Picture, compile_listening
        from comity.node.clock import now_ms
        from comity.node.feeds.intake import Intake
        from comity.node.feeds.keeping import Batch, Keeper

        compile_listening()
        self._streams, self._out, self._rows, self._told = streams, out, 0, set[tuple[int, int, str]]()
        self._intake: Intake = Intake(streams, Picture(), now_ms, self._tell)
        if out is not None:
            from comity.files.position_store import PositionStore

            store = stack.enter_context(PositionStore(out))
            stack.callback(lambda: store.seal(now_ms()))

            def write(batch: Batch) -> None:
                store.append(batch.positions, batch.statics, batch.messages)
                self._rows += batch.rows

            self._intake.keeper = Keeper(write)

    def go_round(self) -> bool:
        """Take what waits."""
        found = self._intake.go_round()
        if self._intake.keeper is not None:
            self._intake.keeper.write_all()
            if self._intake.keeper.problem is not None:
                raise self._intake.keeper.problem
        return found

    def lines(self, words: Words) -> list[str]:
        """Return the count of each receiver."""
        return [_counted(each, len(self._intake.picture), words) for each in self._streams.values()]

    def end(self, words: Words) -> list[str]:
        """Return what was heard in all, and where it is kept."""
        kept = [words.say("cli-listen-stored", folder=str(self._out), rows=self._rows)] if self._out else []
        return [*self.lines(words), *kept]

    def _tell(self, heard: "list[Distress]") -> None:
        words = spoken()
        for each in heard:
            if (key := (each.mmsi, each.number, each.state)) in self._told:
                continue
            self._told.add(key)
            said = words.say("maritime-distress", device=each.device, state=each.state, mmsi=str(each.mmsi))
            place = ""
            if each.lat_deg is not None and each.lon_deg is not None:
                place = f" {degrees_minutes(each.lat_deg, 'NS', 2)} {degrees_minutes(each.lon_deg, 'EW', 3)}"
            typer.echo(said + place)


class _Handing:
    """Hands what comes to a node that is served, a second's lines at once."""

    def __init__(self, node: Path, streams: "dict[str, Stream]", stack: ExitStack) -> None:
        from comity.node.client import NodeClient

        self._client: NodeClient = NodeClient(node)
        stack.callback(self._client.close)
        self._node, self._streams, self._lines = node, streams, 0

    def go_round(self) -> bool:
        """Hand over what waits."""
        found = False
        for name, stream in self._streams.items():
            while chunk := stream.backlog.take(GIVEN_BYTES, GIVEN_MS):
                found = True
                self._lines += self._client.give(f"/api/v1/maritime/reports?station={name}", chunk.data)["taken"]
        return found

    def lines(self, words: Words) -> list[str]:
        """Return how much was handed over."""
        return [words.say("cli-listen-given", folder=str(self._node), lines=self._lines)]

    end = lines


def _follow(
    work: "_Hearing | _Handing",
    streams: "dict[str, Stream]",
    threads: list[threading.Thread],
    stop: threading.Event,
    seconds: float | None,
) -> None:
    """Take what comes until it is stopped, the time is over, or nothing more can come."""
    begun_s = told_s = time.monotonic()
    words, is_watched = spoken(), sys.stderr.isatty()
    while not stop.is_set() and (seconds is None or time.monotonic() - begun_s < seconds):
        is_over = not any(thread.is_alive() for thread in threads)
        took = work.go_round()
        if is_over and not took:
            break
        if is_watched and time.monotonic() - told_s >= TOLD_EVERY_S:
            told_s = time.monotonic()
            typer.echo("\r\x1b[K" + " · ".join(work.lines(words)), err=True, nl=False)
        if not took:
            stop.wait(LOOK_EVERY_S)
    if is_watched:
        typer.echo("", err=True)
    while work.go_round():
        pass
    failed = [each.standing.now().problem for each in streams.values() if each.standing.now().state == "failed"]
    if failed and failed[0] is not None:
        raise failed[0]


def _stream(name: str, text: str) -> "Stream":
    from comity.node.clock import now_ms
    from comity.node.feeds.addresses import address_of
    from comity.node.feeds.backlog import Backlog
    from comity.node.feeds.states import Standing
    from comity.node.feeds.streams import Stream

    standing = Standing(name, text, now_ms, STALL_AFTER_S)
    return Stream(address_of(text), standing, Backlog(), now_ms, threading.Event())


def _named(text: str, place: int) -> tuple[str, str]:
    name, is_named, address = text.partition("=")
    if is_named and name.replace("-", "").replace("_", "").isalnum():
        return name, address
    return f"station-{place}", text


def _counted(stream: "Stream", vessels: int, words: Words) -> str:
    now = stream.standing.now()
    return words.say(
        "cli-listen-heard",
        name=now.name,
        messages=now.messages,
        vessels=vessels,
        rejected=sum(now.rejected.values()),
        shed=sum(now.shed.values()),
    )
