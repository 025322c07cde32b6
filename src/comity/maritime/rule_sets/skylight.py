"""The rule set `skylight`: the alerts that Skylight (Allen Institute for AI) describes to its users, mid-2026.

Sources: the help pages of Skylight (standard rendezvous, speed range, entry). What they do not tell is ours.
"""

from typing import Any

_MINUTE_MS, _HOUR_MS = 60_000, 3_600_000
_KNOT_M_S = 1852.0 / 3600.0

_HELP = "help pages of Skylight"
_OURS = "ours"


def _is(value: float, source: str) -> dict[str, Any]:
    return {"value": value, "source": source}


SKYLIGHT: dict[str, Any] = {
    "schema": "comity/rule-set/1",
    "name": "skylight",
    "rules": {
        "rendezvous": {
            "apart_m": _is(250.0, f"{_HELP}, standard rendezvous: 250 m or less"),
            "least_ticks": _is(3, f"{_HELP}, standard rendezvous: 30 min or more, in ticks of 10 min"),
            "slow_m_s": _is(10 * _KNOT_M_S, f"{_OURS}: the pages name no speed; as for the fastest below"),
            "fastest_m_s": _is(10 * _KNOT_M_S, f"{_OURS}: a ship at 10 kn or more meets nobody at that tick"),
            "anchorage_m": _is(10_000.0, f"{_OURS}: as in the definition of Global Fishing Watch"),
            "silence_ms": _is(30 * _MINUTE_MS, f"{_OURS}: no interpolation over more than the shortest meeting"),
            "merge_ticks": _is(6, f"{_OURS}: less than an hour apart are one"),
            "crowd": _is(20, f"{_OURS}: as in the definition of Global Fishing Watch"),
        },
        "speed_range": {
            "low_m_s": _is(1.0 * _KNOT_M_S, f"{_OURS}: the user of Skylight chooses the range; 1 to 5 kn here"),
            "high_m_s": _is(5.0 * _KNOT_M_S, f"{_OURS}: the user of Skylight chooses the range; 1 to 5 kn here"),
            "least_ms": _is(30 * _MINUTE_MS, f"{_OURS}: half an hour or more"),
            "silence_ms": _is(1 * _HOUR_MS, f"{_OURS}: a silence of an hour ends it"),
        },
        "zone": {
            "least_ms": _is(0, f"{_HELP}, entry: every entry into an area of interest"),
        },
        **{
            check: {"least_score": _is(0.0, f"{_OURS}: every doubt is told; validity-checks.md has its thresholds")}
            for check in ("unseen",)
        },
    },
}
"""Thresholds by detector; each names its source, and `ours` says that the help pages tell none."""
