"""What offices are called in the reader's language: the titles that each party gave its own offices in its log.

A title is read, and nothing more: who may sign is said by a party's list of offices alone. It holds from its place in
that log until a newer one; what was signed before it keeps what the office was called then.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from comity.agreement import Text
from comity.files.words import Words
from comity.node.cooperation_given import Given
from comity.node.offices import OWNER


@dataclass(frozen=True)
class OfficeTitles:
    """The titles that both parties gave, as far as both logs were read (`sizes`, in entries), by party."""

    given: Mapping[str, Given]
    sizes: Mapping[str, int]

    def title(self, party: str, office: str, *, before: int | None = None) -> Text | None:
        """Return the newest title of a party's office, or None where it was given none.

        Parameters
        ----------
        before
            The place of an act in the party's log: what stands there, or behind it, is not counted.
        """
        if party not in self.given:
            return None
        size = self.sizes[party] if before is None else min(before, self.sizes[party])
        return self.given[party].title(office, size)

    def named(self, party: str, office: str, *, before: int | None = None) -> Text:
        """Return the title of an office; without one, its own name in each language."""
        return self.title(party, office, before=before) or named_alike(office)

    def said(self, party: str, office: str, words: Words, *, before: int | None = None) -> str:
        """Return what an office is called in the reader's language, whoever owns the node's folder too."""
        if office == OWNER:
            return words.say("cli-handover-folder-owner")
        return self.named(party, office, before=before).in_language(words.language)


def named_alike(office: str) -> Text:
    """Return the name of an office that has no title: the same in each language."""
    return Text(ar=office, en=office, fr=office)
