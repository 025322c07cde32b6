"""The maritime picture: what ships and satellites tell, where ships went, and what happened there.

Whatever needs numba as soon as it is loaded stands under `_PARTS`, and is loaded when it is first asked for: a node
starts without it (house test), and so does whoever only wants a picture, a decoder or a word.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from comity.maritime.aivdm import REASONS, REJECTED, SKIPPED, Decoded, Decoder, decode
from comity.maritime.columns import DETECTIONS, EVENTS, MESSAGES, POSITIONS, STATICS
from comity.maritime.compiled import compile_kernels
from comity.maritime.delta import DELTA, delta_of, quantised, read_delta, reckoned, thinned
from comity.maritime.distress import Device, Distress, Distresses, Doubt, Sign, distress_lines, signs
from comity.maritime.distress import State as DistressState
from comity.maritime.kinds import CONTACT, DETECTION, DISTRESS, EVENT, KINDS, TRACK
from comity.maritime.mmsi import DISTRESS_KINDS, MID_FLAGS, MMSI_KINDS, mmsi_flag, mmsi_kind, mmsi_kinds
from comity.maritime.nearest import Near, Note, SpeedFrom, nearest
from comity.maritime.picture import Picture, Rows
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
    from comity.maritime.asked import Asked, Parts
    from comity.maritime.detectors import DETECTORS, EVENT_KINDS, Detector
    from comity.maritime.detectors.density import DENSITY
    from comity.maritime.detectors.ticks import TICKS_PER_DAY
    from comity.maritime.event_rows import event_changes
    from comity.maritime.event_rows import joined as joined_events
    from comity.maritime.sphere import EARTH_M
    from comity.maritime.stages import POSITION_COLUMNS, Run, days_of, find_events, gathered, run_of
    from comity.maritime.surroundings import Shore, Surroundings, anchorages_of, no_shore, open_sea, zones_of
    from comity.maritime.survey import Survey, anchorages_found, survey, surveyed
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

_PARTS: dict[str, tuple[str, ...]] = {
    "asked": (
        "Asked",
        "Parts",
    ),
    "detectors": (
        "DETECTORS",
        "EVENT_KINDS",
        "Detector",
    ),
    "detectors.density": ("DENSITY",),
    "detectors.ticks": ("TICKS_PER_DAY",),
    "event_rows": ("event_changes",),
    "sphere": ("EARTH_M",),
    "stages": (
        "POSITION_COLUMNS",
        "Run",
        "days_of",
        "find_events",
        "gathered",
        "run_of",
    ),
    "surroundings": (
        "Shore",
        "Surroundings",
        "anchorages_of",
        "no_shore",
        "open_sea",
        "zones_of",
    ),
    "survey": (
        "Survey",
        "anchorages_found",
        "survey",
        "surveyed",
    ),
    "tracks": (
        "TRACK_STATE",
        "TRACKED",
        "Folded",
        "Tracks",
        "finish",
        "fold",
        "no_tracks",
        "track_names",
        "track_numbers",
        "track_start_ms",
        "tracks",
    ),
}
"""What each part that compiles gives."""

_RENAMED = {
    "joined_events": "joined",
}
_WHERE = {name: part for part, names in _PARTS.items() for name in names} | {"joined_events": "event_rows"}


def __getattr__(name: str) -> Any:
    """Load the part that gives a name, the first time that it is asked for."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_WHERE[name]}"), _RENAMED.get(name, name))
    globals()[name] = found
    return found


class _Door(ModuleType):
    """The door: a function that is named as the part that gives it (`tracks`) is what stands under that name."""

    def __setattr__(self, name: str, value: Any) -> None:
        if not (isinstance(value, ModuleType) and name in _WHERE):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Door

__all__ = [
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
    "DistressState",
    "Distresses",
    "Doubt",
    "Folded",
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
    "joined_events",
    "mmsi_flag",
    "mmsi_kind",
    "mmsi_kinds",
    "nearest",
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
