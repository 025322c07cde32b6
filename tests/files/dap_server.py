"""A small OPeNDAP server for the tests: it serves the variables of a netCDF file by DAP 2.0, to this machine only.

Source: DAP 2.0 specification, ESE-RFC-004.1.2: responses `.dds`, `.das` and `.dods`, hyperslabs in square brackets.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import netCDF4
import numpy as np

from tests.files.local_server import Answer, serving

_TYPES = {"f4": ("Float32", ">f4"), "f8": ("Float64", ">f8"), "i4": ("Int32", ">i4")}


@contextmanager
def served(file: Path) -> Iterator[tuple[str, list[str]]]:
    """Serve a file; yield its address and the list of what was asked for, in plain signs."""
    asked: list[str] = []

    def answer(path: str, query: str, _range: str) -> Answer:
        asked.append(unquote(f"{path}?{query}"))
        kind = path.rpartition(".")[2]
        with netCDF4.Dataset(file) as data:
            data.set_auto_maskandscale(False)
            body = {"dds": _dds, "das": _das, "dods": _dods}.get(kind, _nothing)(data, unquote(query))
        return (200 if body else 404), body

    with serving(answer) as (address, _):
        yield f"{address}/dodsC/{file.name}", asked


def _nothing(_data: Any, _query: str) -> bytes:
    return b""


def _chosen(data: Any, query: str) -> list[tuple[Any, tuple[slice, ...]]]:
    names = [part for part in query.split(",") if part] or list(data.variables)
    found = []
    for part in names:
        variable = data.variables[part.partition("[")[0]]
        slabs = []
        for size, text in zip(variable.shape, re.findall(r"\[([^\]]*)\]", part) or ["*"] * variable.ndim, strict=True):
            if text == "*":
                slabs.append(slice(0, size, 1))
                continue
            numbers = [int(each) for each in text.split(":")]
            first, step, last = (numbers[0], 1, numbers[-1]) if len(numbers) < 3 else numbers
            slabs.append(slice(first, last + 1, step))
        found.append((variable, tuple(slabs)))
    return found


def _dds(data: Any, query: str) -> bytes:
    lines = ["Dataset {"]
    for variable, slabs in _chosen(data, query):
        shape = [len(range(*slab.indices(size))) for slab, size in zip(slabs, variable.shape, strict=True)]
        sizes = "".join(f"[{dim} = {size}]" for dim, size in zip(variable.dimensions, shape, strict=True))
        lines.append(f"    {_TYPES[variable.dtype.str[1:]][0]} {variable.name}{sizes};")
    return ("\n".join([*lines, "} forcing;"]) + "\n").encode()


def _das(data: Any, _query: str) -> bytes:
    lines = ["Attributes {"]
    for name, holder in [*data.variables.items(), ("NC_GLOBAL", data)]:
        lines.append(f"    {name} {{")
        for key in holder.ncattrs():
            value = holder.getncattr(key)
            kind = f'String {key} "{value}"' if isinstance(value, str) else f"Float64 {key} {float(value):.17g}"
            if key == "_FillValue":
                kind = f"{_TYPES[holder.dtype.str[1:]][0]} {key} {float(value):.17g}"
            lines.append(f"        {kind};")
        lines.append("    }")
    return ("\n".join([*lines, "}"]) + "\n").encode()


def _dods(data: Any, query: str) -> bytes:
    body = _dds(data, query) + b"\nData:\n"
    for variable, slabs in _chosen(data, query):
        values = np.asarray(variable[slabs]).astype(_TYPES[variable.dtype.str[1:]][1])
        length = np.array([values.size] * 2, dtype=">i4").tobytes() if variable.ndim else b""
        body += length + values.tobytes()
    return body
