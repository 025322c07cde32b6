"""What sails at one node is seen by the other: coarser, later, without names, and only once both have decided so."""

import threading
from pathlib import Path

import orjson
import pytest
from sqlalchemy import func, select

from comity.files.position_store import PositionStore
from comity.ground import MS_PER_HOUR, InvalidInput, Refused, canonical
from comity.maritime import simulate
from comity.node.jobs import run_due
from comity.node.services import acts, maritime_releases
from comity.node.services.maritime_releases import Asked
from comity.node.store import ARRIVAL, ARRIVAL_PART, RELEASE_AUDIT
from tests.two_nodes.two import EXAMPLE, START_MS, Two, two_nodes

HOURS = 10
BEGINS_MS = START_MS - HOURS * MS_PER_HOUR
PURPOSE = "maritime_security"
DECISION = orjson.loads((EXAMPLE / "decisions" / "maritime-information.json").read_bytes())


@pytest.fixture
def two(tmp_path: Path):
    with two_nodes(tmp_path) as both:
        yield both


@pytest.fixture
def ready(two: Two) -> Two:
    """Both have signed the memorandum and put clause 4.2 to work; Algeria has heard ships for some hours."""
    two.sign_memorandum()
    hear(two)
    decide(two)
    return two


def hear(two: Two):
    run = simulate(seed=2, ships=20, hours=HOURS, begins_ms=BEGINS_MS)
    two.dz.layout.positions.mkdir()
    with PositionStore(two.dz.layout.positions) as store:
        store.append(run.positions, run.statics, run.messages, run.detections)
    return run


def decide(two: Two) -> None:
    series = f"decision/{DECISION['id']}"
    acts.table(two.dz, two.agreement_id, series, DECISION, office="working group", sign=True)
    two.exchange()
    (text,) = acts.state(two.us, two.agreement_id, series).tabled
    acts.sign(two.us, two.agreement_id, series, text.hash, office="working group")
    two.exchange()


def of(item: str, **changes) -> Asked:
    return Asked(**{"item": item, "from_ms": BEGINS_MS, "until_ms": START_MS, "purpose": PURPOSE, **changes})


def send(two: Two, item: str, **changes) -> maritime_releases.Outcome:
    return maritime_releases.send(two.dz, two.agreement_id, of(item, **changes), office="working group")


def receive(two: Two) -> None:
    two.exchange()
    run_due(two.us, "receive", threading.Event())


def seen(two: Two, item: str):
    return [record for _, record in maritime_releases.arrived(two.us, item, limit=100_000)]


def test_contacts_arrive_coarser_and_later_and_without_names(ready: Two) -> None:
    shown = maritime_releases.preview(ready.dz, ready.agreement_id, of("maritime.contact"))
    left = send(ready, "maritime.contact")
    assert (left.released, left.held, left.outside) == (shown.released, shown.held, shown.outside)
    assert min(left.released, left.held, left.outside) > 0
    assert set(left.withheld) >= {"mmsi", "shipname", "callsign", "sog_mm_s"}
    receive(ready)
    records = seen(ready, "maritime.contact")
    assert sorted(map(canonical, records)) == sorted(map(canonical, left.records))
    for each in records:
        assert set(each) == {"contact_id", "position", "seen_ms", "ship_type", "flag"}
        assert [axis % 100_000 for axis in each["position"]] == [0, 0]
        assert each["seen_ms"] % 600_000 == 0
        assert each["seen_ms"] + 600_000 + 6 * MS_PER_HOUR <= ready.clock.now_ms


def test_detections_arrive_by_their_own_rule(ready: Two) -> None:
    left = send(ready, "maritime.detection")
    receive(ready)
    records = seen(ready, "maritime.detection")
    assert len(records) == left.released > 0
    assert {tuple(sorted(each)) for each in records} == {("detection_id", "length_m", "position", "seen_ms", "source")}
    assert left.rule.id == "4.2/detections"


def test_what_waits_leaves_when_its_time_has_come(ready: Two) -> None:
    first = send(ready, "maritime.contact")
    assert first.held_until_ms is not None
    ready.clock.now_ms = first.held_until_ms + 8 * MS_PER_HOUR
    later = maritime_releases.preview(ready.dz, ready.agreement_id, of("maritime.contact"))
    assert (later.held, later.outside) == (0, later.outside)
    assert later.released > first.released


def test_one_salt_for_one_release(ready: Two) -> None:
    one, other = (maritime_releases.preview(ready.dz, ready.agreement_id, of("maritime.contact")) for _ in range(2))
    names = [{each["contact_id"] for each in found.records} for found in (one, other)]
    assert len(names[0]) == len(names[1]) > 1
    assert not names[0] & names[1]


def test_nothing_leaves_before_both_have_put_the_article_to_work(two: Two) -> None:
    two.sign_memorandum()
    hear(two)
    for act in (maritime_releases.preview, None):
        with pytest.raises(Refused) as caught:
            act(two.dz, two.agreement_id, of("maritime.contact")) if act else send(two, "maritime.contact")
        assert caught.value.article == "4.2"


def test_a_purpose_that_the_rule_does_not_name_lets_nothing_out(ready: Two) -> None:
    with pytest.raises(Refused) as caught:
        send(ready, "maritime.contact", purpose="advertising")
    assert caught.value.article == "4.2"


def test_a_node_without_ships_releases_nothing(ready: Two) -> None:
    asked = of("maritime.contact")
    found = maritime_releases.send(ready.us, ready.agreement_id, asked, office="working group")
    assert (found.released, found.held, found.outside, found.positions) == (0, 0, 0, ())


def test_a_kind_that_has_no_period_is_told_so(ready: Two) -> None:
    for item in ("maritime.event", "rescue.case"):
        with pytest.raises(InvalidInput, match="not released by the period"):
            send(ready, item)
    with pytest.raises(InvalidInput):
        list(maritime_releases.arrived(ready.us, "rescue.case", limit=1))


def test_the_audit_at_home_and_the_arrivals_there_name_every_item(ready: Two) -> None:
    left = send(ready, "maritime.contact")
    receive(ready)
    with ready.dz.store.reading() as connection:
        audited = connection.execute(select(RELEASE_AUDIT.c.item)).scalars().all()
    assert audited == ["maritime.contact"] * len(left.positions)
    with ready.us.store.reading() as connection:
        counts = [
            connection.execute(select(func.count()).select_from(each)).scalar_one() for each in (ARRIVAL, ARRIVAL_PART)
        ]
    assert sum(counts) == left.released
    assert counts[0] == len(left.positions) == -(-left.released // 512)
