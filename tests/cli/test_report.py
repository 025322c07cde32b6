"""`comity exchange report`: the audit of a node that is not served, as a table and on paper."""

import csv
import io
from pathlib import Path

import orjson
import pytest
from pypdf import PdfReader
from typer.testing import CliRunner

from comity.cli.main import app
from comity.node.services import cases
from tests.two_nodes.test_exchange import CASE, receive, send, sign_decision
from tests.two_nodes.two import two_nodes


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Algeria's node after it released a case."""
    made = tmp_path_factory.mktemp("nodes")
    with two_nodes(made) as both:
        both.sign_memorandum()
        sign_decision(both)
        cases.open_case(both.dz, CASE)
        send(both)
        receive(both)
    return made / "DZ"


def test_what_left_is_reported_as_table_paper_and_data(folder: Path, tmp_path: Path) -> None:
    for end in ("csv", "pdf", "json"):
        done = CliRunner().invoke(app, ["exchange", "report", str(folder), "--out", str(tmp_path / f"left.{end}")])
        assert done.exit_code == 0, done.output
    (line,) = csv.DictReader(io.StringIO((tmp_path / "left.csv").read_text("utf-8")))
    (row,) = orjson.loads((tmp_path / "left.json").read_bytes())["rows"]
    assert (line["clause"], line["content"]) == ("4.3", row["content"])
    (page,) = PdfReader(tmp_path / "left.pdf").pages
    assert row["rule"] in page.extract_text()


def test_a_report_needs_a_form_and_an_agreement_that_the_node_holds(folder: Path, tmp_path: Path) -> None:
    for end in (["--out", str(tmp_path / "left.docx")], ["--out", str(tmp_path / "left.csv"), "--agreement", "other"]):
        done = CliRunner().invoke(app, ["exchange", "report", str(folder), *end])
        assert done.exit_code != 0
    assert not list(tmp_path.iterdir())
