"""Drift: where a case's hypotheses go.

What computes it stands in `advection`, and is loaded with its compiler when the first drift is asked for: a second and
150 MiB, which nobody pays who only reads a case.
"""

from collections.abc import Callable

import numpy as np

from comity.ground import MS_PER_HOUR, Grid
from comity.rescue.allocation import compile_allocation
from comity.rescue.case import Case, DriftObject, Run
from comity.rescue.cloud import Cloud
from comity.rescue.debris import traced_back
from comity.rescue.detection import compile_detection
from comity.rescue.fields import IndexLattice, LandMask, VectorField
from comity.rescue.leeway import LEEWAY_CLASSES
from comity.rescue.scenarios import LastKnownPosition

Progress = Callable[[float], None]


def drift(
    case: Case, current: VectorField, wind: VectorField, land: LandMask | None, *, progress: Progress | None = None
) -> Cloud:
    """Return the cloud of a case's hypotheses, hour by hour until the end of its run.

    Releases are moved to the nearest step. The cloud depends on the case and the fields alone, not on the number of
    threads; how many others there are moves a hypothesis by rounding only (under 1 m).

    Parameters
    ----------
    case
        Areas that name a file must have been read into corners. Debris is drifted back to the wreck first.
    current, wind
        Must cover the starts and the time, or `InvalidInput` says what they cover. A hypothesis that drifts out of a
        field stops and has the status `LEFT`; more than `advection.MAX_LEFT` of them are refused in the same words.
    land
        The coast; None where there is none to meet. Outside its box there is no land.
    progress
        Called with the share of the run that is done, after each hour.
    """
    from comity.rescue.advection import advected

    return advected(traced_back(case, current, wind, land), current, wind, land, progress)


def compile_kernels() -> None:
    """Compile the drift into its cache at set-up, so that no officer waits for it: one hypothesis for one hour."""
    corners = np.array([[0.0, 0.0], [1.0, 1.0]])
    lattice = IndexLattice(-1.0, -1.0, 2.0, 2.0, corners, corners.T.copy())
    still = np.zeros((2, 2, 2), dtype=np.float32)
    time_ms = np.array([0, MS_PER_HOUR], dtype=np.int64)
    current = VectorField("current", time_ms, still, still, lattice, "still water")
    wind = VectorField("wind", time_ms, still, still, lattice, "still air")
    land = LandMask(Grid(-1.0, -1.0, 1.0, 1.0, 2, 2), np.array([[False, False], [False, True]]))
    case = Case(
        case_id="compile",
        desk={},
        currents=(),
        wind=(),
        objects=(DriftObject(LEEWAY_CLASSES[0], 1.0),),
        scenarios=(LastKnownPosition(-0.5, -0.5, 0.0, 0, 0.0, 1.0),),
        run=Run(MS_PER_HOUR, 3600, 1, 0, "table", "rk2"),
    )
    drift(case, current, wind, land)
    compile_detection()
    compile_allocation()
