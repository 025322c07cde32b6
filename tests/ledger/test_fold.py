"""The record that follows from two logs: each rule, the prototype's 200 vectors, the laws, and the seal of R11."""

import hashlib
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.ledger import (
    FOLD_RULES,
    Entry,
    Message,
    Record,
    RunningRecord,
    Series,
    Slot,
    Text,
    Vote,
    fold,
    parse_entry,
)
from tests.ledger.acts import LOGS, SERIES, UNTIL_MS, ack, beat, notice, of_vector, text, vote
from tests.shared_data import SHARED, needs_shared

Log = Sequence[Entry | None]
Fold = Callable[[Log, Log], Record]


def series_of(first: Log, second: Log, folded: Fold = fold) -> Series:
    return folded(first, second).series[SERIES]


def outcomes(first: Log, second: Log) -> list[str]:
    return [slot.outcome for slot in series_of(first, second).slots]


def decided(record: Record) -> list[tuple[str, int, str, str | None]]:
    series = record.series.get(SERIES)
    slots = series.slots if series else ()
    return [(each.parent, each.round, each.outcome, each.choice) for each in slots if each.outcome != "open"]


def test_tabling_is_not_consent():
    found = series_of([text("a")], [text("a")])
    assert [slot.outcome for slot in found.slots] == ["open"]
    assert [each.hash for each in found.awaiting(0)] == ["a"]
    assert found.current is None


def test_one_signature_waits_for_the_other_and_two_put_the_text_in_force():
    offer: list[Entry | None] = [text("a"), vote("a")]
    pending = series_of(offer, [])
    assert pending.awaiting(0) == ()
    assert [each.hash for each in pending.awaiting(1)] == ["a"]
    agreed = series_of(offer, [vote("a")])
    assert [each.hash for each in agreed.in_force] == ["a"]
    assert agreed.slots[-1] == Slot("a", 0, "open", None, (None, None))


def test_the_agreed_text_becomes_the_parent_of_the_next():
    first: list[Entry | None] = [text("a"), vote("a"), text("b", parent="a"), vote("b", parent="a")]
    second = [vote("a"), vote("b", parent="a")]
    assert [each.hash for each in fold(first, second).in_force(SERIES)] == ["a", "b"]
    assert fold(first, second).in_force("another series") == ()


def test_only_the_first_vote_counts():
    assert outcomes([text("a"), vote("a"), vote(None)], [vote("a")]) == ["force", "open"]
    assert outcomes([text("a"), vote(None), vote("a")], [vote("a")]) == ["void", "open"]


def test_crossing_votes_a_no_and_two_noes_open_the_next_round():
    assert outcomes([text("a"), vote("a")], [text("b"), vote("b")]) == ["void", "open"]
    assert outcomes([text("a"), vote("a")], [vote(None)]) == ["void", "open"]
    assert outcomes([vote(None)], [vote(None)]) == ["void", "open"]


def test_a_vote_for_a_text_not_yet_seen_waits_and_then_counts():
    assert outcomes([vote("a")], [vote("a")]) == ["open"]
    assert outcomes([vote("a"), text("a")], [vote("a")]) == ["force", "open"]


def test_after_a_crossing_only_the_party_whose_turn_it_is_may_table():
    crossing = [vote(None)]
    offer: list[Entry | None] = [text("a", round=1), vote("a", round=1)]
    assent = [vote("a", round=1)]
    assert outcomes([*crossing, *offer], [*crossing, *assent]) == ["void", "open"]
    assert outcomes([*crossing, *assent], [*crossing, *offer]) == ["void", "force", "open"]


def test_a_vote_after_the_text_lapsed_is_a_no():
    offer: list[Entry | None] = [text("a", until_ms=3), vote("a")]
    assert outcomes(offer, [vote("a", at_ms=3)]) == ["force", "open"]
    assert outcomes(offer, [vote("a", at_ms=4)]) == ["void", "open"]
    assert outcomes(offer, [beat(4), vote("a", at_ms=0)]) == ["void", "open"]  # its clock had passed 3 before


def test_a_log_that_passes_the_term_in_silence_has_said_no():
    offer: list[Entry | None] = [text("a", until_ms=3), vote("a")]
    assert outcomes(offer, [beat(3)]) == ["open"]
    assert outcomes(offer, [beat(4)]) == ["void", "open"]
    assert outcomes([*offer, beat(9)], []) == ["open"]  # the offerer's own clock binds nobody else


def test_a_text_without_a_term_never_depends_on_time():
    assert outcomes([text("a", at_ms=2**52), vote("a", at_ms=2**52)], [beat(2**53), vote("a")]) == ["force", "open"]


def test_a_text_comes_into_force_once_so_that_the_chain_never_closes_on_itself():
    again: list[Entry | None] = [text("a", parent="a"), vote("a", parent="a")]
    assert outcomes([text("a"), vote("a"), *again], [vote("a"), *again]) == ["force", "void", "open"]
    retabled = series_of([text("a"), vote("a"), text("a", parent="a")], [vote("a")])
    assert retabled.awaiting(1) == ()  # nobody is asked to sign what cannot be agreed


def test_series_do_not_touch_one_another_and_noise_counts_for_nothing():
    other = replace(vote(None), series="decision/1")
    assert outcomes([None, other, text("a"), None, vote("a")], [None, other, vote("a")]) == ["force", "open"]


@needs_shared
def test_all_200_vectors_of_the_prototype_agree():
    vectors = json.loads((SHARED / "ledger" / "fold_vectors.json").read_bytes())
    assert len(vectors) == 200
    for vector in vectors:
        found = series_of([*map(of_vector, vector["a"])], [*map(of_vector, vector["b"])])
        trace = [{"parent": s.parent, "round": s.round, "outcome": s.outcome, "choice": s.choice} for s in found.slots]
        assert trace == vector["expect"]


def law_of_monotone_observers(folded: Fold, first: Log, second: Log, cuts: Sequence[int]) -> bool:
    """Whatever prefixes two observers hold, what one has decided begins what the other has decided, or the reverse."""
    one = decided(folded(first[: cuts[0]], second[: cuts[1]]))
    other = decided(folded(first[: cuts[2]], second[: cuts[3]]))
    whole = decided(folded(first, second))
    return one == whole[: len(one)] and other == whole[: len(other)]


def law_of_consent(folded: Fold, first: Log, second: Log, cuts: Sequence[int]) -> bool:
    """In force means: the text is there, and each party's first vote in the slot is for exactly this text."""
    texts = {(e.parent, e.round, e.hash) for e in (*first, *second) if isinstance(e, Text)}

    def is_agreed(parent: str, round_number: int, choice: str | None) -> bool:
        votes = [
            [e.choice for e in log if isinstance(e, Vote) and (e.parent, e.round) == (parent, round_number)]
            for log in (first, second)
        ]
        return (parent, round_number, choice) in texts and [each[:1] for each in votes] == [[choice], [choice]]

    return all(
        outcome == "void" or (outcome == "force" and is_agreed(parent, round_number, choice))
        for parent, round_number, outcome, choice in decided(folded(first, second))
    )


def law_of_one_child(folded: Fold, first: Log, second: Log, cuts: Sequence[int]) -> bool:
    """A text has at most one successor in force."""
    parents = [parent for parent, _, outcome, _ in decided(folded(first, second)) if outcome == "force"]
    return len(parents) == len(set(parents))


def law_of_determinism(folded: Fold, first: Log, second: Log, cuts: Sequence[int]) -> bool:
    """The same two logs give the same record, and reading them changes neither."""
    before = list(first), list(second)
    return folded(first, second) == folded(first, second) and (list(first), list(second)) == before


LAWS = (law_of_monotone_observers, law_of_consent, law_of_one_child, law_of_determinism)
CUTS = st.lists(st.integers(0, 14), min_size=4, max_size=4)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
@settings(max_examples=5 * settings().max_examples)
@given(LOGS, LOGS, CUTS)
def test_the_laws_hold_for_any_two_logs(law, first, second, cuts):
    assert law(fold, first, second, cuts)


@given(st.lists(st.binary(max_size=60), max_size=8), st.lists(st.binary(max_size=60), max_size=8))
def test_any_bytes_fold(first, second):
    assert fold(map(parse_entry, first), map(parse_entry, second)).series == {}


@given(LOGS, LOGS)
def test_no_act_of_one_log_alone_decides_anything(first, second):
    assert decided(fold(first, [])) == decided(fold([], second)) == []


AGREED: list[Entry | None] = [text("a"), vote("a")]


def test_a_notice_runs_from_the_other_party_s_receipt_in_the_other_party_s_time():
    (given,) = series_of([*AGREED, notice("end", parent="a", at_ms=3)], [vote("a")]).notices
    assert (given.by, given.index, given.time_ms, given.acknowledged_ms) == (0, 2, 3, None)
    (given,) = series_of(
        [*AGREED, notice("end", parent="a", at_ms=3)], [vote("a"), beat(9), ack("end", parent="a", at_ms=5)]
    ).notices
    assert given.acknowledged_ms == 9  # R5: its clock had passed 9 before


def test_nobody_acknowledges_its_own_notice_nor_one_under_a_text_that_was_not_agreed():
    own: Log = [*AGREED, notice("end", parent="a"), ack("end", parent="a", at_ms=4)]
    assert series_of(own, [vote("a")]).notices[0].acknowledged_ms is None
    assert series_of([text("a"), notice("end", parent="a")], [ack("end", parent="a")]).notices == ()
    assert series_of([text("a")], [notice("end", parent="b")]).notices == ()


def test_only_the_first_notice_and_the_first_receipt_of_it_count():
    twice: list[Entry | None] = [*AGREED, notice("end", parent="a", at_ms=1), notice("end", parent="a", at_ms=6)]
    receipts: Log = [vote("a"), ack("end", parent="a", at_ms=2), ack("end", parent="a", at_ms=8)]
    (given,) = series_of(twice, receipts).notices
    assert (given.time_ms, given.acknowledged_ms) == (1, 2)


def test_a_receipt_may_reach_us_before_the_notice_that_it_answers():
    receipt: Log = [vote("a"), ack("end", parent="a", at_ms=2)]
    assert series_of(AGREED, receipt).notices == ()
    assert series_of([*AGREED, notice("end", parent="a")], receipt).notices[0].acknowledged_ms == 2


@given(LOGS, LOGS, CUTS)
def test_a_notice_that_is_known_keeps_its_place_and_its_receipt_whatever_follows(first, second, cuts):
    before = fold(first[: cuts[0]], second[: cuts[1]]).series.get(SERIES)
    after = fold(first, second).series.get(SERIES)
    later = {(each.by, each.index): each for each in (after.notices if after else ())}
    for known in before.notices if before else ():
        assert later[known.by, known.index].notice == known.notice
        assert known.acknowledged_ms in (None, later[known.by, known.index].acknowledged_ms)


@settings(max_examples=5 * settings().max_examples)
@given(LOGS, LOGS, st.lists(st.tuples(st.sampled_from([0, 1]), st.integers(1, 5)), max_size=8))
def test_the_record_of_growing_logs_equals_the_fold_of_what_was_read_at_every_moment(first, second, turns):
    running = RunningRecord()
    logs = first, second
    for party, count in turns:
        begin = running.sizes[party]
        running.read(party, logs[party][begin : begin + count])
        assert running.record() == fold(first[: running.sizes[0]], second[: running.sizes[1]])


def test_reading_on_costs_what_is_new_and_not_what_was_read():
    running = RunningRecord()
    for number in range(300):
        entry = replace(vote("a"), series=f"decision/{number}")
        running.read(0, [replace(text("a"), series=f"decision/{number}"), entry])
    before = running.record()
    running.read(1, [replace(vote("a"), series="decision/7")])
    after = running.record()
    assert after.in_force("decision/7")
    assert not before.in_force("decision/7")  # a record that was given out stays as it was
    kept = [name for name in before.series if after.series[name] is before.series[name]]
    assert len(kept) == 299


def chance_log(chance: random.Random) -> list[Entry | None]:
    """A log by chance, from the hot universe of the laws."""
    entries: list[Entry | None] = []
    for _ in range(chance.randrange(12)):
        place: dict[str, Any] = {
            "parent": chance.choice(["root", "root", "root", "t0", "t2"]),
            "round": chance.choice([0, 0, 1, 2]),
            "at_ms": chance.randrange(7),
        }
        name = chance.choice(sorted(UNTIL_MS))
        entries.append(text(name, until_ms=UNTIL_MS[name], **place))
        entries.append(vote(chance.choice([name, name, None]), **place))
        if chance.random() < 0.2:
            entries += [notice("end", parent=name), ack("end", parent=name, at_ms=chance.randrange(7))]
    return entries


def test_the_rules_of_version_1_are_sealed():
    """R11: a change of code that changes any record of these is a change of the rules, and needs an amendment."""
    chance = random.Random(1)
    traces = []
    for _ in range(3_000):
        record = fold(chance_log(chance), chance_log(chance))
        for series in record.series.values():
            slots = [(each.parent, each.round, each.outcome, each.choice) for each in series.slots]
            notices = [(each.by, each.index, each.time_ms, each.acknowledged_ms) for each in series.notices]
            traces.append([slots, notices, [each.hash for each in series.tabled]])
    sealed = hashlib.sha256(json.dumps(traces).encode()).hexdigest()
    assert (FOLD_RULES, sealed) == (1, "85c90e0262088dd75c47fb4a495f81729b5f4b26026107efa5818c3bd069f43a")


def test_the_example_agreement_names_these_rules():
    example = Path(__file__).resolve().parents[2] / "examples" / "algeria-usa-2025" / "memorandum.json"
    assert json.loads(example.read_bytes())["fold"] == FOLD_RULES


def test_a_message_is_noise_to_the_record_its_instant_included():
    """R11: software that does not know messages follows the same record (decision 6)."""
    said = Message("sha256:" + "0" * 64, at_ms=99, office="o", document={"schema": "comity/request/1"})
    offer: list[Entry | None] = [text("a", until_ms=5), vote("a")]
    assert fold([*offer, said], [said]) == fold([*offer, None], [None])
    assert fold(offer, [said]).series != fold(offer, [beat(at_ms=99)]).series
