"""The wordings of an agreement that this node holds: given as files at its birth, or carried by an amendment.

A wording whose hash is not the one that both signed is not a wording of the agreement, and is not shown.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from comity.agreement import Agreement, cut_wording, wording_hash
from comity.node.app import Holding, Node

LANGUAGES = ("ar", "en", "fr")
MOST_BYTES = 1 << 20
_MOST_KEPT = 12
"""Three languages of four agreements; each text is at most `MOST_BYTES` long."""


def wordings(
    node: Node, holding: Holding, named: Mapping[str, str], *, carried: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return, by language, the whole wordings that are named by hash; one that is not here is left out.

    Parameters
    ----------
    carried
        What a text that is not signed yet carries, by language.
    """
    found: dict[str, str] = {}
    for language in LANGUAGES:
        known = {  # an amendment was read only because its wordings have these hashes
            version.agreement.texts[language]: version.amendment.wordings[language]
            for version in holding.in_force.signed
            if version.amendment and language in version.amendment.wordings
        }
        unsigned, name = (carried or {}).get(language), named.get(language, "")
        if unsigned is not None:
            known[wording_hash(unsigned)] = unsigned
        wording = known.get(name) or _given(node, holding, language).get(name)
        if wording is not None:
            found[language] = wording
    return found


def clause_texts(found: Mapping[str, str], agreement: Agreement) -> dict[str, dict[str, str]]:
    """Return the text of each clause, by clause and language."""
    clauses: dict[str, dict[str, str]] = {clause.id: {} for clause in agreement.clauses}
    for language, wording in found.items():
        for clause, text in cut_wording(wording, clauses)[1].items():
            clauses[clause][language] = text
    return clauses


def _given(node: Node, holding: Holding, language: str) -> Mapping[str, str]:
    path = node.layout.text(holding.card.agreement, language)
    if not path.is_file():
        return {}
    stat = path.stat()
    return {} if stat.st_size > MOST_BYTES else _read(path, (stat.st_mtime_ns, stat.st_size, stat.st_ino))


@lru_cache(maxsize=_MOST_KEPT)
def _read(path: Path, _stamp: tuple[int, ...]) -> Mapping[str, str]:
    """Return the text of a file by its hash; a page asks for it several times for each version."""
    try:
        wording = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return {}
    return {wording_hash(wording): wording}
