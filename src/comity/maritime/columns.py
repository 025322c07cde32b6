"""The columns that this room speaks: positions, what ships say of themselves, messages, detections and events.

Every table is sorted by nothing unless its maker says so. Units are in the names; instants are milliseconds since
1970-01-01T00:00Z. Missing is NaN in floats, the empty string in words, and the value given below in whole numbers;
never the sentinel of a sentence (91, 181, 511, 102.3).
"""

import pyarrow as pa

NOT_DEFINED_STATUS = 15
"""`nav_status` of a ship that tells none (ITU-R M.1371-5, table 45: 15 = not defined)."""

NO_SECOND = 60
"""`utc_second` that is not available (ITU-R M.1371-5, table 45; 61 to 63 say why there is no fix)."""

NO_TYPE, NO_NUMBER = 0, -1
"""Ship type 0 is "not available" in the standard itself; −1 is ours, where no value of the standard is left."""

POSITIONS = pa.schema(
    [
        ("mmsi", pa.int64()),
        ("t_ms", pa.int64()),
        ("lat_deg", pa.float64()),
        ("lon_deg", pa.float64()),
        ("sog_m_s", pa.float32()),
        ("cog_deg", pa.float32()),
        ("heading_deg", pa.float32()),
        ("rot_deg_min", pa.float32()),
        ("nav_status", pa.int8()),
        ("utc_second", pa.int8()),
        ("is_accurate", pa.bool_()),
        ("msg_type", pa.int8()),
        ("station", pa.dictionary(pa.int32(), pa.string())),
        ("received_ms", pa.int64()),
    ]
)
"""Where ships were. `t_ms` is the instant of the fix, `received_ms` that of its reception (equal where one is known);
`station` names the receiver, or the file; `msg_type` is 0 where no sentence was behind it."""

STATICS = pa.schema(
    [
        ("mmsi", pa.int64()),
        ("t_ms", pa.int64()),
        ("imo", pa.int64()),
        ("callsign", pa.string()),
        ("shipname", pa.string()),
        ("ship_type", pa.int16()),
        ("to_bow_m", pa.int16()),
        ("to_stern_m", pa.int16()),
        ("to_port_m", pa.int16()),
        ("to_starboard_m", pa.int16()),
        ("draught_m", pa.float32()),
        ("destination", pa.string()),
        ("eta", pa.string()),
        ("msg_type", pa.int8()),
        ("station", pa.dictionary(pa.int32(), pa.string())),
    ]
)
"""What a ship says of itself (types 5, 19, 24). `imo` 0: none; lengths 0: not told; `eta` is `MM-DDTHH:MM`."""

MESSAGES = pa.schema(
    [
        ("mmsi", pa.int64()),
        ("t_ms", pa.int64()),
        ("msg_type", pa.int8()),
        ("dest_mmsi", pa.int64()),
        ("dac", pa.int16()),
        ("fid", pa.int16()),
        ("text", pa.string()),
        ("lat_deg", pa.float64()),
        ("lon_deg", pa.float64()),
        ("station", pa.dictionary(pa.int32(), pa.string())),
    ]
)
"""Every other message, classified: safety texts (12, 14), binary (6, 8, 25, 26), aids to navigation (21), the rest.

`dest_mmsi` 0 and `dac`, `fid` −1 where the type has none; a place where the type has one.
"""

DETECTIONS = pa.schema(
    [
        ("detection_id", pa.string()),
        ("t_ms", pa.int64()),
        ("lat_deg", pa.float64()),
        ("lon_deg", pa.float64()),
        ("sensor", pa.string()),
        ("length_m", pa.float32()),
        ("score", pa.float32()),
        ("scene", pa.string()),
        ("source", pa.string()),
    ]
)
"""What a satellite saw: `sensor` is viirs, sar, optical or radar; `scene` names the picture that it stands in."""

EVENTS = pa.schema(
    [
        ("event_id", pa.string()),
        ("kind", pa.string()),
        ("state", pa.string()),
        ("mmsi", pa.int64()),
        ("mmsi_2", pa.int64()),
        ("start_ms", pa.int64()),
        ("end_ms", pa.int64()),
        ("lat_deg", pa.float64()),
        ("lon_deg", pa.float64()),
        ("rules", pa.string()),
        ("reason", pa.string()),
        ("score", pa.float32()),
        ("evidence", pa.string()),
    ]
)
"""What a rule set found. `mmsi_2` 0: one ship; `state` is open or closed; `end_ms` of what is open is its last row;
`evidence` is canonical JSON: the rows and figures that the rule read; `reason` a stable code, `score` from 0 to 1."""
