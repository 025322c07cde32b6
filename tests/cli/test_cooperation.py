"""`comity cooperation` as a secretary types it: lists, a record with its open moves, templates, what is refused."""

from pathlib import Path

import orjson
import pytest
from typer.testing import CliRunner

from comity.cli.main import app
from comity.ground import ComityError
from tests.api.test_serving import ANY_PORTS, served
from tests.two_nodes.cooperating import cooperating
from tests.two_nodes.two import make_folder


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "C")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A node whose group both have signed, and whose meeting waits for the partner; nobody serves it."""
    where = tmp_path_factory.mktemp("nodes")
    with cooperating(where) as two:
        two.group()
        two.propose(two.dz, "meeting", "wg-sahel-1")
        two.exchange()
        two.make(two.dz, "meeting/wg-sahel-1", "agree", sign=True)
        two.exchange()
    return where / "DZ"


def run(*words: object) -> str:
    result = CliRunner().invoke(app, ["cooperation", *map(str, words)])
    assert result.exit_code == 0, (result.output, result.exception)
    return result.output


def test_records_are_listed_with_what_waits(folder: Path) -> None:
    assert run("list", folder).splitlines() == [
        "group/wg-sahel – EXAMPLE: wg-sahel: established, DZ",
        "meeting/wg-sahel-1 – EXAMPLE: wg-sahel-1: proposed, DZ, late; Agree is signed by DZ and waits for the other",
    ]
    found = orjson.loads(run("list", folder, "--kind", "meeting", "--json"))
    assert [(each["key"], each["waiting"]["by"]) for each in found] == [("meeting/wg-sahel-1", "DZ")]


def test_a_record_shows_how_it_came_there_and_which_moves_are_open(folder: Path) -> None:
    said = run("show", folder, "meeting/wg-sahel-1")
    assert "Propose, DZ (algiers-desk)" in said
    assert "can: agree (Agree), both sign, then agreed" in said


def test_templates_are_listed_by_name(folder: Path) -> None:
    names = [line.split(" – ")[0] for line in run("template", folder).splitlines()]
    assert names == ["contract_case", "exercise", "investment", "tech_partnership", "tourism_campaign"]


def test_a_name_that_is_no_record_is_wrong_usage(folder: Path) -> None:
    result = CliRunner().invoke(app, ["cooperation", "show", str(folder), "../node"])
    assert result.exit_code == 2


def test_a_move_under_an_agreement_that_nobody_signed_is_refused(tmp_path: Path) -> None:
    where = make_folder(tmp_path / "DZ", "DZ", host="unused.example")
    fields = tmp_path / "group.json"
    fields.write_bytes(orjson.dumps(GROUP))
    with served(where, *ANY_PORTS):
        words = ("cooperation", "act", str(where), "group/wg-sahel", "propose", "--office", "desk")
        result = CliRunner().invoke(app, [*words, "--fields", str(fields)])
    assert isinstance(result.exception, ComityError)
    assert result.exception.code == "cooperation.clause_not_in_force"


def said(text: str) -> dict[str, str]:
    return {"ar": f"مثال: {text}", "en": f"EXAMPLE: {text}", "fr": f"EXEMPLE : {text}"}


GROUP = {
    "title": said("group"),
    "clause_refs": ["3.1"],
    "terms": said("terms"),
    "domains": ["sahel"],
    "co_chairs": [{"party": "DZ", "office": "desk"}, {"party": "US", "office": "desk"}],
    "cadence": "P3M",
}
