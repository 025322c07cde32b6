"""Formats in and out: paths or bytes to arrays and records, and back; usable without a node."""
