"""The memorandum on one page: each clause under each of its domains, what moved last, what comes next, its state."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from comity.agreement import Agreement, Clause, Text
from comity.cooperation import Standing
from comity.node.app import Holding, Node
from comity.node.cooperation import books
from comity.node.cooperation_records import Line, Lines
from comity.node.record import DECISIONS, Records, at_work_or_none, is_agreed, records, standing
from comity.node.services.exchange import Moved, moved

State = Literal["not_agreed", "waits", "at_work"]

NEXT = {
    "sign_memorandum": "node-next-sign-memorandum",
    "decide": "node-next-decide",
    "sign_decision": "node-next-sign-decision",
    "partner_signs": "node-next-partner-signs",
    "exchange": "node-next-exchange",
    "applies": "node-next-applies",
}


@dataclass(frozen=True)
class Next:
    """What has to happen next: a key of `NEXT`, the page where it is done, and on what."""

    step: str
    page: Literal["agreement", "signatures", "exchange"] | None
    subject: str | None


@dataclass(frozen=True)
class Work:
    """What is carried out under a clause: how many records stand how, and the one that moved last (None: none)."""

    open: int
    late: int
    awaiting_us: int
    awaiting_partner: int
    last: Standing | None


@dataclass(frozen=True)
class Row:
    """One line of the overview."""

    agreement: str
    domain: str | None
    domain_title: Text | None
    clause: Clause
    group_title: Text | None
    last: Moved | None
    work: Work
    next: Next
    state: State


def overview(node: Node) -> list[Row]:
    """Return a line for each clause of each agreement, once for each of its domains."""
    return [row for holding in node.holdings.values() for row in _rows(node, holding)]


def _rows(node: Node, holding: Holding) -> list[Row]:
    found, agreement = records(node, holding), holding.agreement
    both_signed, at_work = is_agreed(found.agreed, holding), at_work_or_none(found.agreed, holding)
    last = _last_by_clause(node, agreement)
    titles = {domain.id: domain.title for domain in agreement.domains}
    lines = _lines(node, holding)
    rows = []
    for clause in agreement.clauses:
        state: State = "not_agreed" if not both_signed else "at_work" if clause.id in at_work else "waits"
        group = agreement.group(clause.group).title if clause.group else None
        for domain in clause.domains or (None,):
            title = titles[domain] if domain else None
            step = _next(found, agreement, clause, state)
            work = _work([each for each in lines if _is_under(each, clause.id, domain)], node.party)
            rows.append(Row(agreement.id, domain, title, clause, group, last.get(clause.id), work, step, state))
    return rows


def _lines(node: Node, holding: Holding) -> list[Line]:
    found = books(node, holding)
    lines = Lines(node, found, found.view, found.agreed, found.of_view)
    return [lines.line(each) for each in lines.book.standings.values()]


def _is_under(line: Line, clause: str, domain: str | None) -> bool:
    """Tell whether a record stands under a clause; one that names a domain stands under no other."""
    own = line.standing.fields.get("domains") or [line.domain]
    return clause in line.standing.fields["clause_refs"] and (domain is None or own == [None] or domain in own)


def _work(lines: Iterable[Line], ours: str) -> Work:
    own = list(lines)
    waiting = [each.waiting.by for each in own if each.waiting is not None]
    return Work(
        open=sum(not each.standing.is_final for each in own),
        late=sum(each.is_late for each in own),
        awaiting_us=sum(by != ours for by in waiting),
        awaiting_partner=sum(by == ours for by in waiting),
        last=max((each.standing for each in own), key=lambda each: (each.since_ms, each.key), default=None),
    )


def _last_by_clause(node: Node, agreement: Agreement) -> dict[str, Moved]:
    clauses = {rule.id: rule.clause for rule in agreement.rules}
    found = sorted(moved(node, agreement.id), key=lambda each: each.manifest.at_ms)
    return {clauses.get(each.manifest.rule, "?"): each for each in found}


def _next(found: Records, agreement: Agreement, clause: Clause, state: State) -> Next:
    if state == "not_agreed":
        return Next("sign_memorandum", "signatures", "agreement")
    if state == "waits":
        series = _open_decision(found, clause)
        if series is None:
            return Next("decide", None, clause.group)
        ours = standing(found, series) == "awaiting_us"
        return Next("sign_decision" if ours else "partner_signs", "signatures", series)
    has_rule = any(rule.clause == clause.id for rule in agreement.rules)
    return Next("exchange", "exchange", clause.id) if has_rule else Next("applies", "agreement", clause.id)


def _open_decision(found: Records, clause: Clause) -> str | None:
    for name, series in found.view.series.items():
        if not name.startswith(DECISIONS):
            continue
        texts = [*series.tabled, *([series.current] if series.current else [])]
        effects = [effect for text in texts for effect in text.document.get("effects", [])]
        if any(isinstance(each, dict) and each.get("clause") == clause.id for each in effects):
            return name
    return None
