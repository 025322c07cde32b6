"""The closing report of a case of ours: all that this node kept of it, put together.

Instants are milliseconds since 1970.
"""

from collections.abc import Mapping
from typing import Any

import orjson
from sqlalchemy import select

from comity.files.paper.case_report import CaseReport, KeptPlan, KeptSearch, LogLine
from comity.files.words import Words
from comity.ground import parse_instant
from comity.node.app import Node
from comity.node.case_account import not_withdrawn
from comity.node.case_facts import CONTAINMENT_FILE, case_facts, is_example
from comity.node.case_folders import read_together
from comity.node.pages import case_log
from comity.node.store import CASE_PLAN, CASE_SEARCH, CASE_SITREP

_PAPERS = frozenset({"brief.pdf", "debrief.pdf", "legs.gpx", "legs-rtz.zip", "plan.kml", "map.png"})
"""Files of a case that a reader of the report may ask for."""


def case_report(node: Node, case_id: str, words: Words) -> CaseReport:
    """Return what a closing report tells of one of our cases, or raise `InvalidInput`."""
    facts = case_facts(node, case_id)
    folder = node.layout.case(case_id)
    areas = read_together(folder, [CONTAINMENT_FILE]).get(CONTAINMENT_FILE)
    with node.store.reading() as connection:
        plans = connection.execute(select(CASE_PLAN).filter_by(case_id=case_id).order_by(CASE_PLAN.c.plan_id)).all()
        query = select(CASE_SEARCH).filter_by(case_id=case_id).where(not_withdrawn("search"))
        searches = connection.execute(query).all()
        of_case = select(CASE_SITREP.c.content).filter_by(case_id=case_id).order_by(CASE_SITREP.c.number)
        sitreps = [orjson.loads(each) for each in connection.execute(of_case).scalars()]
    worth = {each["file"]: each["pos"] for each in facts.learnt["searches"]} if facts.learnt is not None else {}
    kept = [_search(row.name, row.origin, orjson.loads(row.content), worth) for row in searches]
    return CaseReport(
        facts=facts,
        example=is_example(node),
        plans=[
            KeptPlan(row.at_ms, row.letter, row.office, orjson.loads(row.document)) for row in plans if row.document
        ],
        searches=sorted(kept, key=lambda each: each.ends_ms),
        sitreps=sitreps,
        files=sorted(path.name for path in folder.glob("*") if path.name in _PAPERS),
        log=[_line(each, words) for each in reversed(case_log.lines(node, case_id))],
        containment=orjson.loads(areas)["features"] if areas is not None else [],
    )


def _search(name: str, origin: str, content: Mapping[str, Any], worth: Mapping[str, float | None]) -> KeptSearch:
    units = tuple(str(each["unit"]) for each in content["units"])
    return KeptSearch(parse_instant(content["ends"]), name, units, origin == "ours", worth.get(name))


def _line(line: case_log.Line, words: Words) -> LogLine:
    said = case_log.sentence(line, words)
    return LogLine(line.at_ms, line.office, said if line.text is None else f"{said}: {line.text}")
