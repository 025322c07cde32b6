"""What each side gave, asked and answered, clause by clause and month by month; and what left, line by line.

Folds over the manifests and the requests of both logs, so both parties count the same. Units: bytes, milliseconds since
1970; a month is a calendar month in UTC, as `YYYY-MM`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from comity.agreement import Agreement, Label, Rule, Sentence, rule_sentences
from comity.exchange.asking import Asked
from comity.exchange.said import Left
from comity.ground import instant_text

RuleNamed = Mapping[tuple[str, str], Rule]
"""The rules of every version of an agreement, by the version's hash and the rule's identifier."""

UNKNOWN_CLAUSE = "–"
"""Where a manifest names a rule that no known version has."""


@dataclass(frozen=True)
class Given:
    """What one party did under one clause in one month."""

    contents: int = 0
    items: int = 0
    bytes: int = 0
    asked: int = 0
    answered: int = 0
    in_part: int = 0
    declined: int = 0
    unanswered: int = 0


@dataclass(frozen=True)
class AccountLine:
    """A clause, a month, and what each party did under it: parties by their codes, in the agreement's order."""

    clause: str
    month: str
    by_party: Mapping[str, Given]


@dataclass(frozen=True)
class AuditLine:
    """One release: when and where it stands, under which clause and rule, how much, in which form, until when."""

    position: int
    at_ms: int
    office: str
    agreement: str
    clause: str
    rule: str
    item: str
    items: int
    bytes: int
    content: str
    label: Label | None
    form: tuple[Sentence, ...]
    keep_until_ms: int


def rules_of(versions: Mapping[str, Agreement]) -> dict[tuple[str, str], Rule]:
    """Return the rules of versions of an agreement, given by their hashes."""
    return {(name, rule.id): rule for name, version in versions.items() for rule in version.rules}


def month_of(instant_ms: int) -> str:
    """Return the calendar month of an instant, in UTC.

    >>> month_of(1_218_016_260_000)
    '2008-08'
    """
    return instant_text(instant_ms)[:7]


def account(
    left: Mapping[str, Iterable[Left]], asked: Mapping[str, Iterable[Asked]], rules: RuleNamed
) -> tuple[AccountLine, ...]:
    """Return the account of what each party gave and asked, ordered by clause and month.

    Parameters
    ----------
    left
        Manifests of each party's log, by party.
    asked
        Requests that each party sent, by party. An answer is counted for the party asked, in the month in which it was
        given; a request that lapsed, as unanswered in the month of its due time.
    """
    parties = tuple(left)
    lines: dict[tuple[str, str], dict[str, Given]] = {}

    def add(clause: str, at_ms: int, party: str, **counts: int) -> None:
        line = lines.setdefault((clause, month_of(at_ms)), dict.fromkeys(parties, Given()))
        before = line.get(party, Given())
        line[party] = replace(before, **{name: getattr(before, name) + count for name, count in counts.items()})

    for party, manifests in left.items():
        for each in manifests:
            rule = rules.get((each.manifest.agreement, each.manifest.rule))
            clause = rule.clause if rule else UNKNOWN_CLAUSE
            add(clause, each.at_ms, party, contents=1, items=each.manifest.count, bytes=each.manifest.bytes)
    for party, requests in asked.items():
        for one in requests:
            add(one.request.clause, one.sent_ms, party, asked=1)
            if one.decided_ms is not None:
                add(one.request.clause, one.decided_ms, one.request.to_party, **{_COUNTED[one.state]: 1})
    ordered = sorted(lines, key=lambda key: (_clause_order(key[0]), key[1]))
    return tuple(AccountLine(clause, month, lines[clause, month]) for clause, month in ordered)


def audit(left: Iterable[Left], versions: Mapping[str, Agreement]) -> tuple[AuditLine, ...]:
    """Return what left, one line for each manifest of a log, with the form that its rule gives in words."""
    rules = rules_of(versions)
    lines = []
    for each in left:
        manifest = each.manifest
        rule = rules.get((manifest.agreement, manifest.rule))
        lines.append(
            AuditLine(
                position=each.position,
                at_ms=each.at_ms,
                office=manifest.office,
                agreement=manifest.agreement,
                clause=rule.clause if rule else UNKNOWN_CLAUSE,
                rule=manifest.rule,
                item=manifest.item,
                items=manifest.count,
                bytes=manifest.bytes,
                content=manifest.blob,
                label=rule.label if rule else None,
                form=rule_sentences(rule, versions[manifest.agreement])[1:] if rule else (),
                keep_until_ms=manifest.keep_until_ms,
            )
        )
    return tuple(lines)


_COUNTED = {"answered": "answered", "partly": "in_part", "declined": "declined", "lapsed": "unanswered"}


def _clause_order(clause: str) -> tuple[int, ...]:
    parts = clause.split(".")
    return tuple(int(part) for part in parts) if all(part.isdecimal() for part in parts) else (10**6,)
