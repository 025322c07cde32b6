"""Forcing brought from a model centre: a request, its place in the cache, and the note that goes with the file.

A request has a hash; what was fetched for it lies under that hash in the user's cache, which is
`$XDG_CACHE_HOME/comity/forcing`, else `~/.cache/comity/forcing`, and is not fetched twice. Beside each file lies a note
of where it came from and under which licence, which the summary repeats. No name or password is read or kept.
Units: degrees, milliseconds since 1970.
"""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from comity.files.boxes import Box
from comity.files.forcing_files import NOTE, headers_of
from comity.ground import InvalidInput, instant_text
from comity.rescue import Quantity

Progress = Callable[[float], None]
_KEPT_DIGITS = 24


@dataclass(frozen=True)
class Wanted:
    """What a fetch is for: a box and a period, known to be wanted at `now_ms`."""

    box: Box
    period_ms: tuple[int, int]
    now_ms: int


@dataclass(frozen=True)
class Request:
    """One file of a provider: everything that decides its content, its licence, and how it is brought."""

    provider: str
    quantity: Quantity
    file_name: str
    decides: Mapping[str, Any]
    origin: str
    licence: str
    bring: Callable[[Path, Progress], None]

    @property
    def hash(self) -> str:
        """The name of the request in the cache."""
        text = orjson.dumps([self.provider, self.quantity, self.decides], option=orjson.OPT_SORT_KEYS)
        return hashlib.sha256(text).hexdigest()[:_KEPT_DIGITS]


def default_cache() -> Path:
    """Return where fetched files are kept for this user."""
    root = os.environ.get("XDG_CACHE_HOME")
    return (Path(root) if root else Path.home() / ".cache") / "comity" / "forcing"


def fetched(request: Request, folder: Path, *, now_ms: int, cache: Path, progress: Progress) -> tuple[Path, bool]:
    """Bring the file of a request into a folder, from the cache where it is there; all or nothing.

    Returns
    -------
    The file, and whether the cache had it.
    """
    kept = cache / request.hash / request.file_name
    was_kept = kept.is_file() and _note_of(kept).is_file()
    if not was_kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as scratch:
            file = Path(scratch) / request.file_name
            request.bring(file, progress)
            _check(file, request)
            _note_of(file).write_bytes(_note(request, file, now_ms))
            file.replace(kept)
            _note_of(file).replace(_note_of(kept))
    folder.mkdir(parents=True, exist_ok=True)
    for each in (kept, _note_of(kept)):
        shutil.copyfile(each, folder / each.name)
    return folder / kept.name, was_kept


def _check(file: Path, request: Request) -> None:
    """Raise `InvalidInput` unless a file is there and holds the quantity, as the drift will read it."""
    if not file.is_file():
        raise InvalidInput(
            "files.nothing_fetched",
            "{provider} sent no file.",
            why="its program or server ended well and left nothing for this place and time",
            remedy="check that the data set covers the box and the period, or choose another one",
            provider=request.provider,
        )
    headers_of([file], request.quantity)


def _note_of(file: Path) -> Path:
    return file.with_name(file.name + NOTE)


def _note(request: Request, file: Path, now_ms: int) -> bytes:
    note = {
        "schema": "comity/forcing-note/1",
        "provider": request.provider,
        "origin": request.origin,
        "licence": request.licence,
        "request": dict(request.decides),
        "fetched": instant_text(now_ms),
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
    }
    return orjson.dumps(note, option=orjson.OPT_INDENT_2) + b"\n"


def fetch_failed(provider: str, reason: str) -> InvalidInput:
    """Return the error for a provider that cannot be reached, or that refuses."""
    return InvalidInput(
        "files.fetch_failed",
        "{provider} could not be asked.",
        why="this machine may be offline, or the centre does not hold that time any more; the answer is: {reason}",
        remedy="check the line, then the period; fields that are here already can be named in the case",
        provider=provider,
        reason=reason,
    )
