"""Days as calendars: what falls due as entries.

What stands in a calendar is what both parties read; what is ours alone is in none. Instants are milliseconds since
1970.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from comity.cooperation import Due, Standing, rendering
from comity.node.cooperation_records import Line, Lines

if TYPE_CHECKING:
    from comity.files.standards.calendars import Entry

MEETING_REMINDERS_S = (7 * 86_400, 86_400)
TASK_REMINDERS_S = (14 * 86_400, 86_400)
"""A week and a day before a meeting; two weeks and a day before a task is due."""

AS_TASKS = ("decision", "check", "flow")
"""Kinds whose days are tasks of the office that answers for the record."""


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
