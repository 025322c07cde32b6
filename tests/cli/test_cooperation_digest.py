"""`comity cooperation digest`: a text file for each office that has something to be reminded of."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from comity.cli.main import app
from tests.two_nodes.cooperating import OFFICES, cooperating


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "C")


def run(*words: object) -> str:
    result = CliRunner().invoke(app, ["cooperation", *map(str, words)])
    assert result.exit_code == 0, (result.output, result.exception)
    return result.output


def test_the_digest_of_an_office_is_a_text_file_and_an_office_without_reminders_has_none(tmp_path: Path) -> None:
    with cooperating(tmp_path) as two:
        two.group()
        two.propose(two.dz, "action", "report", due_ms=two.dz.clock() - 1)
        two.exchange()
    out = tmp_path / "digests"
    said = run("digest", tmp_path / "DZ", "--out", out)
    (file,) = out.iterdir()
    assert said == f"{file}: 1 late, 0 due soon, 0 waiting for our signature\n"
    assert OFFICES["DZ"] in file.name
    assert "action/report" in file.read_text("utf-8")
    assert (
        run("digest", tmp_path / "DZ", "--out", out, "--office", "nobody")
        == "Nobody has anything to be reminded of today.\n"
    )
