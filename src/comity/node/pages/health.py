"""How fresh everything is that the screen shows, whether our logs verify, what room is left."""

import shutil
from dataclasses import dataclass
from importlib.metadata import version
from typing import Literal

from sqlalchemy import select

from comity.files import folder_reader
from comity.ground import ComityError
from comity.ledger import fetch_head, keys_after
from comity.node.app import Holding, Node
from comity.node.doctor import Finding, examine
from comity.node.partners import Direction, State, partner_card, state_of
from comity.node.store import RECOVERY

DIRECTIONS: tuple[Direction, Direction] = ("in", "out")


@dataclass(frozen=True)
class Feed:
    """One direction of one agreement: how it stands, and when it last answered as it should."""

    agreement: str
    partner: str
    direction: Direction
    state: State | Literal["unknown"]
    heard_ms: int | None


@dataclass(frozen=True)
class Unsynchronised:
    """An agreement under which this node was restored, and has not yet caught up with its partner."""

    agreement: str
    partner: str
    since_ms: int


@dataclass(frozen=True)
class Health:
    """What the truth strip shows."""

    now_ms: int
    version: str
    feeds: list[Feed]
    unsynchronised: list[Unsynchronised]
    log_verified: bool
    free_bytes: int
    database_bytes: int
    map_tiles: bool


def health(node: Node) -> Health:
    """Return how this node stands now."""
    feeds = [
        _feed(node, holding, direction)
        for holding in node.holdings.values()
        if partner_card(node, holding.agreement.id) is not None
        for direction in DIRECTIONS
    ]
    return Health(
        now_ms=node.clock(),
        version=version("comity"),
        feeds=feeds,
        unsynchronised=unsynchronised(node),
        log_verified=all(_is_sound(node, holding) for holding in node.holdings.values()),
        free_bytes=shutil.disk_usage(node.layout.folder).free,
        database_bytes=node.layout.database.stat().st_size,
        map_tiles=bool(node.settings.map_tiles),
    )


def unsynchronised(node: Node) -> list[Unsynchronised]:
    """Return the agreements under which this node was put back and has not yet caught up with its partner."""
    newest = select(RECOVERY).order_by(RECOVERY.c.change)
    with node.store.reading() as connection:
        rows = {row.agreement_id: row for row in connection.execute(newest)}
    return [
        Unsynchronised(each, node.holding(each).partner_id, row.at_ms)
        for each, row in rows.items()
        if row.state == "restored" and each in node.unasked
    ]


def findings(node: Node) -> list[Finding]:
    """Return what `comity doctor` finds."""
    return examine(node.layout.folder, clock=node.clock, transport=node.transport)


def _feed(node: Node, holding: Holding, direction: Direction) -> Feed:
    agreement_id = holding.agreement.id
    state = state_of(node, agreement_id, direction)
    heard_ms = node.heard.get((agreement_id, direction))
    return Feed(agreement_id, holding.partner_id, direction, state.state if state else "unknown", heard_ms)


def _is_sound(node: Node, holding: Holding) -> bool:
    """Return whether the published head of our log bears our signature and the root that our entries give."""
    keys = keys_after(holding.own.origin, [each.log for each in holding.keys.own], holding.own.head())
    tree = holding.own.tree
    try:
        head = fetch_head(folder_reader(node.layout.log(holding.agreement.id, "own")), keys).checkpoint
    except ComityError:
        return False
    return head.size != tree.size or head.root_hash == tree.root()
