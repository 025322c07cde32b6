"""Forcing at an address of the web: OPeNDAP, the protocol in which model centres serve parts of their fields.

Source: DAP 2.0, ESE-RFC-004.1.2; the netCDF library speaks it when a path begins with `http`.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

_SCHEMES = ("http", "https", "dods")


@dataclass(frozen=True)
class Address:
    """An OPeNDAP address, with a name as a file has one."""

    text: str

    @property
    def name(self) -> str:
        """The last part of the address, without its query."""
        return self.text.partition("?")[0].rstrip("/").rpartition("/")[2]

    def __str__(self) -> str:
        return "https" + self.text[4:] if self.text.startswith("dods://") else self.text


def host_of(place: str) -> str:
    """Return the host that an address names, in small letters and without its port; empty where there is none.

    >>> host_of("https://Thredds.example:8443/dodsC/a.nc"), host_of("http://user@[::1]/a"), host_of("http:///a")
    ('thredds.example', '::1', '')
    """
    try:
        return urlsplit(place).hostname or ""
    except ValueError:
        return ""


def is_address(place: str) -> bool:
    """Tell whether a place of forcing is an address and no path.

    >>> is_address("https://thredds.example/dodsC/norkyst.nc"), is_address("norkyst.nc")
    (True, False)
    """
    return "://" in place and place.partition("://")[0].lower() in _SCHEMES
