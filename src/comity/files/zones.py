"""Time zones from the package `tzdata` and never from the machine: what a paper prints is the same wherever it prints.

Source: the IANA time zone database, in the version of the installed package (`files.paper.printed_with` says which).
"""

import re
from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

_NAME = re.compile(r"[A-Za-z0-9_+-]{1,32}(/[A-Za-z0-9_+-]{1,32}){0,2}")
"""Of a zone: no dot, so that no name leads out of the package, and no piece longer than a file is named."""


@lru_cache(maxsize=1024)  # more names than the database has zones
def zone_of(name: str) -> ZoneInfo | None:
    """Return the time zone of a name, or `None` where there is none.

    >>> zone_of("Africa/Algiers"), zone_of("Nowhere/Land"), zone_of("../Africa/Algiers")
    (zoneinfo.ZoneInfo(key='Africa/Algiers'), None, None)
    """
    if not _NAME.fullmatch(name):
        return None
    place = files("tzdata").joinpath("zoneinfo", *name.split("/"))
    if not place.is_file():
        return None
    with place.open("rb") as file:
        try:
            return ZoneInfo.from_file(file, key=name)
        except ValueError:  # a file of the package that is no zone, such as its list of names
            return None
