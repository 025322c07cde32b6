"""The public pages of this node: what both durably hold and have released, as files; kept in a folder where one is set.

The pages follow from the receipted record and the day alone, so both nodes write the same bytes. Nothing is published
before both have signed the memorandum. Instants are milliseconds since 1970.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from comity.agreement import version_at
from comity.ground import ComityError, InvalidInput, Refused
from comity.node.app import Holding, Node
from comity.node.cooperation import Books, Reading, books
from comity.node.logbook import Logbook
from comity.node.record import is_agreed

if TYPE_CHECKING:
    from comity.files.public_pages import Publication

MS_PER_DAY = 86_400_000
_REASON_MOST = 200

Files = Mapping[str, bytes]


@dataclass
class _Issue:
    """An issue: the reading and day that it was last compared with, what it is made of, whether the folder holds it."""

    reading: Reading
    day: int
    publication: "Publication"
    files: Files
    is_written: bool = False


_KEPT: "WeakKeyDictionary[Logbook, _Issue]" = WeakKeyDictionary()
"""The last issue of each agreement, by our log: it holds until something public or the day changes."""


def public_issue(node: Node, agreement_id: str) -> Files:
    """Return the public pages of an agreement by path, or raise `Refused` while it is not agreed by both."""
    holding = node.holding(agreement_id)
    found = books(node, holding)
    if not is_agreed(found.found.agreed, holding):
        raise Refused(
            "node.agreement_not_agreed",
            "Nothing was sent: the memorandum is not agreed by both parties yet.",
            why="under Article {article} nothing leaves without a rule in force, and no rule is in force before that",
            remedy="have both parties sign the memorandum, then try again",
            article=holding.agreement.limits.default_clause,
        )
    with _told(agreement_id):
        return _issue(node, holding, found).files


def folder_of(node: Node, agreement_id: str) -> Path | None:
    """Return where the pages of an agreement are kept, or None where no folder is set."""
    named = node.settings.public_folder
    return node.layout.folder / named / agreement_id if named else None


def publish_due(node: Node) -> None:
    """Rewrite the folder of each agreement whose public record has changed since; a round, done again and again.

    What stands there already is left as it is, so that a crash between two steps is made good by the next round. What
    fails for one agreement is raised once the others were seen to.
    """
    failed = None
    for agreement_id, holding in node.holdings.items():
        folder = folder_of(node, agreement_id)
        if folder is not None:
            try:
                with _told(agreement_id):
                    _publish(node, holding, folder)
            except ComityError as error:
                failed = error
    if failed is not None:
        raise failed


@contextmanager
def _told(agreement_id: str) -> Iterator[None]:
    """Say by its name what stood in the way of the pages: they wait, and the node goes on."""
    try:
        yield
    except (OSError, ValueError, OverflowError) as error:
        raise InvalidInput(
            "node.pages_not_made",
            "The public pages of {agreement} could not be made.",
            why="the operating system or a record stood in the way: {reason}",
            remedy="see that the node may read and write the folder of the pages; it is tried again by itself",
            agreement=agreement_id,
            reason=str(error)[:_REASON_MOST],
        ) from error


def _publish(node: Node, holding: Holding, folder: Path) -> None:
    from comity.files.folders import remove_unfinished
    from comity.files.public_pages import write_public_pages  # its templates are loaded where pages are written

    found = books(node, holding)
    if not is_agreed(found.found.agreed, holding):
        return
    issue = _issue(node, holding, found)
    if not issue.is_written:
        remove_unfinished(folder)
        write_public_pages(folder, issue.files)
        issue.is_written = True


def _issue(node: Node, holding: Holding, found: Books) -> _Issue:
    day = node.clock() // MS_PER_DAY
    kept = _KEPT.get(holding.own)
    if kept is not None and kept.reading is found.of_agreed and kept.day == day:
        return kept
    publication = _publication(found, day * MS_PER_DAY)
    if kept is not None and kept.publication == publication:  # an entry of a log that changes nothing public
        kept.reading = found.of_agreed
        return kept
    from comity.files.public_pages import pages_of

    kept = _Issue(found.of_agreed, day, publication, pages_of(publication))
    _KEPT[holding.own] = kept
    return kept


def _publication(found: Books, day_ms: int) -> "Publication":
    """Return what is public on a day, under the version of the agreement that is in force on it."""
    from comity.files.public_pages import publication_of

    framework = found.framework
    version = version_at(framework.versions, day_ms)
    agreement = framework.agreement if version is None else version.agreement
    return publication_of(found.agreed, agreement, now_ms=day_ms, titled=found.titles.title)
