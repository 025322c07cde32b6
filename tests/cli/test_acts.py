"""`comity acts` as an operator types it, on a served node: table, see what will leave, sign, turn down, stop, go on."""

from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest
from typer.testing import CliRunner

from comity.cli.main import app
from comity.ground import InvalidInput
from comity.ledger import document_hash
from tests.api.test_serving import ANY_PORTS, served
from tests.two_nodes.two import decision, make_folder

AGREEMENT = "dz-us-mou-2025"
OFFICE = ("--office", "EXAMPLE: ministry")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "C")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    where = make_folder(tmp_path / "DZ", "DZ", host="unused.example")
    with served(where, *ANY_PORTS):
        yield where


def run(folder: Path, command: str, *words: str) -> str:
    result = CliRunner().invoke(app, ["acts", command, str(folder), AGREEMENT, *words])
    assert result.exit_code == 0, (result.output, result.exception)
    return result.output


def test_a_text_is_tabled_read_signed_and_another_turned_down(folder: Path, tmp_path: Path) -> None:
    assert run(folder, "awaiting") == "Nothing awaits a signature.\n"
    assert "awaiting the partner" in run(folder, "table", "agreement", "--sign", *OFFICE)
    document = decision()
    series, file = f"decision/{document['id']}", tmp_path / "decision.json"
    file.write_bytes(orjson.dumps(document))
    assert "on the table" in run(folder, "table", series, "--file", str(file), *OFFICE)
    shown = run(folder, "awaiting")
    assert document_hash(document) in shown
    assert "will leave by it: 4.3/sar-live under Article 4.3" in shown
    assert "awaiting the partner" in run(folder, "sign", series, document_hash(document), *OFFICE)
    with pytest.raises(InvalidInput) as caught:
        CliRunner().invoke(app, ["acts", "turn-down", str(folder), AGREEMENT, series, *OFFICE], catch_exceptions=False)
    assert caught.value.code == "node.already_signed"


def test_an_office_stops_and_goes_on_and_cannot_end_what_nobody_signed(folder: Path) -> None:
    assert run(folder, "stop", "release", "--why", "key_lost", *OFFICE) == "Stopped: release.\n"
    assert run(folder, "stop", "release", "--lift", *OFFICE) == "Lifted: release.\n"
    with pytest.raises(InvalidInput) as caught:
        CliRunner().invoke(app, ["acts", "notice", str(folder), AGREEMENT, *OFFICE], catch_exceptions=False)
    assert caught.value.code == "node.nothing_to_end"
