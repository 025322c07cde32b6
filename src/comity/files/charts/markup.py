"""XML that leaves: elements in order, names of other people as text and never as markup, the same bytes every time.

Source: XML 1.0 (fifth edition), 2.2 (the characters that a document may hold).
"""

import unicodedata
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from lxml import etree

_HIDDEN = ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")
"""Unicode categories of characters that no document may hold, or that hide or turn what stands beside them."""

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The first instant that a ZIP file can hold; a true one would make every file another."""

_FILE = 0o644 << 16


def visible(text: str) -> str:
    """Return a text with what hides, turns or cannot stand in XML shown by its number.

    >>> visible("boat\\u202e<\\x00>")
    'boat\\\\u202e<\\\\u0000>'
    """
    return "".join(
        f"\\u{ord(each):04x}" if unicodedata.category(each) in _HIDDEN or each in "\ufffe\uffff" else each
        for each in text
    )


def root(name: str, namespace: str | None = None, /, **attributes: str) -> Any:
    """Return a document's first element, its namespace being the default one."""
    spelled = name if namespace is None else f"{{{namespace}}}{name}"
    return etree.Element(spelled, _shown(attributes), nsmap=None if namespace is None else {None: namespace})


def add(parent: Any, name: str, text: str | None = None, /, **attributes: str) -> Any:
    """Append an element in its parent's namespace and return it."""
    namespace = etree.QName(parent).namespace
    child = etree.SubElement(parent, name if namespace is None else f"{{{namespace}}}{name}", _shown(attributes))
    if text is not None:
        child.text = visible(text)
    return child


def _shown(attributes: Mapping[str, str]) -> dict[str, str]:
    return {name: visible(value) for name, value in attributes.items()}


def xml_bytes(element: Any) -> bytes:
    """Return a document as UTF-8 with its declaration."""
    data: bytes = etree.tostring(element, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return data


def zip_bytes(contents: Mapping[str, bytes]) -> bytes:
    """Return files as one ZIP file, in their order and without the hour at which it was made."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, _FILE
            archive.writestr(entry, data)
    return held.getvalue()
