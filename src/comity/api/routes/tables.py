"""Every table of the console as `.json` and `.csv` (and `.geojson` where it has places), at the address of its page's.

What the partner sends is shown in a cell, never run (`comity.files.cells`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import orjson
from fastapi import APIRouter, Request, Response

from comity.api.officers import Acting
from comity.api.routes import accounts as account_routes
from comity.api.routes import cases as case_routes
from comity.api.routes import clouds as cloud_routes
from comity.api.routes import exchange as exchange_routes
from comity.api.routes import ledger as ledger_routes
from comity.api.routes import memorandum as memorandum_routes
from comity.api.routes import offices as office_routes
from comity.api.routes import requests as request_routes
from comity.api.routes.ledger import Log
from comity.api.served import CallersWords, ServedNode
from comity.files.cells import csv_bytes
from comity.ground import instant_text, parse_instant
from comity.node.services import cases
from comity.node.services.clouds import LAST_MS

CSV = "text/csv; charset=utf-8"
GEOJSON = "application/geo+json"
_UDEG = 1_000_000

router = APIRouter(prefix="/api/v1")


@router.get("/cases.csv", response_class=Response, responses={200: {"content": {"text/csv": {}}}})
def get_cases_csv(node: ServedNode) -> Response:
    """List the cases as CSV: id, badge, opened, object, last known position."""
    rows = [_case_row(each) for each in cases.cases(node)]
    names = ("id", "badge", "opened", "object", "lat_deg", "lon_deg", "lkp_time", "stage", "smc")
    return _csv("cases", rows, names)


@router.get("/cases.geojson", response_class=Response, responses={200: {"content": {GEOJSON: {}}}})
def get_cases_geojson(node: ServedNode) -> Response:
    """List the cases that have a last known position, as GeoJSON points."""
    features = [
        {
            "type": "Feature",
            "id": f"{row['badge']}/{row['id']}",
            "properties": {name: row[name] for name in ("id", "badge", "opened", "object", "lkp_time", "stage", "smc")},
            "geometry": {"type": "Point", "coordinates": [row["lon_deg"], row["lat_deg"]]},
        }
        for row in map(_case_row, cases.cases(node))
        if row["lon_deg"] is not None
    ]
    return Response(orjson.dumps({"type": "FeatureCollection", "features": features}), media_type=GEOJSON)


@router.get("/cases/{case_id}/log.csv", response_class=Response, responses={200: {"content": {"text/csv": {}}}})
def get_case_log_csv(case_id: str, request: Request, node: ServedNode, words: CallersWords) -> Response:
    """List what happened to a case, the newest first, as CSV."""
    rows = [
        {**each.model_dump(include={"kind", "sentence", "office", "log", "position"}), "at": instant_text(each.at_ms)}
        for each in cloud_routes.get_timeline(case_id, request, node, words).lines
    ]
    return _csv("log", rows, ("at", "kind", "sentence", "office", "log", "position"))


@router.get("/cases/{case_id}/timeline.geojson", response_class=Response, responses={200: {"content": {GEOJSON: {}}}})
def get_timeline_geojson(case_id: str, request: Request, node: ServedNode, words: CallersWords) -> Response:
    """List the instants of a case's drift as the points where its cloud has its mean; none of a partner's case."""
    features = [
        {
            "type": "Feature",
            "id": each.hour,
            "properties": {"time": instant_text(each.at_ms), "active": each.active, "stranded": each.stranded},
            "geometry": {"type": "Point", "coordinates": [*each.centre]},
        }
        for each in cloud_routes.get_timeline(case_id, request, node, words).hours
        if each.centre is not None
    ]
    return Response(orjson.dumps({"type": "FeatureCollection", "features": features}), media_type=GEOJSON)


@router.get("/overview.csv", response_class=Response, responses={200: {"content": {"text/csv": {}}}})
def get_overview_csv(node: ServedNode, words: CallersWords) -> Response:
    """Show the memorandum on one page, as CSV."""
    rows = [
        {
            **row.model_dump(include={"agreement", "domain", "clause", "clause_title", "group", "state"}),
            "last_exchange": "" if row.last_exchange is None else instant_text(row.last_exchange.at_ms),
            "records_open": row.work.open,
            "records_late": row.work.late,
            "last_record": "" if row.work.last is None else row.work.last.key,
            "next_step": row.next_step.sentence,
        }
        for row in memorandum_routes.get_overview(node, words).rows
    ]
    where = ("agreement", "domain", "clause", "clause_title", "group")
    what = ("last_exchange", "records_open", "records_late", "last_record", "next_step", "state")
    return _csv("overview", rows, (*where, *what))


@router.get(
    "/agreements/{agreement_id}/exchange.csv", response_class=Response, responses={200: {"content": {"text/csv": {}}}}
)
def get_exchange_csv(agreement_id: str, node: ServedNode, words: CallersWords) -> Response:
    """List what left and what arrived, as CSV."""
    rows = [
        {**each.model_dump(exclude={"at_ms"}), "at": instant_text(each.at_ms)}
        for each in exchange_routes.get_exchange(agreement_id, node, words).moved
    ]
    names = ("direction", "position", "item", "rule", "clause", "subject", "at", "blob", "state", "fate")
    return _csv("exchange", rows, names)


@router.get(
    "/agreements/{agreement_id}/requests.csv", response_class=Response, responses={200: {"content": {"text/csv": {}}}}
)
def get_requests_csv(agreement_id: str, node: ServedNode, words: CallersWords) -> Response:
    """List the requests of both parties as CSV; drafts are left out."""
    rows = [
        {
            **each.model_dump(),
            "about": " ".join(f"{name}={value}" for name, value in each.about.items()),
            "sent": instant_text(each.sent_ms),
            "due": instant_text(each.due_ms),
            "contents": len(each.contents) + len(each.late_contents),
        }
        for each in request_routes.get_requests(agreement_id, node, words).requests
    ]
    names = ("request", "direction", "clause", "item", "about", "purpose", "sent", "due", "state", "late", "contents")
    return _csv("requests", rows, names)


@router.get(
    "/agreements/{agreement_id}/logs/{log}/entries.csv",
    response_class=Response,
    responses={200: {"content": {"text/csv": {}}}},
)
def get_entries_csv(agreement_id: str, log: Log, node: ServedNode) -> Response:
    """List the newest entries of a log, as CSV."""
    found = ledger_routes.get_entries(agreement_id, log, node, before=None, limit=10_000).entries
    rows = [
        {**each.model_dump(exclude={"at_ms"}), "at": "" if each.at_ms is None else instant_text(each.at_ms)}
        for each in found
    ]
    return _csv("entries", rows, ("position", "kind", "at", "office", "subject", "leaf_hash", "receipted"))


@router.get("/acts.csv", response_class=Response, responses={200: {"content": {"text/csv": {}}}})
def get_acts_csv(node: ServedNode, acting: Acting) -> Response:
    """List what the offices did on this node, as CSV; for operators and auditors."""
    rows = [
        {**each.model_dump(exclude={"at_ms"}), "at": instant_text(each.at_ms)}
        for each in office_routes.get_acts(node, acting, before=None, limit=1000)
    ]
    return _csv("acts", rows, ("act", "at", "office", "method", "address", "status", "request"))


@router.get("/offices.csv", response_class=Response, responses={200: {"content": {"text/csv": {}}}})
def get_offices_csv(node: ServedNode, acting: Acting) -> Response:
    """List the offices of this node, as CSV; for operators and auditors."""
    rows = [
        {
            "office": each.office,
            "roles": " ".join(each.roles),
            "since": instant_text(each.since_ms),
            "passkeys": each.passkeys,
            "last_passkey": "" if each.last_passkey_ms is None else instant_text(each.last_passkey_ms),
        }
        for each in office_routes.get_offices(node, acting)
    ]
    return _csv("offices", rows, ("office", "roles", "since", "passkeys", "last_passkey"))


_TABLES: dict[str, Callable[..., Any]] = {
    "/cases": case_routes.get_cases,
    "/cases/{case_id}/timeline": cloud_routes.get_timeline,
    "/overview": memorandum_routes.get_overview,
    "/agreements/{agreement_id}/exchange": exchange_routes.get_exchange,
    "/agreements/{agreement_id}/account": account_routes.get_account,
    "/agreements/{agreement_id}/audit": account_routes.get_audit,
    "/agreements/{agreement_id}/requests": request_routes.get_requests,
    "/agreements/{agreement_id}/logs/{log}/entries": ledger_routes.get_entries,
    "/offices": office_routes.get_offices,
    "/acts": office_routes.get_acts,
}
for _path, _answer in _TABLES.items():
    router.add_api_route(f"{_path}.json", _answer, methods=["GET"], include_in_schema=False)


def _csv(name: str, rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}.csv"'}
    return Response(csv_bytes(rows, columns), media_type=CSV, headers=headers)


def _case_row(view: cases.CaseView) -> dict[str, Any]:
    row: dict[str, Any] = {"id": view.case_id, "badge": view.badge, "opened": instant_text(view.opened_ms)}
    row |= {"stage": view.standing.stage, "smc": view.standing.smc}
    return row | (_released(view.document) if view.badge == "partner" else _ours(view.document))


def _released(record: dict[str, Any]) -> dict[str, Any]:
    """Return what a partner's record says, without what it wrote in another form than its kind describes."""
    place, time_ms, key = record.get("lkp"), record.get("lkp_ms"), record.get("object_key")
    is_place = isinstance(place, list) and [type(each) for each in place] == [int, int]
    lon, lat = place if is_place and isinstance(place, list) else (None, None)
    return {
        "object": key if isinstance(key, str) else None,
        "lat_deg": None if lat is None else lat / _UDEG,
        "lon_deg": None if lon is None else lon / _UDEG,
        "lkp_time": instant_text(time_ms) if type(time_ms) is int and 0 <= time_ms < LAST_MS else None,
    }


def _ours(document: dict[str, Any]) -> dict[str, Any]:
    scenarios = document.get("scenario", [])
    known: dict[str, Any] = next((each for each in scenarios if each.get("kind") == "last_known_position"), {})
    objects = document.get("object") or [{}]
    return {
        "object": objects[0].get("leeway"),
        "lat_deg": known.get("lat"),
        "lon_deg": known.get("lon"),
        "lkp_time": instant_text(parse_instant(known["time"])) if "time" in known else None,
    }
