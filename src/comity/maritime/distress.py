"""Distress devices that speak AIS: AIS-SART (970), man overboard (972), EPIRB-AIS (974): which are real, which a test.

A device says so twice. Its position reports bear navigational status 14 when it is active and 15 under test (ITU-R
M.1371-5, table 45, note), and a broadcast text (type 14) says "SART ACTIVE" or "SART TEST", likewise "MOB …" and
"EPIRB …". Where the two contradict one another, or one is missing, this counts:

- whatever says active makes it real: status 14, or a text with ACTIVE and without TEST. The contradiction is told with
  it as a doubt, so that an officer may call it off; nothing here does.
- status 15 without an ACTIVE text is a test, and so is a TEST text without status 14. A test raises nothing.
- a device that reports any other status, and no TEST text, is real, with a doubt: it speaks only when it was set off.
- a ship, no device, that reports status 14 is doubtful: it is shown, and opens nothing. So is a device that only said
  a text with neither word.

A device repeats itself in bursts of eight each minute for days: one distress by its MMSI, whose place wanders. The same
number far away at the same time is another device. Instants are milliseconds since 1970, units degrees and metres.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from comity.ground import MS_PER_HOUR, MS_PER_S, distance_m

Device = Literal["sart", "mob", "epirb", "ship"]
Word = Literal["status_active", "status_test", "status_other", "text_active", "text_test", "text_other"]
"""What one sentence says of its device."""

State = Literal["active", "doubtful", "test"]
Doubt = Literal["status_active_text_test", "status_test_text_active", "status_not_told", "not_a_device"]

DEVICES: dict[int, Device] = {970: "sart", 972: "mob", 974: "epirb"}
"""The first three digits of the MMSI (ITU-R M.585-9, annex 2)."""

ACTIVE_STATUS, TEST_STATUS = 14, 15

SILENT_MS = 24 * MS_PER_HOUR
"""A device that was silent for so long and speaks again was set off anew. Ours: a day, well past a lost link."""

ELSEWHERE_M, ELSEWHERE_M_S = 50_000.0, 30.0
"""Further than this, and than a helicopter's deck at 58 kn goes since it was heard, is another device with the same
number. Ours: far beyond the wandering of a first fix, far below the distance of two seas."""

_POSITION_TYPES = (1, 2, 3)
_TEXT_TYPE = 14

_SENTENCE = re.compile(rb"VD[MO],1,1,[^,\n]*,[^,\n]*,[123>][>Nfv][M-Q]")
"""A one-part sentence of type 1, 2, 3 or 14 whose MMSI lies from 969.9 to 975.1 million, by its first three letters:
the type, then repeat indicator and the highest 10 bits of the MMSI (925 to 929), in six-bit letters of a payload."""


@dataclass(frozen=True)
class Sign:
    """One sentence of a device: a status with a place (NaN where it gives none), or no status and a text."""

    mmsi: int
    t_ms: int
    status: int | None
    text: str
    lat_deg: float
    lon_deg: float
    station: str


@dataclass(frozen=True)
class Distress:
    """What is known of one activation of a device, by its number among those of one MMSI, from 0.

    `heard` counts sentences; the first place stays beside the last.
    """

    mmsi: int
    number: int
    first_ms: int
    last_ms: int
    heard: int = 0
    said: frozenset[Word] = frozenset()
    text: str = ""
    lat_deg: float | None = None
    lon_deg: float | None = None
    position_ms: int | None = None
    first_lat_deg: float | None = None
    first_lon_deg: float | None = None
    stations: tuple[str, ...] = ()

    @property
    def device(self) -> Device:
        """What kind of device it is, by its MMSI."""
        return device_of(self.mmsi)

    @property
    def state(self) -> State:
        """Whether it is real, a test, or doubtful."""
        if self.device == "ship":
            return "doubtful"
        if self.said & {"status_active", "text_active"}:
            return "active"
        if "text_test" in self.said:
            return "test"
        if "status_other" in self.said:
            return "active"
        return "test" if "status_test" in self.said else "doubtful"

    @property
    def doubt(self) -> Doubt | None:
        """Why an officer should ask before believing it, or `None`."""
        if self.device == "ship":
            return "not_a_device"
        says_status, says_text = "status_active" in self.said, "text_active" in self.said
        if says_status and "text_test" in self.said and not says_text:
            return "status_active_text_test"
        if says_text and "status_test" in self.said and not says_status:
            return "status_test_text_active"
        is_told = says_status or says_text or self.state == "test"
        return None if is_told else "status_not_told"

    @property
    def moved_m(self) -> float:
        """How far its last place is from its first."""
        if self.lat_deg is None or self.first_lat_deg is None:
            return 0.0
        return _apart_m(self.first_lat_deg, self.first_lon_deg, self.lat_deg, self.lon_deg)


class Distresses:
    """Every distress that was heard, and what each new sentence makes of it."""

    def __init__(self, kept: Iterable[Distress] = ()) -> None:
        self._known: dict[int, list[Distress]] = {}
        for each in sorted(kept, key=lambda one: one.number):
            self._known.setdefault(each.mmsi, []).append(each)

    def hear(self, heard: Iterable[Sign]) -> list[tuple[Distress | None, Distress]]:
        """Take sentences; return each distress that they changed, as it was before (`None`: new) and as it is now."""
        before: dict[tuple[int, int], Distress | None] = {}
        for sign in heard:
            known = self._known.setdefault(sign.mmsi, [])
            place = _place_of(known, sign)
            if place is None and len(known) >= MOST_ACTIVATIONS:
                place = len(known) - 1
            if place is None:
                place = len(known)
                known.append(Distress(sign.mmsi, place, sign.t_ms, sign.t_ms))
                before[sign.mmsi, place] = None
            else:
                before.setdefault((sign.mmsi, place), known[place])
            known[place] = _after(known[place], sign)
        return [(was, self._known[mmsi][place]) for (mmsi, place), was in before.items()]


MOST_ACTIVATIONS = 100
"""Of one number, so that whoever forges distresses fills no memory; what comes after counts for the last one."""


def signs(positions: pa.Table, messages: pa.Table) -> list[Sign]:
    """Return what devices said in decoded tables (`POSITIONS`, `MESSAGES`), and ships with status 14, in their order.

    A table without any costs a look at two columns.
    """
    number = pc.cast(positions["mmsi"], pa.int64()).to_numpy()
    status = positions["nav_status"].to_numpy()
    is_report = np.isin(positions["msg_type"].to_numpy(), _POSITION_TYPES)
    is_sign = is_report & (np.isin(number // 1_000_000, list(DEVICES)) | (status == ACTIVE_STATUS))
    found = [
        Sign(row["mmsi"], row["t_ms"], row["nav_status"], "", row["lat_deg"], row["lon_deg"], row["station"] or "")
        for row in positions.take(np.flatnonzero(is_sign)).to_pylist()
    ]
    number = messages["mmsi"].to_numpy()
    is_text = (messages["msg_type"].to_numpy() == _TEXT_TYPE) & np.isin(number // 1_000_000, list(DEVICES))
    nowhere = float("nan")
    found += [
        Sign(row["mmsi"], row["t_ms"], None, row["text"] or "", nowhere, nowhere, row["station"] or "")
        for row in messages.take(np.flatnonzero(is_text)).to_pylist()
    ]
    return sorted(found, key=lambda each: (each.t_ms, each.mmsi))


def distress_lines(data: bytes) -> bytes:
    """Return the lines of a stream that may come from a distress device: what a flood never sheds."""
    if not _SENTENCE.search(data):
        return b""
    return b"".join(line for line in data.splitlines(keepends=True) if _SENTENCE.search(line))


def says(text: str) -> Literal["active", "test", ""]:
    """Return what a text of a device says; one that holds both words is a test.

    >>> [says(text) for text in ("SART ACTIVE", "MOB TEST", "EPIRB ACTIVE TEST", "INACTIVE")]
    ['active', 'test', 'test', '']
    """
    words = set(re.findall(r"[A-Z]+", text.upper()))
    if "TEST" in words:
        return "test"
    return "active" if "ACTIVE" in words else ""


def device_of(mmsi: int) -> Device:
    """Return the kind of a device by its MMSI; what is none is a ship."""
    return DEVICES.get(mmsi // 1_000_000, "ship")


def _after(known: Distress, sign: Sign) -> Distress:
    has_place = not (np.isnan(sign.lat_deg) or np.isnan(sign.lon_deg))
    found = replace(
        known,
        first_ms=min(known.first_ms, sign.t_ms),
        last_ms=max(known.last_ms, sign.t_ms),
        heard=known.heard + 1,
        said=known.said | {_word_of(sign)},
        text=sign.text or known.text,
        stations=known.stations if sign.station in ("", *known.stations) else (*known.stations, sign.station)[:16],
    )
    if has_place and (known.position_ms is None or sign.t_ms >= known.position_ms):
        found = replace(found, lat_deg=sign.lat_deg, lon_deg=sign.lon_deg, position_ms=sign.t_ms)
    if has_place and known.first_lat_deg is None:
        found = replace(found, first_lat_deg=sign.lat_deg, first_lon_deg=sign.lon_deg)
    return found


def _word_of(sign: Sign) -> Word:
    if sign.status is None:
        told = says(sign.text)
        return "text_active" if told == "active" else "text_test" if told == "test" else "text_other"
    return (
        "status_active"
        if sign.status == ACTIVE_STATUS
        else "status_test"
        if sign.status == TEST_STATUS
        else "status_other"
    )


def _place_of(known: list[Distress], sign: Sign) -> int | None:
    """Return which activation a sentence belongs to, the newest first, or `None` where it begins one."""
    for place in reversed(range(len(known))):
        each = known[place]
        if not each.first_ms - SILENT_MS <= sign.t_ms <= each.last_ms + SILENT_MS:
            continue
        if np.isnan(sign.lat_deg) or each.lat_deg is None or each.position_ms is None:
            return place
        apart_m = _apart_m(each.lat_deg, each.lon_deg, sign.lat_deg, sign.lon_deg)
        if apart_m <= ELSEWHERE_M + ELSEWHERE_M_S * abs(sign.t_ms - each.position_ms) / MS_PER_S:
            return place
    return None


def _apart_m(lat_1: float | None, lon_1: float | None, lat_2: float | None, lon_2: float | None) -> float:
    return float(distance_m(np.float64(lat_1), np.float64(lon_1), np.float64(lat_2), np.float64(lon_2)))
