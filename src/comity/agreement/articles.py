"""What was agreed, as frozen data: parties, groups, domains, areas, clauses and the limits of a memorandum.

Units: seconds (`_s`), milliseconds since 1970 (`_ms`), micro-degrees (`_udeg`), dates as `YYYY-MM-DD`.
A text of the agreement lives in its three language files; here stand their hashes, and the title of each clause.
"""

from dataclasses import dataclass
from typing import Any, Literal

from comity.agreement.release_rules import Rule

Language = Literal["ar", "en", "fr"]
Starts = Literal["with_agreement", "by_decision"]
Nature = Literal["purpose", "limit", "organisation", "exchange", "activity", "protection", "final"]
RelationKind = Literal["follows", "parallel_to", "supersedes", "under"]


@dataclass(frozen=True)
class Text:
    """A wording in the three languages, none of them a translation of another."""

    ar: str
    en: str
    fr: str

    def in_language(self, language: str) -> str:
        """Return the wording in `ar`, `en` or `fr`; English for any other language."""
        return {"ar": self.ar, "fr": self.fr}.get(language, self.en)


@dataclass(frozen=True)
class Party:
    """A state: its ISO 3166 code, its name, and the names of its log and of its mirror (keys stand in an annex)."""

    id: str
    name: Text
    origin: str
    mirror: str


@dataclass(frozen=True)
class Domain:
    """A field of cooperation, such as `rescue`."""

    id: str
    title: Text


@dataclass(frozen=True)
class Group:
    """A bilateral working group and the domains that it answers for."""

    id: str
    title: Text
    domains: tuple[str, ...]


@dataclass(frozen=True)
class RecordKind:
    """A kind of record or initiative that the clauses speak of, such as `rescue.case`."""

    id: str
    title: Text


@dataclass(frozen=True)
class Area:
    """An area of application: a GeoJSON geometry whose coordinates are integer micro-degrees, longitude first."""

    id: str
    title: Text
    geometry_udeg: dict[str, Any]


@dataclass(frozen=True)
class Clause:
    """A clause: its number, what it is about, and whether it works from the start or needs a decision."""

    id: str
    title: Text
    nature: Nature
    starts: Starts
    group: str | None
    domains: tuple[str, ...]
    kinds: tuple[str, ...]
    areas: tuple[str, ...]


@dataclass(frozen=True)
class Relation:
    """How this instrument stands to another: its identifier and, where it is on file, its hash."""

    kind: RelationKind
    agreement: str
    hash: str | None


@dataclass(frozen=True)
class Limits:
    """What never leaves, the clause that says so, the clause that denies by default, and sizes in the log."""

    never: tuple[str, ...]
    never_clause: str
    default_clause: str
    entry_bytes: int
    blob_bytes: int


@dataclass(frozen=True)
class Termination:
    """Notice in seconds, counted from the partner's acknowledgement, under its clause."""

    clause: str
    notice_s: int
    counted_from: Literal["ack"]


@dataclass(frozen=True)
class Retention:
    """The longest time that released content may be kept, under its clause; the acts themselves are kept for ever."""

    clause: str
    longest_s: int


@dataclass(frozen=True)
class Agreement:
    """A memorandum as data. `example` is part of the signed text: to remove the mark is to make another agreement."""

    id: str
    example: bool
    fold: int
    title: Text
    texts: dict[str, str]
    relations: tuple[Relation, ...]
    signed: str
    in_force: str
    parties: tuple[Party, Party]
    groups: tuple[Group, ...]
    domains: tuple[Domain, ...]
    kinds: tuple[RecordKind, ...]
    areas: tuple[Area, ...]
    clauses: tuple[Clause, ...]
    rules: tuple[Rule, ...]
    limits: Limits
    termination: Termination
    retention: Retention

    def clause(self, clause_id: str) -> Clause:
        """Return a clause by its number, or raise `KeyError`."""
        for each in self.clauses:
            if each.id == clause_id:
                return each
        raise KeyError(clause_id)

    def group(self, group_id: str) -> Group:
        """Return a working group by its identifier, or raise `KeyError`."""
        for each in self.groups:
            if each.id == group_id:
                return each
        raise KeyError(group_id)
