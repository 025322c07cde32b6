"""The rules of IATI 2.03 that a schema cannot say: 52 cases as data (`iati_rules.toml`), asked by a small engine.

A case is asked of each element of its context: it holds, it fails, or it does not apply (None). Where the official
Python engine of 2023 says otherwise by a fault of its own, the case's comment names it.
Source: IATI Rulesets for 2.03 and the standard's wording of its rules.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from comity.files.standards.intake import parsed_xml

_NAMESPACES = {"xml": "http://www.w3.org/XML/1998/namespace"}
_DAY = re.compile(r"([0-9]{4})-([0-9][0-9])-([0-9][0-9])(?:T.*|Z|[+-][0-9][0-9]:[0-9][0-9])?")
_MS_PER_S = 1_000


@dataclass(frozen=True)
class Finding:
    """A case's answer about one element: `holds` is None where the case does not apply."""

    case: int
    line: int
    holds: bool | None


def rule_findings(data: bytes, *, now_ms: int) -> tuple[Finding, ...]:
    """Return what each of the 52 cases says of each element of an IATI file, in the order of cases."""
    root = parsed_xml(data)
    today = datetime.fromtimestamp(now_ms / _MS_PER_S, UTC).date()
    return tuple(
        Finding(case["number"], element.sourceline or 0, _answer(case, element, today))
        for case in cases()
        for element in _found(root, case["context"])
    )


def rule_faults(data: bytes, *, now_ms: int) -> tuple[Finding, ...]:
    """Return the cases that fail, with the line of the element; nothing when every case that applies holds."""
    return tuple(each for each in rule_findings(data, now_ms=now_ms) if each.holds is False)


@cache
def cases() -> tuple[Mapping[str, Any], ...]:
    """Return the 52 cases."""
    text = Path(__file__).with_name("iati_rules.toml").read_text("utf-8")
    return tuple(tomllib.loads(text)["case"])


def _answer(case: Mapping[str, Any], element: etree._Element, today: date) -> bool | None:
    if "when" in case and not _found(element, case["when"]):
        return None
    return RULES[case["rule"]](case, element, today)


def _at_least_one(case: Mapping[str, Any], element: etree._Element, _today: date) -> bool:
    return bool(_all_found(element, case["paths"]))


def _no_more_than_one(case: Mapping[str, Any], element: etree._Element, _today: date) -> bool:
    return len(_all_found(element, case["paths"])) <= 1


def _one_or_all(case: Mapping[str, Any], element: etree._Element, _today: date) -> bool:
    return bool(_found(element, case["one"])) or not _found(element, case["without"])


def _one_level(case: Mapping[str, Any], element: etree._Element, _today: date) -> bool:
    """Whether places stand on the activity or on its transactions, and not on both or neither."""
    return bool(_all_found(element, case["excluded"])) != bool(_all_found(element, case["paths"]))


def _date_order(case: Mapping[str, Any], element: etree._Element, today: date) -> bool | None:
    less, more = _day(element, case["less"], today), _day(element, case["more"], today)
    if less is None or more is None:
        return None
    return _is_day(less) and _is_day(more) and less <= more


def _between_dates(case: Mapping[str, Any], element: etree._Element, today: date) -> bool | None:
    start, day, end = (_day(element, case[each], today) for each in ("start", "date", "end"))
    if start is None or day is None or end is None:
        return None
    return _is_day(start) and _is_day(day) and _is_day(end) and start < day < end


def _within_a_year(case: Mapping[str, Any], element: etree._Element, today: date) -> bool | None:
    start, end = _day(element, case["start"], today), _day(element, case["end"], today)
    if start is None or end is None:
        return None
    return _is_day(start) and _is_day(end) and end <= _a_year_after(start)


def _whole_text(case: Mapping[str, Any], element: etree._Element, _today: date) -> bool | None:
    texts = [_text(each) for each in _all_found(element, case["paths"])]
    return all(re.fullmatch(case["regex"], each) for each in texts) if texts else None


def _sum(case: Mapping[str, Any], element: etree._Element, _today: date) -> bool | None:
    shares = [_number(_text(each)) for each in _all_found(element, case["paths"])]
    return _adds_up(shares, case["sum"]) if shares else None


def _shares(case: Mapping[str, Any], element: etree._Element, _today: date) -> bool | None:
    groups: dict[str, list[list[Any]]] = {}
    for each in _found(element, case["each"]):
        key = _text(_found(each, case["by"])[0]) if "by" in case else ""
        groups.setdefault(key, []).append(_found(each, case["share"]))
    if not groups:
        return None
    return all(_whole(shares, case["sum"]) for shares in groups.values())


def _whole(shares: list[list[Any]], whole: int) -> bool:
    """Whether the shares of one vocabulary are the whole: one sector alone needs no share, several need all."""
    if len(shares) == 1 and not shares[0]:
        return True
    return _adds_up([_number(_text(each[0])) if each else None for each in shares], whole)


def _range(case: Mapping[str, Any], element: etree._Element, _today: date) -> bool | None:
    numbers = [_number(_text(each)) for each in _all_found(element, case["paths"])]
    return all(each is not None and case["min"] <= each <= case["max"] for each in numbers) if numbers else None


def _if_then(case: Mapping[str, Any], element: etree._Element, _today: date) -> bool | None:
    return bool(_found(element, case["then"])) if _found(element, case["if"]) else None


RULES: Mapping[str, Callable[[Mapping[str, Any], etree._Element, date], bool | None]] = {
    "atleast_one": _at_least_one,
    "between_dates": _between_dates,
    "date_order": _date_order,
    "if_then": _if_then,
    "no_more_than_one": _no_more_than_one,
    "one_level": _one_level,
    "one_or_all": _one_or_all,
    "range": _range,
    "shares": _shares,
    "sum": _sum,
    "whole_text": _whole_text,
    "within_a_year": _within_a_year,
}
"""How a kind of case is asked."""

_NO_DAY = date.min
"""Stands for a text that is no day: a case that reads it fails."""


def _found(element: etree._Element, path: str) -> Any:
    return _compiled(path)(element)


@cache
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=_NAMESPACES)


def _all_found(element: etree._Element, paths: list[str]) -> list[Any]:
    return [each for path in paths for each in _found(element, path)]


def _text(found: Any) -> str:
    return (found.text or "") if isinstance(found, etree._Element) else str(found)


def _day(element: etree._Element, path: str, today: date) -> date | None:
    """Return the first day at a path, None where there is none, `_NO_DAY` where the text is no day."""
    if path == "NOW":
        return today
    found = _found(element, path)
    if not found or not _text(found[0]).strip():
        return None
    parts = _DAY.fullmatch(_text(found[0]).strip())
    try:
        return date(*map(int, parts.groups())) if parts else _NO_DAY
    except ValueError:
        return _NO_DAY


def _is_day(day: date) -> bool:
    return day != _NO_DAY


def _a_year_after(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February, or the last year of all
        return day + timedelta(days=365) if day.year < date.max.year else date.max


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _adds_up(shares: list[Decimal | None], whole: int) -> bool:
    numbers = [each for each in shares if each is not None]
    return len(numbers) == len(shares) and sum(numbers) == whole
