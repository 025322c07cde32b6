"""Search patterns, one small module each: way-points in a rectangle, from the commence-search point.

A pattern takes the length and width of its area and the track spacing, in metres, and returns way-points of shape
(points, 2): metres along the area's bearing and across it (positive to the right), from the centre of the area; the
first is the commence-search point. `legs_of` puts them on the sea and on the clock. A new pattern is one file and one
line here: the laws of `tests/rescue/test_patterns.py` then run over it.
"""

from collections.abc import Callable, Mapping

from comity.ground import Floats
from comity.rescue.patterns.barrier import barrier
from comity.rescue.patterns.creeping_line import coordinated_ship_m_s, creeping_line
from comity.rescue.patterns.expanding_square import expanding_square
from comity.rescue.patterns.parallel_sweep import parallel_sweep
from comity.rescue.patterns.search_area import SearchArea, check_area
from comity.rescue.patterns.sector import sector
from comity.rescue.patterns.track_line import track_line, track_line_non_return, track_line_return

Pattern = Callable[[float, float, float], Floats]

PATTERNS: Mapping[str, Pattern] = {
    "PS": parallel_sweep,
    "CS": creeping_line,
    "SS": expanding_square,
    "VS": sector,
    "TS": track_line,
    "TSR": track_line_return,
    "TSN": track_line_non_return,
    "barrier": barrier,
}
"""Every pattern by its IAMSAR designator."""

__all__ = ["PATTERNS", "Pattern", "SearchArea", "check_area", "coordinated_ship_m_s"]
