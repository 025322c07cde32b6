"""Drafts of texts: kept at home, every state of them, and never in the log until an office tables one.

A draft of the agreement is written as the whole agreement that it shall make; what stands in the draft is the
amendment that leads there from the newest version.
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select

from comity.agreement import Amendment, draft_amendment, read_amendment, wording_hash, wording_with
from comity.ground import InvalidInput, canonical, parse_canonical
from comity.ledger import MAX_ENTRY_BYTES, document_hash
from comity.node.app import Holding, Node
from comity.node.record import AGREEMENT
from comity.node.store import TEXT_DRAFT
from comity.node.wordings import wordings

HEADER_BYTES = 2048
"""Room for what stands around a document in its entry: an office of 200 characters, a series, hashes, a salt."""
MOST_BYTES = MAX_ENTRY_BYTES - HEADER_BYTES
"""What is longer could be drafted and never be tabled."""


@dataclass(frozen=True)
class Draft:
    """The newest state of a draft, and how many states came before it; `stale` says that its version has passed."""

    draft: str
    series: str
    office: str
    at_ms: int
    states: int
    hash: str
    stale: bool
    document: Mapping[str, Any]


def keep_amendment(
    node: Node,
    agreement_id: str,
    draft: str,
    amended: Mapping[str, Any],
    *,
    title: Mapping[str, str],
    in_force: str,
    office: str,
    open_until_ms: int | None = None,
) -> Draft:
    """Keep, as a draft, the amendment that makes this agreement out of the newest version."""
    parent = node.holding(agreement_id).in_force.newest.document
    document = draft_amendment(parent, amended, title=title, in_force=in_force, open_until_ms=open_until_ms)
    return keep(node, agreement_id, draft, AGREEMENT, document, office=office)


def keep_changes(
    node: Node,
    agreement_id: str,
    draft: str,
    *,
    articles: Mapping[str, Mapping[str, str]],
    rules: Mapping[str, Mapping[str, Any]],
    title: Mapping[str, str],
    in_force: str,
    office: str,
    open_until_ms: int | None = None,
    continues: bool = False,
) -> Draft:
    """Keep, as a draft, the amendment that gives articles these texts and release rules these values.

    Parameters
    ----------
    articles
        The new text of each article, by language; the amendment then carries the whole wording of that language.
    rules
        New values of the fields of a rule, by the rule's identifier.
    continues
        Whether all else that the newest state of the draft changes stays in it; else the amendment changes only these.
    """
    holding = node.holding(agreement_id)
    newest = holding.in_force.newest
    begun = read_amendment(_known(node, agreement_id, draft).document, newest.document) if continues else None
    amended = deepcopy(dict(begun.document if begun else newest.document))
    carried = _reworded(node, holding, articles, begun)
    again = {each: newest.document["texts"][each] for each in (begun.wordings if begun else ())}
    worded = {each: wording_hash(wording) for each, wording in carried.items()}
    amended["texts"] = {**amended["texts"], **again, **worded}
    _check_rules(rules, [each["id"] for each in amended["rules"]])
    amended["rules"] = [{**each, **rules.get(each["id"], {})} for each in amended["rules"]]
    document = draft_amendment(
        newest.document, amended, title=title, in_force=in_force, wordings=carried, open_until_ms=open_until_ms
    )
    return keep(node, agreement_id, draft, AGREEMENT, document, office=office)


def _check_rules(rules: Mapping[str, Mapping[str, Any]], known: Sequence[str]) -> None:
    for name, values in rules.items():
        if name not in known:
            raise InvalidInput(
                "node.no_such_rule",
                "The agreement has no release rule {rule}.",
                why="only a rule of the newest version can be changed",
                remedy="choose one of: {known}",
                rule=name[:64],
                known=", ".join(known),
            )
        if values.get("id", name) != name:
            raise InvalidInput(
                "node.rule_name_stays",
                "The release rule {rule} cannot get another identifier.",
                why="what was released under a rule names it; under another identifier it is another rule",
                remedy="leave id out; or take the rule out and put another in, with amended",
                rule=name[:64],
            )


def _reworded(
    node: Node, holding: Holding, articles: Mapping[str, Mapping[str, str]], begun: Amendment | None
) -> dict[str, str]:
    """Return, by language, the wordings in which articles have new texts, begun from a draft or the newest version."""
    newest = holding.in_force.newest.agreement
    agreement = begun.agreement if begun else newest
    held = wordings(node, holding, newest.texts)
    found = dict(begun.wordings) if begun else {}
    for language in dict.fromkeys(each for texts in articles.values() for each in texts):
        if language not in held:
            raise InvalidInput(
                "node.wording_not_held",
                "This node does not hold the signed text in {language}.",
                why="an article is changed inside the text that both signed, and that text is not here",
                remedy="have the operator put the signed text into the node's folder",
                language=language[:8],
            )
        new = {clause: texts[language] for clause, texts in articles.items() if language in texts}
        found[language] = wording_with(
            found.get(language, held[language]), [each.id for each in agreement.clauses], new
        )
    return {language: whole for language, whole in found.items() if whole != held.get(language)}


def keep(node: Node, agreement_id: str, draft: str, series: str, document: Mapping[str, Any], *, office: str) -> Draft:
    """Keep a state of a draft; it need not be sound yet, but it must have a canonical form."""
    node.holding(agreement_id)
    data = canonical(document)
    if len(data) > MOST_BYTES:
        raise InvalidInput(
            "node.draft_too_long",
            "The draft is too long.",
            why="it has {found} bytes, and a draft may have {limit}",
            remedy="shorten it, or change fewer languages at once: the others follow in an amendment of their own",
            found=len(data),
            limit=MOST_BYTES,
        )
    _insert(node, agreement_id, draft, series, office, data)
    return next(each for each in drafts(node, agreement_id) if each.draft == draft)


def give_up(node: Node, agreement_id: str, draft: str, *, office: str) -> None:
    """Take a draft off the list; its states stay in the database."""
    known = _known(node, agreement_id, draft)
    _insert(node, agreement_id, draft, known.series, office, None)


def drafts(node: Node, agreement_id: str) -> list[Draft]:
    """Return the newest state of every draft that was not given up, the newest first."""
    holding = node.holding(agreement_id)
    query = select(TEXT_DRAFT).filter_by(agreement_id=agreement_id).order_by(TEXT_DRAFT.c.change)
    with node.store.reading() as connection:
        rows = list(connection.execute(query))
    newest = {row.draft_id: row for row in rows}
    found = []
    for name, row in newest.items():
        if row.document is not None:
            document = parse_canonical(row.document)
            parent = holding.in_force.newest.document
            stale = row.series == AGREEMENT and not _fits(document, parent)
            states = sum(each.draft_id == name for each in rows)
            identity = document_hash(document)
            found.append(Draft(name, row.series, row.office, row.at_ms, states, identity, stale, document))
    return sorted(found, key=lambda each: -each.at_ms)


def states_of(node: Node, agreement_id: str, draft: str) -> list[Mapping[str, Any]]:
    """Return every state of a draft, the oldest first."""
    _known(node, agreement_id, draft)
    query = select(TEXT_DRAFT.c.document).filter_by(agreement_id=agreement_id, draft_id=draft)
    with node.store.reading() as connection:
        found = connection.execute(query.order_by(TEXT_DRAFT.c.change)).scalars()
        return [parse_canonical(each) for each in found if each is not None]


def _known(node: Node, agreement_id: str, draft: str) -> Draft:
    found = {each.draft: each for each in drafts(node, agreement_id)}
    if draft not in found:
        raise InvalidInput(
            "node.no_such_text_draft",
            "There is no draft {draft}.",
            why="it was never written, or was given up",
            remedy="choose one of: {known}",
            draft=draft[:64],
            known=", ".join(found) or "–",
        )
    return found[draft]


def _insert(node: Node, agreement_id: str, draft: str, series: str, office: str, data: bytes | None) -> None:
    values = {"agreement_id": agreement_id, "draft_id": draft, "series": series, "office": office, "document": data}
    with node.store.writing() as connection:
        connection.execute(insert(TEXT_DRAFT).values(**values, at_ms=node.clock()))


def _fits(document: Mapping[str, Any], parent: Mapping[str, Any]) -> bool:
    try:
        read_amendment(document, parent)
    except InvalidInput:
        return False
    return True
