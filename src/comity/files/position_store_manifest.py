"""The manifest of the store: which files are its content. Readers trust it alone; what it does not name is nothing.

One JSON file, replaced as a whole: `comity/positions-store/1`. Paths are relative to the folder of the store.
"""

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import orjson

from comity.files.position_store_disk import StoreDisk, damaged
from comity.ground import InvalidInput

SCHEMA = "comity/positions-store/1"
MANIFEST = "manifest.json"
KINDS = ("positions", "statics", "messages", "detections")


@dataclass(frozen=True)
class DayFile:
    """A sealed file: rows of one kind and one day (UTC), and the instants of its first and last row."""

    path: str
    kind: str
    day: str
    rows: int
    size: int
    first_ms: int
    last_ms: int


@dataclass(frozen=True)
class Retired:
    """A file that another took the place of; readers that began before may still read it for a while."""

    path: str
    since_ms: int


@dataclass(frozen=True)
class Manifest:
    """The content of a store at one moment.

    `first_segment` is the first segment of the log that is not sealed; `next_file` numbers files; days before
    `kept_from` (`YYYY-MM-DD`, empty: none) were removed by the rule of retention, `removed_rows` rows in all.
    """

    generation: int = 0
    first_segment: int = 1
    next_file: int = 1
    files: tuple[DayFile, ...] = ()
    retired: tuple[Retired, ...] = ()
    kept_from: str = ""
    removed_rows: int = 0

    def of(self, kind: str, day: str | None = None) -> list[DayFile]:
        """Return the files of a kind, perhaps of one day, in order."""
        return [each for each in self.files if each.kind == kind and day in (None, each.day)]

    def keeping_from(self, day: str) -> "Manifest":
        """Return this manifest with the first day that the store holds."""
        return replace(self, kept_from=day)

    def changed(self, *, without: set[str], plus: list[DayFile], **others: Any) -> "Manifest":
        """Return the next manifest: some files gone, some come."""
        files = sorted(
            [each for each in self.files if each.path not in without] + plus,
            key=lambda each: (each.kind, each.day, each.path),
        )
        return replace(self, generation=self.generation + 1, files=tuple(files), **others)


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a store.

    Raises
    ------
    InvalidInput
        `files.no_store` where the folder holds none.
    Untrusted
        `files.store_damaged` where it cannot be read.
    """
    path = folder / MANIFEST
    try:
        told = orjson.loads(path.read_bytes())
    except FileNotFoundError:
        raise InvalidInput(
            "files.no_store",
            "{folder} holds no store of positions.",
            why="there is no {name} in it",
            remedy="name the folder that comity maritime import wrote, or import into it first",
            folder=folder.name,
            name=MANIFEST,
        ) from None
    except ValueError as error:
        raise damaged(path, str(error)) from None
    if not isinstance(told, dict) or told.pop("schema", None) != SCHEMA:
        raise damaged(path, f"it is not written as {SCHEMA}")
    try:
        files = tuple(DayFile(**each) for each in told.pop("files"))
        retired = tuple(Retired(**each) for each in told.pop("retired"))
        return Manifest(files=files, retired=retired, **told)
    except (TypeError, KeyError) as error:
        raise damaged(path, str(error)) from None


def prepare_manifest(disk: StoreDisk, folder: Path, manifest: Manifest) -> Path:
    """Write a manifest beside the one that readers trust, and return where; `publish_manifest` makes it that one."""
    told = {"schema": SCHEMA, **asdict(manifest)}
    return disk.prepare(folder / MANIFEST, orjson.dumps(told, option=orjson.OPT_INDENT_2))


def publish_manifest(disk: StoreDisk, folder: Path, prepared: Path) -> None:
    """Make a prepared manifest the one that readers trust, for good."""
    disk.publish(prepared, folder / MANIFEST)
