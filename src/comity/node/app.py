"""A node that is open: its folder, keys, agreements and logs, and its world (clock, chance, disk, network).

Everything that a test may want to replace is an argument of `opened`; nothing else reads a clock or a network.
"""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import select

from comity.agreement import Agreement, Version
from comity.ground import ComityError, InvalidInput, parse_canonical
from comity.ledger import Checkpoint, Party, cosigned_again, sign_note
from comity.node.cards import Card, own_card, read_card
from comity.node.certificates import own_certificate
from comity.node.clock import Clock, Random, now_ms, random_bytes
from comity.node.disk import Disk
from comity.node.feeds.watch import Watch
from comity.node.in_force import AGREEMENT, InForce
from comity.node.keys import Keyring, read_keys
from comity.node.keys_in_force import KEYS, KeysInForce
from comity.node.layout import Layout
from comity.node.lock import owned
from comity.node.logbook import Logbook
from comity.node.running import RunningRecords
from comity.node.settings import Settings, read_settings
from comity.node.store import LOG_RECEIPT, PARTNER_CARD, RECOVERY, Store, migrate

QUESTION_BYTES = 16


@dataclass(frozen=True)
class Holding:
    """One agreement of this node: its versions, our card, the keys, our log and our copy of the partner's."""

    in_force: InForce
    first_card: Card
    keys: KeysInForce = field(repr=False)
    own: Logbook
    copy: Logbook
    running: RunningRecords = field(repr=False)
    pulling: threading.Lock = field(default_factory=threading.Lock, repr=False)
    """Held during a look at the partner: one at a time for each agreement, so that no partner waits for another."""

    @property
    def card(self) -> Card:
        """Our card, with the keys that both parties agreed last."""
        newest = self.keys.own[-1].pair
        return replace(self.first_card, log_key=newest.log_key, mirror_key=newest.mirror_key)

    @property
    def version(self) -> Version:
        """The version in force; whoever needs several parts of it reads it once."""
        return self.in_force.now

    @property
    def agreement(self) -> Agreement:
        """The agreement as it is in force now; its parties and its identifier are the same in every version."""
        return self.version.agreement

    @property
    def document(self) -> Mapping[str, Any]:
        """The document of the version in force."""
        return self.version.document

    @property
    def hash(self) -> str:
        """The hash of the version in force: what a release names."""
        return self.version.hash

    @property
    def ours(self) -> Party:
        """Our place among the parties of the agreement."""
        return _place(self.in_force.original.agreement, self.card.party)

    @property
    def partner_id(self) -> str:
        """The other party."""
        return self.in_force.original.agreement.parties[1 - self.ours].id

    def sign_head(self, checkpoint: Checkpoint) -> bytes:
        """Return the signed head of our log."""
        return sign_note(checkpoint.text(), *self.keys.log_signers())


@dataclass(frozen=True)
class Node:
    """An open node; whoever holds one owns its folder."""

    layout: Layout
    settings: Settings
    store: Store
    holdings: dict[str, Holding]
    clock: Clock
    random: Random
    disk: Disk
    keyring: Keyring
    transport: httpx.BaseTransport | None
    question: str
    """Drawn at each start: what answers it was said since (rule R7)."""
    turn: threading.RLock = field(default_factory=threading.RLock)
    """Held by whoever reads the record and then writes on the strength of what it read."""
    unasked: set[str] = field(default_factory=set)
    """Agreements whose partner has not yet said, since this start, how much of our log it holds, or whose log we have
    not read up to its head (rule R7)."""
    following: threading.Lock = field(default_factory=threading.Lock)
    """Held while the accounts of our cases are brought in line with the partner's record: one at a time."""
    progress: dict[int, int] = field(default_factory=dict)
    """How far each running job is, per mille; lost when the node stops, as the run is."""
    heard: dict[tuple[str, str], int] = field(default_factory=dict)
    """When each direction of each agreement last answered as it should, since the node started."""
    received: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Per agreement: the day (since 1970) and how many bytes the partner sent on it."""
    counting: threading.Lock = field(default_factory=threading.Lock)
    """Held while `received` is read and changed."""
    watch: Watch = field(default_factory=Watch, repr=False)
    """What is heard of ships, once the node is served."""
    troubles: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Work beside the answers that failed when it was last tried: the error's code, and since when. Empty: well."""
    stopping: threading.Event = field(default_factory=threading.Event)
    """Set when the node is about to stop: what listens for changes ends."""

    @property
    def party(self) -> str:
        """The party that this node belongs to."""
        return self.settings.party

    @property
    def failure(self) -> ComityError | None:
        """Why this node must stop at once, or `None`: a log could not be made durable."""
        books = (book for holding in self.holdings.values() for book in (holding.own, holding.copy))
        return next((book.failure for book in books if book.failure is not None), None)

    def holding(self, agreement_id: str) -> Holding:
        """Return one of our agreements, or raise `InvalidInput`."""
        if agreement_id not in self.holdings:
            raise InvalidInput(
                "node.unknown_agreement",
                "This node holds no agreement {agreement}.",
                why="it holds: {held}",
                remedy="name one of these",
                agreement=agreement_id[:64],
                held=", ".join(self.holdings) or "-",
            )
        return self.holdings[agreement_id]


@contextmanager
def opened(
    folder: Path,
    *,
    clock: Clock = now_ms,
    random: Random = random_bytes,
    disk: Disk | None = None,
    transport: httpx.BaseTransport | None = None,
    settings: Settings | None = None,
) -> Iterator[Node]:
    """Own a node folder and open it: lock, settings, keys, database (migrated), logs (files made to agree)."""
    settings = settings or read_settings(folder)
    layout, disk = Layout(folder.resolve()), disk or Disk()
    with owned(layout.folder):
        disk.forget_partials(layout.folder)
        keyring = Keyring(layout.folder, read_keys(layout.folder))
        store = Store(layout.database)
        try:
            migrate(store, now_ms=clock())
            holdings = {
                each: _holding(layout, each, settings.party, keyring, store, disk, clock)
                for each in layout.agreement_ids()
            }
            restored = awaiting(store, "restored")
            for holding in holdings.values():
                _recover(holding, now_ms=clock(), is_restored=holding.first_card.agreement in restored)
                _follow(store, holding)
                holding.copy.publish()  # with our receipt by every key that must stand under it
            unasked = (_enrolled(store) | restored) - awaiting(store, "alone")
            world = clock, random, disk, keyring, transport
            yield Node(layout, settings, store, holdings, *world, random(QUESTION_BYTES).hex(), unasked=unasked)
        finally:
            store.close()


def _enrolled(store: Store) -> set[str]:
    with store.reading() as connection:
        return set(connection.execute(select(PARTNER_CARD.c.agreement_id)).scalars())


def _holding(
    layout: Layout, agreement_id: str, party: str, keyring: Keyring, store: Store, disk: Disk, clock: Clock
) -> Holding:
    in_force = InForce(parse_canonical(layout.document(agreement_id).read_bytes()), clock)
    agreement = in_force.original.agreement
    url = read_card(layout.card(agreement_id).read_bytes()).url
    tls = own_certificate(layout.folder)
    card = own_card(agreement, in_force.original.hash, party, keyring.keys, url=url, tls=tls)
    ours = next(each for each in agreement.parties if each.id == party)
    theirs = next(each for each in agreement.parties if each.id != party)
    keys = KeysInForce(agreement, in_force.original.hash, party, keyring)
    own, copy = (
        Logbook(store, disk, layout.log(agreement_id, log), agreement_id=agreement_id, log=log, origin=origin)
        for log, origin in (("own", ours.origin), ("partner", theirs.origin))
    )
    running = RunningRecords(own, copy, _place(agreement, party))
    copy.dress = lambda head: cosigned_again(head, keys.known_mirrors, keys.mirrors_here())
    return Holding(in_force, card, keys, own, copy, running)


def _place(agreement: Agreement, party: str) -> Party:
    return 0 if agreement.parties[0].id == party else 1


def awaiting(store: Store, state: str) -> set[str]:
    """Return the agreements whose recovery stands at a state: `restored`, or `alone` on an officer's word."""
    query = select(RECOVERY.c.agreement_id, RECOVERY.c.state).order_by(RECOVERY.c.change)
    with store.reading() as connection:
        newest = {row.agreement_id: row.state for row in connection.execute(query)}
    return {agreement_id for agreement_id, each in newest.items() if each == state}


def _recover(holding: Holding, *, now_ms: int, is_restored: bool) -> None:
    holding.own.recover(publish=not is_restored)
    holding.copy.recover()  # our copy of the partner's log is what the partner may need to come back itself
    if holding.own.head() is None and not is_restored:
        holding.own.write([], sign=holding.sign_head, now_ms=now_ms)


def _follow(store: Store, holding: Holding) -> None:
    """Find the version in force as the node opens; from then on whoever reads the record keeps it."""
    query = select(LOG_RECEIPT).filter_by(agreement_id=holding.first_card.agreement)
    with store.reading() as connection:
        receipt = connection.execute(query.order_by(LOG_RECEIPT.c.size.desc()).limit(1)).one_or_none()
    agreed, view = holding.running.read(receipt.size if receipt else 0)
    holding.in_force.follow(agreed.series.get(AGREEMENT), view.series.get(AGREEMENT))
    holding.keys.follow(agreed.series.get(KEYS), view.series.get(KEYS), receipt.checkpoint if receipt else None)
