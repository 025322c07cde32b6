"""Rescue: where a lost object drifts, and how sure we are of it."""

from comity.rescue.case import Area, Case, Conditions, Cone, DriftObject, LastKnownPosition, Ring, Run, SearchUnit
from comity.rescue.case_file import case_of
from comity.rescue.cloud import ACTIVE, LEFT, STRANDED, Cloud, Containment, Polygon, ProbabilityMap
from comity.rescue.drift import compile_kernels, drift
from comity.rescue.fields import IndexLattice, LandMask, VectorField
from comity.rescue.kinds import CASE_RECORD, KINDS
from comity.rescue.leeway import LEEWAY_CLASSES, LeewayClass, LeewayLine, leeway_class
from comity.rescue.probability_map import LEVELS, containment, probability_map
from comity.rescue.starts import first_release_ms

__all__ = [
    "ACTIVE",
    "CASE_RECORD",
    "KINDS",
    "LEEWAY_CLASSES",
    "LEFT",
    "LEVELS",
    "STRANDED",
    "Area",
    "Case",
    "Cloud",
    "Conditions",
    "Cone",
    "Containment",
    "DriftObject",
    "IndexLattice",
    "LandMask",
    "LastKnownPosition",
    "LeewayClass",
    "LeewayLine",
    "Polygon",
    "ProbabilityMap",
    "Ring",
    "Run",
    "SearchUnit",
    "VectorField",
    "case_of",
    "compile_kernels",
    "containment",
    "drift",
    "first_release_ms",
    "leeway_class",
    "probability_map",
]
