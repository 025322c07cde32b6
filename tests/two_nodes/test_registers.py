"""The yearly table of transfers on two nodes: what one exported beside what the other imported, before either files."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest
from typer.testing import CliRunner, Result

from comity.cli.main import app
from comity.files.standards.registers import read_transfers
from comity.node.app import opened
from tests.api.browsers import Browser
from tests.two_nodes.cooperating import Cooperating, cooperating
from tests.two_nodes.two import START_MS

BASE = "/api/v1/agreements/dz-us-mou-2025/cooperation/register/2026"
HULLS = [
    {
        "id": "radar",
        "title": {"ar": "مثال", "en": "EXAMPLE: hulls", "fr": "EXEMPLE"},
        "category": "warships",
        "quantity": 3,
        "unit": "piece",
    }
]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "C")


def delivering(both: Cooperating, level: str = "bilateral") -> None:
    """A contract case for three hulls, so far that deliveries may be claimed."""
    both.case(items=HULLS, level=level)
    both.flow(both.dz, "paid", flow_kind="payment", amount={"amount_minor": 100_00, "currency": "USD"})
    both.make(both.dz, "flow/paid", "claim", actual_ms=START_MS)
    both.exchange()
    both.both(both.us, "flow/paid", "confirm")
    both.make(both.us, "initiative/radars", "implement")


def deliver_and_claim(both: Cooperating) -> None:
    """Both confirm a first delivery, and only the supplier claims a second one."""
    delivering(both)
    for name, quantity in (("first", 2), ("second", 1)):
        both.flow(both.us, name, flow_kind="delivery", item="radar", quantity=quantity)
        both.make(both.us, f"flow/{name}", "claim", actual_ms=START_MS)
        both.exchange()
    both.both(both.dz, "flow/first", "confirm")


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folders of two nodes after a delivery of both and one of the supplier alone."""
    folder = tmp_path_factory.mktemp("nodes")
    with cooperating(folder) as both:
        deliver_and_claim(both)
    return folder


@pytest.fixture
def desks(where: Path) -> Iterator[list[Browser]]:
    with opened(where / "DZ") as dz, opened(where / "US") as us:
        yield [Browser(each).enter("desk") for each in (dz, us)]


def test_both_nodes_show_the_same_difference_before_either_files(desks: list[Browser]) -> None:
    shown: list[dict[str, Any]] = [desk.get(BASE).json() for desk in desks]
    assert shown[0] == shown[1]
    (line,) = shown[0]["lines"]
    assert (line["exporter"], line["importer"], line["category"]) == ("US", "DZ", "VI")
    assert (line["exported"], line["imported"], line["agrees"], shown[0]["reconciled"]) == (3, 2, False, False)


def test_each_table_is_the_same_file_on_both_nodes_and_is_read_again(desks: list[Browser]) -> None:
    for path in (
        "table.csv?party=US",
        "table.csv?party=DZ",
        "compared.csv",
        "table.csv?party=US&form=arms_trade_treaty",
    ):
        made = [desk.get(f"{BASE}/{path}").content for desk in desks]
        assert made[0] == made[1], path
    own = read_transfers(desks[0].get(f"{BASE}/table.csv").content)
    assert (own.party, own.lines[0].number) == ("DZ", 2)


def test_the_treaty_s_form_holds_no_case_that_both_did_not_mark_for_it(desks: list[Browser]) -> None:
    shown = desks[0].get(f"{BASE}?form=arms_trade_treaty").json()
    assert (shown["lines"], shown["reconciled"]) == ([], True)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/table.csv?party=FR", "api.no_table_of"),
        ("?form=nobody_s", "api.malformed_request"),
        ("9/table.csv", "api.malformed_request"),
    ],
)
def test_a_table_that_there_is_not_is_refused(desks: list[Browser], path: str, code: str) -> None:
    assert desks[0].get(BASE + path).json()["code"] == code


def test_nobody_reads_the_tables_without_signing_in(where: Path) -> None:
    with opened(where / "DZ") as node:
        for path in ("", "/table.csv", "/compared.csv"):
            assert Browser(node).get(BASE + path).status_code == 401


def run(*words: object) -> Result:
    return CliRunner().invoke(app, ["cooperation", "register", "2026", *map(str, words)])


def test_the_command_says_what_differs_until_both_confirm_and_takes_a_table_that_was_handed_over(
    where: Path, tmp_path: Path
) -> None:
    folder, ours, theirs = where / "DZ", tmp_path / "ours.csv", tmp_path / "theirs.csv"
    told = run(folder, "--out", ours)
    assert told.exit_code == 1
    assert told.output.splitlines() == [
        "US to DZ, category VI: exported 3, imported 2; the two tables differ",
        "2026: one line, and one differs: mend it before either files.",
    ]
    run(where / "US", "--out", theirs)
    table = read_transfers(theirs.read_bytes())
    assert (table.party, table.lines[0].number) == ("US", 3)
    ours.write_bytes(ours.read_bytes() + b"import,VI,US,1,FR,hull of a third state,no\r\n")
    told = run(folder, "--ours", ours, "--partner", theirs, "--json")
    assert [(each["origin"], each["exported"], each["imported"]) for each in orjson.loads(told.output)["lines"]] == [
        ("", 3, 2),
        ("FR", None, 1),
    ]
    ours.write_bytes(ours.read_bytes().replace(b",FR,hull of a third state,", b",,,"))
    told = run(folder, "--ours", ours, "--partner", theirs, "--json")
    assert (told.exit_code, orjson.loads(told.output)["reconciled"]) == (0, True)
