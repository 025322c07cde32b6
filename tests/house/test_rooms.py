"""Rules of the rooms: who may import what, and that nothing below `files` touches the world (DESIGN.md §4)."""

import ast
import sys

import pytest

from tests.house.sources import imports, modules, named, room_of

ALLOWED = {
    "ground": {"numpy", "pyproj", "orjson"},
    "agreement": {"jsonschema"},
    "ledger": {"cryptography", "orjson"},
    "exchange": {"numpy", "pyarrow", "shapely"},
    "rescue": {"numpy", "numba", "scipy", "shapely"},
    "maritime": {"numpy", "numba", "pyarrow", "shapely"},
    "conflict": {"numpy", "scipy", "pyarrow", "shapely"},
    "cooperation": {"babel"},
}
"""Third-party packages that each pure room may import."""

WORLD = {
    "asyncio", "ctypes", "ftplib", "glob", "http", "io", "logging", "mmap", "multiprocessing", "os", "pathlib",
    "pickle", "random", "secrets", "select", "shelve", "shutil", "signal", "smtplib", "socket", "sqlite3", "ssl",
    "subprocess", "sys", "tempfile", "threading", "time", "urllib", "uuid", "importlib", "concurrent",
}  # fmt: skip
"""Standard modules through which a pure room would reach disk, network, clock, chance or processes."""

WORLDLY_CALLS = {"open", "print", "input", "exec", "eval", "now", "utcnow", "today", "default_rng", "urandom"}

PURE = sorted((path, room_of(path)) for path in modules() if room_of(path) in ALLOWED)


@pytest.mark.parametrize(
    ("path", "room"), PURE, ids=lambda value: named(value) if not isinstance(value, str) else value
)
def test_a_pure_room_imports_only_what_the_design_allows(path, room):
    for module, line in imports(modules()[path]):
        top = module.split(".")[0]
        if top == "comity" or (top in sys.stdlib_module_names and top not in WORLD):
            continue
        assert top in ALLOWED[room], f"{named(path)}:{line} imports {module}"


@pytest.mark.parametrize(
    ("path", "room"), PURE, ids=lambda value: named(value) if not isinstance(value, str) else value
)
def test_a_pure_room_reads_no_clock_no_disk_and_no_chance(path, room):
    for node in ast.walk(modules()[path]):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            assert called not in WORLDLY_CALLS, f"{named(path)}:{node.lineno} calls {called}"
        if isinstance(node, ast.Global):
            raise AssertionError(f"{named(path)}:{node.lineno} keeps global state")


def test_a_room_is_entered_by_its_door():
    for path, tree in modules().items():
        for module, line in imports(tree):
            parts = module.split(".")
            if parts[0] == "comity" and len(parts) > 2 and parts[1] in ALLOWED:
                assert parts[1] == room_of(path), f"{named(path)}:{line} enters {parts[1]} by {module}, not by its door"


def test_services_do_not_call_one_another():
    for path, tree in modules().items():
        if path.parent.name == "services" and path.stem != "__init__":
            for module, line in imports(tree):
                assert not module.startswith("comity.node.services"), f"{named(path)}:{line} calls another service"


def test_no_import_is_relative():
    for path, tree in modules().items():
        for module, line in imports(tree):
            assert not module.startswith("."), f"{named(path)}:{line} imports {module}"
