"""Two parties, an unreliable line, crashes, old backups and a partner that rewrites its past: what was agreed stays so.

The reference's §3.3 found its rules with Spin; here the same faults are put to the production code by Hypothesis, and
each broken variant must be caught. One limit is known and kept out: two parties alone cannot see a partner rewrite what
we mirrored and then lost with our copy (§3.3, "cannot be fixed by two parties").
"""

from collections.abc import Iterator
from itertools import product
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from comity.ground import Untrusted
from comity.ledger import (
    CHECKPOINT_PATH,
    Entry,
    Party,
    Record,
    check_history,
    document_hash,
    fetch_head,
    fold,
    read_head,
    text_entry,
    vote_entry,
)
from tests.ledger.acts import SERIES, text, vote
from tests.ledger.test_fold import Fold
from tests.ledger.test_fold_mutants import mutated
from tests.ledger.two_parties import MUTANTS, Honest, Kept, Log, Message

WHO = st.sampled_from([0, 1])
ACTS = st.sampled_from(["offer", "sign", "sign", "sign", "no"])
CRASH = st.sampled_from([None, None, None, "before", "after"])
Trace = tuple[tuple[str, int, str, str | None], ...]


def decided(record: Record) -> Trace:
    slots = record.series[SERIES].slots if SERIES in record.series else ()
    return tuple((each.parent, each.round, each.outcome, each.choice) for each in slots if each.outcome != "open")


class TwoParties(RuleBasedStateMachine):
    """The first party is the one under test; the second is honest until it rewrites its past."""

    kind: type[Honest] = Honest

    def __init__(self) -> None:
        super().__init__()
        self.parties = (self.kind(0), Honest(1))
        self.parties[0].meet(self.parties[1])
        self.parties[1].meet(self.parties[0])
        self.now = 0
        self.salt = 0
        self.on_the_way: list[tuple[Party, Message]] = []
        self.backups: list[tuple[Party, Kept]] = [(0, Kept()), (1, Kept())]
        self.reported: list[Trace] = [(), ()]
        self.held: list[tuple[bytes, ...]] = [(), ()]
        self.rewritten_from: int | None = None

    def entries(self, who: Party, act: str) -> list[bytes]:
        """Act in the slot that this party sees open: an offer is a text and a signature in one batch."""
        view = self.parties[who].view()
        series = view.series.get(SERIES)
        last = series.slots[-1] if series else None
        parent, round_number = (last.parent, last.round) if last else ("root", 0)
        tabled = series.tabled if series else ()
        self.salt += 1
        header = {"office": "a desk", "at_ms": 0, "salt": self.salt.to_bytes(16, "big")}
        slot = {"series": SERIES, "parent": parent, "round": round_number}
        if act == "offer" or (act == "sign" and not tabled):
            document = {"name": f"text {who}", "parent": parent}
            offer = text_entry(**slot, document=document, **header)  # type: ignore[arg-type]
            return [offer, vote_entry(**slot, choice=document_hash(document), **header)]  # type: ignore[arg-type]
        return [vote_entry(**slot, choice=tabled[0].hash if act == "sign" else None, **header)]  # type: ignore[arg-type]

    @rule(who=WHO, act=ACTS, crash=CRASH)
    def act(self, who: Party, act: str, crash: str | None) -> None:
        """Write, or crash before the commit (nothing was written) or after it (all was, and nobody was told)."""
        party = self.parties[who]
        if party.may_write() and not (who == 1 and self.rewritten_from is not None):
            if crash != "before":
                party.write(self.entries(who, act))
                own = party.kept.own.entries
                assert own[: len(self.held[who])] == self.held[who], "it contradicts what its partner holds"
            if crash:
                self.started_again(who, party.kept)

    @rule(who=WHO)
    def look(self, who: Party) -> None:
        """Read what the partner publishes now; whoever carried it may bring it again."""
        self.send(who)
        self.parties[who].pull(self.on_the_way[-1][1])
        self.held[who] = self.parties[1 - who].kept.copy.entries

    def started_again(self, who: Party, kept: Kept) -> None:
        """Start on what the disk holds; from here on `held` is what the partner has at this moment."""
        self.now += 1
        self.parties[who].restart(kept, self.now)
        self.held = [self.parties[1].kept.copy.entries, self.parties[0].kept.copy.entries]

    @rule(who=WHO)
    def send(self, who: Party) -> None:
        """Put what a party publishes on the way: a disk, a cache; it may arrive late, twice, out of turn or never."""
        self.now += 1
        self.on_the_way.append((who, self.parties[1 - who].published(self.now)))

    @precondition(lambda self: self.on_the_way)
    @rule(data=st.data())
    def arrive(self, data: st.DataObject) -> None:
        who, message = data.draw(st.sampled_from(self.on_the_way), label="message")
        self.parties[who].pull(message)

    @rule(who=WHO)
    def back_up(self, who: Party) -> None:
        self.backups.append((who, self.parties[who].kept))

    def can_be_mended(self, who: Party, kept: Kept) -> bool:
        """Return whether what the disaster destroys stands elsewhere: no rule can bring back what nobody holds."""
        party, partner = self.parties[who], self.parties[1 - who]
        holds_ours = partner.is_asked and partner.kept.copy.tree.size >= party.kept.receipted
        if self.rewritten_from is not None:
            return who == 0 and holds_ours and kept.copy.tree.size == party.kept.copy.tree.size
        return holds_ours and partner.kept.own.tree.size >= party.kept.copy.tree.size

    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        """A disaster: everything since a backup of any age is lost; the partner is alive, and in step itself."""
        may = [(who, kept) for who, kept in self.backups if self.can_be_mended(who, kept)]
        if may:
            who, kept = data.draw(st.sampled_from(may), label="backup")
            self.started_again(who, kept)

    @precondition(lambda self: self.rewritten_from is None and self.parties[0].kept.copy.entries)
    @rule(data=st.data())
    def rewrite(self, data: st.DataObject) -> None:
        """The second party turns: it drops a part of its log that we hold, and says no where it had signed."""
        villain = self.parties[1]
        held = min(self.parties[0].kept.copy.tree.size, villain.kept.own.tree.size)
        if held == 0:
            return
        self.turn(data.draw(st.integers(0, held - 1), label="from"), data.draw(st.integers(1, 4), label="entries"))

    def turn(self, cut: int, count: int) -> None:
        """Let the second party publish another past, genuine in itself: its log up to `cut`, then so many noes."""
        villain = self.parties[1]
        slot = {"series": SERIES, "parent": "root", "round": 0, "office": "a desk", "at_ms": 0, "salt": bytes([9]) * 16}
        entries = [*villain.kept.own.entries[:cut], *[vote_entry(**slot, choice=None)] * count]  # type: ignore[arg-type]
        own = Log().grown(entries)
        villain.kept = Kept(own.headed(villain.head_of(own)), villain.kept.copy, villain.kept.receipted)
        self.rewritten_from = cut

    @invariant()
    def what_was_reported_stays_so(self) -> None:
        for who, party in enumerate(self.parties):
            if party.reports() and not (who == 1 and self.rewritten_from is not None):
                trace = decided(party.record())
                before = self.reported[who]
                assert trace[: len(before)] == before, f"party {who} reported {before}, and now {trace}"
                self.reported[who] = trace

    @invariant()
    def both_report_the_same_record(self) -> None:
        one, other = self.reported
        shorter = min(len(one), len(other))
        assert one[:shorter] == other[:shorter]

    @invariant()
    def what_is_receipted_is_not_lost(self) -> None:
        for who, party in enumerate(self.parties):
            is_villain = who == 1 and self.rewritten_from is not None
            if party.is_asked and not party.is_stopped and not is_villain:
                assert party.kept.receipted <= party.kept.own.tree.size


EVERYDAY = settings(
    deadline=None, stateful_step_count=25, max_examples=settings().max_examples, suppress_health_check=[*HealthCheck]
)
TestTwoParties = TwoParties.TestCase
TestTwoParties.settings = EVERYDAY
SEARCH = settings(EVERYDAY, max_examples=1_500, phases=[Phase.generate], database=None, derandomize=True)


def begin(name: str | None) -> TwoParties:
    """Let two parties meet; `name` is the rule that the first of them breaks."""
    machine = TwoParties()
    machine.parties = (MUTANTS[name](0) if name else Honest(0), Honest(1))
    machine.parties[0].meet(machine.parties[1])
    machine.parties[1].meet(machine.parties[0])
    return machine


def step(machine: TwoParties, words: str) -> None:
    """Take one step of a history, where it is possible, and check the invariants."""
    act, who, *which = words.split()
    place: Party = 0 if who == "0" else 1
    party = machine.parties[place]
    if act == "look":
        machine.look(place)
    elif act == "lose":
        if machine.can_be_mended(place, Kept()):
            machine.started_again(place, Kept())
    elif act == "restart":
        machine.started_again(place, party.kept)
    elif act == "turn":
        if machine.rewritten_from is None and machine.parties[0].kept.copy.entries:
            machine.turn(0, 1)
    elif act == "send":
        machine.send(place)
    elif act == "arrive":
        sent = [message for to, message in machine.on_the_way if to == place]
        if sent:
            party.pull(sent[int(which[0]) % len(sent) if which else 0])
    else:
        machine.act(place, act, None)
    machine.what_was_reported_stays_so()
    machine.both_report_the_same_record()


def play(name: str | None, *steps: str) -> TwoParties:
    """Play a short history, checking the invariants after each step; `name` is the rule that the first party breaks."""
    machine = begin(name)
    for words in steps:
        step(machine, words)
    return machine


AGREED = ("offer 1", "look 0", "sign 0", "look 1", "look 0")
"""The second party's offer, signed by the first; each holds the other's record, and the first its receipt."""

HISTORIES = {
    "5": ("offer 1", "look 0", "sign 0", "lose 0", "look 0"),
    "6": ("offer 0", "look 1", "lose 0", "no 0"),
    "7": ("no 0", "look 1", "send 0", "no 1", "look 0", "look 1", *AGREED, "arrive 0"),
    "8": (*AGREED, "turn 1", "restart 0", "look 0"),
    "9": (*AGREED, "lose 0"),
    "11": ("send 0", "offer 0", "look 1", "lose 0", "arrive 0", "no 0"),
}
"""For each broken variant the shortest history known to show it."""


@pytest.mark.parametrize("name", MUTANTS)
def test_a_party_that_breaks_one_rule_is_caught_and_one_that_keeps_it_is_not(name):
    steps = HISTORIES[name.split()[0]]
    play(None, *steps)
    with pytest.raises(AssertionError):
        play(name, *steps)


STEPS = [
    *(f"{act} {who}" for who in (0, 1) for act in ("offer", "sign", "look", "look", "no", "lose", "send")),
    *("look 0", "sign 0", "lose 0", "restart 0", "turn 1", "arrive 0", "arrive 0 1", "arrive 0 2", "arrive 1"),
]


def histories(count: int) -> Iterator[list[str]]:
    """Yield random histories, each from its own seed; half of them begin where something is agreed."""
    for seed in range(count):
        chance = Random(seed)
        yield [*(AGREED if seed % 2 else ()), *chance.choices(STEPS, k=10)]


@pytest.mark.parametrize("name", MUTANTS)
def test_a_search_that_does_not_know_the_history_finds_each_broken_rule_too(name):
    def search() -> None:
        for steps in histories(4_000):
            play(name, *steps)

    with pytest.raises(AssertionError):
        search()


def test_a_party_that_keeps_every_rule_is_not_caught_by_the_same_searches():
    played = [play(None, *steps) for steps in histories(300)]
    assert any(decided(machine.parties[0].record()) for machine in played), "nothing was ever agreed"
    run_state_machine_as_test(TwoParties, settings=settings(SEARCH, max_examples=100))


@pytest.mark.parametrize(
    "steps",
    [
        pytest.param(("lose 0", "look 0"), id="a disaster that takes the record and the copy of the partner's"),
        pytest.param(("lose 0", "look 0", "look 1", "lose 1", "look 1"), id="two disasters, one after the other"),
        pytest.param(("turn 1", "look 0", "restart 0", "look 0"), id="a partner that rewrites its past"),
        pytest.param(("send 0", "no 0", "arrive 0", "arrive 0"), id="an old message, twice"),
    ],
)
def test_what_both_agreed_survives(steps):
    machine = play(None, *AGREED, *steps)
    assert decided(machine.parties[0].record())[0][2] == "force"


LOST_BUT_ON_A_DISK = ("offer 0", "send 1", "lose 0")


def test_a_lost_past_that_comes_back_late_stops_the_node_and_un_agrees_nothing():
    """`docs/reference/log-format.md`: the disk that the partner reads late holds what was written over since."""
    machine = play(None, *LOST_BUT_ON_A_DISK, "look 0", "no 0", "arrive 1", "look 0")
    assert machine.parties[0].is_stopped
    assert not machine.parties[0].may_write()


def test_a_lost_past_that_the_partner_reads_before_anything_is_written_comes_back_whole():
    machine = play(None, *LOST_BUT_ON_A_DISK, "arrive 1", "look 0")
    assert len(machine.parties[0].kept.own.entries) == 2
    assert machine.parties[0].may_write()


def test_what_a_partner_rewrote_after_we_lost_our_copy_shows_only_by_a_head_kept_in_a_third_place():
    """The one row of the table that two parties cannot mend: another site, or a printed head, must tell."""
    machine = play(None, *AGREED)
    ours = machine.parties[0]
    known = read_head(ours.kept.copy.files[CHECKPOINT_PATH], ours.partner.keys)
    machine.turn(0, 3)
    machine.started_again(0, Kept())
    machine.look(0)
    with pytest.raises(AssertionError):
        machine.what_was_reported_stays_so()
    rewritten = machine.parties[1].kept.own.read
    with pytest.raises(Untrusted) as told:
        check_history(rewritten, fetch_head(rewritten, ours.partner.keys), known)
    assert told.value.code == "ledger.fork"


def crossing(folded: Fold, rounds: int, first_speaker: tuple[int, ...]) -> bool:
    """Play two willing parties whose offers may cross; return whether they agree within these rounds.

    In each round each party that may table offers its own text and signs it at once; a party that sees the other's
    offer in time signs that. `first_speaker` says who speaks first in each round, or 2 where both speak unseen.
    """
    logs: tuple[list[Entry | None], list[Entry | None]] = ([], [])
    for number in range(rounds):
        speaker = first_speaker[number]
        mine = [f"text {who} {number}" for who in (0, 1)]
        offers: list[list[Entry | None]] = [
            [text(mine[who], round=number), vote(mine[who], round=number)] for who in (0, 1)
        ]
        for who in (0, 1):
            admitted = folded_admits(folded, logs, who, number)
            other_admitted = folded_admits(folded, logs, 1 - who, number)
            if admitted and (speaker in (who, 2) or not other_admitted):
                logs[who].extend(offers[who])
        for who in (0, 1):
            if not any(isinstance(each, type(vote("x"))) and each.round == number for each in logs[who]):
                logs[who].append(vote(mine[1 - who], round=number))
        if folded(*logs).in_force(SERIES):
            return True
    return False


def folded_admits(folded: Fold, logs, who: int, number: int) -> bool:
    """Return whether a text of this party would be on the table in the round that is open now."""
    tried = [list(logs[0]), list(logs[1])]
    tried[who].append(text("tried", round=number))
    return any(each.hash == "tried" for each in folded(*tried).series[SERIES].tabled)


SPEAKERS = [*product((0, 1, 2), repeat=4)]
NO_ALTERNAT = ("for party in PARTIES if slot[2] == 0 else (turn,):", "for party in PARTIES:")


def test_two_willing_parties_agree_by_the_second_round_however_their_offers_cross():
    assert all(crossing(fold, 2, speakers) for speakers in SPEAKERS)


def test_without_turns_their_offers_may_cross_for_ever():
    """Mutant 10 is a fault of liveness, which no law of safety sees: only the endless crossing shows it."""
    assert not crossing(mutated(*NO_ALTERNAT), 4, (2, 2, 2, 2))
