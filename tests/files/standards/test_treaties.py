"""A table of treaties comes back as it was, or nothing of it is kept and the row, the column and the value are said.

The 4,874 bilateral treaties of `../shared/data/cooperation` where they are at hand; drawn tables everywhere.
"""

from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.files.standards.treaties import (
    DATE_FORMS,
    Treaty,
    TreatyTable,
    read_treaties,
    read_treaty_table,
    treaty_table_of,
    write_treaties,
)
from comity.ground import InvalidInput
from tests.shared_data import SHARED, needs_shared

UK = treaty_table_of(
    {
        "columns": {each: each for each in ("id", "title", "subject", "signed", "signed_at", "in_force", "provisional")}
        | {"terminated": "terminated", "parties": "parties", "references": "treaty_series"}
    }
)
HEADING = ",".join(each.name for each in fields(Treaty))
ROW = "7,Treaty of commerce,TRADE,A|B,1926-10-22,Alger,,1926-11-01,,,TS 1"

printable = st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("\n\r\t"), max_size=30)
needed = printable.filter(str.strip)
listed = st.lists(needed.filter(lambda each: "|" not in each), max_size=3).map(tuple)
days = st.none() | st.dates()
treaties = st.builds(Treaty, needed, needed, printable, listed, days, printable, days, days, days, days, listed)
tables = st.lists(treaties, max_size=8, unique_by=lambda each: each.id)
mappings = st.builds(
    TreatyTable, date_form=st.sampled_from(list(DATE_FORMS)), delimiter=st.sampled_from([",", ";", "\t"])
)


def refused(data: str, table: TreatyTable | None = None) -> InvalidInput:
    with pytest.raises(InvalidInput) as caught:
        read_treaties(data.encode("utf-8"), table)
    return caught.value


@given(tables, mappings)
def test_any_table_is_read_as_it_was_written(found, table):
    read = read_treaties(write_treaties(found, table), table)
    assert read.treaties == tuple(found)
    assert read.early_rows == tuple(
        row for row, each in enumerate(found, 2) if each.signed and each.in_force and each.in_force < each.signed
    )


@needs_shared
def test_the_4874_treaties_are_taken_over_without_loss_and_165_took_effect_before_signature():
    data = (SHARED / "cooperation" / "uk_bilateral_treaties.csv").read_bytes()
    read = read_treaties(data, UK)
    assert len(read.treaties) == 4874
    assert len(read.early_rows) == 165
    assert read.left_out == ()
    again = write_treaties(read.treaties, UK)
    assert read_treaties(again, UK) == read
    assert sorted(again.decode().split()) == sorted(data.decode().split())


def test_a_treaty_that_took_effect_before_it_was_signed_is_kept_and_said():
    read = read_treaties(f"{HEADING}\n{ROW}\n{ROW.replace('7,', '8,').replace('1926-11-01', '1926-10-21')}\n".encode())
    assert [each.in_force for each in read.treaties] == [date(1926, 11, 1), date(1926, 10, 21)]
    assert read.early_rows == (3,)


def test_a_column_that_the_mapping_does_not_name_is_left_out_and_said():
    table = treaty_table_of({"columns": {"id": "no", "title": "name"}})
    read = read_treaties(b"no,name,pages\n1,T,12\n", table)
    assert read.treaties == (Treaty("1", "T"),)
    assert read.left_out == ("pages",)


@pytest.mark.parametrize(
    ("row", "code", "values"),
    [
        (ROW.replace("1926-10-22", "22/10/1926"), "files.table_date", {"row": 3, "value": "22/10/1926"}),
        (ROW.replace("1926-10-22", "1926-13-01"), "files.table_date", {"row": 3, "value": "1926-13-01"}),
        (ROW.replace("1926-10-22", "19261022"), "files.table_date", {"row": 3, "value": "19261022"}),
        (ROW.replace("7,", ",", 1), "files.table_empty", {"row": 3, "column": "id"}),
        (ROW.replace("A|B", "A||B"), "files.table_empty", {"row": 3, "column": "parties"}),
        (ROW.replace("TRADE", "TR\x1bADE"), "files.table_control", {"row": 3, "column": "subject"}),
        (ROW + ",more", "files.table_width", {"row": 3, "cells": 12, "columns": 11}),
        (ROW.replace("7,", "6,", 1), "files.table_twice", {"row": 3, "value": "6", "first": 2}),
        (ROW.replace("TRADE", '"TRADE'), "files.table_unreadable", {}),
    ],
)  # fmt: skip
def test_one_wrong_value_stops_the_whole_table_and_is_named(row, code, values):
    error = refused(f"{HEADING}\n{ROW.replace('7,', '6,', 1)}\n{row}\n")
    assert error.code == code
    assert values.items() <= error.values.items()


def test_a_table_in_another_encoding_or_without_its_columns_is_refused():
    with pytest.raises(InvalidInput) as caught:
        read_treaties(f"{HEADING}\n{ROW}é\n".encode("latin-1"))
    assert caught.value.code == "files.table_not_utf8"
    assert refused("").code == "files.table_column"
    assert refused("id,title\n1,T\n").code == "files.table_column"
    assert refused(f"id,{HEADING}\n").code == "files.table_column"


@pytest.mark.parametrize(
    "document",
    [
        {"column": {}},
        {"columns": {"id": "a"}},
        {"columns": {"id": "a", "title": "a"}},
        {"columns": {"id": "a", "title": "b", "author": "c"}},
        {"columns": {"id": 1, "title": "b"}},
        {"columns": "id"},
        {"date_form": "MM/DD/YY"},
        {"separator": ""},
    ],
)
def test_a_mapping_that_cannot_work_is_refused(document):
    with pytest.raises(InvalidInput) as caught:
        treaty_table_of(document)
    assert caught.value.code == "files.table_mapping"


def test_a_mapping_file_is_toml(tmp_path):
    file = tmp_path / "table.toml"
    file.write_text('date_form = "DD/MM/YYYY"\n[columns]\nid = "No"\ntitle = "Titre"\nsigned = "Signé le"\n', "utf-8")
    read = read_treaties("No,Titre,Signé le\n1,Accord,22/01/2025\n".encode(), read_treaty_table(file))
    assert read.treaties == (Treaty("1", "Accord", signed=date(2025, 1, 22)),)
    file.write_text("[columns\n", "utf-8")
    with pytest.raises(InvalidInput):
        read_treaty_table(file)
