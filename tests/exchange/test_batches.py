"""Batches leave at the end of their period, distress at once and first; a partner that was away gets the same list."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from comity.exchange import MOST_ITEMS, Cleared, catch_up, due_batches, next_due_ms, standing
from tests.exchange.drawn import MEMORANDUM, NOW_MS, RULES
from tests.exchange.logs import DAY_MS, Log, content
from tests.exchange.test_corrections import item, recall

LIVE, AIS = RULES["4.3/sar-live"], RULES["4.2/ais-coarse"]
HOURLY = replace(AIS, cadence_s=3600)
BOTH = (HOURLY, LIVE)
HOUR_MS = 3_600_000
ZERO_MS = NOW_MS - NOW_MS % HOUR_MS


def cleared(name, rule, from_ms, purpose="maritime_safety"):
    return Cleared(name, rule.id, "US", purpose, from_ms)


def test_the_example_lets_distress_out_at_once_and_gives_every_other_rule_its_period():
    assert LIVE.cadence_s == 0
    assert AIS.cadence_s == 600
    assert RULES["5.1/picture-by-week"].cadence_s == 604_800


def test_distress_goes_alone_at_once_and_first():
    waiting = [
        cleared("ship-2", HOURLY, ZERO_MS + 2),
        cleared("case-1", LIVE, ZERO_MS + HOUR_MS),
        cleared("ship-1", HOURLY, ZERO_MS + 1),
        cleared("case-2", LIVE, ZERO_MS + HOUR_MS + 1),
        cleared("ship-3", HOURLY, ZERO_MS + HOUR_MS + 1),
    ]
    batches = due_batches(waiting, BOTH, now_ms=ZERO_MS + HOUR_MS + 1)
    assert [(each.rule, each.names) for each in batches] == [
        (LIVE.id, ("case-1",)),
        (LIVE.id, ("case-2",)),
        (HOURLY.id, ("ship-1", "ship-2")),
    ]
    assert next_due_ms(waiting, BOTH, now_ms=ZERO_MS + HOUR_MS + 1) == ZERO_MS + 2 * HOUR_MS


def test_one_batch_holds_one_rule_one_receiver_and_one_purpose():
    waiting = [cleared("a", HOURLY, ZERO_MS), cleared("b", HOURLY, ZERO_MS, "maritime_security")]
    assert [each.names for each in due_batches(waiting, BOTH, now_ms=NOW_MS + HOUR_MS)] == [("a",), ("b",)]


def test_a_batch_that_would_not_fit_in_an_entry_is_parted():
    waiting = [cleared(f"{number:05d}", HOURLY, ZERO_MS) for number in range(MOST_ITEMS + 1)]
    assert [len(each.names) for each in due_batches(waiting, BOTH, now_ms=NOW_MS + HOUR_MS)] == [MOST_ITEMS, 1]


items = st.builds(
    cleared, st.text("abc", min_size=1, max_size=3), st.sampled_from(BOTH), st.integers(ZERO_MS, ZERO_MS + 5 * HOUR_MS)
)


@given(waiting=st.lists(items, max_size=12, unique_by=lambda each: each.name), seen=st.integers(0, 6), data=st.data())
def test_a_node_that_was_down_sends_the_batches_that_it_would_have_sent(waiting, seen, data):
    end_ms = ZERO_MS + 6 * HOUR_MS
    all_at_once = due_batches(waiting, BOTH, now_ms=end_ms)
    early = due_batches(waiting, BOTH, now_ms=ZERO_MS + seen * HOUR_MS)
    sent = {name for batch in early for name in batch.names}
    rest = due_batches([each for each in waiting if each.name not in sent], BOTH, now_ms=end_ms)
    assert sorted([*early, *rest], key=repr) == sorted(all_at_once, key=repr)
    assert due_batches(data.draw(st.permutations(waiting)), BOTH, now_ms=end_ms) == all_at_once


@given(
    waiting=st.lists(items, max_size=12, unique_by=lambda each: each.name),
    now_ms=st.integers(ZERO_MS, ZERO_MS + 7 * HOUR_MS),
)
def test_nothing_leaves_before_it_is_cleared_nor_before_its_period_ends(waiting, now_ms):
    from_ms = {each.name: each.from_ms for each in waiting}
    for batch in due_batches(waiting, BOTH, now_ms=now_ms):
        assert batch.due_ms <= now_ms
        assert all(from_ms[name] <= batch.due_ms for name in batch.names)
        assert batch.rule == LIVE.id or batch.due_ms % HOUR_MS == 0


def test_a_partner_that_was_away_gets_distress_first_and_nothing_recalled_erased_or_already_received():
    log = Log()
    log.release(content(0))
    log.release(content(1))
    log.release(content(2))
    log.release(content(3), rule="4.3/sar-live")
    log.release(content(4), count=2)
    log.say(recall({"content": content(2)}))
    log.say(recall(item(content(4), 0)))
    says = log.says()

    def plan(received, now_ms):
        found = catch_up(says.left, standing(says), MEMORANDUM.rules, received=received, now_ms=now_ms)
        return [each.manifest.blob for each in found]

    assert plan(1, log.at_ms) == [content(3), content(1), content(4)]
    assert plan(0, says.left[1].manifest.keep_until_ms) == [content(3), content(4)]
    assert plan(5, log.at_ms) == []
    assert plan(1, log.at_ms + 60 * DAY_MS) == []


def test_two_cases_of_distress_at_one_instant_are_two_batches():
    waiting = [cleared("case-1", LIVE, ZERO_MS), cleared("case-2", LIVE, ZERO_MS)]
    assert [each.names for each in due_batches(waiting, BOTH, now_ms=ZERO_MS)] == [("case-1",), ("case-2",)]
