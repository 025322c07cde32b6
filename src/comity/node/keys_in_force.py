"""Which keys sign under one agreement, ours and the partner's: it follows from the record, the receipts and the seeds.

Nothing of it is kept anywhere else. Our keys are those of the annexes that both parties agreed (receipted); the
partner's also those of an annex that only waits for the receipt of our own signature, because the partner may have it.
Before the first annex the keys of the cards count. Which of them sign, or must sign: `ledger.succession`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from comity.agreement import Agreement, KeyPair, key_generations
from comity.ground import InvalidInput
from comity.ledger import LOG_KEY, MIRROR_KEY, Entry, Series, Signer, Text, Verifier, Vote, reached, that_sign
from comity.node.keys import Keyring, Keys

KEYS = "keys"
"""The series of the annex of keys."""


@dataclass(frozen=True)
class Generation:
    """A party's key for its log and its key for its receipts, of one annex or of its card."""

    log: Verifier
    mirror: Verifier

    @property
    def pair(self) -> KeyPair:
        """Both in their text form."""
        return KeyPair(self.log.vkey, self.mirror.vkey)


def generation_of(pair: KeyPair) -> Generation:
    """Return a pair of keys, or raise `InvalidInput` where they cannot be read or are of another kind."""
    log, mirror = Verifier.from_vkey(pair.log_key), Verifier.from_vkey(pair.mirror_key)
    if (log.kind, mirror.kind) != (LOG_KEY, MIRROR_KEY):
        raise InvalidInput(
            "node.keys_of_another_kind",
            "The annex of keys names a key of another kind.",
            why="a record is signed with an Ed25519 key of type 1, receipts with one of type 4",
            remedy="have new keys drawn with `comity keys draw`",
        )
    return Generation(log, mirror)


class KeysInForce:
    """The keys of both parties under one agreement, as far as the record was read."""

    def __init__(self, agreement: Agreement, agreement_hash: str, party: str, keyring: Keyring) -> None:
        self._agreement, self._hash, self._party = agreement, agreement_hash, party
        self._ours = next(each for each in agreement.parties if each.id == party)
        self._partner_id = next(each.id for each in agreement.parties if each.id != party)
        self._keyring = keyring
        self._chains: dict[tuple[str, ...], dict[str, tuple[Generation, ...]]] = {}
        self._agreed = self._signed = dict[str, tuple[Generation, ...]]()
        self._receipt: tuple[tuple[Verifier, ...], bytes | None, int] = ((), None, 0)
        self._made: tuple[Keys, tuple[Signer, ...], tuple[Signer, ...]] | None = None
        self.bridges: dict[str, bytes | None] = {}
        """Heads that two of our keys signed together, by the older one's hash, once they were asked for.

        `None` where no receipt bears both: once one bears the newer key, the older signs no head any more."""
        self.partner_bridges: dict[str, bytes | None] = {}
        """The same of the partner's keys; `None` where this node never held such a head."""

    def follow(self, agreed: Series | None, signed: Series | None, receipt: bytes | None) -> None:
        """Take over what the record shows, what counts our acts without receipt, and the partner's newest receipt."""
        self._agreed, self._signed = self._chain(agreed), self._chain(signed)
        logs = tuple(each.log for each in self.own)
        if self._receipt[:2] != (logs, receipt):
            self._receipt = logs, receipt, reached(receipt, logs)

    @property
    def own(self) -> tuple[Generation, ...]:
        """Our keys, the newest last; before the first annex, those in use."""
        return self._agreed.get(self._party) or (self.held,)

    @property
    def partner(self) -> tuple[Generation, ...]:
        """The partner's keys, the newest last; none before the first annex."""
        return self._signed.get(self._partner_id, ())

    @property
    def held(self) -> Generation:
        """The keys in use on this node, whose seeds come first."""
        logs, mirrors = self._signers()
        return Generation(logs[0].verifier, mirrors[0].verifier)

    @property
    def drawn(self) -> Generation | None:
        """The keys that were drawn to follow them, or `None`."""
        logs, mirrors = self._signers()
        is_drawn = len(logs) > 1 and len(mirrors) > 1
        return Generation(logs[-1].verifier, mirrors[-1].verifier) if is_drawn else None

    @property
    def newest_held(self) -> Generation:
        """The newest key of each kind whose seed lies here."""
        logs, mirrors = self._signers()
        return Generation(logs[-1].verifier, mirrors[-1].verifier)

    @property
    def receipted(self) -> int:
        """The place of the newest of our keys that the partner's receipt bears."""
        return self._receipt[2]

    @property
    def known_logs(self) -> tuple[Verifier, ...]:
        """Every key that ever signed our log, as far as we know, and those drawn."""
        signed = self._signed.get(self._party, ())
        return _once([*(each.log for each in (*self.own, *signed)), *(each.verifier for each in self._signers()[0])])

    @property
    def known_mirrors(self) -> tuple[Verifier, ...]:
        """Every key that ever signed our receipts, as far as we know, and those drawn."""
        return _once([*(each.mirror for each in self.own), *(each.verifier for each in self._signers()[1])])

    def log_signers(self) -> tuple[Signer, ...]:
        """Return what signs our next head, or raise `InvalidInput` where a seed is missing."""
        wanted = [each.log for each in that_sign(self.own, self.receipted)]
        return _at_hand(wanted, self._signers()[0], "log", must_have=wanted[-1])

    def mirror_signers(self, *, is_asking: bool) -> tuple[Signer, ...]:
        """Return what signs our next receipt, or raise `InvalidInput` where a seed is missing.

        Parameters
        ----------
        is_asking
            Whether our record may be older than our keys (rule R7): then the keys at hand sign, because the annex that
            tells of them may only come with what is receipted here.
        """
        wanted = [each.mirror for each in that_sign(self.own, self.receipted)]
        here = self._signers()[1]
        if is_asking and wanted[-1] not in {each.verifier for each in here}:
            return here
        return _at_hand(wanted, here, "mirror", must_have=wanted[-1])

    def mirrors_here(self) -> tuple[Signer, ...]:
        """Return what signs our receipts, as far as the seeds lie here."""
        wanted = {each.mirror for each in that_sign(self.own, self.receipted)}
        return tuple(each for each in self._signers()[1] if each.verifier in wanted)

    def read(self, annex: Any) -> bool:
        """Return whether an annex is one of this agreement whose keys can be read."""
        try:
            for each in annex["parties"]:
                generation_of(KeyPair(each["log_key"], each["mirror_key"]))
        except (InvalidInput, KeyError, TypeError, AttributeError):
            return False
        return bool(annex.get("agreement_hash") == self._hash)

    def generations(self, series: Series | None) -> dict[str, tuple[KeyPair, ...]]:
        """Return what the annexes of a series say, by party."""
        texts = series.in_force if series else ()
        return key_generations([text.document for text in texts if self.read(text.document)], self._agreement)

    def _chain(self, series: Series | None) -> dict[str, tuple[Generation, ...]]:
        known = tuple(text.hash for text in series.in_force) if series else ()
        if known not in self._chains:
            pairs = self.generations(series)
            self._chains[known] = {party: tuple(map(generation_of, each)) for party, each in pairs.items()}
        return self._chains[known]

    def _signers(self) -> tuple[tuple[Signer, ...], tuple[Signer, ...]]:
        keys = self._keyring.keys
        if self._made is None or self._made[0] is not keys:
            logs = tuple(Signer(self._ours.origin, seed) for seed in keys.log_seeds)
            self._made = keys, logs, tuple(Signer(self._ours.mirror, seed, MIRROR_KEY) for seed in keys.mirror_seeds)
        return self._made[1:]


def declared(entries: Iterable[Entry | None], party: str) -> list[Generation]:
    """Return the keys that a party gave itself in its own log: of each annex that it tabled and then signed, in order.

    That is its own word and no agreement: enough for a node that was put back to an older state to read the partner
    until it has its own signatures back.
    """
    tabled: dict[str, Text] = {}
    found: list[Generation] = []
    for entry in entries:
        if isinstance(entry, Text) and entry.series == KEYS:
            tabled[entry.hash] = entry
        elif isinstance(entry, Vote) and entry.series == KEYS and entry.choice in tabled:
            found += _own_part(tabled[entry.choice].document, party)
    return found


def _own_part(annex: Any, party: str) -> list[Generation]:
    try:
        ours = next(each for each in annex["parties"] if each["party"] == party)
        return [generation_of(KeyPair(ours["log_key"], ours["mirror_key"]))]
    except (InvalidInput, KeyError, TypeError, AttributeError, StopIteration):
        return []


def _at_hand(
    wanted: Sequence[Verifier], here: Sequence[Signer], name: str, *, must_have: Verifier
) -> tuple[Signer, ...]:
    found = {each.verifier: each for each in here}
    if must_have not in found or (len(wanted) > 1 and wanted[0] not in found and here[0].verifier != must_have):
        raise seed_missing(name)
    return tuple(found[each] for each in wanted if each in found)


def seed_missing(name: str) -> InvalidInput:
    """Return the error of a node that lacks the seed of a key which both parties agreed."""
    return InvalidInput(
        "node.seed_missing",
        "The seed of a key of ours that both parties agreed is not here.",
        why="no file keys/{name}.seed or keys/{name}.next.seed gives that key: this folder is older than the change of "
        "keys, or the file was lost",
        remedy="stop the node, put the newest copy of the folder `keys` in its place, and start it again",
        name=name,
    )


def _once(keys: Sequence[Verifier]) -> tuple[Verifier, ...]:
    return tuple(dict.fromkeys(keys))
