"""The example agreements as files: TOML and JSON are one document, and its texts are the ones that were hashed."""

import hashlib
import re
import shutil
import tomllib

import pytest

from comity.files.agreements import (
    EXAMPLE_MARKS,
    check_texts,
    read_agreement_file,
    read_decision_file,
    write_canonical,
)
from comity.files.items import read_item_file
from comity.files.shipped import shipped
from comity.ground import InvalidInput, canonical

FOLDER = shipped("examples") / "algeria-usa-2025"
INSTRUMENTS = {"memorandum": "text", "other-fields": "other-fields"}
every_instrument = pytest.mark.parametrize("name", INSTRUMENTS)


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(FOLDER, tmp_path / "example")


@every_instrument
def test_the_toml_becomes_the_canonical_json_beside_it(name):
    from_toml = read_agreement_file(FOLDER / f"{name}.toml")
    from_json = read_agreement_file(FOLDER / f"{name}.json")
    assert canonical(from_toml.document) == (FOLDER / f"{name}.json").read_bytes()
    assert from_toml.hash == from_json.hash
    assert from_toml.agreement == from_json.agreement


@every_instrument
def test_the_json_is_shorter_than_sixty_thousand_bytes(name):
    assert (FOLDER / f"{name}.json").stat().st_size < 60_000


@every_instrument
def test_the_texts_are_those_of_the_hashes_and_each_bears_the_mark(name):
    file = read_agreement_file(FOLDER / f"{name}.json")
    for language, path in check_texts(file).items():
        assert path.name == f"{INSTRUMENTS[name]}.{language}.md"
        assert file.agreement.texts[language] == "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest()
        assert EXAMPLE_MARKS[language] in path.read_text("utf-8").splitlines()[2]


@every_instrument
def test_each_clause_has_its_heading_and_its_words_in_every_text(name):
    file = read_agreement_file(FOLDER / f"{name}.toml")
    for language in ("ar", "en", "fr"):
        text = (FOLDER / f"{INSTRUMENTS[name]}.{language}.md").read_text("utf-8")
        headings = re.findall(r"^### (\S+) (.+)\n\n\S", text, re.M)
        expected = [(each.id, each.title.in_language(language)) for each in file.agreement.clauses]
        assert headings == expected


def test_the_second_instrument_stands_beside_the_first_by_its_hash():
    first = read_agreement_file(FOLDER / "memorandum.json")
    relation = read_agreement_file(FOLDER / "other-fields.json").agreement.relations[0]
    assert (relation.kind, relation.agreement, relation.hash) == ("parallel_to", "dz-us-mou-2025", first.hash)


def test_the_memorandum_has_the_parties_the_date_the_groups_and_the_clauses_that_the_rooms_count_on():
    memorandum = read_agreement_file(FOLDER / "memorandum.json").agreement
    assert memorandum.example
    assert (memorandum.signed, [each.id for each in memorandum.parties]) == ("2025-01-22", ["DZ", "US"])
    assert [each.id for each in memorandum.groups] == ["wg-sea-rescue", "wg-sahel", "wg-equipment"]
    assert memorandum.clause("4.3").starts == "by_decision"
    live = memorandum.rules[0]
    assert (live.id, live.item, live.delay_s, live.grid_mdeg) == ("4.3/sar-live", "rescue.case", 0, 0)
    assert not {"notes", "contact"} & set(live.keep)


def test_an_area_in_degrees_becomes_whole_micro_degrees():
    document = read_agreement_file(FOLDER / "memorandum.toml").document
    assert document["areas"][0]["geometry_udeg"]["coordinates"][0][3] == [8_600_000, 36_800_000]


def test_a_text_changed_by_one_letter_is_another_agreement(folder):
    before = read_agreement_file(folder / "memorandum.toml").hash
    (folder / "text.en.md").write_text((folder / "text.en.md").read_text("utf-8").replace("sea", "see", 1), "utf-8")
    assert read_agreement_file(folder / "memorandum.toml").hash != before
    with pytest.raises(InvalidInput) as caught:
        check_texts(read_agreement_file(folder / "memorandum.json"))
    assert caught.value.code == "files.text_not_found"
    assert caught.value.values["language"] == "en"


def test_a_text_without_the_mark_is_not_an_example_text(folder):
    text = folder / "text.fr.md"
    text.write_text(text.read_text("utf-8").replace("EXEMPLE", "MODÈLE"), "utf-8")
    with pytest.raises(InvalidInput) as caught:
        check_texts(read_agreement_file(folder / "memorandum.toml"))
    assert caught.value.code == "files.text_without_mark"


@pytest.mark.parametrize(
    ("name", "contents", "code"),
    [
        ("bad.toml", b"schema = ", "files.agreement_unreadable"),
        ("bad.toml", b"\xff\xfe", "files.agreement_unreadable"),
        ("bad.toml", b'schema = "comity/agreement/1"', "agreement.breaks_schema"),
        ("bad.toml", b'texts = { ar = "no-such-file.md" }', "files.agreement_unreadable"),
        ("bad.toml", b'areas = [{ id = "a", file = "memorandum.json" }]', "files.agreement_unreadable"),
        ("bad.toml", b"areas = 3", "agreement.breaks_schema"),
        ("bad.toml", b"relations = 3", "agreement.breaks_schema"),
        ("bad.json", b"{", "ground.not_json"),
        ("bad.json", b'{"a": 1}', "ground.not_canonical"),
        ("bad.json", b" " * (2**20 + 1), "files.agreement_unreadable"),
    ],
)
def test_a_bad_file_is_refused_with_its_reason(folder, name, contents, code):
    (folder / name).write_bytes(contents)
    with pytest.raises(InvalidInput) as caught:
        read_agreement_file(folder / name)
    assert caught.value.code == code


def test_a_file_that_does_not_exist_is_refused(tmp_path):
    with pytest.raises(InvalidInput) as caught:
        read_agreement_file(tmp_path / "none.json")
    assert caught.value.code == "files.agreement_unreadable"


def test_what_is_written_is_read_again_with_the_same_hash(folder):
    file = read_agreement_file(folder / "memorandum.toml")
    write_canonical(file.document, folder / "again.json")
    assert read_agreement_file(folder / "again.json").hash == file.hash


def test_the_example_decision_puts_search_and_rescue_to_work():
    memorandum = read_agreement_file(FOLDER / "memorandum.json").agreement
    decision = read_decision_file(FOLDER / "decisions" / "search-and-rescue.json", memorandum)
    assert (decision.group, [each.clause for each in decision.effects]) == ("wg-sea-rescue", ["4.3"])
    for language, mark in EXAMPLE_MARKS.items():
        assert decision.title.in_language(language).startswith(mark)
        assert decision.text.in_language(language).startswith(mark)


@pytest.mark.parametrize("path", sorted((FOLDER / "items").glob("*.json")), ids=lambda path: path.name)
def test_every_example_item_can_be_read_and_says_that_it_is_one(path):
    assert read_item_file(path).example


@pytest.mark.parametrize(
    ("contents", "code"),
    [
        (b"{", "files.item_unreadable"),
        (b"{}", "agreement.breaks_schema"),
    ],
)
def test_a_bad_item_is_refused_with_its_reason(tmp_path, contents, code):
    (tmp_path / "item.json").write_bytes(contents)
    with pytest.raises(InvalidInput) as caught:
        read_item_file(tmp_path / "item.json")
    assert caught.value.code == code


def test_an_item_with_a_fraction_is_outside_the_signed_profile(tmp_path):
    text = (FOLDER / "items" / "rescue-case.json").read_text("utf-8").replace("2000", "2000.5", 1)
    (tmp_path / "item.json").write_text(text, "utf-8")
    with pytest.raises(InvalidInput) as caught:
        read_item_file(tmp_path / "item.json")
    assert caught.value.code == "ground.outside_profile"


def test_the_writing_aid_says_example_before_anything_else():
    for name in INSTRUMENTS:
        text = (FOLDER / f"{name}.toml").read_text("utf-8")
        assert text.startswith("# EXAMPLE / EXEMPLE / مثال")
        assert tomllib.loads(text)["example"] is True
