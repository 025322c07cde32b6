"""The rule set `gfw-2026`: the definitions that Global Fishing Watch publishes, as of mid-2026, and ours beside them.

Sources: the repositories of Global Fishing Watch (Apache-2.0): GFW_technical_documentation, pipe-gaps,
pipe-encounters, pipe-loitering, pipe-anchorages, pipe-segment, AIS-disabling-high-seas; Welch et al., Hot spots of
unseen fishing vessels, Science Advances 8, 2022; Miller et al., Identifying global patterns of transshipment
behavior, Frontiers in Marine Science 5, 2018.
"""

from typing import Any

_MINUTE_MS, _HOUR_MS = 60_000, 3_600_000
_NM_M, _KNOT_M_S = 1852.0, 1852.0 / 3600.0

_DOCS = "GFW_technical_documentation"
_OURS = "ours"


def _is(value: float, source: str) -> dict[str, Any]:
    return {"value": value, "source": source}


GFW_2026: dict[str, Any] = {
    "schema": "comity/rule-set/1",
    "name": "gfw-2026",
    "rules": {
        "gap": {
            "least_ms": _is(12 * _HOUR_MS, "pipe-gaps, core/gap_detector.py: 12 h"),
            "before_ms": _is(12 * _HOUR_MS, "pipe-gaps: positions of the 12 h before are counted"),
        },
        "disabling": {
            "least_ms": _is(12 * _HOUR_MS, f"{_DOCS}, gaps.md: 12 h or more"),
            "from_shore_m": _is(50 * _NM_M, f"{_DOCS}, gaps.md: begins more than 50 nm from shore"),
            "a_day": _is(10.0, "AIS-disabling-high-seas, config.py: more than 10 positions a day in the 1° cell"),
            "before": _is(14, f"{_DOCS}, gaps.md: 14 positions or more from satellites in the 12 h before"),
        },
        "loitering": {
            "slow_m_s": _is(2 * _KNOT_M_S, "pipe-loitering: mean speed under 2 kn"),
            "least_ms": _is(4 * _HOUR_MS, f"{_DOCS}, loitering.md: 4 h in reports"),
            "from_shore_m": _is(20 * _NM_M, f"{_DOCS}, loitering.md: 20 nm or more from shore on average"),
            "window_ms": _is(30 * _MINUTE_MS, f"{_OURS}: mean over any half hour, in the place of clock hours"),
            "node_ms": _is(5 * _MINUTE_MS, f"{_OURS}: way is summed over points of 5 min, so that noise adds none"),
            "silence_ms": _is(8 * _HOUR_MS, "gpsdio-segment, core.py: 8 h at most between points of a segment"),
            "heard_ms": _is(1 * _HOUR_MS, f"{_OURS}: longer silences take half of the time at most"),
            "company_m": _is(2_000.0, f"{_OURS}: another ship that loiters within 2 km is company"),
            "company_least_ms": _is(2 * _HOUR_MS, f"{_OURS}: of which slow ships may be company"),
        },
        "encounter": {
            "apart_m": _is(500.0, f"{_DOCS}, encounters.md: 500 m or less"),
            "least_ticks": _is(12, f"{_DOCS}, encounters.md: 2 h or more, in ticks of 10 min"),
            "slow_m_s": _is(2 * _KNOT_M_S, f"{_DOCS}, encounters.md: median speed under 2 kn"),
            "fastest_m_s": _is(10 * _KNOT_M_S, f"{_OURS}: a ship at 10 kn or more is in no encounter at that tick"),
            "anchorage_m": _is(10_000.0, f"{_DOCS}, encounters.md: 10 km or more from a coastal anchorage"),
            "silence_ms": _is(1 * _HOUR_MS, "pipe-encounters: no interpolation over more than 1 h"),
            "merge_ticks": _is(24, "pipe-encounters, merge_options.py: less than 4 h apart are one"),
            "crowd": _is(20, "pipe-anchorages, anchorage_cfg.yaml: 20 ships in a cell of 0.5 km are an anchorage"),
        },
        "port_visit": {
            "enter_m": _is(3_000.0, "pipe-anchorages, anchorage_cfg.yaml: within 3 km"),
            "exit_m": _is(4_000.0, "pipe-anchorages, anchorage_cfg.yaml: beyond 4 km"),
            "stop_m_s": _is(0.2 * _KNOT_M_S, "pipe-anchorages: a stop begins under 0.2 kn"),
            "go_m_s": _is(0.5 * _KNOT_M_S, "pipe-anchorages: a stop ends above 0.5 kn"),
            "gap_ms": _is(4 * _HOUR_MS, "pipe-anchorages: a silence of more than 4 h in port"),
            "join_m": _is(60 * _NM_M, "pipe-anchorages: what lies over 60 nm apart is not joined"),
            "least_confidence": _is(2, f"{_DOCS}, anchorages-voyages-port-visits.md: published from 2 on"),
        },
        "voyage": {
            "least_confidence": _is(3, f"{_DOCS}, anchorages-voyages-port-visits.md: 3 or 4"),
        },
        "zone": {
            "least_ms": _is(0, f"{_OURS}: every passage counts"),
        },
        "density": {
            "cells_per_degree": _is(20, f"{_OURS}: 0.05° and a day"),
        },
        **{
            check: {"least_score": _is(0.0, f"{_OURS}: every doubt is told; validity-checks.md has its thresholds")}
            for check in (
                "clash",
                "identity",
                "jump",
                "circle",
                "on_land",
                "out_of_range",
                "too_clean",
                "coherence",
                "unseen",
            )
        },
    },
}
"""Thresholds by detector; each names its source, and `ours` says that it is not in the published definition."""
