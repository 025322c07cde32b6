"""`comity cooperation enter`: what a file holds, proposed as records in our log: earlier treaties, days to come."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, Protocol

import typer

from comity.cli.cooperation_inputs import json_of
from comity.cli.house_port import AT_ONCE, agreement_of, served, whole_list
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

    All or none: where one would not count, the log stays as it was. What is there under its name already is left as it
    is. What the file holds besides is not entered, and counted: what is over or called off, repetitions, other fields.
    """
    for each in (file, fields, table):
        if each is not None and not each.is_file():
            raise typer.BadParameter(f"{each} is not there.")
    found, left_out, early = _documents(file, table) if standard == "treaties" else _days(file)
    besides = {} if fields is None else json_of(fields)
    with served(folder) as node:
        base = f"/api/v1/agreements/{agreement_of(node, agreement)}/cooperation/records"
        proposed = propose(node, base, {key: {**besides, **said} for key, said in found.items()}, office)
    told = {"count": proposed, "known": len(found) - proposed, "file": file.name}
    words = spoken()
    typer.echo(words.say("cli-cooperation-entered", **told))
    for name, count in sorted(left_out.items()):
        typer.echo("  " + words.say("cli-cooperation-left-out", name=name, count=count))
    for row in early:
        typer.echo("  " + words.say("cli-cooperation-early", row=row))


def propose(node: Desk, base: str, proposals: Proposals, office: str, *, at_once: int = AT_ONCE) -> int:
    """Propose the records that are not there yet, in order, all or none, and return how many were.

    `at_once` is how many lines of the list of what is there are asked for in one answer.
    """
    known = {each["key"] for each in whole_list(node, base, {}, "key", at_once=at_once)}
    wanted = [
        dict(zip(("kind", "record"), key.split("/"), strict=True)) | {"fields": fields}
        for key, fields in proposals.items()
        if key not in known
    ]
    if wanted:
        node.post(base, {"proposals": wanted, "office": office})
    return len(wanted)


def _documents(file: Path, table: Path | None) -> tuple[Proposals, Mapping[str, int], Sequence[int]]:
    """Return documents, how often each column was not taken over, and the rows in force before they were signed."""
    from comity.files.standards.treaties import read_treaties, read_treaty_table
    from comity.files.standards.treaty_records import documents_of

    found = read_treaties(bounded_bytes(file), None if table is None else read_treaty_table(table))
    documents = {f"document/{name}": fields for name, fields in documents_of(found.treaties).items()}
    return documents, dict.fromkeys(found.left_out, len(documents)), found.early_rows


def _days(file: Path) -> tuple[Proposals, Mapping[str, int], Sequence[int]]:
    from comity.files.standards.calendar_reading import read_calendar
    from comity.files.standards.calendar_records import named_records

    read = read_calendar(bounded_bytes(file))
    records = named_records(read.entries)
    return records.fields, Counter(read.left_out) + Counter(records.left_out), ()
