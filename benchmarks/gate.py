"""How many items the release check answers and explains in a second, one by one and in tables; and Cedar beside it.

Rates are items in a second of processor time, the best of some runs: one core does the work, and other work on the
machine makes a rate lower, never higher. Goal of the design (its section 8): 100,000 items/s, each explained.

Cedar (`cedarpy`) answers whether an item may go, by a policy made from the same rule; it changes nothing in the item
and does not explain. It runs in an environment of its own: `python benchmarks/gate.py --cedar PYTHON`, where PYTHON is
an interpreter that can import it (`python -m venv DIR && DIR/bin/pip install cedarpy`). Without one, a line says that
it was skipped. `python benchmarks/gate.py [--json] [--cedar PYTHON]`.
"""

import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow as pa

from comity.agreement import clauses_at_work
from comity.exchange import Item, ItemTable, Released, ReleaseRules, release, release_many, release_rules
from comity.exchange import explain as explained
from comity.files.agreements import read_agreement_file, read_decision_file
from comity.files.items import read_item_file
from comity.ground import Column, Kind
from comity.rescue import KINDS

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "algeria-usa-2025"
CEDAR = Path(__file__).with_name("cedar_decisions.py")
AT_MS = 1_790_000_000_000
MS_PER_DAY = 86_400_000
ONE_BY_ONE, IN_TABLES, BY_CEDAR = 20_000, 500_000, 2_000
"""Items in each measurement."""

CONTACT = Kind(
    "maritime.contact",
    (
        Column("contact_id", "identity", "its number"),
        Column("position", "position", "where it was seen"),
        Column("seen_ms", "instant", "when"),
        Column("ship_type", "identity", "its type"),
        Column("flag", "identity", "its flag"),
        Column("notes", "text", "what the desk wrote"),
    ),
)
"""A stand-in until the room of ships describes its own records."""

MEMORANDUM = read_agreement_file(EXAMPLE / "memorandum.toml")


def main() -> None:
    """Print every figure, or JSON with `--json`."""
    arguments = sys.argv[1:]
    figures: dict[str, float | str] = dict(_one_by_one() | _in_tables())
    figures["Cedar, same rule, one by one, decisions/s (no form, no words)"] = _cedar(arguments)
    if "--json" in arguments:
        print(json.dumps(figures, indent=1))
        return
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}")
    for name, value in figures.items():
        print(f"{name:68s} {value:>12,.0f}" if isinstance(value, float) else f"{name:68s} {value:>12s}")


def _rules() -> ReleaseRules:
    decision = read_decision_file(EXAMPLE / "decisions" / "search-and-rescue.json", MEMORANDUM.agreement)
    return release_rules(
        MEMORANDUM.agreement,
        agreement_hash=MEMORANDUM.hash,
        at_work=clauses_at_work(MEMORANDUM.agreement, [decision]) | {"4.2"},
        kinds=[*KINDS.values(), CONTACT],
    )


def _places(count: int) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """Positions over most of the area of the rule, shape (items, 2), the same in every run."""
    numbers = np.arange(count)
    return np.stack([4_100_000 + numbers * 7_919 % 4_300_000, 37_000_000 + numbers * 104_729 % 1_800_000], axis=1)


def _one_by_one() -> dict[str, float]:
    rules, case = _rules(), read_item_file(EXAMPLE / "items" / "rescue-case.json")
    contacts = [
        Item(
            "maritime.contact",
            "maritime",
            "DZ",
            AT_MS - MS_PER_DAY,
            {
                "contact_id": f"EXAMPLE-{number}",
                "position": place,
                "seen_ms": AT_MS - number,
                "ship_type": "cargo",
                "flag": "XX",
                "notes": "stays home",
            },
        )
        for number, place in enumerate(_places(ONE_BY_ONE).tolist())
    ]

    def checked(items: list[Item], purpose: str) -> Callable[[], None]:
        def work() -> None:
            for item in items:
                answer = release(item, rules, to="US", purpose=purpose, now_ms=AT_MS)
                assert isinstance(answer, Released), answer
                assert answer.sentence.message

        return work

    def in_steps() -> None:
        for item in contacts:
            assert explained(item, rules, to="US", purpose="maritime_safety", now_ms=AT_MS).sentences

    cases = [case.item] * (ONE_BY_ONE // 4)
    return {
        "ship's contact, one by one, explained, items/s, goal 100,000": _per_s(
            checked(contacts, "maritime_safety"), len(contacts)
        ),
        "ship's contact, every step in sentences, items/s": _per_s(in_steps, len(contacts)),
        "rescue case with its areas, one by one, explained, goal 100,000": _per_s(
            checked(cases, case.purpose), len(cases)
        ),
    }


def _in_tables() -> dict[str, float]:
    rules, places = _rules(), _places(IN_TABLES)
    records = pa.table(
        {
            "contact_id": pa.array([f"EXAMPLE-{number}" for number in range(IN_TABLES)]),
            "position": pa.FixedSizeListArray.from_arrays(pa.array(places.ravel()), 2),
            "seen_ms": pa.array(AT_MS - np.arange(IN_TABLES)),
            "ship_type": pa.array(["cargo"] * IN_TABLES),
            "flag": pa.array(["XX"] * IN_TABLES),
            "notes": pa.array(["stays home"] * IN_TABLES),
        }
    )
    events_ms = np.full(IN_TABLES, AT_MS - MS_PER_DAY)
    items = ItemTable("maritime.contact", "maritime", "DZ", events_ms, records)

    def columns() -> None:
        answer = release_many(items, rules, to="US", purpose="maritime_safety", now_ms=AT_MS)
        assert answer.released.num_rows == IN_TABLES

    def in_words() -> None:
        answer = release_many(items, rules, to="US", purpose="maritime_safety", now_ms=AT_MS)
        for each in answer.answers():
            assert each.sentence.message

    return {
        "ship's contact, in a table, answer and form as columns, items/s": _per_s(columns, IN_TABLES),
        "ship's contact, in a table, a sentence for each row, items/s": _per_s(in_words, IN_TABLES),
    }


def _cedar(arguments: list[str]) -> float | str:
    if "--cedar" not in arguments:
        return "skipped: no --cedar"
    python = arguments[arguments.index("--cedar") + 1]
    done = subprocess.run([python, str(CEDAR), str(BY_CEDAR)], capture_output=True, text=True, timeout=300, check=False)
    return float(done.stdout) if done.returncode == 0 else "skipped: no cedarpy"


def _per_s(work: Callable[[], None], items: int, *, runs: int = 5) -> float:
    took_s = []
    for _ in range(runs):
        begun_s = time.process_time()
        work()
        took_s.append(time.process_time() - begun_s)
    return items / min(took_s)


if __name__ == "__main__":
    main()
