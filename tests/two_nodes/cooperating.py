"""Two real nodes that have signed the memorandum and put its clauses on contracts and exercises to work."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comity.cooperation import Book
from comity.files.initiatives import initiative_templates
from comity.ledger import SALT_BYTES, beat_entry
from comity.node.app import Node
from comity.node.cooperation import books, series_of
from comity.node.services import acts
from comity.node.services.cooperation import RecordState, act, record_state
from tests.two_nodes.two import HOSTS, START_MS, Two, two_nodes


def said(text: str) -> dict[str, str]:
    """The same words in the three languages, marked as an example."""
    return {"ar": f"مثال: {text}", "en": f"EXAMPLE: {text}", "fr": f"EXEMPLE : {text}"}


MS_PER_DAY = 86_400_000
OFFICES = {"DZ": "algiers-desk", "US": "norfolk-desk"}
EXAMPLES: Mapping[str, dict[str, Any]] = {
    "group": {
        "terms": said("terms"),
        "domains": ["sahel", "training"],
        "co_chairs": [{"party": "DZ", "office": "algiers-desk"}, {"party": "US", "office": "norfolk-desk"}],
        "cadence": "P3M",
    },
    "meeting": {
        "group": "wg-sahel",
        "number": 1,
        "starts_ms": START_MS + 30 * MS_PER_DAY,
        "ends_ms": START_MS + 31 * MS_PER_DAY,
        "time_zone": "Africa/Algiers",
        "place": said("a place"),
        "agenda": [{"id": "opening", "title": said("opening")}],
    },
    "decision": {"group": "wg-sahel", "text": said("decided"), "review_ms": START_MS + 365 * MS_PER_DAY},
    "action": {"text": said("to do"), "due_ms": START_MS + 90 * MS_PER_DAY, "group": "wg-sahel"},
    "initiative": {"group": "wg-sahel", "domain": "training", "next_review_ms": START_MS + 365 * MS_PER_DAY},
    "flow": {"domain": "training", "planned_ms": START_MS + 60 * MS_PER_DAY},
    "check": {"scope": said("scope"), "planned_ms": START_MS + 60 * MS_PER_DAY, "host_party": "DZ"},
    "document": {"on": "2026-10-01"},
    "domain": {"domain": "training"},
}
"""The fields that a record of each kind cannot do without, beside those that the node fills in by itself."""


def decided(name: str, group: str, *clauses: str) -> dict[str, Any]:
    """A decision of a group of the example agreement that puts clauses to work."""
    return {
        "schema": "comity/decision/1",
        "id": name,
        "group": group,
        "title": said(name),
        "text": said(name),
        "effects": [{"kind": "put_clause_to_work", "clause": each} for each in clauses],
        "example": True,
    }


DECISIONS = (decided("wg-sahel-9", "wg-sahel", "5.3"), decided("wg-equipment-9", "wg-equipment", "6.1", "6.2", "7.1"))


RENDITIONS = [{"language": "en", "media_type": "application/pdf", "sha256": "sha256:" + "a" * 64}]

RADARS = ({"id": "radar", "title": said("radar"), "category": "sensors", "quantity": 2, "unit": "piece"},)


@dataclass
class Cooperating:
    """Both nodes with their desks; every act goes through the service that the API calls."""

    two: Two

    @property
    def dz(self) -> Node:
        return self.two.dz

    @property
    def us(self) -> Node:
        return self.two.us

    @property
    def agreement_id(self) -> str:
        return self.two.agreement_id

    def exchange(self) -> None:
        self.two.exchange()

    def propose(self, node: Node, kind: str, name: str, **fields: Any) -> RecordState:
        whole = {"title": said(name), "clause_refs": ["3.1"]} | EXAMPLES.get(kind, {}) | fields
        return self.make(node, f"{kind}/{name}", "propose", **whole)

    def make(self, node: Node, key: str, move: str, *, sign: bool = False, **fields: Any) -> RecordState:
        kind, name = key.split("/")
        return act(node, self.agreement_id, kind, name, move, fields, office=OFFICES[node.party], sign=sign)

    def act(
        self, node: Node, key: str, move: str, fields: dict[str, Any], *, open_until_ms: int, sign: bool = True
    ) -> RecordState:
        """Table and sign a text that may be signed for a time only."""
        kind, name = key.split("/")
        office = OFFICES[node.party]
        return act(
            node, self.agreement_id, kind, name, move, fields, office=office, sign=sign, open_until_ms=open_until_ms
        )

    def write(self, node: Node, entry: bytes) -> None:
        """Put an entry into a log as other software might."""
        holding = node.holding(self.agreement_id)
        holding.own.write([entry], sign=holding.sign_head, now_ms=node.clock())

    def beat(self, node: Node) -> None:
        """Let a log declare what time it is."""
        self.write(node, beat_entry(office="the node", at_ms=node.clock(), salt=bytes(SALT_BYTES)))

    def sign(self, node: Node, key: str) -> None:
        """Sign the text that waits on a record, as the page *Awaiting our signature* does."""
        series = series_of(key)
        (text,) = acts.state(node, self.agreement_id, series).tabled
        acts.sign(node, self.agreement_id, series, text.hash, office=OFFICES[node.party])

    def both(self, node: Node, key: str, move: str, **fields: Any) -> None:
        """One tables and signs, the other signs, and both hold receipts."""
        self.make(node, key, move, sign=True, **fields)
        self.exchange()
        self.sign(self.us if node is self.dz else self.dz, key)
        self.exchange()

    def book(self, node: Node) -> Book:
        return books(node, node.holding(self.agreement_id)).agreed

    def state(self, node: Node, key: str) -> str:
        """The state as both durably hold it."""
        return self.book(node).standings[key].state

    def record(self, node: Node, key: str) -> RecordState:
        kind, name = key.split("/")
        return record_state(node, self.agreement_id, kind, name)

    def same(self) -> bool:
        """Whether both nodes read the same records, act for act."""
        found = [self.book(node) for node in (self.dz, self.us)]
        return (found[0].standings, found[0].accounts, found[0].adopted) == (
            found[1].standings,
            found[1].accounts,
            found[1].adopted,
        )

    def group(self, level: str = "bilateral") -> None:
        self.propose(self.dz, "group", "wg-sahel", level=level)
        self.both(self.dz, "group/wg-sahel", "establish")

    def adopt(self, template: str) -> None:
        """Let both adopt a template by a decision."""
        pinned = next(each.hash for each in initiative_templates() if each.id == template)
        name = f"adopt-{template.replace('_', '-')}"
        effect = {"kind": "adopt_template", "subject": template, "argument": pinned}
        self.propose(self.dz, "decision", name, effects=[effect])
        self.both(self.dz, f"decision/{name}", "adopt")

    def exercise(self) -> None:
        """An exercise that both adopted the template of; the node finds the hash of the template by its name."""
        self.group()
        self.adopt("exercise")
        template = next(each for each in initiative_templates() if each.id == "exercise")
        first, *rest = template.roles
        roles = {first: "DZ"} | dict.fromkeys(rest, "US")
        self.propose(self.dz, "initiative", "flintlock", template="exercise", roles=roles, clause_refs=["5.3"])
        self.exchange()

    def case(self, items: Sequence[Mapping[str, Any]] = RADARS, level: str = "bilateral") -> None:
        """A contract case of 1 000.00 USD, for two radars, in a state in which payments may be claimed."""
        key, roles = "initiative/radars", {"recipient": "DZ", "supplier": "US"}
        done = {"status": "done", "on": "2026-07-01"}
        self.group(level)
        self.adopt("contract_case")
        equipment = {"template": "contract_case", "domain": "equipment", "clause_refs": ["6.1"], "level": level}
        self.propose(self.dz, "initiative", "radars", roles=roles, **equipment)
        self.exchange()
        self.make(self.dz, key, "request", items=[*items])
        self.exchange()
        self.make(self.us, key, "offer", value={"amount_minor": 1_000_00, "currency": "USD"}, items=[*items])
        notices = {"legislative_notice": done, "export_authorisation": done}
        self.make(self.us, key, "record_notice", details=notices)
        self.exchange()
        for each in ("risk-review", "human-rights"):
            self.check(each)
        self.propose(self.dz, "document", "assurance", document_kind="end_use_assurance", about=[key])
        self.make(self.dz, "document/assurance", "finish", renditions=RENDITIONS)
        self.exchange()
        self.both(self.us, "document/assurance", "sign")
        self.both(self.dz, key, "accept")

    def check(self, name: str) -> None:
        """A check of the contract case from its plan to its closing."""
        key = f"check/{name}"
        self.propose(self.dz, "check", name, initiative="radars", check_kind=name.replace("-", "_"))
        self.exchange()
        self.both(self.dz, key, "notify")
        self.make(self.dz, key, "report", done_ms=START_MS)
        self.exchange()
        self.both(self.us, key, "close")

    def flow(self, node: Node, name: str, **fields: Any) -> None:
        """Plan a payment or a delivery under the contract case."""
        parties = {"from_party": node.party, "to_party": "US" if node is self.dz else "DZ"}
        self.propose(node, "flow", name, initiative="radars", domain="equipment", **parties, **fields)
        self.exchange()


@contextmanager
def cooperating(folder: Path, *, hosts: Mapping[str, str] = HOSTS) -> Iterator[Cooperating]:
    with two_nodes(folder, hosts=hosts) as both:
        both.sign_memorandum()
        for document in DECISIONS:
            series = f"decision/{document['id']}"
            acts.table(both.dz, both.agreement_id, series, document, office="working group", sign=True)
            both.exchange()
            (text,) = acts.state(both.us, both.agreement_id, series).tabled
            acts.sign(both.us, both.agreement_id, series, text.hash, office="working group")
        both.exchange()
        yield Cooperating(both)
