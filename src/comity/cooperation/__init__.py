"""Working groups, meetings, decisions, actions and initiatives that two parties signed: data in, what follows out."""

from comity.cooperation import written
from comity.cooperation.alternat import RIGHT_TO_LEFT, Layout, layout, sheets

__all__ = [
    "RIGHT_TO_LEFT",
    "Layout",
    "layout",
    "sheets",
    "written",
]
