"""`comity agreement check | hash | explain` on the example, in three languages and for a machine."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from comity.agreement import read_amendment
from comity.cli.main import app
from comity.files.agreements import read_agreement_file
from comity.files.shipped import shipped
from comity.ground import InvalidInput, parse_canonical

ROOT = Path(__file__).resolve().parents[2]
FOLDER = shipped("examples") / "algeria-usa-2025"
MEMORANDUM = str(FOLDER / "memorandum.toml")
CASE = str(FOLDER / "items" / "rescue-case.json")
DECISION = str(FOLDER / "decisions" / "search-and-rescue.json")


def said(*words: str, language: str = "C") -> str:
    result = CliRunner().invoke(
        app, ["agreement", *words], env={"LANG": language, "LC_ALL": "", "LC_MESSAGES": ""}, catch_exceptions=False
    )
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("name", ["memorandum.toml", "memorandum.json"])
def test_hash_prints_the_hash_and_nothing_else(name):
    assert said("hash", str(FOLDER / name)) == read_agreement_file(FOLDER / "memorandum.json").hash + "\n"


def test_hash_writes_the_canonical_form_where_it_is_asked_to(tmp_path):
    said("hash", MEMORANDUM, "--out", str(tmp_path / "m.json"))
    assert (tmp_path / "m.json").read_bytes() == (FOLDER / "memorandum.json").read_bytes()


@pytest.mark.parametrize(
    ("language", "mark", "group"),
    [
        ("C", "EXAMPLE", "Sea and rescue"),
        ("fr_FR.UTF-8", "EXEMPLE", "Mer et sauvetage"),
        ("ar", "مثال", "البحر والإنقاذ"),
    ],
)
def test_check_prints_mark_parties_clauses_rules_texts_and_hash(language, mark, group):
    output = said("check", MEMORANDUM, language=language)
    assert mark in output.splitlines()[0]
    for part in (
        group,
        "DZ",
        "US",
        "4.2/ais-coarse",
        "text.ar.md",
        read_agreement_file(FOLDER / "memorandum.json").hash,
    ):
        assert part in output


def test_check_for_a_machine():
    facts = json.loads(said("check", MEMORANDUM, "--json"))
    assert (facts["example"], facts["parties"], len(facts["rules"])) == (True, ["DZ", "US"], 12)


def test_check_of_an_agreement_whose_rule_names_no_clause_says_so(tmp_path):
    text = (FOLDER / "memorandum.json").read_text("utf-8")
    (tmp_path / "bad.json").write_text(text.replace('"clause":"4.3","delay_s"', '"clause":"4.9","delay_s"'), "utf-8")
    with pytest.raises(InvalidInput) as caught:
        said("check", str(tmp_path / "bad.json"))
    assert caught.value.code == "agreement.rule_names_no_clause"
    assert caught.value.values["clause"] == "4.9"


@pytest.mark.parametrize(
    ("language", "refused", "released", "mark"),
    [
        ("C", "Refused: Article 4.3 is not at work", "Released under 4.3/sar-live", "EXAMPLE"),
        ("fr", "Refusé\u202f: l’article 4.3", "Communiqué au titre de 4.3/sar-live", "EXEMPLE"),
        ("ar", "مرفوض", "أُفصح عنه", "مثال"),
    ],
)
def test_explain_refuses_before_the_decision_and_releases_after_it(language, refused, released, mark):
    before = said("explain", MEMORANDUM, CASE, language=language)
    after = said("explain", MEMORANDUM, CASE, "--decision", DECISION, language=language)
    assert mark in before.splitlines()[0]
    assert mark in after.splitlines()[0]
    assert refused in before
    assert released in after
    assert "notes, contact" in after
    assert "notes" not in before


def test_explain_holds_until_the_event():
    output = said("explain", MEMORANDUM, CASE, "--decision", DECISION, "--at", "2008-08-06T09:00:00Z")
    assert "Held under 4.3/sar-live: the delay ends at 2008-08-06T09:51:00Z." in output


@pytest.mark.parametrize(
    ("item", "options", "answer"),
    [
        ("rescue-case.json", (), "refused"),
        ("rescue-case.json", ("--decision", DECISION), "released"),
        ("rescue-case.json", ("--decision", DECISION, "--at", "2008-08-06T09:00:00Z"), "held"),
        ("prohibited.json", (), "refused"),
    ],
)
def test_explain_for_a_machine(item, options, answer):
    facts = json.loads(said("explain", MEMORANDUM, str(FOLDER / "items" / item), "--json", *options))
    assert (facts["answer"], facts["example"]) == (answer, True)
    if answer == "released":
        assert facts["withheld"] == ["notes", "contact"]
        assert facts["steps"] == ["keep_fields"]
        assert facts["approvals_needed"] == 0
        assert facts["label"]["tlp"] == "AMBER"
        assert facts["record"]["lkp"] == [5_550_000, 38_280_000]
    if item == "prohibited.json":
        assert (facts["article"], facts["reason"]) == ("2.1", "prohibited")


@pytest.fixture
def tighter(tmp_path):
    """The example memorandum with one rule that waits a day longer."""
    text = (FOLDER / "memorandum.json").read_text("utf-8")
    (tmp_path / "tighter.json").write_text(text.replace('"delay_s":21600', '"delay_s":108000', 1), "utf-8")
    return str(tmp_path / "tighter.json")


@pytest.mark.parametrize(
    ("language", "changed", "lets"),
    [
        ("C", "Changed: Rule 4.2/ais-coarse", "Less leaves than before."),
        ("fr", "Modifié\u202f: Règle 4.2/ais-coarse", "Il sort moins qu’avant."),
        ("ar", "معدّل: القاعدة", "يخرج أقل مما كان."),
    ],
)
def test_compare_says_what_changed_and_whether_more_or_less_leaves(tighter, language, changed, lets):
    output = said("compare", MEMORANDUM, tighter, language=language)
    plain = output.replace("\u2068", "").replace("\u2069", "")  # values are isolated in an Arabic line
    assert changed in plain
    assert lets in plain
    assert "21600" in output
    assert said("compare", MEMORANDUM, MEMORANDUM, language=language).count("\n") == 2


def test_amend_writes_the_amendment_that_both_sign(tighter, tmp_path):
    out = tmp_path / "amendment.json"
    facts = json.loads(said("amend", MEMORANDUM, tighter, "--in-force", "2026-12-01", "--out", str(out), "--json"))
    assert [(each["part"], each["id"], each["lets"]) for each in facts["differences"]] == [
        ("rules", "4.2/ais-coarse", "less")
    ]
    document = parse_canonical(out.read_bytes())
    assert document["title"]["fr"] == "EXEMPLE Amendement"
    before, after = read_agreement_file(Path(MEMORANDUM)), read_agreement_file(Path(tighter))
    assert (document["parent"], document["result"]) == (before.hash, after.hash) == (facts["before"], facts["after"])
    assert read_amendment(document, before.document).document == after.document
