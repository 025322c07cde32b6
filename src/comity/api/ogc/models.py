"""The tokens by which map programs read `/ogc`. Instants are milliseconds since 1970."""

from typing import Annotated

from pydantic import Field

from comity.api.models import Body, Office


class MapReaderIn(Body):
    """What shall read the map."""

    about: Annotated[str, Field(min_length=1, max_length=200)] = Field(
        description="Which program, where: QGIS on the desk of the watch."
    )
    office: Office | None = None


class MapReaderOut(Body):
    """A program that reads the map without signing in."""

    number: int
    about: str
    made_by: str
    made_ms: int


class NewMapReaderOut(MapReaderOut):
    """A program with its token, at the only moment at which it can be read."""

    token: str
    path: str = Field(description="The address at this node that the token opens.")


class EndMapReaderIn(Body):
    """The program whose token shall open nothing any more."""

    number: Annotated[int, Field(ge=1, lt=2**53)]
    office: Office | None = None
