"""The maritime picture: what ships and satellites tell, where ships went, and what happened there."""

from comity.maritime.columns import DETECTIONS, EVENTS, MESSAGES, POSITIONS, STATICS

__all__ = ["DETECTIONS", "EVENTS", "MESSAGES", "POSITIONS", "STATICS"]
