"""The maritime picture: what ships and satellites tell, where ships went, and what happened there."""

from comity.maritime.aivdm import REASONS, REJECTED, SKIPPED, Decoded, Decoder, decode
from comity.maritime.columns import DETECTIONS, EVENTS, MESSAGES, POSITIONS, STATICS
from comity.maritime.compiled import compile_kernels
from comity.maritime.distress import Device, Distress, Distresses, Sign, distress_lines, signs
from comity.maritime.mmsi import DISTRESS_KINDS, MID_FLAGS, MMSI_KINDS, mmsi_flag, mmsi_kind, mmsi_kinds
from comity.maritime.nearest import Near, nearest
from comity.maritime.picture import Picture
from comity.maritime.ship_types import TYPE_CLASSES, TypeClass, type_class
from comity.maritime.simulator import Reception, Traffic, simulate

__all__ = [
    "DETECTIONS",
    "DISTRESS_KINDS",
    "EVENTS",
    "MESSAGES",
    "MID_FLAGS",
    "MMSI_KINDS",
    "POSITIONS",
    "REASONS",
    "REJECTED",
    "SKIPPED",
    "STATICS",
    "TYPE_CLASSES",
    "Decoded",
    "Decoder",
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
    "decode",
    "distress_lines",
    "mmsi_flag",
    "mmsi_kind",
    "mmsi_kinds",
    "nearest",
    "signs",
    "simulate",
    "type_class",
]
