"""Charts: what an officer looks at, and what an instrument on board reads."""

from comity.files.charts.drift_map import DriftChart, drift_map

__all__ = ["DriftChart", "drift_map"]
