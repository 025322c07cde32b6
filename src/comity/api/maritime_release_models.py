"""Bodies and answers of the maritime exchange: what of a period leaves, and what arrived."""

from typing import Any, Literal

from pydantic import Field

from comity.api.models import Body
from comity.ground import LAST_MS

Item = Literal["maritime.contact", "maritime.detection"]


class PictureReleaseIn(Body):
    """What of a period is to be released; `preview` shows what would leave, and nothing leaves."""

    item: Item
    from_ms: int = Field(ge=0, le=LAST_MS)
    until_ms: int = Field(ge=0, le=LAST_MS, description="Not included.")
    purpose: str = Field(min_length=1, max_length=80)
    office: str = Field(default="", max_length=200)
    preview: bool = False


class PictureReleaseOut(Body):
    """What the release check said of a period."""

    item: Item
    clause: str
    rule: str
    sentences: list[str] = Field(description="What the rule does to each record, in words.")
    preview: bool
    released: int
    held: int = Field(description="How many may leave later.")
    held_until_ms: int | None = Field(description="When the first of those may leave.")
    outside: int = Field(description="How many lie outside the area of the rule, or show no place.")
    withheld: list[str] = Field(description="Columns that stay at home.")
    records: list[dict[str, Any]] = Field(description="In the form that leaves: the first of them.")
    positions: list[int] = Field(description="Where the manifests stand in our record.")


class ArrivedRecordOut(Body):
    """One record of a partner's picture: how it came, and what it says (places in micro-degrees, longitude first)."""

    agreement: str
    party: str
    rule: str | None
    clause: str | None
    arrived_ms: int
    record: dict[str, Any]


class ArrivedPictureOut(Body):
    """What the partners released to us of their picture, the newest arrivals first."""

    item: Item
    now_ms: int
    records: list[ArrivedRecordOut]
