"""Scene 4: one search of two centres, from the distress to its end; every number is read back from the nodes.

Algeria opens the case and lets it out; the partner answers with a case of its own, drifted on its own machine from what
it was told and no more. Each plans and searches with its own units and finds nothing. What each searched crosses, so
both maps learn both searches; then a unit is lent, the second plan made, and the co-ordination handed over.
"""

import time
from collections.abc import Mapping
from typing import Any

import orjson

from comity.cli.demo.rescue_acts import hand_over, lend
from comity.cli.demo.story import AGREE_LIMIT_S, RESCUE, WATCH, Stage, until
from comity.files.boxes import degrees_minutes
from comity.files.plan_words import percent
from comity.ground import MS_PER_HOUR, UDEG_PER_DEG, date_time_group, instant_text, parse_instant
from comity.ledger import document_hash
from comity.node.client import NodeClient, problem_error
from comity.rescue import leeway_class

JOB_LIMIT_S = 300.0
PARTICLES = 20_000
"""Enough for a story: the figures differ by a point from those of 100,000, and nobody waits."""
HALF = 0.5
ALIKE = 0.02
"""How far apart the chances of the same searches may be on two clouds: what leaves is rounded to metres."""
OURS, THEIRS = slice(0, 2), slice(2, 3)
"""Units of the example case: a boat and a helicopter search for one centre, an aircraft for the other."""
LENT = 3
"""The unit that one centre offers the other: a second helicopter, on scene when the first ones are done."""


def rescue(stage: Stage) -> None:
    """Scene 4: a rescue of both centres, from the first map to the last signature."""
    case_id = str(stage.case["case"]["id"])
    ids = {"DZ": case_id, "US": f"{case_id}-us"}
    first_units = stage.case["unit"][OURS]
    _open(stage, "DZ", {**stage.case, "unit": first_units, "run": _run(stage)})
    _tell_opened(stage)
    _tell_drift(stage, case_id)
    record = _send_case(stage, case_id)
    _tell_received(stage, case_id, record)
    _open(stage, "US", _answer(stage, record, ids))
    stage.narrator.say("demo-search-answered", party="US", case=ids["US"], answers=case_id)
    _send(stage, "US", ids["US"], "rescue.case")
    promised = {party: _tell_plan(stage, party, ids[party], "demo-search-planned") for party in ids}
    _designate(stage, case_id, str(first_units[0]["id"]))
    for party in ids:
        _report(stage, party, ids[party])
    stage.look()
    unit = lend(stage, ids, stage.case["unit"][LENT])
    client = stage.actors["DZ"].client
    kept = {"value": [*first_units, unit], "office": WATCH["DZ"]}
    client.put(f"/api/v1/cases/{case_id}/sections/unit", kept)
    _tell_both_maps(stage, ids, promised)
    _tell_plan(stage, "DZ", case_id, "demo-search-second")
    hand_over(stage, ids)
    _close(stage, ids)


def _run(stage: Stage) -> dict[str, Any]:
    run = dict(stage.case["run"])
    return {**run, "particles": min(PARTICLES, run["particles"])}


def _open(stage: Stage, party: str, document: Mapping[str, Any]) -> None:
    """Open a case and ask for its drift; its plan follows by itself."""
    client, office = stage.actors[party].client, WATCH[party]
    client.post("/api/v1/cases", {"document": document, "office": office})
    client.post(f"/api/v1/cases/{document['case']['id']}/drift", {"office": office})


def _answer(stage: Stage, record: Mapping[str, Any], ids: Mapping[str, str]) -> dict[str, Any]:
    """Return the partner's own case, made of what it was told; currents, wind and units are its own."""
    (lon, lat), lost = record["lkp"], instant_text(record["lkp_ms"])
    place = {"lat": lat / UDEG_PER_DEG, "lon": lon / UDEG_PER_DEG, "position_error_m": record["lkp_error_m"]}
    return {
        "case": {
            **{name: stage.case["case"][name] for name in ("title", "nature", "source_class")},
            "id": ids["US"],
            "answers": ids["DZ"],
        },
        "forcing": stage.case["forcing"],
        "object": [{"leeway": record["object_key"]}],
        "scenario": [{"kind": "last_known_position", "time": lost, **place}],
        "run": _run(stage),
        "unit": stage.case["unit"][THEIRS],
        "conditions": stage.case["conditions"],
    }


def _send(stage: Stage, party: str, case_id: str, item: str, which: str | None = None) -> Mapping[str, Any]:
    """Let a record of a case leave by the release check; return what the node answers."""
    body = {"case": case_id, "item": item, "which": which, "purpose": RESCUE, "office": WATCH[party]}
    answer: Mapping[str, Any] = stage.actors[party].client.post(stage.path("releases"), body)
    return answer


def _send_case(stage: Stage, case_id: str) -> Any:
    """Let the case leave, say what left and what stays home, and return what the partner is to show."""
    answer = _send(stage, "DZ", case_id, "rescue.case")
    leaves, stays = sorted(answer["after"]), _stays(answer)
    stage.narrator.say("demo-checked", rule=answer["rule"], leaves=", ".join(leaves), stays=stays)
    stage.narrator.say(
        "demo-released", party="DZ", index=answer["position"], bytes=_bytes(stage, "DZ", answer), hash=answer["blob"]
    )
    return answer["after"]


def _tell_left(stage: Stage, party: str, answer: Mapping[str, Any], message: str) -> None:
    """Say in one line under which rule a plan or a search left, and what stays home."""
    size = _bytes(stage, party, answer)
    stage.narrator.say(message, rule=answer["rule"], index=answer["position"], bytes=size, stays=_stays(answer))


def _stays(answer: Mapping[str, Any]) -> str:
    return ", ".join(sorted(set(answer["before"]) - set(answer["after"])))


def _bytes(stage: Stage, party: str, answer: Mapping[str, Any]) -> int:
    """Return the size of what left, as it lies in the folder that the partner reads."""
    blobs = stage.actors[party].folder / "agreements" / stage.agreement / "blobs"
    return (blobs / str(answer["blob"]).removeprefix("sha256:")).stat().st_size


def _report(stage: Stage, party: str, case_id: str) -> None:
    """Say that every sortie of the plan was flown and found nothing, and let the search out."""
    client = stage.actors[party].client
    plan = client.get(f"/api/v1/cases/{case_id}/plans")
    flown = [{"unit": each["unit"], "sortie": each["sortie"]} for each in plan["a"]["units"]]
    report = {"plan": "a", "digest": plan["a_digest"], "units": flown, "office": WATCH[party]}
    found = client.post(f"/api/v1/cases/{case_id}/searches", report)
    stage.narrator.say(
        "demo-search-empty", party=party, units=", ".join(found["units"]), ended=date_time_group(found["ends_ms"])
    )
    answer = _send(stage, party, case_id, "rescue.search", str(found["search"]))
    _tell_left(stage, party, answer, "demo-search-left")


def _designate(stage: Stage, case_id: str, unit: str) -> None:
    """Let the centre that co-ordinates say which unit co-ordinates on scene."""
    body = {"unit": unit, "office": WATCH["DZ"]}
    stage.actors["DZ"].client.put(f"/api/v1/cases/{case_id}/on-scene", body)
    stage.narrator.say("demo-search-on-scene", party="DZ", unit=unit)


def _tell_opened(stage: Stage) -> None:
    scenario = stage.case["scenario"][0]
    lat, lon = degrees_minutes(scenario["lat"], "NS", 2), degrees_minutes(scenario["lon"], "EW", 3)
    stage.narrator.say(
        "demo-case-opened",
        party="DZ",
        id=stage.case["case"]["id"],
        object=leeway_class(stage.case["object"][0]["leeway"]).key,
        position=f"{lat} {lon}",
        time=date_time_group(parse_instant(scenario["time"])),
    )


def _tell_drift(stage: Stage, case_id: str) -> None:
    client, begun_s = stage.actors["DZ"].client, time.monotonic()
    until(lambda: _is_done(stage, client.get(f"/api/v1/cases/{case_id}/drift")), JOB_LIMIT_S)
    summary = orjson.loads(client.read(f"/api/v1/cases/{case_id}/files/summary.json"))
    area_km2 = {round(100 * each["level"]): round(each["area_km2"]) for each in summary["containment"]}
    hours = (parse_instant(summary["last"]) - parse_instant(summary["first"])) / MS_PER_HOUR
    stage.narrator.say(
        "demo-drifted",
        particles=summary["run"]["particles"],
        hours=f"{hours:.0f}",
        seconds=f"{time.monotonic() - begun_s:.1f}",
        stranded=round(1000 * summary["stranded_share"]),
    )
    stage.narrator.say("demo-contained", half=area_km2[50], ninety=area_km2[90])


def _tell_received(stage: Stage, case_id: str, record: Mapping[str, Any]) -> None:
    partner = stage.actors["US"].client
    stage.look()
    until(lambda: _received(partner, case_id) is not None, AGREE_LIMIT_S)
    copied = partner.get(f"/api/v1/agreements/{stage.agreement}")["partner_log"]["size"]
    stage.narrator.say("demo-received", party="US", size=copied)
    shown = _received(partner, case_id)
    if shown != record:
        raise AssertionError("the partner shows another case than the one released")
    stage.narrator.say("demo-same-case", hash=document_hash(shown))


def _received(client: NodeClient, case_id: str) -> Any:
    for case in client.get("/api/v1/cases"):
        if case["id"] == case_id and case["badge"] == "partner":
            return client.get(f"/api/v1/cases/{case_id}")["document"]  # a list carries no areas
    return None


def _tell_plan(stage: Stage, party: str, case_id: str, message: str) -> float:
    """Wait for the plan of what is known by now, say how good it is, let it leave, and return its POS."""
    plan = _plans(stage, party, case_id)["a"]
    stage.narrator.say(
        message,
        party=party,
        units=", ".join(f"{each['unit']} ({each['pattern']})" for each in plan["units"]),
        pos=percent(plan["pos"]),
        bound=percent(plan["pos_bound"]),
        manual=percent(plan["manual_pos"]),
    )
    _tell_left(stage, party, _send(stage, party, case_id, "rescue.plan", "a"), "demo-search-plan-left")
    return float(plan["pos"])


def _plans(stage: Stage, party: str, case_id: str, searches: int = 0) -> Mapping[str, Any]:
    """Return the plans of a case once they know all that the node knows, and at least so many searches."""
    client = stage.actors[party].client
    found: dict[str, Any] = {}

    def is_so() -> bool:
        job = client.get(f"/api/v1/cases/{case_id}/plan")
        found.update(client.get(f"/api/v1/cases/{case_id}/plans"))
        if job is None or not _is_done(stage, job):
            return False
        learnt = found["learnt"]
        return learnt is not None and not found["stale"] and len(learnt["searches"]) >= searches

    until(is_so, JOB_LIMIT_S)
    return found


def _tell_both_maps(stage: Stage, ids: Mapping[str, str], promised: Mapping[str, float]) -> None:
    """Say what both searches taught both maps: the same, for each counted both on its own cloud."""
    together = {}
    for party, case_id in ids.items():
        learnt = _plans(stage, party, case_id, searches=len(ids))["learnt"]
        together[party] = learnt["pos_so_far"]
        stage.narrator.say(
            "demo-search-learnt",
            party=party,
            own=percent(promised[party]),
            together=percent(learnt["pos_so_far"]),
            half=next(round(each["area_km2"]) for each in learnt["containment"] if each["level"] == HALF),
        )
    if abs(together["DZ"] - together["US"]) > ALIKE:
        raise AssertionError(f"the same searches taught {together}")


def _close(stage: Stage, ids: Mapping[str, str]) -> None:
    """End the case on both nodes, and let each tell the other: it is an example, and nobody was lost."""
    for party, case_id in ids.items():
        ended = {"stage": "conclusion", "office": WATCH[party]}
        stage.actors[party].client.post(f"/api/v1/cases/{case_id}/standing", ended)
        _send(stage, party, case_id, "rescue.case")
    stage.look()
    stage.narrator.say("demo-search-papers", folder=str(stage.actors["DZ"].folder / "cases" / ids["DZ"]))
    stage.narrator.say("demo-search-closed")


def _is_done(stage: Stage, job: Mapping[str, Any]) -> bool:
    if job["problem"]:
        raise problem_error(job["problem"])
    done = bool(job["state"] == "done")
    stage.narrator.progress(1.0 if done else job["done_permille"] / 1000)
    return done
