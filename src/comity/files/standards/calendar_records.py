"""Records of cooperation as entries of a calendar, and what an entry says of a meeting or an action.

A record is the document as its audience may read it (`rendering` in the room of cooperation): what it does not hold is
not written, so nothing national can be. Its state and its version follow from the two logs, so they are arguments.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from comity.cooperation import KINDS
from comity.files.standards.calendars import EVENT_STATUS, TASK_STATUS, Entry, Texts
from comity.ground import InvalidInput

Document = Mapping[str, Any]
"""A record's document, such as `comity/meeting/1`; one that its audience may not read whole lacks fields."""

MOST_NAME = 64
_NO_NAME = re.compile("[^a-z0-9]+")

MILESTONE_STATES = {False: "open", True: "accepted"}
"""A milestone's state by whether it was reached."""


def meeting_entry(
    meeting: Document, *, state: str, version: int, stamped_ms: int, reminders_s: tuple[int, ...] = ()
) -> Entry:
    """Return a meeting; its agenda, as far as it is there, is the entry's text."""
    return Entry(
        uid=f"meeting/{meeting['id']}",
        title=dict(meeting["title"]),
        version=version,
        level=meeting.get("level", "bilateral"),
        state=state,
        starts_ms=meeting.get("starts_ms"),
        ends_ms=meeting.get("ends_ms"),
        time_zone=meeting.get("time_zone", "UTC"),
        place=dict(meeting.get("place", {})),
        text=_agenda(meeting),
        reminders_s=reminders_s,
        stamped_ms=stamped_ms,
    )


def action_entry(
    action: Document, *, state: str, version: int, stamped_ms: int, reminders_s: tuple[int, ...] = ()
) -> Entry:
    """Return an action as a task that is due."""
    related = [f"{kind}/{action[name]}" for kind, name in _ABOUT.items() if name in action]
    return Entry(
        uid=f"action/{action['id']}",
        title=dict(action["title"]),
        is_task=True,
        version=version,
        level=action.get("level", "bilateral"),
        state=state,
        ends_ms=action.get("due_ms"),
        text=dict(action.get("text", {})),
        reminders_s=reminders_s,
        related_to=(*related, *(f"action/{each}" for each in action.get("depends_on", ()))),
        stamped_ms=stamped_ms,
    )


def milestone_entries(
    initiative: Document, *, version: int, stamped_ms: int, reminders_s: tuple[int, ...] = ()
) -> Iterator[Entry]:
    """Return each milestone of an initiative as a task."""
    about = f"initiative/{initiative['id']}"
    for milestone in initiative.get("milestones", ()):
        done_ms = milestone.get("done_ms")
        yield Entry(
            uid=f"{about}/{milestone['id']}",
            title=dict(milestone["title"]),
            is_task=True,
            version=version,
            level=initiative.get("level", "bilateral"),
            state=MILESTONE_STATES[done_ms is not None],
            ends_ms=milestone["due_ms"],
            done_ms=done_ms,
            reminders_s=reminders_s,
            related_to=(about, *(f"{about}/{each}" for each in milestone.get("depends_on", ()))),
            stamped_ms=stamped_ms,
        )


def record_fields(entry: Entry) -> dict[str, Any]:
    """Return what an entry says of a meeting or an action, by the fields of its record; the rest is for its secretary.

    What stands in a language that a record does not have is kept under that language for the caller to place.
    """
    found: dict[str, Any] = {"title": dict(entry.title), "level": entry.level}
    if entry.is_task:
        found |= {"due_ms": entry.ends_ms, "text": dict(entry.text)}
    else:
        found |= {"starts_ms": entry.starts_ms, "ends_ms": entry.ends_ms, "time_zone": entry.time_zone}
        found |= {"place": dict(entry.place)}
    return {name: value for name, value in found.items() if value not in (None, {})}


@dataclass(frozen=True)
class NamedRecords:
    """The fields of each record by its key, `kind/name`; how many entries were left out, by why."""

    fields: Mapping[str, dict[str, Any]]
    left_out: Mapping[str, int]


def named_records(entries: Iterable[Entry]) -> NamedRecords:
    """Return the fields of each meeting and action to come; the name of each comes of the entry's identifier.

    What is called off, what is done, what repeats and what is a day of another record of ours is left out and counted.
    A text that lacks one of the three languages says there what its first one says: a calendar rarely has them all.
    """
    found: dict[str, dict[str, Any]] = {}
    left_out: Counter[str] = Counter()
    for entry in entries:
        kind = "action" if entry.is_task else "meeting"
        reason = _no_record(entry, kind)
        if reason is not None:
            left_out[reason] += 1
            continue
        name = _NO_NAME.sub("-", entry.uid.rpartition("/")[2].lower()).strip("-")[:MOST_NAME].rstrip("-")
        if not name or f"{kind}/{name}" in found:
            raise InvalidInput(
                "files.calendar_two_of_a_name",
                "The entry {uid} has no name of its own as a record.",
                why="the name comes of the letters and digits of its UID, and there they are: {name}",
                remedy="give the entry another UID; nothing was proposed",
                uid=entry.uid[:80],
                name=name or "-",
            )
        fields = record_fields(entry)
        for each in ("title", "text", "place"):
            if each in fields:
                first = next(iter(fields[each].values()))
                fields[each] = {language: fields[each].get(language, first) for language in ("ar", "en", "fr")}
        found[f"{kind}/{name}"] = fields
    return NamedRecords(found, dict(left_out))


def _no_record(entry: Entry, kind: str) -> str | None:
    """Return why an entry is no meeting or action to come, in the words of its calendar; None where it is one."""
    component = "VTODO" if entry.is_task else "VEVENT"
    status = (TASK_STATUS if entry.is_task else EVENT_STATUS).get(entry.state)
    ours, _, rest = entry.uid.partition("/")
    if ours in KINDS and (ours != kind or "/" in rest):
        return f"{component} UID:{ours}/…"  # a day of another record, as our own calendar names it
    if status == "CANCELLED":
        return f"{component} STATUS:CANCELLED"
    if status == "COMPLETED" or entry.done_ms is not None:
        return f"{component} STATUS:COMPLETED"
    return f"{component} RRULE" if entry.repeats else None


_ABOUT = {"decision": "from_decision", "initiative": "initiative", "group": "group"}


def _agenda(meeting: Document) -> Texts:
    items = meeting.get("agenda", ())
    languages = dict.fromkeys(language for each in items for language in each["title"])
    return {
        language: "\n".join(f"{number}. {each['title'].get(language, '')}" for number, each in enumerate(items, 1))
        for language in languages
    }
