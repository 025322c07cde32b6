"""What may never stand in a tracked file: registry hosts, paths of one machine, marks of foreign licences."""

import re

from tests.house.sources import ROOT, named, tracked_files

REGISTRIES = [
    "pypi." + "org",
    "python" + "hosted",
    "registry.npm" + "js",
    "deb.deb" + "ian",
    "archive.ubun" + "tu",
    "files.py" + "thon",
]
MACHINE_PATHS = re.compile(
    "|".join(
        ["/wo" + r"rk\b", "/fa" + r"rm\b", "/ro" + r"ot\b", r"/ho" + r"me/[a-z]", "/tm" + r"p/(?!pytest|comity)[a-z]"]
    )
)
COPYLEFT = re.compile("import (opendrift|traj" + r"an|pymupdf|fitz)\b")
LARGEST_BYTES = 1_000_000


def texts():
    for path in tracked_files():
        if path == ROOT / "LICENSE":
            continue
        data = path.read_bytes()
        if b"\0" not in data:
            yield named(path), data.decode("utf-8")


def test_no_tracked_file_names_a_package_registry():
    for name, text in texts():
        for host in REGISTRIES:
            assert host not in text, f"{name} names {host}"


def test_no_tracked_file_holds_a_path_of_one_machine():
    for name, text in texts():
        found = MACHINE_PATHS.search(text)
        assert not found, f"{name} holds {found and found.group()}"


def test_no_source_of_ours_imports_a_copyleft_package():
    for name, text in texts():
        if name.startswith("src/"):
            assert not COPYLEFT.search(text), f"{name} imports a copyleft package"


def test_no_tracked_file_is_large():
    for path in tracked_files():
        assert path.stat().st_size <= LARGEST_BYTES, f"{named(path)} has {path.stat().st_size} bytes"
