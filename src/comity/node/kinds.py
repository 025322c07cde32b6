"""Every kind of record that a node can release or receive, and the domain of each."""

from collections.abc import Mapping
from types import MappingProxyType

from comity.ground import Kind
from comity.maritime import KINDS as MARITIME
from comity.rescue import KINDS as RESCUE

DOMAINS: Mapping[str, str] = MappingProxyType(
    {**dict.fromkeys(RESCUE, "rescue"), **dict.fromkeys(MARITIME, "maritime")}
)
"""The domain of each kind of record that this node can release."""

KINDS: Mapping[str, Kind] = MappingProxyType({**RESCUE, **MARITIME})


def subject_of(kind: str, record: Mapping[str, object]) -> str:
    """Return the name of what a record is about, at the node that released it: the first column of its kind."""
    return str(record.get(KINDS[kind].columns[0].name, "?")) if kind in KINDS else "?"
