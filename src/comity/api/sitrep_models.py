"""What goes in and out of the situation reports of a case. Instants are milliseconds since 1970."""

from typing import Annotated, Literal

from pydantic import Field

from comity.api.models import Body, Office
from comity.node.services.sitreps import Form, Letter, Precedence

Text = Annotated[str, Field(max_length=4000)]
End = Annotated[str, Field(min_length=1, max_length=200)]


class SitrepIn(Body):
    """A report as an office gives it: what it leaves out is said by the node, from what it knows."""

    form: Form = Field(default="full", description="short: A to F, where help is asked at once.")
    final: bool = False
    precedence: Precedence | None = None
    sender: End | None = None
    to: End | None = None
    sections: dict[Letter, Text] = Field(default={}, description="By letter, as typed; empty: the section is left out.")
    expects: Annotated[str, Field(pattern="^[0-9a-f]{64}$")] | None = Field(
        default=None, description="The draft's `digest`: where something has changed since, nothing is kept (409)."
    )
    office: Office | None = None


class SectionOut(Body):
    """One section of a report, in the caller's language where the node said it."""

    letter: Letter
    heading: str
    text: str
    typed: bool


class SitrepOut(Body):
    """A report as it is kept."""

    schema_: Literal["comity/sitrep/1"] = Field(default="comity/sitrep/1", serialization_alias="schema")
    key: str
    case: str
    number: int
    title: str
    at_ms: int
    office: str
    form: Form
    final: bool
    precedence: Precedence
    sender: str
    to: str
    sections: list[SectionOut]


class SitrepDraftOut(Body):
    """What the next report would say."""

    number: int
    precedence: Precedence
    sender: str
    to: str
    sections: list[SectionOut]
    digest: str
