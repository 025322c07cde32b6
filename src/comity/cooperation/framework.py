"""What the records of cooperation stand on: the versions of the agreement, its decisions, offices, adopted templates.

Units: milliseconds since 1970.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from comity.agreement import Agreement, Clause, Decision, Office, Version, clauses_at_work, version_at
from comity.cooperation.templates import Template

_STILL_MS = 2**62
"""The end of an office that still holds its roles: after any instant that a log can hold."""


@dataclass(frozen=True)
class Framework:
    """The law under which acts are read.

    Parameters
    ----------
    versions
        All versions of the agreement that both signed, oldest first.
    put_to_work
        The agreement's own decisions, each with the instant of the second signature.
    ends_ms
        When the agreement ends by notice; None while it does not.
    offices
        Each party's list of offices, once it has given one. An office that is not on its party's list, or does not
        serve as approver on the day, cannot sign. A party without a list is not held to one.
    templates
        Templates at hand, by their hash. Whether one was adopted follows from the acts.
    supposed
        The office of a signature that is tried and not given: it may sign for both parties on any day.
    """

    versions: tuple[Version, ...]
    put_to_work: tuple[tuple[Decision, int], ...] = ()
    ends_ms: int | None = None
    offices: Mapping[str, tuple[Office, ...]] = field(default_factory=dict)
    templates: Mapping[str, Template] = field(default_factory=dict)
    supposed: str | None = None

    @property
    def agreement(self) -> Agreement:
        """The original agreement: its parties never change."""
        return self.versions[0].agreement

    @cached_property
    def parties(self) -> tuple[str, str]:
        """The two parties in the agreement's order."""
        first, second = self.agreement.parties
        return first.id, second.id

    @cached_property
    def domains(self) -> frozenset[str]:
        """The domains of all versions: what was begun in one goes on in it."""
        return frozenset(each.id for version in self.versions for each in version.agreement.domains)

    @cached_property
    def _turns_ms(self) -> tuple[int, ...]:
        turns = {each.in_force_ms for each in self.versions} | {at_ms for _, at_ms in self.put_to_work}
        return tuple(sorted(turns if self.ends_ms is None else turns | {self.ends_ms}))

    @cached_property
    def _by_turn(self) -> tuple[Mapping[str, Clause], ...]:
        return ({}, *(self._clauses(at_ms) for at_ms in self._turns_ms))

    def clauses_at(self, instant_ms: int) -> Mapping[str, Clause]:
        """Return the clauses in force and at work at an instant, by number; none before the agreement and after it."""
        return self._by_turn[bisect_right(self._turns_ms, instant_ms)]

    def may_sign(self, party: str, office: str, instant_ms: int) -> bool:
        """Tell whether an office could sign for its party at an instant."""
        if party not in self.offices or (self.supposed is not None and office == self.supposed):
            return True
        begun_ms, ended_ms = self._approving.get((party, office), ((), ()))
        place = bisect_right(begun_ms, instant_ms)
        return place > 0 and instant_ms < ended_ms[place - 1]

    @cached_property
    def _approving(self) -> Mapping[tuple[str, str], tuple[Sequence[int], Sequence[int]]]:
        """When each office could sign for its party: the beginnings and the ends of its times, apart and in order."""
        found: dict[tuple[str, str], tuple[list[int], list[int]]] = {}
        listed = ((party, each) for party, offices in self.offices.items() for each in offices)
        for party, office in sorted(listed, key=lambda each: each[1].since_ms):
            if "approver" not in office.roles:
                continue
            begun_ms, ended_ms = found.setdefault((party, office.id), ([], []))
            until_ms = _STILL_MS if office.until_ms is None else office.until_ms
            if begun_ms and office.since_ms <= ended_ms[-1]:
                ended_ms[-1] = max(ended_ms[-1], until_ms)
            elif office.since_ms < until_ms:
                begun_ms.append(office.since_ms)
                ended_ms.append(until_ms)
        return found

    def _clauses(self, at_ms: int) -> Mapping[str, Clause]:
        version = version_at(self.versions, at_ms)
        if version is None or (self.ends_ms is not None and self.ends_ms <= at_ms):
            return {}
        at_work = clauses_at_work(version.agreement, (each for each, since_ms in self.put_to_work if since_ms <= at_ms))
        return {each.id: each for each in version.agreement.clauses if each.id in at_work}
