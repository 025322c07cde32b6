"""The drift set beside real drifters: forcing read for each release, hypotheses drifted, windows scored.

Windows that begin together and near one another drift together. What the forcing does not cover, in place or time, is
tried alone and over a shorter horizon, and left out and counted where that fails too; where nothing is left, the first
reason is given. Slicks that were seen later are laid over the map of a case at their instants.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from comity.files.drift_inputs import read_drift_inputs
from comity.files.slicks import Slick
from comity.ground import MS_PER_HOUR, MS_PER_S, InvalidInput
from comity.rescue import (
    LEVELS,
    Case,
    Overlap,
    Score,
    Track,
    Window,
    case_of_windows,
    check_end,
    drift,
    overlaps,
    poc_within,
    probability_map,
    scores_of,
    windows_of,
)

_OUTSIDE = (
    "files.outside_",
    "files.gap_in_series",
    "rescue.outside_field",
    "rescue.start_on_land",
    "rescue.too_near_pole",
)
MOST_TOGETHER = 50
"""Windows that drift together at most: so that memory stays small."""

NEAR_DEG = 5.0
"""Windows of one square of this side drift together: the fields that they need are read for all of them at once."""


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
    """Return the scores of the drift that a case describes (forcing, object, run) on the tracks of drifters.

    Raises
    ------
    InvalidInput
        For tracks that are too short for any horizon, and where the forcing covers none of them.
    """
    groups = _groups(tracks, settings)
    total = sum(len(windows) for windows in groups)
    scores: list[Score] = []
    lost: list[InvalidInput] = []
    done = 0
    for windows in groups:
        for first in range(0, len(windows), MOST_TOGETHER):
            together = windows[first : first + MOST_TOGETHER]
            found, left_out = _scored(case, together, settings)
            scores += found
            lost += left_out
            done += len(together)
            if progress is not None:
                progress(done / total)
    if not scores and lost:
        raise lost[0]
    return SkillRun(tuple(scores), total, len(lost))


def _groups(tracks: Sequence[Track], settings: SkillSettings) -> list[list[Window]]:
    """Return the windows of all tracks, those of one release and one square together, in order of time."""
    least_s, most_s = min(settings.horizons_s), max(settings.horizons_s)
    groups: dict[tuple[int, int, int], list[Window]] = {}
    for track in tracks:
        for each in windows_of(track, every_s=settings.every_s, horizon_s=most_s, least_s=least_s):
            square = int(each.lat_deg[0] // NEAR_DEG), int(each.lon_deg[0] % 360.0 // NEAR_DEG)
            groups.setdefault((each.release_ms, *square), []).append(each)
    if not groups:
        longest_ms = max(int(each.time_ms[-1] - each.time_ms[0]) for each in tracks)
        raise InvalidInput(
            "files.no_window",
            "No drifter was followed long enough to be compared.",
            why="of {drifters} drifters the longest was followed for {longest} hours, and the first comparison is "
            "after {least}; gaps of more than three hours and ways faster than 5 m/s do not count",
            remedy="compare after fewer hours: --horizons-h, or take longer tracks",
            drifters=len(tracks),
            longest=f"{longest_ms / MS_PER_HOUR:.1f}",
            least=f"{_hours(least_s)}",
        )
    return [groups[key] for key in sorted(groups)]


def _scored(case: Case, windows: list[Window], settings: SkillSettings) -> tuple[list[Score], list[InvalidInput]]:
    """Return the scores of windows that begin together, and why some of them could not be drifted."""
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
            return [], [error]
        size = _hours(max(shorter)) + 1
        window = replace(windows[0], lon_deg=windows[0].lon_deg[:size], lat_deg=windows[0].lat_deg[:size])
        return _scored(case, [window], settings)
    return scores_of(cloud, windows, settings.horizons_s), []


@dataclass(frozen=True)
class SlickScore:
    """A slick beside the map of a case at its instant: probability within it, how regions overlap it, its size."""

    seen_ms: int
    parts: int
    poc: float
    overlaps: tuple[Overlap, ...]


def score_slicks(case: Case, slicks: Sequence[Slick], *, at_ms: int | None = None) -> tuple[SlickScore, ...]:
    """Return the score of each slick in order of time; `at_ms` counts where a file does not say when it was seen.

    Without either a slick is laid over the end of the case's run. The slick that a case starts from, and those before
    it, have no score; `InvalidInput` where none has one.
    """
    due = [
        (case.run.until_ms if at_ms is None else at_ms) if slick.seen_ms is None else slick.seen_ms for slick in slicks
    ]
    later = [(each, seen_ms) for each, seen_ms in zip(slicks, due, strict=True) if _is_after_start(case, seen_ms)]
    if not later:
        check_end(due[-1], case.scenarios)
    return tuple(_slick_score(case, slick, seen_ms) for slick, seen_ms in later)


def _is_after_start(case: Case, seen_ms: int) -> bool:
    try:
        check_end(seen_ms, case.scenarios)
    except InvalidInput:
        return False
    return True


def _slick_score(case: Case, slick: Slick, seen_ms: int) -> SlickScore:
    mine = replace(case, run=replace(case.run, until_ms=seen_ms))
    inputs = read_drift_inputs(mine)
    cloud = drift(mine, inputs.forcing.current, inputs.forcing.wind, inputs.land)
    over = probability_map(cloud, land=inputs.land)
    return SlickScore(seen_ms, len(slick.parts), poc_within(over, slick.parts), overlaps(over, slick.parts, LEVELS))


def _hours(seconds: int) -> int:
    return seconds * MS_PER_S // MS_PER_HOUR
