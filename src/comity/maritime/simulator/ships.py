"""The ships of a simulated fleet: what each is and what it says of itself. All of it is invented: EXAMPLE.

Units: metres, metres per second. Every name begins with `EX `, every call sign with `EX`; an MMSI is the digits of a
flag, then `000`, then a number from 1; IMO numbers begin with 4, a series that no ship has, and keep their check digit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from comity.ground import M_S_PER_KNOT
from comity.maritime.simulator.chance import Chance, Stream

Option = TypeVar("Option")

MARK = "EX "
"""What the name of every simulated ship begins with."""


@dataclass(frozen=True)
class Trade:
    """A kind of ship: AIS type, class, speeds in knots, lengths in metres, how long it stays in port in hours."""

    ship_type: int
    is_class_a: bool
    speed_kn: tuple[float, float]
    length_m: tuple[float, float]
    stay_h: tuple[float, float]
    weight: float


TRADES: Mapping[str, Trade] = MappingProxyType(
    {
        "cargo": Trade(70, True, (11.0, 18.5), (88.0, 230.0), (8.0, 26.0), 0.30),
        "tanker": Trade(80, True, (10.5, 14.5), (95.0, 274.0), (12.0, 30.0), 0.14),
        "ferry": Trade(60, True, (17.5, 23.5), (120.0, 212.0), (2.0, 6.0), 0.10),
        "fast_ferry": Trade(40, True, (26.0, 34.0), (60.0, 110.0), (1.5, 4.0), 0.04),
        "fishing": Trade(30, True, (8.0, 10.5), (15.0, 38.0), (7.0, 11.0), 0.18),
        "small_fishing": Trade(30, False, (7.0, 9.5), (9.0, 15.0), (8.0, 14.0), 0.08),
        "sailing": Trade(36, False, (4.8, 7.0), (9.0, 18.0), (10.0, 20.0), 0.09),
        "tug": Trade(52, True, (8.0, 11.0), (24.0, 38.0), (4.0, 9.0), 0.03),
        "pleasure": Trade(37, False, (14.0, 22.0), (11.0, 28.0), (6.0, 16.0), 0.04),
    }
)
"""Kinds of ship with the share of each in a fleet; types by ITU-R M.1371-5, table 53."""

FLAGS: Mapping[str, tuple[tuple[int, float], ...]] = MappingProxyType(
    {
        "deep": ((605, 1.5), (636, 2.0), (538, 1.5), (351, 2.0), (248, 2.0), (215, 1.0), (237, 1.0), (247, 1.0)),
        "near": ((605, 3.0), (224, 3.0), (227, 2.0), (247, 2.0), (672, 1.0), (242, 1.0)),
    }
)
"""Maritime identification digits (ITU) with their weights: of ships that trade far, and of ships of these shores."""

_SMALL = frozenset({"fishing", "small_fishing", "sailing", "tug", "pleasure"})

_FIRST = (
    "AMBER", "AZURE", "BOLD", "BRIGHT", "CALM", "CEDAR", "CLEAR", "CORAL", "COPPER", "DAWN", "EVER", "FAIR", "GOLDEN",
    "GREEN", "HAZEL", "INDIGO", "IVORY", "JADE", "LAUREL", "LUCID", "MARBLE", "NOBLE", "OLIVE", "PEARL", "QUIET",
    "RAPID", "SILVER", "STEADY", "SUNLIT", "SWIFT", "TIDAL", "VIOLET", "WINTER",
)  # fmt: skip
_LAST = (
    "ALMOND", "ANCHOR", "BEACON", "BREEZE", "CITRUS", "COMPASS", "CURLEW", "DOLPHIN", "EGRET", "FALCON", "GANNET",
    "HARBOUR", "HERON", "HORIZON", "JASMINE", "LANTERN", "LEVANT", "MERIDIAN", "MISTRAL", "ORCHARD", "OSPREY",
    "PALM", "PETREL", "QUARTZ", "RIVER", "SAFFRON", "SEXTANT", "SHEARWATER", "SIROCCO", "SKIFF", "THYME", "TERN",
)  # fmt: skip


@dataclass(frozen=True)
class Identity:
    """What a ship says of itself."""

    mmsi: int
    shipname: str
    callsign: str
    imo: int


@dataclass(frozen=True)
class Ship:
    """A ship of the fleet."""

    number: int
    trade: str
    identity: Identity
    speed_m_s: float
    length_m: float
    beam_m: float
    draught_m: float
    has_heading: bool

    @property
    def kind(self) -> Trade:
        """What kind of ship it is."""
        return TRADES[self.trade]


def ship(number: int, chance: Chance, trade: str | None = None) -> Ship:
    """Return the ship of a number; of a trade, or of one drawn by their shares."""
    chosen = trade or weighted(chance.between(Stream.KIND, 0.0, 1.0), [(k, t.weight) for k, t in TRADES.items()])
    kind = TRADES[chosen]
    length_m = chance.between(Stream.SIZE, *kind.length_m)
    return Ship(
        number=number,
        trade=chosen,
        identity=identity(number, chance, chosen),
        speed_m_s=chance.between(Stream.SPEED, *kind.speed_kn) * M_S_PER_KNOT,
        length_m=length_m,
        beam_m=length_m * chance.between(Stream.SIZE, 0.13, 0.19, turn=1) + 1.5,
        draught_m=round(length_m * chance.between(Stream.SIZE, 0.035, 0.055, turn=2) + 0.5, 1),
        has_heading=chance.between(Stream.CLASS, 0.0, 1.0) < (0.96 if kind.is_class_a else 0.25),
    )


def identity(number: int, chance: Chance, trade: str, turn: int = 0) -> Identity:
    """Return an invented identity; no two numbers below 33,792 share a name, none below 1,000 of a flag an MMSI."""
    flags = FLAGS["near" if trade in _SMALL else "deep"]
    mid = weighted(chance.between(Stream.NAME, 0.0, 1.0, turn), flags)
    first, last = _FIRST[number % len(_FIRST)], _LAST[number // len(_FIRST) % len(_LAST)]
    again = number // (len(_FIRST) * len(_LAST))
    return Identity(
        mmsi=mid * 1_000_000 + number + 1,
        shipname=f"{MARK}{first} {last}{f' {again + 1}' if again else ''}"[:20],
        callsign=f"EX{number + 1:05d}"[:7],
        imo=0 if trade in _SMALL else imo_of(number),
    )


def imo_of(number: int) -> int:
    """Return an IMO number of the series that no ship has, its check digit right (IMO A.1117(30)).

    >>> imo_of(7)
    4000072
    """
    digits = [int(each) for each in f"{400_000 + number % 100_000}"]
    return (400_000 + number % 100_000) * 10 + sum(w * d for w, d in zip(range(7, 1, -1), digits, strict=True)) % 10


def weighted(drawn: float, options: Sequence[tuple[Option, float]]) -> Option:
    """Return the option on which a number between 0 and 1 falls, by weights."""
    total = sum(weight for _, weight in options)
    for option, weight in options:
        drawn -= weight / total
        if drawn < 0:
            return option
    return options[-1][0]
