"""The record that a node keeps up is, at every moment, the fold of what it may count; and nothing is folded twice."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from comity.ledger import ROOT, Entry, Record, fold, text_entry
from comity.node.app import Holding, Node, opened
from comity.node.partners import receipt_of
from comity.node.peers import pull
from comity.node.record import records
from comity.node.services import acts
from tests.two_nodes.two import Two, decision, two_nodes


def folded(node: Node, agreement_id: str) -> tuple[Record, Record]:
    """Fold both logs from their beginning: the authority for what is kept up."""
    holding = node.holding(agreement_id)
    receipt = receipt_of(node, agreement_id)
    own, copy = holding.own.said(), holding.copy.said()

    def of(ours: list[Entry | None]) -> Record:
        return fold(ours, copy) if holding.ours == 0 else fold(copy, ours)

    return of(own[: receipt.size] if receipt else []), of(own)


def agrees(two: Two) -> None:
    for node in (two.dz, two.us):
        found = records(node, node.holding(two.agreement_id))
        assert (found.agreed, found.view) == folded(node, two.agreement_id)


def test_after_every_act_and_every_pull_the_record_is_the_fold_of_what_counts(tmp_path: Path) -> None:
    name = f"decision/{decision()['id']}"
    with two_nodes(tmp_path) as two:
        agrees(two)
        for act in (
            lambda: acts.table(two.dz, two.agreement_id, "agreement", None, office="ministry", sign=True),
            lambda: pull(two.us, two.agreement_id),
            lambda: acts.table(two.us, two.agreement_id, "agreement", None, office="ministry", sign=True),
            lambda: pull(two.dz, two.agreement_id),
            lambda: pull(two.us, two.agreement_id),
            lambda: acts.table(two.us, two.agreement_id, name, decision(), office="ministry", sign=False),
            lambda: pull(two.dz, two.agreement_id),
            lambda: pull(two.dz, two.agreement_id),
        ):
            act()
            agrees(two)
        assert records(two.dz, two.dz.holding(two.agreement_id)).agreed.in_force("agreement")


def test_what_is_not_new_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with two_nodes(tmp_path) as two:
        two.sign_memorandum()
        holding = two.dz.holding(two.agreement_id)
        first = records(two.dz, holding)
        monkeypatch.setattr(type(holding.own), "said", lambda *_: pytest.fail("an entry was read a second time"))
        again = records(two.dz, holding)
        assert again.agreed is first.agreed
        assert again.view is first.view


def test_many_who_ask_at_once_all_see_the_fold(tmp_path: Path) -> None:
    def ask(node: Node, holding: Holding) -> int:
        return len(records(node, holding).view.series)

    with two_nodes(tmp_path) as two:
        two.sign_memorandum()
        holding = two.dz.holding(two.agreement_id)
        with ThreadPoolExecutor(8) as pool:
            asked = [pool.submit(ask, two.dz, holding) for _ in range(40)]
            for number in range(10):
                text = text_entry(
                    series=f"decision/{number}",
                    parent=ROOT,
                    round=0,
                    document={"number": number},
                    office="desk",
                    at_ms=two.clock(),
                    salt=bytes([number] * 16),
                )
                holding.own.write([text], sign=holding.sign_head, now_ms=two.clock())
                asked += [pool.submit(ask, two.dz, holding) for _ in range(10)]
            assert max(each.result() for each in asked) <= 11
        agrees(two)


def test_a_node_that_opens_again_finds_the_same_record(tmp_path: Path) -> None:
    with two_nodes(tmp_path) as two:
        two.sign_memorandum()
        before = records(two.dz, two.dz.holding(two.agreement_id))
        agreement_id = two.agreement_id
    with opened(tmp_path / "DZ") as dz:
        found = records(dz, dz.holding(agreement_id))
        assert (found.agreed, found.view) == (before.agreed, before.view) == folded(dz, agreement_id)
        assert dz.holding(agreement_id).in_force.agreed
