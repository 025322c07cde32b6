"""The browser's side of `benchmarks/console.py`: frames, deltas, the first map and its bytes, the heap of a long watch.

The system's Chromium draws in software (no GPU is asked for), 1280 × 720. Times are milliseconds.
"""

import gzip
import mimetypes
import os
import re
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from comity.cli.demo.stage import Actor, one_time_link
from comity.console import built_pages

ROOT = Path(__file__).resolve().parents[1]
BUILT = ROOT / "build" / "bench"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
VIEWPORT = {"width": 1280, "height": 720}
OFFICE = "EXAMPLE: benchmark"
FIRST_MAP_LIMIT_MS = 30_000

WATCH_IDLE = """
new MutationObserver(() => {
  if (document.querySelector('.map[data-idle=true]')) window.idle_ms ??= performance.now();
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-idle'] });
"""
"""The map says itself when all that the view shows has been drawn; a live picture is never still."""


@contextmanager
def browser() -> Iterator[Browser]:
    """Start the system's Chromium; say so where there is none."""
    found = next((path for path in map(shutil.which, BROWSERS) if path), None)
    if found is None:
        raise SystemExit("console benchmark: no Chromium on this machine")
    arguments = ["--enable-unsafe-swiftshader", "--use-angle=swiftshader", "--force-color-profile=srgb"]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=arguments)
        yield launched
        launched.close()


def signed_in(launched: Browser, actor: Actor) -> Any:
    """Sign in once; the state opens fresh contexts of the same office."""
    context = launched.new_context(viewport=VIEWPORT, service_workers="block")
    page = context.new_page()
    page.goto(one_time_link(actor, OFFICE))
    page.wait_for_url("**/#/**")
    page.get_by_role("button", name="Sign out").wait_for()  # the door has a heading too, and no session yet
    state = context.storage_state()
    context.close()
    return state


@contextmanager
def bench_page(launched: Browser, actor: Actor, state: Any) -> Iterator[Page]:
    """Open the bench page under the node's own origin, so that its basemap and its live socket are the node's."""
    context = launched.new_context(viewport=VIEWPORT, storage_state=state, service_workers="block")
    context.grant_permissions(["local-network-access"])  # a page that the driver answers for comes from no address
    context.route("**/bench/**", _built)
    page = context.new_page()
    try:
        page.goto(f"{actor.house}/bench/index.html")
        page.wait_for_function("() => window.bench !== undefined")
        yield page
    finally:
        context.close()


def _built(route: Route) -> None:
    path = BUILT / urlsplit(route.request.url).path.removeprefix("/bench/")
    kind = "text/javascript" if path.suffix in (".js", ".mjs") else mimetypes.guess_type(path.name)[0]
    route.fulfill(body=path.read_bytes(), content_type=kind or "application/octet-stream")


def frame_rows(
    launched: Browser, actor: Actor, state: Any, rows: list[tuple[str, int]], rounds: int, frames: int
) -> tuple[str, dict[tuple[str, int], dict[str, list[float]]]]:
    """Return the renderer, and each row's median frame and first picture, one of each a round.

    A round takes the rows in order or, every second time, backwards: a machine that slows down does so for all.
    """
    found: dict[tuple[str, int], dict[str, list[float]]] = {row: {"frame_ms": [], "shown_ms": []} for row in rows}
    renderer = ""
    for number in range(rounds):
        for way, count in rows if number % 2 == 0 else rows[::-1]:
            with bench_page(launched, actor, state) as page:
                renderer = page.evaluate("bench.begin()")
                answer = page.evaluate("([way, count, times]) => bench.frames(way, count, times)", [way, count, frames])
            found[way, count]["frame_ms"].append(median(answer["frames_ms"]))
            found[way, count]["shown_ms"].append(answer["shown_ms"])
    return renderer, found


def delta_row(
    launched: Browser, actor: Actor, state: Any, way: str, count: int, moved: int, times: int
) -> dict[str, list[float]]:
    """Return what `moved` updates cost the main thread, and until they are on screen."""
    with bench_page(launched, actor, state) as page:
        page.evaluate("bench.begin()")
        asked = [way, count, moved, times]
        answer: dict[str, list[float]] = page.evaluate(
            "([way, count, moved, times]) => bench.delta(way, count, moved, times)", asked
        )
        return answer


def followed(launched: Browser, actor: Actor, state: Any, view: Mapping[str, Any], for_ms: int) -> list[dict[str, Any]]:
    """Follow the live picture on a map; see console/bench/follow.ts for a frame's fields."""
    with bench_page(launched, actor, state) as page:
        page.evaluate("bench.begin()")
        frames: list[dict[str, Any]] = page.evaluate("([view, for_ms]) => bench.follow(view, for_ms)", [view, for_ms])
        return frames


def heap_mb(launched: Browser, actor: Actor, state: Any, minutes: int, count: int, moved: int) -> list[float]:
    """Return the heap in use after each minute of a watch, garbage collected first."""
    found = []
    with bench_page(launched, actor, state) as page:
        page.evaluate("bench.begin()")
        session = page.context.new_cdp_session(page)
        for _ in range(minutes + 1):
            asked = [count, moved, 60_000]
            page.evaluate("([count, moved, for_ms]) => bench.watch(count, moved, for_ms)", asked)
            session.send("HeapProfiler.collectGarbage")
            found.append(session.send("Runtime.getHeapUsage")["usedSize"] / 1e6)
    return found


def first_maps(launched: Browser, actor: Actor, state: Any, address: str, times: int) -> list[dict[str, Any]]:
    """Open the console at a page with a map, each time in a fresh context without a cache."""
    return [_first_map(launched, actor, state, address) for _ in range(times)]


def _first_map(launched: Browser, actor: Actor, state: Any, address: str) -> dict[str, Any]:
    context = launched.new_context(viewport=VIEWPORT, storage_state=state, service_workers="block")
    context.add_init_script(WATCH_IDLE)
    page = context.new_page()
    try:
        asked: list[Any] = []

        finished: list[Any] = []
        page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 (the driver marks what it is given)
        page.on("requestfinished", lambda request: finished.append(request))  # noqa: PLW0108
        page.goto(f"{actor.house}/#/{address}", wait_until="commit")
        page.locator(".map[data-ready=true]").wait_for(timeout=FIRST_MAP_LIMIT_MS)
        page.wait_for_function("() => window.idle_ms > 0", timeout=FIRST_MAP_LIMIT_MS)
        painted = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN"
        asked = [each for each in asked if each.url.startswith("http")]
        sizes = {each: each.sizes() for each in finished if each.url.startswith("http")}  # /events never ends
        own = urlsplit(actor.house).netloc
        # The driver does not see what a worker asks for: its script is the file that the node sends.
        unseen = (
            0
            if any(_is_worker(each) and sizes[each]["responseBodySize"] > 10_000 for each in sizes)
            else worker_bytes()
        )
        return {
            "idle_ms": page.evaluate("window.idle_ms"),
            "fcp_ms": page.evaluate(painted),
            "bytes": unseen + sum(each["responseBodySize"] + each["responseHeadersSize"] for each in sizes.values()),
            "requests": len(sizes),
            "foreign": sorted({each.url for each in asked if urlsplit(each.url).netloc != own}),
        }
    finally:
        _close(context)


def _is_worker(request: Any) -> bool:
    return "worker" in request.url


def worker_bytes() -> int:
    """Return the size of the map's worker as the node sends it to a browser (brotli)."""
    pages = built_pages()
    assert pages is not None, "the node that was opened has pages"
    return sum(path.stat().st_size for path in (pages / "assets").glob("*worker*.mjs.br"))


def _close(context: BrowserContext) -> None:
    context.close()
    time.sleep(0.2)  # let the renderer's process go before the next one is timed


def script_bytes() -> dict[str, int]:
    """Return the gzipped sizes of the scripts that the first page needs: the application, the map's engine, its worker.

    The application is what the page itself names, less the engine in it (what MapLibre's own file weighs, compressed
    alike), and one language's words; `all` is every script, as the other pages come later.
    """
    pages = built_pages()
    if pages is None:
        raise SystemExit("console benchmark: no built pages (tools/build-pages)")
    named = set(re.findall(r'(?:src|href)="/assets/([^"]+\.js)"', (pages / "index.html").read_text("utf-8")))
    scripts = {path.name: _packed(path) for path in (pages / "assets").glob("*.js")}
    words = max(size for name, size in scripts.items() if re.match(r"(en|fr|ar)-", name))
    engine = _packed(ROOT / "console" / "node_modules" / "maplibre-gl" / "dist" / "maplibre-gl.mjs")
    return {
        "worker": sum(_packed(path) for path in (pages / "assets").glob("*worker*.mjs")),
        "engine": engine,
        "app": sum(scripts[name] for name in named) + words - engine,
        "all": sum(scripts.values()),
    }


def _packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))
