"""The yearly tables of arms transfers: each party's own view of one year, and where the two views differ.

A line is a category, the other state and a number, and nothing of what a thing can do. The giver counts what it says
to have delivered; the receiver counts what both confirmed. So the two tables differ by what is claimed or disputed, and
both parties see that before either files. A delivery counts in the year, in UTC, of its `actual_ms`.
Sources: United Nations Register of Conventional Arms, categories I to VII and small arms and light weapons (General
Assembly resolutions 46/36 L and 71/44); Arms Trade Treaty, articles 2 and 13, where small arms are category VIII.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from comity.cooperation.records import Flow
from comity.cooperation.standings import Book, Standing
from comity.ground import InvalidInput, parse_instant, utc_of

RegisterForm = Literal["un_register", "arms_trade_treaty"]
Direction = Literal["export", "import"]

CATEGORIES: Mapping[str, str] = {
    "battle_tanks": "I",
    "armoured_combat_vehicles": "II",
    "large_calibre_artillery": "III",
    "combat_aircraft": "IV",
    "attack_helicopters": "V",
    "warships": "VI",
    "missiles_and_launchers": "VII",
    "small_arms": "VIII",
}
"""The category of an item line, as the word that the order writes, and its number in the tables."""

CONTRACT_CASE = "contract_case"
_CLAIMED = ("claimed", "disputed", "confirmed")
_CONFIRMED = ("confirmed",)


@dataclass(frozen=True)
class Transfer:
    """A line of a table: what went to (`export`) or came from (`import`) a state in the year.

    `origin` and `comments` are what a party adds at home, in its own file; without an origin it is the exporter, and
    none of it follows from the record. `withheld` says that the public may not read the case's order now.
    """

    direction: Direction
    category: str
    state: str
    number: int
    origin: str = ""
    comments: str = ""
    withheld: bool = False


@dataclass(frozen=True)
class TransferTable:
    """One party's table of one year. `left_out` counts deliveries whose items stand in no category, and returns.

    `withheld` is the tick on the cover of the treaty's report: lines were kept back (Arms Trade Treaty, article 13.3).
    """

    form: RegisterForm
    party: str
    year: int
    lines: tuple[Transfer, ...]
    left_out: int = 0
    withheld: bool = False


@dataclass(frozen=True)
class Compared:
    """A line of both tables side by side; None where a table does not have it. `origin` is empty for the exporter's."""

    exporter: str
    importer: str
    category: str
    origin: str
    exported: int | None
    imported: int | None
    comments: tuple[str, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether both tables say the same number."""
        return self.exported == self.imported


def transfer_table(
    book: Book,
    party: str,
    year: int,
    *,
    form: RegisterForm = "un_register",
) -> TransferTable:
    """Return a party's table of a year, from the deliveries of the contract cases as they stand in a book.

    What goes back to who delivers under the case's template is no transfer of its own: it is left out and counted.

    Parameters
    ----------
    form
        `arms_trade_treaty` counts only the cases that both marked so (`arms_trade_treaty`), and keeps back those whose
        order is withheld from the public on the book's day; the table then says that it does.
    """
    sums: dict[tuple[Direction, str, str, bool], int] = {}
    left_out, kept_back = 0, False
    for case, flow in _deliveries(book, party, year):
        category = _category(case, flow)
        if form == "arms_trade_treaty" and not (case.fields.get("details") or {}).get("arms_trade_treaty"):
            continue
        if category is None or _is_return(case, flow):
            left_out += 1
            continue
        withheld = _is_withheld(case, book.at_ms)
        if form == "arms_trade_treaty" and withheld:
            kept_back = True
            continue
        direction: Direction = "export" if flow.from_party == party else "import"
        state = flow.to_party if direction == "export" else flow.from_party
        assert flow.quantity is not None, "a delivery has a quantity"
        line = (direction, category, state, withheld)
        sums[line] = sums.get(line, 0) + flow.quantity
    lines = [
        Transfer(direction, category, state, number, withheld=withheld)
        for (direction, category, state, withheld), number in sums.items()
    ]
    return TransferTable(form, party, year, in_table_order(lines), left_out, kept_back)


def in_table_order(lines: Iterable[Transfer]) -> tuple[Transfer, ...]:
    """Return lines in the order of a table: exports first, by category, state and origin."""
    numbers = list(CATEGORIES.values())
    return tuple(
        sorted(
            lines,
            key=lambda each: (
                each.direction,
                numbers.index(each.category),
                each.state,
                each.origin,
                each.comments,
                each.withheld,
            ),
        )
    )


def reconciled(first: TransferTable, second: TransferTable) -> tuple[Compared, ...]:
    """Return both parties' tables of one year line by line, what one exported beside what the other imported.

    The same on both nodes whichever table is named first. Lines with other states than the two stay out: only one of
    the tables could have them. Raise `InvalidInput` where the tables are of different forms or years, or of one party.
    """
    if (first.form, first.year) != (second.form, second.year) or first.party == second.party:
        raise InvalidInput(
            "cooperation.tables_unlike",
            "The tables of {first} and {second} cannot be laid side by side.",
            why="one is {first_form} of {first_year}, the other {second_form} of {second_year}",
            remedy="take both parties' tables of the same form and the same year",
            first=first.party,
            second=second.party,
            first_form=first.form,
            first_year=first.year,
            second_form=second.form,
            second_year=second.year,
        )
    parties = (first.party, second.party)
    sides: dict[tuple[str, str, str, str], dict[Direction, list[Transfer]]] = {}
    for table in (first, second):
        for line in table.lines:
            if line.state not in parties:
                continue
            ends = (table.party, line.state) if line.direction == "export" else (line.state, table.party)
            origin = "" if line.origin == ends[0] else line.origin
            sides.setdefault((*ends, line.category, origin), {}).setdefault(line.direction, []).append(line)
    numbers = list(CATEGORIES.values())
    return tuple(
        Compared(*place, _number(side.get("export")), _number(side.get("import")), _comments(side))
        for place, side in sorted(sides.items(), key=lambda each: (each[0][:2], numbers.index(each[0][2]), each[0][3]))
    )


def _number(lines: Sequence[Transfer] | None) -> int | None:
    return None if lines is None else sum(each.number for each in lines)


def _comments(side: Mapping[Direction, Sequence[Transfer]]) -> tuple[str, ...]:
    return tuple(each.comments for name in sorted(side) for each in side[name] if each.comments)


def _deliveries(book: Book, party: str, year: int) -> Iterator[tuple[Standing, Flow]]:
    """Yield the deliveries of contract cases that count for a party in a year, each with its case."""
    for case in book.of_kind("initiative"):
        if case.template is None or case.template.id != CONTRACT_CASE:
            continue
        for standing in book.about(case.key, "flow"):
            flow = standing.record
            assert isinstance(flow, Flow)
            states = _CLAIMED if flow.from_party == party else _CONFIRMED
            if flow.flow_kind == "delivery" and standing.state in states and _year(flow) == year:
                yield case, flow


def _year(flow: Flow) -> int | None:
    return None if flow.actual_ms is None else utc_of(flow.actual_ms).year


def _is_return(case: Standing, flow: Flow) -> bool:
    """Tell whether a delivery goes to the party that delivers by the case's template: such as what came back broken."""
    giver = case.template.delivers if case.template is not None else None
    return giver is not None and case.fields["roles"].get(giver) == flow.to_party


def _category(case: Standing, flow: Flow) -> str | None:
    """Return the category of what was delivered, by its item line, or None where it stands in none."""
    words = {each["id"]: each["category"] for each in case.fields.get("items", ())}
    return CATEGORIES.get(words.get(flow.item, ""))


def _is_withheld(case: Standing, at_ms: int) -> bool:
    blocks = [each for each in case.fields.get("withheld", ()) if each["field"] == "items"]
    return any("public_on" not in each or at_ms < parse_instant(f"{each['public_on']}T00:00:00Z") for each in blocks)
