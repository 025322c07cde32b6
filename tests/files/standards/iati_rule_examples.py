"""For each of the 52 cases a fragment of which it holds and one of which it fails: what the port must answer.

By the wording of IATI 2.03's rules. The fragments stand inside an activity (or an organisation, cases 27 to 30 and 37
to 49 of budgets); the check is made as of 2026-01-01.
"""

from textwrap import dedent

_EARLY, _LATE = "2025-01-01", "2025-06-30"


def _activity(inside: str = "", attributes: str = "") -> str:
    return f"<iati-activity {attributes}>{inside}</iati-activity>"


def _organisation(inside: str = "", attributes: str = "") -> str:
    return f"<iati-organisation {attributes}>{inside}</iati-organisation>"


def _period(name: str, start: str, end: str, inside: str = "") -> str:
    return f'<{name}><period-start iso-date="{start}"/><period-end iso-date="{end}"/>{inside}</{name}>'


def _dates(first: str, first_day: str, second: str, second_day: str) -> str:
    return _activity(
        f'<activity-date type="{first}" iso-date="{first_day}"/>'
        f'<activity-date type="{second}" iso-date="{second_day}"/>'
    )


def _indicator(inside: str, measure: str = "1") -> str:
    return _activity(f'<result><indicator measure="{measure}">{inside}</indicator></result>')


def _order(name: str) -> tuple[str, str]:
    return _organisation(_period(name, _EARLY, _LATE)), _organisation(_period(name, _LATE, _EARLY))


def _year(name: str) -> tuple[str, str]:
    return (
        _organisation(_period(name, "2024-02-29", "2025-02-28")),
        _organisation(_period(name, "2025-01-01", "2026-01-02")),
    )


def _share(name: str, text: str) -> str:
    return _activity(f'<{name} percentage="{text}"/>')


_NARRATIVE = "<narrative>x</narrative>"
_LANGUAGE = '<narrative xml:lang="fr">x</narrative>'
_VALUE = '<budget><value currency="DZD">1</value></budget>'
_LINE = '<budget-line><value value-date="{day}">1</value></budget-line>'

EXAMPLES: dict[int, tuple[str, str]] = {
    1: (_activity('<activity-date type="2" iso-date="2025-01-01"/>'), _activity('<activity-date type="3"/>')),
    2: (_activity("<transaction><sector/></transaction>"), _activity("<transaction/>")),
    3: (_activity(f"<title>{_LANGUAGE}</title>"), _activity(f"<title>{_LANGUAGE}{_NARRATIVE}</title>")),
    4: (
        _activity("<transaction><sector/></transaction>"),
        _activity("<transaction><sector/></transaction><transaction/>"),
    ),
    5: (_activity(_VALUE), _activity(f"{_VALUE}<budget><value>1</value></budget>")),
    6: (
        _activity('<recipient-country code="DZ"/><transaction/>'),
        _activity('<recipient-country code="DZ"/><transaction><recipient-region code="298"/></transaction>'),
    ),
    7: (
        _activity(attributes='last-updated-datetime="2025-12-31T23:00:00Z"'),
        _activity(attributes='last-updated-datetime="2026-01-02T00:00:00Z"'),
    ),
    8: (_dates("1", _EARLY, "3", _LATE), _dates("1", _LATE, "3", _EARLY)),
    9: (_dates("2", _EARLY, "4", _LATE), _dates("2", _LATE, "4", _EARLY)),
    10: (_dates("2", _EARLY, "3", "2099-01-01"), _dates("2", "2026-01-02", "3", "2099-01-01")),
    11: (_dates("1", _EARLY, "4", _LATE), _dates("1", _EARLY, "4", "2026-01-02")),
    12: (
        _activity("<iati-identifier>XM-DAC-1-a</iati-identifier>"),
        _activity("<iati-identifier>XM/DAC</iati-identifier>"),
    ),
    13: (
        _activity('<recipient-country percentage="60.5"/><recipient-region percentage="39.5"/>'),
        _activity('<recipient-country percentage="60"/><recipient-region percentage="60"/>'),
    ),
    14: (
        _activity('<sector vocabulary="99" percentage="50"/><sector vocabulary="99" percentage="50"/>'),
        _activity('<sector vocabulary="99" percentage="100"/><sector vocabulary="98" percentage="60"/>'),
    ),
    15: (_activity('<sector vocabulary="1"/>'), _activity('<sector/><sector vocabulary="1"/>')),
    16: (_share("recipient-country", "100"), _share("recipient-country", "100.1")),
    17: (_share("recipient-region", "0"), _share("recipient-region", "-1")),
    18: (_share("sector", "33.3"), _share("sector", "many")),
    19: (_share("capital-spend", "12"), _share("capital-spend", "101")),
    20: (
        _activity('<country-budget-items><budget-item percentage="5"/></country-budget-items>'),
        _activity('<country-budget-items><budget-item percentage="-5"/></country-budget-items>'),
    ),
    21: (
        _activity(f'<sector vocabulary="99">{_NARRATIVE}</sector>'),
        _activity(f'<sector vocabulary="99">{_NARRATIVE}</sector><sector vocabulary="98"/>'),
    ),
    22: (
        _activity('<other-identifier><owner-org ref="a"/></other-identifier>'),
        _activity("<other-identifier><owner-org/></other-identifier>"),
    ),
    23: (
        _activity(f"<transaction><provider-org>{_NARRATIVE}</provider-org></transaction>"),
        _activity("<transaction><provider-org/></transaction>"),
    ),
    24: (
        _activity('<transaction><receiver-org ref="a"/></transaction>'),
        _activity("<transaction><receiver-org/></transaction>"),
    ),
    25: (_activity('<policy-marker significance="1"/>'), _activity('<policy-marker vocabulary="1"/>')),
    26: (
        _activity(f'<policy-marker vocabulary="99">{_NARRATIVE}</policy-marker>'),
        _activity('<policy-marker vocabulary="99"/>'),
    ),
    27: (_organisation('<reporting-org ref="DZ-1"/>'), _organisation('<reporting-org ref="DZ|1"/>')),
    28: (
        _organisation(attributes='last-updated-datetime="2025-12-31T23:00:00Z"'),
        _organisation(attributes='last-updated-datetime="2027-01-01T00:00:00Z"'),
    ),
    29: (_organisation(_NARRATIVE, 'xml:lang="fr"'), _organisation(_NARRATIVE)),
    30: (
        _organisation("<total-budget><value>1</value></total-budget>", 'default-currency="DZD"'),
        _organisation("<total-budget><value>1</value></total-budget>"),
    ),
    31: (_activity('<participating-org ref="a"/>'), _activity('<participating-org role="1"/>')),
    32: (
        _activity('<transaction><transaction-date iso-date="2025-12-31"/></transaction>'),
        _activity('<transaction><transaction-date iso-date="2026-02-30"/></transaction>'),
    ),
    33: (
        _activity('<transaction><value value-date="2026-01-01">1</value></transaction>'),
        _activity('<transaction><value value-date="2026-01-02">1</value></transaction>'),
    ),
    34: (
        _activity(_period("planned-disbursement", _EARLY, _EARLY)),
        _activity(_period("planned-disbursement", _LATE, _EARLY)),
    ),
    35: _order("budget"),
    36: _year("budget"),
    37: _order("total-budget"),
    38: _year("total-budget"),
    39: _order("recipient-country-budget"),
    40: (
        _organisation(_period("recipient-country-budget", _EARLY, _LATE, _LINE.format(day="2025-02-01"))),
        _organisation(_period("recipient-country-budget", _EARLY, _LATE, _LINE.format(day="2025-07-01"))),
    ),
    41: _year("recipient-country-budget"),
    42: _order("recipient-org-budget"),
    43: _year("recipient-org-budget"),
    44: _order("recipient-region-budget"),
    45: _year("recipient-region-budget"),
    46: (
        _indicator("<reference/>"),
        _activity("<result><reference/><indicator><reference/></indicator></result>"),
    ),
    47: (_indicator(_period("period", _EARLY, _LATE)), _indicator(_period("period", _LATE, _EARLY))),
    48: _year("total-expenditure"),
    49: _order("total-expenditure"),
    50: (_indicator('<baseline value="1"/>'), _indicator("<baseline/>", "4")),
    51: (
        _indicator('<period><target value="1"/></period>', "2"),
        _indicator("<period><target/></period>", "2"),
    ),
    52: (
        _indicator('<period><actual value="1"/></period>', "3"),
        _indicator("<period><actual/></period>", "3"),
    ),
}
"""Case to (holds, fails)."""

NOT_APPLICABLE: dict[int, str] = {
    7: _activity(),
    11: _activity('<activity-date type="2" iso-date="2025-01-01"/>'),
    12: _activity(),
    13: _activity('<recipient-country code="DZ"/>'),
    14: _activity('<sector code="1"/>'),
    15: _activity('<sector vocabulary="99"/>'),
    16: _activity('<recipient-country code="DZ"/>'),
    21: _activity('<sector vocabulary="1"/>'),
    25: _activity('<policy-marker vocabulary="99"/>'),
    36: _activity("<budget/>"),
}
"""Case to a fragment to which it does not apply."""

OFFICIAL_FAULTS: dict[int, str] = {
    6: _activity('<recipient-country code="DZ"/>'),
    14: _activity('<sector vocabulary="99"/>'),
    15: _activity('<sector vocabulary="1"/>'),
}
"""Fragments that the standard allows and the official engine of 2023 fails: its faults (a) and (b)."""


def file_of(fragment: str) -> bytes:
    """Return a fragment as a whole file."""
    root = "iati-organisations" if "<iati-organisation" in fragment else "iati-activities"
    return dedent(f'<{root} version="2.03">{fragment}</{root}>').encode()
