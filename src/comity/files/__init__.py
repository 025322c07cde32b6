"""Formats in and out: paths or bytes to arrays and records, and back; usable without a node.

What needs netCDF, PROJ or matplotlib is loaded when it is first asked for, so that a command that needs none starts at
once.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from comity.files.logs import (
    folder_reader,
    keep_heads,
    publish_checkpoint,
    read_log_file,
    unfinished_files,
    write_log_files,
)

if TYPE_CHECKING:
    from comity.files.boxes import Box
    from comity.files.cases import read_case
    from comity.files.charts.drift_map import DriftChart, drift_map
    from comity.files.coast import land_mask
    from comity.files.drift_inputs import DriftInputs, read_drift_inputs
    from comity.files.drift_results import DriftResult, drift_contents, drift_summary, write_drift
    from comity.files.folders import write_folder
    from comity.files.forcing import Forcing, Provenance, read_field, read_forcing
    from comity.files.idealised import write_idealised_forcing
    from comity.files.log_addresses import address_reader, is_address
    from comity.files.position_queries import PositionQueries
    from comity.files.position_store import PositionStore
    from comity.files.position_store_reading import StoredPositions
    from comity.files.positions import read_positions
    from comity.files.positions_mapping import read_mapping

_LOADED_WHEN_ASKED = {
    "Box": "boxes",
    "DriftChart": "charts.drift_map",
    "DriftInputs": "drift_inputs",
    "DriftResult": "drift_results",
    "Forcing": "forcing",
    "PositionQueries": "position_queries",
    "PositionStore": "position_store",
    "Provenance": "forcing",
    "StoredPositions": "position_store_reading",
    "address_reader": "log_addresses",
    "drift_contents": "drift_results",
    "drift_map": "charts.drift_map",
    "drift_summary": "drift_results",
    "is_address": "log_addresses",
    "land_mask": "coast",
    "read_case": "cases",
    "read_drift_inputs": "drift_inputs",
    "read_field": "forcing",
    "read_forcing": "forcing",
    "read_mapping": "positions_mapping",
    "read_positions": "positions",
    "write_drift": "drift_results",
    "write_folder": "folders",
    "write_idealised_forcing": "idealised",
}

__all__ = [
    "Box",
    "DriftChart",
    "DriftInputs",
    "DriftResult",
    "Forcing",
    "PositionQueries",
    "PositionStore",
    "Provenance",
    "StoredPositions",
    "address_reader",
    "drift_contents",
    "drift_map",
    "drift_summary",
    "folder_reader",
    "is_address",
    "keep_heads",
    "land_mask",
    "publish_checkpoint",
    "read_case",
    "read_drift_inputs",
    "read_field",
    "read_forcing",
    "read_log_file",
    "read_mapping",
    "read_positions",
    "unfinished_files",
    "write_drift",
    "write_folder",
    "write_idealised_forcing",
    "write_log_files",
]


def __getattr__(name: str) -> Any:
    if name not in _LOADED_WHEN_ASKED:
        raise AttributeError(name)
    return getattr(import_module(f"comity.files.{_LOADED_WHEN_ASKED[name]}"), name)
