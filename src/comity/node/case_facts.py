"""What this node knows of a case of ours, put together for its papers: document, drift, plan, searches, log.

Instants are milliseconds since 1970. Nothing that stays at the desk (notes, contact) is among it.
"""

from collections.abc import Mapping
from typing import Any

import orjson
from sqlalchemy import select

from comity.files.paper.sitrep_sections import CaseFacts
from comity.files.words import LANGUAGES, words
from comity.node.app import Node
from comity.node.case_documents import document
from comity.node.case_folders import LEARNT_FILE, PLAN_FILE, SUMMARY_FILE, read_together
from comity.node.pages import case_log
from comity.node.services import cases, resources
from comity.node.store import CASE_PLAN

_ACTIONS = frozenset({"opened", "drift_done", "plan_done", "plan_drawn", "released", "moved"})
"""Kinds of lines that a report tells as actions; searches stand among its results."""

CONTAINMENT_FILE = "containment.geojson"


def case_facts(node: Node, case_id: str) -> CaseFacts:
    """Return what is known of one of our cases, or raise `InvalidInput`."""
    now = document(node, case_id)
    view = cases.case(node, case_id)
    files = read_together(node.layout.case(case_id), [SUMMARY_FILE, PLAN_FILE, LEARNT_FILE])
    known = {name: orjson.loads(data) for name, data in files.items()}
    done = [line for line in reversed(case_log.lines(node, case_id)) if line.kind in _ACTIONS]
    return CaseFacts(
        document=now,
        summary=known.get(SUMMARY_FILE),
        plan=drawn_plan(node, case_id) or known.get(PLAN_FILE),
        learnt=known.get(LEARNT_FILE),
        party=centre_name(node, view.standing.smc),
        stage=view.standing.stage,
        opened_ms=view.opened_ms,
        now_ms=node.clock(),
        ended_ms=view.standing.since_ms if view.standing.stage == "conclusion" else None,
        log={each: [(line.at_ms, case_log.sentence(line, words(each))) for line in done] for each in LANGUAGES},
        lent=lent_units(node, case_id),
    )


def lent_units(node: Node, case_id: str) -> dict[str, list[str]]:
    """Return what units both centres offered or asked for, and what became of each, by language."""
    said: dict[str, list[str]] = {each: [] for each in LANGUAGES}
    for offered in resources.resources(node, case_id):
        lending, holding = offered.lending, node.holding(offered.agreement_id)
        unit = lending.resource
        name = next(each.name for each in holding.agreement.parties if each.id == unit.by)
        for language in LANGUAGES:
            spoken = words(language)
            what = spoken.say(
                f"node-incident-{unit.kind}",
                party=name.in_language(language),
                platform=unit.unit.platform,
                case=case_id,
            )
            state = spoken.say(f"node-resource-{lending.state}")
            said[language].append(spoken.say("sitrep-lent", what=what, state=state))
    return said


def drawn_plan(node: Node, case_id: str) -> dict[str, Any] | None:
    """Return plan B of a case where an office drew one that stands."""
    drawn = select(CASE_PLAN.c.document).filter_by(case_id=case_id, letter="b").order_by(CASE_PLAN.c.plan_id.desc())
    with node.store.reading() as connection:
        found = connection.execute(drawn.limit(1)).scalar_one_or_none()
    return None if found is None else dict(orjson.loads(found))


def centre_name(node: Node, side: str) -> Mapping[str, str]:
    """Return what the party is called whose centre co-ordinates, by language."""
    holding = next(iter(node.holdings.values()))
    party = holding.partner_id if side == "partner" else node.party
    name = next(each.name for each in holding.agreement.parties if each.id == party)
    return {language: name.in_language(language) for language in LANGUAGES}


def is_example(node: Node) -> bool:
    """Return whether what this node does is an exercise."""
    return any(holding.agreement.example for holding in node.holdings.values())
