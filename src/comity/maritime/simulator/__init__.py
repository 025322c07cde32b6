"""A believable fleet of EXAMPLE ships in the western Mediterranean, with planted events and the truth about them."""

from comity.maritime.simulator.reports import STATIONS, Reception
from comity.maritime.simulator.ships import MARK
from comity.maritime.simulator.traffic import Traffic, simulate

__all__ = ["MARK", "STATIONS", "Reception", "Traffic", "simulate"]
