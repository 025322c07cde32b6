"""Corrections and recalls: what the receiver holds after them is a fold of the sender's one log."""

from hypothesis import given
from hypothesis import strategies as st

from comity.exchange import in_view, standing
from tests.exchange.logs import Log, content

A, B, C = content(1), content(2), content(3)


def item(blob, place=0):
    return {"content": blob, "place": place}


def correction(of, by, why="wrong"):
    return {"schema": "comity/correction/1", "example": True, "of": of, "by": by, "why": why}


def recall(of, why="released_in_error"):
    return {"schema": "comity/recall/1", "example": True, "of": of, "why": why}


def now(log):
    return {name: found.now for name, found in standing(log.says()).items()}


def test_a_correction_puts_another_released_item_in_its_stead():
    log = Log()
    log.release(A, count=2)
    log.release(B)
    log.say(correction(item(A, 1), item(B)))
    assert now(log) == {(A, 0): (A, 0), (A, 1): (B, 0)}
    found = standing(log.says())[A, 1]
    assert (found.why, found.since_ms) == ("wrong", log.at_ms)
    records = {(A, 0): {"n": 1}, (A, 1): {"n": 2}, (B, 0): {"n": 3}}
    assert in_view(records, standing(log.says())) == {(A, 0): {"n": 1}, (A, 1): {"n": 3}}


def test_a_correction_of_a_correction_corrects_the_first():
    log = Log()
    for blob in (A, B, C):
        log.release(blob)
    log.say(correction(item(A), item(B)))
    log.say(correction(item(B), item(C)))
    assert now(log) == {(A, 0): (C, 0)}


def test_a_recall_is_final_and_without_a_place_takes_the_whole_content():
    log = Log()
    log.release(A, count=2)
    log.release(B)
    log.say(recall(item(A, 0)))
    log.say(correction(item(A, 0), item(B)))
    assert now(log) == {(A, 0): None, (A, 1): (A, 1), (B, 0): (B, 0)}
    log.say(recall({"content": A}))
    assert now(log) == {(A, 0): None, (A, 1): None, (B, 0): (B, 0)}
    assert in_view({(A, 0): {}, (A, 1): {}, (B, 0): {}}, standing(log.says())) == {(B, 0): {}}


def test_what_names_no_earlier_release_is_noise():
    log = Log()
    log.say(recall({"content": A}))
    log.release(A)
    log.say(correction(item(A), item(B)))
    log.say(correction(item(A), item(A)))
    log.say(correction(item(A, 7), item(A)))
    log.say(recall(item(A), why="because"))
    log.noise()
    assert now(log) == {(A, 0): (A, 0)}


def test_what_has_not_arrived_is_left_out_of_the_view():
    log = Log()
    log.release(A)
    log.release(B)
    assert in_view({(B, 0): {"n": 1}}, standing(log.says())) == {(B, 0): {"n": 1}}


names = st.builds(item, st.sampled_from([A, B, C]), st.integers(0, 1))
documents = st.one_of(st.builds(correction, names, names), st.builds(recall, names))


@given(st.lists(documents, max_size=8))
def test_every_item_stands_for_one_thing_and_no_item_stands_twice(said):
    log = Log()
    for blob in (A, B, C):
        log.release(blob, count=2)
    for document in said:
        log.say(document)
    shown = [found.now for found in standing(log.says()).values() if found.now is not None]
    assert len(shown) == len(set(shown))


@given(st.lists(documents, max_size=8), st.integers(0, 8))
def test_what_was_recalled_never_comes_back(said, cut):
    log = Log()
    for blob in (A, B, C):
        log.release(blob, count=2)
    for document in said:
        log.say(document)
    early, late = standing(log.says(3 + cut)), standing(log.says())
    for name, found in early.items():
        if found.now is None:
            assert name not in late or late[name].now is None


def test_a_second_recall_changes_nothing_and_one_item_corrects_one_other():
    log = Log()
    for blob in (A, B, C):
        log.release(blob)
    log.say(recall(item(A)))
    before = standing(log.says())[A, 0]
    log.say(recall(item(A), why="wrong"))
    assert standing(log.says())[A, 0] == before
    other = Log()
    for blob in (A, B, C):
        other.release(blob)
    other.say(correction(item(A), item(C)))
    other.say(correction(item(B), item(C)))
    assert now(other) == {(A, 0): (C, 0), (B, 0): (B, 0)}
