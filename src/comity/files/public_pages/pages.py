"""The pages of one language: which there are, and what each shows. Words and values only; the templates set them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from comity.cooperation import written
from comity.files.public_pages.events import Ahead, Event, ahead_of, events_of, last_change_ms
from comity.files.public_pages.facts import Place, facts_of
from comity.files.public_pages.parts import flow_line, link_of, page_of, results_of, withheld_of
from comity.files.public_pages.progress import Row, rows_by_year, sums_of
from comity.files.public_pages.public_records import Publication, Published
from comity.files.public_pages.tongue import Piece, Tongue, tongues

MENU = (
    "home",
    "groups",
    "meetings",
    "decisions",
    "initiatives",
    "investment",
    "progress",
    "figures",
    "documents",
    "calendar",
)
"""The pages that every page leads to, in the order of reading."""

SECTIONS: Mapping[str, str] = {
    "group": "groups",
    "domain": "groups",
    "meeting": "meetings",
    "decision": "decisions",
    "initiative": "initiatives",
    "action": "progress",
    "flow": "figures",
    "check": "documents",
    "document": "documents",
}
"""The page under which each kind of record stands."""

HOME_DAYS = 5
"""How many days ahead, decisions and news the first page shows."""

INVESTOR = "investor"
"""The role whose holder is asked to come: an initiative with it, in whatever template, has an investor page."""

Context = dict[str, Any]


@dataclass(frozen=True)
class Card:
    """A record in a list of records."""

    kind: str
    title: str
    href: str | None
    summary: str | None
    state: str
    since: Piece


@dataclass(frozen=True)
class DayLine:
    """Something on a day."""

    on: Piece
    what: str
    title: Piece


@dataclass(frozen=True)
class Sheet:
    """A page before it is set: its file, its template, its heading, the page of the menu above it, what it shows."""

    file: str
    template: str
    heading: str
    section: str
    context: Context


def site_of(publication: Publication, tongue: Tongue) -> Context:
    """Return what every page of a language shows around its content."""
    agreement = publication.agreement
    all_tongues = tongues(agreement)
    return {
        "title": tongue.said(agreement.title),
        "parties": [tongue.said(each.name) for each in agreement.parties],
        "example": agreement.example,
        "languages": [each.language for each in all_tongues],
        "directions": {each.language: each.direction for each in all_tongues},
        "own_names": {each.language: each.language_name(each.language) for each in all_tongues},
        "menu": [{"name": each, "file": _file(each), "title": tongue.say("page", page=each)} for each in MENU],
        "last_change": _last_change(publication, tongue),
    }


def sheets_of(publication: Publication, tongue: Tongue) -> Iterator[Sheet]:
    """Yield every page of a language."""
    place = Place(publication, tongue)
    yield _sheet("home", "home.html", place, _home(place))
    for name, lists in _lists(place).items():
        yield _sheet(name, "list.html", place, {"lists": lists})
    for name in ("news", "calendar"):
        yield _sheet(name, "calendar.html", place, {"lists": _calendar(place, name)})
    yield _sheet(
        "progress", "progress.html", place, {"years": [_year(place, *each) for each in rows_by_year(publication)]}
    )
    yield _sheet("figures", "figures.html", place, _figures(place))
    yield _sheet("withheld", "withheld.html", place, {"withheld": _withheld(place)})
    yield _sheet("about", "about.html", place, {})
    for record in publication.records.values():
        if record.name is not None:
            page = page_of(record, place)
            section = SECTIONS[record.kind]
            yield Sheet(page.path, "record.html", page.title, section, {"page": page, "investor": None})
            if is_open_investment(record):
                context = {"page": page, "investor": _asked(record, place)}
                yield Sheet(investor_file(record), "record.html", page.title, "investment", context)


def is_open_investment(record: Published) -> bool:
    """Tell whether an initiative looks for an investor and has not come to its end."""
    return record.kind == "initiative" and INVESTOR in record.document.get("roles", ()) and not record.is_over


def investor_file(record: Published) -> str:
    """Return the file of an investment's page for investors."""
    return f"investor-{record.name}.html"


def event_words(event: Event, tongue: Tongue) -> str:
    """Return what happened: what the record is, and the state that it came to."""
    kind, state = tongue.said(event.record.kind_title), tongue.said(event.record.state_titles[event.state])
    return tongue.say("event", kind=kind, state=state)


def ahead_words(ahead: Ahead, tongue: Tongue) -> str:
    """Return what is to come."""
    return tongue.say("ahead", what=ahead.what)


def _file(name: str) -> str:
    return "index.html" if name == "home" else f"{name}.html"


def _sheet(name: str, template: str, place: Place, context: Context) -> Sheet:
    return Sheet(_file(name), template, place.tongue.say("page", page=name), name, {"name": name, **context})


def _last_change(publication: Publication, tongue: Tongue) -> str:
    changed_ms = last_change_ms(publication)
    if changed_ms is None:
        return tongue.say("no-change")
    return tongue.say("last-change", day=tongue.day(changed_ms).text)


def _home(place: Place) -> Context:
    publication, tongue = place.publication, place.tongue
    events, ahead = events_of(publication), ahead_of(publication)
    decided = [each for each in events if each.record.kind == "decision" and each.state == _first(each.record)]
    held = sum(each.state == "minutes_signed" for each in publication.of_kind("meeting"))
    running = sum(not each.is_over for each in publication.of_kind("initiative"))
    agreement = publication.agreement
    counted = {
        "groups": len(publication.of_kind("group")),
        "meetings": held,
        "decisions": len(publication.of_kind("decision")),
        "initiatives": running,
    }
    days = {"signed": agreement.signed, "in-force": agreement.in_force}
    return {
        "numbers": [
            *({"name": tongue.say("number", number=name), "value": tongue.day(day)} for name, day in days.items()),
            *(
                {"name": tongue.say("number", number=name), "value": Piece(tongue.number(count))}
                for name, count in counted.items()
            ),
        ],
        "ahead": [_ahead(each, place) for each in ahead[:HOME_DAYS]],
        "decided": [_event(each, place) for each in decided[:HOME_DAYS]],
        "news": [_event(each, place) for each in events[:HOME_DAYS]],
        "fields": [_field(place, each.id) for each in agreement.domains],
        "withheld_count": len(_withheld(place)),
    }


def _field(place: Place, domain: str) -> Context:
    """Return a field of cooperation with the groups and initiatives that are public in it."""
    groups = [each for each in place.publication.of_kind("group") if domain in each.document.get("domains", ())]
    running = [each for each in place.publication.of_kind("initiative") if each.document.get("domain") == domain]
    return {"title": place.tongue.domain(domain), "links": [link_of(each, place) for each in (*groups, *running)]}


def _lists(place: Place) -> dict[str, list[Context]]:
    """Return the lists of each page that is made of lists, each with its title."""
    publication, tongue = place.publication, place.tongue
    initiatives = publication.of_kind("initiative")

    def part(name: str | None, records: Iterable[Published], *, investor: bool = False) -> Context:
        title = None if name is None else tongue.say("part", part=name)
        return {"title": title, "cards": [_card(each, place, investor=investor) for each in records]}

    newest = sorted(publication.of_kind("decision"), key=lambda each: (-each.entered[_first(each)], each.key))
    meetings = sorted(publication.of_kind("meeting"), key=_meeting_order, reverse=True)
    signed = [each for each in meetings if each.state == "minutes_signed"]
    return {
        "groups": [part(None, publication.of_kind("group")), part("domains", publication.of_kind("domain"))],
        "meetings": [
            part("meetings-ahead", [each for each in meetings if not each.is_over and each not in signed]),
            part("meetings-signed", signed),
            part("meetings-off", [each for each in meetings if each.is_over and each not in signed]),
        ],
        "decisions": [part(None, newest)],
        "initiatives": [
            part("running", [each for each in initiatives if not each.is_over]),
            part("ended", [each for each in initiatives if each.is_over]),
        ],
        "investment": [part(None, [each for each in initiatives if is_open_investment(each)], investor=True)],
        "documents": [
            part(None, publication.of_kind("document")),
            part("checks", publication.of_kind("check")),
        ],
    }


def _meeting_order(meeting: Published) -> tuple[int, str]:
    return meeting.document.get("starts_ms", meeting.since_ms), meeting.key


def _card(record: Published, place: Place, *, investor: bool = False) -> Card:
    link = link_of(record, place)
    href = investor_file(record) if investor and link.href else link.href
    tongue = place.tongue
    return Card(
        tongue.said(record.kind_title),
        link.text,
        href,
        _summary(record, place),
        tongue.said(record.state_titles[record.state]),
        tongue.day(record.since_ms),
    )


_SUMMARY_LETTERS = 240


def _summary(record: Published, place: Place) -> str | None:
    """Return the first sentences of a record's own wording, as far as it is public; a meeting's day and place."""
    tongue, document = place.tongue, record.document
    for field in ("terms", "text", "minutes"):
        if field in document:
            said: str = document[field][tongue.language].split("\n\n")[0]
            cut = said if len(said) <= _SUMMARY_LETTERS else said[:_SUMMARY_LETTERS].rsplit(" ", 1)[0] + "…"
            return tongue.safe(" ".join(cut.split()))
    wanted = {tongue.say("field", field=each) for each in ("starts_ms", "place", "group", "domain", "on")}
    found = [each.pieces[0].text for each in facts_of(record, place) if each.name in wanted]
    return " · ".join(found) or None


def _calendar(place: Place, name: str) -> list[Context]:
    publication, tongue = place.publication, place.tongue
    events = [_event(each, place) for each in events_of(publication)]
    if name == "news":
        return [{"title": tongue.say("part", part="past"), "days": events, "empty": "nothing"}]
    ahead = [_ahead(each, place) for each in ahead_of(publication)]
    return [
        {"title": tongue.say("part", part="ahead"), "days": ahead, "empty": "nothing-ahead"},
        {"title": tongue.say("part", part="past"), "days": events, "empty": "nothing"},
    ]


def _event(event: Event, place: Place) -> DayLine:
    return DayLine(place.tongue.day(event.at_ms), event_words(event, place.tongue), link_of(event.record, place))


def _ahead(ahead: Ahead, place: Place) -> DayLine:
    link = link_of(ahead.record, place)
    if ahead.step is not None:
        title = place.tongue.text(ahead.record.document["milestones"][ahead.step]["title"])
        link = Piece(place.tongue.say("step-of", step=title, record=link.text), href=link.href)
    return DayLine(place.tongue.day(ahead.at_ms), ahead_words(ahead, place.tongue), link)


def _year(place: Place, year: int, rows: tuple[Row, ...]) -> Context:
    tongue = place.tongue
    tally = {
        "announced": len(rows),
        "decided": sum(each.decided_ms is not None for each in rows),
        "done": sum(each.done_ms is not None for each in rows),
        "late": sum(each.is_late for each in rows),
    }
    return {
        "title": tongue.say("year", year=written.code(str(year))),
        "tally": tongue.say("tally", **{name: tongue.number(count) for name, count in tally.items()}),
        "rows": [_row(place, each) for each in rows],
    }


def _row(place: Place, row: Row) -> Context:
    tongue = place.tongue
    days = {"announced": row.announced_ms, "decided": row.decided_ms, "done": row.done_ms, "due": row.due_ms}
    return {
        "title": link_of(row.record, place),
        "kind": tongue.said(row.record.kind_title),
        "state": tongue.said(row.record.state_titles[row.record.state]) if row.record.is_over else tongue.say("done"),
        "is_late": row.is_late,
        **{name: None if day_ms is None else tongue.day(day_ms) for name, day_ms in days.items()},
    }


def _figures(place: Place) -> Context:
    publication, tongue = place.publication, place.tongue
    initiatives = publication.of_kind("initiative")
    withheld = {
        each.key for each in initiatives for block in each.document.get("withheld", ()) if block["field"] == "value"
    }
    shown = [each for each in initiatives if "value" in each.document or each.key in withheld]
    return {
        "values": [
            {
                "title": link_of(each, place),
                "agreed": tongue.amount(each.document["value"]).text if "value" in each.document else None,
                "paid": _paid(each, place),
                "state": tongue.said(each.state_titles[each.state]),
            }
            for each in shown
        ],
        "sums": [
            {
                "title": tongue.say("sum", currency=written.code(each.currency)),
                "agreed": written.amount(each.agreed_minor, each.currency),
                "paid": written.amount(each.paid_minor, each.currency),
            }
            for each in sums_of(publication)
        ],
        "flows": [flow_line(each, place) for each in publication.of_kind("flow")],
        "results": [
            result
            for kind in ("domain", "initiative")
            for each in publication.of_kind(kind)
            for result in results_of(each, place)
        ],
    }


def _paid(initiative: Published, place: Place) -> str | None:
    """Return what was paid under an initiative, as far as each payment is public and confirmed by both."""
    paid: dict[str, int] = {}
    for each in place.publication.that_name("initiative", initiative, "flow"):
        amount = each.document.get("amount")
        if each.state == "confirmed" and each.document.get("flow_kind") == "payment" and amount is not None:
            paid[amount["currency"]] = paid.get(amount["currency"], 0) + amount["amount_minor"]
    return " + ".join(written.amount(minor, currency) for currency, minor in sorted(paid.items())) or None


def _withheld(place: Place) -> list[Any]:
    return [line for record in place.publication.records.values() for line in withheld_of(record, place)]


def _asked(record: Published, place: Place) -> Context:
    """Return whom an investor asks: the host country, the offices that are public, the name to quote."""
    tongue = place.tongue
    hosts = [party for role, party in record.document["roles"].items() if role != INVESTOR]
    offices = [
        piece
        for each in (record, place.publication.find("group", record.document.get("group")))
        if each is not None
        for fact in facts_of(each, place)
        if fact.name in {tongue.say("field", field=name) for name in ("owner_office", "co_chairs")}
        for piece in fact.pieces
    ]
    host = tongue.party(hosts[0]) if hosts else None
    return {"host": host, "offices": offices, "quote": f"{place.publication.agreement.id} · {record.key}"}


def _first(record: Published) -> str:
    return next(iter(record.entered))
