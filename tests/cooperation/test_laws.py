"""Laws over drawn histories: one signature moves nothing for both, order of arrival says nothing, sums are conserved.

The histories come from a small, hot universe, so that acts meet, race and contradict one another.
"""

import os

from hypothesis import example, given, settings
from hypothesis import strategies as st

from comity.cooperation import (
    LIVES,
    Act,
    ActLog,
    Book,
    Signature,
    acts_of,
    balance_of,
    recounted,
    state_of,
    take,
    text_hashes,
)
from comity.ground import ComityError
from comity.ledger import Entry, Message, Vote, document_hash, fold
from tests.agreement.documents import text
from tests.cooperation.test_templates import CASE, ITEMS, delivering
from tests.cooperation.two_logs import (
    ALL_MS,
    DAY_MS,
    EXAMPLES,
    PARTIES,
    START_MS,
    TEMPLATES,
    Desks,
    envelope,
    framework,
    other,
)

MANY = 100_000 if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else 300
LAW = framework()
GROUP = envelope("wg-sky") | {"owner_party": "DZ", "owner_office": "dz-desk"} | EXAMPLES["group"]
TEXTS = text_hashes(GROUP)
MOVES = sorted({name for moves in LIVES["group"].moves.values() for name in moves})


@st.composite
def histories(draw):
    """Acts on one group: each by a party, signed by one or both, following what stands or something older."""
    acts, hashes = [], ["root"]
    for place in range(draw(st.integers(1, 8))):
        move = "propose" if place == 0 else draw(st.sampled_from(MOVES))
        signers = draw(st.sampled_from([(0,), (1,), (0, 1)]))
        at_ms = START_MS + place
        acts.append(
            Act(
                hash=f"act-{place}",
                kind="group",
                record="wg-sky",
                move=move,
                follows=draw(st.sampled_from([hashes[-1], hashes[-1], hashes[0]])) if place else "root",
                fields=GROUP if place == 0 else {},
                texts=TEXTS,
                by=signers[0],
                at_ms=at_ms,
                signatures=tuple(Signature(party, "a desk", at_ms, place) for party in signers),
            )
        )
        hashes.append(f"act-{place}" if draw(st.booleans()) or place == 0 else hashes[-1])
    return acts


@settings(max_examples=MANY)
@given(histories())
def test_one_signature_never_makes_a_move_that_needs_both(acts):
    states = [state_of(LAW, ActLog(tuple(acts), ()), at_ms=START_MS + each) for each in range(len(acts))]
    before = None
    for act, book in zip(acts, states, strict=True):
        standing = book.standings.get("group/wg-sky")
        if standing is not None and standing.head == act.hash and before is not None:
            step = before.life.moves[before.state][act.move]
            assert len({each.party for each in act.signatures}) >= step.signatures
            assert act.follows == before.head
        elif standing is not None and before is not None:
            assert standing == before
        before = standing


_STEPS = st.lists(
    st.tuples(
        st.sampled_from(PARTIES),
        st.sampled_from(["say", "sign", "sign", "refuse", "stale"]),
        st.sampled_from(MOVES),
        st.integers(-3, 3),
    ),
    min_size=1,
    max_size=7,
)


def played(steps):
    """Two logs that follow from steps: clocks run apart, signatures meet or miss, some acts answer an older state."""
    desks = Desks()
    desks.propose("DZ", "group", "wg-sky")
    old = [desks.act("group", "wg-sky", each, {}) for each in MOVES]
    series = "cooperation/group/wg-sky"
    for party, how, move, days in steps:
        desks.tick(days)
        document = old[MOVES.index(move)] if how == "stale" else desks.act("group", "wg-sky", move, {})
        if how == "say":
            desks.say(party, document)
        elif how == "refuse":
            parent, number = desks.place(series)
            desks.logs[PARTIES.index(party)].append(Vote(series, parent, number, None, desks.now_ms, "a desk"))
        else:
            desks.sign(party, document)
    return desks


@settings(max_examples=MANY // 10)
@given(_STEPS)
def test_whatever_two_logs_hold_what_counts_for_both_was_signed_in_both(steps):
    desks = played(steps)
    book = desks.book(ALL_MS)
    standing = book.standings["group/wg-sky"]
    agreed = {each.hash for each in fold(*desks.logs).in_force("cooperation/group/wg-sky")}
    for act in acts_of(*desks.logs).acts:
        if len(act.signatures) > 1:
            assert act.hash in agreed
            for log in desks.logs:
                assert any(isinstance(each, Vote) and each.choice == act.hash for each in log)
    assert standing.version <= len(standing.log_refs)
    assert {each.act.hash for each in book.waiting}.isdisjoint(agreed)


@settings(max_examples=MANY // 10)
@given(_STEPS, st.randoms(use_true_random=False))
def test_in_whatever_order_the_two_logs_arrive_the_same_state_follows(steps, chance):
    desks = played(steps)
    whole = desks.book(ALL_MS)
    arrived: tuple[list[Entry], list[Entry]] = ([], [])
    pieces = [0] * len(desks.logs[0]) + [1] * len(desks.logs[1])
    chance.shuffle(pieces)
    for party in pieces:  # every interleaving that keeps each log's own order
        arrived[party].append(desks.logs[party][len(arrived[party])])
        state_of(desks.framework, acts_of(*arrived), at_ms=ALL_MS)  # what was read before leaves no trace
    again = state_of(desks.framework, acts_of(*arrived), at_ms=ALL_MS)
    assert again.standings == whole.standings
    assert [each.act for each in again.not_counted] == [each.act for each in whole.not_counted]
    assert again.waiting == whole.waiting


CASE_MOVES = sorted({name for moves in TEMPLATES["contract_case"].life.moves.values() for name in moves})
_CASE_STEPS = st.lists(
    st.tuples(
        st.sampled_from(PARTIES),
        st.sampled_from(["say", "say", "sign", "sign", "both", "both", "both"]),
        st.sampled_from(CASE_MOVES),
        st.integers(-1, 3),
    ),
    min_size=1,
    max_size=8,
)
DELIVERING = delivering()


@settings(max_examples=MANY // 30)
@given(_CASE_STEPS)
def test_a_template_moves_an_initiative_only_for_its_role_and_with_as_many_signatures_as_it_asks(steps):
    desks = again(DELIVERING)
    for party, how, move, days in steps:
        desks.tick(days)
        document = desks.act("initiative", "case", move, {})
        if how == "say":
            desks.say(party, document)
        else:
            desks.sign(party, document)
        if how == "both":
            desks.sign(other(party), document)
    agreed = {each.hash for each in fold(*desks.logs).in_force(f"cooperation/{CASE}")}
    book = Book()
    for act in acts_of(*desks.logs).acts:
        before, book.at_ms = book.standings.get(act.key), act.at_ms
        try:
            after = take(book, desks.framework, act)
        except ComityError:
            assert book.standings.get(act.key) == before, "what does not count changes nothing"
            continue
        if before is None or act.key != CASE:
            continue
        step = before.life.moves[before.state][act.move]
        assert (after.state, act.follows) == (step.to, before.head)
        assert len({each.party for each in act.signatures}) >= step.signatures
        assert step.by == "any" or before.fields["roles"][step.by] == PARTIES[act.by]
        assert step.signatures == 1 or act.hash in agreed
    assert book.standings == desks.book(ALL_MS).standings


def again(desks: Desks) -> Desks:
    """The same two logs, to be written on without changing those."""
    first, second = desks.logs
    return Desks(desks.framework, ([*first], [*second]), desks.now_ms)


_FLOWS = st.lists(
    st.tuples(
        st.sampled_from(PARTIES),
        st.sampled_from(["payment", "delivery"]),
        st.integers(1, 700_00),
        st.integers(1, 3),
        st.booleans(),
    ),
    max_size=4,
)


@settings(max_examples=MANY // 30)
@given(_FLOWS, st.sampled_from([None, 0, 1, 2, 5]))
@example([("US", "delivery", 1, 1, True), ("DZ", "delivery", 1, 1, True)], 0)
def test_sums_are_conserved_and_stay_within_what_was_agreed_also_once_it_is_amended(flows, ordered):
    desks = again(DELIVERING)
    for place, (giver, kind, amount, quantity, confirm) in enumerate(flows):
        what = (
            {"amount": {"amount_minor": amount, "currency": "USD"}}
            if kind == "payment"
            else {"item": "radar", "quantity": quantity}
        )
        desks.flow(f"flow-{place}", kind, giver, initiative="case", confirm=confirm, **what)
    before = balance_of(desks.book(), "case").delivered["radar"]
    if ordered is not None:  # an order without the radars has another line in their stead
        line = ITEMS[0] | ({"quantity": ordered} if ordered else {"id": "mast"})
        desks.move("US", CASE, "amend", items=[line])
    book = desks.book()
    found = balance_of(book, "case")
    assert found == recounted(book, "case")
    assert found.delivered.get("radar", 0) == before, "what was confirmed stays delivered"
    if ordered is not None:
        assert (found.ordered == {line["id"]: line["quantity"]}) == (before <= ordered)
    assert 0 <= found.paid_minor <= found.value_minor
    assert found.paid_minor + found.left_minor == found.value_minor
    assert all(0 <= found.delivered[item] <= count for item, count in found.ordered.items())
    clauses = LAW.clauses_at(book.at_ms)
    assert all(each in clauses for one in book.standings.values() for each in one.fields["clause_refs"])
    assert book.standings[CASE].state == "delivering"


def test_a_message_between_two_signatures_does_not_move_the_day_of_the_second():
    desks = Desks()
    desks.propose("DZ", "group", "wg-sky")
    document = desks.act("group", "wg-sky", "establish", {})
    desks.sign("DZ", document)
    first_ms = desks.now_ms
    desks.logs[1].append(Message(document_hash({"a": 1}), first_ms + 5 * DAY_MS, "us-desk", {"a": 1}))
    desks.now_ms += 9 * DAY_MS
    desks.sign("US", document)
    assert desks.book(desks.now_ms - 1).standings["group/wg-sky"].state == "proposed"
    assert desks.book().standings["group/wg-sky"].since_ms == desks.now_ms
    assert desks.book().standings["group/wg-sky"].fields["title"] == text("wg-sky")
