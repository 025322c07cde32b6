"""What can search, what it will meet, and how the officer wants it planned.

Units: metres, metres per second, seconds, degrees; instants in milliseconds since 1970.
"""

from dataclasses import dataclass
from typing import Literal

from comity.ground import M_PER_FOOT

PLATFORMS = ("helicopter", "fixed_wing", "boat")
Areas = Literal["best", "fixed", "drifting"]

SEARCH_SHARE = 0.85
"""Share of the time on scene that is search, the rest being turns and looking at what was seen: the habit of the manual
worksheet (IAMSAR Manual vol. II, effort allocation worksheet); a setting, since practice differs."""

HEIGHT_SEPARATION_M = 500 * M_PER_FOOT
"""Aircraft nearer in height than this never share water at one time: a usual figure; a setting, since rules differ."""

TURNAROUND_S = 3600.0
"""Between landing and leaving again, to refuel and change the crew: a round figure of ours; a setting."""


@dataclass(frozen=True)
class SearchUnit:
    """A unit that can search, when and for how long.

    Parameters
    ----------
    altitude_m
        Height above the sea; for a boat the height of the eye, None where it is not given.
    speed_m_s, transit_m_s
        Speed over ground while it searches, and on the way out and home.
    on_scene_ms, endurance_s
        When it can begin, and how long it can stay on scene.
    base_lat_deg, base_lon_deg
        Where it leaves from and returns to.
    total_endurance_s
        From leaving base to being back; None where the time on scene is all that is known.
    ready_ms
        When it can leave base at the earliest; None: as early as the search needs, but not before the drift begins.
    sorties, turnaround_s
        How often it goes out, and how long it stays at base in between.
    is_tired
        Whether its look-outs are tired.
    sweep_width_m
        The officer's own sweep widths, one for each object or one for all, instead of the tables'; None: the tables.
    lateral_range
        A key of `LATERAL_RANGES`.
    patterns
        Patterns it may fly; None: those of the plan.
    """

    unit_id: str
    platform: str
    altitude_m: float | None
    speed_m_s: float
    on_scene_ms: int
    endurance_s: float
    base_lat_deg: float
    base_lon_deg: float
    transit_m_s: float | None = None
    total_endurance_s: float | None = None
    ready_ms: int | None = None
    sorties: int = 1
    turnaround_s: float = TURNAROUND_S
    is_tired: bool = False
    sweep_width_m: tuple[float, ...] | None = None
    lateral_range: str = "exponential"
    patterns: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Conditions:
    """What the searchers will meet on scene; `water_c` is needed only where survival is to count."""

    visibility_m: float
    wind_m_s: float
    sea_m: float
    water_c: float | None = None


@dataclass(frozen=True)
class PlanSettings:
    """How a plan is made.

    Parameters
    ----------
    search_share
        Share of the time on scene that is search.
    height_separation_m
        Aircraft nearer in height than this never share an area at one time.
    areas
        Areas that lie still, or go with the mean drift; `best` takes those that go with it where they find more.
    patterns
        Designators of `PATTERNS` that units may fly.
    survival
        A key of `SURVIVAL_MODELS`: hypotheses of a person in the water count by the share alive when the first sortie
        begins; None: they count whole.
    search_objects
        The sweep-width tables' own names for the objects of the case; None: what their leeway classes stand for.
    """

    search_share: float = SEARCH_SHARE
    height_separation_m: float = HEIGHT_SEPARATION_M
    areas: Areas = "best"
    patterns: tuple[str, ...] = ("PS", "CS", "SS", "VS", "TSR", "TSN")
    survival: str | None = None
    search_objects: tuple[str, ...] | None = None


BY_DEFAULT = PlanSettings()
