"""A partner's record whose columns hold anything that the canonical form allows: every page answers all the same."""

from hashlib import sha256
from pathlib import Path
from typing import Any

from comity.ground import canonical
from comity.ledger import SALT_BYTES, release_entry
from comity.node.services import cases
from comity.rescue import CASE_RECORD
from tests.api.browsers import Browser
from tests.two_nodes.test_exchange import receive
from tests.two_nodes.test_large_contents import KEPT_MS, content
from tests.two_nodes.two import Two, two_nodes

ODD: list[Any] = [
    *(None, True, 0, -1, 2**53 - 1, -(2**53) + 1, "", "x", "1e400", [], [[]], [None], ["a", "b"], [1], [1, 2, 3]),
    *([[1, 2], [3, 4]], [[[[0, 0]]]], [2**53 - 1, 2**53 - 1], [True, False], [[[["a", 1]]]], {}, {"a": 1}, [{"a": []}]),
]
WHOLE = {
    "case_id": "?",
    "object_key": "LIFE-RAFT-NB-1",
    "opened_ms": 1,
    "lkp_ms": 2,
    "lkp": [5_200_000, 37_100_000],
    "containment_ms": [3],
    "containment_50": [[[[0, 0], [1_000_000, 0], [0, 1_000_000], [0, 0]]]],
    "containment_90": [[[[0, 0], [1_000_000, 0], [0, 1_000_000], [0, 0]]]],
    "status": "open",
}


def odd_records() -> list[dict[str, Any]]:
    columns = [each.name for each in CASE_RECORD.columns if each.name != "case_id"]
    pairs = [(name, value) for name in columns for value in ODD]
    return [WHOLE | {"case_id": f"odd-{number}", name: value} for number, (name, value) in enumerate(pairs)]


def smuggle(two: Two, records: list[dict[str, Any]]) -> None:
    """Let the United States release what no node of ours would write."""
    holding = two.us.holding(two.agreement_id)
    data = canonical(content(holding.hash, records))
    name = sha256(data).hexdigest()
    two.us.disk.put(two.us.layout.blob(two.agreement_id, name), data)
    manifest = release_entry(
        agreement=holding.hash,
        rule="4.3/sar-live",
        item="rescue.case",
        blob=f"sha256:{name}",
        bytes=len(data),
        count=len(records),
        commitments=[f"sha256:{name}"] * len(records),
        keep_until_ms=KEPT_MS,
        office="EXAMPLE",
        at_ms=two.clock(),
        salt=two.us.random(SALT_BYTES),
    )
    holding.own.write([manifest], sign=holding.sign_head, now_ms=two.clock())


def test_no_value_in_a_partners_record_makes_a_page_stumble(tmp_path: Path) -> None:
    with two_nodes(tmp_path) as two:
        two.sign_memorandum()
        smuggle(two, odd_records())
        smuggle(two, [WHOLE | {"case_id": value} for value in ODD] + [{}])
        two.us, two.dz = two.dz, two.us  # `receive` is the other one's
        receive(two)
        shown = cases.cases(two.us)
        assert len(shown) > len(odd_records()), "every record arrived"
        screen = Browser(two.us).enter("watch")
        for page in ("cases", "cases.csv", "cases.geojson", "today", "overview", "alarms", "hand-over"):
            assert screen.get(f"/api/v1/{page}").status_code == 200, page
        for view in shown[:: len(shown) // 24]:
            for part in ("", "/timeline", "/containment.geojson", "/containment.geojson?hour=0", "/log.csv"):
                answer = screen.get(f"/api/v1/cases/{view.case_id}{part}")
                assert answer.status_code < 500, (view.case_id, part, view.document)
