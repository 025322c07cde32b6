"""Bytes and XML from outside, inside limits: nothing is fetched, nothing is expanded, nothing is read without end.

Units: bytes; levels of nesting.
Sources: XML 1.0 (fifth edition), 2.8 and 4.4 (document types and entities); libxml2's own limits stay in force.
"""

from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from comity.ground import InvalidInput

MAX_BYTES = 64 * 2**20
"""The longest file that is read: the largest IATI files of governments are shorter, and a tree takes ten times it."""
MAX_LEVELS = 32
"""Levels of elements: an IATI activity has seven."""


def bounded_bytes(path: Path, *, limit: int = MAX_BYTES) -> bytes:
    """Read a file that is not longer than `limit` bytes, or raise `InvalidInput`."""
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise InvalidInput(
            "files.standard_unreadable",
            "The file {file} cannot be read.",
            why="the system answers: {reason}",
            remedy="check its name and your rights",
            file=path.name,
            reason=error.strerror or type(error).__name__,
        ) from None
    return checked_size(data, limit=limit)


def checked_size(data: bytes, *, limit: int = MAX_BYTES) -> bytes:
    """Return bytes that are not more than `limit`, or raise `InvalidInput`."""
    if len(data) > limit:
        raise InvalidInput(
            "files.standard_too_large",
            "The file is longer than {limit} bytes.",
            why="a file of any length could fill the machine before it is understood",
            remedy="ask its author for several shorter files",
            limit=limit,
        )
    return data


def parsed_xml(data: bytes) -> etree._Element:
    """Return the root of an XML document without a document type, or raise `InvalidInput`.

    A document type is refused as such: it is where entities are declared, those that expand and those that fetch.
    """
    checked_size(data)
    level = 0
    root: etree._Element | None = None
    try:
        for event, node in _events(data):
            level += 1 if event == "start" else -1
            if root is None:
                root = node
                if node.getroottree().docinfo.doctype:
                    raise _document_type()
            if level > MAX_LEVELS:
                raise _too_deep()
    except etree.XMLSyntaxError as error:
        raise InvalidInput(
            "files.xml_unreadable",
            "The file is not XML that can be read: line {line}, column {column}.",
            why="reading it stops with: {reason}",
            remedy="ask its author for a file that a validator accepts",
            line=error.lineno or 0,
            column=error.offset or 0,
            reason=error.msg or type(error).__name__,
        ) from None
    assert root is not None, "a document that is read has a root"
    return root


def _events(data: bytes) -> Any:
    """Read elements one by one: no DTD is loaded, no entity replaced, no address opened, no text above 10 MB."""
    return etree.iterparse(
        BytesIO(data),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _document_type() -> InvalidInput:
    return InvalidInput(
        "files.xml_document_type",
        "The file declares a document type (DOCTYPE).",
        why="no standard that is read here has one, and its entities could expand without end or fetch other files",
        remedy="remove the declaration, or ask the author for a file without it",
    )


def _too_deep() -> InvalidInput:
    return InvalidInput(
        "files.xml_too_deep",
        "The file nests its elements deeper than {levels} levels.",
        why="no file of the standard does",
        remedy="ask its author for a file that a validator accepts",
        levels=MAX_LEVELS,
    )
