"""What a supervisor reads: true numbers in the Prometheus text format, and nothing that was signed or sent."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from comity.node.pages.metrics import metrics_text
from tests.api.browsers import Browser
from tests.two_nodes.test_exchange import CASE_ID, sign_decision
from tests.two_nodes.test_hostile_size import append
from tests.two_nodes.two import Two, two_nodes

LINE = re.compile(r'([a-z_]+)(\{(?:[a-z]+="[^"\\\n]*",?)*\})? (-?[0-9.e+]+)')


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with two_nodes(tmp_path) as found:
        found.sign_memorandum()
        sign_decision(found)
        yield found


def numbers(text: str) -> dict[str, float]:
    found = {}
    for line in text.splitlines():
        if not line.startswith("# "):
            match = LINE.fullmatch(line)
            assert match is not None, line
            found[match[1] + (match[2] or "")] = float(match[3])
    return found


def test_a_supervisor_reads_true_numbers_without_a_session(two: Two) -> None:
    answer = Browser(two.dz).get("/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    found, name = numbers(answer.text), two.agreement_id
    holding = two.dz.holding(name)
    assert found[f'comity_log_entries{{agreement="{name}",log="own"}}'] == holding.own.size
    assert found[f'comity_log_entries{{agreement="{name}",log="partner"}}'] == holding.copy.size
    assert found[f'comity_direction_state{{agreement="{name}",direction="in",state="following"}}'] == 1
    assert found[f'comity_unconfirmed_seconds{{agreement="{name}"}}'] == 0
    assert found["comity_sound"] == 1


def test_what_is_late_and_what_failed_shows_in_numbers(two: Two) -> None:
    name = two.agreement_id
    append(two.dz, 1)
    two.cable.cut.add("us.example")
    two.clock.now_ms += 60_000
    two.exchange()
    found = numbers(metrics_text(two.dz))
    assert found[f'comity_unconfirmed_seconds{{agreement="{name}"}}'] >= 60
    assert found[f'comity_last_news_seconds{{agreement="{name}",direction="in"}}'] >= 60
    assert found[f'comity_direction_state{{agreement="{name}",direction="in",state="silent"}}'] == 1
    assert found['comity_alarms{level="caution"}'] == 2


def test_no_case_office_or_content_stands_in_it(two: Two) -> None:
    Browser(two.dz).enter("a very secret desk")
    text = metrics_text(two.dz)
    assert "secret" not in text
    assert CASE_ID not in text
    assert "sha256" not in text
