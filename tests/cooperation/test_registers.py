"""The yearly tables of transfers: both views from one record, what differs before anyone files, what is kept back."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from comity.cooperation import Compared, Transfer, reconciled, transfer_table
from comity.ground import InvalidInput, ms_of
from tests.agreement.documents import text
from tests.cooperation import test_templates
from tests.cooperation.test_templates import CASE

BOATS = [
    {"id": "boat", "title": text("boat"), "category": "warships", "quantity": 3, "unit": "piece"},
    {"id": "spares", "title": text("spares"), "category": "radar_spare_parts", "quantity": 9, "unit": "lot"},
]
IN_2025 = ms_of(datetime(2025, 12, 31, 23, 59, tzinfo=UTC))
IN_2026 = ms_of(datetime(2026, 1, 1, tzinfo=UTC))


@pytest.fixture
def desks(monkeypatch):
    """A case on its way: boats and spare parts, nothing delivered yet."""
    monkeypatch.setattr(test_templates, "ITEMS", BOATS)
    return test_templates.delivering()


def delivered(desks, name, *, item="boat", quantity=1, at_ms=IN_2025, by="US", confirm=True):
    other = {"US": "DZ", "DZ": "US"}[by]
    parties = {"from_party": by, "to_party": other}
    desks.propose(by, "flow", name, flow_kind="delivery", initiative="case", item=item, quantity=quantity, **parties)
    desks.move(by, f"flow/{name}", "claim", actual_ms=at_ms)
    if confirm:
        desks.move(other, f"flow/{name}", "confirm")


def tables(desks, year, **how):
    return [transfer_table(desks.book(), party, year, **how) for party in ("US", "DZ")]


def test_what_both_confirmed_is_an_export_of_one_and_an_import_of_the_other(desks):
    delivered(desks, "first", quantity=2)
    exported, imported = tables(desks, 2025)
    assert exported.lines == (Transfer("export", "VI", "DZ", 2),)
    assert imported.lines == (Transfer("import", "VI", "US", 2),)
    (line,) = reconciled(exported, imported)
    assert line.agrees
    assert reconciled(imported, exported) == (line,)


def test_what_is_claimed_and_not_confirmed_differs_until_both_confirm_it(desks):
    delivered(desks, "first", quantity=2)
    delivered(desks, "second", confirm=False)
    assert reconciled(*tables(desks, 2025)) == (Compared("US", "DZ", "VI", "", 3, 2),)
    desks.move("DZ", "flow/second", "dispute")
    assert not reconciled(*tables(desks, 2025))[0].agrees
    desks.move("DZ", "flow/second", "confirm")
    assert reconciled(*tables(desks, 2025))[0].agrees


def test_a_delivery_counts_in_the_year_in_which_it_happened_in_utc(desks):
    delivered(desks, "last-minute", at_ms=IN_2025)
    delivered(desks, "new-year", quantity=2, at_ms=IN_2026)
    assert [each.lines[0].number for each in tables(desks, 2025)] == [1, 1]
    assert [each.lines[0].number for each in tables(desks, 2026)] == [2, 2]
    assert tables(desks, 2027)[0].lines == ()


def test_a_delivery_far_beyond_the_calendar_stands_in_its_last_year_and_breaks_no_table(desks):
    delivered(desks, "first", at_ms=IN_2025)
    delivered(desks, "never", at_ms=2**53 - 1)
    assert [each.lines[0].number for each in tables(desks, 2025)] == [1, 1]
    assert [each.lines[0].number for each in tables(desks, 9999)] == [1, 1]


def test_what_goes_back_is_no_export_of_who_gives_it_back_and_is_counted_as_left_out(desks):
    delivered(desks, "first", quantity=2)
    delivered(desks, "back", by="DZ")
    exported, imported = tables(desks, 2025)
    assert exported.lines == (Transfer("export", "VI", "DZ", 2),)
    assert imported.lines == (Transfer("import", "VI", "US", 2),)
    assert (exported.left_out, imported.left_out) == (1, 1)


def test_an_item_in_no_category_is_left_out_and_counted(desks):
    delivered(desks, "parts", item="spares", quantity=4)
    assert [(each.lines, each.left_out) for each in tables(desks, 2025)] == [((), 1), ((), 1)]


def test_the_treaty_s_report_holds_only_the_cases_that_both_marked_for_it(desks):
    delivered(desks, "first")
    assert tables(desks, 2025, form="arms_trade_treaty")[0].lines == ()
    desks.move("DZ", CASE, "amend", details={"arms_trade_treaty": True})
    assert [len(each.lines) for each in tables(desks, 2025, form="arms_trade_treaty")] == [1, 1]


def test_what_is_withheld_from_the_public_is_marked_and_the_treaty_s_report_keeps_it_back_and_ticks_its_cover(desks):
    delivered(desks, "first")
    block = {"field": "items", "reason_code": "defence_secret", "reason": text("later"), "public_on": "2031-01-01"}
    desks.propose("DZ", "decision", "closed")
    withheld = [block | {"decided_by": "closed"}]
    desks.move("DZ", CASE, "amend", details={"arms_trade_treaty": True}, withheld=withheld)
    assert [each.lines[0].withheld for each in tables(desks, 2025)] == [True, True]
    for table in tables(desks, 2025, form="arms_trade_treaty"):
        assert (table.lines, table.withheld) == ((), True)
    opened = desks.book(ms_of(datetime(2031, 1, 1, tzinfo=UTC)))
    later = transfer_table(opened, "DZ", 2025, form="arms_trade_treaty")
    assert (len(later.lines), later.withheld) == (1, False)


def test_a_state_of_origin_that_one_party_alone_names_is_seen_as_a_difference(desks):
    delivered(desks, "first")
    exported, bare = tables(desks, 2025)
    told = replace(bare.lines[0], origin="FR", comments="hull built in a third state")
    imported = replace(bare, lines=(told,))
    assert [(each.origin, each.exported, each.imported) for each in reconciled(exported, imported)] == [
        ("", 1, None),
        ("FR", None, 1),
    ]
    same = replace(bare, lines=(replace(told, origin="US"),))
    assert reconciled(exported, same)[0].agrees, "naming the exporter as the origin says nothing new"


@pytest.mark.parametrize("change", [{"year": 2026}, {"form": "arms_trade_treaty"}, {"party": "US"}])
def test_tables_of_another_year_form_or_of_one_party_are_not_laid_side_by_side(desks, change):
    exported, imported = tables(desks, 2025)
    with pytest.raises(InvalidInput) as found:
        reconciled(exported, replace(imported, **change))
    assert found.value.code == "cooperation.tables_unlike"
