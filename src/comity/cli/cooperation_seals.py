"""`comity cooperation seal | seals`: a paper that both signed, sealed by our node; whose seals a file bears."""

import base64
from pathlib import Path
from typing import Annotated, Any, Literal

import orjson
import typer

from comity.cli.cooperation_inputs import json_of, named
from comity.cli.house_port import agreement_of, served
from comity.cli.language import spoken
from comity.files.folders import write_file
from comity.files.standards.intake import bounded_bytes
from comity.ground import Untrusted, instant_text
from comity.ledger import read_keys
from comity.node.clock import now_ms

MOST_BYTES = 2 * 1024 * 1024
"""Of a sealed paper: it takes some 0.3 MB."""
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of sentences.")]


def seal(
    folder: Annotated[Path, typer.Argument(help="The node folder; the node must be served.")],
    record: Annotated[str, typer.Argument(help="The record: meeting/wg-sahel-1 or decision/d-1.")],
    paper: Annotated[Literal["minutes", "decision"], typer.Argument(help="Which paper of it.")],
    out: Annotated[Path, typer.Option(help="The sealed PDF to write.")],
    office: Annotated[str, typer.Option(help="The office that has it sealed; never a person.")],
    onto: Annotated[Path | None, typer.Option(help="The file that the partner sealed and handed over.")] = None,
    holder: Annotated[str | None, typer.Option(help="Whose original: a party's code; ours without.")] = None,
    languages: Annotated[str | None, typer.Option(help="Of each party's texts, such as DZ:ar+fr,US:en.")] = None,
    agreement: Annotated[str | None, typer.Option(help="The agreement; not needed where the node holds one.")] = None,
    as_json: AsJson = False,
) -> None:
    """Seal a paper that both signed: first as it was printed, or behind the partner's seal in the file that it gave."""
    if onto is not None and not onto.is_file():
        raise typer.BadParameter(f"{onto} is not there.", param_hint="--onto")
    brought = None if onto is None else base64.b64encode(bounded_bytes(onto, limit=MOST_BYTES)).decode()
    body = {"holder": holder, "languages": languages, "pdf": brought, "office": office}
    with served(folder) as node:
        base = f"/api/v1/agreements/{agreement_of(node, agreement)}/cooperation"
        found = node.post(f"{base}/records/{named(record)}/paper/{paper}/seal", body)
    write_file(out, base64.b64decode(found.pop("pdf")))
    if as_json:
        typer.echo(orjson.dumps(found, option=orjson.OPT_INDENT_2).decode())
        return
    for each in found["seals"]:
        typer.echo(spoken().say("cli-seal", party=each["party"], moment=instant_text(each["sealed_ms"])))
    typer.echo(spoken().say("cli-seal-written", file=str(out), both="yes" if found["by_both"] else "no"))


def seals(
    file: Annotated[Path, typer.Argument(help="A sealed PDF.")],
    keys: Annotated[
        list[Path], typer.Option(help="File of keys of a party's record (comity/keys/1); once for each party.")
    ],
    as_json: AsJson = False,
) -> None:
    """Say who sealed a paper, by the keys of the records alone: no node, no network; exit 1 if a byte was changed."""
    from comity.files.paper import certified_key, check_seals, seal_certificates

    for each in (file, *keys):
        if not each.is_file():
            raise typer.BadParameter(f"{each} is not there.")
    pdf, origins = bounded_bytes(file, limit=MOST_BYTES), _origins(keys)
    certificates = seal_certificates(pdf, lambda _, key: key in origins)
    owners = {party: origins[certified_key(each)] for party, each in certificates.items()}
    if len(set(owners.values())) < len(owners):
        raise Untrusted(
            "cli.one_key_for_both",
            "The {count} seals were made by one party.",
            why="all are by keys of the record {origin}",
            remedy="ask the other party for its original, and compare both",
            count=len(owners),
            origin=next(iter(owners.values())),
        )
    # Whoever seals chooses the name of its field: the key alone says who it was.
    found: list[dict[str, Any]] = [
        {"origin": owners[each.party], "sealed_ms": each.sealed_ms} for each in check_seals(pdf, certificates, now_ms())
    ]
    if as_json:
        typer.echo(orjson.dumps(found, option=orjson.OPT_INDENT_2).decode())
    else:
        for made in found:
            typer.echo(spoken().say("cli-seal-by-key", origin=made["origin"], moment=instant_text(made["sealed_ms"])))


def _origins(files: list[Path]) -> dict[bytes, str]:
    """Return whose record each public key signs or signed."""
    found: dict[bytes, str] = {}
    for file in files:
        keys = read_keys(json_of(file))
        found |= {each.public_key: keys.origin for each in (keys.log, *keys.later, *keys.earlier)}
    return found
