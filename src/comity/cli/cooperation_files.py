"""`comity cooperation export | import | report | check | calendar`: what comes out as files, and what is read in."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import orjson
import typer

from comity.cli.house_port import agreement_of, asked, house_of
from comity.cli.language import spoken
from comity.files.folders import write_file

Folder = Annotated[Path, typer.Argument(help="The node folder; the node may be served.")]
Agreement = Annotated[str | None, typer.Option(help="The agreement; not needed where the node holds one.")]
Out = Annotated[Path, typer.Option(help="The file to write.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of sentences.")]


def export(
    standard: Annotated[Literal["ocds", "iati", "ics"], typer.Argument(help="Of which standard.")],
    folder: Folder,
    out: Out,
    agreement: Agreement = None,
    audience: Annotated[
        Literal["public", "bilateral"], typer.Option(help="Whose rendering; a calendar is of both parties.")
    ] = "public",
    prefix: Annotated[str | None, typer.Option(help="The registered prefix of our OCDS processes.")] = None,
    reporter: Annotated[str | None, typer.Option(help="Our registered reference as an IATI reporter.")] = None,
) -> None:
    """Write contract cases as OCDS, initiatives as IATI, or the days of cooperation as iCalendar."""
    query = {"audience": audience, "prefix": prefix, "reporter": reporter}
    path = "calendar.ics" if standard == "ics" else asked(f"exports/{standard}", query)
    _write(folder, agreement, path, out)


def calendar(
    folder: Folder,
    out: Out,
    agreement: Agreement = None,
    group: Annotated[str | None, typer.Option(help="Only of this working group.")] = None,
    office: Annotated[str | None, typer.Option(help="Only what this office answers for.")] = None,
) -> None:
    """Write meetings, actions, milestones and other days as iCalendar, with reminders."""
    _write(folder, agreement, asked("calendar.ics", {"group": group, "office": office}), out)


def report(
    folder: Folder,
    year: Annotated[int, typer.Option(min=1970, max=9998, help="The year.")],
    out: Out,
    agreement: Agreement = None,
    language: Annotated[
        Literal["ar", "en", "fr"] | None, typer.Option(help="The language beside the partner's.")
    ] = None,
    holder: Annotated[str | None, typer.Option(help="Whose original: a party's code; ours without.")] = None,
) -> None:
    """Write the annual implementation report as PDF: announced, decided, done; obligations; money; checks."""
    _write(folder, agreement, asked(f"report/{year}.pdf", {"language": language, "holder": holder}), out)


def check(folder: Folder, agreement: Agreement = None, as_json: AsJson = False) -> None:
    """Check the records: sums counted anew, clauses of what is open, acts that changed nothing; exit 1 if one fails."""
    with house_of(folder) as house:
        found = house.get(f"/api/v1/agreements/{agreement_of(house, agreement)}/cooperation/check")
    if as_json:
        typer.echo(orjson.dumps(found, option=orjson.OPT_INDENT_2).decode())
    else:
        words = spoken()
        for each in found["not_counted"]:
            told = {"key": each["key"] or "-", "move": each["move"] or "-", "what": each["what"]}
            typer.echo(words.say("cli-cooperation-check-not-counted", **told))
        for key in found["sums"]:
            typer.echo(words.say("cli-cooperation-check-sum", key=key))
        for each in found["clauses"]:
            typer.echo(words.say("cli-cooperation-check-clause", key=each["key"], clause=each["clause"]))
        counts = {"records": found["records"], "acts": found["acts"], "idle": len(found["not_counted"])}
        typer.echo(words.say("cli-cooperation-checked", **counts))
    if not found["holds"]:
        raise typer.Exit(1)


def import_file(
    standard: Annotated[Literal["treaties", "iati", "ics", "ocds"], typer.Argument(help="What the file is.")],
    file: Annotated[
        Path, typer.Argument(help="A CSV table of treaties, an IATI file, a calendar, or an OCDS package.")
    ],
    out: Annotated[Path | None, typer.Option(help="The JSON file to write; nothing is written without.")] = None,
    table: Annotated[
        Path | None, typer.Option(help="Of treaties: the mapping of the table's columns, a TOML file.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Read a file whole or not at all, and write its records as JSON; what is wrong is named by row, column, value."""
    if not file.is_file():
        raise typer.BadParameter(f"{file} is not there.", param_hint="FILE")
    records, left_out = _READERS[standard](file, table)
    if out is not None:
        write_file(out, orjson.dumps(records, option=orjson.OPT_INDENT_2))
    if as_json:
        typer.echo(orjson.dumps(records, option=orjson.OPT_INDENT_2).decode())
        return
    words = spoken()
    typer.echo(words.say("cli-cooperation-imported", count=len(records), file=file.name))
    for name, count in sorted(left_out.items()):
        typer.echo("  " + words.say("cli-cooperation-left-out", name=name, count=count))


def _treaties(file: Path, table: Path | None) -> tuple[list[Any], Mapping[str, int]]:
    from comity.files.standards.intake import bounded_bytes
    from comity.files.standards.treaties import read_treaties, read_treaty_table

    found = read_treaties(bounded_bytes(file), None if table is None else read_treaty_table(table))
    records = [
        {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(each).items()}
        for each in found.treaties
    ]
    return records, dict.fromkeys(found.left_out, len(records))


def _activities(file: Path, _table: Path | None) -> tuple[list[Any], Mapping[str, int]]:
    from comity.files.standards.iati import read_activities_file

    found = read_activities_file(file)
    return list(found.activities), found.left_out


def _entries(file: Path, _table: Path | None) -> tuple[list[Any], Mapping[str, int]]:
    """Return meetings and actions as the fields that `act --fields` takes; what a calendar lacks is the secretary's."""
    from comity.files.standards.calendar_reading import read_calendar
    from comity.files.standards.calendar_records import record_fields
    from comity.files.standards.intake import bounded_bytes

    found = read_calendar(bounded_bytes(file))
    kinds = {True: "action", False: "meeting"}
    records = [{"uid": each.uid, "kind": kinds[each.is_task], "fields": record_fields(each)} for each in found.entries]
    return records, found.left_out


def _releases(file: Path, _table: Path | None) -> tuple[list[Any], Mapping[str, int]]:
    from comity.files.standards.intake import bounded_bytes
    from comity.files.standards.ocds_reading import read_releases

    found = read_releases(bounded_bytes(file))
    return [asdict(each) for each in found.releases], found.left_out


_READERS: Mapping[str, Callable[[Path, Path | None], tuple[list[Any], Mapping[str, int]]]] = {
    "treaties": _treaties,
    "iati": _activities,
    "ics": _entries,
    "ocds": _releases,
}


def _write(folder: Path, agreement: str | None, path: str, out: Path) -> None:
    with house_of(folder) as house:
        data = house.read(f"/api/v1/agreements/{agreement_of(house, agreement)}/cooperation/{path}")
    write_file(out, data)
    typer.echo(spoken().say("cli-cooperation-written", file=str(out), bytes=len(data)))
