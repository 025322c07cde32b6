"""Units: SI and degrees inside, knots, nautical miles and feet only at the edge.

Sources: BIPM, The International System of Units, 9th ed., table 8 (nautical mile, knot); international foot of 1959.
"""

M_PER_NM = 1852.0
"""Metres in an international nautical mile."""

M_S_PER_KNOT = M_PER_NM / 3600.0
"""Metres per second in a knot."""

M_PER_FOOT = 0.3048
"""Metres in an international foot."""

UDEG_PER_DEG = 1_000_000
"""Micro-degrees in a degree: positions in signed records are integers (0.11 m at the equator)."""


def udeg(angle_deg: float) -> int:
    """Return an angle in whole micro-degrees, rounded half to even.

    >>> udeg(36.75)
    36750000
    """
    return round(angle_deg * UDEG_PER_DEG)
