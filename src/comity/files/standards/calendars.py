"""Calendars: meetings as VEVENT, actions and milestones as VTODO, written and read; what is read again is equal.

UID is the record's name (`meeting/<id>`), SEQUENCE its version, CLASS who may read it. Texts in more than one language
stand in the first as SUMMARY, LOCATION or DESCRIPTION and in the others as X-COMITY- properties with a LANGUAGE.
Instants are milliseconds since 1970, to the second. Reminders are seconds before the start, or before a task is due.
Sources: RFC 5545 (iCalendar), RFC 7986 (NAME); zones by the IANA time zone database.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cache

from icalendar import Timezone

from comity.files.standards.calendar_lines import content_line, written_text
from comity.files.zones import zone_of
from comity.ground import MS_PER_S, ms_of, utc_of

Texts = Mapping[str, str]
"""Language to wording; the language is empty where a calendar states none."""

CLASSES: Mapping[str, str] = {"public": "PUBLIC", "bilateral": "CONFIDENTIAL", "national": "PRIVATE"}
"""Who may read an entry, and the class that says so."""
EVENT_STATUS: Mapping[str, str] = {"proposed": "TENTATIVE", "agreed": "CONFIRMED", "cancelled": "CANCELLED"}
"""Status of a meeting by its state; a state that is not listed follows the agreement, so it is CONFIRMED."""
TASK_STATUS: Mapping[str, str] = {
    "open": "NEEDS-ACTION",
    "done_claimed": "IN-PROCESS",
    "accepted": "COMPLETED",
    "dropped": "CANCELLED",
}
"""Status of an action or a milestone by its state."""

DAY = timedelta(days=1)
_ZONE_YEARS = range(1900, 2101)
"""Years in which an entry keeps its zone: before, clocks went by the sun; after, nobody knows the rules of a zone."""
_PRODUCT = "-//Comity//Comity//EN"


@dataclass(frozen=True)
class Entry:
    """A meeting, or a task with `is_task`: then `ends_ms` is when it is due and `done_ms` when it was done."""

    uid: str
    title: Texts
    is_task: bool = False
    version: int = 0
    level: str = "bilateral"
    state: str = ""
    starts_ms: int | None = None
    ends_ms: int | None = None
    done_ms: int | None = None
    all_day: bool = False
    time_zone: str = "UTC"
    place: Texts = field(default_factory=dict)
    text: Texts = field(default_factory=dict)
    reminders_s: tuple[int, ...] = ()
    related_to: tuple[str, ...] = ()
    stamped_ms: int = 0
    repeats: bool = False
    """Whether a calendar from outside says that it comes again; none of ours does."""


def write_calendar(entries: Iterable[Entry], *, name: str) -> bytes:
    """Return a calendar with these entries and the time zones that they use.

    One party writes an entry alone: whatever it names as a zone or a day, the entry is written, and so are all others.
    """
    kept = [_settled(each) for each in entries]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        content_line("NAME", written_text(name)),
        content_line("X-WR-CALNAME", written_text(name)),
    ]
    for zone in sorted({each.time_zone for each in kept} - {"UTC"}):
        lines.append(_zone_lines(zone, *_years(kept, zone)))
    for each in kept:
        lines += _task_lines(each) if each.is_task else _event_lines(each)
    lines.append("END:VCALENDAR")
    return ("\r\n".join(lines) + "\r\n").encode("utf-8")


def _event_lines(entry: Entry) -> list[str]:
    return [
        "BEGIN:VEVENT",
        *_shared_lines(entry),
        *_moment("DTSTART", entry.starts_ms, entry),
        *_moment("DTEND", entry.ends_ms, entry),
        f"STATUS:{EVENT_STATUS.get(entry.state, 'CONFIRMED')}",
        *_alarm_lines(entry, ""),
        "END:VEVENT",
    ]


def _task_lines(entry: Entry) -> list[str]:
    done = [] if entry.done_ms is None else [f"COMPLETED:{_utc(entry.done_ms)}"]
    return [
        "BEGIN:VTODO",
        *_shared_lines(entry),
        *_moment("DTSTART", entry.starts_ms, entry),
        *_moment("DUE", entry.ends_ms, entry),
        *done,
        f"STATUS:{TASK_STATUS.get(entry.state, 'NEEDS-ACTION')}",
        *_alarm_lines(entry, ";RELATED=END"),
        "END:VTODO",
    ]


def _shared_lines(entry: Entry) -> list[str]:
    lines = [
        content_line("UID", written_text(entry.uid)),
        f"DTSTAMP:{_utc(entry.stamped_ms)}",
        f"SEQUENCE:{entry.version}",
        f"CLASS:{CLASSES[entry.level]}",
        *_texts("SUMMARY", entry.title),
        *_texts("LOCATION", entry.place),
        *_texts("DESCRIPTION", entry.text),
    ]
    lines += [content_line("RELATED-TO", written_text(each)) for each in entry.related_to]
    if entry.state:
        lines.append(content_line("X-COMITY-STATE", written_text(entry.state)))
    if entry.time_zone != "UTC":
        lines.append(content_line("X-COMITY-TIME-ZONE", written_text(entry.time_zone)))
    return lines


def _texts(name: str, texts: Texts) -> list[str]:
    lines = []
    for place, (language, text) in enumerate(texts.items()):
        parameter = f";LANGUAGE={language}" if language else ""
        lines.append(content_line(f"{'X-COMITY-' if place else ''}{name}{parameter}", written_text(text)))
    return lines


def _alarm_lines(entry: Entry, related: str) -> list[str]:
    lines = []
    for before_s in entry.reminders_s:
        lines += [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            content_line("DESCRIPTION", written_text(next(iter(entry.title.values()), entry.uid))),
            f"TRIGGER{related}:-PT{before_s}S",
            "END:VALARM",
        ]
    return lines


def _moment(name: str, instant_ms: int | None, entry: Entry) -> list[str]:
    """Return the line of an instant: a day, local time of its zone, or UTC where local time would be read twice."""
    if instant_ms is None:
        return []
    if entry.all_day:
        return [f"{name};VALUE=DATE:{_day(instant_ms):%Y%m%d}"]
    local = _local(instant_ms, entry.time_zone)
    if entry.time_zone == "UTC" or local.fold:
        return [f"{name}:{_utc(instant_ms)}"]
    return [f"{name};TZID={entry.time_zone}:{local:%Y%m%dT%H%M%S}"]


def _settled(entry: Entry) -> Entry:
    """Return an entry as it can be written: in UTC where its zone is unknown or says nothing of its years."""
    if entry.time_zone == "UTC":
        return entry
    is_within = all(_day(each_ms).year in _ZONE_YEARS for each_ms in _moments(entry))
    return entry if is_within and zone_of(entry.time_zone) is not None else replace(entry, time_zone="UTC")


def _moments(entry: Entry) -> list[int]:
    return [each_ms for each_ms in (entry.starts_ms, entry.ends_ms) if each_ms is not None]


def _day(instant_ms: int) -> date:
    return utc_of(instant_ms).date()


def _utc(instant_ms: int) -> str:
    return f"{utc_of(instant_ms):%Y%m%dT%H%M%SZ}"


def _local(instant_ms: int, zone: str) -> datetime:
    return utc_of(instant_ms).astimezone(zone_of(zone))


def _years(entries: list[Entry], zone: str) -> tuple[int, int]:
    moments = [each_ms for entry in entries if entry.time_zone == zone for each_ms in _moments(entry)]
    return (_day(min(moments)).year, _day(max(moments)).year) if moments else (1970, 1970)


@cache
def _zone_lines(zone: str, first_year: int, last_year: int) -> str:
    """Return the VTIMEZONE of a zone for some years, the ones before and after included."""
    first, last = date(first_year - 1, 1, 1), date(last_year + 2, 1, 1)
    known = zone_of(zone)
    assert known is not None, "an entry of an unknown zone is written in UTC"
    component = Timezone.from_tzinfo(known, zone, first_date=first, last_date=last)
    written: bytes = component.to_ical()
    return written.decode("utf-8").rstrip("\r\n")


def whole_second(instant: datetime) -> int:
    """Return an instant in milliseconds since 1970, to the second."""
    return ms_of(instant) // MS_PER_S * MS_PER_S
