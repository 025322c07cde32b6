"""Every table of the console as `.csv` (and `.geojson` where it has places), at the address of its JSON.

A cell that a spreadsheet would take for a formula is written with an apostrophe before it: what the partner sends is
shown, never run. No invisible characters are added.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson
from fastapi import APIRouter, Response

from comity.api.routes import exchange as exchange_routes
from comity.api.routes import ledger as ledger_routes
from comity.api.routes import memorandum as memorandum_routes
from comity.api.routes import offices as office_routes
from comity.api.routes.ledger import Log
from comity.api.served import CallersWords, ServedNode
from comity.ground import instant_text, parse_instant
from comity.node.services import cases

CSV = "text/csv; charset=utf-8"
GEOJSON = "application/geo+json"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
_UDEG = 1_000_000

router = APIRouter(prefix="/api/v1")


@router.get("/cases.csv", response_class=Response, responses={200: {"content": {"text/csv": {}}}})
def get_cases_csv(node: ServedNode) -> Response:
    """List the cases as CSV: id, badge, opened, object, last known position."""
    rows = [_case_row(each) for each in cases.cases(node)]
    return _csv("cases", rows, ("id", "badge", "opened", "object", "lat_deg", "lon_deg", "lkp_time"))


@router.get("/cases.geojson", response_class=Response, responses={200: {"content": {GEOJSON: {}}}})
def get_cases_geojson(node: ServedNode) -> Response:
    """List the cases that have a last known position, as GeoJSON points."""
    features = [
        {
            "type": "Feature",
            "id": f"{row['badge']}/{row['id']}",
            "properties": {name: row[name] for name in ("id", "badge", "opened", "object", "lkp_time")},
            "geometry": {"type": "Point", "coordinates": [row["lon_deg"], row["lat_deg"]]},
        }
        for row in map(_case_row, cases.cases(node))
        if row["lon_deg"] is not None
    ]
    return Response(orjson.dumps({"type": "FeatureCollection", "features": features}), media_type=GEOJSON)


@router.get("/overview.csv", response_class=Response, responses={200: {"content": {"text/csv": {}}}})
def get_overview_csv(node: ServedNode, words: CallersWords) -> Response:
    """Show the memorandum on one page, as CSV."""
    rows = [
        {
            **row.model_dump(include={"agreement", "domain", "clause", "clause_title", "group", "state"}),
            "last_exchange": "" if row.last_exchange is None else instant_text(row.last_exchange.at_ms),
            "next_step": row.next_step.sentence,
        }
        for row in memorandum_routes.get_overview(node, words).rows
    ]
    names = ("agreement", "domain", "clause", "clause_title", "group", "last_exchange", "next_step", "state")
    return _csv("overview", rows, names)


@router.get(
    "/agreements/{agreement_id}/exchange.csv", response_class=Response, responses={200: {"content": {"text/csv": {}}}}
)
def get_exchange_csv(agreement_id: str, node: ServedNode) -> Response:
    """List what left and what arrived, as CSV."""
    rows = [
        {**each.model_dump(exclude={"at_ms"}), "at": instant_text(each.at_ms)}
        for each in exchange_routes.get_exchange(agreement_id, node).moved
    ]
    names = ("direction", "position", "item", "rule", "clause", "subject", "at", "blob", "state")
    return _csv("exchange", rows, names)


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
def get_acts_csv(node: ServedNode) -> Response:
    """List what the offices did on this node, as CSV."""
    rows = [
        {**each.model_dump(exclude={"at_ms"}), "at": instant_text(each.at_ms)}
        for each in office_routes.get_acts(node, before=None, limit=1000)
    ]
    return _csv("acts", rows, ("act", "at", "office", "method", "address", "status", "request"))


def safe_cell(value: Any) -> str:
    """Return a value as a cell that no spreadsheet takes for a formula.

    >>> safe_cell("=HYPERLINK(1)"), safe_cell(-3.5), safe_cell(None)
    ("'=HYPERLINK(1)", '-3.5', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool | int | float):
        return str(value)
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _csv(name: str, rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> Response:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([safe_cell(row[column]) for column in columns])
    headers = {"content-disposition": f'attachment; filename="{name}.csv"'}
    return Response(text.getvalue().encode("utf-8"), media_type=CSV, headers=headers)


def _case_row(view: cases.CaseView) -> dict[str, Any]:
    row: dict[str, Any] = {"id": view.case_id, "badge": view.badge, "opened": instant_text(view.opened_ms)}
    return row | (_released(view.document) if view.badge == "partner" else _ours(view.document))


def _released(record: dict[str, Any]) -> dict[str, Any]:
    lon, lat = record.get("lkp") or (None, None)
    return {
        "object": record.get("object_key"),
        "lat_deg": None if lat is None else lat / _UDEG,
        "lon_deg": None if lon is None else lon / _UDEG,
        "lkp_time": instant_text(record["lkp_ms"]) if "lkp_ms" in record else None,
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
