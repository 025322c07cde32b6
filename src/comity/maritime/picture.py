"""The live picture: where every vessel was last reported, by whom, how long ago, and what it says of itself.

A vessel is a row of in-memory columns, found by its MMSI. Its number, the row, stays the same until it is forgotten.
Reports may come late, twice and from several stations: an older one never replaces a newer one, and one whose clock is
off is refused and counted. Units: degrees, m/s, metres; instants in milliseconds since 1970.

The loops stand in `picture_kernels`; they are loaded when a picture is made, not before.
"""

import unicodedata
from collections.abc import Mapping
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import shapely
from numpy.typing import NDArray

from comity.ground import MS_PER_HOUR, MS_PER_S
from comity.maritime.columns import POSITIONS, STATICS

Rows = NDArray[np.int32]

MOST_VESSELS = 2**20
"""Room for twice the ships that speak in the whole world at once; memory is taken as rows are used."""

AHEAD_MS = 60 * MS_PER_S
"""A report that is dated so far after the clock of this node comes from a clock that is off (reference: check 9)."""

KEPT_MS = 24 * MS_PER_HOUR
"""A vessel is forgotten so long after it was last heard, unless a setting says otherwise."""

REACH_MS = 360 * MS_PER_S
"""So long a vessel is reckoned on: two of the longest intervals of class A (3 min; ITU-R M.1371-5, table 1)."""

FASTEST_M_S = 52.0
"""What a surface vessel is never seen to exceed: 101 kn; AIS itself ends at 102.2."""

WORDS_BYTES = 24
STATIC = np.dtype(
    [
        ("static_ms", "i8"),
        ("imo", "i4"),
        ("draught_m", "f4"),
        ("to_bow_m", "i2"),
        ("to_stern_m", "i2"),
        ("to_port_m", "i2"),
        ("to_starboard_m", "i2"),
        ("ship_type", "i2"),
        ("shipname", "S32"),
        ("callsign", "S12"),
        ("destination", "S32"),
        ("eta", "S11"),
    ]
)
"""What a vessel says of itself; words in UTF-8, cut where they are longer than a sentence could carry."""

_TEXTS = ("shipname", "callsign", "destination", "eta")
_LENGTHS = ("to_bow_m", "to_stern_m", "to_port_m", "to_starboard_m")


class Picture:
    """The last report and the words of every vessel; one thread at a time."""

    def __init__(self, most: int = MOST_VESSELS, *, kept_ms: int = KEPT_MS) -> None:
        from comity.maritime import picture_kernels as kernels

        self._kernels = kernels
        self.most, self.kept_ms = most, kept_ms
        self._places = np.zeros(most, kernels.PLACE)
        self._reports = np.zeros(most, kernels.REPORT)
        self._statics = np.zeros(most, STATIC)
        self._names = np.zeros((most, WORDS_BYTES), np.uint8)
        self._index = np.zeros(2 << (most - 1).bit_length(), np.int32)
        self._free = np.zeros(most, np.int32)
        self._state = np.zeros(3, np.int64)
        self._heads = np.full(kernels.CELLS, -1, np.int32)
        self._cells = np.zeros(kernels.CELLS, np.int32)
        self._stations: list[str] = []
        self._station_numbers: dict[str, int] = {}
        self.outcomes: dict[str, int] = dict.fromkeys(kernels.OUTCOMES, 0)
        """How many reports came to each outcome so far."""

    def __len__(self) -> int:
        return int(self._state[self._kernels.LIVE])

    @property
    def newest_ms(self) -> int | None:
        """The instant of the newest fix, or `None`."""
        used = int(self._state[self._kernels.USED])
        return int(self._reports["t_ms"][:used].max(initial=0)) or None

    @property
    def nbytes(self) -> int:
        """How many bytes the rows in use take, with the index and the grid."""
        used = int(self._state[self._kernels.USED])
        row = sum(each.itemsize for each in (self._places, self._reports, self._statics)) + WORDS_BYTES + 4
        return used * row + self._index.nbytes + self._heads.nbytes + self._cells.nbytes

    def take(self, positions: pa.Table, *, now_ms: int) -> dict[str, int]:
        """Take positions (`POSITIONS`); return how many came to each outcome."""
        kernels = self._kernels
        told = np.zeros(positions.num_rows, kernels.INCOMING)
        for name, column in _INCOMING.items():
            told[name] = _array(positions[column])
        told["station"] = self._numbers_of(positions["station"])
        limits = np.array([now_ms - self.kept_ms, now_ms + AHEAD_MS, FASTEST_M_S], np.float64)
        grid = self._heads, self._cells
        counts = kernels.take(self._index, self._places, self._reports, self._free, self._state, *grid, told, limits)
        found = dict(zip(kernels.OUTCOMES, counts.tolist(), strict=True))
        for name, count in found.items():
            self.outcomes[name] += count
        return found

    def tell(self, statics: pa.Table) -> None:
        """Take what vessels say of themselves (`STATICS`); what a message leaves open keeps what was said before."""
        if statics.num_rows == 0:
            return
        order = np.argsort(_array(statics["t_ms"]), kind="stable")
        statics = statics.take(order)
        mmsi = _array(statics["mmsi"])
        rows = self._kernels.rows_for(
            self._index, self._places, self._reports, self._free, self._state, np.ascontiguousarray(mmsi)
        )
        t_ms = _array(statics["t_ms"])
        is_news = rows >= 0
        is_news[is_news] = t_ms[is_news] >= self._statics["static_ms"][rows[is_news]]
        self._say(statics, rows, is_news)
        self._statics["static_ms"][rows[is_news]] = t_ms[is_news]

    def forget(self, before_ms: int) -> int:
        """Forget every vessel of which nothing was heard since an instant; return how many."""
        used = int(self._state[self._kernels.USED])
        emptied = self._places["mmsi"][:used].copy()
        said_ms = np.ascontiguousarray(self._statics["static_ms"][:used])
        own = self._index, self._places, self._reports, self._free, self._state, self._heads, self._cells
        count = int(self._kernels.forget(*own, said_ms, before_ms))
        if count:
            gone = np.flatnonzero((emptied != 0) & (self._places["mmsi"][:used] == 0))
            self._statics[gone], self._names[gone] = np.zeros(1, STATIC), 0
            self._reports["fastest"][gone] = 0
        return count

    def row_of(self, mmsi: int) -> int | None:
        """Return the number of a vessel, or `None`."""
        row = int(self._kernels.row_of(self._index, self._places, mmsi))
        return None if row < 0 else row

    def in_box(self, west: float, south: float, east: float, north: float) -> Rows:
        """Return the vessels in a box; one whose west is east of its east crosses the antimeridian. Edges belong."""
        boxes = [(west, east)] if west <= east else [(west, 180.0), (-180.0, east)]
        if boxes[0][1] == 180.0 and west > -180.0:
            boxes.append((-180.0, -180.0))  # the antimeridian itself is kept as −180
        e7 = self._kernels.E7
        used, count = int(self._state[self._kernels.USED]), 0
        out = np.empty(used * len(boxes) + 1, np.int32)
        for left, right in boxes:
            box = (_e7(left, e7), _e7(south, e7), _e7(right, e7), _e7(north, e7))
            count = int(self._kernels.in_box(self._places, self._heads, self._cells, used, *box, out, count))
        return np.unique(out[:count]) if len(boxes) > 1 else out[:count].copy()

    def in_polygon(self, polygon: shapely.Polygon) -> Rows:
        """Return the vessels in a polygon; its longitudes may pass 180 (170 to 190 crosses the antimeridian)."""
        west, south, east, north = polygon.bounds
        if east - west >= 360.0:
            rows = self.in_box(-180.0, south, 180.0, north)
        else:
            rows = self.in_box(_around(west), max(-90.0, south), _around(east), min(90.0, north))
        lon_deg, lat_deg = self._lon_lat(rows)
        inside = np.zeros(rows.size, dtype=bool)
        for turn_deg in (-360.0, 0.0, 360.0):
            inside |= shapely.intersects_xy(polygon, lon_deg + turn_deg, lat_deg)
        return rows[inside]

    def find(self, text: str, most: int = 50) -> Rows:
        """Return the vessels one of whose words, or whose number, begins so: name, call sign, MMSI, IMO; best first.

        Letters are compared without accents and case. A number that is complete comes first, then names by length.
        """
        sought = folded(text)
        if not sought:
            return np.zeros(0, np.int32)
        used = int(self._state[self._kernels.USED])
        out = np.empty(used, np.int32)
        letters = np.frombuffer(sought.encode()[:WORDS_BYTES], np.uint8)
        count = self._kernels.beginning(self._names, self._places, used, letters, out)
        by_name = out[:count].copy()
        live = self._places["mmsi"][:used] != 0
        numbers = [_digits_begin(self._places["mmsi"][:used], sought, 9) & live]
        numbers.append(_digits_begin(self._statics["imo"][:used], sought.removeprefix("IMO").strip(), 7) & live)
        signs = self._statics["callsign"][:used]
        is_sign = np.strings.startswith(signs, sought.encode()[: signs.dtype.itemsize]) & live
        by_number = np.flatnonzero(numbers[0] | numbers[1] | is_sign).astype(np.int32)
        lengths = (self._names[by_name] != 0).sum(axis=1)
        names = by_name[np.lexsort((by_name, lengths))]
        found = np.concatenate((by_number, names[~np.isin(names, by_number)]))
        return found[:most]

    def places_at(self, rows: Rows, at_ms: float) -> NDArray[np.float64]:
        """Return longitude, latitude, speed and course of vessels at an instant, shape (4, rows).

        Each is reckoned on from its last report for `REACH_MS` and stands where it was reported after that; one that
        was last heard longer ago than pictures keep is NaN, and so is one first heard after the instant.
        """
        found: NDArray[np.float64] = self._kernels.places_at(
            self._places, self._reports, rows, float(at_ms), float(REACH_MS), float(self.kept_ms)
        )
        return found

    def numbers(self, rows: Rows) -> dict[str, NDArray[Any]]:
        """Return what is known of vessels in numbers, by column; `id` is the row."""
        places, reports, statics = self._places[rows], self._reports[rows], self._statics[rows]
        e7, has_place = self._kernels.E7, places["cell"] >= 0
        found: dict[str, NDArray[Any]] = {
            "id": rows,
            "mmsi": places["mmsi"].astype(np.int64),
            "lat_deg": np.where(has_place, places["lat"] / e7, np.nan),
            "lon_deg": np.where(has_place, places["lon"] / e7, np.nan),
            "station_number": np.where(has_place, reports["station"], -1),
        }
        found |= {name: reports[field] for name, field in _REPORTED.items()}
        return found | {name: statics[name] for name in STATIC.names or () if name not in _TEXTS}

    def columns(self, rows: Rows) -> dict[str, NDArray[Any]]:
        """Return all that is known of vessels by column: their numbers, their words, and the station of each report."""
        found = self.numbers(rows)
        statics, stations = self._statics[rows], np.array([*self._stations, ""], dtype=object)
        found["station"] = stations[found.pop("station_number")]
        for name in _TEXTS:
            found[name] = np.array([each.decode(errors="ignore") for each in statics[name]], dtype=object)
        return found

    def _lon_lat(self, rows: Rows) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        places = self._places[rows]
        return places["lon"] / self._kernels.E7, places["lat"] / self._kernels.E7

    def _say(self, statics: pa.Table, rows: Rows, is_news: NDArray[np.bool_]) -> None:
        """Write the words of messages, the oldest first: of two about one vessel the newer stays."""
        kept = self._statics
        for name in (*_LENGTHS, "ship_type", "imo", "draught_m"):
            said = _array(statics[name])
            is_said = is_news & ((said > 0) if name != "draught_m" else ~np.isnan(said))
            kept[name][rows[is_said]] = said[is_said]
        for name in _TEXTS:
            said = np.asarray(statics[name].to_pylist(), dtype=object)
            is_said = is_news & np.array([bool(each) for each in said])
            width = STATIC[name].itemsize
            cut = [_cut(each, width) for each in said[is_said]]
            if cut:
                kept[name][rows[is_said]] = np.array(cut, dtype=f"S{width}")
        said = np.asarray(statics["shipname"].to_pylist(), dtype=object)
        is_said = is_news & np.array([bool(each) for each in said])
        for row, name in zip(rows[is_said], said[is_said], strict=True):
            letters = np.frombuffer(_cut(folded(name), WORDS_BYTES), np.uint8)
            self._names[row, : letters.size], self._names[row, letters.size :] = letters, 0

    def _numbers_of(self, stations: pa.ChunkedArray) -> NDArray[np.int16]:
        """Return the number of each row's station; past 32,000 of them a station is not named."""
        parts = []
        for chunk in stations.chunks:
            coded = chunk if isinstance(chunk, pa.DictionaryArray) else chunk.dictionary_encode()
            table = np.full(len(coded.dictionary) + 1, -1, np.int16)
            for place, name in enumerate(coded.dictionary.to_pylist()):
                if name not in self._station_numbers and len(self._stations) < _MOST_STATIONS:
                    self._station_numbers[name] = len(self._stations)
                    self._stations.append(name)
                table[place] = self._station_numbers.get(name, -1)
            numbers = pc.fill_null(coded.indices, len(coded.dictionary)).to_numpy(zero_copy_only=False)
            parts.append(table[numbers])
        return np.concatenate(parts) if parts else np.zeros(0, np.int16)


def compile_picture() -> None:
    """Compile the loops of the picture, with one vessel."""
    picture = Picture(2)
    columns = {name: [0] for name in POSITIONS.names} | {"mmsi": [1], "station": [""], "is_accurate": [False]}
    told = pa.table({name: pa.array(columns[name]).cast(POSITIONS.field(name).type) for name in POSITIONS.names})
    picture.take(told, now_ms=0)
    row = {name: "" if pa.types.is_string(STATICS.field(name).type) else 1 for name in STATICS.names}
    picture.tell(pa.Table.from_pylist([row | {"shipname": "A", "station": ""}], schema=STATICS))
    picture.places_at(picture.find("A"), 0.0)
    picture.in_box(-1.0, -1.0, 1.0, 1.0)
    picture.row_of(1)
    picture.forget(2)


_MOST_STATIONS = 32_000
_INCOMING: Mapping[str, str] = {
    "t_ms": "t_ms",
    "received_ms": "received_ms",
    "lat": "lat_deg",
    "lon": "lon_deg",
    "mmsi": "mmsi",
    "sog": "sog_m_s",
    "cog": "cog_deg",
    "heading": "heading_deg",
    "rot": "rot_deg_min",
    "status": "nav_status",
    "msg_type": "msg_type",
}
_REPORTED: Mapping[str, str] = {
    "t_ms": "t_ms",
    "received_ms": "received_ms",
    "sog_m_s": "sog",
    "cog_deg": "cog",
    "heading_deg": "heading",
    "rot_deg_min": "rot",
    "fastest_m_s": "fastest",
    "nav_status": "status",
    "msg_type": "msg_type",
}


def folded(text: str) -> str:
    """Return a text as names are compared: capitals without accents, other signs as single blanks.

    >>> folded("  Cap-d'Acunha, Île ")
    'CAP D ACUNHA ILE'
    """
    plain = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return " ".join("".join(each if each.isalnum() else " " for each in plain.upper()).split())


def _digits_begin(numbers: NDArray[Any], sought: str, digits: int) -> NDArray[np.bool_]:
    """Return which numbers of so many digits begin with those sought."""
    if not (sought.isascii() and sought.isdecimal() and len(sought) <= digits):
        return np.zeros(numbers.size, dtype=bool)
    found: NDArray[np.bool_] = (numbers != 0) & (numbers // 10 ** (digits - len(sought)) == int(sought))
    return found


def _array(column: pa.ChunkedArray) -> NDArray[Any]:
    found: NDArray[Any] = column.to_numpy()
    return found


def _cut(text: str, width: int) -> bytes:
    """Return a text in UTF-8, cut before the letter that does not fit."""
    return text.encode()[:width].decode(errors="ignore").encode()


def _e7(degrees: float, e7: int) -> int:
    return round(degrees * e7)


def _around(lon_deg: float) -> float:
    return lon_deg if -180.0 <= lon_deg <= 180.0 else (lon_deg + 180.0) % 360.0 - 180.0
