"""What an act of an office costs a node that holds many records: our own work, apart from the disk's.

A node with 5,000 actions in its log makes moves on some of them, one after the other, as the API does: each is tried on
the record as it stands, written, made durable, and read back. Milliseconds of processor time, which waits for no disk;
the time on the clock is printed beside it. EXAMPLE throughout; the partner is a second node in memory.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from comity.cooperation import act_document
from comity.ledger import SALT_BYTES, message_entry
from comity.node.cooperation import books
from tests.two_nodes.cooperating import Cooperating, cooperating, said
from tests.two_nodes.two import START_MS

RECORDS, ACTS, BATCH = 5_000, 40, 1_000
GOAL_MS = 50.0
ACT = f"an act of one party at {RECORDS:,} records, our own work, ms (median)"


def acting() -> dict[str, float]:
    """Return what acts cost at so many records."""
    with tempfile.TemporaryDirectory() as folder, cooperating(Path(folder)) as two:
        two.group()
        _fill(two)
        holding = two.dz.holding(two.agreement_id)
        with _timed() as first:
            books(two.dz, holding)
        keys = [f"action/a-{number}" for number in range(ACTS)]
        alone = [_spent(partial(two.make, two.dz, key, "claim_done")) for key in keys]
        tabled = [_spent(partial(two.make, two.dz, key, "accept", sign=True)) for key in keys]
    return {
        f"both logs of {RECORDS:,} records read for the first time, ms": first()[0],
        ACT: median(each[0] for each in alone),
        "the same, the worst of 40": max(each[0] for each in alone),
        "the same on the clock, the disk's time with it (median)": median(each[1] for each in alone),
        f"a text of both tabled and signed at {RECORDS:,} records, our own work, ms (median)": median(
            each[0] for each in tabled
        ),
        "the same, the worst of 40 ": max(each[0] for each in tabled),
    }


def _fill(two: Cooperating) -> None:
    """Write proposals into our log, as our own desks would have over the years."""
    holding, entries = two.dz.holding(two.agreement_id), []
    for number in range(RECORDS):
        owner = {"clause_refs": ["3.1"], "owner_party": "DZ", "owner_office": "algiers-desk"}
        fields = {"id": f"a-{number}", "example": True, "title": said("step"), "authentic": ["ar", "en"], **owner}
        fields |= {"text": said("to do"), "due_ms": START_MS, "group": "wg-sahel"}
        document = act_document(
            example=True,
            kind="action",
            record=f"a-{number}",
            move="propose",
            follows="root",
            seen=(0, 0),
            fields=fields,
            after=fields,
        )
        at_ms, salt = two.dz.clock(), number.to_bytes(SALT_BYTES, "big")
        entries.append(message_entry(document=document, office="algiers-desk", at_ms=at_ms, salt=salt))
    for place in range(0, RECORDS, BATCH):
        holding.own.write(entries[place : place + BATCH], sign=holding.sign_head, now_ms=two.dz.clock())


@contextmanager
def _timed() -> Iterator[Callable[[], tuple[float, float]]]:
    """Give what the block spent: milliseconds of processor time, and on the clock."""
    begun_s, clock_s, spent = time.process_time(), time.perf_counter(), list[float]()
    yield lambda: (spent[0], spent[1])
    spent += [1000 * (time.process_time() - begun_s), 1000 * (time.perf_counter() - clock_s)]


def _spent(work: Callable[[], object]) -> tuple[float, float]:
    with _timed() as spent:
        work()
    return spent()
