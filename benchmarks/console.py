"""How the console draws, loads and follows, beside MapLibre's circle layer: `make bench`, or this file by itself.

The nodes are real, with the rescue of the example told; the browser is the system's Chromium, drawing in software.
A frame is a camera move, the drawing and a forced read-back; each row is a fresh page, and rows take turns. Bars are
those of the design (its section 8). Usage:
`python benchmarks/console.py [--most N] [--rounds N] [--frames N] [--particles N] [--seconds S] [--soak MIN] [--json]`.
"""

import argparse
import json
import os
import platform
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

import console_live as live
import console_screen as screen
import numpy as np
import orjson

from comity.cli.demo import command, stage, story
from comity.cli.demo.narrator import Narrator
from comity.cli.demo.plays import PLAYS
from comity.cli.demo.stage import Actor
from comity.files.shipped import shipped
from comity.files.words import words

ROOT = Path(__file__).resolve().parents[1]
CASE = "bejaia-2008-08-06"
OPENED = {"watch map": "watch", "incident": f"incidents/{CASE}"}
"""The first page of a watch officer, and one with a whole cloud; the bar on bytes is the first page's."""
ROWS = [("ours", 0), *((way, n) for n in (10_000, 100_000, 300_000) for way in ("ours", "circles"))]
MOVED = 5_000
DELTAS = 9
OPENINGS = 5
RATE_BYTES_PER_S = 80_000
"""5,000 updates of 16 bytes."""
RATE_HZ = 5
THIN = {"hz": 4, "bytes_per_s": 16_000}
"""The low-bandwidth mode, as the console asks for it (console/src/state/picture.svelte.ts)."""
STEADY_AFTER = 1
"""The first minute of a soak warms up; growth counts from its end."""


def main() -> int:
    """Measure everything, print it, and say of each bar whether it is met."""
    options = _options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("console benchmark: ended"))  # its nodes and browser end with it
    _build()
    with (
        tempfile.TemporaryDirectory() as where,
        _told(Path(where), options.particles) as actor,
        screen.browser() as here,
    ):
        state = screen.signed_in(here, actor)
        said = {"machine": _machine(), "browser": here.version}
        result: dict[str, Any] = {**said, **_screens(here, actor, state, options)}
        with live.moving(Path(where) / "moving", _memorandum()) as mover:
            result |= _server(here, mover, options)
        if options.soak:
            _tell(f"a watch of {options.soak} min")
            result["heap_mb"] = screen.heap_mb(here, actor, state, options.soak, 100_000, MOVED // RATE_HZ)
    result["load_after"] = os.getloadavg()[0]
    print(json.dumps(result, indent=1) if options.json else _table(result))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=300_000, help="leave out rows with more points than this")
    parser.add_argument("--rounds", type=int, default=3, help="fresh pages a row")
    parser.add_argument("--frames", type=int, default=15, help="frames a page")
    parser.add_argument("--particles", type=int, default=100_000, help="hypotheses of the case")
    parser.add_argument("--seconds", type=float, default=15, help="of each run over /live")
    parser.add_argument("--soak", type=int, default=0, metavar="MIN", help="also watch the heap for so long")
    parser.add_argument("--json", action="store_true", help="for a machine to read")
    return parser.parse_args()


def _tell(what: str) -> None:
    print(f"… {what}", file=sys.stderr)


def _machine() -> str:
    return f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, load {os.getloadavg()[0]:.1f}"


def _build() -> None:
    build = ["node", "node_modules/vite/bin/vite.js", "build", "--config", "bench/vite.config.ts", "--logLevel", "warn"]
    path = f"{os.environ['PATH']}:{ROOT / '.venv' / 'node'}"
    subprocess.run(build, cwd=ROOT / "console", check=True, env={**os.environ, "PATH": path})


@contextmanager
def _told(folder: Path, particles: int) -> Iterator[Actor]:
    """Serve both nodes with the memorandum, the decision and the rescue told; yield ours."""
    _tell(f"the story, {particles:,} hypotheses")
    narrator = Narrator(words("en"))
    narrator.quiet = True
    example = shipped("examples") / command.AGREEMENT
    memorandum = _memorandum()
    decision = orjson.loads((example / "decisions" / "search-and-rescue.json").read_bytes())
    case, fields = command._case(folder, narrator, None)
    case["run"]["particles"] = particles
    ports = stage.ports_from(0)
    texts = [path.read_bytes() for path in sorted(example.glob("text.*.md"))]
    stage.set_up(folder, memorandum, ports, "en", texts=texts)
    with stage.served(folder, ports, "en", forcing=fields) as actors:
        set_ = story.Stage(folder, actors, memorandum, decision, case, narrator)
        for number in (1, 2, 4):
            PLAYS[number](set_)
        yield actors["DZ"]


def _memorandum() -> Any:
    return orjson.loads((shipped("examples") / command.AGREEMENT / "memorandum.json").read_bytes())


def _screens(here: Any, actor: Actor, state: Any, options: argparse.Namespace) -> dict[str, Any]:
    _tell(f"the first map, {OPENINGS} times each")
    opened = {name: screen.first_maps(here, actor, state, page, OPENINGS) for name, page in OPENED.items()}
    rows = [row for row in ROWS if row[1] <= options.most]
    _tell(f"frames, {options.rounds} rounds of {len(rows)} pages")
    renderer, frames = screen.frame_rows(here, actor, state, rows, options.rounds, options.frames)
    _tell("deltas")
    deltas = {
        way: screen.delta_row(here, actor, state, way, 100_000, MOVED, DELTAS if way == "ours" else 3)
        for way in ("ours", "circles")
    }
    return {
        "renderer": renderer,
        "opened": opened,
        "scripts": screen.script_bytes(),
        "frames": {f"{way} {count}": found for (way, count), found in frames.items()},
        "deltas": deltas,
    }


def _server(here: Any, actor: Actor, options: argparse.Namespace) -> dict[str, Any]:
    _tell("the live picture")
    state = screen.signed_in(here, actor)
    cookies = {each["name"]: each["value"] for each in state["cookies"]}
    full, thin = live.view_of(hz=RATE_HZ, bytes_per_s=RATE_BYTES_PER_S), live.view_of(**THIN)
    streams = {
        f"{clients} client{'s' if clients > 1 else ''}": live.streamed(actor, cookies, full, clients, options.seconds)
        for clients in (1, 4)
    }
    streams["low bandwidth"] = live.streamed(actor, cookies, thin, 1, options.seconds)
    drawn = live.drawn_late_ms(screen.followed(here, actor, state, full, int(options.seconds * 1000)))
    return {"streams": streams, "drawn_late_ms": [float(np.median(drawn)), float(np.quantile(drawn, 0.95))]}


def _ratio(result: dict[str, Any], row: str, other: str) -> float:
    return median(result["frames"][row]["frame_ms"]) / median(result["frames"][other]["frame_ms"])


def _added(result: dict[str, Any]) -> float:
    """Return what 100,000 of our points add to the empty map's frame, as a share of what the circles add."""
    empty, ours, circles = (
        median(result["frames"][row]["frame_ms"]) for row in ("ours 0", "ours 100000", "circles 100000")
    )
    return (ours - empty) / (circles - empty)


def _bars(result: dict[str, Any]) -> list[tuple[str, float, float, str]]:
    opened, scripts = result["opened"], result["scripts"]
    rows = []
    if "ours 100000" in result["frames"]:
        rows.append(("100,000 points add, ours / circles", _added(result), 0.5, "×"))
        rows.append(("frame, 100,000 / empty map", _ratio(result, "ours 100000", "ours 0"), 2.5, "×"))
    if "ours 300000" in result["frames"]:
        rows.append(("frame, 300,000 / empty map", _ratio(result, "ours 300000", "ours 0"), 6.0, "×"))
    rows += [
        ("5,000 updates at 100,000, main thread", median(result["deltas"]["ours"]["main_ms"]), 5.0, "ms"),
        *(
            (f"first map idle, {name}", median(each["idle_ms"] for each in found) / 1000, 3.0, "s")
            for name, found in opened.items()
        ),
        ("first load, watch map", max(each["bytes"] for each in opened["watch map"]) / 1000, 650.0, "kB"),
        (
            "other hosts asked",
            len({host for found in opened.values() for each in found for host in each["foreign"]}),
            0,
            "",
        ),
        ("first scripts without the engine, gzip", scripts["app"] / 1000, 120.0, "kB"),
        ("engine and worker, gzip", (scripts["engine"] + scripts["worker"]) / 1000, 460.0, "kB"),
        ("server to pixel, p95", result["drawn_late_ms"][1], 300.0, "ms"),
        ("low bandwidth", result["streams"]["low bandwidth"]["kb_per_s"], 20.0, "kB/s"),
    ]
    if heap := result.get("heap_mb"):
        rows.append(("heap growth over the soak", 100 * (heap[-1] / heap[STEADY_AFTER - 1] - 1), 10.0, "%"))
    return rows


def _table(result: dict[str, Any]) -> str:
    lines = [
        f"{result['machine']}, after {result['load_after']:.1f}; Chromium {result['browser']}, {result['renderer']}",
        f"\n{'points':<18}{'frame ms':>10}{'(rounds)':>16}{'× empty':>9}{'shown after ms':>16}",
    ]
    for row, found in result["frames"].items():
        spread = f"{min(found['frame_ms']):.0f} – {max(found['frame_ms']):.0f}"
        lines.append(
            f"{row:<18}{median(found['frame_ms']):>10.1f}{spread:>16}{_ratio(result, row, 'ours 0'):>9.2f}"
            f"{median(found['shown_ms']):>16.0f}"
        )
    lines.append(f"\n{'5,000 of 100,000':<18}{'main ms':>10}{'on screen ms':>16}")
    for way, found in result["deltas"].items():
        lines.append(f"{way:<18}{median(found['main_ms']):>10.2f}{median(found['shown_ms']):>16.0f}")
    lines.append(f"\n{'/live':<18}{'updates/s':>10}{'kB/s each':>12}{'CPU %':>8}{'late p50 ms':>13}{'p95':>8}")
    for name, found in result["streams"].items():
        lines.append(
            f"{name:<18}{found['updates_per_s']:>10.0f}{found['kb_per_s']:>12.1f}{100 * found['cpu_share']:>8.1f}"
            f"{found['late_p50_ms']:>13.1f}{found['late_p95_ms']:>8.1f}"
        )
    for name, found in result["opened"].items():
        lines.append(
            f"\nfirst {name}: painted after {median(each['fcp_ms'] for each in found):.0f} ms, idle after "
            + " ".join(f"{each['idle_ms']:.0f}" for each in found)
            + f" ms; {max(each['bytes'] for each in found) / 1000:.0f} kB in {found[0]['requests']} requests"
        )
    lines += [
        "late: after the node's own instant (benchmarks/console_live.py)\n",
    ]
    for name, value, bar, unit in _bars(result):
        lines.append(f"{'PASS ' if value <= bar else 'ABOVE'} {name:<42}{value:>10.2f} {unit:<5} bar ≤ {bar:g}")
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
