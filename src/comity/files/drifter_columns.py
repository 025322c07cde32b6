"""Which column or variable of a drifter file is which: the names that buoys' makers and archives use.

Names are compared in small letters, without accents, units in brackets and signs: `Time (UTC)`, `time_utc` and
`TIME-UTC` are one.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence

COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("id", "drifter", "drifter_id", "drifterid", "drifter_name", "drifter_number", "trajectory", "trajectory_id",
           "traj", "traj_id", "track", "track_id", "buoy", "buoy_id", "buoyid", "buoy_name", "name", "device",
           "device_id", "deviceid", "imei", "esn", "serial", "serial_number", "platform", "platform_id",
           "platform_code", "platform_number", "wmo", "wmo_id", "wmo_platform_code", "slick", "devicename",
           "device_name", "d_number", "instrument", "beacon", "beacon_id", "asset", "asset_id", "station",
           "station_id", "float_id", "commid", "unit_id", "messenger_name", "balise", "bouee"),
    "time": ("time", "datetime", "date_time", "timestamp", "date", "device_datetime", "datatime", "obs_time", "utc",
             "time_utc", "utc_time", "datadate_utc", "data_date_utc", "devicedatetime", "datetime_utc", "date_utc",
             "utc_datetime", "date_time_utc", "timestamp_utc", "gps_time", "gpstime", "fix_time", "position_time",
             "juld", "epoch", "unix_time", "unixtime", "date_heure", "dateheure", "horodatage"),
    "lat": ("lat", "latitude", "lat_deg", "y", "lat_dd", "latitude_deg", "decimal_latitude", "gps_lat", "gps_latitude",
            "obs_lat"),
    "lon": ("lon", "lng", "long", "longitude", "lon_deg", "x", "lon_dd", "longitude_deg", "decimal_longitude",
            "gps_lon", "gps_longitude", "obs_lon"),
}  # fmt: skip
"""Names by which the columns are known; the first found counts, else the only one that begins so."""

DAYS = ("date", "date_utc", "utc_date", "gps_date", "fix_date", "obs_date", "day_date", "yyyymmdd", "yyyy_mm_dd")
CLOCKS = ("time", "time_utc", "utc_time", "utc", "gps_time", "fix_time", "obs_time", "hhmmss", "hh_mm_ss", "hhmm",
          "hour_utc", "hour", "heure")  # fmt: skip
"""Day and time of day where they stand in two columns."""

PARTS: tuple[tuple[str, ...], ...] = (
    ("year", "yyyy", "yr", "annee"),
    ("month", "mon", "mm", "mois"),
    ("day", "dd", "jour"),
    ("hour", "hours", "hh", "hr", "heure"),
    ("minute", "minutes", "min", "mn"),
    ("second", "seconds", "sec", "ss"),
)
"""Year, month and day in columns of their own, and perhaps hour, minute and second."""

_BEGINS = {"time": ("time", "date", "utc"), "lat": ("lat",), "lon": ("lon", "lng")}
_OF_ANOTHER = re.compile(r"err|std|sd$|qc|qual|flag|var|unc|prec|acc|deploy|start|end|drogue|lost|zone|length|mod")


def plain(name: str) -> str:
    """Return a name as it is compared.

    >>> plain("Latitude [deg N]"), plain("Date/Time (UTC)"), plain("Bouée")
    ('latitude', 'date_time', 'bouee')
    """
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    bare = re.sub(r"[(\[{].*?[)\]}]|\bdegrees?_(north|east|[ne])\b", " ", letters)
    return re.sub(r"[^a-z0-9]+", "_", bare).strip("_")


def found_among(names: Sequence[str], key: str) -> list[str]:
    """Return the names that may be a quantity, the likeliest first."""
    by_plain: dict[str, str] = {}
    for name in names:
        by_plain.setdefault(plain(name), name)
    usual = [by_plain[known] for known in COLUMNS[key] if known in by_plain]
    if usual or key not in _BEGINS:
        return usual
    near = [
        name for short, name in by_plain.items() if short.startswith(_BEGINS[key]) and not _OF_ANOTHER.search(short)
    ]
    return near if len(near) == 1 else []


def first_of(names: Sequence[str], known: Sequence[str]) -> str | None:
    """Return the first of some known names that is there."""
    by_plain = {plain(name): name for name in reversed(names)}
    return next((by_plain[each] for each in known if each in by_plain), None)


def columns_of(text: str) -> dict[str, str]:
    """Return a mapping of columns from its text.

    >>> columns_of("time=when, lat=breite")
    {'time': 'when', 'lat': 'breite'}
    """
    parts = (part.split("=", 1) for part in text.split(",") if "=" in part)
    return {key.strip(): value.strip() for key, value in parts}


def is_numbered(names: Mapping[str, str]) -> bool:
    """Tell whether a mapping names columns by their numbers from 1: for a table without a header."""
    return bool(names) and all(part.isdecimal() for value in names.values() for part in value.split("+"))
