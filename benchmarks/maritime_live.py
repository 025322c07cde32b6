"""The live picture: memory, updates, boxes, and what a browser is told while the whole world's sentences come in.

    python benchmarks/maritime_live.py [--vessels 500000] [--rate 20000] [--seconds 20]

Goals (DESIGN.md §8): 500,000 vessels in 250 MB; 1 M updates/s on a core; a box in 20 ms (p99); receive to screen in 1 s
(p95) at 20,000 messages a second. The last one goes the whole way: sentences over a TCP socket into the process that
listens, decoder, picture, store, and the frames of one browser on a box of the western Mediterranean; each marked ship
is timed from the instant that its sentence is sent to the frame that shows its new place. Vessels are spread evenly and
jump at random: worse for the grid than real ones. Loads of the machine beside it are printed.
"""

import argparse
import os
import socket
import tempfile
import threading
import time
from pathlib import Path

import numpy as np
import pyais
import pyarrow as pa

from comity.api.picture_frames import GONE, HEADER, UPDATE, Look, PictureLine
from comity.maritime import POSITIONS, Picture, compile_listening, nearest
from comity.node.clock import now_ms
from comity.node.feeds.watch import Setting, Watch
from comity.node.pictures import SHIPS_MOST, InView, Layer, Moving

FIRST_MMSI = 201_000_000
WESTMED = (-6.0, 35.0, 10.0, 44.0)


def resident_mb() -> float:
    """Return the memory of this process that is in RAM, MB."""
    line = next(each for each in Path("/proc/self/status").read_text().splitlines() if each.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def table(mmsi: np.ndarray, t_ms: int, chance: np.random.Generator) -> pa.Table:
    """Return one report of each vessel at a random place."""
    count = mmsi.size
    columns = {
        "mmsi": mmsi, "t_ms": np.full(count, t_ms), "received_ms": np.full(count, t_ms),
        "lat_deg": chance.uniform(-70, 75, count), "lon_deg": chance.uniform(-180, 180, count),
        "sog_m_s": chance.uniform(0, 10, count), "cog_deg": chance.uniform(0, 360, count),
        "heading_deg": np.zeros(count), "rot_deg_min": np.zeros(count), "nav_status": np.zeros(count),
        "utc_second": np.zeros(count), "is_accurate": np.zeros(count, dtype=bool), "msg_type": np.ones(count),
    }  # fmt: skip
    made = {name: pa.array(column).cast(POSITIONS.field(name).type) for name, column in columns.items()}
    made["station"] = pa.DictionaryArray.from_arrays(pa.array(np.zeros(count, np.int32)), pa.array(["north"]))
    return pa.table({name: made[name] for name in POSITIONS.names})


def picture_alone(vessels: int) -> None:
    """Print memory, updates and questions of a picture in this process."""
    compile_listening()
    chance, begun_ms = np.random.default_rng(7), now_ms()
    mmsi = FIRST_MMSI + chance.permutation(vessels)
    before_mb, picture = resident_mb(), Picture()
    for part in np.array_split(mmsi, 50):
        picture.take(table(part, begun_ms, chance), now_ms=begun_ms)
    print(f"memory: {resident_mb() - before_mb:.0f} MB for {len(picture):,} vessels, {before_mb:.0f} MB before them")
    batches = [table(chance.choice(mmsi, 20_000), begun_ms + each, chance) for each in range(1, 51)]
    begun_s = time.perf_counter()
    for batch in batches:
        picture.take(batch, now_ms=begun_ms + 60_000)
    print(f"updates: {50 * 20_000 / (time.perf_counter() - begun_s) / 1e6:.2f} M/s on one core")
    for name, wide, high in (("1° × 1°", 1, 1), ("10° × 10°", 10, 10), ("90° × 60°", 90, 60), ("world", 359.9, 144)):
        times = []
        for _ in range(300):
            west, south = chance.uniform(-180, 180 - wide), chance.uniform(-70, 75 - high)
            began_s = time.perf_counter()
            found = picture.in_box(west, south, west + wide, south + high)
            times.append(time.perf_counter() - began_s)
        median, worst = np.quantile(times, [0.5, 0.99]) * 1000
        print(f"box {name}: {found.size:,} vessels, median {median:.2f} ms, p99 {worst:.2f} ms")
    began_s = time.perf_counter()
    nearest(picture, 37.0, 5.0, now_ms=begun_ms + 60_000)
    print(f"nearest 20: {(time.perf_counter() - began_s) * 1000:.0f} ms")


def sentences(vessels: int, count: int) -> list[bytes]:
    """Return sentences of vessels at random places, encoded by pyais; those of the first thousand lie in the box."""
    chance = np.random.default_rng(8)
    made = []
    for number in range(count):
        west, south, east, north = WESTMED if number < 1000 else (-180, -70, 180, 75)
        said = {
            "type": 1, "mmsi": FIRST_MMSI + number % vessels, "lat": chance.uniform(south, north),
            "lon": chance.uniform(west, east), "speed": 0, "course": 0,
        }  # fmt: skip
        made.append(pyais.encode_dict(said)[0].encode() + b"\r\n")
    return made


def to_the_screen(vessels: int, rate: int, seconds: float) -> None:
    """Print how long a sentence takes from the socket to the frame."""
    print("making sentences …")
    filler = sentences(vessels, vessels)
    door = socket.create_server(("127.0.0.1", 0))
    with tempfile.TemporaryDirectory() as folder:
        address = f"tcp://127.0.0.1:{door.getsockname()[1]}"
        watch = Watch()
        watch.set(Setting(Path(folder) / "positions", {"world": address}, 60.0, 86_400_000, 0, tuple, lambda _: None))
        line, _ = door.accept()
        print("filling the picture …")
        filler = sentences(vessels, vessels)
        for begin in range(0, vessels, 10_000):
            line.sendall(b"".join(filler[begin : begin + 10_000]))
            time.sleep(0.2)
        while watch.ask("state").picture.vessels < vessels:
            time.sleep(0.2)
        delays = _timed(watch, line, filler, rate, seconds)
        state = watch.ask("state")
        (feed,) = state.feeds
        print(f"receive to screen: {len(delays):,} places, " + _said(delays))
        print(f"the process that listens: {_of_children_mb():.0f} MB")
        print(f"feed: {feed.per_s:,.0f} messages/s, shed {feed.shed}, vessels {state.picture.vessels:,}")
        watch.stop()


def _of_children_mb() -> float:
    """Return the memory of the largest process that this one began, MB."""
    found = [0.0]
    for status in Path("/proc").glob("[0-9]*/status"):
        lines = dict(each.split(":", 1) for each in status.read_text().splitlines() if ":" in each)
        if int(lines["PPid"]) == os.getpid() and "VmRSS" in lines:
            found.append(int(lines["VmRSS"].split()[0]) / 1024)
    return max(found)


def _timed(watch: Watch, line: socket.socket, filler: list[bytes], rate: int, seconds: float) -> list[float]:
    """Send at a rate, every tick one new place of a ship in the box, and wait for it in the frames of a browser."""
    sent: dict[int, float] = {}
    stop, chance = threading.Event(), np.random.default_rng(9)

    def send() -> None:
        tick_s, at, number = 0.05, time.monotonic(), 0
        while not stop.is_set():
            mmsi = FIRST_MMSI + number % 1000
            said = {"type": 1, "mmsi": mmsi, "lat": chance.uniform(36, 43), "lon": chance.uniform(-5, 9), "speed": 0}
            rest = filler[1000 + (number * 997) % (len(filler) - 3000) :][: round(rate * tick_s) - 1]
            sent[mmsi] = time.monotonic()
            line.sendall(pyais.encode_dict(said)[0].encode() + b"\r\n" + b"".join(rest))
            number, at = number + 1, at + tick_s
            time.sleep(max(0.0, at - time.monotonic()))

    def look(at_ms: float, box: tuple[float, float, float, float] | None, marks: bool) -> InView:
        rows, places, _ = watch.ask("look", box, at_ms, marks)
        return InView(rows.astype(np.int64), Moving(*places))

    browser, delays = PictureLine(), list[float]()
    layer = Layer("ships", "live", 1, SHIPS_MOST, lambda _: look(_, None, False).moving, look)
    view = Look(now_ms(), 1.0, WESTMED, 4.0, 2_000_000, None)
    browser.look([layer], view, time.monotonic())
    for _ in range(8):
        browser.frame(time.monotonic())
        time.sleep(0.25)
    columns = watch.ask("vessels", "box", *WESTMED)[1]
    mmsi_of = dict(zip(columns["id"].tolist(), columns["mmsi"].tolist(), strict=True))
    sender = threading.Thread(target=send)
    sender.start()
    begun_s = time.monotonic()
    while time.monotonic() - begun_s < seconds:
        frame = browser.frame(time.monotonic())
        here_s = time.monotonic()
        for row in np.frombuffer(frame[HEADER.itemsize :], UPDATE):
            mmsi = mmsi_of.get(int(row["id"]), 0)
            if row["sog"] != GONE and mmsi in sent:
                delays.append(here_s - sent.pop(mmsi))
        time.sleep(0.25)
    stop.set()
    sender.join()
    return delays


def _said(delays: list[float]) -> str:
    median, late, worst = np.quantile(delays, [0.5, 0.95, 1.0]) if delays else (np.nan,) * 3
    return f"median {median * 1000:.0f} ms, p95 {late * 1000:.0f} ms, longest {worst * 1000:.0f} ms"


def main() -> None:
    """Print all figures."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--vessels", type=int, default=500_000)
    asked.add_argument("--rate", type=int, default=20_000)
    asked.add_argument("--seconds", type=float, default=20.0)
    given = asked.parse_args()
    print(f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    picture_alone(given.vessels)
    to_the_screen(given.vessels, given.rate, given.seconds)


if __name__ == "__main__":
    main()
