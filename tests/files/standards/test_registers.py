"""Tables of transfers as CSV: what is written is read again equal, and a wrong cell is named by row and column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.cooperation import CATEGORIES, Compared, Transfer, TransferTable, in_table_order
from comity.files.standards.registers import read_transfers, write_compared, write_transfers
from comity.ground import InvalidInput

STATES = st.sampled_from(["DZ", "US", "FR"])
WORDS = st.text("a='+-@, \"", max_size=5)
LINES = st.builds(
    Transfer,
    st.sampled_from(["export", "import"]),
    st.sampled_from(list(CATEGORIES.values())),
    STATES,
    st.integers(0, 10**9),
    WORDS,
    WORDS,
    st.booleans(),
)
TABLE = TransferTable("un_register", "DZ", 2025, (Transfer("export", "VI", "US", 2),))


@given(st.lists(LINES, max_size=5), st.booleans(), st.integers(0, 9))
def test_what_is_written_is_read_again_equal(lines, withheld, left_out):
    table = TransferTable("arms_trade_treaty", "DZ", 2025, in_table_order(lines), left_out, withheld)
    assert read_transfers(write_transfers(table)) == table


@pytest.mark.parametrize("comment", ["hull", "=1+1", "'quoted'", 'a, b; "c"', "مثال", "-", "@x", " +1", "''=1"])
def test_a_comment_comes_back_as_it_was_and_no_spreadsheet_runs_it(comment):
    table = TransferTable("un_register", "DZ", 2025, (Transfer("import", "I", "US", 2, "FR", comment),))
    data = write_transfers(table)
    assert read_transfers(data) == table
    cell = data.decode().splitlines()[3].split(",", 5)[5]
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("direction,", "way,", "files.register_heading"),
        ("form,", "", "files.register_heading"),
        ("export,", "outside,", "files.register_value"),
        (",VI,", ",IX,", "files.register_value"),
        (",US,", ",USA,", "files.register_value"),
        (",2,", ",-2,", "files.register_value"),
        (",2,", ",٢,", "files.register_value"),
        ("un_register", "another", "files.register_value"),
        ("2025,", "MMXXV,", "files.register_value"),
        (",no\r\n", ",maybe\r\n", "files.register_value"),
        (",VI,", ",VI,,", "files.table_width"),
    ],
)
def test_a_wrong_cell_is_refused_with_its_row_and_its_column(old, new, code):
    data = write_transfers(TABLE).decode()
    assert old in data
    with pytest.raises(InvalidInput) as found:
        read_transfers(data.replace(old, new, 1).encode())
    assert found.value.code == code


def test_an_empty_file_is_refused():
    with pytest.raises(InvalidInput, match="heading"):
        read_transfers(b"")


def test_side_by_side_a_number_that_one_table_lacks_is_an_empty_cell():
    data = write_compared([Compared("US", "DZ", "VI", "", 3, None, ("one", "two"))]).decode().splitlines()
    assert data[1] == "US,DZ,VI,,3,,no,one | two"
