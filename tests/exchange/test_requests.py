"""Ask and answer: what a request can name, its life, and its state read from both logs.

IMO 9074729 by hand: 9×7 + 0×6 + 7×5 + 4×4 + 7×3 + 2×2 = 139, whose last digit is the check digit (IMO A.1117(30)).
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.exchange import ANSWER_SCHEMA, REQUEST, REQUEST_SCHEMA, read_answer, read_request, requests_of
from comity.ground import InvalidInput, advance
from tests.exchange.drawn import FILE, MEMORANDUM
from tests.exchange.logs import DAY_MS, START_MS, Log, content

DUE_MS = START_MS + 10 * DAY_MS


def request(**changes):
    return {
        "schema": "comity/request/1",
        "example": True,
        "id": "US-2026-1",
        "agreement": FILE.hash,
        "from": "US",
        "to": "DZ",
        "clause": "4.2",
        "item": "maritime.contact",
        "about": {"area": "south-west-mediterranean"},
        "from_ms": START_MS - DAY_MS,
        "to_ms": START_MS,
        "purpose": "maritime_safety",
        "due_ms": DUE_MS,
    } | changes


def answer(of, **changes):
    base = {"schema": "comity/answer-to-request/1", "example": True, "request": of, "answer": "answered"}
    return {**base, "contents": [content(1)]} | changes


def declined(of, article="4.2"):
    return answer(of, answer="declined", contents=[], article=article)


def state_of(asker, answerer):
    return [each.state for each in requests_of(asker.says(), answerer.says(), MEMORANDUM, asker_id="US")]


@pytest.mark.parametrize(
    "about",
    [
        {"area": "south-west-mediterranean"},
        {"west_udeg": 179_000_000, "south_udeg": 0, "east_udeg": -179_000_000, "north_udeg": 1},
        {"mmsi": 605_123_456},
        {"imo": 9_074_729},
        {"group": "ucdp-1234"},
    ],
)
def test_a_request_names_an_area_a_box_a_ship_or_a_group(about):
    assert read_request(request(about=about), MEMORANDUM).about == about


@pytest.mark.parametrize(
    "about",
    [
        {"person": "a name"},
        {"name": "a name"},
        {"group": "a name"},
        {"group": "ucdp-1\n"},
        {"area": "somewhere"},
        {"mmsi": 972_123_456},  # a beacon that a person wears
        {"mmsi": 111_234_567},  # a search aircraft
        {"mmsi": 12_345_678},
        {"imo": 9_074_728},
        {"mmsi": 605_123_456, "imo": 9_074_729},
        {"west_udeg": 0, "south_udeg": 1, "east_udeg": 1, "north_udeg": 1},
        {},
        "a name",
    ],
)
def test_it_names_nothing_else_and_never_a_person(about):
    with pytest.raises(InvalidInput):
        read_request(request(about=about), MEMORANDUM)


def test_no_field_of_a_request_or_an_answer_takes_free_text():
    def strings(form):
        if isinstance(form, dict):
            if form.get("type") == "string":
                yield form
            for each in form.values():
                yield from strings(each)
        elif isinstance(form, list):
            for each in form:
                yield from strings(each)

    for form in [*strings(REQUEST_SCHEMA), *strings(ANSWER_SCHEMA)]:
        assert "pattern" in form
        assert " " not in form["pattern"]


@pytest.mark.parametrize(
    "changes",
    [
        {"purpose": "because"},
        {"clause": "9.9"},
        {"clause": "9.1"},
        {"item": "rescue.case"},
        {"from": "FR"},
        {"to": "US"},
        {"id": "DZ-2026-1"},
        {"example": False},
        {"from_ms": START_MS, "to_ms": START_MS},
        {"note": "about the master of the ship"},
    ],
)
def test_a_request_outside_the_agreement_is_invalid(changes):
    with pytest.raises(InvalidInput):
        read_request(request(**changes), MEMORANDUM)


@pytest.mark.parametrize(
    "changes",
    [
        {"answer": "declined"},
        {"answer": "declined", "article": "4.2"},
        {"answer": "declined", "article": "9.9", "contents": []},
        {"article": "4.2"},
        {"contents": []},
        {"answer": "partly", "contents": []},
        {"example": False},
        {"answer": "perhaps"},
    ],
)
def test_an_answer_that_contradicts_itself_is_invalid(changes):
    with pytest.raises(InvalidInput):
        read_answer(answer(content(9), **changes), MEMORANDUM)


def test_the_life_of_a_request_is_a_table_without_dead_ends():
    states = set(REQUEST.moves)
    reached = {REQUEST.start} | {move.to for moves in REQUEST.moves.values() for move in moves.values()}
    assert reached == states
    assert {state for state, moves in REQUEST.moves.items() if not moves} == {"answered", "declined", "lapsed"}
    assert advance(REQUEST, "drafted", "send") == "sent"
    with pytest.raises(InvalidInput) as caught:
        advance(REQUEST, "lapsed", "answer")
    assert caught.value.code == "ground.no_such_move"


def test_sent_then_answered_in_part_then_whole():
    us, dz = Log(), Log()
    hash_ = us.say(request())
    assert state_of(us, dz) == ["sent"]
    dz.release(content(1))
    dz.say(answer(hash_, answer="partly"))
    assert state_of(us, dz) == ["partly"]
    dz.release(content(2))
    dz.say(answer(hash_, contents=[content(2)]))
    (asked,) = requests_of(us.says(), dz.says(), MEMORANDUM, asker_id="US")
    assert (asked.state, asked.contents, asked.late_contents) == ("answered", (content(1), content(2)), ())


def test_a_declined_request_names_its_article_and_stays_declined():
    us, dz = Log(), Log()
    hash_ = us.say(request())
    dz.say(declined(hash_))
    dz.release(content(1))
    dz.say(answer(hash_))
    (asked,) = requests_of(us.says(), dz.says(), MEMORANDUM, asker_id="US")
    assert (asked.state, asked.article, asked.contents) == ("declined", "4.2", ())


def test_it_lapses_when_the_other_log_declares_a_later_time_and_a_late_answer_is_shown_but_changes_nothing():
    us, dz = Log(), Log()
    hash_ = us.say(request())
    us.beat(at_ms=DUE_MS + DAY_MS)
    dz.beat(at_ms=DUE_MS)
    assert state_of(us, dz) == ["sent"]
    dz.beat(at_ms=DUE_MS + 1)
    assert state_of(us, dz) == ["lapsed"]
    dz.release(content(1), at_ms=START_MS)  # a log cannot go back: its declared time is the running maximum
    dz.say(answer(hash_), at_ms=START_MS)
    (asked,) = requests_of(us.says(), dz.says(), MEMORANDUM, asker_id="US")
    assert (asked.state, asked.contents, asked.late_contents, asked.decided_ms) == ("lapsed", (), (content(1),), DUE_MS)


def test_an_answer_in_part_is_no_lapse():
    us, dz = Log(), Log()
    hash_ = us.say(request())
    dz.release(content(1))
    dz.say(answer(hash_, answer="partly"))
    dz.beat(at_ms=DUE_MS + DAY_MS)
    assert state_of(us, dz) == ["partly"]


def test_an_answer_whose_contents_never_passed_the_check_is_no_answer():
    us, dz = Log(), Log()
    hash_ = us.say(request())
    dz.say(answer(hash_))
    dz.release(content(1))
    assert state_of(us, dz) == ["sent"]


def test_noise_repeated_numbers_foreign_names_and_requests_already_due_are_not_counted():
    us, dz = Log(), Log()
    us.noise()
    us.say(request(**{"from": "DZ", "to": "US", "id": "DZ-2026-1"}))
    us.say(request(id="US-2026-2", due_ms=START_MS))
    us.say(request(purpose="tourism" * 3))
    first = us.say(request())
    us.say(request(due_ms=DUE_MS + 1))
    dz.noise()
    dz.say(declined(content(7)))
    found = requests_of(us.says(), dz.says(), MEMORANDUM, asker_id="US")
    assert [each.hash for each in found] == [first]


steps = st.lists(st.sampled_from(["answer", "part", "decline", "beat", "late beat", "release", "noise"]), max_size=8)


@given(steps=steps, cut=st.integers(0, 8))
def test_what_is_decided_stays_decided_whatever_is_said_later(steps, cut):
    us, dz = Log(), Log()
    hash_ = us.say(request())
    dz.release(content(1))
    for step in steps:
        match step:
            case "answer":
                dz.say(answer(hash_))
            case "part":
                dz.say(answer(hash_, answer="partly"))
            case "decline":
                dz.say(declined(hash_))
            case "late beat":
                dz.beat(at_ms=DUE_MS + DAY_MS)
            case "beat":
                dz.beat()
            case "release":
                dz.release(content(2))
            case "noise":
                dz.noise()
    (early,) = requests_of(us.says(), dz.says(cut), MEMORANDUM, asker_id="US")
    (late,) = requests_of(us.says(), dz.says(), MEMORANDUM, asker_id="US")
    if not REQUEST.moves[early.state]:
        assert (late.state, late.article, late.decided_ms) == (early.state, early.article, early.decided_ms)
    assert set(early.contents) <= set(late.contents)
    assert requests_of(us.says(), dz.says(), MEMORANDUM, asker_id="US") == (late,)
