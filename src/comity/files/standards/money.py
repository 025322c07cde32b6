"""Amounts in minor units of a currency, as the decimal numbers that other houses write.

How many decimals a currency has, the room of cooperation says (ISO 4217, list one).
"""

import re
from decimal import Decimal

from comity.cooperation import written
from comity.ground import InvalidInput

EXACT_MINOR = 10**15
"""Below it a binary number of 64 bits says every amount exactly (15 digits)."""


def decimal_text(amount_minor: int, currency: str) -> str:
    """Return an amount as decimal text.

    >>> decimal_text(12_000_050, "USD"), decimal_text(-5, "TND"), decimal_text(7, "JPY")
    ('120000.50', '-0.005', '7')
    """
    return f"{Decimal(amount_minor).scaleb(-written.decimals_of(currency)):f}"


def json_number(amount_minor: int, currency: str) -> int | float:
    """Return an amount as a JSON number that says it exactly, or raise `InvalidInput`.

    >>> json_number(12_000_050, "USD"), json_number(12_000_000, "USD")
    (120000.5, 120000)
    """
    unit: int = 10 ** written.decimals_of(currency)
    whole, rest = divmod(amount_minor, unit)
    if not rest:
        return whole
    if abs(amount_minor) >= EXACT_MINOR:
        raise InvalidInput(
            "files.amount_inexact",
            "The amount {amount} {currency} cannot be written as a JSON number.",
            why="readers keep 15 digits, and the last ones would change",
            remedy="round it to whole units of the currency, by both parties",
            amount=decimal_text(amount_minor, currency),
            currency=currency,
        )
    number: float = float(decimal_text(amount_minor, currency))
    return number


def minor_of(text: str, currency: str) -> int | None:
    """Return decimal text in minor units, or None where the currency has no unit that small.

    >>> minor_of("77000.00", "USD"), minor_of("1.005", "USD"), minor_of("1.005", "TND")
    (7700000, None, 1005)
    """
    if not re.fullmatch(r"[+-]?(?:[0-9]{1,30}(?:\.[0-9]{0,30})?|\.[0-9]{1,30})", text.strip()):
        return None
    scaled = Decimal(text.strip()).scaleb(written.decimals_of(currency))
    return int(scaled) if scaled == scaled.to_integral_value() else None
