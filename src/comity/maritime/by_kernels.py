"""What needs numba as soon as it is loaded: the door gives it from here when it is first asked for."""

from comity.maritime.asked import Asked, Parts
from comity.maritime.detectors import DETECTORS, EVENT_KINDS, Detector
from comity.maritime.detectors.density import DENSITY
from comity.maritime.detectors.doubt import KIND_OF_REASON
from comity.maritime.detectors.ticks import TICKS_PER_DAY
from comity.maritime.event_rows import event_changes, no_events
from comity.maritime.event_rows import joined as joined_events
from comity.maritime.identity_tracks import (
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
from comity.maritime.sphere import EARTH_M
from comity.maritime.stages import POSITION_COLUMNS, Run, days_of, find_events, gathered, run_of
from comity.maritime.surroundings import Shore, Surroundings, anchorages_of, no_shore, open_sea, zones_of
from comity.maritime.surveying import Survey, anchorages_found, survey, surveyed
from comity.maritime.validity import CHECKS, DOUBTS, RANGES, SCENES, Check, Given, Land, given
from comity.maritime.validity import REASONS as DOUBT_REASONS

__all__ = [
    "CHECKS",
    "DENSITY",
    "DETECTORS",
    "DOUBTS",
    "DOUBT_REASONS",
    "EARTH_M",
    "EVENT_KINDS",
    "KIND_OF_REASON",
    "POSITION_COLUMNS",
    "RANGES",
    "SCENES",
    "TICKS_PER_DAY",
    "TRACKED",
    "TRACK_STATE",
    "Asked",
    "Check",
    "Detector",
    "Folded",
    "Given",
    "Land",
    "Parts",
    "Run",
    "Shore",
    "Surroundings",
    "Survey",
    "Tracks",
    "anchorages_found",
    "anchorages_of",
    "days_of",
    "event_changes",
    "find_events",
    "finish",
    "fold",
    "gathered",
    "given",
    "joined_events",
    "no_events",
    "no_shore",
    "no_tracks",
    "open_sea",
    "run_of",
    "survey",
    "surveyed",
    "track_names",
    "track_numbers",
    "track_start_ms",
    "tracks",
    "zones_of",
]
