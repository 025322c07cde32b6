"""One case of a node with two agreements: its papers name the party that knows of it, and the one that co-ordinates."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import orjson
import pytest

from comity.api.partner_port import partner_port
from comity.files.agreements import read_agreement_file
from comity.node.app import opened
from comity.node.birth import init_node
from comity.node.case_facts import case_facts
from comity.node.co_ordination import Whose, co_ordination
from comity.node.jobs import run_due
from comity.node.partners import enrol
from comity.node.services import acts, cases, custody, sitreps
from tests.two_nodes.test_exchange import CASE, CASE_ID, receive, send, sign_decision
from tests.two_nodes.two import MEMORANDUM, Cable, Clock, Two, card_of

THIRD = "EXAMPLE: Third State"
FIRST, SECOND = "dz-us-mou-2025", "dz-xx-mou-2025"


def documents() -> dict[str, dict[str, Any]]:
    """The example memorandum, and the same with another partner."""
    first = orjson.dumps(read_agreement_file(MEMORANDUM).document)
    changes = ((b"dz-us-mou-2025", SECOND.encode()), (b'"US"', b'"XX"'), (b"us.example", b"xx.example"))
    second = first
    for old, new in changes:
        second = second.replace(old, new)
    document = orjson.loads(second)
    for party in document["parties"]:
        if party["id"] == "XX":
            party["name"] = dict.fromkeys(party["name"], THIRD)
    return {FIRST: orjson.loads(first), SECOND: document}


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Two]]:
    """Algeria under two agreements, the second of which alone is at work, with a case that left under it."""
    folder, clock, cable = tmp_path_factory.mktemp("three"), Clock(), Cable()
    made = documents()
    with ExitStack() as stack:
        init_node(folder / "DZ", party="DZ", agreements=[*made.values()], url="http://dz.example", clock=clock)
        ours = stack.enter_context(opened(folder / "DZ", clock=clock, transport=cable))
        cable.ends["dz.example"] = partner_port(ours)
        found = {}
        for name, party in ((FIRST, "US"), (SECOND, "XX")):
            host = f"{party.lower()}.example"
            init_node(folder / party, party=party, agreements=[made[name]], url=f"http://{host}", clock=clock)
            theirs = stack.enter_context(opened(folder / party, clock=clock, transport=cable))
            cable.ends[host] = partner_port(theirs)
            enrol(ours, card_of(theirs, name))
            enrol(theirs, card_of(ours, name))
            found[name] = Two(ours, theirs, cable, clock, name)
            found[name].sign_memorandum()
            sign_decision(found[name])
        cases.open_case(ours, CASE)
        yield found


def hand_over(two: Two, party: str) -> None:
    proposed = custody.propose(two.dz, CASE_ID, party, office="watch", agreement_id=two.agreement_id)
    two.exchange()
    acts.sign(two.us, two.agreement_id, proposed.series, proposed.pending[0].hash, office="watch")
    two.exchange()


def said(two: Two, letter: str) -> str:
    return sitreps.draft(two.dz, CASE_ID).sections[letter]["en"]


def test_the_papers_of_a_case_name_the_partners_that_know_of_it_and_whose_centre_co_ordinates(
    pairs: dict[str, Two],
) -> None:
    first, second = pairs[FIRST], pairs[SECOND]
    to = sitreps.draft(first.dz, CASE_ID).to["en"]
    assert "United States" in to, "nobody knows of it yet: all to whom it may be let out"
    assert THIRD in to
    send(second)
    receive(second)
    draft = sitreps.draft(first.dz, CASE_ID)
    assert THIRD in draft.to["en"]
    assert "United States" not in draft.to["en"]
    assert "Algeria" in said(first, "F")
    hand_over(second, "XX")
    assert THIRD in said(first, "F")
    assert case_facts(first.dz, CASE_ID).party["fr"] == THIRD


def test_a_case_that_two_partners_know_is_co_ordinated_by_the_one_to_whom_it_was_handed_over(
    pairs: dict[str, Two],
) -> None:
    first = pairs[FIRST]
    send(first)
    first.exchange()
    run_due(first.us, "receive", threading.Event())
    held = co_ordination(first.dz)[Whose("ours", CASE_ID)]
    assert (held.smc, held.party) == ("partner", "XX"), (
        "the other agreement, where nobody handed over, does not undo it"
    )
    assert THIRD in said(first, "F")
    to = sitreps.draft(first.dz, CASE_ID).to["en"]
    assert "United States" in to
    assert THIRD in to
