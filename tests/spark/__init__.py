"""The Spark engine on a standalone cluster; skipped by name where tools/set-up-spark has not been run."""
