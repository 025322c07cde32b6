"""The migrations, oldest first: numbered, forward only; a number is never used twice."""

from types import ModuleType

from comity.node.store.migrations import (
    m0001_logs,
    m0002_cases,
    m0003_offices,
    m0004_case_acts,
    m0005_recovery,
    m0006_requests,
    m0007_acts,
    m0008_received,
    m0009_cooperation,
    m0010_national_index,
    m0011_search,
    m0012_map_tokens,
    m0013_answers,
    m0014_on_scene,
    m0015_distress,
)

MIGRATIONS: tuple[ModuleType, ...] = (
    m0001_logs,
    m0002_cases,
    m0003_offices,
    m0004_case_acts,
    m0005_recovery,
    m0006_requests,
    m0007_acts,
    m0008_received,
    m0009_cooperation,
    m0010_national_index,
    m0011_search,
    m0012_map_tokens,
    m0013_answers,
    m0014_on_scene,
    m0015_distress,
)
