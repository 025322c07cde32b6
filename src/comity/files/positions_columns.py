"""What a file tells becomes our columns: units, missing values, words and numbers of codes, and what cannot be.

A row that no ship can have sent is rejected and counted by reason; a value beside a possible place that cannot be
(a speed of 102.3 knots, a heading of 511) is missing. Sources: ITU-R M.1371-5, tables 45 and 50 (values that say "not
available"), 42 (dimensions).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from comity.files.positions_mapping import NUMBERS, Mapping
from comity.files.positions_order import order_of, said_first
from comity.files.positions_spelling import code_of, eta_of, imo_of, is_words, spelt_once
from comity.files.positions_times import NO_TIME, instants_ms
from comity.ground import M_S_PER_KNOT, MS_PER_HOUR, Floats, InvalidInput, parse_instant
from comity.maritime import POSITIONS, STATICS

FIRST_MS = parse_instant("1998-01-01T00:00:00Z")
"""The year of ITU-R M.1371, the first standard of AIS: no position is older."""

REASONS = ("no-mmsi", "bad-mmsi", "no-time", "absurd-time", "no-position", "off-earth")
"""Why a row is rejected; of several reasons the first counts."""

REJECTED = pa.schema([("file", pa.string()), ("line", pa.int64()), ("reason", pa.string()), ("text", pa.string())])
"""Rows that were not taken over: `line` counts from 1, rows of a Parquet file too; `text` is what was read."""

_LAST_MMSI = 999_999_999
_SPEED_NOT_TOLD_M_S = 102.25 * M_S_PER_KNOT  # 102.2 is "102.2 knots or higher", 102.3 "not available"
_AIS_TURN = 4.733  # ROT = (sensor / 4.733)², M.1371-5 table 45
_NOT_TURNED, _TURNS_FAST = 127.5, 126.5
_FULL_DEG = 360.0
_SMALL = {"nav_status": (0, 14, 15), "ship_type": (0, 255, 0), "utc_second": (0, 63, 60), "msg_type": (0, 27, 0)}
"""Least and greatest number of a code, and ours for none."""


@dataclass(frozen=True)
class Read:
    """What a part of a file holds: positions in the order of the file, what ships say of themselves, rejected rows.

    `shares` counts the rejected by reason, `rows` all rows of the part, `read_bytes` what of the file is read;
    `mapping` names the one that was used.
    """

    positions: pa.Table
    statics: pa.Table
    rejected: pa.Table
    shares: dict[str, int]
    rows: int
    read_bytes: int = 0
    mapping: str = ""


Wrong = Callable[[str, int, str], InvalidInput]
"""What makes the error of a column of ours, a row and its value."""


@dataclass(frozen=True)
class Place:
    """Where rows stand: the file and the line of the first one; `wrong` makes the error of a value of theirs.

    An instant after `latest_ms` is absurd; rejected rows are told one by one only where they are kept.
    """

    file: str
    first_line: int
    latest_ms: int
    keeps_rejected: bool
    wrong: Wrong
    read_bytes: int = 0


def positions_of(raw: pa.Table, mapping: Mapping, place: Place) -> Read:
    """Return the positions and sayings of the columns of a file, by our names as the file tells them."""
    told = Told(raw, mapping, place.wrong)
    mmsi_told, t_ms = told.number("mmsi"), told.instant("t_ms")
    lat_deg, lon_deg = told.number("lat_deg"), _half_turn(told.number("lon_deg"))
    reason = _reasons(mmsi_told, t_ms, lat_deg, lon_deg, place.latest_ms)
    mmsi = np.where(reason == 0, np.nan_to_num(mmsi_told), 0.0).astype(np.int64)
    good = np.flatnonzero(reason == 0) if reason.any() else None

    def taken(values: NDArray[Any]) -> NDArray[Any]:
        return values if good is None else values[good]

    columns: dict[str, Any] = {"mmsi": taken(mmsi), "t_ms": taken(t_ms), "lat_deg": taken(lat_deg),
                               "lon_deg": taken(lon_deg)}  # fmt: skip
    columns |= {name: taken(values) for name, values in _motion(told).items()}
    columns |= {name: taken(told.code(name)) for name in ("nav_status", "utc_second", "msg_type")}
    columns["is_accurate"] = taken(told.flag("is_accurate"))
    columns["received_ms"] = taken(told.instant("received_ms", t_ms))
    rows = len(columns["mmsi"])
    columns["station"] = told.text_or("station", mapping.constants.get("station", _stem(place.file)), good, rows)
    positions = pa.table({each.name: pa.array(columns[each.name]).cast(each.type) if each.name != "station"
                          else columns["station"] for each in POSITIONS}, schema=POSITIONS)  # fmt: skip
    return Read(
        positions=positions,
        statics=_statics(told, positions, good),
        rejected=_rejected(raw, reason, place) if place.keeps_rejected else REJECTED.empty_table(),
        shares={REASONS[at - 1]: int(n) for at, n in enumerate(np.bincount(reason)) if at and n},
        rows=raw.num_rows,
        read_bytes=place.read_bytes,
        mapping=mapping.name,
    )


def no_rows(mapping: str) -> Read:
    """Return what a file without a row holds."""
    return Read(POSITIONS.empty_table(), STATICS.empty_table(), REJECTED.empty_table(), {}, 0, mapping=mapping)


@dataclass(frozen=True)
class Told:
    """The columns of a part of a file, asked for by our names; a column that is not there is missing in every row."""

    raw: pa.Table
    mapping: Mapping
    wrong: Wrong

    def has(self, key: str) -> bool:
        """Tell whether the file has a column."""
        return key in self.raw.column_names

    def number(self, key: str) -> Floats:
        """Return a column of numbers in our unit, NaN where it is missing."""
        if not self.has(key):
            return np.full(self.raw.num_rows, np.nan)
        column = self.mapping.columns[key]
        values: Floats = self._cast(key).to_numpy()
        gone = [values == each for each in column.missing]
        if column.wraps:
            values = np.where(values < 0.0, values + column.wraps, values)
            gone += [np.abs(values - each) < 0.05 for each in column.missing]  # sums of tenths are not exact
        for each in gone:
            values = np.where(each, np.nan, values)
        if column.unit == "ais":
            return _turn(values)
        factor = NUMBERS[key][column.unit]
        return values if factor == 1.0 else values * factor

    def instant(self, key: str, other: NDArray[np.int64] | None = None) -> NDArray[np.int64]:
        """Return a column of instants, `NO_TIME` or another's value where one is missing."""
        if not self.has(key):
            return np.full(self.raw.num_rows, NO_TIME) if other is None else other
        clock = self.raw[f"{key}.clock"] if self.has(f"{key}.clock") else None
        found, row = instants_ms(
            self.mapping.columns[key], self.raw[key], clock, utc_offset_h=self.mapping.utc_offset_h
        )
        if row is not None:
            raise self.wrong(key, row, str(self.raw[key][row]))
        return found if other is None else np.where(found == NO_TIME, other, found)

    def code(self, key: str) -> NDArray[np.int64]:
        """Return a column of codes from numbers or words; ours for none where it is missing or of another range."""
        low, high, none = _SMALL[key]
        if not self.has(key):
            return np.full(self.raw.num_rows, none)
        values = self.number(key) if key in NUMBERS else self._by_word(key)
        is_told = (values >= low) & (values <= high)
        return np.where(is_told, np.where(is_told, values, 0.0), none).astype(np.int64)

    def flag(self, key: str) -> NDArray[np.bool_]:
        """Return a column of yes and no; no where it is missing."""
        if not self.has(key):
            return np.zeros(self.raw.num_rows, dtype=np.bool_)
        if pa.types.is_boolean(self.raw[key].type):
            return np.asarray(pc.fill_null(self.raw[key], pa.scalar(False)).to_numpy())
        return np.asarray(self._by_word(key) == 1.0)

    def imo(self) -> NDArray[np.int64]:
        """Return the IMO numbers, 0 for none, with or without letters before them."""
        if not self.has("imo"):
            return np.zeros(self.raw.num_rows, dtype=np.int64)
        return self._by_word("imo", imo_of).astype(np.int64)

    def words(self, key: str) -> pa.DictionaryArray:
        """Return a column of words, each spelt once; empty where it is missing."""
        if not self.has(key):
            return pa.DictionaryArray.from_arrays(np.zeros(self.raw.num_rows, np.int32), pa.array([""]))
        return spelt_once(self.raw[key])

    def etas(self) -> pa.DictionaryArray:
        """Return the times of arrival as `MM-DDTHH:MM`; empty where one is missing or of another form."""
        found = self.words("eta")
        form = self.mapping.columns["eta"].form if self.has("eta") else "iso"
        texts = [eta_of(each, form) for each in found.dictionary.to_pylist()]
        return pa.DictionaryArray.from_arrays(found.indices, pa.array(texts, pa.string()))

    def text_or(self, key: str, other: str, take: NDArray[np.intp] | None, rows: int) -> pa.DictionaryArray:
        """Return some rows of a column of words, another word where it is missing."""
        if not self.has(key):
            return pa.DictionaryArray.from_arrays(np.zeros(rows, np.int32), pa.array([other]))
        found = self.words(key)
        dictionary = pa.array([each or other for each in found.dictionary.to_pylist()], pa.string())
        indices = found.indices if take is None else found.indices.take(pa.array(take))
        return pa.DictionaryArray.from_arrays(indices, dictionary)

    def _cast(self, key: str) -> pa.ChunkedArray:
        values = self.raw[key]
        if pa.types.is_floating(values.type) and pa.types.is_float64(values.type):
            return values
        if pa.types.is_dictionary(values.type):
            values = values.cast(pa.string())
        if not is_words(values.type):
            return values.cast(pa.float64())
        bare = pc.utf8_trim_whitespace(values)
        bare = pc.if_else(pc.is_in(bare, pa.array(self.mapping.missing, bare.type)), None, bare)
        if self.mapping.decimal == ",":
            bare = pc.replace_substring(bare, ",", ".")
        try:
            return bare.cast(pa.float64())
        except pa.ArrowInvalid:
            for row, text in enumerate(bare):
                try:
                    text.cast(pa.float64())
                except pa.ArrowInvalid:
                    raise self.wrong(key, row, str(text)) from None
            raise

    def _by_word(self, key: str, other: Callable[[str], float] | None = None) -> Floats:
        values = self.raw[key]
        if pa.types.is_integer(values.type) or pa.types.is_floating(values.type):
            return np.asarray(np.nan_to_num(values.cast(pa.float64()).to_numpy(), nan=-1.0))
        if pa.types.is_boolean(values.type):
            values = values.cast(pa.string())
        found = spelt_once(values)
        words = self.mapping.columns[key].words
        means = other or (lambda text: code_of(text, words))
        of_word = np.array([means(each) for each in found.dictionary.to_pylist()] or [0.0])
        return np.asarray(of_word[found.indices.to_numpy(zero_copy_only=False)])


def _half_turn(lon_deg: Floats) -> Floats:
    """Return longitudes from −180 to 180 of a file that counts from 0 to 360; 181 is "not available" and stays."""
    if not (lon_deg > 181.0).any():
        return lon_deg
    return np.where((lon_deg > 181.0) & (lon_deg <= _FULL_DEG), lon_deg - _FULL_DEG, lon_deg)


def _reasons(
    mmsi: Floats, t_ms: NDArray[np.int64], lat_deg: Floats, lon_deg: Floats, latest_ms: int
) -> NDArray[np.int64]:
    """Return why each row is rejected, 0 where it is not; numbers as `REASONS` counts them from 1."""
    is_here = (np.abs(lat_deg) <= 90.0) & (np.abs(lon_deg) <= 180.0)
    is_told = np.isfinite(lat_deg) & np.isfinite(lon_deg) & (lat_deg != 91.0) & (lon_deg != 181.0)
    is_ship = (mmsi >= 1) & (mmsi <= _LAST_MMSI) & (mmsi == np.rint(mmsi))
    is_then = (t_ms >= FIRST_MS) & (t_ms <= latest_ms)
    if (is_here & is_ship & is_then).all():
        return np.zeros(len(mmsi), dtype=np.int64)
    tests = ((mmsi == 0) | np.isnan(mmsi), ~is_ship, t_ms == NO_TIME, ~is_then, ~is_told, ~is_here)
    return np.select(tests, range(1, len(REASONS) + 1), 0)


def _motion(told: Told) -> dict[str, Floats]:
    sog_m_s, cog_deg, heading_deg = (told.number(key) for key in ("sog_m_s", "cog_deg", "heading_deg"))
    return {
        "sog_m_s": np.where((sog_m_s >= 0.0) & (sog_m_s < _SPEED_NOT_TOLD_M_S), sog_m_s, np.nan),
        "cog_deg": np.where((cog_deg >= 0.0) & (cog_deg < _FULL_DEG), cog_deg, np.nan),
        "heading_deg": np.where((heading_deg >= 0.0) & (heading_deg < _FULL_DEG), heading_deg, np.nan),
        "rot_deg_min": told.number("rot_deg_min"),
    }


def _turn(sensor: Floats) -> Floats:
    """Return the rate of turn of the value of a sentence: −128 and ±127, which tell no rate, are missing."""
    is_told = np.abs(sensor) < min(_TURNS_FAST, _NOT_TURNED)
    return np.where(is_told, np.sign(sensor) * (sensor / _AIS_TURN) ** 2, np.nan)


def _statics(told: Told, positions: pa.Table, good: NDArray[np.intp] | None) -> pa.Table:
    """Return what ships say of themselves, where it differs from the row before of the same ship and hour."""
    wanted = [name for name in (*STATICS.names, "length_m", "width_m") if name not in POSITIONS.names]
    if not any(told.has(name) for name in wanted):
        return STATICS.empty_table()

    order = order_of(positions["mmsi"].to_numpy(), positions["t_ms"].to_numpy())
    if order is not None:
        positions = positions.select(["mmsi", "t_ms", "msg_type", "station"]).take(pa.array(order))
    take = good if order is None else order if good is None else good[order]

    def taken(values: NDArray[Any]) -> NDArray[Any]:
        return values if take is None else values[take]

    texts = {name: told.words(name) for name in ("callsign", "shipname", "destination")} | {"eta": told.etas()}
    codes = {name: taken(each.indices.to_numpy(zero_copy_only=False)) for name, each in texts.items() if told.has(name)}
    numbers = {name: taken(values) for name, values in _dimensions(told).items()}
    numbers |= {"imo": taken(told.imo()), "ship_type": taken(told.code("ship_type"))}
    numbers["draught_m"] = taken(np.nan_to_num(told.number("draught_m")))
    mmsi, hour = positions["mmsi"].to_numpy(), positions["t_ms"].to_numpy() // MS_PER_HOUR
    is_new = np.ones(len(mmsi), dtype=np.bool_)
    is_new[1:] = (np.diff(mmsi) != 0) | (np.diff(hour) != 0)
    for each in (*codes.values(), *numbers.values()):
        is_new[1:] |= each[1:] != each[:-1]
    at = np.flatnonzero(is_new)
    says = np.zeros(len(at), dtype=np.bool_)
    for values in numbers.values():
        says |= values[at] != 0
    for name, each in codes.items():
        says |= np.array([bool(text) for text in texts[name].dictionary.to_pylist()] or [False])[each[at]]
    at = at[says]
    columns: dict[str, Any] = {name: pa.array(values[at]) for name, values in numbers.items()}
    columns["draught_m"] = pa.array(np.where(numbers["draught_m"][at] > 0, numbers["draught_m"][at], np.nan))
    for name, spelt in texts.items():
        columns[name] = spelt.dictionary.take(pa.array(codes[name][at])) if name in codes else pa.repeat("", len(at))
    for name in ("mmsi", "t_ms", "msg_type", "station"):
        columns[name] = positions[name].take(pa.array(at))
    found = pa.table({name: columns[name] for name in STATICS.names})
    return said_first(found, MS_PER_HOUR).cast(STATICS)


def _dimensions(told: Told) -> dict[str, NDArray[np.int64]]:
    """Return the four distances from the antenna; length and width alone stand as astern and to starboard of it."""
    names = ("to_bow_m", "to_stern_m", "to_port_m", "to_starboard_m")
    found = [_metres(told.number(name)) for name in names]
    for (near, far), whole in (((0, 1), "length_m"), ((2, 3), "width_m")):
        if told.has(whole):
            is_bare = (found[near] == 0) & (found[far] == 0)
            found[far] = np.where(is_bare, _metres(told.number(whole)), found[far])
    return dict(zip(names, found, strict=True))


def _metres(values: Floats) -> NDArray[np.int64]:
    is_told = (values > 0.0) & (values < 2**15)
    return np.rint(np.where(is_told, values, 0.0)).astype(np.int64)


def _rejected(raw: pa.Table, reason: NDArray[np.int64], place: Place) -> pa.Table:
    at = np.flatnonzero(reason)
    if not at.size:
        return REJECTED.empty_table()
    rows = raw.select([name for name in ("mmsi", "t_ms", "lat_deg", "lon_deg") if name in raw.column_names]).take(
        pa.array(at)
    )
    texts = ["; ".join(f"{name}={value}" for name, value in row.items()) for row in rows.to_pylist()]
    reasons = [REASONS[each - 1] for each in reason[at]]
    return pa.table([[place.file] * len(at), at + place.first_line, reasons, texts], schema=REJECTED)


def _stem(file: str) -> str:
    return file.rsplit("/", 1)[-1].split(".", 1)[0]
