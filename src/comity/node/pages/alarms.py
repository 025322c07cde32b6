"""What an officer must see: a case that arrived, a partner that is silent or contradicts itself, a drift that failed.

An alarm stays until an office acknowledges it; who did so and when is kept. What has passed by itself is no alarm.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from comity.ground import MS_PER_S, InvalidInput
from comity.node.app import Node
from comity.node.evidence import evidence
from comity.node.freshness import last_news_ms, unconfirmed
from comity.node.pages.health import unsynchronised
from comity.node.partners import Direction, state_of
from comity.node.services import distress
from comity.node.services.requests import standings
from comity.node.store import ALARM_SEEN, ARRIVAL, DIRECTION_STATE, JOB
from comity.rescue import PLAN_RECORD, SEARCH_RECORD

Kind = Literal[
    "case_arrived",
    "plan_arrived",
    "search_arrived",
    "partner_frozen",
    "partner_silent",
    "partner_stale",
    "receipt_late",
    "record_contradicted",
    "node_restored",
    "drift_failed",
    "request_due",
    "request_late",
    "distress_heard",
    "distress_doubtful",
    "feed_silent",
]
Level = Literal["distress", "warning", "caution"]

SENTENCES = {
    "case_arrived": "node-alarm-case-arrived",
    "plan_arrived": "node-alarm-plan-arrived",
    "search_arrived": "node-alarm-search-arrived",
    "partner_frozen": "node-alarm-partner-frozen",
    "partner_silent": "node-alarm-partner-silent",
    "partner_stale": "node-alarm-partner-stale",
    "receipt_late": "node-alarm-receipt-late",
    "record_contradicted": "node-alarm-record-contradicted",
    "node_restored": "node-alarm-node-restored",
    "drift_failed": "node-alarm-drift-failed",
    "request_due": "node-alarm-request-due",
    "request_late": "node-alarm-request-late",
    "distress_heard": "node-alarm-distress-heard",
    "distress_doubtful": "node-alarm-distress-doubtful",
    "feed_silent": "node-alarm-feed-silent",
}
LEVELS: dict[Kind, Level] = {
    "case_arrived": "distress",
    "plan_arrived": "caution",
    "search_arrived": "caution",
    "partner_frozen": "warning",
    "partner_silent": "caution",
    "partner_stale": "warning",
    "receipt_late": "warning",
    "record_contradicted": "warning",
    "node_restored": "warning",
    "drift_failed": "warning",
    "request_due": "caution",
    "request_late": "warning",
    "distress_heard": "distress",
    "distress_doubtful": "caution",
    "feed_silent": "warning",
}
ARRIVED: dict[str, Kind] = {PLAN_RECORD.name: "plan_arrived", SEARCH_RECORD.name: "search_arrived"}
"""What is told of an arrival by its kind; anything else that arrives is a case."""

SOON = 4
"""A request to us is soon due in the last quarter of the time that it was given."""

_RANK = {"distress": 0, "warning": 1, "caution": 2}
_DIRECTIONS: tuple[Direction, Direction] = ("in", "out")


@dataclass(frozen=True)
class Alarm:
    """One alarm; `subject` is the case or the agreement that it is about."""

    id: str
    kind: Kind
    since_ms: int
    subject: str
    files: tuple[str, ...] = ()

    @property
    def level(self) -> Level:
        """How grave it is."""
        return LEVELS[self.kind]


def alarms(node: Node) -> list[Alarm]:
    """Return what nobody has acknowledged yet: the gravest first, then the oldest."""
    with node.store.reading() as connection:
        seen = set(connection.execute(select(ALARM_SEEN.c.alarm)).scalars())
    found = [each for each in _all(node) if each.id not in seen]
    return sorted(found, key=lambda each: (_RANK[each.level], each.since_ms))


def acknowledge(node: Node, alarm: str, *, office: str) -> None:
    """Keep that an office has seen an alarm; the second time changes nothing."""
    if alarm not in {each.id for each in _all(node)}:
        raise InvalidInput(
            "node.no_such_alarm",
            "There is no such alarm.",
            why="nothing stands under {alarm}, or it has passed",
            remedy="look at the list of alarms again",
            alarm=alarm[:200],
        )
    try:
        with node.store.writing() as connection:
            connection.execute(insert(ALARM_SEEN).values(alarm=alarm, office=office, seen_ms=node.clock()))
    except IntegrityError:
        return


def _all(node: Node) -> Iterator[Alarm]:
    with node.store.reading() as connection:
        arrived = connection.execute(select(ARRIVAL)).all()
        failed = connection.execute(select(JOB).filter_by(kind="drift", state="failed")).all()
    for row in arrived:
        kind = ARRIVED.get(row.item, "case_arrived")
        yield Alarm(f"arrival/{row.agreement_id}/{row.position}", kind, row.arrived_ms, row.subject)
    for row in failed:
        yield Alarm(f"job/{row.job_id}", "drift_failed", row.asked_ms, row.subject)
    for each in unsynchronised(node):
        yield Alarm(f"restored/{each.agreement}/{each.since_ms}", "node_restored", each.since_ms, each.agreement)
    yield from _of_ships(node)
    for agreement_id in node.holdings:
        yield from _of_partner(node, agreement_id)
        yield from _of_freshness(node, agreement_id)
        yield from _of_evidence(node, agreement_id)
        yield from _of_requests(node, agreement_id)


def _of_ships(node: Node) -> Iterator[Alarm]:
    """Yield distress devices that were heard, never a test, and receivers that ought to be heard and are not."""
    for heard in distress.distresses(node):
        subject = heard.case_id or str(heard.distress.mmsi)
        if heard.distress.state == "active":
            yield Alarm(f"distress/{heard.distress_id}", "distress_heard", heard.raised_ms, subject)
        elif heard.distress.state == "doubtful":
            yield Alarm(f"doubtful/{heard.distress_id}", "distress_doubtful", heard.raised_ms, subject)
    patience_ms = node.settings.maritime_stall_after_s * MS_PER_S
    for each in node.watch.state.feeds:
        is_down = each.state == "waiting" and node.clock() - each.since_ms > patience_ms
        if each.state in ("stalled", "failed") or is_down:
            yield Alarm(f"feed/{each.name}/{each.since_ms}", "feed_silent", each.since_ms, each.name)


def _of_requests(node: Node, agreement_id: str) -> Iterator[Alarm]:
    """Yield requests to us that are soon due or past it, and ours that are past it, unanswered."""
    now_ms = node.clock()
    for each in standings(node, agreement_id):
        request, is_to_us = each.asked.request, each.direction == "in"
        if each.asked.state not in ("sent", "lapsed") or each.asked.late_contents:
            continue
        name = f"request/{agreement_id}/{each.asked.hash.removeprefix('sha256:')}"
        soon_ms = request.due_ms - (request.due_ms - each.asked.sent_ms) // SOON
        if now_ms > request.due_ms:
            yield Alarm(f"{name}/late", "request_late", request.due_ms, request.id)
        elif is_to_us and now_ms >= soon_ms:
            yield Alarm(f"{name}/due", "request_due", soon_ms, request.id)


def _of_partner(node: Node, agreement_id: str) -> Iterator[Alarm]:
    for direction in _DIRECTIONS:
        state = state_of(node, agreement_id, direction)
        if state is None or state.state == "following":
            continue
        with node.store.reading() as connection:
            query = select(DIRECTION_STATE.c.change).filter_by(agreement_id=agreement_id, direction=direction)
            change = connection.execute(query.order_by(DIRECTION_STATE.c.change.desc()).limit(1)).scalar_one()
        kind: Kind = "partner_frozen" if state.state == "frozen" else "partner_silent"
        yield Alarm(f"partner/{change}", kind, state.since_ms, agreement_id)


def _of_freshness(node: Node, agreement_id: str) -> Iterator[Alarm]:
    """Yield a direction without news for longer than the setting, and a log that the partner does not confirm."""
    now_ms, most_ms = node.clock(), node.settings.pull_stale_after_s * MS_PER_S
    for direction in _DIRECTIONS:
        since_ms = last_news_ms(node, agreement_id, direction)
        if since_ms is not None and now_ms - since_ms > most_ms:
            yield Alarm(f"stale/{agreement_id}/{direction}/{since_ms}", "partner_stale", since_ms, agreement_id)
    waiting = unconfirmed(node, agreement_id)
    if waiting is not None and now_ms - waiting > most_ms:
        yield Alarm(f"unconfirmed/{agreement_id}/{waiting}", "receipt_late", waiting, agreement_id)


def _of_evidence(node: Node, agreement_id: str) -> Iterator[Alarm]:
    """Yield the newest contradiction of each kind, with the files that were kept of it."""
    told = set()
    for each in evidence(node, agreement_id):
        kind = each.direction, each.reason.code
        if kind not in told:
            told.add(kind)
            name = f"evidence/{agreement_id}/{each.number}"
            yield Alarm(name, "record_contradicted", each.found_ms, agreement_id, tuple(each.files.values()))
