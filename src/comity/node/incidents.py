"""Which cases of both centres are one incident, and which of them the partner knows.

A case that answers the other centre's belongs to it; the incident bears the name of the case that answers none. Both
nodes find the same once the cases have crossed: what a case answers stands in its document here, and in its record
there. A name that could not be that of a case here makes no incident.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import orjson
from sqlalchemy import select

from comity.agreement import incident_name
from comity.ground import InvalidInput
from comity.node.app import Node
from comity.node.received import Received, received
from comity.node.store import RELEASE_AUDIT, RESCUE_CASE
from comity.rescue import CASE_RECORD

_CASE_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MOST_ID_CHARACTERS = 64


@dataclass(frozen=True)
class Incident:
    """Cases of both centres that are one; `is_shared` once the partner knows of it: then both sign who co-ordinates."""

    name: str
    agreement_id: str
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    is_shared: bool


@dataclass(frozen=True)
class Cases:
    """The cases of both under one agreement, and which case of the other each answers; `sent` went to the partner."""

    agreement_id: str
    us: str
    them: str
    ours: Mapping[str, str | None]
    theirs: Mapping[str, str | None]
    sent: frozenset[str]

    def incidents(self) -> dict[str, Incident]:
        """Return every incident by its name."""
        found: dict[str, tuple[list[str], list[str]]] = {}
        for case_id in self.ours:
            found.setdefault(self.name_of(self.us, case_id), ([], []))[0].append(case_id)
        for case_id in self.theirs:
            found.setdefault(self.name_of(self.them, case_id), ([], []))[1].append(case_id)
        return {
            name: Incident(
                name, self.agreement_id, tuple(ours), tuple(theirs), bool(theirs) or not self.sent.isdisjoint(ours)
            )
            for name, (ours, theirs) in found.items()
        }

    def name_of(self, party: str, case_id: str) -> str:
        """Return the incident of a case; of cases that answer one another in a ring, the first name counts."""
        seen: list[tuple[str, str]] = []
        at = (party, case_id)
        while at not in seen:
            seen.append(at)
            other = self.them if at[0] == self.us else self.us
            answers = (self.ours if at[0] == self.us else self.theirs).get(at[1])
            known = self.ours if other == self.us else self.theirs
            if answers is None or answers not in known:
                return incident_name(*at)
            at = (other, answers)
        return min(incident_name(*each) for each in seen[seen.index(at) :])


def cases_under(node: Node, arrived: Iterable[Received] | None = None) -> dict[str, Cases]:
    """Return the cases of both by the agreement; the partner's are all whose records ever arrived."""
    with node.store.reading() as connection:
        rows = connection.execute(select(RESCUE_CASE.c.case_id, RESCUE_CASE.c.document)).all()
        out = select(RELEASE_AUDIT.c.agreement_id, RELEASE_AUDIT.c.case_id).filter_by(item=CASE_RECORD.name)
        sent = connection.execute(out).all()
    ours = {row.case_id: _answers(orjson.loads(row.document)) for row in rows}
    theirs: dict[str, dict[str, str | None]] = {each: {} for each in node.holdings}
    for each in received(node, CASE_RECORD.name) if arrived is None else arrived:
        if is_case_id(each.case_id):  # a name that was known once stays: what both signed about it bears it
            known = theirs[each.agreement_id]
            known[each.case_id] = each.answers or known.get(each.case_id)
    return {
        name: Cases(
            name,
            node.party,
            holding.partner_id,
            ours,
            theirs[name],
            frozenset(row.case_id for row in sent if row.agreement_id == name),
        )
        for name, holding in node.holdings.items()
    }


def incident_of(node: Node, case_id: str, agreement_id: str | None = None) -> Incident:
    """Return the shared incident that a case belongs to, ours before the partner's, or raise `InvalidInput`.

    Parameters
    ----------
    agreement_id
        Needed only where one case is shared under several agreements; else the one under which it is shared.
    """
    found = incidents_of(node, case_id, agreement_id)
    if not found:
        raise InvalidInput(
            "node.no_such_case",
            "There is no case {case}.",
            why="no office here opened it, and the partner did not send it",
            remedy="check its name in the list of cases",
            case=case_id[:80],
        )
    return next((each for each in found if each.is_shared), found[0])


def incidents_of(node: Node, case_id: str, agreement_id: str | None = None) -> list[Incident]:
    """Return the incidents that a case belongs to, one under each agreement; of one name, ours before the partner's."""
    return [
        incident
        for name, cases in cases_under(node).items()
        if agreement_id in (None, name)
        for incident in cases.incidents().values()
        if case_id in (incident.ours if case_id in cases.ours else incident.theirs)
    ]


def is_case_id(text: str) -> bool:
    """Return whether a text can be the name of a case."""
    return len(text) <= _MOST_ID_CHARACTERS and _CASE_ID.fullmatch(text) is not None


def answered(record: Mapping[str, object]) -> str | None:
    """Return which case of ours the record of a partner's case answers; what could be no name says nothing."""
    found = record.get("answers")
    return found if isinstance(found, str) and is_case_id(found) else None


def _answers(document: Mapping[str, object]) -> str | None:
    case = document.get("case")
    found = case.get("answers") if isinstance(case, dict) else None
    return found if isinstance(found, str) else None
