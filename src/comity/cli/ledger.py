"""`comity ledger`: check a record that was copied or handed over."""

import json
from collections import Counter
from pathlib import Path
from typing import Annotated, Any

import typer

from comity.cli.language import spoken
from comity.files import folder_reader, unfinished_files
from comity.files.words import Words
from comity.ground import instant_text
from comity.ledger import (
    Batch,
    Entry,
    LogKeys,
    VerifiedLog,
    check_leftovers,
    fetch_head,
    parse_entry,
    read_keys,
    verify_log,
)

ledger = typer.Typer(
    help="Check the signed records of the parties.", no_args_is_help=True, rich_markup_mode=None, add_completion=False
)

_MAX_KEYS_BYTES = 65_536


@ledger.callback()
def _ledger() -> None:
    """Check the signed records of the parties."""


@ledger.command()
def verify(
    folder: Annotated[Path, typer.Argument(help="Folder of a record: its checkpoint and its tile folder.")],
    keys: Annotated[Path, typer.Option(help="File of keys (comity/keys/1): the record's own and the mirrors'.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a machine instead of sentences.")] = False,
) -> None:
    """Check every file of a record against its signed head, and name what is wrong."""
    if not folder.is_dir():
        raise typer.BadParameter(f"{folder} is not a folder.", param_hint="FOLDER")
    if not keys.is_file():
        raise typer.BadParameter(f"{keys} is not a file.", param_hint="--keys")
    known = _keys_of(keys)
    kinds: Counter[str] = Counter()

    def count(batch: Batch) -> None:
        kinds.update(_kind_of(parse_entry(entry)) for entry in batch.entries)

    read = folder_reader(folder)
    verified = verify_log(read, fetch_head(read, known), visit=count)
    check_leftovers(read, verified.head.checkpoint.size, unfinished_files(folder))
    if as_json:
        typer.echo(json.dumps(_facts(verified, kinds), ensure_ascii=False, indent=2))
    else:
        for line in _sentences(spoken(), verified, kinds):
            typer.echo(line)


def _kind_of(entry: Entry | None) -> str:
    return "unread" if entry is None else type(entry).__name__.lower()


def _keys_of(path: Path) -> LogKeys:
    with path.open("rb") as file:
        data = file.read(_MAX_KEYS_BYTES + 1)
    try:
        document = json.loads(data) if len(data) <= _MAX_KEYS_BYTES else None
    except (ValueError, RecursionError):
        document = None
    return read_keys(document)


def _facts(verified: VerifiedLog, kinds: Counter[str]) -> dict[str, Any]:
    checkpoint = verified.head.checkpoint
    return {
        "schema": "comity/verified-log/1",
        "origin": checkpoint.origin,
        "size": checkpoint.size,
        "root_hash": checkpoint.root_hash.hex(),
        "receipts": {name: instant_text(at_ms) for name, at_ms in verified.head.receipts_ms.items()},
        "entries": {kind: kinds[kind] for kind in ("text", "vote", "beat", "release")},
        "unread_entries": kinds["unread"],
    }


def _sentences(say: Words, verified: VerifiedLog, kinds: Counter[str]) -> list[str]:
    checkpoint = verified.head.checkpoint
    lines = [
        say.say("ledger-genuine", origin=checkpoint.origin, size=f"{checkpoint.size}"),
        say.say("ledger-root", hash=checkpoint.root_hash.hex()),
    ]
    lines += [
        say.say("ledger-receipt", mirror=name, instant=instant_text(at_ms))
        for name, at_ms in verified.head.receipts_ms.items()
    ]
    if not verified.head.receipts_ms:
        lines.append(say.say("ledger-no-receipt"))
    counts = {f"{kind}s": f"{kinds[kind]}" for kind in ("text", "vote", "release", "beat")}
    lines.append(say.say("ledger-contents", **counts))
    if kinds["unread"]:
        lines.append(say.say("ledger-unread", count=f"{kinds['unread']}"))
    return lines
