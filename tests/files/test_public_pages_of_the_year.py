"""The first year of both example agreements as the public reads it."""

import pytest

from comity.cooperation import published, written
from comity.files.public_pages import public_pages
from comity.files.public_pages.public_records import publication_of
from tests.cooperation.test_first_year import FILES, lived


@pytest.mark.parametrize("agreement", FILES)
def test_every_record_that_is_public_has_its_page_in_each_language_and_no_other_has(agreement):
    year = lived(agreement)
    book = year.book()
    now_ms = max(at_ms for each in book.standings.values() for at_ms in each.entered.values())
    files = public_pages(book, year.framework.agreement, now_ms=now_ms)
    shown = publication_of(book, year.framework.agreement, now_ms=now_ms).records
    assert set(shown) == {key for key, each in book.standings.items() if published(each, at_ms=now_ms)}
    assert len(shown) > 5
    for language in ("ar", "en", "fr"):
        records = {
            path for path in files if path.startswith(f"{language}/") and "-" in path and "investor-" not in path
        }
        assert records == {f"{language}/{key.replace('/', '-')}.html" for key in shown}


def test_the_amount_of_the_contract_is_withheld_and_the_offers_are_compared_by_their_cost():
    pages: dict[str, bytes] = {}
    for agreement in FILES:
        year = lived(agreement)
        book = year.book()
        now_ms = max(at_ms for each in book.standings.values() for at_ms in each.entered.values())
        pages |= public_pages(book, year.framework.agreement, now_ms=now_ms)
    contract = written.plain(pages["en/initiative-radar-spares.html"].decode())
    assert "Until June 16, 2027" in contract
    offer = written.plain(pages["fr/investor-data-centre-plateau.html"].decode())
    assert "7\u202f000\u202f000.00\u00a0USD" in offer
