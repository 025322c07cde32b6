"""What a case file says of the run: how it is computed, what drifts, and how wrong current and wind may be.

Units of the file are an officer's where its keys say so (hours, knots); the case is SI.
"""

from typing import cast

from comity.ground import M_S_PER_KNOT, InvalidInput
from comity.rescue.case import Becoming, Capsizing, Crosswind, Direction, DriftObject, Run, Scheme
from comity.rescue.case_table import MAX_WEIGHT, Table, table_of
from comity.rescue.leeway import LeewayClass, LeewayLine, leeway_class
from comity.rescue.uncertainty import MEASURED, Uncertainty

MAX_PARTICLES = 10_000_000

_S_PER_HOUR = 3600.0
_MOST_HOURS = 10_000.0
_CAPSIZE_WIND_KT = 58.0  # 30 m/s, within 5 m/s, to 0.4 of the leeway: OpenDrift's defaults, for want of a measurement
_CAPSIZE_WIDTH_KT = 9.7
_CAPSIZE_SHARE = 0.4
_RUN_KEYS = ("until", "step_s", "particles", "seed", "crosswind", "scheme", "uncertainty", "direction")
_UNCERTAINTY_KEYS = ("current_m_s", "current_relative", "current_memory_h", "wind_m_s", "wind_memory_h", "source")


def run_of(table: Table, uncertainty: Table | None) -> Run:
    """Return what [run] and [uncertainty] say; without a word on it the uncertainty is the measured one.

    With OpenDrift's crosswind it is none, as it is there.
    """
    table.check_keys(_RUN_KEYS, ("until",))
    step_s = table.count("step_s", 1, 3600, default=600)
    if 3600 % step_s:
        raise InvalidInput(
            "rescue.step_not_in_hour",
            "A step of {step_s} s does not divide an hour.",
            why="the cloud is written every hour, on a step",
            remedy="use a step such as 300, 600, 900, 1800 or 3600",
            step_s=step_s,
        )
    crosswind = cast(Crosswind, table.choice("crosswind", ("table", "opendrift"), default="table"))
    default = "measured" if crosswind == "table" or uncertainty is not None else "none"
    named = table.choice("uncertainty", ("measured", "none"), default=default)
    if named == "none" and uncertainty is not None:
        raise InvalidInput(
            "rescue.uncertainty_twice",
            "The case says that there is no uncertainty, and how great it is.",
            why='[run] has uncertainty = "none", and there is a table [uncertainty]',
            remedy="take one of the two away",
        )
    return Run(
        until_ms=table.instant_ms("until"),
        step_s=step_s,
        particles=table.count("particles", 1, MAX_PARTICLES, default=100_000),
        seed=table.count("seed", 0, 2**53 - 1, default=0),
        crosswind=crosswind,
        scheme=cast(Scheme, table.choice("scheme", ("rk4", "rk2", "euler"), default="rk2")),
        uncertainty=None if named == "none" else _uncertainty(uncertainty),
        direction=cast(Direction, table.choice("direction", ("forward", "backward"), default="forward")),
    )


def _uncertainty(table: Table | None) -> Uncertainty:
    """Return the measured figures, or those of the case: a size given alone stands alone, without the other's floor."""
    if table is None:
        return MEASURED
    table.check_keys(_UNCERTAINTY_KEYS)
    is_sized = "current_m_s" in table.entries or "current_relative" in table.entries
    least, relative = (0.0, 0.0) if is_sized else (MEASURED.current_m_s, MEASURED.current_relative)
    memory_h = MEASURED.current_memory_s / _S_PER_HOUR
    return Uncertainty(
        current_m_s=table.number("current_m_s", 0, 5, default=least),
        current_relative=table.number("current_relative", 0, 10, default=relative),
        current_memory_s=_S_PER_HOUR * table.number("current_memory_h", 0.01, _MOST_HOURS, default=memory_h),
        wind_m_s=table.number("wind_m_s", 0, 30, default=MEASURED.wind_m_s),
        wind_memory_s=_S_PER_HOUR * table.number("wind_memory_h", 0.01, _MOST_HOURS, default=memory_h),
        source=table.text("source", default="the case file"),
    )


def objects_of(tables: list[Table]) -> tuple[DriftObject, ...]:
    """Return what drifts; what an object becomes is another of them, by its place in the file from 1."""
    objects = tuple(_object(table, len(tables)) for table in tables)
    if not any(each.weight > 0.0 for each in objects):
        raise InvalidInput(
            "rescue.no_object_weighs",
            "No object of the case has a weight above 0.",
            why="an object of weight 0 is only what another becomes",
            remedy="give a weight to what may drift from the start",
        )
    return objects


def _object(table: Table, count: int) -> DriftObject:
    table.check_keys(("leeway", "wind_drift", "weight", "becomes", "capsizes"))
    return DriftObject(
        leeway=_leeway(table),
        weight=table.number("weight", 0.0, MAX_WEIGHT, default=1.0),
        becomes=_becoming(table, count) if "becomes" in table.entries else None,
        capsizing=_capsizing(table) if "capsizes" in table.entries else None,
    )


def _leeway(table: Table) -> LeewayClass:
    """Return the class of the table, or a share of the wind along it for what has no class: oil, or a drifter."""
    if "wind_drift" not in table.entries:
        table.check_keys(table.entries, ("leeway",))
        value = table.entries["leeway"]
        if isinstance(value, bool) or not isinstance(value, int | str):
            value = table.text("leeway")
        return leeway_class(value)
    if "leeway" in table.entries:
        raise InvalidInput(
            "rescue.leeway_twice",
            "{table} has a leeway class and a wind drift.",
            why="the wind moves an object in one of the two ways",
            remedy="take leeway or wind_drift away",
            table=table.name,
        )
    return wind_drift_class(table.number("wind_drift", 0.0, 0.2))


def wind_drift_class(share: float) -> LeewayClass:
    """Return an object that drifts along the wind with a share of its speed, without spread.

    >>> wind_drift_class(0.03).key
    'WIND-DRIFT-3%'
    """
    none = LeewayLine(0.0, 0.0, 0.0)
    return LeewayClass(
        0, f"WIND-DRIFT-{100 * share:g}%", "drifts along the wind", LeewayLine(share, 0.0, 0.0), none, none
    )


def _becoming(table: Table, count: int) -> Becoming:
    inner = table_of(table.entries, "becomes", name=f"becomes in {table.name}")
    inner.check_keys(("object", "after_s", "mean_s"), ("object",))
    if ("after_s" in inner.entries) == ("mean_s" in inner.entries):
        raise InvalidInput(
            "rescue.becomes_when",
            "{table} does not say once when the object becomes another.",
            why="it needs after_s or mean_s, and not both",
            remedy="write after_s = [3600, 21600] for an even chance between two times, or mean_s = 14400 for a rate",
            table=inner.name,
        )
    after_s = inner.numbers("after_s", 0, 365 * 86_400) if "after_s" in inner.entries else None
    if after_s is not None:
        after_s = min(after_s), max(after_s)
    mean_s = inner.number("mean_s", 1, 365 * 86_400) if after_s is None else None
    return Becoming(inner.count("object", 1, count) - 1, after_s, mean_s)


def _capsizing(table: Table) -> Capsizing:
    inner = table_of(table.entries, "capsizes", name=f"capsizes in {table.name}")
    inner.check_keys(("wind_kt", "width_kt", "leeway_share"))
    return Capsizing(
        wind_m_s=M_S_PER_KNOT * inner.number("wind_kt", 1, 200, default=_CAPSIZE_WIND_KT),
        width_m_s=M_S_PER_KNOT * inner.number("width_kt", 0.1, 100, default=_CAPSIZE_WIDTH_KT),
        leeway_share=inner.number("leeway_share", 0, 1, default=_CAPSIZE_SHARE),
    )
