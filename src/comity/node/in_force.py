"""Which version of an agreement is in force on this node: the original, and the amendments that both logs agreed.

A version is in force from its own date, and not before both parties signed (`agreement.versions`). The record only
grows, so a version that was once in force stays readable. Units: milliseconds since 1970.
"""

from collections.abc import Mapping
from typing import Any

from comity.agreement import Version, version_at, versions
from comity.ground import InvalidInput
from comity.ledger import Series, Slot
from comity.node.clock import Clock

AGREEMENT = "agreement"
"""The series of the memorandum itself and of its amendments."""


class InForce:
    """The versions of one agreement, as far as the record was read."""

    def __init__(self, original: Mapping[str, Any], clock: Clock) -> None:
        self._clock = clock
        self._agreed = self._signed = versions(original, ())
        self._read: dict[tuple[str, ...], tuple[Version, ...]] = {}

    @property
    def original(self) -> Version:
        """The version that this node was given at its birth."""
        return self._agreed[0]

    @property
    def agreed(self) -> tuple[Version, ...]:
        """The versions that the receipted record shows, oldest first; the last may begin at a later date."""
        return self._agreed

    @property
    def signed(self) -> tuple[Version, ...]:
        """All versions that both signed, whatever their day; the last may still wait for a receipt of ours."""
        return self._signed

    @property
    def newest(self) -> Version:
        """The version that the next amendment changes: the last one signed by both, whatever its date."""
        return self._signed[-1]

    @property
    def now(self) -> Version:
        """The version in force at this moment; before the first one begins, the original."""
        if len(self._agreed) == 1:
            return self._agreed[0]
        return version_at(self._agreed, self.now_ms()) or self._agreed[0]

    def now_ms(self) -> int:
        """Return what the node's clock says: versions begin by it, and notices run out."""
        return self._clock()

    def known(self, agreement_hash: str) -> Version | None:
        """Return the version of this hash, or `None`.

        Also one that only waits for the receipt of our own signature, or for its day: the partner may have that
        receipt, or a clock that is a little ahead, and releases under it.
        """
        return next((each for each in self._signed if each.hash == agreement_hash), None)

    def follow(self, agreed: Series | None, signed: Series | None) -> None:
        """Take over what the record shows: what is receipted, and what counts our acts without receipt."""
        self._agreed = self._versions(agreed)
        self._signed = self._versions(signed)

    def _versions(self, series: Series | None) -> tuple[Version, ...]:
        """Return the versions of a chain; a text that does not read as an amendment of the last one changes nothing."""
        document = self.original.document
        if series is None or not series.in_force or series.in_force[0].hash != self.original.hash:
            return self._agreed
        chain = tuple(text.hash for text in series.in_force)
        if chain in self._read:
            return self._read[chain]
        signed_ms = [_both_ms(slot) for slot in series.slots if slot.outcome == "force"]
        found, amendments = versions(document, (), agreed_ms=signed_ms[0]), list[tuple[Any, int]]()
        for text, both_ms in zip(series.in_force[1:], signed_ms[1:], strict=True):
            try:
                found = versions(document, [*amendments, (text.document, both_ms)], agreed_ms=signed_ms[0])
            except InvalidInput:
                continue
            amendments.append((text.document, both_ms))
        self._read[chain] = found
        return found


def _both_ms(slot: Slot) -> int:
    """Return when the second party signed: the later of both logs' own times."""
    return max(ballot.time_ms for ballot in slot.ballots if ballot is not None)
