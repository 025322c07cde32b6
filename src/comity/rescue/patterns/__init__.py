"""Search patterns, one small module each: way-points in a rectangle, from the commence-search point.

A pattern takes the length and width of its area and the track spacing, in metres, and returns way-points of shape
(points, 2): metres along the area's bearing and across it (positive to the right), from the centre of the area; the
first is the commence-search point. A new pattern is one file and one line here: the laws of
`tests/rescue/test_patterns.py` then run over it.
"""

from collections.abc import Callable, Mapping

from comity.ground import Floats
from comity.rescue.patterns.parallel_sweep import parallel_sweep
from comity.rescue.patterns.search_area import SearchArea

Pattern = Callable[[float, float, float], Floats]

PATTERNS: Mapping[str, Pattern] = {
    "PS": parallel_sweep,
}
"""Every pattern by its IAMSAR designator."""

__all__ = ["PATTERNS", "Pattern", "SearchArea"]
