"""`comity init`, `enrol` and `doctor` as an operator types them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from comity.cli.main import app
from comity.ground import InvalidInput
from comity.node.app import opened
from comity.node.doctor import Finding, examine
from comity.node.partners import partner_card
from tests.two_nodes.two import MEMORANDUM, START_MS, make_folder

RUN = CliRunner()


def init(folder: Path, party: str, *options: str) -> str:
    result = RUN.invoke(app, ["init", str(folder), "--party", party, "--agreement", str(MEMORANDUM), *options])
    assert result.exit_code == 0, result.output
    return result.output


def card_path(folder: Path) -> Path:
    (path,) = folder.glob("agreements/*/card.json")
    return path


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "C")


def test_init_makes_folder_keys_and_card_and_prints_the_fingerprint(tmp_path: Path) -> None:
    said = init(tmp_path / "DZ", "DZ", "--partner-port", "8701")
    card = json.loads(card_path(tmp_path / "DZ").read_text())
    assert (card["schema"], card["party"], card["url"]) == ("comity/card/1", "DZ", "http://127.0.0.1:8701")
    assert card["log_key"].startswith("dz.example/dz-us-mou-2025+")
    assert "Fingerprint of DZ: " in said
    assert "One-time code for operations" in said
    assert {path.name for path in (tmp_path / "DZ").iterdir()} == {
        "agreements",
        "cases",
        "keys",
        "node.lock",
        "node.db",
        "node.toml",
    }


def test_both_officers_see_the_same_two_fingerprints(tmp_path: Path) -> None:
    made = {party: init(tmp_path / party, party) for party in ("DZ", "US")}
    prints = {party: said.rpartition(": ")[2].strip() for party, said in made.items()}
    for party, other in (("DZ", "US"), ("US", "DZ")):
        result = RUN.invoke(app, ["enrol", str(tmp_path / party), str(card_path(tmp_path / other))])
        assert result.exit_code == 0, result.output
        assert all(each in result.output for each in prints.values())
    with opened(tmp_path / "DZ") as node:
        card = partner_card(node, "dz-us-mou-2025")
        assert card is not None
        assert (card.party, card.fingerprint) == ("US", prints["US"])


@pytest.mark.parametrize(
    "arguments",
    [
        ["init", "x", "--party", "DZ"],
        ["init", "x", "--party", "DZ", "--agreement", "missing.toml"],
        ["init", "x", "--party", "DZ", "--agreement", str(MEMORANDUM), "--port", "70000"],
        ["init", "x", "--party", "DZ", "--agreement", str(MEMORANDUM), "--language", "de"],
        ["enrol", "x", "missing.json"],
    ],
)
def test_wrong_usage_exits_2(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert RUN.invoke(app, arguments).exit_code == 2


def test_a_stranger_to_the_agreement_has_no_node_under_it(tmp_path: Path) -> None:
    result = RUN.invoke(app, ["init", str(tmp_path / "FR"), "--party", "FR", "--agreement", str(MEMORANDUM)])
    assert isinstance(result.exception, InvalidInput)
    assert result.exception.code == "node.not_a_party"
    assert not (tmp_path / "FR").exists()


def states(findings: list[Finding]) -> dict[str, str]:
    worst = {"ok": 0, "warning": 1, "failed": 2}
    found: dict[str, str] = {}
    for each in findings:
        if worst[each.state] >= worst.get(found.get(each.check, "ok"), 0):
            found[each.check] = each.state
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = make_folder(tmp_path / "DZ", "DZ", host="us.example")
    text = (made / "node.toml").read_text().replace("8800", "0").replace("8700", "0")
    (made / "node.toml").write_text(text)
    with opened(made, clock=lambda: START_MS):
        pass
    return made


def test_the_doctor_finds_a_new_node_in_order(folder: Path) -> None:
    found = states(examine(folder, clock=lambda: START_MS + 1))
    assert "failed" not in found.values(), found
    looked_at = {
        "settings",
        "lock",
        "keys",
        "clock",
        "fsync",
        "disk",
        "sqlite",
        "ports",
        "log",
        "partner",
        "certificate",
    }
    assert set(found) == looked_at


def test_the_doctor_finds_each_fault(folder: Path) -> None:
    assert states(examine(folder, clock=lambda: START_MS - 1))["clock"] == "failed"
    (folder / "keys" / "log.seed").chmod(0o644)
    assert states(examine(folder, clock=lambda: START_MS))["keys"] == "failed"
    (folder / "keys" / "log.seed").chmod(0o600)
    head = next(folder.glob("agreements/*/log/checkpoint"))
    head.write_bytes(head.read_bytes().replace(b"\n0\n", b"\n1\n"))
    assert states(examine(folder, clock=lambda: START_MS))["log"] == "failed"
    with (folder / "node.toml").open("a") as settings:
        settings.write('[map]\ntiles = "nowhere.pmtiles"\n')
    assert states(examine(folder, clock=lambda: START_MS))["map"] == "failed"
    (folder / "node.toml").write_text("party = 1")
    assert states(examine(folder, clock=lambda: START_MS)) == {"settings": "failed"}


def test_the_doctor_sees_that_a_node_is_served(folder: Path) -> None:
    with opened(folder, clock=lambda: START_MS):
        findings = examine(folder, clock=lambda: START_MS)
    assert [each.message for each in findings if each.check == "lock"] == ["cli-doctor-served"]


@pytest.mark.parametrize("language", ["C", "fr_FR.UTF-8", "ar_DZ.UTF-8"])
def test_the_doctor_speaks_three_languages_and_exits_1_on_a_failed_check(
    folder: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    good = RUN.invoke(app, ["doctor", str(folder), "--json"])
    assert good.exit_code == 0, good.output
    assert json.loads(good.output)["schema"] == "comity/doctor/1"
    (folder / "keys" / "log.seed").unlink()
    bad = RUN.invoke(app, ["doctor", str(folder)])
    assert bad.exit_code == 1
    assert bad.output.count("\n") >= 8
