"""A folder of results appears whole or not at all, also when the disk really fails."""

import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from comity import cli
from comity.files import write_folder
from comity.files.folders import write_file
from comity.ground import InvalidInput

FULL_DISK = """
import resource, sys
from pathlib import Path
from comity.files import write_folder
from comity.ground import InvalidInput
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    write_folder(Path(sys.argv[1]), {"small.txt": b"new", "large.bin": bytes(1_000_000)})
except InvalidInput as error:
    print(error.code)
"""


def _write_with_a_failing_disk(folder: Path) -> str:
    return subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(folder)], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_what_is_written_is_there(tmp_path: Path) -> None:
    write_folder(tmp_path / "new" / "out", {"a.txt": b"1", "b.txt": b"2"})
    assert {path.name: path.read_bytes() for path in (tmp_path / "new" / "out").iterdir()} == {
        "a.txt": b"1",
        "b.txt": b"2",
    }
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["out"]


def test_a_disk_that_fails_leaves_no_half_result(tmp_path: Path) -> None:
    assert _write_with_a_failing_disk(tmp_path / "out") == "files.not_written"
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fails_keeps_the_former_result(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", {"small.txt": b"former", "large.bin": b""})
    assert _write_with_a_failing_disk(tmp_path / "out") == "files.not_written"
    assert (tmp_path / "out" / "small.txt").read_bytes() == b"former"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_result_replaces_the_former_one_whole(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", {"a.txt": b"1"})
    write_folder(tmp_path / "out", {"a.txt": b"2", "b.txt": b"2"})
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.txt", "b.txt"]
    assert (tmp_path / "out" / "a.txt").read_bytes() == b"2"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_holds_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "letters.txt").write_text("mine")
    with pytest.raises(InvalidInput, match=r"letters\.txt") as caught:
        write_folder(tmp_path / "out", {"a.txt": b"1"})
    assert caught.value.code == "files.folder_not_ours"
    assert (tmp_path / "out" / "letters.txt").read_text() == "mine"


def test_a_file_in_the_way_is_an_error_and_stays(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(InvalidInput) as caught:
        write_folder(tmp_path / "out", {"a.txt": b"1"})
    assert caught.value.code == "files.not_written"
    assert (tmp_path / "out").read_text() == "a file"


def test_whoever_reads_a_folder_while_it_is_replaced_finds_one_result_or_the_other(tmp_path):
    folder = tmp_path / "out"
    write_folder(folder, {"page": b"0"})
    ended = threading.Event()

    def replace() -> None:
        for number in range(1, 60):
            write_folder(folder, {"page": str(number).encode()})
        ended.set()

    writer = threading.Thread(target=replace)
    writer.start()
    seen, missing = set(), 0
    while not ended.is_set():
        if folder.is_dir():
            seen.add(folder.stat().st_ino)
        else:
            missing += 1
    writer.join()
    assert not missing
    assert len(seen) > 1, "the folder was replaced while it was read"
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


FULL_FILE = FULL_DISK.replace("import write_folder", "import write_folder; from comity.files.folders import write_file")
FULL_FILE = FULL_FILE.replace('write_folder(Path(sys.argv[1]), {"small.txt": b"new", "large.bin": bytes(1_000_000)})',
                              "write_file(Path(sys.argv[1]), bytes(1_000_000))")  # fmt: skip


def test_a_file_is_replaced_whole_and_a_failing_disk_leaves_the_former_one(tmp_path: Path) -> None:
    file = tmp_path / "seal.pdf"
    file.write_bytes(b"former")
    file.chmod(0o600)
    ran = subprocess.run([sys.executable, "-c", FULL_FILE, str(file)], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "files.not_written"
    assert file.read_bytes() == b"former"
    write_file(file, b"later")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"later", 0o600)
    assert list(tmp_path.iterdir()) == [file], "nothing unfinished is left"


def test_a_file_in_a_folder_that_is_not_there_is_said_and_a_pipe_is_written_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as found:
        write_file(tmp_path / "nowhere" / "seal.pdf", b"")
    assert found.value.code == "files.not_written"
    write_file(Path("/dev/null"), b"to nobody")
    assert Path("/dev/null").is_char_device()


def test_no_command_writes_a_file_in_place() -> None:
    commands = Path(cli.__file__).parent.glob("*.py")
    assert [each.name for each in commands if re.search(r"\.write_(bytes|text)\(", each.read_text("utf-8"))] == []
