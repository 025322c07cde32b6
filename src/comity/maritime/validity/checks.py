"""The checks: one line each."""

from types import MappingProxyType

from comity.maritime.validity.changes import find_changes
from comity.maritime.validity.circles import compile_circles, find_circles
from comity.maritime.validity.clashes import find_clashes
from comity.maritime.validity.clocks import find_clocks
from comity.maritime.validity.coherence import find_coherence
from comity.maritime.validity.doubts import Check
from comity.maritime.validity.jumps import find_jumps
from comity.maritime.validity.on_land import find_on_land
from comity.maritime.validity.receivers import find_out_of_range
from comity.maritime.validity.statics import SCORES, find_contradictions
from comity.maritime.validity.too_clean import find_too_clean
from comity.maritime.validity.unseen import find_unseen
from comity.maritime.validity.values import find_values

_VALUES = ("mmsi-form", "place-out-of-range", "speed-out-of-range", "course-out-of-range")
_CLOCKS = ("fix-clock", "station-clock", "fix-after-reception", "fix-long-past")

CHECKS = MappingProxyType(
    {
        "values": Check(1, "vessel", _VALUES, find_values),
        "jump": Check(2, "vessel", ("jump", "jump-and-back"), find_jumps),
        "clash": Check(3, "vessel", ("identity-clash",), find_clashes),
        "identity": Check(3, "fleet", ("identity-change",), find_changes),
        "statics": Check(3, "fleet", ("imo-shared", "imo-moved", *SCORES), find_contradictions),
        "range": Check(4, "vessel", ("out-of-range",), find_out_of_range),
        "land": Check(5, "vessel", ("on-land",), find_on_land),
        "circle": Check(6, "vessel", ("circle",), find_circles),
        "coherence": Check(7, "fleet", ("many-ships-jump",), find_coherence),
        "too_clean": Check(8, "vessel", ("too-clean",), find_too_clean),
        "clock": Check(9, "fleet", _CLOCKS, find_clocks),
        "unseen": Check(10, "fleet", ("detection-without-report", "report-without-detection"), find_unseen),
    }
)
"""The checks by their keys. A new one is a module and a line here, with its reasons in three languages."""

REASONS = tuple(sorted({reason for check in CHECKS.values() for reason in check.reasons}))
"""Every reason that a doubt can have."""


def compile_validity() -> None:
    """Compile the kernels of the checks into their cache."""
    compile_circles()
