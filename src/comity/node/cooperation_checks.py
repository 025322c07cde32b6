"""Whether the records hold together: sums counted anew, clauses still at work, acts that changed nothing."""

from dataclasses import dataclass

from comity.cooperation import NotCounted, balance_of, recounted
from comity.node.app import Holding, Node
from comity.node.cooperation import books


@dataclass(frozen=True)
class Checked:
    """What a check found: `sums` and `clauses` name records that must be mended, `not_counted` acts without effect.

    `unreceipted` counts records of which the partner has not confirmed our newest act.
    """

    records: int
    acts: int
    sums: tuple[str, ...]
    clauses: tuple[tuple[str, str], ...]
    not_counted: tuple[NotCounted, ...]
    unreceipted: int

    @property
    def holds(self) -> bool:
        """Whether nothing must be mended."""
        return not self.sums and not self.clauses


def check(node: Node, holding: Holding) -> Checked:
    """Check the records of an agreement as this node holds them."""
    found = books(node, holding)
    book, at_ms = found.view, found.view.at_ms
    in_force = found.of_view.framework.clauses_at(at_ms)
    initiatives = book.of_kind("initiative")
    return Checked(
        records=len(book.standings),
        acts=len(found.of_view.log.acts),
        sums=tuple(each.key for each in initiatives if balance_of(book, each.id) != recounted(book, each.id)),
        clauses=tuple(
            (each.key, clause)
            for _, each in sorted(book.standings.items())
            if not each.is_final
            for clause in each.fields["clause_refs"]
            if clause not in in_force
        ),
        not_counted=tuple(book.not_counted),
        unreceipted=sum(
            key not in found.agreed.standings or found.agreed.standings[key].head != each.head
            for key, each in book.standings.items()
        ),
    )
