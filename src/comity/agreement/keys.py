"""The annex of keys that both parties sign, and whose keys follow whose.

An annex names one key of the log and one of the receipts for each party. The first names the keys of the cards that
were compared by voice; each later one replaces both keys of a party, or neither. A key that was given up never comes
back.
Source: `docs/decisions/0005-keys-in-an-annex.md`.
"""

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from comity.agreement import forms
from comity.agreement.articles import Agreement
from comity.agreement.schema import check_schema
from comity.ground import InvalidInput

_KEY = {"type": "string", "pattern": r"^[^+\s]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+$(?!\n)", "maxLength": 8192}

KEYS_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "comity/keys-annex/1",
    **forms.closed(
        schema={"const": "comity/keys-annex/1"},
        agreement=forms.ID,
        agreement_hash=forms.HASH,
        parties=forms.list_of(
            forms.closed(party=forms.PARTY, origin=forms.LOG_NAME, log_key=_KEY, mirror_key=_KEY), least=2, most=2
        ),
    ),
}
"""The schema of the annex of keys that both parties sign (`docs/decisions/0005-keys-in-an-annex.md`)."""


@dataclass(frozen=True)
class KeyPair:
    """A party's key for its log and its key for its receipts, in their text form."""

    log_key: str
    mirror_key: str

    @property
    def both(self) -> tuple[str, str]:
        """Both keys."""
        return self.log_key, self.mirror_key


Generations = Mapping[str, tuple[KeyPair, ...]]
"""Each party's keys in the order in which both parties agreed them, the newest last."""


def check_keys(annex: Any, agreement: Agreement, *, before: Generations) -> dict[str, KeyPair]:
    """Return the keys by party of an annex that may be signed, or raise `InvalidInput`.

    Parameters
    ----------
    before
        What the annexes in force say so far; empty before the first.
    """
    check_schema(annex, KEYS_SCHEMA)
    found = {each["party"]: KeyPair(each["log_key"], each["mirror_key"]) for each in annex["parties"]}
    keys = [key for pair in found.values() for key in pair.both]
    names = [name for each in agreement.parties for name in (each.origin, each.mirror)]
    named = [key.split("+", 1)[0] for key in keys]
    for reason, wrong in (
        ("agreement", annex["agreement"] != agreement.id),
        ("party", list(found) != [each.id for each in agreement.parties]),
        ("origin", [each["origin"] for each in annex["parties"]] != [each.origin for each in agreement.parties]),
        ("name", named != names),
        ("two_roles", len({_material(key) for key in keys}) != len(keys)),
        ("one_of_two", any(_is_half(found.get(party), pairs[-1]) for party, pairs in before.items())),
        ("used_before", _are_used(found, before)),
    ):
        if wrong:
            raise InvalidInput(
                "agreement.keys_do_not_fit",
                "The annex of keys cannot be signed under {agreement}: {reason}.",
                why="each key bears the name of its log or mirror, serves one role, is replaced together with the "
                "party's other key, and never comes back once given up",
                remedy="draw new keys with `comity keys draw`, and compare the fingerprints by voice",
                agreement=agreement.id,
                reason=reason,
            )
    return found


def key_generations(annexes: Iterable[Any], agreement: Agreement) -> dict[str, tuple[KeyPair, ...]]:
    """Return each party's keys as the annexes in force name them, oldest first; nothing before the first annex.

    An annex that does not fit those before it changes nothing, for both parties alike.
    """
    found: dict[str, tuple[KeyPair, ...]] = {}
    for annex in annexes:
        try:
            named = check_keys(annex, agreement, before=found)
        except InvalidInput:
            continue
        for party, pair in named.items():
            pairs = found.get(party, ())
            found[party] = pairs if pairs and pairs[-1] == pair else (*pairs, pair)
    return found


def _material(key: str) -> bytes:
    """Return the key itself, without its name, its hash and its type: one key is one key in every role."""
    text = key.split("+", 2)[2]
    try:
        return base64.b64decode(text, validate=True)[1:]  # C2SP signed-note: the first byte is the type
    except ValueError:
        return text.encode()  # no key at all: whoever reads the annex for its keys refuses it


def _is_half(new: KeyPair | None, old: KeyPair) -> bool:
    return new is not None and (new.log_key == old.log_key) != (new.mirror_key == old.mirror_key)


def _are_used(found: Mapping[str, KeyPair], before: Generations) -> bool:
    """Return whether a pair that replaces another holds a key that any earlier annex named."""
    ever = {_material(key) for pairs in before.values() for pair in pairs for key in pair.both}
    new = [pair for party, pair in found.items() if before and pair != before.get(party, (None,))[-1]]
    return any(_material(key) in ever for pair in new for key in pair.both)
