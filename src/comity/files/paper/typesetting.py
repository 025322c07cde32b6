"""Typst at work: a template of ours and the data that it sets, in; a PDF, out. No network, no fonts of the machine."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import orjson
import typst

from comity.files.paper.letters import font_folders

_TEMPLATES = Path(__file__).parent

Standard = Literal["a-2b", "ua-1"]
ARCHIVAL: tuple[Standard, ...] = ("a-2b", "ua-1")
"""PDF/A-2b (kept for decades) and PDF/UA-1 (read aloud): Typst refuses to write a file that breaks either."""


def typeset(template: str, data: Mapping[str, Any], standards: tuple[Standard, ...] = ()) -> bytes:
    """Return a template of this folder as PDF; it finds `data` as JSON under `sys.inputs.data`."""
    pdf: bytes = typst.compile(
        str(_TEMPLATES / template),
        root=str(_TEMPLATES),
        format="pdf",
        font_paths=list(font_folders()),
        ignore_system_fonts=True,
        sys_inputs={"data": orjson.dumps(dict(data)).decode()},
        timestamp=0,
        pdf_standards=list(standards),
    )
    return pdf


def marked_places(template: str, data: Mapping[str, Any], label: str) -> list[dict[str, Any]]:
    """Return what a template says (`#metadata`) under a label, such as the places of signatures."""
    found = typst.query(
        str(_TEMPLATES / template),
        label,
        field="value",
        root=str(_TEMPLATES),
        font_paths=list(font_folders()),
        ignore_system_fonts=True,
        sys_inputs={"data": orjson.dumps(dict(data)).decode()},
    )
    return list(orjson.loads(found))
