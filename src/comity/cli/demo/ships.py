"""Scene 3, its first half: ships and satellite detections of one party, and what the other sees of them.

The ships are simulated: EXAMPLE. They lie in the node's store as `comity maritime import` leaves them; everything after
that goes through the node and its release check.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import orjson
import pyarrow as pa

from comity.cli.demo.story import AGREE_LIMIT_S, OFFICES, Stage, sign, until
from comity.files.boxes import degrees_minutes
from comity.files.position_store import PositionStore
from comity.ground import MS_PER_HOUR, MS_PER_S, UDEG_PER_DEG, date_time_group
from comity.maritime import Traffic, simulate

SEED, SHIPS, HOURS = 2046, 36, 12
PURPOSE = "maritime_security"
CONTACT, DETECTION = "maritime.contact", "maritime.detection"
DECISION = "maritime-information.json"
POSITIONS = "positions"
"""Folder of the store in a node's folder."""


@dataclass(frozen=True)
class _Ship:
    """A fix as its node has it: who, where and when exactly."""

    name: str
    mmsi: int
    lat_deg: float
    lon_deg: float
    t_ms: int


def ships(stage: Stage) -> None:
    """Put the article to work, release twelve hours of ships, and show one ship on both screens."""
    if stage.example is None:
        return
    narrator, algeria = stage.narrator, stage.actors["DZ"].client
    now_ms = int(algeria.get("/api/v1/node")["now_ms"])
    traffic = _heard(stage, now_ms)
    narrator.say(
        "demo-ships-heard",
        party="DZ",
        ships=SHIPS,
        hours=HOURS,
        positions=str(traffic.positions.num_rows),
        detections=traffic.detections.num_rows,
        unheard=sum(not each["sends_ais"] for each in traffic.truth["detections"]),
    )
    _put_to_work(stage)
    for item in (CONTACT, DETECTION):
        left = _release(stage, item, now_ms)
        narrator.say(
            "demo-ships-released" if item == CONTACT else "demo-detections-released",
            rule=left["rule"],
            released=left["released"],
            held=left["held"],
            outside=left["outside"],
            stays=", ".join(left["withheld"]),
        )
        for sentence in left["sentences"] if item == CONTACT else ():
            narrator.say("demo-ships-rule", sentence=sentence)
    stage.look()
    until(lambda: len(_seen(stage, CONTACT)) > 0 and len(_seen(stage, DETECTION)) > 0, AGREE_LIMIT_S)
    _tell_one_ship(stage, traffic)


def _heard(stage: Stage, now_ms: int) -> Traffic:
    """Let the first party's node hold what it heard and what satellites saw in the last hours."""
    begins_ms = (now_ms - HOURS * MS_PER_HOUR) // MS_PER_S * MS_PER_S
    traffic = simulate(seed=SEED, ships=SHIPS, hours=HOURS, begins_ms=begins_ms)
    folder = stage.actors["DZ"].folder / POSITIONS
    folder.mkdir(exist_ok=True)
    with PositionStore(folder) as store:
        store.append(traffic.positions, traffic.statics, traffic.messages, traffic.detections)
    return traffic


def _put_to_work(stage: Stage) -> None:
    assert stage.example is not None
    narrator = stage.narrator
    decision: Mapping[str, Any] = orjson.loads((stage.example / "decisions" / DECISION).read_bytes())
    subject = narrator.words.say("demo-subject-decision", id=decision["id"])
    for party, document in (("DZ", decision), ("US", None)):
        sign(stage, party, f"decision/{decision['id']}", subject, document)


def _release(stage: Stage, item: str, now_ms: int) -> Mapping[str, Any]:
    body = {
        "item": item,
        "from_ms": now_ms - HOURS * MS_PER_HOUR,
        "until_ms": now_ms,
        "purpose": PURPOSE,
        "office": OFFICES["DZ"],
    }
    left: Mapping[str, Any] = stage.actors["DZ"].client.post(stage.path("maritime/releases"), body)
    return left


def _seen(stage: Stage, item: str) -> list[dict[str, Any]]:
    records = stage.actors["US"].client.get(f"/api/v1/maritime/received?item={item}")["records"]
    return [each["record"] for each in records]


def _tell_one_ship(stage: Stage, traffic: Traffic) -> None:
    """Show the newest contact that the partner has, beside the fix at home that it was made of."""
    seen = _seen(stage, CONTACT)
    narrator, now_ms = stage.narrator, stage.actors["US"].client.get("/api/v1/node")["now_ms"]
    shown = max(seen, key=lambda each: (each["seen_ms"], each["contact_id"]))
    lon_udeg, lat_udeg = shown["position"]
    at_home = _fix_of(traffic, shown)
    narrator.say(
        "demo-ship-at-home",
        party="DZ",
        name=at_home.name,
        mmsi=str(at_home.mmsi),
        place=_place(at_home.lat_deg, at_home.lon_deg),
        time=date_time_group(at_home.t_ms),
    )
    narrator.say(
        "demo-ship-at-partner",
        party="US",
        name=shown["contact_id"],
        flag=shown["flag"] or "–",
        place=_place(lat_udeg / UDEG_PER_DEG, lon_udeg / UDEG_PER_DEG),
        time=date_time_group(shown["seen_ms"]),
    )
    narrator.say(
        "demo-ships-seen",
        party="US",
        contacts=str(len(seen)),
        hours=f"{(now_ms - shown['seen_ms']) / MS_PER_HOUR:.1f}",
        detections=str(len(_seen(stage, DETECTION))),
    )


def _fix_of(traffic: Traffic, shown: Mapping[str, Any]) -> _Ship:
    """Return the last fix in the cell and the ten minutes that a contact shows, with the name of its ship."""
    positions = traffic.positions
    lat_deg, lon_deg, t_ms = (positions[name].to_numpy() for name in ("lat_deg", "lon_deg", "t_ms"))
    cell_lon, cell_lat = (each / UDEG_PER_DEG for each in shown["position"])
    is_here = (np.floor(lat_deg * 10) == round(cell_lat * 10)) & (np.floor(lon_deg * 10) == round(cell_lon * 10))
    is_then = (t_ms >= shown["seen_ms"]) & (t_ms < shown["seen_ms"] + 10 * 60 * MS_PER_S)
    row = positions.take(pa.array(np.flatnonzero(is_here & is_then)[-1:])).to_pylist()[0]
    names = {each["mmsi"]: each["shipname"] for each in traffic.statics.to_pylist() if each["shipname"]}
    mmsi = int(row["mmsi"])
    return _Ship(names.get(mmsi, str(mmsi)), mmsi, row["lat_deg"], row["lon_deg"], int(row["t_ms"]))


def _place(lat_deg: float, lon_deg: float) -> str:
    return f"{degrees_minutes(lat_deg, 'NS', 2)} {degrees_minutes(lon_deg, 'EW', 3)}"
