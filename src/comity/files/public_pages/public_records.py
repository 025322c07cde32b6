"""What both have released to the public: the records of a book as everybody may read them, and nothing beside.

Everything that a page or a feed says is read from here. A record is what `published` gives of it, in the state in which
both last signed it: what one party alone says since (done, disputed, suspended) is not published by that party. Only an
end counts by whoever's move, or a meeting that is off would be announced for ever.
Units: milliseconds since 1970 (`_ms`).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from comity.agreement import Agreement, Sentence, Text
from comity.cooperation import Book, Standing, TemplateField, UnitCost, kind_words, published, state_words

MS_PER_DAY = 86_400_000

Said = Sentence | Text
"""A message of the catalogue, or a wording that came with a template."""


@dataclass(frozen=True)
class Published:
    """A record as everybody may read it.

    `entered` holds the public states and when each was entered last, the earliest first; `revision` counts what both
    signed. Titles are those of its template, or of the catalogue. `name` is None where even the record's name is not
    public: such a record has no page.
    """

    key: str
    kind: str
    name: str | None
    document: Mapping[str, Any]
    kind_title: Said
    state: str
    entered: Mapping[str, int]
    state_titles: Mapping[str, Said]
    is_over: bool
    revision: int
    roles: Mapping[str, Text]
    fields: Mapping[str, TemplateField]
    unit_costs: Mapping[str, UnitCost]

    @property
    def since_ms(self) -> int:
        """When it came to its public state."""
        return self.entered[self.state]

    @property
    def title(self) -> Text | None:
        """Its title, or None where that is withheld."""
        said = self.document.get("title")
        return None if said is None else Text(**said)


@dataclass(frozen=True)
class Publication:
    """Everything that is public under an agreement on a day, by the record's key; `day_ms` is the day's beginning.

    `titles` say what offices are called, by party and office: only of those that a public field names.
    """

    agreement: Agreement
    day_ms: int
    records: Mapping[str, Published]
    titles: Mapping[tuple[str, str], Text]

    def of_kind(self, kind: str) -> tuple[Published, ...]:
        """Return the public records of a kind, by name."""
        return tuple(each for each in self.records.values() if each.kind == kind)

    def find(self, kind: str, name: str | None) -> Published | None:
        """Return a record that has a page, or None."""
        found = self.records.get(f"{kind}/{name}")
        return found if found is not None and found.name is not None else None

    def that_name(self, field: str, record: Published, kind: str) -> Iterator[Published]:
        """Yield the records of a kind that name another in a field, as far as that field and the name are public."""
        for each in self.of_kind(kind):
            if record.name is not None and each.document.get(field) == record.name:
                yield each


def publication_of(
    book: Book,
    agreement: Agreement,
    *,
    now_ms: int,
    titled: Callable[[str, str], Text | None] = lambda _party, _office: None,
) -> Publication:
    """Return what is public of a book on the day of an instant (UTC): the same on both nodes from the same record.

    `titled` says what a party calls one of its offices.
    """
    day_ms = now_ms // MS_PER_DAY * MS_PER_DAY
    found = {}
    for key in sorted(book.standings):
        document = published(book.standings[key], at_ms=day_ms)
        if document is not None:
            found[key] = _published(book.standings[key], document)
    named = {each for record in found.values() for each in _offices(record.document)}
    titles = {each: title for each in sorted(named) if (title := titled(*each)) is not None}
    return Publication(agreement, day_ms, found, titles)


def _offices(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the offices that a public document names, each with its party."""
    if "owner_office" in document and "owner_party" in document:
        yield document["owner_party"], document["owner_office"]
    for each in document.get("co_chairs", ()):
        yield each["party"], each["office"]
    for each in document.get("delegations", ()):
        yield from ((each["party"], office) for office in each["offices"])


def _published(standing: Standing, document: Mapping[str, Any]) -> Published:
    template = standing.template
    entered = _public_states(standing)
    return Published(
        key=standing.key,
        kind=standing.kind,
        name=document.get("id"),
        document=document,
        kind_title=kind_words(standing),
        state=list(entered)[-1],
        entered=entered,
        state_titles={each: state_words(standing._replace(state=each)) for each in entered},
        is_over=standing.is_final,
        revision=_revision(standing),
        roles=template.roles if template else {},
        fields={name: each for name, each in template.fields.items() if each.level == "public"} if template else {},
        unit_costs=template.unit_costs if template else {},
    )


def _public_states(standing: Standing) -> dict[str, int]:
    """Return the states that the public reads of and when each was entered, the last one last.

    They are those into which both signed their way, the one in which both last signed, and the record's end.
    """
    last = standing.state if standing.is_final else (standing.agreed_state or standing.life.start)
    until_ms = standing.entered[last]
    shown = {
        state: at_ms
        for state, at_ms in standing.entered.items()
        if state == last or (at_ms <= until_ms and _by_both(standing, state))
    }
    return dict(sorted(shown.items(), key=lambda each: (each[1], each[0] == last)))


def _revision(standing: Standing) -> int:
    """Count what both signed (it has two signatures where any other act has one), and an end that one brought about."""
    by_both = len(standing.log_refs) - standing.version
    return by_both + int(standing.is_final and not _by_both(standing, standing.state))


def _by_both(standing: Standing, state: str) -> bool:
    """Tell whether every way into a state needs both signatures."""
    ways = [
        step.signatures
        for before, moves in standing.life.moves.items()
        for step in moves.values()
        if step.to == state and before != state
    ]
    return bool(ways) and min(ways) > 1
