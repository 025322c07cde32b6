"""The decoder against others on real logs: pyais on every field, gpsd's and libais' own expected output.

Logs and oracles: ../shared/data/maritime/nmea (sources in its MANIFEST).
"""

import json
from typing import Any

import numpy as np
import pytest

from comity.maritime import decode
from tests.maritime.aivdm_oracles import differences, expected
from tests.shared_data import SHARED, needs_shared

NMEA = SHARED / "maritime" / "nmea"
LOGS = sorted(path.name for path in NMEA.glob("*") if path.suffix not in (".json", ".chk"))


def _rows(log: str) -> list[dict[str, Any]]:
    told = decode((NMEA / log).read_bytes())
    return [row for table in (told.positions, told.statics, told.messages) for row in table.to_pylist()]


@needs_shared
@pytest.mark.parametrize("log", LOGS)
def test_every_field_of_every_message_is_that_of_pyais(log):
    raw = (NMEA / log).read_bytes()
    told, (positions, statics, messages) = decode(raw), expected(raw)
    assert differences(told.positions, positions) == []
    assert differences(told.statics, statics) == []
    assert differences(told.messages, messages) == []


@needs_shared
def test_each_message_that_gpsd_decodes_is_ours_too_with_its_values():
    waiting = _rows("gpsd_sample.aivdm")
    for said in map(json.loads, (NMEA / "gpsd_sample.aivdm.js.chk").read_text().splitlines()):
        fits = [row for row in waiting if row["msg_type"] == said["type"] and row["mmsi"] == said["mmsi"]]
        row = next((row for row in fits if _gpsd_differs(row, said) == []), None)
        assert row is not None, (said, [_gpsd_differs(row, said) for row in fits])
        waiting.remove(row)


def _gpsd_differs(row: dict[str, Any], said: dict[str, Any]) -> list[str]:
    names = {"shiptype": "ship_type", "status": "nav_status", "second": "utc_second"}
    if said["type"] in (
        12,
        14,
        21,
    ):  # gpsd ends a text at its first @; pyais, libais and we only leave out those at its end
        names |= {"text": "text", "name": "text"}
        row = row | {"text": row["text"].split("@")[0]}
    names |= {name: name for name in ("imo", "callsign", "destination", "dac", "fid", "dest_mmsi")}
    if said["type"] in (7, 13, 15, 16):
        names["mmsi1"] = "dest_mmsi"
    if said["type"] != 24:  # gpsd tells both parts of a type 24 as one
        names |= {"shipname": "shipname"} | {
            f"to_{side}": f"to_{side}_m" for side in ("bow", "stern", "port", "starboard")
        }
    told = [
        f"{name}: {row[ours]!r} {said[name]!r}"
        for name, ours in names.items()
        if name in said and ours in row and row[ours] != said[name]
    ]
    for name, ours, none in (
        ("lat", "lat_deg", 91),
        ("lon", "lon_deg", 181),
        ("course", "cog_deg", 360),
        ("heading", "heading_deg", 511),
    ):
        if (
            isinstance(said.get(name), int | float)
            and ours in row
            and said[name] < none
            and abs(row[ours] - said[name]) > (0.06 if said["type"] == 17 else 1e-4)
        ):
            told.append(f"{name}: {row[ours]!r} {said[name]!r}")
    if (
        "speed" in said
        and isinstance(said["speed"], int | float)
        and abs(row["sog_m_s"] * 3600 / 1852 - said["speed"]) > 0.01
    ):
        told.append(f"speed: {row['sog_m_s']!r} {said['speed']!r}")
    if row.get("eta") and said["eta"] != f"{row['eta']}Z":
        told.append(f"eta: {row['eta']!r} {said['eta']!r}")
    return told


@needs_shared
@pytest.mark.parametrize("log", ["libais_tagblock", "libais_typeexamples"])
def test_each_message_that_libais_decodes_is_ours_too_with_its_values(log):
    waiting = _rows(f"{log}.nmea")
    for said in map(json.loads, (NMEA / f"{log}.json").read_text().splitlines()):
        fits = [row for row in waiting if row["msg_type"] == said["type"] and row["mmsi"] == said["mmsi"]]
        row = next((row for row in fits if _libais_differs(row, said) == []), None)
        assert row is not None, (said, [_libais_differs(row, said) for row in fits])
        waiting.remove(row)


def _libais_differs(row: dict[str, Any], said: dict[str, Any]) -> list[str]:
    words = {"callsign": "callsign", "shipname": "shipname", "destination": "destination", "shiptype": "ship_type"}
    words |= {"dac": "dac", "fid": "fid", "status": "nav_status", "dest_mmsi": "dest_mmsi"}
    words |= {f"to_{side}": f"to_{side}_m" for side in ("bow", "stern", "port", "starboard")}
    if said["type"] in (12, 14):
        words["text"] = "text"
    told = [
        f"{name}: {row[ours]!r} {said[name]!r}"
        for name, ours in words.items()
        if name in said and ours in row and row[ours] != said[name]
    ]
    for name, ours, most in (
        ("lat", "lat_deg", 90),
        ("lon", "lon_deg", 180),
        ("course", "cog_deg", 360),
        ("heading", "heading_deg", 360),
    ):
        if (
            name in said
            and ours in row
            and abs(said[name]) <= most
            and said[name] != most
            and abs(row[ours] - np.float32(said[name])) > 2e-5
        ):
            told.append(f"{name}: {row[ours]!r} {said[name]!r}")
    if "tagblock_timestamp" in said and row["station"] != said["tagblock_station"]:
        told.append(f"station: {row['station']!r} {said['tagblock_station']!r}")
    return told
