"""A calendar from outside: whole or not at all.

Attendees and organisers are persons, so they are left out; repetitions are left out and said. A time that names no
zone, or a broken one, is refused.
Sources: RFC 5545; the IANA time zone database.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

from icalendar import Timezone

from comity.files.standards.calendar_lines import (
    Component,
    Line,
    broken_zone,
    read_components,
    read_text,
    zone_lines,
)
from comity.files.standards.calendars import CLASSES, DAY, EVENT_STATUS, TASK_STATUS, Entry, Texts, whole_second
from comity.files.zones import zone_of
from comity.ground import MS_PER_S, InvalidInput

TAKEN = frozenset(
    {
        "UID", "DTSTAMP", "SEQUENCE", "CLASS", "SUMMARY", "LOCATION", "DESCRIPTION", "RELATED-TO", "DTSTART", "DTEND",
        "DUE", "DURATION", "COMPLETED", "STATUS", "X-COMITY-STATE", "X-COMITY-TIME-ZONE", "X-COMITY-SUMMARY",
        "X-COMITY-LOCATION", "X-COMITY-DESCRIPTION",
    }
)  # fmt: skip
"""Properties that are read."""

_ONCE = TAKEN - {"RELATED-TO", "X-COMITY-SUMMARY", "X-COMITY-LOCATION", "X-COMITY-DESCRIPTION"}
_LEVELS = {word: level for level, word in CLASSES.items()}
_MOMENT = re.compile(r"([0-9]{4})([0-9][0-9])([0-9][0-9])(?:T([0-9][0-9])([0-9][0-9])([0-9][0-9])(Z?))?")
_LANGUAGE = re.compile("[A-Za-z0-9-]*")  # RFC 5646; anything else is no language
_DURATION = re.compile(
    r"([+-]?)P(?:([0-9]{1,6})W|(?:([0-9]{1,6})D)?(?:T(?:([0-9]{1,6})H)?(?:([0-9]{1,8})M)?(?:([0-9]{1,9})S)?)?)"
)
_DAY_PARTS = 3  # year, month, day
_LAST_SECOND_OF_A_MINUTE = 59  # a leap second (60) is read as the one before it

Zones = Mapping[str, tzinfo]


@dataclass(frozen=True)
class ReadCalendar:
    """What a calendar held: its entries in order, and how often it held what is not taken over."""

    entries: tuple[Entry, ...]
    left_out: Mapping[str, int]


@dataclass(frozen=True)
class _Moment:
    """A time as it stands there: an instant, whether it is a whole day, and the zone it names."""

    instant_ms: int
    is_day: bool
    zone: str


def read_calendar(data: bytes) -> ReadCalendar:
    """Return every meeting and task of a calendar, or raise `InvalidInput` with the row, the property, the value."""
    left_out: Counter[str] = Counter()
    entries: dict[str, Entry] = {}
    for calendar in read_components(data):
        zones = _zones(calendar)
        for component in calendar.inside:
            if component.name not in ("VEVENT", "VTODO") or "RECURRENCE-ID" in component.lines:
                left_out[component.name] += component.name != "VTIMEZONE"
                continue
            entry = _entry(component, zones, left_out)
            if entry.uid in entries:
                raise _wrong(component.row, "UID", entry.uid, "1 ×")
            entries[entry.uid] = entry
    return ReadCalendar(tuple(entries.values()), dict(+left_out))


def _zones(calendar: Component) -> Zones:
    """Return the zones that a calendar itself defines, or raise `InvalidInput` for one that cannot be counted out."""
    found: dict[str, tzinfo] = {}
    for component in calendar.inside:
        if component.name != "VTIMEZONE":
            continue
        named = component.first("TZID")
        name = named.value if named else "?"
        try:
            zone: Any = Timezone.from_ical(zone_lines(component))
            found[name] = zone.to_tz(lookup_tzid=False)
        except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError) as error:
            raise broken_zone(name, str(error) or type(error).__name__) from None
    return found


def _entry(component: Component, zones: Zones, left_out: Counter[str]) -> Entry:
    for name, lines in component.lines.items():
        if name not in TAKEN:
            left_out[name] += len(lines)
        elif name in _ONCE and len(lines) > 1:
            raise _wrong(lines[1].row, name, lines[1].value, "1 ×")
    is_task = component.name == "VTODO"
    end = "DUE" if is_task else "DTEND"
    starts, ends, done, stamped = (_moment(component, name, zones) for name in ("DTSTART", end, "COMPLETED", "DTSTAMP"))
    if starts is None and not is_task:
        raise _wrong(component.row, "DTSTART", "", "20250122T090000Z")
    if (
        starts is not None
        and ends is not None
        and (starts.is_day != ends.is_day or ends.instant_ms < starts.instant_ms)
    ):
        raise _wrong(component.lines[end][0].row, end, component.lines[end][0].value, "≥ DTSTART")
    if ends is None and starts is not None:
        ends = _lasting(component, starts, is_task=is_task)
    shown = starts or ends
    return Entry(
        uid=_name(component),
        title=_texts(component, "SUMMARY"),
        is_task=is_task,
        version=_whole(component, "SEQUENCE"),
        level=_LEVELS.get(_word(component, "CLASS", "CONFIDENTIAL"), "national"),
        state=_state(component, is_task=is_task),
        starts_ms=_instant_ms(starts),
        ends_ms=_instant_ms(ends),
        done_ms=_instant_ms(done),
        all_day=shown is not None and shown.is_day,
        time_zone=_zone_shown(component, shown),
        place=_texts(component, "LOCATION"),
        text=_texts(component, "DESCRIPTION"),
        reminders_s=_reminders(component, left_out, is_task=is_task),
        related_to=tuple(read_text(each.value) for each in component.lines.get("RELATED-TO", ())),
        stamped_ms=stamped.instant_ms if stamped else 0,
        repeats=any(name in component.lines for name in ("RRULE", "RDATE")),
    )


def _name(component: Component) -> str:
    line = component.first("UID")
    if line is None or not line.value.strip():
        raise _wrong(component.row, "UID", "", "meeting/search-and-rescue-3")
    return read_text(line.value)


def _moment(component: Component, name: str, zones: Zones) -> _Moment | None:
    """Return a time as an instant; its zone must be known, and mean what the calendar itself says of it."""
    line = component.first(name)
    if line is None:
        return None
    found = _MOMENT.fullmatch(line.value.strip())
    if found is None:
        raise _wrong(line.row, name, line.value, "20250122T090000Z")
    parts = [int(each) for each in found.groups()[:6] if each is not None]
    if len(parts) > _DAY_PARTS:
        parts[5] = min(parts[5], _LAST_SECOND_OF_A_MINUTE)
    try:
        naive = datetime(*parts)  # type: ignore[arg-type]
        is_day = len(parts) == _DAY_PARTS
        if is_day or found[7]:
            return _Moment(whole_second(naive.replace(tzinfo=UTC)), is_day, "UTC")
        zone = line.parameters.get("TZID", "")
        return _Moment(whole_second(_in_zone(naive, zone, zones, line, name)), False, zone)
    except (ValueError, OverflowError):
        raise _wrong(line.row, name, line.value, "20250122T090000Z") from None


def _instant_ms(moment: _Moment | None) -> int | None:
    return None if moment is None else moment.instant_ms


def _in_zone(naive: datetime, zone: str, zones: Zones, line: Line, name: str) -> datetime:
    known = zone_of(zone)
    if not zone:
        raise InvalidInput(
            "files.calendar_floating",
            "Row {row}: {property} {value} is a time without a zone.",
            why="it would be another instant for each reader",
            remedy="write it in UTC with a final Z, or with a TZID; nothing of the file was kept",
            row=line.row,
            property=name,
            value=line.value[:80],
        )
    told = naive.replace(tzinfo=zones[zone]) if zone in zones else None
    if known is None:
        if told is None:
            raise broken_zone(zone, f"{line.row}: {name}")
        return told
    meant = naive.replace(tzinfo=known)
    if told is not None and told.utcoffset() != meant.utcoffset():
        raise broken_zone(zone, f"{line.row}: {name}, {told.utcoffset()} ≠ {meant.utcoffset()}")
    return meant


def _zone_shown(component: Component, shown: _Moment | None) -> str:
    """Return the zone whose clocks the entry is shown by; UTC where it has none of its own or one unknown to all."""
    line = component.first("X-COMITY-TIME-ZONE")
    if line is not None:
        if zone_of(line.value) is None:
            raise broken_zone(line.value, f"{line.row}: X-COMITY-TIME-ZONE")
        return line.value
    return shown.zone if shown is not None and zone_of(shown.zone) is not None else "UTC"


def _lasting(component: Component, starts: _Moment, *, is_task: bool) -> _Moment | None:
    """Return the end that a duration gives; without one a meeting takes its day, or no time (RFC 5545, 3.6.1)."""
    line = component.first("DURATION")
    if line is None:
        lasts = DAY if starts.is_day else timedelta(0)
        return None if is_task else replace(starts, instant_ms=starts.instant_ms + lasts // timedelta(milliseconds=1))
    lasts_s = _duration_s(line.value)
    if lasts_s is None or lasts_s < 0:
        raise _wrong(line.row, "DURATION", line.value, "PT1H")
    return replace(starts, instant_ms=starts.instant_ms + lasts_s * MS_PER_S)


def _duration_s(text: str) -> int | None:
    found = _DURATION.fullmatch(text.strip())
    if found is None or not any(found.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(each or 0) for each in found.groups()[1:])
    total = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return (-1 if found[1] == "-" else 1) * (total // timedelta(seconds=1))


def _texts(component: Component, name: str) -> Texts:
    found: dict[str, str] = {}
    for line in (*component.lines.get(name, ()), *component.lines.get(f"X-COMITY-{name}", ())):
        language = line.parameters.get("LANGUAGE", "")
        found.setdefault(language if _LANGUAGE.fullmatch(language) else "", read_text(line.value))
    return found


def _word(component: Component, name: str, otherwise: str) -> str:
    line = component.first(name)
    return line.value.strip().upper() if line else otherwise


def _state(component: Component, *, is_task: bool) -> str:
    line = component.first("X-COMITY-STATE")
    if line is not None:
        return read_text(line.value)
    states = {word: state for state, word in (TASK_STATUS if is_task else EVENT_STATUS).items()}
    return states.get(_word(component, "STATUS", ""), "open" if is_task else "proposed")


def _whole(component: Component, name: str) -> int:
    line = component.first(name)
    if line is None:
        return 0
    if not re.fullmatch("[0-9]{1,9}", line.value.strip()):
        raise _wrong(line.row, name, line.value, "0")
    return int(line.value)


def _reminders(component: Component, left_out: Counter[str], *, is_task: bool) -> tuple[int, ...]:
    """Return the seconds of each alarm before the start (before it is due, for a task); other alarms are left out."""
    found = []
    for alarm in component.inside:
        trigger = alarm.first("TRIGGER")
        after_s = _duration_s(trigger.value) if trigger else None
        related = trigger.parameters.get("RELATED", "START").upper() if trigger else ""
        if alarm.name == "VALARM" and after_s is not None and after_s <= 0 and (related == "END") == is_task:
            found.append(-after_s)
        else:
            left_out[alarm.name] += 1
    return tuple(found)


def _wrong(row: int, name: str, value: str, example: str) -> InvalidInput:
    return InvalidInput(
        "files.calendar_value",
        "Row {row}, {property}: {value!r} cannot stand there.",
        why="the standard wants something such as {example}, and each entry has a name of its own",
        remedy="correct it, then read the whole file again; nothing of it was kept",
        row=row,
        property=name,
        value=value[:80],
        example=example,
    )
