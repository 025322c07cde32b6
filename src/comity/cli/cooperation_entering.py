"""`comity cooperation enter`: what a file holds, proposed as records in our log: earlier treaties, days to come."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Protocol

import typer

from comity.cli.cooperation_inputs import json_of
from comity.cli.house_port import agreement_of, served
from comity.cli.language import spoken
from comity.files.standards.intake import bounded_bytes

Proposals = Mapping[str, Mapping[str, Any]]
"""The fields of each record by its key, `kind/name`, in the order in which they are proposed."""


class Desk(Protocol):
    """Who answers for a node, and writes."""

    def get(self, path: str) -> Any:
        """Return the JSON body of an address."""

    def post(self, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """Post a body and return the JSON answer."""


def enter(
    standard: Annotated[Literal["treaties", "ics"], typer.Argument(help="What the file is.")],
    file: Annotated[Path, typer.Argument(help="A CSV table of treaties, or a calendar.")],
    folder: Annotated[Path, typer.Argument(help="The node folder; the node must be served.")],
    office: Annotated[str, typer.Option(help="The office that proposes them; never a person.")],
    fields: Annotated[
        Path | None, typer.Option(help="What every record says besides, as a JSON file: clause_refs, about, group.")
    ] = None,
    table: Annotated[
        Path | None, typer.Option(help="Of treaties: the mapping of the table's columns, a TOML file.")
    ] = None,
    agreement: Annotated[str | None, typer.Option(help="The agreement; not needed where the node holds one.")] = None,
) -> None:
    """Propose the records of a file that was read whole: earlier treaties as documents, days as meetings and actions.

    What is there under its name already is left as it is, so that a second run goes on where a refusal ended the first.
    """
    for each in (file, fields, table):
        if each is not None and not each.is_file():
            raise typer.BadParameter(f"{each} is not there.")
    found = _documents(file, table) if standard == "treaties" else _days(file)
    besides = {} if fields is None else json_of(fields)
    with served(folder) as node:
        base = f"/api/v1/agreements/{agreement_of(node, agreement)}/cooperation/records"
        proposed = propose(node, base, {key: {**besides, **said} for key, said in found.items()}, office)
    told = {"count": proposed, "known": len(found) - proposed, "file": file.name}
    typer.echo(spoken().say("cli-cooperation-entered", **told))


def propose(node: Desk, base: str, proposals: Proposals, office: str) -> int:
    """Propose each record that is not there yet, in order, and return how many were."""
    known = {each["key"] for each in node.get(base)}
    wanted = {key: fields for key, fields in proposals.items() if key not in known}
    for key, fields in wanted.items():
        node.post(f"{base}/{key}/acts", {"move": "propose", "fields": fields, "office": office, "sign": False})
    return len(wanted)


def _documents(file: Path, table: Path | None) -> Proposals:
    from comity.files.standards.treaties import read_treaties, read_treaty_table
    from comity.files.standards.treaty_records import documents_of

    found = read_treaties(bounded_bytes(file), None if table is None else read_treaty_table(table))
    return {f"document/{name}": fields for name, fields in documents_of(found.treaties).items()}


def _days(file: Path) -> Proposals:
    from comity.files.standards.calendar_reading import read_calendar
    from comity.files.standards.calendar_records import named_records

    return named_records(read_calendar(bounded_bytes(file)).entries)
