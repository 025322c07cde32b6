"""OCDS 1.1.5: contract cases and investments as releases and record packages, written from records of cooperation.

A case is the states that it went through, each with the record and the flows as their audience may read them then:
what a rendering does not hold is not written. A withheld field stands as a block of our declared extension.
Titles stand in the release's language and, by the extension, in Arabic, English and French.
Source: Open Contracting Data Standard 1.1.5 (schema, codelists, merging).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from comity.files.standards.money import json_number
from comity.ground import InvalidInput, instant_text

EXTENSION = Path(__file__).with_name("ocds_extension")
"""The declared extension as a publisher serves it: extension.json and what it names."""

STAGES = ("planning", "tender", "award", "contract", "implementation", "ended")
"""How far a case has come, in order; `cancelled` and `amended` are said beside them."""

CONTRACT_CASE: Mapping[str, str] = {
    "exploratory": "planning",
    "requested": "planning",
    "offered": "tender",
    "accepted": "award",
    "implemented": "contract",
    "amended": "amended",
    "delivering": "implementation",
    "suspended": "contract",
    "services_complete": "implementation",
    "reconciling": "implementation",
    "closed": "ended",
    "withdrawn": "cancelled",
    "cancelled": "cancelled",
}
"""Stage of each state of the template `contract_case`; another template says its own in `[map.ocds.stage]`."""

ROLES: Mapping[str, tuple[str, ...]] = {
    "buyer": ("buyer", "procuringEntity"),
    "host": ("buyer", "procuringEntity"),
    "supplier": ("supplier",),
    "seller": ("supplier",),
    "partner": ("supplier",),
    "investor": ("supplier", "funder"),
}
"""Roles of a template, and the roles of OCDS; any other party has an interest."""

_ORDER = {stage: place for place, stage in enumerate(STAGES)}
_LATER = {"planning": "planningUpdate", "tender": "tenderUpdate", "award": "awardUpdate", "contract": "contractUpdate"}
_LATER_STILL = {"implementation": "implementationUpdate", "ended": "contractTermination"}
_CONTRACT_STATUS = {"award": "pending", "contract": "active", "implementation": "active", "ended": "terminated"}

Document = Mapping[str, Any]


@dataclass(frozen=True)
class FlowSeen:
    """A payment or a delivery as its audience may read it, and its state."""

    flow: Document
    state: str


@dataclass(frozen=True)
class Step:
    """A state that a case reached: the name of the act, when, the record and the flows as they then were."""

    id: str
    at_ms: int
    state: str
    record: Document
    flows: Sequence[FlowSeen] = ()


@dataclass(frozen=True)
class Case:
    """A contracting process: its steps in order, and the stage of each state of its template."""

    steps: Sequence[Step]
    stages: Mapping[str, str] = field(default_factory=lambda: CONTRACT_CASE)


@dataclass(frozen=True)
class Publisher:
    """Who publishes: the registered prefix of its processes, its name, where the files and the extension are served.

    `parties` names each party in each language; `language` is the one of the texts without a suffix.
    """

    prefix: str
    name: str
    uri: str
    extension_uri: str
    parties: Mapping[str, Mapping[str, str]]
    language: str = "en"


def release_package(cases: Iterable[Case], publisher: Publisher, *, published_ms: int) -> bytes:
    """Return every release of some cases as one release package."""
    found = [release for case in cases for release in releases(case, publisher)]
    return orjson.dumps({**_package(publisher, published_ms), "releases": found})


def record_package(cases: Iterable[Case], publisher: Publisher, *, published_ms: int) -> bytes:
    """Return a record for each case, with its releases and what they come to, as one record package."""
    records = []
    for case in cases:
        found = releases(case, publisher)
        if found:
            last = found[-1]
            whole = {**last, "id": f"{last['ocid']}-{last['date']}", "tag": ["compiled"]}
            records.append({"ocid": last["ocid"], "releases": found, "compiledRelease": whole})
    return orjson.dumps({**_package(publisher, published_ms), "records": records})


def releases(case: Case, publisher: Publisher) -> list[dict[str, Any]]:
    """Return one release for each step of a case; each says the whole of what is known at that step."""
    found: list[dict[str, Any]] = []
    seen: set[str] = set()
    reached = -1
    accepted_ms: int | None = None
    for step in case.steps:
        stage = _stage(step.state, case.stages)
        reached = max(reached, _ORDER.get(stage, 0))
        if accepted_ms is None and reached >= _ORDER["award"]:
            accepted_ms = step.at_ms
        tags = _tags(stage, seen, reached)
        seen.update(tags)
        found.append(_release(step, tags, stage, reached, accepted_ms, publisher))
    return found


def _release(
    step: Step, tags: list[str], stage: str, reached: int, accepted_ms: int | None, publisher: Publisher
) -> dict[str, Any]:
    record = step.record
    name = record["id"]
    language = publisher.language
    title = _texts("title", record["title"], language)
    shared = {**title, **_value(record), **_items(record, language)}
    milestones = [_milestone(each, step.at_ms, language) for each in record.get("milestones", ())]
    parties = _parties(record, publisher)
    release: dict[str, Any] = {
        "ocid": f"{publisher.prefix}-{name}",
        "id": f"{publisher.prefix}-{step.id}",
        "date": instant_text(step.at_ms),
        "tag": tags,
        "initiationType": "tender",
        "language": language,
        "parties": parties,
        "planning": {"budget": _budget(record, title)},
    }
    buyer = _first_with(parties, "buyer")
    if buyer:
        release["buyer"] = buyer
    if reached >= _ORDER["tender"]:
        status = "active" if reached == _ORDER["tender"] else "complete"
        release["tender"] = {
            "id": f"{name}-offer",
            **shared,
            "status": "cancelled" if stage == "cancelled" and reached == _ORDER["tender"] else status,
            "procurementMethod": "direct",
            **({"procuringEntity": buyer} if buyer else {}),
            **({"milestones": milestones} if milestones and reached < _ORDER["award"] else {}),
        }
    elif milestones:
        release["planning"]["milestones"] = milestones
    if accepted_ms is not None:
        suppliers = [_reference(each) for each in parties if "supplier" in each["roles"]]
        release["awards"] = [_award(name, shared, suppliers, stage, accepted_ms)]
        release["contracts"] = [_contract(step, shared, stage, reached, accepted_ms, milestones, publisher)]
    if record.get("withheld"):
        release["withheld"] = [_withheld(each, language) for each in record["withheld"]]
    return release


def _award(
    name: str, shared: Mapping[str, Any], suppliers: list[dict[str, str]], stage: str, accepted_ms: int
) -> dict[str, Any]:
    return {
        "id": f"{name}-award",
        **shared,
        "status": "cancelled" if stage == "cancelled" else "active",
        "date": instant_text(accepted_ms),
        **({"suppliers": suppliers} if suppliers else {}),
    }


def _contract(
    step: Step,
    shared: Mapping[str, Any],
    stage: str,
    reached: int,
    accepted_ms: int,
    milestones: list[dict[str, Any]],
    publisher: Publisher,
) -> dict[str, Any]:
    record = step.record
    period = {
        word: instant_text(record[name])
        for word, name in (("startDate", "starts_ms"), ("endDate", "ends_ms"))
        if name in record
    }
    payments = [_payment(each, publisher) for each in step.flows if _is_paid(each)]
    deliveries = [_delivery(each, step.at_ms) for each in step.flows if each.flow.get("flow_kind") == "delivery"]
    implementation = {
        **({"transactions": payments} if payments else {}),
        **({"milestones": deliveries} if deliveries else {}),
    }
    return {
        "id": record["id"],
        "awardID": f"{record['id']}-award",
        **shared,
        "status": "cancelled" if stage == "cancelled" else _CONTRACT_STATUS[STAGES[reached]],
        "dateSigned": instant_text(accepted_ms),
        **({"period": period} if period else {}),
        **({"milestones": milestones} if milestones else {}),
        **({"implementation": implementation} if implementation else {}),
    }


def _stage(state: str, stages: Mapping[str, str]) -> str:
    stage = stages.get(state)
    if stage not in (*STAGES, "cancelled", "amended"):
        raise InvalidInput(
            "files.ocds_stage",
            "The state {state!r} has no stage in OCDS.",
            why="the template's map says {stage}, and the stages are: {stages}",
            remedy="name the stage of every state in the template's [map.ocds.stage]",
            state=state,
            stage=str(stage),
            stages=", ".join((*STAGES, "cancelled", "amended")),
        )
    return stage


def _tags(stage: str, seen: set[str], reached: int) -> list[str]:
    """Return the tags of a release: a stage's own the first time, its update afterwards."""
    if stage == "cancelled":
        early = reached < _ORDER["award"]
        return [("tenderCancellation" if "tender" in seen else "planningUpdate") if early else "contractTermination"]
    if stage == "amended":
        return ["contractAmendment"]
    if stage == "ended":
        return ["contractTermination"]
    if stage == "award" and "award" not in seen:
        return ["award", "contract"]
    if stage == "contract" and "contract" in seen:
        return ["contractUpdate"]
    return [stage] if stage not in seen else [_LATER.get(stage, _LATER_STILL.get(stage, stage))]


def _parties(record: Document, publisher: Publisher) -> list[dict[str, Any]]:
    roles: dict[str, list[str]] = {}
    for role, party in record.get("roles", {}).items():
        roles.setdefault(party, []).extend(ROLES.get(role, ("interestedParty",)))
    return [
        {
            "id": party,
            **_texts("name", publisher.parties.get(party, {publisher.language: party}), publisher.language),
            "roles": list(dict.fromkeys(words)),
        }
        for party, words in roles.items()
    ]


def _first_with(parties: list[dict[str, Any]], role: str) -> dict[str, str] | None:
    return next((_reference(each) for each in parties if role in each["roles"]), None)


def _reference(party: Mapping[str, Any]) -> dict[str, str]:
    return {"id": party["id"], "name": party["name"]}


def _budget(record: Document, title: Mapping[str, str]) -> dict[str, Any]:
    amount = {"amount": _value(record)["value"]} if "value" in record else {}
    return {"project": title["title"], "projectID": record["id"], **amount}


def _value(record: Document) -> dict[str, Any]:
    return {"value": _money(record["value"])} if "value" in record else {}


def _money(money: Mapping[str, Any]) -> dict[str, Any]:
    return {"amount": json_number(money["amount_minor"], money["currency"]), "currency": money["currency"]}


def _items(record: Document, language: str) -> dict[str, Any]:
    items = [
        {
            "id": each["id"],
            **_texts("description", each["title"], language),
            "classification": {"scheme": "x_comity", "id": each["category"]},
            "quantity": each["quantity"],
            "unit": {"name": each["unit"]},
        }
        for each in record.get("items", ())
    ]
    return {"items": items} if items else {}


def _milestone(milestone: Mapping[str, Any], at_ms: int, language: str) -> dict[str, Any]:
    met_ms = milestone.get("done_ms")
    return {
        "id": milestone["id"],
        **_texts("title", milestone["title"], language),
        **_met(milestone["due_ms"], met_ms, at_ms),
    }


def _met(due_ms: int, met_ms: int | None, at_ms: int) -> dict[str, Any]:
    if met_ms is not None:
        return {"dueDate": instant_text(due_ms), "dateMet": instant_text(met_ms), "status": "met"}
    return {"dueDate": instant_text(due_ms), "status": "notMet" if due_ms < at_ms else "scheduled"}


def _is_paid(seen: FlowSeen) -> bool:
    return seen.flow.get("flow_kind") == "payment" and seen.state == "confirmed" and "amount" in seen.flow


def _payment(seen: FlowSeen, publisher: Publisher) -> dict[str, Any]:
    flow = seen.flow
    return {
        "id": flow["id"],
        "date": instant_text(flow.get("actual_ms", flow["planned_ms"])),
        "value": _money(flow["amount"]),
        "payer": _party(flow["from_party"], publisher),
        "payee": _party(flow["to_party"], publisher),
    }


def _party(party: str, publisher: Publisher) -> dict[str, str]:
    names = publisher.parties.get(party, {})
    return {"id": party, "name": names.get(publisher.language, party)}


def _delivery(seen: FlowSeen, at_ms: int) -> dict[str, Any]:
    flow = seen.flow
    done_ms = flow.get("actual_ms", flow["planned_ms"]) if seen.state == "confirmed" else None
    return {"id": flow["id"], "type": "delivery", "code": flow["item"], **_met(flow["planned_ms"], done_ms, at_ms)}


def _withheld(block: Mapping[str, Any], language: str) -> dict[str, Any]:
    return {
        "id": block["field"],
        "field": block["field"],
        "reasonCode": block["reason_code"],
        **_texts("reason", block["reason"], language),
        **({"publicOn": block["public_on"]} if block.get("public_on") else {}),
        "decidedBy": block["decided_by"],
    }


def _texts(name: str, text: Mapping[str, str], language: str) -> dict[str, str]:
    """Return a text in the release's language under its own name, and in the others under the extension's."""
    found = {name: text[language] if language in text else next(iter(text.values()))}
    for other, words in text.items():
        if other != language:
            found[f"{name}_{other}"] = words
    return found


def _package(publisher: Publisher, published_ms: int) -> dict[str, Any]:
    return {
        "uri": publisher.uri,
        "version": "1.1",
        "extensions": [publisher.extension_uri],
        "publishedDate": instant_text(published_ms),
        "publisher": {"name": publisher.name},
    }
