"""A release rule as data: who may send what to whom, in which form, how late, and for how long.

Units: seconds (`_s`), milli-degrees (`_mdeg`), milliseconds since 1970 (`_ms`).
Sources: reference of STANAG 4774 for the label (policy, class, releasable to), FIRST TLP 2.0 for `tlp`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Approval = Literal["auto", "one-officer", "two-officers"]

APPROVALS_NEEDED: Mapping[Approval, int] = {"auto": 0, "one-officer": 1, "two-officers": 2}
"""How many offices must approve what leaves."""

PURPOSES = (
    "search_and_rescue",
    "maritime_safety",
    "maritime_security",
    "regional_security",
    "training",
    "equipment",
    "technology",
    "investment",
    "tourism",
    "public_report",
)
"""What a release may be for: a closed vocabulary."""

NEVER = ("person_profile", "targeting", "weapon_employment")
"""What no agreement can allow."""


@dataclass(frozen=True)
class Label:
    """The marking that travels with what is released."""

    policy: str
    classification: str
    rel_to: tuple[str, ...]
    tlp: str


@dataclass(frozen=True)
class Rule:
    """One rule. The head (item, domain, from, to) says which items it decides; all else says how.

    What it lets out leaves in batches, one for each period of `cadence_s` (where a document does not say, that of
    `time_bucket_s`); 0 lets each item leave at once.
    `grid_mdeg`, `time_bucket_s` and `identity_digits` of 0 leave positions, instants and identities exact.
    """

    id: str
    clause: str
    item: str
    domain: str
    from_parties: tuple[str, ...]
    to_parties: tuple[str, ...]
    purposes: tuple[str, ...]
    keep: tuple[str, ...]
    delay_s: int
    grid_mdeg: int
    time_bucket_s: int
    identity_digits: int
    area: str | None
    forbid_caveats: tuple[str, ...]
    label: Label
    approve: Approval
    until_ms: int
    keep_for_s: int
    cadence_s: int = 0
