"""A case on the map: its hypotheses at an hour (binary), the areas that hold them, its instants and its log."""

from typing import Annotated

import numpy as np
from fastapi import APIRouter, Path, Query, Request, Response

from comity.api.case_lines import FIRST_LINES, line_out
from comity.api.page_models import HourOut, TimelineOut
from comity.api.problems import language_of
from comity.api.served import CallersWords, ServedNode
from comity.node.pages import case_log
from comity.node.services import cases, clouds

MOST_POINTS = 100_000
CLOUD_TYPE = "application/vnd.comity.cloud.1"
GEOJSON = "application/geo+json"

Hour = Annotated[int, Query(ge=-1, le=100_000, description="Index of an instant, from 0; -1 is the last.")]

router = APIRouter(prefix="/api/v1/cases/{case_id}")


@router.get("/cloud", response_class=Response, responses={200: {"content": {CLOUD_TYPE: {}}}})
def get_cloud(
    case_id: str,
    node: ServedNode,
    hour: Hour = -1,
    limit: Annotated[int, Query(ge=1, le=MOST_POINTS)] = 20_000,
) -> Response:
    """Return hypotheses at an hour, little-endian: n × (float32 longitude, float32 latitude), then n × uint8 status.

    n is the length divided by 9. Status: 0 drifting, 1 ashore. Headers: `x-comity-time-ms`, `x-comity-count` (n) and
    `x-comity-of` (how many the case has). The same hypotheses are chosen at every hour.
    """
    cases.case(node, case_id)
    found = clouds.points(node, case_id, hour, limit=limit)
    pairs = np.empty((found.lon_deg.size, 2), dtype="<f4")
    pairs[:, 0], pairs[:, 1] = found.lon_deg, found.lat_deg
    headers = {
        "x-comity-time-ms": str(found.at_ms),
        "x-comity-count": str(found.lon_deg.size),
        "x-comity-of": str(found.of),
    }
    return Response(pairs.tobytes() + found.status.tobytes(), media_type=CLOUD_TYPE, headers=headers)


@router.get("/containment.geojson", response_class=Response, responses={200: {"content": {GEOJSON: {}}}})
def get_containment(case_id: str, node: ServedNode, hour: Hour = -1) -> Response:
    """Return the areas that hold 50, 75, 90 and 95 % at an hour; of a partner's case, those that it released."""
    view = cases.case(node, case_id)
    if view.badge == "partner":
        return Response(clouds.received_areas(case_id, view.document, hour), media_type=GEOJSON)
    return Response(clouds.areas(node, case_id, hour), media_type=GEOJSON)


@router.get("/timeline")
def get_timeline(
    case_id: Annotated[str, Path()], request: Request, node: ServedNode, words: CallersWords
) -> TimelineOut:
    """List the instants of a case's drift, and what happened to the case, the newest first."""
    view = cases.case(node, case_id)
    partners = view.badge == "partner"
    count, found = (0, clouds.received_hours(view.document)) if partners else clouds.hours(node, case_id)
    return TimelineOut(
        case=case_id,
        particles=count,
        hours=[HourOut(**each.__dict__) for each in found],
        lines=[line_out(each, words, language_of(request)) for each in case_log.lines(node, case_id)[:FIRST_LINES]],
    )
