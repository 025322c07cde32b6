"""A text signed by one party is pending, signed by both it is agreed; only what is receipted counts."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import orjson
import pytest

from comity.files import folder_reader
from comity.ground import InvalidInput
from comity.ledger import fetch_head, read_keys, verify_log
from comity.node.app import Node
from comity.node.partners import receipt_of, state_of
from comity.node.peers import pull
from comity.node.record import records
from comity.node.services import acts
from tests.two_nodes.two import Two, two_nodes


@pytest.fixture
def two(tmp_path: Path):
    with two_nodes(tmp_path) as both:
        yield both


def standing(two: Two, node: Node, series: str = "agreement") -> str:
    return acts.state(node, two.agreement_id, series).standing


def test_a_memorandum_signed_by_one_awaits_the_partner_and_signed_by_both_is_agreed(two: Two) -> None:
    state = acts.table(two.dz, two.agreement_id, "agreement", None, office="ministry of defence", sign=True)
    assert (state.standing, state.agreed) == ("awaiting_partner", ())
    two.exchange()
    assert (standing(two, two.dz), standing(two, two.us)) == ("awaiting_partner", "awaiting_us")

    (text,) = acts.state(two.us, two.agreement_id, "agreement").tabled
    assert text.hash == two.us.holding(two.agreement_id).hash
    acts.sign(two.us, two.agreement_id, "agreement", text.hash, office="department of defense")
    two.exchange()
    for node in (two.dz, two.us):
        done = acts.state(node, two.agreement_id, "agreement")
        assert (done.standing, [each.hash for each in done.agreed]) == ("agreed", [text.hash])
        assert [each.party for each in done.versions[0].signatures] == ["DZ", "US"]


def test_what_only_we_have_stored_is_not_agreed_yet(two: Two) -> None:
    acts.table(two.dz, two.agreement_id, "agreement", None, office="ministry", sign=True)
    pull(two.us, two.agreement_id)
    state = acts.state(two.us, two.agreement_id, "agreement")
    signed = acts.sign(two.us, two.agreement_id, "agreement", state.tabled[0].hash, office="department")
    assert (signed.standing, signed.agreed) == ("awaiting_receipt", ())
    two.exchange()
    assert standing(two, two.us) == "agreed"


def test_both_may_table_and_sign_the_same_text_at_once(two: Two) -> None:
    two.sign_memorandum()
    assert (standing(two, two.dz), standing(two, two.us)) == ("agreed", "agreed")


def test_the_annex_of_keys_is_the_same_on_both_nodes(two: Two) -> None:
    for node in (two.dz, two.us):
        acts.table(node, two.agreement_id, "keys", None, office="ministry", sign=True)
    two.exchange()
    agreed = [acts.state(node, two.agreement_id, "keys").agreed[0].hash for node in (two.dz, two.us)]
    assert agreed[0] == agreed[1]


def test_a_version_that_one_party_turned_down_is_void_and_the_next_proposal_is_the_others_turn(two: Two) -> None:
    acts.table(two.dz, two.agreement_id, "agreement", None, office="ministry", sign=True)
    two.exchange()
    acts.sign(two.us, two.agreement_id, "agreement", None, office="department")
    two.exchange()
    assert standing(two, two.dz) == standing(two, two.us) == "void"
    assert acts.state(two.dz, two.agreement_id, "agreement").versions[0].outcome == "void"
    with pytest.raises(InvalidInput) as caught:  # R4: in round 1 of an empty chain the second party proposes
        acts.table(two.dz, two.agreement_id, "agreement", None, office="ministry", sign=True)
    assert caught.value.code == "node.not_our_turn"
    acts.table(two.us, two.agreement_id, "agreement", None, office="department", sign=True)
    two.exchange()
    acts.table(two.dz, two.agreement_id, "agreement", None, office="ministry", sign=True)
    two.exchange()
    assert standing(two, two.dz) == standing(two, two.us) == "agreed"


def test_a_party_answers_a_version_once(two: Two) -> None:
    acts.table(two.dz, two.agreement_id, "agreement", None, office="ministry", sign=True)
    again = acts.table(two.dz, two.agreement_id, "agreement", None, office="ministry", sign=True)
    assert again.standing == "awaiting_partner"
    assert two.dz.holding(two.agreement_id).own.size == 2  # one text, one signature
    with pytest.raises(InvalidInput) as caught:
        acts.sign(two.dz, two.agreement_id, "agreement", None, office="ministry")
    assert caught.value.code == "node.already_signed"


@pytest.mark.parametrize(
    ("series", "document", "code"),
    [
        ("agreement", {"schema": "comity/agreement/1"}, "node.another_text"),
        ("minutes", {"a": 1}, "node.unknown_series"),
        ("decision/x", None, "node.unknown_series"),
        ("decision/x", {"schema": "comity/decision/1"}, "agreement.breaks_schema"),
    ],
)
def test_a_text_that_its_series_cannot_bear_is_never_signed(two: Two, series, document, code):
    with pytest.raises(InvalidInput) as caught:
        acts.table(two.dz, two.agreement_id, series, document, office="ministry", sign=True)
    assert caught.value.code == code
    assert two.dz.holding(two.agreement_id).own.size == 0


def test_a_hash_that_nobody_tabled_cannot_be_signed(two: Two) -> None:
    with pytest.raises(InvalidInput) as caught:
        acts.sign(two.us, two.agreement_id, "agreement", "sha256:" + "0" * 64, office="department")
    assert caught.value.code == "node.no_such_text"


def test_receipts_only_grow_and_both_directions_are_followed(two: Two) -> None:
    two.sign_memorandum()
    receipt = receipt_of(two.dz, two.agreement_id)
    assert receipt is not None
    assert receipt.size == two.dz.holding(two.agreement_id).own.size
    for direction in ("in", "out"):
        state = state_of(two.dz, two.agreement_id, direction)
        assert state is not None
        assert state.state == "following"


def test_both_nodes_show_the_same_record(two: Two) -> None:
    two.sign_memorandum()
    seen = [records(node, node.holding(two.agreement_id)).agreed for node in (two.dz, two.us)]
    assert seen[0] == seen[1]


def test_anybody_can_check_both_logs_with_the_files_of_the_folder(two: Two) -> None:
    two.sign_memorandum()
    for which, log in (("own", "log"), ("partner", "mirror")):
        layout = two.dz.layout
        keys = read_keys(orjson.loads(layout.log_keys(two.agreement_id, which).read_bytes()))
        read = folder_reader(layout.log(two.agreement_id, which))
        head = fetch_head(read, keys)
        assert verify_log(read, head).new_entries == 2, log
        assert bool(head.receipts_ms) == (which == "partner")  # our copy bears our receipt


def test_officers_who_sign_at_the_same_moment_leave_one_signature(two: Two) -> None:
    def sign(number: int) -> str:
        return acts.table(two.dz, two.agreement_id, "agreement", None, office=f"office {number}", sign=True).standing

    with ThreadPoolExecutor(8) as officers:
        assert set(officers.map(sign, range(8))) == {"awaiting_partner"}
    assert two.dz.holding(two.agreement_id).own.size == 2
