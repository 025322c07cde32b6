"""An initiative and its flows as an IATI activity, from records as their audience may read them.

The template's `[map.iati]` names the sector (one code, or one for each word of its field `sector`) and the status of
each state. A value is a budget where the initiative lasts a year or less, else a commitment: nobody signed how it falls
into years. Only confirmed flows are transactions.
Source: IATI 2.03, codelists ActivityStatus, OrganisationRole, OrganisationType, TransactionType, ResultType.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from comity.files.days import day_text
from comity.files.standards.iati import Activity
from comity.files.standards.money import decimal_text
from comity.ground import instant_text

STATUS: Mapping[str, str] = {
    "proposed": "1",
    "studied": "1",
    "exploratory": "1",
    "requested": "1",
    "offered": "1",
    "closed": "4",
    "withdrawn": "5",
    "cancelled": "5",
    "suspended": "6",
}
"""Status of a state of which the template's map says nothing; any other is under way (2)."""

UNDER_WAY, GOVERNMENT, ACCOUNTABLE = "2", "10", "2"
COMMITMENT, DISBURSEMENT = "2", "3"
PLANNED_START, START, PLANNED_END, END = "1", "2", "3", "4"
OUTCOME, BY_UNIT = "2", "1"

_YEAR = timedelta(days=365)
_MILLI = -3

Document = Mapping[str, Any]


@dataclass(frozen=True)
class Reporter:
    """Who reports: its registered reference (which begins its identifiers), its type, its name and each party's.

    `parties` holds for each party its reference and its name in each language.
    """

    ref: str
    name: Mapping[str, str]
    parties: Mapping[str, tuple[str, Mapping[str, str]]]
    type: str = GOVERNMENT


@dataclass(frozen=True)
class Course:
    """Where an initiative stands: its state, when it was proposed, when it really began and ended, when it changed."""

    state: str
    proposed_ms: int
    changed_ms: int
    began_ms: int | None = None
    ended_ms: int | None = None


def activity_of(
    initiative: Document, flows: Iterable[Document], course: Course, mapping: Mapping[str, Any], reporter: Reporter
) -> Activity:
    """Return an initiative as an activity; `flows` are those that both confirmed."""
    activity: Activity = {
        "last_updated_datetime": instant_text(course.changed_ms),
        "hierarchy": "1",
        "iati_identifier": f"{reporter.ref}-{initiative['id']}",
        "reporting_org": {"ref": reporter.ref, "type": reporter.type, "narrative": _texts(reporter.name)},
        "title": _texts(initiative["title"]),
        "description": [{"type": "1", "narrative": _texts(initiative["title"])}],
        "participating_org": [_participant(party, reporter) for party in _parties(initiative)],
        "activity_status": mapping.get("status", {}).get(course.state, STATUS.get(course.state, UNDER_WAY)),
        "activity_date": _dates(initiative, course),
        "recipient_country": [{"code": initiative["roles"].get("host", initiative["owner_party"])}],
    }
    sector = _sector(initiative, mapping)
    if sector is not None:
        activity["sector"] = [{"vocabulary": "1", "code": sector}]
    transactions = [_transaction(each, reporter) for each in flows if "amount" in each]
    if "value" in initiative:
        activity["default_currency"] = initiative["value"]["currency"]
        period = _within_a_year(initiative)
        if period:
            activity["budget"] = [{"type": "1", "status": "2", **period, "value": _value(initiative["value"], course)}]
        else:
            transactions.insert(0, _commitment(initiative, course))
    if transactions:
        activity["transaction"] = transactions
    results = [_result(each, course) for each in initiative.get("indicators", ())]
    if results:
        activity["result"] = results
    return activity


def _sector(initiative: Document, mapping: Mapping[str, Any]) -> str | None:
    """Return the code of the sector: one for the template, or one for each word of its field `sector`."""
    found = mapping.get("sector")
    return found.get(initiative.get("details", {}).get("sector")) if isinstance(found, Mapping) else found


def _texts(text: Mapping[str, str]) -> list[list[str]]:
    return [[language, words] for language, words in text.items()]


def _parties(initiative: Document) -> list[str]:
    return list(dict.fromkeys(initiative["roles"].values()))


def _participant(party: str, reporter: Reporter) -> dict[str, Any]:
    return {**_organisation(party, reporter), "type": GOVERNMENT, "role": ACCOUNTABLE}


def _organisation(party: str, reporter: Reporter) -> dict[str, Any]:
    if party not in reporter.parties:
        return {"narrative": [["en", party]]}
    ref, name = reporter.parties[party]
    return {"ref": ref, "narrative": _texts(name)}


def _dates(initiative: Document, course: Course) -> list[dict[str, Any]]:
    moments = {
        PLANNED_START: initiative.get("starts_ms", course.proposed_ms),
        START: course.began_ms,
        PLANNED_END: initiative.get("ends_ms"),
        END: course.ended_ms,
    }
    return [{"type": kind, "iso_date": day_text(at_ms)} for kind, at_ms in moments.items() if at_ms is not None]


def _within_a_year(initiative: Document) -> dict[str, str] | None:
    """Return the period of an initiative, as a budget wants it: no longer than a year."""
    if "starts_ms" not in initiative or "ends_ms" not in initiative:
        return None
    if initiative["ends_ms"] - initiative["starts_ms"] > _YEAR // timedelta(milliseconds=1):
        return None
    return {"period_start": day_text(initiative["starts_ms"]), "period_end": day_text(initiative["ends_ms"])}


def _value(money: Mapping[str, Any], course: Course) -> dict[str, str]:
    return _amount(money, day_text(course.proposed_ms))


def _amount(money: Mapping[str, Any], day: str) -> dict[str, str]:
    amount = decimal_text(money["amount_minor"], money["currency"])
    return {"amount": amount, "currency": money["currency"], "value_date": day}


def _commitment(initiative: Document, course: Course) -> dict[str, Any]:
    day = day_text(course.proposed_ms)
    return {
        "ref": initiative["id"],
        "transaction_type": COMMITMENT,
        "transaction_date": day,
        "value": _amount(initiative["value"], day),
    }


def _transaction(flow: Document, reporter: Reporter) -> dict[str, Any]:
    day = day_text(flow.get("actual_ms", flow["planned_ms"]))
    return {
        "ref": flow["id"],
        "transaction_type": DISBURSEMENT,
        "transaction_date": day,
        "value": _amount(flow["amount"], day),
        "description": _texts(flow["title"]),
        "provider_org": _organisation(flow["from_party"], reporter),
        "receiver_org": _organisation(flow["to_party"], reporter),
    }


def _result(indicator: Mapping[str, Any], course: Course) -> dict[str, Any]:
    """Return an indicator as an outcome; each measurement closes a period that began with the one before."""
    begun = day_text(course.proposed_ms)
    target = {"value": _milli(indicator["target_milli"])}
    periods = []
    for each in sorted(indicator.get("measured", ()), key=lambda one: str(one["on"])):
        actual = {"value": _milli(each["value_milli"]), "comment": [["und", each["source"]]]}
        start = min(begun, each["on"])
        periods.append({"period_start": start, "period_end": each["on"], "target": [target], "actual": [actual]})
        begun = each["on"]
    title = _texts(indicator["title"])
    return {
        "type": OUTCOME,
        "title": title,
        "indicator": [
            {
                "measure": BY_UNIT,
                "ascending": "true" if indicator["target_milli"] >= indicator["baseline_milli"] else "false",
                "title": title,
                "description": [["und", indicator["unit"]]],
                "baseline": [{"year": day_text(course.proposed_ms)[:4], "value": _milli(indicator["baseline_milli"])}],
                **({"period": periods} if periods else {}),
            }
        ],
    }


def _milli(value_milli: int) -> str:
    """Return thousandths as decimal text.

    >>> _milli(12_500), _milli(3_000)
    ('12.5', '3')
    """
    number = Decimal(value_milli).scaleb(_MILLI)
    return f"{number.normalize():f}"
