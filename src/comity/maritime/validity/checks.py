"""The checks: one line each."""

from comity.maritime.validity.changes import find_changes
from comity.maritime.validity.circles import compile_circles, find_circles
from comity.maritime.validity.clashes import find_clashes
from comity.maritime.validity.doubts import Check
from comity.maritime.validity.jumps import find_jumps

CHECKS = {
    "jump": Check(2, "vessel", ("jump", "jump-and-back"), find_jumps),
    "clash": Check(3, "vessel", ("identity-clash",), find_clashes),
    "identity": Check(3, "fleet", ("identity-change",), find_changes),
    "circle": Check(6, "vessel", ("circle",), find_circles),
}
"""The checks by their keys. A new one is a module and a line here, with its reasons in three languages."""

REASONS = tuple(sorted({reason for check in CHECKS.values() for reason in check.reasons}))
"""Every reason that a doubt can have."""


def compile_validity() -> None:
    """Compile the kernels of the checks into their cache."""
    compile_circles()
