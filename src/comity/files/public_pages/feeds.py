"""What a reader subscribes to: the news as Atom, the days ahead as iCalendar, both in one language, without a tracker.

Links are relative, so that either party serves the same bytes from its own house. Names of entries are URNs that belong
to neither party. Sources: RFC 4287 (Atom), RFC 4122 (names), RFC 5545 (iCalendar, by `files.standards.calendars`).
Units: milliseconds since 1970 (`_ms`).
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from lxml import etree
from lxml.builder import ElementMaker

from comity.cooperation import written
from comity.files.public_pages.events import Event, events_of
from comity.files.public_pages.facts import path_of, title_of
from comity.files.public_pages.pages import event_words
from comity.files.public_pages.public_records import Publication, Published
from comity.files.public_pages.tongue import LATEST_MS, Tongue
from comity.files.standards.calendar_records import action_entry, meeting_entry, milestone_entries
from comity.files.standards.calendars import Entry, write_calendar
from comity.ground import instant_text, parse_instant

ATOM = "http://www.w3.org/2005/Atom"
_XML = "http://www.w3.org/XML/1998/namespace"
_A = ElementMaker(namespace=ATOM, nsmap={None: ATOM})

LONGEST = 200
"""How many entries the news hold: a feed is what is new; the pages hold everything."""


def news_of(publication: Publication, tongue: Tongue) -> bytes:
    """Return the news of a language as an Atom feed: one entry for each public event, the newest first."""
    agreement, events = publication.agreement, events_of(publication)[:LONGEST]
    since_ms = parse_instant(f"{agreement.in_force}T00:00:00Z")
    feed = _A.feed(
        _A.id(feed_name(publication, tongue)),
        _A.title(_plain(tongue.say("news-of", title=tongue.said(agreement.title)))),
        _A.updated(instant_text(max((_shown_ms(each) for each in events), default=since_ms))),
        *(_A.author(_A.name(_plain(tongue.said(each.name)))) for each in agreement.parties),
        _A.link(rel="self", href="news.atom", type="application/atom+xml"),
        _A.link(rel="alternate", href="news.html", type="text/html", hreflang=tongue.language),
    )
    if agreement.example:
        feed.append(_A.category(term="example", label=tongue.say("example")))
    feed.set(f"{{{_XML}}}lang", tongue.language)
    feed.extend(_entry(each, tongue, example=agreement.example) for each in events)
    etree.indent(feed)
    found: bytes = etree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return found + b"\n"


def feed_name(publication: Publication, tongue: Tongue) -> str:
    """Return the name of a feed, which belongs to both parties."""
    origins = " ".join(each.origin for each in publication.agreement.parties)
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{origins} news {tongue.language}')}"


def calendar_of(publication: Publication, tongue: Tongue) -> bytes:
    """Return meetings, actions and milestones whose days are public as a calendar, this language's wording first."""
    entries = [
        replace(
            each, title=_first(each.title, tongue), place=_first(each.place, tongue), text=_first(each.text, tongue)
        )
        for record in publication.records.values()
        for each in _entries(record)
    ]
    name = tongue.say("calendar-of", title=tongue.said(publication.agreement.title))
    mark = f"{tongue.say('example')} · " if publication.agreement.example else ""
    return write_calendar(entries, name=_plain(mark + name))


def _entry(event: Event, tongue: Tongue, *, example: bool) -> Any:
    record, at = event.record, instant_text(_shown_ms(event))
    title = _plain(title_of(record, tongue))
    summary = _plain(event_words(event, tongue))
    if example:
        summary = f"{tongue.say('example')} · {summary}"
    return _A.entry(
        _A.id(event.name),
        _A.title(title),
        _A.updated(at),
        _A.published(at),
        _A.link(rel="alternate", href=path_of(record), type="text/html", hreflang=tongue.language),
        _A.category(term=record.kind, label=_plain(tongue.said(record.kind_title))),
        _A.summary(summary),
    )


def _shown_ms(event: Event) -> int:
    return min(event.at_ms, LATEST_MS)


def _plain(text: str) -> str:
    """Return a text for programs: without isolates, which only a page needs."""
    return written.plain(text)


def _entries(record: Published) -> list[Entry]:
    """Return what a record says of days, as far as it is public; without a day there is nothing to write."""
    document = record.document
    if record.name is None or record.title is None:
        return []
    said: dict[str, Any] = {"version": record.revision, "stamped_ms": min(record.since_ms, LATEST_MS)}
    found: list[Entry] = []
    if record.kind == "meeting" and "starts_ms" in document:
        found = [meeting_entry(document, state=record.state, **said)]
    elif record.kind == "action" and "due_ms" in document:
        found = [action_entry(document, state=record.state, **said)]
    elif record.kind == "initiative":
        found = list(milestone_entries(document, **said))
    days = (found[0].starts_ms or 0, *(each.ends_ms or 0 for each in found)) if found else ()
    return found if all(each <= LATEST_MS for each in days) else []


def _first(texts: Mapping[str, str], tongue: Tongue) -> dict[str, str]:
    """Return wordings with this language's first: programs show the first."""
    order = sorted(texts, key=lambda each: (each != tongue.language, each))
    return {each: _plain(Tongue(each, tongue.agreement).safe(texts[each])) for each in order}
