"""Two logs in memory and the desks that write them: every act is made, signed and read back by production code."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from comity.agreement import versions
from comity.cooperation import (
    LIVES,
    PROPOSE,
    SERIES,
    Book,
    Framework,
    Level,
    Step,
    act_document,
    acts_of,
    changed,
    read_template,
    state_of,
)
from comity.ledger import Entry, Message, Text, Vote, document_hash
from tests.agreement.documents import agreement, clause, text

DAY_MS = 86_400_000
START_MS = 1_750_000_000_000  # in June 2025, after the agreement is in force
ALL_MS = 2**52
"""An instant after everything that a log holds, whatever its clock says."""
INITIATIVES = Path(__file__).parents[2] / "src" / "comity" / "cooperation" / "initiatives"
TEMPLATES = {path.stem: read_template(tomllib.loads(path.read_text("utf-8"))) for path in INITIATIVES.glob("*.toml")}
PARTIES = ("DZ", "US")


def memorandum(**changes: Any) -> dict[str, Any]:
    """An agreement under which everything is at work but clause 3, which waits for a decision."""
    kinds = [{"id": f"cooperation.{each}", "title": text(each)} for each in sorted(TEMPLATES)]
    named = [each["id"] for each in kinds]
    return agreement(
        kinds=[{"id": "sky.weather", "title": text("weather")}, *kinds],
        clauses=[
            clause("1"),
            clause("2", domains=["sky"], kinds=["sky.weather"]),
            clause("3", starts="by_decision", group="wg-sky"),
            clause("4", nature="activity", domains=["sky"], kinds=named),
        ],
        **changes,
    )


def framework(**changes: Any) -> Framework:
    """What the acts of the tests stand on: the memorandum, and the five templates at hand."""
    templates = {each.hash: each for each in TEMPLATES.values()}
    return Framework(**{"versions": versions(memorandum(), ()), "templates": templates} | changes)


@dataclass
class Desks:
    """Both parties at work on one pair of logs; each act is a day later than the one before."""

    framework: Framework = field(default_factory=framework)
    logs: tuple[list[Entry], list[Entry]] = field(default_factory=lambda: ([], []))
    now_ms: int = START_MS
    slots: dict[str, tuple[str, int]] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=lambda: {"DZ": "dz-desk", "US": "us-desk"})

    def book(self, at_ms: int | None = None) -> Book:
        """Everything as it stands, or stood."""
        return state_of(self.framework, acts_of(*self.logs), at_ms=self.now_ms if at_ms is None else at_ms)

    def propose(self, party: str, kind: str, name: str, **fields: Any) -> None:
        """Open a record: one party alone."""
        owner = {"owner_party": party, "owner_office": self.offices[party]}
        whole = envelope(name) | owner | EXAMPLES.get(kind, {}) | fields
        self.say(party, self.act(kind, name, PROPOSE, {each: held for each, held in whole.items() if held is not None}))

    def move(self, party: str, key: str, move: str, **fields: Any) -> None:
        """Make a move: alone where its life allows it, else a text that both sign, the mover first."""
        kind, name = key.split("/")
        document = self.act(kind, name, move, fields)
        if self.step(key, move).signatures == 1:
            self.say(party, document)
        else:
            self.sign(party, document)
            self.sign(other(party), document)

    def say(self, party: str, document: Mapping[str, Any]) -> None:
        """Put an act into a party's own log, as what it says alone."""
        self.tick()
        log = self.logs[PARTIES.index(party)]
        log.append(Message(document_hash(document), self.now_ms, self.offices[party], document))

    def sign(self, party: str, document: Mapping[str, Any], *, series: str | None = None) -> None:
        """Table a text where it is not tabled yet, and sign it."""
        self.tick()
        name = series or f"{SERIES}{document['kind']}/{document['record']}"
        identity = document_hash(document)
        parent, number = self.place(name)
        office = self.offices[party]
        log = self.logs[PARTIES.index(party)]
        until_ms = document.get("open_until_ms")
        if not any(isinstance(each, Text) and each.hash == identity for one in self.logs for each in one):
            log.append(Text(name, parent, number, identity, until_ms, self.now_ms, office, document))
        log.append(Vote(name, parent, number, identity, self.now_ms, office))

    def act(self, kind: str, name: str, move: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        """The act as its author would write it, with what it has read of both logs."""
        standing = self.book(ALL_MS).standings.get(f"{kind}/{name}")
        return act_document(
            example=True,
            kind=kind,
            record=name,
            move=move,
            follows=standing.head if standing else "root",
            seen=(len(self.logs[0]), len(self.logs[1])),
            fields=fields,
            after=changed(standing.fields, fields) if standing else fields,
            details=self.levels(kind, name, fields),
        )

    def levels(self, kind: str, name: str, fields: Mapping[str, Any]) -> Mapping[str, Level]:
        standing = self.book().standings.get(f"{kind}/{name}")
        pinned = (standing.fields if standing else fields).get("template_hash", "")
        template = self.framework.templates.get(pinned)
        return template.levels if template else {}

    def place(self, series: str) -> tuple[str, int]:
        """The open version of a series: what it follows, and its number."""
        from comity.ledger import fold

        found = fold(*self.logs).series.get(series)
        return (found.slots[-1].parent, found.slots[-1].round) if found else ("root", 0)

    def step(self, key: str, move: str) -> Step:
        standing = self.book(ALL_MS).standings[key]
        return standing.life.moves[standing.state].get(move, Step("", 1))

    def tick(self, days: int = 1) -> None:
        """Let days pass."""
        self.now_ms += days * DAY_MS

    def state(self, key: str) -> str:
        return self.book().standings[key].state

    def why_not(self) -> list[str]:
        """The codes of all acts that did not count."""
        return [each.why.code for each in self.book().not_counted]

    # What most stories begin with.

    def group(self) -> None:
        self.propose("DZ", "group", "wg-sky")
        self.move("US", "group/wg-sky", "establish")

    def adopt(self, template: str) -> None:
        """A decision of both that adopts a template by its hash."""
        pinned = TEMPLATES[template].hash if template in TEMPLATES else template
        effect = {"kind": "adopt_template", "subject": template[:64].replace(":", "-"), "argument": pinned}
        name = f"adopt-{template.replace('_', '-').replace(':', '-')[:40]}"
        self.propose("DZ", "decision", name, effects=[effect])
        self.move("DZ", f"decision/{name}", "adopt")

    def initiative(self, template: str, name: str, roles: Mapping[str, str], **fields: Any) -> None:
        pinned = TEMPLATES[template].hash
        self.propose("DZ", "initiative", name, template=template, template_hash=pinned, roles=dict(roles), **fields)

    def paper(self, key: str, kind: str, *, signed: bool = False, by: str = "DZ") -> None:
        """A document about a record, finished, and signed by both where it must be."""
        name = f"{key.split('/')[1]}-{kind.replace('_', '-')}"
        self.propose(by, "document", name, document_kind=kind, about=[key], renditions=RENDITIONS)
        self.move(by, f"document/{name}", "finish")
        if signed:
            self.move(by, f"document/{name}", "sign")

    def check(self, initiative: str, kind: str) -> None:
        """A check of an initiative from plan to its closing."""
        name = f"{initiative}-{kind.replace('_', '-')}-{self.now_ms // DAY_MS}"
        self.propose("DZ", "check", name, initiative=initiative, check_kind=kind)
        self.move("DZ", f"check/{name}", "notify")
        self.move("DZ", f"check/{name}", "report", done_ms=self.now_ms)
        self.move("US", f"check/{name}", "close")

    def flow(self, name: str, kind: str, giver: str, *, confirm: bool = True, **fields: Any) -> None:
        """A payment, a delivery or a contribution: planned, claimed, confirmed."""
        self.propose(giver, "flow", name, flow_kind=kind, from_party=giver, to_party=other(giver), **fields)
        if f"flow/{name}" not in self.book().standings:
            return
        self.move(giver, f"flow/{name}", "claim", actual_ms=self.now_ms)
        if confirm:
            self.move(other(giver), f"flow/{name}", "confirm")


def other(party: str) -> str:
    return PARTIES[1 - PARTIES.index(party)]


def envelope(name: str) -> dict[str, Any]:
    return {
        "id": name,
        "example": True,
        "title": text(name),
        "authentic": ["ar", "en"],
        "clause_refs": ["4"],
    }


RENDITIONS = [{"language": "en", "media_type": "application/pdf", "sha256": "sha256:" + "a" * 64}]
EXAMPLES: Mapping[str, dict[str, Any]] = {
    "domain": {"domain": "sky"},
    "group": {
        "terms": text("terms"),
        "domains": ["sky"],
        "co_chairs": [{"party": "DZ", "office": "dz-desk"}, {"party": "US", "office": "us-desk"}],
        "cadence": "P3M",
    },
    "meeting": {
        "group": "wg-sky",
        "number": 1,
        "starts_ms": START_MS + 30 * DAY_MS,
        "ends_ms": START_MS + 31 * DAY_MS,
        "time_zone": "Africa/Algiers",
        "place": text("a place"),
        "agenda": [{"id": "opening", "title": text("opening")}],
    },
    "decision": {"group": "wg-sky", "text": text("decided"), "review_ms": START_MS + 365 * DAY_MS},
    "action": {"text": text("to do"), "due_ms": START_MS + 90 * DAY_MS},
    "initiative": {"group": "wg-sky", "domain": "sky", "next_review_ms": START_MS + 365 * DAY_MS},
    "flow": {"domain": "sky", "planned_ms": START_MS + 60 * DAY_MS},
    "check": {"scope": text("scope"), "planned_ms": START_MS + 60 * DAY_MS, "host_party": "DZ"},
    "document": {"on": "2025-07-01"},
}
"""The fields that a record of each kind cannot do without, beside the envelope."""
assert set(EXAMPLES) == {*LIVES, "initiative"}
