"""The records of this room, as the release check needs them: columns, their role, and what each holds.

Numbers are whole, as signed records want them: millimetres per second, thousandths of a degree, per mille. Names by
which a partner can follow a thing are pseudonyms (`comity.maritime.released`): who knows no salt learns no MMSI.
"""

from comity.ground import Column, Kind

CONTACT = Kind(
    "maritime.contact",
    (
        Column("contact_id", "identity", "pseudonym of the ship, the same as long as its salt is"),
        Column("position", "position", "where the ship was, one pair"),
        Column("seen_ms", "instant", "instant of the fix"),
        Column("ship_type", "identity", "type of ship and cargo, as AIS counts them (ITU-R M.1371, table 53)"),
        Column("flag", "identity", "country of the MMSI's first digits (ISO 3166-1)"),
        Column("sog_mm_s", "measure", "speed over ground, in millimetres per second"),
        Column("cog_mdeg", "measure", "course over ground, in thousandths of a degree"),
        Column("mmsi", "identity", "maritime mobile service identity; national unless a rule says otherwise"),
        Column("shipname", "identity", "name that the ship gives itself; national unless a rule says otherwise"),
        Column("imo", "identity", "IMO number; national unless a rule says otherwise"),
        Column("callsign", "identity", "call sign; national unless a rule says otherwise"),
        Column("source", "identity", "receiver that heard it; national unless a rule says otherwise"),
    ),
)
"""One ship at one instant, as it is released to a partner."""

DETECTION = Kind(
    "maritime.detection",
    (
        Column("detection_id", "identity", "pseudonym of the detection"),
        Column("position", "position", "where something was seen, one pair"),
        Column("seen_ms", "instant", "when the satellite saw it"),
        Column("length_m", "measure", "estimated length, in whole metres"),
        Column("source", "identity", "who published it"),
        Column("sensor", "identity", "viirs, sar, optical or radar"),
        Column("score_permille", "measure", "how sure the detector is, per mille"),
        Column("scene", "identity", "picture that it stands in; national unless a rule says otherwise"),
        Column("mmsi", "identity", "ship whose AIS agrees with it; national unless a rule says otherwise"),
    ),
)
"""Something that a satellite saw."""

EVENT = Kind(
    "maritime.event",
    (
        Column("event_id", "identity", "pseudonym of the event"),
        Column("event_kind", "identity", "what a rule set calls it, such as encounter or gap"),
        Column("position", "position", "where, one pair"),
        Column("start_ms", "instant", "when it began"),
        Column("end_ms", "instant", "when it ended; of one that is open, when it was last seen"),
        Column("state", "identity", "open or closed"),
        Column("rules", "identity", "rule set that found it, with its version"),
        Column("reason", "identity", "stable code of what was found"),
        Column("score_permille", "measure", "how sure the rule is, per mille"),
        Column("mmsi", "identity", "the ship; national unless a rule says otherwise"),
        Column("mmsi_2", "identity", "the other ship; national unless a rule says otherwise"),
        Column("evidence", "text", "rows and figures that the rule read; national unless a rule says otherwise"),
    ),
)
"""What a rule set found. It says what happened, never why."""

TRACK = Kind(
    "maritime.track",
    (
        Column("track_id", "identity", "pseudonym of the track"),
        Column("ship_type", "identity", "type of ship and cargo, as AIS counts them (ITU-R M.1371, table 53)"),
        Column("flag", "identity", "country of the MMSI's first digits (ISO 3166-1)"),
        Column("fixes_ms", "instant", "instants of the fixes, oldest first"),
        Column("line", "position", "places of the fixes, one pair each"),
        Column("mmsi", "identity", "maritime mobile service identity; national unless a rule says otherwise"),
        Column("shipname", "identity", "name that the ship gives itself; national unless a rule says otherwise"),
    ),
)
"""Where one ship went."""

DISTRESS = Kind(
    "maritime.distress",
    (
        Column("distress_id", "identity", "pseudonym of the device"),
        Column("device", "identity", "sart, mob or epirb"),
        Column("state", "identity", "active or test"),
        Column("position", "position", "where it was last heard, one pair"),
        Column("first_ms", "instant", "when it was first heard"),
        Column("last_ms", "instant", "when it was last heard"),
        Column("mmsi", "identity", "number of the device; national unless a rule says otherwise"),
        Column("words", "text", "what it said; national unless a rule says otherwise"),
    ),
)
"""A distress device that was heard. A rescue that begins with one is a `rescue.case`, and leaves under that rule."""

KINDS: dict[str, Kind] = {each.name: each for each in (CONTACT, DETECTION, EVENT, TRACK, DISTRESS)}
