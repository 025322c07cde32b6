"""A new certificate for the line to the partner, and the cards that carry it; the keys of the logs stay.

The partner enrols the new card as it did the first, by voice. Until then it believes only the old certificate, which is
gone here: renew when both operators are at hand.
"""

from dataclasses import replace

import orjson

from comity.node.app import Node
from comity.node.cards import Card
from comity.node.certificates import make_certificate, own_certificate


def renew_certificate(node: Node) -> list[Card]:
    """Draw a new certificate and write our card under each agreement again; a second run mends one that broke off."""
    folder = node.layout.folder
    make_certificate(folder, party=node.party, random=node.random, now_ms=node.clock(), disk=node.disk)
    tls = own_certificate(folder)
    cards = [replace(holding.card, tls=tls) for holding in node.holdings.values()]
    for card in cards:
        write_card(node, card)
    return cards


def write_card(node: Node, card: Card) -> None:
    """Make the file of our card agree with it."""
    path = node.layout.card(card.agreement)
    data = orjson.dumps(card.document, option=orjson.OPT_INDENT_2) + b"\n"
    if not path.is_file() or path.read_bytes() != data:
        node.disk.put(path, data)
