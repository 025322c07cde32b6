"""The case of a distress that was heard: opened at once with what the device tells, moved as the device is heard on.

Its name is made of device, MMSI and day; the last known position is that of the device. The position moves only as long
as no office put a scenario of its own: what an officer decided is never written over. A test opens nothing.
"""

import threading
from typing import Any

from sqlalchemy import select, update

from comity.ground import MS_PER_HOUR, InvalidInput, instant_text
from comity.maritime import Device
from comity.node import new_cases
from comity.node.app import Node
from comity.node.outbox import Job
from comity.node.services import cases, distress, sections
from comity.node.services.distress import HeardDistress
from comity.node.store import CASE_SECTION, DISTRESS, RESCUE_CASE

LISTENER = "AIS"
"""In whose name the node opens and moves such a case: no office did."""

SOURCE_CLASS = "ais_distress"

ERROR_M = 100.0
"""One standard deviation on each axis of what a device tells: GNSS, and the minute until it is told again. Ours; IAMSAR
vol. II, appendix N gives 0.1 NM for GNSS."""

UNTIL_H = 24
PARTICLES, STEP_S, SEED = 100_000, 600, 11
"""As the form of a new case proposes."""

_OBJECTS: dict[Device, str] = {"sart": "LIFE-RAFT-NB-1", "epirb": "LIFE-RAFT-NB-1", "mob": "PIW-1", "ship": "PIW-1"}
"""What most likely drifts beside the device, in general values; the officer says better when it is known."""

_NATURES: dict[Device, str] = {"mob": "man_overboard"}


def follow(node: Node, job: Job, _stop: threading.Event) -> None:
    """Open the case of a distress, or move its last known position; done twice it changes nothing."""
    heard = distress.distress(node, int(job.subject))
    if heard is None or heard.distress.state != "active" or heard.distress.position_ms is None:
        return
    if heard.case_id is None:
        _open(node, heard)
    elif _is_ours_to_move(node, heard.case_id):
        sections.put_section(node, heard.case_id, "scenario", [_scenario(heard)], office=LISTENER)


def document(node: Node, heard: HeardDistress, case_id: str) -> dict[str, Any]:
    """Return the case of a distress; where the node has no currents and wind it opens without them."""
    each = heard.distress
    assert each.position_ms is not None, "only what has a place opens a case"
    found = {
        "case": {
            "id": case_id,
            "opened": instant_text(node.clock()),
            "nature": _NATURES.get(each.device, "distress_beacon"),
            "source_class": SOURCE_CLASS,
            "notes": f"{each.device.upper()} {each.mmsi} {each.text}".strip(),
        },
        "object": [{"leeway": _OBJECTS[each.device], "weight": 1.0}],
        "scenario": [_scenario(heard)],
        "run": {
            "until": instant_text(each.position_ms + UNTIL_H * MS_PER_HOUR),
            "step_s": STEP_S,
            "particles": PARTICLES,
            "seed": SEED,
        },
    }
    try:
        return new_cases.complete(node, found)
    except InvalidInput:
        folder = node.settings.forcing_folder
        return {**found, "forcing": {"currents": [f"{folder}/*.nc"], "wind": [f"{folder}/*.nc"]}}


def _scenario(heard: HeardDistress) -> dict[str, Any]:
    each = heard.distress
    return {
        "kind": "last_known_position",
        "lat": each.lat_deg,
        "lon": each.lon_deg,
        "position_error_m": ERROR_M,
        "time": instant_text(each.position_ms or 0),
    }


def _open(node: Node, heard: HeardDistress) -> None:
    with node.turn:
        case_id = _name(heard)
        with node.store.reading() as connection:
            is_open = connection.execute(select(RESCUE_CASE.c.case_id).filter_by(case_id=case_id)).first()
        if is_open is None:
            cases.open_case(node, document(node, heard, case_id), office=LISTENER)
        with node.store.writing() as connection:
            change = update(DISTRESS).where(DISTRESS.c.distress_id == heard.distress_id)
            connection.execute(change.values(case_id=case_id))


def _name(heard: HeardDistress) -> str:
    """Return the name of its case: the same each time it is asked, for a node that stopped between two writes."""
    each = heard.distress
    day = instant_text(each.first_ms)[:10]
    activation = "" if each.number == 0 else f"-{each.number + 1}"
    return f"{each.device}-{each.mmsi}-{day}{activation}"


def _is_ours_to_move(node: Node, case_id: str) -> bool:
    """Return whether no office has put a scenario since the case was opened, and it is not concluded."""
    query = select(CASE_SECTION.c.office).filter_by(case_id=case_id, section="scenario")
    with node.store.reading() as connection:
        offices = set(connection.execute(query).scalars())
    return offices <= {LISTENER} and cases.case(node, case_id).standing.stage != "conclusion"
