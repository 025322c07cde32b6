"""The first year lived by both nodes: each act through the node of the party that makes it, as its office would.

Both nodes act at once on all that they know, then look at one another, and so on until nothing is left: what takes a
year between two ministries takes as many looks as there are turns in it.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from comity.cli.demo.first_year import PARTIES, Deed, last_day, read_year
from comity.cli.demo.stage import Actor
from comity.cooperation import PROPOSE

AGREEMENTS = ("dz-us-mou-2025", "dz-us-other-fields-2025")
_WEEK_DAYS = 7

TABLED, DONE = "tabled", "done"
Known = set[tuple[int, str]]
"""Which deeds a node knows to be tabled, and which to be done."""


@dataclass(frozen=True)
class Played:
    """What it took: acts, signatures, looks at one another, seconds."""

    acts: int
    signatures: int
    looks: int
    seconds: float


@dataclass(frozen=True)
class _Turn:
    """A deed that a party opened, signed, or both."""

    index: int
    opens: bool
    signs: bool


class Year:
    """The deeds of the year, what each must wait for, and which of them each node knows."""

    def __init__(self, actors: Mapping[str, Actor], example: Path) -> None:
        self._actors = actors
        shift_days = weeks_to_today(example)
        self.deeds = [deed for each in AGREEMENTS for deed in read_year(example, each, shift_days=shift_days)]
        self._needs = list(_needs(self.deeds))
        self._known: dict[str, Known] = {party: set() for party in PARTIES}
        self._texts: dict[int, str] = {}
        self.followers: dict[str, str] = {}
        """Which office acts since another was ended."""

    def offices(self, party: str) -> tuple[str, ...]:
        """Return the offices that act for a party in this year."""
        return tuple(sorted({deed.offices[party] for deed in self.deeds}))

    def take_as_done(self, document: Mapping[str, Any]) -> None:
        """Note that both have signed this decision already."""
        for index, deed in enumerate(self.deeds):
            if deed.document == document:
                for known in self._known.values():
                    known.add((index, DONE))

    def play(self, is_wanted: Callable[[Deed], bool]) -> Played:
        """Live all wanted deeds, or raise where one of them is still waiting at the end."""
        began_s, looks, acts, signatures = time.monotonic(), 0, 0, 0
        wanted = [index for index, deed in enumerate(self.deeds) if is_wanted(deed)]
        with ThreadPoolExecutor(len(PARTIES)) as both:
            while any(turns := list(both.map(lambda party: self._turn(party, wanted), PARTIES))):
                moved = [{self.deeds[each.index].agreement for each in turn} for turn in turns]
                list(both.map(self._look, PARTIES, moved[::-1]))  # each reads where the other moved
                for here, there in (PARTIES, PARTIES[::-1]):
                    self._known[here] |= self._known[there]
                looks += 1
                acts += sum(each.opens for turn in turns for each in turn)
                signatures += sum(each.signs for turn in turns for each in turn)
            for _ in range(2):  # each gives receipt of all that the other wrote, then reads the other's receipt
                list(both.map(self._look, PARTIES, [AGREEMENTS] * len(PARTIES)))
        left = [self.deeds[index].key for index in wanted if not self._is_over(index)]
        if left:
            raise AssertionError(f"the year stands still at {', '.join(left)}")
        return Played(acts, signatures, looks, time.monotonic() - began_s)

    def _turn(self, party: str, wanted: Iterable[int]) -> list[_Turn]:
        """Do all that a party can do now."""
        known, turns = self._known[party], list[_Turn]()
        for index in wanted:
            deed = self.deeds[index]
            if (index, DONE) in known:
                continue
            if (index, TABLED) in known:
                if party in deed.signers[1:]:
                    self._sign(party, index)
                    known.add((index, DONE))
                    turns.append(_Turn(index, opens=False, signs=True))
            elif party == deed.by and all((each, DONE) in known for each in self._needs[index]):
                self._begin(index)
                known.add((index, DONE if deed.signatures == 1 else TABLED))
                turns.append(_Turn(index, opens=True, signs=deed.signatures > 1))
        return turns

    def _is_over(self, index: int) -> bool:
        deed = self.deeds[index]
        known = self._known[deed.by]
        return (index, DONE) in known or (len(deed.signers) < deed.signatures and (index, TABLED) in known)

    def _begin(self, index: int) -> None:
        """Make an act, or table it and sign first."""
        deed = self.deeds[index]
        client, office = self._actors[deed.by].client, self._office(deed, deed.by)
        root = f"/api/v1/agreements/{deed.agreement}"
        if deed.toml:
            client.post(f"{root}/cooperation/templates", {"toml": deed.toml, "office": office})
        elif deed.document is not None:
            body = {"series": _series(deed), "document": deed.document, "sign": True, "office": office}
            self._texts[index] = client.post(f"{root}/texts", body)["tabled"][-1]["hash"]
        else:
            body = {"move": deed.move, "fields": deed.fields, "office": office, "sign": deed.signatures > 1}
            answer = client.post(f"{root}/cooperation/records/{deed.kind}/{deed.record}/acts", body)
            if deed.signatures > 1:
                self._texts[index] = answer["waiting"]["hash"]

    def _sign(self, party: str, index: int) -> None:
        """Sign what the other party tabled."""
        deed = self.deeds[index]
        body = {"series": _series(deed), "choice": self._texts[index], "office": self._office(deed, party)}
        self._actors[party].client.post(f"/api/v1/agreements/{deed.agreement}/votes", body)

    def _office(self, deed: Deed, party: str) -> str:
        return self.followers.get(deed.offices[party], deed.offices[party])

    def _look(self, party: str, agreements: Iterable[str]) -> None:
        for agreement in sorted(agreements):
            self._actors[party].client.post(f"/api/v1/agreements/{agreement}/pull")


def weeks_to_today(example: Path) -> int:
    """Return by how many days the year is moved: whole weeks, so that its days keep their names, up to this week."""
    days = (datetime.now(UTC).date() - last_day(example)).days
    return days // _WEEK_DAYS * _WEEK_DAYS


def _series(deed: Deed) -> str:
    return f"cooperation/{deed.key}" if deed.document is None else f"decision/{deed.document['id']}"


def _needs(deeds: Sequence[Deed]) -> Iterator[frozenset[int]]:
    """Yield, for each deed, the earlier deeds that it stands on."""
    subjects: dict[str, frozenset[str]] = {}
    for index, deed in enumerate(deeds):
        if deed.move == PROPOSE:
            subjects[deed.key] = frozenset(_named(deed))
        names = subjects.get(deed.key, frozenset()) | frozenset(_named(deed))
        yield frozenset(
            number
            for number, earlier in enumerate(deeds[:index])
            if earlier.agreement == deed.agreement
            and (
                (earlier.key and (earlier.key == deed.key or earlier.key in names))
                or (deed.move != PROPOSE and deed.key in subjects.get(earlier.key, ()) and deed.kind == "initiative")
                or (deed.move == PROPOSE and _allows(earlier, deed))
            )
        )


def _named(deed: Deed) -> Iterator[str]:
    """Yield the records that an act names, as `kind/name`."""
    fields = deed.fields
    for name, kind in (("group", "group"), ("initiative", "initiative"), ("from_meeting", "meeting")):
        if name in fields:
            yield f"{kind}/{fields[name]}"
    if "supersedes" in fields:
        yield f"{deed.kind}/{fields['supersedes']}"
    if "from_decision" in fields:
        yield f"decision/{fields['from_decision']}"
    yield from fields.get("about", ())
    yield from (f"action/{each}" for each in (*fields.get("depends_on", ()), *fields.get("corrective_actions", ())))
    yield from (f"decision/{each['decided_by']}" for each in fields.get("withheld", ()))


def _allows(earlier: Deed, deed: Deed) -> bool:
    """Tell whether a proposal stands on an earlier act: a clause put to work, a template laid open or adopted."""
    if earlier.document is not None:
        return bool({each["clause"] for each in earlier.document["effects"]} & set(deed.fields["clause_refs"]))
    adopts = {each["subject"] for each in deed.fields.get("effects", ()) if each["kind"] == "adopt_template"}
    if earlier.template is not None:
        return earlier.template["id"] in adopts
    return deed.kind == "initiative" and earlier.kind == "decision" and earlier.move in (PROPOSE, "adopt")
