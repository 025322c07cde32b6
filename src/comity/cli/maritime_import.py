"""`comity maritime import`: files of positions or detections into a store, which needs no node."""

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from comity.cli.language import spoken
from comity.cli.progress import Progress
from comity.files.words import Words
from comity.ground import MS_PER_S

if TYPE_CHECKING:
    from comity.files.positions_import import Imported


def import_(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE…", help="CSV, also packed (.gz, .zst, .zip), Parquet, JSON lines or GeoJSON."),
    ],
    out: Annotated[Path, typer.Option(help="Folder of the store; made where there is none, added to where there is.")],
    as_: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="MAPPING",
            help="marinecadastre, danish, comity, aisstream, viirs, sar or a TOML file. [what the header fits]",
        ),
    ] = None,
    rejects: Annotated[Path | None, typer.Option(help="Write the rejected rows here, as Parquet.")] = None,
    compact: Annotated[bool, typer.Option(help="Make one file of each day that came in parts.")] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Bring files into a store of positions: each whole or not at all, sorted by ship and time, nothing twice."""
    for path in files:
        if not path.is_file():
            raise typer.BadParameter(f"{path} is not a file.", param_hint="FILE…")
    from comity.files.position_store import PositionStore
    from comity.files.positions_import import imported

    words, now_ms = spoken(), int(time.time() * MS_PER_S)
    bar = Progress(words, first_stage="")
    try:
        with PositionStore(out) as store:
            found = imported(
                store,
                files,
                as_,
                now_ms=now_ms,
                keeps_rejected=rejects is not None,
                told=lambda path, share: bar.show("maritime-import-reading", _share(files, path, share)),
            )
            if compact:
                bar.show("maritime-import-storing", 1.0)
                store.compact(now_ms)
    finally:
        bar.end()
    if rejects is not None:
        _write_rejects(rejects, found)
    typer.echo(
        json.dumps(_told(out, found), ensure_ascii=False, indent=2)
        if as_json
        else "\n".join(_lines(words, out, found, rejects))
    )


def _share(files: list[Path], path: Path, share: float) -> float:
    """Return the share of all bytes that are read, from that of one file."""
    sizes = [each.stat().st_size for each in files]
    before = sum(sizes[: files.index(path)])
    return (before + share * path.stat().st_size) / max(sum(sizes), 1)


def _write_rejects(path: Path, found: "Imported") -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from comity.files.folders import write_file
    from comity.files.positions_columns import REJECTED

    sink = pa.BufferOutputStream()
    pq.write_table(pa.concat_tables([REJECTED.empty_table(), *found.rejected]), sink, compression="zstd")
    write_file(path, sink.getvalue().to_pybytes())


def _told(out: Path, found: "Imported") -> dict[str, Any]:
    return {
        "schema": "comity/positions-import/1",
        "store": str(out),
        "files": [
            {
                "file": each.file,
                "mapping": each.mapping,
                "rows": each.rows,
                "positions": each.positions,
                "detections": each.detections,
                "rejected": dict(sorted(each.rejected.items())),
            }
            for each in found.files
        ],
        "added": found.counts["added"],
        "duplicates": found.counts["duplicates"],
        "before_retention": found.counts["before-retention"],
        "days": sorted(found.days),
    }


def _lines(words: Words, out: Path, found: "Imported", rejects: Path | None) -> list[str]:
    lines = []
    for each in found.files:
        numbers = {"rows": each.rows, "positions": each.positions, "detections": each.detections}
        told = {name: str(value) for name, value in numbers.items()} | {"rejected": str(each.rejected.total())}
        lines.append(words.say("maritime-import-file", file=each.file, mapping=each.mapping, **told))
        lines += [
            "  " + words.say("maritime-import-reason", reason=reason, count=str(count))
            for reason, count in sorted(each.rejected.items())
        ]
    counts = {name: str(found.counts[name]) for name in ("added", "duplicates")}
    lines.append(words.say("maritime-import-stored", folder=str(out), days=str(len(found.days)), **counts))
    if found.counts["before-retention"]:
        count = str(found.counts["before-retention"])
        lines.append(words.say("maritime-import-before-retention", count=count))
    if rejects is not None:
        lines.append(words.say("maritime-import-rejects", file=str(rejects)))
    return lines
