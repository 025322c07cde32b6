"""Leeway for the manual method: one speed and a divergence angle to either side of downwind, 55 categories.

Units: per cent of the wind speed at 10 m, centimetres per second and degrees as printed; `manual_leeway` turns them
into SI. Source: A. Allen and J. Plourde, Review of leeway, US Coast Guard R&D Center CG-D-08-99, 1999, table 8-1; the
keys are those of the drift's classes that describe the same object (a sailing vessel with a full keel has none there).
"""

import math
from dataclasses import dataclass
from typing import Literal

from comity.ground import M_S_PER_KNOT
from comity.rescue.leeway import LeewayClass

# Key, then slope in %, offset in cm/s, divergence angle in degrees, standard error in cm/s.
ROWS: dict[str, tuple[float, float, float, float]] = {
    "PIW-1": (1.1, 3.5, 40, 15),
    "PIW-2": (0.5, 3.8, 24, 10),
    "PIW-3": (1.2, 0.2, 24, 1.38),
    "PIW-4": (1.4, 5.3, 40, 1.85),
    "PIW-5": (0.7, 4.3, 40, 5.92),
    "PIW-6": (1.5, 4, 40, 10),
    "LIFE-RAFT-NB-1": (4.2, 1.6, 38, 15),
    "LIFE-RAFT-NB-2": (5.7, 10.9, 32, 10.4),
    "LIFE-RAFT-NB-3": (4.4, -10.3, 38, 4.1),
    "LIFE-RAFT-NB-4": (3.7, 5.7, 32, 2.1),
    "LIFE-RAFT-NB-5": (3, 0, 38, 15),
    "LIFE-RAFT-SB-6": (2.9, -0.2, 30, 15),
    "LIFE-RAFT-SB-7": (3.2, -1, 30, 0.9),
    "LIFE-RAFT-SB-8": (2.5, 0.7, 30, 4.2),
    "LIFE-RAFT-SB-9": (1.7, -5.2, 11, 2.1),
    "LIFE-RAFT-DB-10": (3, 0.8, 18, 7.9),
    "LIFE-RAFT-DB-11": (2.9, 2, 20, 8.6),
    "LIFE-RAFT-DB-12": (3.8, -2.1, 20, 4.4),
    "LIFE-RAFT-DB-13": (3.8, -2.1, 20, 4.5),
    "LIFE-RAFT-DB-14": (3.6, -1.5, 20, 2.5),
    "LIFE-RAFT-DB-15": (1.8, 1.4, 16, 3.1),
    "LIFE-RAFT-DB-16": (1.6, 2.7, 32, 3),
    "LIFE-RAFT-DB-17": (2.1, 0, 27, 2.7),
    "LIFE-RAFT-DB-18": (3.6, -4.4, 14, 5.4),
    "LIFE-RAFT-DB-19": (3.9, -3.1, 12, 2.9),
    "LIFE-RAFT-DB-20": (3.1, -3.6, 12, 3.3),
    "LIFE-RAFT-DB-21": (0.9, 0, 16, 2.2),
    "LIFE-RAFT-DB-22": (1, -2.2, 11, 2),
    "LIFE-CAPSULE": (3.8, -4.1, 30, 1.4),
    "USCG-RESCUE": (2.5, -2.1, 10, 4),
    "AVIATION-1": (3.7, 5.7, 32, 2.1),
    "AVIATION-2": (2.8, -0.6, 20, 4),
    "PERSON-POWERED-VESSEL-1": (1.1, 12.5, 20, 3.52),
    "PERSON-POWERED-VESSEL-2": (2, 0, 20, 10),
    "PERSON-POWERED-VESSEL-3": (2.3, 5.2, 16, 2.32),
    "FULL-KEEL": (3, 0, 65, 10),
    "SAILBOAT-7": (4, 0, 65, 10),
    "SKIFF-1": (3.4, 2.1, 30, 1.8),
    "SKIFF-2": (3, 3.9, 20, 4.1),
    "SKIFF-3": (1.7, 0, 20, 3),
    "SPORT-BOAT": (6.9, -4.1, 25, 2.9),
    "SPORT-FISHER": (6, -4.6, 30, 3.3),
    "FISHING-VESSEL-1": (3.7, 1, 65, 15),
    "FISHING-VESSEL-2": (4, 0, 65, 10),
    "FISHING-VESSEL-3": (4.2, 0, 65, 10),
    "FISHING-VESSEL-4": (3.7, 0, 65, 10),
    "FISHING-VESSEL-5": (2.7, 4.9, 65, 3.9),
    "FISHING-VESSEL-6": (4, 0.3, 45, 3),
    "COASTAL-FREIGHTER": (2.8, 0, 65, 10),
    "FV-DEBRIS": (2, 0, 14, 10),
    "BAIT-BOX-1": (1.3, 13.8, 42, 4.5),
    "BAIT-BOX-2": (2.6, 9.2, 20, 2.96),
    "BAIT-BOX-3": (1.6, 8, 44, 2.7),
    "REFUGEE-RAFT-1": (1.5, 8.7, 23, 1.5),
    "REFUGEE-RAFT-2": (7.9, -8.9, 45, 5.4),
}

TABLE = "Allen & Plourde 1999, CG-D-08-99, table 8-1"
Origin = Literal["given", "table", "drift_class"]
ERROR_M_S = 0.3 * M_S_PER_KNOT
"""Leeway error where no table has one (IAMSAR method)."""


@dataclass(frozen=True)
class ManualLeeway:
    """Leeway speed = slope × wind speed + offset, up to a divergence angle to either side of downwind.

    `origin` says whether an officer gave it, a row of the table has it, or it is the speed and the angle that the lines
    of the drift's class amount to; `source` cites the table.
    """

    slope: float
    offset_m_s: float
    divergence_deg: float
    error_m_s: float
    origin: Origin = "given"
    source: str = ""


def manual_leeway(leeway: LeewayClass) -> ManualLeeway:
    """Return the manual method's leeway of a drift class: the table's row, or what its own lines amount to.

    >>> from comity.rescue.leeway import leeway_class
    >>> manual_leeway(leeway_class("SKIFF-2")).divergence_deg
    20
    """
    row = ROWS.get(leeway.key)
    if row is None:
        across = (leeway.right.slope - leeway.left.slope) / 2
        slope = math.hypot(leeway.downwind.slope, across)
        angle_deg = math.degrees(math.atan2(across, leeway.downwind.slope)) if slope > 0 else 0.0
        spread_m_s = math.hypot(leeway.downwind.spread_m_s, (leeway.right.spread_m_s + leeway.left.spread_m_s) / 2)
        return ManualLeeway(slope, leeway.downwind.offset_m_s, angle_deg, spread_m_s or ERROR_M_S, "drift_class")
    slope_pct, offset_cm_s, divergence_deg, error_cm_s = row
    return ManualLeeway(
        round(slope_pct / 100, 9),
        round(offset_cm_s / 100, 9),
        divergence_deg,
        round(error_cm_s / 100, 9),
        "table",
        TABLE,
    )
