"""`comity cooperation`: records of cooperation read, moved, checked, exported and put on paper."""

from pathlib import Path
from typing import Annotated, Any

import orjson
import typer

from comity.cli import (
    cooperation_digests,
    cooperation_entering,
    cooperation_files,
    cooperation_registers,
    cooperation_seals,
    cooperation_titles,
)
from comity.cli.cooperation_inputs import json_of, named
from comity.cli.cooperation_titles import Titles, office_name, titles_of
from comity.cli.house_port import AT_ONCE, agreement_of, asked, house_of, served, whole_list
from comity.cli.language import spoken
from comity.cli.public_pages import publish
from comity.files.words import Words
from comity.ground import instant_text, parse_instant

cooperation = typer.Typer(
    help="Working groups, meetings, decisions, actions, initiatives and what flows under them.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
)

cooperation.command()(publish)

Folder = Annotated[Path, typer.Argument(help="The node folder; the node may be served.")]
Served = Annotated[Path, typer.Argument(help="The node folder; the node must be served.")]
Agreement = Annotated[str | None, typer.Option(help="The agreement; not needed where the node holds one.")]
Key = Annotated[str, typer.Argument(help="The record: its kind and its name, such as meeting/wg-sahel-1.")]
Office = Annotated[str, typer.Option(help="The office that acts; never a person.")]
At = Annotated[str | None, typer.Option(help="As it stood then: 2026-03-01T00:00:00Z.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of sentences.")]


def base_of(agreement_id: str) -> str:
    """Return the address of the cooperation under an agreement."""
    return f"/api/v1/agreements/{agreement_id}/cooperation"


@cooperation.command("list")
def list_records(
    folder: Folder,
    agreement: Agreement = None,
    kind: Annotated[str | None, typer.Option(help="Only one kind, such as meeting.")] = None,
    about: Annotated[str | None, typer.Option(help="Only what stands about a record, such as group/wg-sahel.")] = None,
    is_open: Annotated[
        bool | None, typer.Option("--open/--ended", help="Only what can still change, or what cannot.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List the records: state, owner, next day, what waits for a signature."""
    with house_of(folder) as house:
        base = base_of(agreement_of(house, agreement))
        query = {"kind": kind, "about": about, "open": is_open}
        found = whole_list(house, f"{base}/records", query, "key", at_once=AT_ONCE)
    if as_json:
        _print(found)
        return
    words = spoken()
    if not found:
        is_asked = (kind, about, is_open) != (None, None, None)
        typer.echo(words.say("cli-cooperation-none-such" if is_asked else "cli-cooperation-none"))
    for each in found:
        typer.echo(_line(each, words))


@cooperation.command()
def show(folder: Folder, record: Key, agreement: Agreement = None, at: At = None, as_json: AsJson = False) -> None:
    """Show a record: where it stands, what it says, how it came there, which moves are open."""
    query = {"at_ms": None if at is None else parse_instant(at)}
    with house_of(folder) as house:
        base = base_of(agreement_of(house, agreement))
        found = house.get(asked(f"{base}/records/{named(record)}", query))
        titles = [] if as_json else titles_of(house, agreement_of(house, agreement))
    if as_json:
        _print(found)
        return
    words = spoken()
    typer.echo(_line(found, words))
    for each in found["history"]:
        typer.echo("  " + _past(each, titles, words))
    for each in found["moves"]:
        key = "cli-cooperation-move-both" if each["sign"] == "both" else "cli-cooperation-move-one"
        typer.echo("  " + words.say(key, move=each["move"], name=each["name"][words.language], state=each["to"]))
        for need in each["needs"]:
            if not need["is_met"]:
                typer.echo("    " + words.say("cli-cooperation-need", need=need["words"]))
    for each in found["not_counted"]:
        typer.echo("  " + words.say("cli-cooperation-not-counted", move=each["move"], what=each["what"]))


@cooperation.command()
def act(
    folder: Served,
    record: Key,
    move: Annotated[str, typer.Argument(help="The move, such as propose, agree or claim_done.")],
    office: Office,
    agreement: Agreement = None,
    fields: Annotated[
        Path | None, typer.Option(help="The fields as a JSON file: the whole record to propose it, else what changes.")
    ] = None,
    sign: Annotated[bool, typer.Option("--sign", help="Sign it at once; only the EXAMPLE is signed so.")] = False,
    until: Annotated[str | None, typer.Option(help="Until when it may be signed: 2026-03-01T00:00:00Z.")] = None,
    as_json: AsJson = False,
) -> None:
    """Make a move: at once where our party makes it alone, on the table where both must sign."""
    if fields is not None and not fields.is_file():
        raise typer.BadParameter(f"{fields} is not there.", param_hint="--fields")
    body = {
        "move": move,
        "fields": {} if fields is None else json_of(fields),
        "office": office,
        "sign": sign,
        "open_until_ms": None if until is None else parse_instant(until),
    }
    with served(folder) as node:
        found = node.post(f"{base_of(agreement_of(node, agreement))}/records/{named(record)}/acts", body)
    if as_json:
        _print(found)
    else:
        typer.echo(_line(found, spoken()))


@cooperation.command()
def template(
    folder: Folder,
    propose: Annotated[Path | None, typer.Option(help="A template as a TOML file, to put into our log.")] = None,
    office: Annotated[str, typer.Option(help="The office that proposes it; never a person.")] = "",
    agreement: Agreement = None,
    as_json: AsJson = False,
) -> None:
    """List the kinds of initiative at hand, or put one into our log so that both nodes know it."""
    if propose is None:
        with house_of(folder) as house:
            found = house.get(f"{base_of(agreement_of(house, agreement))}/templates")
    elif not office:
        raise typer.BadParameter("A template is proposed by an office.", param_hint="--office")
    else:
        body = {"toml": propose.read_text("utf-8"), "office": office}
        with served(folder) as node:
            found = [node.post(f"{base_of(agreement_of(node, agreement))}/templates", body)]
    if as_json:
        _print(found)
        return
    words = spoken()
    for each in found:
        told = {"id": each["id"], "title": each["title"][words.language], "hash": each["hash"]}
        typer.echo(words.say("cli-cooperation-template", decision=each["decision"] or "-", **told))


cooperation.command()(cooperation_files.export)
cooperation.command("import")(cooperation_files.import_file)
cooperation.command()(cooperation_entering.enter)
cooperation.command()(cooperation_files.report)
cooperation.command()(cooperation_files.check)
cooperation.command()(cooperation_files.calendar)
cooperation.command()(cooperation_digests.digest)
cooperation.command()(cooperation_registers.register)
cooperation.command()(cooperation_seals.seal)
cooperation.command()(cooperation_seals.seals)
cooperation.command()(cooperation_titles.titles)


def _past(past: dict[str, Any], titles: Titles, words: Words) -> str:
    """Return what was done and who stands behind it: each party with its office, two where both signed."""
    told = {"moment": instant_text(past["at_ms"]), "move": past["move_name"][words.language]}
    signers = zip(("", "other_"), past["positions"], past["offices"], strict=False)
    for name, place, office in signers:
        party, position = place["party"], place["position"]
        told |= {f"{name}party": party, f"{name}office": office_name(titles, party, office, words, before=position)}
    return words.say("cli-cooperation-past-both" if "other_party" in told else "cli-cooperation-past", **told)


def _line(each: dict[str, Any], words: Words) -> str:
    waiting = each["waiting"]
    return words.say(
        "cli-cooperation-line",
        key=each["key"],
        title=each["title"][words.language],
        state=each["state_name"][words.language],
        party=each["owner_party"],
        late="late" if each["is_late"] else "no",
        waiting=waiting["move_name"][words.language] if waiting else "",
        waits="yes" if waiting else "no",
        by=waiting["by"] if waiting else "",
        receipted="yes" if each["is_receipted"] else "no",
    )


def _print(found: Any) -> None:
    typer.echo(orjson.dumps(found, option=orjson.OPT_INDENT_2).decode())
