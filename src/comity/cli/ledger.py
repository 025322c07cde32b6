"""`comity ledger`: check a record, copied or served; prove one entry; say what follows from both records."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from comity.cli.language import spoken
from comity.files import address_reader, folder_reader, is_address, keep_heads, unfinished_files
from comity.files.folders import write_file
from comity.files.words import Words
from comity.ground import Untrusted, instant_text
from comity.ledger import (
    MAX_NOTE_BYTES,
    MAX_TLOG_PROOF_BYTES,
    Batch,
    Entry,
    Head,
    LogKeys,
    ProvedEntry,
    Reader,
    Record,
    Series,
    VerifiedLog,
    check_history,
    check_leftovers,
    fetch_head,
    parse_entry,
    parse_tlog_proof,
    prove_entry,
    read_keys,
    read_past_head,
    verify_log,
    verify_tlog_proof,
)
from comity.ledger import (
    fold as fold_logs,
)

ledger = typer.Typer(
    help="Check the signed records of the parties.", no_args_is_help=True, rich_markup_mode=None, add_completion=False
)

_MAX_KEYS_BYTES = 65_536
_FORKS = ("ledger.fork", "ledger.rollback")
_KINDS = ("text", "vote", "beat", "release", "notice", "ack", "message")

Json = Annotated[bool, typer.Option("--json", help="Print JSON for a machine instead of sentences.")]
Place = Annotated[
    str,
    typer.Argument(metavar="DIR_OR_URL", help="A record's folder or address; or a file of proof (.tlog-proof)."),
]
KnownHead = Annotated[
    Path | None,
    typer.Option(metavar="CHECKPOINT", help="A signed head seen before: the record must still begin with it."),
]
LogFolder = Annotated[
    Path, typer.Argument(metavar="DIR", help="Folder of a record: its checkpoint and its tile folder.")
]
_KEYS_BESIDE = "without it, the file DIR.keys.json beside the folder"


@ledger.callback()
def _ledger() -> None:
    """Check the signed records of the parties."""


@ledger.command()
def verify(
    place: Place,
    keys: Annotated[Path, typer.Option(help="File of keys (comity/keys/1): the record's own and the mirrors'.")],
    known: KnownHead = None,
    evidence: Annotated[
        Path, typer.Option(help="Where both heads are kept when the record went back or contradicts itself.")
    ] = Path("evidence"),
    as_json: Json = False,
) -> None:
    """Check every file of a record against its signed head, or one proof, and name what is wrong."""
    log_keys = _keys_of(keys)
    seen = None if known is None else read_past_head(_file(known, MAX_NOTE_BYTES, "--known"), log_keys)
    if not is_address(place) and Path(place).is_file():
        proved = verify_tlog_proof(parse_tlog_proof(_file(Path(place), MAX_TLOG_PROOF_BYTES, "DIR_OR_URL")), log_keys)
        _tell(as_json, _proof_facts(proved, log_keys), _proof_sentences(spoken(), proved, log_keys))
        return
    kinds: Counter[str] = Counter()

    def count(batch: Batch) -> None:
        kinds.update(_kind_of(parse_entry(entry)) for entry in batch.entries)

    with _reader(place) as read:
        head = fetch_head(read, log_keys)
        if seen is not None:
            _compare(read, head, seen, evidence)
        verified = verify_log(read, head, visit=count)
        if not is_address(place):
            check_leftovers(read, head.checkpoint.size, unfinished_files(Path(place)))
    _tell(as_json, _facts(verified, kinds, seen), _sentences(spoken(), verified, kinds, seen, log_keys))


@ledger.command()
def prove(
    folder: LogFolder,
    index: Annotated[int, typer.Argument(min=0, help="Number of the entry, counted from 0.")],
    out: Annotated[Path, typer.Option(metavar="F.tlog-proof", help="File of proof to write (C2SP tlog-proof).")],
    keys: Annotated[Path | None, typer.Option(help=f"File of keys; {_KEYS_BESIDE}.")] = None,
    head: Annotated[
        Path | None,
        typer.Option(metavar="CHECKPOINT", help="Signed head to prove it by, such as one with the partner's receipt."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Write one entry with its proof into one file, which anyone can check offline with the keys alone."""
    log_keys = _keys_beside(folder, keys)
    read = folder_reader(_folder(folder))
    newest = fetch_head(read, log_keys)
    by = newest
    if head is not None:
        by = read_past_head(_file(head, MAX_NOTE_BYTES, "--head"), log_keys)
        check_history(read, newest, by)
    proof = prove_entry(read, index, by, size=newest.checkpoint.size)
    write_file(out, proof.text())
    proved = verify_tlog_proof(parse_tlog_proof(out.read_bytes()), log_keys)
    _tell(
        as_json,
        _proof_facts(proved, log_keys),
        [spoken().say("ledger-proof-written", file=str(out)), *_proof_sentences(spoken(), proved, log_keys)],
    )


@ledger.command()
def fold(
    log_a: Annotated[Path, typer.Argument(metavar="LOG_A", help="Record of the party that the agreement names first.")],
    log_b: Annotated[Path, typer.Argument(metavar="LOG_B", help="Record of the other party.")],
    keys: Annotated[
        list[Path] | None, typer.Option(help=f"File of keys, once for each record; {_KEYS_BESIDE}.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Say what both parties agreed, as it follows from their two records, and what awaits a signature."""
    if keys and len(keys) != 2:
        raise typer.BadParameter("give one file of keys for each of the two records.", param_hint="--keys")
    logs, sizes = [], []
    for folder, file in zip((log_a, log_b), keys or (None, None), strict=True):
        log_keys = _keys_beside(folder, file)
        verified, entries = _entries_of(folder, log_keys)
        logs.append(entries)
        sizes.append((verified.head.checkpoint.origin, verified.head.checkpoint.size))
    record = fold_logs(*logs)
    facts = {
        "schema": "comity/record/1",
        "logs": [{"origin": origin, "size": size} for origin, size in sizes],
        "series": [_series_facts(each) for each in record.series.values()],
    }
    _tell(as_json, facts, _record_sentences(spoken(), record, sizes))


def _entries_of(folder: Path, keys: LogKeys) -> tuple[VerifiedLog, list[Entry | None]]:
    entries: list[Entry | None] = []

    def take(batch: Batch) -> None:
        entries.extend(map(parse_entry, batch.entries))

    read = folder_reader(_folder(folder))
    return verify_log(read, fetch_head(read, keys), visit=take), entries


@contextmanager
def _reader(place: str) -> Iterator[Reader]:
    if is_address(place):
        with address_reader(place) as read:
            yield read
    else:
        yield folder_reader(_folder(Path(place)))


def _compare(read: Reader, head: Head, seen: Head, evidence: Path) -> None:
    try:
        check_history(read, head, seen)
    except Untrusted as error:
        if error.code in _FORKS:
            kept = keep_heads(evidence, [seen.note, head.note])
            typer.echo(spoken().say("ledger-evidence", known=str(kept[0]), found=str(kept[1])), err=True)
        raise


def _kind_of(entry: Entry | None) -> str:
    return "unread" if entry is None else type(entry).__name__.lower()


def _folder(folder: Path) -> Path:
    if not folder.is_dir():
        raise typer.BadParameter(f"{folder} is not a folder.", param_hint="DIR")
    return folder


def _file(path: Path, limit: int, hint: str) -> bytes:
    """Return a file's bytes, at most one more than `limit`: whoever reads them refuses what is longer."""
    if not path.is_file():
        raise typer.BadParameter(f"{path} is not a file.", param_hint=hint)
    with path.open("rb") as file:
        return file.read(limit + 1)


def _keys_beside(folder: Path, keys: Path | None) -> LogKeys:
    folder = _folder(folder).resolve()
    return _keys_of(folder.with_name(f"{folder.name}.keys.json") if keys is None else keys)


def _keys_of(path: Path) -> LogKeys:
    data = _file(path, _MAX_KEYS_BYTES, "--keys")
    try:
        document = json.loads(data) if len(data) <= _MAX_KEYS_BYTES else None
    except (ValueError, RecursionError):
        document = None
    return read_keys(document)


def _tell(as_json: bool, facts: dict[str, Any], sentences: Sequence[str]) -> None:
    for line in [json.dumps(facts, ensure_ascii=False, indent=2)] if as_json else sentences:
        typer.echo(line)


def _head_facts(head: Head) -> dict[str, Any]:
    return {
        "origin": head.checkpoint.origin,
        "size": head.checkpoint.size,
        "root_hash": head.checkpoint.root_hash.hex(),
        "receipts": {name: instant_text(at_ms) for name, at_ms in head.receipts_ms.items()},
    }


def _facts(verified: VerifiedLog, kinds: Counter[str], seen: Head | None) -> dict[str, Any]:
    return {
        "schema": "comity/verified-log/1",
        **_head_facts(verified.head),
        "known_size": None if seen is None else seen.checkpoint.size,
        "entries": {kind: kinds[kind] for kind in _KINDS},
        "unread_entries": kinds["unread"],
    }


def _sentences(say: Words, verified: VerifiedLog, kinds: Counter[str], seen: Head | None, keys: LogKeys) -> list[str]:
    checkpoint = verified.head.checkpoint
    lines = [
        say.say("ledger-genuine", origin=checkpoint.origin, size=checkpoint.size),
        say.say("ledger-root", hash=checkpoint.root_hash.hex()),
    ]
    if seen is not None:
        lines.append(say.say("ledger-only-grew", size=seen.checkpoint.size))
    lines += _receipt_sentences(say, verified.head, keys)
    counts = {f"{kind}s": f"{kinds[kind]}" for kind in ("text", "vote", "release", "beat")}
    lines.append(say.say("ledger-contents", **counts))
    if kinds["unread"]:
        lines.append(say.say("ledger-unread", count=f"{kinds['unread']}"))
    return lines


def _receipt_sentences(say: Words, head: Head, keys: LogKeys) -> list[str]:
    receipts = head.receipts_ms.items()
    lines = [say.say("ledger-receipt", mirror=name, instant=instant_text(at_ms)) for name, at_ms in receipts]
    return lines or [say.say("ledger-no-receipt", mirrors=len(keys.mirrors))]


def _is_by_earlier_key(head: Head, keys: LogKeys) -> bool:
    """Return whether only a key signed a head that was given up since: then the receipt under it counts."""
    return keys.log not in head.signed_by


def _proof_facts(proved: ProvedEntry, keys: LogKeys) -> dict[str, Any]:
    said = parse_entry(proved.entry)
    return {
        "schema": "comity/proved-entry/1",
        **_head_facts(proved.head),
        "by_earlier_key": _is_by_earlier_key(proved.head, keys),
        "index": proved.index,
        "kind": None if said is None else _kind_of(said),
        "entry": None if said is None else json.loads(proved.entry),
        "entry_hex": proved.entry.hex() if said is None else None,
    }


def _proof_sentences(say: Words, proved: ProvedEntry, keys: LogKeys) -> list[str]:
    checkpoint = proved.head.checkpoint
    said = parse_entry(proved.entry)
    lines = [say.say("ledger-proved", index=f"{proved.index}", origin=checkpoint.origin, size=checkpoint.size)]
    lines += [say.say("ledger-by-earlier-key")] if _is_by_earlier_key(proved.head, keys) else []
    lines += _receipt_sentences(say, proved.head, keys)
    if said is None:
        lines.append(say.say("ledger-unread", count="1"))
    else:
        lines.append(say.say("ledger-proved-act", instant=instant_text(said.at_ms), office=said.office))
        lines.append(proved.entry.decode())
    return lines


def _series_facts(series: Series) -> dict[str, Any]:
    return {
        "series": series.name,
        "versions": [
            {"parent": each.parent, "round": each.round, "outcome": each.outcome, "choice": each.choice}
            for each in series.slots
        ],
        "in_force": [each.hash for each in series.in_force],
        "awaiting": [[each.hash for each in series.awaiting(party)] for party in (0, 1)],
    }


def _record_sentences(say: Words, record: Record, sizes: Sequence[tuple[str, int]]) -> list[str]:
    lines = [say.say("ledger-genuine", origin=origin, size=size) for origin, size in sizes]
    names = [origin for origin, _ in sizes]
    for series in record.series.values():
        current = series.current
        if current is None:
            lines.append(say.say("ledger-not-agreed", series=series.name))
        else:
            lines.append(
                say.say("ledger-agreed", series=series.name, hash=current.hash, count=f"{len(series.in_force)}")
            )
        lines += [
            say.say("ledger-awaits", series=series.name, hash=text.hash, origin=names[party])
            for party in (0, 1)
            for text in series.awaiting(party)
        ]
    return lines if record.series else [*lines, say.say("ledger-nothing-tabled")]
