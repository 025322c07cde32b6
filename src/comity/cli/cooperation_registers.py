"""`comity cooperation register`: the yearly table of arms transfers, and where both parties' tables differ."""

from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer

from comity.cli.house_port import agreement_of, asked, house_of
from comity.cli.language import spoken
from comity.cooperation import Compared, RegisterForm, TransferTable, reconciled
from comity.files.folders import write_file
from comity.files.standards.intake import bounded_bytes
from comity.files.standards.registers import read_transfers, write_compared, write_transfers

Form = Annotated[RegisterForm, typer.Option(help="Whose form: the United Nations register or the Arms Trade Treaty.")]


def register(
    year: Annotated[int, typer.Argument(min=1970, max=9999, help="The year, in UTC.")],
    folder: Annotated[Path, typer.Argument(help="The node folder; the node may be served.")],
    agreement: Annotated[str | None, typer.Option(help="The agreement; not needed where the node holds one.")] = None,
    form: Form = "un_register",
    out: Annotated[Path | None, typer.Option(help="Write our table here, as CSV.")] = None,
    side_by_side: Annotated[Path | None, typer.Option(help="Write both tables side by side here, as CSV.")] = None,
    ours: Annotated[Path | None, typer.Option(help="Our table with our remarks, in place of the record's.")] = None,
    partner: Annotated[Path | None, typer.Option(help="The table that the partner handed over.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of sentences.")] = False,
) -> None:
    """Show the table of a year line by line, what one exported beside what the other imported; exit 1 if they differ.

    Both tables follow from the record that both hold; with --ours or --partner a table that was handed over stands in.
    """
    for name, file in (("--ours", ours), ("--partner", partner)):
        if file is not None and not file.is_file():
            raise typer.BadParameter(f"{file} is not there.", param_hint=name)
    tables = _tables(folder, agreement, year, form)
    first, second = (
        _read(file) if file is not None else each for file, each in zip((ours, partner), tables, strict=True)
    )
    lines = reconciled(first, second)
    for path, data in ((out, write_transfers(first)), (side_by_side, write_compared(lines))):
        if path is not None:
            write_file(path, data)
    agrees = all(each.agrees for each in lines)
    if as_json:
        typer.echo(orjson.dumps(_document(first, second, lines), option=orjson.OPT_INDENT_2).decode())
    else:
        _tell(first, second, lines)
    if not agrees:
        raise typer.Exit(1)


def _tables(folder: Path, agreement: str | None, year: int, form: RegisterForm) -> tuple[TransferTable, TransferTable]:
    """Return our table and the partner's, as they follow from the record."""
    with house_of(folder) as house:
        base = f"/api/v1/agreements/{agreement_of(house, agreement)}/cooperation/register/{year}"
        parties = [each["party"] for each in house.get(asked(base, {"form": form}))["tables"]]
        own = house.get("/api/v1/node")["party"]
        first, second = (
            read_transfers(house.read(asked(f"{base}/table.csv", {"form": form, "party": each})))
            for each in sorted(parties, key=lambda party: party != own)
        )
    return first, second


def _read(file: Path) -> TransferTable:
    return read_transfers(bounded_bytes(file))


def _tell(first: TransferTable, second: TransferTable, lines: Sequence[Compared]) -> None:
    words = spoken()
    for each in lines:
        told = {
            "exporter": each.exporter,
            "importer": each.importer,
            "category": each.category,
            "exported": "-" if each.exported is None else each.exported,
            "imported": "-" if each.imported is None else each.imported,
            "agrees": "yes" if each.agrees else "no",
            "foreign": "yes" if each.origin else "no",
            "origin": each.origin,
        }
        typer.echo(words.say("cli-register-line", **told))
    for table in (first, second):
        if table.left_out or table.withheld:
            kept_back = "yes" if table.withheld else "no"
            typer.echo(words.say("cli-register-left-out", party=table.party, count=table.left_out, withheld=kept_back))
    differing = sum(not each.agrees for each in lines)
    typer.echo(words.say("cli-register-compared", year=str(first.year), count=len(lines), differing=differing))


def _document(first: TransferTable, second: TransferTable, lines: Sequence[Compared]) -> dict[str, Any]:
    return {
        "schema": "comity/register/1",
        "form": first.form,
        "year": first.year,
        "reconciled": all(each.agrees for each in lines),
        "hash": f"sha256:{sha256(write_compared(lines)).hexdigest()}",
        "tables": [asdict(each) for each in (first, second)],
        "lines": [{**asdict(each), "agrees": each.agrees} for each in lines],
    }
