"""Formats in and out: paths or bytes to arrays and records, and back; usable without a node."""

from comity.files.logs import folder_reader, publish_checkpoint, read_log_file, write_log_files

__all__ = [
    "folder_reader",
    "publish_checkpoint",
    "read_log_file",
    "write_log_files",
]
