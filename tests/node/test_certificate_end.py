"""The doctor tells in time when the certificate of the line ends."""

from pathlib import Path

import pytest

from comity.node.certificates import VALID_DAYS, certificate_ends_ms
from comity.node.doctor import CERTIFICATE_DAYS, MS_PER_DAY, examine
from tests.two_nodes.two import START_MS, make_folder


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (0, "ok"),
        (VALID_DAYS - CERTIFICATE_DAYS - 2, "ok"),
        (VALID_DAYS - CERTIFICATE_DAYS, "warning"),
        (VALID_DAYS, "failed"),
    ],
)
def test_the_doctor_warns_before_the_certificate_ends(tmp_path: Path, days: int, state: str) -> None:
    folder = make_folder(tmp_path / "DZ", "DZ", host="dz.example")
    (found,) = [
        each for each in examine(folder, clock=lambda: START_MS + days * MS_PER_DAY) if each.check == "certificate"
    ]
    assert found.state == state


def test_a_node_without_a_certificate_has_nothing_to_tell(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "DZ", "DZ", host="dz.example")
    (folder / "keys" / "tls.pem").unlink()
    assert certificate_ends_ms(folder) is None
