"""Corrections and recalls: which released item they name, and what the receiver holds after them.

An item is named by the content that carried it and its place in there. A correction puts another released item in its
stead (which passed the release check itself); a recall withdraws it, or the whole content. Both stand in the log of the
party that released, after what they name; a recall is final. Units: milliseconds since 1970.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from comity.agreement import check_schema, forms
from comity.exchange.said import LogSays, Said
from comity.ground import InvalidInput

Why = Literal["wrong", "outdated", "released_in_error", "duplicate", "no_longer_allowed"]
Name = tuple[str, int]
"""The content (`sha256:…`) that carried an item, and the item's place in it, from 0 on."""

WHYS: tuple[Why, ...] = ("wrong", "outdated", "released_in_error", "duplicate", "no_longer_allowed")
"""Why an item is corrected or recalled: a closed list, so that no free text leaves."""

_PLACE = forms.whole(0, 2**31)
_ITEM = forms.closed(content=forms.HASH, place=_PLACE)

CORRECTION_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "comity/correction/1",
    **forms.closed(
        schema={"const": "comity/correction/1"},
        example={"type": "boolean"},
        of=_ITEM,
        by=_ITEM,
        why={"enum": list(WHYS)},
    ),
}
"""The schema of a correction."""

RECALL_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "comity/recall/1",
    **forms.closed(
        schema={"const": "comity/recall/1"},
        example={"type": "boolean"},
        of=forms.optional(_ITEM, "place"),
        why={"enum": list(WHYS)},
    ),
}
"""The schema of a recall; without a place it withdraws the whole content."""

CORRECTION_SCHEMAS = ("comity/correction/1", "comity/recall/1")
"""The documents that `standing` reads: for `log_says`."""


@dataclass(frozen=True)
class Standing:
    """What became of one released item: the item that stands for it now (itself at first), or None once recalled."""

    name: Name
    now: Name | None
    since_ms: int
    why: Why | None


def read_correction(document: Any) -> None:
    """Return when a document is a correction or a recall in form, or raise `InvalidInput`."""
    recalls = isinstance(document, Mapping) and document.get("schema") == "comity/recall/1"
    check_schema(document, RECALL_SCHEMA if recalls else CORRECTION_SCHEMA)


def standing(log: LogSays) -> dict[Name, Standing]:
    """Return what stands for every item that a log released, in order of release; the receiver's view follows it.

    What names no earlier release of the same log, or an item already recalled, is noise. An item that corrects another
    is no item of its own any more: to correct it again is to correct the first.
    """
    items = {
        (left.manifest.blob, place): Standing(
            (left.manifest.blob, place), (left.manifest.blob, place), left.at_ms, None
        )
        for left in log.left
        for place in range(left.manifest.count)
    }
    released_at = {left.manifest.blob: left.position for left in reversed(log.left)}
    roots: dict[Name, Name] = {}
    for said in log.documents:
        if _is_sound(said):
            _apply(said, items, roots, released_at)
    return {name: found for name, found in items.items() if name not in roots}


def in_view(records: Mapping[Name, Mapping[str, Any]], found: Mapping[Name, Standing]) -> dict[Name, Mapping[str, Any]]:
    """Return the records that stand now, each under the name of the item it stands for; recalled ones are gone.

    Parameters
    ----------
    records
        What arrived, by name; what has not arrived yet is left out of the view.
    """
    shown = {name: records.get(each.now) for name, each in found.items() if each.now is not None}
    return {name: record for name, record in shown.items() if record is not None}


def _apply(said: Said, items: dict[Name, Standing], roots: dict[Name, Name], released_at: Mapping[str, int]) -> None:
    of, why = said.document["of"], said.document["why"]
    if released_at.get(of["content"], said.position) >= said.position:
        return
    if "by" not in said.document:
        places = [of["place"]] if "place" in of else [place for content, place in items if content == of["content"]]
        for place in places:
            name = roots.get((of["content"], place), (of["content"], place))
            if name in items and items[name].now is not None:
                items[name] = Standing(name, None, said.at_ms, why)
        return
    by = (said.document["by"]["content"], said.document["by"]["place"])
    name = roots.get((of["content"], of["place"]), (of["content"], of["place"]))
    is_new = by in items and by not in roots and by != name and released_at[by[0]] < said.position
    if is_new and name in items and items[name].now is not None and items[by].now == by:
        items[name] = Standing(name, by, said.at_ms, why)
        roots[by] = name


def _is_sound(said: Said) -> bool:
    try:
        read_correction(said.document)
    except InvalidInput:
        return False
    return True
