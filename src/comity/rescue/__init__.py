"""Rescue: where a lost object drifts, and how sure we are of it."""

from comity.rescue.fields import IndexLattice, LandMask, VectorField

__all__ = ["IndexLattice", "LandMask", "VectorField"]
