"""How the public pages speak: one language, its words, and every value in a form that no line of Arabic turns round.

Dates are said as the language says them where it is at home (in Algeria's Arabic, January is جانفي); amounts, numbers
and codes keep the one neutral form of signed texts. Units: milliseconds since 1970 (`_ms`), minor units (`_minor`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, tzinfo
from decimal import Decimal
from functools import cached_property
from typing import Any

from babel.localedata import exists

from comity.agreement import Agreement, Sentence
from comity.cooperation import RIGHT_TO_LEFT, written
from comity.files.agreements import in_words
from comity.files.paper.letters import shown
from comity.files.public_pages.public_records import Said
from comity.files.words import Words, words
from comity.files.zones import zone_of
from comity.ground import utc_of

LANGUAGES = ("ar", "en", "fr")
SIGNS: Mapping[str, str] = {"mw": "MW", "m3": "m³", "gbit_s": "Gbit/s", "tonne": "t", "percent": "%"}
"""Units that have one sign in every language."""

LATEST_MS = 253_370_764_800_000
"""9999-01-01T00:00Z: no calendar of ours goes further, and a later instant is shown as the number that it is."""

_MILLI = -3
_S_PER_MINUTE = 60


@dataclass(frozen=True)
class Piece:
    """A value as a page shows it: its text; a page that it leads to; the day or instant that it is, for machines."""

    text: str
    href: str | None = None
    when: str | None = None
    is_code: bool = False


@dataclass(frozen=True)
class Tongue:
    """One language of the pages of an agreement."""

    language: str
    agreement: Agreement

    @property
    def direction(self) -> str:
        """Which way a line runs."""
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"

    @cached_property
    def words(self) -> Words:
        """The catalogue in this language."""
        return words(self.language)

    @cached_property
    def _party(self) -> str:
        """The party by whose habit dates are said: the first whose habit in this language is known."""
        at_home = (each.id for each in self.agreement.parties if exists(f"{self.language}_{each.id}"))
        return next(at_home, self.agreement.parties[0].id)

    def say(self, name: str, **values: Any) -> str:
        """Return a message of the public pages."""
        return self.words.say(f"public-{name}", **values)

    def said(self, what: Said) -> str:
        """Return a message of the catalogue or a wording, in this language."""
        return self.safe(in_words(what, self.words) if isinstance(what, Sentence) else what.in_language(self.language))

    def text(self, wording: Mapping[str, str]) -> str:
        """Return a record's wording in this language."""
        return self.safe(wording[self.language])

    def safe(self, typed: str) -> str:
        """Return what somebody typed: its lines kept, values isolated, letters that deceive the eye as numbers."""
        return "\n".join(shown(line, self.language) for line in typed.splitlines())

    def party(self, code: str) -> str:
        """Return the name of a party."""
        for each in self.agreement.parties:
            if each.id == code:
                return self.said(each.name)
        return written.code(code)

    def domain(self, name: str) -> str:
        """Return the title of a field of cooperation."""
        for each in self.agreement.domains:
            if each.id == name:
                return self.said(each.title)
        return self.plain_word(name)

    def clause(self, number: str) -> str:
        """Return the number of an article and, where the agreement has it, its title."""
        for each in self.agreement.clauses:
            if each.id == number:
                return self.say("article-titled", clause=written.code(number), title=self.said(each.title))
        return self.say("article", clause=written.code(number))

    def language_name(self, language: str) -> str:
        """Return the name of a language, said in this one."""
        return self.say("language", language=language)

    def day(self, day: str | int) -> Piece:
        """Return a day, given as `YYYY-MM-DD` or by an instant in UTC; one that no calendar has stands as written."""
        if isinstance(day, int) and day > LATEST_MS:
            return Piece(written.number(day), is_code=True)
        try:
            value = date.fromisoformat(day) if isinstance(day, str) else utc_of(day).date()
        except ValueError:
            return Piece(self.safe(str(day)), is_code=True)
        return Piece(written.spoken_date(value, self._party, self.language), when=value.isoformat())

    def moment(self, instant_ms: int, zone: str | None = None) -> Piece:
        """Return an instant to the minute, by the clocks of a zone."""
        if instant_ms > LATEST_MS:
            return Piece(written.number(instant_ms), is_code=True)
        at = utc_of(instant_ms).astimezone(_zone(zone))
        offset = at.utcoffset()
        minutes = int(offset.total_seconds()) // _S_PER_MINUTE if offset else 0
        return Piece(written.moment(instant_ms, minutes), when=at.isoformat(timespec="minutes"))

    def amount(self, money: Mapping[str, Any]) -> Piece:
        """Return an amount in the neutral form."""
        return Piece(written.amount(money["amount_minor"], money["currency"]))

    def number(self, value: int | Decimal) -> str:
        """Return a number in the neutral form."""
        return written.number(value)

    def thousandths(self, value_milli: int, unit: str) -> str:
        """Return a value of an indicator with its unit."""
        value = Decimal(value_milli).scaleb(_MILLI)
        whole = value == value.to_integral_value()
        return self.quantity(value.quantize(Decimal(1)) if whole else value.normalize(), unit)

    def quantity(self, value: int | Decimal, unit: str) -> str:
        """Return a number and its unit: a sign where it has one, else the word."""
        if unit in SIGNS:
            return written.quantity(value, SIGNS[unit])
        word = self.words.say("cooperation-unit", unit=unit, name=self.plain_word(unit), count=value)
        return f"{written.number(value)}\u00a0{word}"

    def word(self, name: str) -> str:
        """Return the word for a choice or a category that a record or a template names; its own name where none is."""
        return self.plain_word(self.words.say("cooperation-word", word=name))

    def plain_word(self, word: str) -> str:
        """Return a name made for machines as it is, its underscores as spaces."""
        return word.replace("_", " ")


def tongues(agreement: Agreement) -> tuple[Tongue, ...]:
    """Return the languages of the pages, in the order of their codes: none is first."""
    return tuple(Tongue(each, agreement) for each in LANGUAGES)


def _zone(name: str | None) -> tzinfo:
    """Return a time zone; UTC where there is none, or none of that name."""
    return zone_of(name or "") or UTC
