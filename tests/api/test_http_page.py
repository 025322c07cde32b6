"""Every route of the house API has its line on the page, and the page names no other."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from fastapi.routing import APIRoute

from comity.api.house import described as application
from comity.api.routes import couriers, keys

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "http-api.md").read_text("utf-8")


def described() -> set[tuple[str, str]]:
    node = SimpleNamespace(settings=SimpleNamespace(language="en", map_tiles=""), party="DZ")
    document = application(cast(Any, node), writing=True).openapi()
    names = {"{agreement_id}": "<a>", "{case_id}": "<id>", "{name}": "<name>", "{log}": "<log>", "{position}": "<n>"}
    said = ("draft", "form", "kind", "number", "part", "mmsi", "path", "record", "section", "standard", "year")
    names |= {f"{{{each}}}": f"<{each}>" for each in said}
    routes = {(method.upper(), path) for path, about in document["paths"].items() for method in about}
    for each in [*keys.router.routes, *couriers.router.routes]:  # of whoever owns the folder, so in no document
        assert isinstance(each, APIRoute)
        routes |= {(method, each.path) for method in each.methods or ()}
    return {(method, _as_on_the_page(path, names)) for method, path in routes}


def _as_on_the_page(path: str, names: dict[str, str]) -> str:
    for old, new in names.items():
        path = path.replace(old, new)
    return path


def on_the_page() -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for row in re.findall(r"^\| (`(?:GET|POST|PUT|DELETE) [^|]*)\|", PAGE, re.M):
        before = ""
        for method, path in re.findall(r"(?:(GET|POST|PUT|DELETE) )?([/…][^`,]*)`", row):
            method = method or "GET"
            if path.startswith("…"):
                path = before + path.removeprefix("…").removeprefix("/series").removeprefix("/drift")
            before = path
            found.add((method, path))
    return found


def test_each_route_has_its_line_and_no_line_is_without_a_route() -> None:
    said = on_the_page() - {("GET", "/healthz"), ("GET", "/readyz"), ("GET", "/metrics")}
    assert said == described()
