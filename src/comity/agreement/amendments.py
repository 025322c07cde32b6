"""Amendments: what changes in an agreement, as data; each names the version it changes and the version it makes.

An amendment is a document of schema `comity/amendment/1`. Applied to the version whose hash it names as `parent`, it
must give a sound agreement whose hash is its `result`; so the two parties sign both the change and what comes of it.
Parties, identifier, dates of signature, and the EXAMPLE mark cannot be amended: that would be another agreement.
An amendment may carry the wordings that it makes binding (`wordings`): both then sign, and hold, the very texts.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from comity.agreement import forms
from comity.agreement.articles import Agreement, Text
from comity.agreement.documents import agreement_hash, read_agreement
from comity.agreement.schema import check_schema
from comity.agreement.wordings import wording_hash
from comity.ground import InvalidInput

LISTS = ("domains", "groups", "kinds", "areas", "clauses", "rules")
"""Parts whose members have identifiers; their order counts (the first rule that fits decides)."""

WHOLES = ("title", "texts", "relations", "limits", "termination", "retention")
"""Parts that change as one."""

MOST_WORDING_CHARACTERS = 60_000
"""The longest wording of one language; what stands in a log entry must fit 65,535 bytes all together."""

_ANY_ID = {"type": "string", "pattern": r"^[A-Za-z0-9][A-Za-z0-9._/-]*$(?!\n)", "maxLength": 64}
_MEMBER = {"type": "object", "properties": {"id": _ANY_ID}, "required": ["id"]}  # the rest: read_agreement's to check
_CHANGE = {
    "oneOf": [
        forms.optional(
            forms.closed(change={"const": "put"}, part={"enum": list(LISTS)}, value=_MEMBER, before=_ANY_ID), "before"
        ),
        forms.closed(change={"const": "take_out"}, part={"enum": list(LISTS)}, id=_ANY_ID),
        forms.closed(change={"const": "set"}, part={"enum": list(WHOLES)}, value={}),
    ]
}

_WORDING = {"type": "string", "minLength": 1, "maxLength": MOST_WORDING_CHARACTERS}
_WORDINGS = {
    **forms.optional(forms.closed(ar=_WORDING, en=_WORDING, fr=_WORDING), "ar", "en", "fr"),
    "minProperties": 1,
}

AMENDMENT_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "comity/amendment/1",
    **forms.optional(
        forms.closed(
            schema={"const": "comity/amendment/1"},
            example={"type": "boolean"},
            agreement=forms.ID,
            parent=forms.HASH,
            result=forms.HASH,
            title=forms.text_of(200),
            in_force=forms.DATE,
            changes=forms.list_of(_CHANGE, least=1),
            wordings=_WORDINGS,
            open_until_ms=forms.whole(0, 2**53 - 1),
        ),
        "wordings",
        "open_until_ms",
    ),
}
"""The schema of an amendment: members are put (in place, or before another) or taken out; other parts are set."""


@dataclass(frozen=True)
class Amendment:
    """An amendment read against its parent: its title, the version that it makes, the wordings that it carries."""

    title: Text
    parent: str
    result: str
    in_force: str
    changes: tuple[Mapping[str, Any], ...]
    document: Mapping[str, Any]
    agreement: Agreement
    wordings: Mapping[str, str]


def read_amendment(document: Any, parent: Mapping[str, Any]) -> Amendment:
    """Return an amendment read against the version that it changes, or raise `InvalidInput`."""
    check_schema(document, AMENDMENT_SCHEMA)
    for field, found, expected in (
        ("agreement", document["agreement"], parent["id"]),
        ("parent", document["parent"], agreement_hash(parent)),
        ("example", document["example"], parent["example"]),
    ):
        if found != expected:
            raise InvalidInput(
                "agreement.amendment_of_another",
                "The amendment does not belong to this version: its {field} is {found}, not {expected}.",
                why="an amendment changes exactly the version that both parties have in force",
                remedy="draft it again on the version in force",
                field=field,
                found=str(found),
                expected=str(expected),
            )
    amended = _applied(parent, document["changes"])
    agreement = read_agreement(amended)
    result = agreement_hash(amended)
    if result != document["result"] or result == document["parent"]:
        raise InvalidInput(
            "agreement.amendment_makes_another",
            "The amendment says that it makes {said}; its changes make {made}.",
            why="both parties sign the change and what comes of it, and a change must change something",
            remedy="draft the amendment again with `comity agreement amend`",
            said=document["result"],
            made=result,
        )
    if document["in_force"] < parent["in_force"]:
        raise InvalidInput(
            "agreement.amendment_too_early",
            "The amendment is in force on {in_force}, before the agreement itself ({agreement}).",
            why="what was not yet in force cannot have been amended",
            remedy="put the dates in order",
            in_force=document["in_force"],
            agreement=parent["in_force"],
        )
    wordings = dict(document.get("wordings", {}))
    _check_wordings(wordings, agreement)
    title, changes = Text(**document["title"]), tuple(document["changes"])
    return Amendment(title, document["parent"], result, document["in_force"], changes, amended, agreement, wordings)


def draft_amendment(
    parent: Mapping[str, Any],
    amended: Mapping[str, Any],
    *,
    title: Mapping[str, str],
    in_force: str,
    wordings: Mapping[str, str] | None = None,
    open_until_ms: int | None = None,
) -> dict[str, Any]:
    """Return the amendment that makes one version out of another; it was read against its parent before it is given.

    Parameters
    ----------
    wordings
        Whole texts by language, which the amendment shall carry; the amended version must name them by hash.
    open_until_ms
        Until when it may be signed: a party whose log passed this without its signature has turned it down (R5).

    Raises `InvalidInput` where the versions differ in what no amendment can change.
    """
    fixed = sorted(name for name in {*parent, *amended} if name not in LISTS + WHOLES)
    for name in fixed:
        if parent.get(name) != amended.get(name):
            raise InvalidInput(
                "agreement.cannot_be_amended",
                "The part {part} cannot be amended.",
                why="parties, identifier, dates and the EXAMPLE mark make the agreement what it is",
                remedy="leave that part as it is, or make another agreement that supersedes this one",
                part=name,
            )
    read_agreement(amended)
    changes = [change for part in LISTS for change in _list_changes(part, parent[part], amended[part])]
    changes += [
        {"change": "set", "part": part, "value": amended[part]} for part in WHOLES if parent[part] != amended[part]
    ]
    document = {
        "schema": "comity/amendment/1",
        "example": parent["example"],
        "agreement": parent["id"],
        "parent": agreement_hash(parent),
        "result": agreement_hash(amended),
        "title": dict(title),
        "in_force": in_force,
        "changes": changes,
    }
    if wordings:
        document["wordings"] = dict(wordings)
    if open_until_ms is not None:
        document["open_until_ms"] = open_until_ms
    read_amendment(document, parent)
    return document


def _check_wordings(wordings: Mapping[str, str], agreement: Agreement) -> None:
    for language, wording in wordings.items():
        if wording_hash(wording) != agreement.texts[language]:
            raise InvalidInput(
                "agreement.wording_differs",
                "The amendment carries a text in {language} that is not the one it makes binding.",
                why="the text has the hash {found}, and the version that it makes names {expected}",
                remedy="draft the amendment again with its texts",
                language=language,
                found=wording_hash(wording),
                expected=agreement.texts[language],
            )


def _list_changes(part: str, before: list[Any], after: list[Any]) -> Iterator[dict[str, Any]]:
    """Yield changes that turn one list into the other: members taken out first, then put from the last to the first."""
    wanted = {each["id"] for each in after}
    now = [each for each in before if each["id"] in wanted]
    for each in before:
        if each["id"] not in wanted:
            yield {"change": "take_out", "part": part, "id": each["id"]}
    for place in range(len(after) - 1, -1, -1):
        value, follower = after[place], after[place + 1]["id"] if place + 1 < len(after) else None
        ids = [each["id"] for each in now]
        here = ids.index(value["id"]) if value["id"] in ids else None
        stands = here is not None and (ids[here + 1] if here + 1 < len(ids) else None) == follower
        if stands and here is not None and now[here] == value:
            continue
        change = {"change": "put", "part": part, "value": value}
        if not stands and follower is not None:
            change["before"] = follower
        elif not stands and here is not None:  # to the end: out first, then in again
            out = {"change": "take_out", "part": part, "id": value["id"]}
            now = _changed(now, out)
            yield out
        now = _changed(now, change)
        yield change


def _applied(parent: Mapping[str, Any], changes: list[Mapping[str, Any]]) -> dict[str, Any]:
    amended = deepcopy(dict(parent))
    for change in changes:
        part = change["part"]
        amended[part] = change["value"] if change["change"] == "set" else _changed(amended[part], change)
    return amended


def _changed(members: list[Any], change: Mapping[str, Any]) -> list[Any]:
    """Return a list of members after one change; what names no member is `InvalidInput`."""
    ids = [each["id"] for each in members]
    if change["change"] == "take_out":
        return [each for each in members if each["id"] != _known(change, change["id"], ids)]
    value = change["value"]
    name = value.get("id") if isinstance(value, dict) else None
    if name in ids and "before" not in change:
        return [value if each["id"] == name else each for each in members]
    rest = [each for each in members if each["id"] != name]
    if "before" not in change:
        return [*rest, value]
    place = [each["id"] for each in rest].index(_known(change, change["before"], [each["id"] for each in rest]))
    return [*rest[:place], value, *rest[place:]]


def _known(change: Mapping[str, Any], name: str, ids: list[str]) -> str:
    if name not in ids:
        raise InvalidInput(
            "agreement.change_names_nothing",
            "The amendment names {name} among the {part}, and there is no such member.",
            why="only what stands in the version in force can be taken out or followed",
            remedy="name one of: {known}",
            name=name,
            part=change["part"],
            known=", ".join(ids) or "–",
        )
    return name
