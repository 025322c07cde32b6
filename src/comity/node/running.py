"""The two records of a holding, kept up as both logs grow: each entry is read once, whoever asks and how often.

`agreed` follows from what is receipted (rule R6: our log up to the partner's receipt, the partner's log up to our
copy), `view` also counts our own entries without receipt. Both equal the fold of what they read at every moment.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

from comity.ledger import PARTIES, Entry, Party, Record, RunningRecord
from comity.node.logbook import Logbook


@dataclass
class _Read:
    """One running record, and what it said when it was asked last."""

    running: RunningRecord = field(default_factory=RunningRecord)
    found: Record | None = None

    def up_to(self, own: Logbook, copy: Logbook, ours: Party, own_size: int) -> Record:
        """Return the record of our first `own_size` entries and of the whole copy."""
        theirs: Party = 1 if ours == 0 else 0
        wanted = {ours: own_size, theirs: copy.size}
        if any(wanted[party] < self.running.sizes[party] for party in wanted):
            self.running, self.found = RunningRecord(), None  # a log that is shorter than it was is read anew
        for party, book in ((ours, own), (theirs, copy)):
            since = self.running.sizes[party]
            if since < wanted[party]:
                self.running.read(party, book.said(since, wanted[party]))
                self.found = None
        if self.found is None:
            self.found = self.running.record()
        return self.found


class RunningRecords:
    """What follows from both logs of one holding; whoever asks holds `turn`, so that no older answer comes after."""

    def __init__(self, own: Logbook, copy: Logbook, ours: Party) -> None:
        self.turn = threading.RLock()
        self._own, self._copy, self._ours = own, copy, ours
        self._agreed, self._view = _Read(), _Read()

    @property
    def sizes(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """How many entries of our log and of the copy were read last: for the record, and for the view."""
        agreed, view = self._agreed.running.sizes, self._view.running.sizes
        theirs: Party = 1 if self._ours == 0 else 0
        return (agreed[self._ours], agreed[theirs]), (view[self._ours], view[theirs])

    def read(self, receipted: int) -> tuple[Record, Record]:
        """Read what is new; return the record, and the view that also counts our entries without receipt.

        Parameters
        ----------
        receipted
            How many entries of our log the partner gave receipt of.
        """
        with self.turn:
            size = self._own.size
            agreed = self._agreed.up_to(self._own, self._copy, self._ours, min(receipted, size))
            return agreed, self._view.up_to(self._own, self._copy, self._ours, size)

    def supposing(self, new: tuple[Sequence[Entry | None], Sequence[Entry | None]]) -> Record:
        """Return the view as it would be with more entries, given in the agreement's order; nothing of it is kept."""
        with self.turn:
            supposed = self._view.running.copy()
            for party in PARTIES:
                supposed.read(party, new[party])
            return supposed.record()
