"""The maritime picture: vessels, their tracks, who is nearest, the receivers, distress that was heard."""

import math
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from starlette.concurrency import run_in_threadpool

from comity.api.maritime_models import (
    DistressesOut,
    DistressOut,
    NearestOut,
    NearOut,
    PictureOut,
    ReceiverOut,
    ReceiversOut,
    ShedOut,
    TakenOut,
    TrackOut,
    VesselOut,
    VesselsOut,
)
from comity.api.problems import language_of
from comity.api.served import CallersWords, ServedNode
from comity.files.words import Words, words
from comity.ground import LAST_MS, MS_PER_HOUR, MS_PER_S, ComityError, InvalidInput
from comity.maritime import TypeClass, mmsi_flag, mmsi_kind, type_class
from comity.node.app import Node
from comity.node.services import distress, vessels
from comity.node.services.vessels import Filter, Vessels

router = APIRouter(prefix="/api/v1/maritime")

MOST_VESSELS = 5_000
MOST_FIXES = 50_000
MOST_GIVEN_BYTES = 2**20
MOST_CORNERS = 500
DAY_MS = 24 * MS_PER_HOUR

Limit = Annotated[int, Query(ge=1, le=MOST_VESSELS, description="How many at once, at most: the newest fixes.")]
Latitude = Annotated[float, Query(ge=-90, le=90, allow_inf_nan=False)]
Longitude = Annotated[float, Query(ge=-180, le=180, allow_inf_nan=False)]
Mmsi = Annotated[int, Path(ge=1, le=999_999_999)]
Instant = Annotated[int | None, Query(ge=0, le=LAST_MS)]


@router.get("/vessels")
def get_vessels(
    node: ServedNode,
    bbox: Annotated[str, Query(max_length=200, description="west,south,east,north; west > east is allowed.")] = "",
    polygon: Annotated[str, Query(max_length=20_000, description="lon,lat lon,lat …: longitudes may pass 180.")] = "",
    types: Annotated[list[TypeClass] | None, Query(alias="type")] = None,
    most_age_s: Annotated[float | None, Query(ge=0, le=31_622_400, allow_inf_nan=False)] = None,
    limit: Limit = 2_000,
) -> VesselsOut:
    """List the vessels in a box or a polygon, the newest fixes first; neither: of the whole earth."""
    if not node.watch.is_set:
        return _vessels(node, None)
    age_ms = None if most_age_s is None else round(most_age_s * MS_PER_S)
    chosen = Filter(tuple(types or ()), age_ms, limit)
    if polygon:
        corners = [_numbers(each, 2, "polygon") for each in polygon.split()[: MOST_CORNERS + 1]]
        if not 3 <= len(corners) <= MOST_CORNERS:
            raise _malformed("polygon")
        return _vessels(node, vessels.in_polygon(node, [(each[0], each[1]) for each in corners], chosen))
    west, south, east, north = _numbers(bbox, 4, "bbox") if bbox else (-180.0, -90.0, 180.0, 90.0)
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise _malformed("bbox")
    return _vessels(node, vessels.in_box(node, (west, south, east, north), chosen))


@router.get("/vessels/search")
def get_search(
    node: ServedNode,
    find: Annotated[str, Query(min_length=1, max_length=64, description="Beginning of a name, MMSI, IMO, call sign.")],
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
) -> VesselsOut:
    """Find vessels by the beginning of a name or a number; accents and case do not count."""
    return _vessels(node, vessels.search(node, find, limit=limit) if node.watch.is_set else None)


@router.get("/vessels/ids")
def get_ids(node: ServedNode, ids: Annotated[list[int], Query(alias="id", min_length=1, max_length=500)]) -> VesselsOut:
    """Return the vessels of numbers in the moving picture (`/live`)."""
    return _vessels(node, vessels.of_ids(node, [each for each in ids if each < 2**31]) if node.watch.is_set else None)


@router.get("/vessels/nearest")
def get_nearest(
    node: ServedNode,
    lat: Latitude,
    lon: Longitude,
    limit: Annotated[int, Query(ge=1, le=500)] = 20,
    within_m: Annotated[float | None, Query(gt=0, le=20_100_000, allow_inf_nan=False)] = None,
) -> NearestOut:
    """Rank vessels by the time that they need to a datum: speed, readiness and way are said with each."""
    if not node.watch.is_set:
        return NearestOut(now_ms=node.clock(), listening=False, lat=lat, lon=lon, vessels=[])
    near, known = vessels.nearest(node, lat, lon, limit=limit, within_m=within_m)
    found = [
        NearOut(
            vessel=vessel,
            arrives_ms=None if each.time_s is None else known.now_ms + round(each.time_s * MS_PER_S),
            **{name: getattr(each, name) for name in _OF_NEAR},
        )
        for each, vessel in zip(near, _each(known), strict=True)
    ]
    return NearestOut(now_ms=known.now_ms, listening=True, lat=lat, lon=lon, vessels=found)


@router.get("/vessels/{mmsi}")
def get_vessel(node: ServedNode, mmsi: Mmsi) -> VesselOut:
    """Return one vessel of the live picture."""
    return _each(vessels.vessel(node, mmsi))[0]


@router.get("/vessels/{mmsi}/track")
def get_track(
    node: ServedNode,
    mmsi: Mmsi,
    from_ms: Instant = None,
    until_ms: Instant = None,
    limit: Annotated[int, Query(ge=1, le=MOST_FIXES)] = 20_000,
) -> TrackOut:
    """Return where a vessel was; without instants over the last 24 hours."""
    end_ms = node.clock() if until_ms is None else until_ms
    begin_ms = end_ms - DAY_MS if from_ms is None else from_ms
    track = vessels.track(node, mmsi, from_ms=max(0, begin_ms), until_ms=end_ms, limit=limit)
    told: dict[str, Any] = {name: _column(track.positions[name].to_pylist()) for name in _OF_TRACK}
    stations = [each or "" for each in track.positions["station"].to_pylist()]
    return TrackOut(
        mmsi=mmsi, from_ms=track.from_ms, until_ms=end_ms, complete=not track.is_cut, station=stations, **told
    )


@router.get("/feeds")
def get_feeds(node: ServedNode, request: Request) -> ReceiversOut:
    """Say how each receiver stands, how large the picture is, and what is being shed."""
    state, language = node.watch.state, language_of(request)
    feeds = [
        ReceiverOut(
            problem=_sentence(each.problem, language),
            shed=ShedOut(**each.shed),
            **{name: getattr(each, name) for name in _OF_FEED},
        )
        for each in state.feeds
    ]
    return ReceiversOut(
        now_ms=node.clock(),
        running=node.watch.is_running,
        level=state.level,
        feeds=feeds,
        picture=PictureOut(**{name: getattr(state.picture, name) for name in PictureOut.model_fields}),
        store_problem=_sentence(state.store_problem, language),
    )


@router.get("/distress")
def get_distress(
    node: ServedNode,
    words: CallersWords,
    tests: Annotated[bool, Query(description="Whether tests are listed as well.")] = False,
) -> DistressesOut:
    """List the distress devices that were heard; tests only where asked for."""
    heard = [each for each in distress.distresses(node) if tests or each.distress.state != "test"]
    return DistressesOut(now_ms=node.clock(), distress=[_distress(each, words) for each in heard])


@router.post("/reports", status_code=202)
async def post_reports(
    request: Request,
    node: ServedNode,
    station: Annotated[str, Query(pattern="^[A-Za-z0-9][A-Za-z0-9 _.-]{0,31}$")] = "reports",
) -> TakenOut:
    """Take NMEA sentences of a station, as bytes, on `node.sock` only: no office of the house port writes here."""
    data = bytearray()
    async for part in request.stream():
        data += part
        if len(data) > MOST_GIVEN_BYTES:
            raise _malformed("body")
    return TakenOut(taken=await run_in_threadpool(vessels.give, node, station, bytes(data)))


_OF_NEAR = ("distance_m", "bearing_deg", "speed_m_s", "speed_from", "ready_s", "time_s", "note")
_OF_TRACK = ("t_ms", "lat_deg", "lon_deg", "sog_m_s", "cog_deg", "heading_deg")
_OF_FEED = (
    *("name", "address", "state", "since_ms", "heard_ms"),
    *("bytes", "sentences", "messages", "per_s", "rejected"),
)


def _vessels(node: Node, found: Vessels | None) -> VesselsOut:
    if found is None:
        return VesselsOut(now_ms=node.clock(), listening=False, total=0, vessels=[])
    return VesselsOut(now_ms=found.now_ms, listening=True, total=found.total, vessels=_each(found))


def _each(found: Vessels) -> list[VesselOut]:
    columns = {name: column.tolist() for name, column in found.columns.items()}
    rows = (dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True))
    return [_vessel(row, found.now_ms) for row in rows]


def _vessel(row: dict[str, Any], now_ms: int) -> VesselOut:
    has_place = not math.isnan(row["lat_deg"])
    length_m, beam_m = row["to_bow_m"] + row["to_stern_m"], row["to_port_m"] + row["to_starboard_m"]
    return VesselOut(
        id=row["id"],
        mmsi=row["mmsi"],
        kind=mmsi_kind(row["mmsi"]),
        flag=mmsi_flag(row["mmsi"]) or None,
        name=row["shipname"] or None,
        callsign=row["callsign"] or None,
        imo=row["imo"] or None,
        ship_type=row["ship_type"],
        type_class=type_class(row["ship_type"]),
        ais_class="B" if row["msg_type"] in (18, 19) else "A" if row["msg_type"] in (1, 2, 3) else None,
        lat=_number(row["lat_deg"]),
        lon=_number(row["lon_deg"]),
        **{name: _number(row[name]) for name in ("sog_m_s", "cog_deg", "heading_deg", "rot_deg_min")},
        nav_status=row["nav_status"],
        t_ms=row["t_ms"] if has_place else None,
        received_ms=row["received_ms"] if has_place else None,
        age_s=(now_ms - row["t_ms"]) / MS_PER_S if has_place else None,
        station=row["station"],
        msg_type=row["msg_type"],
        length_m=length_m or None,
        beam_m=beam_m or None,
        draught_m=_number(row["draught_m"]) or None,
        destination=row["destination"] or None,
        eta=row["eta"] or None,
        static_ms=row["static_ms"] or None,
    )


def _distress(heard: distress.HeardDistress, words: Words) -> DistressOut:
    each = heard.distress
    sentence = words.say("maritime-distress", device=each.device, state=each.state, mmsi=str(each.mmsi))
    doubt = words.say("maritime-doubt", doubt=each.doubt) if each.doubt else ""
    return DistressOut(
        id=heard.distress_id,
        mmsi=each.mmsi,
        device=each.device,
        state=each.state,
        is_test=each.state == "test",
        doubt=each.doubt,
        raised_ms=heard.raised_ms,
        first_ms=each.first_ms,
        last_ms=each.last_ms,
        heard=each.heard,
        lat=each.lat_deg,
        lon=each.lon_deg,
        position_ms=each.position_ms,
        moved_m=each.moved_m,
        text=each.text,
        stations=list(each.stations),
        case_id=heard.case_id,
        sentence=f"{sentence} {doubt}".strip(),
    )


def _number(value: float) -> float | None:
    return None if math.isnan(value) else value


def _column(values: list[Any]) -> list[Any]:
    return [None if isinstance(each, float) and math.isnan(each) else each for each in values]


def _sentence(error: ComityError | None, language: str) -> str | None:
    if error is None:
        return None
    said = words(language).error(error)
    return f"{said['what']} {said['why']}"


def _numbers(text: str, count: int, name: str) -> tuple[float, ...]:
    try:
        found = tuple(float(each) for each in text.split(","))
    except ValueError:
        raise _malformed(name) from None
    if len(found) != count or not all(map(math.isfinite, found)):
        raise _malformed(name)
    return found


def _malformed(name: str) -> InvalidInput:
    return InvalidInput(
        "api.bad_area",
        "The part {name} of the question is wrong.",
        why="bbox is west,south,east,north in degrees on the earth, polygon 3 to {most} corners, a body 1 MiB at most",
        remedy="write it so, and ask again",
        name=name,
        most=MOST_CORNERS,
    )
