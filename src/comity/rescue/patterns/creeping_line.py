"""Creeping line (CS): legs along the short side, advancing along the long one. For a datum likelier at one end.

Co-ordinated (CSC), an aircraft flies the legs while a ship keeps under their middle: its speed makes both advance
together. Source: IAMSAR Manual vol. II, ch. 5.
"""

from comity.ground import Floats
from comity.rescue.patterns.parallel_sweep import parallel_sweep


def creeping_line(length_m: float, width_m: float, spacing_m: float) -> Floats:
    """Return the way-points of legs across the area, from the corner near (−length/2, −width/2)."""
    return parallel_sweep(width_m, length_m, spacing_m)[:, ::-1]


def coordinated_ship_m_s(leg_m: float, spacing_m: float, aircraft_m_s: float) -> float:
    """Return the speed of the ship under a co-ordinated creeping line.

    The aircraft flies a leg and a cross leg while the ship advances one spacing: S × V / (L + S).

    >>> round(coordinated_ship_m_s(18_520.0, 1852.0, 61.7), 2)
    5.61
    """
    return spacing_m * aircraft_m_s / (leg_m + spacing_m)
