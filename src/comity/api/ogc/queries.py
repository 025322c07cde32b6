"""What a map program may ask of a collection: a box, an instant or a period, so many at once, what comes after.

Units: degrees on WGS 84 (CRS84: longitude first); instants milliseconds since 1970. Source: OGC 17-069r4, 7.15.2 to
7.15.8: a parameter that is not known or not valid is refused (400); a limit above the greatest one is the greatest one.
"""

import math
from dataclasses import dataclass

from starlette.datastructures import QueryParams

from comity.files.geojson import Bounds, meets
from comity.ground import InvalidInput, parse_instant
from comity.node.pages.features import Feature

AT_ONCE = 100
AT_ONCE_MOST = 1_000
"""Features in one answer: of areas and legs some megabytes."""

_HALF_DEG, _TURN_DEG, _POLE_DEG = 180.0, 360.0, 90.0
_FLAT, _WITH_HEIGHT = 4, 6
_OPEN = ("", "..")
_MOST_DIGITS = 9
_ITEMS = frozenset({"bbox", "datetime", "limit", "after", "f"})
_PLAIN = frozenset({"f"})


@dataclass(frozen=True)
class ItemsQuery:
    """What was asked; `None` where everything is meant."""

    limit: int
    after: str | None
    bounds: Bounds | None
    period_ms: tuple[int | None, int | None] | None

    def takes(self, feature: Feature) -> bool:
        """Return whether a feature lies in the box and in the period; edges belong to both."""
        return (self.bounds is None or meets(feature.geometry, self.bounds)) and self._is_then(feature)

    def _is_then(self, feature: Feature) -> bool:
        if self.period_ms is None:
            return True
        if feature.from_ms is None or feature.until_ms is None:
            return False
        first, last = self.period_ms
        return (last is None or feature.from_ms <= last) and (first is None or feature.until_ms >= first)


def items_query(asked: QueryParams) -> ItemsQuery:
    """Read what is asked of a collection, or raise `InvalidInput`."""
    _check_names(asked, _ITEMS)
    return ItemsQuery(
        limit=_limit(asked.get("limit")),
        after=asked.get("after"),
        bounds=_bounds(asked.get("bbox")),
        period_ms=_period(asked.get("datetime")),
    )


def check_plain(asked: QueryParams) -> None:
    """Refuse whatever else is asked of an answer that takes nothing but its form."""
    _check_names(asked, _PLAIN)


def _check_names(asked: QueryParams, known: frozenset[str]) -> None:
    names = [name for name, _ in asked.multi_items()]
    for name in names:
        if name not in known:
            raise InvalidInput(
                "api.unknown_parameter",
                "{name} is not asked here.",
                why="this address knows these only: {known}",
                remedy="leave it out, or see /ogc/api",
                name=name[:80],
                known=", ".join(sorted(known)),
            )
        if names.count(name) > 1:
            raise _bad(name, "")
    if asked.get("f", "json") != "json":
        raise _bad("f", asked["f"])


def _limit(text: str | None) -> int:
    if text is None:
        return AT_ONCE
    if not (text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS) or int(text) < 1:
        raise _bad("limit", text)
    return min(int(text), AT_ONCE_MOST)


def _bounds(text: str | None) -> Bounds | None:
    if text is None:
        return None
    try:
        numbers = [float(each) for each in text.split(",")]
    except ValueError:
        raise _bad("bbox", text) from None
    if len(numbers) not in (_FLAT, _WITH_HEIGHT) or not all(map(math.isfinite, numbers)):
        raise _bad("bbox", text)
    half = len(numbers) // 2
    (west, south), (east, north) = numbers[:2], numbers[half : half + 2]
    if south > north or abs(south) > _POLE_DEG or abs(north) > _POLE_DEG or max(abs(west), abs(east)) > _TURN_DEG:
        raise _bad("bbox", text)
    if west <= east and east - west >= _TURN_DEG:
        return -_HALF_DEG, south, _HALF_DEG, north
    return _lon(west, -_HALF_DEG), south, _lon(east, _HALF_DEG), north


def _lon(lon_deg: float, edge_deg: float) -> float:
    """Return a longitude from -180 to 180; of the antimeridian itself, the side that is the edge of the box."""
    if -_HALF_DEG <= lon_deg <= _HALF_DEG:
        return lon_deg
    turned = (lon_deg + _HALF_DEG) % _TURN_DEG - _HALF_DEG
    return edge_deg if abs(turned) == _HALF_DEG else turned


def _period(text: str | None) -> tuple[int | None, int | None] | None:
    if text is None:
        return None
    first, slash, last = text.partition("/")
    if not slash:
        at_ms = _instant(text, text)
        return at_ms, at_ms
    ends = [None if each in _OPEN else _instant(each, text) for each in (first, last)]
    if ends == [None, None] or (None not in ends and ends[0] > ends[1]):  # type: ignore[operator]
        raise _bad("datetime", text)
    return ends[0], ends[1]


def _instant(text: str, whole: str) -> int:
    try:
        return parse_instant(text)
    except InvalidInput:
        raise _bad("datetime", whole) from None


def _bad(name: str, value: str) -> InvalidInput:
    return InvalidInput(
        "api.bad_parameter",
        "{name} cannot be {value}.",
        why="bbox is west,south,east,north in degrees; datetime an RFC 3339 instant or a period from/until; limit a "
        "number from 1; f is json; each stands once",
        remedy="mend it, or see /ogc/api",
        name=name[:80],
        value=repr(value[:80]),
    )
