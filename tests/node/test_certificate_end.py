"""The doctor tells in time when the certificate of the line ends."""

from pathlib import Path

import pytest

from comity.node.app import opened
from comity.node.cards import read_card
from comity.node.certificates import VALID_DAYS, certificate_ends_ms, pin_of_card
from comity.node.doctor import CERTIFICATE_DAYS, MS_PER_DAY, examine
from comity.node.partners import enrol
from comity.node.renewal import renew_certificate
from tests.two_nodes.two import START_MS, card_of, make_folder, two_nodes


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


def test_a_renewed_certificate_stands_on_a_card_that_the_partner_enrols_again(tmp_path: Path) -> None:
    with two_nodes(tmp_path) as two:
        before = read_card(card_of(two.dz, two.agreement_id))
        (after,) = renew_certificate(two.dz)
        assert read_card(card_of(two.dz, two.agreement_id)) == after
        assert (after.log_key, after.mirror_key) == (before.log_key, before.mirror_key)
        assert after.tls != before.tls
        assert after.fingerprint != before.fingerprint
        _, pinned = enrol(two.us, card_of(two.dz, two.agreement_id))
        assert pin_of_card(pinned) == pin_of_card(after)
    with opened(tmp_path / "DZ") as dz:
        assert dz.holding(after.agreement).card == after
