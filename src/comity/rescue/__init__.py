"""Rescue: where a lost object drifts, and how sure we are of it."""

from comity.rescue.bounds import (
    DETECTION_LAWS,
    DetectionLaw,
    Efforts,
    MovingBound,
    StaticBound,
    moving_bound,
    static_bound,
)
from comity.rescue.case import Case, DriftObject, Run
from comity.rescue.case_file import case_of, check_end
from comity.rescue.cloud import ACTIVE, LEFT, STRANDED, Cloud, Containment, Polygon, ProbabilityMap
from comity.rescue.detection import Sensor, pod_by_hypothesis
from comity.rescue.drift import compile_kernels, drift
from comity.rescue.environment import EvenFlow, FlowSource, Observation, Quantity, Series
from comity.rescue.fields import IndexLattice, LandMask, VectorField
from comity.rescue.kinds import CASE_RECORD, KINDS
from comity.rescue.lateral_range import LATERAL_RANGES, POD_OF_COVERAGE, LateralCurve, LateralRange, lateral_curve
from comity.rescue.leeway import LEEWAY_CLASSES, LeewayClass, LeewayLine, leeway_class
from comity.rescue.legs import CORNERS, Legs, joined, legs_of, searched_m, way_points_m
from comity.rescue.manual_case import manual_case, mean_flow
from comity.rescue.manual_leeway import ManualLeeway, manual_leeway
from comity.rescue.manual_plan import (
    SEARCH_FACTORS,
    ManualCase,
    ManualPlan,
    ManualTask,
    ManualUnit,
    WaterCurrent,
    WorksheetLine,
    manual_plan,
)
from comity.rescue.patterns import PATTERNS, Pattern, SearchArea, coordinated_ship_m_s
from comity.rescue.probability_map import LEVELS, containment, probability_map
from comity.rescue.scenario_file import sailed
from comity.rescue.scenario_places import nominal_places
from comity.rescue.scenarios import (
    Area,
    Bearing,
    Cone,
    Debris,
    Drawn,
    Hazard,
    LastKnownPosition,
    LastReport,
    Ring,
    Scenario,
    Voyage,
    WayPoint,
)
from comity.rescue.search_objects import OF_LEEWAY, SEARCH_OBJECTS, search_object_of
from comity.rescue.starts import first_release_ms
from comity.rescue.survival import (
    SURVIVAL_MODELS,
    USSARTF_H,
    SurvivalCurve,
    SurvivalModel,
    own_survival_curve,
    survival_at,
    survival_by_hypothesis,
    survival_curve,
)
from comity.rescue.sweep_width import SWEEP_SOURCES, SWEEP_TABLES, SweepFactor, SweepTable, SweepWidth, sweep_width
from comity.rescue.uncertainty import MEASURED, Uncertainty
from comity.rescue.units import Conditions, PlanSettings, SearchUnit

__all__ = [
    "ACTIVE",
    "CASE_RECORD",
    "CORNERS",
    "DETECTION_LAWS",
    "KINDS",
    "LATERAL_RANGES",
    "LEEWAY_CLASSES",
    "LEFT",
    "LEVELS",
    "MEASURED",
    "OF_LEEWAY",
    "PATTERNS",
    "POD_OF_COVERAGE",
    "SEARCH_FACTORS",
    "SEARCH_OBJECTS",
    "STRANDED",
    "SURVIVAL_MODELS",
    "SWEEP_SOURCES",
    "SWEEP_TABLES",
    "USSARTF_H",
    "Area",
    "Bearing",
    "Case",
    "Cloud",
    "Conditions",
    "Cone",
    "Containment",
    "Debris",
    "DetectionLaw",
    "Drawn",
    "DriftObject",
    "Efforts",
    "EvenFlow",
    "FlowSource",
    "Hazard",
    "IndexLattice",
    "LandMask",
    "LastKnownPosition",
    "LastReport",
    "LateralCurve",
    "LateralRange",
    "LeewayClass",
    "LeewayLine",
    "Legs",
    "ManualCase",
    "ManualLeeway",
    "ManualPlan",
    "ManualTask",
    "ManualUnit",
    "MovingBound",
    "Observation",
    "Pattern",
    "PlanSettings",
    "Polygon",
    "ProbabilityMap",
    "Quantity",
    "Ring",
    "Run",
    "Scenario",
    "SearchArea",
    "SearchUnit",
    "Sensor",
    "Series",
    "StaticBound",
    "SurvivalCurve",
    "SurvivalModel",
    "SweepFactor",
    "SweepTable",
    "SweepWidth",
    "Uncertainty",
    "VectorField",
    "Voyage",
    "WaterCurrent",
    "WayPoint",
    "WorksheetLine",
    "case_of",
    "check_end",
    "compile_kernels",
    "containment",
    "coordinated_ship_m_s",
    "drift",
    "first_release_ms",
    "joined",
    "lateral_curve",
    "leeway_class",
    "legs_of",
    "manual_case",
    "manual_leeway",
    "manual_plan",
    "mean_flow",
    "moving_bound",
    "nominal_places",
    "own_survival_curve",
    "pod_by_hypothesis",
    "probability_map",
    "sailed",
    "search_object_of",
    "searched_m",
    "static_bound",
    "survival_at",
    "survival_by_hypothesis",
    "survival_curve",
    "sweep_width",
    "way_points_m",
]
