"""The versions of an agreement: the original and its chain of amendments, and which was in force at any past instant.

Units: milliseconds since 1970.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.agreement.amendments import Amendment, read_amendment
from comity.agreement.articles import Agreement
from comity.agreement.documents import agreement_hash, read_agreement
from comity.ground import parse_instant


@dataclass(frozen=True)
class Version:
    """One version: its document and hash, since when it is in force, and the amendment that made it."""

    number: int
    document: Mapping[str, Any]
    agreement: Agreement
    hash: str
    in_force_ms: int
    amendment: Amendment | None


def versions(
    original: Mapping[str, Any], amendments: Iterable[tuple[Any, int]], *, agreed_ms: int = 0
) -> tuple[Version, ...]:
    """Return all versions, the original first, or raise `InvalidInput` at the first amendment that does not fit.

    Parameters
    ----------
    amendments
        Documents in the order in which both agreed to them, each with the instant of the second signature.
    agreed_ms
        When both had signed the original.

    A version is in force from its own date, but not before both agreed, and not before the version that it changes.
    """
    agreement = read_agreement(original)
    starts_ms = max(agreed_ms, _midnight_ms(agreement.in_force))
    found = [Version(0, original, agreement, agreement_hash(original), starts_ms, None)]
    for document, both_ms in amendments:
        last = found[-1]
        read = read_amendment(document, last.document)
        starts_ms = max(both_ms, _midnight_ms(read.in_force), last.in_force_ms)
        found.append(Version(last.number + 1, read.document, read.agreement, read.result, starts_ms, read))
    return tuple(found)


def version_at(found: Sequence[Version], instant_ms: int) -> Version | None:
    """Return the version in force at an instant, or None before the first."""
    in_force = [each for each in found if each.in_force_ms <= instant_ms]
    return in_force[-1] if in_force else None


def _midnight_ms(day: str) -> int:
    return parse_instant(day + "T00:00:00Z")
