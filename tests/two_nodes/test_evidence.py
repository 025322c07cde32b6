"""What contradicts a record is kept as files, listed, given to auditors, and named in an alarm; lateness too."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from comity.cli.main import app
from comity.files.logs import head_name
from comity.ledger import LogKeys, parse_tlog_proof, read_head, verify_tlog_proof
from comity.node.app import opened
from comity.node.backup import back_up, restore
from comity.node.evidence import MOST_FILES, evidence, keep_file
from comity.node.pages.alarms import alarms
from comity.node.partners import receipt_of, required_card
from comity.node.peers import pull
from comity.node.services import acts
from tests.api.browsers import Browser
from tests.two_nodes.test_hostile_size import append
from tests.two_nodes.two import Two, two_nodes

AGREEMENT_ID = "dz-us-mou-2025"
URL = f"/api/v1/agreements/{AGREEMENT_ID}/contradictions"


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with two_nodes(tmp_path) as found:
        found.sign_memorandum()
        yield found


def kinds(two: Two) -> set[str]:
    return {each.kind for each in alarms(two.us)}


def older_head(two: Two) -> bytes:
    """Let DZ publish more, and serve its older head again from now on."""
    older = (two.dz.holding(AGREEMENT_ID).own.folder / "checkpoint").read_bytes()
    append(two.dz, 3)
    two.exchange()

    def rolled_back(request: httpx.Request, answer: httpx.Response) -> httpx.Response:
        is_head = request.url.path.endswith("/log/checkpoint") and request.url.host == "dz.example"
        return httpx.Response(200, stream=httpx.ByteStream(older)) if is_head else answer

    two.cable.twist = rolled_back
    return older


def test_both_heads_of_a_rollback_lie_as_files_and_are_named_in_the_alarm(two: Two) -> None:
    older = older_head(two)
    pinned = two.us.holding(AGREEMENT_ID).copy.head()
    assert pinned is not None
    assert not pull(two.us, AGREEMENT_ID)
    folder = two.us.layout.evidence(AGREEMENT_ID)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        head_name(older): older,
        head_name(pinned): pinned,
    }
    (alarm,) = [each for each in alarms(two.us) if each.kind == "record_contradicted"]
    assert set(alarm.files) == {head_name(older), head_name(pinned)}
    keys = LogKeys(required_card(two.us, AGREEMENT_ID).origin, required_card(two.us, AGREEMENT_ID).log_verifier)
    for name in alarm.files:
        read_head((folder / name).read_bytes(), keys)


def test_an_auditor_takes_the_evidence_away_and_a_drafter_does_not(two: Two) -> None:
    older = older_head(two)
    pull(two.us, AGREEMENT_ID)
    auditor, drafter = (Browser(two.us).enter(name, roles=(name,)) for name in ("auditor", "drafter"))
    (line,) = auditor.get(URL).json()
    assert (line["code"], line["direction"]) == ("ledger.rollback", "in")
    answer = auditor.get(f"{URL}/{line['number']}/offered")
    assert answer.content == older
    assert head_name(older) in answer.headers["content-disposition"]
    assert drafter.get(URL).status_code == 403
    assert drafter.get(f"{URL}/{line['number']}/offered").status_code == 403
    assert auditor.get(f"{URL}/999/offered").status_code == 404
    assert auditor.get(f"{URL}/{line['number']}/altered").status_code == 404


def test_the_altered_file_itself_is_kept(two: Two) -> None:
    append(two.dz, 3)

    def altered(request: httpx.Request, answer: httpx.Response) -> httpx.Response:
        if "/log/tile/entries/" in request.url.path:
            return httpx.Response(200, stream=httpx.ByteStream(answer.read()[:-1] + b"?"))
        return answer

    two.cable.twist = altered
    assert not pull(two.us, AGREEMENT_ID)
    (found,) = evidence(two.us, AGREEMENT_ID)
    assert found.reason.code == "ledger.entry_altered"
    assert (two.us.layout.evidence(AGREEMENT_ID) / found.files["altered"]).read_bytes().endswith(b"?")


def test_a_partner_that_alters_something_new_each_time_does_not_fill_the_disk(two: Two) -> None:
    names = [keep_file(two.us, AGREEMENT_ID, bytes([each])) for each in range(MOST_FILES + 5)]
    assert names.count(None) == 5
    assert keep_file(two.us, AGREEMENT_ID, bytes([0])) == names[0]


def test_the_partners_receipt_lies_as_a_file_by_which_an_entry_is_proved_to_a_court(two: Two, tmp_path: Path) -> None:
    receipt = receipt_of(two.dz, AGREEMENT_ID)
    assert receipt is not None
    path = two.dz.layout.receipt(AGREEMENT_ID)
    assert path.read_bytes() == receipt.checkpoint
    path.unlink()
    pull(two.dz, AGREEMENT_ID)
    assert path.read_bytes() == receipt.checkpoint, "the next look writes it again"
    out = tmp_path / "entry.tlog-proof"
    log = two.dz.layout.log(AGREEMENT_ID, "own")
    done = CliRunner().invoke(app, ["ledger", "prove", str(log), "0", "--head", str(path), "--out", str(out)])
    assert done.exit_code == 0, done.output
    partner = required_card(two.dz, AGREEMENT_ID)
    holding = two.dz.holding(AGREEMENT_ID)
    keys = LogKeys(holding.card.origin, holding.keys.log_signers()[-1].verifier, (partner.mirror_verifier,))
    proved = verify_tlog_proof(parse_tlog_proof(out.read_bytes()), keys)
    assert partner.mirror_verifier.name in proved.head.receipts_ms


def test_a_partner_that_is_not_heard_for_too_long_is_an_alarm_also_after_a_restart(tmp_path: Path) -> None:
    with two_nodes(tmp_path) as two:
        two.exchange()
        two.cable.cut.add("dz.example")
        pull(two.us, AGREEMENT_ID)
        assert "partner_stale" not in kinds(two)
        two.clock.now_ms += 901_000
        assert "partner_stale" in kinds(two)
    with opened(tmp_path / "US", clock=two.clock) as us:
        assert "partner_stale" in {each.kind for each in alarms(us)}


def test_what_the_partner_does_not_confirm_for_too_long_is_an_alarm_until_it_does(two: Two) -> None:
    assert "receipt_late" not in kinds(two)
    append(two.us, 1)
    two.clock.now_ms += 901_000
    two.us.heard.clear()
    assert "receipt_late" in kinds(two)
    two.exchange()
    assert "receipt_late" not in kinds(two)


def test_a_restored_node_says_so_until_it_has_caught_up(tmp_path: Path) -> None:
    with two_nodes(tmp_path) as two:
        two.sign_memorandum()
        assert Browser(two.us).enter("watch").get("/api/v1/health").json()["unsynchronised"] == []
        back_up(tmp_path / "US", tmp_path / "us.backup", clock=two.clock)
    shutil.rmtree(tmp_path / "US")
    restore(tmp_path / "us.backup", tmp_path / "US", clock=two.clock)
    with two_nodes(tmp_path) as two:
        (said,) = Browser(two.us).enter("watch").get("/api/v1/health").json()["unsynchronised"]
        assert said["agreement"] == AGREEMENT_ID
        assert "not yet synchronised" in said["sentence"]
        assert "node_restored" in kinds(two)
        two.exchange()
        assert Browser(two.us).enter("watch").get("/api/v1/health").json()["unsynchronised"] == []
        assert "node_restored" not in kinds(two)
        assert acts.state(two.us, AGREEMENT_ID, "agreement").standing == "agreed"
