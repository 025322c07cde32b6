"""`comity cooperation` as a secretary types it: lists, a record with its open moves, templates, what is refused."""

from datetime import date
from pathlib import Path

import orjson
import pytest
from icalendar import Calendar
from typer.testing import CliRunner

from comity.cli.cooperation_titles import read_titles
from comity.cli.main import app, main
from comity.files.shipped import shipped
from comity.files.standards.iati import read_activities
from comity.files.standards.treaties import Treaty, write_treaties
from comity.ground import ComityError
from comity.node.services.cooperation import give_office_titles
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
        title = {"ar": "مثال: مكتب نورفولك", "en": "EXAMPLE: the Norfolk desk", "fr": "EXEMPLE : le bureau de Norfolk"}
        named = [{"office": "norfolk-desk", "title": title}]
        give_office_titles(two.us, two.agreement_id, named, office="norfolk-desk")
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


def test_a_list_longer_than_one_answer_is_asked_for_in_parts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_one = run("list", folder)
    monkeypatch.setattr("comity.cli.cooperation.AT_ONCE", 1)
    assert run("list", folder) == in_one


def test_a_question_that_no_record_answers_is_not_an_empty_record(folder: Path) -> None:
    assert run("list", folder, "--about", "group/nobody") == "No record answers what you asked for.\n"


def test_a_record_shows_how_it_came_there_and_which_moves_are_open(folder: Path) -> None:
    said = run("show", folder, "meeting/wg-sahel-1")
    assert "Propose, by DZ (algiers-desk)" in said
    both = "Establish, by DZ (algiers-desk) and US (EXAMPLE: the Norfolk desk)"
    assert both in run("show", folder, "group/wg-sahel")
    assert "can: agree (Agree), both sign, then agreed" in said


def test_an_arabic_line_runs_in_its_own_words_with_every_value_apart(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "ar_DZ.UTF-8")
    (line,) = [
        each for each in run("show", folder, "group/wg-sahel").splitlines() if "norfolk" not in each and "US" in each
    ]
    assert line.endswith(
        " من \u2068DZ\u2069 (\u2068algiers-desk\u2069) ومن \u2068US\u2069 (\u2068مثال: مكتب نورفولك\u2069)"
    )


def test_titles_of_offices_are_listed_as_each_party_gave_them(folder: Path) -> None:
    assert run("titles", folder) == "US: EXAMPLE: the Norfolk desk – in acts “norfolk-desk”\n"


@pytest.mark.parametrize(
    "toml", ["office = 3", "[[office]]\nname = 'desk'", "[[office]", "x = 1", "[[office]]\nname = 1\n"]
)
def test_a_file_without_titles_is_refused(tmp_path: Path, toml: str) -> None:
    with pytest.raises(ComityError) as refused:
        read_titles(toml.encode(), "titles.toml")
    assert refused.value.code == "cli.not_office_titles"


def test_the_titles_of_the_example_are_read(tmp_path: Path) -> None:
    for file in sorted((shipped("examples") / "algeria-usa-2025" / "offices").glob("*.toml")):
        for each in read_titles(file.read_bytes(), file.name):
            title = each["title"]
            assert each["office"] == title["en"]
            assert (title["ar"][:6], title["en"][:9], title["fr"][:10]) == ("مثال: ", "EXAMPLE: ", "EXEMPLE : ")


def test_templates_are_listed_by_name(folder: Path) -> None:
    names = [line.split(" – ")[0] for line in run("template", folder).splitlines()]
    assert names == ["contract_case", "exercise", "investment", "tech_partnership", "tourism_campaign"]


def test_an_agreement_that_the_node_does_not_hold_is_wrong_usage_and_no_difference(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["comity", "cooperation", "register", "2026", str(folder), "--agreement", "nobody"]
    monkeypatch.setattr("sys.argv", words)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2


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


def test_what_comes_out_as_files_is_what_its_standard_reads(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("calendar", folder, "--out", out, "--group", "wg-sahel")
    assert [str(each["UID"]) for each in Calendar.from_ical(out.read_bytes()).walk("VEVENT")] == ["meeting/wg-sahel-1"]
    run("export", "ocds", folder, "--out", out)
    assert orjson.loads(out.read_bytes())["version"] == "1.1"
    run("export", "iati", folder, "--out", out, "--audience", "bilateral")
    assert read_activities(out.read_bytes()).activities == ()
    run("report", folder, "--year", 2026, "--out", out, "--language", "fr")
    assert out.read_bytes().startswith(b"%PDF")


def test_the_check_recounts_and_names_what_changed_nothing(folder: Path) -> None:
    assert run("check", folder) == "2 records from 3 acts; 0 of them changed nothing.\n"
    assert orjson.loads(run("check", folder, "--json"))["holds"] is True


def test_a_calendar_that_was_written_is_read_again_whole_or_not_at_all(folder: Path, tmp_path: Path) -> None:
    calendar, out = tmp_path / "days.ics", tmp_path / "days.json"
    run("export", "ics", folder, "--out", calendar)
    assert run("import", "ics", calendar, "--out", out) == "days.ics was read whole: 1 record.\n"
    (entry,) = orjson.loads(out.read_bytes())
    assert (entry["kind"], entry["fields"]["time_zone"]) == ("meeting", "Africa/Algiers")
    calendar.write_bytes(calendar.read_bytes().replace(b"TZID=Africa/Algiers", b"TZID=Nowhere/Land"))
    out.unlink()
    result = CliRunner().invoke(app, ["cooperation", "import", "ics", str(calendar), "--out", str(out)])
    assert isinstance(result.exception, ComityError)
    assert not out.exists()


def test_a_table_of_treaties_is_read_by_its_columns(tmp_path: Path) -> None:
    table = tmp_path / "treaties.csv"
    table.write_bytes(write_treaties([Treaty("1", "EXAMPLE: a treaty", parties=("DZ", "US"))]))
    (found,) = orjson.loads(run("import", "treaties", table, "--json"))
    assert (found["id"], found["parties"]) == ("1", ["DZ", "US"])


def test_a_package_of_contracts_is_read_whole_or_not_at_all(tmp_path: Path) -> None:
    package, out = tmp_path / "contracts.json", tmp_path / "out.json"
    release = {"ocid": "ocds-1", "id": "r", "date": "2026-01-01T00:00:00Z", "tag": ["contract"]}
    contract = {"id": "c", "title": "EXAMPLE: radios", "value": {"amount": 12.5, "currency": "USD"}, "documents": []}
    package.write_bytes(orjson.dumps({"version": "1.1", "releases": [release | {"contracts": [contract]}]}))
    assert run("import", "ocds", package, "--out", out).splitlines() == [
        "contracts.json was read whole: 1 record.",
        "  not taken over: releases/contracts/documents, 1 times",
    ]
    assert orjson.loads(out.read_bytes())[0]["deals"][0]["value"] == {"amount_minor": 1250, "currency": "USD"}
    out.unlink()
    package.write_bytes(package.read_bytes().replace(b"12.5", b'"12.5"'))
    result = CliRunner().invoke(app, ["cooperation", "import", "ocds", str(package), "--out", str(out)])
    assert isinstance(result.exception, ComityError)
    assert result.exception.values["path"] == "releases/0/contracts/0/value/amount"
    assert not out.exists()


def test_a_table_is_entered_into_a_served_node_by_its_own_rules_and_never_in_part(tmp_path: Path) -> None:
    where, table = make_folder(tmp_path / "DZ", "DZ", host="unused.example"), tmp_path / "treaties.csv"
    besides = tmp_path / "besides.json"
    besides.write_bytes(orjson.dumps({"clause_refs": ["3.1"], "about": ["group/wg-sahel"]}))
    words = ("enter", "treaties", table, where, "--office", "desk", "--fields", besides)
    table.write_bytes(
        write_treaties([Treaty("EX 1", "EXAMPLE: on visits", signed=date(1990, 3, 1)), Treaty("EX 2", "EXAMPLE")])
    )
    with served(where, *ANY_PORTS):
        codes = []
        for _ in range(2):
            refused = CliRunner().invoke(app, ["cooperation", *map(str, words)]).exception
            assert isinstance(refused, ComityError)
            codes.append(refused.code)
            table.write_bytes(write_treaties([Treaty("EX 1", "EXAMPLE: on visits", signed=date(1990, 3, 1))]))
        assert codes == ["files.treaty_no_document", "cooperation.unknown_reference"]
        assert orjson.loads(run("list", where, "--json")) == []


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
