"""The release check answers by the memorandum: by hand, one answer of each sort.

Authority: reference page of the ledger, section 4 (default deny, prohibitions first, first match wins).
"""

from dataclasses import replace

import pytest

from comity.exchange import Held, Item, Refusal, Released, commitment, refused, release, release_rules
from comity.exchange.prohibitions import is_prohibited
from comity.ground import InvalidInput, Refused, parse_instant
from tests.exchange.drawn import FILE, KINDS, MEMORANDUM, NOW_MS, RULES, WAITING, all_rules, nothing_decided, rules_with

SEEN_MS = parse_instant("2026-05-01T08:03:21Z")
CONTACT = Item(
    "maritime.contact",
    "maritime",
    "DZ",
    SEEN_MS,
    {
        "contact_id": "c-1",
        "position": [5_067_812, 37_134_999],
        "seen_ms": SEEN_MS,
        "ship_type": "cargo",
        "flag": "605",
        "hidden_notes": "seen by the coast guard",
        "hidden_track": [[5_000_000, 37_000_000]],
    },
)
CASE = Item("rescue.case", "rescue", "DZ", SEEN_MS, {"case_id": "k", "lkp": [5_067_812, 37_134_999], "notes": "n"})


def ask(item, rules=None, *, to="US", purpose="maritime_safety", now_ms=NOW_MS):
    return release(item, rules or all_rules(), to=to, purpose=purpose, now_ms=now_ms)


def test_a_contact_leaves_on_a_tenth_of_a_degree_and_ten_minutes_and_nothing_else():
    answer = ask(CONTACT)
    assert isinstance(answer, Released)
    assert answer.record == {
        "contact_id": "c-1",
        "position": [5_000_000, 37_100_000],
        "seen_ms": parse_instant("2026-05-01T08:00:00Z"),
        "ship_type": "cargo",
        "flag": "605",
    }
    assert answer.rule.id == "4.2/ais-coarse"
    assert answer.clause == "4.2"
    assert answer.agreement_hash == FILE.hash
    assert answer.keep_until_ms == NOW_MS + 365 * 86_400_000
    assert answer.label.rel_to == ("US",)
    assert answer.sentence.values == {"rule": "4.2/ais-coarse"}


def test_it_is_held_for_six_hours_from_the_end_of_its_ten_minutes():
    until_ms = parse_instant("2026-05-01T14:10:00Z")
    held = ask(CONTACT, now_ms=until_ms - 1)
    assert isinstance(held, Held)
    assert held.until_ms == until_ms
    assert held.sentence.values == {"rule": "4.2/ais-coarse", "until": "2026-05-01T14:10:00Z"}
    assert isinstance(ask(CONTACT, now_ms=until_ms), Released)


def test_distress_leaves_exactly_and_at_once_without_the_notes():
    answer = ask(CASE, purpose="search_and_rescue", now_ms=SEEN_MS)
    assert isinstance(answer, Released)
    assert answer.record == {"case_id": "k", "lkp": [5_067_812, 37_134_999]}


def test_before_the_decision_article_4_3_is_named_and_so_is_the_missing_decision():
    answer = ask(CASE, nothing_decided(), purpose="search_and_rescue")
    assert answer == Refusal("4.3", "not_at_work", "4.3/sar-live")
    assert answer.sentence.message == "exchange-refused-not-at-work"
    error = refused(answer)
    assert isinstance(error, Refused)
    assert (error.code, error.article) == ("exchange.clause_not_at_work", "4.3")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (ask(replace(CONTACT, kind="conflict.person_profile")), Refusal("2.1", "prohibited", None)),
        (ask(CONTACT, purpose="targeting"), Refusal("2.1", "prohibited", None)),
        (ask(replace(CONTACT, domain="weapon_employment")), Refusal("2.1", "prohibited", None)),
        (ask(replace(CONTACT, caveats=frozenset({"TARGETING"}))), Refusal("2.1", "prohibited", None)),
        (ask(replace(CONTACT, kind="maritime.unheard_of")), Refusal("8.1", "unknown_kind", None)),
        (ask(replace(CONTACT, domain="rescue")), Refusal("8.1", "no_rule", None)),
        (ask(CONTACT, to="DZ"), Refusal("8.1", "no_rule", None)),
        (ask(CONTACT, to="FR"), Refusal("8.1", "no_rule", None)),
        (ask(CONTACT, purpose="tourism"), Refusal("4.2", "purpose", "4.2/ais-coarse")),
        (ask(replace(CONTACT, caveats=frozenset({"NATIONAL"}))), Refusal("4.2", "caveat", "4.2/ais-coarse")),
        (ask(CONTACT, now_ms=parse_instant("2027-01-22T00:00:00Z")), Refusal("4.2", "expired", "4.2/ais-coarse")),
        (
            ask(replace(CONTACT, record={"position": [-30_000_000, 40_000_000]})),
            Refusal("4.2", "outside_area", "4.2/ais-coarse"),
        ),
        (ask(replace(CONTACT, record={"flag": "605"})), Refusal("4.2", "outside_area", "4.2/ais-coarse")),
    ],
)
def test_what_is_refused_names_its_article_and_a_reason(answer, expected):
    assert answer == expected
    values = "".join(str(value) for value in answer.sentence.values.values())
    assert all(str(hidden) not in values for hidden in CONTACT.record.values())


def test_every_refusal_but_the_waiting_clause_is_the_error_not_released():
    error = refused(Refusal("8.1", "no_rule", None))
    assert (error.code, error.article) == ("exchange.not_released", "8.1")


def test_a_cell_that_the_area_cuts_stays_home_wherever_in_it_the_ship_is():
    # 8.6° E is the edge of the area: the cell from 8.5° is inside, the cell from 8.6° is not, though its corner is.
    inside = replace(CONTACT, record={"position": [8_599_999, 38_000_000]})
    cut = replace(CONTACT, record={"position": [8_600_000, 38_000_000]})
    assert isinstance(ask(inside), Released)
    assert ask(cut) == Refusal("4.2", "outside_area", "4.2/ais-coarse")


def test_the_first_rule_in_file_order_decides_and_a_later_one_is_not_asked():
    strict = replace(RULES["4.2/ais-coarse"], id="4.2/strict", purposes=("maritime_security",))
    both = replace(MEMORANDUM, rules=(strict, RULES["4.2/ais-coarse"]))
    rules = release_rules(both, agreement_hash=FILE.hash, at_work=WAITING, kinds=KINDS.values())
    assert ask(CONTACT, rules) == Refusal("4.2", "purpose", "4.2/strict")


@pytest.mark.parametrize(
    "bad", [[1, 2, 3], "36N 5E", {"lat": 1, "lon": 2}, [1.5, 2.5], [True, False], [181_000_000, 0]]
)
def test_a_position_of_another_shape_is_invalid_even_where_positions_leave_exactly(bad):
    for item, purpose in ((CONTACT, "maritime_safety"), (CASE, "search_and_rescue")):
        column = "position" if item is CONTACT else "lkp"
        with pytest.raises(InvalidInput) as caught:
            ask(replace(item, record={column: bad}), purpose=purpose)
        assert caught.value.code == "exchange.not_positions"


def test_a_column_that_the_kind_does_not_describe_is_invalid():
    with pytest.raises(InvalidInput) as caught:
        ask(replace(CONTACT, record={"crew_list": "…"}))
    assert caught.value.code == "ground.unknown_column"


@pytest.mark.parametrize(
    ("column", "code"),
    [("contact", "exchange.rule_keeps_a_person"), ("lkp_", "exchange.rule_keeps_unknown_column")],
)
def test_a_rule_cannot_keep_a_person_or_a_column_that_does_not_exist(column, code):
    with pytest.raises(InvalidInput) as caught:
        rules_with(replace(RULES["4.3/sar-live"], keep=("case_id", column)))
    assert caught.value.code == code


def test_a_commitment_is_sha256_over_salt_and_canonical_record():
    # Authority: sha256sum of 32 zero bytes followed by {"a":1}.
    assert commitment({"a": 1}, bytes(32)) == "sha256:b06a229070741292512e8760f470dd7a4c46ccfdf253df781d88dabe58c1ccb1"
    assert commitment({"a": 1}, bytes(31) + b"\1") != commitment({"a": 1}, bytes(32))
    with pytest.raises(InvalidInput) as caught:
        commitment({"a": 1}, b"short")
    assert caught.value.code == "exchange.bad_salt"


def test_an_area_whose_ring_crosses_itself_is_invalid():
    bow_tie = {"type": "Polygon", "coordinates": [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]]}
    crossed = replace(MEMORANDUM, areas=(replace(MEMORANDUM.areas[0], geometry_udeg=bow_tie),), rules=())
    with pytest.raises(InvalidInput) as caught:
        release_rules(crossed, agreement_hash=FILE.hash, at_work=WAITING, kinds=[])
    assert caught.value.code == "exchange.bad_area"


@pytest.mark.parametrize(
    "name", ["conflict.Person", "target list/strike", "maritime-targeting", "x:suspect", "a, biometrics"]
)
def test_a_prohibited_word_is_found_however_its_name_is_parted(name):
    assert is_prohibited("rescue.case", name)


@pytest.mark.parametrize("name", ["persons_on_board", "rescue.case", "search_and_rescue", "targets_met", ""])
def test_words_that_only_contain_a_prohibited_one_are_allowed(name):
    assert not is_prohibited(name)
