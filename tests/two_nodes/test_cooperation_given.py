"""Lists of offices and templates in a partner's log: as many as it likes, and only the first of them are ever read."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from comity.agreement import Office, read_offices
from comity.cooperation import TEMPLATE_SCHEMA, read_template
from comity.files.initiatives import shipped_template_documents
from comity.ground import InvalidInput
from comity.ledger import SALT_BYTES, message_entry
from comity.node import cooperation_given
from comity.node.cooperation import books
from comity.node.cooperation_given import GIVEN_MOST, OFFICES, given
from comity.node.pages.inbox import inbox
from comity.node.record import records
from comity.node.services.cooperation import give_offices, propose_template
from comity.node.tabling import holds_text, tabled_entry
from tests.two_nodes.cooperating import Cooperating, cooperating, said

FLOOD = 20_000 if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else 2_400
"""Messages, half of them lists and half templates: more of each than count."""


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Cooperating]:
    with cooperating(tmp_path) as both:
        yield both


def flood(two: Cooperating, documents: list[dict[str, Any]]) -> None:
    """Write messages into the American log, as other software might, and let Algeria read them."""
    holding, at_ms = two.us.holding(two.agreement_id), two.us.clock()
    salt = bytes(SALT_BYTES)
    new = [message_entry(document=each, office="norfolk-desk", at_ms=at_ms, salt=salt) for each in documents]
    for place in range(0, len(new), 1000):
        holding.own.write(new[place : place + 1000], sign=holding.sign_head, now_ms=at_ms)
    two.exchange()


def offices(two: Cooperating, number: int) -> dict[str, Any]:
    holding = two.us.holding(two.agreement_id)
    office = {"id": f"desk-{number}", "title": said("desk"), "roles": ["approver"], "since_ms": 0}
    named = {"example": holding.agreement.example, "agreement": holding.agreement.id, "party": "US"}
    return {"schema": OFFICES, **named, "offices": [office]}


def template(number: int) -> dict[str, Any]:
    shipped = next(each for each in shipped_template_documents() if each["id"] == "exercise")
    return {**shipped, "id": f"exercise_{number}"}


class Calls:
    """A function that goes on as it did, and how often it was called."""

    def __init__(self, called: Callable[..., Any]) -> None:
        self.called, self.count = called, 0

    def __call__(self, *values: Any, **named: Any) -> Any:
        self.count += 1
        return self.called(*values, **named)


def test_thousands_of_lists_and_templates_of_a_partner_are_read_once_and_only_the_first_count(
    two: Cooperating, monkeypatch: pytest.MonkeyPatch
) -> None:
    lists, shapes = Calls(read_offices), Calls(read_template)
    monkeypatch.setattr(cooperation_given, "read_offices", lists)
    monkeypatch.setattr(cooperation_given, "read_template", shapes)
    flood(two, [each for number in range(FLOOD // 2) for each in (offices(two, number), template(number))])
    holding = two.dz.holding(two.agreement_id)
    books(two.dz, holding)
    assert (lists.count, shapes.count) == (GIVEN_MOST, GIVEN_MOST)
    framework = books(two.dz, holding).of_view.framework
    theirs = given(holding)[1 - holding.ours]
    assert len(theirs.lists(theirs.size)) == GIVEN_MOST == len(theirs.templates(theirs.size))
    assert len(framework.templates) == GIVEN_MOST + 5
    assert f"desk-{GIVEN_MOST - 1}" in {each.id for each in framework.offices["US"]}
    flood(two, [offices(two, FLOOD)])
    assert (lists.count, shapes.count) == (GIVEN_MOST, GIVEN_MOST)
    assert books(two.dz, holding).of_view.framework is framework, "one more list changes nothing"
    two.propose(two.dz, "group", "wg-sahel")
    assert books(two.dz, holding).of_view.framework is framework


def test_who_may_sign_is_found_without_looking_through_every_list(
    two: Cooperating, monkeypatch: pytest.MonkeyPatch
) -> None:
    flood(two, [offices(two, number % 7) for number in range(GIVEN_MOST)])
    framework = books(two.dz, two.dz.holding(two.agreement_id)).of_view.framework
    now_ms = two.dz.clock()
    assert framework.may_sign("US", f"desk-{(GIVEN_MOST - 1) % 7}", now_ms)
    assert not framework.may_sign("US", f"desk-{GIVEN_MOST % 7}", now_ms)
    looked_at, read = list[str](), Office.__getattribute__

    def noted(office: Office, name: str) -> Any:
        looked_at.append(name)
        return read(office, name)

    monkeypatch.setattr(Office, "__getattribute__", noted)
    framework.may_sign("US", "desk-3", now_ms)
    assert looked_at == []


def test_a_list_or_a_template_of_ours_that_would_not_count_is_not_written(
    two: Cooperating, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cooperation_given, "GIVEN_MOST", 1)
    desk = {"id": "algiers-desk", "title": said("desk"), "roles": ["approver"], "since_ms": 0}
    give_offices(two.dz, two.agreement_id, [desk], office="algiers-desk")
    size = two.dz.holding(two.agreement_id).own.size
    with pytest.raises(InvalidInput) as refused:
        give_offices(two.dz, two.agreement_id, [{**desk, "until_ms": 2**50}], office="algiers-desk")
    assert refused.value.code == "node.given_too_often"
    toml = (Path(__file__).parents[2] / "src/comity/cooperation/initiatives/exercise.toml").read_text("utf-8")
    propose_template(two.dz, two.agreement_id, toml, office="algiers-desk")
    with pytest.raises(InvalidInput) as refused:
        propose_template(
            two.dz, two.agreement_id, toml.replace('id = "exercise"', 'id = "other"'), office="algiers-desk"
        )
    assert refused.value.code == "node.given_too_often"
    assert TEMPLATE_SCHEMA["$id"] in str(refused.value)
    assert two.dz.holding(two.agreement_id).own.size == size + 1


def test_whose_log_holds_a_text_is_known_as_soon_as_the_log_does(two: Cooperating) -> None:
    two.group()
    two.make(two.us, "group/wg-sahel", "rest")
    two.exchange()
    (waiting,) = inbox(two.dz, two.agreement_id)
    (text,) = waiting.texts
    assert text.tabled_by == ("US",)
    holding = two.dz.holding(two.agreement_id)
    assert not holds_text(holding.own, text.hash)
    tabled = records(two.dz, holding)
    entry = tabled_entry(two.dz, tabled, waiting.series, dict(text.document), "algiers-desk")
    two.write(two.dz, entry)
    assert inbox(two.dz, two.agreement_id)[0].texts[0].tabled_by == ("DZ", "US")
