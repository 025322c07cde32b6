"""The feeds of the public pages: Atom by the rules of RFC 4287, a calendar that is read back, names that stay."""

import re
from collections import Counter
from functools import cache
from uuid import UUID

import pytest
from lxml import etree

from comity.files.public_pages import public_pages
from comity.files.public_pages.tongue import LANGUAGES
from comity.files.standards.calendar_reading import read_calendar
from comity.ground import parse_instant
from tests.agreement.documents import text
from tests.cooperation.two_logs import DAY_MS, Desks
from tests.files.public_records import a_year

A = "{http://www.w3.org/2005/Atom}"
ONCE = ("id", "title", "updated")
"""Elements that a feed and an entry have exactly once (RFC 4287, 4.1.1 and 4.1.2)."""
OF_BOTH = {"author", "category", "contributor", "id", "link", "rights", "title", "updated"}
KNOWN = OF_BOTH | {"content", "published", "source", "summary"}
OF_A_FEED = OF_BOTH | {"entry", "generator", "icon", "logo", "subtitle"}
DATE = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z"


@cache
def year() -> Desks:
    return a_year()


def files(desks: Desks, now_ms: int | None = None) -> dict[str, bytes]:
    at_ms = desks.now_ms if now_ms is None else now_ms
    return public_pages(desks.book(at_ms), desks.framework.agreement, now_ms=at_ms)


def feed(desks: Desks, language: str = "en", now_ms: int | None = None) -> etree._Element:
    return etree.fromstring(files(desks, now_ms)[f"{language}/news.atom"])


def faults(root: etree._Element) -> list[str]:
    """What a feed breaks of RFC 4287."""
    found = [] if root.tag == f"{A}feed" else ["the root is no feed"]
    found += [f"{each.tag} in a feed" for each in root if each.tag not in {A + name for name in OF_A_FEED}]
    entries = root.findall(f"{A}entry")
    if root.find(f"{A}author") is None and any(each.find(f"{A}author") is None for each in entries):
        found.append("4.1.1: neither the feed nor every entry has an author")
    for holder in (root, *entries):
        counts = Counter(each.tag for each in holder)
        found += [f"{name} stands {counts[A + name]} times" for name in ONCE if counts[A + name] != 1]
        found += [f"4.2.6: {each.text} is no IRI" for each in holder.findall(f"{A}id") if ":" not in (each.text or "")]
        dates = [*holder.findall(f"{A}updated"), *holder.findall(f"{A}published")]
        found += [f"3.3: {each.text} is no date" for each in dates if not re.fullmatch(DATE, each.text or "")]
        links = Counter(
            (each.get("rel"), each.get("type"), each.get("hreflang")) for each in holder.findall(f"{A}link")
        )
        found += [f"4.1.1: two links {each}" for each, count in links.items() if each[0] == "alternate" and count > 1]
        found += ["4.2.7: a link without href" for each in holder.findall(f"{A}link") if not each.get("href")]
        found += [
            "3.2.1: an author without name" for each in holder.findall(f"{A}author") if not each.findtext(f"{A}name")
        ]
        found += ["4.2.2: a category without term" for each in holder.findall(f"{A}category") if not each.get("term")]
    for each in entries:
        found += [f"{part.tag} in an entry" for part in each if part.tag not in {A + name for name in KNOWN}]
        if not any(link.get("rel") == "alternate" for link in each.findall(f"{A}link")):
            found.append("4.1.2: an entry without content and without alternate")
    names = [each.findtext(f"{A}id") for each in entries]
    return found + (["two entries have one id"] if len(set(names)) < len(names) else [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_news_are_atom(language):
    root = feed(year(), language)
    assert faults(root) == []
    assert len(root.findall(f"{A}entry")) == 14
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    assert [each.findtext(f"{A}name") for each in root.findall(f"{A}author")] == ["DZ", "US"], "both, in equal form"
    for each in root.iter(f"{A}id"):
        assert UUID(str(each.text).removeprefix("urn:uuid:")).version == 5


def test_the_rules_find_what_is_wrong_with_a_feed():
    broken = feed(a_year())
    entry = broken.find(f"{A}entry")
    assert entry is not None
    entry.append(etree.Element(f"{A}id"))
    for each in entry.findall(f"{A}link"):
        entry.remove(each)
    broken.remove(broken.find(f"{A}updated"))
    assert len(faults(broken)) >= 4


def test_every_entry_leads_to_a_page_and_there_is_one_for_each_public_event():
    held = files(year())
    entries = feed(year(), "fr").findall(f"{A}entry")
    leads = [each.find(f"{A}link").get("href") for each in entries]
    assert all(f"fr/{each}" in held for each in leads)
    about = Counter(leads)
    assert about["meeting-wg-sky-1.html"] == 3, "agreed, minutes agreed, minutes signed"
    assert about["initiative-radars.html"] == 1, "accepted by both; what came before, one said alone"


def test_the_newest_stands_first_and_the_feed_is_as_new_as_its_newest_entry():
    root = feed(year())
    updated = [parse_instant(str(each.findtext(f"{A}updated"))) for each in root.findall(f"{A}entry")]
    assert updated == sorted(updated, reverse=True)
    assert parse_instant(str(root.findtext(f"{A}updated"))) == updated[0]


def test_names_and_days_of_entries_stay_as_the_record_goes_on_and_the_feed_never_runs_back():
    desks = a_year()
    known: dict[str, str] = {}
    last = 0
    for day_ms in range(desks.now_ms - 90 * DAY_MS, desks.now_ms + DAY_MS, 5 * DAY_MS):
        root = feed(desks, now_ms=day_ms)
        now = parse_instant(str(root.findtext(f"{A}updated")))
        assert now >= last
        last = now
        entries = {
            str(each.findtext(f"{A}id")): str(each.findtext(f"{A}updated")) for each in root.findall(f"{A}entry")
        }
        assert known.items() <= entries.items(), "an entry changed its day, or went"
        known = entries


def test_the_three_feeds_tell_the_same_events_and_are_three_feeds():
    roots = [feed(year(), language) for language in LANGUAGES]
    told = [[each.findtext(f"{A}id") for each in root.findall(f"{A}entry")] for root in roots]
    assert told[0] == told[1] == told[2]
    assert len({root.findtext(f"{A}id") for root in roots}) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_calendar_is_read_back_with_the_days_that_are_public(language):
    found = {each.uid: each for each in read_calendar(files(year())[f"{language}/calendar.ics"]).entries}
    assert set(found) == {
        "action/a-plan",
        "initiative/sky-watch/crews",
        "initiative/sky-watch/held",
        "initiative/sky-watch/plan",
        "meeting/wg-sky-1",
        "meeting/wg-sky-2",
        "meeting/wg-sky-3",
    }
    assert {each.level for each in found.values()} == {"public"}
    meeting = found["meeting/wg-sky-2"]
    assert next(iter(meeting.title)) == language
    assert meeting.time_zone == "Africa/Algiers"
    assert found["meeting/wg-sky-3"].state == "cancelled"
    assert "Closed point" not in files(year())[f"{language}/calendar.ics"].decode()


def test_a_move_of_both_raises_the_sequence_and_what_one_says_does_not():
    desks = a_year()

    def sequence() -> int:
        entries = read_calendar(files(desks)["en/calendar.ics"]).entries
        return next(each.version for each in entries if each.uid == "meeting/wg-sky-2")

    before = sequence()
    desks.move("US", "meeting/wg-sky-2", "amend", place=text("elsewhere"))
    assert sequence() == before + 1
    desks.move("US", "meeting/wg-sky-2", "start")
    assert sequence() == before + 1
