"""Days, counts and sums of cooperation: what falls due, calendars, who brings what, how much waits or is late."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from comity.agreement import Text
from comity.api.bounded import AT_ONCE, Limit, part
from comity.api.cooperation_lines import lines_of
from comity.api.cooperation_models import (
    CalendarIn,
    CalendarOut,
    CellOut,
    ContributionOut,
    ContributionsOut,
    CountsOut,
    CriticalDateOut,
    DomainRowOut,
    EndCalendarIn,
    Instant,
    NewCalendarOut,
    SummaryOut,
)
from comity.api.cooperation_words import in_three
from comity.api.officers import Acting, not_signed_in, office_of
from comity.api.served import CallersWords, ServedNode
from comity.cooperation import Contribution, Due, contributions
from comity.node.calendar_tokens import Subscription, end_subscription, subscribe, subscription_of, subscriptions
from comity.node.cooperation import Books, books
from comity.node.cooperation_calendar import calendar, chosen
from comity.node.cooperation_records import Line, Lines, title_of

ICS = "text/calendar"
Group = Annotated[str | None, Query(max_length=64, description="Only of this group.")]
AnOffice = Annotated[str | None, Query(max_length=200, description="Only what this office answers for.")]
AfterDue = Annotated[
    str | None,
    Query(
        max_length=400,
        pattern="^[0-9]{1,16} [^ ]+ .+$",
        description="Only what comes after this one: its `due_ms`, `key` and `what`, with blanks between.",
    ),
]

router = APIRouter(prefix="/api/v1/agreements/{agreement_id}/cooperation")


@router.get("/dates")
def get_dates(
    agreement_id: str,
    node: ServedNode,
    request: Request,
    response: Response,
    from_ms: Annotated[Instant | None, Query(description="From this instant on.")] = None,
    to_ms: Annotated[Instant | None, Query(description="Before this instant.")] = None,
    group: Group = None,
    office: AnOffice = None,
    limit: Limit = AT_ONCE,
    after: AfterDue = None,
) -> list[CriticalDateOut]:
    """List what falls due, the earliest first: meetings, reviews, actions, milestones, payments, states that wait.

    Where more follow, `Link` says where they begin.
    """
    last = None if after is None else _due_after(after)
    lines = lines_of(node, agreement_id)
    found = [
        (due, line)
        for line in chosen(lines, group=group, office=office)
        for due in lines.dues.get(line.standing.key, ())
        if (from_ms is None or from_ms <= due.due_ms) and (to_ms is None or due.due_ms < to_ms)
        if last is None or _place(due) > last
    ]
    found.sort(key=lambda each: _place(each[0]))
    return [
        CriticalDateOut(
            key=due.key,
            title=in_three(due.title),
            record_title=in_three(title_of(line.standing)),
            what=due.what,
            due_ms=due.due_ms,
            is_late=due.late,
            owner_party=due.party,
            owner_office=due.office,
        )
        for due, line in part(found, limit, lambda each: " ".join(map(str, _place(each[0]))), request, response)
    ]


def _place(due: Due) -> tuple[int, str, str]:
    """Return the place of a day in the list: by its instant, its record, what falls due."""
    return due.due_ms, due.key, due.what


def _due_after(after: str) -> tuple[int, str, str]:
    due_ms, key, what = after.split(" ", 2)
    return int(due_ms), key, what


@router.get("/calendar.ics", response_class=Response, responses={200: {"content": {ICS: {}}}})
def get_calendar(
    agreement_id: str,
    request: Request,
    node: ServedNode,
    group: Group = None,
    office: AnOffice = None,
    *,
    words: CallersWords,
    token: Annotated[str | None, Query(max_length=128, description="Of a calendar program; it says which.")] = None,
) -> Response:
    """Show what falls due as iCalendar: to whoever is signed in, or by the token of a subscription."""
    if token is not None:
        subscribed = subscription_of(node, agreement_id, token)
        if subscribed is None:
            raise not_signed_in()
        group, office = subscribed.group, subscribed.office
    elif request.state.acting is None:
        raise not_signed_in()
    lines = lines_of(node, agreement_id)
    name = " · ".join([agreement_id, *_names(lines, node.party, group, office, words.language)])
    data = calendar(lines, group=group, office=office, name=name)
    headers = {"content-disposition": f'inline; filename="{agreement_id}.ics"'}
    return Response(data, media_type=f"{ICS}; charset=utf-8", headers=headers)


def _names(lines: Lines, party: str, group: str | None, office: str | None, language: str) -> Iterator[str]:
    """Yield what a calendar's group and office are called by whoever reads it; a name without a title as it is."""
    if group is not None:
        known = lines.book.standings.get(f"group/{group}")
        yield group if known is None else title_of(known).in_language(language)
    if office is not None:
        parties = sorted(lines.found.framework.parties, key=lambda each: each != party)
        titles = (lines.found.titles.title(each, office) for each in parties)
        yield next((each.in_language(language) for each in titles if each is not None), office)


@router.get("/calendars")
def get_calendars(agreement_id: str, node: ServedNode) -> list[CalendarOut]:
    """List the calendars that programs read, without their tokens."""
    node.holding(agreement_id)
    return [CalendarOut(**_calendar(each)) for each in subscriptions(node, agreement_id)]


@router.post("/calendars", status_code=201)
def post_calendar(agreement_id: str, body: CalendarIn, node: ServedNode, acting: Acting) -> NewCalendarOut:
    """Make an address that a calendar program can read; its token is shown once."""
    made_by = office_of(acting, body.office)
    token, made = subscribe(node, agreement_id, group=body.group, office=body.calendar_office, made_by=made_by)
    path = f"/api/v1/agreements/{agreement_id}/cooperation/calendar.ics?token={token}"
    return NewCalendarOut(**_calendar(made), token=token, path=path)


@router.post("/calendars/ends")
def post_calendar_end(agreement_id: str, body: EndCalendarIn, node: ServedNode, acting: Acting) -> list[CalendarOut]:
    """Let the address of a calendar open nothing any more."""
    office_of(acting, body.office)
    end_subscription(node, agreement_id, body.number)
    return get_calendars(agreement_id, node)


@router.get("/contributions")
def get_contributions(agreement_id: str, node: ServedNode) -> ContributionsOut:
    """Show who brings what to each domain: confirmed flows, summed by kind and by currency or unit."""
    found = books(node, node.holding(agreement_id))
    brought = contributions(found.agreed)
    titles = _domains(found)
    parties = list(found.framework.parties)
    known = [*titles, *sorted({each.domain for each in brought} - titles.keys())]
    return ContributionsOut(
        parties=parties,
        domains=[
            DomainRowOut(
                domain=domain,
                title=in_three(titles.get(domain, Text(ar=domain, en=domain, fr=domain))),
                cells=[CellOut(party=party, contributions=_brought(brought, domain, party)) for party in parties],
            )
            for domain in known
        ],
    )


@router.get("/summary")
def get_summary(agreement_id: str, node: ServedNode) -> SummaryOut:
    """Count what is open, late and waiting: in all, by group and by domain."""
    lines = lines_of(node, agreement_id)
    every = [lines.line(each) for each in lines.book.standings.values()]
    groups = {each.standing.id: title_of(each.standing) for each in every if each.standing.kind == "group"}
    domains = _domains(lines.found)
    return SummaryOut(
        **_counted(every, node.party),
        not_counted=len(lines.book.not_counted),
        groups=_by(every, groups, lambda line: line.group, node.party),
        domains=_by(every, domains, lambda line: line.domain, node.party),
    )


def _domains(found: Books) -> dict[str, Text]:
    """Return the titles of all domains; the newest version's word for each."""
    return {each.id: each.title for version in found.framework.versions for each in version.agreement.domains}


def _brought(brought: Iterable[Contribution], domain: str, party: str) -> list[ContributionOut]:
    return [
        ContributionOut(flow_kind=each.flow_kind, unit=each.unit, amount=each.amount)
        for each in brought
        if (each.domain, each.party) == (domain, party)
    ]


def _by(
    lines: Iterable[Line], titles: Mapping[str, Text], subject_of: Callable[[Line], str | None], ours: str
) -> list[CountsOut]:
    under: dict[str, list[Line]] = {each: [] for each in titles}
    for line in lines:
        under.get(subject_of(line) or "", []).append(line)
    return [
        CountsOut(subject=subject, title=in_three(title), **_counted(under[subject], ours))
        for subject, title in titles.items()
    ]


def _counted(lines: Iterable[Line], ours: str) -> dict[str, Any]:
    counts: Counter[str] = Counter(open=0, late=0, awaiting_us=0, awaiting_partner=0)
    for line in lines:
        counts["open"] += not line.standing.is_final
        counts["late"] += line.is_late
        if line.waiting is not None:
            counts["awaiting_partner" if line.waiting.by == ours else "awaiting_us"] += 1
    return dict(counts)


def _calendar(each: Subscription) -> dict[str, Any]:
    return {
        "number": each.number,
        "group": each.group,
        "calendar_office": each.office,
        "made_by": each.made_by,
        "made_ms": each.made_ms,
    }
