"""Offices hold roles with dates: after a change of administration an open item has an owner, or shows that none has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.agreement import OpenItem, hand_over, offices_at, owner_of, read_agreement, read_offices
from comity.ground import InvalidInput
from tests.agreement.documents import agreement, text

SKY = read_agreement(agreement())
CHANGE_MS = 1_000


def office(name, **changes):
    return {"id": name, "title": text(name), "roles": ["approver"], "since_ms": 0} | changes


def offices(*listed, **changes):
    document = {"schema": "comity/offices/1", "example": True, "agreement": "sky", "party": "US"}
    return document | {"offices": list(listed)} | changes


OLD = office("old-desk", until_ms=CHANGE_MS)
NEW = office("new-desk", since_ms=CHANGE_MS, succeeds="old-desk", roles=["approver", "drafter"])
LIST = read_offices(offices(OLD, NEW), SKY)


def item(name="old-desk", due_ms=None, owed_by="US"):
    return OpenItem("request", f"{name}-{due_ms}", name, due_ms, owed_by)


def test_an_office_holds_its_roles_from_one_instant_until_another():
    assert [each.id for each in offices_at(LIST, "approver", CHANGE_MS - 1)] == ["old-desk"]
    assert [each.id for each in offices_at(LIST, "approver", CHANGE_MS)] == ["new-desk"]
    assert offices_at(LIST, "drafter", CHANGE_MS - 1) == ()


def test_what_an_office_left_open_is_its_successors():
    assert owner_of(item(), LIST, CHANGE_MS - 1) == "old-desk"
    assert owner_of(item(), LIST, CHANGE_MS) == "new-desk"
    assert owner_of(item("unheard-of"), LIST, CHANGE_MS) is None


def test_a_hand_over_tells_what_is_in_force_open_late_and_owed_and_leaves_nothing_out():
    items = [item(due_ms=5), item(due_ms=2_000, owed_by="DZ"), item("unheard-of")]
    found = hand_over("US", ["agreement", "decision/one"], items, LIST, at_ms=CHANGE_MS)
    assert found.in_force == ("agreement", "decision/one")
    assert [each.item for each in found.open] == [items[0], items[1], items[2]]
    assert [each.item for each in found.late] == [items[0]]
    assert [each.item for each in found.owed_by_us] == [items[0], items[2]]
    assert [each.item for each in found.owed_by_partner] == [items[1]]
    assert [each.item for each in found.without_owner] == [items[2]]


@pytest.mark.parametrize(
    "document",
    [
        offices(OLD, OLD | {"title": text("again")}),
        offices(OLD, agreement="sea"),
        offices(OLD, example=False),
        offices(OLD, party="FR"),
        offices(office("a", until_ms=0)),
        offices(office("a", succeeds="nobody")),
        offices(office("a", succeeds="a")),
        offices(office("a", roles=["king"])),
        offices(office("a", person="a name")),
        offices(),
    ],
)
def test_a_list_of_offices_that_does_not_fit_is_invalid(document):
    with pytest.raises(InvalidInput):
        read_offices(document, SKY)


@given(st.lists(st.integers(1, 50), min_size=1, max_size=8, unique=True), st.integers(0, 60))
def test_as_long_as_each_office_is_succeeded_every_item_has_exactly_one_owner_who_serves(changes, instant_ms):
    starts = [0, *sorted(changes)]
    listed = [
        office(f"o{n}", since_ms=start, **({"succeeds": f"o{n - 1}"} if n else {}))
        | ({"until_ms": starts[n + 1]} if n + 1 < len(starts) else {})
        for n, start in enumerate(starts)
    ]
    chain = read_offices(offices(*listed), SKY)
    serving = [each.id for each in chain if each.serves_at(instant_ms)]
    assert [owner_of(item("o0"), chain, instant_ms)] == serving
