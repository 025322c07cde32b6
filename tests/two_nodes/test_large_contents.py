"""A released content as large as the agreement allows, honest or hostile: what arrives, and what memory it takes.

The partner's port is a real socket and whoever fetches is a process of its own, whose greatest resident memory the
operating system tells. Goal of the design: 64 MiB against a hostile partner.
"""

import json
import subprocess
import sys
from contextlib import ExitStack
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.files.agreements import read_agreement_file
from comity.ground import InvalidInput, canonical, parse_canonical
from comity.ledger import release_entry
from comity.node import contents
from comity.node.app import Node, opened
from comity.node.birth import init_node
from comity.node.contents import SCHEMA, read_content
from comity.node.partners import enrol
from tests.soak import in_soak
from tests.two_nodes.sockets import free_port, on_a_socket
from tests.two_nodes.two import MEMORANDUM, card_of

AGREEMENT_ID = "dz-us-mou-2025"
MOST_GROWTH_BYTES = 64 * 1024 * 1024
KEPT_MS = 9_999_999_999_999

FETCHER = """
import json, sys, threading
from pathlib import Path
from comity.node.app import opened
from comity.node.jobs import run_due
from comity.node.outbox import latest
from comity.node.peers import pull
def peak_kib():
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
with opened(Path(sys.argv[1])) as node:
    pull(node, "dz-us-mou-2025")
    before = peak_kib()
    run_due(node, "receive", threading.Event())
    job = latest(node, "receive", "dz-us-mou-2025/0")
    print(json.dumps([job.problem.code if job.problem else job.state, (peak_kib() - before) * 1024]))
"""


def content(agreement: str, records: list[Any]) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "salt": "00" * 16,
        "agreement": agreement,
        "rule": "4.3/sar-live",
        "clause": "4.3",
        "item": "rescue.case",
        "purpose": "search_and_rescue",
        "label": {"policy": "DZ-US", "classification": "RELEASABLE", "tlp": "AMBER", "rel_to": ["DZ", "US"]},
        "keep_until_ms": KEPT_MS,
        "records": records,
    }


def case(number: int, pairs: int) -> dict[str, Any]:
    """A case with an area of so many corners, 19 bytes each."""
    ring = [[5_400_000 + each % 900_000, 37_100_000 + each % 900_000] for each in range(pairs)]
    return {"case_id": f"example-{number}", "status": "open", "containment_ms": [1], "containment_90": [[[ring]]]}


def of_size(agreement: str, record: bytes, most: int) -> bytes:
    """A content whose one record is made of these bytes, at most so long."""
    begin, end = canonical(content(agreement, [])).split(b'"records":[]')
    return begin + b'"records":[' + record[: most - len(begin) - len(end) - 13] + b"]" + end


def honest(agreement: str, most: int) -> bytes:
    one = canonical(case(0, 150_000))
    return of_size(agreement, b",".join([one] * (most // len(one) - 1)), most)


def in_one_record(agreement: str, most: int) -> bytes:
    return of_size(agreement, b'{"notes":"' + b"a" * most, most)


def of_empty_lists(agreement: str, most: int) -> bytes:
    """As large as a record may be, and as costly as one can be made: each empty list takes 64 bytes and three here."""
    filler = b'{"containment_90":[' + b"[]," * ((contents.MOST_RECORD_BYTES - 100) // 3) + b"[]]}"
    return of_size(agreement, filler, most)


def of_short_texts(agreement: str, most: int) -> bytes:
    """As costly as a record may be and still be read: each text takes 59 bytes of memory and five here."""
    filler = b'{"containment_90":[' + b'"ab",' * (contents.MOST_VALUES - 2) + b'"ab"]}'
    return of_size(agreement, filler, most)


@pytest.mark.parametrize(
    ("made", "told"),
    [
        pytest.param(honest, "done", marks=in_soak),
        (of_short_texts, "done"),
        (of_empty_lists, "node.record_too_large"),
        (in_one_record, "node.content_unreadable"),
    ],
    ids=["honest", "short texts", "empty lists", "one record"],
)
def test_the_largest_content_costs_its_reader_no_more_than_64_mib(tmp_path: Path, made: Any, told: str) -> None:
    with ExitStack() as stack:
        dz = two_on_sockets(stack, tmp_path)
        data = made(dz.holding(AGREEMENT_ID).hash, dz.holding(AGREEMENT_ID).agreement.limits.blob_bytes)
        publish(dz, data)
        done = subprocess.run(
            [sys.executable, "-c", FETCHER, str(tmp_path / "US")], capture_output=True, text=True, check=True
        )
    found, grown = json.loads(done.stdout)
    assert found == told
    assert grown < MOST_GROWTH_BYTES, f"{grown >> 20} MiB for {len(data) >> 20} MiB"
    kept = tmp_path / "US" / "agreements" / AGREEMENT_ID / "blobs"
    assert [path.stat().st_size for path in kept.iterdir()] == ([len(data)] if told == "done" else [])
    sys.stdout.write(f"{len(data) >> 20} MiB fetched for {grown >> 20} MiB of memory\n")


def two_on_sockets(stack: ExitStack, folder: Path) -> Node:
    """Enrol two nodes with one another, and serve Algeria's port; the other folder is left for a process of its own."""
    ports = {name: free_port() for name in ("DZ", "US")}
    for name, port in ports.items():
        document = read_agreement_file(MEMORANDUM).document
        init_node(folder / name, party=name, agreements=[document], url=f"http://127.0.0.1:{port}")
    with opened(folder / "DZ") as dz, opened(folder / "US") as us:
        for node, other in ((dz, us), (us, dz)):
            enrol(node, card_of(other, AGREEMENT_ID))
    dz = stack.enter_context(opened(folder / "DZ"))
    stack.enter_context(on_a_socket(dz, ports["DZ"]))
    return dz


def publish(node: Node, data: bytes) -> None:
    """Announce a content as no node of ours would write it."""
    holding, name = node.holding(AGREEMENT_ID), sha256(data).hexdigest()
    node.disk.put(node.layout.blob(AGREEMENT_ID, name), data)
    count = max(1, data.count(b'"case_id"'))
    manifest = release_entry(
        agreement=holding.hash,
        rule="4.3/sar-live",
        item="rescue.case",
        blob=f"sha256:{name}",
        bytes=len(data),
        count=count,
        commitments=[f"sha256:{name}"] * count,
        keep_until_ms=KEPT_MS,
        office="EXAMPLE",
        at_ms=node.clock(),
        salt=bytes(16),
    )
    holding.own.write([manifest], sign=holding.sign_head, now_ms=node.clock())


PLAIN = st.none() | st.booleans() | st.integers(-9, 9) | st.text(alphabet='{}[]",\\aé:', max_size=6)
VALUES = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=3), max_leaves=6)
RECORDS = st.dictionaries(st.sampled_from(["case_id", "notes", "lkp", "containment_90"]), VALUES, max_size=4)


@given(records=st.lists(RECORDS, min_size=1, max_size=5), piece=st.integers(1, 64))
def test_records_are_told_apart_wherever_the_pieces_of_their_content_end(records: list[Any], piece: int) -> None:
    data, found = canonical(content("sha256:" + "0" * 64, records)), list[Any]()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(contents, "PIECE_BYTES", piece)
        told = read_content(BytesIO(data), found.append)
    assert found == parse_canonical(data)["records"] == records
    assert told.count == len(records)


def test_a_content_without_a_record_is_none() -> None:
    with pytest.raises(InvalidInput, match="cannot be read"):
        read_content(BytesIO(canonical(content("sha256:" + "0" * 64, []))), list[Any]().append)


@pytest.mark.parametrize("short", [0, 1])
@pytest.mark.parametrize("tail", [b" ", b"}", b"a" * contents.MOST_HEAD_BYTES], ids=["space", "brace", "much"])
def test_nothing_stands_behind_a_content_unread(tail: bytes, short: int) -> None:
    """A content that ends where the last read of it ends hides nothing behind that place."""
    document = content("sha256:" + "0" * 64, [{"case_id": "x"}])
    missing = contents.PIECE_BYTES + contents.MOST_HEAD_BYTES - short - len(canonical(document))
    data = canonical(document | {"salt": document["salt"] + "0" * missing})
    assert read_content(BytesIO(data), list[Any]().append).count == 1
    with pytest.raises(InvalidInput):
        read_content(BytesIO(data + tail), list[Any]().append)
