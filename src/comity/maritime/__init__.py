"""The maritime picture: what ships and satellites tell, where ships went, and what happened there.

Whatever needs numba as soon as it is loaded stands in `by_kernels` and is loaded when it is first asked for: a node
starts without it (house test), and so does whoever only wants a picture, a decoder or a word.
"""

from typing import TYPE_CHECKING, Any

from comity.maritime.aivdm import REASONS, REJECTED, SKIPPED, Decoded, Decoder, decode
from comity.maritime.columns import DETECTIONS, EVENTS, MESSAGES, NO_SECOND, NOT_DEFINED_STATUS, POSITIONS, STATICS
from comity.maritime.compiled import compile_kernels, compile_listening
from comity.maritime.delta import DELTA, delta_of, quantised, read_delta, reckoned, thinned
from comity.maritime.distress import Device, Distress, Distresses, Doubt, Sign, distress_lines, signs
from comity.maritime.distress import State as DistressState
from comity.maritime.kinds import CONTACT, DETECTION, DISTRESS, EVENT, KINDS, TRACK
from comity.maritime.mmsi import DISTRESS_KINDS, MID_FLAGS, MMSI_KINDS, mmsi_flag, mmsi_kind, mmsi_kinds
from comity.maritime.nearest import Near, Note, SpeedFrom, nearest
from comity.maritime.picture import REACH_MS, Picture, Rows
from comity.maritime.released import (
    RecordTable,
    contact_items,
    detection_items,
    distress_record,
    event_items,
    pseudonym,
    track_record,
)
from comity.maritime.rule_sets import DEFAULT_RULE_SET, RULE_SETS, RuleSet, rule_set, rule_set_of
from comity.maritime.ship_types import TYPE_CLASSES, TypeClass, type_class
from comity.maritime.simulator import Reception, Traffic, simulate
from comity.maritime.track_rules import DEFAULT_RULES, NOISE_REASONS, TRACK_RULES, Noise, TrackRules

if TYPE_CHECKING:
    from comity.maritime.by_kernels import *


def __getattr__(name: str) -> Any:
    """Load what compiles, the first time that something of it is asked for."""
    if name not in __all__:
        raise AttributeError(f"comity.maritime gives no {name}")
    from comity.maritime import by_kernels

    return getattr(by_kernels, name)


__all__ = [
    "CHECKS",
    "CONTACT",
    "DEFAULT_RULES",
    "DEFAULT_RULE_SET",
    "DELTA",
    "DENSITY",
    "DETECTION",
    "DETECTIONS",
    "DETECTORS",
    "DISTRESS",
    "DISTRESS_KINDS",
    "DOUBTS",
    "DOUBT_REASONS",
    "EARTH_M",
    "EVENT",
    "EVENTS",
    "EVENT_KINDS",
    "KINDS",
    "KIND_OF_REASON",
    "MESSAGES",
    "MID_FLAGS",
    "MMSI_KINDS",
    "NOISE_REASONS",
    "NOT_DEFINED_STATUS",
    "NO_SECOND",
    "POSITIONS",
    "POSITION_COLUMNS",
    "RANGES",
    "REACH_MS",
    "REASONS",
    "REJECTED",
    "RULE_SETS",
    "SCENES",
    "SKIPPED",
    "STATICS",
    "TICKS_PER_DAY",
    "TRACK",
    "TRACKED",
    "TRACK_RULES",
    "TRACK_STATE",
    "TYPE_CLASSES",
    "Asked",
    "Check",
    "Decoded",
    "Decoder",
    "Detector",
    "Device",
    "Distress",
    "DistressState",
    "Distresses",
    "Doubt",
    "Folded",
    "Given",
    "Land",
    "Near",
    "Noise",
    "Note",
    "Parts",
    "Picture",
    "Reception",
    "RecordTable",
    "Rows",
    "RuleSet",
    "Run",
    "Shore",
    "Sign",
    "SpeedFrom",
    "Surroundings",
    "Survey",
    "TrackRules",
    "Tracks",
    "Traffic",
    "TypeClass",
    "anchorages_found",
    "anchorages_of",
    "compile_kernels",
    "compile_listening",
    "contact_items",
    "days_of",
    "decode",
    "delta_of",
    "detection_items",
    "distress_lines",
    "distress_record",
    "event_changes",
    "event_items",
    "find_events",
    "finish",
    "fold",
    "gathered",
    "given",
    "joined_events",
    "mmsi_flag",
    "mmsi_kind",
    "mmsi_kinds",
    "nearest",
    "no_events",
    "no_shore",
    "no_tracks",
    "open_sea",
    "pseudonym",
    "quantised",
    "read_delta",
    "reckoned",
    "rule_set",
    "rule_set_of",
    "run_of",
    "signs",
    "simulate",
    "survey",
    "surveyed",
    "thinned",
    "track_names",
    "track_numbers",
    "track_record",
    "track_start_ms",
    "tracks",
    "type_class",
    "zones_of",
]
