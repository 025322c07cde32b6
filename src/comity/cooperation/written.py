"""Numbers, dates, codes and amounts as they are written: one neutral form in signed texts, a party's own in others.

In a signed text a value is the same characters in Arabic, English and French: digits 0-9, groups of three parted by
U+202F (a narrow space that no line breaks), a decimal point, the ISO 4217 code behind an amount, dates by ISO 8601. So
no column says by a dot what another says by a comma. Each value stands in an isolate (U+2066 ... U+2069, UAX #9), or a
line of Arabic would turn it round: 2025-01-22 would be read 22-01-2025, and 120 000 as 000 120.

Words that nobody signs may follow a party's habit (`spoken_date`): in Algeria's Arabic, January is جانفي.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

from babel import Locale
from babel.dates import format_date
from babel.localedata import exists
from babel.numbers import format_currency, format_decimal

from comity.ground import InvalidInput

LEFT_TO_RIGHT, FIRST_STRONG, END = "\u2066", "\u2068", "\u2069"
"""LEFT-TO-RIGHT ISOLATE, FIRST STRONG ISOLATE, POP DIRECTIONAL ISOLATE."""

THIN_SPACE = "\u202f"
MINUS = "\u2212"

DECIMALS = {
    currency: decimals
    for decimals, currencies in (
        (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
        (3, "BHD IQD JOD KWD LYD OMR TND"),
        (4, "CLF UYW"),
    )
    for currency in currencies.split()
}
"""Decimals of a currency's smallest unit where they are not two (ISO 4217, list one)."""
USUAL_DECIMALS = 2

_PER_CENT = "\u00a0%"
_MINUTES_PER_HOUR = 60

_VALUE = re.compile(
    r"""
    (?<![A-Za-z0-9])
    (?:
        [A-Z]{3}[ \u00a0\u202f](?=[0-9])                                  # USD 120 000
    )?
    [+\u2212-]?
    (?:
        [0-9]+°[0-9.′″]*[NS][ \u00a0]+[0-9]+°[0-9.′″]*[EW]                # 36°45.60′N 005°05.10′E
      | (?<=\+)[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{2,4})+                   # +213 21 00 00
      | [0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3}(?![0-9]))+(?:[.,][0-9]+)?    # 120 000.50
      | [A-Za-z0-9]+(?:[-\u2011\u2013/.,:_'+@#\u00d7°′″]+[A-Za-z0-9]+)*[°′″]?  # 2025-01-22, D-2025-007, 09:30, 4.3/sar
    )
    (?:[ \u00a0\u202f](?:UTC|GMT)?[+\u2212-]?[0-9]{1,2}:[0-9]{2}Z?)*      # 2025-01-22 09:30 +01:00
    (?:[ \u00a0\u202f]?%|[ \u00a0\u202f][A-Z]{3}(?![A-Za-z0-9]))?         # 45 %, 120 000 DZD
    """,
    re.VERBOSE,
)
_ISOLATE = re.compile("([\u2066-\u2069])")
_DIGIT = re.compile("[0-9]")


def isolated(text: str) -> str:
    """Return a text as an island that reads from left to right wherever it stands.

    >>> isolated("D-2025-007") == "\\u2066D-2025-007\\u2069"
    True
    """
    return f"{LEFT_TO_RIGHT}{text}{END}"


def plain(text: str) -> str:
    """Return a text without isolates: what is compared, searched or read by a machine.

    >>> plain(isolated("D-2025-007"))
    'D-2025-007'
    """
    return re.sub("[\u2066-\u2069]", "", text)


def code(text: str) -> str:
    """Return an identifier, a clause's number or a hash as it is, isolated."""
    return isolated(text)


def number(value: int | Decimal) -> str:
    """Return a number in the neutral form: exact, all its decimals kept.

    >>> plain(number(-1250000)) == "\\u22121\\u202f250\\u202f000"
    True
    """
    return isolated(_digits(value))


def percentage(value: int | Decimal) -> str:
    """Return a share in per cent.

    >>> plain(percentage(45)) == "45\\u00a0%"
    True
    """
    return isolated(_digits(value) + _PER_CENT)


def quantity(value: int | Decimal, unit: str) -> str:
    """Return a number and its unit, such as 120 MW; the unit's sign is the same in every language (SI)."""
    return isolated(f"{_digits(value)}\u00a0{unit}")


def amount(minor: int, currency: str) -> str:
    """Return an amount given in minor units of its currency, the ISO code behind it, or raise `InvalidInput`.

    >>> plain(amount(125000050, "DZD")) == "1\\u202f250\\u202f000.50\\u00a0DZD"
    True
    """
    return isolated(f"{_digits(_units(minor, currency))}\u00a0{currency}")


def day(value: date) -> str:
    """Return a date by ISO 8601.

    >>> plain(day(date(2025, 1, 22)))
    '2025-01-22'
    """
    return isolated(f"{value:%Y-%m-%d}" if value.year > 999 else value.isoformat())


def moment(instant_ms: int, offset_min: int = 0) -> str:
    """Return an instant to the minute at a place whose clocks are `offset_min` minutes ahead of UTC, and says so.

    >>> plain(moment(1737536400000, 60)) == "2025-01-22\\u00a010:00\\u00a0+01:00"
    True
    """
    ahead = timezone(timedelta(minutes=offset_min))
    at = datetime(1970, 1, 1, tzinfo=ahead) + timedelta(milliseconds=instant_ms, minutes=offset_min)
    hours, minutes = divmod(abs(offset_min), _MINUTES_PER_HOUR)
    offset = f"{MINUS if offset_min < 0 else '+'}{hours:02d}:{minutes:02d}" if offset_min else "UTC"
    return isolated(f"{at:%Y-%m-%d}\u00a0{at:%H:%M}\u00a0{offset}")


def with_islands(text: str) -> str:
    """Return a text in which every value that a hand typed stands in an isolate; what already does stays as it is.

    Only isolates are added, so that `plain` of both is the same text. For text that runs from right to left.

    >>> with_islands("في 2025-01-22") == "في \\u20662025-01-22\\u2069"
    True
    """
    said: list[str] = []
    opened: list[str] = []
    for piece in _ISOLATE.split(text):
        if piece == END:
            opened = opened[:-1]
        elif _ISOLATE.fullmatch(piece):
            opened = [*opened, piece]
        bare = piece != END and LEFT_TO_RIGHT not in opened
        said.append(_VALUE.sub(_island, piece) if bare else piece)
    return "".join(said)


def spoken_date(value: date, party: str, language: str) -> str:
    """Return a date in a party's own words, for text that nobody signs.

    >>> plain(spoken_date(date(2025, 1, 22), "DZ", "ar"))
    '22 جانفي 2025'
    >>> plain(spoken_date(date(2025, 1, 22), "US", "en"))
    'January 22, 2025'
    """
    return _spoken(lambda: format_date(value, "long", locale=_locale(party, language)))


def spoken_number(value: int | Decimal, party: str, language: str) -> str:
    """Return a number by a party's own habit (Algeria's Arabic: 120.000,5), for text that nobody signs."""
    return _spoken(lambda: format_decimal(Decimal(value), locale=_locale(party, language), decimal_quantization=False))


def spoken_amount(minor: int, currency: str, party: str, language: str) -> str:
    """Return an amount by a party's own habit, with the currency's sign there, for text that nobody signs."""
    units = _units(minor, currency)
    return _spoken(lambda: format_currency(units, currency, locale=_locale(party, language), currency_digits=False))


def decimals_of(currency: str) -> int:
    """Return how many decimals a currency has.

    >>> decimals_of("DZD"), decimals_of("JPY"), decimals_of("TND")
    (2, 0, 3)
    """
    return DECIMALS.get(currency, USUAL_DECIMALS)


def _digits(value: int | Decimal) -> str:
    exact = Decimal(value)
    sign = MINUS if exact.is_signed() and exact else ""
    return sign + f"{abs(exact):,f}".replace(",", THIN_SPACE)


def _units(minor: int, currency: str) -> Decimal:
    if not re.fullmatch("[A-Z]{3}", currency):
        raise InvalidInput(
            "cooperation.no_such_currency",
            "{currency!r} is not the code of a currency.",
            why="an amount without one means another sum to each reader",
            remedy="write its three capital letters (ISO 4217), such as DZD or USD",
            currency=currency[:16],
        )
    return Decimal(minor).scaleb(-decimals_of(currency))


def _island(found: re.Match[str]) -> str:
    return isolated(found.group()) if _DIGIT.search(found.group()) else found.group()


def _spoken(say: Callable[[], str]) -> str:
    return f"{FIRST_STRONG}{say()}{END}"


def _locale(party: str, language: str) -> Locale:
    """Return how a party writes a language; the language at large where CLDR knows no habit of that party."""
    own = f"{language}_{party}"
    return Locale.parse(own if exists(own) else language)
