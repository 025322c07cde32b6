"""OCDS 1.1.5: contract cases and investments as releases and record packages, written from records of cooperation.

A case is the states that it went through, each with the record and the flows as their audience may read them then:
what a rendering does not hold is not written. A withheld field stands as a block of our declared extension.
Titles stand in the release's language and, by the extension, in Arabic, English and French.
Source: Open Contracting Data Standard 1.1.5 (schema, codelists, merging).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson

from comity.files.standards.money import json_number
from comity.files.standards.ocds_cases import STAGES, Case, Document, FlowSeen, Step
from comity.ground import instant_text

EXTENSION = Path(__file__).with_name("ocds_extension")
"""The declared extension as a publisher serves it: extension.json and what it names."""

_ORDER = {stage: place for place, stage in enumerate(STAGES)}
_LATER = {"planning": "planningUpdate", "tender": "tenderUpdate", "contract": "contractUpdate"}
_CONTRACT_STATUS = {"contract": "pending", "implementation": "active", "ended": "terminated"}  # accepted ≠ implemented
_AMEND = "amend"

_instant = lru_cache(maxsize=65_536)(instant_text)  # a case says the same days in each of its releases


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
    reached = 0
    accepted_ms: int | None = None
    record: Document = {}
    said = _Said({}, [], {})
    for step in case.steps:
        if step.record != record:  # most steps change the state and nothing else
            record, said = step.record, _said(step.record, case.roles, publisher)
        stage = case.stages.get(step.state, STAGES[reached])  # a state that is not named goes on with what began
        if stage != "ended" or accepted_ms is not None:
            reached = max(reached, _ORDER.get(stage, 0))
        if accepted_ms is None and reached >= _ORDER["contract"]:
            accepted_ms = step.at_ms
        tags = _tags(step, stage, seen, accepted_ms)
        seen.update(tags)
        found.append(_release(step, said, tags, stage, reached, accepted_ms, publisher))
    return found


@dataclass(frozen=True)
class _Said:
    """What a record says in every release until it changes: title with value and items, parties, budget."""

    shared: Mapping[str, Any]
    parties: list[dict[str, Any]]
    budget: Mapping[str, Any]


def _said(record: Document, roles: Mapping[str, tuple[str, ...]], publisher: Publisher) -> _Said:
    title = _texts("title", record["title"], publisher.language)
    value = _value(record)
    budget: dict[str, Any] = {"project": title["title"], "projectID": record["id"]}
    if value:
        budget["amount"] = value["value"]
    return _Said({**title, **value, **_items(record, publisher.language)}, _parties(record, roles, publisher), budget)


def _release(
    step: Step,
    said: _Said,
    tags: list[str],
    stage: str,
    reached: int,
    accepted_ms: int | None,
    publisher: Publisher,
) -> dict[str, Any]:
    record = step.record
    name = record["id"]
    language = publisher.language
    milestones = [_milestone(each, step.at_ms, language) for each in record.get("milestones", ())]
    parties = said.parties
    release: dict[str, Any] = {
        "ocid": f"{publisher.prefix}-{name}",
        "id": f"{publisher.prefix}-{step.id}",
        "date": _instant(step.at_ms),
        "tag": tags,
        "initiationType": "tender",
        "language": language,
        "parties": parties,
        # Milestones stay in planning beside the contract's: a merge would keep what they once said there.
        "planning": {"budget": said.budget, **({"milestones": milestones} if milestones else {})},
    }
    buyer = _first_with(parties, "buyer")
    if buyer:
        release["buyer"] = buyer
    if reached >= _ORDER["tender"]:
        status = "active" if reached == _ORDER["tender"] else "complete"
        release["tender"] = {
            "id": f"{name}-offer",
            **said.shared,
            "status": "cancelled" if stage == "cancelled" and reached == _ORDER["tender"] else status,
            "procurementMethod": "direct",
            **({"procuringEntity": buyer} if buyer else {}),
        }
    if accepted_ms is not None:
        suppliers = [_reference(each) for each in parties if "supplier" in each["roles"]]
        release["awards"] = [_award(name, said.shared, suppliers, stage, accepted_ms)]
        release["contracts"] = [_contract(step, said.shared, stage, reached, accepted_ms, milestones, publisher)]
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
        "date": _instant(accepted_ms),
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
        word: _instant(record[name])
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
        "dateSigned": _instant(accepted_ms),
        **({"period": period} if period else {}),
        **({"milestones": milestones} if milestones else {}),
        **({"implementation": implementation} if implementation else {}),
    }


def _tags(step: Step, stage: str, seen: set[str], accepted_ms: int | None) -> list[str]:
    """Return the tags of a release: a stage's own the first time, its update afterwards."""
    if accepted_ms is None:
        if stage == "cancelled" and "tender" in seen:
            return ["tenderCancellation"]
        named = stage if stage in ("planning", "tender") else "planning"
        return [_LATER[named] if named in seen else named]
    begun = [] if "contract" in seen else ["award", "contract"]
    if stage in ("cancelled", "ended"):
        return [*begun, "contractTermination"]
    if step.move == _AMEND:
        return [*begun, "contractAmendment"]
    if stage == "implementation":
        return [*begun, "implementationUpdate" if "implementation" in seen else "implementation"]
    return begun or ["contractUpdate"]


def _parties(record: Document, words: Mapping[str, tuple[str, ...]], publisher: Publisher) -> list[dict[str, Any]]:
    roles: dict[str, list[str]] = {}
    for role, party in record.get("roles", {}).items():
        roles.setdefault(party, []).extend(words.get(role, ("interestedParty",)))
    return [
        {
            "id": party,
            **_texts("name", publisher.parties.get(party, {publisher.language: party}), publisher.language),
            "roles": list(dict.fromkeys(found)),
        }
        for party, found in roles.items()
    ]


def _first_with(parties: list[dict[str, Any]], role: str) -> dict[str, str] | None:
    return next((_reference(each) for each in parties if role in each["roles"]), None)


def _reference(party: Mapping[str, Any]) -> dict[str, str]:
    return {"id": party["id"], "name": party["name"]}


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
        return {"dueDate": _instant(due_ms), "dateMet": _instant(met_ms), "status": "met"}
    return {"dueDate": _instant(due_ms), "status": "notMet" if due_ms < at_ms else "scheduled"}


def _is_paid(seen: FlowSeen) -> bool:
    return seen.flow.get("flow_kind") == "payment" and seen.state == "confirmed" and "amount" in seen.flow


def _payment(seen: FlowSeen, publisher: Publisher) -> dict[str, Any]:
    flow = seen.flow
    return {
        "id": flow["id"],
        "date": _instant(flow.get("actual_ms", flow["planned_ms"])),
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
        "publishedDate": _instant(published_ms),
        "publisher": {"name": publisher.name},
    }
