"""Tracks as moving features: one file a track, points with their instants.

Units: degrees on WGS 84, longitude first; knots are not used: speeds in metres per second. Source: OGC Moving Features
Encoding Extension JSON (OGC 19-045r3), its trajectory form: `temporalGeometry` and `temporalProperties`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import orjson
import pyarrow as pa

from comity.files.geoparquet import tracks_of
from comity.ground import instant_text

_CRS = {"type": "Name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
_TRS = {"type": "Link", "properties": {"type": "OGCDEF", "href": "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"}}


def tracks_mf_json(positions: pa.Table, track: pa.Array) -> Iterator[tuple[str, bytes]]:
    """Yield each track's name and its document."""
    for each in tracks_of(positions, track):
        yield str(each["track"]), orjson.dumps(_feature(each))


def _feature(each: Mapping[str, Any]) -> dict[str, Any]:
    datetimes = [instant_text(at_ms) for at_ms in each["t_ms"].tolist()]
    coordinates = np.round(np.column_stack([each["lon_deg"], each["lat_deg"]]), 7).tolist()
    known = np.isfinite(each["sog_m_s"])
    speeds = {
        "datetimes": [text for text, is_known in zip(datetimes, known.tolist(), strict=True) if is_known],
        "sog": {
            "type": "Measure",
            "form": "http://qudt.org/vocab/unit/M-PER-SEC",
            "values": np.round(each["sog_m_s"][known], 2).tolist(),
            "interpolation": "Linear",
        },
    }
    feature = {
        "type": "Feature",
        "id": each["track"],
        "crs": _CRS,
        "trs": _TRS,
        "time": [datetimes[0], datetimes[-1]],
        "temporalGeometry": {
            "type": "MovingPoint",
            "datetimes": datetimes,
            "coordinates": coordinates,
            "interpolation": "Linear",
        },
        "properties": {"track": each["track"], "mmsi": each["mmsi"]},
    }
    return {**feature, "temporalProperties": [speeds]} if known.any() else feature
