"""Situation reports (SITREP) of a case of ours: drafted from what the node knows, changed by the office, kept as given.

A report is numbered within its case, and never changed: what is new stands in the next one. What the node said is
kept in three languages, what an office typed as it was typed. Instants are milliseconds since 1970. National: a
report is handed over by the office, by mail or telex, and leaves this node by no other way.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Literal

import orjson
from sqlalchemy import Connection, func, insert, select

from comity.files.paper.sitrep_form import FULL, SHORT, SITREP_SCHEMA
from comity.files.paper.sitrep_sections import CaseFacts, sections
from comity.files.words import LANGUAGES, words
from comity.ground import InvalidInput
from comity.node.app import Node
from comity.node.case_documents import document
from comity.node.case_facts import case_facts, is_example, partners_of, party_name
from comity.node.offices import OWNER
from comity.node.store import CASE_SITREP
from comity.node.typed import check_typed

Precedence = Literal["distress", "urgency", "safety", "routine"]
Form = Literal["short", "full"]
Letter = Literal["A", "B", "C", "D", "E", "F", "G", "H", "J", "K", "L", "M", "N"]
Said = Mapping[str, str]
"""What is said: by language, or as an office `typed` it."""


@dataclass(frozen=True)
class Given:
    """What an office gives of a report; what it leaves out is said by the node. An empty section is left out."""

    form: Form = "full"
    final: bool = False
    precedence: Precedence | None = None
    sender: str | None = None
    to: str | None = None
    sections: Mapping[Letter, str] = field(default_factory=dict)
    expects: str | None = None


@dataclass(frozen=True)
class Draft:
    """What the next report would say; `digest` names it, so that nothing else is kept than what was read."""

    number: int
    precedence: Precedence
    sender: Said
    to: Said
    sections: Mapping[str, Said]
    digest: str


def draft(node: Node, case_id: str) -> Draft:
    """Return what the node would report now of one of our cases."""
    facts = case_facts(node, case_id)
    by_language = {language: sections(facts, words(language)) for language in LANGUAGES}
    said = {letter: {language: by_language[language][letter] for language in LANGUAGES} for letter in FULL}
    sender, to = _ends(node, case_id)
    digest = sha256(_bytes({"sections": said, "from": sender, "to": to})).hexdigest()
    with node.store.reading() as connection:
        number = _last_number(connection, case_id) + 1
    return Draft(number, _precedence(facts), sender, to, said, digest)


def issue(node: Node, case_id: str, given: Given, *, office: str = OWNER) -> dict[str, Any]:
    """Keep the next report of a case, and return it as it is kept (`comity/sitrep/1`)."""
    check_typed(given.sender, given.to, *given.sections.values())
    with node.turn:
        found = draft(node, case_id)
        if given.expects is not None and given.expects != found.digest:
            raise _outdated(case_id)
        said = _sections(found, given)
        if not said:
            raise InvalidInput(
                "node.sitrep_says_nothing",
                "This report says nothing.",
                why="each of its sections was left out",
                remedy="leave a section as the node says it, or write it",
            )
        with node.store.writing() as connection:
            report = {
                "schema": SITREP_SCHEMA,
                "example": is_example(node),
                "case": case_id,
                "number": _last_number(connection, case_id) + 1,
                "at_ms": node.clock(),
                "office": office,
                "form": given.form,
                "final": given.final,
                "precedence": given.precedence or found.precedence,
                "from": found.sender if given.sender is None else {"typed": given.sender},
                "to": found.to if given.to is None else {"typed": given.to},
                "sections": said,
            }
            row = {"case_id": case_id, "number": report["number"], "at_ms": report["at_ms"], "office": office}
            connection.execute(insert(CASE_SITREP).values(**row, content=_bytes(report)))
    return report


def sitreps(node: Node, case_id: str, *, after: int = 0, most: int | None = None) -> list[dict[str, Any]]:
    """Return the reports of one of our cases, oldest first: those with a greater number, so many at most."""
    document(node, case_id)
    query = select(CASE_SITREP.c.content).filter_by(case_id=case_id).where(CASE_SITREP.c.number > after)
    with node.store.reading() as connection:
        found = connection.execute(query.order_by(CASE_SITREP.c.number).limit(most)).scalars()
        return [orjson.loads(each) for each in found]


def _last_number(connection: Connection, case_id: str) -> int:
    """Return the number of the newest report of a case; 0 before there is one."""
    last: int | None = connection.execute(select(func.max(CASE_SITREP.c.number)).filter_by(case_id=case_id)).scalar()
    return last or 0


def sitrep(node: Node, case_id: str, number: int) -> dict[str, Any]:
    """Return one report as it is kept, or raise `InvalidInput`."""
    document(node, case_id)
    with node.store.reading() as connection:
        query = select(CASE_SITREP.c.content).filter_by(case_id=case_id, number=number)
        found = connection.execute(query).scalar_one_or_none()
    if found is None:
        raise InvalidInput(
            "node.no_such_sitrep",
            "The case {case} has no SITREP {number}.",
            why="its reports are numbered from 1, as they were issued",
            remedy="look at the list of its reports",
            case=case_id,
            number=number,
        )
    return dict(orjson.loads(found))


def _sections(found: Draft, given: Given) -> dict[str, Said]:
    """Return the sections of a report in their order: typed ones, and those of its form as the node says them."""
    of_form = SHORT if given.form == "short" else FULL
    typed: dict[str, str] = {letter: text.strip() for letter, text in given.sections.items()}
    said: dict[str, Said] = {}
    for letter in FULL:
        if letter in typed:
            if typed[letter]:
                said[letter] = {"typed": typed[letter]}
        elif letter in of_form:
            said[letter] = found.sections[letter]
    return said


def _bytes(document: Mapping[str, Any]) -> bytes:
    """Return a document in one form: the letters of sections are no names that the canonical form knows."""
    return orjson.dumps(document, option=orjson.OPT_SORT_KEYS)


def _precedence(facts: CaseFacts) -> Precedence:
    return "routine" if facts.stage == "conclusion" else "distress"


def _ends(node: Node, case_id: str) -> tuple[Said, Said]:
    """Return from whom and to whom a report goes where nobody says it: from our centre to each that knows the case."""
    theirs = [_centre(node, each) for each in partners_of(node, case_id)]
    return _centre(node, node.party), {each: "; ".join(said[each] for said in theirs) for each in LANGUAGES}


def _centre(node: Node, party: str) -> Said:
    name = party_name(node, party)
    return {each: words(each).say("sitrep-centre-of", party=name[each]) for each in LANGUAGES}


def _outdated(case_id: str) -> InvalidInput:
    return InvalidInput(
        "node.sitrep_outdated",
        "What is known of {case} has changed since this report was drafted.",
        why="something was computed, searched or reported in between",
        remedy="look at the new draft, and issue that",
        case=case_id,
    )
