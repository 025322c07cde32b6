"""What of a ship's own tale cannot be believed as it stands: ten checks, each with its reason, score and evidence."""

from comity.maritime.validity.checks import CHECKS, REASONS, compile_validity
from comity.maritime.validity.doubts import DOUBTS, RANGES, SCENES, Check, Given, Land, given

__all__ = ["CHECKS", "DOUBTS", "RANGES", "REASONS", "SCENES", "Check", "Given", "Land", "compile_validity", "given"]
