"""Every office of one party is replaced: old acts verify, every open item has an owner, one file says it all."""

import json
from pathlib import Path

import orjson
import pytest
from typer.testing import CliRunner

from comity.cli.main import app
from comity.files import folder_reader
from comity.ground import InvalidInput
from comity.ledger import fetch_head, read_keys, verify_log
from comity.node import offices
from comity.node.app import Node
from comity.node.calendar_tokens import subscribe, subscription_of, subscriptions
from comity.node.pages.hand_over import HandedOver, hand_overs
from comity.node.services import acts, cases, notices
from tests.two_nodes.test_amendments import amended, coarser
from tests.two_nodes.test_exchange import CASE, CASE_ID, sign_decision
from tests.two_nodes.two import Two, two_nodes

OLD, NEW = "EXAMPLE: department, before", "EXAMPLE: department, after"


def invite(node: Node, office: str) -> None:
    offices.invite(node, office, ("drafter", "approver"), enters=False, made_by="test")


@pytest.fixture
def two(tmp_path: Path):
    """The United States have tabled an amendment, given notice and opened a case, all by one office."""
    with two_nodes(tmp_path) as both:
        both.sign_memorandum()
        sign_decision(both)
        invite(both.us, OLD)
        document = amended(both.us, both.agreement_id, coarser(100))
        acts.table(both.us, both.agreement_id, "agreement", document, office=OLD, sign=True)
        notices.terminate(both.us, both.agreement_id, office=OLD)
        cases.open_case(both.us, CASE, office=OLD)
        both.exchange()
        yield both


def of(node: Node) -> HandedOver:
    (found,) = hand_overs(node)
    return found


def replace_offices(two: Two) -> None:
    invite(two.us, NEW)
    offices.succeed(two.us, NEW, OLD, made_by="test")
    offices.revoke(two.us, OLD, made_by="test")


def test_what_an_ended_office_began_belongs_to_the_one_that_succeeds_it(two: Two) -> None:
    before = of(two.us).found
    assert {(each.item.kind, each.owner) for each in before.open} == {("text", OLD), ("notice", OLD), ("case", OLD)}
    replace_offices(two)
    after = of(two.us).found
    assert {(each.item.kind, each.item.office, each.owner) for each in after.open} == {
        ("text", OLD, NEW),
        ("notice", OLD, NEW),
        ("case", OLD, NEW),
    }
    assert after.without_owner == ()


def test_the_calendars_of_an_ended_office_open_nothing_any_more_and_those_of_others_do(two: Two) -> None:
    invite(two.us, NEW)
    (old, _), (new, _) = (
        subscribe(two.us, two.agreement_id, group=None, office=None, made_by=each) for each in (OLD, NEW)
    )
    offices.revoke(two.us, OLD, made_by="test")
    assert subscription_of(two.us, two.agreement_id, old) is None
    assert subscription_of(two.us, two.agreement_id, new) is not None
    assert [each.made_by for each in subscriptions(two.us, two.agreement_id)] == [NEW]


def test_an_office_that_ends_without_a_successor_leaves_items_that_nobody_answers_for(two: Two) -> None:
    offices.revoke(two.us, OLD, made_by="test")
    assert len(of(two.us).found.without_owner) == 3


def test_what_each_side_owes_stands_on_its_side(two: Two) -> None:
    ours, theirs = of(two.us).found, of(two.dz).found
    owed = {(each.item.kind, each.item.subject.split("/")[0]) for each in ours.owed_by_partner}
    assert {kind for kind, _ in owed} == {"text", "notice"}
    assert {each.item.kind for each in theirs.owed_by_us} == {"text", "notice"}
    assert [series for series, _ in of(two.us).in_force] == [series for series, _ in of(two.dz).in_force]


def test_after_every_office_is_replaced_all_old_acts_still_verify(two: Two) -> None:
    replace_offices(two)
    for node in (two.dz, two.us):
        layout = node.layout
        for which in ("own", "partner"):
            keys = read_keys(orjson.loads(layout.log_keys(two.agreement_id, which).read_bytes()))
            read = folder_reader(layout.log(two.agreement_id, which))
            head = fetch_head(read, keys)
            assert verify_log(read, head).new_entries == head.checkpoint.size > 0
    document = acts.state(two.us, two.agreement_id, "agreement").tabled[0]
    acts.sign(two.dz, two.agreement_id, "agreement", document.hash, office="ministry")
    two.exchange()
    assert of(two.us).version == of(two.dz).version == 1


@pytest.mark.parametrize(("office", "before"), [(NEW, NEW), (NEW, "nobody"), ("nobody", OLD), (OLD, NEW)])
def test_nobody_succeeds_itself_a_stranger_or_in_a_circle(two: Two, office: str, before: str) -> None:
    invite(two.us, NEW)
    offices.succeed(two.us, NEW, OLD, made_by="test")
    with pytest.raises(InvalidInput) as caught:
        offices.succeed(two.us, office, before, made_by="test")
    assert caught.value.code == "node.cannot_succeed"


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("C", "Hand-over: dz-us-mou-2025, US"),
        ("fr_FR", "Passation\u202f: dz-us-mou-2025, US"),
        ("ar_DZ", "تسليم المهام: dz-us-mou-2025"),
    ],
)
def test_the_hand_over_is_one_file_in_the_callers_language(tmp_path, monkeypatch, language, title) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, language)
    with two_nodes(tmp_path) as both:
        both.sign_memorandum()
        invite(both.us, OLD)
        cases.open_case(both.us, CASE, office=OLD)
    for end in (".md", ".json"):
        out = tmp_path / f"hand-over{end}"
        result = CliRunner().invoke(app, ["handover", str(tmp_path / "US"), "--out", str(out)])
        assert result.exit_code == 0, result.output
    page = (tmp_path / "hand-over.md").read_text("utf-8")
    isolates = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
    assert page.translate(isolates).startswith(f"# {title}")
    assert CASE_ID in page
    assert OLD in page
    (found,) = json.loads((tmp_path / "hand-over.json").read_text())
    assert (found["schema"], found["without_owner"]) == ("comity/hand-over/1", 0)
    assert [each["subject"] for each in found["open"]] == [CASE_ID]
