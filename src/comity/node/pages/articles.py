"""The memorandum article by article, in the languages whose signed texts this node holds, in any of its versions."""

from collections.abc import Mapping
from dataclasses import dataclass

from comity.agreement import Agreement, Version, cut_wording
from comity.ground import InvalidInput
from comity.node.app import Holding, Node
from comity.node.record import DECISIONS, records
from comity.node.wordings import LANGUAGES, clause_texts, wordings


@dataclass(frozen=True)
class Texts:
    """The texts that this node holds: what stands before the first clause, and each clause, by language."""

    held: tuple[str, ...]
    opening: dict[str, str]
    clauses: dict[str, dict[str, str]]


@dataclass(frozen=True)
class Reworded:
    """A clause whose text a version changes: its text before and after, by language; empty where it does not stand."""

    id: str
    before: Mapping[str, str]
    after: Mapping[str, str]


def version_of(holding: Holding, number: int | None) -> Version:
    """Return a version that both signed, or the one in force; raise `InvalidInput` for one that is not there."""
    if number is None:
        return holding.version
    if not 0 <= number < len(holding.in_force.signed):
        raise InvalidInput(
            "node.no_such_version",
            "The agreement has no version {number}.",
            why="both have signed {count} so far, counted from 0",
            remedy="choose one of them",
            number=number,
            count=len(holding.in_force.signed),
        )
    return holding.in_force.signed[number]


def texts(node: Node, holding: Holding, version: Version) -> Texts:
    """Return the signed texts of a version, cut into clauses; a language whose signed text is not here is left out."""
    found = wordings(node, holding, version.agreement.texts)
    known = [clause.id for clause in version.agreement.clauses]
    opening = {language: cut_wording(wording, known)[0] for language, wording in found.items()}
    return Texts(tuple(found), opening, clause_texts(found, version.agreement))


def reworded(
    node: Node, holding: Holding, before: Agreement, after: Agreement, *, carried: Mapping[str, str] | None = None
) -> list[Reworded]:
    """Return the clauses whose text differs between two versions, in the languages in which both are here."""
    changed = {each: name for each, name in after.texts.items() if before.texts.get(each) != name}
    was = wordings(node, holding, {each: before.texts[each] for each in changed})
    becomes = wordings(node, holding, changed, carried=carried)
    both = was.keys() & becomes.keys()
    old = clause_texts({each: was[each] for each in both}, before)
    new = clause_texts({each: becomes[each] for each in both}, after)
    found = []
    for clause in dict.fromkeys([*old, *new]):
        first, last = old.get(clause, {}), new.get(clause, {})
        differ = [each for each in LANGUAGES if first.get(each) != last.get(each)]
        if differ:
            here = [{each: texts_[each] for each in differ if each in texts_} for texts_ in (first, last)]
            found.append(Reworded(clause, *here))
    return found


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
