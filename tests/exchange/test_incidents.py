"""Who co-ordinates, and what became of an offer: read from two logs, the same in any order, and never taken back.

R2 to R5 are those of the ledger reference, section 3; nothing here is signed, because the fold checks no signature.
"""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.agreement import (
    CUSTODY_SCHEMA,
    RESOURCE_SCHEMA,
    custody_series,
    place_of,
    read_custody,
    read_resource,
    resource_series,
)
from comity.exchange import handed_over, holder_of, lending_of
from comity.ground import InvalidInput
from comity.ledger import ROOT, Entry, RunningRecord, Text, Vote, document_hash, fold
from tests.exchange.drawn import MEMORANDUM

INCIDENT = "dz.bejaia-2008-08-06"
SMC = custody_series(INCIDENT)
AT_MS = 1_790_000_000_000
UNIT = {
    "platform": "boat",
    "speed_mm_s": 12_000,
    "endurance_s": 7200,
    "base_udeg": [5_080_000, 36_750_000],
    "from_ms": AT_MS,
    "until_ms": AT_MS + 10_000,
}


def custody(to: str, number: int, **changes: Any) -> dict[str, Any]:
    told = {"incident": INCIDENT, "case": "bejaia-2008-08-06", "to": to, "number": number, "clause": "4.3"}
    return {"schema": CUSTODY_SCHEMA, "example": True, **told, **changes}


def offer(number: int = 2, by: str = "US", **changes: Any) -> dict[str, Any]:
    told = {"incident": INCIDENT, "clause": "4.3", "number": number, "kind": "offer", "by": by, "unit": UNIT}
    return {"schema": RESOURCE_SCHEMA, "example": True, **told, "open_until_ms": AT_MS + 10_000, **changes}


def text(
    document: dict[str, Any], parent: str = ROOT, round: int = 0, *, series: str = SMC, at_ms: int = AT_MS
) -> Text:
    until_ms = document.get("open_until_ms")
    return Text(series, parent, round, document_hash(document), until_ms, at_ms, "desk", document)


def vote(
    document: dict[str, Any] | None, parent: str = ROOT, round: int = 0, *, series: str = SMC, at_ms: int = AT_MS
) -> Vote:
    return Vote(series, parent, round, None if document is None else document_hash(document), at_ms, "desk")


def holder(dz: list[Entry], us: list[Entry]) -> tuple[str, int]:
    found = holder_of(fold(dz, us).series.get(SMC), MEMORANDUM, INCIDENT)
    return found.party, found.number


TO_US, BACK = custody("US", 1), custody("DZ", 2)


def test_the_centre_that_opened_the_incident_co_ordinates_until_both_signed_that_the_other_does():
    assert holder([], []) == ("DZ", 0)
    assert holder([text(TO_US), vote(TO_US)], []) == ("DZ", 0)
    assert holder([text(TO_US), vote(TO_US)], [vote(TO_US)]) == ("US", 1)
    handed = document_hash(TO_US)
    back: list[Entry] = [text(BACK, handed), vote(BACK, handed)]
    assert holder([text(TO_US), vote(TO_US), vote(BACK, handed)], [vote(TO_US), *back]) == ("DZ", 2)


def test_two_proposals_of_one_moment_that_contradict_one_another_fail_and_the_next_round_decides():
    other = custody("US", 1, clause="4.2")
    dz: list[Entry] = [text(TO_US), vote(TO_US)]
    us: list[Entry] = [text(other), vote(other)]
    assert holder(dz, us) == ("DZ", 0)
    again: list[Entry] = [text(TO_US, round=1), vote(TO_US, round=1)]  # the second party has the turn (R4)
    assert holder([*dz, vote(TO_US, round=1)], [*us, *again]) == ("US", 1)


def test_two_that_say_the_same_are_one():
    both: list[Entry] = [text(TO_US), vote(TO_US)]
    assert holder(both, both) == ("US", 1)


@pytest.mark.parametrize(
    "document",
    [custody("US", 2), custody("US", 1, incident="us.other"), custody("XX", 1), {"schema": "?"}],
)
def test_a_text_that_both_signed_and_that_does_not_fit_changes_nothing(document):
    assert holder([text(document), vote(document)], [vote(document)]) == ("DZ", 0)


def entries() -> st.SearchStrategy[list[Entry]]:
    documents = [TO_US, BACK, custody("US", 1, clause="4.2"), custody("US", 3), {"schema": "?"}]
    parents = st.sampled_from([ROOT, *map(document_hash, documents)])
    acts = st.one_of(
        st.builds(text, st.sampled_from(documents), parents, st.integers(0, 1)),
        st.builds(vote, st.sampled_from([*documents, None]), parents, st.integers(0, 1)),
        st.builds(text, st.sampled_from(documents)),
        st.builds(vote, st.sampled_from(documents)),
    )
    return st.lists(acts, max_size=14)


@given(dz=entries(), us=entries(), data=st.data())
def test_in_whatever_order_the_logs_arrive_the_hand_overs_are_the_same_and_only_grow(dz, us, data):
    running, read = RunningRecord(), [0, 0]
    known: list[str] = []
    while read != [len(dz), len(us)]:
        party = data.draw(st.sampled_from([each for each in (0, 1) if read[each] < len((dz, us)[each])]))
        running.read(party, (dz, us)[party][read[party] : read[party] + 1])
        read[party] += 1
        now = [each.to for each, *_ in handed_over(running.record().series.get(SMC), MEMORANDUM, INCIDENT)]
        assert now[: len(known)] == known
        known = now
    final = fold(dz, us).series.get(SMC)
    assert known == [each.to for each, *_ in handed_over(final, MEMORANDUM, INCIDENT)]
    assert holder_of(final, MEMORANDUM, INCIDENT).party == (known[-1] if known else "DZ")


LENT = resource_series(INCIDENT, 2)


def state(dz: list[Entry], us: list[Entry], *, taken_back: bool = False) -> str | None:
    texts = [each for each in us if isinstance(each, Text)]
    withdrawn = {"US": {document_hash(offer())} if taken_back else set()}
    found = lending_of(fold(dz, us).series[LENT], MEMORANDUM, texts, withdrawn)
    return None if found is None else found.state


def of_offer(answer: str | None = "none", *, at_ms: int = AT_MS) -> tuple[list[Entry], list[Entry]]:
    made: list[Entry] = [text(offer(), series=LENT), vote(offer(), series=LENT)]
    answers: dict[str | None, list[Entry]] = {
        "none": [],
        "yes": [vote(offer(), series=LENT, at_ms=at_ms)],
        "no": [vote(None, series=LENT, at_ms=at_ms)],
    }
    return answers[answer], made


def test_one_signature_offers_two_lend_a_no_declines_and_time_ends_it():
    assert state(*of_offer()) == "offered"
    assert state(*of_offer("yes")) == "accepted"
    assert state(*of_offer("no")) == "declined"
    assert state(*of_offer("yes", at_ms=AT_MS + 10_001)) == "lapsed"


def test_what_is_taken_back_is_not_lent_unless_the_signature_crossed_that_word():
    assert state(*of_offer(), taken_back=True) == "withdrawn"
    assert state(*of_offer("yes"), taken_back=True) == "accepted"


def test_each_party_numbers_its_own():
    read_resource(offer(1, "DZ"), MEMORANDUM)
    with pytest.raises(InvalidInput, match="number"):
        read_resource(offer(1, "US"), MEMORANDUM)


@pytest.mark.parametrize(
    "changes",
    [
        {"example": False},
        {"by": "FR"},
        {"unit": {**UNIT, "until_ms": AT_MS}},
        {"unit": {**UNIT, "platform": "helicopter"}},
        {"unit": {name: value for name, value in UNIT.items() if name != "base_udeg"}},
        {"unit": {**UNIT, "name": "cutter of N."}},
        {"open_until_ms": AT_MS + 10_001},
    ],
)
def test_an_offer_that_contradicts_itself_is_refused(changes):
    with pytest.raises(InvalidInput):
        read_resource(offer(**changes), MEMORANDUM)


@pytest.mark.parametrize(
    "name", ["rescue/x/smc", "rescue/dz.x/resource-0", "rescue/dz.x/smc/", f"rescue/dz.{'x' * 130}/smc"]
)
def test_a_series_of_another_form_is_about_no_incident(name):
    assert place_of(name) is None


def test_a_custody_names_the_case_after_which_its_incident_is_named():
    with pytest.raises(InvalidInput, match="case"):
        read_custody(custody("US", 1, case="other"), MEMORANDUM)
