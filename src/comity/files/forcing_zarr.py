"""Forcing in a Zarr folder, version 2 or 3, as xarray and the model centres write it.

Needs the extra `comity[zarr]`. Values come masked and scaled (NaN where there are none); times stay numbers with their
units, for `forcing_time` to read.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from comity.files.forcing_formats import Store, Stored, missing_extra
from comity.ground import InvalidInput


@contextmanager
def zarr_store(path: Path) -> Iterator[Store]:
    """Open a Zarr folder."""
    try:
        import zarr  # noqa: F401
    except ImportError:
        raise missing_extra(path.name, "zarr", "zarr") from None
    import xarray

    try:
        with xarray.open_dataset(
            path, engine="zarr", decode_times=False, decode_coords=False, chunks=None, consolidated=False
        ) as data:
            yield Store(
                {str(name): _stored(str(name), each) for name, each in data.variables.items()}, dict(data.attrs)
            )
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise InvalidInput(
            "files.unreadable_zarr",
            "{file} cannot be read as Zarr.",
            why="it is incomplete or of another format; the library says: {reason}",
            remedy="copy the whole folder again",
            file=path.name,
            reason=f"{type(error).__name__}: {error}",
        ) from None


def _stored(name: str, variable: Any) -> Stored:
    def read(index: Any) -> Any:
        return variable[index].values

    return Stored(name, tuple(str(dim) for dim in variable.dims), variable.shape, variable.attrs, read)
