"""Meetings, actions and milestones as calendars: what is written is read back equal, and a broken time zone is refused.

Authorities: RFC 5545, and icalendar (BSD) as a second reader of what we write and a second writer of what we read.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event, Todo

from comity.files.standards.calendar_lines import LINE_OCTETS
from comity.files.standards.calendar_reading import read_calendar
from comity.files.standards.calendar_records import action_entry, meeting_entry, milestone_entries, record_fields
from comity.files.standards.calendars import CLASSES, Entry, write_calendar
from comity.ground import LAST_MS, InvalidInput, parse_instant
from tests.files.standards.records import DAY_MS, SIGNED_MS, words

ZONES = ["UTC", "Africa/Algiers", "America/New_York", "Asia/Kathmandu"]
texts = st.dictionaries(st.sampled_from(["ar", "en", "fr"]), words, max_size=3)
seconds = st.integers(-(10**9), 4 * 10**9).map(lambda second: second * 1000)


@st.composite
def entries(draw):
    is_task = draw(st.booleans())
    starts = draw(st.none() | seconds) if is_task else draw(seconds)
    lasts = draw(st.integers(0, 10**6)) * 1000
    ends = (starts + lasts) if starts is not None else draw(st.none() | seconds)
    return Entry(
        uid=draw(words),
        title=draw(texts),
        is_task=is_task,
        version=draw(st.integers(0, 999)),
        level=draw(st.sampled_from(list(CLASSES))),
        state=draw(st.sampled_from(["proposed", "agreed", "minutes_signed", "open", "accepted"])),
        starts_ms=starts,
        ends_ms=ends,
        done_ms=draw(st.none() | seconds) if is_task else None,
        time_zone=draw(st.sampled_from(ZONES)),
        place=draw(texts),
        text=draw(texts),
        reminders_s=tuple(draw(st.lists(st.integers(0, 10**7), max_size=2))),
        related_to=tuple(draw(st.lists(words, max_size=2))),
        stamped_ms=draw(seconds),
    )


@settings(max_examples=40)
@given(st.lists(entries(), max_size=3, unique_by=lambda each: each.uid))
def test_any_calendar_is_read_as_it_was_written(found):
    data = write_calendar(found, name="Groupe, « mer »")
    read = read_calendar(data)
    assert read.entries == tuple(found)
    assert not read.left_out
    assert all(len(line) <= LINE_OCTETS for line in data.split(b"\r\n"))


MEETING: dict[str, Any] = {
    "id": "search-and-rescue-3",
    "title": {"ar": "الاجتماع الثالث", "en": "Third meeting", "fr": "Troisième réunion"},
    "starts_ms": SIGNED_MS,
    "ends_ms": SIGNED_MS + 7_200_000,
    "time_zone": "Africa/Algiers",
    "place": {"ar": "الجزائر", "en": "Algiers", "fr": "Alger"},
    "agenda": [{"id": "a", "title": {"ar": "افتتاح", "en": "Opening", "fr": "Ouverture"}}],
    "level": "bilateral",
}


def test_another_library_reads_a_meeting_as_we_meant_it():
    entry = meeting_entry(MEETING, state="agreed", version=4, stamped_ms=SIGNED_MS, reminders_s=(86_400,))
    event = Calendar.from_ical(write_calendar([entry], name="G").decode()).events[0]
    assert event["UID"] == "meeting/search-and-rescue-3"
    assert event["SEQUENCE"] == 4
    assert event["CLASS"] == "CONFIDENTIAL"
    assert event["STATUS"] == "CONFIRMED"
    assert event["SUMMARY"] == MEETING["title"]["ar"]
    assert isinstance(event.start, datetime)
    assert event.start.astimezone(UTC) == datetime(2025, 1, 22, 9, tzinfo=UTC)
    assert event.start.utcoffset() == timedelta(hours=1)
    assert event.alarms.times[0].trigger == event.start - timedelta(days=1)


def test_what_another_library_writes_is_read_as_it_meant_it():
    event, todo = Event.new(uid="e", summary="Réunion"), Todo.new(uid="t", summary="Faire")
    event.start, event.end = datetime(2025, 1, 22, 9, tzinfo=UTC), datetime(2025, 1, 22, 11, tzinfo=UTC)
    todo.DUE = datetime(2025, 2, 1, 12, tzinfo=UTC)
    calendar = Calendar.new(subcomponents=[event, todo])
    meeting, task = read_calendar(calendar.to_ical()).entries
    assert (meeting.title, meeting.starts_ms, meeting.ends_ms) == ({"": "Réunion"}, SIGNED_MS, SIGNED_MS + 7_200_000)
    assert (task.is_task, task.state, task.ends_ms) == (True, "open", parse_instant("2025-02-01T12:00:00Z"))
    assert meeting.level == "bilateral"  # a calendar that says nothing is not taken for public


def test_actions_and_milestones_are_tasks_that_are_due():
    title = {"fr": "Faire"}
    action = {"id": "a-1", "title": title, "due_ms": SIGNED_MS, "from_decision": "d-1", "depends_on": ["a-0"]}
    initiative = {
        "id": "i",
        "title": title,
        "milestones": [{"id": "m", "title": title, "due_ms": 0, "done_ms": DAY_MS}],
    }
    found = [
        action_entry(action, state="open", version=1, stamped_ms=0, reminders_s=(604_800,)),
        *milestone_entries(initiative, version=2, stamped_ms=0),
    ]
    task, milestone = read_calendar(write_calendar(found, name="G")).entries
    assert task.related_to == ("decision/d-1", "action/a-0")
    assert record_fields(task) == {"title": title, "level": "bilateral", "due_ms": SIGNED_MS}
    assert (milestone.uid, milestone.done_ms, milestone.state) == ("initiative/i/m", DAY_MS, "accepted")


def test_a_record_that_its_audience_reads_in_part_is_an_entry_of_that_part():
    entry = meeting_entry({"id": "m", "title": {"fr": "R"}, "starts_ms": 0}, state="agreed", version=1, stamped_ms=0)
    data = write_calendar([entry], name="G")
    assert b"LOCATION" not in data
    assert b"DESCRIPTION" not in data


def calendar(inside: str, zone: str = "") -> bytes:
    event = f"BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20250101T000000Z\r\n{inside}\r\nEND:VEVENT\r\n"
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{zone}{event}END:VCALENDAR\r\n".encode()


def zone(name: str, offset: str = "+0100", rule: str = "") -> str:
    return (
        f"BEGIN:VTIMEZONE\r\nTZID:{name}\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:{offset}\r\n"
        f"TZOFFSETTO:{offset}\r\n{rule}END:STANDARD\r\nEND:VTIMEZONE\r\n"
    )


AT = "DTSTART;TZID={zone}:20250122T100000"


@pytest.mark.parametrize(
    ("definition", "name"),
    [
        ("", "Mars/Olympus"),
        (zone("Mars/Olympus", "+9900"), "Mars/Olympus"),
        ("BEGIN:VTIMEZONE\r\nTZID:Mars/Olympus\r\nEND:VTIMEZONE\r\n", "Mars/Olympus"),
        (zone("Africa/Algiers", "+0900"), "Africa/Algiers"),  # says nine hours, means one
        (zone("Mars/Olympus", rule="RRULE:FREQ=SECONDLY\r\n"), "Mars/Olympus"),  # would be counted until 2038
        (zone("Mars/Olympus", rule="RRULE:FREQ=YEARLY;BYSECOND=0,1,2\r\n"), "Mars/Olympus"),
        (zone("Mars/Olympus").replace("TZID:Mars/Olympus\r\n", ""), "Mars/Olympus"),
    ],
)
def test_a_broken_time_zone_is_refused(definition, name):
    with pytest.raises(InvalidInput) as caught:
        read_calendar(calendar(AT.format(zone=name), definition))
    assert caught.value.code == "files.calendar_zone"


def test_a_day_beyond_the_calendar_and_a_zone_that_nobody_knows_break_no_entry_beside_them():
    sound = Entry(
        "sound", {"en": "S"}, state="agreed", starts_ms=SIGNED_MS, ends_ms=SIGNED_MS, time_zone="Africa/Algiers"
    )
    far = Entry("far", {"en": "F"}, starts_ms=2**53 - 1, ends_ms=2**53 - 1, time_zone="Africa/Algiers")
    task = Entry("task", {"en": "T"}, is_task=True, ends_ms=2**53 - 1, done_ms=2**53 - 1, stamped_ms=2**53 - 1)
    strange = [
        Entry(name or "none", {"en": "Z"}, starts_ms=SIGNED_MS, time_zone=name)
        for name in ("Mars/Olympus", "", "../../etc/passwd", "Africa", "a" * 5000)
    ]
    read = {each.uid: each for each in read_calendar(write_calendar([sound, far, task, *strange], name="G")).entries}
    assert read["sound"] == sound
    assert read["far"].starts_ms == read["task"].ends_ms == LAST_MS // 1000 * 1000
    assert {(read[each.uid].starts_ms, read[each.uid].time_zone) for each in strange} == {(SIGNED_MS, "UTC")}


def test_meetings_in_ages_that_no_zone_has_rules_for_are_written_in_utc_and_lengthen_no_zone():
    days = [parse_instant(f"{year}-06-01T09:00:00Z") for year in ("1500", "2025", "9998")]
    found = [Entry(str(at), {}, starts_ms=at, ends_ms=at, state="agreed", time_zone="America/New_York") for at in days]
    data = write_calendar(found, name="G")
    assert len(data) < 4096, "eight thousand years of rules would be a hundred times that"
    assert b"DTSTART:99980601T090000Z" in data
    assert b"DTSTART;TZID=America/New_York:20250601T050000" in data
    assert [each.starts_ms for each in read_calendar(data).entries] == days


def test_a_zone_that_a_calendar_defines_itself_is_understood():
    (entry,) = read_calendar(calendar(AT.format(zone="Our zone"), zone("Our zone"))).entries
    assert (entry.starts_ms, entry.time_zone) == (SIGNED_MS, "UTC")


def test_the_hour_that_comes_twice_in_autumn_is_not_confused():
    twice = [parse_instant(f"2025-11-02T0{hour}:30:00Z") for hour in (5, 6)]  # both 01:30 in New York
    found = [Entry(str(at), {}, starts_ms=at, ends_ms=at, state="agreed", time_zone="America/New_York") for at in twice]
    assert read_calendar(write_calendar(found, name="G")).entries == tuple(found)


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("DTSTART:20250122T100000", "files.calendar_floating"),
        ("DTSTART:20250132T100000Z", "files.calendar_value"),
        ("DTSTART:tomorrow", "files.calendar_value"),
        ("SUMMARY:no time", "files.calendar_value"),
        ("DTSTART:20250122T100000Z\r\nDTEND:20250121T100000Z", "files.calendar_value"),
        ("DTSTART:20250122T100000Z\r\nSEQUENCE:-1", "files.calendar_value"),
        ("DTSTART:20250122T100000Z\r\nUID:2", "files.calendar_value"),
        ("DTSTART:20250122T100000Z\r\nDURATION:P", "files.calendar_value"),
        ("DTSTART:20250122T100000Z\r\nno colon", "files.calendar_unreadable"),
        ("DTSTART:20250122T100000Z\r\nEND:VTODO", "files.calendar_unreadable"),
        ("BEGIN:X\r\n" * 5 + "DTSTART:20250122T100000Z" + "\r\nEND:X" * 5, "files.calendar_unreadable"),
    ],
)
def test_one_wrong_line_stops_the_whole_calendar(inside, code):
    with pytest.raises(InvalidInput) as caught:
        read_calendar(calendar(inside))
    assert caught.value.code == code
    assert code != "files.calendar_value" or caught.value.values["row"] >= 4


def test_persons_and_repetitions_are_left_out_and_said():
    inside = "DTSTART:20250122T090000Z\r\nATTENDEE:mailto:a@b.c\r\nORGANIZER:mailto:a@b.c\r\nRRULE:FREQ=SECONDLY"
    read = read_calendar(calendar(inside))
    assert read.left_out == {"ATTENDEE": 1, "ORGANIZER": 1, "RRULE": 1}
    assert b"a@b.c" not in write_calendar(read.entries, name="G")


def test_a_whole_day_stays_a_day():
    read = read_calendar(calendar("DTSTART;VALUE=DATE:20250122"))
    assert read.entries[0].all_day
    assert read_calendar(write_calendar(read.entries, name="G")).entries == read.entries


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: calendar(text)))
def test_any_bytes_are_a_calendar_or_refused(data):
    try:
        read = read_calendar(data)
    except InvalidInput:  # anything else is a fault of ours
        return
    assert read_calendar(write_calendar(read.entries, name="G")).entries == read.entries
