"""The first year of the example agreements as data: who did what, when, and who signed it.

Each file of `examples/algeria-usa-2025/first-year` is the year of one group, act by act; this module reads them into
acts as an officer would enter them, oldest first. It knows no node. Units: milliseconds since 1970.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from comity.cooperation import LIVES, PROPOSE, Life, read_template
from comity.files.initiatives import initiative_templates
from comity.ground import MS_PER_HOUR, ms_of

PARTIES = ("DZ", "US")
COUNTERSIGNED_AFTER_MS = 3 * MS_PER_HOUR
"""When the other party signs what one has tabled, if the year says no day of its own."""

PAPER_TYPE = "text/plain; charset=utf-8"
AUTHENTIC = ("ar", "en", "fr")


@dataclass(frozen=True)
class Deed:
    """One act of the year: a move on a record, a clause put to work (`document`), or a template laid open (`template`).

    `signers` are the parties that sign it, the first of them at `at_ms`; `signatures` is how many its life asks for, so
    that an act with fewer signers waits.
    """

    agreement: str
    at_ms: int
    signers: tuple[str, ...]
    offices: Mapping[str, str]
    kind: str = ""
    record: str = ""
    move: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)
    signatures: int = 1
    document: Mapping[str, Any] | None = None
    template: Mapping[str, Any] | None = None
    toml: str = ""
    papers: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def by(self) -> str:
        """The party that proposes or tables it."""
        return self.signers[0]

    @property
    def key(self) -> str:
        """The record that it is about, as `kind/name`; nothing where it is about no record."""
        return f"{self.kind}/{self.record}" if self.record else ""


def read_year(folder: Path, agreement: str, *, shift_days: int = 0) -> tuple[Deed, ...]:
    """Return the year of one agreement, oldest act first, every date moved by whole days.

    Parameters
    ----------
    folder
        The folder of the example: the agreements, `decisions` and `first-year`.
    """
    reading = _Reading(folder, shift_days)
    files = [tomllib.loads(path.read_text("utf-8")) for path in sorted((folder / "first-year").glob("*.toml"))]
    acts = [(each, file) for file in files if file.get("agreement") == agreement for each in file["act"]]
    acts.sort(key=lambda pair: pair[0]["at"])
    return tuple(reading.deed(act, file) for act, file in acts)


def last_day(folder: Path) -> date:
    """Return the last day of the year as the files tell it."""
    files = (tomllib.loads(path.read_text("utf-8")) for path in (folder / "first-year").glob("*.toml"))
    days: list[date] = [act["at"].date() for file in files for act in file.get("act", ())]
    return max(days)


class _Reading:
    """A year while it is read: the templates known so far, the state and the agenda of each record."""

    def __init__(self, folder: Path, shift_days: int) -> None:
        self._folder, self._shift = folder, timedelta(days=shift_days)
        self._templates = {each.id: each for each in initiative_templates()}
        self._states: dict[str, tuple[Life, str]] = {}
        self._agendas: dict[str, list[dict[str, Any]]] = {}

    def deed(self, act: Mapping[str, Any], file: Mapping[str, Any]) -> Deed:
        """Return one act as a deed."""
        by = act["by"]
        other = PARTIES[1 - PARTIES.index(by)]
        at_ms = ms_of(act["at"] + self._shift)
        common = {"agreement": file["agreement"], "at_ms": at_ms, "offices": file["offices"]}
        if "puts_to_work" in act:
            document = orjson.loads((self._folder / "decisions" / act["puts_to_work"]).read_bytes())
            return Deed(**common, signers=(by, other), signatures=2, document=document)
        if "template" in act:
            toml = (self._folder / "first-year" / act["template"]).read_text("utf-8")
            template = tomllib.loads(toml)
            read = read_template(template)
            self._templates[read.id] = read
            return Deed(**common, signers=(by,), template=template, toml=toml)
        kind, record = act["record"].split("/")
        fields = dict(self._fields(act, file, kind, record))
        signatures = self._signatures(act["record"], act["move"], kind, fields)
        signers = tuple(act.get("signed_by", (by, other)))[:signatures]
        papers = {language: f"{said}\n".encode() for language, said in act.get("paper", {}).items()}
        named = {"kind": kind, "record": record, "move": act["move"], "fields": fields}
        return Deed(**common, **named, signers=signers, signatures=signatures, papers=papers)

    def _fields(
        self, act: Mapping[str, Any], file: Mapping[str, Any], kind: str, record: str
    ) -> Iterator[tuple[str, Any]]:
        if act["move"] == PROPOSE:
            owner = {"owner_party": act["by"], "owner_office": file["offices"][act["by"]]}
            yield from {"id": record, "example": True, "authentic": list(AUTHENTIC), **owner}.items()
            if kind == "group":
                yield "co_chairs", [{"party": party, "office": file["offices"][party]} for party in PARTIES]
        sets = self._plain(act.get("sets", {}))
        if "effects" in sets:
            sets["effects"] = [self._pinned(each) for each in sets["effects"]]
        if "template" in sets:
            sets["template_hash"] = self._templates[sets["template"]].hash
        if "agenda" in sets:
            self._agendas[act["record"]] = sets["agenda"]
        if "minutes" in act:
            sets["agenda"] = [{**each, "minute": act["minutes"][each["id"]]} for each in self._agendas[act["record"]]]
        if "paper" in act:
            sets["renditions"] = [_rendition(language, said) for language, said in sorted(act["paper"].items())]
        yield from sets.items()

    def _plain(self, value: Any) -> Any:
        """Return a value as a record holds it: instants in milliseconds, days as text, both moved."""
        if isinstance(value, Mapping):
            return {name: self._plain(each) for name, each in value.items()}
        if isinstance(value, list):
            return [self._plain(each) for each in value]
        if isinstance(value, datetime):
            return ms_of(value + self._shift)
        return (value + self._shift).isoformat() if isinstance(value, date) else value

    def _pinned(self, effect: Mapping[str, str]) -> Mapping[str, str]:
        """Name an adopted template by its hash."""
        if effect["kind"] != "adopt_template":
            return effect
        return {**effect, "argument": self._templates[effect["subject"]].hash}

    def _signatures(self, key: str, move: str, kind: str, fields: Mapping[str, Any]) -> int:
        """Walk a record's life by one move and return how many must sign it."""
        if move == PROPOSE:
            life = self._templates[fields["template"]].life if kind == "initiative" else LIVES[kind]
            self._states[key] = life, life.start
            return 1
        life, state = self._states[key]
        step = life.moves[state][move]
        self._states[key] = life, step.to
        return step.signatures


def _rendition(language: str, said: str) -> dict[str, str]:
    digest = sha256(f"{said}\n".encode()).hexdigest()
    return {"language": language, "media_type": PAPER_TYPE, "sha256": f"sha256:{digest}"}
