"""The wordings of an agreement that this node holds: given as files at its birth, or carried by an amendment.

A wording whose hash is not the one that both signed is not a wording of the agreement, and is not shown.
"""

from collections.abc import Mapping

from comity.agreement import Agreement, cut_wording, wording_hash
from comity.node.app import Holding, Node

LANGUAGES = ("ar", "en", "fr")
MOST_BYTES = 1 << 20


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
        candidates = [version.amendment.wordings for version in holding.in_force.signed if version.amendment]
        known = [each[language] for each in (carried or {}, *candidates) if language in each]
        fits = (each for each in (*known, _given(node, holding, language)) if wording_hash(each) == named.get(language))
        wording = next(fits, None)
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


def _given(node: Node, holding: Holding, language: str) -> str:
    path = node.layout.text(holding.card.agreement, language)
    if not path.is_file() or path.stat().st_size > MOST_BYTES:
        return ""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return ""
