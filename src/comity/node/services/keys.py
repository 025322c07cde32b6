"""New keys: drawn beside those in use, agreed under every agreement, and at last in their place.

The seeds are the node's, the agreements are several: both old and new are kept until every partner has followed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from comity.ground import InvalidInput
from comity.node.annexes import new_keys, with_keys
from comity.node.app import Holding, Node
from comity.node.keys import draw_keys, retire_keys
from comity.node.keys_in_force import Generation
from comity.node.partners import partner_card
from comity.node.record import KEYS, Records, records
from comity.node.rotation import settle

Stage = Literal["settled", "to_agree", "overlap", "passed"]
"""No change is under way; the drawn keys are not agreed; both sign; the partner has followed."""


@dataclass(frozen=True)
class Drawn:
    """The public halves of the keys that shall follow, and how our card with them is read aloud."""

    agreement: str
    log_key: str
    mirror_key: str
    fingerprint: str


@dataclass(frozen=True)
class KeyState:
    """How far a change of our keys is under one agreement, and the keys in force there.

    `offered`: each party whose keys an annex on the table would replace, with the fingerprint of its card by them.
    """

    agreement: str
    partner: str
    stage: Stage
    log_key: str
    mirror_key: str
    fingerprint: str
    offered: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class KeyStates:
    """The change of keys on this node; `drawn` under each agreement, where there are new ones."""

    drawn: tuple[Drawn, ...]
    agreements: tuple[KeyState, ...]


def states(node: Node) -> KeyStates:
    """Say how far a change of keys is under every agreement."""
    held = node.holdings.values()
    drawn = tuple(_drawn(each, each.keys.drawn) for each in held if each.keys.drawn is not None)
    return KeyStates(drawn, tuple(_state(node, each) for each in held))


def draw(node: Node) -> KeyStates:
    """Draw new keys; nothing changes before both parties agreed them."""
    with node.turn:
        try:
            draw_keys(node.layout.folder, random=node.random, disk=node.disk)
        finally:
            node.keyring.read_again()
        return states(node)


def retire(node: Node) -> KeyStates:
    """Let the drawn keys take the place of the old ones, which are erased; refused while an agreement needs those."""
    with node.turn:
        found = states(node)
        if not _is_under_way(node):
            raise InvalidInput(
                "node.no_keys_drawn",
                "There are no old keys to retire.",
                why="no new keys were drawn on this node",
                remedy="draw them with `comity keys draw`",
            )
        needing = [each.agreement for each in found.agreements if each.stage != "passed"]
        if needing:
            raise InvalidInput(
                "node.old_keys_needed",
                "The old keys are still needed under {agreements}.",
                why="there the new keys are not agreed by both, or no receipt shows a head that both keys signed",
                remedy="have both parties sign the annex of keys there, wait for the partner's receipt, then try again",
                agreements=", ".join(needing),
            )
        try:
            retire_keys(node.layout.folder, disk=node.disk)
        finally:
            node.keyring.read_again()
        for holding in node.holdings.values():
            settle(node, holding)
        return states(node)


def _is_under_way(node: Node) -> bool:
    keys = node.keyring.keys
    return len(keys.log_seeds) > 1 or len(keys.mirror_seeds) > 1


def _drawn(holding: Holding, keys: Generation) -> Drawn:
    card = with_keys(holding.card, keys.pair)
    return Drawn(card.agreement, card.log_key, card.mirror_key, card.fingerprint)


def _state(node: Node, holding: Holding) -> KeyState:
    found = records(node, holding)
    card = holding.card
    return KeyState(
        agreement=card.agreement,
        partner=holding.partner_id,
        stage=_stage(node, holding),
        log_key=card.log_key,
        mirror_key=card.mirror_key,
        fingerprint=card.fingerprint,
        offered=tuple(_offered(node, holding, found)),
    )


def _offered(node: Node, holding: Holding, found: Records) -> Iterator[tuple[str, str]]:
    series = found.view.series.get(KEYS)
    for text in series.tabled if series else ():
        for each in new_keys(node, holding, text.document):
            yield each.party, each.after


def _stage(node: Node, holding: Holding) -> Stage:
    if not _is_under_way(node):
        return "settled"
    if holding.keys.own[-1] != holding.keys.newest_held:
        return "to_agree"
    has_followed = holding.keys.receipted == len(holding.keys.own) - 1
    return "passed" if has_followed and partner_card(node, holding.first_card.agreement) is not None else "overlap"
