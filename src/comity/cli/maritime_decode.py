"""`comity maritime decode`: logs of AIS sentences as columns, with a count of every line that gave none."""

import json
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from comity.cli.language import spoken
from comity.cli.progress import Progress
from comity.files.words import Words
from comity.ground import parse_instant

if TYPE_CHECKING:
    from comity.maritime import Decoded


def decode(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE…", help="Logs, also packed (.gz, .bz2, .xz), patterns with *, or - for stdin."),
    ],
    out: Annotated[Path, typer.Option(help="Write the positions here, as Parquet.")],
    statics: Annotated[Path | None, typer.Option(help="Write what ships say of themselves here, as Parquet.")] = None,
    messages: Annotated[Path | None, typer.Option(help="Write all other messages here, as Parquet.")] = None,
    rejects: Annotated[Path | None, typer.Option(help="Write the rejected lines here, as Parquet.")] = None,
    received: Annotated[
        str | None, typer.Option(metavar="INSTANT", help="When lines that carry no time were received, RFC 3339.")
    ] = None,
    station: Annotated[
        str | None, typer.Option(help="Who received lines that do not say so. [the name of the log]")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON instead of sentences.")] = False,
) -> None:
    """Decode logs of AIS sentences; every line that gives no message is counted by its reason."""
    received_ms = 0 if received is None else parse_instant(received)
    from comity.files.nmea import nmea_logs, read_nmea

    words = spoken()
    logs, bar, found = nmea_logs(files), Progress(words, first_stage="maritime-decode-reading"), _Found()
    sizes = [_size(log) for log in logs]
    try:
        with _Written(out, statics, messages, rejects) as written:
            for nth, log in enumerate(logs):
                before, whole = sum(sizes[:nth]), max(sum(sizes), 1)
                for piece in read_nmea(
                    log,
                    received_ms=received_ms,
                    station=station,
                    keep_rejected=rejects is not None,
                    told=lambda done, before=before, whole=whole: bar.show(  # type: ignore[misc]
                        "maritime-decode-reading", min((before + done) / whole, 1.0)
                    ),
                ):
                    found.add(piece)
                    written.add(log, piece)
    finally:
        bar.end()
    typer.echo(
        json.dumps(found.told(logs), ensure_ascii=False, indent=2) if as_json else "\n".join(found.lines(words, out))
    )


def _size(log: str) -> int:
    return Path(log).stat().st_size if Path(log).is_file() else 0


class _Written:
    """The files that were asked for, each of which appears whole at the end."""

    def __init__(self, positions: Path, statics: Path | None, messages: Path | None, rejects: Path | None) -> None:
        import pyarrow as pa

        from comity.files.decoded_tables import TableFile
        from comity.maritime import MESSAGES, POSITIONS, REJECTED, STATICS

        self._stack = ExitStack()
        schemas = {
            "positions": (positions, POSITIONS),
            "statics": (statics, STATICS),
            "messages": (messages, MESSAGES),
            "rejected": (rejects, REJECTED.append(pa.field("log", pa.string()))),
        }
        self._files = {
            name: self._stack.enter_context(TableFile(path, schema))
            for name, (path, schema) in schemas.items()
            if path is not None
        }

    def add(self, log: str, piece: "Decoded") -> None:
        import pyarrow as pa

        for name, file in self._files.items():
            table = getattr(piece, name)
            if name == "rejected":
                table = table.append_column("log", pa.array([log] * table.num_rows, pa.string()))
            file.add(table)

    def __enter__(self) -> "_Written":
        return self

    def __exit__(self, *raised: Any) -> None:
        self._stack.__exit__(*raised)


class _Found:
    """What was counted so far."""

    def __init__(self) -> None:
        self._lines = 0
        self._rows, self._types = Counter[str](), Counter[int]()
        self._rejected, self._skipped = Counter[str](), Counter[str]()

    def add(self, piece: "Decoded") -> None:
        import pyarrow.compute as pc

        self._lines += piece.lines
        self._types.update(piece.counts)
        self._rejected.update(piece.reasons)
        self._skipped.update(piece.skipped)
        for name in ("positions", "statics", "messages"):
            self._rows[name] += getattr(piece, name).num_rows
        self._rows["without_time"] += pc.sum(pc.equal(piece.positions["t_ms"], 0)).as_py() or 0

    def told(self, logs: list[str]) -> dict[str, Any]:
        """Return the summary as JSON."""
        return {
            "schema": "comity/decoded/1",
            "logs": logs,
            "lines": self._lines,
            **{name: self._rows[name] for name in ("positions", "statics", "messages", "without_time")},
            "types": {str(kind): self._types[kind] for kind in sorted(self._types)},
            "rejected": dict(sorted(self._rejected.items())),
            "skipped": dict(sorted(self._skipped.items())),
        }

    def lines(self, words: Words, out: Path) -> list[str]:
        """Return the summary as sentences."""
        counts = {name: str(self._rows[name]) for name in ("positions", "statics", "messages")}
        lines = [
            words.say("maritime-decoded", lines=str(self._lines), given=str(self._types.total()), **counts),
            *(
                words.say("maritime-decoded-type", type=str(kind), count=str(self._types[kind]))
                for kind in sorted(self._types)
            ),
            words.say("maritime-decoded-rejected", count=str(self._rejected.total())),
            *(
                "  " + words.say("maritime-decoded-reason", reason=reason, count=str(count))
                for reason, count in sorted(self._rejected.items())
            ),
            *(
                words.say("maritime-decoded-skipped", what=what, count=str(count))
                for what, count in sorted(self._skipped.items())
            ),
        ]
        if self._rows["without_time"]:
            lines.append(words.say("maritime-decoded-without-time", count=str(self._rows["without_time"])))
        lines.append(words.say("maritime-decoded-written", file=str(out)))
        return lines
