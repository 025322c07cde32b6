"""The drift set beside real drifters: forcing read for each release, hypotheses drifted, windows scored.

Windows that begin together drift together. What the forcing does not cover, in place or time, is tried alone and over a
shorter horizon, and left out and counted where that fails too.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from comity.files.drift_inputs import read_drift_inputs
from comity.ground import MS_PER_HOUR, MS_PER_S, InvalidInput
from comity.rescue import Case, Score, Track, Window, case_of_windows, drift, scores_of, windows_of

_OUTSIDE = ("files.outside_", "rescue.outside_field", "rescue.start_on_land")
MOST_TOGETHER = 50
"""Windows that drift together at most: so that memory stays small."""


@dataclass(frozen=True)
class SkillSettings:
    """How drifters are compared: a release every so often, the horizons, hypotheses for each release."""

    every_s: int
    horizons_s: tuple[int, ...]
    particles: int
    position_error_m: float


@dataclass(frozen=True)
class SkillRun:
    """The scores of all windows, and how many windows the forcing did not cover."""

    scores: tuple[Score, ...]
    windows: int
    left_out: int


def run_skill(
    case: Case, tracks: Sequence[Track], settings: SkillSettings, *, progress: Callable[[float], None] | None = None
) -> SkillRun:
    """Return the scores of the drift that a case describes (forcing, object, run) on the tracks of drifters."""
    by_release: dict[int, list[Window]] = {}
    for track in tracks:
        for window in windows_of(track, every_s=settings.every_s, horizon_s=max(settings.horizons_s)):
            if window.lon_deg.size > _hours(min(settings.horizons_s)):
                by_release.setdefault(window.release_ms, []).append(window)
    total = sum(len(windows) for windows in by_release.values())
    scores: list[Score] = []
    done = left_out = 0
    for _, windows in sorted(by_release.items()):
        for first in range(0, len(windows), MOST_TOGETHER):
            together = windows[first : first + MOST_TOGETHER]
            found, lost = _scored(case, together, settings)
            scores += found
            left_out += lost
            done += len(together)
            if progress is not None:
                progress(done / total)
    return SkillRun(tuple(scores), total, left_out)


def _scored(case: Case, windows: list[Window], settings: SkillSettings) -> tuple[list[Score], int]:
    """Return the scores of windows that begin together, and how many could not be drifted."""
    mine = case_of_windows(case, windows, particles=settings.particles, position_error_m=settings.position_error_m)
    try:
        inputs = read_drift_inputs(mine)
        cloud = drift(mine, inputs.forcing.current, inputs.forcing.wind, inputs.land)
    except InvalidInput as error:
        if not error.code.startswith(_OUTSIDE):
            raise
        if len(windows) > 1:
            half = len(windows) // 2
            parts = [_scored(case, some, settings) for some in (windows[:half], windows[half:])]
            return parts[0][0] + parts[1][0], parts[0][1] + parts[1][1]
        shorter = [each for each in settings.horizons_s if _hours(each) < windows[0].lon_deg.size - 1]
        if not shorter:
            return [], 1
        size = _hours(max(shorter)) + 1
        window = replace(windows[0], lon_deg=windows[0].lon_deg[:size], lat_deg=windows[0].lat_deg[:size])
        return _scored(case, [window], settings)
    return scores_of(cloud, windows, settings.horizons_s), 0


def _hours(seconds: int) -> int:
    return seconds * MS_PER_S // MS_PER_HOUR
