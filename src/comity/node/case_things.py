"""What an office may release about a case of ours: the case itself, plan A or B, a search that found nothing.

Each has a name at home, its subject: that of the case, with `/plan-a`, `/plan-b` or `/search-<number>` after it. From
the kind and the subject of what left the same thing is made again, when it is to be corrected.
"""

import re
from collections.abc import Callable, Mapping

from comity.ground import InvalidInput
from comity.node.app import Node
from comity.node.case_records import case_record
from comity.node.plan_records import LETTERS, plan_record
from comity.node.releasing import Thing, case_thing
from comity.node.search_records import search_record
from comity.rescue import CASE_RECORD, PLAN_RECORD, SEARCH_RECORD

_OF = re.compile(r"(?P<case>[^/]+)(/(?P<what>plan|search)-(?P<which>[a-z]|[1-9][0-9]{0,8}))?")


def case_of_subject(subject: str) -> str:
    """Return the name of the case that a thing is about."""
    return subject.partition("/")[0]


def thing_of(node: Node, kind: str, case_id: str, which: str | None = None) -> Thing:
    """Return what an office wants to release.

    Parameters
    ----------
    kind
        `rescue.case`, `rescue.plan` or `rescue.search`.
    which
        Of plans `a` or `b`, of searches the number in the list of searches; a case needs none.
    """
    if kind not in _THINGS:
        raise InvalidInput(
            "node.no_such_kind",
            "Records of the kind {kind} cannot be released from a case.",
            why="a case gives these: {known}",
            remedy="choose one of them",
            kind=kind[:80],
            known=", ".join(_THINGS),
        )
    return _THINGS[kind](node, case_id, which or "")


def thing_again(node: Node, kind: str, subject: str) -> Thing:
    """Return the thing that left under a kind and a subject, as it stands now."""
    found = _OF.fullmatch(subject)
    return thing_of(node, kind, found["case"] if found else subject, found["which"] if found else None)


def _case(node: Node, case_id: str, _which: str) -> Thing:
    return case_thing(case_record(node, case_id))


def _plan(node: Node, case_id: str, which: str) -> Thing:
    letter = which or LETTERS[0]
    made = plan_record(node, case_id, letter)
    return Thing(PLAN_RECORD.name, f"{case_id}/plan-{letter}", made.made_ms, made.record)


def _search(node: Node, case_id: str, which: str) -> Thing:
    number = int(which) if which.isascii() and which.isdecimal() else 0
    record = search_record(node, case_id, number)
    return Thing(SEARCH_RECORD.name, f"{case_id}/search-{number}", record["ends_ms"], record)


_THINGS: Mapping[str, Callable[[Node, str, str], Thing]] = {
    CASE_RECORD.name: _case,
    PLAN_RECORD.name: _plan,
    SEARCH_RECORD.name: _search,
}
"""How each kind of record of a case is made."""
