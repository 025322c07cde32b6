"""Who approved what leaves: enough distinct offices of the sender, each for exactly these bytes.

Units: milliseconds since 1970.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from comity.agreement import APPROVALS_NEEDED, Rule
from comity.ground import Refused


@dataclass(frozen=True)
class Approved:
    """An office approved the content of this hash at this instant; whose hand it was stands in the node's record."""

    office: str
    content: str
    at_ms: int


def approving_offices(content: str, approvals: Iterable[Approved]) -> tuple[str, ...]:
    """Return the distinct offices that approved exactly this content, in the order of their first approval.

    >>> approving_offices("sha256:a", [Approved("one", "sha256:a", 2), Approved("one", "sha256:a", 3)])
    ('one',)
    """
    ordered = sorted(approvals, key=lambda each: (each.at_ms, each.office))
    return tuple(dict.fromkeys(each.office for each in ordered if each.content == content))


def approvals_missing(rule: Rule, content: str, approvals: Iterable[Approved]) -> int:
    """Return how many more offices must approve this content before it may leave under the rule."""
    return max(0, APPROVALS_NEEDED[rule.approve] - len(approving_offices(content, approvals)))


def check_approvals(rule: Rule, content: str, approvals: Iterable[Approved]) -> None:
    """Raise `Refused`, naming the article, while the content lacks an approval that its rule asks for.

    Parameters
    ----------
    content
        Hash of what each office saw: the record in the form that leaves, its rule, label, purpose and receiver.
    """
    offices = approving_offices(content, approvals)
    needed = APPROVALS_NEEDED[rule.approve]
    if len(offices) < needed:
        raise Refused(
            "exchange.approvals_missing",
            "Nothing was sent: {found} of {needed} offices approved what would leave under Article {article}.",
            why="the rule {rule} counts distinct offices, and only approvals of exactly this content",
            remedy="have another office read it and approve it",
            article=rule.clause,
            found=len(offices),
            needed=needed,
            rule=rule.id,
        )
