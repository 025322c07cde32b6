"""Sentences over TCP at the pace at which they were received: whoever connects hears what comes from then on.

Units: milliseconds since 1970 for the instants of lines, seconds for waiting.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import suppress

from comity.ground import MS_PER_S

MOST_WAITING_BYTES = 4 * 1024 * 1024
"""A listener that reads too slowly is left behind: it is cut off with this much unread."""

_LONGEST_WAIT_S = 0.2


def broadcast(
    host: str,
    port: int,
    lines: Sequence[tuple[int, bytes]],
    *,
    speed: float,
    told: Callable[[int, int], None],
    first_waits: bool = True,
) -> None:
    """Send lines, each piece at its instant, to every listener; return when the last was sent.

    Parameters
    ----------
    lines
        Instants and bytes, oldest first.
    speed
        How many times faster than they were received.
    told
        Is given, each second or so, the instant that is reached and how many listen.
    first_waits
        Whether the clock begins with the first listener.
    """
    asyncio.run(_broadcast(host, port, lines, speed=speed, told=told, first_waits=first_waits))


async def _broadcast(
    host: str,
    port: int,
    lines: Sequence[tuple[int, bytes]],
    *,
    speed: float,
    told: Callable[[int, int], None],
    first_waits: bool,
) -> None:
    listeners: set[asyncio.StreamWriter] = set()
    arrived = asyncio.Event()

    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        listeners.add(writer)
        arrived.set()
        with suppress(OSError):
            while await reader.read(1024):  # what listeners say is of no interest, but that they go is
                pass
        listeners.discard(writer)
        writer.close()

    server = await asyncio.start_server(listen, host, port)
    async with server:
        if first_waits:
            await arrived.wait()
        await _play(lines, listeners, speed=speed, told=told)
        for writer in list(listeners):
            with suppress(OSError):
                await writer.drain()
                writer.close()


async def _play(
    lines: Sequence[tuple[int, bytes]],
    listeners: set[asyncio.StreamWriter],
    *,
    speed: float,
    told: Callable[[int, int], None],
) -> None:
    if not lines:
        return
    began_s, first_ms, said_s = time.monotonic(), lines[0][0], 0.0
    for at_ms, data in lines:
        due_s = (at_ms - first_ms) / MS_PER_S / speed
        while (wait_s := due_s - (time.monotonic() - began_s)) > 0:
            await asyncio.sleep(min(wait_s, _LONGEST_WAIT_S))
        for writer in list(listeners):
            if writer.transport.get_write_buffer_size() > MOST_WAITING_BYTES:
                listeners.discard(writer)
                writer.transport.abort()
            else:
                writer.write(data)
        if time.monotonic() - said_s >= 1.0:
            said_s = time.monotonic()
            told(at_ms, len(listeners))
            await asyncio.sleep(0)
