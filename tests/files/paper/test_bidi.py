"""No number, date, code or amount is turned round in Arabic: read from the PDF by the places of its glyphs.

pdfminer.six gives each glyph its letter and its place; the glyphs of a line, sorted from left to right, are what an eye
sees. Whether a test of this kind can fail is tested too: the same values without isolates are seen reversed.
"""

import io
import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar

from comity.agreement import Text
from comity.cooperation import written
from comity.files.paper import Minutes, MinutesItem, original_pdf
from tests.files.paper.papers import SITTING, original

PER_ITEM = 6


def values(count: int, seed: int) -> list[str]:
    """Values without isolates, a quarter each of numbers, dates, codes and amounts, as the formatter writes them."""
    chance = random.Random(seed)
    made = [
        lambda: written.number(chance.randint(-(10**7), 10**9)),
        lambda: written.day(date(2025, 1, 22) + timedelta(days=chance.randint(0, 9999))),
        lambda: f"{chance.choice('ADCI')}-{chance.randint(2025, 2040)}-{chance.randint(1, 999):03d}",
        lambda: written.amount(chance.randint(-(10**9), 10**12), chance.choice(["DZD", "USD", "EUR", "TND", "JPY"])),
        lambda: f"+{chance.randint(1, 999)} {chance.randint(10, 99)} {chance.randint(10, 99)} {chance.randint(10, 99)}",
        lambda: f"{chance.randint(10, 999)} {chance.randint(100, 999)}",  # as hands type it, with a plain space
    ]
    return [written.plain(made[number % len(made)]()) for number in range(count)]


def minutes_of(said: list[str]) -> Minutes:
    """Arabic minutes in which each value stands between two words, several to a paragraph."""
    items = []
    for number, start in enumerate(range(0, len(said), PER_ITEM), start=1):
        arabic = " ".join(f"القيمة {value} ثم" for value in said[start : start + PER_ITEM])
        title = Text(ar="قيم", en="Values", fr="Valeurs")
        items.append(MinutesItem(str(number), title, Text(ar=arabic, en="See the Arabic.", fr="Voir l'arabe.")))
    return Minutes(SITTING, (), tuple(items))


def seen_lines(pdf: bytes) -> list[str]:
    """What an eye sees: the glyphs of each line from left to right, spaces of every width left out."""
    lines: dict[tuple[int, int], list[tuple[float, str]]] = defaultdict(list)
    for number, page in enumerate(extract_pages(io.BytesIO(pdf), laparams=LAParams(all_texts=True))):
        for glyph in glyphs(page):
            lines[number, round(glyph.matrix[5])].append((glyph.x0, glyph.get_text()))
    return ["".join("".join(letter.split()) for _, letter in sorted(line)) for line in lines.values()]


def glyphs(thing: Any) -> Iterator[LTChar]:
    if isinstance(thing, LTChar):
        yield thing
    elif hasattr(thing, "__iter__"):
        for each in thing:
            yield from glyphs(each)


def reversed_ones(said: list[str]) -> list[str]:
    """The values that no line shows from left to right."""
    lines = seen_lines(original_pdf(minutes_of(said), original(algerian=("ar",))))
    return [value for value in said if not any("".join(value.split()) in line for line in lines)]


@pytest.mark.parametrize("seed", [1, 2])
def test_of_240_values_in_arabic_minutes_none_is_reversed(seed: int) -> None:
    assert reversed_ones(values(240, seed)) == []


def test_without_isolates_the_same_test_finds_dates_amounts_and_telephones_reversed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(written, "with_islands", written.plain)
    found = reversed_ones(values(240, 1))
    assert len(found) >= 100
    assert any(value.startswith("20") and value[4] == "-" for value in found)
    assert any(value.startswith("+") for value in found)
    assert any(value[:2].isdigit() and " " in value for value in found)


def test_clause_numbers_and_codes_of_the_paper_itself_are_seen_as_they_are() -> None:
    lines = seen_lines(original_pdf(minutes_of(values(12, 3)), original(algerian=("ar",))))
    for value in ("WG2-M-2026-01", "2026-02-0210:00+01:00", "4.3"):
        assert any(value in line for line in lines), value
