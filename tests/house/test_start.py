"""What a node loads when it starts: an officer waits for it at each start, and the node holds it while it is served."""

import subprocess
import sys

import pytest

HEAVY = {
    "docx",  # papers
    "fontpkg_amiri",
    "matplotlib",
    "pyhanko",
    "typst",
    "numba",  # the drift: in workers of its own
    "rasterio",
    "scipy",
    "xarray",
}
"""Each takes a tenth of a second to a second, and megabytes; import it in the function that uses it."""


@pytest.mark.parametrize("module", ["comity.api.serving", "comity.cli.node", "comity.cli.demo.command"])
def test_a_node_starts_without_what_only_a_drift_or_a_paper_needs(module):
    told = f"import sys, {module}; print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stdout.split())


@pytest.mark.parametrize("module", ["comity.cli.node", "comity.cli.acts", "comity.cli.keys", "comity.cli.ledger"])
def test_a_command_that_serves_nothing_starts_without_the_web_framework(module):
    told = f"import sys, {module}; print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert "fastapi" not in done.stdout.split()
