"""The tokens by which map programs read: a program cannot sign in, so an office makes it a token of its own.

The token reads `/ogc` and opens nothing else, is shown once, can be ended, and ends with its office. Of tokens the
database holds SHA-256 only; at 160 bits of chance nobody learns one from that. Instants are milliseconds since 1970.
"""

from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import insert, select, update

from comity.ground import InvalidInput
from comity.node.app import Node
from comity.node.calendar_tokens import TOKEN_BYTES
from comity.node.offices import holds_role
from comity.node.store import MAP_TOKEN
from comity.node.typed import check_typed


@dataclass(frozen=True)
class MapReader:
    """A program that reads the map: what it is, which office let it in, and when."""

    number: int
    about: str
    office: str
    made_ms: int


def let_in(node: Node, about: str, *, office: str) -> tuple[str, MapReader]:
    """Make a token for a map program; return it at the only moment at which it can be read.

    An office that holds no role here could never read by it: `InvalidInput`.
    """
    check_typed(about)
    if not holds_role(node, office):
        raise InvalidInput(
            "node.map_reader_without_role",
            "{office} holds no role on this node, so its map program could read nothing.",
            why="a token reads what its office may read",
            remedy="name an office of the page Node, spelled as it stands there, or give this one a role",
            office=office,
        )
    token, made_ms = node.random(TOKEN_BYTES).hex(), node.clock()
    values = {"token_sha256": _hash(token), "about": about, "office": office, "made_ms": made_ms, "ended_ms": None}
    with node.store.writing() as connection:
        number = connection.execute(insert(MAP_TOKEN).values(**values).returning(MAP_TOKEN.c.token)).scalar_one()
    return token, MapReader(number, about, office, made_ms)


def readers(node: Node) -> list[MapReader]:
    """Return the programs that still may read, without their tokens."""
    query = select(MAP_TOKEN).filter_by(ended_ms=None).order_by(MAP_TOKEN.c.token)
    with node.store.reading() as connection:
        return [MapReader(row.token, row.about, row.office, row.made_ms) for row in connection.execute(query)]


def end_reader(node: Node, number: int) -> None:
    """Let a token open nothing any more, or raise `InvalidInput` where there is none."""
    change = update(MAP_TOKEN).filter_by(token=number, ended_ms=None)
    with node.store.writing() as connection:
        ended = connection.execute(change.values(ended_ms=node.clock())).rowcount
    if not ended:
        raise InvalidInput(
            "node.no_such_map_reader",
            "There is no map program {number} that reads.",
            why="its token was ended, or never made",
            remedy="look at the list of map programs",
            number=number,
        )


def may_read(node: Node, token: str) -> bool:
    """Return whether a token reads: it was made, it was not ended, and its office still holds a role."""
    query = select(MAP_TOKEN.c.office).filter_by(token_sha256=_hash(token), ended_ms=None)
    with node.store.reading() as connection:
        office = connection.execute(query).scalar_one_or_none()
    return office is not None and holds_role(node, office)


def _hash(token: str) -> bytes:
    return sha256(token.encode()).digest()
