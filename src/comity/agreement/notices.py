"""What one party may do alone: end the agreement with notice, freeze the partner's log.

A notice stands in the log of the party that gives it. The period of an end runs from the other party's acknowledgement,
so nobody learns of an end after it happened (rule R9; compare the Vienna Convention on the Law of Treaties, art. 78).
Units: milliseconds since 1970.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from comity.agreement import forms
from comity.agreement.articles import Agreement
from comity.agreement.schema import check_schema
from comity.ground import MS_PER_S, InvalidInput

NoticeKind = Literal["termination", "freeze", "thaw", "acknowledgement"]
FREEZE_WHYS = ("key_lost", "key_stolen", "record_contradicts_itself", "restored_from_copy", "change_of_administration")
"""Why a party stops following the partner's log until new keys are agreed: a closed list."""


def _schema(name: str, **properties: Any) -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": name,
        **forms.closed(schema={"const": name}, example={"type": "boolean"}, agreement=forms.HASH, **properties),
    }


_HEAD = forms.closed(size=forms.whole(0, 2**53 - 1), root=forms.HASH)

NOTICE_SCHEMAS: Mapping[str, dict[str, Any]] = {
    "comity/termination/1": _schema("comity/termination/1", clause=forms.CLAUSE_ID),
    "comity/freeze/1": _schema("comity/freeze/1", party=forms.PARTY, head=_HEAD, why={"enum": list(FREEZE_WHYS)}),
    "comity/thaw/1": _schema("comity/thaw/1", party=forms.PARTY, freeze=forms.HASH, keys=forms.HASH),
    "comity/acknowledgement/1": _schema("comity/acknowledgement/1", of=forms.HASH),
}
"""The notices that a party may give alone, by schema. A freeze names the last head that was followed."""


@dataclass(frozen=True)
class Notice:
    """A notice that was read: its kind, and its document."""

    kind: NoticeKind
    document: Mapping[str, Any]


def read_notice(document: Any, agreement: Agreement, *, hashes: frozenset[str], sender: str) -> Notice:
    """Return a notice, or raise `InvalidInput`.

    Parameters
    ----------
    hashes
        The hashes of all versions of the agreement; a notice names one of them.
    sender
        The party in whose log it stands: a party freezes and thaws only the other's log.
    """
    name = document.get("schema") if isinstance(document, Mapping) else None
    schema = NOTICE_SCHEMAS.get(name) if isinstance(name, str) else None
    check_schema(document, schema or NOTICE_SCHEMAS["comity/acknowledgement/1"])
    kind: NoticeKind = document["schema"].split("/")[1]
    others = {each.id for each in agreement.parties} - {sender}
    for field, wrong in (
        ("agreement", document["agreement"] not in hashes),
        ("example", document["example"] != agreement.example),
        ("clause", kind == "termination" and document["clause"] != agreement.termination.clause),
        ("party", kind in ("freeze", "thaw") and document["party"] not in others),
    ):
        if wrong:
            raise InvalidInput(
                "agreement.notice_does_not_fit",
                "The notice does not fit agreement {agreement}: its {field} is another's.",
                why="a notice acts only under the agreement and the article that allow it, and on the partner's log",
                remedy="write it again for this agreement",
                agreement=agreement.id,
                field=field,
            )
    return Notice(kind, document)


def ends_ms(agreement: Agreement, acknowledged_ms: int | None) -> int | None:
    """Return when a notice of termination ends the agreement; None while the other party has not acknowledged it."""
    return None if acknowledged_ms is None else acknowledged_ms + agreement.termination.notice_s * MS_PER_S
