"""Typst at work: a template of ours and the data that it sets, in; a PDF, out. No network, no fonts of the machine.

The fonts are DejaVu's, which come with matplotlib: they have Latin and Arabic, so every machine sets the same page.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import matplotlib
import orjson
import typst

_TEMPLATES = Path(__file__).parent


def typeset(template: str, data: Mapping[str, Any]) -> bytes:
    """Return a template of this folder as PDF; it finds `data` as JSON under `sys.inputs.data`."""
    pdf: bytes = typst.compile(
        str(_TEMPLATES / template),
        root=str(_TEMPLATES),
        format="pdf",
        font_paths=[_fonts()],
        ignore_system_fonts=True,
        sys_inputs={"data": orjson.dumps(dict(data)).decode()},
        timestamp=0,
    )
    return pdf


@cache
def _fonts() -> str:
    return str(Path(matplotlib.get_data_path()) / "fonts" / "ttf")
