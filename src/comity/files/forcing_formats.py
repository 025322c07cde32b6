"""Forcing as it is stored: netCDF files, OPeNDAP addresses, Zarr folders, GRIB files; all are asked in the same way.

What `opened` yields has `variables` (with `dimensions`, attributes and values by index, masked or NaN where there is
none), `dimensions` and global attributes, as netCDF4 has them.
"""

import glob
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import netCDF4
import numpy as np

from comity.files.forcing_addresses import Address, is_address
from comity.ground import InvalidInput

Location = Path | Address
GRIB_SUFFIXES = (".grib", ".grib2", ".grb", ".grb2")
ZARR_SUFFIX = ".zarr"


@dataclass(frozen=True)
class Stored:
    """A variable of a format other than netCDF, in the manner of netCDF4: `read` returns the values at an index."""

    name: str
    dimensions: tuple[str, ...]
    shape: tuple[int, ...]
    attributes: Mapping[str, Any]
    read: Callable[[Any], Any]

    @property
    def ndim(self) -> int:
        """How many dimensions it has."""
        return len(self.dimensions)

    def ncattrs(self) -> list[str]:
        """Return the names of its attributes."""
        return list(self.attributes)

    def getncattr(self, name: str) -> Any:
        """Return an attribute."""
        return self.attributes[name]

    def __getitem__(self, index: Any) -> Any:
        return self.read(index)


@dataclass(frozen=True)
class Length:
    """A dimension."""

    size: int


@dataclass(frozen=True)
class Store:
    """A file of a format other than netCDF, in the manner of netCDF4."""

    variables: Mapping[str, Stored]
    attributes: Mapping[str, Any] = field(default_factory=dict)

    @property
    def dimensions(self) -> dict[str, Length]:
        """Its dimensions by name."""
        return {
            dim: Length(size)
            for each in self.variables.values()
            for dim, size in zip(each.dimensions, each.shape, strict=True)
        }

    def ncattrs(self) -> list[str]:
        """Return the names of its global attributes."""
        return list(self.attributes)

    def getncattr(self, name: str) -> Any:
        """Return a global attribute."""
        return self.attributes[name]


def locations_of(patterns: Sequence[str | Path]) -> list[Location]:
    """Return the files, folders and addresses that paths and globs name, each once; what names nothing is an error."""
    found: dict[Location, None] = {}
    for pattern in patterns:
        if is_address(str(pattern)):
            found[Address(str(pattern))] = None
            continue
        names = sorted(glob.glob(str(pattern), recursive=True)) or ([str(pattern)] if Path(pattern).exists() else [])
        if not names:
            raise InvalidInput(
                "files.no_such_file",
                "There is no file {pattern}.",
                why="nothing on this disk has that name or matches it",
                remedy="check the path; in a case file it is relative to the folder of that file",
                pattern=str(pattern),
            )
        found.update(dict.fromkeys(Path(name) for name in names))
    return list(found)


@contextmanager
def opened(place: Location) -> Iterator[Any]:
    """Open a store of forcing for reading; whatever its library says about a broken one becomes an error of ours."""
    if isinstance(place, Path) and (place.is_dir() or place.suffix == ZARR_SUFFIX):
        from comity.files.forcing_zarr import zarr_store

        with zarr_store(place) as store:
            yield store
    elif isinstance(place, Path) and (place.suffix.lower() in GRIB_SUFFIXES or _begins(place, b"GRIB")):
        from comity.files.forcing_grib import grib_store

        yield grib_store(place)
    elif isinstance(place, Address):
        with _opened_address(place) as dataset:
            yield dataset
    else:
        with _opened_netcdf(place) as dataset:
            yield dataset


def _begins(path: Path, mark: bytes) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(mark)) == mark
    except OSError:
        return False


@contextmanager
def _opened_netcdf(path: Path) -> Iterator[netCDF4.Dataset]:
    try:
        with netCDF4.Dataset(path) as dataset:
            if dataset.data_model in ("NETCDF3_CLASSIC", "NETCDF3_64BIT_OFFSET"):
                _check_length(path)
            elif dataset.data_model == "NETCDF3_64BIT_DATA":
                _check_least_length(path, dataset)
            yield dataset
    except (OSError, RuntimeError, IndexError) as error:
        raise InvalidInput(
            "files.unreadable_netcdf",
            "{file} cannot be read as netCDF.",
            why="it is damaged, cut short or of another format; the library says: {reason}",
            remedy="fetch the file again and compare its size with the sender's",
            file=path.name,
            reason=str(error),
        ) from None


@contextmanager
def _opened_address(address: Address) -> Iterator[netCDF4.Dataset]:
    try:
        with netCDF4.Dataset(str(address)) as dataset:
            yield dataset
    except (OSError, RuntimeError, IndexError) as error:
        raise InvalidInput(
            "files.opendap_silent",
            "The server of {name} does not answer as OPeNDAP.",
            why="this machine may be offline, the address wrong or the server down; the library says: {reason}",
            remedy="open it with .html at its end in a browser, or bring the fields here first: comity rescue fetch",
            name=address.name,
            reason=str(error).partition("http")[0].strip(" :'\"") or "—",
        ) from None


def _check_length(path: Path) -> None:
    """Raise `OSError` for a classic file cut short, which the netCDF library reads as zeros without a word."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # scipy lets go of a broken file's map only with its values
        reason = _broken(path)
    if reason:
        raise OSError(f"truncated: {reason}")


def _broken(path: Path) -> str:
    """Return why a classic file cannot be mapped, else an empty text; no value is read."""
    from scipy.io import netcdf_file  # a fifth of a second to load, which no node pays that only starts

    try:
        netcdf_file(path, mmap=True).close()
    except (ValueError, TypeError, IndexError) as error:
        return str(error) or type(error).__name__
    return ""


def _check_least_length(path: Path, dataset: netCDF4.Dataset) -> None:
    """Raise `OSError` for a CDF-5 file, which scipy cannot map, that is shorter than its values."""
    least = sum(each.size * each.dtype.itemsize for each in dataset.variables.values())
    if path.stat().st_size < least:
        raise OSError(f"truncated: {path.stat().st_size} < {least}")


def missing_extra(file: str, extra: str, library: str) -> InvalidInput:
    """Return the error for a format whose library is not installed."""
    return InvalidInput(
        "files.missing_extra",
        "{file} needs a part of Comity that is not installed.",
        why="its format is read by the library {library}, which comes with the extra {extra}",
        remedy='run pip install "comity[{extra}]", or convert the file to netCDF',
        file=file,
        library=library,
        extra=extra,
    )


def attribute(holder: Any, name: str) -> str:
    """Return an attribute of a variable or a store as text, empty where it has none."""
    return str(holder.getncattr(name)).strip() if name in holder.ncattrs() else ""


def values_of(variable: Any, index: Any = ...) -> np.typing.NDArray[np.float64]:
    """Return values in double precision, NaN where there are none."""
    return np.asarray(np.ma.filled(np.ma.asarray(variable[index], dtype=np.float64), np.nan), dtype=np.float64)
