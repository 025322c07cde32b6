"""What a supervisor counts, as Prometheus text: sizes, ages, states. No content, no case, no office stands in it.

Format: Prometheus text exposition format 0.0.4.
"""

import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version

from sqlalchemy import func, select

from comity.ground import MS_PER_S
from comity.node.app import Node
from comity.node.feeds.states import FeedState
from comity.node.freshness import last_news_ms, unconfirmed
from comity.node.pages.alarms import alarms
from comity.node.pages.health import DIRECTIONS, unsynchronised
from comity.node.partners import receipt_of, state_of
from comity.node.store import EVIDENCE, JOB

STATES = ("following", "silent", "frozen")
LEVELS = ("distress", "warning", "caution")


Value = tuple[Mapping[str, str], float]
"""Labels, and the value under them."""


@dataclass(frozen=True)
class Metric:
    """One name with its values, each under its labels."""

    name: str
    help: str
    values: list[Value]


def metrics_text(node: Node) -> str:
    """Return all metrics as text."""
    return "".join(_lines(each) for each in (*_of_node(node), *_of_ships(node), *_of_agreements(node)))


def _of_node(node: Node) -> Iterator[Metric]:
    yield Metric("comity_info", "This node.", [({"party": node.party, "version": version("comity")}, 1)])
    yield Metric("comity_sound", "1 while every log can be made durable.", [({}, int(node.failure is None))])
    free = shutil.disk_usage(node.layout.folder).free
    yield Metric("comity_free_bytes", "Room on the disk of the node folder.", [({}, free)])
    yield Metric("comity_database_bytes", "Size of node.db.", [({}, node.layout.database.stat().st_size)])
    with node.store.reading() as connection:
        query = select(JOB.c.kind, JOB.c.state, func.count()).group_by(JOB.c.kind, JOB.c.state)
        jobs = list[Value](({"kind": kind, "state": state}, count) for kind, state, count in connection.execute(query))
    yield Metric("comity_jobs", "Pieces of work beside the answers.", jobs)
    told = Counter[str](each.level for each in alarms(node))
    yield Metric("comity_alarms", "Alarms not yet acknowledged.", [({"level": each}, told[each]) for each in LEVELS])


def _of_ships(node: Node) -> Iterator[Metric]:
    """Yield how receivers stand; by name, which is that of a setting and holds no quote or backslash."""
    state = node.watch.state
    yield Metric("comity_vessels", "Vessels in the live picture.", [({}, state.picture.vessels)])
    reports = [({"outcome": name}, count) for name, count in state.picture.outcomes.items()]
    yield Metric("comity_reports", "Position reports by what became of them.", list[Value](reports))
    if not state.feeds:
        return
    now_ms = node.clock()
    for name, about, value in _FEED_METRICS:
        yield Metric(f"comity_feed_{name}", about, [({"feed": each.name}, value(each)) for each in state.feeds])
    shed = [({"feed": each.name, "what": what}, count) for each in state.feeds for what, count in each.shed.items()]
    yield Metric(
        "comity_feed_shed", "What a flood cost: fixes not pictured, fixes not kept, lines dropped.", list[Value](shed)
    )
    heard = [(each, each.heard_ms) for each in state.feeds]
    silent = [({"feed": each.name}, _seconds(now_ms - at_ms)) for each, at_ms in heard if at_ms is not None]
    yield Metric("comity_feed_silent_seconds", "Time since a receiver was heard.", list[Value](silent))


_FEED_METRICS: tuple[tuple[str, str, Callable[[FeedState], float]], ...] = (
    ("receiving", "1 while a receiver is heard.", lambda each: int(each.state == "receiving")),
    ("bytes", "Bytes that came.", lambda each: each.bytes),
    ("sentences", "Lines that came.", lambda each: each.sentences),
    ("messages", "Messages that were decoded.", lambda each: each.messages),
    ("rejected", "Lines that were refused.", lambda each: sum(each.rejected.values())),
)


def _of_agreements(node: Node) -> Iterator[Metric]:
    entries, receipts, states, news = list[Value](), list[Value](), list[Value](), list[Value]()
    waits, received, kept, behind = list[Value](), list[Value](), list[Value](), list[Value]()
    now_ms = node.clock()
    restored = {each.agreement for each in unsynchronised(node)}
    with node.store.reading() as connection:
        query = select(EVIDENCE.c.agreement_id, func.count()).group_by(EVIDENCE.c.agreement_id)
        pieces: dict[str, int] = dict(connection.execute(query).tuples().all())
    for name, holding in node.holdings.items():
        receipt, waiting = receipt_of(node, name), unconfirmed(node, name)
        entries += [({"agreement": name, "log": "own"}, holding.own.size)]
        entries += [({"agreement": name, "log": "partner"}, holding.copy.size)]
        receipts.append(({"agreement": name}, receipt.size if receipt else 0))
        waits.append(({"agreement": name}, 0 if waiting is None else _seconds(now_ms - waiting)))
        received.append(({"agreement": name}, node.received.get(name, (0, 0))[1]))
        kept.append(({"agreement": name}, pieces.get(name, 0)))
        behind.append(({"agreement": name}, int(name in restored)))
        for direction in DIRECTIONS:
            labels, state = {"agreement": name, "direction": direction}, state_of(node, name, direction)
            states += [({**labels, "state": each}, int(state is not None and state.state == each)) for each in STATES]
            heard_ms = last_news_ms(node, name, direction)
            if heard_ms is not None:
                news.append((labels, _seconds(now_ms - heard_ms)))
    yield Metric("comity_log_entries", "Entries of our log, and of our copy of the partner's.", entries)
    yield Metric("comity_receipt_entries", "Entries of our log that the partner gave receipt of.", receipts)
    yield Metric("comity_unconfirmed_seconds", "Age of the oldest head without the partner's receipt.", waits)
    yield Metric("comity_received_bytes", "Bytes that the partner sent on the last day it sent any.", received)
    yield Metric("comity_evidence_pieces", "Contradictions that were kept.", kept)
    yield Metric("comity_unsynchronised", "1 while a restored node has not caught up.", behind)
    yield Metric("comity_direction_state", "1 for the state that a direction is in.", states)
    yield Metric("comity_last_news_seconds", "Time since a direction was last in order.", news)


def _seconds(time_ms: int) -> float:
    return time_ms / MS_PER_S


def _lines(metric: Metric) -> str:
    head = f"# HELP {metric.name} {metric.help}\n# TYPE {metric.name} gauge\n"
    return head + "".join(f"{metric.name}{_labels(labels.items())} {value:.15g}\n" for labels, value in metric.values)


def _labels(labels: Iterable[tuple[str, str]]) -> str:
    """Return labels as text; every value is of ours and holds no quote, backslash or line feed."""
    text = ",".join(f'{name}="{value}"' for name, value in labels)
    return f"{{{text}}}" if text else ""
