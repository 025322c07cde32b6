"""The maritime picture: what ships and satellites tell, where ships went, and what happened there."""

from comity.maritime.columns import DETECTIONS, EVENTS, MESSAGES, POSITIONS, STATICS
from comity.maritime.compiled import compile_kernels
from comity.maritime.distress import Device, Distress, Distresses, Sign, distress_lines, signs
from comity.maritime.nearest import Near, nearest
from comity.maritime.picture import Picture
from comity.maritime.ship_types import TYPE_CLASSES, TypeClass, type_class
from comity.maritime.simulator import Reception, Traffic, simulate

__all__ = [
    "DETECTIONS",
    "EVENTS",
    "MESSAGES",
    "POSITIONS",
    "STATICS",
    "TYPE_CLASSES",
    "Device",
    "Distress",
    "Distresses",
    "Near",
    "Picture",
    "Reception",
    "Sign",
    "Traffic",
    "TypeClass",
    "compile_kernels",
    "distress_lines",
    "nearest",
    "signs",
    "simulate",
    "type_class",
]
