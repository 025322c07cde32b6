"""The addresses by which calendar programs read: a program cannot sign in, so an office makes it a token of its own.

The token opens this one calendar and nothing else, is shown once, and can be ended. Of tokens the database holds
SHA-256 only. Instants are milliseconds since 1970.
"""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import insert, select, update

from comity.ground import InvalidInput, canonical, parse_canonical
from comity.node.app import Node
from comity.node.store import CALENDAR_TOKEN

TOKEN_BYTES = 20
"""As many bits of chance as SHA-1 has of length: nobody guesses an address, and it still fits a line."""


@dataclass(frozen=True)
class Subscription:
    """A calendar that a program reads: of which group and office (None: of all), who made it and when."""

    number: int
    group: str | None
    office: str | None
    made_by: str
    made_ms: int


def subscribe(
    node: Node, agreement_id: str, *, group: str | None, office: str | None, made_by: str
) -> tuple[str, Subscription]:
    """Make an address for a calendar program; return its token, at the only moment at which it can be read."""
    node.holding(agreement_id)
    token, asked = node.random(TOKEN_BYTES).hex(), {"group": group, "office": office}
    values = {"token_sha256": _hash(token), "subscription": canonical(asked).decode(), "office": made_by}
    with node.store.writing() as connection:
        new = insert(CALENDAR_TOKEN).values(agreement_id=agreement_id, made_ms=node.clock(), ended_ms=None, **values)
        number = connection.execute(new.returning(CALENDAR_TOKEN.c.token)).scalar_one()
    return token, next(each for each in subscriptions(node, agreement_id) if each.number == number)


def subscriptions(node: Node, agreement_id: str) -> list[Subscription]:
    """Return the addresses that still open a calendar, without their tokens."""
    query = select(CALENDAR_TOKEN).filter_by(agreement_id=agreement_id, ended_ms=None).order_by(CALENDAR_TOKEN.c.token)
    with node.store.reading() as connection:
        return [_subscription(row) for row in connection.execute(query)]


def end_subscription(node: Node, agreement_id: str, number: int) -> None:
    """Let an address open nothing any more, or raise `InvalidInput` where there is none."""
    change = update(CALENDAR_TOKEN).filter_by(agreement_id=agreement_id, token=number, ended_ms=None)
    with node.store.writing() as connection:
        ended = connection.execute(change.values(ended_ms=node.clock())).rowcount
    if not ended:
        raise InvalidInput(
            "node.no_such_subscription",
            "There is no calendar {number} that a program reads.",
            why="it was ended, or never made",
            remedy="look at the list of subscriptions",
            number=number,
        )


def subscription_of(node: Node, agreement_id: str, token: str) -> Subscription | None:
    """Return the calendar that a token opens, or `None`."""
    query = select(CALENDAR_TOKEN).filter_by(agreement_id=agreement_id, token_sha256=_hash(token), ended_ms=None)
    with node.store.reading() as connection:
        row = connection.execute(query).one_or_none()
    return None if row is None else _subscription(row)


def _subscription(row: Any) -> Subscription:
    asked = parse_canonical(row.subscription.encode())
    return Subscription(row.token, asked["group"], asked["office"], row.office, row.made_ms)


def _hash(token: str) -> bytes:
    return sha256(token.encode()).digest()
