"""The memorandum article by article, in the languages whose signed texts this node holds.

A text is Markdown: a heading that begins with a clause's number opens that clause (`### 4.3 Search and rescue`, or
`## Article 1` with `### 1 Purpose`). A text whose hash is not the signed one is not shown.
"""

import re
from dataclasses import dataclass
from hashlib import sha256

from comity.agreement import Agreement
from comity.node.app import Holding, Node
from comity.node.record import DECISIONS, records

LANGUAGES = ("ar", "en", "fr")
MOST_BYTES = 1 << 20

_HEADING = re.compile(r"^#{2,4} +(?P<rest>.+?) *$", re.MULTILINE)
_NUMBER = re.compile(r"^(?P<number>[0-9]+(?:\.[0-9]+)*)(?=\s|$)")


@dataclass(frozen=True)
class Texts:
    """The texts that this node holds: what stands before the first clause, and each clause, by language."""

    held: tuple[str, ...]
    opening: dict[str, str]
    clauses: dict[str, dict[str, str]]


def texts(node: Node, holding: Holding) -> Texts:
    """Return the signed texts, cut into clauses; a language whose signed text is not here is left out."""
    opening: dict[str, str] = {}
    clauses: dict[str, dict[str, str]] = {clause.id: {} for clause in holding.agreement.clauses}
    for language in LANGUAGES:
        path = node.layout.text(holding.agreement.id, language)
        data = path.read_bytes() if path.is_file() and path.stat().st_size <= MOST_BYTES else b""
        if f"sha256:{sha256(data).hexdigest()}" != holding.agreement.texts.get(language):
            continue
        opening[language], found = cut(data.decode("utf-8"), holding.agreement)
        for clause, text in found.items():
            clauses[clause][language] = text
    return Texts(tuple(opening), opening, clauses)


def cut(text: str, agreement: Agreement) -> tuple[str, dict[str, str]]:
    """Return what stands before the first clause, and the text under the heading of each clause."""
    known = {clause.id for clause in agreement.clauses}
    headings = list(_HEADING.finditer(text))
    found: dict[str, str] = {}
    for place, heading in enumerate(headings):
        number = _NUMBER.match(heading["rest"])
        end = headings[place + 1].start() if place + 1 < len(headings) else len(text)
        if number is not None and number["number"] in known:
            found[number["number"]] = text[heading.end() : end].strip()
    return text[: headings[0].start()].strip() if headings else text.strip(), found


def decisions_on(node: Node, holding: Holding) -> dict[str, list[str]]:
    """Return, for each clause, the series of the decisions that act on it, whatever their standing."""
    found: dict[str, list[str]] = {}
    for name, series in records(node, holding).view.series.items():
        if not name.startswith(DECISIONS):
            continue
        texts_ = [*series.tabled, *([series.current] if series.current else [])]
        effects = [effect for text in texts_ for effect in text.document.get("effects", [])]
        for clause in {each["clause"] for each in effects if isinstance(each, dict) and "clause" in each}:
            found.setdefault(str(clause), []).append(name)
    return found
