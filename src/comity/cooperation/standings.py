"""Where every record stands: its fields, its state, since when, what stands about it, and what has flowed.

A book is filled by `fold` act by act; nothing in it is stored anywhere else, and all of it follows from the two logs.
Units: money in minor units (`_minor`), milliseconds since 1970 (`_ms`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple

from comity.cooperation.acts import Signature, Waiting
from comity.cooperation.lives import Life
from comity.cooperation.reading import SCHEMA_NAMES, record_of
from comity.cooperation.records import Record
from comity.cooperation.templates import Template
from comity.ground import ComityError


class _Standing(NamedTuple):
    kind: str
    id: str
    fields: Mapping[str, Any]
    state: str
    since_ms: int
    version: int
    head: str
    proposer: str
    proposed_by_office: str
    entered: Mapping[str, int]
    log_refs: tuple[Signature, ...]
    life: Life
    texts: Mapping[str, str]
    agreed: Mapping[str, Any] | None = None
    agreed_state: str | None = None
    template: Template | None = None


class Standing(_Standing):
    """A record as the acts have left it.

    `head` is the hash of its last act, `version` the number of acts that counted, `log_refs` the signatures under them.
    `entered` says when it last entered each of its states; `agreed` holds its fields, and `agreed_state` its state, as
    both last signed them.
    """

    @property
    def key(self) -> str:
        """The record's name among all kinds, such as `meeting/wg-sahel-1`."""
        return f"{self.kind}/{self.id}"

    @property
    def is_final(self) -> bool:
        """Whether nothing can happen to it any more."""
        return self.life.is_final(self.state)

    @cached_property
    def document(self) -> Mapping[str, Any]:
        """The record as a document of its schema."""
        return {"schema": SCHEMA_NAMES[self.kind], **self.fields}

    @cached_property
    def record(self) -> Record:
        """The record as data."""
        return record_of(self.kind, self.fields)


@dataclass(slots=True)
class Account:
    """What has flowed under one initiative: paid net of what was paid back, delivered net of what was returned.

    `claimed_minor` is claimed or disputed and not yet confirmed; `payments_open` counts payments that are not settled.
    """

    paid_minor: int = 0
    claimed_minor: int = 0
    payments_confirmed: int = 0
    payments_open: int = 0
    delivered: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class NotCounted:
    """An act that stands in a log and changed nothing: why, in the three sentences of an error."""

    act: str
    key: str
    move: str
    at_ms: int
    why: ComityError


@dataclass
class Book:
    """All records at one instant, with what waits for a signature and what did not count."""

    at_ms: int = 0
    standings: dict[str, Standing] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    waiting: tuple[Waiting, ...] = ()
    not_counted: list[NotCounted] = field(default_factory=list)
    adopted: dict[str, str] = field(default_factory=dict)
    _about: dict[tuple[str, str], "_Chain"] = field(default_factory=dict, compare=False, repr=False)

    def about(self, key: str, kind: str) -> Iterator[Standing]:
        """Yield the records of a kind that are about another: flows and checks of an initiative, documents of any."""
        chain, names = self._about.get((key, kind)), list[str]()
        while chain is not None:
            name, chain = chain
            names.append(name)
        for each in reversed(names):
            yield self.standings[each]

    def of_kind(self, kind: str) -> tuple[Standing, ...]:
        """Return all records of a kind, by name."""
        return tuple(self.standings[key] for key in sorted(self.standings) if self.standings[key].kind == kind)

    def account(self, key: str) -> Account:
        """Return what has flowed under an initiative."""
        return self.accounts.get(key) or Account()

    def link(self, key: str, kind: str, subject: str) -> None:
        """Note that a record is about another."""
        place = (subject, kind)
        self._about[place] = (key, self._about.get(place))

    def copy(self) -> "Book":
        """Return a book that goes on from this one and leaves it as it is."""
        return Book(
            self.at_ms,
            self.standings.copy(),
            {key: replace(each, delivered=each.delivered.copy()) for key, each in self.accounts.items()},
            self.waiting,
            self.not_counted.copy(),
            self.adopted.copy(),
            self._about.copy(),
        )


_Chain = tuple[str, "_Chain | None"]
"""Names of records, the newest first: a copied book shares what was linked before, however long."""
