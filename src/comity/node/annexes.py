"""The next annex of keys: what this node proposes, and what it may sign.

The first annex names the keys of both cards. A later one may replace our keys by those that were drawn here, and no
others; the partner's are its own to choose, and an officer compares their fingerprints by voice before signing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from comity.agreement import KeyPair, check_keys
from comity.ground import InvalidInput
from comity.node.app import Holding, Node
from comity.node.cards import Card, keys_annex
from comity.node.keys_in_force import KEYS, generation_of
from comity.node.partners import partner_card, required_card
from comity.node.record import Records


@dataclass(frozen=True)
class NewKeys:
    """A party whose keys an annex would replace: the fingerprint of its card as it stands, and by the new keys."""

    party: str
    before: str
    after: str


def new_keys(node: Node, holding: Holding, annex: Mapping[str, Any]) -> Iterator[NewKeys]:
    """Yield whose keys an annex would replace, our own first; nothing for an annex that cannot be read."""
    theirs = partner_card(node, holding.first_card.agreement)
    if not holding.keys.read(annex):
        return
    for card in [holding.card] if theirs is None else [holding.card, theirs]:
        pair = next((each for each in annex["parties"] if each.get("party") == card.party), None)
        if pair is None:
            continue  # the partner's annex may name anybody; it cannot be signed here
        proposed = with_keys(card, KeyPair(pair["log_key"], pair["mirror_key"]))
        if proposed != card:
            yield NewKeys(card.party, card.fingerprint, proposed.fingerprint)


def next_annex(node: Node, holding: Holding, found: Records) -> dict[str, Any]:
    """Return the annex that this node proposes: the keys drawn here, or where there are none, the keys in force."""
    agreed = holding.keys.generations(found.view.series.get(KEYS))
    theirs = required_card(node, holding.first_card.agreement)
    if not agreed:
        return keys_annex(with_keys(holding.first_card, holding.keys.held.pair), theirs)
    newest = {party: generation_of(pairs[-1]) for party, pairs in agreed.items()}
    ours = holding.keys.drawn or newest[holding.first_card.party]
    return keys_annex(with_keys(holding.first_card, ours.pair), with_keys(theirs, newest[holding.partner_id].pair))


def check_annex(node: Node, holding: Holding, found: Records, annex: Mapping[str, Any]) -> None:
    """Raise `InvalidInput` unless this annex may be tabled or signed here."""
    before = holding.keys.generations(found.view.series.get(KEYS))
    agreement = holding.in_force.original.agreement
    named = check_keys(annex, agreement, before=before)
    for pair in named.values():
        generation_of(pair)
    if not before:
        may = [next_annex(node, holding, found)]
        is_ours = annex in may
    else:
        ours = before[holding.first_card.party][-1]
        drawn = holding.keys.drawn
        is_ours = named[holding.first_card.party] in (ours, drawn.pair if drawn else ours)
    if not is_ours or annex["agreement_hash"] != holding.first_card.agreement_hash:
        raise InvalidInput(
            "node.keys_not_ours",
            "This annex of keys cannot be signed here.",
            why="it names neither our keys in force nor those drawn here; the first annex is that of both cards",
            remedy="compare the fingerprints with the partner by voice; propose the annex from the node that changes",
        )


def with_keys(card: Card, keys: KeyPair) -> Card:
    """Return a card with other keys."""
    return replace(card, log_key=keys.log_key, mirror_key=keys.mirror_key)
