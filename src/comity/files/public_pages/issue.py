"""One issue of the public pages: every file by its path, with their checksums; and how it replaces the one before."""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from comity.agreement import Agreement
from comity.cooperation import Book
from comity.files.folders import write_folder
from comity.files.public_pages.feeds import calendar_of, news_of
from comity.files.public_pages.pages import sheets_of, site_of
from comity.files.public_pages.public_records import Publication, publication_of
from comity.files.public_pages.tongue import LANGUAGES, Tongue, tongues

CHECKSUMS = "checksums.txt"
"""The file that names every other file with its SHA-256, in the form that `sha256sum --check` reads."""

_HERE = Path(__file__).parent
_CARRIED = {
    "style.css": "style.css",
    "mark.svg": "mark.svg",
    **{f"fonts/{name}": f"fonts/{name}" for name in (
        "licence.txt",
        "noto-sans-400.woff2",
        "noto-sans-600.woff2",
        "noto-sans-arabic-400.woff2",
        "noto-sans-arabic-600.woff2",
    )},
}  # fmt: skip
"""What is carried beside the pages, by its path there and here."""


def public_pages(book: Book, agreement: Agreement, *, now_ms: int) -> dict[str, bytes]:
    """Return the public pages of a record, by path; only the day of `now_ms` (UTC) matters.

    Parameters
    ----------
    book
        The record as both see it. What a page says comes from `published` alone.
    agreement
        The version in force: its title, parties, fields of cooperation and articles are public.
    """
    return pages_of(publication_of(book, agreement, now_ms=now_ms))


def pages_of(publication: Publication) -> dict[str, bytes]:
    """Return the pages of what is public on a day: the same publication gives the same bytes."""
    found = {path: (_HERE / source).read_bytes() for path, source in _CARRIED.items()}
    found["index.html"] = _doors(publication)
    for tongue in tongues(publication.agreement):
        found |= _in_language(publication, tongue)
    return {**found, CHECKSUMS: _checksums(found)}


def write_public_pages(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Replace a folder by these pages, all or nothing; return whether anything had changed.

    The folder is new, empty, or holds pages that were written before; anything else stays, and `InvalidInput` says so.
    """
    former = _paths(_read(folder / CHECKSUMS) or b"")
    if former == set(files) and all(_read(folder / path) == held for path, held in files.items()):
        return False
    write_folder(folder, files, former=former)
    return True


def _in_language(publication: Publication, tongue: Tongue) -> dict[str, bytes]:
    site = site_of(publication, tongue)
    found = {}
    for sheet in sheets_of(publication, tongue):
        template = _environment().get_template(sheet.template)
        page = template.render(
            t=tongue, site=site, file=sheet.file, heading=sheet.heading, section=sheet.section, **sheet.context
        )
        found[f"{tongue.language}/{sheet.file}"] = page.encode()
    found[f"{tongue.language}/news.atom"] = news_of(publication, tongue)
    found[f"{tongue.language}/calendar.ics"] = calendar_of(publication, tongue)
    return found


def _doors(publication: Publication) -> bytes:
    """Return the first page of all, which leads into each language and prefers none."""
    agreement = publication.agreement
    doors = [
        {
            "tongue": each,
            "parties": [each.said(party.name) for party in agreement.parties],
            "own_name": each.language_name(each.language),
        }
        for each in tongues(agreement)
    ]
    site = {"agreement": agreement, "example": agreement.example}
    return _environment().get_template("root.html").render(doors=doors, site=site).encode()


def _checksums(files: Mapping[str, bytes]) -> bytes:
    lines = (f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))
    return "".join(lines).encode()


def _paths(checksums: bytes) -> set[str]:
    """Return the paths of an earlier issue by its list of checksums; none where the list is not one of ours."""
    found = {CHECKSUMS, *(line.partition("  ")[2] for line in checksums.decode("utf-8", "replace").splitlines())}
    return found if found >= {*_CARRIED, *(f"{each}/index.html" for each in LANGUAGES)} else set()


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
