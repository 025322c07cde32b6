"""Reading on from what was read gives what reading both logs from their beginning gives, whatever comes in which order.

The histories are drawn from a small, hot universe of entries in which clocks run back, authors lie about what they had
read, signatures come before their texts, and a text is signed twice, turned down or left to run out.
"""

import os
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from comity.cooperation import KINDS, Act, ActLog, acts_of, balance_of, course_of, going_on, recounted, state_of
from comity.ledger import PARTIES, Beat, Entry, Message, RunningRecord, Text, Vote, document_hash
from tests.cooperation.test_templates import CASE, delivering
from tests.cooperation.two_logs import ALL_MS, DAY_MS, START_MS, Desks

MANY = 20_000 if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else 100
SERIES = "cooperation/group/wg-sky"


class Reader:
    """Both logs as they arrive: the course goes on where it can and begins anew where it must."""

    def __init__(self, desks: Desks) -> None:
        self.framework = desks.framework
        self.logs: tuple[list[Entry | None], list[Entry | None]] = ([], [])
        self.running = RunningRecord()
        self.course = course_of(self.running.record(), (), ())
        self.book = state_of(self.framework, self.course.log, at_ms=ALL_MS)
        self.begun_anew = 0

    def read(self, *new: Sequence[Entry | None]) -> None:
        for party in PARTIES:
            self.running.read(party, new[party])
            self.logs[party].extend(new[party])
        record, before = self.running.record(), self.course
        course = before.continued(record, *new)
        if course is None:
            self.begun_anew += 1
            self.course = course_of(record, *self.logs)
            self.book = state_of(self.framework, self.course.log, at_ms=ALL_MS)
        else:
            self.course = course
            self.book = going_on(self.book, self.framework, course.log, since=len(before.log.acts))

    def check(self) -> None:
        whole = acts_of(*self.logs)
        assert _said(self.course.log) == _said(whole)
        book = state_of(self.framework, whole, at_ms=ALL_MS)
        assert self.book.standings == book.standings
        assert self.book.accounts == book.accounts
        assert self.book.adopted == book.adopted
        assert self.book.at_ms == book.at_ms
        assert [(each.act, each.why.code) for each in self.book.not_counted] == [
            (each.act, each.why.code) for each in book.not_counted
        ]
        assert [each.act.hash for each in self.book.waiting] == [each.act.hash for each in book.waiting]
        for each in book.standings.values():
            for kind in KINDS:
                assert [*self.book.about(each.key, kind)] == [*book.about(each.key, kind)]


def universe() -> tuple[Desks, list[dict[str, Any]]]:
    """A group proposed by one, and acts on it: each of some moves, following the proposal, an older act or nothing."""
    desks = Desks()
    desks.propose("DZ", "group", "wg-sky")
    documents = [desks.act("group", "wg-sky", move, {}) for move in ("establish", "revise", "withdraw")]
    documents += [{**documents[0], "open_until_ms": START_MS + days * DAY_MS} for days in (1, 3)]
    desks.move("US", "group/wg-sky", "establish")
    documents += [desks.act("group", "wg-sky", move, {}) for move in ("rest", "dissolve")]
    documents.append(documents[0] | {"texts": {}})
    return desks, documents


DESKS, DOCUMENTS = universe()
HASHES = [document_hash(each) for each in DOCUMENTS]
PARENTS = ["root", *HASHES[:2], HASHES[3]]


@st.composite
def entries(draw):
    at_ms = START_MS + draw(st.integers(0, 5)) * DAY_MS
    which = draw(st.integers(0, len(DOCUMENTS) - 1))
    document = DOCUMENTS[which] | {"seen": [draw(st.integers(0, 6)), draw(st.integers(0, 6))]}
    place = (SERIES, draw(st.sampled_from(PARENTS)), draw(st.integers(0, 1)))
    kind = draw(st.sampled_from(["text", "vote", "vote", "both", "message", "no", "beat", "noise"]))
    if kind == "message":
        return [Message(document_hash(document), at_ms, "a desk", document)]
    if kind == "beat":
        return [Beat(at_ms, "a desk")]
    if kind == "noise":
        return [None]
    text = Text(*place, HASHES[which], document.get("open_until_ms"), at_ms, "a desk", DOCUMENTS[which])
    vote = Vote(*place, None if kind == "no" else HASHES[which], at_ms, "a desk")
    return [text] if kind == "text" else [text, vote] if kind == "both" else [vote]


PIECES = st.lists(st.tuples(st.integers(0, 1), entries()), min_size=1, max_size=14)


@settings(max_examples=MANY)
@given(PIECES, st.booleans())
def test_reading_on_is_reading_from_the_beginning_whatever_arrives_in_which_order(pieces, is_proposed):
    reader = Reader(DESKS)
    if is_proposed:
        reader.read([DESKS.logs[0][0]], [])
    for party, new in pieces:
        reader.read(*((new, []) if party == 0 else ([], new)))
        reader.check()
    assert reader.course.sizes == tuple(map(len, reader.logs)), "all that arrived was read"


@settings(max_examples=MANY)
@given(PIECES, PIECES)
def test_what_is_tried_after_a_course_leaves_it_as_it_was(pieces, tried):
    reader = Reader(DESKS)
    for party, new in pieces:
        reader.read(*((new, []) if party == 0 else ([], new)))
    said, sizes = _said(reader.course.log), reader.course.sizes
    supposed = Reader(DESKS)
    for party in PARTIES:
        supposed.running.read(party, reader.logs[party])
    new = tuple([each for by, some in tried if by == party for each in some] for party in PARTIES)
    for party in PARTIES:
        supposed.running.read(party, new[party])
    reader.course.continued(supposed.running.record(), *new)
    assert (_said(reader.course.log), reader.course.sizes) == (said, sizes)
    reader.check()


def test_the_work_of_two_desks_is_never_read_from_its_beginning_again():
    desks = Desks()
    desks.group()
    for place in range(3):
        desks.propose("DZ", "meeting", f"wg-sky-{place}", number=place + 1)
        desks.move("US", f"meeting/wg-sky-{place}", "agree")
        desks.move("DZ", f"meeting/wg-sky-{place}", "start")
    reader = Reader(desks)
    for entry in sorted([(each.at_ms, party, each) for party in PARTIES for each in desks.logs[party]], key=_first_two):
        reader.read(*([entry[2]], []) if entry[1] == 0 else ([], [entry[2]]))
        reader.check()
    assert reader.begun_anew == 0
    assert len(reader.book.standings) == 4


def case() -> tuple[Desks, list[tuple[int, Entry]]]:
    """A contract case with payments and a delivery, each record with a series of its own; its entries in order."""
    desks = delivering()
    desks.flow("first", "delivery", "US", initiative="case", item="radar", quantity=1)
    desks.flow("later", "payment", "DZ", initiative="case", confirm=False, amount=AMOUNT)
    desks.move("US", "flow/later", "dispute")
    desks.move("DZ", CASE, "amend", value={**AMOUNT, "amount_minor": 2_000_00})
    found = [(party, each) for party in PARTIES for each in desks.logs[party]]
    return desks, sorted(found, key=lambda each: each[1].at_ms)


AMOUNT = {"amount_minor": 100_00, "currency": "USD"}
CASE_DESKS, CASE_ENTRIES = case()


@settings(max_examples=MANY // 10)
@given(st.lists(st.integers(1, len(CASE_ENTRIES) - 1), max_size=6, unique=True), st.randoms(use_true_random=False))
def test_a_case_with_flows_is_read_on_to_the_same_book_in_whatever_pieces_it_arrives(ends, chance):
    reader = Reader(CASE_DESKS)
    for begin, end in pairwise([0, *sorted(ends), len(CASE_ENTRIES)]):
        pieces = [[each for by, each in CASE_ENTRIES[begin:end] if by == party] for party in PARTIES]
        for party in chance.sample(PARTIES, 2):  # one log arrives before the other
            reader.read(*((pieces[0], []) if party == 0 else ([], pieces[1])))
        reader.check()
    account = reader.book.accounts[CASE]
    assert (account.paid_minor, account.claimed_minor, account.delivered) == (400_00, 100_00, {"radar": 1})
    assert recounted(reader.book, "case") == balance_of(reader.book, "case")
    assert len(reader.book.adopted) == 1


def test_under_a_changed_framework_the_whole_is_read_anew_and_says_what_the_whole_says():
    reader, law = Reader(CASE_DESKS), CASE_DESKS.framework
    half = len(CASE_ENTRIES) // 2
    for party, each in CASE_ENTRIES[:half]:
        reader.read(*(([each], []) if party == 0 else ([], [each])))
    reader.framework = replace(law, templates={})  # as where a log no longer holds the template
    reader.book = state_of(reader.framework, reader.course.log, at_ms=ALL_MS)
    assert CASE not in reader.book.standings
    for party, each in CASE_ENTRIES[half:]:
        reader.read(*(([each], []) if party == 0 else ([], [each])))
    reader.check()
    assert CASE not in reader.book.standings
    reader.framework = law
    reader.book = state_of(law, reader.course.log, at_ms=ALL_MS)
    reader.check()
    assert CASE in reader.book.standings


def test_what_comes_before_what_was_read_is_read_from_the_beginning():
    one, other = Desks(), Desks()
    one.propose("US", "group", "wg-sky")
    other.tick()
    other.propose("DZ", "group", "wg-sky")  # neither had read the other, and both propose it
    reader = Reader(one)
    reader.read(other.logs[0], [])
    assert reader.book.standings["group/wg-sky"].proposer == "DZ"
    reader.read([], one.logs[1])
    reader.check()
    assert reader.begun_anew == 1
    assert reader.book.standings["group/wg-sky"].proposer == "US"


def test_a_text_tabled_where_both_had_signed_it_already_counts_from_their_signatures():
    reader, elsewhere, text = proposed(), tabled(0, parent="elsewhere"), tabled(0)
    reader.read([elsewhere, signed(0), signed(0, by_ms=DAY_MS)], [signed(0)])
    reader.check()
    assert reader.book.standings["group/wg-sky"].state == "proposed"
    reader.read([], [text])
    reader.check()
    assert reader.book.standings["group/wg-sky"].state == "established"


def test_a_text_that_ran_out_binds_nobody_once_the_other_log_has_passed_its_day():
    reader, over = proposed(), 3  # open for a day
    withdrawn = DESKS.act("group", "wg-sky", "withdraw", {}) | DOCUMENTS[2]
    late = Message(document_hash(withdrawn), START_MS + 2 * DAY_MS, "a desk", withdrawn)
    reader.read([tabled(over), signed(over), late], [])
    reader.check()
    assert reader.book.standings["group/wg-sky"].state == "proposed"
    reader.read([], [Beat(START_MS + 3 * DAY_MS, "a desk")])
    reader.check()
    assert reader.book.standings["group/wg-sky"].state == "withdrawn"


def test_a_signature_given_before_its_version_opened_is_read_when_it_opens():
    reader = proposed()
    next_text = tabled(5, parent=HASHES[0])
    reader.read([tabled(0), signed(0), next_text, signed(5, parent=HASHES[0])], [])
    reader.check()
    reader.read([], [signed(0), signed(5, parent=HASHES[0])])
    reader.check()
    assert reader.course.log.acts[-1].hash == HASHES[5]
    assert len(reader.course.log.acts[-1].signatures) == 2


def proposed() -> Reader:
    """Both logs with the group's proposal."""
    reader = Reader(DESKS)
    reader.read([DESKS.logs[0][0]], [])
    return reader


def tabled(which: int, *, parent: str = "root") -> Text:
    document = DOCUMENTS[which]
    until_ms = document.get("open_until_ms")
    return Text(SERIES, parent, 0, HASHES[which], until_ms, START_MS + DAY_MS, "a desk", document)


def signed(which: int, *, parent: str = "root", by_ms: int = 0) -> Vote:
    return Vote(SERIES, parent, 0, HASHES[which], START_MS + DAY_MS + by_ms, "a desk")


def _said(log: ActLog):
    """What an order of acts says; of an act that cannot be read, the code of its fault."""
    waited = [(_plain(each.act), each.since_ms, each.until_ms, each.open_until_ms) for each in log.waited]
    return [_plain(each) for each in log.acts], waited


def _plain(act: Act):
    return act._replace(fault=None), act.fault and act.fault.code


def _first_two(each):
    return each[:2]


def test_instants_in_the_one_order_never_run_back():
    reader = Reader(DESKS)
    for place, each in enumerate(DESKS.logs[1]):
        reader.read(DESKS.logs[0][place : place + 1], [each])
    assert all(one.at_ms <= other.at_ms for one, other in pairwise(reader.course.log.acts))
