"""The three renderings of a record: what we read, what both read, what everybody reads; and what was withheld, as data.

A field leaves only where its level is as wide as the audience. Default deny: a field that is not marked public by its
kind, its template or the record itself is not public. Source: eForms BT-195 to BT-198 for the withheld block.
"""

from collections.abc import Mapping
from typing import Any

from comity.cooperation.reading import SCHEMA_NAMES, WIDTH, fields_of, kind_of, level_of
from comity.cooperation.standings import Standing
from comity.cooperation.values import Level
from comity.ground import parse_instant


def rendering(
    document: Mapping[str, Any],
    level: Level,
    *,
    at_ms: int,
    details: Mapping[str, Level] | None = None,
) -> dict[str, Any] | None:
    """Return a record document as one audience may read it on a day, or None where it may not read it at all.

    Parameters
    ----------
    level
        `national` (we alone), `bilateral` (both parties) or `public`.
    details
        The level of each field that an initiative's template declares; a field of which it says nothing is national.

    A withheld field stays out of the public rendering until its day, and its block stands in its place. From that day
    on the field is public and the block is gone.
    """
    kind = kind_of(document)
    if WIDTH[level] > WIDTH[document.get("level", "bilateral")]:
        return None
    blocks = document.get("withheld", ()) if level == "public" else ()
    open_now = {each["field"] for each in blocks if _is_over(each, at_ms)}
    closed_now = {each["field"] for each in blocks} - open_now
    found: dict[str, Any] = {"schema": document["schema"]}
    for name in fields_of(kind):
        if name not in document or name in closed_now:
            continue
        shown = level_of(kind, document.get("visibility"), name)
        if WIDTH[shown] < WIDTH[level] and not (name in open_now and shown != "national"):
            continue
        value = _shown(name, document[name], level, details or {})
        if value not in ([], {}):
            found[name] = value
    return _with_blocks(found, document, level, closed_now)


def published(standing: Standing, *, at_ms: int) -> dict[str, Any] | None:
    """Return what everybody may read of a record: only as both last signed it, and None before they did.

    So no party alone can publish what the other has said, nor widen who reads a field.
    """
    if standing.agreed is None:
        return None
    levels = standing.template.levels if standing.template is not None else None
    document = {"schema": SCHEMA_NAMES[standing.kind], **standing.agreed}
    return rendering(document, "public", at_ms=at_ms, details=levels)


def _with_blocks(
    found: dict[str, Any], document: Mapping[str, Any], level: Level, closed_now: set[str]
) -> dict[str, Any]:
    """Replace the withheld blocks by those that this audience needs: to the public, those that still hold."""
    if level == "public" and "withheld" in found:
        blocks = [each for each in document["withheld"] if each["field"] in closed_now]
        found.pop("withheld")
        if blocks:
            found["withheld"] = blocks
    return found


def _shown(name: str, value: Any, level: Level, details: Mapping[str, Level]) -> Any:
    """Return what an audience reads of one field: agenda items and template fields each have a level of their own."""
    if name == "agenda":
        # An office is of both parties only (`Envelope.owner_office`), also that of a point which everybody reads.
        kept = [each for each in value if WIDTH[each.get("level", "bilateral")] >= WIDTH[level]]
        return [
            {name: held for name, held in each.items() if name != "presenter" or level != "public"} for each in kept
        ]
    if name == "details":
        return {each: held for each, held in value.items() if WIDTH[details.get(each, "national")] >= WIDTH[level]}
    return value


def _is_over(block: Mapping[str, Any], at_ms: int) -> bool:
    day = block.get("public_on")
    return day is not None and parse_instant(f"{day}T00:00:00Z") <= at_ms
