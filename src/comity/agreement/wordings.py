"""The wordings of an agreement: Markdown texts in three languages, cut into clauses and put together again.

A heading that begins with a clause's number opens that clause (`### 4.3 Search and rescue`, or `## Article 1` with
`### 1 Purpose`). The document of the agreement names each wording by the SHA-256 of its UTF-8 bytes.
"""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256

from comity.ground import InvalidInput

# A partner's amendment brings the wording: neither pattern tries a second way through a line of spaces.
_HEADING = re.compile(r"^#{2,4} (?P<rest>.+)$", re.MULTILINE)
_NUMBER = re.compile(r"^ *(?P<number>[0-9]+(?:\.[0-9]+)*)(?=\s|$)")


def wording_hash(wording: str) -> str:
    """Return how an agreement names a wording.

    >>> wording_hash("")[:13]
    'sha256:e3b0c4'
    """
    return f"sha256:{sha256(wording.encode('utf-8')).hexdigest()}"


def cut_wording(wording: str, clauses: Iterable[str]) -> tuple[str, dict[str, str]]:
    """Return what stands before the first clause, and the text under the heading of each clause.

    >>> cut_wording("# M\\n\\nWe.\\n\\n### 1 Purpose\\n\\nPeace.\\n", ["1"])
    ('# M\\n\\nWe.', {'1': 'Peace.'})
    """
    headings = list(_HEADING.finditer(wording))
    found = {number: wording[start:end].strip() for number, (start, end) in _places(wording, clauses).items()}
    return wording[: headings[0].start()].strip() if headings else wording.strip(), found


def wording_with(wording: str, clauses: Iterable[str], texts: Mapping[str, str]) -> str:
    """Return a wording with the texts of some clauses replaced, or raise `InvalidInput`; all else stays to the byte.

    >>> wording_with("# M\\n\\n### 1 Purpose\\n\\nPeace.\\n", ["1"], {"1": "Peace and trade."})
    '# M\\n\\n### 1 Purpose\\n\\nPeace and trade.\\n'
    """
    places = _places(wording, clauses)
    for clause in texts:
        if clause not in places:
            raise InvalidInput(
                "agreement.wording_without_clause",
                "The text of Article {clause} cannot be replaced: the wording has no heading of that number.",
                why="a wording is cut into articles at its headings, and one that is not there cannot be found",
                remedy="name an article whose text is shown",
                clause=clause[:16],
            )
        if _HEADING.search(texts[clause]) or not texts[clause].strip():
            raise InvalidInput(
                "agreement.wording_not_of_one_clause",
                "The new text of Article {clause} is empty, or holds a heading (a line that begins with ##).",
                why="the text of an article stands under its own heading, and a second one would open another article",
                remedy="write sentences, without a line that begins with ##",
                clause=clause[:16],
            )
    for clause, (start, end) in sorted(places.items(), key=lambda each: -each[1][0]):
        if clause in texts:
            last = "\n" if end == len(wording) else "\n\n"
            wording = f"{wording[:start]}\n\n{texts[clause].strip()}{last}{wording[end:]}"
    return wording


def _places(wording: str, clauses: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Return where the text of each clause begins, after its heading, and where the next heading begins."""
    known, headings = set(clauses), list(_HEADING.finditer(wording))
    found: dict[str, tuple[int, int]] = {}
    for place, heading in enumerate(headings):
        number = _NUMBER.match(heading["rest"])
        end = headings[place + 1].start() if place + 1 < len(headings) else len(wording)
        if number is not None and number["number"] in known:
            found[number["number"]] = (heading.end(), end)
    return found
