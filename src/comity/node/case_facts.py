"""What this node knows of a case of ours, put together for its papers: document, drift, plan, searches, log.

Instants are milliseconds since 1970. Nothing that stays at the desk (notes, contact) is among it.
"""

from collections.abc import Mapping

import orjson

from comity.files.paper.sitrep_sections import CaseFacts
from comity.files.words import LANGUAGES, words
from comity.node.app import Node
from comity.node.case_documents import document
from comity.node.case_folders import LEARNT_FILE, PLAN_FILE, SUMMARY_FILE, read_together
from comity.node.case_plans import drawn_plan
from comity.node.co_ordination import Whose, co_ordination
from comity.node.incidents import incidents_of
from comity.node.pages import case_log
from comity.node.services import cases, resources
from comity.rescue import CASE_RECORD

_ACTIONS = frozenset({"opened", "drift_done", "plan_done", "plan_drawn", "released", "moved"})
"""Kinds of lines that a report tells as actions; searches stand among its results."""

CONTAINMENT_FILE = "containment.geojson"


def case_facts(node: Node, case_id: str) -> CaseFacts:
    """Return what is known of one of our cases, or raise `InvalidInput`."""
    now = document(node, case_id)
    view = cases.case(node, case_id)
    files = read_together(node.layout.case(case_id), [SUMMARY_FILE, PLAN_FILE, LEARNT_FILE])
    known = {name: orjson.loads(data) for name, data in files.items()}
    smc, osc = co_ordination(node).get(Whose("ours", case_id)), view.standing.on_scene
    done = [line for line in reversed(case_log.lines(node, case_id)) if line.kind in _ACTIONS]
    return CaseFacts(
        document=now,
        summary=known.get(SUMMARY_FILE),
        plan=drawn_plan(node, case_id) or known.get(PLAN_FILE),
        learnt=known.get(LEARNT_FILE),
        party=party_name(node, smc.party if smc is not None and view.standing.smc == "partner" else node.party),
        stage=view.standing.stage,
        opened_ms=view.opened_ms,
        now_ms=node.clock(),
        ended_ms=view.standing.since_ms if view.standing.stage == "conclusion" else None,
        log={each: [(line.at_ms, case_log.sentence(line, words(each))) for line in done] for each in LANGUAGES},
        lent=lent_units(node, case_id),
        on_scene=None if osc is None else (osc.unit, osc.since_ms),
    )


def lent_units(node: Node, case_id: str) -> dict[str, list[str]]:
    """Return what units both centres offered or asked for, and what became of each, by language."""
    said: dict[str, list[str]] = {each: [] for each in LANGUAGES}
    under = sorted({each.agreement_id for each in incidents_of(node, case_id)})
    for offered in (each for name in under for each in resources.resources(node, case_id, agreement_id=name)):
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


def partners_of(node: Node, case_id: str) -> list[str]:
    """Return the parties that know of the incident of a case; before any does, those to which a case may be let out."""
    shared = [each.agreement_id for each in incidents_of(node, case_id) if each.is_shared]
    may = [
        name
        for name, holding in node.holdings.items()
        if any(each.item == CASE_RECORD.name for each in holding.agreement.rules)
    ]
    return list(dict.fromkeys(node.holding(each).partner_id for each in shared or may or node.holdings))


def party_name(node: Node, party: str) -> Mapping[str, str]:
    """Return what a party is called, by language: ours, or that of a partner under any of our agreements."""
    known = (each for holding in node.holdings.values() for each in holding.agreement.parties)
    name = next(each.name for each in known if each.id == party)
    return {language: name.in_language(language) for language in LANGUAGES}


def is_example(node: Node) -> bool:
    """Return whether what this node does is an exercise."""
    return any(holding.agreement.example for holding in node.holdings.values())
