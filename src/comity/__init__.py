"""Comity: runs a memorandum of understanding between two nations, each on its own sovereign node."""
