"""OCDS 1.1 read: the releases of a package as deals in our own terms, whole or not at all; and written back.

A deal is what a release says of its tender or of a contract: title, value, period, items, milestones, payments.
Everything else in the file is left out, and counted by its path. What is wrong is said with its path and its value.
Amounts are minor units of their currency, instants milliseconds since 1970; a title stands by language.
Source: Open Contracting Data Standard 1.1.5 (schema), with languages as `title_fr` beside `title`.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import orjson

from comity.files.standards.intake import checked_size
from comity.files.standards.money import json_number, minor_of
from comity.ground import LAST_MS, InvalidInput, instant_text, parse_instant

SHOWN = 80
"""Characters of a wrong value that are shown."""

_FIRST_MS = -62_135_596_800_000  # 0001-01-01T00:00:00Z, the first instant that has a text
_CURRENCY = re.compile("[A-Z]{3}")
_LANGUAGE = re.compile("[a-z]{2,3}")
_CONTRACT = (
    "id",
    "title",
    "status",
    "value",
    "period",
    "items",
    "milestones",
    "dateSigned",
    "awardID",
    "implementation",
)
_TENDER = ("id", "title", "status", "value", "contractPeriod", "items", "milestones")
_STAGES = {"tender": _TENDER, "contract": _CONTRACT}

Deal = Mapping[str, Any]
"""Of a tender or a contract: `stage` and `id`, and as far as the file says: `title`, `status`, `award_id`, `value`,
`signed_ms`, `starts_ms`, `ends_ms`, `items`, `milestones`, `payments`."""


@dataclass(frozen=True)
class Release:
    """A release: its process, its own name, when it was published, its tags, and its deals."""

    ocid: str
    id: str
    at_ms: int
    tag: tuple[str, ...]
    language: str
    deals: tuple[Deal, ...]


@dataclass(frozen=True)
class ReadReleases:
    """What a package held: its releases in order, and how often each path was not taken over."""

    releases: tuple[Release, ...]
    left_out: Mapping[str, int]


def read_releases(data: bytes) -> ReadReleases:
    """Return the releases of a release package or a record package, or raise `InvalidInput` with path and value."""
    try:
        package = orjson.loads(checked_size(data))
    except orjson.JSONDecodeError as error:
        raise InvalidInput(
            "files.ocds_unreadable",
            "The file is not JSON that can be read.",
            why="reading it stops with: {reason}",
            remedy="ask its author for a file that a validator accepts",
            reason=error.msg[:SHOWN],
        ) from None
    seen = _Seen(Counter())
    version = seen.of(package, "", ("version", "releases", "records"))
    _require(str(version.get("version", "")).startswith("1.1"), "version", version.get("version"), "1.1")
    if "records" in version:
        found = [
            (f"records/{place}/releases", seen.of(each, f"records/{place}", ("releases",)).get("releases"))
            for place, each in enumerate(_list(version["records"], "records"))
        ]
    else:
        found = [("releases", version.get("releases"))]
    releases = tuple(
        _release(each, f"{path}/{place}", seen) for path, held in found for place, each in enumerate(_list(held, path))
    )
    return ReadReleases(releases, dict(sorted(seen.left_out.items())))


def write_releases(releases: Sequence[Release]) -> bytes:
    """Return releases as a release package of the mapped fields: what is read again is equal."""
    return orjson.dumps({"version": "1.1", "releases": [_written(each) for each in releases]})


@dataclass
class _Seen:
    """What was not taken over, by path without places."""

    left_out: Counter[str]

    def of(self, node: Any, path: str, names: Sequence[str], languages: str = "") -> dict[str, Any]:
        """Return an object after counting every name in it that nobody reads; `languages` is a name with variants."""
        _require(isinstance(node, dict), path, node, "{ … }")
        for name in node:
            stem, _, language = name.rpartition("_")
            if name not in names and not (languages and stem == languages and _LANGUAGE.fullmatch(language)):
                self.leave(f"{path}/{name}")
        return dict(node)

    def leave(self, path: str) -> None:
        """Count what is not taken over."""
        self.left_out["/".join(each for each in path.split("/") if each and not each.isdecimal())] += 1


def _release(node: Any, path: str, seen: _Seen) -> Release:
    said = seen.of(node, path, ("ocid", "id", "date", "tag", "language", "tender", "contracts"))
    language = _language(said.get("language"), f"{path}/language")
    tags = tuple(_text(each, f"{path}/tag") for each in _list(said.get("tag"), f"{path}/tag"))
    deals = [("tender", said["tender"], f"{path}/tender")] if "tender" in said else []
    for place, each in enumerate(_list(said.get("contracts", []), f"{path}/contracts")):
        deals.append(("contract", each, f"{path}/contracts/{place}"))
    return Release(
        _text(said.get("ocid"), f"{path}/ocid"),
        _text(said.get("id"), f"{path}/id"),
        _instant(said.get("date"), f"{path}/date"),
        tags,
        language,
        tuple(_deal(stage, each, where, language, seen) for stage, each, where in deals),
    )


def _deal(stage: str, node: Any, path: str, language: str, seen: _Seen) -> Deal:
    said = seen.of(node, path, _STAGES[stage], "title")
    found: dict[str, Any] = {"stage": stage, "id": _text(said.get("id"), f"{path}/id")}
    readers: Mapping[str, tuple[str, Callable[[Any, str], Any]]] = {
        "status": ("status", _text),
        "awardID": ("award_id", _text),
        "value": ("value", lambda each, where: _money(each, where, seen)),
        "dateSigned": ("signed_ms", _instant),
        "items": ("items", lambda each, where: _items(each, where, language, seen)),
        "milestones": ("milestones", lambda each, where: _milestones(each, where, language, seen)),
    }
    if title := _titles(said, "title", path, language, seen):
        found["title"] = title
    for name, (ours, read) in readers.items():
        if name in _STAGES[stage] and said.get(name) is not None:
            held = read(said[name], f"{path}/{name}")
            found |= {} if held is None else {ours: held}
    period = "period" if stage == "contract" else "contractPeriod"
    days = _block(said, period, path, ("startDate", "endDate"), seen)
    for name, ours in (("startDate", "starts_ms"), ("endDate", "ends_ms")):
        if days.get(name) is not None:
            found[ours] = _instant(days[name], f"{path}/{period}/{name}")
    if stage == "contract" and "implementation" in said:
        paid = seen.of(said["implementation"], f"{path}/implementation", ("transactions",))
        if "transactions" in paid:
            found["payments"] = _payments(paid["transactions"], f"{path}/implementation/transactions", seen)
    return found


def _items(nodes: Any, path: str, language: str, seen: _Seen) -> list[dict[str, Any]]:
    found = []
    for place, node in enumerate(_list(nodes, path)):
        where = f"{path}/{place}"
        said = seen.of(node, where, ("id", "description", "classification", "quantity", "unit"), "description")
        item: dict[str, Any] = {"id": _text(said.get("id"), f"{where}/id")}
        if title := _titles(said, "description", where, language, seen):
            item["title"] = title
        kind = _block(said, "classification", where, ("id",), seen)
        unit = _block(said, "unit", where, ("name",), seen)
        for held, name, ours in ((kind, "id", "category"), (unit, "name", "unit")):
            if held.get(name) is not None:
                item[ours] = _text(held[name], f"{where}/{'classification' if held is kind else 'unit'}/{name}")
        if said.get("quantity") is not None:
            quantity = said["quantity"]
            _require(type(quantity) in (int, float), f"{where}/quantity", quantity, "12")
            item["quantity"] = quantity
        found.append(item)
    return found


def _milestones(nodes: Any, path: str, language: str, seen: _Seen) -> list[dict[str, Any]]:
    found = []
    for place, node in enumerate(_list(nodes, path)):
        where = f"{path}/{place}"
        said = seen.of(node, where, ("id", "title", "dueDate", "dateMet", "status"), "title")
        milestone: dict[str, Any] = {"id": _text(said.get("id"), f"{where}/id")}
        if title := _titles(said, "title", where, language, seen):
            milestone["title"] = title
        for name, ours in (("dueDate", "due_ms"), ("dateMet", "done_ms")):
            if said.get(name) is not None:
                milestone[ours] = _instant(said[name], f"{where}/{name}")
        if said.get("status") is not None:
            milestone["status"] = _text(said["status"], f"{where}/status")
        found.append(milestone)
    return found


def _payments(nodes: Any, path: str, seen: _Seen) -> list[dict[str, Any]]:
    found = []
    for place, node in enumerate(_list(nodes, path)):
        where = f"{path}/{place}"
        said = seen.of(node, where, ("id", "date", "value", "payer", "payee"))
        payment: dict[str, Any] = {"id": _text(said.get("id"), f"{where}/id")}
        if said.get("date") is not None:
            payment["actual_ms"] = _instant(said["date"], f"{where}/date")
        if said.get("value") is not None:
            amount = _money(said["value"], f"{where}/value", seen)
            payment |= {} if amount is None else {"amount": amount}
        for name, ours in (("payer", "from"), ("payee", "to")):
            if said.get(name) is not None:
                who = seen.of(said[name], f"{where}/{name}", ("id", "name"))
                payment[ours] = {
                    each: _text(who[each], f"{where}/{name}/{each}")
                    for each in ("id", "name")
                    if each in who and not (each == "name" and who[each] is None)
                }
        found.append(payment)
    return found


def _money(node: Any, path: str, seen: _Seen) -> dict[str, Any] | None:
    """Return a sum; None where the file leaves its amount or its currency empty, as the schema lets it."""
    said = seen.of(node, path, ("amount", "currency"))
    amount, currency = said.get("amount"), said.get("currency")
    _require(
        currency is None or (isinstance(currency, str) and _CURRENCY.fullmatch(currency) is not None),
        f"{path}/currency",
        currency,
        "USD",
    )
    _require(amount is None or type(amount) in (int, float), f"{path}/amount", amount, "120000.5")
    if amount is None or currency is None:
        for name in said.keys() & {"amount", "currency"}:
            if said[name] is not None:
                seen.leave(f"{path}/{name}")
        return None
    minor = minor_of(f"{Decimal(repr(amount)):f}", str(currency))
    _require(minor is not None, f"{path}/amount", amount, f"120000 {currency}")
    return {"amount_minor": minor, "currency": currency}


def _language(value: Any, path: str) -> str:
    """Return the code of a language without its region; English where a release says none."""
    found = "en" if value is None else value
    _require(isinstance(found, str), path, found, "en")
    code = re.split("[-_]", found)[0].lower()
    _require(_LANGUAGE.fullmatch(code) is not None, path, found, "en")
    return code


def _block(said: Mapping[str, Any], name: str, path: str, names: Sequence[str], seen: _Seen) -> dict[str, Any]:
    """Return what a release says in a block that it may leave out or leave empty by null."""
    return {} if said.get(name) is None else seen.of(said[name], f"{path}/{name}", names)


def _titles(said: Mapping[str, Any], name: str, path: str, language: str, seen: _Seen) -> dict[str, str]:
    """Return a text by language: its own under its bare name, the others under the name with their code."""
    found = {language: _text(said[name], f"{path}/{name}")} if said.get(name) is not None else {}
    for each, held in said.items():
        stem, _, code = each.rpartition("_")
        if stem == name and _LANGUAGE.fullmatch(code) and held is not None:
            words = _text(held, f"{path}/{each}")
            if found.setdefault(code, words) != words:
                seen.leave(f"{path}/{each}")  # the release's own language has a bare name
    return found


def _instant(value: Any, path: str) -> int:
    try:
        found = parse_instant(value) if isinstance(value, str) else LAST_MS + 1
    except InvalidInput:
        found = LAST_MS + 1
    _require(isinstance(value, str) and _FIRST_MS <= found <= LAST_MS, path, value, "2026-03-01T00:00:00Z")
    return found


def _text(value: Any, path: str) -> str:
    _require(isinstance(value, str | int) and not isinstance(value, bool), path, value, "a text")
    return str(value)


def _list(value: Any, path: str) -> list[Any]:
    _require(isinstance(value, list), path, value, "[ … ]")
    return list(value)


def _written(release: Release) -> dict[str, Any]:
    deals = [(deal["stage"], _said(deal, release.language)) for deal in release.deals]
    tender = [each for stage, each in deals if stage == "tender"]
    contracts = [each for stage, each in deals if stage == "contract"]
    return {
        "ocid": release.ocid,
        "id": release.id,
        "date": instant_text(release.at_ms),
        "tag": list(release.tag),
        "language": release.language,
        **({"tender": tender[0]} if tender else {}),
        **({"contracts": contracts} if contracts else {}),
    }


def _said(deal: Deal, language: str) -> dict[str, Any]:
    found: dict[str, Any] = {"id": deal["id"], **_by_language(deal.get("title", {}), "title", language)}
    for ours, name in (("status", "status"), ("award_id", "awardID")):
        if ours in deal:
            found[name] = deal[ours]
    if "value" in deal:
        found["value"] = _amount(deal["value"])
    if "signed_ms" in deal:
        found["dateSigned"] = instant_text(deal["signed_ms"])
    names = (("starts_ms", "startDate"), ("ends_ms", "endDate"))
    if days := {name: instant_text(deal[ours]) for ours, name in names if ours in deal}:
        found["period" if deal["stage"] == "contract" else "contractPeriod"] = days
    if "items" in deal:
        found["items"] = [_item(each, language) for each in deal["items"]]
    if "milestones" in deal:
        found["milestones"] = [_milestone(each, language) for each in deal["milestones"]]
    if "payments" in deal:
        found["implementation"] = {"transactions": [_payment(each) for each in deal["payments"]]}
    return found


def _item(item: Mapping[str, Any], language: str) -> dict[str, Any]:
    return {
        "id": item["id"],
        **_by_language(item.get("title", {}), "description", language),
        **({"classification": {"id": item["category"]}} if "category" in item else {}),
        **({"quantity": item["quantity"]} if "quantity" in item else {}),
        **({"unit": {"name": item["unit"]}} if "unit" in item else {}),
    }


def _milestone(milestone: Mapping[str, Any], language: str) -> dict[str, Any]:
    names = (("due_ms", "dueDate"), ("done_ms", "dateMet"))
    return {
        "id": milestone["id"],
        **_by_language(milestone.get("title", {}), "title", language),
        **{name: instant_text(milestone[ours]) for ours, name in names if ours in milestone},
        **({"status": milestone["status"]} if "status" in milestone else {}),
    }


def _payment(payment: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": payment["id"],
        **({"date": instant_text(payment["actual_ms"])} if "actual_ms" in payment else {}),
        **({"value": _amount(payment["amount"])} if "amount" in payment else {}),
        **{name: payment[ours] for ours, name in (("from", "payer"), ("to", "payee")) if ours in payment},
    }


def _amount(money: Mapping[str, Any]) -> dict[str, Any]:
    return {"amount": json_number(money["amount_minor"], money["currency"]), "currency": money["currency"]}


def _by_language(text: Mapping[str, str], name: str, language: str) -> dict[str, str]:
    return {name if each == language else f"{name}_{each}": words for each, words in text.items()}


def _require(holds: bool, path: str, value: Any, example: str) -> None:
    if holds:
        return
    raise InvalidInput(
        "files.ocds_value",
        "{path}: {value} cannot stand in a file of contracts.",
        why="this place takes: {example}",
        remedy="correct the value, then read the whole file again; nothing of it was kept",
        path=path or "/",
        value=repr(value)[:SHOWN],
        example=example,
    )
