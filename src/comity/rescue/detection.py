"""Detection: the chance that a unit finds each hypothesis of a cloud, leg by leg, while both move.

Units: metres, degrees, milliseconds since 1970; probabilities are numbers from 0 to 1.
Sources: B. O. Koopman, Search and Screening, OEG Report 56, 1946, ch. 2 (continuous looking: the chance of no
detection is exp(−∫ rate dt), so exposures of legs add up); A. R. Washburn, Search and Detection, 4th ed., 2002, ch. 2.
"""

from dataclasses import dataclass

from comity.ground import Floats


@dataclass(frozen=True)
class Sensor:
    """What a unit sees with.

    Parameters
    ----------
    sweep_width_m
        Shape (objects of the case,): corrected for platform, height, visibility, weather, speed and fatigue.
    lateral_range
        A key of `LATERAL_RANGES`.
    """

    sweep_width_m: Floats
    lateral_range: str
