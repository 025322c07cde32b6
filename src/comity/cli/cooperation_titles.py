"""`comity cooperation titles`: what the offices of both parties are called in three languages; ours from a file."""

import tomllib
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer

from comity.cli.house_port import House, agreement_of, house_of, served
from comity.cli.language import spoken
from comity.files.standards.intake import bounded_bytes
from comity.files.words import Words
from comity.ground import InvalidInput
from comity.node.offices import OWNER


def titles(
    folder: Annotated[Path, typer.Argument(help="The node folder; to give titles, the node must be served.")],
    give: Annotated[
        Path | None, typer.Option(help="Titles of our offices as a TOML file, to put into our log.")
    ] = None,
    office: Annotated[str, typer.Option(help="The office that gives them; never a person.")] = "",
    agreement: Annotated[str | None, typer.Option(help="The agreement; not needed where the node holds one.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of sentences.")] = False,
) -> None:
    """Say what each office is called in the reader's language, or give the titles of our own offices."""
    if give is None:
        with house_of(folder) as house:
            found = house.get(_address(agreement_of(house, agreement)))
    elif not office:
        raise typer.BadParameter("Titles are given by an office.", param_hint="--office")
    elif not give.is_file():
        raise typer.BadParameter(f"{give} is not there.", param_hint="--give")
    else:
        body = {"titles": read_titles(bounded_bytes(give), give.name), "office": office}
        with served(folder) as node:
            found = node.post(_address(agreement_of(node, agreement)), body)
    if as_json:
        typer.echo(orjson.dumps(found, option=orjson.OPT_INDENT_2).decode())
        return
    words = spoken()
    newest = {(each["party"], each["office"]): each["title"] for each in found}
    if not newest:
        typer.echo(words.say("cli-office-titles-none"))
    for (party, name), title in newest.items():
        typer.echo(words.say("cli-office-title", party=party, office=name, title=title[words.language]))


def read_titles(data: bytes, name: str) -> list[dict[str, Any]]:
    """Return the titles of a file: tables `[[office]]` with `name`, `ar`, `en` and `fr`, or raise `InvalidInput`."""
    try:
        tables = tomllib.loads(data.decode())["office"]
        return [
            {"office": each["name"], "title": {language: each[language] for language in ("ar", "en", "fr")}}
            for each in tables
        ]
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise InvalidInput(
            "cli.not_office_titles",
            "The file {file} holds no titles of offices.",
            why="reading it stops with: {reason}",
            remedy="write a table [[office]] for each, with name, ar, en and fr",
            file=name,
            reason=str(error)[:200],
        ) from None


Titles = list[dict[str, Any]]
"""What the house API lists of titles, the oldest first."""


def titles_of(house: House, agreement: str) -> Titles:
    """Return the titles of both parties' offices."""
    found: Titles = house.get(_address(agreement))
    return found


def office_name(titles: Titles, party: str, office: str, words: Words, *, before: int | None = None) -> str:
    """Return what an office is called in the reader's language, `before` a place in its party's log.

    Where it was called nothing yet, the first title that it was given after says the same.
    """
    if office == OWNER:
        return words.say("cli-handover-folder-owner")
    known = [each for each in titles if each["party"] == party and each["office"] == office]
    then = [each for each in known if before is None or each["position"] < before] or known[:1]
    return str(then[-1]["title"][words.language]) if then else office


def _address(agreement: str) -> str:
    return f"/api/v1/agreements/{agreement}/cooperation/office-titles"
