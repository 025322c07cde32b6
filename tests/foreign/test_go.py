"""A foreign verifier agrees: Go's x/mod (sumdb/note, sumdb/tlog) accepts what we write and refuses what we refuse.

The verifier is Debian's `golang-golang-x-mod-dev` with a small adapter (`go/main.go`). As root it is installed; in the
pipeline (CI=true) its absence is a failure, elsewhere a skip that says so.
"""

import os
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest

from comity.files import folder_reader, publish_checkpoint, write_log_files
from comity.ground import ComityError
from comity.ledger import LogKeys, Signer, Verifier, fetch_head, read_keys, sign_note, verify_log
from tests.ledger.logs_in_memory import LOG, ORIGIN, log_of, numbered
from tests.shared_data import SHARED, needs_shared

ADAPTER = Path(__file__).with_name("go") / "main.go"
GOPATH = Path("/usr/share/gocode")
PACKAGES = ("golang-go", "golang-golang-x-mod-dev")
KEYS = LogKeys(ORIGIN, LOG.verifier)

Verify = Callable[[Path, Verifier], subprocess.CompletedProcess[str]]


def is_here() -> bool:
    return shutil.which("go") is not None and (GOPATH / "src/golang.org/x/mod/sumdb/tlog").is_dir()


def install() -> None:
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": False}
    subprocess.run(["apt-get", "update", "-qq"], **quiet)  # type: ignore[call-overload]
    noninteractive = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "install", "-y", "-qq", *PACKAGES], env=noninteractive, **quiet)  # type: ignore[call-overload]


@pytest.fixture(scope="module")
def verifier(tmp_path_factory) -> Path:
    if not is_here() and os.getuid() == 0 and shutil.which("apt-get"):
        install()
    if not is_here():
        missing = f"the foreign verifier needs {' and '.join(PACKAGES)} of Debian"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    folder: Path = tmp_path_factory.mktemp("go")
    cache = os.environ.get("GOCACHE", str(Path.home() / ".cache" / "go-build"))
    settings = os.environ | {"GO111MODULE": "off", "GOPATH": str(GOPATH), "GOFLAGS": "", "GOCACHE": cache}
    subprocess.run(["go", "build", "-o", str(folder / "verifier"), str(ADAPTER)], env=settings, check=True)
    return folder / "verifier"


@pytest.fixture
def foreign(verifier) -> Verify:
    def verify(folder: Path, key: Verifier) -> subprocess.CompletedProcess[str]:
        return subprocess.run([verifier, folder, key.vkey], capture_output=True, text=True, check=False, timeout=60)

    return verify


def written(folder: Path, entries: list[bytes], *steps: int) -> Path:
    """Write a log in one go, or in batches of these sizes first: unfinished files of earlier sizes stay behind."""
    log = log_of([])
    at = 0
    for step in (*steps, len(entries) - sum(steps)):
        log.write(entries[at : at + step])
        at += step
    write_log_files(folder, {path: data for path, data in log.files.items() if path != "checkpoint"})
    publish_checkpoint(folder, log.files["checkpoint"])
    return folder


@pytest.mark.parametrize("size", [1, 2, 255, 256, 257, 511, 512, 600, 65_536, 70_000])
def test_a_stranger_accepts_what_we_write(foreign, tmp_path, size):
    folder = written(tmp_path / "log", numbered(size))
    read = folder_reader(folder)
    root = verify_log(read, fetch_head(read, KEYS)).head.checkpoint.root_hash
    done = foreign(folder, LOG.verifier)
    assert (done.returncode, done.stdout) == (0, f"{size} {b64encode(root).decode()}\n"), done.stderr


def test_a_stranger_accepts_a_log_that_grew_in_batches_with_entries_of_every_length(foreign, tmp_path):
    entries = [bytes([length % 251]) * length for length in (0, 1, 255, 256, 65_535)] * 120
    assert foreign(written(tmp_path / "log", entries, 1, 254, 1, 1, 100), LOG.verifier).returncode == 0


@needs_shared
def test_a_stranger_accepts_the_shared_log(foreign):
    keys = read_keys({"log": "mesa.example/dz/releases+19259796+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"})
    assert foreign(SHARED / "ledger" / "log_good", keys.log).returncode == 0


def flip(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "its first bit turned": lambda data: flip(data, 0),
    "a bit in its middle turned": lambda data: flip(data, len(data) // 2),
    "its last byte missing": lambda data: data[:-1],
    "a byte more": lambda data: data + b"\0",
    "its first half twice": lambda data: data[: len(data) // 2] * 2,
    "nothing in it": lambda data: b"",
}


@pytest.mark.parametrize("how", DAMAGE)
def test_a_stranger_refuses_every_damaged_file_as_we_do(foreign, tmp_path, how):
    folder = written(tmp_path / "log", numbered(600))
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        genuine = path.read_bytes()
        path.write_bytes(DAMAGE[how](genuine))
        read = folder_reader(folder)
        with pytest.raises(ComityError):
            verify_log(read, fetch_head(read, KEYS))
        assert foreign(folder, LOG.verifier).returncode == 1, path.name
        path.write_bytes(genuine)
    assert foreign(folder, LOG.verifier).returncode == 0


def test_a_stranger_accepts_a_head_by_both_keys_under_either_and_under_the_new_one_alone_afterwards(foreign, tmp_path):
    new = Signer(ORIGIN, bytes([9]) * 32)
    folder = written(tmp_path / "log", numbered(600))
    text = fetch_head(folder_reader(folder), KEYS).checkpoint.text()
    publish_checkpoint(folder, sign_note(text, LOG, new))
    assert [foreign(folder, key).returncode for key in (LOG.verifier, new.verifier)] == [0, 0]
    publish_checkpoint(folder, sign_note(text, new))
    assert [foreign(folder, key).returncode for key in (LOG.verifier, new.verifier)] == [1, 0]


def test_a_stranger_refuses_another_key_and_a_file_that_is_gone(foreign, tmp_path):
    folder = written(tmp_path / "log", numbered(600))
    other = Verifier(ORIGIN, LOG.verifier.kind, bytes([7]) + LOG.verifier.public_key[1:])
    assert foreign(folder, other).returncode == 1
    (folder / "tile" / "0" / "001").unlink()
    assert foreign(folder, LOG.verifier).returncode == 1
