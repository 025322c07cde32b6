"""The maritime picture: what ships and satellites tell, where ships went, and what happened there."""

from comity.maritime.aivdm import REASONS, REJECTED, SKIPPED, Decoded, Decoder, decode
from comity.maritime.asked import Asked, Parts
from comity.maritime.columns import DETECTIONS, EVENTS, MESSAGES, POSITIONS, STATICS
from comity.maritime.compiled import compile_kernels
from comity.maritime.detectors import DETECTORS, EVENT_KINDS, Detector
from comity.maritime.detectors.density import DENSITY
from comity.maritime.detectors.ticks import TICKS_PER_DAY
from comity.maritime.distress import Device, Distress, Distresses, Sign, distress_lines, signs
from comity.maritime.event_rows import event_changes
from comity.maritime.event_rows import joined as joined_events
from comity.maritime.kinds import CONTACT, DETECTION, DISTRESS, EVENT, KINDS, TRACK
from comity.maritime.mmsi import DISTRESS_KINDS, MID_FLAGS, MMSI_KINDS, mmsi_flag, mmsi_kind, mmsi_kinds
from comity.maritime.nearest import Near, nearest
from comity.maritime.picture import Picture
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
from comity.maritime.sphere import EARTH_M
from comity.maritime.stages import POSITION_COLUMNS, Run, days_of, find_events, gathered, run_of
from comity.maritime.surroundings import Shore, Surroundings, anchorages_of, no_shore, open_sea, zones_of
from comity.maritime.survey import Survey, anchorages_found, survey, surveyed
from comity.maritime.track_rules import DEFAULT_RULES, NOISE_REASONS, TRACK_RULES, Noise, TrackRules
from comity.maritime.tracks import (
    TRACK_STATE,
    TRACKED,
    Folded,
    Tracks,
    finish,
    fold,
    no_tracks,
    track_names,
    track_numbers,
    track_start_ms,
    tracks,
)

__all__ = [
    "CONTACT",
    "DEFAULT_RULES",
    "DEFAULT_RULE_SET",
    "DENSITY",
    "DETECTION",
    "DETECTIONS",
    "DETECTORS",
    "DISTRESS",
    "DISTRESS_KINDS",
    "EARTH_M",
    "EVENT",
    "EVENTS",
    "EVENT_KINDS",
    "KINDS",
    "MESSAGES",
    "MID_FLAGS",
    "MMSI_KINDS",
    "NOISE_REASONS",
    "POSITIONS",
    "POSITION_COLUMNS",
    "REASONS",
    "REJECTED",
    "RULE_SETS",
    "SKIPPED",
    "STATICS",
    "TICKS_PER_DAY",
    "TRACK",
    "TRACKED",
    "TRACK_RULES",
    "TRACK_STATE",
    "TYPE_CLASSES",
    "Asked",
    "Decoded",
    "Decoder",
    "Detector",
    "Device",
    "Distress",
    "Distresses",
    "Folded",
    "Near",
    "Noise",
    "Parts",
    "Picture",
    "Reception",
    "RecordTable",
    "RuleSet",
    "Run",
    "Shore",
    "Sign",
    "Surroundings",
    "Survey",
    "TrackRules",
    "Tracks",
    "Traffic",
    "TypeClass",
    "anchorages_found",
    "anchorages_of",
    "compile_kernels",
    "contact_items",
    "days_of",
    "decode",
    "detection_items",
    "distress_lines",
    "distress_record",
    "event_changes",
    "event_items",
    "find_events",
    "finish",
    "fold",
    "gathered",
    "joined_events",
    "mmsi_flag",
    "mmsi_kind",
    "mmsi_kinds",
    "nearest",
    "no_shore",
    "no_tracks",
    "open_sea",
    "pseudonym",
    "rule_set",
    "rule_set_of",
    "run_of",
    "signs",
    "simulate",
    "survey",
    "surveyed",
    "track_names",
    "track_numbers",
    "track_record",
    "track_start_ms",
    "tracks",
    "type_class",
    "zones_of",
]
