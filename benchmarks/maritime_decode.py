"""How fast AIS sentences become columns, beside pyais and libais in the same run, on one core.

Plain lines and tag-blocked lines with a seventh of messages that carry names: the shared logs repeated where they lie
beside the checkout, sentences of our own encoder elsewhere. pyais reads one message at a time, as its own benchmark
does (stream, then `decode`); libais, measured where COMITY_LIBAIS_PYTHON names a Python that has it, by
`ais.stream.decode`. Seconds are the processor's, the best of some runs; the ratios are what is claimed.
Usage: `python benchmarks/maritime_decode.py [--megabytes N] [--json]`; 1 when a goal is missed.
"""

import argparse
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pyais.encode import encode_msg
from pyais.messages import MSG_CLASS
from pyais.stream import FileReaderStream

from comity.maritime import Decoder

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "maritime" / "nmea"
PIECE = 8 << 20
REPEATS = 3
PEER_BYTES = 2_000_000
GOALS = {"plain": {"messages_per_s": 3e6, "pyais": 80.0}, "tagged": {"pyais": 25.0}}
LIBAIS = """
import sys, time, ais.stream
best = 9e9
for _ in range(3):
    begun, count = time.process_time(), 0
    with open(sys.argv[1]) as log:
        for _ in ais.stream.decode(log, keep_nmea=False):
            count += 1
    best = min(best, time.process_time() - begun)
print(count / best)
"""


def main() -> int:
    """Print messages a second of each decoder on each log, and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=48)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    told, missed = {}, []
    for name, lines in logs().items():
        whole = _repeated(lines, options.megabytes << 20)
        told[name] = rates = {"comity": _best(lambda log=whole: _ours(log))}
        with tempfile.NamedTemporaryFile(suffix=".nmea") as file:
            file.write(_repeated(lines, PEER_BYTES))
            file.flush()
            rates["pyais"] = _best(lambda path=file.name: _pyais(path))
            if os.environ.get("COMITY_LIBAIS_PYTHON"):
                rates["libais"] = _libais(file.name)
        for peer in rates.keys() - {"comity"}:
            goal = GOALS[name].get(peer, 0.0)
            if rates["comity"] / rates[peer] < goal:
                missed.append(f"{name}: {rates['comity'] / rates[peer]:.0f} x {peer}, goal {goal:g}")
        if rates["comity"] < GOALS[name].get("messages_per_s", 0.0):
            missed.append(f"{name}: {rates['comity'] / 1e6:.2f} M messages/s")
    if options.json:
        print(json.dumps({"messages_per_s": told, "missed": missed}))
        return int(bool(missed))
    for name, rates in told.items():
        for who, rate in rates.items():
            ratio = "" if who == "comity" else f"  {rates['comity'] / rate:6.1f} x slower"
            print(f"{name:8}{who:8}{rate / 1e3:12,.1f} k messages/s{ratio}")
    print(*(f"missed: {each}" for each in missed), sep="\n")
    return int(bool(missed))


def logs() -> dict[str, list[bytes]]:
    """Return the lines of both logs."""
    if SHARED.is_dir():
        plain = (SHARED / "dma_stream_part1.txt").read_bytes().splitlines()
        tagged = (SHARED / "kystverket_part1.nm4").read_bytes().splitlines()
        return {"plain": [line for line in plain if line[:1] == b"!"], "tagged": tagged}
    plain, tagged = [], []
    for i in range(500):
        place = {"mmsi": 605000000 + i, "lat": 36.0 + i / 400, "lon": 2.0 + i / 200, "speed": i % 20, "course": i % 360}
        kind = (1, 1, 1, 3, 18, 1, 5)[i % 7]
        name = {"mmsi": 605000000 + i, "shipname": f"EXAMPLE {i}", "destination": "ORAN", "callsign": f"7T{i}"}
        fields = name if kind == 5 else place
        lines = [line.encode() for line in encode_msg(MSG_CLASS[kind].create(**fields), seq_id=i % 10)]
        plain += lines
        tagged += [b"\\c:1565218798*53\\" + line for line in lines]
    return {"plain": plain, "tagged": tagged}


def _repeated(lines: list[bytes], size: int) -> bytes:
    once = b"\r\n".join(lines) + b"\r\n"
    return once * (size // len(once) + 1)


def _best(measured: Callable[[], float]) -> float:
    measured()  # loads what is compiled
    return max(measured() for _ in range(REPEATS))


def _ours(log: bytes) -> float:
    decoder, count = Decoder(), 0
    begun = time.process_time()
    for at in range(0, len(log), PIECE):
        count += sum(decoder.feed(log[at : at + PIECE], received_ms=0).counts.values())
    return count / (time.process_time() - begun)


def _pyais(path: str) -> float:
    count = 0
    begun = time.process_time()
    with FileReaderStream(path) as stream:
        for sentence in stream:
            sentence.decode()
            count += 1
    return count / (time.process_time() - begun)


def _libais(path: str) -> float:
    told = [os.environ["COMITY_LIBAIS_PYTHON"], "-c", LIBAIS, path]
    return float(subprocess.run(told, capture_output=True, text=True, check=True).stdout)


if __name__ == "__main__":
    raise SystemExit(main())
