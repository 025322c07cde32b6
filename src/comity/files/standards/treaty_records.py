"""Treaties of a register as documents of cooperation: what a party proposes so that both hold its earlier instruments.

A title stands as the register gives it, in each of the three languages: it cites an instrument and translates nothing.
An instrument that refers to an earlier row of the table replaces it (`supersedes`).
"""

import re
from collections.abc import Sequence
from typing import Any

from comity.files.standards.treaties import Treaty
from comity.ground import InvalidInput

KIND = "earlier_instrument"
MOST_ID = 64
_OTHER = re.compile("[^a-z0-9]+")


def documents_of(treaties: Sequence[Treaty]) -> dict[str, dict[str, Any]]:
    """Return the fields of a document for each treaty, by the document's name, in the table's order; or raise.

    >>> from datetime import date
    >>> documents_of([Treaty("UKTS 7/1962", "On the sea", signed=date(1962, 7, 5))])["treaty-ukts-7-1962"]["on"]
    '1962-07-05'
    """
    found: dict[str, dict[str, Any]] = {}
    names: dict[str, str] = {}
    for treaty in treaties:
        name = f"treaty-{_OTHER.sub('-', treaty.id.lower()).strip('-')}"[:MOST_ID].rstrip("-")
        if treaty.signed is None or name in found or name == "treaty":
            raise InvalidInput(
                "files.treaty_no_document",
                "The treaty {treaty} cannot become a document.",
                why="a document has a day and a name of its own, and this row has: signed {signed}, name {name}",
                remedy="add the day of signature, or give the row another id; nothing was proposed",
                treaty=treaty.id[:80],
                signed=str(treaty.signed or "-"),
                name=name,
            )
        title = dict.fromkeys(("ar", "en", "fr"), treaty.title)
        found[name] = {"title": title, "document_kind": KIND, "on": treaty.signed.isoformat()}
        replaced = [names[each] for each in treaty.references if each in names]
        if replaced:
            found[name]["supersedes"] = replaced[-1]
        names[treaty.id] = name
    return found
