"""Days as calendars: what falls due as entries, and the subscriptions by which calendar programs read them.

A calendar program cannot sign in, so an office makes it an address with a token of its own: the token opens this one
calendar and nothing else, is shown once, and can be ended. Of tokens the database holds SHA-256 only. What stands in a
calendar is what both parties read; what is ours alone is in none. Instants are milliseconds since 1970.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update

from comity.cooperation import Due, Standing, rendering
from comity.ground import InvalidInput, canonical, parse_canonical
from comity.node.app import Node
from comity.node.cooperation_records import Line, Lines
from comity.node.store import CALENDAR_TOKEN

if TYPE_CHECKING:
    from comity.files.standards.calendars import Entry

TOKEN_BYTES = 20
"""As many bits of chance as SHA-1 has of length: nobody guesses an address, and it still fits a line."""

MEETING_REMINDERS_S = (7 * 86_400, 86_400)
TASK_REMINDERS_S = (14 * 86_400, 86_400)
"""A week and a day before a meeting; two weeks and a day before a task is due."""

AS_TASKS = ("decision", "check", "flow")
"""Kinds whose days are tasks of the office that answers for the record."""


@dataclass(frozen=True)
class Subscription:
    """A calendar that a program reads: of which group and office (None: of all), who made it and when."""

    number: int
    group: str | None
    office: str | None
    made_by: str
    made_ms: int


def chosen(lines: Lines, *, group: str | None = None, office: str | None = None) -> Iterator[Line]:
    """Yield the records of a group, and those that an office answers for."""
    for standing in lines.book.standings.values():
        line = lines.line(standing)
        if group in (None, line.group) and office in (None, standing.fields["owner_office"]):
            yield line


def calendar(lines: Lines, *, group: str | None = None, office: str | None = None, name: str) -> bytes:
    """Return the meetings, actions, milestones and other days of a group or an office as iCalendar."""
    from comity.files.standards.calendars import write_calendar  # loaded when the first calendar is asked for

    entries = [
        entry
        for line in chosen(lines, group=group, office=office)
        for entry in _entries(line.standing, lines.dues.get(line.standing.key, ()))
    ]
    return write_calendar(sorted(entries, key=lambda each: each.uid), name=name)


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


def _entries(standing: Standing, dues: Iterable[Due]) -> "Iterator[Entry]":
    from comity.files.standards.calendar_records import action_entry, meeting_entry, milestone_entries

    levels = standing.template.levels if standing.template else None
    document = rendering(standing.document, "bilateral", at_ms=standing.since_ms, details=levels)
    if document is None:
        return
    stamped_ms = max(each.at_ms for each in standing.log_refs)
    told: dict[str, Any] = {"state": standing.state, "version": standing.version, "stamped_ms": stamped_ms}
    if standing.kind == "meeting":
        yield meeting_entry(document, reminders_s=MEETING_REMINDERS_S, **told)
    elif standing.kind == "action":
        yield action_entry(document, reminders_s=TASK_REMINDERS_S, **told)
    elif standing.kind == "initiative":
        yield from milestone_entries(
            document, version=standing.version, stamped_ms=stamped_ms, reminders_s=TASK_REMINDERS_S
        )
    elif standing.kind in AS_TASKS:
        for each in dues:
            yield _task(standing, each, stamped_ms)


def _task(standing: Standing, due: Due, stamped_ms: int) -> "Entry":
    from comity.files.standards.calendars import Entry

    title = {"ar": due.title.ar, "en": due.title.en, "fr": due.title.fr}
    task = Entry(f"{standing.key}/{due.what.replace(' ', '/')}", title, is_task=True, ends_ms=due.due_ms)
    level = standing.fields.get("level", "bilateral")
    return replace(
        task,
        version=standing.version,
        level=level,
        related_to=(standing.key,),
        reminders_s=TASK_REMINDERS_S,
        stamped_ms=stamped_ms,
    )


def _subscription(row: Any) -> Subscription:
    asked = parse_canonical(row.subscription.encode())
    return Subscription(row.token, asked["group"], asked["office"], row.office, row.made_ms)


def _hash(token: str) -> bytes:
    return sha256(token.encode()).digest()
