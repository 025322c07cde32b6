"""Acts as they are drafted: what an office says, with what the node knows by itself, parted from what stays home."""

from collections.abc import Mapping
from typing import Any

from comity.cooperation import ROOT, Standing, Template, act_document, changed
from comity.node.app import Holding, Node
from comity.node.cooperation import Books
from comity.node.cooperation_national import check_national, parted


def completed(
    node: Node, holding: Holding, found: Books, kind: str, record: str, fields: Mapping[str, Any], office: str
) -> dict[str, Any]:
    """Return the fields of a proposal with what the node knows by itself, where the office did not say it.

    An initiative without the hash of its template gets that of the one adopted template of its name.
    """
    known: dict[str, Any] = {
        "id": record,
        "example": holding.agreement.example,
        "authentic": sorted(holding.agreement.texts),
        "owner_party": node.party,
        "owner_office": office,
    }
    if kind == "initiative":
        named = [
            each.hash
            for each in found.of_view.framework.templates.values()
            if each.id == fields.get("template") and each.hash in found.view.adopted
        ]
        known |= {"template_hash": named[0]} if len(named) == 1 else {}
    return {**known, **fields}


def drafted(
    holding: Holding,
    found: Books,
    standing: Standing | None,
    named: tuple[str, str, str],
    fields: Mapping[str, Any],
    *,
    before: int = 0,
) -> tuple[dict[str, Any], Mapping[str, Any]]:
    """Return an act on a record, by kind, name and move, and what of its fields stays home.

    `before` is how many others we say at once before it.
    """
    kind, record, move = named
    template = _template(found, standing, fields)
    levels = template.levels if template else {}
    known = standing.fields if standing else {}
    leaves, stays = parted(kind, fields, known, levels)
    check_national(kind, stays, template)
    document = act_document(
        example=holding.agreement.example,
        kind=kind,
        record=record,
        move=move,
        follows=standing.head if standing else ROOT,
        seen=_seen(holding, before),
        fields=leaves,
        after=changed(known, leaves),
        details=levels,
    )
    return document, stays


def _template(found: Books, standing: Standing | None, fields: Mapping[str, Any]) -> Template | None:
    if standing is not None:
        return standing.template
    return found.of_view.framework.templates.get(str(fields.get("template_hash")))


def _seen(holding: Holding, more: int = 0) -> tuple[int, int]:
    own, theirs = holding.own.size + more, holding.copy.size
    return (own, theirs) if holding.ours == 0 else (theirs, own)
