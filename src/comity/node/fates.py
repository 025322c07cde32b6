"""What became of every content that a party released: it stands, was corrected, or was recalled, in part or whole.

A pure reading of that party's log (`comity.exchange.standing`): both nodes see the same. Units: milliseconds since
1970.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from comity.exchange import LogSays, Standing, read_correction, standing
from comity.ground import InvalidInput

Fated = Literal["stands", "corrected", "recalled", "in_part"]
Name = tuple[str, int]


@dataclass(frozen=True)
class Fate:
    """What became of a content; `by` is the content that stands in its stead, `why` and `since_ms` of the last change.

    `in_part`: something in it was corrected or recalled, and something stands.
    """

    state: Fated
    since_ms: int | None = None
    why: str | None = None
    by: str | None = None


STANDS = Fate("stands")


def fates(log: LogSays) -> dict[str, Fate]:
    """Return the fate of every content that a log names, by its hash."""
    found = item_fates(log)
    return {
        left.manifest.blob: _fate([found[left.manifest.blob, place] for place in range(left.manifest.count)])
        for left in log.left
    }


def item_fates(log: LogSays) -> dict[Name, Fate]:
    """Return the fate of every item that a log released, by its content and its place in there."""
    found = standing(log)
    roots = _roots(log, found)
    names = ((left.manifest.blob, place) for left in log.left for place in range(left.manifest.count))
    return {name: _of_item(name, found, roots) for name in names}


def _fate(each: list[Fate]) -> Fate:
    changed = [fate for fate in each if fate.state != "stands"]
    if not changed:
        return STANDS
    last = max(changed, key=lambda fate: fate.since_ms or 0)
    if len(changed) < len(each) or len({fate.state for fate in changed}) > 1:
        return Fate("in_part", last.since_ms, last.why, last.by)
    return last


def _of_item(name: Name, found: Mapping[Name, Standing], roots: Mapping[Name, Name]) -> Fate:
    root = found.get(name) or found.get(roots.get(name, name))
    if root is None or root.now == name:
        return STANDS
    if root.now is None:
        return Fate("recalled", root.since_ms, root.why)
    return Fate("corrected", root.since_ms, root.why, root.now[0])


def _roots(log: LogSays, found: Mapping[Name, Standing]) -> dict[Name, Name]:
    """Return for every item that corrects another the item that it stands for in the end."""
    roots: dict[Name, Name] = {}
    for said in log.documents:
        try:
            read_correction(said.document)
        except InvalidInput:
            continue
        if "by" in said.document:
            of, by = ((said.document[each]["content"], said.document[each]["place"]) for each in ("of", "by"))
            if by not in found:
                roots.setdefault(by, roots.get(of, of))
    return roots
