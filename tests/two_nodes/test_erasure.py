"""What may be kept no longer is erased by both; what no head covers is nobody's to read."""

import threading
from pathlib import Path

import pytest

from comity.api.partner_port import partner_port
from comity.ground import InvalidInput
from comity.ledger import Release, append, beat_entry
from comity.node.case_records import case_record
from comity.node.erasures import check_not_erased, erase_due, erased_ms
from comity.node.jobs import run_due
from comity.node.releasing import case_thing
from comity.node.services import cases, exchange
from tests.api.browsers import Browser
from tests.two_nodes.test_exchange import CASE, CASE_ID, PURPOSE, sign_decision
from tests.two_nodes.two import Two, client_of, two_nodes

AGREEMENT_ID = "dz-us-mou-2025"


@pytest.fixture
def two(tmp_path: Path):
    with two_nodes(tmp_path) as both:
        both.sign_memorandum()
        yield both


def test_both_erase_a_content_when_its_time_is_over_and_the_record_stays(two: Two) -> None:
    sign_decision(two)
    cases.open_case(two.dz, CASE)
    exchange.send(two.dz, AGREEMENT_ID, case_thing(case_record(two.dz, CASE_ID)), purpose=PURPOSE, office="MRCC Alger")
    two.exchange()
    assert run_due(two.us, "receive", threading.Event()) == 1
    position = two.dz.holding(AGREEMENT_ID).own.size - 1
    manifest = two.dz.holding(AGREEMENT_ID).own.said()[position]
    assert isinstance(manifest, Release)
    name = manifest.blob.removeprefix("sha256:")
    paths = [node.layout.blob(AGREEMENT_ID, name) for node in (two.dz, two.us)]
    assert [erase_due(node) for node in (two.dz, two.us)] == [[], []]
    assert all(path.is_file() for path in paths)
    check_not_erased(two.us, AGREEMENT_ID, "partner", position)
    (line,) = Browser(two.us).enter("watch").get(f"/api/v1/agreements/{AGREEMENT_ID}/exchange").json()["moved"]
    assert line["erased_ms"] is None

    two.clock.now_ms = manifest.keep_until_ms
    for node in (two.dz, two.us):
        (erased,) = erase_due(node)
        assert erased.position == position
        assert erase_due(node) == []
    assert not any(path.exists() for path in paths)
    assert client_of(partner_port(two.dz)).get(f"/a/{AGREEMENT_ID}/blobs/{name}").status_code == 404
    assert two.us.holding(AGREEMENT_ID).copy.said()[position] == manifest
    assert erased_ms(two.us, AGREEMENT_ID, "partner", position) is not None
    for node in (two.dz, two.us):
        screen = Browser(node).enter("watch")
        (line,) = screen.get(f"/api/v1/agreements/{AGREEMENT_ID}/exchange").json()["moved"]
        assert line["erased_ms"] >= manifest.keep_until_ms
        (shown,) = screen.get("/api/v1/cases").json()
        if node is two.us:
            assert (shown["document"], shown["gone"]["how"], shown["gone"]["article"]) == ({}, "erased", "4.3")
            assert "Article" in shown["gone"]["sentence"]
        else:
            assert shown["gone"] is None, "a case of ours is ours to keep"
        for page in (
            "cases",
            f"cases/{CASE_ID}",
            f"cases/{CASE_ID}/timeline",
            "cases.csv",
            "cases.geojson",
            "overview",
            "today",
            f"agreements/{AGREEMENT_ID}/logs/own/entries",
        ):
            assert screen.get(f"/api/v1/{page}").status_code == 200, page
    with pytest.raises(InvalidInput) as caught:
        check_not_erased(two.us, AGREEMENT_ID, "partner", position)
    assert caught.value.code == "node.content_erased"


def test_files_that_no_signed_head_covers_yet_cannot_be_fetched(two: Two) -> None:
    holding = two.dz.holding(AGREEMENT_ID)
    entry = beat_entry(office="desk", at_ms=two.clock(), salt=bytes(16))
    grown, files = append(holding.own.tree, [entry])
    two.dz.disk.log_files(holding.own.folder, files)  # as an append has it between its files and its commit
    client = client_of(partner_port(two.dz))
    for path in files:
        assert client.get(f"/a/{AGREEMENT_ID}/log/{path}").status_code == 404
    holding.own.write([entry], sign=holding.sign_head, now_ms=two.clock())
    assert holding.own.size == grown.size
    for path in files:
        assert client.get(f"/a/{AGREEMENT_ID}/log/{path}").status_code == 200
