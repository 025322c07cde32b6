"""The elements of an IATI activity that are read and written, as data, in the order that the schema wants.

A record's field has the name of its element or attribute with underscores for hyphens (`activity_date`, `iso_date`).
An element with one attribute and nothing else is that value; one that can come again is a list; texts are lists of
pairs `[language, text]`. Amounts, days and codes stay the text that the file holds, so nothing is rounded.
`contact-info` is left out on purpose: it names persons. So are `crs-add`, `fss` and `legacy-data` (other reports).
Source: IATI Activity Standard 2.03, iati-activities-schema.xsd.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

_DAY = r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_OFFSET = r"Z|[+-][0-9]{2}:[0-9]{2}"
# RFC 3986, and the other letters and spaces that xs:anyURI escapes: any letter of a path, one of a part before the
# first slash (no colon, or it would be a scheme), and an authority with its port.
_ANY = r"(?:[^\t\r\n#\[\]%]|%[0-9A-Fa-f]{2})"
_PART = r"(?:[^\t\r\n:/?#\[\]%]|%[0-9A-Fa-f]{2})"
_HOST = rf"//[^\s/?#:@\[\]%]+(?::[0-9]{{1,5}})?(?:[/?]{_ANY}*)?"

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "text": r"[\s\S]*",
        "code": r"[\s\S]*\S[\s\S]*",
        "day": rf"{_DAY}(?:{_OFFSET})?",
        "instant": rf"{_DAY}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(?:\.[0-9]+)?(?:{_OFFSET})?",
        "decimal": r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)",
        "year": r"0*[1-9][0-9]*",
        "whole": r"[+-]?[0-9]+",
        "truth": r"true|false|1|0",
        "address": rf"(?:[A-Za-z][A-Za-z0-9+.-]*:(?:{_HOST}|(?!//){_ANY}*)|{_HOST}|(?!//){_PART}*(?:[/?]{_ANY}*)?)"
        rf"(?:#{_ANY}*)?",
    }
)
"""What a value may be: regular expressions after the schema's types."""


@dataclass(frozen=True)
class Value:
    """An attribute, or the text of an element: what it may be and whether it must be there."""

    name: str
    kind: str = "text"
    needed: bool = False

    @property
    def field(self) -> str:
        """Its name in a record."""
        return self.name.replace("-", "_")


@dataclass(frozen=True)
class Element:
    """An element: its attributes, its own text or its narratives, and the elements inside it."""

    name: str
    attributes: tuple[Value, ...] = ()
    inside: tuple["Element", ...] = ()
    text: Value | None = None
    narratives: bool = False
    many: bool = False
    needed: bool = False

    @property
    def field(self) -> str:
        """Its name in a record."""
        return self.name.replace("-", "_")

    @cached_property
    def alone(self) -> Value | None:
        """The one value, always there, of an element that holds nothing else: its record is that value."""
        values: tuple[Value, ...] = (*self.attributes, *((self.text,) if self.text else ()))
        if self.inside or self.narratives or len(values) != 1 or not values[0].needed:
            return None
        return values[0]

    @cached_property
    def only_narratives(self) -> bool:
        """Whether it holds texts and nothing else: its record is the list of them."""
        return self.narratives and not self.attributes and not self.inside

    @cached_property
    def by_attribute(self) -> Mapping[str, Value]:
        """Its attributes by name."""
        return {each.name: each for each in self.attributes}

    @cached_property
    def by_name(self) -> Mapping[str, "Element"]:
        """The elements inside it by name."""
        return {each.name: each for each in self.inside}


def _values(*words: str) -> tuple[Value, ...]:
    """Read `iso-date:day!` as an attribute that is a day and must be there."""
    found = []
    for word in words:
        name, _, kind = word.rstrip("!").partition(":")
        found.append(Value(name, kind or "text", word.endswith("!")))
    return tuple(found)


def _code(name: str, *, many: bool = False, needed: bool = False) -> Element:
    return Element(name, _values("code:code!"), many=many, needed=needed)


def _texts(name: str, *, needed: bool = False) -> Element:
    return Element(name, narratives=True, needed=needed)


def _day(name: str, *, needed: bool = True) -> Element:
    return Element(name, _values("iso-date:day!"), needed=needed)


def _organisation(name: str, activity: str) -> Element:
    return Element(name, _values("ref", activity, "type"), narratives=True)


def _place(name: str, *, many: bool, percentage: tuple[str, ...]) -> Element:
    words = (
        "code:code!",
        *(("vocabulary", "vocabulary-uri:address") if name != "recipient-country" else ()),
        *percentage,
    )
    return Element(name, _values(*words), narratives=True, many=many)


_PERIOD = (_day("period-start"), _day("period-end"))
_AMOUNT = Element(
    "value", _values("currency", "value-date:day!"), text=Value("amount", "decimal", needed=True), needed=True
)
_PERCENTAGE = ("percentage:decimal",)
_DOCUMENT = Element(
    "document-link",
    _values("url:address!", "format:code!"),
    (
        _texts("title", needed=True),
        _texts("description"),
        _code("category", many=True, needed=True),
        _code("language", many=True),
        _day("document-date", needed=False),
    ),
    many=True,
)
_MEASURED = (
    Element("location", _values("ref"), many=True),
    Element("dimension", _values("name", "value"), many=True),
)
_REACHED = (*_MEASURED, _texts("comment"), _DOCUMENT)

INDICATOR = Element(
    "indicator",
    _values("measure:code!", "ascending:truth", "aggregation-status:truth"),
    (
        _texts("title", needed=True),
        _texts("description"),
        _DOCUMENT,
        Element("reference", _values("vocabulary:code!", "code:code!", "indicator-uri:address"), many=True),
        Element(
            "baseline",
            _values("iso-date:day", "year:year!", "value"),
            (*_MEASURED, _DOCUMENT, _texts("comment")),
            many=True,
        ),
        Element(
            "period",
            inside=(
                *_PERIOD,
                Element("target", _values("value"), _REACHED, many=True),
                Element("actual", _values("value"), _REACHED, many=True),
            ),
            many=True,
        ),
    ),
    many=True,
    needed=True,
)

TRANSACTION = Element(
    "transaction",
    _values("ref", "humanitarian:truth"),
    (
        _code("transaction-type", needed=True),
        _day("transaction-date"),
        _AMOUNT,
        _texts("description"),
        _organisation("provider-org", "provider-activity-id"),
        _organisation("receiver-org", "receiver-activity-id"),
        _code("disbursement-channel"),
        _place("sector", many=True, percentage=()),
        _place("recipient-country", many=False, percentage=()),
        _place("recipient-region", many=False, percentage=()),
        _code("flow-type"),
        _code("finance-type"),
        Element("aid-type", _values("code:code!", "vocabulary"), many=True),
        _code("tied-status"),
    ),
    many=True,
)

_LOCATION = Element(
    "location",
    _values("ref"),
    (
        _code("location-reach"),
        Element("location-id", _values("code:code!", "vocabulary:code!"), many=True),
        _texts("name"),
        _texts("description"),
        _texts("activity-description"),
        Element("administrative", _values("code:code!", "vocabulary:code!", "level:whole"), many=True),
        Element("point", _values("srsName!"), (Element("pos", text=Value("pos", "code", needed=True), needed=True),)),
        _code("exactness"),
        _code("location-class"),
        _code("feature-designation"),
    ),
    many=True,
)

ACTIVITY = Element(
    "iati-activity",
    _values(
        "last-updated-datetime:instant",
        "default-currency",
        "humanitarian:truth",
        "hierarchy:whole",
        "linked-data-uri:address",
        "budget-not-provided",
    ),
    (
        Element("iati-identifier", text=Value("iati-identifier", "code", needed=True), needed=True),
        Element(
            "reporting-org",
            _values("ref:code!", "type:code!", "secondary-reporter:truth"),
            narratives=True,
            needed=True,
        ),
        _texts("title", needed=True),
        Element("description", _values("type"), narratives=True, many=True, needed=True),
        Element(
            "participating-org",
            _values("ref", "type", "role:code!", "activity-id", "crs-channel-code"),
            narratives=True,
            many=True,
            needed=True,
        ),
        Element(
            "other-identifier",
            _values("ref:code!", "type:code!"),
            (Element("owner-org", _values("ref"), narratives=True),),
            many=True,
        ),
        _code("activity-status", needed=True),
        Element("activity-date", _values("type:code!", "iso-date:day!"), narratives=True, many=True, needed=True),
        _code("activity-scope"),
        _place("recipient-country", many=True, percentage=_PERCENTAGE),
        _place("recipient-region", many=True, percentage=_PERCENTAGE),
        _LOCATION,
        _place("sector", many=True, percentage=_PERCENTAGE),
        Element("tag", _values("code:code!", "vocabulary:code!", "vocabulary-uri:address"), narratives=True, many=True),
        Element(
            "country-budget-items",
            _values("vocabulary:code!"),
            (
                Element(
                    "budget-item",
                    _values("code:code!", *_PERCENTAGE),
                    (_texts("description"),),
                    many=True,
                    needed=True,
                ),
            ),
        ),
        Element(
            "humanitarian-scope",
            _values("type:code!", "vocabulary:code!", "vocabulary-uri:address", "code:code!"),
            narratives=True,
            many=True,
        ),
        Element(
            "policy-marker",
            _values("vocabulary", "vocabulary-uri:address", "code:code!", "significance"),
            narratives=True,
            many=True,
        ),
        _code("collaboration-type"),
        _code("default-flow-type"),
        _code("default-finance-type"),
        Element("default-aid-type", _values("code:code!", "vocabulary"), many=True),
        _code("default-tied-status"),
        Element("budget", _values("type", "status"), (*_PERIOD, _AMOUNT), many=True),
        Element(
            "planned-disbursement",
            _values("type"),
            (
                _day("period-start"),
                _day("period-end", needed=False),
                _AMOUNT,
                _organisation("provider-org", "provider-activity-id"),
                _organisation("receiver-org", "receiver-activity-id"),
            ),
            many=True,
        ),
        Element("capital-spend", _values("percentage:decimal!")),
        TRANSACTION,
        _DOCUMENT,
        Element("related-activity", _values("ref:code!", "type:code!"), many=True),
        Element(
            "conditions",
            _values("attached:truth!"),
            (Element("condition", _values("type:code!"), narratives=True, many=True),),
        ),
        Element(
            "result",
            _values("type:code!", "aggregation-status:truth"),
            (
                _texts("title", needed=True),
                _texts("description"),
                _DOCUMENT,
                Element("reference", _values("code:code!", "vocabulary:code!", "vocabulary-uri:address"), many=True),
                INDICATOR,
            ),
            many=True,
        ),
    ),
    many=True,
)
"""An activity."""
